//! What governors read is what anybody counts who goes through the signed entries with a pencil and knows none of our tables.

use std::collections::{BTreeMap, BTreeSet};

use app::wire::{CaseForm, ConcernForm, DueForm, ReportAsked, ReportView};
use domain::room::Room as RoomKind;
use kit::{Device, Dice, RUTH, forms, inside};
use rand_core::RngCore;
use serde_json::Value;

/// Categories, with what the report calls them.
const CATEGORIES: [(&str, &str); 5] = [
    ("cpoms-attendance", "Attendance"),
    ("cpoms-bereavement", "Bereavement"),
    ("cpoms-bullying", "Bullying"),
    ("cpoms-friendships", "Friendships"),
    ("cpoms-racist-incident", "Racist incident"),
];

/// How it came to light, with what the report calls it.
const HOW: [(&str, &str); 4] = [
    ("child-disclosure", "The child told an adult"),
    ("peer", "Another child said so"),
    ("overheard", "Overheard"),
    ("", "Not said"),
];

/// How many are written.
const CONCERNS: usize = 60;

fn throw(dice: &mut Dice, sides: usize) -> usize {
    (dice.next_u64() % sides as u64) as usize
}

fn form(dice: &mut Dice) -> ConcernForm {
    let of = (0..throw(dice, 3)).map(|_| CATEGORIES[throw(dice, CATEGORIES.len())].0);
    let categories: BTreeSet<String> = of.map(str::to_owned).collect();
    ConcernForm {
        categories: categories.into_iter().collect(),
        identified_how: HOW[throw(dice, HOW.len())].0.to_owned(),
        ..forms::about_amara()
    }
}

fn standing(status: &str) -> CaseForm {
    CaseForm::Standing {
        status: status.to_owned(),
        owner: None,
        severity: "1".to_owned(),
        level: String::new(),
        review: None,
        conclusion: "Nothing further.".to_owned(),
        lessons: "None.".to_owned(),
        parents: "yes".to_owned(),
        parents_note: "Told by telephone.".to_owned(),
        reason: "Settled between the children.".to_owned(),
    }
}

fn referral(body: &str) -> CaseForm {
    CaseForm::Referral {
        body: body.to_owned(),
        to: String::new(),
        person: "Carys Lund".to_owned(),
        reference: String::new(),
        words: "Support was asked for.".to_owned(),
        at: String::new(),
        reply: DueForm::Hours { hours: 24 },
    }
}

/// A term in which things are written, put right, referred, closed, and found to be mistakes, as the dice fall.
fn a_term(seed: u64) -> Device {
    let mut dice = Dice::new(seed);
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    for _ in 0..CONCERNS {
        let form = form(&mut dice);
        let id = app::record_concern(&mut laptop.office, form)
            .unwrap()
            .value
            .id;
        if throw(&mut dice, 3) == 0 {
            put_right(&mut laptop, &mut dice, &id);
        }
        let what = match throw(&mut dice, 6) {
            0 => standing("nfa"),
            1 => standing("error"),
            2 => referral("csc"),
            3 => referral("prevent"),
            _ => continue,
        };
        app::add_to_case(&mut laptop.office, &id, what).unwrap();
    }
    laptop
}

/// The same concern, sorted otherwise.
fn put_right(laptop: &mut Device, dice: &mut Dice, id: &str) {
    let view = app::concern(&mut laptop.office, id).unwrap();
    let shown = view.versions[view.current as usize].form.clone();
    let other = form(dice);
    let form = ConcernForm {
        reason: Some("Sorted wrongly".to_owned()),
        description: format!("{} She said so again.", shown.description),
        categories: other.categories,
        identified_how: other.identified_how,
        ..shown
    };
    app::amend_concern(&mut laptop.office, form).unwrap();
}

/// What an entry says in one part.
fn part(header: &Value, parts: &[Option<history::entry::Part>], name: &str) -> Value {
    let names = header["parts"].as_array().unwrap();
    let place = names.iter().position(|part| part["name"] == name).unwrap();
    serde_json::from_slice(parts[place].as_ref().unwrap().content()).unwrap()
}

/// How many of what, from the entries alone, the last of each concern's versions counting.
fn counted(laptop: &Device) -> BTreeMap<String, usize> {
    let rooms = inside::rooms_of(laptop, &RUTH);
    let entries = rooms[&RoomKind::Pupils].open().entries_from(0, u32::MAX);
    let mut details: BTreeMap<String, Value> = BTreeMap::new();
    let mut status: BTreeMap<String, String> = BTreeMap::new();
    let mut referred: Vec<(String, String)> = Vec::new();
    for entry in entries.unwrap() {
        let header: Value = serde_json::from_slice(&entry.header).unwrap();
        let about = header["subjects"][0]["id"].as_str();
        let about = about.unwrap_or_default().to_owned();
        let says = |name: &str| part(&header, &entry.parts, name);
        match header["kind"].as_str().unwrap() {
            "concern.recorded" | "concern.amended" => {
                details.insert(about, says("details"));
            }
            "case.standing_set" => {
                let now = says("standing")["status"].as_str().unwrap().to_owned();
                status.insert(about, now);
            }
            "case.referred" => {
                let body = says("referral")["body"].as_str().unwrap().to_owned();
                referred.push((about, body));
            }
            _ => {}
        }
    }
    let mistake = |id: &String| status.get(id).is_some_and(|status| status == "error");
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut count = |what: &str| *counts.entry(what.to_owned()).or_default() += 1;
    for (id, details) in details.iter().filter(|(id, _)| !mistake(id)) {
        count("all");
        let categories = details["categories"].as_array().cloned();
        let categories = categories.unwrap_or_default();
        for category in &categories {
            count(category.as_str().unwrap());
        }
        let how = details["identified_how"].as_str().unwrap_or_default();
        count(&format!("how:{how}"));
        match status.get(id).is_some_and(|status| status == "nfa") {
            true => count("closed"),
            false => count("open"),
        }
    }
    for (_, body) in referred.iter().filter(|(id, _)| !mistake(id)) {
        count("referred");
        count(&format!("to:{body}"));
    }
    counts
}

/// What the report says in the days it is about.
fn said(view: &ReportView, measure: &str, label: &str) -> String {
    let blocks = view.sections.iter().flat_map(|section| &section.blocks);
    let mut rows = blocks.flat_map(|block| &block.rows);
    let row = rows.find(|row| row.measure == measure && row.label == label);
    // A kind of which there is none has no row.
    row.map_or_else(|| "0".to_owned(), |row| row.cells[0].value.clone())
}

#[test]
fn each_number_of_a_report_is_the_number_counted_from_the_entries() {
    for seed in 0..2 {
        let mut laptop = a_term(seed);
        let asked = ReportAsked {
            from: Some("2026-09-01".to_owned()),
            to: Some("2026-12-31".to_owned()),
            ..ReportAsked::default()
        };
        let view = app::governor_report(&mut laptop.office, asked).unwrap();
        laptop.lock();
        let counted = counted(&laptop);

        let mut rows = vec![
            ("concerns.total", "Concerns recorded", "all".to_owned()),
            ("concerns.open", "Open", "open".to_owned()),
            ("concerns.open", "Closed", "closed".to_owned()),
            ("referrals.out", "All referrals", "referred".to_owned()),
            ("referrals.csc", "Referrals", "to:csc".to_owned()),
            ("referrals.prev", "To Prevent", "to:prevent".to_owned()),
        ];
        rows.extend(CATEGORIES.map(|(id, label)| ("concerns.cat", label, id.to_owned())));
        rows.extend(HOW.map(|(id, label)| ("concerns.how", label, format!("how:{id}"))));
        let mut in_full = 0;
        for (measure, label, of) in rows {
            let counted = counted.get(&of).copied().unwrap_or_default();
            match said(&view, measure, label).as_str() {
                "not shown" => assert!(counted > 0, "{seed}: {label}"),
                said => {
                    in_full += 1;
                    assert_eq!(said, counted.to_string(), "{seed}: {label}");
                }
            }
        }
        assert!(in_full > 8, "{seed}: {in_full}");
        assert!(
            counted["all"] < CONCERNS && counted["referred"] > 0,
            "{seed}"
        );
    }
}
