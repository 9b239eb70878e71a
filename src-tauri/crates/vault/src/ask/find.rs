//! Finding: words of concerns newest first, names of pupils as written and as they sound.

use deunicode::deunicode;
use rusqlite::{Connection, OptionalExtension};

use super::concerns::{ConcernLine, ConcernQuery};
use super::pupils::{PupilLine, pupil_columns, read_pupil};
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

/// A beginning of so many letters has a list of its own in the index; a longer one has not.
const LISTED: usize = 4;
/// Words that a longer beginning is asked as, at most.
const MOST_WORDS: usize = 24;

/// What a person typed as a full-text question: every word must occur, the last may be unfinished. `None` if there is no
/// word in it. Quoted words must stand together.
pub(super) fn question(conn: &Connection, typed: &str) -> Result<Option<String>, VaultError> {
    let Some((mut terms, unfinished)) = terms_of(typed) else {
        return Ok(None);
    };
    if let Some(last) = terms.last_mut().filter(|_| unfinished) {
        let beginning = last.trim_matches('"').to_lowercase();
        let letters = beginning.chars().count();
        let words = if letters > LISTED && beginning.is_ascii() {
            words_that_begin(conn, &beginning)?
        } else {
            None
        };
        match words {
            // The index would gather every place of every such word before it gave the newest; asked by name they
            // are read from the newest on.
            Some(words) if !words.is_empty() => {
                let words: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
                *last = format!("({})", words.join(" OR "));
            }
            Some(_) => {}
            // One letter would match half of everything: it has to be a whole word.
            None if letters > 1 => last.push('*'),
            None => {}
        }
    }
    Ok(Some(terms.join(" AND ")))
}

/// The words and quoted stretches, and whether the last may be unfinished.
fn terms_of(typed: &str) -> Option<(Vec<String>, bool)> {
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
    let finished = typed.ends_with([' ', '"', '\u{201d}']);
    (!terms.is_empty()).then_some((terms, !finished))
}

/// Small letters without marks: `Łukasz` and `lukasz` are the same.
#[must_use]
pub fn plain(text: &str) -> String {
    deunicode(text).to_lowercase()
}

/// Whether a text that lies in no room holds all the words asked for, each as the beginning of one of its own.
#[must_use]
pub fn holds(text: &str, typed: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        plain(text)
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let held = words(text);
    words(typed)
        .iter()
        .all(|asked| held.iter().any(|word| word.starts_with(asked.as_str())))
}

/// The index's words with this beginning, found by stepping from each to the next. `None` if there are too many to ask
/// for by name.
fn words_that_begin(conn: &Connection, beginning: &str) -> Result<Option<Vec<String>>, VaultError> {
    conn.execute_batch(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab ('main', 'concern_words', 'instance')",
    )?;
    let mut statement =
        conn.prepare_cached("SELECT term FROM temp.terms WHERE term >= ?1 LIMIT 1")?;
    let mut words: Vec<String> = Vec::new();
    let mut from = beginning.to_owned();
    loop {
        let next: Option<String> = statement
            .query_row([&from], |row| row.get(0))
            .optional()?
            .filter(|term: &String| term.starts_with(beginning));
        match next {
            None => return Ok(Some(words)),
            Some(_) if words.len() == MOST_WORDS => return Ok(None),
            Some(word) => {
                // Nothing that is a word stands between a word and itself with this behind it.
                from = format!("{word}\u{1}");
                words.push(word);
            }
        }
    }
}

impl Room {
    /// Concerns that hold all the words, newest first.
    pub fn find_concerns(&self, typed: &str, limit: u32) -> Result<Vec<ConcernLine>, VaultError> {
        if terms_of(typed).is_none() {
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
        for (question, by_sound) in [(names, false), (sound_question(typed), true)] {
            let Some(question) = question else { continue };
            let columns = pupil_columns("stands");
            let mut statement = self.conn.prepare_cached(&format!(
                // Whose name it is too is asked of those who are shown, not of everybody who is found.
                "SELECT {columns}
                   FROM (SELECT stands.n
                           FROM pupil_words JOIN pupil AS named ON named.n = pupil_words.rowid
                           JOIN pupil AS stands ON stands.id = ifnull(named.kept, named.id)
                          WHERE pupil_words MATCH ?1
                          ORDER BY stands.left IS NOT NULL, stands.sort, stands.n
                          LIMIT ?2) AS found
                   JOIN pupil AS stands ON stands.n = found.n
                  ORDER BY stands.left IS NOT NULL, stands.sort, stands.n"
            ))?;
            for line in statement.query_map((question, limit), read_pupil)? {
                let line = line?;
                if !seen.contains(&line.id) && hits.len() < limit as usize {
                    seen.push(line.id);
                    hits.push(Hit::Pupil { line, by_sound });
                }
            }
        }
        // Whoever is called as it was typed comes before whoever is so by another of their names.
        hits.sort_by_key(|hit| match hit {
            Hit::Pupil { line, by_sound } => {
                let called = is_called(&line.facts.name(), typed);
                (*by_sound, line.facts.left_on.is_some(), !called)
            }
            Hit::Concern(_) => (true, true, true),
        });
        Ok(hits)
    }
}

/// Whether every word that was typed begins a word of a name, in the order in which it is said.
fn is_called(name: &str, typed: &str) -> bool {
    let (name, typed) = (name.to_lowercase(), typed.to_lowercase());
    let mut words = name.split_whitespace();
    typed
        .split_whitespace()
        .all(|wanted| words.any(|word| word.starts_with(wanted)))
}

/// All the words as beginnings of words in one column.
pub(super) fn name_question<'a>(
    column: &str,
    words: impl Iterator<Item = &'a str>,
) -> Option<String> {
    let terms: Vec<String> = words
        .flat_map(|word| word.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .map(|word| format!("\"{word}\"*"))
        .collect();
    (!terms.is_empty()).then(|| format!("{column} : ({})", terms.join(" AND ")))
}

/// Every word as the beginning of a name or as a word that sounds the same: one that only begins alike would be everybody.
pub(super) fn sound_question(typed: &str) -> Option<String> {
    // A number sounds like nobody.
    if typed.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let terms: Vec<String> = typed
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| {
            let codes: Vec<String> = sounds(word)
                .split_whitespace()
                .map(|code| format!("\"{code}\""))
                .collect();
            match codes.is_empty() {
                true => format!("names : \"{word}\"*"),
                false => format!("(names : \"{word}\"* OR sounds : ({}))", codes.join(" OR ")),
            }
        })
        .collect();
    (!terms.is_empty()).then(|| terms.join(" AND "))
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::question;

    #[test]
    fn what_is_typed_becomes_a_question_that_cannot_go_wrong() {
        #[allow(clippy::disallowed_methods, reason = "an index in memory")]
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch(
            "CREATE VIRTUAL TABLE concern_words USING fts5 (words, content = '', prefix = '2 3 4');
             INSERT INTO concern_words (rowid, words) VALUES (1, 'question questions quest canteen');",
        )
        .unwrap();
        let asked = |typed: &str| question(&conn, typed).unwrap();

        assert_eq!(
            asked("canteen ques"),
            Some("\"canteen\" AND \"ques\"*".into())
        );
        assert_eq!(
            asked("canteen Quest"),
            Some("\"canteen\" AND (\"quest\" OR \"question\" OR \"questions\")".into())
        );
        assert_eq!(asked("swimming"), Some("\"swimming\"".into()));
        assert_eq!(asked("canteen "), Some("\"canteen\"".into()));
        assert_eq!(asked("\"not to tell\""), Some("\"not to tell\"".into()));
        assert_eq!(
            asked("a NEAR(b* -c) OR"),
            Some("\"a\" AND \"NEAR\" AND \"b\" AND \"c\" AND \"OR\"*".into())
        );
        assert_eq!(
            asked("MV-26-B7K-0143"),
            Some("\"MV\" AND \"26\" AND \"B7K\" AND \"0143\"*".into())
        );
        assert_eq!(asked("d"), Some("\"d\"".into()));
        for nothing in ["", "  ", "\"\"", "---"] {
            assert_eq!(asked(nothing), None, "{nothing:?}");
        }
    }
}
