//! Evidence for the police, from a pupil's page to a folder that anybody can check.

use std::process::Command;

use crate::kit::{DEV, LONGEST, Laptop, RUTH, Written, open_as, until};

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
