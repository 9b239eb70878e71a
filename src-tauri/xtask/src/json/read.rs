//! A strict reader of RFC 8259: no comments, no trailing commas, no name twice, nothing after the end.

use std::fmt;
use std::iter::Peekable;
use std::str::Chars;

use super::Value;

/// How deep values may nest.
const DEEPEST: usize = 128;

/// What is wrong, and at which character (from 0).
#[derive(Debug, PartialEq, Eq)]
pub struct Fault {
    what: &'static str,
    at: usize,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} at character {}", self.what, self.at)
    }
}

/// Reads one JSON document.
pub fn read(text: &str) -> Result<Value, Fault> {
    let mut reader = Reader {
        rest: text.chars().peekable(),
        at: 0,
    };
    let value = reader.value(0)?;
    reader.space();
    if reader.peek().is_some() {
        Err(reader.fault("something after the end"))
    } else {
        Ok(value)
    }
}

struct Reader<'a> {
    rest: Peekable<Chars<'a>>,
    at: usize,
}

impl Reader<'_> {
    fn value(&mut self, depth: usize) -> Result<Value, Fault> {
        if depth > DEEPEST {
            return Err(self.fault("too deep"));
        }
        self.space();
        match self.peek() {
            Some('{') => self.map(depth),
            Some('[') => self.list(depth),
            Some('"') => self.string().map(Value::Text),
            Some('t') => self.word("true", Value::Bool(true)),
            Some('f') => self.word("false", Value::Bool(false)),
            Some('n') => self.word("null", Value::Null),
            Some('-' | '0'..='9') => self.number(),
            Some(_) => Err(self.fault("not a value")),
            None => Err(self.fault("the end, where a value should be")),
        }
    }

    fn map(&mut self, depth: usize) -> Result<Value, Fault> {
        self.next();
        let mut members: Vec<(String, Value)> = Vec::new();
        self.space();
        if self.take('}') {
            return Ok(Value::Map(members));
        }
        loop {
            self.space();
            let name = self.string()?;
            if members.iter().any(|(known, _)| *known == name) {
                return Err(self.fault("a name written twice"));
            }
            self.space();
            self.must(':', "no colon after a name")?;
            members.push((name, self.value(depth + 1)?));
            self.space();
            if self.take('}') {
                return Ok(Value::Map(members));
            }
            self.must(',', "no comma between members")?;
        }
    }

    fn list(&mut self, depth: usize) -> Result<Value, Fault> {
        self.next();
        let mut values = Vec::new();
        self.space();
        if self.take(']') {
            return Ok(Value::List(values));
        }
        loop {
            values.push(self.value(depth + 1)?);
            self.space();
            if self.take(']') {
                return Ok(Value::List(values));
            }
            self.must(',', "no comma between values")?;
        }
    }

    fn string(&mut self) -> Result<String, Fault> {
        self.must('"', "no quotation mark")?;
        let mut text = String::new();
        loop {
            match self.next() {
                Some('"') => return Ok(text),
                Some('\\') => text.push(self.escape()?),
                Some(c) if c < ' ' => return Err(self.fault("a bare control character")),
                Some(c) => text.push(c),
                None => return Err(self.fault("a string without an end")),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Fault> {
        Ok(match self.next() {
            Some(c @ ('"' | '\\' | '/')) => c,
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('u') => return self.unicode(),
            Some(_) | None => return Err(self.fault("an unknown escape")),
        })
    }

    fn unicode(&mut self) -> Result<char, Fault> {
        let first = self.four_digits()?;
        let code = if (0xD800..0xDC00).contains(&first) {
            self.must('\\', "half a character")?;
            self.must('u', "half a character")?;
            let second = self.four_digits()?;
            if !(0xDC00..0xE000).contains(&second) {
                return Err(self.fault("half a character"));
            }
            0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00)
        } else {
            first
        };
        char::from_u32(code).ok_or_else(|| self.fault("half a character"))
    }

    fn four_digits(&mut self) -> Result<u32, Fault> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = self
                .next()
                .and_then(|c| c.to_digit(16))
                .ok_or_else(|| self.fault("an unknown escape"))?;
            code = code * 16 + digit;
        }
        Ok(code)
    }

    fn number(&mut self) -> Result<Value, Fault> {
        let mut digits = String::new();
        self.copy_if(&mut digits, |c| c == '-');
        if !self.copy_if(&mut digits, |c| c == '0') {
            self.copy_digits(&mut digits)?;
        }
        if self.copy_if(&mut digits, |c| c == '.') {
            self.copy_digits(&mut digits)?;
        }
        if self.copy_if(&mut digits, |c| matches!(c, 'e' | 'E')) {
            self.copy_if(&mut digits, |c| matches!(c, '+' | '-'));
            self.copy_digits(&mut digits)?;
        }
        Ok(Value::Number(digits))
    }

    fn copy_digits(&mut self, digits: &mut String) -> Result<(), Fault> {
        if !self.copy_if(digits, |c| c.is_ascii_digit()) {
            return Err(self.fault("a number without its digits"));
        }
        while self.copy_if(digits, |c| c.is_ascii_digit()) {}
        Ok(())
    }

    fn copy_if(&mut self, digits: &mut String, wanted: impl Fn(char) -> bool) -> bool {
        let found = self.peek().filter(|c| wanted(*c));
        if let Some(c) = found {
            self.next();
            digits.push(c);
        }
        found.is_some()
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value, Fault> {
        for c in word.chars() {
            self.must(c, "not a value")?;
        }
        Ok(value)
    }

    fn must(&mut self, wanted: char, otherwise: &'static str) -> Result<(), Fault> {
        if self.take(wanted) {
            Ok(())
        } else {
            Err(self.fault(otherwise))
        }
    }

    fn take(&mut self, wanted: char) -> bool {
        let there = self.peek() == Some(wanted);
        if there {
            self.next();
        }
        there
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(' ' | '\t' | '\n' | '\r')) {
            self.next();
        }
    }

    fn peek(&mut self) -> Option<char> {
        self.rest.peek().copied()
    }

    fn next(&mut self) -> Option<char> {
        self.at += 1;
        self.rest.next()
    }

    fn fault(&self, what: &'static str) -> Fault {
        Fault { what, at: self.at }
    }
}

#[cfg(test)]
mod tests {
    use super::{Value, read};

    #[test]
    fn every_kind_of_value_is_read_in_the_order_it_was_written() {
        let value =
            read(r#" {"b": [1, -0.5e+3, true, false, null], "a": "caf\u00e9 \ud83d\udd11\n"} "#)
                .unwrap();
        assert_eq!(value.map()[0].0, "b");
        assert_eq!(value.get("a").text(), Some("café 🔑\n"));
        assert_eq!(value.get("b").list()[1], Value::Number("-0.5e+3".into()));
        assert!(value.get("b").list()[2].is_true());
        assert_eq!(value.get("not there"), &Value::Null);
    }

    #[test]
    fn what_is_written_reads_back_the_same() {
        let text = r#"{"a":[{"incognito":true,"n":1.50},"q\"\\\u0001"],"b":{},"c":[]}"#;
        assert_eq!(read(text).unwrap().to_string(), text);
    }

    #[test]
    fn anything_outside_the_standard_is_refused() {
        let broken = [
            "",
            "{",
            "[1,]",
            "{\"a\":1,}",
            "{a:1}",
            "[1] 2",
            "'a'",
            "01",
            "1.",
            "-",
            "+1",
            "nul",
            "\"a",
            "\"\t\"",
            r#""\x""#,
            r#""\ud800""#,
            r#""\ud800A""#,
            r#"{"a":1,"a":2}"#,
            "[1 2]",
            "// c\n1",
            "NaN",
        ];
        for text in broken {
            assert!(read(text).is_err(), "{text} was read");
        }
    }

    #[test]
    fn nesting_has_a_limit_so_that_no_file_can_exhaust_the_stack() {
        assert!(read(&"[".repeat(100_000)).is_err());
        let hundred = format!("{}{}", "[".repeat(100), "]".repeat(100));
        assert!(read(&hundred).is_ok());
    }

    #[test]
    fn a_fault_says_where_it_is() {
        assert_eq!(
            read("[1, x]").unwrap_err().to_string(),
            "not a value at character 4"
        );
    }
}
