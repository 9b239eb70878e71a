//! The school to practise in.

use app::Practice;
use app::wire::{ConcernFilter, CreateVault};
use kit::{Device, RUTH, SCHOOL, forms};

fn lead() -> CreateVault {
    CreateVault {
        school: String::new(),
        prefix: "MV".to_owned(),
        address: String::new(),
        phone: String::new(),
        sites: Vec::new(),
        name: String::new(),
        user: "practice".to_owned(),
        password: "practice makes a calm lead".to_owned(),
    }
}

/// What the lists of a practice school show, down to the words of every concern.
fn shown(seed: u64) -> (Device, Vec<String>) {
    let mut laptop = Device::new();
    let practice = Practice {
        pupils: 60,
        concerns: 40,
        seed,
        attachments_mib: 1,
    };
    app::make_practice_school(&mut laptop.office, lead(), practice).unwrap();
    let mut lines = Vec::new();
    let pupils = app::pupils(&laptop.office, "", false, 0).unwrap();
    lines.push(format!("{} pupils", pupils.total));
    for row in pupils.pupils {
        lines.push(format!(
            "{} {} {} {:?} {:?}",
            row.legal_name, row.name, row.class, row.upn, row.flags
        ));
    }
    let filter = ConcernFilter {
        limit: 200,
        ..ConcernFilter::default()
    };
    for row in app::concerns(&mut laptop.office, filter).unwrap().concerns {
        let view = app::concern(&mut laptop.office, &row.id).unwrap();
        let words: Vec<&str> = view
            .versions
            .iter()
            .flat_map(|version| &version.shown)
            .map(|shown| shown.text.as_str())
            .collect();
        let files: Vec<(&str, &str)> = view
            .files
            .iter()
            .map(|file| (file.name.as_str(), file.sha256.as_str()))
            .collect();
        lines.push(format!(
            "{} {} {} {} {words:?} {files:?}",
            row.record_no, row.about, row.occurred, row.written
        ));
    }
    (laptop, lines)
}

#[test]
fn the_same_seed_makes_the_same_school_and_another_seed_another() {
    let ((mut laptop, one), (_, same), (_, other)) = (shown(7), shown(7), shown(8));

    let whole = app::verify(&mut laptop.office).unwrap();

    assert_eq!(one.iter().filter(|line| line.contains("MV-")).count(), 40);
    assert_eq!(one, same);
    assert_ne!(one, other);
    assert_eq!(whole.faults.len(), 0);
    assert!(whole.files > 0);
}

#[test]
fn practising_is_plainly_marked_and_leaves_the_real_records_alone() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let real = app::record_concern(&mut laptop.office, forms::about_amara())
        .unwrap()
        .value
        .id;
    laptop.lock();
    laptop.restart();
    let before = laptop.picture();

    let session = app::open_practice(&mut laptop.office).unwrap();
    let practised = app::record_concern(&mut laptop.office, forms::saying("Only practising."))
        .unwrap()
        .value;
    let real_one = app::concern(&mut laptop.office, &real);
    app::lock(&mut laptop.office).unwrap();
    let again = app::open_practice(&mut laptop.office).unwrap();
    let kept = app::concern(&mut laptop.office, &practised.id);
    app::lock(&mut laptop.office).unwrap();
    let after = laptop.picture();
    let door = app::front_door(&mut laptop.office).unwrap();

    assert!(session.practice && again.practice);
    assert_eq!(
        (door.practice, door.school.as_deref()),
        (false, Some(SCHOOL))
    );
    assert!(session.school.ends_with("(practice)"));
    assert!(real_one.is_err());
    assert!(kept.is_ok());
    assert!(before == after, "not a byte of the real vault changed");
    // Locking the pretend school leads back to the real one's door.
    assert!(!laptop.open(&RUTH).practice);
}
