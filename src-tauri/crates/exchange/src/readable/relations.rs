//! How the parts of an Office file name each other (ECMA-376, part 2, 6.5).

use std::collections::BTreeMap;

use super::packed::Packed;
use super::shape::Unreadable;
use super::xml::{Met, walk};

/// So many are read of one part.
const MOST: usize = 10_000;

/// Where a part leads: by id, the kind and the place.
pub(super) fn read(
    packed: &mut Packed<'_>,
    part: &str,
    what: &'static str,
) -> Result<BTreeMap<String, (String, String)>, Unreadable> {
    let mut all = BTreeMap::new();
    if let Some(text) = packed.text(part)? {
        walk(&text, |met| {
            if let Met::Opens(tag) = met
                && let (Some(id), Some(kind), Some(target)) =
                    (tag.says("Id"), tag.says("Type"), tag.says("Target"))
            {
                all.insert(id.to_owned(), (kind.to_owned(), target.to_owned()));
            }
            all.len() < MOST
        })
        .map_err(|_| Unreadable::Damaged { what })?;
    }
    Ok(all)
}

/// The place of the part that the file is about.
pub(super) fn main(
    packed: &mut Packed<'_>,
    what: &'static str,
) -> Result<Option<String>, Unreadable> {
    let all = read(packed, "_rels/.rels", what)?;
    let found = all
        .into_values()
        .find(|(kind, _)| kind.ends_with("/officeDocument"));
    Ok(found.map(|(_, target)| join("", &target)))
}

/// A place seen from a folder of the packed file. It never leads out of it: it is only looked for among its parts.
pub(super) fn join(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.join("/")
}
