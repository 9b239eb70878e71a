//! One spelling of JSON only, so that two readers never see two things in the same bytes.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::HistoryError;

/// The largest number in a header, 2^53 - 1: a reader that counts in doubles still reads it exactly.
pub const MAX_NUMBER: u64 = (1 << 53) - 1;
/// How deep lists and objects may stand in each other, the outermost counted.
pub const MAX_DEPTH: usize = 16;

/// Reads a value whose one spelling is what writing it again gives; any other spelling is refused.
pub(crate) fn read<T: Serialize + DeserializeOwned>(
    bytes: &[u8],
    what: &'static str,
) -> Result<T, HistoryError> {
    let value: T = serde_json::from_slice(bytes).map_err(|_| HistoryError::Malformed(what))?;
    let again = serde_json::to_vec(&value).map_err(|_| HistoryError::Malformed(what))?;
    if again != bytes {
        return Err(HistoryError::NotCanonical);
    }
    Ok(value)
}

/// Reads JSON whose shape is not known, in the same one spelling: whole numbers only, no field twice.
pub(crate) fn read_any(bytes: &[u8], what: &'static str) -> Result<Value, HistoryError> {
    // A repeated field is dropped on reading and so shows when the value is written again.
    let value: Value = read(bytes, what)?;
    check(&value, MAX_DEPTH)?;
    Ok(value)
}

/// Whether numbers are within limits, and lists and objects go down at most `levels`.
fn check(value: &Value, levels: usize) -> Result<(), HistoryError> {
    let below = || levels.checked_sub(1).ok_or(HistoryError::TooLarge("depth"));
    match value {
        Value::Null | Value::Bool(_) | Value::String(_) => Ok(()),
        Value::Number(number) => match number.as_u64() {
            Some(number) if number <= MAX_NUMBER => Ok(()),
            Some(_) | None => Err(HistoryError::Malformed("number")),
        },
        Value::Array(values) => {
            below().and_then(|levels| values.iter().try_for_each(|value| check(value, levels)))
        }
        Value::Object(fields) => {
            below().and_then(|levels| fields.values().try_for_each(|value| check(value, levels)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_one_spelling_is_read() {
        assert!(read_any(br#"{"a":[1,null,"\n"],"b":9007199254740991}"#, "test").is_ok());

        for (wrong, why) in [
            (r#"{"a": 1}"#, HistoryError::NotCanonical),
            (r#"{"a":1,"a":1}"#, HistoryError::NotCanonical),
            (r#""\u000a""#, HistoryError::NotCanonical),
            (r#""\/""#, HistoryError::NotCanonical),
            ("1.5", HistoryError::Malformed("number")),
            ("-1", HistoryError::Malformed("number")),
            ("9007199254740992", HistoryError::Malformed("number")),
            ("01", HistoryError::Malformed("test")),
            ("\u{feff}1", HistoryError::Malformed("test")),
        ] {
            assert_eq!(read_any(wrong.as_bytes(), "test"), Err(why), "{wrong}");
        }
    }

    #[test]
    fn sixteen_levels_are_enough() {
        let nested = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));

        assert!(read_any(nested(MAX_DEPTH).as_bytes(), "test").is_ok());
        assert_eq!(
            read_any(nested(MAX_DEPTH + 1).as_bytes(), "test"),
            Err(HistoryError::TooLarge("depth"))
        );
        assert_eq!(
            read_any(nested(60_000).as_bytes(), "test"),
            Err(HistoryError::Malformed("test"))
        );
    }
}
