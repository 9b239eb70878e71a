//! Puts a sentence together: `{name}` is a word of the cast or of a list, `{a|b}` one of the two, `{n:2-9}` a number.

use super::cast::Cast;
use crate::demo::dice::Dice;

/// Fills a sentence and gives it a capital letter.
pub(super) fn fill(sentence: &str, cast: &mut Cast<'_>, dice: &mut Dice) -> String {
    capital(&filled(sentence, cast, dice))
}

/// Fills the middle of a sentence.
pub(super) fn filled(sentence: &str, cast: &mut Cast<'_>, dice: &mut Dice) -> String {
    let mut text = String::with_capacity(sentence.len() * 2);
    put(sentence, cast, dice, &mut text);
    text
}

/// Begins with a capital letter.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

/// The pieces of a sentence: plain text and the insides of braces.
pub(super) enum Piece<'s> {
    Text(&'s str),
    Slot(&'s str),
    Choice(Vec<&'s str>),
}

/// Takes a sentence apart. A brace that never closes is plain text.
pub(super) fn pieces(sentence: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((inside, behind)) = closed(after) else {
            break;
        };
        if !before.is_empty() {
            pieces.push(Piece::Text(before));
        }
        let mut ways = ways(inside);
        pieces.push(match (ways.len(), ways.pop()) {
            (1, Some(only)) => Piece::Slot(only),
            (_, last) => {
                ways.extend(last);
                Piece::Choice(ways)
            }
        });
        rest = behind;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

fn put(sentence: &str, cast: &mut Cast<'_>, dice: &mut Dice, text: &mut String) {
    for piece in pieces(sentence) {
        match piece {
            Piece::Text(plain) => text.push_str(plain),
            Piece::Choice(ways) => {
                if let Some(way) = dice.pick(&ways) {
                    put(way, cast, dice, text);
                }
            }
            Piece::Slot(slot) => {
                if let Some((low, high)) = number(slot) {
                    text.push_str(&dice.between(low, high).to_string());
                    continue;
                }
                let name = slot.to_lowercase();
                let word = cast.word(&name, dice);
                if name == slot {
                    text.push_str(&word);
                } else {
                    text.push_str(&capital(&word));
                }
            }
        }
    }
}

/// The limits of `n:2-9`.
pub(super) fn number(slot: &str) -> Option<(i64, i64)> {
    let (low, high) = slot.strip_prefix("n:")?.split_once('-')?;
    Some((low.parse().ok()?, high.parse().ok()?))
}

/// Splits behind the brace that closes the one just opened.
fn closed(after: &str) -> Option<(&str, &str)> {
    let mut depth = 1;
    for (place, letter) in after.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((after.get(..place)?, after.get(place + 1..)?));
        }
    }
    None
}

/// Splits at the bars that stand in no inner brace.
fn ways(inside: &str) -> Vec<&str> {
    let mut ways = Vec::new();
    let (mut depth, mut from) = (0, 0);
    for (place, letter) in inside.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            '|' if depth == 0 => {
                ways.extend(inside.get(from..place));
                from = place + 1;
            }
            _ => {}
        }
    }
    ways.extend(inside.get(from..));
    ways
}
