//! What must be read first about a pupil: written, changed with a reason, ended with a reason.

use domain::id::PupilId;
use domain::pupil::{KEY_ENDED, KEY_NOTED, KeyFact as Fact, Noted, PART_REASON, Pupil};
use domain::room::Room as RoomKind;
use vault::NewEntry;
use zeroize::Zeroizing;

use crate::Office;
use crate::office::create_refuse as refuse;
use crate::rights::{Right, need};
use crate::say;
use crate::wire::{Done, Fault, KeyFact, KeyFactBefore, KeyFactForm, Problem, Topic};

/// Longest that one may be, in characters: it is read in a hurry.
const LONGEST: usize = 400;

/// Writes something to read first, or writes it anew in the place of what it was.
pub fn save_key_fact(office: &mut Office, form: KeyFactForm) -> Result<Done<()>, Fault> {
    need(office, Right::AllPupilRecords)?;
    let (id, known) = open(office, &form.pupil, form.entry.as_deref())?;
    let changed = form
        .entry
        .as_deref()
        .map(|entry| standing(&known, entry))
        .transpose()?;
    let words = form.say.trim();
    let reason = form.reason.as_deref().map_or("", str::trim);
    let review = crate::chronology::day_of("review", form.review.as_deref())?;
    let mut problems = Vec::new();
    let mut say = |field: &str, say: String| {
        problems.push(Problem {
            field: field.to_owned(),
            say,
        });
    };
    if words.is_empty() {
        say("say", "Write what must be known first".to_owned());
    }
    let long = words.chars().count();
    if long > LONGEST {
        say(
            "say",
            format!("Say it in {LONGEST} characters or fewer; these are {long}"),
        );
    }
    if review.is_some_and(|day| day < office.around.local().date_naive()) {
        say(
            "review",
            "This day has passed. When should somebody ask whether it still holds?".to_owned(),
        );
    }
    if changed.is_some() && reason.is_empty() {
        say("reason", "Say why you change it".to_owned());
    }
    refuse(problems)?;
    let fact = Fact {
        say: words.to_owned(),
        review,
    };
    if changed.is_some_and(|changed| changed.what == fact) {
        // With a reason given, somebody means that it ended; to do nothing would throw their words away.
        return Err(Fault::field(
            "say",
            "Nothing is changed. If it no longer holds, press \u{201c}It no longer holds\u{201d}",
        ));
    }
    let mut parts = vec![fact.to_part()];
    if changed.is_some() {
        parts.push((PART_REASON, Zeroizing::new(reason.as_bytes().to_vec())));
    }
    let supersedes = changed.iter().map(|changed| changed.step.entry).collect();
    write(office, id, KEY_NOTED, supersedes, parts)
}

/// Says that something to read first no longer holds. It stays in the history with the reason.
pub fn end_key_fact(
    office: &mut Office,
    pupil: &str,
    entry: &str,
    reason: &str,
) -> Result<Done<()>, Fault> {
    need(office, Right::AllPupilRecords)?;
    let (id, known) = open(office, pupil, Some(entry))?;
    let ended = standing(&known, entry)?.step.entry;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Fault::field("reason", "Say why it no longer holds"));
    }
    let reason = Zeroizing::new(reason.as_bytes().to_vec());
    write(
        office,
        id,
        KEY_ENDED,
        vec![ended],
        vec![(PART_REASON, reason)],
    )
}

/// The record that a fact stands in: one child may have several. Something new goes to the one that stands for all.
fn open(office: &Office, pupil: &str, entry: Option<&str>) -> Result<(PupilId, Pupil), Fault> {
    let id: PupilId = pupil
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    let whole = office.whole_pupil(id)?;
    let has = |record: &Pupil| {
        record
            .key
            .iter()
            .any(|noted| Some(history::to_hex(&noted.step.entry).as_str()) == entry)
    };
    let record = whole.others.into_iter().find(has).unwrap_or(whole.pupil);
    Ok((record.id, record))
}

/// The one that is meant, which must still hold: somebody else may have changed it meanwhile.
fn standing<'a>(known: &'a Pupil, entry: &str) -> Result<&'a Noted, Fault> {
    known
        .key_facts()
        .find(|noted| history::to_hex(&noted.step.entry) == entry)
        .ok_or_else(Fault::changed_since)
}

fn write(
    office: &mut Office,
    id: PupilId,
    kind: &'static str,
    supersedes: Vec<[u8; 32]>,
    parts: Vec<(&'static str, Zeroizing<Vec<u8>>)>,
) -> Result<Done<()>, Fault> {
    let entry = NewEntry {
        kind,
        subjects: vec![id.0],
        supersedes,
        happened: None,
        parts,
        blobs: Vec::new(),
    };
    office.write(RoomKind::Pupils, vec![entry])?;
    Ok(Done {
        value: (),
        touched: vec![Topic::Pupils],
    })
}

/// Those that hold, as the page shows them.
pub(super) fn shown(office: &Office, known: &Pupil) -> Vec<KeyFact> {
    let today = office.around.local().date_naive();
    known
        .key_facts()
        .map(|noted| KeyFact {
            entry: history::to_hex(&noted.step.entry),
            say: noted.what.say.clone(),
            review: noted.what.review.map(|day| day.to_string()),
            review_due: noted.what.review.is_some_and(|day| day <= today),
            who: noted.step.author.name.clone(),
            day: say::date(
                noted
                    .step
                    .written
                    .with_timezone(&office.around.zone)
                    .date_naive(),
                office.this_year(),
            ),
        })
        .collect()
}

/// Those that no longer hold, the newest end first.
pub(super) fn shown_before(office: &Office, known: &Pupil) -> Vec<KeyFactBefore> {
    let mut before: Vec<_> = known
        .key
        .iter()
        .flat_map(|noted| noted.ended.iter().map(move |ended| (noted, ended)))
        .collect();
    before.sort_by_key(|(_, ended)| std::cmp::Reverse(ended.step.written));
    before
        .into_iter()
        .map(|(noted, ended)| KeyFactBefore {
            entry: history::to_hex(&ended.step.entry),
            say: noted.what.say.clone(),
            who: noted.step.author.name.clone(),
            at: office.full(noted.step.written),
            ended_by: ended.step.author.name.clone(),
            ended_at: office.full(ended.step.written),
            replaced: ended.replaced,
            reason: ended.reason.clone(),
        })
        .collect()
}
