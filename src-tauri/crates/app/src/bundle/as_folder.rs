//! A bundle as a folder that anybody can check (BagIt, RFC 8493), and as one zip of it.

use std::path::Path;

use domain::room::Room as RoomKind;
use history::Hash;
use zeroize::Zeroizing;

use super::continuity::{csv, jsonl, with_gaps};
use super::create::{Ready, said};
use super::exhibits::Going;
use super::facts::{facts, ro_crate};
use super::on_pages::on_pages;
use super::paper::{Form, Making, lay_out, receipt};
use super::record::entry;
use super::redacted;
use super::write::{Folder, Made, fresh};
use crate::Office;
use crate::file::copy_file_to;
use crate::wire::{BundleMade, Fault};

pub(super) fn make(
    office: &mut Office,
    ready: Ready<'_>,
    mut folder: Folder,
    zip_at: Option<&Path>,
) -> Result<BundleMade, Fault> {
    // Read first: whatever a file of another program does to the reader, nothing lies open yet.
    let on_pages = on_pages(office, &ready)?;
    copies(office, ready.gone(), &mut folder)?;
    let log = redacted::log(ready.redaction.as_ref(), with_gaps(&ready.events))?;
    folder.put("log/continuity.csv", csv(&log)?.as_bytes())?;
    folder.put("log/continuity.jsonl", jsonl(&log)?.as_bytes())?;
    folder.put("README.txt", read_me(ready.originals).as_bytes())?;
    let list = folder.list();
    folder.put("beside-sha256.txt", list.as_bytes())?;
    let making = Making::of(office, &ready, Form::Folder, &list)?;
    let laid_out = lay_out(office, &making, on_pages)?;
    if let Some(redaction) = &ready.redaction {
        redaction.all_met("No bundle was made.")?;
    }
    redacted::search(office, ready.redaction.as_ref(), (&laid_out, "the bundle"))?;
    let pages = u32::try_from(laid_out.pages()).unwrap_or(u32::MAX);
    folder.put("bundle.pdf", &Zeroizing::new(laid_out.pdf()?))?;
    let crate_file = ro_crate(&making, &folder.list())?;
    folder.put("ro-crate-metadata.json", crate_file.as_bytes())?;
    let facts = facts(office, &making)?;
    redacted::search_beside(
        ready.redaction.as_ref(),
        folder.names(),
        &crate_file,
        &facts,
    )?;
    let root = folder.seal(&facts)?.to_string();
    let amount = folder.amount();
    let facts_of_receipt = receipt(&making, &root, amount);
    let signed = papers::tables(&facts_of_receipt)?;
    redacted::search(office, ready.redaction.as_ref(), (&signed, "the receipt"))?;
    let signed = signed.pdf()?;
    let entry = entry(office, &making, (&root, pages))?;
    let mut made = Made::default();
    let zip = zip_at
        .map(|zip_at| Ok::<_, Fault>((folder.zip_beside(zip_at, &office.watch())?, zip_at)))
        .transpose()?;
    fresh(&ready.receipt, &signed)?;
    made.holds(&ready.receipt);
    office.write(RoomKind::Pupils, vec![entry])?;
    made.keep();
    office.receipt = Some((ready.number.clone(), facts_of_receipt));
    folder.finish()?;
    if let Some((zip, zip_at)) = zip {
        zip.finish(zip_at).map_err(|error| {
            Fault::from(error)
                .kept("The bundle is made and recorded. Its zip could not be put beside it.")
        })?;
    }
    Ok(BundleMade {
        zip: zip_at.map(|place| place.display().to_string()),
        ..said(&ready, pages, root, amount)
    })
}

/// Every exhibit byte for byte, held against its hash at intake as it is written.
fn copies(office: &Office, going: &[Going], folder: &mut Folder) -> Result<(), Fault> {
    for one in going {
        let id = one.fact.id.to_string();
        copy_file_to(office, &id, &folder.place(&one.path)?)?;
        let hash = history::from_hex(&one.fact.sha256)
            .and_then(|bytes| Hash::from_slice(&bytes))
            .ok_or_else(Fault::stopped)?;
        folder.holds(&one.path, one.fact.size, hash)?;
    }
    Ok(())
}

fn read_me(originals: bool) -> String {
    let beside = match originals {
        true => {
            "exhibits/ holds the files as they were, byte for byte; log/ what happened to each."
        }
        false => "This edition holds no original of any exhibit. log/ says what happened to each.",
    };
    format!("{READ_ME}bundle.pdf is for reading. {beside}\n")
}

const READ_ME: &str = "\
How to check this bundle, in the folder above this one (on a Mac, write  shasum -a 256  for  sha256sum):

1. sha256sum tagmanifest-sha256.txt          This is the root hash. It must be the one on the receipt that both sides signed.
2. sha256sum -c tagmanifest-sha256.txt       Each line must say OK.
3. sha256sum -c manifest-sha256.txt          Each line must say OK. A file that no list names is no part of the bundle.
On Windows, for one file:  certutil -hashfile FILE SHA256   and compare with the line of the list.

";
