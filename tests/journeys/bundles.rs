//! A bundle of evidence that was handed over says by itself whether it is whole.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::process::Command;

use app::BundleChecked;
use app::wire::{
    BundleGate, BundleMade, BundleRequest, BundleSelect, BundleSpec, Fault, FaultKind, HideForm,
    Route,
};
use history::Hash;
use kit::{DEV, Device, HEAD, PATIENCE, RUTH, forms, their_words};
use tempfile::TempDir;

/// A bundle on the disk, made without any of our own code for bundles.
struct Bundle {
    home: TempDir,
}

const DECLARED: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// Every file by its name from a folder on.
fn every(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fn gather(root: &Path, under: &Path, all: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(under).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                gather(root, &path, all);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap();
                all.insert(name.to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    let mut all = BTreeMap::new();
    gather(folder, folder, &mut all);
    all
}

impl Bundle {
    fn new() -> Self {
        let home = TempDir::new().unwrap();
        let bundle = Self { home };
        bundle.put("data/bundle.pdf", b"%PDF-1.7 of sorts");
        bundle.put(
            "data/exhibits/ABC-1_żółć photo.jpg",
            b"\xff\xd8 a photograph",
        );
        bundle.put(
            "data/log/continuity.csv",
            b"exhibit,event\nABC/1,received\n",
        );
        bundle.put("bagit.txt", DECLARED.as_bytes());
        bundle.seal();
        bundle
    }

    fn at(&self, path: &str) -> std::path::PathBuf {
        self.home.path().join(path)
    }

    fn put(&self, path: &str, bytes: &[u8]) {
        let at = self.at(path);
        fs::create_dir_all(at.parent().unwrap()).unwrap();
        fs::write(at, bytes).unwrap();
    }

    /// Writes the lists for what lies there now.
    fn seal(&self) {
        let all = every(self.home.path());
        let list = |inside: bool| -> String {
            all.iter()
                .filter(|(name, _)| name.starts_with("data/") == inside)
                .filter(|(name, _)| !name.starts_with("tagmanifest"))
                .map(|(name, bytes)| format!("{}  {name}\n", Hash::of(&[bytes])))
                .collect()
        };
        let payload = all.iter().filter(|(name, _)| name.starts_with("data/"));
        let bytes: usize = payload.clone().map(|(_, bytes)| bytes.len()).sum();
        let info = format!("Payload-Oxum: {bytes}.{}\n", payload.count());
        self.put("manifest-sha256.txt", list(true).as_bytes());
        self.put("bag-info.txt", info.as_bytes());
        let all = every(self.home.path());
        let tags: String = all
            .iter()
            .filter(|(name, _)| !name.starts_with("data/") && !name.starts_with("tagmanifest"))
            .map(|(name, bytes)| format!("{}  {name}\n", Hash::of(&[bytes])))
            .collect();
        self.put("tagmanifest-sha256.txt", tags.as_bytes());
    }

    fn root(&self) -> String {
        Hash::of(&[&fs::read(self.at("tagmanifest-sha256.txt")).unwrap()]).to_string()
    }

    fn check(&self) -> BundleChecked {
        app::verify_bundle(self.home.path(), None, &mut |_| true).unwrap()
    }

    /// The faults, each as the file and the first words.
    fn faults(&self) -> Vec<(String, String)> {
        let faults = self.check().faults.into_iter();
        faults.map(|fault| (fault.file, fault.say)).collect()
    }

    /// As one zip, in one folder.
    fn zipped(&self, top: &str) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in every(self.home.path()) {
            let options = zip::write::SimpleFileOptions::default();
            zip.start_file(format!("{top}{name}"), options).unwrap();
            zip.write_all(&bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }
}

#[test]
fn a_whole_bundle_is_whole_as_a_folder_and_as_a_zip_and_says_the_number_on_the_receipt() {
    let bundle = Bundle::new();
    let checked = bundle.check();
    assert!(checked.faults.is_empty(), "{:?}", checked.faults);
    assert_eq!(checked.files, 3);
    assert_eq!(checked.root.as_deref(), Some(bundle.root().as_str()));
    for top in ["", "BUNDLE-0147-1/"] {
        let zip = tempfile::NamedTempFile::new().unwrap();
        fs::write(zip.path(), bundle.zipped(top)).unwrap();
        let checked = app::verify_bundle(zip.path(), Some(&bundle.root()), &mut |_| true).unwrap();
        assert!(checked.faults.is_empty(), "{top}: {:?}", checked.faults);
        assert_eq!(checked.files, 3);
    }
    // And whoever has only what every system has finds the same.
    let summed = Command::new("sha256sum")
        .args(["--strict", "-c", "manifest-sha256.txt"])
        .current_dir(bundle.home.path())
        .output()
        .unwrap();
    assert!(summed.status.success());
}

#[test]
fn the_number_on_the_receipt_is_read_as_it_is_printed_and_tells_a_bundle_made_anew() {
    let bundle = Bundle::new();
    let root = bundle.root().to_uppercase();
    let groups: Vec<&str> = (0..16).map(|at| &root[at * 4..at * 4 + 4]).collect();
    let check = |hash: &str| app::verify_bundle(bundle.home.path(), Some(hash), &mut |_| true);
    assert!(check(&groups.join(" ")).unwrap().faults.is_empty());
    assert_eq!(check("7c1e").unwrap_err().problems[0].field, "hash");

    bundle.put("data/bundle.pdf", b"%PDF-1.7 of another sort");
    bundle.seal();
    assert!(bundle.check().faults.is_empty());
    let faults = check(&root).unwrap().faults;
    assert_eq!(faults.len(), 1);
    assert!(faults[0].say.contains("root hash"));
}

#[test]
fn whatever_is_done_to_a_bundle_is_found_and_named() {
    type Deed = fn(&Bundle);
    let deeds: [(&str, Deed, &str, &str); 13] = [
        (
            "a byte changed",
            |b| b.put("data/bundle.pdf", b"%PDF-1.8 of sorts"),
            "data/bundle.pdf",
            "not what it was",
        ),
        (
            "a file taken out",
            |b| fs::remove_file(b.at("data/log/continuity.csv")).unwrap(),
            "data/log/continuity.csv",
            "is not there",
        ),
        (
            "a file put in",
            |b| b.put("data/exhibits/ABC-2.jpg", b"x"),
            "data/exhibits/ABC-2.jpg",
            "no list names it",
        ),
        (
            "a letter beside it",
            |b| b.put("read me first.txt", b"x"),
            "read me first.txt",
            "no list names it",
        ),
        (
            "a list changed",
            |b| b.put("manifest-sha256.txt", b""),
            "manifest-sha256.txt",
            "not what it was",
        ),
        (
            "a list broken",
            |b| b.put("manifest-sha256.txt", b"nonsense\n"),
            "manifest-sha256.txt",
            "cannot be read",
        ),
        (
            "a list not in letters",
            |b| b.put("manifest-sha256.txt", b"\xff\xfe"),
            "manifest-sha256.txt",
            "cannot be read",
        ),
        (
            "the list of lists taken out",
            |b| fs::remove_file(b.at("tagmanifest-sha256.txt")).unwrap(),
            "tagmanifest-sha256.txt",
            "is missing",
        ),
        (
            "it says another amount",
            |b| b.put("bag-info.txt", b"Payload-Oxum: 3.1\n"),
            "bag-info.txt",
            "more or less",
        ),
        (
            "it is no bag",
            |b| b.put("bagit.txt", b"hello"),
            "bagit.txt",
            "does not say",
        ),
        (
            "part of it elsewhere",
            |b| b.put("fetch.txt", b"https://example.org/a 12 data/a\n"),
            "fetch.txt",
            "elsewhere",
        ),
        (
            "a name that leads out",
            |b| {
                let line = format!("{}  ../../secret\n", Hash::of(&[b"x"]));
                let mut list = fs::read(b.at("manifest-sha256.txt")).unwrap();
                list.extend(line.as_bytes());
                b.put("manifest-sha256.txt", &list);
            },
            "../../secret",
            "leads out",
        ),
        (
            "a name that deceives",
            |b| b.put("data/exhibits/photo\u{202e}gpj.exe", b"x"),
            "data/exhibits/photo\u{202e}gpj.exe",
            "hide",
        ),
    ];
    for (what, deed, file, say) in deeds {
        let bundle = Bundle::new();
        deed(&bundle);
        let faults = bundle.faults();
        assert!(
            faults
                .iter()
                .any(|(at, said)| at == file && said.contains(say)),
            "{what}: {faults:?}"
        );
    }
}

#[cfg(unix)]
#[test]
fn a_link_in_a_bundle_is_not_followed() {
    let bundle = Bundle::new();
    let secret = TempDir::new().unwrap();
    fs::write(secret.path().join("secret"), "quillwort").unwrap();
    std::os::unix::fs::symlink(secret.path(), bundle.at("data/exhibits/ABC-2")).unwrap();
    let faults = bundle.faults();
    assert!(
        faults
            .iter()
            .any(|(at, say)| at == "data/exhibits/ABC-2" && say.contains("link"))
    );
    assert!(!faults.iter().any(|(at, _)| at.contains("secret")));
}

#[test]
fn what_is_no_bundle_is_refused_and_a_long_check_can_be_stopped() {
    let bundle = Bundle::new();
    let broken = bundle.at("data/bundle.pdf");
    let refused = app::verify_bundle(&broken, None, &mut |_| true).unwrap_err();
    assert_eq!(refused.kind, FaultKind::Refused);
    assert!(refused.say.contains("neither a folder nor a zip"));
    let missing = app::verify_bundle(&bundle.at("nothing"), None, &mut |_| true).unwrap_err();
    assert!(missing.say.contains("nothing at this place"));
    let stopped = app::verify_bundle(bundle.home.path(), None, &mut |_| false).unwrap_err();
    assert_eq!(stopped.kind, FaultKind::Cancelled);
}

#[test]
fn a_zip_that_gives_another_program_other_files_is_not_called_whole() {
    let bundle = Bundle::new();
    bundle.put("data/log/continuity.cs1", b"forged");
    let mut bytes = bundle.zipped("b/");
    // Both headers of the forged one say the name of the true one.
    let (forged, true_name) = (b"continuity.cs1", b"continuity.csv");
    while let Some(at) = bytes
        .windows(forged.len())
        .position(|piece| piece == forged)
    {
        bytes[at..at + forged.len()].copy_from_slice(true_name);
    }
    let place = tempfile::NamedTempFile::new().unwrap();
    fs::write(place.path(), bytes).unwrap();
    let refused = app::verify_bundle(place.path(), None, &mut |_| true).unwrap_err();
    assert!(refused.say.contains("one name"), "{}", refused.say);

    let bundle = Bundle::new();
    fs::write(place.path(), bundle.zipped("../")).unwrap();
    let faults = app::verify_bundle(place.path(), None, &mut |_| true)
        .unwrap()
        .faults;
    assert!(
        faults.iter().any(|fault| fault.say.contains("leads out")),
        "{faults:?}"
    );
}

#[test]
fn a_zip_cut_short_or_with_its_bytes_turned_is_never_called_whole() {
    let bundle = Bundle::new();
    let whole = bundle.zipped("b/");
    let place = tempfile::NamedTempFile::new().unwrap();
    for at in (0..whole.len()).step_by(7) {
        let mut turned = whole.clone();
        turned[at] ^= 0x55;
        for bytes in [&turned[..], &whole[..at]] {
            fs::write(place.path(), bytes).unwrap();
            let checked = app::verify_bundle(place.path(), Some(&bundle.root()), &mut |_| true);
            let whole = checked.is_ok_and(|checked| checked.faults.is_empty());
            // Some bytes of a zip say nothing about what is in it: then every file of it is as it was, and checked to be.
            if whole {
                let again = app::verify_bundle(place.path(), None, &mut |_| true).unwrap();
                assert_eq!(
                    (again.files, again.root),
                    (3, Some(bundle.root())),
                    "byte {at}"
                );
            }
        }
    }
}

pub(crate) const PHOTO: &[u8] = b"\xff\xd8\xff\xe0 not much of a photograph";
pub(crate) const PAGE: &[u8] = b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF";

/// A request of the police about Amara, with everything settled.
pub(crate) fn about_amara(laptop: &Device) -> BundleSpec {
    let said = str::to_owned;
    BundleSpec {
        select: BundleSelect {
            pupils: vec![laptop.pupil("Amara")],
            ..BundleSelect::default()
        },
        request: BundleRequest {
            force: said("Midmarch Police"),
            officer: said("DC L. Hartigan"),
            number: said("4471"),
            crime_reference: said("MM/118204/26"),
            legal_basis: said("Written request of 10 November"),
            scope: said("All records about her"),
            ..BundleRequest::default()
        },
        gate: BundleGate {
            need: said("For the investigation"),
            authority: said("H. Sandiford, headteacher"),
            recipient: said("DC Hartigan"),
            verified_by: said("Rang 101 back"),
            channel: said("By hand, on a stick"),
        },
        numbering: said("continuous"),
        delivery: said("folder"),
        ..BundleSpec::default()
    }
}

/// Concerns about Amara, each with these files; gives the ids of the files.
pub(crate) fn record(laptop: &mut Device, words: &str, files: &[(&str, &[u8])]) -> Vec<String> {
    let mut form = forms::saying(words);
    form.people = vec![forms::chosen(&laptop.pupil("Amara"), "subject")];
    form.indecent_image = "no".to_owned();
    form.files = files
        .iter()
        .map(|(name, bytes)| {
            laptop
                .take_in(name, "application/octet-stream", bytes)
                .token
        })
        .collect();
    let id = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    let view = app::concern(&mut laptop.office, &id).unwrap();
    view.files.into_iter().map(|file| file.id).collect()
}

pub(crate) fn make(laptop: &mut Device, spec: BundleSpec, name: &str) -> Result<BundleMade, Fault> {
    let to = laptop.disk().join(name);
    app::create_bundle(&mut laptop.office, spec, &to).map(|done| done.value)
}

/// What somebody else\u{2019}s reader finds on one page.
pub(crate) fn page(pdf: &Path, number: usize) -> String {
    let number = number.to_string();
    let read = Command::new("pdftotext")
        .args(["-enc", "UTF-8", "-f", &number, "-l", &number])
        .arg(pdf)
        .arg("-")
        .output()
        .expect("pdftotext is needed: apt-get install poppler-utils");
    let text = String::from_utf8(read.stdout).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_bundle_for_the_police_is_whole_numbered_and_checkable_and_that_it_left_is_kept() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    let files = record(
        &mut laptop,
        "A man asked where she lives, quillwort.",
        &[("Amara in bed.jpg", PHOTO)],
    );
    laptop.lock();
    laptop.open(&DEV);
    record(
        &mut laptop,
        "She came late again.",
        &[("letter.pdf", PAGE), ("run me.exe", b"MZ")],
    );
    let spec = about_amara(&laptop);
    let made = make(&mut laptop, spec, "bundle").unwrap();
    assert_eq!((made.concerns, made.exhibits.len()), (2, 3));
    assert_eq!(made.exhibits, ["RC/1", "DM/1", "DM/2"]);
    assert!(made.left_out.is_empty(), "{:?}", made.left_out);

    // It is what it says, for us and for what every system has.
    let folder = laptop.disk().join("bundle");
    let checked = app::verify_bundle(&folder, Some(&made.root), &mut |_| true).unwrap();
    assert!(checked.faults.is_empty(), "{:?}", checked.faults);
    assert_eq!(
        (checked.files, checked.bytes),
        (u64::from(made.files), made.bytes)
    );
    for list in ["manifest-sha256.txt", "tagmanifest-sha256.txt"] {
        let summed = Command::new("sha256sum")
            .args(["--strict", "-c", list])
            .current_dir(&folder)
            .output();
        assert!(summed.unwrap().status.success(), "{list}");
    }
    let beside = Command::new("sha256sum")
        .args(["--strict", "-c", "beside-sha256.txt"])
        .current_dir(folder.join("data"))
        .output();
    assert!(beside.unwrap().status.success());
    // Byte for byte, under names that say nothing; nothing to run keeps its ending.
    assert_eq!(
        fs::read(folder.join("data/exhibits/RC-1.jpg")).unwrap(),
        PHOTO
    );
    assert_eq!(
        fs::read(folder.join("data/exhibits/DM-1.pdf")).unwrap(),
        PAGE
    );
    assert_eq!(fs::read(folder.join("data/exhibits/DM-2")).unwrap(), b"MZ");
    let all: Vec<String> = every(&folder).into_keys().collect();
    assert!(
        all.iter()
            .all(|name| !name.to_lowercase().contains("amara")),
        "{all:?}"
    );

    // What the index says of each part stands on that page, and each page says which it is.
    let pdf = folder.join("data/bundle.pdf");
    let cover = page(&pdf, 1);
    for words in [
        "MM/118204/26",
        "DC L. Hartigan, 4471, Midmarch Police",
        "H. Sandiford",
        "Every record of concern",
    ] {
        assert!(cover.contains(words), "{words}: {cover}");
    }
    let list = Hash::of(&[&fs::read(folder.join("data/beside-sha256.txt")).unwrap()]).to_string();
    assert!(cover.replace(' ', "").contains(&list));
    let index = page(&pdf, 2);
    for (title, first) in [
        ("Continuity of each exhibit", "Continuity of each exhibit"),
        ("Exhibits", "Exhibits"),
        ("How to check this bundle", "How to check this bundle"),
        ("People", "People"),
    ] {
        let (_, after) = index
            .split_once(&format!(" {title} "))
            .unwrap_or_else(|| panic!("{title}: {index}"));
        let number: usize = after.split(' ').next().unwrap().parse().unwrap();
        let there = page(&pdf, number);
        assert!(there.contains(first), "{title} on {number}: {there}");
        assert!(there.contains(&format!("Page {number} of {}", made.pages)));
    }
    let whole: String = (1..=made.pages as usize)
        .map(|number| page(&pdf, number))
        .collect();
    assert!(whole.contains("quillwort") && whole.contains("Exhibit RC/1"));
    assert!(!whole.contains("No event recorded in between"));
    let receipt = page(&laptop.disk().join("bundle-receipt.pdf"), 1);
    assert!(receipt.replace(' ', "").contains(&made.root), "{receipt}");

    // That it left stands with the file, and the next one keeps the references and counts on.
    let log = fs::read_to_string(folder.join("data/log/continuity.csv")).unwrap();
    assert!(log.starts_with("\"exhibit\",\"at_utc\",\"event\",\"who\",\"detail\",\"sha256\"\r\n"));
    assert_eq!(log.matches("received").count(), 3);
    assert_eq!(log.matches("exported").count(), 3);
    let opened = app::open_file(&mut laptop.office, &files[0]);
    assert!(opened.is_ok());
    laptop.minutes(3 * 24 * 60);
    laptop.open(&DEV);
    let spec = about_amara(&laptop);
    let again = make(&mut laptop, spec, "bundle 2").unwrap();
    let second = laptop.disk().join("bundle 2/data/bundle.pdf");
    let whole: String = (1..=again.pages as usize)
        .map(|number| page(&second, number))
        .collect();
    assert!(whole.contains("No event recorded in between"));
    assert_eq!(again.exhibits, made.exhibits);
    assert!(made.number.ends_with("-B1") && again.number.ends_with("-B2"));
    let log = fs::read_to_string(laptop.disk().join("bundle 2/data/log/continuity.csv")).unwrap();
    assert!(
        log.contains(&made.number) && log.contains("viewed"),
        "{log}"
    );
    laptop.restart();
    laptop.open(&RUTH);
    assert!(app::verify(&mut laptop.office).unwrap().faults.is_empty());
}

#[test]
fn what_does_not_go_is_named_with_why_and_never_goes() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    let files = record(
        &mut laptop,
        "One thing.",
        &[("a.jpg", PHOTO), ("b.pdf", PAGE)],
    );
    let hide = HideForm {
        file: files[0].clone(),
        reason: "It may show a child. I closed it at once.".to_owned(),
        told: "Police on 101, log 0431".to_owned(),
        seen_by: "I did, for a second".to_owned(),
    };
    app::hide_file(&mut laptop.office, hide).unwrap();
    let mut spec = about_amara(&laptop);
    let made = make(&mut laptop, spec.clone(), "bundle").unwrap();
    assert_eq!(made.exhibits, ["RC/1"]);
    assert!(
        made.left_out[0].contains("out of everybody"),
        "{:?}",
        made.left_out
    );
    let folder = laptop.disk().join("bundle");
    assert!(page(&folder.join("data/bundle.pdf"), 1).contains("out of everybody"));
    for (path, bytes) in every(&folder) {
        assert!(
            !bytes.windows(PHOTO.len()).any(|piece| piece == PHOTO),
            "{path}"
        );
    }
    // Days that leave nothing over make no bundle; days that leave something out say how much.
    spec.select.to = Some("2020-01-01".to_owned());
    let none = make(&mut laptop, spec.clone(), "none").unwrap_err();
    assert_eq!(none.problems[0].field, "select");
    assert!(!laptop.disk().join("none").exists());
    spec.select.to = None;
    laptop.minutes(3 * 24 * 60);
    laptop.open(&RUTH);
    let later = app::understand_when(&laptop.office, "today")
        .unwrap()
        .at
        .unwrap();
    spec.select.from = Some(later[..10].to_owned());
    let mut later = forms::saying("A later thing.");
    later.people = vec![forms::chosen(&laptop.pupil("Amara"), "subject")];
    later.occurred = app::understand_when(&laptop.office, "today 8:00")
        .unwrap()
        .at
        .unwrap();
    later.noticed = later.occurred.clone();
    app::record_concern(&mut laptop.office, later).unwrap();
    let some = make(&mut laptop, spec, "some").unwrap();
    assert_eq!(some.concerns, 1);
    assert!(
        some.left_out[0].contains("outside the days"),
        "{:?}",
        some.left_out
    );
}

#[test]
fn a_text_among_the_exhibits_is_read_on_stamped_pages_and_its_original_stays_as_it_was() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    let said = "Kai: gdzie mieszkasz?\r\nMe: \u{0644}\u{0627}\r\nKai: quillwort\r\n";
    let long = "One line of a long log.\n".repeat(9_000);
    record(
        &mut laptop,
        "One thing.",
        &[
            ("chat.txt", said.as_bytes()),
            ("log.txt", long.as_bytes()),
            ("b.pdf", PAGE),
        ],
    );
    let spec = about_amara(&laptop);
    let made = make(&mut laptop, spec, "bundle").unwrap();
    let pdf = laptop.disk().join("bundle/data/bundle.pdf");
    let pages: Vec<String> = (1..=made.pages as usize)
        .map(|number| page(&pdf, number))
        .collect();
    let stamped = pages.iter().find(|page| page.contains("RC/1-1")).unwrap();
    assert!(
        stamped.contains("gdzie mieszkasz") && stamped.contains("quillwort"),
        "{stamped}"
    );
    assert!(pages.iter().any(|page| page.contains("RC/2-2")));
    assert!(
        pages
            .iter()
            .any(|page| page.contains("The rest is in the original"))
    );
    assert!(!pages.iter().any(|page| page.contains("RC/3-1")));
    let kept = fs::read(laptop.disk().join("bundle/data/exhibits/RC-1.txt")).unwrap();
    assert_eq!(kept, said.as_bytes());
}

#[test]
fn a_bundle_as_one_file_is_the_same_bundle() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    record(&mut laptop, "One thing.", &[("b.pdf", PAGE)]);
    let spec = BundleSpec {
        zip: true,
        ..about_amara(&laptop)
    };
    let made = make(&mut laptop, spec.clone(), "bundle").unwrap();
    let zip = made.zip.unwrap();
    let checked = app::verify_bundle(Path::new(&zip), Some(&made.root), &mut |_| true).unwrap();
    assert!(checked.faults.is_empty(), "{:?}", checked.faults);
    assert_eq!(checked.bytes, made.bytes);
    // Somebody else\u{2019}s program takes the same out of it.
    let out = laptop.disk().join("taken out");
    let unzip = "import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])";
    let done = Command::new("python3")
        .args(["-c", unzip, &zip])
        .arg(&out)
        .status()
        .unwrap();
    assert!(done.success());
    assert!(every(&out.join("bundle")) == every(&laptop.disk().join("bundle")));
    let again = app::verify_bundle(&out.join("bundle"), Some(&made.root), &mut |_| true).unwrap();
    assert!(again.faults.is_empty(), "{:?}", again.faults);
    // One that stands there already is not written over.
    fs::write(laptop.disk().join("other.zip"), "mine").unwrap();
    let refused = make(&mut laptop, spec, "other").unwrap_err();
    assert_eq!(refused.problems[0].field, "out");
    assert_eq!(fs::read(laptop.disk().join("other.zip")).unwrap(), b"mine");
}

#[test]
fn a_bundle_that_is_stopped_leaves_nothing_open_on_the_disk_and_its_references_stay() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    record(&mut laptop, "One thing.", &[("b.pdf", PAGE)]);
    let watch = laptop.office.watch();
    let stop = laptop.office.watch();
    watch.tell_to(move |say, _, _| {
        if say.contains("Taking out") {
            stop.stop();
        }
    });
    let spec = about_amara(&laptop);
    let stopped = make(&mut laptop, spec.clone(), "bundle").unwrap_err();
    assert_eq!(stopped.kind, FaultKind::Cancelled);
    let left = fs::read_dir(laptop.disk())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    let left: Vec<String> = left
        .filter(|name| name.contains("bundle") || name.contains(".part-"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
    watch.tell_to(|_, _, _| {});
    let made = make(&mut laptop, spec, "bundle").unwrap();
    assert!(made.number.ends_with("-B1"));
    assert_eq!(made.exhibits, ["RC/1"]);
    // That it was taken out the first time is not forgotten.
    let log = fs::read_to_string(laptop.disk().join("bundle/data/log/continuity.csv")).unwrap();
    assert_eq!(log.matches("copied").count(), 1, "{log}");
}

#[test]
fn nothing_leaves_before_everything_is_settled_and_nothing_is_left_half_made() {
    let mut laptop = Device::of_school(&[&PATIENCE]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    record(&mut laptop, "One thing.", &[("b.pdf", PAGE)]);
    let before = laptop.disk().to_owned();
    let bare = BundleSpec {
        select: about_amara(&laptop).select,
        ..BundleSpec::default()
    };
    let refused = make(&mut laptop, bare, "bundle").unwrap_err();
    let fields: Vec<&str> = refused
        .problems
        .iter()
        .map(|problem| problem.field.as_str())
        .collect();
    assert_eq!(fields.len(), 9);
    assert!(fields.contains(&"gate.verified_by") && fields.contains(&"request.legal_basis"));
    let good = about_amara(&laptop);
    for (name, why) in [
        ("not there/bundle", "no such folder"),
        ("there", "something at this place"),
    ] {
        fs::create_dir_all(before.join("there")).unwrap();
        let refused = make(&mut laptop, good.clone(), name).unwrap_err();
        assert!(
            their_words(&refused).contains(why),
            "{}",
            their_words(&refused)
        );
    }
    let left: Vec<String> = every(&before)
        .into_keys()
        .filter(|name| name.contains("receipt") || name.contains("bundle"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
    assert!(!fs::read_dir(&before).unwrap().any(|entry| {
        entry
            .unwrap()
            .file_name()
            .to_string_lossy()
            .starts_with(".part-")
    }));
    // Nothing of the tries is kept: the first that is made is the first.
    assert!(
        make(&mut laptop, good.clone(), "bundle")
            .unwrap()
            .number
            .ends_with("-B1")
    );
    laptop.lock();
    laptop.open(&PATIENCE);
    let refused = make(&mut laptop, good, "hers").unwrap_err();
    assert_eq!(refused.kind, FaultKind::NotAllowed);
}

#[test]
fn what_lies_in_another_room_is_neither_in_a_bundle_nor_named_by_it() {
    const ABOUT_HER: &str = "She let Amara hold her telephone, quillwort.";
    let mut laptop = Device::of_school(&[&HEAD, &PATIENCE]);
    laptop.open(&HEAD);
    laptop.bring_pupils();
    record(&mut laptop, "One thing.", &[]);
    let mut about = forms::about_adult(Route::Staff, PATIENCE.as_subject(), ABOUT_HER);
    about
        .people
        .push(forms::chosen(&laptop.pupil("Amara"), "witness"));
    let staff = app::record_concern(&mut laptop.office, about)
        .unwrap()
        .value
        .id;
    let spec = about_amara(&laptop);
    let made = make(&mut laptop, spec.clone(), "bundle").unwrap();
    assert_eq!(made.concerns, 1);
    assert!(made.left_out.is_empty(), "{:?}", made.left_out);
    let pdf = laptop.disk().join("bundle/data/bundle.pdf");
    let whole: String = (1..=made.pages as usize)
        .map(|number| page(&pdf, number))
        .collect();
    assert!(!whole.contains("quillwort") && !whole.contains("outside these days"));
    assert!(!whole.contains("not linked to this pupil"));
    let asked = BundleSpec {
        select: BundleSelect {
            concerns: vec![staff],
            ..BundleSelect::default()
        },
        ..spec
    };
    assert_eq!(
        make(&mut laptop, asked, "other").unwrap_err().kind,
        FaultKind::Missing
    );
}

#[test]
fn a_record_that_is_left_out_with_a_reason_is_named_on_the_cover_and_stands_on_no_page() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    record(&mut laptop, "He asks where she lives.", &[]);
    record(&mut laptop, "She saw a fight of others, quillwort.", &[]);
    let mut spec = about_amara(&laptop);
    let preview = app::preview_bundle(&mut laptop.office, spec.select.clone()).unwrap();
    let fight = preview
        .concerns
        .iter()
        .find(|one| one.record_no.ends_with("0002"));
    spec.select.without = vec![app::wire::BundleWithout {
        concern: fight.unwrap().id.clone(),
        reason: String::new(),
    }];
    let refused = make(&mut laptop, spec.clone(), "bundle").unwrap_err();
    assert_eq!(refused.problems[0].field, "select.without[0].reason");
    spec.select.without[0].reason = "It is about others; she only saw it".to_owned();
    let preview = app::preview_bundle(&mut laptop.office, spec.select.clone()).unwrap();
    assert_eq!(preview.concerns.len(), 1);
    let made = make(&mut laptop, spec, "bundle").unwrap();

    assert_eq!(made.concerns, 1);
    let pdf = laptop.disk().join("bundle/data/bundle.pdf");
    let all: Vec<String> = (1..=made.pages as usize)
        .map(|number| page(&pdf, number))
        .collect();
    assert!(all[0].contains("she only saw it"), "{}", all[0]);
    assert!(!all.join(" ").contains("quillwort"));
    // The chronology on the screen, and on any other paper, has it as ever.
    let own = laptop.pupil("Amara");
    let filter = app::wire::ChronologyFilter::default();
    assert_eq!(
        app::chronology(&mut laptop.office, &own, filter)
            .unwrap()
            .concerns,
        2
    );
}

#[test]
fn a_bundle_is_looked_at_before_it_is_made_and_nothing_of_it_is_recorded_or_on_the_disk() {
    let mut laptop = Device::of_school(&[&DEV]);
    laptop.open(&RUTH);
    laptop.bring_pupils();
    record(
        &mut laptop,
        "He asks where she lives, quillwort.",
        &[("photo.jpg", PHOTO)],
    );
    let mut spec = about_amara(&laptop);
    // Nobody has said yet who asks.
    spec.request = BundleRequest::default();
    spec.gate = BundleGate::default();
    let before = kit::Picture::of(laptop.disk());
    let asked = app::wire::PaperAsked::BundleTrial {
        spec: Box::new(spec),
    };
    let shown = app::lay_out_paper(&mut laptop.office, asked).unwrap();
    let text = shown.text.join(" ");
    assert!(
        text.contains("quillwort") && text.contains("(draft)"),
        "{text}"
    );
    assert!(text.contains("Label of exhibit RC/1"));
    let after = kit::Picture::of(laptop.disk());
    let new: Vec<_> = after
        .paths()
        .filter(|path| before.paths().all(|known| known != *path))
        .collect();
    assert!(new.is_empty(), "{new:?}");

    let spec = about_amara(&laptop);
    let made = make(&mut laptop, spec, "bundle").unwrap();
    assert!(made.number.ends_with("B1"));
    assert_eq!(made.exhibits, ["RC/1"]);
}
