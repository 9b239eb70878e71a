//! What is removed from a bundle stands nowhere in what leaves.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use app::wire::{
    BundleArea, BundleMade, BundlePassage, BundlePicture, BundleRedact, BundleSelect, BundleSpec,
    ConcernForm, Fault, FaultKind,
};
use domain::room::Room as RoomKind;
use kit::{DEV, Device, RUTH, forms, inside, their_words};

/// A laptop with the school's pupils, and Ruth at it.
fn open() -> Device {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    laptop
}

fn about(laptop: &Device, pupils: &[&str], redact: BundleRedact) -> BundleSpec {
    BundleSpec {
        select: BundleSelect {
            pupils: pupils.iter().map(|name| laptop.pupil(name)).collect(),
            ..BundleSelect::default()
        },
        redact: Some(redact),
        ..crate::bundles::about_amara(laptop)
    }
}

fn without(passages: &[(&str, &str)]) -> BundleRedact {
    let passages = passages.iter().map(|(words, code)| BundlePassage {
        words: (*words).to_owned(),
        code: (*code).to_owned(),
        note: String::new(),
    });
    BundleRedact {
        passages: passages.collect(),
        ..BundleRedact::default()
    }
}

fn by_letter() -> BundleRedact {
    BundleRedact {
        letters: true,
        ..BundleRedact::default()
    }
}

/// Records a concern about some pupils with these files, and gives its id.
fn record(
    laptop: &mut Device,
    people: &[(&str, &str)],
    form: ConcernForm,
    files: &[(&str, &[u8])],
) -> String {
    let people = people
        .iter()
        .map(|(name, role)| forms::chosen(&laptop.pupil(name), role))
        .collect();
    let files = files
        .iter()
        .map(|(name, bytes)| {
            let media = "application/octet-stream";
            laptop.take_in(name, media, bytes).token
        })
        .collect();
    let form = ConcernForm {
        people,
        files,
        indecent_image: "no".to_owned(),
        ..form
    };
    let done = app::record_concern(&mut laptop.office, form).unwrap();
    done.value.id
}

fn correct(laptop: &mut Device, concern: &str, words: &str) {
    let view = app::concern(&mut laptop.office, concern).unwrap();
    let form = ConcernForm {
        description: words.to_owned(),
        reason: Some("I had the day wrong".to_owned()),
        ..view.versions[view.current as usize].form.clone()
    };
    app::amend_concern(&mut laptop.office, form).unwrap();
}

fn make(laptop: &mut Device, spec: BundleSpec, name: &str) -> Result<BundleMade, Fault> {
    let to = laptop.disk().join(name);
    app::create_bundle(&mut laptop.office, spec, &to).map(|done| done.value)
}

fn ran(program: &str, args: &[&str], file: &Path) -> Vec<u8> {
    let done = Command::new(program).args(args).arg(file).arg("-").output();
    done.unwrap_or_else(|_| panic!("{program} is needed"))
        .stdout
}

/// What somebody else’s reader finds on one page, or on all of them.
fn read(pdf: &Path, page: Option<usize>) -> String {
    let number = page.map(|page| page.to_string());
    let mut args = vec!["-enc", "UTF-8"];
    if let Some(number) = &number {
        args.extend(["-f", number, "-l", number]);
    }
    let text = String::from_utf8(ran("pdftotext", &args, pdf)).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Letters and figures alone, small.
fn bare(text: &str) -> String {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Everything that left: each file by its name, its bytes, and of papers what four programs of other people find in them.
fn everything_that_left(laptop: &Device, name: &str) -> Vec<(PathBuf, Vec<u8>)> {
    fn gather(under: &Path, all: &mut Vec<(PathBuf, Vec<u8>)>) {
        for entry in fs::read_dir(under).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                gather(&path, all);
            } else {
                let bytes = fs::read(&path).unwrap();
                all.push((path, bytes));
            }
        }
    }
    let mut all = Vec::new();
    gather(&laptop.disk().join(name), &mut all);
    let receipt = laptop.disk().join(format!("{name}-receipt.pdf"));
    all.push((receipt.clone(), fs::read(&receipt).unwrap()));
    let papers: Vec<PathBuf> = all
        .iter()
        .map(|(path, _)| path.clone())
        .filter(|path| path.extension().is_some_and(|ending| ending == "pdf"))
        .collect();
    assert_eq!(papers.len(), 2);
    for paper in papers {
        // Every stream unpacked; the list of contents and what is read in place of pictures in it.
        let open = ran("qpdf", &["--qdf", "--object-streams=disable"], &paper);
        assert!(!open.is_empty());
        all.push((paper.with_extension("qdf"), open));
        all.push((paper.with_extension("txt"), read(&paper, None).into_bytes()));
        let layout = ran("pdftotext", &["-enc", "UTF-8", "-raw"], &paper);
        all.push((paper.with_extension("raw"), layout));
        let outline = Command::new("mutool")
            .arg("show")
            .arg(&paper)
            .arg("outline")
            .output();
        all.push((paper.with_extension("outline"), outline.unwrap().stdout));
        let info = Command::new("pdfinfo").arg(&paper).output();
        all.push((paper.with_extension("info"), info.unwrap().stdout));
    }
    all
}

/// None of these words stands in anything that left: as it is, as PDF strings have it, nor spelt with other spaces and letters.
fn stands_nowhere(laptop: &Device, name: &str, words: &[&str]) {
    for (path, bytes) in everything_that_left(laptop, name) {
        let text = String::from_utf8_lossy(&bytes);
        let text = bare(&text);
        let path = path.display().to_string();
        for word in words {
            let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_be_bytes).collect();
            let in_it = |piece: &[u8]| bytes.windows(piece.len()).any(|here| here == piece);
            assert!(!in_it(word.as_bytes()), "{word} in {path}");
            assert!(!in_it(&wide), "{word} in {path}");
            assert!(!text.contains(&bare(word)), "{word} in {path}");
            let named = path.rsplit('/').next().unwrap_or_default();
            assert!(!bare(named).contains(&bare(word)), "{word} in {path}");
        }
    }
}

#[test]
fn a_removed_sentence_stands_nowhere_in_what_leaves() {
    let mut laptop = open();
    let sentence = "His stepfather Kolawole Adisa hit him with the belt";
    let form = ConcernForm {
        childs_words: "\u{201c}HIS STEPFATHER KOLAWOLE ADISA, HIT HIM WITH THE BELT.\u{201d}"
            .to_owned(),
        ..forms::saying(
            "She was quiet. His stepfather Kolawole\nAdisa hit him  with the belt on Monday, quillwort.",
        )
    };
    let chat = "Kai: where do you live\r\nAmara: his stepfather kolawole adisa\r\nhit him with the belt\r\nKai: bindweed\r\n";
    let id = record(
        &mut laptop,
        &[("Amara", "subject")],
        form,
        &[
            ("Kolawole Adisa.jpg", b"\xff\xd8\xff\xe0 a photograph"),
            ("chat.txt", chat.as_bytes()),
        ],
    );
    laptop.minutes(60);
    laptop.open(&RUTH);
    correct(
        &mut laptop,
        &id,
        "She was quiet. His stepfather Kolawole Adisa hit him with the belt on Sunday, quillwort.",
    );
    let mut spec = about(
        &laptop,
        &["Amara"],
        without(&[(sentence, "TP"), ("kolawole adisa", "INF")]),
    );
    spec.request.scope = "What she said of Kolawole Adisa".to_owned();
    let made = make(&mut laptop, spec, "bundle").unwrap();

    stands_nowhere(
        &laptop,
        "bundle",
        &[sentence, "Kolawole", "Adisa", "the belt"],
    );
    let folder = laptop.disk().join("bundle");
    let checked = app::verify_bundle(&folder, Some(&made.root), &mut |_| true).unwrap();
    assert!(checked.faults.is_empty(), "{:?}", checked.faults);
    // No original went with it, and that is said.
    assert!(!folder.join("data/exhibits").exists());
    assert!(made.exhibits.is_empty());
    assert!(
        made.left_out.iter().any(|line| line.contains("RC/1, RC/2")),
        "{:?}",
        made.left_out
    );
    let pdf = folder.join("data/bundle.pdf");
    assert!(read(&pdf, Some(1)).contains("Redacted edition"));
    let whole = read(&pdf, None);
    for kept in [
        "She was quiet.",
        "quillwort",
        "bindweed",
        "removed: third party",
        "removed: informant",
    ] {
        assert!(whole.contains(kept), "{kept}: {whole}");
    }
    // Every place that the schedule names has the frame, with its reason, on that page, and no other page has one.
    let pages: Vec<String> = (1..=made.pages as usize)
        .map(|page| read(&pdf, Some(page)))
        .collect();
    let schedule = pages
        .iter()
        .find(|page| page.contains("Page Code Reason Places"))
        .unwrap();
    let (_, rows) = schedule.split_once("Page Code Reason Places").unwrap();
    let named: Vec<usize> = rows
        .split_whitespace()
        .collect::<Vec<_>>()
        .windows(2)
        .filter(|pair| ["TP", "INF"].contains(&pair[1]))
        .map(|pair| pair[0].parse().unwrap())
        .collect();
    for (place, page) in pages.iter().enumerate() {
        let has = page.contains("removed: ");
        assert_eq!(
            named.contains(&(place + 1)),
            has,
            "page {}: {page}",
            place + 1
        );
    }
    assert!(named.len() > 3, "{schedule}");
}

#[test]
fn one_child_is_one_letter_on_every_page_of_every_pupils_chronology() {
    let mut laptop = open();
    let saying = |words: &str| ConcernForm {
        childs_words: "Jayden Fairbrother knows, and Siobh\u{e1}n\u{2019}s mum.".to_owned(),
        ..forms::saying(words)
    };
    record(
        &mut laptop,
        &[("Noa", "subject"), ("Siobh", "witness")],
        saying("Siobhan \u{d3} S\u{fa}illeabh\u{e1}in saw it with Noa."),
        &[],
    );
    let first = record(
        &mut laptop,
        &[
            ("Amara", "victim"),
            ("Jay", "perpetrator"),
            ("Siobh", "witness"),
        ],
        saying("First quillwort Jay quillwort, U801200019002, on 12 May 2026 in 7B."),
        &[(
            "Jayden Fairbrother.txt",
            "quillwort JAYDENS quillwort\r\nJay Fair-\r\nbrother".as_bytes(),
        )],
    );
    record(
        &mut laptop,
        &[("Amara", "victim"), ("Jay", "perpetrator")],
        saying("Then quillwort jay fairbrother quillwort."),
        &[],
    );
    laptop.minutes(60);
    laptop.open(&RUTH);
    correct(
        &mut laptop,
        &first,
        "First quillwort Jayden quillwort, U801200019002, on 12 May 2026.",
    );
    let spec = about(&laptop, &["Amara", "Noa"], by_letter());
    let made = make(&mut laptop, spec, "bundle").unwrap();

    stands_nowhere(
        &laptop,
        "bundle",
        &[
            "Jayden",
            "Fairbrother",
            "Siobh\u{e1}n",
            "Siobhan",
            "S\u{fa}illeabh",
            "U801200019002",
        ],
    );
    let key: Vec<(&str, &str)> = made
        .letters
        .iter()
        .map(|one| (one.letter.as_str(), one.name.as_str()))
        .collect();
    assert_eq!(key.len(), 2, "{key:?}");
    let letter = |name: &str| key.iter().find(|(_, who)| who.starts_with(name)).unwrap().0;
    let (jay, siobhan) = (letter("Jay"), letter("Siobh"));
    assert_ne!(jay, siobhan);
    let pdf = laptop.disk().join("bundle/data/bundle.pdf");
    let whole = read(&pdf, None).replace('\u{a0}', " ");
    let whole = whole.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(whole.contains("Amara Oyelaran") && whole.contains("Noa van der Meulen"));
    let between: Vec<&str> = whole.split("quillwort").skip(1).step_by(2).collect();
    assert!(between.len() > 5, "{between:?}");
    for said in between {
        // A correction of one of their names for the other reads as both.
        assert!(
            said.contains(jay) && said.replace(jay, "").trim().is_empty(),
            "{said}: {whole}"
        );
    }
    assert!(
        whole.contains(&format!("{siobhan} \u{2019}s mum"))
            || whole.contains(&format!("{siobhan}\u{2019}s mum")),
        "{whole}"
    );
    // A date stays one, and whoever wrote it is named.
    assert!(whole.contains("12 May 2026") && whole.contains(RUTH.name));
    let cover = read(&pdf, Some(1));
    assert!(
        cover.contains("other pupils by letter") && cover.contains("2, as letters"),
        "{cover}"
    );
}

#[test]
fn a_bundle_with_letters_can_hold_the_originals_and_one_with_passages_never_does() {
    let mut laptop = open();
    let photo: &[u8] = b"\xff\xd8\xff\xe0 a photograph";
    record(
        &mut laptop,
        &[("Amara", "victim"), ("Jay", "witness")],
        forms::saying("Jay took it, quillwort."),
        &[("a.jpg", photo)],
    );
    let with_originals = BundleRedact {
        originals: true,
        ..by_letter()
    };
    let spec = about(&laptop, &["Amara"], with_originals);
    let made = make(&mut laptop, spec, "letters").unwrap();
    assert_eq!(made.exhibits, ["RC/1"]);
    let kept = laptop.disk().join("letters/data/exhibits/RC-1.jpg");
    assert_eq!(fs::read(kept).unwrap(), photo);

    let both = BundleRedact {
        originals: true,
        ..without(&[("quillwort", "TP")])
    };
    let spec = about(&laptop, &["Amara"], both);
    let refused = make(&mut laptop, spec, "both").unwrap_err();
    assert_eq!(refused.problems[0].field, "redact.originals");
    assert!(!laptop.disk().join("both").exists());
}

#[test]
fn a_phrase_in_any_script_goes_however_it_was_typed() {
    let mut laptop = open();
    let arabic = "\u{642}\u{627}\u{644} \u{623}\u{62d}\u{645}\u{62f}";
    let bengali = "\u{986}\u{9ae}\u{9be}\u{9b0} \u{9ac}\u{9be}\u{9ac}\u{9be}";
    let typed = "\u{642}\u{627}\u{644}\n\u{627}\u{62d}\u{645}\u{640}\u{62f} \u{644}\u{647}";
    let words = format!(
        "She wrote: {typed}. Then: {bengali}\u{964} Zoe\u{308} Na\u{ef}ve-Reed and ZOE NAIVE\u{a0}REED, quillwort."
    );
    record(
        &mut laptop,
        &[("Amara", "subject")],
        forms::saying(&words),
        &[],
    );
    let redact = without(&[
        (arabic, "TP"),
        (bengali, "SH"),
        ("Zo\u{eb} Na\u{ef}ve Reed", "TP"),
    ]);
    let spec = about(&laptop, &["Amara"], redact);
    make(&mut laptop, spec, "bundle").unwrap();
    stands_nowhere(
        &laptop,
        "bundle",
        &[
            "\u{627}\u{62d}\u{645}\u{62f}",
            "\u{623}\u{62d}\u{645}\u{62f}",
            bengali,
            "\u{9ac}\u{9be}\u{9ac}\u{9be}",
            "reed",
            "naive",
        ],
    );
    let whole = read(&laptop.disk().join("bundle/data/bundle.pdf"), None);
    assert!(whole.contains("quillwort") && whole.contains("removed: serious harm"));
}

#[test]
fn what_is_removed_is_settled_before_anything_is_made() {
    let mut laptop = open();
    record(
        &mut laptop,
        &[("Amara", "subject")],
        forms::saying("She was quiet, quillwort."),
        &[],
    );
    for (redact, field) in [
        (BundleRedact::default(), "redact.passages"),
        (without(&[("!", "TP")]), "redact.passages[0].words"),
        (
            without(&[("quillwort", "TP"), ("quiet", "XX")]),
            "redact.passages[1].code",
        ),
    ] {
        let spec = about(&laptop, &["Amara"], redact);
        let refused = make(&mut laptop, spec, "bundle").unwrap_err();
        assert_eq!(refused.problems[0].field, field);
    }
    // Misspelt, it would stay: nothing is made, and which it is is said without its words.
    let spec = about(
        &laptop,
        &["Amara"],
        without(&[("quillwort", "TP"), ("quilwort root", "TP")]),
    );
    let refused = make(&mut laptop, spec.clone(), "bundle").unwrap_err();
    assert_eq!(refused.kind, FaultKind::Refused);
    assert_eq!(refused.problems.len(), 1);
    assert_eq!(refused.problems[0].field, "redact.passages[1].words");
    assert!(!their_words(&refused).contains("quilwort"));
    assert!(!laptop.disk().join("bundle").exists());
    let left = fs::read_dir(laptop.disk()).unwrap();
    let left = left.filter(|entry| {
        let name = entry.as_ref().unwrap().file_name();
        name.to_string_lossy().contains("bundle")
    });
    assert_eq!(left.count(), 0);
    // What was typed is kept for its writer.
    app::keep_bundle(&mut laptop.office, spec.clone()).unwrap();
    laptop.restart();
    laptop.open(&RUTH);
    let kept = app::kept_bundle(&laptop.office, &spec.select)
        .unwrap()
        .unwrap();
    assert_eq!(kept.spec.redact.unwrap().passages[1].words, "quilwort root");
}

#[test]
fn the_page_says_how_often_words_stand_in_the_records_before_anything_is_made() {
    let mut laptop = open();
    record(
        &mut laptop,
        &[("Amara", "victim"), ("Jay", "witness")],
        forms::saying("Quill wort here, and quill\nwort there."),
        &[("chat.txt", b"quill wort\r\n")],
    );
    let redact = BundleRedact {
        letters: true,
        ..without(&[("quill wort", "TP"), ("bindweed", ""), ("?", "TP")])
    };
    let spec = about(&laptop, &["Amara"], redact);
    let redact = spec.redact.unwrap();
    let preview = app::preview_redaction(&mut laptop.office, &spec.select, &redact).unwrap();
    assert_eq!(preview.counts, [Some(3), Some(0), None]);
    assert_eq!(preview.about, ["Amara Oyelaran"]);
    assert_eq!(preview.letters.len(), 1);
    assert_eq!(preview.letters[0].name, "Jay Fairbrother");
    assert!(preview.reasons.iter().any(|reason| reason.code == "TP"));
}

#[test]
fn what_was_removed_and_who_is_which_letter_is_kept_in_the_vault_with_the_bundle_it_is_of() {
    let mut laptop = open();
    record(
        &mut laptop,
        &[("Amara", "victim"), ("Jay", "witness")],
        forms::saying("Jay saw it, quillwort."),
        &[],
    );
    let in_full = BundleSpec {
        redact: None,
        ..about(&laptop, &["Amara"], BundleRedact::default())
    };
    let whole = make(&mut laptop, in_full, "whole").unwrap();
    let redact = BundleRedact {
        letters: true,
        ..without(&[("quillwort", "LA")])
    };
    let spec = about(&laptop, &["Amara"], redact);
    let edition = make(&mut laptop, spec, "edition").unwrap();
    assert_ne!(whole.root, edition.root);
    let key = app::bundle_key(&mut laptop.office, &edition.number).unwrap();
    assert_eq!(key.letters[0].name, "Jay Fairbrother");
    assert_eq!(key.passages[0].words, "quillwort");
    assert_eq!(key.of.unwrap().number, whole.number);
    let nothing = app::bundle_key(&mut laptop.office, &whole.number).unwrap_err();
    assert!(nothing.say.contains("by name"));
    laptop.lock();
    let rooms = inside::rooms_of(&laptop, &RUTH);
    let bundles = rooms[&RoomKind::Pupils].open().bundles(9).unwrap();
    let kept = |number: &str| {
        bundles
            .iter()
            .find(|line| line.made.number == number)
            .unwrap()
    };
    assert!(kept(&whole.number).made.redaction.is_none());
    let made = &kept(&edition.number).made;
    assert_eq!(made.root, edition.root);
    let redaction = made.redaction.as_ref().unwrap();
    assert_eq!(redaction.passages[0].words, "quillwort");
    assert_eq!(redaction.key[0].name, "Jay Fairbrother");
    assert!(redaction.key[0].pupil.is_some() && redaction.letters && !redaction.originals);
    let of = redaction.of.as_ref().unwrap();
    assert_eq!((&of.number, &of.root), (&whole.number, &whole.root));
    assert!(!format!("{made:?}{redaction:?}").contains("quillwort"));
}

#[test]
fn behind_a_password_a_removed_sentence_stands_nowhere_either() {
    let mut laptop = open();
    let secret = "the dog bit him by the canal";
    let words = format!("She said that {secret}, and went home.");
    crate::bundles::record(
        &mut laptop,
        &words,
        &[
            ("note.txt", b"Again: The dog bit\nhim by the canal."),
            ("photo.jpg", crate::bundle_exhibits::PHOTOGRAPH),
        ],
    );
    let mut spec = about(&laptop, &["Amara"], without(&[(secret, "TP")]));
    spec.delivery = "sealed".to_owned();
    spec.numbering = "sections".to_owned();
    let made = crate::bundles::make(&mut laptop, spec, "sealed").unwrap();
    assert!(made.exhibits.is_empty(), "no original goes");
    let word = made.sealed.unwrap().password;
    let file = laptop.disk().join("sealed.pdf");
    let open = laptop.disk().join("open.pdf");
    let decrypted = Command::new("qpdf")
        .arg(format!("--password={word}"))
        .args(["--decrypt", "--stream-data=uncompress"])
        .args([&file, &open])
        .status()
        .unwrap();
    assert!(decrypted.success());
    let text = Command::new("pdftotext")
        .arg(&open)
        .arg("-")
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&text.stdout)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert!(text.contains("She said that") && text.contains("Redaction schedule"));
    for lost in ["the dog bit", "by the canal"] {
        assert!(!text.to_lowercase().contains(lost), "{lost}");
    }
    let pictures = Command::new("pdfimages")
        .arg("-list")
        .arg(&open)
        .output()
        .unwrap();
    assert_eq!(
        String::from_utf8_lossy(&pictures.stdout).lines().count(),
        2,
        "no picture"
    );
    let attached = Command::new("pdfdetach")
        .arg("-list")
        .arg(&open)
        .output()
        .unwrap();
    let attached = String::from_utf8_lossy(&attached.stdout).into_owned();
    assert!(
        attached.contains("continuity.csv") && !attached.contains("RC-"),
        "{attached}"
    );
}

#[test]
fn what_words_can_hide_in_is_on_no_page_of_an_edition_that_does_not_show_everything() {
    let mut laptop = open();
    let secret = "the dog bit him";
    crate::bundles::record(
        &mut laptop,
        "She said that the dog bit him.",
        &[
            ("TheDogBitHim.jpg", crate::bundle_exhibits::PHOTOGRAPH),
            ("page.html", b"<html><p>the dog&nbsp;<b>bit</b> him"),
            (
                "saved mail.txt",
                b"Content-Transfer-Encoding: quoted-printable\n\nthe dog bi=\nt him",
            ),
            ("plain.txt", b"He wrote: quillwort."),
        ],
    );
    let letters = BundleRedact {
        letters: true,
        originals: true,
        ..BundleRedact::default()
    };
    for (redact, name) in [
        (without(&[(secret, "TP")]), "removed"),
        (letters, "letters"),
    ] {
        let pictures_are_out = redact.originals;
        let spec = about(&laptop, &["Amara"], redact);
        crate::bundles::make(&mut laptop, spec, name).unwrap();
        let pdf = laptop.disk().join(name).join("data/bundle.pdf");
        let text = Command::new("pdftotext")
            .arg(&pdf)
            .arg("-")
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&text.stdout).into_owned();
        assert!(text.contains("quillwort"), "{name}");
        for hidden in ["TheDogBitHim", "nbsp", "quoted-printable", "page.html"] {
            assert!(!text.contains(hidden), "{name}: {hidden}");
        }
        let pictures = Command::new("pdfimages")
            .arg("-list")
            .arg(&pdf)
            .output()
            .unwrap();
        assert_eq!(
            String::from_utf8_lossy(&pictures.stdout).lines().count(),
            2,
            "{name}"
        );
        let original = laptop.disk().join(name).join("data/exhibits/RC-1.jpg");
        assert_eq!(original.exists(), pictures_are_out, "{name}");
    }
}

/// A photograph, black on the left and white on the right, with a small picture and a place in its head.
fn photograph() -> Vec<u8> {
    let plain =
        include_bytes!("../../src-tauri/crates/papers/tests/papers/fixtures/black-and-white.jpg");
    let hidden = b"Exif\0\0thumbnail of the sallowthorn at 52.4 north";
    let mut bytes = plain[..2].to_vec();
    bytes.extend([0xff, 0xe1]);
    bytes.extend(u16::try_from(hidden.len() + 2).unwrap().to_be_bytes());
    bytes.extend(hidden);
    bytes.extend(&plain[2..]);
    bytes
}

fn area(left: u32, top: u32, width: u32, height: u32) -> BundleArea {
    BundleArea {
        left,
        top,
        width,
        height,
        code: "TP".to_owned(),
        note: "his face".to_owned(),
    }
}

fn picture(file: &str, areas: Vec<BundleArea>) -> BundleRedact {
    BundleRedact {
        pictures: vec![BundlePicture {
            file: file.to_owned(),
            areas,
            looked: true,
        }],
        ..BundleRedact::default()
    }
}

#[test]
fn what_is_cut_out_of_a_photograph_is_black_in_the_picture_itself_and_nothing_else_of_its_file_leaves()
 {
    let mut laptop = open();
    let photo = photograph();
    let id = record(
        &mut laptop,
        &[("Amara", "subject")],
        forms::saying("He sent her this."),
        &[("marlpit.jpg", &photo), ("dell.jpg", &photo)],
    );
    let files = app::concern(&mut laptop.office, &id).unwrap().files;
    let select = about(&laptop, &["Amara"], BundleRedact::default()).select;
    let redact = picture(&files[0].id, Vec::new());
    let preview = app::preview_redaction(&mut laptop.office, &select, &redact).unwrap();
    let offered: Vec<&str> = preview
        .pictures
        .iter()
        .map(|one| one.file.as_str())
        .collect();
    assert_eq!(offered, [&files[0].id, &files[1].id]);
    assert!(preview.pictures.iter().all(|one| one.why_not.is_none()));

    // A quarter of the white half.
    let redact = picture(&files[0].id, vec![area(7_500, 0, 2_500, 5_000)]);
    let spec = about(&laptop, &["Amara"], redact);
    let made = make(&mut laptop, spec, "bundle").unwrap();
    assert!(made.exhibits.is_empty());
    let pdf = laptop.disk().join("bundle/data/bundle.pdf");
    let shelf = laptop.disk().join("pictures");
    fs::create_dir(&shelf).unwrap();
    let done = Command::new("pdfimages")
        .arg(&pdf)
        .arg(shelf.join("picture"))
        .status();
    assert!(done.unwrap().success());
    let pictures: Vec<Vec<u8>> = fs::read_dir(&shelf)
        .unwrap()
        .map(|entry| fs::read(entry.unwrap().path()).unwrap())
        .collect();
    // The other, which nobody looked at, is on no page.
    let [points] = pictures.as_slice() else {
        panic!("{} pictures", pictures.len())
    };
    let head = b"256 128\n255\n";
    let from = points
        .windows(head.len())
        .position(|some| some == head)
        .unwrap()
        + head.len();
    let shades = (points.len() - from) / (256 * 128);
    let at = |x: usize, y: usize| points[from + (y * 256 + x) * shades];
    for y in 0..128 {
        for x in 0..256 {
            let white = x > 132 && !(x >= 190 && y < 66);
            let black = x < 124 || (x >= 192 && y < 64);
            assert!(!black || at(x, y) < 40, "{x}, {y}: {}", at(x, y));
            assert!(!white || at(x, y) > 215, "{x}, {y}: {}", at(x, y));
        }
    }
    // Whoever guesses what was there could tell by the hash of the whole.
    let hash = history::Hash::of(&[&photo]).to_string();
    stands_nowhere(&laptop, "bundle", &[&hash[..16]]);
    stands_nowhere(
        &laptop,
        "bundle",
        &["sallowthorn", "52.4 north", "marlpit", "his face"],
    );
    let said = read(&pdf, None);
    assert!(said.contains("removed: third party"));
    assert!(said.contains("Pictures were drawn anew"));
    assert!(
        said.contains("nothing could be taken out of it"),
        "the other picture says why it is not there"
    );
    let key = app::bundle_key(&mut laptop.office, &made.number).unwrap();
    assert_eq!(key.pictures[0].file, files[0].id);
    assert_eq!(
        (
            key.pictures[0].areas[0].left,
            key.pictures[0].areas[0].note.as_str()
        ),
        (7_500, "his face")
    );
}

#[test]
fn a_picture_is_shown_only_when_somebody_looked_at_all_of_it() {
    let mut laptop = open();
    let id = record(
        &mut laptop,
        &[("Amara", "subject")],
        forms::saying("He sent her this."),
        &[
            ("photo.jpg", &photograph()),
            ("torn.jpg", &photograph()[..200]),
        ],
    );
    let files = app::concern(&mut laptop.office, &id).unwrap().files;
    let of = |redact: BundleRedact, change: fn(&mut BundlePicture)| {
        let mut redact = redact;
        redact.pictures.iter_mut().for_each(change);
        redact
    };
    let good = || picture(&files[0].id, vec![area(0, 0, 100, 100)]);
    let with_originals = BundleRedact {
        originals: true,
        letters: true,
        ..good()
    };
    for (redact, field) in [
        (
            of(good(), |one| one.looked = false),
            "redact.pictures[0].looked",
        ),
        (
            of(good(), |one| one.areas[0].code.clear()),
            "redact.pictures[0].areas[0].code",
        ),
        (
            of(good(), |one| one.areas[0].width = 10_001),
            "redact.pictures[0].areas[0].left",
        ),
        (
            of(good(), |one| one.areas[0].height = 0),
            "redact.pictures[0].areas[0].left",
        ),
        (
            of(good(), |one| one.areas[0].top = u32::MAX),
            "redact.pictures[0].areas[0].left",
        ),
        (with_originals, "redact.originals"),
        (
            picture(&"0".repeat(32), Vec::new()),
            "redact.pictures[0].file",
        ),
        (picture(&files[1].id, Vec::new()), "redact.pictures[0].file"),
    ] {
        let spec = about(&laptop, &["Amara"], redact);
        let refused = make(&mut laptop, spec, "bundle").unwrap_err();
        assert_eq!(refused.problems[0].field, field);
        assert!(!laptop.disk().join("bundle").exists());
    }
}
