//! A Rust file split into what is code and what is quoted, with comments gone and tests blanked.
//! Every character keeps its place, so that a finding has a line.

/// The two readings of one file; each is as long as the file, with blanks where the other speaks.
pub struct Source {
    /// Code without comments, quoted text or tests.
    pub code: String,
    /// Quoted text alone, outside tests.
    pub quoted: String,
    /// Modules that only tests see and that have a file of their own.
    pub test_modules: Vec<String>,
}

/// Splits a file.
pub fn split(text: &str) -> Source {
    let chars: Vec<char> = text.chars().collect();
    let mut kinds = kinds(&chars);
    let code = pick(&chars, &kinds, Kind::Code);
    let mut test_modules = Vec::new();
    for (from, to) in tests(&code) {
        let item: String = code.get(from..to).unwrap_or_default().iter().collect();
        test_modules.extend(file_module(&item));
        if let Some(range) = kinds.get_mut(from..to) {
            range.fill(Kind::Comment);
        }
    }
    Source {
        code: pick(&chars, &kinds, Kind::Code).into_iter().collect(),
        quoted: pick(&chars, &kinds, Kind::Quoted).into_iter().collect(),
        test_modules,
    }
}

/// The line of a byte position, from 1.
pub fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

/// Where a word stands that is not part of a longer one (byte positions).
pub fn words<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let opens = word.starts_with(is_name);
    let closes = word.ends_with(is_name);
    text.match_indices(word)
        .map(|(at, _)| at)
        .filter(move |at| {
            let before = text.get(..*at).and_then(|text| text.chars().next_back());
            let after = text
                .get(*at + word.len()..)
                .and_then(|text| text.chars().next());
            !(opens && before.is_some_and(is_name) || closes && after.is_some_and(is_name))
        })
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Code,
    Quoted,
    Comment,
}

fn pick(chars: &[char], kinds: &[Kind], wanted: Kind) -> Vec<char> {
    chars
        .iter()
        .zip(kinds)
        .map(|(c, kind)| {
            if *kind == wanted || *c == '\n' {
                *c
            } else {
                ' '
            }
        })
        .collect()
}

/// What each character is.
fn kinds(chars: &[char]) -> Vec<Kind> {
    let mut kinds = Vec::with_capacity(chars.len());
    while kinds.len() < chars.len() {
        let at = kinds.len();
        let rest = chars.get(at..).unwrap_or(&[]);
        let in_name = at > 0
            && chars
                .get(at - 1)
                .is_some_and(|c| c.is_alphanumeric() || *c == '_');
        let (kind, length) = piece(rest, in_name);
        kinds.resize((at + length).min(chars.len()), kind);
    }
    kinds
}

/// The next piece and how long it is; never empty.
fn piece(rest: &[char], in_name: bool) -> (Kind, usize) {
    match rest {
        ['/', '/', ..] => (
            Kind::Comment,
            rest.iter().position(|c| *c == '\n').unwrap_or(rest.len()),
        ),
        ['/', '*', ..] => (Kind::Comment, block_comment(rest)),
        ['"', ..] => (Kind::Quoted, plain_string(rest)),
        ['\'', '\\', _, more @ ..] => (
            Kind::Quoted,
            more.iter()
                .position(|c| *c == '\'')
                .map_or(rest.len(), |end| end + 4),
        ),
        ['\'', _, '\'', ..] => (Kind::Quoted, 3),
        ['r', '"' | '#', ..] if !in_name => {
            raw_string(rest).map_or((Kind::Code, 1), |length| (Kind::Quoted, length))
        }
        ['b' | 'c', 'r', '"' | '#', ..] if !in_name => raw_string(rest.get(1..).unwrap_or(&[]))
            .map_or((Kind::Code, 1), |length| (Kind::Quoted, length + 1)),
        _ => (Kind::Code, 1),
    }
}

fn block_comment(rest: &[char]) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(pair) = rest.get(at..at + 2) {
        match pair {
            ['/', '*'] => (depth, at) = (depth + 1, at + 2),
            ['*', '/'] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    rest.len()
}

fn plain_string(rest: &[char]) -> usize {
    let mut escaped = false;
    for (at, c) in rest.iter().enumerate().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// Length of `r"..."` or `r#"..."#`; nothing for `r#name`.
fn raw_string(rest: &[char]) -> Option<usize> {
    let hashes = rest.iter().skip(1).take_while(|c| **c == '#').count();
    let open = hashes + 1;
    if rest.get(open) != Some(&'"') {
        return None;
    }
    let close: Vec<char> = std::iter::once('"')
        .chain(std::iter::repeat_n('#', hashes))
        .collect();
    let body = rest.get(open + 1..).unwrap_or(&[]);
    let end = body.windows(close.len()).position(|window| window == close);
    Some(end.map_or(rest.len(), |end| open + 1 + end + close.len()))
}

/// Where items marked `#[cfg(test)]` begin and end.
fn tests(code: &[char]) -> Vec<(usize, usize)> {
    let mark: Vec<char> = "#[cfg(test)]".chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = code
        .get(at..)
        .and_then(|rest| rest.windows(mark.len()).position(|window| window == mark))
    {
        let from = at + start;
        at = from + mark.len();
        at += item_length(code.get(at..).unwrap_or(&[]));
        found.push((from, at));
    }
    found
}

/// Up to the semicolon or the closing brace that ends an item.
fn item_length(rest: &[char]) -> usize {
    let mut depth = 0_usize;
    for (at, c) in rest.iter().enumerate() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            '}' if depth <= 1 => return at + 1,
            '}' => depth -= 1,
            ';' if depth == 0 => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// The name in `mod name;`.
fn file_module(item: &str) -> Option<String> {
    let declared = item.trim_end().strip_suffix(';')?;
    let mut words = declared.split_whitespace().rev();
    let name = words.next()?;
    (words.next() == Some("mod")).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{line_of, split, words};

    #[test]
    fn comments_strings_and_characters_are_not_code() {
        let text = "let a = \"std::fs \\\" x\"; // std::env\n/* std::net /* deep */ */ let q = '\"'; let r = r#\"SELECT \"1\"\"#; let l: &'a str = b\"y\";";
        let source = split(text);
        assert!(!source.code.contains("std::"), "{}", source.code);
        assert!(source.code.contains("let q =") && source.code.contains("let l: &'a str = b"));
        assert!(source.quoted.contains("SELECT \"1\"") && source.quoted.contains("std::fs"));
        assert!(!source.quoted.contains("std::net") && !source.quoted.contains("let"));
    }

    #[test]
    fn what_only_tests_see_is_blanked_and_the_rest_stays() {
        let text = "fn a() {}\n#[cfg(test)]\n#[allow(x)]\nmod tests {\n use std::fs;\n fn b() { [1; 2]; }\n}\nfn c() {}\n#[cfg(test)]\nmod far;\nfn d() {}\n";
        let source = split(text);
        assert!(!source.code.contains("std::fs"));
        assert!(
            source.code.contains("fn a()")
                && source.code.contains("fn c()")
                && source.code.contains("fn d()")
        );
        assert_eq!(source.test_modules, ["far"]);
        assert_eq!(
            line_of(&source.code, source.code.find("fn c()").unwrap()),
            8
        );
    }

    #[test]
    fn a_word_inside_a_longer_one_does_not_count() {
        assert_eq!(words("my_tauri tauri::x tauri_build", "tauri").count(), 1);
        assert_eq!(words("@tauri-apps/api", "@tauri-apps").count(), 1);
    }

    #[test]
    fn text_outside_ascii_and_files_cut_short_are_survived() {
        for text in [
            "\"é",
            "r#\"x",
            "/* é",
            "'",
            "b",
            "r",
            "#[cfg(test)]",
            "let π = 'π';",
        ] {
            assert_eq!(split(text).code.chars().count(), text.chars().count());
        }
    }
}
