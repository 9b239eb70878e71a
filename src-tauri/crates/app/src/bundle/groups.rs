//! Records of several pupils in one bundle, so that those of one can be taken out without those of another.

use std::collections::BTreeSet;

use domain::concern::Concern;
use domain::id::PupilId;

/// Records that belong together.
pub(super) struct Group {
    /// What they have in common, for the index.
    pub(super) title: String,
    /// What that means for whoever takes the bundle apart.
    pub(super) say: &'static str,
    /// How many they are; those of the first group come first.
    pub(super) many: usize,
}

const ALONE: &str = "No other child is named among the people of these records, so they can be taken out of the bundle by themselves. An account may still name somebody in its words.";
const SEVERAL: &str =
    "Each of these records names more than one child. None of them belongs to one child alone.";
const OTHERS: &str = "These records were asked for by themselves.";

/// Puts the concerns into the order of their groups: those that name one of the pupils and no other child, pupil by pupil, then those that
/// name several. For one pupil there is no group.
pub(super) fn grouped(
    pupils: &[(String, BTreeSet<PupilId>)],
    concerns: Vec<Concern>,
) -> (Vec<Concern>, Vec<Group>) {
    if pupils.len() < 2 {
        return (concerns, Vec::new());
    }
    let mut ranked: Vec<(usize, Concern)> = concerns
        .into_iter()
        .map(|concern| (rank(pupils, &concern), concern))
        .collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    let groups = ranked.chunk_by(|(one, _), (other, _)| one == other);
    let groups = groups
        .filter_map(|group| {
            let (rank, _) = group.first()?;
            let (title, say) = match pupils.get(*rank) {
                Some((name, _)) => (
                    format!("Records that name {name} and no other child"),
                    ALONE,
                ),
                None if *rank == pupils.len() => {
                    ("Records that name more than one child".to_owned(), SEVERAL)
                }
                None => ("Other records that were asked for".to_owned(), OTHERS),
            };
            let many = group.len();
            Some(Group { title, say, many })
        })
        .collect();
    let concerns = ranked.into_iter().map(|(_, concern)| concern).collect();
    (concerns, groups)
}

/// The place of the pupil it belongs to alone; after those, that it names several; last, that it names none of them.
fn rank(pupils: &[(String, BTreeSet<PupilId>)], concern: &Concern) -> usize {
    let people = concern.current().map(|version| &version.content.people);
    let children = people
        .into_iter()
        .flatten()
        .filter(|person| person.kind == "pupil" || person.pupil.is_some());
    let mut own = BTreeSet::new();
    let mut others = BTreeSet::new();
    for child in children {
        let place = child
            .pupil
            .and_then(|id| pupils.iter().position(|(_, records)| records.contains(&id)));
        match place {
            Some(place) => own.insert(place),
            None => others.insert((child.pupil, child.name.as_str())),
        };
    }
    match (own.first(), own.len() + others.len()) {
        (Some(place), 1) => *place,
        (Some(_), _) => pupils.len(),
        (None, 2..) => pupils.len(),
        (None, _) => pupils.len() + 1,
    }
}
