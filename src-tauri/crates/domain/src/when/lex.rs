//! Cuts what was typed into numbers, words and signs, remembering where each stood.

/// The longest text that is read. Nobody needs more to say when; it bounds the work on a pasted page.
pub(super) const LONGEST: usize = 200;

/// One thing in the text.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// ASCII digits; too long a run is `u32::MAX`, which fits nothing.
    Number(u32),
    /// Letters, lower-case, without apostrophes: "o'clock" is "oclock".
    Word(String),
    /// Anything else but space.
    Sign(char),
}

/// A piece and where it stands.
#[derive(Clone)]
pub(super) struct Token {
    /// What it is.
    pub piece: Piece,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Whether it touches the piece before it.
    pub glued: bool,
}

impl Token {
    /// How many digits a number was written with: "08" has two.
    pub fn width(&self) -> usize {
        self.end.saturating_sub(self.start)
    }
}

/// Cuts the text into tokens. A text that is too long gives none.
pub(super) fn lex(text: &str) -> Vec<Token> {
    if text.len() > LONGEST {
        return Vec::new();
    }

    let mut tokens: Vec<Token> = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if first.is_whitespace() {
            continue;
        }
        let mut end = start + first.len_utf8();
        let piece = if first.is_ascii_digit() {
            while let Some((at, next)) = chars.next_if(|(_, next)| next.is_ascii_digit()) {
                end = at + next.len_utf8();
            }
            let digits = text.get(start..end).unwrap_or_default();
            Piece::Number(digits.parse().unwrap_or(u32::MAX))
        } else if first.is_alphabetic() {
            let mut word: String = first.to_lowercase().collect();
            while let Some((at, next)) =
                chars.next_if(|(_, next)| next.is_alphabetic() || is_apostrophe(*next))
            {
                end = at + next.len_utf8();
                if !is_apostrophe(next) {
                    word.extend(next.to_lowercase());
                }
            }
            Piece::Word(word)
        } else {
            Piece::Sign(first)
        };
        let glued = tokens.last().is_some_and(|before| before.end == start);
        tokens.push(Token {
            piece,
            start,
            end,
            glued,
        });
    }

    tokens
}

fn is_apostrophe(sign: char) -> bool {
    matches!(sign, '\'' | '\u{2019}' | '\u{2018}')
}
