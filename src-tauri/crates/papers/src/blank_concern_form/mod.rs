//! The blank concern form: for when there is no laptop, or nobody here may read what has to be written.

mod fields;

use std::fmt;

use crate::PapersError;
use crate::facts::line;
use crate::fonts::Face;
use crate::house::{BODY_LEADING, Foot, Head, MEASURE, Sheets, numbered, plain, small, strong};
use crate::laid_out::LaidOut;
use crate::typeset::span;

/// What is printed on a blank form before anybody writes on it. Its `Debug` shows the number only.
#[derive(Clone, Copy)]
pub struct BlankFacts<'a> {
    /// The school's name, as its head of paper has it.
    pub school: &'a str,
    /// The form's own number, by which the written page finds its record again.
    pub form_number: &'a str,
    /// How it must be handled once it is written on.
    pub marking: &'a str,
    /// Which room it is for, in words: "Staff concerns, read by the head".
    pub route: &'a str,
    /// Whom to ring first, with the number, where nobody on this laptop may hold the record.
    pub ring: Option<&'a str>,
}

impl fmt::Debug for BlankFacts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BlankFacts")
            .field("form_number", &self.form_number)
            .finish_non_exhaustive()
    }
}

/// A numbered blank form to write a concern by hand: A4, lines 9 mm apart. The same facts give the same
/// bytes.
///
/// # Errors
/// [`PapersError::Missing`] and [`PapersError::TooLong`] for a fact that is blank or beyond any page; the rest only
/// if something is broken.
pub fn blank_concern_form(facts: &BlankFacts<'_>) -> Result<LaidOut, PapersError> {
    let school = line("name of the school", facts.school)?;
    let number = line("number of the form", facts.form_number)?;
    let marking = line("marking", facts.marking)?;
    let route = line("room the form is for", facts.route)?;
    let ring = facts
        .ring
        .map(|ring| line("person to ring", ring))
        .transpose()?;

    let head = Head {
        school: &school,
        marking: &marking,
    };
    let foot = Foot {
        words: vec![small(
            "Write in ink; cross out once, so that it can still be read. Put this number on any further sheet.\nHand it over \
             yourself, today. Leave it in no tray or pigeonhole; do not photograph it.",
        )],
        reference: numbered(number.as_str()),
        redactor: None,
    };
    let mut sheets = Sheets::new(head, foot)?;
    sheets.words(&[span(
        "Concern form, to be written by hand",
        Face::Sans,
        11.4,
    )])?;
    sheets.title(&number)?;
    sheets.space(5.0);
    labelled(&mut sheets, "Goes to", &route)?;
    if let Some(ring) = &ring {
        labelled(&mut sheets, "Ring first", ring)?;
    }
    sheets.space(6.0);
    sheets.boxed(&[
        vec![
            strong("A child in danger now? Ring 999 first. "),
            plain("Write afterwards. Do not promise to keep a secret, and ask no leading questions."),
        ],
        vec![
            strong("Pictures. "),
            plain(
                "If anything could be a nude, semi-nude or sexual image of a child, do not look, copy, print, send or \
                 delete: leave the device as it is and say so at once to whoever this form goes to.",
            ),
        ],
    ])?;
    fields::fields(&mut sheets)?;

    let paper = sheets.finish(
        format!("Concern form {number}"),
        format!("blank concern form\n{number}"),
        None,
    )?;
    Ok(LaidOut::new(paper))
}

/// A word and what it says, side by side.
fn labelled(sheets: &mut Sheets<'_>, name: &str, value: &str) -> Result<(), PapersError> {
    const INDENT: f32 = 76.0;
    let name = sheets.set(&[strong(name)], INDENT - 8.0, BODY_LEADING + 2.0)?;
    let value = sheets.set(&[plain(value)], MEASURE - INDENT, BODY_LEADING + 2.0)?;
    let height = name.height().max(value.height());
    sheets.keep(height)?;
    let y = sheets.y();
    sheets.place(name, 0.0, y);
    sheets.place(value, INDENT, y);
    sheets.space(height);
    Ok(())
}
