//! Files of version 1, written once and kept: they must open for ever.

use std::fs;
use std::path::PathBuf;

use keys::throttle::Throttle;
use keys::writer::verify_writer;
use keys::{
    Card, Cost, DeviceSecret, InvitationCode, Keyring, PersonId, RecoveryWords, RoomId, Slots,
    VaultId, Writer, own_key,
};
use rand_core::OsRng;
use tempfile::TempDir;

const VAULT: VaultId = VaultId(*b"strongroom vault");
const ASHA: PersonId = PersonId(*b"asha patel, dsl.");
const CLEO: PersonId = PersonId(*b"cleo grant, left");
const ROOM: RoomId = RoomId([2; 16]);
const PASSWORD: &str = "lanterne d\u{e9}j\u{e0} otter seven";
const WORDS: &str = "cash high fun turtle eight arrest erode afraid hobby marriage despair attend";
const CODE: &str = "fork-shrimp-same-census";
const LETTERBOX: &str = "age1mcmtgf3jfjs9ejt7a8uv698c2hulz67rynrr6922e7cvqhktj9jqxjeca5";
const WRITER: &str = "54aec70ebbab6ead2c7c1e46eea6e80e03c5af\
                      c12c23d2630ff963a428bd6004";
const CERTIFICATE: &str = "c9a844b7f9217586b3a40584e873609eab323b9519a1edaca3cd54e9bdbe3389\
                           91839a3d6a14cb84f5707d61db3567827b9473f141559dd70acc90a22f58af08";
const DRAFTS_KEY: &str = "c6813c3278b5e3f54258949ed985c279f65cb6d68c0dd2952429839f6889ef31";

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/version-1")
}

fn device() -> DeviceSecret {
    Keyring::File(folder().join("device.secret"))
        .load(VAULT)
        .unwrap()
}

fn bytes(hex: &str) -> Vec<u8> {
    let digits: Vec<u32> = hex.chars().filter_map(|c| c.to_digit(16)).collect();
    digits
        .chunks(2)
        .map(|pair| (pair[0] * 16 + pair[1]) as u8)
        .collect()
}

fn cards_of(card: &Card) -> [&str; 3] {
    [&card.user, &card.name, &card.role]
}

#[test]
fn a_list_of_version_1_opens_with_its_password() {
    let slots = Slots::read(&folder()).unwrap();

    let opened = slots
        .open_with_password("Asha", PASSWORD, &device())
        .unwrap();

    assert_eq!((slots.vault(), slots.counter()), (VAULT, 1));
    assert!(slots.seal_holds(&device()) && slots.vouch_holds(&opened.vault_key));
    assert_eq!(cards_of(&opened.card), ["asha", "Asha Patel", "dsl"]);
    assert_eq!(opened.cost, Cost::new(64, 4).unwrap());
    assert_eq!(opened.keys.public(), slots.people()[0].public);
    assert_eq!(own_key(&opened.keys, "drafts").to_vec(), bytes(DRAFTS_KEY));
    let grants = slots.grants(&opened).open;
    assert_eq!(grants[0].0, ROOM);
    assert_eq!(*grants[0].1.file_key, [0x5a; 32]);
    assert_eq!(grants[0].1.letterbox_public(), LETTERBOX);
    let face = slots.face(&device()).unwrap().unwrap();
    let directory = slots.directory(&opened.vault_key).unwrap().unwrap();
    assert_eq!(face.as_slice(), b"Hartwell Primary");
    assert_eq!(directory.as_slice(), b"{\"people\":3}");
}

#[test]
fn a_list_of_version_1_opens_with_its_printed_words_and_its_code() {
    let slots = Slots::read(&folder()).unwrap();

    let by_words = slots
        .open_with_words(&RecoveryWords::read(WORDS).unwrap())
        .unwrap();
    let accepted = slots
        .accept("ben", &InvitationCode::read(CODE).unwrap(), &device())
        .unwrap();

    assert_eq!(by_words.keys.id(), ASHA);
    assert_eq!(cards_of(&accepted.card), ["ben", "Ben O'Neill", "dsl"]);
    assert_eq!(accepted.vault_key, by_words.vault_key);
    assert_eq!(accepted.grants.open[0].1.letterbox_public(), LETTERBOX);
    let people = slots.people();
    assert_eq!(
        (people[1].public.id, people[1].closed),
        (CLEO, Some(1_795_000_000))
    );
    assert!(people[2].invited);
}

#[test]
fn a_writer_and_a_count_of_version_1_are_read() {
    let slots = Slots::read(&folder()).unwrap();
    let asha = slots
        .open_with_words(&RecoveryWords::read(WORDS).unwrap())
        .unwrap()
        .keys;
    let copy = TempDir::new().unwrap();
    for name in [keys::writer::FILE, keys::throttle::FILE] {
        fs::copy(folder().join(name), copy.path().join(name)).unwrap();
    }

    let writer = Writer::load_or_make(copy.path(), VAULT, &asha, &device(), &mut OsRng).unwrap();
    let throttle = Throttle::read(copy.path(), VAULT, &device(), 1_795_000_008);

    assert!(!writer.fresh);
    assert_eq!(writer.public().to_vec(), bytes(WRITER));
    let certificate = bytes(CERTIFICATE).try_into().unwrap();
    assert!(verify_writer(
        &asha.public().identity,
        ASHA,
        &writer.public(),
        &certificate
    ));
    assert_eq!((throttle.failures(), throttle.wait(1_795_000_008)), (2, 1));
}
