//! Checking an entry: the signature over the header, and each part against its hash.

use super::{Part, PartHeader, SIGN_DOMAIN};
use crate::{Hash, HistoryError, PublicKey, Signature, Verifier};

/// Checks that `writer` signed exactly these header bytes.
pub fn verify_signature(
    header: &[u8],
    writer: &PublicKey,
    signature: &Signature,
) -> Result<(), HistoryError> {
    verify_signature_by(header, &writer.verifier()?, signature)
}

/// The same by a key that is ready.
pub fn verify_signature_by(
    header: &[u8],
    writer: &Verifier,
    signature: &Signature,
) -> Result<(), HistoryError> {
    writer.verify(&signed_bytes(header), signature)
}

/// Checks that a part is the one the header names: length first, then hash.
pub fn verify_part(named: &PartHeader, part: &Part) -> Result<(), HistoryError> {
    let bytes = part.stored();
    if bytes.len() as u64 != named.len || Hash::of(&[bytes]) != named.hash {
        return Err(HistoryError::BadPart {
            name: named.name.clone(),
        });
    }
    Ok(())
}

/// The bytes a writer signs for a header.
pub(super) fn signed_bytes(header: &[u8]) -> Vec<u8> {
    let mut message = SIGN_DOMAIN.to_vec();
    message.extend_from_slice(&Hash::of(&[header]).0);
    message
}
