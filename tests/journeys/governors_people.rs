//! Children, marks and lines in the report: each counted once, as anybody counts them who goes through the signed entries with a pencil.

use std::collections::{BTreeMap, BTreeSet};

use app::wire::{
    AccessForm, AccessSheet, CaseForm, ConcernForm, FieldAnswer, FlagForm, LineForm, PupilForm,
    RecordsOf, ReportAsked, ReportView,
};
use domain::room::Room as RoomKind;
use kit::{Device, RUTH, forms, inside};
use serde_json::Value;

const SITES: [&str; 2] = ["Weir Lane", "Upper Vale"];
/// The last day of the report, which is today.
const LAST: &str = "2026-11-10";

fn standing(status: &str) -> CaseForm {
    CaseForm::Standing {
        status: status.to_owned(),
        owner: None,
        severity: "1".to_owned(),
        level: String::new(),
        review: (status == "monitoring").then(|| "2026-12-01".to_owned()),
        conclusion: "Nothing further.".to_owned(),
        lessons: "None.".to_owned(),
        parents: "yes".to_owned(),
        parents_note: "Told by telephone.".to_owned(),
        reason: "Settled between the children.".to_owned(),
    }
}

fn flag(flag: &str) -> FlagForm {
    FlagForm {
        flag: flag.to_owned(),
        from: Some("2026-10-05".to_owned()),
        to: None,
        source: None,
    }
}

fn child(laptop: &mut Device, n: usize, of: PupilForm) -> String {
    let form = PupilForm {
        legal_surname: format!("Surname{n}"),
        legal_forename: format!("Child{n}"),
        date_of_birth: Some(format!("2014-03-{:02}", n + 1)),
        ..of
    };
    app::save_pupil(&mut laptop.office, form).unwrap().value
}

fn concern(laptop: &mut Device, pupil: &str, category: &str) -> String {
    let form = ConcernForm {
        people: vec![forms::chosen(pupil, "victim")],
        categories: vec![category.to_owned()],
        ..forms::about_amara()
    };
    app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id
}

fn stands(laptop: &mut Device, concern: &str, status: &str) {
    app::add_to_case(&mut laptop.office, concern, standing(status)).unwrap();
}

fn line(laptop: &mut Device, register: &str, answers: &[(&str, &str)]) -> String {
    let answers = answers.iter().map(|(field, text)| FieldAnswer {
        field: (*field).to_owned(),
        lines: vec![(*text).to_owned()],
        about: false,
    });
    let form = LineForm {
        register: register.to_owned(),
        line: None,
        base: Vec::new(),
        concern: None,
        answers: answers.collect(),
        reason: String::new(),
        strike: false,
    };
    app::write_line(&mut laptop.office, form).unwrap().value
}

fn strike(laptop: &mut Device, register: &str, line: &str) {
    let view = app::register_line(&laptop.office, register, Some(line), None).unwrap();
    let form = LineForm {
        register: register.to_owned(),
        line: Some(line.to_owned()),
        base: view.base,
        concern: None,
        answers: Vec::new(),
        reason: "Nothing was taken.".to_owned(),
        strike: true,
    };
    app::write_line(&mut laptop.office, form).unwrap();
}

fn request(laptop: &mut Device, pupil: &str, who: &str, received: &str) {
    let fields = [
        ("who", who),
        ("relation", "parent"),
        ("scope", "Everything about my daughter."),
        ("received", received),
        ("channel", "said at the gate"),
        ("identity_how", "known to the school"),
        ("authority", "Parental responsibility"),
    ];
    let form = AccessForm {
        sheet: AccessSheet::Request,
        pupil: Some(pupil.to_owned()),
        ..AccessForm::default()
    };
    let mut opened = app::access_sheet(&laptop.office, form).unwrap().form;
    let fields = fields.map(|(field, said)| (field.to_owned(), said.to_owned()));
    opened.fields.extend(fields);
    app::write_access(&mut laptop.office, opened).unwrap();
}

/// Twenty-six children at two sites, of whom one was written down twice; concerns about them, put right and recorded by mistake;
/// lines of registers, one struck; walks; requests for a file.
fn school() -> Device {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let mut settings = app::vault_facts(&laptop.office).unwrap().settings;
    settings.sites = SITES.map(str::to_owned).to_vec();
    app::save_settings(&mut laptop.office, settings).unwrap();
    let all: Vec<String> = (0..26)
        .map(|n| {
            let of = PupilForm {
                site: Some(SITES[n % 2].to_owned()),
                flags: (n < 14).then(|| flag("cin")).into_iter().collect(),
                // One leaves on the last day: the pupils' page has them among those who left.
                left_on: (n == 13).then(|| LAST.to_owned()),
                ..PupilForm::default()
            };
            child(&mut laptop, n, of)
        })
        .collect();
    let again = PupilForm {
        site: Some(SITES[0].to_owned()),
        flags: vec![flag("cin"), flag("young-carer")],
        ..PupilForm::default()
    };
    let again = child(&mut laptop, 0, again);
    app::join_records(
        &mut laptop.office,
        RecordsOf::Pupil,
        &all[0],
        &again,
        "One child",
    )
    .unwrap();

    for pupil in &all[..7] {
        let id = concern(&mut laptop, pupil, "conduct.cyberbullying");
        stands(&mut laptop, &id, "monitoring");
    }
    let of_both = concern(&mut laptop, &again, "cpoms-bullying");
    stands(&mut laptop, &of_both, "monitoring");
    // Filed under one child first, and then under another.
    let wrong = concern(&mut laptop, &all[20], "cpoms-bullying");
    let view = app::concern(&mut laptop.office, &wrong).unwrap();
    let shown = view.versions[view.current as usize].form.clone();
    let right = ConcernForm {
        reason: Some("It was her friend".to_owned()),
        people: vec![forms::chosen(&all[6], "victim")],
        ..shown
    };
    app::amend_concern(&mut laptop.office, right).unwrap();
    stands(&mut laptop, &wrong, "monitoring");
    let mistake = concern(&mut laptop, &all[21], "conduct.cyberbullying");
    stands(&mut laptop, &mistake, "error");
    // Nobody who has left is on the list of those the school supports.
    let gone = concern(&mut laptop, &all[13], "cpoms-bullying");
    stands(&mut laptop, &gone, "monitoring");

    for pupil in &all[..6] {
        let id = concern(&mut laptop, pupil, "cpoms-attendance");
        app::begin_walk(&mut laptop.office, "missing-child-cme", Some(&id)).unwrap();
        if pupil == &all[0] {
            app::begin_walk(&mut laptop.office, "missing-child-cme", Some(&id)).unwrap();
        }
    }
    let none = concern(&mut laptop, &all[7], "cpoms-attendance");
    app::begin_walk(&mut laptop.office, "missing-child-cme", Some(&none)).unwrap();
    stands(&mut laptop, &none, "error");

    let mut lines = Vec::new();
    for day in 1..=8 {
        let at = format!("2026-11-{day:02}T10:00:00+00:00");
        let answers = [("device", "A phone"), ("at", at.as_str())];
        lines.push(line(&mut laptop, "confiscation-log", &answers));
    }
    strike(&mut laptop, "confiscation-log", &lines[0]);

    for (n, pupil) in all.iter().enumerate().take(6) {
        let day = format!("2026-11-{:02}", n + 2);
        request(&mut laptop, pupil, &format!("Mother{n} Surname{n}"), &day);
    }
    // The same request once more in the register, and two that stand there alone.
    for (kind, from, day) in [
        ("Subject access request", "Mrs Surname0", "2026-11-02"),
        ("Subject access request", "Mrs Quillwort", "2026-11-02"),
        ("Complaint", "Mrs Surname1", "2026-11-03"),
    ] {
        let answers = [("kind", kind), ("from", from), ("received", day)];
        line(&mut laptop, "dp-complaints", &answers);
    }
    laptop
}

/// An id however it is written.
fn id_of(said: &Value) -> String {
    said.as_str()
        .unwrap_or_default()
        .replace('-', "")
        .to_lowercase()
}

/// What the entries say of what, the last version of each counting.
#[derive(Default)]
struct Said {
    pupils: BTreeMap<String, Value>,
    kept: BTreeMap<String, String>,
    about: BTreeMap<String, String>,
    categories: BTreeMap<String, Vec<String>>,
    status: BTreeMap<String, String>,
    walked: BTreeSet<String>,
    lines: BTreeMap<String, Value>,
    requests: usize,
}

fn read(laptop: &Device) -> Said {
    let rooms = inside::rooms_of(laptop, &RUTH);
    let entries = rooms[&RoomKind::Pupils].open().entries_from(0, u32::MAX);
    let mut said = Said::default();
    for entry in entries.unwrap() {
        let header: Value = serde_json::from_slice(&entry.header).unwrap();
        let id = id_of(&header["subjects"][0]["id"]);
        let part = |name: &str| -> Value {
            let names = header["parts"].as_array().unwrap();
            let place = names.iter().position(|part| part["name"] == name).unwrap();
            serde_json::from_slice(entry.parts[place].as_ref().unwrap().content()).unwrap()
        };
        match header["kind"].as_str().unwrap() {
            "pupil.recorded" | "pupil.amended" => {
                said.pupils.insert(id, part("pupil"));
            }
            "pupil.joined" => {
                said.kept.insert(id_of(&part("other")["pupil"]), id);
            }
            "concern.recorded" | "concern.amended" => {
                let details = part("details");
                let filed = details["categories"].as_array().unwrap().iter();
                let filed = filed.map(|one| one.as_str().unwrap().to_owned()).collect();
                said.categories.insert(id.clone(), filed);
                said.about.insert(id, id_of(&part("people")[0]["pupil"]));
            }
            "case.standing_set" => {
                let now = part("standing")["status"].as_str().unwrap().to_owned();
                said.status.insert(id, now);
            }
            "walk.begun" => {
                said.walked.insert(id_of(&part("walk")["concern"]));
            }
            "register.line" => {
                said.lines.insert(id, part("line"));
            }
            "access.asked" => said.requests += 1,
            _ => {}
        }
    }
    said
}

impl Said {
    fn whole(&self, pupil: &str) -> String {
        self.kept
            .get(pupil)
            .map_or(pupil, String::as_str)
            .to_owned()
    }

    /// Children here on the last day, each once, at a site or at all, with one of the flags where one is said.
    fn children(&self, site: Option<&str>, flag: Option<&str>) -> BTreeSet<String> {
        let here = self.pupils.iter().filter(|(id, facts)| {
            let stands = &self.pupils[&self.whole(id)];
            let left = stands["left_on"].as_str().is_some_and(|day| day <= LAST);
            let flags = facts["flags"].as_array().cloned().unwrap_or_default();
            !left
                && site.is_none_or(|site| stands["site"] == site)
                && flag.is_none_or(|flag| flags.iter().any(|one| one["flag"] == flag))
        });
        here.map(|(id, _)| self.whole(id)).collect()
    }

    fn monitored(&self, site: Option<&str>) -> usize {
        let watched = self
            .status
            .iter()
            .filter(|(_, status)| *status == "monitoring");
        let watched: BTreeSet<String> =
            watched.map(|(id, _)| self.whole(&self.about[id])).collect();
        watched.intersection(&self.children(site, None)).count()
    }

    fn counts(&self, concern: &str) -> bool {
        self.status
            .get(concern)
            .is_none_or(|status| status != "error")
    }

    fn filed(&self, category: &str) -> usize {
        let filed = self.categories.iter();
        filed
            .filter(|(id, all)| self.counts(id) && all.iter().any(|one| one == category))
            .count()
    }

    fn lines(&self, register: &str) -> usize {
        let lines = self.lines.values();
        lines
            .filter(|line| line["register"] == register && line["struck"] != true)
            .count()
    }
}

fn asked(site: Option<&str>) -> ReportAsked {
    ReportAsked {
        from: Some("2026-09-01".to_owned()),
        to: Some(LAST.to_owned()),
        site: site.map(str::to_owned),
        ..ReportAsked::default()
    }
}

fn said(view: &ReportView, measure: &str, label: &str) -> String {
    let blocks = view.sections.iter().flat_map(|section| &section.blocks);
    let mut rows = blocks.flat_map(|block| &block.rows);
    let row = rows.find(|row| row.measure == measure && (label.is_empty() || row.label == label));
    row.unwrap().cells[0].value.clone()
}

#[test]
fn each_child_each_mark_and_each_line_is_counted_once_from_the_entries() {
    let mut laptop = school();
    let mut seen = Vec::new();
    for site in [None, Some(SITES[0]), Some(SITES[1])] {
        let view = app::governor_report(&mut laptop.office, asked(site)).unwrap();
        seen.push((site, view));
    }
    laptop.lock();
    let counted = read(&laptop);

    let mut rows = Vec::new();
    for (site, view) in &seen {
        let of = |flag| counted.children(*site, flag).len();
        rows.push((view, "context.roll", "", of(None)));
        rows.push((view, "caseload.cin", "", of(Some("cin"))));
        rows.push((view, "caseload.mon", "", counted.monitored(*site)));
    }
    let walked = counted
        .walked
        .iter()
        .filter(|id| counted.counts(id))
        .count();
    let whole = &seen[0].1;
    rows.extend([
        (
            whole,
            "online.cyb",
            "",
            counted.filed("conduct.cyberbullying"),
        ),
        (whole, "attendance.cme", "", walked),
        (whole, "coc.search", "", counted.lines("confiscation-log")),
        // One line of the register says once more what stands on the program's own page.
        (
            whole,
            "files.sar",
            "All",
            counted.requests + counted.lines("dp-complaints") - 1,
        ),
    ]);
    let mut in_full = BTreeMap::new();
    for (view, measure, label, count) in rows {
        let said = said(view, measure, label);
        if said != "not shown" {
            assert_eq!(said, count.to_string(), "{measure} {:?}", view.site);
            *in_full.entry(measure).or_insert(0) += usize::from(count > 0);
        }
    }
    // Of each, a number was compared and not only what stands for one.
    assert_eq!(in_full.len(), 7, "{in_full:?}");
    assert!(
        in_full.values().all(|of_these| *of_these > 0),
        "{in_full:?}"
    );
}
