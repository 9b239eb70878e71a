//! Randomness with a seed, and entries made by hand.

use ed25519_dalek::{Signer, SigningKey};
use history::entry::{Entry, Part};
use history::{Hash, PublicKey, Signature};
use rand_chacha::ChaCha20Rng;
use rand_core::{OsRng, RngCore, SeedableRng};

/// A random source that gives the same again from the same seed.
pub fn rng(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

/// A seed nobody chose, or the one in STRONGROOM_SEED: to be printed by the test, so that a failure can be had again.
pub fn seed() -> u64 {
    std::env::var("STRONGROOM_SEED")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or_else(|| OsRng.next_u64())
}

/// A number below `n`.
pub fn below(rng: &mut ChaCha20Rng, n: usize) -> usize {
    usize::try_from(rng.next_u64() % n as u64).unwrap()
}

/// Any order of these.
pub fn shuffle<T>(items: &mut [T], rng: &mut ChaCha20Rng) {
    for place in (1..items.len()).rev() {
        items.swap(place, below(rng, place + 1));
    }
}

/// The public half of a key.
pub fn public(key: &SigningKey) -> PublicKey {
    PublicKey(key.verifying_key().to_bytes())
}

/// Signs any bytes as a header, without asking whether they are one.
pub fn sign(key: &SigningKey, header: &[u8]) -> Signature {
    let message = [b"strongroom-entry/v1\n".as_slice(), &Hash::of(&[header]).0].concat();
    Signature(key.sign(&message).to_bytes())
}

/// An entry with another header, rightly signed by `key`.
pub fn with_header(key: &SigningKey, header: String, parts: Vec<Option<Part>>) -> Entry {
    let header = header.into_bytes();
    Entry {
        signature: sign(key, &header),
        header,
        parts,
    }
}

/// The header as text.
pub fn header_of(entry: &Entry) -> String {
    String::from_utf8(entry.header.clone()).unwrap()
}

/// The header as JSON, to be changed by name.
pub fn json_of(entry: &Entry) -> serde_json::Value {
    serde_json::from_slice(&entry.header).unwrap()
}

/// The group order of Ed25519, least byte first.
const GROUP_ORDER: [u8; 32] = [
    0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
];

/// The same signature with the group order added to S: it fits the equation and is not the one spelling.
pub fn second_spelling(signature: &Signature) -> Signature {
    let mut out = *signature;
    let mut carry = 0_u16;
    for (byte, order) in out.0[32..].iter_mut().zip(GROUP_ORDER) {
        let sum = u16::from(*byte) + u16::from(order) + carry;
        (*byte, carry) = (sum.to_le_bytes()[0], sum >> 8);
    }
    out
}

/// Small damage to good JSON, four bytes of choice each: what a program that means harm would try, rather than noise.
pub fn damage(mut bytes: Vec<u8>, choice: &[u8]) -> Vec<u8> {
    const BITS: [&[u8]; 32] = [
        b"",
        b" ",
        b"\n",
        b"\r",
        b",",
        b"\"",
        b"0",
        b"-",
        b".0",
        b"e1",
        b"null",
        b"true",
        b"[]",
        b"{}",
        b"\\u0041",
        b"\\u001F",
        b"\\/",
        b"\\ud800",
        b"\x7f",
        b"\x1f",
        b"\xff",
        "\u{2028}".as_bytes(),
        "\u{feff}".as_bytes(),
        b"2",
        b"9007199254740992",
        b"18446744073709551615",
        b"99999999999999999999",
        b"4294967296",
        b"\"seq\":1,",
        b"\"a\":[[1]],",
        b"A",
        b"NaN",
    ];
    for step in choice.chunks_exact(4) {
        let at = (usize::from(step[0]) << 8 | usize::from(step[1])) % bytes.len();
        let end = (at + usize::from(step[2] % 4)).min(bytes.len());
        bytes.splice(at..end, BITS[usize::from(step[3] % 32)].iter().copied());
    }
    bytes
}
