//! How the people of a picture stand beneath one another: two columns to a page, and as many pages as it takes.

use super::{LinkGroup, LinkedFacts};

/// From one name to the next.
pub(super) const ROW: f32 = 23.0;
/// The heading of a group.
pub(super) const HEAD: f32 = 24.0;

/// A row of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    /// The heading of a group; it may go on from another column.
    Head { group: LinkGroup, goes_on: bool },
    /// Somebody, by their place among the people.
    Person(usize),
}

impl Row {
    /// How high it stands.
    pub(super) fn height(self) -> f32 {
        match self {
            Self::Head { .. } => HEAD,
            Self::Person(_) => ROW,
        }
    }
}

/// How high a column is.
pub(super) fn height(column: &[Row]) -> f32 {
    column.iter().map(|row| row.height()).sum()
}

/// Takes as many people off the front as stand in two columns of this height; about as many in the one as in the other where
/// all that are left find room.
pub(super) fn two(people: &[LinkedFacts], from: usize, room: f32) -> ([Vec<Row>; 2], usize) {
    let all = whole(people, from);
    let half = match all <= 2.0 * room - ROW - HEAD {
        // The column that breaks a group has its heading once more.
        true => (all / 2.0 + ROW / 2.0).min(room),
        false => room,
    };
    let (left, next) = one(people, from, half);
    let (right, next) = one(people, next, room);
    ([left, right], next)
}

/// How high everybody from here on would stand in one column.
fn whole(people: &[LinkedFacts], from: usize) -> f32 {
    height(&one(people, from, f32::MAX).0)
}

/// One column, and who stands first in the next.
fn one(people: &[LinkedFacts], from: usize, room: f32) -> (Vec<Row>, usize) {
    let mut column = Vec::new();
    let mut used = 0.0;
    let mut before = None;
    for (place, person) in people.iter().enumerate().skip(from) {
        let group = person.group;
        let head = (before != Some(group)).then(|| Row::Head {
            group,
            goes_on: column.is_empty()
                && place
                    .checked_sub(1)
                    .and_then(|last| people.get(last))
                    .is_some_and(|last| last.group == group),
        });
        let needed = ROW + head.map_or(0.0, Row::height);
        // Somebody always stands in a column, so that there is an end.
        if used + needed > room && !column.is_empty() {
            return (column, place);
        }
        column.extend(head);
        column.push(Row::Person(place));
        used += needed;
        before = Some(group);
    }
    (column, people.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(family: usize, adults: usize) -> Vec<LinkedFacts> {
        let one = |group| LinkedFacts {
            name: "Somebody".to_owned(),
            lettered: false,
            relation: String::new(),
            group,
            concerns: Vec::new(),
        };
        let family = (0..family).map(|_| one(LinkGroup::Family));
        family
            .chain((0..adults).map(|_| one(LinkGroup::Adult)))
            .collect()
    }

    fn placed(columns: &[Vec<Row>]) -> Vec<usize> {
        let rows = columns.iter().flatten().filter_map(|row| match row {
            Row::Person(place) => Some(*place),
            Row::Head { .. } => None,
        });
        rows.collect()
    }

    #[test]
    fn everybody_stands_somewhere_once_and_in_order() {
        for (family, adults) in [(1, 0), (2, 2), (4, 40), (0, 90), (33, 1)] {
            let people = people(family, adults);
            let mut from = 0;
            let mut all = Vec::new();
            while from < people.len() {
                let (columns, next) = two(&people, from, 500.0);
                assert!(columns.iter().all(|column| height(column) <= 500.0));
                all.extend(placed(&columns));
                from = next;
            }
            assert_eq!(all, (0..people.len()).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_group_that_goes_on_in_the_other_column_says_so() {
        let (columns, _) = two(&people(2, 10), 0, 500.0);
        let heads = |column: &Vec<Row>| -> Vec<Row> {
            let heads = column.iter().copied();
            heads
                .filter(|row| matches!(row, Row::Head { .. }))
                .collect()
        };
        let [left, right] = columns.each_ref().map(heads);
        let head = |group, goes_on| Row::Head { group, goes_on };
        assert_eq!(
            left,
            [
                head(LinkGroup::Family, false),
                head(LinkGroup::Adult, false)
            ]
        );
        assert_eq!(right, [head(LinkGroup::Adult, true)]);
    }
}
