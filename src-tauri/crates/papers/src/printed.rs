//! What the foot of a printed record says: who printed it, when, what for, and the state of the record then.

use crate::facts::line;
use crate::fonts::Face;
use crate::house::{Foot, small};
use crate::redact::Redactor;
use crate::typeset::{Span, span};
use crate::{Day, PapersError};

/// How a record came to be printed.
#[derive(Clone)]
pub struct Printed {
    /// The school's name, as its head of paper has it.
    pub school: String,
    /// How the paper must be handled: `CONFIDENTIAL: safeguarding`.
    pub marking: String,
    /// Who printed it.
    pub by: String,
    /// When, in words.
    pub at: String,
    /// The same day, for the file.
    pub on: Day,
    /// What it is printed for.
    pub purpose: String,
    /// The record's checkpoint then, short enough to be read over a telephone.
    pub checkpoint: String,
    /// Other children stand in it as letters.
    pub lettered: bool,
    /// For the police and for courts: words of at least 12 points, tables and notes of at least 10.5 (Practice Direction 27A asks for 12).
    pub large: bool,
    /// What all its words are looked through with before they are set.
    pub redactor: Option<Redactor>,
}

impl std::fmt::Debug for Printed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Printed")
            .field("on", &self.on)
            .finish_non_exhaustive()
    }
}

impl Printed {
    /// The foot of every page, with what the paper is about on the right.
    pub(crate) fn foot(&self, about: Span) -> Result<Foot, PapersError> {
        let by = line("name of whoever prints it", &self.by)?;
        let purpose = line("purpose", &self.purpose)?;
        // What a person typed stands last and in quotation marks, so that it cannot pass for the house's own words.
        let mut words = vec![
            small(format!(
                "Printed by {by}, {}. Logged.\nRecord checkpoint ",
                self.at
            )),
            span(self.checkpoint.as_str(), Face::Mono, 8.8),
            small(". "),
        ];
        if self.lettered {
            words.push(small(
                "Children named in the concerns are lettered; the key stays in school. ",
            ));
        }
        words.push(small(format!("Printed for \u{201c}{purpose}\u{201d}.")));
        Ok(Foot {
            words,
            reference: about,
            redactor: self.redactor.clone(),
        })
    }
}
