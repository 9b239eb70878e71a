//! What must be settled before anything goes out: nothing is left undecided in silence.

use domain::access::{Access, Consent, Decided, Item, Outcome};

use super::held::{AllHeld, Held};

/// How one record stands.
#[derive(Clone, Copy)]
pub(super) enum Stands<'a> {
    /// Nobody has decided.
    Open,
    /// Two laptops decided differently.
    Differs,
    /// It was written on since it was decided.
    Changed(&'a domain::case::Kept<domain::access::Decision>),
    /// It is decided.
    Decided(&'a domain::case::Kept<domain::access::Decision>),
}

/// How a record stands with what was decided of it.
pub(super) fn stands<'a>(access: &'a Access, held: &Held) -> Stands<'a> {
    match access.decided(&held.item) {
        Decided::Open => Stands::Open,
        Decided::Differs => Stands::Differs,
        Decided::As(kept) if kept.what.state != held.state => Stands::Changed(kept),
        Decided::As(kept) => Stands::Decided(kept),
    }
}

/// Records that nobody has decided of as they stand now.
pub(super) fn undecided(access: &Access, held: &AllHeld) -> usize {
    let open = |one: &&Held| !matches!(stands(access, one), Stands::Decided(_));
    held.all.iter().filter(open).count()
}

/// Others whom a record names and of whom nothing is written on this request.
pub(super) fn unweighed(access: &Access, held: &Held) -> usize {
    let said = |name: &&String| {
        access
            .named_in(held.item)
            .any(|named| named.name.trim().to_lowercase() == name.to_lowercase())
    };
    held.others.len() - held.others.iter().filter(said).count()
}

/// Whether it is a file of a record that the person who asks is not to learn of.
fn tells_of_unsaid(access: &Access, held: &AllHeld, file: &Held) -> bool {
    matches!(file.item, Item::File(_))
        && held.all.iter().any(|one| {
            matches!(one.item, Item::Concern(_))
                && one.concern == file.concern
                && matches!(stands(access, one), Stands::Decided(kept) if kept.what.unsaid)
        })
}

/// Whether anybody has decided that the person is not to learn of a record, also where that does not hold any more as it stands.
fn once_unsaid(access: &Access, held: &Held) -> bool {
    let decision = access.decision(&held.item);
    decision.is_some_and(|thing| thing.of.versions.iter().any(|kept| kept.what.unsaid))
}

/// What must be settled, a sentence each. That records are undecided is not among it: those may follow, if somebody says why.
pub(super) fn stops(access: &Access, held: &AllHeld) -> Vec<String> {
    let mut all = Vec::new();
    if access
        .request()
        .is_some_and(|request| request.identity_asked && request.identity_on.is_none())
    {
        all.push("It is not known yet who asks: proof was asked for and has not come.".to_owned());
    }
    if let Some(request) = access.request() {
        if request.identity_how.trim().is_empty() && request.identity_on.is_none() {
            all.push("Nobody has written how it was made sure who asks.".to_owned());
        }
        if request.authority.trim().is_empty() {
            all.push("Nobody has written by what right they ask.".to_owned());
        }
    }
    let looked = access.searches.iter().filter_map(|thing| thing.last());
    if !looked.clone().any(|kept| !kept.what.struck) {
        all.push("Nobody has written down where was looked.".to_owned());
    }
    if held.more {
        all.push("There are more concerns than can be listed here.".to_owned());
    }
    for one in &held.all {
        let Stands::Decided(kept) = stands(access, one) else {
            if once_unsaid(access, one) {
                all.push(format!(
                    "{} was not to be learned of, and stands otherwise now. Decide it before anything goes.",
                    one.what
                ));
            }
            continue;
        };
        if !kept.what.unsaid && tells_of_unsaid(access, held, one) {
            all.push(format!(
                "{} tells by its name of a record that the person is not to learn of. Decide it as that record is decided.",
                one.what
            ));
        }
        if kept.what.outcome == Outcome::Withhold {
            continue;
        }
        if one.hidden {
            all.push(format!(
                "{} is kept out of everybody\u{2019}s sight, and cannot be given.",
                one.what
            ));
        }
        if kept.what.outcome != Outcome::Give {
            continue;
        }
        for named in access.named_in(one.item) {
            if !named.consent.lets_go() {
                let why = if named.consent == Consent::No {
                    "has not agreed"
                } else {
                    "was not asked"
                };
                all.push(format!(
                    "{} is to be given as it stands, and {} {why}. Give it in part, or weigh it anew.",
                    one.what, named.name
                ));
            }
        }
        match unweighed(access, one) {
            0 => {}
            1 => all.push(format!(
                "{} is to be given as it stands and names somebody of whom nothing is written here.",
                one.what
            )),
            many => all.push(format!(
                "{} is to be given as it stands and names {many} others of whom nothing is written here.",
                one.what
            )),
        }
    }
    if access.ending().is_some() {
        all.push("The request has ended. Let it go on first.".to_owned());
    }
    all
}
