//! The numbers it exits with.

use std::process::Command;

use app::Office;

use crate::bench::{Bench, everything_in};

#[test]
fn wrong_use_is_2_and_touches_nothing() {
    let bench = Bench::empty();

    for words in [
        "vault",
        "vault explode",
        "pack export --to ann --out x",
        "concerns add",
        "concerns list --from 2026-02-30",
        "concerns list --limit many",
        "--keyring usb vault info",
        "files add MV-1",
    ] {
        let ran = bench.ruth(words).refused(2);
        assert!(!ran.err.is_empty(), "{words}");
    }
    bench.run(&["vault", "info"]).refused(2);
    let error = bench.ruth("vault explode --json").refused(2).error();
    assert_eq!(
        (&error["exit"], &error["kind"]),
        (&2.into(), &"wrong_use".into())
    );
    assert!(!bench.path("vault").exists());
}

#[test]
fn no_vault_and_no_user_are_said_before_any_password_is_asked() {
    let bench = Bench::with_vault();

    let mut nowhere = bench.command();
    nowhere
        .env_remove("STRONGROOM_VAULT")
        .args(["vault", "info", "--user", "ruth"]);
    let nowhere = crate::bench::Ran::of(nowhere.output().unwrap()).refused(2);
    nowhere.says("--vault");
    bench.run(&["vault", "info"]).refused(2).says("--user");
    bench
        .run(&["vault", "info", "--user", "ruth"])
        .refused(2)
        .says("--password-file");
    bench
        .ruth("--vault nothing vault info")
        .refused(5)
        .says("no vault in this folder");
}

#[test]
fn a_wrong_password_is_3_and_says_nothing_of_what_was_wrong() {
    let bench = Bench::with_vault();
    let sentence = |ran: crate::bench::Ran| ran.refused(3).err.lines().last().unwrap().to_owned();

    let wrong_password = sentence(bench.user("ruth", "wrong", "vault info"));
    bench.ruth("vault info").done();
    let wrong_user = sentence(bench.user("nobody", "pw", "vault info"));

    assert_eq!(
        wrong_password,
        "strongroom-cli: That did not open it. Try again."
    );
    assert_eq!(wrong_password, wrong_user);
    // A second one in a row waits.
    let waits = bench
        .user("ruth", "wrong", "vault info --json")
        .refused(3)
        .error();
    assert_eq!(waits["wait_seconds"], 2);
}

#[test]
fn what_one_may_not_and_what_is_not_there_are_3_alike() {
    let bench = Bench::with_pupils();
    bench.put("tom", "a password for tom hale");
    bench
        .run(&[
            "--user",
            "ruth",
            "--password-file",
            "pw",
            "users",
            "add",
            "tom",
            "--name",
            "Tom Hale",
            "--role",
            "any_staff",
            "--new-password-file",
            "tom",
            "--recovery-kit",
            "tom.pdf",
        ])
        .done();
    let recorded = bench.json("concerns add --from concern.json");

    let there = bench.user(
        "tom",
        "tom",
        &format!("concerns show {}", recorded["id"].as_str().unwrap()),
    );
    let nowhere = bench.user(
        "tom",
        "tom",
        "concerns show 00000000000000000000000000000000",
    );
    bench.user("tom", "tom", "pupils list").refused(3);
    bench
        .user("tom", "tom", "pupils import pupils.csv")
        .refused(3);
    bench
        .user(
            "tom",
            "tom",
            "files get 00000000000000000000000000000000 --out x",
        )
        .refused(3);

    assert_eq!(there.refused(3).err, nowhere.refused(3).err);
}

#[test]
fn a_changed_file_of_the_vault_is_4_and_named() {
    let bench = Bench::with_pupils();
    let recorded = bench.json("concerns add --from concern.json");
    let number = recorded["record_no"].as_str().unwrap();
    bench
        .ruth(&format!(
            "files add {number} concern.json --no-indecent-image"
        ))
        .done();
    let (blob, mut bytes) = everything_in(&bench.path("vault").join("blobs")).remove(0);
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(blob, bytes).unwrap();

    let ran = bench.ruth("vault verify --json");

    assert_eq!(ran.code, 4);
    let found: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(found["faults"].as_array().unwrap().len(), 1);
    assert!(
        found["faults"][0]["what"]
            .as_str()
            .unwrap()
            .starts_with("file ")
    );
    assert_eq!(ran.error()["kind"], "integrity");
    let file = bench.json(&format!("concerns show {number}"))["files"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    bench
        .ruth(&format!("files get {file} --out copy"))
        .refused(4);
    assert!(!bench.path("copy").exists());
}

#[test]
fn a_damaged_backup_is_4_and_leaves_no_folder_behind() {
    let bench = Bench::with_backup();
    let mut bytes = std::fs::read(bench.path(&bench.backup())).unwrap();
    let early = bytes.len() / 20;
    bytes[early] ^= 1;
    std::fs::write(bench.path("stick/changed"), &bytes).unwrap();
    bytes[early] ^= 1;
    bytes.truncate(early);
    std::fs::write(bench.path("stick/cut"), &bytes).unwrap();
    bench.put("stick/other", "something else");

    for bad in ["stick/changed", "stick/cut", "stick/other"] {
        bench.ruth(&format!("backup verify {bad}")).refused(4);
        bench
            .ruth(&format!("backup restore {bad} --to again"))
            .refused(4);
        assert!(!bench.path("again").exists(), "{bad}");
    }
}

#[test]
fn a_restore_into_a_folder_with_something_in_it_is_refused() {
    let bench = Bench::with_backup();
    let backup = bench.backup();

    bench
        .ruth(&format!("backup restore {backup} --to stick"))
        .refused(5)
        .says("stick: ")
        .says("not empty");
    bench
        .ruth("backup restore stick/none --to again")
        .refused(5)
        .says("stick/none: There is no such file");
    bench
        .user(
            "ruth",
            "wrong",
            &format!("backup restore {backup} --to again"),
        )
        .refused(3);
    assert!(!bench.path("again").exists());
}

#[test]
fn a_vault_that_another_program_has_is_6() {
    let bench = Bench::with_vault();
    let mut window = Office::new(bench.surroundings());
    app::front_door(&mut window).unwrap();

    bench
        .ruth("vault info")
        .refused(6)
        .says("open in another window");

    drop(window);
    bench.ruth("vault info").done();
}

#[test]
fn a_vault_of_a_newer_version_is_7_and_stays_as_it_is() {
    let bench = Bench::with_vault();
    for name in ["people.slots.a", "people.slots.b"] {
        let path = bench.path("vault").join(name);
        let text = std::fs::read_to_string(&path).unwrap();
        let newer = text.replace("\"strongroom_slots\":1,", "\"strongroom_slots\":2,");
        let (body, _) = newer.rsplit_once(",\"check\":").unwrap();
        std::fs::write(&path, body).unwrap();
        let check = Command::new("sha256sum")
            .arg(&path)
            .output()
            .unwrap()
            .stdout;
        let check = String::from_utf8(check).unwrap();
        let check = check.split(' ').next().unwrap();
        std::fs::write(&path, format!("{body},\"check\":\"{check}\"}}\n")).unwrap();
    }
    let before = people_files(&bench);

    let error = bench.ruth("vault info --json").refused(7).error();

    assert_eq!(error["kind"], "newer");
    assert_eq!(people_files(&bench), before);
}

fn people_files(bench: &Bench) -> Vec<Vec<u8>> {
    ["people.slots.a", "people.slots.b"]
        .map(|name| std::fs::read(bench.path("vault").join(name)).unwrap())
        .into()
}

#[test]
fn guidance_is_listed_shown_and_a_schools_own_checked_without_a_vault() {
    let bench = Bench::empty();
    let list = bench.run(&["guidance", "list", "--json"]).document();
    let kinds = |kind: &str| {
        let all = list.as_array().unwrap();
        all.iter().filter(|line| line["kind"] == kind).count()
    };
    assert_eq!((kinds("flow"), kinds("checklist")), (26, 18));
    assert!(kinds("matrix") > 0 && kinds("register") > 0);

    let flow = bench
        .run(&["guidance", "show", "nudes-semi-nudes", "--json"])
        .document();
    assert_eq!(flow["kind"], "flow");
    assert!(flow["do_not"].as_array().unwrap().len() > 2);
    assert!(
        bench
            .run(&["guidance", "show", "ceop-referral"])
            .done()
            .out
            .contains("The suspect")
    );
    let drawn = ["guidance", "show", "nudes-semi-nudes", "--svg", "flow.svg"];
    bench.run(&drawn).done();
    let picture = std::fs::read_to_string(bench.path("flow.svg")).unwrap();
    assert!(picture.starts_with("<svg") && picture.ends_with("</svg>"));
    bench.run(&drawn).refused(5).says("--force");
    bench
        .run(&["guidance", "show", "nothing-of-the-kind"])
        .refused(5);

    std::fs::create_dir_all(bench.path("own/checklists")).unwrap();
    let page = r#"
schema = "dsl-checklist/1"
id = "our-call"
version = 1
checked = "2026-11"
title = "Our own call"
purpose = "Everything ready."
use_when = "Before a call"
owner = ["dsl"]
warnings = []
note = ""
sources = []

[[section]]
title = "First"

[[section.item]]
id = "who"
prompt = "Who?"
help = ""
type = "text"
options = []
required = "required"
sources = [{ id = "GEN", ref = "ours", confidence = "known" }]
"#;
    bench.put("own/checklists/call.toml", page);
    assert!(
        bench
            .run(&["guidance", "check", "own"])
            .done()
            .out
            .contains("1 checklists")
    );
    bench.put(
        "own/checklists/call.toml",
        &page.replace("\"GEN\"", "\"NONE\""),
    );
    bench
        .run(&["guidance", "check", "own"])
        .refused(5)
        .says("checklists/call.toml:")
        .says("there is no source \"NONE\"");
    bench.put("own/notes.toml", "a = 1");
    bench
        .run(&["guidance", "check", "own"])
        .refused(5)
        .says("notes.toml:1: this is no page of guidance");
    bench.run(&["guidance", "check", "nowhere"]).refused(5);
}

#[test]
fn a_page_that_was_not_checked_is_never_counted_as_well() {
    let bench = Bench::empty();
    for (path, says) in [
        ("a/contacts.toml", "Two pages have this name. Keep one."),
        (
            "flows/B.TOML",
            "Its name must end in .toml in small letters.",
        ),
        ("1/2/3/4/5/flows/x.toml", "This lies too deep"),
    ] {
        let folder = format!("shelf-{}", path.len());
        let file = std::path::PathBuf::from(&folder).join(path);
        for made in [
            bench.path(&format!("{folder}/b")),
            bench.path(&file.parent().unwrap().to_string_lossy()),
        ] {
            std::fs::create_dir_all(made).unwrap();
        }
        bench.put(&format!("{folder}/b/contacts.toml"), "broken [[");
        bench.put(&format!("{folder}/{path}"), "broken [[");
        bench
            .run(&["guidance", "check", &folder])
            .refused(5)
            .says(says);
    }
    bench.put("page.toml", "a = 1");
    bench
        .run(&["guidance", "check", "page.toml"])
        .refused(5)
        .says("This is not a folder.");
}

#[test]
fn a_bundle_is_checked_without_a_vault_and_4_says_that_it_was_changed() {
    // As `sha256sum` writes them; the fixtures stay for good.
    const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let bench = Bench::empty();
    std::fs::create_dir_all(bench.path("b/data")).unwrap();
    bench.put("b/data/bundle.pdf", "");
    bench.put("b/bagit.txt", "");
    bench.put(
        "b/manifest-sha256.txt",
        &format!("{EMPTY}  data/bundle.pdf\n"),
    );
    bench.put("b/tagmanifest-sha256.txt", &format!("{EMPTY}  bagit.txt\n"));

    let ran = bench.run(&["bundle", "verify", "b", "--json"]);
    assert_eq!(ran.code, 4);
    let found: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        (&found["whole"], &found["files"]),
        (&false.into(), &1.into())
    );
    ran.says("bagit.txt")
        .says("manifest-sha256.txt")
        .says("no list names it");
    bench.run(&["bundle", "verify", "nothing"]).refused(5);
    bench
        .run(&["bundle", "verify", "b", "--hash", "7c1e"])
        .refused(5)
        .says("hash");
    assert!(!bench.path("vault").exists());
}
