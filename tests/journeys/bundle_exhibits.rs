//! What of an exhibit can be seen is seen on pages of the bundle; the rest says why it is not. Its bytes go as they are.

use std::fs;
use std::path::Path;
use std::process::Command;

use history::Hash;
use kit::{DEV, Device, RUTH};
use papers::{BlankFacts, blank_concern_form};

use crate::bundles::{about_amara, make, page, record};

/// Black on the left, white on the right: 256 by 128 points.
pub(crate) const PHOTOGRAPH: &[u8] =
    include_bytes!("../../src-tauri/crates/papers/tests/papers/fixtures/black-and-white.jpg");

/// A sound picture that says it has a hundred million points.
const VAST: &str = "89504e470d0a1a0a0000000d4948445200002710000027100802000000352cf5700000000c49444154789c6360a03d00000064000186643c350000000049454e44ae426082";

/// A form of another school, of some pages.
fn form() -> papers::LaidOut {
    blank_concern_form(&BlankFacts {
        school: "Hollin Green Primary",
        form_number: "HG-0042",
        marking: "CONFIDENTIAL",
        route: "Concerns about a pupil",
        ring: None,
    })
    .unwrap()
}

/// What a program says of a file; it must like it.
fn said(tool: &str, words: &[&str], file: &Path) -> String {
    let output = Command::new(tool)
        .args(words)
        .arg(file)
        .output()
        .unwrap_or_else(|_| panic!("{tool} is needed"));
    assert!(output.status.success(), "{tool} does not like it");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The words of every page.
pub(crate) fn pages(pdf: &Path, count: u32) -> Vec<String> {
    (1..=count as usize)
        .map(|number| page(pdf, number))
        .collect()
}

#[test]
fn a_photograph_and_a_document_stand_on_stamped_pages_and_what_cannot_be_shown_says_why() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    let theirs = form().pdf().unwrap();
    let locked = form().protected("correct horse battery", &[7; 32]).unwrap();
    let vast = history::from_hex(VAST).unwrap();
    let files: [(&str, &[u8]); 9] = [
        ("photo of the door.jpg", PHOTOGRAPH),
        ("their form.pdf", &theirs),
        ("locked.pdf", &locked),
        ("torn.pdf", &theirs[..theirs.len() / 3]),
        ("torn.jpg", &PHOTOGRAPH[..PHOTOGRAPH.len() / 3]),
        ("vast.png", &vast),
        ("song.mp3", b"ID3\x03\0 la la la"),
        ("../../../etc/passwd", b"\0\x01\x02 root"),
        ("photo\u{202e}gpj.exe", b"MZ\0\x01"),
    ];
    record(&mut laptop, "He sent her these.", &files);
    let spec = about_amara(&laptop);
    let made = make(&mut laptop, spec, "bundle").unwrap();

    // Every one goes, byte for byte, under a name that leads nowhere.
    let folder = laptop.disk().join("bundle");
    assert_eq!(made.exhibits.len(), files.len());
    let names = [
        "RC-1.jpg", "RC-2.pdf", "RC-3.pdf", "RC-4.pdf", "RC-5.jpg", "RC-6.png", "RC-7.mp3", "RC-8",
        "RC-9",
    ];
    for (name, (_, bytes)) in names.iter().zip(files) {
        assert!(
            fs::read(folder.join("data/exhibits").join(name)).unwrap() == bytes,
            "{name}"
        );
    }
    let pdf = folder.join("data/bundle.pdf");
    let checked = said("qpdf", &["--check"], &pdf);
    assert!(
        checked.contains("No syntax or stream encoding errors found"),
        "{checked}"
    );

    // The photograph is in the paper byte for byte too, on a page stamped with its reference.
    let shelf = laptop.disk().join("pictures");
    fs::create_dir(&shelf).unwrap();
    let output = Command::new("pdfimages")
        .arg("-all")
        .args([&pdf, &shelf.join("picture")])
        .output()
        .unwrap();
    assert!(output.status.success());
    let pictures: Vec<Vec<u8>> = fs::read_dir(&shelf)
        .unwrap()
        .map(|entry| fs::read(entry.unwrap().path()).unwrap())
        .collect();
    assert!(pictures == [PHOTOGRAPH]);
    let pages = pages(&pdf, made.pages);
    let stamped = |stamp: &str| -> Vec<&String> {
        let ending = format!(" {stamp}");
        pages
            .iter()
            .filter(|page| page.ends_with(&ending))
            .collect()
    };
    assert!(stamped("RC/1-1")[0].contains("The whole photograph, 256 by 128 points"));
    // Every page of the document, with its words.
    let count = form().pages();
    for number in 1..=count {
        assert!(
            stamped(&format!("RC/2-{number}"))[0].contains("HG-0042"),
            "page {number}"
        );
    }
    assert!(stamped(&format!("RC/2-{}", count + 1)).is_empty());
    // The others have a label sheet that says why there is no more.
    for (reference, why) in [
        ("RC/3", "It asks for a password."),
        ("RC/4", "It is damaged, or not a PDF."),
        (
            "RC/5",
            "Its name says it is a picture, and its bytes are not.",
        ),
        ("RC/6", "too many to be drawn on a page"),
        ("RC/7", "is to be listened to"),
        ("RC/8", "Not shown on pages"),
        ("RC/9", "Not shown on pages"),
    ] {
        assert!(stamped(&format!("{reference}-1")).is_empty(), "{reference}");
        let label = format!("Exhibit {reference} Matter");
        let label = pages.iter().find(|page| page.contains(&label)).unwrap();
        assert!(label.contains(why), "{reference}: {label}");
    }
}

#[test]
fn pages_for_a_family_court_are_called_by_their_section() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    record(
        &mut laptop,
        "He sent her this.",
        &[("photo.jpg", PHOTOGRAPH)],
    );
    let mut spec = about_amara(&laptop);
    spec.numbering = "pages".to_owned();
    let refused = make(&mut laptop, spec.clone(), "bundle").unwrap_err();
    assert_eq!(refused.problems[0].field, "numbering");
    spec.numbering = "sections".to_owned();
    let made = make(&mut laptop, spec, "bundle").unwrap();

    let pdf = laptop.disk().join("bundle/data/bundle.pdf");
    let pages = pages(&pdf, made.pages);
    for (called, first) in [
        ("A1", "Evidence bundle for the police"),
        ("A2", "Index"),
        ("B1", "Chronology"),
        ("C1", "He sent her this."),
        ("D1", "Exhibits"),
        ("E1", "How these records are made and kept"),
    ] {
        let called = format!("Page {called}");
        let there = pages
            .iter()
            .find(|page| page.split(" Page ").count() == 2 && page.contains(&called));
        assert!(there.is_some_and(|page| page.contains(first)), "{called}");
    }
    // And the index leads there by the same names.
    assert!(pages[1].contains(" B1") && pages[1].contains("How to check this bundle E"));
}

#[test]
fn a_bundle_for_the_post_is_one_file_behind_a_password_with_the_originals_in_it() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    let letter = "Ela kocha swoją żółtą łódkę, quillwort. \u{0987}\u{09b2}\u{09be}".as_bytes();
    record(
        &mut laptop,
        "He sent her these, quillwort.",
        &[("photo.jpg", PHOTOGRAPH), ("letter.txt", letter)],
    );
    let mut spec = about_amara(&laptop);
    spec.delivery = "sealed".to_owned();
    spec.zip = true;
    let refused = make(&mut laptop, spec.clone(), "bundle").unwrap_err();
    assert_eq!(refused.problems[0].field, "zip");
    spec.zip = false;
    let made = make(&mut laptop, spec.clone(), "bundle").unwrap();

    // The file and the receipt, and nothing open: not even for a moment, as far as the folder knows.
    let sealed = made.sealed.unwrap();
    let mut there: Vec<String> = fs::read_dir(laptop.disk())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with("bundle") || name.starts_with(".part"))
        .collect();
    there.sort();
    assert_eq!(there, ["bundle-receipt.pdf", "bundle.pdf"]);
    let file = laptop.disk().join("bundle.pdf");
    assert_eq!(
        (sealed.file.as_str(), &sealed.beside),
        (file.to_str().unwrap(), &None)
    );
    let bytes = fs::read(&file).unwrap();
    assert_eq!(Hash::of(&[&bytes]).to_string(), made.root);
    assert_eq!(bytes.len() as u64, made.bytes);
    for word in ["quillwort", "Amara", "RC-1"] {
        assert!(
            !bytes
                .windows(word.len())
                .any(|piece| piece == word.as_bytes()),
            "{word}"
        );
    }
    let receipt = page(&laptop.disk().join("bundle-receipt.pdf"), 1);
    assert!(receipt.replace(' ', "").contains(&made.root), "{receipt}");
    assert!(!receipt.contains(&sealed.password));

    // The password opens it for everybody's readers, and a wrong one for none.
    assert!(sealed.password.len() <= 32 && sealed.password.split('-').count() == 6);
    let open = |tool: &str, words: &[&str]| {
        let output = Command::new(tool).args(words).arg(&file).output().unwrap();
        output.status.success()
    };
    let word = sealed.password.as_str();
    assert!(open("qpdf", &["--check", &format!("--password={word}")]));
    assert!(open("mutool", &["draw", "-q", "-F", "txt", "-p", word]));
    assert!(!open("qpdf", &["--check", "--password=wrong"]));
    let shelf = laptop.disk().join("saved");
    fs::create_dir(&shelf).unwrap();
    let shelf_words = shelf.display().to_string();
    assert!(open(
        "pdfdetach",
        &["-upw", word, "-saveall", "-o", &shelf_words]
    ));
    assert!(fs::read(shelf.join("RC-1.jpg")).unwrap() == PHOTOGRAPH);
    assert!(fs::read(shelf.join("RC-2.txt")).unwrap() == letter);
    let summed = Command::new("sha256sum")
        .args(["--strict", "-c", "beside-sha256.txt"])
        .current_dir(&shelf)
        .output()
        .unwrap();
    assert!(summed.status.success());
    let log = fs::read_to_string(shelf.join("continuity.csv")).unwrap();
    assert_eq!(log.matches("exported").count(), 2);
    let text = Command::new("pdftotext")
        .args(["-upw", word, "-enc", "UTF-8"])
        .arg(&file)
        .arg("-")
        .output()
        .unwrap();
    let text = String::from_utf8(text.stdout).unwrap();
    for words in [
        "żółtą łódkę",
        "RC-1.jpg, attached to this file",
        "Every line must say OK",
    ] {
        assert!(text.contains(words), "{words}");
    }

    // Nothing is written over, and the next one has another password.
    let again = make(&mut laptop, spec.clone(), "bundle").unwrap_err();
    assert_eq!(again.problems[0].field, "out");
    let next = make(&mut laptop, spec, "another").unwrap().sealed.unwrap();
    assert_ne!(next.password, sealed.password);
}

/// A film too large for readers of PDF goes beside it behind the same password.
#[test]
fn a_film_too_large_for_the_file_lies_beside_it_behind_the_same_password() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    let mut film = b"\0\0\0\x18ftypmp42".to_vec();
    film.resize(101 << 20, 7);
    record(
        &mut laptop,
        "He filmed it.",
        &[("film.mp4", &film), ("photo.jpg", PHOTOGRAPH)],
    );
    let mut spec = about_amara(&laptop);
    spec.delivery = "sealed".to_owned();
    let made = make(&mut laptop, spec, "bundle").unwrap();
    let sealed = made.sealed.unwrap();
    let beside = laptop.disk().join("bundle-files.zip");
    assert_eq!(sealed.beside.as_deref(), beside.to_str());
    let mut zip = zip::ZipArchive::new(fs::File::open(&beside).unwrap()).unwrap();
    assert!(zip.by_index(0).is_err());
    let mut part = zip.by_index_decrypt(0, sealed.password.as_bytes()).unwrap();
    assert_eq!(part.name().unwrap(), "RC-1.mp4");
    let mut back = Vec::new();
    std::io::Read::read_to_end(&mut part, &mut back).unwrap();
    assert!(back == film);
    let hash = Hash::of(&[&fs::read(&beside).unwrap()]).to_string();
    let receipt = page(&laptop.disk().join("bundle-receipt.pdf"), 1);
    assert!(receipt.replace(' ', "").contains(&hash));
}

#[test]
fn an_email_a_chat_and_a_list_are_read_on_stamped_pages() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    let mail = "Received: from mail.example.org by mx.example.org; Tue, 10 Nov 2026 08:00:00 +0000\r\n\
        From: =?utf-8?B?xbthbmV0YQ==?= <z@example.org>\r\nTo: office@example.org\r\n\
        Date: Tue, 10 Nov 2026 07:59:58 +0000\r\nSubject: About Amara\r\nMessage-ID: <1@example.org>\r\n\
        MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n\
        --b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n\
        U2hlIHNhaWQgaGUgd2FpdHMgYnkgdGhlIGdhdGUsIHF1aWxsd29ydC4=\r\n\
        --b\r\nContent-Type: image/png; name=door.png\r\nContent-Disposition: attachment; filename=door.png\r\n\
        Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n";
    let chat = "10/11/2026, 21:04 - Liam: where are you\n10/11/2026, 21:05 - Amara: at home\nplease stop\n";
    record(
        &mut laptop,
        "She brought these.",
        &[
            ("mail.eml", mail.as_bytes()),
            ("WhatsApp Chat with Liam.txt", chat.as_bytes()),
            (
                "late.csv",
                b"Day,Minutes late\r\nMon 2 Nov,25\r\nTue 3 Nov,40\r\n",
            ),
            ("cut.xlsx", b"PK\x03\x04 not much of a workbook"),
        ],
    );
    let spec = about_amara(&laptop);
    let made = make(&mut laptop, spec, "bundle").unwrap();
    let pages = pages(&laptop.disk().join("bundle/data/bundle.pdf"), made.pages);
    let stamped = |stamp: &str| {
        let ending = format!(" {stamp}");
        pages
            .iter()
            .find(|page| page.ends_with(&ending))
            .unwrap_or_else(|| panic!("{stamp}"))
    };
    let mail = stamped("RC/1-1");
    for words in [
        "Żaneta",
        "by the gate, quillwort",
        "mx.example.org",
        "door.png",
    ] {
        assert!(mail.contains(words), "{words}: {mail}");
    }
    let chat = stamped("RC/2-1");
    for words in ["10/11/2026, 21:05", "Amara", "please stop"] {
        assert!(chat.contains(words), "{words}: {chat}");
    }
    assert!(stamped("RC/3-1").contains("Minutes late"));
    let label = pages
        .iter()
        .find(|page| page.contains("Exhibit RC/4 Matter"))
        .unwrap();
    assert!(label.contains("its words are not printed here"), "{label}");
}

#[test]
fn the_sample_of_a_bundle_is_whole_and_has_the_root_that_is_printed_with_it() {
    let samples = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/samples"));
    let said = fs::read_to_string(samples.join("BUNDLE-SAMPLE-verify.txt")).unwrap();
    let root = said
        .lines()
        .find_map(|line| line.strip_prefix("Root hash (SHA-256): "));
    let bundle = samples.join("BUNDLE-SAMPLE");
    let checked = app::verify_bundle(&bundle, root, &mut |_| true).unwrap();
    assert!(checked.faults.is_empty(), "{:?}", checked.faults);
    let receipt = page(&samples.join("BUNDLE-SAMPLE-receipt.pdf"), 1);
    assert!(receipt.contains(&root.unwrap()[..39]), "{receipt}");
}

#[test]
fn a_recording_has_a_sheet_that_says_how_long_it_is_and_what_plays_it() {
    // Silence of one byte a sample, eight thousand a second (RIFF WAVE).
    let data = 62 * 8_000_u32;
    let mut wav = b"RIFF".to_vec();
    wav.extend((36 + data).to_le_bytes());
    wav.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data");
    wav.extend(data.to_le_bytes());
    wav.resize(wav.len() + data as usize, 128);
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    record(&mut laptop, "He sent her this.", &[("voice.wav", &wav)]);
    let spec = about_amara(&laptop);
    let made = make(&mut laptop, spec, "bundle").unwrap();

    let pdf = laptop.disk().join("bundle/data/bundle.pdf");
    let all = pages(&pdf, made.pages).join(" ");
    let said = "It is a recording (audio/wav, 1 min 2 s long as it says itself) and is to be listened to; any player of music plays it.";
    assert!(all.contains(said), "{all}");
}

/// Most files that one concern of the trial holds.
const FILES_EACH: usize = 50;

#[test]
#[ignore = "takes minutes; run by cargo xtask prove"]
fn a_matter_with_five_thousand_exhibits_is_made_whole_and_each_of_them_is_listed() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    for concern in 0..100 {
        let texts: Vec<(String, String)> = (0..FILES_EACH)
            .map(|file| {
                (
                    format!("{file}.txt"),
                    format!("text {file} of concern {concern}"),
                )
            })
            .collect();
        let files: Vec<(&str, &[u8])> = texts
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_bytes()))
            .collect();
        record(&mut laptop, "He sent her these.", &files);
    }
    let spec = about_amara(&laptop);
    let made = make(&mut laptop, spec, "bundle").unwrap();

    assert_eq!((made.concerns, made.exhibits.len()), (100, 5_000));
    let folder = laptop.disk().join("bundle");
    let checked = app::verify_bundle(&folder, Some(&made.root), &mut |_| true).unwrap();
    assert!(checked.faults.is_empty(), "{:?}", checked.faults);
    let pdf = folder.join("data/bundle.pdf");
    let text = said("pdftotext", &["-enc", "UTF-8"], &pdf);
    assert!(text.is_empty(), "its words go into a file beside it");
    let words = fs::read_to_string(pdf.with_extension("txt")).unwrap();
    for reference in &made.exhibits {
        assert!(
            words.contains(&format!("Label of exhibit {reference}")),
            "{reference}"
        );
    }
    assert!(said("qpdf", &["--check"], &pdf).contains("No syntax"));
}

#[test]
fn a_matter_without_any_exhibit_says_that_there_is_none() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    record(&mut laptop, "He wrote to her.", &[]);
    let spec = about_amara(&laptop);
    let made = make(&mut laptop, spec, "bundle").unwrap();

    assert!(made.exhibits.is_empty() && made.printed.len() == 1);
    let pdf = laptop.disk().join("bundle/data/bundle.pdf");
    let all = pages(&pdf, made.pages).join(" ");
    assert!(all.contains("No file belongs to these records."));
}
