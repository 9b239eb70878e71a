//! A register of a school's own, or one of ours that it added to: laid over ours, and checked as it stands.

use std::collections::BTreeSet;

use crate::leaf::{is_blank, is_odd};
use crate::register_fields::WHY;
use crate::{Error, FieldKind, LateRule, Register, RegisterField};

/// What the name of a register of a school's own begins with, so that none of ours ever has the same.
pub const OWN_REGISTER: &str = "own-";

/// The most that a register asks.
const MOST_FIELDS: usize = 60;
/// The most there is to choose from.
const MOST_OPTIONS: usize = 60;
/// The longest that a field or an answer to choose is called, in characters.
const LONGEST_LABEL: usize = 120;

/// A fault of a register, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterFault {
    /// `title`, `purpose`, `when`, `owner`, `by`, `done`, or a field by its place, such as `field-2`.
    pub field: String,
    /// What is wrong, as a sentence.
    pub say: String,
}

/// One of ours with what a school said of it: its own words, rhythm and fields. What ours asks stays, each as it is answered, because
/// alerts, late lines and reports name it.
pub fn laid_over(own: Register, ours: &Register) -> Register {
    let ours_of = |name: &str| ours.fields.iter().find(|field| field.name == name);
    let mut fields: Vec<RegisterField> = own
        .fields
        .into_iter()
        .map(|field| match ours_of(&field.name) {
            Some(ours) => RegisterField {
                label: field.label,
                ..ours.clone()
            },
            None => field,
        })
        .collect();
    for field in &ours.fields {
        if !fields.iter().any(|one| one.name == field.name) {
            fields.push(field.clone());
        }
    }
    let late = ours.late.iter().cloned();
    Register {
        id: ours.id.clone(),
        group: ours.group,
        kinds: ours.kinds.clone(),
        fill: ours.fill.clone(),
        needs: ours.needs.clone(),
        certificate: ours.certificate.clone(),
        late: late
            .chain(own.late.into_iter().filter(|rule| rule.own))
            .collect(),
        put_away: false,
        fields,
        ..own
    }
}

/// Every fault of a register as it stands.
pub fn check_own_register(register: &Register) -> Result<Vec<RegisterFault>, Error> {
    let mut found = Vec::new();
    let mut say = |field: &str, say: &str| {
        found.push(RegisterFault {
            field: field.to_owned(),
            say: say.to_owned(),
        });
    };
    let said = [
        ("title", &register.title, "Say what the register is called"),
        ("purpose", &register.purpose, "Say what it is for"),
        (
            "when",
            &register.entry_when,
            "Say when something is entered",
        ),
    ];
    for (field, words, missing) in said {
        if is_blank(words) {
            say(field, missing);
        } else if is_odd(words) {
            say(field, ODD);
        }
    }
    let roles = crate::roles()?;
    if register.owner.is_empty() {
        say("owner", "Say who keeps it");
    }
    for owner in &register.owner {
        if !roles.all().iter().any(|role| role.id == *owner) {
            say("owner", "Choose who keeps it from the list");
        }
    }
    if register.fields.is_empty() {
        say("fields", "Add at least one thing that is entered");
    }
    if register.fields.len() > MOST_FIELDS {
        say("fields", "A register has room for 60 things to enter");
    }
    for (at, field) in register.fields.iter().enumerate() {
        let before = register.fields.iter().take(at);
        if let Some(fault) = fault_of(field, before) {
            say(&format!("field-{at}"), &fault);
        }
    }
    for rule in &register.late {
        for (field, fault) in faults_of_rule(register, rule) {
            say(field, fault);
        }
    }
    let offered = register.fields.iter().find(|field| field.name == "kind");
    for kind in &register.kinds {
        let is_there = matches!(offered.map(|field| &field.kind), Some(FieldKind::OneOf(all)) if all.contains(&kind.of));
        if !is_there {
            say("by", "A kind of line that has a rhythm is not offered");
        }
    }
    Ok(found)
}

const ODD: &str = "This is too long, or has signs that cannot be seen";

fn fault_of<'f>(
    field: &RegisterField,
    before: impl Iterator<Item = &'f RegisterField> + Clone,
) -> Option<String> {
    let long = |said: &str| is_odd(said) || said.chars().nth(LONGEST_LABEL).is_some();
    let plain = |name: &str| {
        !name.is_empty()
            && name != WHY
            && name
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    };
    let same = |one: &str, other: &str| one.trim().to_lowercase() == other.trim().to_lowercase();
    if is_blank(&field.label) {
        return Some("Say what is entered here".to_owned());
    }
    if long(&field.label) {
        return Some(ODD.to_owned());
    }
    if !plain(&field.name) || before.clone().any(|other| other.name == field.name) {
        return Some("Take this out and add it anew".to_owned());
    }
    if before.clone().any(|other| same(&other.label, &field.label)) {
        return Some(format!(
            "\u{201c}{}\u{201d} is asked twice. Call one of them something else",
            field.label
        ));
    }
    let FieldKind::OneOf(options) = &field.kind else {
        return None;
    };
    if options.len() < 2 {
        return Some(format!(
            "\u{201c}{}\u{201d} needs two things to choose from, one on each line",
            field.label
        ));
    }
    if options.len() > MOST_OPTIONS {
        return Some("There is room for 60 things to choose from".to_owned());
    }
    if options
        .iter()
        .any(|option| is_blank(option) || long(option))
    {
        return Some(ODD.to_owned());
    }
    let mut seen = BTreeSet::new();
    let twice = options
        .iter()
        .find(|option| !seen.insert(option.trim().to_lowercase()))?;
    Some(format!(
        "\u{201c}{twice}\u{201d} is there twice to choose from"
    ))
}

/// What a rule names must be there, and be what it is taken for.
fn faults_of_rule(register: &Register, rule: &LateRule) -> Vec<(&'static str, &'static str)> {
    let kind_of = |name: &str| {
        let field = register.fields.iter().find(|field| field.name == name);
        field.map(|field| &field.kind)
    };
    let mut found = Vec::new();
    let counted = rule.hours.is_some() || rule.working_days.is_some();
    if rule.from.is_some() != counted || rule.by.is_empty() == rule.from.is_none() {
        found.push(("by", "Choose one way to say when a line is late"));
    }
    for name in rule.by.iter().chain(&rule.from) {
        if !matches!(kind_of(name), Some(FieldKind::Day | FieldKind::Moment)) {
            found.push((
                "by",
                "Choose a day, or a day and a time, by which it is due",
            ));
        }
    }
    let named = rule.when.iter().map(|when| &when.field);
    for name in rule.unless.iter().chain(&rule.latest).chain(named) {
        if kind_of(name).is_none() {
            found.push(("done", "Choose what says that it is done"));
        }
    }
    if rule.own {
        if rule.unless.is_empty() {
            found.push((
                "done",
                "Say what shows that it is done: until that is filled in, the line is late",
            ));
        }
        if rule.unless.iter().any(|done| rule.by.contains(done)) {
            found.push((
                "done",
                "Choose something else than the day by which it is due",
            ));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Every, RegisterGroup, page_of_register, register_from, registers};
    use proptest::prelude::*;

    fn own() -> Register {
        let mut register = registers().unwrap().first().unwrap().clone();
        register.id = "own-keys".into();
        register.group = RegisterGroup::Own;
        register.every = Some(Every::Term);
        register.kinds = Vec::new();
        register.late = Vec::new();
        register.fields = [
            ("own_who", "Who took them", FieldKind::Person),
            ("own_due", "Back by", FieldKind::Day),
            ("own_back", "Back on", FieldKind::Moment),
        ]
        .into_iter()
        .map(|(name, label, kind)| RegisterField {
            name: name.to_owned(),
            label: label.to_owned(),
            kind,
            ahead: false,
        })
        .collect();
        register.late.push(LateRule {
            own: true,
            by: vec!["own_due".to_owned()],
            unless: vec!["own_back".to_owned()],
            say: "not back".to_owned(),
            ..LateRule::default()
        });
        register
    }

    fn faults(change: impl FnOnce(&mut Register)) -> Vec<String> {
        let mut register = own();
        change(&mut register);
        let found = check_own_register(&register).unwrap();
        found.into_iter().map(|fault| fault.field).collect()
    }

    #[test]
    fn every_register_that_ships_is_sound_and_reads_back_from_a_page_of_its_own() {
        for register in registers().unwrap() {
            assert_eq!(check_own_register(register).unwrap(), [], "{}", register.id);
            let page = page_of_register(register);
            let again = register_from(&page).unwrap();
            assert_eq!(page_of_register(&again), page);
            assert_eq!(again.fields, register.fields, "{}", register.id);
            assert_eq!(again.late, register.late, "{}", register.id);
        }
    }

    #[test]
    fn what_cannot_be_kept_is_named_at_its_place() {
        assert_eq!(faults(|_| {}), [""; 0]);
        assert_eq!(faults(|one| one.title = " \u{200b}".to_owned()), ["title"]);
        assert_eq!(faults(|one| one.purpose.clear()), ["purpose"]);
        assert_eq!(faults(|one| one.entry_when.clear()), ["when"]);
        assert_eq!(faults(|one| one.owner.clear()), ["owner"]);
        assert_eq!(faults(|one| one.owner.push("wizard".into())), ["owner"]);
        assert_eq!(faults(|one| one.fields[0].label.clear()), ["field-0"]);
        assert_eq!(
            faults(|one| one.fields[2].label = " who TOOK them".to_owned()),
            ["field-2"]
        );
        assert_eq!(
            faults(|one| one.fields[1].name = WHY.to_owned()),
            ["field-1", "by"]
        );
        let few = |options: &[&str]| {
            let options = options.iter().map(|one| (*one).to_owned()).collect();
            faults(|one| one.fields[0].kind = FieldKind::OneOf(options))
        };
        assert_eq!(few(&["Van"]), ["field-0"]);
        assert_eq!(few(&["Van", "van "]), ["field-0"]);
        assert_eq!(few(&["Van", "Bus: 7-9 | red"]), [""; 0]);
        assert_eq!(
            faults(|one| one.late[0].by = vec!["own_who".to_owned()]),
            ["by"]
        );
        assert_eq!(faults(|one| one.late[0].unless.clear()), ["done"]);
        assert_eq!(
            faults(|one| one.late[0].unless = vec!["own_due".to_owned()]),
            ["done"]
        );
    }

    #[test]
    fn what_ours_asks_stays_whatever_a_school_says_of_it() {
        for ours in registers().unwrap() {
            let mut changed = own();
            let first = ours.fields.first().unwrap();
            changed.fields.push(RegisterField {
                name: first.name.clone(),
                label: "As we call it".to_owned(),
                kind: FieldKind::Several,
                ahead: !first.ahead,
            });
            changed.put_away = true;

            let laid = laid_over(changed, ours);

            assert_eq!(laid.id, ours.id);
            assert_eq!(laid.group, ours.group);
            assert_eq!(laid.grant(), ours.grant());
            assert!(!laid.put_away && laid.late.starts_with(&ours.late));
            assert_eq!(laid.late.len(), ours.late.len() + 1);
            assert_eq!(laid.fields.len(), ours.fields.len() + 3);
            for field in &ours.fields {
                let here = laid
                    .fields
                    .iter()
                    .find(|one| one.name == field.name)
                    .unwrap();
                assert_eq!((&here.kind, here.ahead), (&field.kind, field.ahead));
            }
            assert!(laid.fields.iter().any(|one| one.label == "As we call it"));
        }
    }

    fn kind() -> impl Strategy<Value = FieldKind> {
        prop_oneof![
            Just(FieldKind::Moment),
            Just(FieldKind::Day),
            Just(FieldKind::Words),
            Just(FieldKind::YesOrNo),
            Just(FieldKind::Record),
            Just(FieldKind::Listed("external_body".to_owned())),
            prop::collection::vec(any::<String>(), 0..5).prop_map(FieldKind::OneOf),
        ]
    }

    proptest! {
        /// Whatever a school types, the page reads back as the same register.
        #[test]
        fn a_page_of_a_register_reads_back_as_the_same_register(
            title in any::<String>(),
            note in any::<String>(),
            put_away in any::<bool>(),
            fields in prop::collection::vec((any::<String>(), kind(), any::<bool>()), 0..6),
        ) {
            let mut register = own();
            (register.title, register.note, register.put_away) = (title, note, put_away);
            register.fields = fields
                .into_iter()
                .enumerate()
                .map(|(at, (label, kind, ahead))| RegisterField {
                    name: format!("own_{at}"),
                    label,
                    kind,
                    ahead,
                })
                .collect();

            let again = register_from(&page_of_register(&register)).unwrap();

            prop_assert_eq!((&again.id, &again.title, &again.note), (&register.id, &register.title, &register.note));
            prop_assert_eq!((again.every, again.put_away), (register.every, register.put_away));
            prop_assert_eq!((&again.fields, &again.late), (&register.fields, &register.late));
        }
    }
}
