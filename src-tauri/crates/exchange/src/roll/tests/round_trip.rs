//! What is written is read back the same, in every encoding and with every delimiter.

use domain::pupil::check_letter;
use encoding_rs::WINDOWS_1252;
use proptest::prelude::*;

use super::*;

const HEADINGS: [&str; 13] = [
    "UPN",
    "Legal Surname",
    "Legal Forename",
    "Middle Names",
    "Preferred Forename",
    "Preferred Surname",
    "Former Surname",
    "Date of Birth",
    "Sex",
    "Year Group",
    "Reg Group",
    "Admission Date",
    "LAC",
];

fn fields(pupil: &RollRow) -> [String; 13] {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let date = |date: Option<NaiveDate>| {
        date.map(|date| date.format("%d/%m/%Y").to_string())
            .unwrap_or_default()
    };
    [
        text(&pupil.upn),
        pupil.legal_surname.clone(),
        pupil.legal_forename.clone(),
        text(&pupil.middle_names),
        text(&pupil.preferred_forename),
        text(&pupil.preferred_surname),
        text(&pupil.former_surname),
        date(pupil.date_of_birth),
        text(&pupil.sex),
        text(&pupil.year),
        text(&pupil.class),
        date(pupil.admitted),
        if pupil.flags.is_empty() {
            "N".into()
        } else {
            "Y".into()
        },
    ]
}

fn write(rows: &[RollRow], delimiter: u8, windows: bool) -> String {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(if windows {
            csv::Terminator::CRLF
        } else {
            csv::Terminator::Any(b'\n')
        })
        .from_writer(Vec::new());
    writer.write_record(HEADINGS).unwrap();
    for row in rows {
        writer.write_record(fields(row)).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// A name of one or two words in one script, with the signs that names hold and lists trip over.
fn name(word: &'static str) -> impl Strategy<Value = String> {
    let joint = prop::sample::select(vec![" ", "-", "'", "\u{2019}", ", ", " \"", ";", "|"]);
    (word, prop::option::of((joint, word))).prop_map(|(first, rest)| match rest {
        Some((joint, second)) => format!("{first}{joint}{second}"),
        None => first,
    })
}

fn any_script() -> impl Strategy<Value = String> {
    prop_oneof![
        name("[A-Z][a-zàâçéèêëîïôöùûüÿñæœßłśżźćąęńóőűřžščďťňįųģķļņāēīūəğışđ]{1,9}"),
        name("[Ա-Ֆ][ա-ֆ]{1,6}"),
        name("[А-Я][а-яіїєґ]{1,9}"),
        name("[Α-Ω][α-ω]{1,9}"),
        name("[ء-ي]{2,8}"),
        name("[א-ת]{2,8}"),
        name("[ਅ-ਹ][ਾ-ੂ]{1,2}[ਕ-ਨ]{1,3}"),
        name("[一-龥]{1,3}"),
        name("[가-힣]{1,3}"),
    ]
}

fn western() -> impl Strategy<Value = String> {
    name("[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{1,9}")
}

fn pupils<S: Strategy<Value = String>>(name: fn() -> S) -> impl Strategy<Value = Vec<RollRow>> {
    let date = || {
        (2009_i32..2021, 1_u32..13, 1_u32..29)
            .prop_map(|(year, month, date)| day(year, month, date))
    };
    let pupil = (
        (
            name(),
            name(),
            prop::option::of(name()),
            prop::option::of(name()),
            prop::option::of(name()),
            prop::option::of(name()),
        ),
        (
            prop::option::of(date()),
            prop::option::of(date()),
            prop::bool::ANY,
            prop::bool::ANY,
        ),
        prop::option::of("(1[0-4]|[1-9]|R|N1|N2)"),
        prop::option::of("[1-9]{1,2}[A-Z]"),
        prop::option::of(prop::sample::select(vec![
            "Female".to_owned(),
            "Male".to_owned(),
        ])),
    )
        .prop_map(
            |(names, (born, admitted, numbered, lac), year, class, sex)| {
                let (surname, forename, middle, preferred, preferred_surname, former) = names;
                RollRow {
                    upn: numbered.then(String::new),
                    preferred_forename: preferred.filter(|name| *name != forename),
                    preferred_surname: preferred_surname.filter(|name| *name != surname),
                    former_surname: former.filter(|name| *name != surname),
                    legal_surname: surname,
                    legal_forename: forename,
                    middle_names: middle,
                    date_of_birth: born,
                    admitted,
                    sex,
                    year,
                    class,
                    flags: if lac { vec!["lac"] } else { vec![] },
                    ..RollRow::default()
                }
            },
        );
    prop::collection::vec(pupil, 1..12).prop_map(|mut pupils| {
        for (place, pupil) in pupils.iter_mut().enumerate() {
            let twelve = format!("8012000{:05}", place + 19_000);
            let letter = check_letter(&twelve).unwrap();
            pupil.upn = pupil.upn.take().map(|_| format!("{letter}{twelve}"));
            // Told apart by birth date, so that none is an equal row.
            let born =
                day(2009, 1, 1).checked_add_days(domain::when::Days::new(place as u64 * 300));
            pupil.date_of_birth = pupil.date_of_birth.and(born);
            pupil.class = Some(format!("{}Q", place + 1));
        }
        pupils
    })
}

fn utf_16(text: &str, big: bool, mark: bool) -> Vec<u8> {
    let mark = mark.then_some(0xFEFF);
    mark.into_iter()
        .chain(text.encode_utf16())
        .flat_map(|unit| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        })
        .collect()
}

fn same(bytes: &[u8], rows: &[RollRow]) -> Result<(), TestCaseError> {
    let reading = read_bytes(bytes).unwrap();
    prop_assert_eq!(named(&reading.problems), vec![]);
    prop_assert!(
        without_places(&reading.rows) == rows,
        "{} rows of {}",
        reading.rows.len(),
        rows.len()
    );
    let places: Vec<u32> = reading.rows.iter().map(|row| row.row).collect();
    prop_assert_eq!(places, (2..).take(rows.len()).collect::<Vec<u32>>());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn pupils_of_any_script_come_back_the_same_from_unicode(
        rows in pupils(any_script),
        delimiter in prop::sample::select(vec![b',', b';', b'\t', b'|']),
        windows in any::<bool>(),
    ) {
        let text = write(&rows, delimiter, windows);

        same(text.as_bytes(), &rows)?;
        same(format!("\u{feff}{text}").as_bytes(), &rows)?;
        for (big, mark) in [(false, false), (false, true), (true, false), (true, true)] {
            same(&utf_16(&text, big, mark), &rows)?;
        }
    }

    #[test]
    fn western_pupils_come_back_the_same_from_windows_1252(rows in pupils(western), windows in any::<bool>()) {
        let text = write(&rows, b',', windows);
        let (bytes, _, lost) = WINDOWS_1252.encode(&text);
        prop_assert!(!lost);

        same(&bytes, &rows)?;
    }
}
