//! What the papers of the record have in common: who prints, when, what for, and the state of the record.

use chrono::Datelike;
use domain::id::ConcernId;
use domain::room::Room as RoomKind;
use papers::{Day, Paragraph, Printed, Redactor, Style, Words};

use crate::chronology::{Letters, mask};
use crate::office::not_a_member;
use crate::wire::{Fault, Piece};
use crate::{Office, say};

/// Today, as papers print it.
pub(super) fn today(office: &Office) -> Result<Day, Fault> {
    let today = office.around.local().date_naive();
    let (year, month, day) = (today.year(), today.month(), today.day());
    let part = |n: u32| u8::try_from(n).unwrap_or(1);
    Ok(Day::new(
        u16::try_from(year).unwrap_or(2000),
        part(month),
        part(day),
    )?)
}

/// The longest purpose that a foot has room for, in characters.
const LONGEST_PURPOSE: usize = 80;

/// The foot of a record's paper, with the state of each room that is in it. Without a purpose nothing is printed: whoever
/// finds the paper must see what it was for.
pub(crate) fn printed(
    office: &Office,
    rooms: &[RoomKind],
    purpose: &str,
    letters: Option<&Letters>,
) -> Result<Printed, Fault> {
    let purpose = said_purpose(purpose)?;
    let sitting = office.sitting()?;
    let now = office.around.local();
    let mut checkpoints = Vec::new();
    for kind in rooms {
        let room = office.room(*kind).ok_or_else(not_a_member)?;
        let root = room.checkpoint()?.root().to_string();
        let groups: Vec<&str> = [(0, 4), (4, 8), (8, 12), (12, 16)]
            .into_iter()
            .filter_map(|(from, to)| root.get(from..to))
            .collect();
        checkpoints.push(groups.join(" "));
    }
    let purpose: String = words(&purpose, letters)
        .into_iter()
        .filter_map(|words| match words {
            Words::Plain(text) | Words::Child(text) => Some(text),
            Words::Strong(_)
            | Words::Gone(_)
            | Words::New(_)
            | Words::Spelt(_)
            | Words::Removed(_) => None,
        })
        .collect();
    Ok(Printed {
        school: sitting.settings.school.clone(),
        marking: sitting.settings.marking.clone(),
        by: sitting.opened.card.name.clone(),
        at: format!(
            "{}, {}",
            say::date_and_year(now.date_naive()),
            now.format("%H:%M")
        ),
        on: today(office)?,
        purpose,
        checkpoint: checkpoints.join(", "),
        lettered: letters.is_some(),
        large: office.bundling.is_some(),
        redactor: office.redactor(),
    })
}

/// A concern that is opened for a paper: which, in which room, and what stands in the foot of it.
pub(super) fn opened(
    office: &mut Office,
    id: &str,
    purpose: &str,
) -> Result<(ConcernId, RoomKind, Printed), Fault> {
    let id: ConcernId = id
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    let kind = office.room_of_concern(id)?;
    let printed = printed(office, &[kind], purpose, None)?;
    office.note_look(kind, "concern", Some(id.to_string()), None);
    Ok((id, kind, printed))
}

/// What something leaves the vault for, on one line; nothing leaves without.
pub(crate) fn said_purpose(purpose: &str) -> Result<String, Fault> {
    let purpose = one_line(purpose);
    if !purpose.chars().any(char::is_alphanumeric) {
        return Err(Fault::field("purpose", "Say what it is printed for"));
    }
    if purpose.chars().count() > LONGEST_PURPOSE {
        return Err(Fault::field(
            "purpose",
            format!("Say what it is printed for in {LONGEST_PURPOSE} characters or fewer"),
        ));
    }
    Ok(purpose)
}

/// A fact on one line: it must not be able to look like two.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text as a paper takes it, with other children by letter where there are letters.
pub(super) fn words(text: &str, letters: Option<&Letters>) -> Vec<Words> {
    let Some(letters) = letters else {
        return vec![Words::Plain(text.to_owned())];
    };
    mask(text, letters, false)
        .into_iter()
        .map(as_words)
        .collect()
}

/// A stretch of words or a letter, as a paper takes it.
pub(super) fn as_words(piece: Piece) -> Words {
    match piece {
        Piece::Words { text } => Words::Plain(text),
        Piece::Child { letter, .. } => Words::Child(letter),
    }
}

/// A paragraph of one style, with a label before it.
pub(crate) fn labelled(
    style: Style,
    label: &str,
    text: &str,
    letters: Option<&Letters>,
) -> Paragraph {
    let mut all = Vec::new();
    if !label.is_empty() {
        all.push(Words::Strong(format!("{label}. ")));
    }
    all.extend(words(text, letters));
    Paragraph { style, words: all }
}

/// What a correction changed: both wordings in one reading, with a few words around each change. Names are looked for in
/// both texts as they were, because a change may begin in the middle of one.
pub(super) fn changed(
    change: &crate::wire::FieldChange,
    letters: Option<&Letters>,
    redactor: Option<&Redactor>,
) -> Vec<Words> {
    let text_of = |without: &str| -> String {
        let kept = change.runs.iter().filter(|run| run.kind != without);
        kept.map(|run| run.text.as_str()).collect()
    };
    let (mut before, mut after) = (
        Lettered::of(&text_of("new"), letters, redactor),
        Lettered::of(&text_of("gone"), letters, redactor),
    );
    let mut all = vec![Words::Strong(format!("{}: ", change.label))];
    let last = change.runs.len().saturating_sub(1);
    for (place, run) in change.runs.iter().enumerate() {
        let count = run.text.len();
        match run.kind {
            "gone" => all.extend(before.next(count, Words::Gone)),
            "new" => {
                // What was said in the place of something stands a space behind it.
                all.push(Words::Plain(" ".to_owned()));
                all.extend(after.next(count, Words::New));
            }
            _ => {
                before.skip(count);
                let same = after.next(count, Words::Plain);
                all.extend(shortened(same, place > 0, place < last));
            }
        }
    }
    all
}

/// A text with its letters, given out stretch by stretch.
struct Lettered {
    /// From where to where each piece goes, and what stands in its place.
    pieces: Vec<(usize, usize, Option<Words>)>,
    text: String,
    at: usize,
}

impl Lettered {
    fn of(text: &str, letters: Option<&Letters>, redactor: Option<&Redactor>) -> Self {
        if let Some(redactor) = redactor {
            let pieces = redactor.pieces(text).into_iter().map(|piece| match piece {
                papers::Piece::Keep(range) => (range.start, range.end, None),
                papers::Piece::Child(of, letter) => (of.start, of.end, Some(Words::Child(letter))),
                papers::Piece::Gone(of, why) => (of.start, of.end, Some(Words::Removed(why))),
            });
            return Self {
                pieces: pieces.collect(),
                text: text.to_owned(),
                at: 0,
            };
        }
        let mut pieces = Vec::new();
        let mut at = 0;
        let masked = letters.map_or_else(
            || {
                vec![Piece::Words {
                    text: text.to_owned(),
                }]
            },
            |letters| mask(text, letters, true),
        );
        for piece in masked {
            let (count, instead) = match piece {
                Piece::Words { text } => (text.len(), None),
                Piece::Child { letter, name } => {
                    let count = name.map_or(0, |name| name.len());
                    (count, Some(Words::Child(letter)))
                }
            };
            pieces.push((at, at + count, instead));
            at += count;
        }
        Self {
            pieces,
            text: text.to_owned(),
            at: 0,
        }
    }

    fn skip(&mut self, count: usize) {
        self.at += count;
    }

    /// The next stretch. A name that reaches into it from either side is given as a whole letter.
    fn next(&mut self, count: usize, into: fn(String) -> Words) -> Vec<Words> {
        let (from, to) = (self.at, self.at + count);
        self.at = to;
        self.pieces
            .iter()
            .filter(|(begins, ends, _)| *begins < to && *ends > from)
            .map(|(begins, ends, instead)| match instead {
                Some(instead) => instead.clone(),
                None => {
                    let inside = self.text.get(*begins.max(&from)..*ends.min(&to));
                    into(inside.unwrap_or_default().to_owned())
                }
            })
            .collect()
    }
}

/// Only a few words of a long stretch that stayed.
fn shortened(same: Vec<Words>, after: bool, before: bool) -> Vec<Words> {
    let last = same.len().saturating_sub(1);
    same.into_iter()
        .enumerate()
        .map(|(place, one)| match one {
            Words::Plain(text) => {
                Words::Plain(around(&text, after || place > 0, before || place < last))
            }
            Words::Strong(_)
            | Words::Child(_)
            | Words::Gone(_)
            | Words::New(_)
            | Words::Spelt(_)
            | Words::Removed(_) => one,
        })
        .collect()
}

/// A few words of what stayed: the last ones before a change, the first ones after it.
fn around(text: &str, after: bool, before: bool) -> String {
    /// Words on each side of a change.
    const FEW: usize = 6;
    let starts: Vec<usize> = text
        .split_whitespace()
        .filter_map(|word| word.as_ptr().addr().checked_sub(text.as_ptr().addr()))
        .collect();
    if starts.len() <= 2 * FEW + 1 {
        return text.to_owned();
    }
    let head = starts.get(FEW).and_then(|at| text.get(..*at));
    let tail = starts
        .get(starts.len() - FEW)
        .and_then(|at| text.get(*at..));
    match (after, before) {
        (true, true) => format!(
            "{} \u{2026} {}",
            head.unwrap_or_default().trim_end(),
            tail.unwrap_or_default()
        ),
        (true, false) => format!("{} \u{2026}", head.unwrap_or_default().trim_end()),
        (false, true) => format!("\u{2026} {}", tail.unwrap_or_default()),
        (false, false) => text.to_owned(),
    }
}
