//! Reads the pieces of a text one after another into a draft. One word that fits nothing makes the whole unreadable:
//! a time that ignored half of what was typed would be a false one.

use chrono::NaiveDate;

use super::draft::{Draft, Mark, Part, fill};
use super::lex::{Piece, Token};
use super::zone::minutes_east;

/// Where the reading stands.
pub(super) struct Reader<'a> {
    tokens: &'a [Token],
    next: usize,
    pub draft: Draft,
    /// The year of today, to tell a year from a time.
    pub year: i32,
    /// "at", "about" or "~" came before: a number by itself is then an hour.
    pub hinted: bool,
    /// A number by itself was taken as an hour.
    pub bare: bool,
    /// The date was written as 2026-11-08.
    pub iso: bool,
}

/// Reads all tokens, or none.
pub(super) fn read(tokens: &[Token], today: &NaiveDate) -> Option<Draft> {
    let year = chrono::Datelike::year(today);
    let mut reader = Reader {
        tokens,
        next: 0,
        draft: Draft::default(),
        year,
        hinted: false,
        bare: false,
        iso: false,
    };
    while reader.next < tokens.len() {
        reader.step()?;
    }

    let Reader {
        draft,
        hinted,
        bare,
        ..
    } = reader;
    let day_known = draft.day.is_some() || draft.weekday.is_some() || draft.spell.is_some();
    (!bare || hinted || day_known).then_some(draft)
}

/// `Some(true)`: something was read. `Some(false)`: this is not that. `None`: it contradicts what was read before.
pub(super) type Taken = Option<bool>;

impl Reader<'_> {
    fn step(&mut self) -> Option<()> {
        let readings = [
            Self::ago,
            Self::day,
            Self::date,
            Self::clock,
            Self::spell,
            Self::zone,
            Self::about,
            Self::small_words,
        ];
        for reading in readings {
            if reading(self)? {
                return Some(());
            }
        }

        None
    }

    /// "about", "circa", "~", "8ish", "or so".
    fn about(&mut self) -> Taken {
        let taken = match (self.word(0), self.word(1)) {
            (Some("or"), Some("so")) | (Some("some"), Some("time")) => 2,
            (
                Some(
                    "about" | "abt" | "around" | "round" | "circa" | "ca" | "c" | "approx"
                    | "approximately" | "roughly" | "nearly" | "almost" | "sometime" | "ish",
                ),
                _,
            ) => 1,
            _ if self.sign(0, '~') || self.sign(0, '\u{2248}') => 1,
            _ => return Some(false),
        };

        self.draft.about = true;
        self.hinted = true;
        self.take(taken);
        Some(true)
    }

    /// "BST", and "+00:00" or "Z" after an ISO time.
    fn zone(&mut self) -> Taken {
        if let Some(letters) = self.word(0) {
            let known = minutes_east(letters).filter(|_| letters != "z" || self.iso);
            let Some(east) = known else {
                return Some(false);
            };
            fill(&mut self.draft.zone, east)?;
            self.take(1);
            return Some(true);
        }

        let sign = match self.piece(0) {
            Some(Piece::Sign('+')) => 1,
            Some(Piece::Sign('-' | '\u{2212}')) => -1,
            Some(Piece::Sign(_) | Piece::Number(_) | Piece::Word(_)) | None => return Some(false),
        };
        let at_an_iso_time =
            self.iso && self.draft.clock.is_some() && self.glued(0) && self.glued(1);
        let (true, Some((hours, 2))) = (at_an_iso_time, self.number(1)) else {
            return Some(false);
        };
        let (minutes, taken) = match self.number(3) {
            Some((minutes, 2)) if self.sign(2, ':') => (minutes, 4),
            Some(_) | None => (0, 2),
        };
        if hours > 14 || minutes > 59 {
            return None;
        }
        let east = i32::try_from(hours * 60 + minutes).ok()?;
        fill(&mut self.draft.zone, sign * east)?;
        self.take(taken);
        Some(true)
    }

    /// Words and signs that join the others and say nothing by themselves.
    fn small_words(&mut self) -> Taken {
        if let (Some("no"), Some("time"), Some("given")) =
            (self.word(0), self.word(1), self.word(2))
        {
            self.take(3);
            return Some(true);
        }

        match self.piece(0) {
            Some(Piece::Word(word)) if word == "at" => self.hinted = true,
            Some(Piece::Word(word)) if matches!(word.as_str(), "on" | "the" | "in") => {}
            Some(Piece::Sign('@')) => self.hinted = true,
            Some(Piece::Sign(',' | ';' | '.' | '-' | '\u{2013}' | '\u{2014}' | '(' | ')')) => {}
            Some(Piece::Word(_) | Piece::Number(_) | Piece::Sign(_)) | None => return Some(false),
        }
        self.take(1);
        Some(true)
    }

    // What stands where.

    pub fn piece(&self, ahead: usize) -> Option<&Piece> {
        self.token(ahead).map(|token| &token.piece)
    }

    pub fn word(&self, ahead: usize) -> Option<&str> {
        match self.piece(ahead)? {
            Piece::Word(word) => Some(word),
            Piece::Number(_) | Piece::Sign(_) => None,
        }
    }

    /// A number and how many digits it was written with.
    pub fn number(&self, ahead: usize) -> Option<(u32, usize)> {
        let token = self.token(ahead)?;
        match token.piece {
            Piece::Number(value) => Some((value, token.width())),
            Piece::Word(_) | Piece::Sign(_) => None,
        }
    }

    pub fn sign(&self, ahead: usize, sign: char) -> bool {
        self.piece(ahead) == Some(&Piece::Sign(sign))
    }

    /// Whether the piece touches the one before it.
    pub fn glued(&self, ahead: usize) -> bool {
        self.token(ahead).is_some_and(|token| token.glued)
    }

    pub fn take(&mut self, pieces: usize) {
        self.next = self.next.saturating_add(pieces);
    }

    /// Notes that the pieces from one to before another say this part.
    pub fn mark(&mut self, from: usize, to: usize, part: Part) {
        let (Some(first), Some(last)) = (self.token(from), self.token(to.saturating_sub(1))) else {
            return;
        };
        let mark = Mark {
            start: first.start,
            end: last.end,
            part,
        };
        self.draft.marks.push(mark);
    }

    /// Notes hours and minutes written as one number: "830".
    pub fn mark_joined(&mut self, ahead: usize) {
        let Some((start, end)) = self.token(ahead).map(|token| (token.start, token.end)) else {
            return;
        };
        let middle = end.saturating_sub(2).max(start);
        self.draft.marks.push(Mark {
            start,
            end: middle,
            part: Part::Hour,
        });
        self.draft.marks.push(Mark {
            start: middle,
            end,
            part: Part::Minute,
        });
    }

    fn token(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.next.checked_add(ahead)?)
    }
}

/// The value of a number word up to twelve, and of the ones used for minutes.
pub(super) fn spelt(word: &str) -> Option<u32> {
    Some(match word {
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "fifteen" => 15,
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        _ => return None,
    })
}
