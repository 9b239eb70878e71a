//! What a paper says besides its pages.

use super::Redactor;
use crate::page::Paper;

impl Paper {
    /// What a reader is told besides the pages, as it may be shown.
    pub(crate) fn redact(&mut self, redactor: &Redactor) {
        let said = self.instead.values_mut();
        let titles = self.bookmarks.iter_mut().map(|mark| &mut mark.title);
        for text in said
            .chain(titles)
            .chain([&mut self.title, &mut self.identity])
        {
            *text = redactor.plain(text);
        }
    }
}
