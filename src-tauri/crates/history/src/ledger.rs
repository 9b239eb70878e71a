//! The rules by which an entry joins a set, whatever order entries arrive in.

use std::collections::{BTreeMap, BTreeSet};

use crate::clock::Moment;
use crate::entry::{Entry, Envelope, read_envelope, read_header, verify_part, verify_signature};
use crate::{Hash, HistoryError, Id, PublicKey};

/// Where an arriving entry stands towards what is already here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// All it builds on is here: it joins.
    Joins,
    /// It joins, and its log now has two entries in one place: the writer's key was used twice.
    Forks,
    /// It is here already.
    Known,
    /// It waits for these.
    Waits(Vec<Hash>),
}

/// What a set must answer so that an arriving entry can be judged.
pub trait Known {
    /// The clock reading of an entry that has joined; `None` when it has not.
    fn moment(&self, id: &Hash) -> Option<Moment>;
    /// Writer and position of an entry that has joined.
    fn place(&self, id: &Hash) -> Option<(PublicKey, u64)>;
    /// Whether another entry stands at this place of this log.
    fn taken(&self, writer: &PublicKey, seq: u64) -> bool;
}

/// Checks everything an entry proves by itself: form, room, signature, parts.
///
/// Parts of a newer version are checked as well: `parts` means the same in every version.
pub fn check_alone(entry: &Entry, room: Id) -> Result<Envelope, HistoryError> {
    let envelope = match read_header(&entry.header) {
        Ok(header) => Envelope::from(header),
        Err(HistoryError::Newer { .. }) => read_envelope(&entry.header)?,
        Err(other) => return Err(other),
    };
    if envelope.room != room {
        return Err(HistoryError::Malformed("another room's entry"));
    }
    verify_signature(&entry.header, &envelope.writer, &entry.signature)?;
    if envelope.parts.len() != entry.parts.len() {
        return Err(HistoryError::Malformed("parts"));
    }
    for (named, part) in envelope.parts.iter().zip(&entry.parts) {
        if let Some(part) = part {
            verify_part(named, part)?;
        }
    }
    Ok(envelope)
}

/// Judges an entry that has passed [`check_alone`] against what is here.
pub fn judge(id: &Hash, envelope: &Envelope, known: &dyn Known) -> Result<Standing, HistoryError> {
    if known.moment(id).is_some() {
        return Ok(Standing::Known);
    }
    let needed: BTreeSet<Hash> = envelope
        .prev
        .iter()
        .chain(&envelope.seen)
        .copied()
        .collect();
    let missing: Vec<Hash> = needed
        .iter()
        .filter(|id| known.moment(id).is_none())
        .copied()
        .collect();
    if !missing.is_empty() {
        return Ok(Standing::Waits(missing));
    }
    if let Some(prev) = &envelope.prev
        && known.place(prev) != Some((envelope.writer, envelope.seq - 1))
    {
        return Err(HistoryError::BrokenChain(
            "it does not follow its writer's previous entry",
        ));
    }
    if needed
        .iter()
        .filter_map(|id| known.moment(id))
        .any(|moment| moment >= envelope.moment)
    {
        return Err(HistoryError::BrokenChain(
            "its clock is not later than what it had seen",
        ));
    }
    if known.taken(&envelope.writer, envelope.seq) {
        return Ok(Standing::Forks);
    }
    Ok(Standing::Joins)
}

/// A set of entries in memory: for checking an export, and for the tests of the rules themselves.
///
/// What it holds in the end depends on what it was given, not on the order.
#[derive(Debug, Default)]
pub struct Ledger {
    room: Option<Id>,
    joined: BTreeMap<Hash, (Envelope, Entry)>,
    places: BTreeMap<(PublicKey, u64), BTreeSet<Hash>>,
    waiting: BTreeMap<Hash, (Envelope, Entry)>,
    /// By an entry that has not come: those that wait for it. An entry stands under one of those it misses.
    awaited: BTreeMap<Hash, BTreeSet<Hash>>,
    refused: BTreeMap<Hash, HistoryError>,
}

impl Known for Ledger {
    fn moment(&self, id: &Hash) -> Option<Moment> {
        self.joined.get(id).map(|(envelope, _)| envelope.moment)
    }

    fn place(&self, id: &Hash) -> Option<(PublicKey, u64)> {
        self.joined
            .get(id)
            .map(|(envelope, _)| (envelope.writer, envelope.seq))
    }

    fn taken(&self, writer: &PublicKey, seq: u64) -> bool {
        self.places.contains_key(&(*writer, seq))
    }
}

impl Ledger {
    /// An empty set for one room.
    pub fn new(room: Id) -> Self {
        Self {
            room: Some(room),
            ..Self::default()
        }
    }

    /// Takes an entry in, and then whatever was waiting for it.
    ///
    /// A copy of an entry that is here already adds the parts that were withheld from the first copy.
    pub fn take(&mut self, entry: Entry) -> Result<Standing, HistoryError> {
        let envelope = check_alone(&entry, self.room.unwrap_or(Id([0; 16])))?;
        let id = entry.id();
        if let Some(error) = self.refused.get(&id) {
            return Err(error.clone());
        }
        if let Some((_, kept)) = self.joined.get_mut(&id) {
            add(kept, entry);
            return Ok(Standing::Known);
        }
        let entry = match self.waiting.remove(&id) {
            Some((_, mut kept)) => {
                add(&mut kept, entry);
                kept
            }
            None => entry,
        };
        let standing = self.settle(id, envelope, entry)?;
        if matches!(standing, Standing::Joins | Standing::Forks) {
            self.release(id);
        }
        Ok(standing)
    }

    /// Puts an entry where it belongs: joined, waiting or refused.
    fn settle(
        &mut self,
        id: Hash,
        envelope: Envelope,
        entry: Entry,
    ) -> Result<Standing, HistoryError> {
        let standing = judge(&id, &envelope, self).inspect_err(|error| {
            self.refused.insert(id, error.clone());
        })?;
        match &standing {
            Standing::Known => {}
            Standing::Waits(missing) => {
                if let Some(first) = missing.first() {
                    self.awaited.entry(*first).or_default().insert(id);
                }
                self.waiting.insert(id, (envelope, entry));
            }
            Standing::Joins | Standing::Forks => {
                self.places
                    .entry((envelope.writer, envelope.seq))
                    .or_default()
                    .insert(id);
                self.joined.insert(id, (envelope, entry));
            }
        }
        Ok(standing)
    }

    /// Judges again what waited for `id`, and what waited for those that then joined.
    fn release(&mut self, id: Hash) {
        let mut joined = vec![id];
        while let Some(id) = joined.pop() {
            for waiter in self.awaited.remove(&id).unwrap_or_default() {
                if let Some((envelope, entry)) = self.waiting.remove(&waiter)
                    && let Ok(Standing::Joins | Standing::Forks) =
                        self.settle(waiter, envelope, entry)
                {
                    joined.push(waiter);
                }
            }
        }
    }

    /// The joined entries in the order of the history: clock reading, then id.
    pub fn in_order(&self) -> Vec<(Hash, &Entry)> {
        let mut all: Vec<_> = self
            .joined
            .iter()
            .map(|(id, (envelope, entry))| (envelope.moment, *id, entry))
            .collect();
        all.sort_by_key(|(moment, id, _)| (*moment, *id));
        all.into_iter().map(|(_, id, entry)| (id, entry)).collect()
    }

    /// How many entries wait for something that has not come.
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// The entries that wait, by id.
    pub fn waiting_ids(&self) -> Vec<Hash> {
        self.waiting.keys().copied().collect()
    }

    /// Entries that are whole in themselves and break the chain, with what is wrong. Also those of which it
    /// showed only when what they waited for came.
    pub fn refused(&self) -> Vec<(Hash, HistoryError)> {
        self.refused
            .iter()
            .map(|(id, error)| (*id, error.clone()))
            .collect()
    }

    /// Writers whose key was used twice, with the places where it shows. Two signed headers prove it, so entries
    /// that still wait count as well.
    pub fn forks(&self) -> Vec<(PublicKey, u64)> {
        let mut places: BTreeMap<(PublicKey, u64), usize> = self
            .places
            .iter()
            .map(|(place, ids)| (*place, ids.len()))
            .collect();
        for (envelope, _) in self.waiting.values() {
            *places.entry((envelope.writer, envelope.seq)).or_default() += 1;
        }
        places
            .into_iter()
            .filter(|(_, count)| *count > 1)
            .map(|(place, _)| place)
            .collect()
    }
}

/// Takes over what another copy of the same entry has more. Of two valid signatures the smaller is kept, so that
/// the order of arrival does not show.
fn add(kept: &mut Entry, other: Entry) {
    kept.signature = kept.signature.min(other.signature);
    for (place, part) in kept.parts.iter_mut().zip(other.parts) {
        if place.is_none() {
            *place = part;
        }
    }
}
