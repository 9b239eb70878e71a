//! Which line each field of a JSON file stands on.

/// The fields of a file in the order they come, by path (`student.upn`, `linked_people[1].role`).
pub struct Places {
    /// Path, line from 1, byte where the name begins.
    fields: Vec<(String, u32, usize)>,
    /// Where each line begins.
    lines: Vec<usize>,
}

enum Inside {
    Object { path: String, key: Option<String> },
    Array { path: String, index: usize },
}

impl Inside {
    /// The path of the value that comes next.
    fn next(&self) -> String {
        match self {
            Inside::Object { path, key } => join(path, key.as_deref().unwrap_or_default()),
            Inside::Array { path, index } => format!("{path}[{index}]"),
        }
    }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() {
        key.to_owned()
    } else {
        format!("{path}.{key}")
    }
}

impl Places {
    /// Reads the names of a file. What is not JSON is read as far as it can be.
    pub fn of(text: &str) -> Self {
        let mut lines = vec![0];
        lines.extend(text.match_indices('\n').map(|(at, _)| at + 1));
        let mut fields = Vec::new();
        let mut inside: Vec<Inside> = Vec::new();
        let mut chars = text.char_indices();
        while let Some((at, c)) = chars.next() {
            match c {
                '"' => {
                    let word = string(&mut chars);
                    if let Some(Inside::Object {
                        path,
                        key: key @ None,
                    }) = inside.last_mut()
                    {
                        fields.push((join(path, &word), line_of(&lines, at), at));
                        *key = Some(word);
                    }
                }
                // A concern is three levels deep; what goes on for ever is refused by the reader that comes after this.
                '{' | '[' if inside.len() >= 16 => break,
                '{' | '[' => {
                    let path = inside.last().map(Inside::next).unwrap_or_default();
                    inside.push(if c == '{' {
                        Inside::Object { path, key: None }
                    } else {
                        Inside::Array { path, index: 0 }
                    });
                }
                '}' | ']' => {
                    inside.pop();
                }
                ',' => match inside.last_mut() {
                    Some(Inside::Object { key, .. }) => *key = None,
                    Some(Inside::Array { index, .. }) => *index += 1,
                    None => {}
                },
                _ => {}
            }
        }
        Self { fields, lines }
    }

    /// The line of a field, or of the nearest thing it belongs to that is there; 1 when nothing is.
    pub fn line(&self, path: &str) -> u32 {
        let mut path = path;
        loop {
            if let Some((_, line, _)) = self.fields.iter().rev().find(|(known, ..)| known == path) {
                return *line;
            }
            match path.rfind(['.', '[']) {
                Some(end) => path = path.get(..end).unwrap_or_default(),
                None => return 1,
            }
        }
    }

    /// The field that a line and a column (from 1) are in: the last one that began by then.
    pub fn field_at(&self, line: usize, column: usize) -> String {
        let Some(start) = line.checked_sub(1).and_then(|line| self.lines.get(line)) else {
            return String::new();
        };
        self.fields
            .iter()
            .rev()
            .find(|(.., at)| *at < start + column)
            .map(|(path, ..)| path.clone())
            .unwrap_or_default()
    }
}

fn line_of(lines: &[usize], at: usize) -> u32 {
    u32::try_from(lines.partition_point(|start| *start <= at)).unwrap_or(u32::MAX)
}

/// The rest of a string whose first quote has been read; escapes are only stepped over.
fn string(chars: &mut std::str::CharIndices<'_>) -> String {
    let mut word = String::new();
    while let Some((_, c)) = chars.next() {
        match c {
            '"' => break,
            '\\' => word.extend(chars.next().map(|(_, escaped)| escaped)),
            c => word.push(c),
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "{\n  \"student\": {\"upn\": \"a, b: {\"},\n  \"linked_people\": [\n    {\"name\": \"x\"},\n    {\"name\": \"y\",\n     \"role\": 5}\n  ],\n  \"description\": \"\\\"{\"\n}";

    #[test]
    fn every_field_has_its_line() {
        let places = Places::of(FILE);

        for (path, line) in [
            ("student", 2),
            ("student.upn", 2),
            ("linked_people[0].name", 4),
            ("linked_people[1].role", 6),
            ("description", 8),
        ] {
            assert_eq!(places.line(path), line, "{path}");
        }
    }

    #[test]
    fn a_field_that_is_not_there_is_on_the_line_of_what_it_belongs_to() {
        let places = Places::of(FILE);

        assert_eq!(places.line("linked_people[1].kind"), 3);
        assert_eq!(places.line("occurred_at"), 1);
    }

    #[test]
    fn a_place_in_the_file_is_in_the_field_that_began_last() {
        let places = Places::of(FILE);

        assert_eq!(places.field_at(6, 14), "linked_people[1].role");
        assert_eq!(places.field_at(2, 4), "student");
        assert_eq!(places.field_at(1, 1), "");
    }

    #[test]
    fn a_file_that_is_not_json_is_read_all_the_same() {
        for text in ["", "}", "{\"a", "]]]{{{", "{\"a\": [,,, \"b\": 1"] {
            let places = Places::of(text);

            assert!(places.line("a") >= 1);
            assert!(places.field_at(1, 99).len() < 20);
        }
    }
}
