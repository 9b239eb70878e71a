//! What the school has set.

use app::wire::{Number, PolicyForm, Route, SettingsForm};
use kit::{DEV, Device, HEAD, PATIENCE, RUTH};

fn settings(laptop: &Device) -> SettingsForm {
    app::vault_facts(&laptop.office).unwrap().settings
}

fn number(whom: &str, number: &str) -> Number {
    Number {
        whom: whom.to_owned(),
        title: String::new(),
        number: number.to_owned(),
    }
}

#[test]
fn settings_hold_for_everybody_from_then_on() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let form = SettingsForm {
        school: "Marlowe Vale Trust".to_owned(),
        prefix: "mvt".to_owned(),
        address: "2 Weir Lane".to_owned(),
        phone: "01632 960199".to_owned(),
        dfe_number: "123/4567".to_owned(),
        sites: [" Orchard site", "Quarry Bank site", "", "orchard site"]
            .map(str::to_owned)
            .to_vec(),
        numbers: vec![
            number("csc", " 01632 960120, Monday to Friday "),
            number("csc-out-of-hours", "01632 960121"),
            number("nobody-knows", "0"),
            number("lado", " "),
        ],
        minimum_password: 24,
        lock_after_minutes: 3,
        dormant_after_days: 30,
        smallest_told: 10,
        marking: "OFFICIAL-SENSITIVE".to_owned(),
        about_head: "chair".to_owned(),
        policies: Vec::new(),
    };

    app::save_settings(&mut laptop.office, form).unwrap();
    let short = app::wire::InviteForm {
        password: Some("twenty-three characters".to_owned()),
        ..DEV.invitation(true)
    };
    let refused = app::invite_person(&mut laptop.office, short).err().unwrap();
    laptop.lock();
    laptop.restart();
    let door = app::front_door(&mut laptop.office).unwrap();
    let session = laptop.open(&RUTH);
    laptop.minutes(3);

    assert_eq!(refused.problems[0].field, "password");
    assert_eq!(door.school.as_deref(), Some("Marlowe Vale Trust"));
    assert_eq!(door.minimum_password, 24);
    assert_eq!(door.danger.phone.as_deref(), Some("01632 960199"));
    assert_eq!(
        door.danger.social_care,
        [
            "01632 960120, Monday to Friday",
            "out of hours 01632 960121"
        ]
    );
    let bodies = app::lists(&laptop.office).unwrap().bodies;
    let social_care = bodies.iter().find(|body| body.id == "csc").unwrap();
    assert_eq!(
        social_care.detail,
        "Ring 01632 960120, Monday to Friday; out of hours 01632 960121"
    );
    let kept = settings(&laptop).numbers;
    let lado = kept.iter().find(|number| number.whom == "lado").unwrap();
    assert!(lado.number.is_empty() && lado.title.starts_with("LADO"));
    assert!(kept.iter().all(|number| number.whom != "nobody-knows"));
    assert_eq!(session.school, "Marlowe Vale Trust");
    assert_eq!(session.lock_after_minutes, 3);
    assert_eq!(settings(&laptop).prefix, "MVT");
    assert_eq!(
        app::lists(&laptop.office).unwrap().sites,
        ["Orchard site", "Quarry Bank site"]
    );
    assert!(laptop.office.is_idle());
}

#[test]
fn a_vault_cannot_be_set_to_lock_late_or_to_take_short_passwords() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let careless = SettingsForm {
        school: "  ".to_owned(),
        prefix: "M1".to_owned(),
        minimum_password: 8,
        lock_after_minutes: 60,
        ..settings(&laptop)
    };
    let long = SettingsForm {
        minimum_password: 900,
        dormant_after_days: 9_000,
        marking: "OFFICIAL-SENSITIVE".to_owned(),
        ..settings(&laptop)
    };

    let refused = app::save_settings(&mut laptop.office, careless).unwrap_err();
    let unchanged = settings(&laptop);
    let too_long = app::save_settings(&mut laptop.office, long).unwrap_err();

    let fields: Vec<&str> = refused
        .problems
        .iter()
        .map(|problem| problem.field.as_str())
        .collect();
    assert_eq!(
        fields,
        ["school", "prefix", "minimum_password", "lock_after_minutes"]
    );
    assert_eq!(
        (unchanged.minimum_password, unchanged.lock_after_minutes),
        (16, 10)
    );
    let fields: Vec<_> = too_long
        .problems
        .iter()
        .map(|one| one.field.as_str())
        .collect();
    assert_eq!(fields, ["minimum_password", "dormant_after_days"]);
}

#[test]
fn a_password_is_judged_as_it_is_typed_and_a_good_one_is_offered() {
    let mut laptop = Device::new();

    let offered = app::suggest_password(&mut laptop.office).unwrap();
    let judge = |laptop: &Device, password: &str| {
        app::judge_password(&laptop.office, password, kit::SCHOOL, RUTH.name).unwrap()
    };
    let (good, short, own) = (
        judge(&laptop, &offered),
        judge(&laptop, "weir"),
        judge(&laptop, "marlowe calloway"),
    );
    let first_run = app::wire::CreateVault {
        school: kit::SCHOOL.to_owned(),
        prefix: "MV".to_owned(),
        address: String::new(),
        phone: String::new(),
        sites: Vec::new(),
        name: RUTH.name.to_owned(),
        user: RUTH.user.to_owned(),
        password: "fifteen letters".to_owned(),
    };
    let refused = app::create_vault(&mut laptop.office, first_run)
        .err()
        .unwrap();

    assert!(good.long_enough && good.score == 4, "{}", good.say);
    assert!(!short.long_enough);
    assert!(own.long_enough && own.score < good.score);
    assert!(own.say.contains("they are tried first"), "{}", own.say);
    assert_eq!(refused.problems[0].field, "password");
    assert!(!laptop.office.has_vault());
}

#[test]
fn who_is_told_about_the_head_is_the_schools_own_to_say_and_whoever_reports_is_told_it_too() {
    let mut laptop = Device::of_school(&[&DEV, &HEAD, &PATIENCE]);
    laptop.open(&PATIENCE);
    let told = |laptop: &Device| app::routing(&laptop.office, Route::Head, &[]).unwrap().say;
    assert!(told(&laptop).contains("the chair of governors, and the local authority"));
    laptop.lock();
    laptop.open(&RUTH);
    let form = SettingsForm {
        about_head: "trust".to_owned(),
        ..settings(&laptop)
    };
    app::save_settings(&mut laptop.office, form).unwrap();
    let nobody = SettingsForm {
        about_head: "nobody".to_owned(),
        ..settings(&laptop)
    };
    let refused = app::save_settings(&mut laptop.office, nobody).unwrap_err();
    assert_eq!(refused.problems[0].field, "about_head");
    laptop.lock();
    laptop.open(&PATIENCE);
    assert!(told(&laptop).contains("the trust\u{2019}s executive, and the local authority"));
    let about = [HEAD.as_subject()];
    let conflict = app::routing(&laptop.office, Route::Staff, &about).unwrap();
    assert!(
        conflict
            .say
            .contains("It goes to the trust\u{2019}s executive")
    );
}

#[test]
fn a_policy_whose_review_comes_is_on_the_leads_day() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    let policy = |name: &str, review: &str| PolicyForm {
        name: name.to_owned(),
        review: Some(review.to_owned()),
    };
    let set = |laptop: &mut Device, policies: Vec<PolicyForm>| {
        let form = SettingsForm {
            policies,
            ..settings(laptop)
        };
        app::save_settings(&mut laptop.office, form)
    };
    let wrong = set(&mut laptop, vec![policy("Safeguarding", "next year")]).unwrap_err();
    assert_eq!(wrong.problems[0].field, "policy-0");
    let policies = vec![
        policy("Safeguarding policy", "2026-11-30"),
        policy("Acceptable use", "2027-09-01"),
    ];
    set(&mut laptop, policies).unwrap();
    let today = app::today(&mut laptop.office).unwrap();
    let duty = today
        .duties
        .iter()
        .find(|duty| duty.kind == "policy")
        .unwrap();
    assert!(
        duty.say.contains("Safeguarding policy (by Mon 30 Nov)"),
        "{}",
        duty.say
    );
    assert!(!duty.say.contains("Acceptable use"));
    let reach = app::contacts(&laptop.office).unwrap();
    assert!(
        reach
            .iter()
            .any(|one| one.own && one.name.starts_with("LADO") && one.how.is_empty())
    );
    assert!(reach.iter().any(|one| one.id == "ceop" && !one.own));
    assert!(app::changes().unwrap().len() > 15);
}
