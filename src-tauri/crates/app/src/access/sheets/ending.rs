//! How a request ended.

use domain::access::{ENDED, Ending, PART_ENDING};

use super::{Fields, Sheet, Typed, facts, fields};
use crate::wire::AccessFact;

/// How it can end.
const HOW: [(&str, &str); 4] = [
    ("answered", "It was answered"),
    ("withdrawn", "The person took it back"),
    (
        "refused",
        "It was refused as plainly unfounded or excessive (UK GDPR, Article 12(5))",
    ),
    ("mistake", "It was written down by mistake"),
];

impl Sheet for Ending {
    const KIND: &'static str = ENDED;
    const PART: &'static str = PART_ENDING;

    fn read(typed: &mut Typed<'_>) -> Self {
        let how = typed.words("how");
        if !HOW.iter().any(|(id, _)| *id == how) {
            typed.refuse("how", "Say how it ended");
        }
        Self {
            how,
            why: typed.needed("why", "Say why, and what the person was told"),
            struck: false,
        }
    }

    fn fields(&self) -> Fields {
        fields([("how", self.how.clone()), ("why", self.why.clone())])
    }

    fn facts(&self) -> Vec<AccessFact> {
        let how = HOW.iter().find(|(id, _)| *id == self.how);
        facts([
            (
                "How",
                how.map_or_else(String::new, |(_, title)| (*title).to_owned()),
            ),
            ("Why", self.why.clone()),
        ])
    }

    fn is_struck(&self) -> bool {
        self.struck
    }

    fn put(&mut self, _: Option<String>, struck: bool) {
        self.struck = struck;
    }
}
