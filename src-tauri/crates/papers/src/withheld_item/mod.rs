//! The sheet of an item that was not taken in: words only, with lines for whoever hands the device over and whoever takes it.

use crate::PapersError;
use crate::facts::line;
use crate::fonts::Face;
use crate::house::{Head, MEASURE, SIGNATURE_LINE, Sheets, numbered, plain, small, strong};
use crate::laid_out::LaidOut;
use crate::printed::Printed;
use crate::record::{self, Paragraph, Style, Words, spans};

/// What the sheet says. Its `Debug` shows no word of it.
#[derive(Clone)]
pub struct WithheldFacts {
    /// How it came to be printed.
    pub printed: Printed,
    /// The record's number.
    pub record_no: String,
    /// What the item is said to be.
    pub what: String,
    /// Where it is, who holds it, who was told: each with its label.
    pub lines: Vec<Paragraph>,
    /// Who wrote the sheet, and when.
    pub by: String,
}

impl std::fmt::Debug for WithheldFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("WithheldFacts")
            .field("record_no", &self.record_no)
            .finish_non_exhaustive()
    }
}

/// Lays a sheet out. The same facts give the same pages; its title is the record's number.
///
/// # Errors
/// [`PapersError::Missing`] and [`PapersError::TooLong`] for a fact that is blank or beyond any page; the rest only
/// if something is broken.
pub fn withheld_item(facts: &WithheldFacts) -> Result<LaidOut, PapersError> {
    let school = line("name of the school", &facts.printed.school)?;
    let marking = line("marking", &facts.printed.marking)?;
    let number = line("record number", &facts.record_no)?;
    let head = Head {
        school: &school,
        marking: &marking,
    };
    let mut sheets = Sheets::new(head, facts.printed.foot(numbered(number.as_str()))?)?
        .sized(facts.printed.large);
    sheets.words(&spans(
        &[
            Words::Plain("Withheld item, record of concern ".to_owned()),
            Words::Spelt(number.clone()),
        ],
        Face::Sans,
        11.4,
    ))?;
    sheets.title("Withheld-item sheet")?;
    sheets.space(4.0);
    sheets.boxed(&[
        vec![
            strong("There is no copy of this item in the record or on this paper. "),
            plain(
                "Do not view, copy, forward, print or save it, and do not delete it. Leave the device as it is. Do not ask \
                 the child to show it or send it.",
            ),
        ],
        vec![
            strong("Whoever is handed the device: "),
            plain(
                "keep it locked away and sign below. Only the police decide who looks at it and what becomes of it.",
            ),
        ],
    ])?;
    sheets.space(6.0);
    let what = Paragraph {
        style: Style::Account,
        words: vec![
            Words::Strong("What it is said to be. ".to_owned()),
            Words::Plain(facts.what.clone()),
        ],
    };
    for paragraph in std::iter::once(&what).chain(&facts.lines) {
        record::flow(&mut sheets, paragraph, 0.0, MEASURE)?;
        sheets.space(3.0);
    }
    sheets.words(&[small(facts.by.as_str())])?;
    for (heading, last) in [
        ("Handed over by", "Date and time"),
        ("Taken by, with rank and number if police", "Date and time"),
    ] {
        sheets.keep(SIGNATURE_LINE + 44.0)?;
        sheets.space(16.0);
        sheets.words(&[strong(heading)])?;
        sheets.named_lines(
            &[("Signature", 4.0), ("Name and role", 4.0), (last, 2.0)],
            SIGNATURE_LINE,
        )?;
    }
    let paper = sheets.finish_printed(
        format!("Withheld item {number}"),
        &format!("withheld item\n{number}"),
        &facts.printed,
    )?;
    Ok(LaidOut::new(paper))
}
