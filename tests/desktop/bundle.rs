//! Evidence for the police, from a pupil's page to a folder that anybody can check.

use std::process::Command;

use crate::kit::{DEV, LONGEST, Laptop, RUTH, Window, Written, open_as, until};

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn evidence_for_the_police_is_settled_made_and_checked() {
    let laptop = Laptop::new();
    laptop.set_up(&[&DEV]);
    laptop.bring_pupils();
    laptop.record(&RUTH, CONCERNS);
    let window = laptop.open_window();

    open_as(&window, &DEV);
    window.go_to("Pupils");
    window.press("Amara Oyelaran");
    window.press("Evidence for the police");
    window.arrive_at("Evidence for the police");
    window.see("2 concerns, in full, each printed as an exhibit");
    window.see("Nothing that lies with the pupils’ records is left out.");
    window.picture("bundle");
    window.is_clean("a bundle, empty");
    window.press("Make the bundle");
    window.is_refused("Say which police force asked");
    window.is_clean("a bundle, in error");
    settle(&window);
    window.press("Make the bundle");
    let folder = laptop.out.join("BUNDLE");
    let _ = std::fs::remove_dir_all(&folder);
    let receipt = laptop.out.join("BUNDLE-receipt.pdf");
    let _ = std::fs::remove_file(&receipt);
    laptop.name_in_the_systems_box(folder.to_str().unwrap());
    window.see("is made");
    window.picture("bundle-made");
    window.is_clean("a bundle, made");
    assert!(until(LONGEST, || receipt.exists()));
    let summed = Command::new("sha256sum")
        .args(["--strict", "-c", "manifest-sha256.txt"])
        .current_dir(&folder)
        .output()
        .unwrap();
    assert!(summed.status.success());
    let read = Command::new("pdftotext")
        .arg(folder.join("data/bundle.pdf"))
        .arg("-")
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&read.stdout).into_owned();
    assert!(text.contains("MM/118204/26") && text.contains("asks where she lives"));
    window.close();
}

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_bundle_for_the_post_shows_its_password_once_and_opens_with_it() {
    let laptop = Laptop::new();
    laptop.set_up(&[&DEV]);
    laptop.bring_pupils();
    laptop.record(&RUTH, CONCERNS);
    let window = laptop.open_window();

    open_as(&window, &DEV);
    window.go_to("Pupils");
    window.press("Amara Oyelaran");
    window.press("Evidence for the police");
    window.arrive_at("Evidence for the police");
    window.see("2 concerns, in full, each printed as an exhibit");
    settle(&window);
    window.tick("One PDF behind a password, with the files in it");
    window.tick("By section, A1, A2, B1, as family courts ask");
    window.press("Make the bundle");
    let place = laptop.out.join("POST");
    for ending in [".pdf", "-receipt.pdf"] {
        let _ = std::fs::remove_file(laptop.out.join(format!("POST{ending}")));
    }
    laptop.name_in_the_systems_box(place.to_str().unwrap());
    window.see("is made");
    window.see("Write it down now");
    window.picture("bundle-password");
    window.is_clean("a bundle behind a password, made");
    let said = window.text();
    let (_, after) = said.split_once("The password ").unwrap();
    let password = after.split(' ').next().unwrap().to_owned();
    assert_eq!(password.split('-').count(), 6, "six words");
    let file = laptop.out.join("POST.pdf");
    let read = |password: &str| {
        let read = Command::new("pdftotext")
            .args(["-upw", password])
            .arg(&file)
            .arg("-")
            .output()
            .unwrap();
        read.status
            .success()
            .then(|| String::from_utf8_lossy(&read.stdout).into_owned())
    };
    assert!(read("guess").is_none());
    assert!(read(&password).unwrap().contains("MM/118204/26"));
    assert!(!place.exists(), "no open folder beside it");
    // Left and come back to, the page shows it no more.
    window.press("I have written the password down");
    window.press("Evidence for the police");
    window.see("2 concerns, in full, each printed as an exhibit");
    assert!(!window.text().contains(&password));
    window.close();
}

/// Everything that must be said before a bundle leaves.
pub(crate) fn settle(window: &Window) {
    for (field, words) in [
        ("Police force", "Midmarch Police"),
        ("Officer: name and rank", "DC L. Hartigan"),
        ("Collar or warrant number", "4471"),
        ("Crime or log number", "MM/118204/26"),
        (
            "On what basis it may be given",
            "The officer’s written request",
        ),
        ("What exactly was asked for", "All records about her"),
        ("Why it is needed", "For the investigation"),
        ("Who in the school agreed", "H. Sandiford, headteacher"),
        ("To whom it goes", "DC Hartigan"),
        ("How you made sure", "Rang 101 back"),
        ("By what way it goes", "By hand, on a stick"),
    ] {
        window.write_into(field, words);
    }
}

const CONCERNS: &[Written<'_>] = &[
    Written {
        days_ago: 2,
        at: (9, 40),
        about: "Amara Oyelaran",
        happened: "9:00",
        learnt: "9:15",
        place: "online-out",
        category: "cpoms-safeguarding",
        account: "Amara showed me a name from a game. He asks where she lives.",
        said: "He says he is 15.",
    },
    Written {
        days_ago: 1,
        at: (7, 41),
        about: "Amara Oyelaran",
        happened: "7:00",
        learnt: "7:15",
        place: "online-out",
        category: "cpoms-safeguarding",
        account: "She says he wrote again.",
        said: "He wants to meet.",
    },
];
