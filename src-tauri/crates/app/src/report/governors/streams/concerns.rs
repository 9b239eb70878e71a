//! Concerns about pupils.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::disclosure::{Days, Leaf};
use domain::school::OwnCategory;
use vault::Room;
use vault::ask::ConcernFacets;

use super::{Source, Streams, day_of, moments, part, site_of, some};
use crate::report::roll::Roll;
use crate::wire::Fault;
use crate::{Office, words};

/// What a concern filed under cyberbullying counts as, beside its kind.
const CYBERBULLYING: &str = "cyberbullying";
/// Filed under bullying others online, of the four areas of risk.
const BULLYING_OTHERS_ONLINE: &str = "conduct.cyberbullying";
/// Filed under bullying, as schools know it from CPOMS.
const BULLYING: &str = "cpoms-bullying";

/// Counts the concerns of some days, and among them those with a possible indecent image of a child.
pub(super) fn gather(
    office: &Office,
    room: &Room,
    days: Days,
    roll: &Roll,
    all: &mut Streams,
) -> Result<(), Fault> {
    let (from, to) = moments(office, days);
    let today = office.around.local().date_naive();
    let kinds = kinds()?;
    for concern in room.concern_facets(from, to)? {
        let Some(day) = day_of(office, concern.at) else {
            continue;
        };
        let site = site_of(roll, concern.facets.pupil);
        let leaves = leaves(office, &concern, &kinds, today);
        let source = || Source::Concern(concern.id);
        let stream = all.entry("concerns".to_owned()).or_default();
        stream.put(source(), day, site, leaves);
        if ["yes", "unsure"].contains(&concern.facets.possible_indecent_image.as_str()) {
            let referred = match concern.facets.referred {
                true => "yes",
                false => "no",
            };
            let leaves = vec![Leaf::All, part("referred", referred)];
            let stream = all.entry("images".to_owned()).or_default();
            stream.put(source(), day, site, leaves);
        }
    }
    Ok(())
}

fn leaves(
    office: &Office,
    concern: &ConcernFacets,
    kinds: &HashMap<&str, Vec<Leaf>>,
    today: NaiveDate,
) -> Vec<Leaf> {
    let facets = &concern.facets;
    let how = match facets.identified_how.as_str() {
        "" => "not-said",
        how => how,
    };
    let day = |ms: Option<i64>| ms.and_then(|ms| day_of(office, ms));
    let written = day(Some(concern.written));
    let known = concern.noticed.or(concern.known.then_some(concern.at));
    let soon = |first: Option<NaiveDate>, then: Option<NaiveDate>, never| match (first, then) {
        (Some(first), Some(then)) if first == then => "same-day",
        (Some(_), Some(_)) => "later",
        _ => never,
    };
    let stands = match (facets.over, facets.review) {
        (Some(_), _) => "closed",
        (None, Some(review)) if review < today => "overdue",
        (None, _) => "open",
    };
    let mut leaves = vec![
        Leaf::All,
        part("how", how),
        part("written", soon(day(known), written, "not-known")),
        part("read", soon(written, day(concern.first_read), "not-yet")),
        part("stands", stands),
    ];
    for id in &facets.categories {
        match kinds.get(id.as_str()) {
            Some(of) => leaves.extend(of.iter().cloned()),
            // A name that the school made up may name somebody: all of them are one.
            None if OwnCategory::name_in(id).is_some() => leaves.push(some("own")),
            None => {}
        }
        if id == BULLYING && facets.online {
            leaves.push(some(CYBERBULLYING));
        }
    }
    leaves.sort_unstable();
    leaves.dedup();
    leaves
}

/// What each category counts as.
fn kinds() -> Result<HashMap<&'static str, Vec<Leaf>>, Fault> {
    let wording = words::wording()?;
    let mut all: HashMap<&str, Vec<Leaf>> = HashMap::new();
    let mut put = |id: &'static str, leaf: Leaf| all.entry(id).or_default().push(leaf);
    for one in wording.categories() {
        put(one.id.as_str(), some(format!("category:{}", one.id)));
    }
    for one in wording.abuse_types() {
        put(one.id.as_str(), some(format!("abuse:{}", one.id)));
    }
    for one in wording.issues() {
        put(one.id.as_str(), some(format!("issue:{}", one.id)));
    }
    for area in wording.four_cs() {
        put(area.id.as_str(), some(format!("area:{}", area.id)));
        for topic in &area.topics {
            put(topic.id.as_str(), some(format!("area:{}", area.id)));
        }
    }
    put(BULLYING_OTHERS_ONLINE, some(CYBERBULLYING));
    Ok(all)
}
