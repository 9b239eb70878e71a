//! What it writes: whole or not at all, never over another file, and never where it does not belong.

use std::process::Command;

use crate::bench::{Bench, PASSWORD, Ran, everything_in};

#[test]
fn a_kit_that_cannot_be_written_means_that_no_vault_is_made() {
    let bench = Bench::empty();
    bench.put("kit.pdf", "something precious");

    bench
        .create()
        .refused(5)
        .says("kit.pdf: --recovery-kit: ")
        .says("--force");
    bench
        .ruth("vault create --school X --recovery-kit none/kit.pdf")
        .refused(5)
        .says("There is no such folder");

    assert!(!bench.path("vault").exists());
    assert!(!bench.path("device.key").exists());
    assert!(!bench.path("words").exists());
    assert_eq!(
        std::fs::read_to_string(bench.path("kit.pdf")).unwrap(),
        "something precious"
    );
}

#[test]
fn a_form_that_is_refused_leaves_nothing_behind() {
    let bench = Bench::empty();
    bench.put("short", "too short");
    let before = bench.names_in(".");

    bench
        .user(
            "ruth",
            "short",
            "vault create --school X --prefix ABCDEF --recovery-kit kit.pdf",
        )
        .refused(5)
        .says("short:1: password: ")
        .says("--prefix: ");
    bench
        .user("r", "pw", "vault create --school Xy --recovery-kit kit.pdf")
        .refused(5)
        .says("--user: ");

    assert_eq!(bench.names_in("."), before);
}

#[test]
fn the_kit_is_a_page_and_the_words_are_for_their_owner_alone() {
    let bench = Bench::empty();
    bench.create().done();

    let kit = std::fs::read(bench.path("kit.pdf")).unwrap();
    let words = std::fs::read_to_string(bench.path("words")).unwrap();

    assert!(kit.starts_with(b"%PDF-"));
    assert_eq!(words.split_whitespace().count(), 12);
    #[cfg(unix)]
    for name in ["kit.pdf", "words"] {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(bench.path(name))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

#[test]
fn a_copy_never_replaces_a_file_without_being_told_to() {
    let bench = Bench::with_pupils();
    let recorded = bench.json("concerns add --from concern.json");
    let number = recorded["record_no"].as_str().unwrap();
    let added = bench.json(&format!(
        "files add {number} concern.json --no-indecent-image"
    ));
    let file = added["files"][0]["id"].as_str().unwrap();
    bench.put("copy", "something precious");

    bench
        .ruth(&format!("files get {file} --out copy"))
        .refused(5)
        .says("copy: --out: ");
    bench.ruth(&format!("files get {file} --out .")).refused(5);
    assert_eq!(
        std::fs::read_to_string(bench.path("copy")).unwrap(),
        "something precious"
    );
    bench
        .ruth(&format!("files get {file} --out copy --force"))
        .done();

    assert_eq!(
        std::fs::read(bench.path("copy")).unwrap(),
        std::fs::read(bench.path("concern.json")).unwrap()
    );
}

#[test]
fn a_chronology_is_a_paper_plain_with_a_warning_or_behind_a_password() {
    let bench = Bench::with_pupils();
    let recorded = bench.json("concerns add --from concern.json");
    let number = recorded["record_no"].as_str().unwrap();
    bench.put("paper.pw", "lanterns along the towpath");
    bench.put("short.pw", "short");

    bench
        .ruth("chronology H801200001001 --purpose meeting --out plain.pdf")
        .done()
        .says("anybody who has it can read it");
    let made = bench.json(
        "chronology H801200001001 --purpose meeting --mask-others --from 2026-01-01 --protect paper.pw --out protected.pdf",
    );
    bench
        .ruth(&format!("concerns print {number} --out record.pdf"))
        .done();
    bench
        .ruth("chronology H801200001001 --out plain.pdf")
        .refused(5)
        .says("plain.pdf: --out: ");
    bench
        .ruth("chronology H801200001001 --protect short.pw --out weak.pdf")
        .refused(5);
    bench.ruth("chronology nobody --out none.pdf").refused(3);

    let pdf = |name: &str| std::fs::read(bench.path(name)).unwrap();
    assert!(
        pdf("plain.pdf").starts_with(b"%PDF-1.7") && pdf("record.pdf").starts_with(b"%PDF-1.7")
    );
    assert!(pdf("protected.pdf").starts_with(b"%PDF-2.0"));
    assert_eq!(
        (made["pages"].as_u64(), made["protected"].as_bool()),
        (Some(1), Some(true))
    );
    assert!(!bench.path("weak.pdf").exists() && !bench.path("none.pdf").exists());
}

#[test]
fn a_vault_is_never_made_over_another() {
    let bench = Bench::with_vault();
    let before = everything_in(&bench.path("vault"));

    bench
        .ruth("vault create --school Another --recovery-kit kit2.pdf")
        .refused(5)
        .says("already");

    assert_eq!(everything_in(&bench.path("vault")), before);
    assert!(!bench.path("kit2.pdf").exists());
}

#[test]
fn anything_less_than_the_computers_keyring_is_said_every_time() {
    let bench = Bench::empty();
    let none = |words: &str| {
        let mut command = bench.command();
        command
            .args([
                "--keyring",
                "none",
                "--user",
                "ruth",
                "--password-file",
                "pw",
            ])
            .args(words.split(' '));
        Ran::of(command.output().unwrap()).done()
    };

    none("vault create --school Xanthe --recovery-kit kit.pdf").says("No keyring is used");
    let info = none("vault info --json");

    info.says("No keyring is used");
    assert_eq!(info.document()["school"], "Xanthe");
    assert!(!bench.path("device.key").exists());
}

#[test]
fn what_is_in_the_vault_stands_in_no_file_beside_the_ones_that_were_asked_for() {
    let bench = Bench::with_pupils();
    let recorded = bench.json("concerns add --from concern.json");
    let number = recorded["record_no"].as_str().unwrap();
    bench
        .ruth(&format!(
            "files add {number} concern.json --no-indecent-image"
        ))
        .done();
    bench.ruth("search canteen").done();
    for given in ["pw", "pupils.csv", "concern.json"] {
        std::fs::remove_file(bench.path(given)).unwrap();
    }

    for canary in ["canteen", "Okafor", "H801200001001", PASSWORD] {
        let found = Command::new("grep")
            .args(["-rlaiF", canary, "."])
            .current_dir(bench.path("."))
            .output()
            .unwrap();
        assert_eq!(String::from_utf8_lossy(&found.stdout), "", "{canary}");
        assert_eq!(found.status.code(), Some(1), "looked, and found nothing");
    }
}

#[test]
fn a_log_names_nobody_and_with_names_it_asks_first_to_whom_it_goes() {
    let bench = Bench::with_vault();
    let days = "--from 2026-09-01 --to 2026-12-18";

    bench
        .ruth(&format!(
            "log export {days} --format csv --purpose governors --out log.csv"
        ))
        .done()
        .says("plain copy");
    let unsettled = format!("log export {days} --format pdf --named --out log.pdf");
    bench.ruth(&unsettled).refused(5).says("--gate: ");
    bench.put(
        "gate.json",
        "{\"need\": \"Monitoring\", \"authority\": \"H. Sandiford\",\n \"recipient\": \"\"}",
    );
    let half = format!("{unsettled} --gate gate.json");
    bench
        .ruth(&half)
        .refused(5)
        .says("gate.json:2: recipient: Say to whom it goes");
    assert!(!bench.path("log.pdf").exists());
    bench.put(
        "gate.json",
        "{\"need\": \"Monitoring\", \"authority\": \"H. Sandiford\", \"recipient\": \"H. Sandiford\",
          \"verified_by\": \"In person\", \"channel\": \"By hand\"}",
    );
    bench.ruth(&half).done();

    let table = std::fs::read_to_string(bench.path("log.csv")).unwrap();
    assert!(table.starts_with("\u{feff}\"Month\","));
    assert!(
        std::fs::read(bench.path("log.pdf"))
            .unwrap()
            .starts_with(b"%PDF")
    );
    bench
        .ruth(&format!(
            "log export {days} --format xlsx --numbers --named --out no.xlsx"
        ))
        .refused(2);
}

#[test]
fn a_report_to_governors_is_released_as_a_paper_and_as_tables_with_the_same_figures() {
    let bench = Bench::with_pupils();
    let days = "--from 2026-09-01 --to 2026-12-31";

    bench
        .ruth(&format!(
            "report governors {days} --out report.pdf --csv report.csv --xlsx report.xlsx"
        ))
        .done()
        .says("kept as released");
    bench
        .ruth("report governors --from 2026-12-31 --to 2026-09-01 --out other.pdf")
        .refused(5)
        .says("--to: The last day is before the first");
    bench
        .ruth(&format!(
            "report governors {days} --site Nowhere --out other.pdf"
        ))
        .refused(5)
        .says("--site: ");
    bench
        .ruth(&format!("report governors {days} --out report.pdf"))
        .refused(5)
        .says("report.pdf: --out: ");
    assert!(!bench.path("other.pdf").exists());

    let read = |name: &str| std::fs::read(bench.path(name)).unwrap();
    assert!(read("report.pdf").starts_with(b"%PDF-1.7"));
    assert!(read("report.xlsx").starts_with(b"PK"));
    let table = String::from_utf8(read("report.csv")).unwrap();
    let mut lines = table.lines();
    assert_eq!(
        lines.next().unwrap(),
        "\u{feff}\"section\",\"measure\",\"label\",\"value\",\"counts\""
    );
    for line in lines {
        let counts = line.rsplit(',').next().unwrap();
        let known = [
            "\"people\"",
            "\"events\"",
            "\"things\"",
            "\"days\"",
            "\"percent\"",
        ];
        assert!(known.contains(&counts), "{line}");
    }
}
