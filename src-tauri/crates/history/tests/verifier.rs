//! The verifier that shares no code with the program (`tests/verifier/verify.py`) and the program agree on good and
//! tampered records.

mod kit;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use history::checkpoint::{Checkpoint, LogState, root_of};
use history::destroy::{self, Destroyed, read_order};
use history::entry::{Entry, Part, read_envelope, read_header};
use history::ledger::{Ledger, check_alone};
use history::member::{self, Certificate, Member, Removal, introduction};
use history::{Hash, HistoryError, Id, PublicKey, open_form};
use kit::{Room, below, header_of, json_of, public, rng, second_spelling, seed, shuffle, sign, step, with_header};
use rand_chacha::ChaCha20Rng;
use rand_core::RngCore as _;

/// What is found in a file, the same from both.
#[derive(Debug, PartialEq, Eq)]
struct Verdict {
    sound: bool,
    in_order: Vec<String>,
    waiting: Vec<String>,
    forks: Vec<(String, u64)>,
    withheld: usize,
    fault_lines: BTreeSet<u64>,
}

/// The program's own verdict on a file of one room.
fn by_the_program(file: &[u8]) -> Verdict {
    let mut faults = BTreeSet::new();
    let mut lines: Vec<&[u8]> = file.split(|byte| *byte == b'\n').collect();
    if !lines.pop().unwrap().is_empty() {
        faults.insert(lines.len() as u64 + 1);
    }
    let mut ledger: Option<(Id, Ledger)> = None;
    let mut first_line = BTreeMap::new();
    for (number, line) in (1_u64..).zip(lines) {
        let read = std::str::from_utf8(line).ok().and_then(|line| open_form::read(line).ok());
        let Some((entry, alone)) = read.and_then(|entry| Some((read_envelope(&entry.header).ok()?.room, entry))).map(
            |(room, entry)| {
                let alone = check_alone(&entry, ledger.as_ref().map_or(room, |(room, _)| *room));
                (entry, alone)
            },
        ) else {
            faults.insert(number);
            continue;
        };
        let Ok(envelope) = alone else {
            faults.insert(number);
            continue;
        };
        first_line.entry(entry.id()).or_insert(number);
        let (_, ledger) = ledger.get_or_insert_with(|| (envelope.room, Ledger::new(envelope.room)));
        let _ = ledger.take(entry);
    }
    let (room, ledger) = ledger.unwrap_or_else(|| (Id([0; 16]), Ledger::new(Id([0; 16]))));
    faults.extend(ledger.refused().iter().map(|(id, _)| first_line[id]));
    faults.extend(faults_of_people(room, &ledger).iter().map(|id| first_line[id]));
    let forks: Vec<(String, u64)> =
        ledger.forks().into_iter().map(|(writer, seq)| (writer.to_string(), seq)).collect();
    let all = file.split(|byte| *byte == b'\n').filter_map(|line| std::str::from_utf8(line).ok());
    let mut parts: BTreeMap<Hash, Vec<bool>> = BTreeMap::new();
    for entry in all.filter_map(|line| open_form::read(line).ok()).filter(|entry| first_line.contains_key(&entry.id())) {
        if check_alone(&entry, room).is_ok() {
            let here = parts.entry(entry.id()).or_insert_with(|| vec![false; entry.parts.len()]);
            here.iter_mut().zip(&entry.parts).for_each(|(here, part)| *here |= part.is_some());
        }
    }
    Verdict {
        sound: faults.is_empty() && forks.is_empty(),
        in_order: ledger.in_order().into_iter().map(|(id, _)| id.to_string()).collect(),
        waiting: ledger.waiting_ids().into_iter().map(|id| id.to_string()).collect(),
        forks,
        withheld: parts.values().flatten().filter(|here| !**here).count(),
        fault_lines: faults,
    }
}

/// Entries that join and say something untrue of people, or that hold what was destroyed.
fn faults_of_people(room: Id, ledger: &Ledger) -> BTreeSet<Hash> {
    let mut faults = BTreeSet::new();
    let mut members = BTreeSet::new();
    let mut members_withheld = false;
    let mut orders = Vec::new();
    for (id, entry) in ledger.in_order() {
        let Ok(header) = read_header(&entry.header) else { continue };
        let content = |name: &str| {
            let place = header.parts.iter().position(|part| part.name == name)?;
            Some(entry.parts[place].as_ref().map(Part::content))
        };
        let verdict = match header.kind.as_str() {
            _ if header.seq == 1 => introduction(&header, entry).map(|_| ()),
            member::WRITER_INTRODUCED => match content(member::CERTIFICATE) {
                None => Err(HistoryError::Malformed("certificate")),
                Some(None) => Ok(()),
                Some(Some(part)) => Certificate::read(part).and_then(|read| read.check(&header.writer)),
            },
            member::MEMBER_ADDED => match content(member::MEMBER) {
                None => Err(HistoryError::Malformed("member")),
                Some(None) => {
                    members_withheld = true;
                    Ok(())
                }
                Some(Some(part)) => Member::read(part).map(|member| {
                    members.insert((member.person, member.identity));
                }),
            },
            member::MEMBER_REMOVED => match content(member::MEMBER) {
                None => Err(HistoryError::Malformed("member")),
                Some(None) => Ok(()),
                Some(Some(part)) => Removal::read(part).map(|_| ()),
            },
            destroy::KIND => match (content(destroy::ORDER), content(destroy::SIGNATURES)) {
                (None, _) | (_, None) => Err(HistoryError::Malformed("order")),
                (Some(None), _) | (_, Some(None)) => Ok(()),
                (Some(Some(order)), Some(Some(signatures))) => {
                    orders.push((id, order.to_vec(), signatures.to_vec()));
                    Ok(())
                }
            },
            _ => Ok(()),
        };
        if verdict.is_err() {
            faults.insert(id);
        }
    }
    let mut destroyed = Destroyed::new(room);
    for (id, order, signatures) in orders {
        let known = |person: &Id, identity: &PublicKey| members.contains(&(*person, *identity));
        match read_order(&order, &signatures, room, &known).and_then(|order| destroyed.take(order)) {
            Ok(()) => {}
            // Whether a stranger signed cannot be said where not everything about members is here.
            Err(HistoryError::BadKey) if ledger.waiting() > 0 || members_withheld => {}
            Err(_) => drop(faults.insert(id)),
        }
    }
    for (id, entry) in ledger.in_order() {
        if destroyed.strip(&read_envelope(&entry.header).unwrap(), &mut entry.clone()) > 0 {
            faults.insert(id);
        }
    }
    faults
}

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("verifier");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn save(name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder().join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// Runs the verifier as a person would.
fn verify(args: &[&str]) -> Output {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/verifier/verify.py");
    Command::new("python3").arg(script).args(args).output().unwrap_or_else(|error| {
        panic!("The record's separate verifier needs python3, and it did not start ({error}). Install Python 3.11 or newer.")
    })
}

/// The verifier's verdicts on files, in one run, and its exit code.
fn by_the_verifier(files: &[PathBuf]) -> (Vec<Verdict>, i32) {
    let mut args = vec!["--json"];
    args.extend(files.iter().map(|file| file.to_str().unwrap()));
    let output = verify(&args);
    let said = String::from_utf8(output.stdout).unwrap();
    let texts = |value: &serde_json::Value| -> Vec<String> { serde_json::from_value(value.clone()).unwrap() };
    let verdicts: Vec<Verdict> = said
        .lines()
        .map(|line| {
            let found: serde_json::Value = serde_json::from_str(line).unwrap();
            let forks = found["forks"].as_array().unwrap().iter();
            let faults = found["faults"].as_array().unwrap().iter();
            Verdict {
                sound: found["sound"].as_bool().unwrap(),
                in_order: texts(&found["in_order"]),
                waiting: texts(&found["waiting"]),
                forks: forks
                    .map(|fork| (fork["writer"].as_str().unwrap().to_owned(), fork["seq"].as_u64().unwrap()))
                    .collect(),
                withheld: usize::try_from(found["withheld"].as_u64().unwrap()).unwrap(),
                fault_lines: faults.map(|fault| fault["line"].as_u64().unwrap()).collect(),
            }
        })
        .collect();
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(verdicts.len(), files.len(), "the verifier stopped early: {error}");
    (verdicts, output.status.code().unwrap())
}

fn lines(entries: &[Entry]) -> Vec<u8> {
    entries.iter().map(|entry| open_form::write(entry).unwrap() + "\n").collect::<String>().into_bytes()
}

/// A room of three laptops with members, an order of destruction carried out, and `more` other entries.
fn a_room(seed: u64, more: usize) -> Room {
    let mut room = Room::new(&[0, -4_000_000, 9_000_000], seed);
    room.found();
    let made = room.write(1, step("concern.recorded", vec![("account", b"to be destroyed".to_vec())]));
    room.deliver(1, 0, 255);
    let people = [room.laptops[0].person.clone(), room.laptops[2].person.clone()];
    room.destroy(0, (made.id, read_header(&made.entry.header).unwrap().parts[0].hash), [&people[0], &people[1]]);
    let place = room.made.iter().position(|one| one.id == made.id).unwrap();
    room.made[place].entry.parts[0] = None;
    for _ in 0..more {
        let who = below(&mut room.rng, 3);
        room.write_any(who);
        let (from, to) = (below(&mut room.rng, 3), below(&mut room.rng, 3));
        let share = 200 + u8::try_from(below(&mut room.rng, 56)).unwrap();
        room.deliver(from, to, share);
    }
    room
}

fn entries(room: &Room) -> Vec<Entry> {
    room.made.iter().map(|made| made.entry.clone()).collect()
}

/// What somebody could do to a record: with a hex editor, with another program, or with a stolen key.
const TAMPERINGS: [&str; 26] = [
    "byte of the line",
    "byte of the signature",
    "byte of a part",
    "parts exchanged",
    "part made longer",
    "part left out of the line",
    "header with a space",
    "header with a field twice",
    "header with upper-case hex",
    "header with an escaped letter",
    "field left out",
    "field added",
    "signed by another key",
    "written under another name",
    "signature of another entry",
    "signature in its second spelling",
    "weak key",
    "place in the log raised",
    "moment set back",
    "moved into another room",
    "same place used twice",
    "log that does not say whose it is",
    "certificate for another key",
    "destroyed part put back",
    "order by one person",
    "order by a stranger",
];

/// A room of which one entry was tampered with.
fn tampered(kind: &str, rng: &mut ChaCha20Rng) -> Vec<u8> {
    let mut room = a_room(rng.next_u64(), 4);
    // An entry of some length to be changed, with a part, that is nobody's first.
    let content = vec![("account", b"what was said".to_vec()), ("people", b"[]".to_vec())];
    let target = room.write(1, step("concern.recorded", content));
    room.deliver(1, 2, 255);
    room.write_any(2);
    let keys: Vec<_> = room.laptops.iter().map(|laptop| laptop.key.clone()).collect();
    let entry = target.entry.clone();
    let header = header_of(&entry);
    let json = json_of(&entry);
    let parts = entry.parts.clone();
    let resigned = |header: String| with_header(&keys[1], header, entry.parts.clone());
    let with = |name: &str, value: serde_json::Value| {
        let mut json = json.clone();
        json[name] = value;
        with_header(&keys[1], json.to_string(), parts.clone())
    };
    let mut changed = entry.clone();
    let mut extra = None;
    let mut stored = parts[0].as_ref().unwrap().stored().to_vec();
    match kind {
        "byte of the line" => {
            let mut file = lines(&entries(&room));
            let ends: Vec<usize> = (0..file.len()).filter(|at| file[*at] == b'\n').collect();
            let at = below(rng, file.len());
            file[at] ^= [0x01, 0x20, 0x80][below(rng, 3)];
            // A changed line break joins two lines, and that is a fault too.
            assert!(!ends.is_empty());
            return file;
        }
        "byte of the signature" => changed.signature.0[below(rng, 64)] ^= 1 << below(rng, 8),
        "byte of a part" => {
            let at = below(rng, stored.len());
            stored[at] ^= 1 << below(rng, 8);
            changed.parts[0] = Some(Part::from_stored(stored));
        }
        "parts exchanged" => changed.parts.swap(0, 1),
        "part made longer" => {
            stored.push(0);
            changed.parts[0] = Some(Part::from_stored(stored));
        }
        "part left out of the line" => drop(changed.parts.pop()),
        "header with a space" => {
            let commas: Vec<usize> = header.match_indices(',').map(|(at, _)| at).collect();
            let mut spaced = header;
            spaced.insert(commas[below(rng, commas.len())] + 1, ' ');
            changed = resigned(spaced);
        }
        "header with a field twice" => changed = resigned(header.replacen("\"seq\"", "\"strongroom\":1,\"seq\"", 1)),
        "header with upper-case hex" => {
            let upper = header.replace(&room.id.to_string(), &room.id.to_string().to_uppercase());
            changed = resigned(if upper == header { header.to_uppercase() } else { upper });
        }
        "header with an escaped letter" => changed = resigned(header.replacen("\"zone\":\"E", "\"zone\":\"\\u0045", 1)),
        "field left out" => {
            let name = ["happened", "zone", "clock_note", "seen", "critical"][below(rng, 5)];
            let mut less = json.clone();
            less.as_object_mut().unwrap().shift_remove(name).unwrap();
            changed = resigned(less.to_string());
        }
        "field added" => changed = with("colour", "green".into()),
        "signed by another key" => changed.signature = sign(&keys[0], &entry.header),
        "written under another name" => {
            let mut other = json.clone();
            other["writer"] = public(&keys[0]).to_string().into();
            changed = with_header(&keys[0], other.to_string(), parts.clone());
        }
        "signature of another entry" => changed.signature = room.made[0].entry.signature,
        "signature in its second spelling" => changed.signature = second_spelling(&entry.signature),
        "weak key" => {
            // The neutral point: R = neutral, S = 0 fits every message in a lenient verifier.
            let mut neutral = [0; 64];
            neutral[0] = 1;
            changed = with("writer", format!("01{}", "0".repeat(62)).into());
            changed.signature = history::Signature(neutral);
        }
        "place in the log raised" => changed = with("seq", (target.seq + 1).into()),
        "moment set back" => {
            let before = room.made.iter().find(|made| made.writer == target.writer && made.seq + 1 == target.seq).unwrap();
            changed = with("moment", serde_json::json!({"ms": before.moment.ms, "n": before.moment.n}));
        }
        "moved into another room" => changed = with("room", "0".repeat(32).into()),
        "same place used twice" => extra = Some(with("app", "another laptop".into())),
        "log that does not say whose it is" => {
            let first = room.made.iter_mut().find(|made| made.writer == target.writer && made.seq == 1).unwrap();
            let mut json = json_of(&first.entry);
            json["kind"] = "concern.recorded".into();
            first.entry = with_header(&keys[1], json.to_string(), first.entry.parts.clone());
        }
        "certificate for another key" => {
            let certificate = room.laptops[2].person.certify(&public(&keys[0]));
            let part = serde_json::to_vec(&certificate).unwrap();
            extra = Some(room.write(1, step(member::WRITER_INTRODUCED, vec![(member::CERTIFICATE, part)])).entry);
            room.made.pop();
        }
        "destroyed part put back" => {
            let hash = read_header(&entry.header).unwrap().parts[0].hash;
            let people = [room.laptops[1].person.clone(), room.laptops[2].person.clone()];
            room.destroy(0, (target.id, hash), [&people[0], &people[1]]);
        }
        "order by one person" => {
            let ann = room.laptops[0].person.clone();
            room.destroy(0, (target.id, target.id), [&ann, &ann]);
        }
        "order by a stranger" => {
            let (ann, stranger) = (room.laptops[0].person.clone(), kit::Person::new("Zoe", rng));
            room.destroy(0, (target.id, target.id), [&ann, &stranger]);
        }
        other => panic!("no such tampering: {other}"),
    }
    let mut all: Vec<Entry> =
        room.made.iter().map(|made| if made.id == target.id { changed.clone() } else { made.entry.clone() }).collect();
    all.extend(extra);
    shuffle(&mut all, rng);
    lines(&all)
}

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
        assert_eq!(verdict, by_the_program(&std::fs::read(file).unwrap()), "{} (seed {seed})", file.display());
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
        assert_eq!(verdict, by_the_program(&std::fs::read(file).unwrap()), "{} (seed {seed})", file.display());
        assert!(!verdict.sound, "{} (seed {seed})", file.display());
    }
    assert_eq!(code, 4);
    println!("{} tampered records of {} kinds: 0 disagreements", files.len(), TAMPERINGS.len());
}

/// A checkpoint of everything in the room, by its first laptop.
fn checkpoint(room: &Room) -> Checkpoint {
    let mut logs: BTreeMap<PublicKey, Vec<Hash>> = BTreeMap::new();
    let mut made = room.made.clone();
    made.sort_by_key(|made| made.seq);
    made.iter().for_each(|made| logs.entry(made.writer).or_default().push(made.id));
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
        let mut args = vec![entries.to_str().unwrap(), "--checkpoint", note.to_str().unwrap(), "--signer", &signer];
        args.extend(more);
        let output = verify(&args);
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };

    let (code, said) = check(&entries(&room), &note, &[]);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(said.matches("is exactly what the checkpoint names").count(), 3, "{said}");

    // Somebody removes the end of a log, where the chain alone shows nothing.
    let last = room.made.iter().rposition(|made| made.writer == public(&room.laptops[2].key)).unwrap();
    let mut shortened = entries(&room);
    shortened.remove(last);
    let (code, said) = check(&shortened, &note, &[]);
    assert_eq!(code, Some(4), "{said}");
    assert!(said.contains("1 of them are missing here"), "{said}");
    assert_eq!(check(&shortened, &note, &["--selection"]).0, Some(0), "a selection leaves out rightly");

    // Somebody with the key rewrites the end of their log.
    let mut rewritten = entries(&room);
    let mut json = json_of(&rewritten[last]);
    json["app"] = "written later".into();
    rewritten[last] = with_header(&room.laptops[2].key, json.to_string(), rewritten[last].parts.clone());
    let (code, said) = check(&rewritten, &note, &[]);
    assert_eq!(code, Some(4), "{said}");
    assert!(said.contains("something was changed"), "{said}");

    for (wrong, why) in [
        (note.replacen("\nlog ", "\nlog  ", 1), "a changed text"),
        (note.trim_end().to_owned(), "no line break at the end"),
        (checkpoint.sign(&room.laptops[1].key).note, "another signer"),
        (Checkpoint::new(Id([0; 16]), checkpoint.logs().to_vec()).sign(&key).note, "another room"),
    ] {
        assert_eq!(check(&entries(&room), &wrong, &[]).0, Some(4), "{why}");
    }
}

#[test]
fn the_verifier_says_in_sentences_what_it_found_and_when_it_is_used_wrongly() {
    let mut room = a_room(12, 2);
    room.copy(1);
    (room.write_any(1), room.write_any(3));
    let file = save("sentences.jsonl", &lines(&entries(&room)));

    let output = verify(&[file.to_str().unwrap()]);

    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(4));
    for sentence in ["written with the account of Ann (lead).", "used place", "1 parts are withheld or destroyed", "Not sound"] {
        assert!(said.contains(sentence), "{sentence}: {said}");
    }
    assert_eq!(verify(&[]).status.code(), Some(2));
    assert_eq!(verify(&["/nowhere/record.jsonl"]).status.code(), Some(2));
    assert_eq!(verify(&[file.to_str().unwrap(), "--checkpoint", "note.txt"]).status.code(), Some(2));
    assert_eq!(verify(&[file.to_str().unwrap(), "--checkpoint", "note.txt", "--signer", "XY"]).status.code(), Some(2));
}
