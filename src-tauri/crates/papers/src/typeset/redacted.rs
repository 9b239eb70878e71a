//! Spans as they may be shown. Every word on every page passes here, before it is shaped.

use super::{Look, Span, Typesetter};
use crate::fonts::Face;
use crate::redact::{Cut, How, Part, Redactor, Removed};

impl Span {
    /// The house's own words, which name no child: the head of a page, its number.
    pub(crate) fn of_the_house(mut self) -> Self {
        self.house = true;
        self
    }

    /// In the place of what was taken out.
    pub(crate) fn removed(removed: Removed, size: f32) -> Self {
        let label = format!("\u{A0}{}\u{A0}", removed.label());
        super::span(label, Face::SansBold, size).looking(Look::Removed(removed))
    }

    /// In the place of a child's name. Fixed spaces keep the letter with its word and give the box room.
    pub(crate) fn child(letter: &str, size: f32) -> Self {
        let letter = format!("\u{A0}{}\u{A0}", letter.replace(' ', "\u{A0}"));
        super::span(letter, Face::SansBold, size).looking(Look::Boxed)
    }

    fn part(&self) -> Part<'_> {
        let how = match (self.look, self.house) {
            (Look::Boxed | Look::Removed(_), _) => How::Label,
            (Look::Plain | Look::Struck | Look::Underlined, true) => How::House,
            (Look::Plain | Look::Struck | Look::Underlined, false) => How::Words,
        };
        Part {
            text: &self.text,
            how,
        }
    }

    /// The same, line by line.
    fn lines(&self) -> Vec<Self> {
        let lines = self.text.split('\n');
        lines
            .map(|line| Self {
                text: line.to_owned(),
                ..self.clone()
            })
            .collect()
    }
}

impl Typesetter {
    /// From now on words are looked through with this; gives what they were looked through with before.
    pub(crate) fn redact_with(&mut self, redactor: Option<Redactor>) -> Option<Redactor> {
        std::mem::replace(&mut self.redactor, redactor)
    }

    /// What words are looked through with.
    pub(crate) fn redactor(&self) -> Option<&Redactor> {
        self.redactor.as_ref()
    }

    /// Spans as they may be shown, looked through together.
    pub(super) fn redacted(&self, spans: &[Span]) -> Vec<Span> {
        let Some(redactor) = &self.redactor else {
            return spans.to_vec();
        };
        let parts: Vec<Part<'_>> = spans.iter().map(Span::part).collect();
        let size = |place: usize| spans.get(place).map_or(super::SMALLEST, |span| span.size);
        redactor
            .cut(&parts)
            .into_iter()
            .filter_map(|cut| match cut {
                Cut::Same(place, range) => spans.get(place).map(|span| Span {
                    text: span.text.get(range).unwrap_or_default().to_owned(),
                    ..span.clone()
                }),
                Cut::Child(place, letter) => Some(Span::child(&letter, size(place))),
                Cut::Gone(place, removed) => Some(Span::removed(removed, size(place))),
            })
            .collect()
    }

    /// A text line by line, looked through before it is cut.
    pub(crate) fn lines(&self, text: Span) -> Vec<Vec<Span>> {
        let mut lines = vec![Vec::new()];
        for span in self.redacted(&[text]) {
            for (place, line) in span.lines().into_iter().enumerate() {
                match lines.last_mut() {
                    Some(last) if place == 0 => last.push(line),
                    _ => lines.push(vec![line]),
                }
            }
        }
        lines
    }
}
