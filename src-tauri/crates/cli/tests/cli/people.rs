//! People: passwords, kits, accounts.

use serde_json::{Value, json};

use crate::bench::{Bench, Ran};

fn add(bench: &Bench, user: &str, role: &str) -> Ran {
    bench.put(user, &format!("a long password for {user}"));
    let kit = format!("{user}.pdf");
    bench.run(&[
        "--user",
        "ruth",
        "--password-file",
        "pw",
        "users",
        "add",
        user,
        "--name",
        user,
        "--role",
        role,
        "--new-password-file",
        user,
        "--recovery-kit",
        &kit,
        "--json",
    ])
}

#[test]
fn a_new_password_takes_the_place_of_the_old_and_the_words_of_both() {
    let bench = Bench::with_vault();
    bench.put("short", "short");

    bench
        .ruth("vault password --new-password-file short")
        .refused(5)
        .says("short:1: password: ");
    bench.ruth("vault password --new-password-file new").done();
    bench.user("ruth", "pw", "vault info").refused(3);
    bench
        .user("ruth", "new", "vault info")
        .done()
        .says("has not been tried yet");

    bench.put("typo", "abandon abandon abandon");
    bench
        .user("ruth", "new", "vault rehearse --code-file typo")
        .refused(5)
        .says("typo:1: words: ");
    bench
        .user("ruth", "new", "vault rehearse --code-file words")
        .done();
    let info = bench.user("ruth", "new", "vault info --json").done();
    assert!(!info.err.contains("has not been tried yet"));
    assert_eq!(info.document()["rehearsal_due"], false);

    bench
        .user(
            "ruth",
            "new",
            "vault recover --code-file words --new-password-file pw",
        )
        .done();
    bench.ruth("vault info").done();
    bench
        .user(
            "somebody",
            "pw",
            "vault recover --code-file words --new-password-file pw",
        )
        .refused(5)
        .says("--user: ");
}

#[test]
fn somebody_added_here_works_with_their_own_password_until_the_account_is_closed() {
    let bench = Bench::with_pupils();
    let dev = add(&bench, "dev", "deputy_dsl").document();
    assert_eq!(
        (&dev["user"], &dev["role"]),
        (&json!("dev"), &json!("deputy_dsl"))
    );
    assert!(bench.path("dev.pdf").exists());

    let recorded = bench
        .user("dev", "dev", "concerns add --from concern.json --json")
        .document();
    let shown = bench.json(&format!(
        "concerns show {}",
        recorded["id"].as_str().unwrap()
    ));
    assert_eq!(shown["reported_by"], "dev");
    let states = |bench: &Bench| -> Vec<Value> {
        let users = bench.json("users list");
        users
            .as_array()
            .unwrap()
            .iter()
            .map(|user| user["state"].clone())
            .collect()
    };
    assert_eq!(states(&bench), ["open", "open"]);
    bench.ruth("users close dev").refused(2);
    bench.ruth("users close dev --reason Left").done();
    bench.user("dev", "dev", "vault info").refused(3);

    assert_eq!(states(&bench), ["open", "closed"]);
    bench.ruth("users close dev --reason Left").refused(5);
    bench
        .ruth("users close nobody --reason Left")
        .refused(5)
        .says("USER: ");
    bench.ruth("users close ruth --reason Left").refused(3);
}

#[test]
fn an_invitation_works_once_at_its_persons_own_keyboard() {
    let bench = Bench::with_vault();
    let invited = bench.json("users invite zara --name Zara --role headteacher");
    bench.put("code", invited["code"].as_str().unwrap());
    bench.put("badcode", "abandon-abandon-abandon-abandon");
    let accept = |code: &str, kit: &str| {
        bench.user(
            "zara",
            "new",
            &format!("users accept --code-file {code} --recovery-kit {kit}"),
        )
    };

    accept("badcode", "zara.pdf").refused(3);
    accept("code", "words")
        .refused(5)
        .says("words: --recovery-kit: ");
    accept("code", "zara.pdf").done();
    std::thread::sleep(std::time::Duration::from_secs(1));
    accept("code", "zara2.pdf").refused(3);

    let rooms = bench.json("rooms list");
    let zaras = bench.user("zara", "new", "rooms list --json").document();
    let member = |rooms: &Value| -> Vec<bool> {
        rooms
            .as_array()
            .unwrap()
            .iter()
            .map(|room| room["member"].as_bool().unwrap())
            .collect()
    };
    assert_eq!(member(&rooms), [true, false, false, false]);
    assert_eq!(member(&zaras), [true, true, false, true]);
    assert!(!bench.path("zara2.pdf").exists());
}

#[test]
fn somebody_who_only_records_gets_a_receipt_and_keeps_a_copy_of_their_own() {
    let bench = Bench::with_pupils();
    add(&bench, "tom", "any_staff").done();
    bench.put(
        "said.json",
        r#"{"student": {"name": "Amara from 8B"}, "occurred_at": "2026-03-09T10:00:00Z", "description": "She was crying in the corridor."}"#,
    );

    bench
        .user("tom", "tom", "concerns add --from concern.json")
        .refused(3)
        .says("name instead");
    let recorded = bench
        .user("tom", "tom", "concerns add --from said.json --json")
        .document();
    let number = recorded["record_no"].as_str().unwrap();
    let own = bench.user("tom", "tom", "concerns list --json").document();
    let copy = bench
        .user("tom", "tom", &format!("concerns show {number} --json"))
        .document();
    let lead = bench.json("search corridor");

    assert_eq!(recorded["posted"], true);
    assert!(recorded["receipt"].is_string());
    assert_eq!(own[0]["record_no"], number);
    assert_eq!(copy["description"], "She was crying in the corridor.");
    assert_eq!(copy["student"]["name"], "Amara from 8B");
    assert_eq!(lead[0]["kind"], "concern");
    assert_eq!(lead[0]["id"], recorded["id"]);
}

#[test]
fn what_a_newcomer_needs_is_checked_before_an_account_is_made() {
    let bench = Bench::with_vault();

    add(&bench, "ruth", "dsl").refused(5);
    add(&bench, "ann", "king").refused(5).says("--role");
    bench.put("short", "short");
    bench
        .ruth("users add bob --name Bob --role teacher --new-password-file short --recovery-kit b.pdf")
        .refused(5)
        .says("short:1: password: ");

    assert_eq!(bench.json("users list").as_array().unwrap().len(), 1);
    assert!(!bench.path("b.pdf").exists());
}

#[test]
fn the_head_lets_a_deputy_into_the_staff_room_and_nobody_else_can() {
    let bench = Bench::with_vault();
    add(&bench, "dev", "deputy_dsl");
    add(&bench, "head", "headteacher");
    add(&bench, "osei", "teacher");
    let staff = |user: &str, password: &str| {
        let rooms = bench
            .user(user, password, "rooms list --json")
            .done()
            .document();
        let rooms = rooms.as_array().unwrap().clone();
        let staff = rooms
            .into_iter()
            .find(|room| room["name"] == "Staff concerns");
        staff.unwrap()
    };
    let id = staff("head", "head")["id"].as_str().unwrap().to_owned();
    let let_in = |user: &str, password: &str, who: &str| {
        bench.user(user, password, &format!("rooms add-member {id} {who}"))
    };

    let_in("ruth", "pw", "dev").refused(3);
    let_in("head", "head", "osei").refused(3);
    let_in("head", "head", "nobody").refused(5).says("MEMBER: ");
    let_in("head", "head", "dev").done();

    assert_eq!(staff("dev", "dev")["member"], true);
}
