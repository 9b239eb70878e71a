//! A page that was written by hand joins its record: by the number that was printed on the blank form.

use domain::concern::Details;
use domain::paper_number::{NotANumber, PaperNumber};

use crate::Office;
use crate::concern::Kept;
use crate::wire::{ConcernForm, Fault, PaperFound, PaperOrigin, PaperUsed, Problem};

/// Looks at the number of a form: whether it can be one, and whether a record has it already.
pub fn bring_in_paper(office: &Office, number: &str) -> Result<PaperFound, Fault> {
    office.sitting()?;
    let number = PaperNumber::read(number).map_err(|wrong| Fault::field("number", say(wrong)))?;
    Ok(PaperFound {
        used: used(office, &number)?,
        number: number.to_string(),
    })
}

fn say(wrong: NotANumber) -> &'static str {
    match wrong {
        NotANumber::Shape => {
            "This is not like the number of a form. It stands at the top, such as MV-F-4A07C2-K"
        }
        NotANumber::Check => {
            "One sign of this number is not as it was printed. Compare it with the page, sign by sign"
        }
    }
}

/// The number of the page a concern began on, as it is signed; one number joins one record.
pub(super) fn number(
    office: &Office,
    form: &ConcernForm,
) -> Result<Result<String, Problem>, Fault> {
    let Some(paper) = form.paper.as_ref().filter(|_| form.amends.is_none()) else {
        return Ok(Ok(String::new()));
    };
    let problem = |say: String| {
        Ok(Err(Problem {
            field: "paper".to_owned(),
            say,
        }))
    };
    let number = match PaperNumber::read(&paper.number) {
        Ok(number) => number,
        Err(wrong) => return problem(say(wrong).to_owned()),
    };
    match used(office, &number)? {
        None => Ok(Ok(number.to_string())),
        Some(used) => problem(format!(
            "This form is in record {} already, brought in by {}, {}. Open that record, or compare the number with the page",
            used.record_no, used.by, used.at
        )),
    }
}

/// The record a number has joined, among the rooms this person may open and what they passed on themselves.
fn used(office: &Office, number: &PaperNumber) -> Result<Option<PaperUsed>, Fault> {
    let is_it = |text: &str| PaperNumber::read(text).is_ok_and(|other| other == *number);
    for room in office.sitting()?.rooms.values() {
        // A word of the index each; which of them is the number is seen in the record itself.
        for line in room.find_concerns(number.digits(), 200)? {
            let concern = room.concern(line.id)?;
            let Some(first) = concern.first() else {
                continue;
            };
            if is_it(&first.content.details.paper_no) {
                return Ok(Some(PaperUsed {
                    id: line.id.to_string(),
                    record_no: line.record_no,
                    by: first.step.author.name.clone(),
                    at: office.full(first.step.written),
                }));
            }
        }
    }
    let own = office
        .all_kept()?
        .into_iter()
        .find_map(|(id, kept)| match kept {
            Kept::OwnCopy {
                at,
                record_no,
                form,
                ..
            } if form
                .paper
                .as_ref()
                .is_some_and(|paper| is_it(&paper.number)) =>
            {
                Some((id, at, record_no))
            }
            Kept::OwnCopy { .. }
            | Kept::Draft { .. }
            | Kept::Addition { .. }
            | Kept::File(_)
            | Kept::Handover { .. }
            | Kept::AnswerNote { .. }
            | Kept::WalkNote { .. }
            | Kept::RegisterLine { .. }
            | Kept::Report { .. }
            | Kept::Several { .. }
            | Kept::Bundle { .. }
            | Kept::Access { .. }
            | Kept::PageEdit { .. } => None,
        });
    let by = office.sitting()?.opened.card.name.clone();
    Ok(own.map(|(id, at, record_no)| PaperUsed {
        id: id.to_string(),
        record_no,
        by,
        at: office.moment(at),
    }))
}

/// The handwritten page, for the form that would write the record again.
pub(super) fn shown(details: &Details) -> Option<PaperOrigin> {
    (!details.paper_no.is_empty()).then(|| PaperOrigin {
        number: details.paper_no.clone(),
        kept_at: details.paper_kept_at.clone(),
        written: details
            .first_written
            .map(|at| at.to_rfc3339())
            .unwrap_or_default(),
        written_text: String::new(),
    })
}

/// The same in a sentence.
pub(super) fn said(office: &Office, details: &Details) -> String {
    let written = details
        .first_written
        .map(|at| format!(", {}", office.full(at)))
        .unwrap_or_default();
    let kept = match details.paper_kept_at.as_str() {
        "" => String::new(),
        place => format!(" The handwritten original is kept at: {place}."),
    };
    format!("On form {}{written}.{kept}", details.paper_no)
}
