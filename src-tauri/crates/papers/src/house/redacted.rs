//! Words of a paper looked through before they are set.

use super::Sheets;
use crate::record::Paragraph;
use crate::redact::Redactor;
use crate::typeset::Span;

impl Sheets<'_> {
    /// From now on words are looked through with this, until it is told otherwise; gives what they were looked through with before.
    pub(crate) fn redact_with(&mut self, redactor: Option<Redactor>) -> Option<Redactor> {
        self.setter().redact_with(redactor)
    }

    /// A paragraph as it may be shown.
    pub(crate) fn redacted(&mut self, paragraph: &Paragraph) -> Paragraph {
        match self.setter().redactor() {
            Some(redactor) => redactor.paragraph(paragraph),
            None => paragraph.clone(),
        }
    }

    /// A text line by line, looked through before it is cut.
    pub(crate) fn lines_of(&mut self, text: Span) -> Vec<Vec<Span>> {
        self.setter().lines(text)
    }
}
