//! A list as it is made, before it goes on the screen or on paper.

use domain::id::{ConcernId, PupilId};
use domain::room::Room as RoomKind;
use guidance::AskedList;

/// A list.
pub(super) struct List {
    /// Its name: that of its page, and of its room where that is another than the pupils'.
    pub(super) id: String,
    /// What is asked for.
    pub(super) asked: &'static AskedList,
    /// The room in which it lies and in which it is kept that it was shown.
    pub(super) room: RoomKind,
    /// What its columns are called, each with its share of the measure.
    pub(super) columns: Vec<(String, f32)>,
    /// Its rows.
    pub(super) rows: Vec<Row>,
    /// What is to be put right before somebody looks.
    pub(super) gaps: Vec<String>,
    /// Where it is kept, where that is not by whoever is in.
    pub(super) kept_by: Option<String>,
}

/// A row of it.
pub(super) struct Row {
    /// A cell for each column.
    pub(super) cells: Vec<String>,
    /// The concern it is of.
    pub(super) concern: Option<ConcernId>,
    /// The pupil it is of.
    pub(super) pupil: Option<PupilId>,
}

impl List {
    /// One of the pupils' room, without rows yet.
    pub(super) fn new(asked: &'static AskedList, columns: &[(&str, f32)]) -> Self {
        Self {
            id: asked.id.to_string(),
            asked,
            room: RoomKind::Pupils,
            columns: columns
                .iter()
                .map(|(name, share)| ((*name).to_owned(), *share))
                .collect(),
            rows: Vec::new(),
            gaps: Vec::new(),
            kept_by: None,
        }
    }

    /// What it is called; of one about adults, of which room.
    pub(super) fn title(&self) -> String {
        match self.room {
            RoomKind::Pupils => self.asked.title.clone(),
            other @ (RoomKind::Staff | RoomKind::Head | RoomKind::LeadTeam) => {
                format!("{}: {}", self.asked.title, other.title().to_lowercase())
            }
        }
    }

    /// It is about adults who work here.
    pub(super) fn adults(&self) -> bool {
        self.room != RoomKind::Pupils || self.kept_by.is_some()
    }

    /// Says what is to be put right, where there is something: `2 concerns have no decision`.
    pub(super) fn gap(&mut self, count: usize, one: &str, several: &str) {
        match count {
            0 => {}
            1 => self.gaps.push(one.to_owned()),
            _ => self.gaps.push(several.replace("{}", &count.to_string())),
        }
    }
}
