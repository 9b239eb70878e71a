//! A formatted e-mail as plain lines. Every word is kept, also what a sender hides by its colour or size; addresses behind
//! links are written out. Nothing is fetched and nothing runs.

use super::letters;

/// What is said beside such lines.
pub(super) const NOTE: &str = "The formatted form is printed as plain lines: colours, sizes and pictures are not shown, addresses behind links are written out, and words that were hidden by their colour or size are shown like any other.";

/// Longer addresses are cut, and say so.
const LONGEST_ADDRESS: usize = 300;
/// No name of a letter is longer.
const LONGEST_NAME: usize = 40;
/// How deep quoting is shown.
const DEEPEST_QUOTE: usize = 4;

/// Elements whose words are never shown.
const UNSEEN: &[&str] = &["script", "style", "title", "template"];
/// Elements that stand on lines of their own.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tr",
    "ul",
];

/// The words of a page, line by line.
pub(super) fn to_text(html: &str) -> String {
    let mut page = Page::default();
    let mut rest = html;
    let mut quotes = true;
    let mut never_closed: Vec<String> = Vec::new();
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        page.text(before);
        if let Some(after) = from.strip_prefix("<!--") {
            match after.find("-->") {
                Some(end) => {
                    rest = after.get(end + 3..).unwrap_or_default();
                    continue;
                }
                None => {
                    page.text(from);
                    return page.done();
                }
            }
        }
        let Some((tag, after)) = tag_of(from, &mut quotes) else {
            page.text("<");
            rest = from.get(1..).unwrap_or_default();
            continue;
        };
        rest = after;
        let name = name_of(tag);
        if UNSEEN.contains(&name.as_str()) && !tag.starts_with('/') {
            // What is never closed is shown after all: better too much than a line lost. It is looked for once.
            if !never_closed.contains(&name) {
                match after_close(after, &name) {
                    Some(closed) => rest = closed,
                    None => never_closed.push(name),
                }
            }
            continue;
        }
        page.tag(tag, &name);
    }
    page.text(rest);
    page.done()
}

/// A tag's inside and what follows it. A `<` that opens none is a letter.
fn tag_of<'a>(from: &'a str, quotes: &mut bool) -> Option<(&'a str, &'a str)> {
    let inside = from.get(1..)?;
    let first = inside.trim_start_matches('/').chars().next()?;
    if !(first.is_ascii_alphabetic() || first == '!' || first == '?') {
        return None;
    }
    let mut quote = None;
    let mut after_equals = false;
    for (at, byte) in inside.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if byte == open => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') if *quotes && after_equals => quote = Some(byte),
            (None, b'>') => return Some((inside.get(..at)?, inside.get(at + 1..)?)),
            (None, b'<') => return None,
            (None, _) => {}
        }
        after_equals = byte == b'=' || (after_equals && byte.is_ascii_whitespace());
    }
    // A quotation mark that is never closed would be looked for again at every tag that follows.
    if quote.is_some() {
        *quotes = false;
        return tag_of(from, quotes);
    }
    None
}

fn name_of(tag: &str) -> String {
    tag.trim_start_matches('/')
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .take(20)
        .collect::<String>()
        .to_ascii_lowercase()
}

/// What follows the closing tag of an element.
fn after_close<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = text;
    loop {
        let at = rest.find("</")?;
        rest = rest.get(at + 2..)?;
        let named = rest.get(..name.len())?;
        if named.eq_ignore_ascii_case(name) {
            return rest.find('>').and_then(|end| rest.get(end + 1..));
        }
    }
}

/// An attribute of a tag.
fn attribute(tag: &str, wanted: &str) -> Option<String> {
    let mut rest = tag;
    loop {
        let at = rest.find('=')?;
        let (before, after) = rest.split_at(at);
        let name = before.split_whitespace().next_back().unwrap_or_default();
        let value = after.get(1..)?.trim_start();
        let (value, next) = match value.chars().next() {
            Some(mark @ ('"' | '\'')) => {
                let value = value.get(1..)?;
                let end = value.find(mark).unwrap_or(value.len());
                (value.get(..end)?, value.get(end..)?)
            }
            _ => {
                let end = value.find(char::is_whitespace).unwrap_or(value.len());
                value.split_at(end)
            }
        };
        if name.eq_ignore_ascii_case(wanted) {
            return Some(unescaped(value));
        }
        rest = next.trim_start_matches(['"', '\'']);
    }
}

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let named = from
            .bytes()
            .take(LONGEST_NAME)
            .position(|byte| byte == b';')
            .and_then(|end| Some((from.get(1..end)?, from.get(end + 1..)?)));
        match named.and_then(|(name, after)| letter(name).map(|letter| (letter, after))) {
            Some((letter, after)) => {
                out.push_str(&letter);
                rest = after;
            }
            None => {
                out.push('&');
                rest = from.get(1..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    out
}

fn letter(name: &str) -> Option<String> {
    let Some(number) = name.strip_prefix('#') else {
        return letters::named(name).map(String::from);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(number) => u32::from_str_radix(number, 16),
        None => number.parse(),
    };
    Some(char::from_u32(code.ok()?).unwrap_or('\u{fffd}').to_string())
}

/// Lines in the making.
#[derive(Default)]
struct Page {
    out: String,
    line: String,
    blank_wanted: bool,
    quote: usize,
    literal: usize,
    /// The address of the link that is open, and the words in it so far.
    link: Option<(String, String)>,
    cells: usize,
}

impl Page {
    fn text(&mut self, raw: &str) {
        let text = unescaped(raw);
        for letter in text.chars() {
            if self.literal > 0 && letter == '\n' {
                self.end_line();
            } else if letter.is_ascii_whitespace() && self.literal == 0 {
                self.blank_wanted |= !self.line.is_empty();
            } else {
                if self.blank_wanted {
                    self.line.push(' ');
                    self.blank_wanted = false;
                }
                let letter = if letter == '\u{a0}' { ' ' } else { letter };
                self.line.push(letter);
                if let Some((_, words)) = &mut self.link {
                    words.push(letter);
                }
            }
        }
    }

    fn tag(&mut self, tag: &str, name: &str) {
        let closes = tag.starts_with('/');
        match name {
            "br" => self.end_line(),
            "td" | "th" if !closes => {
                if self.cells > 0 {
                    self.blank_wanted = false;
                    self.line.push_str(" | ");
                }
                self.cells += 1;
            }
            "img" => {
                let said = attribute(tag, "alt").filter(|words| !words.trim().is_empty());
                let shown = said.map_or_else(
                    || " [picture] ".to_owned(),
                    |words| format!(" [picture: {words}] "),
                );
                self.blank_wanted = false;
                self.line.push_str(&shown);
            }
            "a" if !closes => {
                self.end_link();
                self.link = attribute(tag, "href").map(|address| (address, String::new()));
            }
            "a" => self.end_link(),
            _ if BLOCKS.contains(&name) => self.block(name, closes),
            _ => {}
        }
    }

    fn block(&mut self, name: &str, closes: bool) {
        if !self.line.is_empty() {
            self.end_line();
        }
        match (name, closes) {
            ("tr", _) => self.cells = 0,
            ("li", false) => self.line.push_str("- "),
            ("hr", _) => {
                self.line.push_str("----");
                self.end_line();
            }
            ("p", true) => self.end_line(),
            ("blockquote", false) => self.quote += 1,
            ("blockquote", true) => self.quote = self.quote.saturating_sub(1),
            ("pre", false) => self.literal += 1,
            ("pre", true) => self.literal = self.literal.saturating_sub(1),
            (_, _) => {}
        }
    }

    fn end_link(&mut self) {
        let Some((address, words)) = self.link.take() else {
            return;
        };
        let address = address.trim();
        let bare = |text: &str| {
            text.trim_start_matches("mailto:")
                .trim_end_matches('/')
                .trim()
                .to_owned()
        };
        if address.is_empty() || address.starts_with('#') || bare(address) == bare(&words) {
            return;
        }
        let mut shown: String = address.chars().take(LONGEST_ADDRESS).collect();
        if shown.len() < address.len() {
            shown.push_str("\u{2026} (the address is longer)");
        }
        self.line.push_str(&format!(" [link: {shown}]"));
    }

    fn end_line(&mut self) {
        for _ in 0..self.quote.min(DEEPEST_QUOTE) {
            self.out.push_str("> ");
        }
        self.out.push_str(self.line.trim_end());
        self.out.push('\n');
        self.line.clear();
        self.blank_wanted = false;
    }

    fn done(mut self) -> String {
        self.end_link();
        if !self.line.is_empty() {
            self.end_line();
        }
        // Frames within frames leave many empty lines.
        let mut out = String::with_capacity(self.out.len());
        let mut blanks = 0;
        for line in self.out.lines() {
            blanks = if line.trim_matches(['>', ' ']).is_empty() {
                blanks + 1
            } else {
                0
            };
            if blanks < 2 && !(out.is_empty() && blanks > 0) {
                out.push_str(line);
                out.push('\n');
            }
        }
        out
    }
}
