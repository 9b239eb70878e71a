//! The verifier that shares no code with the program (`tests/verifier/verify.py`) and the program agree on good and
//! tampered records.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "test code"
)]

mod kit;
#[path = "verifier/program.rs"]
mod program;
#[path = "verifier/script.rs"]
mod script;
#[path = "verifier/tamper.rs"]
mod tamper;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use history::checkpoint::{Checkpoint, LogState, root_of};
use history::entry::Entry;
use history::{Hash, Id, PublicKey, open_form};
use kit::{Room, below, header_of, json_of, public, rng, seed, shuffle, with_header};
use program::by_the_program;
use rand_core::RngCore as _;
use script::{by_the_verifier, save, verify};
use tamper::{TAMPERINGS, a_room, entries, lines, tampered};

#[test]
fn both_agree_on_two_hundred_good_entries() {
    let seed = seed();
    println!("seed {seed}");
    let mut rng = rng(seed);
    let mut count = 0;
    let files: Vec<PathBuf> = (0..10)
        .map(|n| {
            let mut all = entries(&a_room(rng.next_u64(), 20));
            for entry in &mut all {
                // Some parts are withheld, some entries left out: neither is a fault.
                if below(&mut rng, 5) == 0 {
                    entry.parts.iter_mut().for_each(|part| *part = None);
                }
            }
            shuffle(&mut all, &mut rng);
            if n % 3 == 0 {
                all.truncate(all.len() - 4);
            } else if n % 3 == 1 {
                all.push(all[0].clone());
            }
            count += all.len();
            save(&format!("good-{n:02}.jsonl"), &lines(&all))
        })
        .collect();
    assert!(count >= 200, "{count} entries");

    let (verdicts, code) = by_the_verifier(&files);

    for (file, verdict) in files.iter().zip(verdicts) {
        assert_eq!(
            verdict,
            by_the_program(&std::fs::read(file).unwrap()),
            "{} (seed {seed})",
            file.display()
        );
        assert!(verdict.sound, "{} (seed {seed})", file.display());
    }
    assert_eq!(code, 0);
    println!("{count} entries in {} files: 0 disagreements", files.len());
}

#[test]
fn both_refuse_every_tampered_record_at_the_same_line() {
    let seed = seed();
    println!("seed {seed}");
    let mut rng = rng(seed);
    let files: Vec<PathBuf> = (0..208)
        .map(|n| {
            let kind = TAMPERINGS[n % TAMPERINGS.len()];
            let name = format!("tampered-{n:03}-{}.jsonl", kind.replace(' ', "-"));
            save(&name, &tampered(kind, &mut rng))
        })
        .collect();

    let (verdicts, code) = by_the_verifier(&files);

    for (file, verdict) in files.iter().zip(verdicts) {
        assert_eq!(
            verdict,
            by_the_program(&std::fs::read(file).unwrap()),
            "{} (seed {seed})",
            file.display()
        );
        assert!(!verdict.sound, "{} (seed {seed})", file.display());
    }
    assert_eq!(code, 4);
    println!(
        "{} tampered records of {} kinds: 0 disagreements",
        files.len(),
        TAMPERINGS.len()
    );
}

#[test]
fn both_agree_on_damaged_headers_that_are_rightly_signed() {
    let seed = seed();
    println!("seed {seed}");
    let mut rng = rng(seed);
    let room = a_room(rng.next_u64(), 12);
    let mut all = entries(&room);
    for n in 0..500 {
        let made = &room.made[below(&mut rng, room.made.len())];
        let mut header = header_of(&made.entry);
        if n % 3 == 0 {
            // The same in a version that is not known yet, with a field that is not known either.
            header = header.replacen(
                "\"strongroom\":1,",
                "\"strongroom\":2,\"mood\":{\"a\":[1,\"b\",null]},",
                1,
            );
        }
        let mut choice = [0; 4];
        rng.fill_bytes(&mut choice);
        let key = &room
            .laptops
            .iter()
            .find(|laptop| public(&laptop.key) == made.writer)
            .unwrap()
            .key;
        if let Ok(header) = String::from_utf8(kit::damage(header.into_bytes(), &choice)) {
            all.push(with_header(key, header, made.entry.parts.clone()));
        }
    }
    shuffle(&mut all, &mut rng);
    let file = save("damaged-headers.jsonl", &lines(&all));

    let (verdicts, _) = by_the_verifier(std::slice::from_ref(&file));

    let verdict = by_the_program(&std::fs::read(file).unwrap());
    assert_eq!(verdicts, [verdict], "seed {seed}");
    println!(
        "{} entries, {} refused: 0 disagreements",
        all.len(),
        verdicts[0].fault_lines.len()
    );
}

#[test]
fn both_agree_on_damaged_lines() {
    let seed = seed();
    println!("seed {seed}");
    let mut rng = rng(seed);
    let room = a_room(rng.next_u64(), 12);
    let mut file = lines(&entries(&room));
    for _ in 0..500 {
        let made = &room.made[below(&mut rng, room.made.len())];
        let mut choice = [0; 4];
        rng.fill_bytes(&mut choice);
        if choice[0] & 3 == 0 {
            // Near the end, where signature and parts are.
            (choice[0], choice[1]) = (0xff, 0xff - choice[1] / 4);
        }
        file.extend(kit::damage(
            open_form::write(&made.entry).unwrap().into_bytes(),
            &choice,
        ));
        file.push(b'\n');
    }
    let path = save("damaged-lines.jsonl", &file);

    let (verdicts, _) = by_the_verifier(&[path]);

    assert_eq!(verdicts, [by_the_program(&file)], "seed {seed}");
    println!(
        "{} lines refused: 0 disagreements",
        verdicts[0].fault_lines.len()
    );
}

#[test]
fn both_agree_on_everything_on_the_shelf() {
    let shelf = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let files_of = |folder: &str| -> Vec<PathBuf> {
        let files = std::fs::read_dir(shelf.join(folder))
            .unwrap()
            .map(|file| file.unwrap().path());
        files.filter(|path| path.is_file()).collect()
    };
    let records = |folder| -> Vec<PathBuf> {
        files_of(folder)
            .into_iter()
            .filter(|path| path.extension().is_some_and(|name| name == "jsonl"))
            .collect()
    };

    let broken = records("broken");
    let (verdicts, code) = by_the_verifier(&broken);
    assert_eq!(code, 4);
    for (file, verdict) in broken.iter().zip(verdicts) {
        let bytes = std::fs::read(file).unwrap();
        let lines = bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
        assert_eq!(verdict, by_the_program(&bytes), "{}", file.display());
        assert_eq!(
            verdict.fault_lines,
            BTreeSet::from([lines]),
            "{}: only the last line is wrong",
            file.display()
        );
    }

    let good = records("v1");
    let (verdicts, _) = by_the_verifier(&good);
    for (file, verdict) in good.iter().zip(verdicts) {
        assert_eq!(
            verdict,
            by_the_program(&std::fs::read(file).unwrap()),
            "{}",
            file.display()
        );
        assert_eq!(
            verdict.sound,
            !file.ends_with("fork.jsonl"),
            "{}",
            file.display()
        );
    }

    let room = shelf.join("v1/room.jsonl");
    let signer = std::fs::read_to_string(shelf.join("v1/checkpoint.signer")).unwrap();
    let check = |note: &Path| {
        let args = [
            room.to_str().unwrap(),
            "--checkpoint",
            note.to_str().unwrap(),
            "--signer",
            signer.trim_end(),
        ];
        verify(&args).status.code()
    };
    assert_eq!(check(&shelf.join("v1/checkpoint.txt")), Some(0));
    for note in files_of("broken/checkpoint") {
        assert_eq!(check(&note), Some(4), "{}", note.display());
    }
}

/// A checkpoint of everything in the room, by its first laptop.
fn checkpoint(room: &Room) -> Checkpoint {
    let mut logs: BTreeMap<PublicKey, Vec<Hash>> = BTreeMap::new();
    let mut made = room.made.clone();
    made.sort_by_key(|made| made.seq);
    made.iter()
        .for_each(|made| logs.entry(made.writer).or_default().push(made.id));
    let states = logs.into_iter().map(|(writer, ids)| LogState {
        writer,
        seq: ids.len() as u64,
        root: root_of(ids.iter().map(|id| id.0.as_slice())),
    });
    Checkpoint::new(room.id, states.collect())
}

#[test]
fn a_checkpoint_shows_what_was_removed_or_changed_since() {
    let mut room = a_room(11, 8);
    let checkpoint = checkpoint(&room);
    let key = room.laptops[0].key.clone();
    let signer = public(&key).to_string();
    let note = checkpoint.sign(&key).note;
    room.write_any(1);
    let check = |entries: &[Entry], note: &str, more: &[&str]| {
        let entries = save("checked.jsonl", &lines(entries));
        let note = save("checkpoint.txt", note.as_bytes());
        let mut args = vec![
            entries.to_str().unwrap(),
            "--checkpoint",
            note.to_str().unwrap(),
            "--signer",
            &signer,
        ];
        args.extend(more);
        let output = verify(&args);
        (
            output.status.code(),
            String::from_utf8(output.stdout).unwrap(),
        )
    };

    let (code, said) = check(&entries(&room), &note, &[]);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(
        said.matches("is exactly what the checkpoint names").count(),
        3,
        "{said}"
    );

    // Somebody removes the end of a log, where the chain alone shows nothing.
    let last = room
        .made
        .iter()
        .rposition(|made| made.writer == public(&room.laptops[2].key))
        .unwrap();
    let mut shortened = entries(&room);
    shortened.remove(last);
    let (code, said) = check(&shortened, &note, &[]);
    assert_eq!(code, Some(4), "{said}");
    assert!(said.contains("1 of them are missing here"), "{said}");
    assert_eq!(
        check(&shortened, &note, &["--selection"]).0,
        Some(0),
        "a selection leaves out rightly"
    );

    // Somebody with the key rewrites the end of their log.
    let mut rewritten = entries(&room);
    let mut json = json_of(&rewritten[last]);
    json["app"] = "written later".into();
    rewritten[last] = with_header(
        &room.laptops[2].key,
        json.to_string(),
        rewritten[last].parts.clone(),
    );
    let (code, said) = check(&rewritten, &note, &[]);
    assert_eq!(code, Some(4), "{said}");
    assert!(said.contains("something was changed"), "{said}");

    for (wrong, why) in [
        (note.replacen("\nlog ", "\nlog  ", 1), "a changed text"),
        (note.trim_end().to_owned(), "no line break at the end"),
        (checkpoint.sign(&room.laptops[1].key).note, "another signer"),
        (
            Checkpoint::new(Id([0; 16]), checkpoint.logs().to_vec())
                .sign(&key)
                .note,
            "another room",
        ),
    ] {
        assert_eq!(check(&entries(&room), &wrong, &[]).0, Some(4), "{why}");
    }
}

#[test]
fn the_verifier_says_in_sentences_what_it_found_and_when_it_is_used_wrongly() {
    let mut room = a_room(12, 2);
    room.copy(1);
    room.write_any(1);
    room.write_any(3);
    let file = save("sentences.jsonl", &lines(&entries(&room)));

    let output = verify(&[file.to_str().unwrap()]);

    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(4));
    for sentence in [
        "written with the account of Ann (lead).",
        "used place",
        "Withheld or destroyed: 1 part.",
        "Not sound",
    ] {
        assert!(said.contains(sentence), "{sentence}: {said}");
    }
    assert_eq!(verify(&[]).status.code(), Some(2));
    assert_eq!(verify(&["/nowhere/record.jsonl"]).status.code(), Some(2));
    assert_eq!(
        verify(&[file.to_str().unwrap(), "--checkpoint", "note.txt"])
            .status
            .code(),
        Some(2)
    );
    assert_eq!(
        verify(&[
            file.to_str().unwrap(),
            "--checkpoint",
            "note.txt",
            "--signer",
            "XY"
        ])
        .status
        .code(),
        Some(2)
    );
}
