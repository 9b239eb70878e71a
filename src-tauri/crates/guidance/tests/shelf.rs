//! The shipped data holds together, and every way it might not is caught with its file and line.

mod small;

use small::small_shelf;

use guidance::{Grant, Nature, Page, Shelf, Side, check, check_shelf, may, record, roles, wording};

/// Puts a broken page on the small shelf and compares what the check says with the page's own heading.
/// A heading that ends in `*` leaves the reader's own words open.
fn expect(page: Page, broken: &'static str) {
    let expected: Vec<&str> = broken
        .lines()
        .map_while(|line| line.strip_prefix("# says: "))
        .collect();
    assert!(!expected.is_empty(), "the page has no heading");

    let Err(faults) = check_shelf(&small_shelf().with(page, broken)) else {
        panic!("nothing was found");
    };

    let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), expected.len(), "{said:#?}");
    for (said, expected) in said.iter().zip(expected) {
        match expected.strip_suffix('*') {
            Some(start) => assert!(said.starts_with(start), "{said} is not {expected}"),
            None => assert_eq!(said, expected),
        }
    }
}

macro_rules! broken {
    ($($test:ident: $page:ident, $file:literal;)*) => {
        $(
            #[test]
            fn $test() {
                expect(Page::$page, include_str!(concat!("../fixtures/broken/", $file, ".toml")));
            }
        )*
    };
}

broken! {
    a_quotation_left_open_is_named: Vocabularies, "a-quotation-left-open";
    a_field_misspelt_is_named: Body, "a-field-misspelt";
    another_version_is_named: Sources, "another-version";
    an_id_twice_is_named: Categories, "an-id-twice";
    a_term_twice_is_named: Vocabularies, "a-term-twice";
    a_source_that_is_not_there_is_named: Matrices, "a-source-that-is-not-there";
    answers_from_nowhere_are_named: Record, "answers-from-nowhere";
    a_status_that_is_not_there_is_named: Record, "a-status-that-is-not-there";
    a_kind_nobody_words_is_named: Words, "a-kind-nobody-words";
    words_for_no_term_are_named: Words, "words-for-no-term";
    words_for_no_vocabulary_are_named: Words, "words-for-no-vocabulary";
    a_blank_label_is_named: Words, "a-blank-label";
    a_view_that_is_not_there_is_named: Body, "a-view-that-is-not-there";
    a_grant_nobody_knows_is_named: Permissions, "a-grant-nobody-knows";
    a_grant_nobody_holds_is_named: Permissions, "a-grant-nobody-holds";
    a_grant_for_no_role_is_named: Permissions, "a-grant-for-no-role";
    a_resource_left_out_is_named: Permissions, "a-resource-left-out";
    a_resource_twice_is_named: Permissions, "a-resource-twice";
    a_rule_of_no_kind_is_named: Permissions, "a-rule-of-no-kind";
    an_account_that_may_do_nothing_is_named: Roles, "an-account-that-may-do-nothing";
    a_deadline_for_nothing_is_named: Deadlines, "a-deadline-for-nothing";
    a_column_that_is_not_there_is_named: Matrices, "a-column-that-is-not-there";
    a_route_to_nowhere_is_named: Routes, "a-route-to-nowhere";
    an_agreement_that_nobody_can_sign_is_named: Agreements, "an-agreement-nobody-can-sign";
    a_rule_of_a_register_for_no_field_is_named: Registers, "a-rule-for-no-field";
}

#[test]
fn the_small_shelf_holds_together_before_it_is_broken() {
    assert_eq!(check_shelf(&small_shelf()), Ok(()));
}

#[test]
fn everything_that_ships_holds_together() {
    assert_eq!(check(), Ok(()));
}

#[test]
fn there_are_the_35_categories_as_printed() {
    let categories = wording().unwrap().categories();

    assert_eq!(categories.len(), 35);
    for (index, category) in categories.iter().enumerate() {
        assert_eq!(category.order as usize, index + 1);
    }
    assert_eq!(categories[30].name, "sexual harassment");
    assert_eq!(categories[34].name, "WELL BEING");
    assert_eq!(categories[28].nature, Nature::Status);
}

#[test]
fn the_other_families_are_whole() {
    let wording = wording().unwrap();

    let cs: Vec<&str> = wording.four_cs().iter().map(|c| c.id.as_str()).collect();
    assert_eq!(cs, ["content", "contact", "conduct", "commerce"]);
    assert_eq!(wording.four_cs()[3].topics.len(), 4);
    assert_eq!(wording.abuse_types().len(), 4);
    assert_eq!(wording.issues().len(), 29);
    assert_eq!(wording.cyberbullying_types().len(), 10);
}

#[test]
fn people_read_kind_words_and_forms_keep_their_own() {
    let wording = wording().unwrap();

    let harmed = wording.term("person_role_in_incident", "victim").unwrap();
    assert_eq!(harmed.label, "May have been harmed");
    assert_eq!(harmed.filed_as.as_deref(), Some("Alleged victim"));
    let shown = wording
        .person_roles()
        .iter()
        .chain(wording.statuses())
        .chain(wording.urgencies())
        .chain(wording.locations())
        .chain(wording.identified_how());
    for term in shown {
        let label = term.label.to_lowercase();
        for word in ["victim", "perpetrator", "instigator", "witness", " / "] {
            assert!(!label.contains(word), "{label}");
        }
    }
}

#[test]
fn the_lists_a_concern_needs_are_there() {
    let wording = wording().unwrap();

    assert_eq!(wording.urgencies().len(), 4);
    assert_eq!(wording.urgencies()[0].id, "immediate");
    assert_eq!(wording.locations().len(), 11);
    assert_eq!(wording.person_roles().len(), 12);
    assert_eq!(wording.statuses().len(), 10);
    assert_eq!(wording.identified_how().len(), 16);
    assert_eq!(wording.record_kinds().len(), 6);
    assert_eq!(wording.flags().count(), 18);
    assert!(wording.flags().all(|flag| flag.id != "none"));
    assert!(wording.terms("no such list").is_empty());
}

#[test]
fn a_place_on_the_body_is_said_in_words() {
    let wording = wording().unwrap();
    let say = |id: &str, side: &str| {
        let side = Side::named(side).unwrap();
        wording.region(id).unwrap().in_words(side)
    };

    assert_eq!(
        say("forearm-outer", "left").unwrap(),
        "Left forearm, outer side"
    );
    assert_eq!(
        say("shoulder-blade", "right").unwrap(),
        "Right shoulder blade"
    );
    assert_eq!(say("chest", "middle").unwrap(), "Middle of the chest");
    assert_eq!(say("chest", "left").unwrap(), "Left side of the chest");
    assert_eq!(say("nose", "middle").unwrap(), "Nose");
    assert_eq!(say("nose", "left"), None);
    assert_eq!(say("forearm-outer", "middle"), None);
    assert_eq!(wording.region("shin").unwrap().title(), "Shin");
    for view in ["head", "front", "back", "side", "hands", "feet"] {
        assert!(wording.body_views().iter().any(|found| found.id == view));
    }
}

#[test]
fn a_status_moves_only_as_the_record_allows() {
    let record = record().unwrap();

    assert!(record.may_become("new", "acknowledged"));
    assert!(!record.may_become("new", "closed"));
    assert!(!record.may_become("error", "active"));
    assert_eq!(
        record.field("childs_words").unwrap().label,
        "The child's exact words"
    );
}

#[test]
fn every_grant_is_named_by_the_permissions_and_held_by_somebody() {
    let roles = roles().unwrap();
    let page: toml::Table = Shelf::shipped().text(Page::Permissions).parse().unwrap();
    let mut named: Vec<&str> = page["resources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|resource| resource.as_str().unwrap())
        .collect();
    let mut known: Vec<&str> = Grant::ALL.iter().map(|grant| grant.resource()).collect();

    named.sort_unstable();
    known.sort_unstable();

    assert_eq!(named, known);
    for grant in Grant::ALL {
        let somebody = roles.all().iter().any(|role| roles.may(&role.id, *grant));
        assert!(somebody, "nobody may {grant}");
    }
}

#[test]
fn each_role_may_do_what_it_is_granted_and_nothing_else() {
    assert!(may("dsl", Grant::PupilRecordAll));
    assert!(may("deputy_dsl", Grant::PupilRecordAll));
    assert!(may("teacher", Grant::PupilRecordOwn));
    assert!(!may("teacher", Grant::PupilRecordAll));
    assert!(!may("dsl", Grant::RestrictedStaff));
    assert!(may("headteacher", Grant::RestrictedStaff));
    assert!(!may("governor_sg", Grant::PupilRecordOwn));
    assert!(!may("technician", Grant::PupilRecordOwn));
    assert!(!may("parent", Grant::PupilRecordOwn));
    assert!(!may("somebody", Grant::PupilRecordOwn));
}

#[test]
fn titles_are_short_and_accounts_are_for_people_of_the_school() {
    let roles = roles().unwrap();

    assert_eq!(
        roles.role("dsl").unwrap().title,
        "Designated safeguarding lead"
    );
    let leads: Vec<&str> = roles.leads().map(|role| role.id.as_str()).collect();
    assert_eq!(leads, ["dsl", "deputy_dsl"]);
    assert!(roles.for_accounts().all(|role| role.title.len() <= 32));
    for outside in ["police", "parent", "pupil", "lado", "csc"] {
        assert!(!roles.role(outside).unwrap().account, "{outside}");
    }
    assert_eq!(roles.object_rules().len(), 10);
}

#[test]
fn only_rules_that_hold_are_counted_by_and_what_was_not_read_is_to_be_checked() {
    let all = guidance::deadlines().unwrap();
    let rule = |id: &str| all.iter().find(|rule| rule.id == *id).unwrap();

    assert!(!rule("mandatory_reporting_pending").holds());
    assert!(!rule("dsl_ack_same_day").holds());
    assert!(rule("icpc_15wd").holds() && rule("icpc_15wd").to_be_checked());
    assert!(rule("cp_file_5_school_days").holds() && rule("cp_file_5_school_days").to_be_checked());
    assert!(!rule("fgm_next_working_day").to_be_checked());
    assert!(
        all.iter()
            .filter(|rule| rule.holds() && rule.clock != guidance::Clock::Event)
            .all(|rule| rule.amount > 0)
    );
}
