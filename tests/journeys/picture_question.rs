//! No indecent image of a child ever enters the vault: yes and unsure stand in every way in.

use app::BeginFile;
use app::wire::{FaultKind, FindFilter};
use kit::{Device, RUTH, forms, their_words};

#[test]
fn yes_unsure_and_no_answer_keep_a_file_out_of_every_way_in() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let concern = app::record_concern(&mut laptop.office, forms::about_amara())
        .unwrap()
        .value
        .id;
    let waiting = laptop.take_in("screenshot.png", "image/png", b"a page of messages");
    let before = laptop
        .picture()
        .paths()
        .filter(|path| path.starts_with("blobs"))
        .count();

    for answer in ["yes", "unsure", ""] {
        let begin = BeginFile {
            name: "other.png".to_owned(),
            size: 10,
            media: "image/png".to_owned(),
            source: None,
            indecent_image: answer.to_owned(),
            for_purpose: "concern".to_owned(),
        };
        let mut form = forms::saying("With a picture that must not come in.");
        form.indecent_image = answer.to_owned();
        form.files = vec![waiting.token.clone()];

        let taken_in = app::begin_file(&mut laptop.office, begin).unwrap_err();
        let recorded = app::record_concern(&mut laptop.office, form).unwrap_err();
        let attached = app::attach_files(
            &mut laptop.office,
            &concern,
            std::slice::from_ref(&waiting.token),
            answer,
        )
        .unwrap_err();

        for refused in [&taken_in, &attached] {
            assert_eq!(refused.kind, FaultKind::Refused);
            assert!(their_words(refused).contains("the device, for the police"));
        }
        assert_eq!(recorded.problems[0].field, "indecent_image");
    }

    let view = app::concern(&mut laptop.office, &concern).unwrap();
    let found = app::find(&mut laptop.office, "must not come", FindFilter::default()).unwrap();
    let after = laptop
        .picture()
        .paths()
        .filter(|path| path.starts_with("blobs"))
        .count();
    assert!(view.files.is_empty());
    assert!(found.items.is_empty());
    assert_eq!(after, before);
}

#[test]
fn a_concern_that_there_may_be_such_an_image_is_recorded_in_words_alone() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let mut form = forms::saying(
        "She says he has a picture of her. I did not look. The phone is in the safe.",
    );
    form.indecent_image = "yes".to_owned();

    let id = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    let other = laptop.take_in("another.png", "image/png", b"a page of messages");
    let picture = app::attach_files(&mut laptop.office, &id, &[other.token], "no");
    let hidden = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xe0";
    let renamed = laptop.take_in("notes.txt", "text/plain", hidden);
    let renamed = app::attach_files(&mut laptop.office, &id, &[renamed.token], "no");
    let letter = laptop.take_in("letter from the police.pdf", "application/pdf", b"%PDF-1.7");
    let words = app::attach_files(&mut laptop.office, &id, &[letter.token], "no");
    let view = app::concern(&mut laptop.office, &id).unwrap();

    for picture in [picture, renamed] {
        assert!(their_words(&picture.unwrap_err()).contains("the device, for the police"));
    }
    assert!(words.is_ok());
    assert_eq!(view.files.len(), 1);
    assert_eq!(view.versions[0].form.indecent_image, "yes");
}

#[test]
fn a_file_that_stops_half_way_or_changes_its_size_is_not_added() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let begin = |size| BeginFile {
        name: "half.bin".to_owned(),
        size,
        media: String::new(),
        source: None,
        indecent_image: "no".to_owned(),
        for_purpose: "concern".to_owned(),
    };

    let token = app::begin_file(&mut laptop.office, begin(100))
        .unwrap()
        .token;
    app::file_chunk(&mut laptop.office, &token, &[1; 60]).unwrap();
    let half = app::finish_file(&mut laptop.office, &token).unwrap_err();
    let token = app::begin_file(&mut laptop.office, begin(100))
        .unwrap()
        .token;
    app::drop_file(&mut laptop.office, &token).unwrap();
    let dropped = app::file_chunk(&mut laptop.office, &token, &[1; 60]).unwrap_err();

    assert_eq!(
        half.say,
        "Only part of that file arrived, so nothing of it was added."
    );
    assert_eq!(dropped.kind, FaultKind::Missing);
    assert_eq!(
        laptop
            .picture()
            .paths()
            .filter(|path| path.starts_with("blobs"))
            .count(),
        0
    );
}

#[test]
fn a_picture_chosen_as_a_pupil_list_is_refused_and_can_be_attached_to_nothing() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let concern = app::record_concern(&mut laptop.office, forms::about_amara())
        .unwrap()
        .value
        .id;
    let before = laptop.picture();
    let token = laptop.choose_list(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR weirlistcanary");

    let looked = app::preview_pupil_list(&mut laptop.office, &token, None).unwrap_err();
    let attached = app::attach_files(&mut laptop.office, &concern, &[token], "no").unwrap_err();

    assert!(looked.say.contains("picture"), "{}", looked.say);
    assert_eq!(attached.kind, FaultKind::Missing);
    assert!(laptop.picture() == before, "something came to the disk");
}
