//! What packed office files have in common.

use crate::readable::compound::Compound;
use crate::readable::harmless;
use crate::readable::limits::Limits;
use crate::readable::packed::Packed;
use crate::readable::shape::{Readable, Unreadable};
use crate::readable::xml::{Met, walk};

/// Elements of a file's account of itself, and how a person knows them.
const SAID: &[(&str, &str)] = &[
    ("title", "Title, as the file says"),
    ("initial-creator", "Begun by, as the file says"),
    ("creator", "Made by, as the file says"),
    ("lastModifiedBy", "Last saved by, as the file says"),
    ("created", "Made on, as the file says"),
    ("creation-date", "Made on, as the file says"),
    ("modified", "Last saved on, as the file says"),
    ("date", "Last saved on, as the file says"),
];

/// Opens a packed office file. What Office encrypts is no zip but a compound file with the zip sealed in it.
pub(in crate::readable) fn locked<'a>(
    bytes: &'a [u8],
    what: &'static str,
    limits: &Limits,
) -> Result<Packed<'a>, Unreadable> {
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        let damaged = Unreadable::Damaged { what };
        let mut file = Compound::open(bytes, limits.unpacked).map_err(|_| damaged)?;
        let sealed = file
            .inside(Compound::ROOT)
            .iter()
            .any(|(name, _, _)| *name == "EncryptedPackage");
        return Err(if sealed {
            Unreadable::Locked { what }
        } else {
            damaged
        });
    }
    let mut packed = Packed::open(bytes, what, limits)?;
    let manifest = packed.text("META-INF/manifest.xml")?;
    if manifest.is_some_and(|text| text.contains("encryption-data")) {
        return Err(Unreadable::Locked { what });
    }
    Ok(packed)
}

/// Who made a file and when, as it says of itself in this part.
pub(in crate::readable) fn about(
    packed: &mut Packed<'_>,
    part: &str,
    read: &mut Readable,
) -> Result<(), Unreadable> {
    let Some(text) = packed.text(part)? else {
        return Ok(());
    };
    let mut open = None;
    let mut words = String::new();
    let walked = walk(&text, |met| {
        match met {
            Met::Opens(tag) => {
                open = SAID.iter().find(|(name, _)| *name == tag.name);
                words.clear();
            }
            Met::Words(more) if open.is_some() && words.len() < 400 => words.push_str(more),
            Met::Words(_) => {}
            Met::Closes(_) => {
                let line = harmless::line(&words);
                if let (Some((_, label)), false) = (open.take(), line.is_empty()) {
                    read.fact(label, line);
                }
            }
        }
        read.facts.len() < 50
    });
    if walked.is_err() {
        read.note("What the file says of its maker is damaged.");
    }
    Ok(())
}
