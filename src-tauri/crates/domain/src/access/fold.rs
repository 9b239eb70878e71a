//! From the entries about a request to the request.

use serde::de::DeserializeOwned;

use super::{
    ASKED, DECIDED, Decision, ENDED, EXTENDED, Ending, Extension, Item, NAMED, Named,
    PART_DECISION, PART_ENDING, PART_EXTENSION, PART_NAMED, PART_PAUSE, PART_RELEASE, PART_REQUEST,
    PART_SEARCH, PAUSED, Pause, RELEASED, Release, Request, SEARCHED, Search,
};
use crate::case::{Kept, holding, kept};
use crate::step::Step;
use crate::versions::{self, Versions};

/// One thing that was written about a request, with everything that was written in its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Thing<T> {
    /// What it is called by: the entry that first wrote it, in hexadecimal; of a decision, the record.
    pub key: String,
    /// Its versions.
    pub of: Versions<T>,
}

impl<T> Thing<T> {
    /// What was said last.
    pub fn last(&self) -> Option<&Kept<T>> {
        self.of.last()
    }

    /// Everything that nothing takes the place of.
    pub fn holding(&self) -> impl Iterator<Item = &Kept<T>> {
        let heads = self.of.heads.iter();
        heads.filter_map(|place| self.of.versions.get(*place))
    }
}

/// What stands of one record.
#[derive(Debug, Clone, Copy)]
pub enum Decided<'a> {
    /// Nobody has decided.
    Open,
    /// Two laptops decided differently: as good as nobody.
    Differs,
    /// What was decided.
    As(&'a Kept<Decision>),
}

/// A request with everything that was written about it.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Access {
    /// What was asked for.
    pub asked: Versions<Request>,
    /// When the clock stood still.
    pub pauses: Vec<Thing<Pause>>,
    /// More time.
    pub extensions: Vec<Thing<Extension>>,
    /// Where was looked.
    pub searches: Vec<Thing<Search>>,
    /// What was decided of each record.
    pub decisions: Vec<Thing<Decision>>,
    /// Who else is named.
    pub named: Vec<Thing<Named>>,
    /// What went out, the first first.
    pub releases: Vec<Kept<Release>>,
    /// How it ended, every time somebody said so.
    pub endings: Vec<Thing<Ending>>,
    /// There are entries that this version of the program cannot read.
    pub needs_newer: bool,
}

impl std::fmt::Debug for Access {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Access({} releases)", self.releases.len())
    }
}

impl Access {
    /// What was asked for, as it holds.
    pub fn request(&self) -> Option<&Request> {
        self.asked.last().map(|kept| &kept.what)
    }

    /// How it ended; none while it goes on. Where two laptops disagree, it goes on.
    pub fn ending(&self) -> Option<&Kept<Ending>> {
        let thing = self.endings.first()?;
        let open = thing.holding().any(|kept| kept.what.struck);
        thing.last().filter(|_| !open)
    }

    /// What stands of a record.
    pub fn decided(&self, item: &Item) -> Decided<'_> {
        let Some(thing) = self.decision(item) else {
            return Decided::Open;
        };
        let Some(last) = thing.last() else {
            return Decided::Open;
        };
        if thing.holding().all(|kept| kept.what.agrees(&last.what)) {
            Decided::As(last)
        } else {
            Decided::Differs
        }
    }

    /// Everything that was decided of a record.
    pub fn decision(&self, item: &Item) -> Option<&Thing<Decision>> {
        let key = item.to_string();
        self.decisions.iter().find(|thing| thing.key == key)
    }

    /// Others whom a record is about.
    pub fn named_in(&self, item: Item) -> impl Iterator<Item = &Named> {
        let all = self
            .named
            .iter()
            .filter_map(|thing| Some(&thing.last()?.what));
        all.filter(move |named| !named.struck && named.items.contains(&item))
    }
}

/// Folds the steps about one request, given in the order of the history.
pub fn fold(steps: &[Step]) -> Access {
    let asked = of_kind(steps, ASKED);
    let access = Access {
        asked: versions::fold(&asked, ASKED, PART_REQUEST),
        pauses: things(steps, PAUSED, PART_PAUSE, |pause: &Pause| pause.of.clone()),
        extensions: things(steps, EXTENDED, PART_EXTENSION, |one: &Extension| {
            one.of.clone()
        }),
        searches: things(steps, SEARCHED, PART_SEARCH, |one: &Search| one.of.clone()),
        decisions: things(steps, DECIDED, PART_DECISION, |one: &Decision| {
            Some(one.item.to_string())
        }),
        named: things(steps, NAMED, PART_NAMED, |one: &Named| one.of.clone()),
        releases: kept(steps, RELEASED, PART_RELEASE),
        endings: things(steps, ENDED, PART_ENDING, |_: &Ending| {
            Some("ending".to_owned())
        }),
        needs_newer: false,
    };
    let read = access.asked.versions.len()
        + count(&access.pauses)
        + count(&access.extensions)
        + count(&access.searches)
        + count(&access.decisions)
        + count(&access.named)
        + access.releases.len()
        + count(&access.endings);
    Access {
        needs_newer: read < steps.len(),
        ..access
    }
}

fn of_kind(steps: &[Step], kind: &str) -> Vec<Step> {
    let all = steps.iter().filter(|step| step.kind == kind);
    all.cloned().collect()
}

fn count<T>(things: &[Thing<T>]) -> usize {
    things.iter().map(|thing| thing.of.versions.len()).sum()
}

/// The steps of a kind, those of one thing together, in the order in which each was first written.
fn things<T: DeserializeOwned>(
    steps: &[Step],
    kind: &str,
    part: &str,
    of: impl Fn(&T) -> Option<String>,
) -> Vec<Thing<T>> {
    let mut found: Vec<(String, Vec<Kept<T>>)> = Vec::new();
    for one in kept::<T>(steps, kind, part) {
        let key = of(&one.what).unwrap_or_else(|| hex(&one.step.entry));
        match found.iter_mut().find(|(known, _)| *known == key) {
            Some((_, all)) => all.push(one),
            None => found.push((key, vec![one])),
        }
    }
    let whole = found.into_iter().map(|(key, versions)| Thing {
        key,
        of: Versions {
            heads: holding(&versions),
            versions,
            needs_newer: false,
        },
    });
    whole.collect()
}

fn hex(entry: &[u8; 32]) -> String {
    entry.iter().map(|byte| format!("{byte:02x}")).collect()
}
