//! Words and names from strangers, so that what is read is what is there.

/// Longer names are cut, and say so.
const LONGEST: usize = 400;

/// Running words: lines end with `\n`, what shows as nothing shows as a mark, and the two signs that force the order of
/// letters are written out. Signs that Arabic or Hebrew need stay.
pub(super) fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' => {
                if letters.peek() != Some(&'\n') {
                    out.push('\n');
                }
            }
            '\n' | '\t' => out.push(letter),
            '\u{202d}' | '\u{202e}' => written_out(&mut out, letter),
            '\u{feff}' => {}
            _ if letter.is_control() => out.push('\u{fffd}'),
            _ => out.push(letter),
        }
    }
    out
}

/// The same as lines, without blank ones at the end.
pub(super) fn lines(text: &str) -> Vec<String> {
    let clean = words(text);
    clean
        .trim_end()
        .split('\n')
        .map(|line| line.trim_end().to_owned())
        .collect()
}

/// One line, as in a head or a cell of a list.
pub(super) fn line(text: &str) -> String {
    let clean = words(text);
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name of a file: on one line, and every sign that hides or turns what is read is written out.
pub(super) fn name(text: &str) -> String {
    let mut out = String::new();
    for (count, letter) in text.chars().enumerate() {
        if count == LONGEST {
            out.push_str(" \u{2026} (the name is longer)");
            break;
        }
        if hides(letter) {
            written_out(&mut out, letter);
        } else {
            out.push(letter);
        }
    }
    if out.trim().is_empty() {
        return "(no name)".to_owned();
    }
    out
}

/// Whether a sign does not show, or changes how others are read.
pub(super) fn hides(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn written_out(out: &mut String, letter: char) {
    out.push_str(&format!("[U+{:04X}]", u32::from(letter)));
}

/// Letters and figures alone, by which two forms of one text are compared.
pub(super) fn bare(text: &str) -> String {
    text.chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}
