//! What is counted, and what is said of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A first and a last day, both counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Days {
    /// The first.
    pub from: NaiveDate,
    /// The last; never before the first.
    pub to: NaiveDate,
}

impl Days {
    /// A single day.
    pub fn on(day: NaiveDate) -> Self {
        Self { from: day, to: day }
    }

    /// Whether a day is one of them.
    pub fn holds(self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }

    /// Whether they have a day in common.
    pub fn meets(self, other: Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }
}

/// What a figure counts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Leaf {
    /// All of them.
    #[serde(rename = "all")]
    All,
    /// Those in one cell of a table that has each of them once: open or closed. Its cells add up to all.
    #[serde(rename = "part")]
    Part {
        /// The table.
        table: String,
        /// The cell.
        cell: String,
    },
    /// Those of which something is true beside whatever else is: a category. It adds up to nothing.
    #[serde(rename = "some")]
    Some {
        /// What.
        of: String,
    },
}

/// Something that happened, as it is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub day: NaiveDate,
    /// At which site; empty where the school has one, or nobody said.
    pub site: String,
    /// [`Leaf::All`], its cell of each table, and what else is true of it.
    pub leaves: Vec<Leaf>,
}

/// A figure of a report that is being made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What it counts: a leaf, or several cells of one table together.
    pub of: Vec<Leaf>,
    /// In which days.
    pub days: Days,
    /// At one site, or at all of them.
    pub site: Option<String>,
}

/// A figure of a report that somebody has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// What it counts: a leaf, or several cells of one table together.
    pub of: Vec<Leaf>,
    /// In which days.
    pub days: Days,
    /// At one site, or at all of them.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub site: Option<String>,
    /// What was said.
    pub shown: Shown,
}

/// What is said of a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shown {
    /// The count itself; 0, or not a small one.
    #[serde(rename = "count")]
    Count(u64),
    /// That it is above 0 and below this.
    #[serde(rename = "below")]
    Below(u64),
    /// Nothing, because another number could be worked out.
    #[serde(rename = "hidden")]
    Hidden,
}

impl Shown {
    /// What is said of a count as long as it stands alone.
    pub(super) fn alone(count: u64, below: u64) -> Self {
        match count {
            small if small > 0 && small < below => Self::Below(below),
            other => Self::Count(other),
        }
    }
}

impl std::fmt::Display for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Count(count) => write!(f, "{count}"),
            // One word for both: told apart, what is not shown would be known not to be small, and so give small ones away.
            Self::Below(_) | Self::Hidden => f.write_str("not shown"),
        }
    }
}
