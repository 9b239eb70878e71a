//! From the record to paper: complete, in any script, with who printed it and what for.

use std::process::Command;

use app::HandOut;
use app::wire::{ConcernForm, FaultKind, PaperAsked, PersonInConcern, PupilForm, Route};
use kit::{CHAIR, DEV, Device, HEAD, PATIENCE, RUTH, forms};

fn of_pupil(id: &str, mask_others: bool) -> PaperAsked {
    PaperAsked::Chronology {
        pupil: id.to_owned(),
        from: None,
        to: None,
        mask_others,
        oldest_first: false,
        summary: false,
        purpose: "the strategy discussion".to_owned(),
    }
}

/// What somebody else's reader finds in it, with single spaces.
pub(crate) fn read(laptop: &Device, pdf: &[u8]) -> String {
    let path = laptop.disk().join("handed over.pdf");
    std::fs::write(&path, pdf).unwrap();
    let read = Command::new("pdftotext")
        .args(["-enc", "UTF-8"])
        .arg(&path)
        .arg("-")
        .output()
        .expect("pdftotext is needed: apt-get install poppler-utils");
    assert!(read.status.success());
    let text = String::from_utf8(read.stdout).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What somebody else's reader finds with a password, if that opens it.
fn opened(laptop: &Device, pdf: &[u8], password: &str) -> Option<String> {
    let path = laptop.disk().join("protected.pdf");
    std::fs::write(&path, pdf).unwrap();
    let read = Command::new("pdftotext")
        .args(["-enc", "UTF-8", "-upw", password])
        .arg(&path)
        .arg("-")
        .output()
        .unwrap();
    read.status
        .success()
        .then(|| String::from_utf8(read.stdout).unwrap())
}

fn pupil_called(laptop: &Device, name: &str) -> String {
    app::pupils(&laptop.office, name, false, 0).unwrap().pupils[0]
        .id
        .clone()
}

#[test]
fn a_chronology_for_a_meeting_has_every_word_every_correction_and_every_time() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    let (amara, jayden) = (pupil_called(&laptop, "Amara"), pupil_called(&laptop, "Jay"));
    let file = laptop.take_in(
        "Jay Fairbrother drew this.pdf",
        "application/pdf",
        b"%PDF-1.7",
    );
    let form = ConcernForm {
        people: vec![
            forms::chosen(&amara, "victim"),
            forms::chosen(&jayden, "reporter"),
        ],
        description: "Jay came to the desk. I asked what was wrong and nothing else.".to_owned(),
        childs_words: "He said he\u{2019}d pick me up.".to_owned(),
        immediate_action: "Stayed with her. Jay Fairbrother went back to class.".to_owned(),
        occurred: "2026-11-08T20:30:00+00:00".to_owned(),
        occurred_about: true,
        noticed: "2026-11-10T09:45:00+00:00".to_owned(),
        files: vec![file.token],
        indecent_image: "no".to_owned(),
        ..forms::about_amara()
    };
    let id = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    let view = app::concern(&mut laptop.office, &id).unwrap();
    let corrected = ConcernForm {
        amends: Some(id.clone()),
        heads: vec![view.versions[0].entry.clone()],
        reason: Some("the question in the words I used".to_owned()),
        description:
            "Jay came to the desk. I asked \u{201c}What happened?\u{201d} and nothing else."
                .to_owned(),
        files: Vec::new(),
        ..view.versions[0].form.clone()
    };
    app::amend_concern(&mut laptop.office, corrected).unwrap();

    let named = laptop.printed(of_pupil(&amara, false));
    let named = read(&laptop, &named);
    let masked = laptop.printed(of_pupil(&amara, true));
    let masked = read(&laptop, &masked);
    let whole = laptop.printed(PaperAsked::Concern {
        form: app::wire::PaperForm::Whole,
        id: id.clone(),
        purpose: "the police".to_owned(),
    });
    let whole = read(&laptop, &whole);

    for said in [
        "CONFIDENTIAL: safeguarding",
        "Amara Oyelaran",
        &view.row.record_no,
        "He said he\u{2019}d pick me up.",
        "about 20:30",
        "Written",
        "what was wrong \u{201c}What happened?\u{201d}",
        "the question in the words I used",
        "Printed for \u{201c}the strategy discussion\u{201d}.",
        "Record checkpoint",
        "Page 1 of 1",
    ] {
        assert!(named.contains(said), "{said:?} is not in: {named}");
    }
    assert!(named.contains("Jay Fairbrother") && !named.contains("Child A"));
    // By letter everywhere: in the account, the action, the people and the name of the file.
    assert!(
        !masked.contains("Jay") && !masked.contains("Fairbrother"),
        "{masked}"
    );
    assert!(
        masked.contains("Child A")
            && masked.contains("Children named in the concerns are lettered")
    );
    // Nor is it said how old they are: class and age would tell who it is.
    assert!(
        named.contains("13 years") && !masked.contains("13 years"),
        "{masked}"
    );
    for said in [
        "version 2 of 2",
        "Version 1, as it was first signed",
        "I asked what was wrong and nothing else.",
        "SHA-256",
        "Signature",
        "Printed for \u{201c}the police\u{201d}.",
    ] {
        assert!(whole.contains(said), "{said:?} is not in: {whole}");
    }
}

#[test]
fn a_child_whom_only_the_first_version_named_is_a_letter_in_what_was_struck_out() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    let (amara, jayden) = (pupil_called(&laptop, "Amara"), pupil_called(&laptop, "Jay"));
    let form = ConcernForm {
        people: vec![
            forms::chosen(&amara, "victim"),
            forms::chosen(&jayden, "instigator"),
        ],
        description: "Jay Fairbrother pushed her by the gate.".to_owned(),
        ..forms::about_amara()
    };
    let id = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    let view = app::concern(&mut laptop.office, &id).unwrap();
    let corrected = ConcernForm {
        amends: Some(id),
        heads: vec![view.versions[0].entry.clone()],
        reason: Some("It was not Jay.".to_owned()),
        people: vec![forms::chosen(&amara, "victim")],
        description: "Somebody pushed her by the gate.".to_owned(),
        ..view.versions[0].form.clone()
    };
    app::amend_concern(&mut laptop.office, corrected).unwrap();

    let masked = laptop.printed(of_pupil(&amara, true));
    let masked = read(&laptop, &masked);

    assert!(
        !masked.contains("Jay") && !masked.contains("Fairbrother"),
        "{masked}"
    );
    assert!(
        masked.contains("Child A") && masked.contains("It was not"),
        "{masked}"
    );
}

#[test]
fn a_correction_of_who_when_and_status_stands_on_paper_as_plainly_as_one_of_words() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let amara = app::save_pupil(&mut laptop.office, forms::amara())
        .unwrap()
        .value;
    let form = ConcernForm {
        people: vec![
            forms::chosen(&amara, "victim"),
            forms::named("Mr Okafor", "suspect-online"),
        ],
        urgency: "immediate".to_owned(),
        possible_crime: "yes".to_owned(),
        ..forms::about_amara()
    };
    let id = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    let view = app::concern(&mut laptop.office, &id).unwrap();
    let laundered = ConcernForm {
        amends: Some(id.clone()),
        heads: vec![view.versions[0].entry.clone()],
        reason: Some("tidy".to_owned()),
        people: vec![forms::chosen(&amara, "subject")],
        occurred: "2026-11-10T08:30:00+00:00".to_owned(),
        urgency: "routine".to_owned(),
        possible_crime: "no".to_owned(),
        ..view.versions[0].form.clone()
    };
    app::amend_concern(&mut laptop.office, laundered).unwrap();

    for asked in [
        of_pupil(&amara, false),
        PaperAsked::Concern {
            form: app::wire::PaperForm::Whole,
            id,
            purpose: "the police".to_owned(),
        },
    ] {
        let paper = laptop.printed(asked);
        let paper = read(&laptop, &paper);
        for said in [
            "may have been harmed",
            "Mr Okafor",
            "8 Nov 2026, 20:30",
            "Immediate danger",
            "tidy",
        ] {
            assert!(paper.contains(said), "{said:?} is not in: {paper}");
        }
    }
}

#[test]
fn a_child_in_every_script_is_recorded_printed_and_found_again_on_paper() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    for (forename, surname, said) in SCRIPTS {
        let pupil = PupilForm {
            legal_forename: (*forename).to_owned(),
            legal_surname: (*surname).to_owned(),
            ..PupilForm::default()
        };
        let id = app::save_pupil(&mut laptop.office, pupil).unwrap().value;
        let form = ConcernForm {
            people: vec![forms::chosen(&id, "victim")],
            childs_words: (*said).to_owned(),
            ..forms::about_amara()
        };
        app::record_concern(&mut laptop.office, form).unwrap();

        let page = laptop.printed(of_pupil(&id, true));
        let text = read(&laptop, &page);

        let words = said.split_whitespace().chain([*forename, *surname]);
        for word in words.filter(|word| !word.is_empty()) {
            assert!(text.contains(word), "{word} is not found in: {text}");
        }
        assert!(!text.contains("U+"), "{text}");
    }
}

const SCRIPTS: &[(&str, &str, &str)] = &[
    (
        "Zo\u{17c}a",
        "Wi\u{15b}niewska",
        "nie chc\u{119} i\u{15b}\u{107}",
    ),
    ("I\u{15f}\u{131}l", "\u{c7}a\u{11f}layan", "korktum"),
    (
        "Th\u{1ecb} \u{c1}nh",
        "Nguy\u{1ec5}n",
        "con s\u{1ee3} l\u{1eaf}m",
    ),
    (
        "\u{644}\u{64a}\u{644}\u{649}",
        "\u{627}\u{644}\u{62d}\u{633}\u{646}",
        "\u{644}\u{627} \u{623}\u{631}\u{64a}\u{62f}",
    ),
    (
        "\u{632}\u{6cc}\u{646}\u{628}",
        "\u{62e}\u{627}\u{646}",
        "\u{646}\u{6c1}\u{6cc}\u{6ba}",
    ),
    (
        "\u{986}\u{9af}\u{9bc}\u{9c7}\u{9b6}\u{9be}",
        "\u{996}\u{9be}\u{9a4}\u{9c1}\u{9a8}",
        "\u{986}\u{9ae}\u{9bf} \u{9ac}\u{9be}\u{9a1}\u{9bc}\u{9bf}",
    ),
    (
        "\u{a17}\u{a41}\u{a30}\u{a2a}\u{a4d}\u{a30}\u{a40}\u{a24}",
        "\u{a15}\u{a4c}\u{a30}",
        "\u{a2e}\u{a48}\u{a02} \u{a18}\u{a30}",
    ),
    (
        "\u{7f8e}\u{73b2}",
        "\u{9648}",
        "\u{6211}\u{4eca}\u{5929}\u{4e0d}\u{60f3}\u{56de}\u{5bb6}",
    ),
    ("Ama", "Owusu", "\u{1F622}"),
];

#[test]
fn nothing_is_printed_without_a_purpose_and_everybody_who_may_read_it_sees_that_it_was() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    let id = app::record_concern(&mut laptop.office, forms::about_amara())
        .unwrap()
        .value
        .id;
    let asked = |purpose: &str| PaperAsked::Concern {
        form: app::wire::PaperForm::Whole,
        id: id.clone(),
        purpose: purpose.to_owned(),
    };

    let refused = app::lay_out_paper(&mut laptop.office, asked(" ")).unwrap_err();
    let laid_out = app::lay_out_paper(&mut laptop.office, asked("LADO meeting")).unwrap();
    let short = HandOut::protected("too short".to_owned());
    let weak = app::hand_out(&mut laptop.office, &laid_out.token, &short).unwrap_err();
    let protected = HandOut::protected("lanterns along the towpath".to_owned());
    let (bytes, _) = app::hand_out(&mut laptop.office, &laid_out.token, &protected).unwrap();
    laptop.minutes(1);
    app::hand_out(&mut laptop.office, &laid_out.token, &HandOut::Printed).unwrap();
    laptop.minutes(1);
    app::hand_out(&mut laptop.office, &laid_out.token, &HandOut::Printed).unwrap();
    let picture = app::paper_page(&laptop.office, &laid_out.token, 1).unwrap();
    laptop.lock();
    let gone = app::paper_page(&laptop.office, &laid_out.token, 1).unwrap_err();

    assert_eq!(refused.problems[0].field, "purpose");
    assert_eq!(weak.problems[0].field, "password");
    assert!(opened(&laptop, &bytes, "").is_none());
    let inside = opened(&laptop, &bytes, "lanterns along the towpath");
    assert!(inside.is_some_and(|text| text.contains("Amara Oyelaran")));
    assert!(picture.starts_with("<svg"));
    assert!(!laid_out.title.contains("Amara") && !laid_out.file_name.contains("amara"));
    assert_eq!(gone.kind, FaultKind::Missing);
    let room = kit::inside::rooms_of(&laptop, &DEV)[&domain::room::Room::Pupils].open();
    let looks = room.looks_at("concern", &id).unwrap();
    let said: Vec<&str> = looks
        .iter()
        .map(|look| look.detail.as_str())
        .filter(|detail| detail.contains("LADO"))
        .collect();
    assert_eq!(
        said,
        [
            "saved as a protected copy, for: LADO meeting",
            "printed, for: LADO meeting",
            "printed, for: LADO meeting",
        ]
    );
}

#[test]
fn a_paper_holds_what_whoever_prints_it_may_read_and_nothing_tells_of_the_rest() {
    const ABOUT_STAFF: &str = "Mr Hale kept her behind alone, twice.";
    let mut laptop = Device::of_school(&[&DEV, &HEAD, &PATIENCE, &CHAIR]);
    laptop.open(&RUTH);
    let amara = app::save_pupil(&mut laptop.office, forms::amara())
        .unwrap()
        .value;
    let own = ConcernForm {
        people: vec![forms::chosen(&amara, "victim")],
        ..forms::about_amara()
    };
    let id = app::record_concern(&mut laptop.office, own)
        .unwrap()
        .value
        .id;
    let before = laptop.printed(of_pupil(&amara, true));
    let before = read(&laptop, &before);
    laptop.lock();
    // The head's first opening makes the room; then the lead passes something about staff into it.
    laptop.open(&HEAD);
    laptop.lock();
    laptop.open(&RUTH);
    let hale = PersonInConcern {
        name: Some("Mr Hale".to_owned()),
        kind: "adult".to_owned(),
        role: "staff-involved".to_owned(),
        ..PersonInConcern::default()
    };
    let mut about_staff = forms::about_adult(Route::Staff, hale, ABOUT_STAFF);
    about_staff.people.push(forms::chosen(&amara, "victim"));
    app::record_concern(&mut laptop.office, about_staff).unwrap();

    let leads = laptop.printed(of_pupil(&amara, true));
    let leads = read(&laptop, &leads);
    laptop.lock();
    laptop.open(&PATIENCE);
    let chronology = app::lay_out_paper(&mut laptop.office, of_pupil(&amara, true));
    let concern = app::lay_out_paper(
        &mut laptop.office,
        PaperAsked::Concern {
            form: app::wire::PaperForm::Whole,
            id,
            purpose: "curious".to_owned(),
        },
    );

    assert!(
        leads.contains("came to the library desk") && !leads.contains("Hale"),
        "{leads}"
    );
    // The foot says when it was printed and the state of the record then.
    let body = |paper: &str| {
        paper
            .split("End of the chronology")
            .next()
            .map(str::to_owned)
    };
    assert_eq!(
        body(&leads),
        body(&before),
        "the lead's paper tells of nothing more"
    );
    assert_eq!(chronology.unwrap_err().kind, FaultKind::NotAllowed);
    assert!(concern.is_err());
}
