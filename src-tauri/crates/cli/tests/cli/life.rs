//! From an empty folder to a restored backup.

use serde_json::json;

use crate::bench::Bench;

#[test]
fn a_concern_is_recorded_corrected_found_backed_up_and_restored() {
    let bench = Bench::empty();
    bench.create().done();

    let looked = bench.json("pupils import pupils.csv --dry-run");
    assert_eq!(
        (&looked["new"], &looked["dry_run"]),
        (&json!(2), &json!(true))
    );
    assert_eq!(bench.json("pupils list"), json!([]));
    bench.ruth("pupils import pupils.csv").done();
    let again = bench.json("pupils import pupils.csv");
    assert_eq!((&again["new"], &again["same"]), (&json!(0), &json!(2)));
    let pupils = bench.json("pupils list");
    let amara = pupils
        .as_array()
        .unwrap()
        .iter()
        .find(|pupil| pupil["upn"] == "H801200001001")
        .unwrap();
    assert_eq!(amara["legal_surname"], "Okafor");
    assert_eq!(amara["date_of_birth"], "2014-03-14");
    assert_eq!(
        (&amara["year"], &amara["class"]),
        (&json!("8"), &json!("8B"))
    );

    let recorded = bench.json("concerns add --from concern.json");
    let (id, number) = (
        recorded["id"].as_str().unwrap(),
        recorded["record_no"].as_str().unwrap(),
    );
    assert!(number.starts_with("MVS-"), "{number}");
    let listed = bench
        .json("concerns list --pupil H801200001001 --from 2026-03-09 --to 2026-03-09 --status new");
    assert_eq!(listed[0]["id"], id);
    assert_eq!(listed[0]["student"]["id"], amara["id"]);
    assert_eq!(listed[0]["occurred_at"], "2026-03-09T10:35:00+00:00");
    assert_eq!(bench.json("concerns list --to 2026-03-08"), json!([]));

    bench.put(
        "more.json",
        r#"{"room": "D4", "categories": ["cpoms-safeguarding"], "childs_words": null}"#,
    );
    bench
        .run(&[
            "--user",
            "ruth",
            "--password-file",
            "pw",
            "concerns",
            "amend",
            number,
            "--from",
            "more.json",
            "--reason",
            "The room was missing",
        ])
        .done();
    let shown = bench.json(&format!("concerns show {number}"));
    assert_eq!(shown["id"], id);
    assert_eq!(shown["room"], "D4");
    assert_eq!(shown["childs_words"], json!(null));
    assert_eq!(
        shown["description"],
        "In the canteen she said she did not want to go home."
    );
    assert_eq!(shown["student"]["upn"], "H801200001001");
    assert_eq!(
        shown["versions"][0]["record"]["childs_words"],
        "I do not want to go."
    );
    assert_eq!(shown["versions"][1]["reason"], "The room was missing");
    assert_eq!(shown["clock"][0]["at"], "2026-03-09T10:35:00+00:00");
    assert_eq!(shown["seal"]["whole"], true);

    bench.put("letter.txt", "Dear Mrs Calloway");
    let added = bench.json(&format!(
        "files add {number} letter.txt pupils.csv --no-indecent-image"
    ));
    let file = added["files"][0]["id"].as_str().unwrap();
    assert_eq!(added["files"].as_array().unwrap().len(), 2);
    let took = bench
        .ruth(&format!("files get {file} --out copy.txt"))
        .done();
    took.says("plain copy");
    assert_eq!(
        std::fs::read_to_string(bench.path("copy.txt")).unwrap(),
        "Dear Mrs Calloway"
    );

    let found = bench.json("search canteen");
    assert_eq!(
        (&found[0]["kind"], &found[0]["id"]),
        (&json!("concern"), &json!(id))
    );
    assert!(found[0]["snippet"].as_str().unwrap().contains("canteen"));
    assert_eq!(bench.json("search amara --limit 1")[0]["kind"], "pupil");
    assert_eq!(bench.json("search canteen --limit 0"), json!([]));
    assert_eq!(bench.json("vault verify")["faults"], json!([]));

    std::fs::create_dir(bench.path("stick")).unwrap();
    let backup = bench.json("backup create --to stick");
    let backup = backup["file"].as_str().unwrap();
    assert_eq!(
        bench.json(&format!("backup verify {backup}"))["whole"],
        true
    );
    let info = bench.json("vault info");
    assert_eq!(info["users"], json!(["ruth"]));
    assert_eq!(
        (&info["pupils"], &info["rooms"][0]["concerns"]),
        (&json!(2), &json!(1))
    );
    assert!(info["last_backup"].is_string());

    bench
        .ruth(&format!("backup restore {backup} --to again"))
        .done();
    let restored = bench
        .ruth(&format!("--vault again concerns show {number} --json"))
        .document();
    assert_eq!(restored["room"], "D4");
    assert_eq!(
        bench.json("--vault again vault verify")["faults"],
        json!([])
    );
}

#[test]
fn the_twelve_words_open_a_backup_on_a_computer_that_never_saw_the_vault() {
    let bench = Bench::with_backup();
    let backup = bench.backup();
    let elsewhere = |words: &str| {
        let mut command = bench.command();
        command
            .args(["--keyring", "file:other.key", "--vault", "other"])
            .args(words.split(' '));
        crate::bench::Ran::of(command.output().unwrap())
    };

    elsewhere(&format!(
        "backup restore {backup} --to other --code-file words"
    ))
    .done();
    elsewhere("--user ruth --password-file pw vault info")
        .refused(1)
        .says("keyring");
    elsewhere("--user ruth vault recover --code-file words --new-password-file new").done();
    let info = elsewhere("--user ruth --password-file new vault info --json").document();

    assert_eq!(info["school"], "Marlowe Vale School");
}

#[test]
fn an_invented_school_is_the_same_for_the_same_seed_and_never_replaces_a_vault() {
    let bench = Bench::empty();
    let make = "demo create --pupils 30 --concerns 12 --seed 7 --attachments 1";
    let names = |vault: &str| {
        let pupils = bench.json(&format!("--vault {vault} pupils list"));
        let names: Vec<_> = pupils
            .as_array()
            .unwrap()
            .iter()
            .map(|pupil| {
                (
                    pupil["legal_surname"].clone(),
                    pupil["date_of_birth"].clone(),
                )
            })
            .collect();
        names
    };

    let made = bench.json(&format!("--vault one {make}"));
    // One keyring file is for one vault.
    std::fs::rename(bench.path("device.key"), bench.path("one.key")).unwrap();
    bench.ruth(&format!("--vault two {make}")).done();
    let two = names("two");
    std::fs::rename(bench.path("one.key"), bench.path("device.key")).unwrap();

    assert_eq!(
        (&made["pupils"], &made["concerns"]),
        (&json!(30), &json!(12))
    );
    assert_eq!(names("one"), two);
    assert_eq!(
        bench
            .json("--vault one concerns list")
            .as_array()
            .unwrap()
            .len(),
        12
    );
    assert_eq!(bench.json("--vault one vault info")["practice"], true);
    bench
        .ruth(&format!("--vault one {make}"))
        .refused(5)
        .says("already");
}
