//! How anybody checks the bundle, and what that shows.

use papers::{LaidOut, Style, TableFacts};

use super::tables::tables;
use super::{Form, Making};
use crate::paper::labelled;
use crate::wire::Fault;

pub(super) fn checking(making: &Making<'_>) -> Result<LaidOut, Fault> {
    let say = |label: &str, said: &str| labelled(Style::Account, label, said, None);
    let how = match making.form {
        Form::Folder => FOLDER,
        Form::Sealed { .. } => SEALED,
    };
    let how = how.iter().map(|(label, said)| say(label, said));
    tables(
        making,
        "How to check this bundle",
        vec![TableFacts {
            words: how.chain([
                say(
                    "What this shows, and what it does not",
                    "That these files are those that were handed over. That the records have not been altered since they were signed the school can show on its own system, by the record\u{2019}s chain whose checkpoint stands in the foot of each page; it cannot be checked from this bundle alone. Neither shows that what was written is true, nor who sat at the keyboard beyond the account that was open.",
                ),
            ]).collect(),
            ..TableFacts::default()
        }],
        Vec::new(),
    )
}

const FOLDER: [(&str, &str); 4] = [
    (
        "On Linux or a Mac",
        "In the folder of the bundle, one after the other: sha256sum tagmanifest-sha256.txt, and compare with the receipt; sha256sum -c tagmanifest-sha256.txt; sha256sum -c manifest-sha256.txt. On a Mac write shasum -a 256 for sha256sum. Every line must say OK. A file that neither list names is no part of the bundle.",
    ),
    (
        "On Windows",
        "Get-FileHash -Algorithm SHA256 FILE in PowerShell, or certutil -hashfile FILE SHA256, and compare with the line of manifest-sha256.txt.",
    ),
    (
        "All of it at once",
        "The folder is a bag after RFC 8493 (BagIt 1.0): any program that checks bags says whether it is whole. strongroom-cli bundle verify does too, with no vault and no password.",
    ),
    (
        "The root hash",
        "The SHA-256 of tagmanifest-sha256.txt stands for every byte of the bundle. It is printed on the receipt. Once both sides have signed that, nobody can exchange anything without the paper telling.",
    ),
];

const SEALED: [(&str, &str); 4] = [
    (
        "On Linux or a Mac",
        "sha256sum of this PDF is the root hash; compare it with the receipt. Then save every file that is attached to it in one empty folder, unpack the zip beside it there if there is one, and there: sha256sum -c beside-sha256.txt. On a Mac write shasum -a 256 for sha256sum. Every line must say OK.",
    ),
    (
        "On Windows",
        "Get-FileHash -Algorithm SHA256 FILE in PowerShell, or certutil -hashfile FILE SHA256, and compare: the PDF with the receipt, each saved file with its line of beside-sha256.txt.",
    ),
    (
        "The attached files",
        "Readers show them behind a paper clip. pdfdetach -upw PASSWORD -saveall FILE saves all of them at once. A reader that shows none still shows every page; ask for another.",
    ),
    (
        "The root hash",
        "The SHA-256 of this PDF as it was handed over stands for every page and every file in it. It is printed on the receipt. Once both sides have signed that, nobody can exchange anything without the paper telling.",
    ),
];
