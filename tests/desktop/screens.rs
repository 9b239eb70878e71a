//! A school's pages in the middle of a week, for whoever wants to see them.

use chrono::TimeDelta;

use crate::kit::{DEV, Laptop, PATIENCE, RUTH, Window, Written, open_as, see_today};

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_week_of_work_fills_the_pages_and_each_of_them_is_clean() {
    let laptop = Laptop::new();
    laptop.set_up_ago(TimeDelta::days(12), &[&DEV, &PATIENCE]);
    laptop.bring_pupils_ago(TimeDelta::days(11));
    laptop.record(&DEV, WEEK);
    laptop.read_all_but(&RUTH, 0);
    laptop.record(&PATIENCE, UNREAD);
    let window = laptop.open_window();

    open_as(&window, &RUTH);
    see_today(&window);
    window.picture("today");
    window.is_clean("today, full");
    window.press("Names shown");
    window.see("Names hidden");
    window.is_clean("today, names hidden");
    window.press("Names hidden");
    window.go_to("Concerns");
    window.see("Eight concerns, two nobody has read.");
    window.picture("concerns");
    window.is_clean("concerns, full");
    window.write_into("Words, names or a number", "breakfast");
    window.see_no_more("Nobody has read these yet");
    window.is_clean("concerns, searched");
    window.write_into("Words, names or a number", "nothing has these words");
    window.see("Nothing fits these words and days.");
    window.is_clean("concerns, nothing fits");
    window.press("Show all again");

    pupils(&window);
    find(&window);
    record(&window);
    others(&window);
    window.close();
}

fn pupils(window: &Window) {
    window.go_to("Pupils");
    window.see("9 pupils.");
    window.picture("pupils");
    window.is_clean("pupils, full");
    window.press("Amara Oyelaran");
    window.arrive_at("Amara Oyelaran");
    window.see("Signed");
    window.picture("pupil");
    window.is_clean("pupil, full");
    window.press("Correct these details");
    window.arrive_at("Correct details of Amara Oyelaran");
    window.picture("pupil-correct");
    window.is_clean("pupil form, full");
    window.press("Sign these details");
    window.is_refused("Say why you correct it");
    window.is_clean("pupil form, in error");
    window.press("Leave it");
}

fn find(window: &Window) {
    window.key("Control+k");
    window.see("Type two letters.");
    window.is_clean("find, empty");
    window.write_into("A name, a word, a record number", "amara");
    window.see("Concerns");
    window.is_offered("Amara Oyelaran");
    window.picture("find");
    window.is_clean("find, full");
    window.key("Escape");
}

fn record(window: &Window) {
    window.key("Control+n");
    window.arrive_at("Record a concern");
    window.write_into("A pupil or an adult: type a name", "ama");
    window.press("Amara Oyelaran");
    window.write_into("Another pupil or adult: type a name", "jay");
    window.press("Jay Fairbrother");
    window.choose("What part Amara Oyelaran had", "May have been harmed");
    window.choose("What part Jay Fairbrother had", "Told someone");
    window.write_into("It happened", "yesterday about 20:30");
    window.write_into("You learnt of it", "20 min ago");
    window.choose("Where", "Online, out of school");
    window.write_into("What was seen, heard or said", "Before lesson 2 Jay came to the library desk and said Amara was upset about someone from a game. I sat with Amara in the corner by the window. She was shaking and kept turning her phone over.");
    window.write_into("The child’s exact words", "“He said he’d pick me up by the cinema on Saturday and not to tell my mum. He’s got my school off my photo.”");
    window.see("Draft kept safe at");
    window.picture("record");
    window.is_clean("record, full");
    for fold in [
        "Immediate action",
        "Device, app",
        "Category, questions",
        "Status, who",
    ] {
        window.press(fold);
    }
    window.press("Add a user name or address");
    window.press("Add a mark");
    window.is_clean("record, everything open");
    for fold in [
        "Immediate action",
        "Device, app",
        "Category, questions",
        "Status, who",
    ] {
        window.press(fold);
    }
    window.tick("I am not sure");
    window.see("Stop here. Nothing of it comes into Strongroom.");
    window.is_clean("record, an image that must not come in");
    window.press("I answered by mistake");
    window.press("Leave it as a draft");
}

fn others(window: &Window) {
    window.go_to("Vault");
    window.see("Who can open it");
    window.is_clean("vault, full");
    window.press("Close account of Patience Osei");
    window.see("Close the account of Patience Osei?");
    window.is_clean("vault, closing an account");
    window.press("Leave it open");
    window.press("Change your password");
    window.arrive_at("Change your password");
    window.picture("password");
    window.is_clean("password");
    window.press("Change it");
    window.see("Type the password you use now");
    window.is_clean("password, in error");
    window.press("Leave it");
    window.press("Settings of the school");
    window.arrive_at("Settings of the school");
    window.see("Lock after this many minutes");
    window.picture("settings");
    window.is_clean("settings");
    window.go_to("Vault");
    window.press("Check everything");
    window.arrive_at("Check everything");
    window.press("Start");
    window.see("Everything is whole");
    window.picture("check");
    window.is_clean("check, whole");
    window.key("Control+/");
    window.see("anywhere, also before a password");
    window.is_clean("keys");
    window.key("Escape");
}

const WEEK: &[Written<'_>] = &[
    Written {
        days_ago: 8,
        at: (9, 5),
        about: "Siobhán Ó Súilleabháin",
        happened: "8:40",
        learnt: "8:50",
        place: "school-site",
        category: "cpoms-attendance",
        account: "Siobhán was late for the fourth time this month and had come without breakfast. She said the alarm had not gone off.",
        said: "Dad’s on nights so I get my brothers ready.",
    },
    Written {
        days_ago: 7,
        at: (13, 30),
        about: "Noa van der Meulen",
        happened: "12:30",
        learnt: "13:15",
        place: "lesson",
        category: "cpoms-open-to-camhs",
        account: "Noa has worn long sleeves through two weeks of PE and left the changing room in tears.",
        said: "Please don’t make me.",
    },
    Written {
        days_ago: 5,
        at: (9, 20),
        about: "Rhys Null",
        happened: "yesterday about 15:20",
        learnt: "9:05",
        place: "community",
        category: "cpoms-cause-for-concern",
        account: "Two pupils told me separately that Rhys was given a new phone by a man in a grey car at the bus stop.",
        said: "",
    },
    Written {
        days_ago: 4,
        at: (10, 40),
        about: "Anh Nguyen",
        happened: "10:10",
        learnt: "10:15",
        place: "lesson",
        category: "cpoms-bullying",
        account: "The word on Anh’s book was written by someone else. She had crossed it out twice and hidden the page.",
        said: "It is only a joke they say.",
    },
    Written {
        days_ago: 4,
        at: (15, 25),
        about: "Amara Oyelaran",
        happened: "14:00",
        learnt: "14:10",
        place: "school-site",
        category: "cpoms-friendships",
        account: "Amara put her head on the desk in form time and would not eat. She kept her phone face down beside her.",
        said: "I’m just tired.",
    },
    Written {
        days_ago: 2,
        at: (12, 55),
        about: "Amara Oyelaran",
        happened: "yesterday about 16:00",
        learnt: "12:40",
        place: "online-out",
        category: "cpoms-monitoring-filtering-alert",
        account: "The filter stopped a site for meeting strangers under Amara’s name three times after school.",
        said: "",
    },
];

const UNREAD: &[Written<'_>] = &[
    Written {
        days_ago: 1,
        at: (10, 41),
        about: "Amara Oyelaran",
        happened: "2 days ago about 20:30",
        learnt: "9:45",
        place: "online-out",
        category: "cpoms-safeguarding",
        account: "Jay came to the library desk and said Amara was upset about someone from a game.",
        said: "He said he’d pick me up by the cinema on Saturday and not to tell my mum.",
    },
    Written {
        days_ago: 1,
        at: (17, 20),
        about: "Kasia Wiśniewska-Żółć",
        happened: "15:40",
        learnt: "15:45",
        place: "school-site",
        category: "cpoms-home-issues-parenting-issues",
        account: "Nobody came for Kasia until ten past five. The number we have rings out. She asked whether she could do her homework in the office.",
        said: "Mum forgets when she’s poorly.",
    },
];
