use chrono::NaiveDate;

use super::{Child, DemoPupil};
use crate::demo::calendar::{earlier, later};
use crate::demo::dice::Dice;
use crate::demo::model::DemoFlag;

/// A standing fact, how many in a thousand have it, in which years, and who says so.
const HELD: [(&str, u64, (i32, i32), &str); 18] = [
    ("send-support", 130, (0, 13), "SENCO"),
    ("ehcp", 42, (0, 13), "Plan from the authority"),
    ("early-help", 50, (0, 13), "Early help assessment"),
    ("has-sw", 45, (0, 13), "Fenmarsh children’s services"),
    ("young-carer", 30, (3, 13), "Young carers’ service"),
    ("camhs", 30, (4, 13), "Letter from CAMHS"),
    ("cin", 24, (0, 13), "Child in need plan"),
    ("play-therapist", 20, (0, 6), "School play therapist"),
    ("cp", 9, (0, 13), "Conference minutes"),
    ("lac", 8, (0, 13), "Virtual school"),
    ("plac", 7, (0, 13), "Parent or carer, order seen"),
    ("kinship", 6, (0, 13), "Parent or carer"),
    ("sgo", 4, (0, 13), "Order seen"),
    ("missing-episodes", 5, (6, 13), "Police"),
    ("awaiting-allocation", 3, (0, 13), "Duty team"),
    ("s47", 2, (0, 13), "Strategy discussion"),
    ("privately-fostered", 2, (4, 13), "Notification"),
    ("channel", 1, (7, 13), "Channel panel"),
];

/// Gives pupils their standing facts, each since a day at the school; some have ended.
pub(super) fn give(seed: u64, pupils: &mut [DemoPupil], children: &[Child], today: NaiveDate) {
    for (number, (pupil, child)) in pupils.iter_mut().zip(children).enumerate() {
        let mut dice = Dice::thrown(seed, "flags", number as u64);
        let last = pupil.left_on.unwrap_or(today);
        let here = (last - pupil.admitted).num_days();
        for (flag, in_a_thousand, (from_year, to_year), source) in HELD {
            let fits = (from_year..=to_year).contains(&child.year_on(last));
            if dice.below(1_000) >= in_a_thousand || !fits || here < 2 {
                continue;
            }
            let from = earlier(last, dice.between(1, here).unsigned_abs());
            let held = (last - from).num_days();
            let ended = held > 60 && dice.often(20);
            pupil.flags.push(DemoFlag {
                flag: flag.to_owned(),
                from,
                to: ended.then(|| later(from, dice.between(40, held).unsigned_abs())),
                source: source.to_owned(),
            });
        }
    }
}
