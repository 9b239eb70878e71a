//! Writes JSON on one line.

use std::fmt::{self, Write};

use super::Value;

impl fmt::Display for Value {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => out.write_str("null"),
            Self::Bool(value) => write!(out, "{value}"),
            Self::Number(digits) => out.write_str(digits),
            Self::Text(text) => quoted(out, text),
            Self::List(values) => {
                out.write_char('[')?;
                for (index, value) in values.iter().enumerate() {
                    comma(out, index)?;
                    write!(out, "{value}")?;
                }
                out.write_char(']')
            }
            Self::Map(members) => {
                out.write_char('{')?;
                for (index, (name, value)) in members.iter().enumerate() {
                    comma(out, index)?;
                    quoted(out, name)?;
                    write!(out, ":{value}")?;
                }
                out.write_char('}')
            }
        }
    }
}

fn comma(out: &mut fmt::Formatter<'_>, index: usize) -> fmt::Result {
    if index == 0 {
        Ok(())
    } else {
        out.write_char(',')
    }
}

fn quoted(out: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    out.write_char('"')?;
    for c in text.chars() {
        match c {
            '"' => out.write_str("\\\"")?,
            '\\' => out.write_str("\\\\")?,
            c if c < ' ' => write!(out, "\\u{:04x}", u32::from(c))?,
            c => out.write_char(c)?,
        }
    }
    out.write_char('"')
}
