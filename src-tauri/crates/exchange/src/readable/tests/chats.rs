use super::stand_ins::zip;
use super::*;

const ANDROID: &str = "12/03/2024, 14:05 - Messages and calls are end-to-end encrypted.\n\
12/03/2024, 14:05 - Ada: he said: don\u{2019}t tell\nanybody\n\n\
12/03/2024, 14:06 - \u{202a}+44 7700 900123\u{202c}: <Media omitted>\n\
13/03/2024, 09:00 - Ada: This message was deleted\n";

#[test]
fn an_exported_chat_is_rows_of_when_who_and_words() {
    let read = read("WhatsApp Chat with Ada.txt", ANDROID.as_bytes());

    let (columns, rows) = read.table("The chat");
    assert_eq!(columns, ["When, as written", "Who", "Words"]);
    assert_eq!(
        rows[0],
        row(&[
            "12/03/2024, 14:05",
            "",
            "Messages and calls are end-to-end encrypted."
        ])
    );
    assert_eq!(
        rows[1],
        row(&[
            "12/03/2024, 14:05",
            "Ada",
            "he said: don\u{2019}t tell\nanybody"
        ])
    );
    assert_eq!(rows[2][2], "<Media omitted>");
    assert_eq!(rows.len(), 4);
    assert!(read.notes().contains("Some pictures"));
    assert!(
        read.notes()
            .contains("whether the day or the month comes first")
    );
}

#[test]
fn days_and_times_of_every_phone_are_kept_as_they_are_written() {
    for when in [
        "[12/03/2024, 14:05:33]",
        "[3/12/24, 2:05:33\u{202f}PM]",
        "[12.03.24, 14:05:33]",
        "[2024-03-12, 2:05:33 p.m.]",
    ] {
        let text = format!("\u{200e}{when} Ada: one\n{when} \u{200e}Ben: \u{200e}image omitted\n");

        let read = read("_chat.txt", text.as_bytes());

        let (_, rows) = read.table("The chat");
        assert_eq!(
            rows[0],
            row(&[when.trim_matches(['[', ']']), "Ada", "one"]),
            "{when}"
        );
        assert_eq!(rows[1][1], "Ben", "{when}");
    }
    for when in [
        "3/12/24, 2:05 PM",
        "12.03.24, 14:05",
        "2024-03-12, 14:05",
        "12/03/2024 14.05",
    ] {
        let text = format!("{when} - Ada: one\n{when} - Ben: two\n");

        assert_eq!(
            read("chat.txt", text.as_bytes()).table("The chat").1[1],
            row(&[when, "Ben", "two"])
        );
    }
}

#[test]
fn a_text_that_is_no_chat_is_left_to_be_shown_as_a_text() {
    for text in [
        "Notes of 12/03/2024, 14:05 - a call.\n",
        "[draft] Dear all,\n",
        "12/03/2024 - it began\n12/03/2024 - it went on\n",
        "",
    ] {
        assert_eq!(readable("notes.txt", text.as_bytes()), None, "{text}");
    }
}

#[test]
fn a_packed_chat_has_its_pictures_listed_by_size_and_hash() {
    let bytes = zip(&[
        ("_chat.txt", ANDROID.as_bytes()),
        ("00000003-PHOTO-2024-03-12.jpg", b"\xff\xd8\xff picture"),
        ("inner.zip", b"PK\x03\x04"),
    ]);

    let read = read("WhatsApp Chat.zip", &bytes);

    assert_eq!(read.what, "an exported chat, packed with its files");
    assert_eq!(read.table("The chat in _chat.txt").1.len(), 4);
    let files = read.files("Files in it");
    assert_eq!(files.len(), 3);
    assert_eq!(files[1].size, 11);
    assert_eq!(
        files[1].sha256.as_deref(),
        Some(super::super::tally::of(b"\xff\xd8\xff picture").as_str())
    );
}

#[test]
fn a_packed_folder_without_a_chat_is_listed_and_not_opened() {
    let bytes = zip(&[
        ("../../etc/passwd", b"root"),
        ("photo\u{202e}gpj.exe", b"MZ"),
        ("letter.txt", b"Dear all"),
    ]);

    let read = read("files.zip", &bytes);

    let names: Vec<&str> = read
        .files("Files in it")
        .iter()
        .map(|file| file.name.as_str())
        .collect();
    assert_eq!(
        names,
        ["../../etc/passwd", "photo[U+202E]gpj.exe", "letter.txt"]
    );
    assert!(read.notes().contains("leads out of the folder"));
    assert!(!read.everything().contains("Dear all"));
}
