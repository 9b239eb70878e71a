//! The bytes of one thing in a locker.

use chacha20poly1305::aead::AeadInPlace;
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use history::Id;
use rand_core::CryptoRngCore;
use zeroize::Zeroizing;

use super::{LockerError, LockerId};

/// The largest content of one thing: 16 MiB less the four bytes of its length.
pub const MAX_LOCKER_BYTES: usize = 16 * 1024 * 1024 - LENGTH;

const MAGIC: &[u8; 8] = b"SR-LOCK\n";
const VERSION: u32 = 1;
const DOMAIN: &[u8] = b"strongroom-locker/v1\n";
const NONCE: usize = 24;
const TAG: usize = 16;
const LENGTH: usize = 4;
const SMALLEST: usize = 1024;

/// The longest file this version writes.
pub(super) const MAX_FILE: u64 = (MAGIC.len() + 4 + NONCE + TAG + LENGTH + MAX_LOCKER_BYTES) as u64;

fn about(id: LockerId, person: Id) -> Vec<u8> {
    [DOMAIN, &id.0, &person.0].concat()
}

pub(super) fn seal(
    key: &[u8; 32],
    person: Id,
    id: LockerId,
    content: &[u8],
    rng: &mut dyn CryptoRngCore,
) -> Result<Vec<u8>, LockerError> {
    if content.len() > MAX_LOCKER_BYTES {
        return Err(LockerError::TooBig);
    }
    let length = u32::try_from(content.len()).map_err(|_| LockerError::TooBig)?;
    let padded = (LENGTH + content.len()).next_power_of_two().max(SMALLEST);
    // All the room it needs from the start: growing would leave copies of the words behind in memory.
    let mut plain = Zeroizing::new(Vec::with_capacity(padded));
    plain.extend_from_slice(&length.to_be_bytes());
    plain.extend_from_slice(content);
    plain.resize(padded, 0);

    let mut nonce = [0; NONCE];
    rng.fill_bytes(&mut nonce);
    let tag = XChaCha20Poly1305::new(key.into())
        .encrypt_in_place_detached(&nonce.into(), &about(id, person), &mut plain)
        .map_err(|_| LockerError::TooBig)?;
    Ok([
        MAGIC.as_slice(),
        &VERSION.to_be_bytes(),
        &nonce,
        &plain,
        &tag,
    ]
    .concat())
}

pub(super) fn open(
    key: &[u8; 32],
    person: Id,
    id: LockerId,
    file: &[u8],
) -> Result<Zeroizing<Vec<u8>>, LockerError> {
    let damaged = LockerError::Damaged;
    let rest = file.strip_prefix(MAGIC).ok_or(damaged.clone())?;
    let (version, rest) = rest.split_first_chunk::<4>().ok_or(damaged.clone())?;
    match u32::from_be_bytes(*version) {
        0 => return Err(damaged),
        VERSION => {}
        version => return Err(LockerError::Newer { version }),
    }
    let (nonce, rest) = rest.split_first_chunk::<NONCE>().ok_or(damaged.clone())?;
    let (sealed, tag) = rest.split_last_chunk::<TAG>().ok_or(damaged.clone())?;

    let mut plain = Zeroizing::new(sealed.to_vec());
    XChaCha20Poly1305::new(key.into())
        .decrypt_in_place_detached(nonce.into(), &about(id, person), &mut plain, tag.into())
        .map_err(|_| damaged.clone())?;
    let (length, padded) = plain.split_first_chunk::<LENGTH>().ok_or(damaged.clone())?;
    let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| damaged.clone())?;
    padded
        .get(..length)
        .map(|content| Zeroizing::new(content.to_vec()))
        .ok_or(damaged)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::folder::testkit::Dice;

    const KEY: [u8; 32] = [7; 32];
    const WHO: Id = Id([3; 16]);
    const WHAT: LockerId = LockerId([1; 8]);

    #[test]
    fn every_changed_byte_and_every_cut_is_refused() {
        let whole = sealed(b"what the child said");

        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0x20;
            assert!(
                open(&KEY, WHO, WHAT, &changed).is_err(),
                "byte {at} was accepted"
            );
            assert!(
                open(&KEY, WHO, WHAT, &whole[..at]).is_err(),
                "cut at {at} was accepted"
            );
        }
        assert_eq!(
            open(&KEY, WHO, WHAT, &[whole, vec![0]].concat()),
            Err(LockerError::Damaged)
        );
    }

    #[test]
    fn a_file_under_another_name_or_another_person_or_key_is_refused() {
        let whole = sealed(b"words");

        assert_eq!(
            open(&KEY, WHO, LockerId([2; 8]), &whole),
            Err(LockerError::Damaged)
        );
        assert_eq!(
            open(&KEY, Id([4; 16]), WHAT, &whole),
            Err(LockerError::Damaged)
        );
        assert_eq!(open(&[8; 32], WHO, WHAT, &whole), Err(LockerError::Damaged));
    }

    #[test]
    fn a_later_version_is_not_taken_for_damage() {
        let mut whole = sealed(b"words");
        whole[11] = 2;

        assert_eq!(
            open(&KEY, WHO, WHAT, &whole),
            Err(LockerError::Newer { version: 2 })
        );
    }

    #[test]
    fn a_length_beyond_the_content_is_refused() {
        let around = MAGIC.len() + 4 + NONCE + TAG;
        let cipher = XChaCha20Poly1305::new(&KEY.into());
        let mut plain = vec![0xFF; SMALLEST];
        let tag = cipher
            .encrypt_in_place_detached(&[0; NONCE].into(), &about(WHAT, WHO), &mut plain)
            .unwrap();
        let file = [
            MAGIC.as_slice(),
            &VERSION.to_be_bytes(),
            &[0; NONCE],
            &plain,
            &tag,
        ]
        .concat();
        assert_eq!(file.len(), around + SMALLEST);

        assert_eq!(open(&KEY, WHO, WHAT, &file), Err(LockerError::Damaged));
    }

    #[test]
    fn a_file_shows_only_the_power_of_two_of_its_length() {
        let around = MAGIC.len() + 4 + NONCE + TAG;
        for (content, padded) in [
            (0, 1024),
            (1020, 1024),
            (1021, 2048),
            (2044, 2048),
            (5000, 8192),
        ] {
            assert_eq!(
                sealed(&vec![1; content]).len(),
                around + padded,
                "{content} bytes"
            );
        }
        let most = sealed(&vec![1; MAX_LOCKER_BYTES]);
        assert_eq!(most.len() as u64, MAX_FILE);
        let more = seal(
            &KEY,
            WHO,
            WHAT,
            &vec![1; MAX_LOCKER_BYTES + 1],
            &mut Dice::new(1),
        );
        assert_eq!(more, Err(LockerError::TooBig));
    }

    proptest! {
        #[test]
        fn anything_comes_back(content in proptest::collection::vec(any::<u8>(), 0..5000)) {
            let opened = open(&KEY, WHO, WHAT, &sealed(&content)).unwrap();

            prop_assert_eq!(opened.as_slice(), content.as_slice());
        }

        #[test]
        fn noise_is_refused_and_never_panics(noise in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(open(&KEY, WHO, WHAT, &noise).is_err());
            let after_header = [MAGIC.as_slice(), &VERSION.to_be_bytes(), &noise].concat();
            prop_assert!(open(&KEY, WHO, WHAT, &after_header).is_err());
        }
    }

    fn sealed(content: &[u8]) -> Vec<u8> {
        seal(&KEY, WHO, WHAT, content, &mut Dice::new(1)).unwrap()
    }
}
