//! Who may never see what is written about them.

use app::wire::{ConcernFilter, FaultKind, FindFilter, PaperAsked, Route};
use domain::room::Room as RoomKind;
use kit::{CHAIR, DEV, Device, HEAD, PATIENCE, RUTH, forms, inside, text_of, their_words};

/// The lead's pupils, about a teacher.
const WORDS: &str = "Two pupils told me he kept them behind with the door locked, quillwort.";

fn about_a_teacher() -> app::wire::ConcernForm {
    forms::about_adult(Route::Staff, PATIENCE.as_subject(), WORDS)
}

#[test]
fn when_nobody_may_hold_a_staff_concern_yet_it_says_whom_to_ring_and_keeps_the_draft() {
    let mut laptop = Device::of_school(&[&DEV, &PATIENCE]);
    laptop.open(&RUTH);
    let routing = app::routing(&laptop.office, Route::Staff, &[]).unwrap();
    let mut form = about_a_teacher();
    form.draft = Some(
        app::keep_draft(&mut laptop.office, form.clone())
            .unwrap()
            .id,
    );

    let refused = app::record_concern(&mut laptop.office, form).unwrap_err();
    let drafts = app::drafts(&laptop.office).unwrap();
    let to_print = laptop.printed(PaperAsked::Blank {
        route: Route::Staff,
    });

    assert!(routing.nobody_yet && routing.readers.is_empty());
    assert_eq!(routing.ring.as_deref(), Some("the headteacher"));
    assert_eq!(refused.kind, FaultKind::NotAllowed);
    assert!(their_words(&refused).contains("Ring the headteacher now"));
    assert!(their_words(&refused).contains("kept as your draft"));
    assert_eq!(drafts[0].form.description, WORDS);
    assert!(to_print.starts_with(b"%PDF-"));
}

#[test]
fn a_concern_about_a_member_of_staff_reaches_the_head_and_nobody_else() {
    let mut laptop = Device::of_school(&[&DEV, &HEAD, &PATIENCE, &CHAIR]);
    laptop.open(&RUTH);
    let routing = app::routing(&laptop.office, Route::Staff, &[]).unwrap();

    let posted = app::record_concern(&mut laptop.office, about_a_teacher())
        .unwrap()
        .value;
    let lead_sees = what_is_seen(&mut laptop);
    let opened = app::concern(&mut laptop.office, &posted.id);
    let copies = app::drafts(&laptop.office).unwrap();
    laptop.lock();
    let others: Vec<_> = [&DEV, &PATIENCE, &CHAIR]
        .map(|who| {
            laptop.open(who);
            let seen = what_is_seen(&mut laptop);
            laptop.lock();
            seen
        })
        .into();
    laptop.open(&HEAD);
    let head = app::concerns(&mut laptop.office, ConcernFilter::default()).unwrap();
    let view = app::concern(&mut laptop.office, &posted.id).unwrap();

    assert_eq!(routing.readers, [HEAD.name]);
    assert!(routing.say.contains("Nobody else sees that it exists"));
    assert!(posted.posted && posted.receipt.is_some());
    assert_eq!(posted.passed_to, [HEAD.name]);
    assert_eq!(lead_sees, (0, 0));
    assert!(opened.is_err());
    assert!(copies.is_empty(), "no copy stays with whoever posted it");
    assert_eq!(others, [(0, 0), (0, 0), (0, 0)]);
    assert_eq!((head.total, head.unread), (1, 1));
    assert_eq!(
        head.concerns[0].room.as_ref().unwrap().name,
        "Staff concerns"
    );
    assert_eq!(text_of(&view, "account"), WORDS);
    assert_eq!(view.row.reporter, RUTH.name);
}

/// How many concerns a person's list shows, and how many the word in [`WORDS`] finds.
fn what_is_seen(laptop: &mut Device) -> (u32, usize) {
    let listed = app::concerns(&mut laptop.office, ConcernFilter::default()).unwrap();
    let found = app::find(&mut laptop.office, "quillwort", FindFilter::default()).unwrap();
    (listed.total, found.items.len())
}

#[test]
fn the_lead_with_every_file_and_their_own_password_cannot_tell_that_a_staff_concern_exists() {
    let mut with = Device::of_school(&[&DEV, &HEAD, &PATIENCE, &CHAIR]);
    let mut without = Device::of_school(&[&DEV, &HEAD, &PATIENCE, &CHAIR]);
    for (laptop, words) in [(&mut with, true), (&mut without, false)] {
        laptop.open(&HEAD);
        if words {
            app::record_concern(&mut laptop.office, about_a_teacher()).unwrap();
        }
        laptop.lock();
        laptop.open(&RUTH);
    }

    let shown = |laptop: &mut Device| {
        let verified = app::verify(&mut laptop.office).unwrap();
        let facts = app::vault_facts(&laptop.office).unwrap();
        let rooms: Vec<_> = facts
            .rooms
            .into_iter()
            .map(|room| {
                (
                    room.name,
                    room.member,
                    room.made,
                    room.entries,
                    room.members,
                    room.size,
                )
            })
            .collect();
        let info = app::vault_info(&laptop.office).unwrap().rooms.len();
        (
            what_is_seen(laptop),
            verified.say,
            rooms,
            facts.checkpoints.len(),
            info,
        )
    };
    let (one, other) = (shown(&mut with), shown(&mut without));
    with.lock();
    let held = inside::rooms_of(&with, &RUTH);
    let disk = kit::Picture::of(with.disk());

    assert_eq!(one, other);
    assert_eq!(held.keys().collect::<Vec<_>>(), [&RoomKind::Pupils]);
    assert_eq!(disk.holding(&["quillwort"]), Vec::<&str>::new());
}

#[test]
fn the_rooms_of_the_head_are_made_at_the_heads_own_keyboard() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let code = app::invite_person(&mut laptop.office, HEAD.invitation(false))
        .unwrap()
        .value
        .code
        .unwrap();
    let made = |laptop: &Device| -> Vec<bool> {
        let facts = app::vault_facts(&laptop.office).unwrap();
        facts.rooms.iter().map(|room| room.made).collect()
    };
    let sizes = |laptop: &Device| -> Vec<String> {
        let facts = app::vault_facts(&laptop.office).unwrap();
        facts.rooms.iter().map(|room| room.size.clone()).collect()
    };
    let invited_only = (made(&laptop), sizes(&laptop));
    let refused = app::record_concern(&mut laptop.office, about_a_teacher());
    laptop.lock();

    app::accept_invitation(&mut laptop.office, HEAD.user, &code, HEAD.password).unwrap();
    laptop.lock();
    let held = inside::rooms_of(&laptop, &HEAD);
    laptop.open(&RUTH);
    let joined = (made(&laptop), sizes(&laptop));
    let posted = app::record_concern(&mut laptop.office, about_a_teacher());

    assert_eq!(invited_only.0, [true, false, false, false]);
    assert!(refused.is_err());
    assert_eq!(
        held.keys().collect::<Vec<_>>(),
        [&RoomKind::Pupils, &RoomKind::Staff, &RoomKind::LeadTeam]
    );
    assert_eq!(joined.0, [true, true, false, true]);
    assert_eq!(
        joined.1, invited_only.1,
        "a made room is as large as its stand-in was"
    );
    assert_eq!(posted.unwrap().value.passed_to, [HEAD.name]);
}

#[test]
fn a_concern_about_the_head_goes_to_the_chair_and_past_the_head() {
    let mut laptop = Device::of_school(&[&DEV, &HEAD, &PATIENCE, &CHAIR]);
    laptop.open(&PATIENCE);
    let wrong_way = forms::about_adult(Route::Pupil, HEAD.as_subject(), WORDS);
    let to_the_head = forms::about_adult(Route::Staff, HEAD.as_subject(), WORDS);
    let right_way = forms::about_adult(Route::Head, HEAD.as_subject(), WORDS);

    let refused = [wrong_way, to_the_head]
        .map(|form| app::record_concern(&mut laptop.office, form).unwrap_err());
    let posted = app::record_concern(&mut laptop.office, right_way)
        .unwrap()
        .value;
    laptop.lock();
    laptop.open(&HEAD);
    let head = what_is_seen(&mut laptop);
    laptop.lock();
    laptop.open(&CHAIR);
    let chair = app::concern(&mut laptop.office, &posted.id).unwrap();

    for fault in refused {
        assert_eq!(fault.problems[0].field, "route");
        assert!(fault.say.contains("chair of governors"), "{}", fault.say);
    }
    assert_eq!(posted.passed_to, [CHAIR.name]);
    assert_eq!(head, (0, 0));
    assert_eq!(text_of(&chair, "account"), WORDS);
    assert_eq!(chair.room.unwrap().name, "About the head");
}

#[test]
fn a_concern_about_the_lead_goes_to_the_head_and_past_the_lead() {
    let mut laptop = Device::of_school(&[&DEV, &HEAD, &PATIENCE, &CHAIR]);
    laptop.open(&PATIENCE);
    let form = |route| forms::about_adult(route, RUTH.as_subject(), WORDS);

    let refused = app::record_concern(&mut laptop.office, form(Route::Pupil)).unwrap_err();
    let posted = app::record_concern(&mut laptop.office, form(Route::LeadTeam))
        .unwrap()
        .value;
    laptop.lock();
    let of_the_team: Vec<_> = [&RUTH, &DEV]
        .map(|who| {
            laptop.open(who);
            let seen = what_is_seen(&mut laptop);
            laptop.lock();
            seen
        })
        .into();
    laptop.open(&HEAD);
    let head = app::concern(&mut laptop.office, &posted.id).unwrap();

    assert!(refused.say.contains("It goes to the headteacher"));
    assert_eq!(posted.passed_to, [HEAD.name]);
    assert_eq!(of_the_team, [(0, 0), (0, 0)]);
    assert_eq!(head.room.unwrap().name, "About the lead or the team");
}
