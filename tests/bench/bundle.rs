//! A bundle with a film in it: how fast it is checked, against SHA-256 alone, and how much memory it takes to make.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::time::Instant;

use app::BeginFile;
use app::wire::{BundleGate, BundleRequest, BundleSelect, BundleSpec};
use kit::{Device, forms};
use sha2::{Digest, Sha256};

use crate::memory::{forget_peak, memory};
use crate::table::{Row, Table};
use crate::times::{ratio, took};

/// The size of the film, in bytes: nearly the largest file that is taken in.
const FILM: u64 = 2_000_000_000;
/// The film is taken in so many bytes at a time, of which it is a multiple.
const PIECE: usize = 64_000;

/// Takes the figures.
pub fn measure(table: &mut Table) {
    let mut laptop = Device::new();
    laptop.set_up();
    laptop.bring_pupils();
    record(&mut laptop);
    for delivery in ["folder", "sealed"] {
        forget_peak();
        let before = memory("VmRSS");
        let to = laptop.disk().join(delivery);
        let begun = Instant::now();
        let spec = spec(&laptop, delivery);
        app::create_bundle(&mut laptop.office, spec, &to).unwrap();
        let took = begun.elapsed();
        let peak = memory("VmHWM").saturating_sub(before) / 1024;
        table.add(Row {
            what: format!("memory for a bundle with a film of 2 GB, as {delivery}"),
            concerns: 0,
            ours: format!("{peak} MiB more, {:.1} s", took.as_secs_f64()),
            floor: String::new(),
            figure: format!("{peak} MiB"),
            goal: Some(("<= 64 MiB".to_owned(), peak <= 64)),
        });
    }
    let folder = laptop.disk().join("folder");
    let (ours, checked) = took(|| app::verify_bundle(&folder, None, &mut |_| true).unwrap());
    assert!(checked.faults.is_empty(), "the bundle is whole");
    let (floor, ()) = took(|| hashed(&folder.join("data/exhibits/RC-1.mp4")));
    let figure = ratio(floor, ours);
    table.add(Row {
        what: "check that bundle".to_owned(),
        concerns: 0,
        ours: format!("{:.2} s", ours.as_secs_f64()),
        floor: format!("{:.2} s SHA-256 alone", floor.as_secs_f64()),
        figure: format!("{:.0} %", figure * 100.0),
        goal: Some((">= 60 %".to_owned(), figure >= 0.6)),
    });
}

/// A concern about Amara with the film.
fn record(laptop: &mut Device) {
    let about = BeginFile {
        name: "film.mp4".to_owned(),
        size: FILM,
        media: "video/mp4".to_owned(),
        source: None,
        indecent_image: "no".to_owned(),
        for_purpose: "concern".to_owned(),
    };
    let token = app::begin_file(&mut laptop.office, about).unwrap().token;
    let mut piece = b"\0\0\0\x18ftypmp42".to_vec();
    piece.resize(PIECE, 0x5a);
    for number in 0..FILM / piece.len() as u64 {
        piece[32..40].copy_from_slice(&number.to_le_bytes());
        app::file_chunk(&mut laptop.office, &token, &piece).unwrap();
    }
    let film = app::finish_file(&mut laptop.office, &token).unwrap();
    let mut form = forms::saying("He filmed it.");
    form.people = vec![forms::chosen(&laptop.pupil("Amara"), "subject")];
    form.indecent_image = "no".to_owned();
    form.files = vec![film.token];
    app::record_concern(&mut laptop.office, form).unwrap();
}

fn spec(laptop: &Device, delivery: &str) -> BundleSpec {
    let said = || "Said".to_owned();
    BundleSpec {
        select: BundleSelect {
            pupils: vec![laptop.pupil("Amara")],
            ..BundleSelect::default()
        },
        request: BundleRequest {
            force: said(),
            officer: said(),
            legal_basis: said(),
            scope: said(),
            ..BundleRequest::default()
        },
        gate: BundleGate {
            need: said(),
            authority: said(),
            recipient: said(),
            verified_by: said(),
            channel: said(),
        },
        delivery: delivery.to_owned(),
        ..BundleSpec::default()
    }
}

fn hashed(file: &Path) {
    let mut file = File::open(file).unwrap();
    let mut hash = Sha256::new();
    let mut piece = vec![0; 256 * 1024];
    loop {
        let read = file.read(&mut piece).unwrap();
        if read == 0 {
            break;
        }
        hash.update(&piece[..read]);
    }
    std::hint::black_box(hash.finalize());
}
