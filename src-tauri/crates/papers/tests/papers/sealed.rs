//! A protected paper with files in it: whoever has the password gets back what went in, with any reader.

use std::io::Write;

use papers::{LaidOut, Original};

use crate::reader::Paper;

const PASSWORD: &str = "crane-violin-mesh-otter";

fn paper() -> LaidOut {
    papers::links(&crate::links::facts(3)).unwrap()
}

fn sealed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let originals = files
        .iter()
        .zip(1_u8..)
        .map(|((name, bytes), at)| Original {
            name: (*name).to_owned(),
            said: format!("Exhibit RC/{at}"),
            media: "image/jpeg".to_owned(),
            size: bytes.len() as u64,
            start: [at; 16],
        });
    let sealed = paper()
        .sealed(PASSWORD, &[9; 32], originals.collect())
        .unwrap();
    let mut out = sealed.write_to(Vec::new()).unwrap();
    for (_, bytes) in files {
        let mut file = out.next_file().unwrap();
        for piece in bytes.chunks(7) {
            file.write_all(piece).unwrap();
        }
        file.finish().unwrap();
    }
    out.finish().unwrap()
}

#[test]
fn every_reader_opens_it_with_the_password_and_gives_back_identical_originals() {
    let large: Vec<u8> = (0..300_000_u32)
        .map(|at| (at.wrapping_mul(at) >> 3) as u8)
        .collect();
    let files: [(&str, &[u8]); 5] = [
        ("RC-1.jpg", b"\xff\xd8 not much of a photograph"),
        ("RC-2.bin", &large),
        ("ŻÓŁ-1.txt", b"sixteen bytes!!!"),
        ("RC-3", b""),
        ("beside-sha256.txt", b"a list\n"),
    ];
    let paper = Paper::keep("sealed", &sealed(&files));

    assert!(
        paper
            .opened_by_poppler(PASSWORD)
            .unwrap()
            .contains("Owen Bright")
    );
    assert!(
        paper
            .opened_by_mupdf(PASSWORD)
            .unwrap()
            .contains("Owen Bright")
    );
    let said = paper.opened_by_qpdf(PASSWORD).unwrap();
    assert!(
        said.contains("No syntax or stream encoding errors found"),
        "{said}"
    );
    assert!(said.contains("AESv3"), "{said}");
    assert!(paper.opened_by_pikepdf(PASSWORD).is_some());
    for wrong in [
        paper.opened_by_poppler("crane"),
        paper.opened_by_mupdf(""),
        paper.opened_by_qpdf("crane"),
        paper.opened_by_pikepdf("crane"),
    ] {
        assert!(wrong.is_none());
    }

    // poppler's pdfdetach and pikepdf share no code.
    let mut expected: Vec<(String, Vec<u8>)> = files
        .iter()
        .map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec()))
        .collect();
    expected.sort();
    assert!(paper.detached_by_poppler(PASSWORD) == expected);
    assert!(paper.detached_by_pikepdf(PASSWORD) == expected);
}

#[test]
fn nothing_of_it_can_be_read_without_the_password() {
    let bytes = sealed(&[(
        "Amara in bed.jpg",
        b"quillwort quillwort quillwort quillwort",
    )]);
    for word in ["quillwort", "Amara", "Oyelaran", "Exhibit"] {
        let found = bytes
            .windows(word.len())
            .any(|piece| piece == word.as_bytes());
        assert!(!found, "{word}");
        let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert!(
            !bytes.windows(wide.len()).any(|piece| piece == wide),
            "{word}"
        );
    }
}

#[test]
fn a_paper_with_no_file_in_it_is_sound_too() {
    let paper = Paper::keep("sealed-empty", &sealed(&[]));
    assert!(
        paper
            .opened_by_qpdf(PASSWORD)
            .unwrap()
            .contains("No syntax")
    );
    assert!(paper.opened_by_poppler(PASSWORD).is_some());
}

#[test]
fn a_file_shorter_or_longer_than_was_said_does_not_go_in() {
    let original = Original {
        name: "RC-1.jpg".to_owned(),
        said: String::new(),
        media: "image/jpeg; charset=(x)".to_owned(),
        size: 20,
        start: [1; 16],
    };
    let begin = || {
        let sealed = paper().sealed(PASSWORD, &[9; 32], vec![original.clone()]);
        sealed.unwrap().write_to(Vec::new()).unwrap()
    };
    let mut out = begin();
    let mut file = out.next_file().unwrap();
    file.write_all(&[0; 19]).unwrap();
    assert!(file.finish().is_err());
    let mut out = begin();
    let mut file = out.next_file().unwrap();
    assert!(file.write_all(&[0; 21]).is_err());
    assert!(begin().finish().is_err());
}
