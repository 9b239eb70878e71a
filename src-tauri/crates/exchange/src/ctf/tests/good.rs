//! What is read out of a transfer file, and what is not.

use super::*;
use crate::roll::RollContact;

const AMARA: &str = "<UPN>P801200019501</UPN><Surname>Oyelaran</Surname><Forename>Amara</Forename><DOB>2014-09-02</DOB><Sex>F</Sex>";

#[test]
fn every_pupil_of_a_whole_file_is_read_with_what_a_list_would_say() {
    let transfer = fixture("three-pupils.xml").unwrap();

    assert_eq!(transfer.header.version.as_deref(), Some("25.0"));
    assert_eq!(
        transfer.header.school.as_deref(),
        Some("Harbour View & St Mary's Primary")
    );
    assert_eq!(transfer.header.made.as_deref(), Some("2026-07-12T09:30:00"));
    let reading = transfer.reading;
    assert_eq!(named(&reading.problems), []);
    assert_eq!(reading.rows.len(), 3);
    let amara = &reading.rows[0];
    assert_eq!(amara.row, 1);
    assert_eq!(amara.upn.as_deref(), Some("P801200019501"));
    assert_eq!(amara.former_upn.as_deref(), Some("T80120001900A"));
    assert_eq!(
        (amara.legal_forename.as_str(), amara.legal_surname.as_str()),
        ("Amara", "Oyelaran")
    );
    assert_eq!(amara.middle_names.as_deref(), Some("Folasade Grace"));
    assert_eq!(amara.preferred_forename.as_deref(), Some("Ama"));
    assert_eq!(amara.former_surname.as_deref(), Some("Bello"));
    assert_eq!(amara.date_of_birth, Some(day(2014, 9, 2)));
    assert_eq!(amara.sex.as_deref(), Some("Female"));
    assert_eq!(amara.year.as_deref(), Some("7"));
    assert_eq!(amara.flags, ["ehcp", "lac"]);
    let siobhan = &reading.rows[1];
    assert_eq!(siobhan.legal_surname, "Ó Súilleabháin");
    assert_eq!(
        siobhan.sex.as_deref(),
        Some("Female"),
        "Gender in older versions"
    );
    assert_eq!(siobhan.flags, Vec::<&str>::new());
}

#[test]
fn the_sending_schools_dates_make_nobody_a_leaver_here() {
    let reading = fixture("three-pupils.xml").unwrap().reading;

    for row in &reading.rows {
        assert_eq!((row.admitted, row.left_on), (None, None));
    }
}

#[test]
fn contacts_come_with_what_they_are_how_to_reach_them_and_parental_responsibility() {
    let reading = fixture("three-pupils.xml").unwrap().reading;

    let [mother, father, worker] = reading.rows[0].contacts.as_slice() else {
        panic!("three contacts");
    };
    assert_eq!(mother.order, Some(1));
    assert_eq!(mother.title.as_deref(), Some("Mrs"));
    assert_eq!(mother.forename.as_deref(), Some("Bisi"));
    assert_eq!(mother.relationship.as_deref(), Some("Mother"));
    assert_eq!(mother.parental_responsibility, Some(true));
    assert_eq!(mother.lives_with_pupil, Some(true));
    let phones: Vec<_> = mother
        .phones
        .iter()
        .map(|phone| (phone.kind.as_str(), phone.number.as_str()))
        .collect();
    assert_eq!(
        phones,
        [("Mobile", "07700 900123"), ("Home", "0117 496 0101")]
    );
    assert_eq!(mother.emails, ["bisi@example.org"]);
    assert_eq!(father.parental_responsibility, Some(false));
    assert_eq!(
        father.address,
        ["Flat 2", "14", "Quay Street", "Bristol", "BS1 4DJ"]
    );
    assert_eq!(worker.relationship.as_deref(), Some("Social worker"));
    assert_eq!(
        worker.parental_responsibility, None,
        "the file does not say"
    );
    assert_eq!(reading.rows[2].contacts, Vec::<RollContact>::new());
}

#[test]
fn a_relationship_nobody_knows_stands_as_the_file_has_it() {
    let transfer = one(&format!(
        "{AMARA}<Contacts><Contact><Surname>Bello</Surname><Relationship>XQZ</Relationship></Contact></Contacts>"
    ));

    let contact = &transfer.reading.rows[0].contacts[0];
    assert_eq!(contact.relationship.as_deref(), Some("XQZ"));
}

#[test]
fn of_a_history_of_special_needs_what_has_not_ended_holds() {
    let history = |lines: &str| {
        one(&format!("{AMARA}<SENhistory>{lines}</SENhistory>"))
            .reading
            .rows[0]
            .flags
            .clone()
    };

    let support = "<SEN><StartDate>2020-01-01</StartDate><EndDate>2022-01-01</EndDate><SENprovision>K</SENprovision></SEN>";
    let plan = "<SEN><StartDate>2022-01-02</StartDate><SENprovision>E</SENprovision></SEN>";
    let none = "<SEN><StartDate>2025-01-02</StartDate><SENprovision>N</SENprovision></SEN>";
    assert_eq!(history(&format!("{support}{plan}")), ["ehcp"]);
    assert_eq!(history(&format!("{plan}{support}")), ["ehcp"]);
    assert_eq!(history(&format!("{none}{plan}")), Vec::<&str>::new());
    assert_eq!(history(support), Vec::<&str>::new());
}

#[test]
fn signs_written_as_xml_writes_them_read_as_themselves() {
    let transfer = one(
        "<Surname>O&apos;Neil &#38; Sons</Surname><Forename><![CDATA[A<b>]]></Forename><DOB>2014-09-02</DOB>",
    );

    let row = &transfer.reading.rows[0];
    assert_eq!(row.legal_surname, "O'Neil & Sons");
    assert_eq!(row.legal_forename, "A<b>");
}

#[test]
fn the_same_file_reads_the_same_in_every_encoding_it_may_come_in() {
    let plain = fixture("three-pupils.xml").unwrap().reading;

    for other in [
        "windows-1252.xml",
        "utf16-le-bom.xml",
        "utf16-be-no-bom.xml",
        "utf8-bom.xml",
        "with-a-namespace.xml",
    ] {
        assert_eq!(fixture(other).unwrap().reading.rows, plain.rows, "{other}");
    }
}
