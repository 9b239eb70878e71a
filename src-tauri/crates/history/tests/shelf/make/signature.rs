//! Keys, signatures and parts that do not fit.

use history::entry::{Entry, Part};
use history::{Hash, Signature};

use super::broken::{Bench, line_of};
use super::small;
use crate::kit::{second_spelling, sign};

pub(super) fn keys_and_signatures(on: &mut Bench) {
    let (key, made, parts, json) = (
        on.key.clone(),
        on.made.clone(),
        on.parts.clone(),
        on.json.clone(),
    );
    let last = on.last().clone();
    let strange = |writer: &str, signature: Signature| {
        let mut json = json.clone();
        json["writer"] = writer.into();
        line_of(&Entry {
            header: json.to_string().into_bytes(),
            signature,
            parts: parts.clone(),
        })
    };
    let mut neutral = [0; 64];
    neutral[0] = 1;
    let small_order = "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a";
    on.shelve(
        "weak-key",
        &strange(&format!("01{}", "0".repeat(62)), Signature(neutral)),
    );
    on.shelve(
        "weak-key-of-order-eight",
        &strange(small_order, Signature(neutral)),
    );
    on.shelve(
        "key-in-its-second-spelling",
        &strange(&format!("f0{}7f", "f".repeat(60)), last.entry.signature),
    );
    on.shelve(
        "key-not-on-the-curve",
        &strange(&format!("02{}", "0".repeat(62)), last.entry.signature),
    );
    let as_signed = |signature: Signature| {
        line_of(&Entry {
            signature,
            ..last.entry.clone()
        })
    };
    on.shelve(
        "signature-of-another-entry",
        &as_signed(made[1].entry.signature),
    );
    on.shelve(
        "signature-by-another-key",
        &as_signed(sign(&small(4).0, &last.entry.header)),
    );
    on.shelve(
        "signature-without-its-purpose",
        &as_signed(bare(&key, &last.entry.header)),
    );
    on.shelve(
        "signature-in-its-second-spelling",
        &as_signed(second_spelling(&last.entry.signature)),
    );
    on.shelve("signature-with-weak-point", &as_signed(weak_point()));
}

pub(super) fn parts(on: &mut Bench) {
    let (last, parts) = (on.last().clone(), on.parts.clone());
    let with_parts = |parts: Vec<Option<Part>>| {
        line_of(&Entry {
            parts,
            ..last.entry.clone()
        })
    };
    let stored = parts[0].as_ref().unwrap().stored().to_vec();
    let part = |bytes: Vec<u8>| Some(Part::from_stored(bytes));
    let mut other = stored.clone();
    other[20] ^= 1;
    let mut longer = stored.clone();
    longer.push(0);
    on.shelve(
        "wrong-part",
        &with_parts(vec![part(other), parts[1].clone()]),
    );
    on.shelve(
        "wrong-salt",
        &with_parts(vec![
            part([&[stored[0] ^ 1], &stored[1..]].concat()),
            parts[1].clone(),
        ]),
    );
    on.shelve(
        "part-cut-short",
        &with_parts(vec![
            part(stored[..stored.len() - 1].to_vec()),
            parts[1].clone(),
        ]),
    );
    on.shelve(
        "part-made-longer",
        &with_parts(vec![part(longer), parts[1].clone()]),
    );
    on.shelve(
        "parts-exchanged",
        &with_parts(vec![parts[1].clone(), parts[0].clone()]),
    );
    on.shelve(
        "part-missing-from-line",
        &with_parts(vec![parts[0].clone()]),
    );
    on.shelve(
        "part-too-many-on-line",
        &with_parts(vec![parts[0].clone(), parts[1].clone(), None]),
    );
}

/// A signature over the header's hash alone, without the words that say what it is for.
fn bare(key: &ed25519_dalek::SigningKey, header: &[u8]) -> Signature {
    use ed25519_dalek::Signer;
    Signature(key.sign(&Hash::of(&[header]).0).to_bytes())
}

/// R is the neutral point and S = k·a: it fits the equation and was made by the key's owner, and proves nothing of
/// which bytes they meant. Worked out once with whole numbers.
fn weak_point() -> Signature {
    let mut signature = [0; 64];
    signature[0] = 1;
    signature[32..].copy_from_slice(&history::from_hex(WEAK_POINT_S).unwrap());
    Signature(signature)
}

const WEAK_POINT_S: &str = "e4cad3e6b2827e0b47d3343195cc82a40025bafde9746cfd8ba37d49acbace0a";
