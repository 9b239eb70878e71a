//! A password on the whole file: AES-256, revision 6 (ISO 32000-2, 7.6).

use std::collections::BTreeMap;
use std::sync::Arc;

use lopdf::encryption::crypt_filters::{Aes256CryptFilter, CryptFilter};
use lopdf::{Dictionary, Document, EncryptionState, EncryptionVersion, Object, Permissions};

use crate::PapersError;

/// The name of the one filter, as every writer calls it.
const FILTER: &[u8] = b"StdCF";

/// Encrypts every string and stream.
pub(super) fn protect(
    document: &mut Document,
    password: &str,
    key: &[u8; 32],
) -> Result<(), PapersError> {
    let wrong = |_| PapersError::Writing;
    // It was encrypted as 2.0 says.
    document.version = "2.0".to_owned();
    let aes: Arc<dyn CryptFilter> = Arc::new(Aes256CryptFilter);
    let state = EncryptionState::try_from(EncryptionVersion::V5 {
        encrypt_metadata: true,
        crypt_filters: BTreeMap::from([(FILTER.to_vec(), aes)]),
        file_encryption_key: key,
        stream_filter: FILTER.to_vec(),
        string_filter: FILTER.to_vec(),
        owner_password: password,
        user_password: password,
        permissions: Permissions::all(),
    })
    .map_err(|_| PapersError::Password)?;
    document.encrypt(&state).map_err(wrong)?;
    let said = document
        .trailer
        .get(b"Encrypt")
        .and_then(Object::as_reference)
        .map_err(wrong)?;
    complete(document.get_dictionary_mut(said).map_err(wrong)?)
}

/// Says what lopdf leaves out and poppler will not guess: how long the key is, and when it is asked for.
fn complete(said: &mut Dictionary) -> Result<(), PapersError> {
    said.set("Length", 256);
    let filter = said
        .get_mut(b"CF")
        .and_then(Object::as_dict_mut)
        .and_then(|filters| filters.get_mut(FILTER))
        .and_then(Object::as_dict_mut)
        .map_err(|_| PapersError::Writing)?;
    filter.set("Length", 32);
    filter.set("AuthEvent", Object::Name(b"DocOpen".to_vec()));
    Ok(())
}
