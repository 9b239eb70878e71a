//! What is worth a look together, on a concern, on a pupil's page and on Today.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use domain::buildup::{LEAST, LOOK_BACK_DAYS, NEW_DAYS, TraceOf};
use domain::id::{AdultId, ConcernId, PupilId};
use domain::room::Room as RoomKind;
use vault::ask::Kept;

use super::find::{Found, around, days_ago};
use crate::Office;
use crate::concern::row;
use crate::wire::{BuildUp, Fault};

/// Those that rest on a concern among others.
pub(crate) fn of_concern(
    office: &Office,
    kind: RoomKind,
    id: ConcernId,
) -> Result<Vec<BuildUp>, Fault> {
    let room = office.room(kind).ok_or_else(Fault::stopped)?;
    let own = room.concern_line(id)?.row;
    let mut all = Vec::new();
    for trace in room.traces_of(own)? {
        for found in around(office, trace.of, &trace.key)? {
            if found.rests_on.iter().any(|(_, line)| line.id == id) {
                all.push(found);
            }
        }
    }
    all.iter().map(|found| shown(office, found)).collect()
}

/// Those about one child.
pub(crate) fn of_pupil(office: &Office, id: PupilId) -> Result<Vec<BuildUp>, Fault> {
    let all = around(office, TraceOf::Child, &id.to_string())?;
    all.iter().map(|found| shown(office, found)).collect()
}

/// Those that a concern of the last fortnight belongs to: children and adults before rooms and devices, because a busy room
/// is in many concerns; of each the newest first. Only what such a concern has is asked about, and of that only what
/// enough concerns have.
pub(crate) fn of_today(office: &Office, most: usize) -> Result<Vec<BuildUp>, Fault> {
    let new = days_ago(office, NEW_DAYS);
    let mut shown_now = Vec::new();
    for (of, key) in perhaps(office, new)? {
        for found in around(office, of, &key)? {
            let is_new = found
                .rests_on
                .first()
                .is_some_and(|(_, line)| line.written >= new);
            if is_new && shown_now.len() < most {
                shown_now.push(shown(office, &found)?);
            }
        }
        if shown_now.len() >= most {
            break;
        }
    }
    Ok(shown_now)
}

/// What enough concerns have in all rooms together, in the order in which it is shown.
fn perhaps(office: &Office, new: i64) -> Result<Vec<(TraceOf, String)>, Fault> {
    let counted_from = days_ago(office, LOOK_BACK_DAYS);
    let rooms = &office.sitting()?.rooms;
    let children = Standing::<PupilId>::of(office)?;
    let adults = Standing::<AdultId>::of(office)?;
    let mut all: BTreeMap<(TraceOf, String), (usize, i64, Vec<RoomKind>)> = BTreeMap::new();
    let mut of_several = HashSet::new();
    for (kind, room) in rooms {
        for found in room.gatherings(new, counted_from)? {
            let (key, several) = match found.of {
                TraceOf::Child => children.key(found.key),
                TraceOf::Adult => adults.key(found.key),
                TraceOf::Name | TraceOf::Room | TraceOf::Device => (found.key, false),
            };
            if several {
                of_several.insert(key.clone());
            }
            let (count, newest, counted) =
                all.entry((found.of, key))
                    .or_insert((0, i64::MIN, Vec::new()));
            *count += found.concerns as usize;
            *newest = found.newest.max(*newest);
            counted.push(*kind);
        }
    }
    let mut enough = Vec::new();
    for ((of, key), (mut count, newest, counted)) in all {
        for (kind, room) in rooms {
            if count < LEAST && !counted.contains(kind) {
                count += room.count_gathered(of, &key, counted_from)? as usize;
            }
        }
        // Whoever has several records is counted when it is looked at.
        if count >= LEAST || of_several.contains(&key) {
            enough.push((newest, of, key));
        }
    }
    enough.sort_by_key(|(newest, of, _)| {
        let is_thing = matches!(of, TraceOf::Room | TraceOf::Device);
        (is_thing, Reverse(*newest), *of)
    });
    Ok(enough.into_iter().map(|(_, of, key)| (of, key)).collect())
}

/// Which record stands for which, and for whom there are several.
struct Standing<R> {
    standing: HashMap<R, R>,
    several: HashSet<R>,
}

impl<R: Kept> Standing<R> {
    fn of(office: &Office) -> Result<Self, Fault> {
        let standing = office.standing_for()?;
        let several = standing.values().copied().collect();
        Ok(Self { standing, several })
    }

    /// The key of the record that stands for a key's, and whether there are several.
    fn key(&self, key: String) -> (String, bool) {
        let Ok(id) = key.parse::<R>() else {
            return (key, false);
        };
        let stands = self.standing.get(&id).copied().unwrap_or(id);
        (stands.to_string(), self.several.contains(&stands))
    }
}

fn shown(office: &Office, found: &Found) -> Result<BuildUp, Fault> {
    let concerns = found.rests_on.iter().map(|(kind, line)| {
        let room = office.room(*kind).ok_or_else(Fault::stopped)?;
        Ok(row(office, *kind, room, line))
    });
    Ok(BuildUp {
        sort: found.sort.id().to_owned(),
        key: found.key.clone(),
        say: found.say.clone(),
        masked: found.masked.clone(),
        concerns: concerns.collect::<Result<_, Fault>>()?,
    })
}
