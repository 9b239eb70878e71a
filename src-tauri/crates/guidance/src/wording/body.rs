use serde::Deserialize;

use crate::read::Id;
use crate::{Error, Page, Shelf};

/// A side from which a body is drawn.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// Its name in the data.
    pub id: Id,
    /// Its name for people.
    pub name: String,
}

/// How many of a region there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sides {
    /// Two: "Left forearm, outer side".
    Pair,
    /// One broad region: "Left side of the chest", "Middle of the chest".
    Across,
    /// One: "Nose".
    Middle,
}

/// A side of the child's own body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The child's own left.
    Left,
    /// The child's own right.
    Right,
    /// Neither.
    Middle,
}

/// A region of the body, in plain words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Its name in the data.
    pub id: Id,
    /// Its name for people, small letters, without a side.
    pub name: String,
    /// The side from which it is seen.
    pub view: Id,
    /// How many there are.
    pub sides: Sides,
    /// What to bear in mind before choosing it, or blank.
    pub detail: String,
}

impl Region {
    /// The sides a mark on it may have, in the order they are offered.
    pub fn offered(&self) -> &'static [Side] {
        match self.sides {
            Sides::Pair => &[Side::Left, Side::Right],
            Sides::Across => &[Side::Left, Side::Middle, Side::Right],
            Sides::Middle => &[Side::Middle],
        }
    }

    /// Says a place on the body in words, or nothing if the region has no such side.
    pub fn in_words(&self, side: Side) -> Option<String> {
        if !self.offered().contains(&side) {
            return None;
        }
        let name = &self.name;
        let words = match (self.sides, side) {
            (Sides::Middle, _) => capital(name),
            (Sides::Across, Side::Middle) => format!("Middle of the {name}"),
            (Sides::Across, _) => format!("{} side of the {name}", side.word()),
            (Sides::Pair, _) => format!("{} {name}", side.word()),
        };
        Some(words)
    }

    /// Its name without a side, for a list.
    pub fn title(&self) -> String {
        capital(&self.name)
    }
}

impl Side {
    /// Reads a side's name in the data: left, right or middle.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "left" => Some(Self::Left),
            "right" => Some(Self::Right),
            "middle" => Some(Self::Middle),
            _ => None,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Left => "Left",
            Self::Right => "Right",
            Self::Middle => "Middle",
        }
    }
}

/// The page of regions.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Body {
    #[serde(rename = "schema")]
    _schema: Id,
    pub(crate) view: Vec<View>,
    pub(crate) region: Vec<Region>,
}

impl Body {
    pub(crate) fn on(shelf: &Shelf) -> Result<Self, Error> {
        shelf.read(Page::Body)
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
