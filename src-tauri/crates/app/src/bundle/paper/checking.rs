//! How anybody checks the bundle, and what that shows.

use papers::{LaidOut, Style, TableFacts};

use super::Making;
use super::tables::tables;
use crate::paper::labelled;
use crate::wire::Fault;

pub(super) fn checking(making: &Making<'_>) -> Result<LaidOut, Fault> {
    let say = |label: &str, said: &str| labelled(Style::Account, label, said, None);
    tables(
        making,
        "How to check this bundle",
        vec![TableFacts {
            words: vec![
                say(
                    "On Linux or a Mac",
                    "In the folder of the bundle, one after the other: sha256sum tagmanifest-sha256.txt, and compare with the receipt; sha256sum -c tagmanifest-sha256.txt; sha256sum -c manifest-sha256.txt. On a Mac write shasum -a 256 for sha256sum. Every line must say OK. A file that neither list names is no part of the bundle.",
                ),
                say(
                    "On Windows",
                    "Get-FileHash -Algorithm SHA256 FILE in PowerShell, or certutil -hashfile FILE SHA256, and compare with the line of manifest-sha256.txt.",
                ),
                say(
                    "All of it at once",
                    "The folder is a bag after RFC 8493 (BagIt 1.0): any program that checks bags says whether it is whole. strongroom-cli bundle verify does too, with no vault and no password.",
                ),
                say(
                    "The root hash",
                    "The SHA-256 of tagmanifest-sha256.txt stands for every byte of the bundle. It is printed on the receipt. Once both sides have signed that, nobody can exchange anything without the paper telling.",
                ),
                say(
                    "What this shows, and what it does not",
                    "That these files are those that were handed over. That the records have not been altered since they were signed the school can show on its own system, by the record\u{2019}s chain whose checkpoint stands in the foot of each page; it cannot be checked from this bundle alone. Neither shows that what was written is true, nor who sat at the keyboard beyond the account that was open.",
                ),
            ],
            ..TableFacts::default()
        }],
        Vec::new(),
    )
}
