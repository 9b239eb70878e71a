use super::stand_ins::{compound, fixed, outlook_message, wide};
use super::*;

#[test]
fn an_outlook_message_says_who_when_and_what() {
    let read = read("message.msg", &outlook_message());

    assert_eq!(read.what, "an Outlook message");
    assert_eq!(read.said("From"), ["Sam Okafor <sam@example.org>"]);
    assert_eq!(read.said("To"), ["The office <office@example.org>"]);
    assert_eq!(read.said("Subject"), ["Zażółć — after school"]);
    assert_eq!(read.said("Sent, in UTC"), ["3 March 2026, 08:15:00 UTC"]);
    assert_eq!(
        read.words("Words of the message"),
        "She said zażółć.\nThen she went home."
    );
    assert!(
        read.words("The head as it came over the internet, with the way it came")
            .starts_with("Received: from a.example")
    );
    assert!(read.notes().contains("it is a draft"));
}

#[test]
fn its_formatted_form_is_printed_where_it_says_more() {
    let read = read("message.msg", &outlook_message());

    let formatted = read.words("Words of the message, from its formatted form");
    assert!(formatted.contains("http://x.example/y"));
}

#[test]
fn what_is_attached_to_it_is_named_harmlessly_and_not_opened() {
    let read = read("message.msg", &outlook_message());

    let files = read.files("Attachments");
    assert_eq!(files[0].name, "photo[U+202E]gpj.exe");
    assert_eq!(
        (files[0].media.as_str(), files[0].size),
        ("image/jpeg", 9_000)
    );
    assert_eq!(
        files[0].sha256.as_deref(),
        Some(super::super::tally::of(&[7; 9_000]).as_str())
    );
    assert_eq!(
        (files[1].name.as_str(), &files[1].sha256),
        ("An older message", &None)
    );
    assert!(read.notes().contains("another Outlook item"));
}

#[test]
fn words_that_only_outlook_can_show_are_said_to_be_missing() {
    let bytes = compound(&[
        ("__properties_version1.0", fixed(32, &[])),
        ("__substg1.0_0037001F", wide("Only rich")),
        ("__substg1.0_10090102", vec![0; 40]),
    ]);

    assert!(
        read("message.msg", &bytes)
            .notes()
            .contains("kept only in Outlook\u{2019}s own form")
    );
}

#[test]
fn another_compound_file_called_a_message_is_refused() {
    let bytes = compound(&[("WordDocument", vec![1; 100])]);

    assert_eq!(
        refused("message.msg", &bytes),
        Unreadable::Damaged {
            what: "an Outlook message"
        }
    );
}
