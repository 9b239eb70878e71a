//! From the entries about a checklist to how it stands.

use super::{
    ANSWERED, Answer, BEGUN, Begun, DROPPED, Dropped, PART_ANSWER, PART_BEGUN, PART_DROPPED,
    PART_PAGE, PART_REOPENED, PART_SENT, PUT, REOPENED, Reopened, SENT, Sent,
};
use crate::case::{Kept, holding_of_same, kept};
use crate::id::ChecklistId;
use crate::put_to::{PART_PUT_TO, PutTo, Puts};
use crate::step::Step;

/// A checklist with everything that was answered.
#[derive(Clone, PartialEq, Eq)]
pub struct Filled {
    /// Which.
    pub id: ChecklistId,
    /// What is filled, and who began it.
    pub begun: Kept<Begun>,
    /// The page of the checklist, as it was then.
    pub page: String,
    /// Every answer, oldest first, those that others took the place of among them.
    pub answers: Vec<Kept<Answer>>,
    /// Places in `answers` that nothing takes the place of. Two for one item: given on two laptops, both hold.
    pub heads: Vec<usize>,
    /// How it was sent or done with: the first time somebody said so of those that still hold.
    pub sent: Option<Kept<Sent>>,
    /// Every later time somebody said how it was sent, oldest first: on another laptop, and with what only they know.
    pub sent_again: Vec<Kept<Sent>>,
    /// Why it was put away unsent: the first time somebody said so of those that still hold.
    pub dropped: Option<Kept<Dropped>>,
    /// Every later time somebody put it away, oldest first.
    pub dropped_again: Vec<Kept<Dropped>>,
    /// How it was sent before it was opened again, oldest first.
    pub sent_before: Vec<Kept<Sent>>,
    /// Why it was put away before it was opened again, oldest first.
    pub dropped_before: Vec<Kept<Dropped>>,
    /// Every time it was opened again, oldest first.
    pub reopened: Vec<Kept<Reopened>>,
    /// That it is about a concern, where that was said after it was begun.
    pub puts: Puts,
    /// There are entries that this version cannot read.
    pub needs_newer: bool,
}

impl std::fmt::Debug for Filled {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Filled({}, {} answers)", self.id, self.answers.len())
    }
}

impl Filled {
    /// Nothing was sent and it was not put away.
    pub fn is_open(&self) -> bool {
        self.sent.is_none() && self.dropped.is_none()
    }

    /// The entries that say it was sent or put away.
    pub fn ends(&self) -> impl Iterator<Item = &Step> {
        let sent = self.sent.iter().chain(&self.sent_again);
        let dropped = self.dropped.iter().chain(&self.dropped_again);
        sent.map(|kept| &kept.step)
            .chain(dropped.map(|kept| &kept.step))
    }

    /// Whoever opened it again said that it had not gone that time.
    pub fn never_went(&self, sent: &Kept<Sent>) -> bool {
        let mut reopened = self.reopened.iter();
        reopened
            .find(|kept| kept.step.supersedes.contains(&sent.step.entry))
            .is_some_and(|kept| !kept.what.went)
    }

    /// What holds of one item, oldest first.
    pub fn answers_to<'a>(&'a self, item: &'a str) -> impl Iterator<Item = &'a Kept<Answer>> {
        self.heads
            .iter()
            .filter_map(|place| self.answers.get(*place))
            .filter(move |kept| kept.what.item == item)
    }

    /// Everything that was done in it.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        std::iter::once(&self.begun.step)
            .chain(self.answers.iter().map(|kept| &kept.step))
            .chain(self.ends())
            .chain(self.sent_before.iter().map(|kept| &kept.step))
            .chain(self.dropped_before.iter().map(|kept| &kept.step))
            .chain(self.reopened.iter().map(|kept| &kept.step))
            .chain(self.puts.all.iter().map(|kept| &kept.step))
    }
}

/// Folds the steps about one checklist, given in the order of the history. `None` while its beginning is not here.
pub fn fold(id: ChecklistId, steps: &[Step]) -> Option<Filled> {
    let first = steps
        .iter()
        .find(|step| step.kind == BEGUN && step.kind_version == 1)?;
    let mut begun: Begun = first.json(PART_BEGUN)?;
    let puts = kept::<PutTo>(steps, PUT, PART_PUT_TO);
    let answers = kept::<Answer>(steps, ANSWERED, PART_ANSWER);
    let sent = kept::<Sent>(steps, SENT, PART_SENT);
    let dropped = kept::<Dropped>(steps, DROPPED, PART_DROPPED);
    let reopened = kept::<Reopened>(steps, REOPENED, PART_REOPENED);
    let read = answers.len() + sent.len() + dropped.len() + reopened.len() + puts.len();
    let (sent_before, sent) = over(sent, &reopened);
    let (dropped_before, dropped) = over(dropped, &reopened);
    let (mut sent, mut dropped) = (sent.into_iter(), dropped.into_iter());
    let puts = Puts::of(begun.concern.is_none(), puts);
    begun.concern = begun.concern.or_else(|| Some(puts.holds()?.what.concern));
    let begins = steps
        .iter()
        .filter(|step| step.kind == BEGUN && step.kind_version == 1);
    Some(Filled {
        id,
        page: first.text(PART_PAGE),
        begun: Kept {
            what: begun,
            reason: String::new(),
            step: first.clone(),
        },
        // Whatever else an answer names: of another item it takes nothing away.
        heads: holding_of_same(&answers, |one, other| one.item == other.item),
        answers,
        needs_newer: read + begins.count() < steps.len(),
        sent: sent.next(),
        sent_again: sent.collect(),
        dropped: dropped.next(),
        dropped_again: dropped.collect(),
        sent_before,
        dropped_before,
        reopened,
        puts,
    })
}

/// What no longer holds since it was opened again, and what does.
fn over<T>(ends: Vec<Kept<T>>, reopened: &[Kept<Reopened>]) -> (Vec<Kept<T>>, Vec<Kept<T>>) {
    ends.into_iter().partition(|end| {
        reopened
            .iter()
            .any(|kept| kept.step.supersedes.contains(&end.step.entry))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::PersonId;
    use crate::step::Author;

    fn entry<T: serde::Serialize>(number: u8, kind: &str, part: &str, what: &T, of: &[u8]) -> Step {
        Step {
            entry: [number; 32],
            supersedes: of.iter().map(|entry| [*entry; 32]).collect(),
            kind: kind.to_owned(),
            kind_version: 1,
            critical: false,
            author: Author {
                person: PersonId([1; 16]),
                name: "Ruth Calloway".to_owned(),
                user: "ruth".to_owned(),
                role: "dsl".to_owned(),
            },
            number: u64::from(number),
            written: "2026-11-10T10:00:00Z".parse().unwrap(),
            clock_note: None,
            parts: vec![(part.to_owned(), Some(serde_json::to_vec(what).unwrap()))],
            blobs: Vec::new(),
        }
    }

    fn begun() -> Step {
        entry(0, BEGUN, PART_BEGUN, &Begun::default(), &[])
    }

    fn says(number: u8, line: &str, of: &[u8]) -> Step {
        let answer = Answer {
            item: "sus_name".to_owned(),
            lines: vec![line.to_owned()],
            unknown: false,
        };
        entry(number, ANSWERED, PART_ANSWER, &answer, of)
    }

    fn held(steps: &[Step]) -> Vec<String> {
        let filled = fold(ChecklistId([9; 16]), steps).unwrap();
        filled
            .answers_to("sus_name")
            .map(|kept| kept.what.lines.concat())
            .collect()
    }

    #[test]
    fn the_last_answer_holds_and_of_two_given_at_once_both_do() {
        assert_eq!(
            held(&[begun(), says(1, "Kai", &[]), says(2, "Kai D.", &[1])]),
            ["Kai D."]
        );
        assert_eq!(
            held(&[begun(), says(1, "Kai", &[]), says(2, "Ky", &[])]),
            ["Kai", "Ky"]
        );
        assert_eq!(
            held(&[
                begun(),
                says(1, "Kai", &[]),
                says(2, "Ky", &[]),
                says(3, "Kai", &[1, 2])
            ]),
            ["Kai"]
        );
    }

    #[test]
    fn an_answer_takes_no_place_of_an_answer_to_another_item() {
        let other = Answer {
            item: "sus_address".to_owned(),
            lines: vec!["12 Mill Lane".to_owned()],
            unknown: false,
        };
        let other = entry(2, ANSWERED, PART_ANSWER, &other, &[1]);
        let steps = [begun(), says(1, "Kai", &[]), other.clone()];
        assert_eq!(held(&steps), ["Kai"]);
        // Naming both, it still takes the place of the one to its own item.
        let steps = [begun(), says(1, "Kai", &[]), other, says(3, "Ky", &[1, 2])];
        assert_eq!(held(&steps), ["Ky"]);
        let filled = fold(ChecklistId([9; 16]), &steps).unwrap();
        assert_eq!(filled.answers_to("sus_address").count(), 1);
    }

    #[test]
    fn what_cannot_be_read_is_said_and_what_was_sent_first_stands() {
        let odd = entry(
            1,
            ANSWERED,
            PART_ANSWER,
            &"not an answer of this version",
            &[],
        );
        assert!(
            fold(ChecklistId([9; 16]), &[begun(), odd])
                .unwrap()
                .needs_newer
        );
        let sent = |number: u8, reference: &str| {
            let sent = Sent {
                reference: reference.to_owned(),
                ..Sent::default()
            };
            entry(number, SENT, PART_SENT, &sent, &[])
        };
        let filled = fold(ChecklistId([9; 16]), &[begun(), sent(1, "A"), sent(2, "B")]).unwrap();
        assert!(!filled.is_open() && !filled.needs_newer);
        assert_eq!(filled.steps().count(), 3);
        assert_eq!(filled.sent.unwrap().what.reference, "A");
        let again: Vec<_> = filled.sent_again.iter().collect();
        assert_eq!(again.len(), 1);
        assert!(again.iter().all(|kept| kept.what.reference == "B"));
    }

    #[test]
    fn one_that_was_opened_again_is_open_until_it_goes_anew_and_says_how_it_went_before() {
        let sent = |number: u8, reference: &str| {
            let sent = Sent {
                reference: reference.to_owned(),
                ..Sent::default()
            };
            entry(number, SENT, PART_SENT, &sent, &[])
        };
        let reopened = |number: u8, of: &[u8]| {
            let why = Reopened {
                reason: "It never went.".to_owned(),
                went: false,
            };
            entry(number, REOPENED, PART_REOPENED, &why, of)
        };
        let id = ChecklistId([9; 16]);

        let open = fold(id, &[begun(), sent(1, "A"), reopened(2, &[1])]).unwrap();
        assert!(open.is_open() && !open.needs_newer);
        assert_eq!((open.sent_before.len(), open.reopened.len()), (1, 1));
        assert!(open.sent_before.iter().all(|kept| open.never_went(kept)));
        assert_eq!(open.steps().count(), 3);

        let steps = [begun(), sent(1, "A"), reopened(2, &[1]), sent(3, "B")];
        let anew = fold(id, &steps).unwrap();
        assert_eq!(anew.sent.unwrap().what.reference, "B");
        // Somebody else had sent it meanwhile, and nobody opened that again.
        let steps = [begun(), sent(1, "A"), sent(2, "C"), reopened(3, &[1])];
        let other = fold(id, &steps).unwrap();
        assert_eq!(other.sent.unwrap().what.reference, "C");
    }
}
