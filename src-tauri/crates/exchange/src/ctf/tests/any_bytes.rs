//! Whatever is brought, nothing breaks, and pupils and problems never come together.

use proptest::prelude::*;

use super::*;

fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    crate::ctf::is_xml(bytes);
    let Ok(transfer) = read_transfer(bytes, today()) else {
        return Ok(());
    };
    let reading = transfer.reading;
    prop_assert!(reading.problem_count == 0 || reading.rows.is_empty());
    prop_assert!(reading.problem_count > 0 || !reading.rows.is_empty());
    prop_assert_eq!(reading.problem_count == 0, reading.problems.is_empty());
    for row in &reading.rows {
        prop_assert!(!row.legal_surname.is_empty() && !row.legal_forename.is_empty());
        prop_assert!(!row.legal_surname.contains(char::REPLACEMENT_CHARACTER));
        prop_assert!(row.date_of_birth.is_some_and(|born| born <= today()));
    }
    Ok(())
}

/// Files nearly right: pieces that mean something, in any order.
fn nearly_files() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "<CTfile>",
        "</CTfile>",
        "<CTFpupilData>",
        "</CTFpupilData>",
        "<Pupil>",
        "</Pupil>",
        "<Surname>",
        "</Surname>",
        "<Forename>",
        "</Forename>",
        "<DOB>",
        "</DOB>",
        "<UPN>",
        "</UPN>",
        "<Contacts>",
        "</Contacts>",
        "<Contact>",
        "</Contact>",
        "<Phones>",
        "</Phones>",
        "<SENhistory>",
        "<SEN/>",
        "</SENhistory>",
        "<Order>",
        "</Order>",
        "<!DOCTYPE a>",
        "&amp;",
        "&lol;",
        "&#0;",
        "&#x110000;",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<?x?>",
        "<",
        ">",
        "&",
        "Null",
        "2014-09-02",
        "99999999999999",
        "\u{FFFD}",
        "\0",
        "<a b='c' d>",
        "\"",
        "P801200019501",
    ]);
    prop::collection::vec(pieces, 0..80).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        check(&bytes)?;
    }

    #[test]
    fn any_text_in_a_pupil(text in any::<String>()) {
        check(format!("<CTfile><CTFpupilData><Pupil><Surname>{text}</Surname></Pupil></CTFpupilData></CTfile>").as_bytes())?;
    }

    #[test]
    fn files_nearly_right(text in nearly_files()) {
        check(text.as_bytes())?;
    }

    #[test]
    fn good_files_with_bytes_changed(
        name in prop::sample::select(vec!["three-pupils.xml", "windows-1252.xml", "utf16-le-bom.xml", "utf16-be-no-bom.xml"]),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = bytes(name);
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        check(&bytes)?;

        bytes.truncate(cut.index(bytes.len()));
        check(&bytes)?;
    }
}
