//! Which cells of a workbook hold days and times.

use std::collections::BTreeMap;

use super::moment::{Meant, built_in, of_code};
use crate::readable::xml::{Broken, Met, walk};

/// So many styles are known.
const MOST: usize = 100_000;

/// What each style means, in their order.
pub(super) fn read(text: &str) -> Result<Vec<Meant>, Broken> {
    let mut codes: BTreeMap<u16, Meant> = BTreeMap::new();
    let mut styles = Vec::new();
    let mut within = false;
    walk(text, |met| {
        match met {
            Met::Opens(tag) if tag.name == "numFmt" => {
                if let (Some(number), Some(code)) = (tag.number("numFmtId"), tag.says("formatCode"))
                {
                    codes.insert(number, of_code(code));
                }
            }
            Met::Opens(tag) if tag.name == "cellXfs" => within = true,
            Met::Opens(tag) if within && tag.name == "xf" => {
                styles.push(tag.number::<u16>("numFmtId").unwrap_or(0));
            }
            Met::Closes("cellXfs") => within = false,
            Met::Opens(_) | Met::Closes(_) | Met::Words(_) => {}
        }
        styles.len() < MOST
    })?;
    Ok(styles
        .into_iter()
        .map(|number| {
            codes
                .get(&number)
                .copied()
                .unwrap_or_else(|| built_in(number))
        })
        .collect())
}
