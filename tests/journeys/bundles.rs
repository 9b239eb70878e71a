//! A bundle of evidence that was handed over says by itself whether it is whole.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::process::Command;

use app::BundleChecked;
use app::wire::FaultKind;
use history::Hash;
use tempfile::TempDir;

/// A bundle on the disk, made without any of our own code for bundles.
struct Bundle {
    home: TempDir,
}

const DECLARED: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

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

    /// Every file by its name from the bundle's folder on.
    fn all(&self) -> BTreeMap<String, Vec<u8>> {
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
        gather(self.home.path(), self.home.path(), &mut all);
        all
    }

    /// Writes the lists for what lies there now.
    fn seal(&self) {
        let all = self.all();
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
        let all = self.all();
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
        for (name, bytes) in self.all() {
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
