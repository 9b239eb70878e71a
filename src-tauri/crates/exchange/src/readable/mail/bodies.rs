//! The words of an e-mail.

use super::form::Form;
use super::pieces::Pieces;
use crate::readable::harmless::bare;
use crate::readable::html;
use crate::readable::limits::Left;
use crate::readable::shape::{Readable, ReadableBody};

/// The words: plain where there are plain ones, and formatted ones beside them only where they say something else.
pub(super) fn bodies(read: &mut Readable, pieces: &Pieces<'_>, left: &mut Left) {
    let mut plain_of: Vec<(usize, String)> = Vec::new();
    let mut any = false;
    for piece in &pieces.pieces {
        let Some(form) = piece.form() else { continue };
        let text = piece.words(form, read);
        if text.trim().is_empty() {
            continue;
        }
        any = true;
        if let Some(choice) = piece.choice {
            let said = (choice, bare(&text));
            match form {
                Form::Plain => plain_of.push(said),
                Form::Formatted if plain_of.contains(&said) => {
                    read.note("It also has a formatted form with the same words, which is not printed again.");
                    continue;
                }
                Form::Formatted => {}
            }
        }
        let heading = match form {
            Form::Plain => "Words of the e-mail",
            Form::Formatted => "Words of the e-mail, from its formatted form",
        };
        if form == Form::Formatted {
            read.note(html::NOTE);
        }
        let (lines, whole) = left.text(&text);
        read.part(heading, ReadableBody::Words(lines));
        if !whole {
            read.cut();
            return;
        }
    }
    if !any {
        read.note("It has no words of its own that can be printed.");
    }
}
