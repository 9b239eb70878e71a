//! Adding to a case: checked, signed, on the disk.

use domain::case::{
    ACTION_ENDED, ACTION_SET, Action, ActionEnd, DECIDED, Decision, HELD, PART_ACTION,
    PART_DECISION, PART_END, PART_HELD, PART_ITEM, PART_PASSED, PART_REFERRAL, PART_REPLY,
    PART_STANDING, PART_TAKEN, PASSED, REFERRED, REPLIED, Referral, Reply, STANDING_SET, Standing,
    TAKEN, Taken, WITHHELD,
};
use domain::concern::{Concern, LIVE, PART_REASON, WITH_OTHERS};
use domain::id::ConcernId;
use domain::room::Room as RoomKind;
use serde::Serialize;
use vault::NewEntry;
use zeroize::Zeroizing;

use super::read::{Problems, action, referral};
use super::{marks, standing};
use crate::Office;
use crate::wire::{CaseForm, Done, Fault, Topic};

/// What is signed: its kind, its part, and what it takes the place of.
pub(super) struct Signed {
    pub(super) kind: &'static str,
    pub(super) part: &'static str,
    pub(super) content: Zeroizing<Vec<u8>>,
    pub(super) supersedes: Vec<[u8; 32]>,
    pub(super) happened: Option<String>,
    pub(super) reason: String,
}

/// Adds a step, something to do, a decision, a referral or where it stands to a concern. When this returns it is on the
/// disk. Whoever may read the concern may add to it.
pub fn add_to_case(office: &mut Office, concern: &str, form: CaseForm) -> Result<Done<()>, Fault> {
    let id: ConcernId = concern
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    let kind = office.room_of_concern(id)?;
    let known = office.room(kind).ok_or_else(Fault::stopped)?.concern(id)?;
    let draft = super::draft::of_form(concern, &form);
    let begins = begins(&form);
    let Some(entry) = entry_of_form(office, kind, &known, form)? else {
        super::draft::forget(office, draft);
        return Ok(Done {
            value: (),
            touched: vec![Topic::Drafts],
        });
    };
    office.write(kind, vec![entry])?;
    if begins {
        office.say_in_hand(kind, &known);
    }
    super::draft::forget(office, draft);
    Ok(Done {
        value: (),
        touched: vec![Topic::Concerns, Topic::Drafts],
    })
}

/// What a form would be kept as; nothing where it would change nothing.
pub(crate) fn entry_of_form(
    office: &Office,
    kind: RoomKind,
    known: &Concern,
    form: CaseForm,
) -> Result<Option<NewEntry>, Fault> {
    let Some(signed) = read(office, kind, known, form)? else {
        return Ok(None);
    };
    let mut parts = vec![(signed.part, signed.content)];
    if !signed.reason.is_empty() {
        parts.push((PART_REASON, Zeroizing::new(signed.reason.into_bytes())));
    }
    Ok(Some(NewEntry {
        kind: signed.kind,
        subjects: vec![known.id.0],
        supersedes: signed.supersedes,
        happened: signed.happened,
        parts,
        blobs: Vec::new(),
    }))
}

/// Whether a lead begins to do something about a concern with it. What is put aside is not in hand.
fn begins(form: &CaseForm) -> bool {
    match form {
        CaseForm::Taken { .. }
        | CaseForm::Action { .. }
        | CaseForm::Decision { .. }
        | CaseForm::Response { .. }
        | CaseForm::Referral { .. } => true,
        CaseForm::Standing { status, owner, .. } => {
            let live = LIVE.contains(&status.as_str()) || status == WITH_OTHERS;
            let taken =
                status == "acknowledged" && owner.as_deref().is_some_and(|id| !id.is_empty());
            live || taken
        }
        CaseForm::ActionEnd { .. }
        | CaseForm::Reply { .. }
        | CaseForm::Withheld { .. }
        | CaseForm::Held { .. }
        | CaseForm::Passed { .. }
        | CaseForm::Significance { .. }
        | CaseForm::ForPupil { .. }
        | CaseForm::Told { .. }
        | CaseForm::Struck { .. }
        | CaseForm::Escalated { .. } => false,
    }
}

fn read(
    office: &Office,
    kind: RoomKind,
    known: &Concern,
    form: CaseForm,
) -> Result<Option<Signed>, Fault> {
    let mut problems = Problems::default();
    let today = office.around.local().date_naive();
    let signed = match form {
        CaseForm::Taken {
            title,
            words,
            at,
            about,
            late_reason,
        } => {
            let taken = Taken {
                what: problems.needed("title", &title, "Say in a few words what was done"),
                words: problems.words("words", &words),
                at: problems.past(office, "at", &at),
                about,
                late_reason: problems.words("late_reason", &late_reason),
                brought_by: String::new(),
            };
            let happened = taken.at.map(|at| at.to_rfc3339());
            Signed {
                happened,
                ..plain(TAKEN, PART_TAKEN, &taken)
            }
        }
        CaseForm::Action { title, owner, due } => {
            let due = problems.due(office, "due", &due)?;
            let action = Action {
                what: problems.needed("title", &title, "Say what is to be done"),
                owner: problems.owner(office, "owner", owner.as_deref())?,
                due: due.as_ref().map(|due| due.at),
                whole_day: due.as_ref().is_some_and(|due| due.whole_day),
                counted: due.and_then(|due| due.counted),
            };
            plain(ACTION_SET, PART_ACTION, &action)
        }
        CaseForm::ActionEnd { entry, done, words } => {
            let ended = action(&known.case, &entry)?.step.entry;
            let end = ActionEnd {
                done,
                words: match done {
                    true => problems.words("words", &words),
                    false => problems.needed("words", &words, "Say why it is not needed"),
                },
                at: Some(office.around.stamp()),
            };
            Signed {
                supersedes: vec![ended],
                ..plain(ACTION_ENDED, PART_END, &end)
            }
        }
        CaseForm::Decision {
            decision,
            not_referred,
            reason,
            level,
            advice,
            agreed_by,
            child_view,
            review,
        } => {
            let decided = Decision {
                decision: problems.term("decision", "decision", &decision),
                not_referred,
                reason: problems.reason(
                    "reason",
                    &reason,
                    "Say why, in a sentence. Every decision has a reason",
                ),
                level: problems.term("level", "level_of_need", &level),
                advice: problems.words("advice", &advice),
                agreed_by: problems.words("agreed_by", &agreed_by),
                child_view: problems.words("child_view", &child_view),
                review: problems.day("review", review.as_deref(), today),
            };
            if decided.decision.is_empty() {
                problems.say("decision", "Choose what was decided");
            }
            // Read in a summary or at a conference, the one would say the opposite of the other.
            if not_referred && decided.decision.starts_with("refer-") {
                problems.say(
                    "decision",
                    "This is a referral, and it is ticked that none was made. Choose what was decided in its place, or take the tick off",
                );
            }
            plain(DECIDED, PART_DECISION, &decided)
        }
        CaseForm::Referral {
            body,
            to,
            person,
            reference,
            words,
            at,
            reply,
        } => {
            let body = problems.term("body", "external_body", &body);
            if body.is_empty() {
                problems.say("body", "Choose to whom");
            }
            let to = match to.trim() {
                "" => crate::words::term("external_body", &body),
                to => to.to_owned(),
            };
            let reply = problems.due(office, "reply", &reply)?;
            let referral = Referral {
                body,
                to: problems.words("to", &to),
                person: problems.words("person", &person),
                reference: problems.words("reference", &reference),
                words: problems.words("words", &words),
                at: problems.past(office, "at", &at),
                reply_due: reply.as_ref().map(|due| due.at),
                whole_day: reply.as_ref().is_some_and(|due| due.whole_day),
                counted: reply.and_then(|due| due.counted),
            };
            let happened = referral.at.map(|at| at.to_rfc3339());
            Signed {
                happened,
                ..plain(REFERRED, PART_REFERRAL, &referral)
            }
        }
        CaseForm::Reply {
            entry,
            at,
            words,
            agreed,
        } => {
            let answered = referral(&known.case, &entry)?.step.entry;
            let reply = Reply {
                at: problems.past(office, "at", &at),
                words: problems.needed("words", &words, "Write what they decided and who said so"),
                agreed: if agreed { "yes" } else { "no" }.to_owned(),
            };
            let happened = reply.at.map(|at| at.to_rfc3339());
            Signed {
                happened,
                supersedes: vec![answered],
                ..plain(REPLIED, PART_REPLY, &reply)
            }
        }
        CaseForm::Withheld {
            entry,
            sheet,
            reason,
        } => {
            let item = super::withheld::read(office, &sheet, &mut problems);
            let before = entry
                .map(|entry| super::withheld::item(&known.case, &entry))
                .transpose()?;
            let reason = match before {
                None => problems.words("reason", &reason),
                Some(_) => {
                    problems.needed("reason", &reason, "Say in a few words why it is put right")
                }
            };
            if before.is_some_and(|before| before.what == item) {
                problems.say(
                    "item_what",
                    "Nothing is different from the sheet that is there",
                );
            }
            Signed {
                supersedes: before.map(|before| before.step.entry).into_iter().collect(),
                reason,
                ..plain(WITHHELD, PART_ITEM, &item)
            }
        }
        CaseForm::Held {
            entry,
            item,
            reason,
        } => {
            let held = super::held::read(office, &item, &mut problems);
            let before = entry
                .map(|entry| super::held::thing(&known.case, &entry))
                .transpose()?;
            let reason = match before {
                None => problems.words("reason", &reason),
                Some(_) => {
                    problems.needed("reason", &reason, "Say in a few words why it is put right")
                }
            };
            let twice = before.map(|before| super::held::heads_of(&known.case, before).len());
            if twice == Some(1) && before.is_some_and(|before| before.what == held) {
                problems.say("held_what", "Nothing is different from what is there");
            }
            Signed {
                // One that was described anew on two laptops is one again.
                supersedes: before
                    .map(|before| super::held::heads_of(&known.case, before))
                    .unwrap_or_default(),
                reason,
                ..plain(HELD, PART_HELD, &held)
            }
        }
        CaseForm::Passed { entry, passed } => {
            let about = super::custody::described(&known.case, &entry)?.entry;
            let passed = super::custody::read(office, &passed, &mut problems);
            let happened = passed.at.map(|at| at.to_rfc3339());
            Signed {
                happened,
                supersedes: vec![about],
                ..plain(PASSED, PART_PASSED, &passed)
            }
        }
        CaseForm::Significance {
            entry,
            significant,
            reason,
        } => marks::significance(office, known, &mut problems, (entry, significant, &reason))?,
        CaseForm::Response {
            table,
            row,
            whose,
            done,
            more,
            reason,
        } => {
            let whose = super::whose::read(&mut problems, known, &whose);
            let (of, said) = (
                (table.as_str(), row.as_str(), done),
                (more.as_str(), reason.as_str()),
            );
            super::response::read(office, &mut problems, of, whose, said)?
        }
        CaseForm::Struck {
            entry,
            struck,
            reason,
        } => marks::struck(office, known, &mut problems, (&entry, struck, &reason))?,
        CaseForm::ForPupil {
            pupil,
            closed,
            reason,
        } => marks::for_pupil(known, &mut problems, (&pupil, closed, &reason))?,
        CaseForm::Told { people, words } => {
            marks::told(office, kind, &mut problems, (people, &words))?
        }
        CaseForm::Escalated {
            entry,
            step,
            person,
            words,
            at,
        } => {
            let said = (
                entry.as_str(),
                step.as_str(),
                person.as_str(),
                words.as_str(),
                at.as_str(),
            );
            marks::escalated(office, known, &mut problems, said)?
        }
        CaseForm::Standing {
            status,
            owner,
            severity,
            level,
            review,
            conclusion,
            lessons,
            parents,
            parents_note,
            reason,
        } => {
            let before = known.standing();
            // A day that was set earlier and has come may stand while the rest is changed.
            let kept = before.review.map(|day| day.to_string());
            let review = match review == kept {
                true => before.review,
                false => problems.day("review", review.as_deref(), today),
            };
            let standing = Standing {
                status: problems.term("status", "record_status", &status),
                owner: problems.owner(office, "owner", owner.as_deref())?,
                severity: problems.term("severity", "severity", &severity),
                level: problems.term("level", "level_of_need", &level),
                review,
                conclusion: problems.words("conclusion", &conclusion),
                lessons: problems.words("lessons", &lessons),
                parents: problems.term("parents", "parent_informed", &parents),
                parents_note: problems.words("parents_note", &parents_note),
            };
            let reason = problems.words("reason", &reason);
            standing::check(known, &standing, &reason, &mut problems)?;
            problems.settle()?;
            if standing == before && known.case.standing_heads.len() == 1 {
                return Ok(None);
            }
            return Ok(Some(Signed {
                supersedes: known.case.standing_entries(),
                reason,
                ..plain(STANDING_SET, PART_STANDING, &standing)
            }));
        }
    };
    problems.settle()?;
    Ok(Some(signed))
}

pub(super) fn plain(kind: &'static str, part: &'static str, content: &impl Serialize) -> Signed {
    Signed {
        kind,
        part,
        // Plain structs of strings, truths and dates always serialise.
        content: Zeroizing::new(serde_json::to_vec(content).unwrap_or_default()),
        supersedes: Vec::new(),
        happened: None,
        reason: String::new(),
    }
}
