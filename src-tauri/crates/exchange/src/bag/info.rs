//! What stands about a bag beside its lists.

/// That a folder is a bag, as RFC 8493 (2.1.1) wants it.
pub const DECLARATION: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// How much lies in `data/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Oxum {
    /// Bytes of all files.
    pub bytes: u64,
    /// How many files.
    pub files: u64,
}

/// What should be two numbers is something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the amount is not two numbers")]
pub struct NotAnAmount;

/// The facts as a file: a label, a colon and what is said, each on a line of its own.
pub fn info_text(facts: &[(&str, String)]) -> String {
    let mut text = String::new();
    for (label, said) in facts {
        let said: Vec<&str> = said.split_whitespace().collect();
        text.push_str(&format!("{label}: {}\n", said.join(" ")));
    }
    text
}

/// How much a bag says lies in it; nothing where it does not say, an error where what it says is not two numbers.
pub fn oxum_of(info: &str) -> Result<Option<Oxum>, NotAnAmount> {
    let info = info.strip_prefix('\u{feff}').unwrap_or(info);
    let said = info.lines().find_map(|line| {
        let (label, said) = line.split_once(':')?;
        label
            .trim()
            .eq_ignore_ascii_case("Payload-Oxum")
            .then(|| said.trim())
    });
    let Some(said) = said else { return Ok(None) };
    let (bytes, files) = said.split_once('.').ok_or(NotAnAmount)?;
    Ok(Some(Oxum {
        bytes: bytes.parse().map_err(|_| NotAnAmount)?,
        files: files.parse().map_err(|_| NotAnAmount)?,
    }))
}

/// Whether a declaration is one of a bag that can be read here.
pub(super) fn declares(text: &str) -> bool {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let says = |label: &str, wanted: &[&str]| {
        text.lines().any(|line| {
            line.split_once(':').is_some_and(|(is, said)| {
                is.trim().eq_ignore_ascii_case(label)
                    && wanted
                        .iter()
                        .any(|one| said.trim().eq_ignore_ascii_case(one))
            })
        })
    };
    says("BagIt-Version", &["1.0", "0.97"]) && says("Tag-File-Character-Encoding", &["UTF-8"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_what_is_odd_is_said() {
        let text = info_text(&[
            ("Source-Organization", "Marlowe\nVale".to_owned()),
            ("Payload-Oxum", "12.3".to_owned()),
        ]);
        assert_eq!(
            text,
            "Source-Organization: Marlowe Vale\nPayload-Oxum: 12.3\n"
        );
        assert_eq!(
            oxum_of(&text),
            Ok(Some(Oxum {
                bytes: 12,
                files: 3
            }))
        );
        assert_eq!(oxum_of("Contact-Name: x\n"), Ok(None));
        assert_eq!(oxum_of("payload-oxum: many"), Err(NotAnAmount));
        assert!(declares(DECLARATION));
        assert!(!declares(
            "BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n"
        ));
        assert!(!declares(
            "BagIt-Version: 1.0\nTag-File-Character-Encoding: ISO-8859-1\n"
        ));
    }
}
