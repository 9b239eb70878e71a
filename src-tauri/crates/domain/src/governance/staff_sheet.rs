use serde::{Deserialize, Serialize};

use super::Row;
use crate::disclosure::{Days, Published};
use crate::hide_words;

/// The kind of an entry by which whoever keeps what is recorded about adults, and may make reports, lets numbers about adults stand in the report.
pub const STAFF_SHEET: &str = "governors.staff_sheet";
/// The part that holds a [`StaffSheet`].
pub const PART_SHEET: &str = "sheet";

/// Numbers about adults who work at the school, as whoever keeps them lets the governors read them. It is written into the room of the
/// pupils' records on purpose, where the report is made, and says nothing but what the report will say.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffSheet {
    /// The days it is about.
    pub days: Days,
    /// What it says.
    pub rows: Vec<Row>,
    /// What was said in numbers: what later sheets must not undo.
    #[serde(default)]
    pub figures: std::collections::BTreeMap<String, Vec<Published>>,
}

hide_words!(StaffSheet);
