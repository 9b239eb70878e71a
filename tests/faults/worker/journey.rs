//! A first day, from an empty laptop to a locked one. What it says goes to its output past every buffer; it goes on
//! when it is told to.

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

use app::wire::{ConcernFilter, ConcernForm, FaultKind, FindFilter, PaperAsked};

use crate::both::canary::Canaries;
use crate::both::desk::{Desk, saying};

/// Does everything a lead does on the first day. With `waits` it stops while everything is on the screen, and once
/// more after locking.
pub fn run(place: &Path, seed: u64, waits: bool) {
    let canaries = Canaries::of(seed);
    let mut desk = Desk::at(place, 0);
    let on_screen = work(&mut desk, &canaries);
    tell("open");
    if waits {
        listen();
    }
    for words in &on_screen.kit {
        tell_secret(words);
    }
    drop(on_screen);
    app::lock(&mut desk.office).unwrap();
    drop(canaries);
    tell("locked");
    if waits {
        listen();
    }
    drop(desk);
}

/// What stands on the screen when the lead is called away.
struct OnScreen {
    kit: Vec<String>,
    _view: app::wire::ConcernView,
}

fn work(desk: &mut Desk, canaries: &Canaries) -> OnScreen {
    let mut kit = create(desk, canaries);
    import(desk, canaries);
    let concern = record(desk, canaries);

    // Calls away, comes back, gets it wrong once.
    app::lock(&mut desk.office).unwrap();
    let wrong = desk.open(&canaries.wrong_password).unwrap_err();
    assert_eq!(wrong.kind, FaultKind::WrongPassword);
    desk.open(&canaries.password).unwrap();
    app::change_password(&mut desk.office, &canaries.password, &canaries.new_password).unwrap();
    app::lock(&mut desk.office).unwrap();
    desk.open(&canaries.new_password).unwrap();

    let found = app::find(&mut desk.office, &canaries.account, FindFilter::default()).unwrap();
    assert_eq!(found.items.len(), 1, "what was written is found");
    let found = app::find(&mut desk.office, &canaries.surname, FindFilter::default()).unwrap();
    assert!(!found.items.is_empty());
    let listed = app::concerns(
        &mut desk.office,
        ConcernFilter {
            limit: 50,
            ..ConcernFilter::default()
        },
    );
    assert_eq!(listed.unwrap().concerns.len(), 1);

    let asked = PaperAsked::Kit { words: kit.clone() };
    let laid_out = app::lay_out_paper(&mut desk.office, asked).unwrap();
    let printed = app::HandOut::Printed;
    let (page, _) = app::hand_out(&mut desk.office, &laid_out.token, &printed).unwrap();
    assert!(page.starts_with(b"%PDF"));
    let stick = desk.place().join("stick");
    std::fs::create_dir_all(&stick).unwrap();
    app::back_up_to(&mut desk.office, &stick).unwrap();
    assert!(app::verify(&mut desk.office).unwrap().faults.is_empty());
    app::keep_draft(&mut desk.office, saying(&canaries.draft)).unwrap();
    kit.iter_mut().for_each(|word| word.shrink_to_fit());
    OnScreen {
        kit,
        _view: app::concern(&mut desk.office, &concern).unwrap(),
    }
}

fn create(desk: &mut Desk, canaries: &Canaries) -> Vec<String> {
    let created = desk
        .create_as(&canaries.school, &canaries.lead, &canaries.password)
        .unwrap();
    app::rehearse(&mut desk.office, &created.kit.words).unwrap();
    created.kit.words
}

fn import(desk: &mut Desk, canaries: &Canaries) {
    let list = kit::lists::with(kit::lists::PUPILS, "Oyelaran", &canaries.surname);
    let list = kit::lists::with(&list, "Amara", &canaries.forename);
    let token = desk
        .bring("pupils.csv", &kit::lists::utf16(&list), "pupil_list")
        .unwrap();
    app::preview_pupil_list(&mut desk.office, &token, None).unwrap();
    app::take_pupil_list(&mut desk.office, &token, None).unwrap();
}

fn record(desk: &mut Desk, canaries: &Canaries) -> String {
    let pupils = app::pupils(&desk.office, &canaries.surname, false, 0).unwrap();
    let pupil = pupils.pupils.first().unwrap().id.clone();
    let mut form = ConcernForm {
        people: vec![kit::forms::chosen(&pupil, "victim")],
        childs_words: canaries.childs_words.clone(),
        indecent_image: "no".to_owned(),
        ..saying(&format!("He said {} twice.", canaries.account))
    };
    form.draft = Some(app::keep_draft(&mut desk.office, form.clone()).unwrap().id);
    let content = format!("begins {} ends", canaries.file_text).repeat(5_000);
    let name = format!("{}.txt", canaries.file_name);
    form.files
        .push(desk.take_in(&name, content.as_bytes()).unwrap());
    let recorded = app::record_concern(&mut desk.office, form.clone()).unwrap();
    app::amend_concern(
        &mut desk.office,
        ConcernForm {
            amends: Some(recorded.value.id.clone()),
            reason: Some("the words I used".to_owned()),
            opinion: canaries.correction.clone(),
            files: Vec::new(),
            draft: None,
            ..form
        },
    )
    .unwrap();
    let view = app::concern(&mut desk.office, &recorded.value.id).unwrap();
    assert_eq!(view.versions.len(), 2);
    let out = desk.place().join("taken-out");
    app::take_out_file_to(&mut desk.office, &view.files[0].id, &out).unwrap();
    // A plain copy is the person's own wish, and they put it away again.
    std::fs::remove_file(&out).unwrap();
    recorded.value.id
}

fn tell(what: &str) {
    let line = format!("{what}\n");
    output().write_all(line.as_bytes()).unwrap();
}

/// In two writes, so that no buffer of ours holds it.
fn tell_secret(word: &str) {
    let mut output = output();
    output.write_all(word.as_bytes()).unwrap();
    output.write_all(b"\n").unwrap();
}

fn output() -> File {
    File::options().write(true).open("/dev/stdout").unwrap()
}

fn listen() {
    let mut byte = [0];
    File::open("/dev/stdin")
        .unwrap()
        .read_exact(&mut byte)
        .unwrap();
}

/// Asks for a socket to another computer, as the program must not.
pub fn reach_out() {
    let _ = std::net::UdpSocket::bind("127.0.0.1:0");
    tell("reached out");
}
