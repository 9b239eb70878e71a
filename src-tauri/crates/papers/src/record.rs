//! Words of the record as papers take them: who said them, what was corrected, which child is a letter.

use crate::PapersError;
use crate::fonts::Face;
use crate::house::{BODY, BODY_LEADING, SMALL, SMALL_LEADING, Sheets};
use crate::page::Role;
use crate::redact::Removed;
use crate::typeset::{Block, Look, Span, span};

/// A stretch of words of a record.
#[derive(Clone, PartialEq, Eq)]
pub enum Words {
    /// As they stand.
    Plain(String),
    /// The house's own, in bold.
    Strong(String),
    /// Another child: `Child A`.
    Child(String),
    /// Said once and corrected.
    Gone(String),
    /// Said in its place.
    New(String),
    /// Read letter by letter: numbers and hashes.
    Spelt(String),
    /// Taken out, and why.
    Removed(Removed),
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// What a child said: the largest words of the page.
    Said,
    /// What somebody wrote.
    Account,
    /// Times, corrections, who wrote it.
    Small,
}

/// A paragraph of a record.
#[derive(Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// How it is set.
    pub style: Style,
    /// Its words.
    pub words: Vec<Words>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Words")
    }
}

impl std::fmt::Debug for Paragraph {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Paragraph({:?})", self.style)
    }
}

impl Style {
    fn role(self) -> Role {
        match self {
            Self::Said => Role::Quote,
            Self::Account => Role::Paragraph,
            Self::Small => Role::Note,
        }
    }

    fn face(self) -> Face {
        match self {
            Self::Said => Face::Serif,
            Self::Account | Self::Small => Face::Sans,
        }
    }

    fn size(self) -> f32 {
        match self {
            Self::Said => 12.4,
            Self::Account => BODY,
            Self::Small => SMALL,
        }
    }

    fn leading(self) -> f32 {
        match self {
            Self::Said => 16.4,
            Self::Account => BODY_LEADING,
            Self::Small => SMALL_LEADING,
        }
    }
}

/// Words as the layout stage takes them.
pub(crate) fn spans(words: &[Words], face: Face, size: f32) -> Vec<Span> {
    let one = |words: &Words| match words {
        Words::Plain(text) => span(text.as_str(), face, size),
        Words::Strong(text) => span(text.as_str(), Face::SansBold, size.min(BODY)),
        Words::Child(letter) => Span::child(letter, size.min(BODY)),
        Words::Removed(removed) => Span::removed(*removed, size.min(BODY)),
        Words::Gone(text) => span(text.as_str(), face, size).looking(Look::Struck),
        Words::New(text) => span(text.as_str(), face, size).looking(Look::Underlined),
        Words::Spelt(text) => span(text.as_str(), Face::Mono, size),
    };
    words.iter().map(one).collect()
}

/// Sets a paragraph without placing it.
pub(crate) fn set(
    sheets: &mut Sheets<'_>,
    paragraph: &Paragraph,
    measure: f32,
) -> Result<Block, PapersError> {
    let style = paragraph.style;
    // What somebody noted or corrected is read as closely as the account itself.
    let (size, leading) = match style == Style::Small && sheets.is_large() {
        true => (BODY, BODY_LEADING),
        false => (style.size(), style.leading()),
    };
    let words = spans(&paragraph.words, style.face(), size);
    sheets.set(&words, measure, leading)
}

/// How far in the second line of somebody's words stands beneath a label, in points.
const HANGING: f32 = 12.0;

/// Lets a paragraph flow down the page at `x` from the margin, as the part it is. Words beneath a label stand further in from their
/// second line on: what somebody typed after a line break must not look like the next label.
pub(crate) fn flow(
    sheets: &mut Sheets<'_>,
    paragraph: &Paragraph,
    x: f32,
    measure: f32,
) -> Result<(), PapersError> {
    // As a whole, before it is cut in two.
    let paragraph = &sheets.redacted(paragraph);
    let (first, beneath) = at_the_break(paragraph);
    let block = set(sheets, &first, measure)?;
    sheets.part(first.style.role(), |sheets| sheets.flow_at(x, block))?;
    let Some(beneath) = beneath else {
        return Ok(());
    };
    let block = set(sheets, &beneath, measure - HANGING)?;
    sheets.part(beneath.style.role(), |sheets| {
        sheets.flow_at(x + HANGING, block)
    })
}

/// A labelled paragraph up to its first line break, and what comes after that; any other as it is.
fn at_the_break(paragraph: &Paragraph) -> (Paragraph, Option<Paragraph>) {
    let labelled = matches!(paragraph.words.first(), Some(Words::Strong(_)));
    let mut words = paragraph.words.iter().enumerate();
    let broken = words.find_map(|(place, words)| match words {
        Words::Plain(text) => Some((place, text.split_once('\n')?)),
        Words::Strong(_)
        | Words::Child(_)
        | Words::Gone(_)
        | Words::New(_)
        | Words::Spelt(_)
        | Words::Removed(_) => None,
    });
    let Some((place, (before, after))) = broken.filter(|_| labelled) else {
        return (paragraph.clone(), None);
    };
    let with = |words: Vec<Words>| Paragraph {
        style: paragraph.style,
        words,
    };
    let mut first: Vec<Words> = paragraph.words.iter().take(place).cloned().collect();
    first.push(Words::Plain(before.to_owned()));
    let mut rest = vec![Words::Plain(after.to_owned())];
    rest.extend(paragraph.words.iter().skip(place + 1).cloned());
    (with(first), Some(with(rest)))
}
