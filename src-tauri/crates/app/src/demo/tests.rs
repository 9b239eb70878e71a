use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use chrono::Datelike;
use chrono_tz::Europe::London;

use super::calendar::{date, is_school_day};
use super::dice::fnv;
use super::*;

fn today() -> NaiveDate {
    date(2026, 11, 10)
}

fn school(seed: u64, pupils: usize, concerns: usize, mib: usize) -> DemoPlan {
    plan(seed, pupils, concerns, mib, today()).unwrap()
}

/// A number for everything a plan holds.
fn number_of(plan: &DemoPlan) -> u64 {
    let mut all = serde_json::to_vec(&(&plan.school, &plan.people, &plan.pupils)).unwrap();
    for concern in plan.concerns() {
        all.extend(serde_json::to_vec(&concern).unwrap());
    }
    fnv(&all)
}

#[test]
fn a_seed_gives_the_same_school_everywhere_and_for_good() {
    // A new number here means that schools made before differ from schools made now: change it knowingly.
    assert_eq!(
        number_of(&school(7, 120, 300, 2)),
        4_725_085_314_335_137_478
    );
}

#[test]
fn another_seed_gives_another_school() {
    let (one, other) = (school(7, 120, 300, 2), school(8, 120, 300, 2));

    assert_ne!(number_of(&one), number_of(&other));
    assert!(one.pupils != other.pupils);
}

#[test]
fn a_concern_does_not_change_when_files_do() {
    let of = |mib| school(7, 120, 50, mib).concerns().next().unwrap();

    assert!(of(0).files.is_empty());
    assert_eq!(of(0).noticed, of(1).noticed);
}

#[test]
fn everything_says_that_it_is_practice() {
    let plan = school(1, 5, 5, 1);

    assert!(plan.school.ends_with("(practice)"));
    assert!(plan.phone.starts_with("01632 960"));
}

#[test]
fn there_are_as_many_as_were_asked_for() {
    for (pupils, concerns) in [(0, 0), (1, 1), (2, 40), (13, 0), (350, 999)] {
        let plan = school(3, pupils, concerns, 0);

        assert_eq!(plan.pupils.len(), pupils);
        assert_eq!(plan.concerns().len(), concerns);
        assert_eq!(plan.concerns().count(), concerns);
    }
    // Nobody can be written about in a school without pupils.
    assert_eq!(school(3, 0, 9, 1).concerns().count(), 0);
}

#[test]
fn a_school_may_be_made_on_any_day_of_the_year() {
    for month in 1..=12 {
        for day in [1, 4, 15, 28] {
            let plan = plan(5, 60, 120, 1, date(2027, month, day)).unwrap();
            assert_eq!(plan.concerns().count(), 120, "{month}-{day}");
        }
    }
}

#[test]
fn every_number_of_a_pupil_has_the_right_letter_and_none_is_given_twice() {
    const LETTERS: &str = "ABCDEFGHJKLMNPQRTUVWXYZ";
    let value = |letter: char| match letter.to_digit(10) {
        Some(digit) => digit as usize,
        None => LETTERS.find(letter).unwrap(),
    };
    let plan = school(11, 17_000, 0, 0);
    let upns: Vec<&str> = plan
        .pupils
        .iter()
        .filter_map(|pupil| pupil.upn.as_deref())
        .collect();

    assert!(upns.len() > 16_000);
    for upn in &upns {
        let sum: usize = upn
            .chars()
            .skip(1)
            .zip(2..=13)
            .map(|(c, weight)| value(c) * weight)
            .sum();
        assert_eq!(upn.len(), 13);
        assert_eq!(LETTERS.chars().nth(sum % 23), upn.chars().next(), "{upn}");
    }
    let in_haste = upns
        .iter()
        .filter(|upn| upn.ends_with(|c: char| c.is_alphabetic()));
    assert!(in_haste.count() > 20);
    assert_eq!(upns.iter().collect::<BTreeSet<_>>().len(), upns.len());
}

#[test]
fn only_one_pair_of_children_shares_both_name_and_birthday() {
    for (pupils, doubles) in [(300, 0), (1_400, 1), (5_000, 1)] {
        let plan = school(2, pupils, 0, 0);
        let mut known = BTreeMap::new();
        for pupil in &plan.pupils {
            let name = (
                &pupil.legal_surname,
                &pupil.legal_forename,
                pupil.date_of_birth,
            );
            *known.entry(name).or_insert(0) += 1;
        }

        assert_eq!(
            known.values().filter(|many| **many == 2).count(),
            doubles,
            "{pupils}"
        );
        assert!(known.values().all(|many| *many <= 2));
    }
}

#[test]
fn birthdays_fit_years_and_classes() {
    let plan = school(4, 2_000, 0, 0);
    let mut years = BTreeSet::new();
    for pupil in plan.pupils.iter().filter(|pupil| pupil.left_on.is_none()) {
        let year: i32 = pupil.year.parse().unwrap_or(0);
        let first = date(2026 - 5 - year, 9, 1);
        assert!(first <= pupil.date_of_birth && pupil.date_of_birth < date(2026 - 4 - year, 9, 1));
        assert!(pupil.class.starts_with(&pupil.year));
        assert!(pupil.admitted <= today() && pupil.admitted > pupil.date_of_birth);
        years.insert(year);
    }

    assert_eq!(
        years.into_iter().collect::<Vec<_>>(),
        (0..14).collect::<Vec<_>>()
    );
    assert!(plan.pupils.iter().any(|pupil| pupil.left_on.is_some()));
}

#[test]
fn brothers_and_sisters_share_an_address_and_twins_a_birthday() {
    let plan = school(4, 1_500, 0, 0);
    let mut twins = 0;
    for (place, pair) in plan.children.windows(2).enumerate() {
        if pair[0].family == pair[1].family {
            let (one, other) = (&plan.pupils[place], &plan.pupils[place + 1]);
            assert_eq!(one.address, other.address);
            twins += usize::from(one.date_of_birth == other.date_of_birth);
        }
    }

    assert!((2..60).contains(&twins), "{twins}");
}

#[test]
fn names_come_in_many_scripts_and_shapes() {
    let plan = school(4, 3_000, 0, 0);
    let has = |wanted: &dyn Fn(&DemoPupil) -> bool| plan.pupils.iter().any(wanted);
    let in_script = |low: char, high: char| {
        has(&|pupil| {
            let name = pupil.preferred_forename.as_deref().unwrap_or_default();
            name.chars().any(|letter| (low..=high).contains(&letter))
        })
    };

    for (low, high) in [
        ('\u{600}', '\u{6ff}'),
        ('\u{980}', '\u{9ff}'),
        ('\u{a00}', '\u{a7f}'),
        ('\u{400}', '\u{4ff}'),
        ('\u{4e00}', '\u{9fff}'),
    ] {
        assert!(in_script(low, high), "{low}");
    }
    assert!(has(&|pupil| pupil.legal_forename.is_empty()));
    assert!(has(&|pupil| pupil.legal_surname.contains('-')));
    assert!(has(&|pupil| pupil.legal_surname.contains('’')));
    assert!(has(&|pupil| pupil.legal_surname.contains('ń')));
    assert!(has(&|pupil| !pupil.former_names.is_empty()));
    assert!(has(&|pupil| pupil.preferred_surname.is_some()));
    assert!(has(&|pupil| pupil.upn.is_none()));
}

#[test]
fn one_in_five_is_late_and_some_come_out_of_order() {
    let plan = school(9, 1_200, 10_000, 0);
    let mut late = 0;
    let mut elsewhere = 0;
    let mut behind = 0;
    let mut newest = None;
    for concern in plan.concerns() {
        let gap = concern.written - concern.noticed;
        assert_eq!(concern.late, gap > chrono::TimeDelta::hours(2));
        late += usize::from(concern.late);
        elsewhere += usize::from(concern.arrival != Arrival::Here);
        behind += usize::from(newest.is_some_and(|newest| concern.written < newest));
        newest = newest.max(Some(concern.written));
    }

    assert!((1_900..=2_100).contains(&late), "{late}");
    assert!((500..=900).contains(&elsewhere), "{elsewhere}");
    assert!(behind >= elsewhere * 9 / 10, "{behind}");
}

#[test]
fn times_are_in_the_order_in_which_they_happen() {
    let plan = school(9, 1_200, 10_000, 0);
    let mut before = None;
    for concern in plan.concerns() {
        assert!(concern.occurred <= concern.noticed && concern.noticed < concern.written);
        assert!(concern.written <= concern.arrived && concern.arrived.date_naive() < today());
        assert!(
            before <= Some(concern.arrived),
            "they come in the order of arrival"
        );
        before = Some(concern.arrived);
        assert!(is_school_day(concern.noticed.date_naive()));
        let there = concern.written.with_timezone(&London);
        assert_eq!(
            there.naive_local(),
            concern.written.naive_local(),
            "the clock in London"
        );
        if concern.arrival == Arrival::Here {
            assert_eq!(concern.arrived, concern.written);
        }
        if let Some((lead, at)) = concern.told_lead {
            assert!(concern.noticed < at && at <= concern.written);
            assert!(plan.facts.school.people[lead].leads() && lead != concern.reporter);
        }
        if let Some(amendment) = &concern.amendment {
            assert!(amendment.at > concern.written && amendment.at.date_naive() < today());
        }
    }
}

#[test]
fn one_in_ten_is_corrected_and_every_correction_changes_something() {
    let plan = school(9, 1_200, 10_000, 0);
    let mut corrected = 0;
    let mut kinds = [0; 5];
    for concern in plan.concerns() {
        let Some(amendment) = &concern.amendment else {
            continue;
        };
        corrected += 1;
        assert!(!amendment.reason.is_empty());
        let fields = [
            (&amendment.description, &concern.description),
            (&amendment.childs_words, &concern.childs_words),
            (&amendment.questions_asked, &concern.questions_asked),
            (&amendment.room, &concern.room),
            (&amendment.immediate_action, &concern.immediate_action),
        ];
        let mut changed = 0;
        for (kind, (new, old)) in kinds.iter_mut().zip(fields) {
            if let Some(new) = new {
                assert_ne!(new, old);
                changed += 1;
                *kind += 1;
            }
        }
        assert_eq!(changed, 1);
    }

    assert!((850..=1_150).contains(&corrected), "{corrected}");
    assert!(kinds.iter().all(|many| *many >= 10), "{kinds:?}");
}

#[test]
fn everything_a_concern_names_is_there() {
    let wording = guidance::wording().unwrap();
    let roles = guidance::roles().unwrap();
    let plan = school(9, 1_200, 10_000, 0);
    let known = |list: &str, id: &str| wording.term(list, id).is_some();
    let mut categories = BTreeSet::new();
    for concern in plan.concerns() {
        assert!(
            wording
                .record_kinds()
                .iter()
                .any(|kind| kind.id == *concern.record_kind)
        );
        assert!(
            known("incident_location", &concern.location),
            "{}",
            concern.location
        );
        assert!(
            known("identified_how", &concern.identified_how),
            "{}",
            concern.identified_how
        );
        assert!(known("urgency", &concern.urgency));
        assert!(["yes", "no", "unsure"].contains(&concern.possible_crime.as_str()));
        assert!(["yes", "no", "unsure", ""].contains(&concern.indecent_image.as_str()));
        let online = concern.record_kind == "online-incident";
        assert_eq!(online, !concern.indecent_image.is_empty());
        assert!(!concern.alerted.is_empty() && !concern.alerted.contains(&concern.reporter));
        assert!(concern.people.first().unwrap().pupil.is_some());
        let mut pupils = BTreeSet::new();
        for party in &concern.people {
            assert!(
                known("person_role_in_incident", &party.role),
                "{}",
                party.role
            );
            assert!(
                party.pupil.is_none_or(|pupil| pupils.insert(pupil)),
                "nobody is in it twice"
            );
            assert_eq!(party.kind == "pupil", party.pupil.is_some());
        }
        for pupil in pupils {
            assert!(plan.on_roll(pupil, concern.noticed.date_naive()));
        }
        for mark in &concern.body_map {
            let region = wording.region(&mark.region).unwrap();
            let side = guidance::Side::named(&mark.side).unwrap();
            assert!(region.in_words(side).is_some());
        }
        categories.extend(concern.categories);
    }
    for pupil in &plan.pupils {
        assert!(
            pupil
                .flags
                .iter()
                .all(|flag| wording.flags().any(|known| known.id == *flag.flag))
        );
    }
    for person in &plan.people {
        assert!(roles.role(&person.role).unwrap().account);
    }

    for category in wording.categories() {
        assert!(categories.remove(category.id.as_str()), "{}", category.name);
    }
    assert!(categories.is_empty(), "{categories:?}");
}

#[test]
fn every_sentence_is_whole() {
    let plan = school(9, 1_200, 10_000, 0);
    for concern in plan.concerns() {
        let said = [
            &concern.description,
            &concern.childs_words,
            &concern.demeanour,
            &concern.questions_asked,
            &concern.present,
            &concern.opinion,
            &concern.immediate_action,
            &concern.room,
            &concern.device_number,
        ];
        for text in said {
            assert!(!text.contains(['{', '}', '|']), "{text}");
            assert!(!text.contains("  ") && !text.contains(" ."), "{text}");
            assert_eq!(text.trim(), text);
            assert!(!text.starts_with(|c: char| c.is_lowercase()), "{text}");
        }
        assert!(
            concern.description.ends_with(['.', '”', '?']),
            "{}",
            concern.description
        );
        assert!(concern.description.chars().count() >= 20);
        assert!(!concern.immediate_action.is_empty());
        if !concern.childs_words.is_empty() {
            assert!(concern.childs_words.starts_with('“') && concern.childs_words.ends_with('”'));
        }
    }
}

#[test]
fn every_word_a_sentence_asks_for_is_known() {
    use super::concerns::slots;

    let facts = Facts::shipped().unwrap();
    let plan = school(9, 40, 1, 0);
    let lists = facts.lists().values().flatten();
    let accounts = facts.scenarios.iter().flat_map(|scenario| {
        let rows = scenario.account.iter().flatten();
        rows.chain(&scenario.words)
            .chain(&scenario.words_young)
            .chain(&scenario.words_older)
            .chain(&scenario.actions)
    });
    let mut asked = 0;
    for sentence in lists.chain(accounts) {
        for slot in slots(sentence) {
            asked += 1;
            assert!(
                super::concerns::knows(&plan, &slot),
                "{{{slot}}} in {sentence}"
            );
        }
    }

    assert!(asked > 1_000, "{asked}");
}

#[test]
fn no_two_schools_days_read_alike() {
    let plan = school(9, 1_200, 20_000, 0);
    let mut texts = BTreeSet::new();
    let mut words = BTreeSet::new();
    for concern in plan.concerns() {
        words.extend(
            concern
                .description
                .split_whitespace()
                .map(str::to_lowercase),
        );
        texts.insert(fnv(concern.description.as_bytes()));
    }

    assert!(texts.len() > 19_500, "{} different accounts", texts.len());
    assert!(words.len() > 5_000, "{} different words", words.len());
}

#[test]
fn nothing_real_is_named() {
    let real = [
        "tiktok",
        "snapchat",
        "instagram",
        "whatsapp",
        "facebook",
        "youtube",
        "roblox",
        "minecraft",
        "fortnite",
        "discord",
        "google",
        "twitter",
        "telegram",
        "omegle",
        "chatgpt",
        "xbox",
        "playstation",
        "london",
        "manchester",
    ];
    let plan = school(9, 600, 5_000, 0);
    for concern in plan.concerns() {
        let text = format!("{} {}", concern.description, concern.childs_words).to_lowercase();
        for name in real {
            assert!(!text.contains(name), "{name} in {text}");
        }
        for trace in &concern.online {
            assert!(trace.address.is_empty() || trace.address.contains(".example/"));
        }
    }
}

#[test]
fn files_make_up_what_was_asked_for_and_never_stand_by_an_image() {
    let plan = school(6, 400, 3_000, 24);
    let mut total = 0;
    let mut names = BTreeSet::new();
    for concern in plan.concerns() {
        if matches!(concern.indecent_image.as_str(), "yes" | "unsure") {
            assert!(concern.files.is_empty());
        }
        for file in concern.files {
            total += file.size;
            assert!(names.insert(file.name), "a name is there twice");
        }
    }

    assert_eq!(total, 24 << 20);
    assert!(names.len() > 50);
}

#[test]
fn a_file_has_the_bytes_its_name_promises() {
    let plan = school(6, 400, 3_000, 24);
    let mut kinds = BTreeSet::new();
    for file in plan.concerns().flat_map(|concern| concern.files) {
        let mut bytes = Vec::new();
        file.bytes().read_to_end(&mut bytes).unwrap();
        let mut again = Vec::new();
        file.bytes().read_to_end(&mut again).unwrap();

        assert_eq!(bytes.len() as u64, file.size);
        assert!(bytes == again);
        let begins: &[u8] = match file.name.rsplit('.').next() {
            Some("bmp") => b"BM",
            Some("wav") => b"RIFF",
            Some("eml") => b"From: ",
            Some("csv") => b"row,code",
            _ => b"Practice file.",
        };
        assert!(bytes.starts_with(begins), "{}", file.name);
        if begins == b"BM" {
            let field = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
            assert_eq!(u64::from(field(2)), file.size);
            assert!(u64::from(field(18) * field(22) * 3 + 54) <= file.size);
        }
        kinds.insert(file.media);
    }

    assert_eq!(kinds.len(), 5, "{kinds:?}");
}

#[test]
fn people_have_names_of_their_own_to_open_the_vault_with() {
    let plan = school(1, 1, 1, 0);
    let users: BTreeSet<&String> = plan.people.iter().map(|person| &person.user).collect();

    assert_eq!(users.len(), plan.people.len());
    assert_eq!(
        plan.people
            .iter()
            .filter(|person| person.role == "dsl")
            .count(),
        1
    );
    assert!(plan.people.iter().any(|person| person.role == "deputy_dsl"));
    assert_eq!(today().year(), 2026);
}

#[test]
fn some_children_are_written_about_far_more_than_others() {
    let plan = school(9, 600, 12_000, 0);
    let mut about: BTreeMap<usize, usize> = BTreeMap::new();
    for concern in plan.concerns() {
        *about.entry(concern.people[0].pupil.unwrap()).or_default() += 1;
    }
    let most = about.values().max().copied().unwrap_or_default();

    assert!(most > 3 * 12_000 / 600, "{most}");
}
