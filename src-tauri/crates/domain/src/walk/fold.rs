//! From the entries about a walk to where it stands.

use super::{
    BEGUN, Begun, ENDED, Ended, PART_ENDED, PART_PAGE, PART_STEP, PART_WALK, PUT, STEPPED, Stepped,
};
use crate::case::Kept;
use crate::id::WalkId;
use crate::put_to::{PART_PUT_TO, PutTo, Puts};
use crate::step::Step;

/// A walk with everything that was done in it.
#[derive(Clone, PartialEq, Eq)]
pub struct Walk {
    /// Which.
    pub id: WalkId,
    /// What it goes through, and who began it.
    pub begun: Kept<Begun>,
    /// The page of the flowchart, as it was then.
    pub page: String,
    /// Every step that was taken, oldest first, steps back among them.
    pub taken: Vec<Kept<Stepped>>,
    /// Steps that two people took at the same time from two laptops: kept, and not walked by.
    pub beside: Vec<Kept<Stepped>>,
    /// The way to where it stands now, by steps of the flowchart, without those that were gone back on.
    pub path: Vec<String>,
    /// Where it stands; nothing once it has ended.
    pub at: Option<String>,
    /// Why it ended before its flowchart did.
    pub ended: Option<Kept<Ended>>,
    /// That it is about a concern, where that was said after it was begun.
    pub puts: Puts,
    /// There are steps that this version cannot read.
    pub needs_newer: bool,
}

impl std::fmt::Debug for Walk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Walk({}, {} steps)", self.id, self.taken.len())
    }
}

impl Walk {
    /// The steps on the way to where it stands, without those that were gone back on.
    pub fn on_path(&self) -> Vec<&Kept<Stepped>> {
        let mut path = Vec::new();
        for kept in &self.taken {
            match kept.what.back {
                true => drop(path.pop()),
                false => path.push(kept),
            }
        }
        path
    }

    /// When somebody last did anything in it, in milliseconds.
    pub fn last(&self) -> i64 {
        let steps = self.taken.iter().chain(&self.beside);
        steps
            .map(|kept| &kept.step)
            .chain([&self.begun.step])
            .chain(self.ended.iter().map(|kept| &kept.step))
            .chain(self.puts.all.iter().map(|kept| &kept.step))
            .map(|step| step.written.timestamp_millis())
            .max()
            .unwrap_or_default()
    }
}

/// Folds the steps about one walk, given in the order of the history. `None` while its beginning is not here.
pub fn fold(id: WalkId, steps: &[Step]) -> Option<Walk> {
    let first = steps
        .iter()
        .find(|step| step.kind == BEGUN && step.kind_version == 1)?;
    let begun: Begun = first.json(PART_WALK)?;
    let mut walk = Walk {
        id,
        page: first.text(PART_PAGE),
        at: Some(begun.start.clone()),
        begun: kept(begun, first),
        taken: Vec::new(),
        beside: Vec::new(),
        path: Vec::new(),
        ended: None,
        puts: Puts::default(),
        needs_newer: false,
    };
    let mut puts = Vec::new();
    for step in steps.iter().filter(|step| step.entry != first.entry) {
        match (step.kind.as_str(), step.kind_version) {
            (STEPPED, 1) => match step.json::<Stepped>(PART_STEP) {
                Some(taken) => walk.take(kept(taken, step)),
                None => walk.needs_newer = true,
            },
            (ENDED, 1) => match step.json::<Ended>(PART_ENDED) {
                Some(ended) => {
                    walk.at = None;
                    walk.ended.get_or_insert(kept(ended, step));
                }
                None => walk.needs_newer = true,
            },
            (PUT, 1) => match step.json::<PutTo>(PART_PUT_TO) {
                Some(put) => puts.push(kept(put, step)),
                None => walk.needs_newer = true,
            },
            // A second beginning of the same walk says nothing.
            (BEGUN, 1) => {}
            _ => walk.needs_newer = true,
        }
    }
    walk.puts = Puts::of(walk.begun.what.concern.is_none(), puts);
    let put = walk.puts.holds().map(|kept| kept.what.concern);
    walk.begun.what.concern = walk.begun.what.concern.or(put);
    Some(walk)
}

impl Walk {
    fn take(&mut self, step: Kept<Stepped>) {
        let elsewhere = self.at.as_deref() != Some(step.what.from.as_str());
        // A flowchart may come to a step twice: whoever took the first meanwhile did not take the second.
        let place = step.what.place.map(|place| place as usize);
        if elsewhere || place.is_some_and(|place| place != self.taken.len()) {
            self.beside.push(step);
            return;
        }
        if step.what.back {
            if let Some(before) = self.path.pop() {
                self.at = Some(before);
            }
        } else {
            self.path.push(step.what.from.clone());
            self.at.clone_from(&step.what.to);
        }
        self.taken.push(step);
    }
}

fn kept<T>(what: T, step: &Step) -> Kept<T> {
    Kept {
        what,
        reason: String::new(),
        step: step.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::PersonId;
    use crate::step::Author;

    fn entry<T: serde::Serialize>(number: u8, kind: &str, part: &str, what: &T) -> Step {
        Step {
            entry: [number; 32],
            supersedes: Vec::new(),
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
        let begun = Begun {
            start: "again".to_owned(),
            ..Begun::default()
        };
        entry(0, BEGUN, PART_WALK, &begun)
    }

    /// A step that leads back to where it stood, as flowcharts do that are gone through until something is so.
    fn once_more(number: u8, place: u32) -> Step {
        let stepped = Stepped {
            from: "again".to_owned(),
            to: Some("again".to_owned()),
            place: Some(place),
            ..Stepped::default()
        };
        entry(number, STEPPED, PART_STEP, &stepped)
    }

    #[test]
    fn of_two_steps_taken_at_once_one_is_walked_and_the_other_kept_beside_it() {
        let steps = [begun(), once_more(1, 0), once_more(2, 0), once_more(3, 1)];

        let walk = fold(WalkId([9; 16]), &steps).unwrap();

        assert_eq!((walk.taken.len(), walk.beside.len()), (2, 1));
        assert_eq!(walk.at.as_deref(), Some("again"));
    }

    #[test]
    fn an_end_that_cannot_be_read_is_said() {
        let odd = entry(1, ENDED, PART_ENDED, &"not an end of this version");

        let walk = fold(WalkId([9; 16]), &[begun(), odd]).unwrap();

        assert!(walk.needs_newer && walk.ended.is_none());
    }

    #[test]
    fn a_second_signature_is_over_the_walk_its_first_signer_and_the_place() {
        let step = Stepped {
            place: Some(3),
            ..Stepped::default()
        };
        let later = Stepped {
            place: Some(4),
            ..step.clone()
        };
        let signed = step.seconded("walk", PersonId([1; 16]));

        assert_ne!(signed, step.seconded("other", PersonId([1; 16])));
        assert_ne!(signed, step.seconded("walk", PersonId([2; 16])));
        assert_ne!(signed, later.seconded("walk", PersonId([1; 16])));
    }

    #[test]
    fn a_walk_begun_alone_is_about_the_concern_it_was_put_to_last_and_two_at_once_are_both_said() {
        let put = |number: u8, concern: u8, of: &[u8]| Step {
            supersedes: of.iter().map(|entry| [*entry; 32]).collect(),
            ..entry(
                number,
                PUT,
                PART_PUT_TO,
                &PutTo {
                    concern: crate::id::ConcernId([concern; 16]),
                    reason: String::new(),
                },
            )
        };
        let about = |walk: &Walk| walk.begun.what.concern.map(|concern| concern.0[0]);

        let moved = fold(WalkId([9; 16]), &[begun(), put(1, 7, &[]), put(2, 8, &[1])]).unwrap();
        assert_eq!(about(&moved), Some(8));
        assert_eq!(
            (moved.puts.before().count(), moved.puts.beside().count()),
            (1, 0)
        );

        let twice = fold(WalkId([9; 16]), &[begun(), put(1, 7, &[]), put(2, 8, &[])]).unwrap();
        assert_eq!((about(&twice), twice.puts.beside().count()), (Some(7), 1));
        assert!(!twice.needs_newer);

        let with = Begun {
            start: "again".to_owned(),
            concern: Some(crate::id::ConcernId([6; 16])),
            ..Begun::default()
        };
        let with = [entry(0, BEGUN, PART_WALK, &with), put(1, 7, &[])];
        let with = fold(WalkId([9; 16]), &with).unwrap();
        assert_eq!((about(&with), with.puts.all.len()), (Some(6), 0));
    }

    #[test]
    fn a_step_that_was_gone_back_on_is_not_on_the_way() {
        let back = Stepped {
            from: "again".to_owned(),
            to: Some("again".to_owned()),
            place: Some(1),
            back: true,
            ..Stepped::default()
        };
        let steps = [
            begun(),
            once_more(1, 0),
            entry(2, STEPPED, PART_STEP, &back),
            once_more(3, 2),
        ];

        let walk = fold(WalkId([9; 16]), &steps).unwrap();

        let way: Vec<u8> = walk
            .on_path()
            .iter()
            .map(|kept| kept.step.entry[0])
            .collect();
        assert_eq!((walk.taken.len(), way), (3, vec![3]));
    }
}
