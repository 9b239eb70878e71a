//! What columns hold, as a file says: `{"Column heading": "legal_surname", "Another": null}`.

use std::path::Path;

use app::wire::ListPreview;
use serde_json::{Map, Value};

use crate::concerns::json_file::JsonFile;
use crate::stop::Stop;

/// A map as it was read; headings are looked up once the list is known.
pub struct ColumnMap {
    file: JsonFile,
    chosen: Map<String, Value>,
}

impl ColumnMap {
    /// Reads the file.
    pub fn read(path: &Path) -> Result<Self, Stop> {
        let file = JsonFile::open(path)?;
        let chosen: Map<String, Value> = file.parse()?;
        let wrong: Vec<_> = chosen
            .iter()
            .filter(|(_, field)| !field.is_string() && !field.is_null())
            .map(|(heading, _)| {
                file.spot(
                    heading,
                    "Write the id of a field in quotes, or null to leave the column out.",
                )
            })
            .collect();
        if wrong.is_empty() {
            Ok(Self { file, chosen })
        } else {
            Err(Stop::at(wrong))
        }
    }

    /// The columns of a list: what the file says, and for the others what they were taken for.
    pub fn columns(&self, list: &ListPreview) -> Result<Vec<Option<String>>, Stop> {
        let mut columns: Vec<Option<String>> = list
            .columns
            .iter()
            .map(|column| column.matched.clone())
            .collect();
        let mut wrong = Vec::new();
        let same =
            |one: &str, other: &str| one.trim().to_lowercase() == other.trim().to_lowercase();
        for (heading, field) in &self.chosen {
            let place = list
                .columns
                .iter()
                .position(|column| same(&column.heading, heading));
            let Some(place) = place else {
                wrong.push(self.file.spot(heading, "The list has no such column."));
                continue;
            };
            let field = field.as_str().map(str::to_owned);
            if let Some(field) = &field {
                if !list.fields.iter().any(|known| known.id == *field) {
                    let known: Vec<&str> =
                        list.fields.iter().map(|known| known.id.as_str()).collect();
                    wrong.push(self.file.spot(
                        heading,
                        &format!("There is no such field. Fields: {}.", known.join(", ")),
                    ));
                    continue;
                }
                // What a person says wins over what another column was taken for.
                for (other, column) in columns.iter_mut().enumerate() {
                    let said = list.columns.get(other).is_some_and(|column| {
                        self.chosen
                            .keys()
                            .any(|heading| same(heading, &column.heading))
                    });
                    if column.as_ref() == Some(field) && other != place && !said {
                        *column = None;
                    }
                }
            }
            if let Some(column) = columns.get_mut(place) {
                *column = field;
            }
        }
        if wrong.is_empty() {
            Ok(columns)
        } else {
            Err(Stop::at(wrong))
        }
    }
}
