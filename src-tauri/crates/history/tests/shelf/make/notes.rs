//! Checkpoints that are refused.

use history::Hash;

use super::{Item, small};
use crate::kit::{Room, public};

/// Notes that are no checkpoints, or not by the signer of `v1/checkpoint.signer`.
pub fn broken_notes(note: &str) -> Vec<Item> {
    let key = Room::new(&[0], 1).laptops[0].key.clone();
    let (text, signature) = note.split_once("\n\n").unwrap();
    let lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let resigned = |change: &dyn Fn(&mut Vec<String>)| {
        let mut lines = lines.clone();
        change(&mut lines);
        signed_note(&format!("{}\n", lines.join("\n")), &key)
    };
    let item =
        |name: &str, text: String| (format!("broken/checkpoint/{name}.txt"), text.into_bytes());
    vec![
        item("count-changed", resigned(&|lines| lines[1] = "99".into())),
        item(
            "root-changed",
            resigned(&|lines| lines[2] = lines[3][71..].to_owned()),
        ),
        item("logs-exchanged", resigned(&|lines| lines.swap(3, 4))),
        item(
            "log-twice",
            resigned(&|lines| lines.insert(3, lines[3].clone())),
        ),
        item(
            "log-without-entries",
            resigned(&|lines| lines.insert(3, format!("log {} 0 {}", "0".repeat(64), lines[2]))),
        ),
        item(
            "length-with-leading-zero",
            resigned(&|lines| lines[3] = lines[3].replacen(' ', " 0", 2).replacen(" 0", " ", 1)),
        ),
        item(
            "room-in-upper-case",
            resigned(&|lines| lines[0] = lines[0].to_uppercase()),
        ),
        item("text-changed", note.replacen("\nlog ", "\nlog  ", 1)),
        item("no-signature", format!("{text}\n\n")),
        item("no-line-break-at-end", note.trim_end().to_owned()),
        item("carriage-returns", note.replace('\n', "\r\n")),
        item("hyphen-for-dash", note.replace('\u{2014}', "-")),
        item(
            "signed-by-another",
            signed_note(&format!("{text}\n"), &small(4).0),
        ),
        item(
            "signature-of-another-text",
            format!("{}\n\n{signature}", text.replacen("log", "Log", 1)),
        ),
    ]
}

/// A signed note over any text, with the name and id this key has as a writer.
fn signed_note(text: &str, key: &ed25519_dalek::SigningKey) -> String {
    use base64::Engine as _;
    use ed25519_dalek::Signer as _;
    let name = format!("strongroom/writer/{}", &public(key).to_string()[..8]);
    let id = Hash::of(&[name.as_bytes(), b"\n\x01", &public(key).0]);
    let signature = base64::engine::general_purpose::STANDARD
        .encode([&id.0[..4], &key.sign(text.as_bytes()).to_bytes()].concat());
    format!("{text}\n\u{2014} {name} {signature}\n")
}
