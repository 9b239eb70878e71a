//! Finding: words of concerns newest first, names of pupils as written and as they sound.

use super::concerns::{ConcernLine, ConcernQuery};
use super::pupils::{PupilLine, read_pupil};
use super::sounds;
use crate::VaultError;
use crate::room::Room;

/// Something found.
#[derive(Debug, Clone)]
pub enum Hit {
    /// A concern that holds the words.
    Concern(ConcernLine),
    /// A pupil so named.
    Pupil {
        /// The pupil.
        line: PupilLine,
        /// Found by how the name sounds, not by how it is written.
        by_sound: bool,
    },
}

/// What a person typed as a full-text question: every word must occur, the last may be unfinished. `None` if there is no
/// word in it. Quoted words must stand together.
pub(super) fn match_words(typed: &str) -> Option<String> {
    let mut terms: Vec<String> = Vec::new();
    let mut quoted = false;
    for stretch in typed.split(['"', '\u{201c}', '\u{201d}']) {
        if quoted && stretch.chars().any(char::is_alphanumeric) {
            terms.push(format!("\"{stretch}\""));
        } else {
            let words = stretch
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty());
            terms.extend(words.map(|word| format!("\"{word}\"")));
        }
        quoted = !quoted;
    }
    let last = terms.last_mut()?;
    let finished = typed.ends_with([' ', '"', '\u{201d}']);
    // One letter would match half of everything: it has to be a whole word.
    if !finished && last.chars().count() > 3 {
        last.push('*');
    }
    Some(terms.join(" "))
}

impl Room {
    /// Concerns that hold all the words, newest first.
    pub fn find_concerns(&self, typed: &str, limit: u32) -> Result<Vec<ConcernLine>, VaultError> {
        if match_words(typed).is_none() {
            return Ok(Vec::new());
        }
        let query = ConcernQuery {
            words: Some(typed.to_owned()),
            limit,
            ..ConcernQuery::default()
        };
        Ok(self.concerns(&query)?.lines)
    }

    /// Pupils so named, then pupils whose names sound like what was typed.
    pub fn find_pupils(&self, typed: &str, limit: u32) -> Result<Vec<Hit>, VaultError> {
        let mut hits: Vec<Hit> = Vec::new();
        let mut seen = Vec::new();
        let names = name_question("names", typed.split_whitespace());
        let codes = sounds(typed);
        let by_sound = name_question("sounds", codes.split_whitespace().take(1));
        for (question, by_sound) in [(names, false), (by_sound, true)] {
            let Some(question) = question else { continue };
            let mut statement = self.conn.prepare_cached(
                "SELECT pupil.id, pupil.facts, pupil.heads
                   FROM pupil_words JOIN pupil ON pupil.n = pupil_words.rowid
                  WHERE pupil_words MATCH ?1
                  ORDER BY pupil.left IS NOT NULL, pupil.sort, pupil.n
                  LIMIT ?2",
            )?;
            for line in statement.query_map((question, limit), read_pupil)? {
                let line = line?;
                if !seen.contains(&line.id) && hits.len() < limit as usize {
                    seen.push(line.id);
                    hits.push(Hit::Pupil { line, by_sound });
                }
            }
        }
        Ok(hits)
    }
}

/// All the words as beginnings of words in one column.
fn name_question<'a>(column: &str, words: impl Iterator<Item = &'a str>) -> Option<String> {
    let terms: Vec<String> = words
        .flat_map(|word| word.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .map(|word| format!("\"{word}\"*"))
        .collect();
    (!terms.is_empty()).then(|| format!("{column} : ({})", terms.join(" AND ")))
}

#[cfg(test)]
mod tests {
    use super::match_words;

    #[test]
    fn what_is_typed_becomes_a_question_that_cannot_go_wrong() {
        assert_eq!(
            match_words("canteen ques"),
            Some("\"canteen\" \"ques\"*".into())
        );
        assert_eq!(match_words("canteen "), Some("\"canteen\"".into()));
        assert_eq!(
            match_words("\"not to tell\""),
            Some("\"not to tell\"".into())
        );
        assert_eq!(
            match_words("a NEAR(b* -c) OR"),
            Some("\"a\" \"NEAR\" \"b\" \"c\" \"OR\"*".into())
        );
        assert_eq!(
            match_words("MV-26-B7K-0143"),
            Some("\"MV\" \"26\" \"B7K\" \"0143\"*".into())
        );
        for nothing in ["", "  ", "\"\"", "---"] {
            assert_eq!(match_words(nothing), None, "{nothing:?}");
        }
    }
}
