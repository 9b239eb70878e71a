//! Files inside the window: looked at in memory, recorded, and out of sight for good where one should never have come in.

use app::wire::{CaseForm, ConcernFilter, FaultKind, FileOpened, HideForm, WithheldForm};
use kit::{Device, PATIENCE, RUTH, forms, their_words};

const LETTER: &[u8] = b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF";

fn with_file(laptop: &mut Device, name: &str, media: &str, bytes: &[u8]) -> (String, String) {
    let taken = laptop.take_in(name, media, bytes);
    let mut form = forms::about_amara();
    form.indecent_image = "no".to_owned();
    form.files = vec![taken.token];
    let id = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    let view = app::concern(&mut laptop.office, &id).unwrap();
    (id, view.files[0].id.clone())
}

fn opened(laptop: &mut Device, name: &str, bytes: &[u8]) -> FileOpened {
    let (_, file) = with_file(laptop, name, "", bytes);
    app::open_file(&mut laptop.office, &file).unwrap()
}

#[test]
fn a_file_is_looked_at_piece_by_piece_and_that_it_was_is_kept() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let bytes: Vec<u8> = LETTER.iter().copied().cycle().take(3_000_000).collect();
    let (_, file) = with_file(&mut laptop, "letter.pdf", "application/pdf", &bytes);
    let before = laptop.picture();

    let open = app::open_file(&mut laptop.office, &file).unwrap();
    let mut whole = Vec::new();
    while whole.len() < bytes.len() {
        let piece = app::file_piece(&laptop.office, &open.token, whole.len() as u64, u64::MAX);
        let piece = piece.unwrap();
        assert!(!piece.is_empty() && piece.len() <= 1 << 20);
        whole.extend_from_slice(&piece);
    }
    let past = app::file_piece(&laptop.office, &open.token, 9_000_000, 10).unwrap();
    app::close_file(&mut laptop.office, &open.token).unwrap();
    let closed = app::file_piece(&laptop.office, &open.token, 0, 10).unwrap_err();

    assert_eq!(whole, bytes);
    assert!(past.is_empty());
    assert_eq!(open.kind, "pdf");
    assert_eq!(open.size, 3_000_000);
    assert_eq!(open.sha256.len(), 64);
    assert_eq!(open.added_by, "Ruth Calloway");
    assert_eq!(open.seen.len(), 1);
    assert_eq!(open.seen[0].name, "Ruth Calloway");
    assert_eq!(closed.kind, FaultKind::Missing);
    // What came to the disk since is a page of the room's file; no new file, plain or not.
    let names = |picture: &kit::Picture| picture.paths().map(ToOwned::to_owned).collect::<Vec<_>>();
    assert_eq!(names(&laptop.picture()), names(&before));
    assert!(
        laptop
            .picture()
            .holding(&["1 0 obj << >> endobj"])
            .is_empty()
    );
}

#[test]
fn locking_closes_every_file_and_a_token_of_before_opens_nothing() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let open = opened(&mut laptop, "letter.pdf", LETTER);

    app::lock(&mut laptop.office).unwrap();
    let locked = app::file_piece(&laptop.office, &open.token, 0, 10).unwrap_err();
    laptop.open(&RUTH);
    let reopened = app::file_piece(&laptop.office, &open.token, 0, 10).unwrap_err();

    assert_eq!(locked.kind, FaultKind::Locked);
    assert_eq!(reopened.kind, FaultKind::Missing);
}

#[test]
fn somebody_who_may_not_read_the_concern_may_not_look_at_its_files() {
    let mut laptop = Device::of_school(&[&PATIENCE]);
    laptop.open(&RUTH);
    let (_, file) = with_file(&mut laptop, "letter.pdf", "", LETTER);

    laptop.open(&PATIENCE);
    let refused = app::open_file(&mut laptop.office, &file).unwrap_err();

    assert_eq!(refused.kind, FaultKind::Missing);
}

#[test]
fn a_broken_or_hostile_file_gets_one_calm_sentence_and_stays_in_the_record() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let huge = [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(),
        &20_000_u32.to_be_bytes(),
        &20_000_u32.to_be_bytes(),
    ]
    .concat();
    let shelf: [(&str, &[u8], &str); 8] = [
        ("letter.pdf", b"<html>404</html>", "named as a PDF"),
        ("photo.jpg", b"\xff\xd8\xff\xda", "named as a picture"),
        (
            "photo.png",
            b"<script>alert(1)</script>",
            "named as a picture",
        ),
        ("poster.png", &huge, "20000 by 20000 points"),
        ("IMG_0042.HEIC", b"\0\0\0\x18ftypheic", "a HEIC picture"),
        ("notes.txt", b"\0\x01\x02\x03", "named as text"),
        ("voice.mp3", b"no sound at all", "named as a recording"),
        ("empty.pdf", b"", "nothing in this file"),
    ];
    for (name, bytes, sentence) in shelf {
        let open = opened(&mut laptop, name, bytes);

        assert_eq!(open.kind, "none", "{name}");
        let why = open.why.unwrap();
        assert!(why.contains(sentence), "{name}: {why}");
        assert!(why.ends_with('.') && !why.contains("Error"), "{why}");
    }
}

#[test]
fn a_web_page_and_a_message_are_shown_as_the_text_they_are() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let page = b"<html><body onload=\"alert(1)\">Meet me on Saturday</body></html>";
    for (name, bytes) in [
        ("page.html", page.as_slice()),
        ("chat.csv", b"from,words\nm,\xfcber\n"),
    ] {
        let open = opened(&mut laptop, name, bytes);
        let shown = app::file_text(&laptop.office, &open.token).unwrap();

        assert_eq!(open.kind, "text", "{name}");
        assert!(shown.whole);
        assert!(shown.text.contains("alert(1)") || shown.text.contains("\u{fc}ber"));
    }
}

#[test]
fn a_file_that_should_never_have_come_in_is_neither_shown_nor_given_out_again() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let png = [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(),
        &640_u32.to_be_bytes(),
        &480_u32.to_be_bytes(),
    ]
    .concat();
    let (concern, file) = with_file(&mut laptop, "screenshot.png", "image/png", &png);
    let open = app::open_file(&mut laptop.office, &file).unwrap();
    let blobs = |laptop: &Device| {
        let picture = laptop.picture();
        picture
            .paths()
            .filter(|path| path.starts_with("blobs"))
            .count()
    };
    let before = blobs(&laptop);
    let form = |told: &str| HideForm {
        file: file.clone(),
        reason: "It may show a child. I closed it at once.".to_owned(),
        told: told.to_owned(),
        seen_by: "I did, for a second".to_owned(),
    };

    let unsaid = app::hide_file(&mut laptop.office, form(" ")).unwrap_err();
    app::hide_file(
        &mut laptop.office,
        form("Police on 101, log 0431; the head"),
    )
    .unwrap();
    let piece = app::file_piece(&laptop.office, &open.token, 0, 10).unwrap_err();
    let again = app::open_file(&mut laptop.office, &file).unwrap_err();
    let out = app::take_out_file(&laptop.office, &file).err().unwrap();
    let to = laptop.folder().join("copy.png");
    let written = app::take_out_file_to(&mut laptop.office, &file, &to).unwrap_err();
    let view = app::concern(&mut laptop.office, &concern).unwrap();

    assert_eq!(unsaid.problems[0].field, "told");
    assert_eq!(piece.kind, FaultKind::Missing);
    for refused in [&again, &out, &written] {
        assert_eq!(refused.kind, FaultKind::Refused);
        assert!(their_words(refused).contains("sight"));
    }
    assert!(!to.exists());
    let hidden = view.files[0].hidden.as_ref().unwrap();
    assert_eq!(hidden.told, "Police on 101, log 0431; the head");
    assert!(view.thread.iter().any(|item| item.kind == "hidden"));
    // Nothing is destroyed by it: only the police say what becomes of the bytes.
    assert_eq!(blobs(&laptop), before);
    laptop.lock();
    laptop.open(&RUTH);
    assert!(app::open_file(&mut laptop.office, &file).is_err());
}

#[test]
fn what_may_not_come_in_stands_in_the_record_in_words_from_the_first_signature_on() {
    let mut laptop = Device::of_school(&[&PATIENCE]);
    laptop.open(&PATIENCE);
    let mut form = forms::about_amara();
    form.indecent_image = "yes".to_owned();
    form.withheld = Some(sheet());

    let recorded = app::record_concern(&mut laptop.office, form).unwrap().value;
    assert!(recorded.posted);
    laptop.open(&RUTH);
    let page = app::concerns(
        &mut laptop.office,
        ConcernFilter {
            limit: 5,
            ..ConcernFilter::default()
        },
    )
    .unwrap();
    let view = app::concern(&mut laptop.office, &page.concerns[0].id).unwrap();
    let found = app::find(&mut laptop.office, "KX-4471", Default::default()).unwrap();

    let item = &view.case.as_ref().unwrap().withheld[0];
    assert_eq!(item.what, sheet().what);
    assert!(item.lines.iter().any(|line| line.label == "Police told"));
    assert!(item.by.starts_with("Patience Osei"));
    assert!(view.files.is_empty());
    assert_eq!(found.items.len(), 1);
}

fn sheet() -> WithheldForm {
    WithheldForm {
        what: "A picture she says he asked her for".to_owned(),
        place: "Her own phone, in a chat".to_owned(),
        make: "Galaxy A15".to_owned(),
        serial: "KX-4471".to_owned(),
        kept_at: "Envelope 12 in the safe".to_owned(),
        held_by: "H. Sandiford".to_owned(),
        isolated: "yes".to_owned(),
        isolated_note: "Switched off by her at 10:15".to_owned(),
        seen_by: "Nobody in school".to_owned(),
        told: vec![app::wire::ToldForm {
            who: "police".to_owned(),
            reference: "0218".to_owned(),
            ..Default::default()
        }],
    }
}

fn adding(sheet: WithheldForm, entry: Option<String>, reason: &str) -> CaseForm {
    CaseForm::Withheld {
        entry,
        sheet,
        reason: reason.to_owned(),
    }
}

#[test]
fn a_sheet_is_added_later_and_put_right_and_nothing_said_before_is_lost() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let id = app::record_concern(&mut laptop.office, forms::about_amara())
        .unwrap()
        .value
        .id;
    let bare = WithheldForm {
        kept_at: String::new(),
        ..sheet()
    };
    let refused = app::add_to_case(&mut laptop.office, &id, adding(bare, None, "")).unwrap_err();
    app::add_to_case(&mut laptop.office, &id, adding(sheet(), None, "")).unwrap();
    let first = app::concern(&mut laptop.office, &id).unwrap();
    let entry = first.case.unwrap().withheld[0].entry.clone();
    let moved = WithheldForm {
        kept_at: "With the police, PC Nowak 2214".to_owned(),
        ..sheet()
    };

    let unsaid = adding(moved.clone(), Some(entry.clone()), "");
    let unsaid = app::add_to_case(&mut laptop.office, &id, unsaid).unwrap_err();
    let right = adding(moved, Some(entry.clone()), "collected today");
    app::add_to_case(&mut laptop.office, &id, right).unwrap();
    let stale = adding(sheet(), Some(entry), "again");
    let stale = app::add_to_case(&mut laptop.office, &id, stale).unwrap_err();
    let view = app::concern(&mut laptop.office, &id).unwrap();

    assert_eq!(refused.problems[0].field, "item_kept_at");
    assert_eq!(unsaid.problems[0].field, "reason");
    assert_eq!(stale.kind, FaultKind::Refused);
    let items = view.case.unwrap().withheld;
    assert_eq!(items.len(), 1);
    assert_eq!(items[0].amended, 1);
    assert_eq!(items[0].form.kept_at, "With the police, PC Nowak 2214");
    let told: Vec<_> = view
        .thread
        .iter()
        .filter(|item| item.kind == "withheld")
        .collect();
    assert_eq!(told.len(), 2);
    assert!(
        told.iter()
            .any(|item| item.detail.contains("Envelope 12 in the safe"))
    );
}

#[test]
fn the_sheet_is_on_the_concerns_paper_on_the_chronology_and_on_a_paper_of_its_own() {
    use app::wire::PaperAsked;
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let pupil = app::save_pupil(&mut laptop.office, forms::amara())
        .unwrap()
        .value;
    let mut form = forms::about_amara();
    form.people = vec![forms::chosen(&pupil, "victim")];
    form.indecent_image = "unsure".to_owned();
    form.withheld = Some(sheet());
    let id = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    let view = app::concern(&mut laptop.office, &id).unwrap();
    let entry = view.case.unwrap().withheld[0].entry.clone();
    let purpose = "strategy discussion".to_owned();
    let mut words = |asked| {
        let shown = app::lay_out_paper(&mut laptop.office, asked).unwrap();
        shown
            .text
            .join("\n")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };

    let own = words(PaperAsked::Withheld {
        id: id.clone(),
        entry,
        purpose: purpose.clone(),
    });
    let concern = words(PaperAsked::Concern {
        form: app::wire::PaperForm::Whole,
        id,
        purpose: purpose.clone(),
    });
    let chronology = words(PaperAsked::Chronology {
        summary: false,
        pupil,
        from: None,
        to: None,
        mask_others: true,
        oldest_first: false,
        purpose,
    });

    for paper in [&own, &concern, &chronology] {
        assert!(paper.contains("Envelope 12 in the safe"), "{paper}");
    }
    assert!(own.contains("Handed over by") && own.contains("Taken by"));
    assert!(own.contains("Do not view, copy, forward, print or save it"));
}
