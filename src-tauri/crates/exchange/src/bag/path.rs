//! Names of files in a bag: plain, relative, the same on every system.

/// Why a name is not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathFault {
    /// It leads out of the bag.
    LeadsOut,
    /// It is not written as names in a bag are.
    NotPlain,
    /// It holds something that turns what is read round, or hides.
    Disguised,
}

/// Whether a name may be followed: relative, with `/` between its parts, none of them `.` or `..`, nothing in it that a screen turns
/// round (`exhibit\u{202e}fdp.exe`).
pub fn plain(path: &str) -> Result<(), PathFault> {
    let parts = path.split('/');
    if path.starts_with(['/', '~']) || path.contains(':') || parts.clone().any(|part| part == "..")
    {
        return Err(PathFault::LeadsOut);
    }
    if path.contains('\\') || parts.clone().any(|part| part.is_empty() || part == ".") {
        return Err(PathFault::NotPlain);
    }
    let hides = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    if path.chars().any(hides) {
        return Err(PathFault::Disguised);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_leads_out_or_deceives_is_not_followed() {
        for fine in [
            "data/a.txt",
            "data/zażółć/ß ü.pdf",
            "data/a..b",
            "bagit.txt",
        ] {
            assert_eq!(plain(fine), Ok(()), "{fine}");
        }
        for (odd, why) in [
            ("/etc/passwd", PathFault::LeadsOut),
            ("~/a", PathFault::LeadsOut),
            ("C:/a", PathFault::LeadsOut),
            ("data/../../a", PathFault::LeadsOut),
            ("data\\a", PathFault::NotPlain),
            ("data//a", PathFault::NotPlain),
            ("data/./a", PathFault::NotPlain),
            ("", PathFault::NotPlain),
            ("data/a\u{202e}fdp.exe", PathFault::Disguised),
            ("data/a\nb", PathFault::Disguised),
        ] {
            assert_eq!(plain(odd), Err(why), "{odd:?}");
        }
    }
}
