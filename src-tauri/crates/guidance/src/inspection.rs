//! What inspectors ask for on the first morning.

use serde::Deserialize;

use crate::read::Id;
use crate::{Citation, Error, Page, Shelf};

/// What is asked for, what is worth preparing, and what is kept somewhere else.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inspection {
    /// The schema of the page.
    pub schema: String,
    /// The lists, in the order in which they are shown.
    pub list: Vec<AskedList>,
    /// Which files are worth preparing.
    pub sample: Vec<Sample>,
    /// What is asked for too and is not in the record.
    pub elsewhere: Vec<AskedElsewhere>,
}

/// A list that inspectors ask for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskedList {
    /// Its name, by which the program makes it.
    pub id: Id,
    /// What it is called.
    pub title: String,
    /// What it shows, in a sentence.
    pub why: String,
    /// Status flags (vocabulary `child_status`) of the pupils in it, the most serious first.
    #[serde(default)]
    pub flags: Vec<String>,
    /// The categories of the concerns in it; nothing where it has all.
    #[serde(default)]
    pub categories: Vec<String>,
    /// The register whose lines it has.
    #[serde(default)]
    pub register: Option<Id>,
    /// The fields of that register that are its columns.
    #[serde(default)]
    pub columns: Vec<String>,
    /// The one of them that names a child.
    #[serde(default)]
    pub person: Option<String>,
    /// Where it comes from.
    pub sources: Vec<Citation>,
}

/// A kind of file that is worth preparing.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sample {
    /// Its name, by which the program finds one.
    pub id: Id,
    /// Why it is one: `Child in need`.
    pub title: String,
    /// The status flag that makes it one.
    #[serde(default)]
    pub flag: Option<String>,
}

/// Something that is asked for and kept somewhere else.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskedElsewhere {
    /// What it is.
    pub title: String,
    /// Where it is.
    pub say: String,
}

/// Reads the page.
pub(crate) fn inspection_on(shelf: &Shelf) -> Result<Inspection, Error> {
    shelf.read(Page::Inspection)
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_list_names_what_there_is() {
        let page = crate::inspection().unwrap();
        let wording = crate::wording().unwrap();
        let registers = crate::registers().unwrap();
        let flag = |id: &String| wording.term("child_status", id).is_some();
        let category = |id: &str| {
            let topics = wording.four_cs().iter().flat_map(|area| &area.topics);
            let known = wording.categories().iter().map(|one| &one.id);
            let known = known.chain(wording.issues().iter().map(|one| &one.id));
            known
                .chain(topics.map(|topic| &topic.id))
                .any(|one| *one == *id)
        };

        for list in &page.list {
            assert!(list.flags.iter().all(flag), "{}", list.id);
            for filed in &list.categories {
                assert!(category(filed), "{}: {filed}", list.id);
            }
            let Some(register) = &list.register else {
                assert!(
                    list.columns.is_empty() && list.person.is_none(),
                    "{}",
                    list.id
                );
                continue;
            };
            let register = registers.iter().find(|one| one.id == *register).unwrap();
            assert!(!list.columns.is_empty(), "{}", list.id);
            for column in &list.columns {
                let mut fields = register.fields.iter();
                assert!(
                    fields.any(|field| field.name == *column),
                    "{}: {column}",
                    list.id
                );
            }
            assert!(list.person.iter().all(|one| list.columns.contains(one)));
        }
        assert!(page.sample.iter().all(|one| one.flag.iter().all(flag)));
    }
}
