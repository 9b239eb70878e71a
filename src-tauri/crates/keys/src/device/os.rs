//! The system's own keyring, through `keyring`.
//!
//! `keyring` alone would choose the store; it is chosen here so that on Windows the entry stays on this
//! computer (its default roams with a domain profile) and so that a keyring started late is found.

use std::sync::{Arc, Mutex, PoisonError};

use keyring::{Entry, Error};
use keyring_core::CredentialStore;
use zeroize::Zeroizing;

use crate::{KeysError, PersonId, VaultId};

const SERVICE: &str = "Strongroom";

/// The store that answered last. One that did not is asked for anew.
static STORE: Mutex<Option<Arc<CredentialStore>>> = Mutex::new(None);

/// The entry's name of a vault's secret.
pub(super) fn secret_of(vault: VaultId) -> String {
    format!("device-secret/{vault}")
}

/// The entry's name of a note about a person.
pub(super) fn note_of(vault: VaultId, person: PersonId) -> String {
    format!("note/{vault}/{person}")
}

pub(super) fn get(name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, KeysError> {
    absent_as_none(with_entry(name, Entry::get_secret)).map(|found| found.map(Zeroizing::new))
}

pub(super) fn put(name: &str, bytes: &[u8]) -> Result<(), KeysError> {
    with_entry(name, |entry| entry.set_secret(bytes))
}

pub(super) fn forget(name: &str) -> Result<(), KeysError> {
    absent_as_none(with_entry(name, Entry::delete_credential)).map(drop)
}

fn absent_as_none<T>(result: Result<T, KeysError>) -> Result<Option<T>, KeysError> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(KeysError::SecretMissing) => Ok(None),
        Err(other) => Err(other),
    }
}

fn with_entry<T>(name: &str, work: impl Fn(&Entry) -> keyring::Result<T>) -> Result<T, KeysError> {
    let attempt = |store: Arc<CredentialStore>| {
        let inner = store.build(SERVICE, name, Some(&platform::wishes()))?;
        work(&Entry { inner })
    };

    match attempt(store()?) {
        // The store's connection may have ended with the keyring it led to.
        Err(Error::PlatformFailure(_)) => {
            *STORE.lock().unwrap_or_else(PoisonError::into_inner) = None;
            attempt(store()?).map_err(reason)
        }
        other => other.map_err(reason),
    }
}

fn store() -> Result<Arc<CredentialStore>, KeysError> {
    let mut kept = STORE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(store) = kept.as_ref() {
        return Ok(Arc::clone(store));
    }
    let store = platform::store().map_err(|_| KeysError::NoService)?;
    *kept = Some(Arc::clone(&store));
    Ok(store)
}

/// What a keyring's error means for a person. The error itself is dropped: some carry the secret.
fn reason(error: Error) -> KeysError {
    match error {
        Error::NoEntry => KeysError::SecretMissing,
        Error::NoStorageAccess(_) => KeysError::Locked,
        Error::NoDefaultStore => KeysError::NoService,
        Error::PlatformFailure(_)
        | Error::BadEncoding(_)
        | Error::BadDataFormat(..)
        | Error::BadStoreFormat(_)
        | Error::TooLong(..)
        | Error::Invalid(..)
        | Error::Ambiguous(_)
        | Error::NotSupportedByStore(_)
        | _ => KeysError::KeyringBroken,
    }
}

#[cfg(target_os = "linux")]
mod platform {
    use std::collections::HashMap;
    use std::sync::Arc;

    use keyring_core::CredentialStore;

    pub(super) fn store() -> keyring::Result<Arc<CredentialStore>> {
        Ok(zbus_secret_service_keyring_store::Store::new()?)
    }

    pub(super) fn wishes() -> HashMap<&'static str, &'static str> {
        HashMap::from([("label", "Strongroom, this computer's key")])
    }
}

// Untried: no Windows machine here.
#[cfg(windows)]
mod platform {
    use std::collections::HashMap;
    use std::sync::Arc;

    use keyring_core::CredentialStore;

    pub(super) fn store() -> keyring::Result<Arc<CredentialStore>> {
        Ok(windows_native_keyring_store::Store::new()?)
    }

    pub(super) fn wishes() -> HashMap<&'static str, &'static str> {
        HashMap::from([("persistence", "Local")])
    }
}

// Untried: no macOS machine here.
#[cfg(target_os = "macos")]
mod platform {
    use std::collections::HashMap;
    use std::sync::Arc;

    use keyring_core::CredentialStore;

    pub(super) fn store() -> keyring::Result<Arc<CredentialStore>> {
        Ok(apple_native_keyring_store::keychain::Store::new()?)
    }

    pub(super) fn wishes() -> HashMap<&'static str, &'static str> {
        HashMap::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reset_a_locked_and_a_broken_keyring_are_three_things() {
        let why = || "why".into();

        assert!(matches!(reason(Error::NoEntry), KeysError::SecretMissing));
        assert!(matches!(
            reason(Error::NoStorageAccess(why())),
            KeysError::Locked
        ));
        assert!(matches!(
            reason(Error::PlatformFailure(why())),
            KeysError::KeyringBroken
        ));
        assert!(matches!(
            reason(Error::NoDefaultStore),
            KeysError::NoService
        ));
    }
}
