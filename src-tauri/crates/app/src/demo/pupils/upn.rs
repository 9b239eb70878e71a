use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use domain::pupil::check_letter;

use super::{Child, DemoPupil};
use crate::demo::calendar::earlier;
use crate::demo::dice::Dice;

/// An authority that does not exist.
const AUTHORITY: &str = "000";
/// This school, and those whose pupils come to it.
const SCHOOL: u32 = 4107;
const OTHER_SCHOOLS: [u32; 4] = [2031, 2044, 3310, 3327];
/// The last letter of a number given in haste: another for every hundred, so that none is given twice.
const LAST_LETTERS: &[u8; 10] = b"ABCDEFGHJK";
/// Numbers one school may give in a year.
const IN_A_YEAR: u32 = 999;

/// Gives every pupil the number of the school at which they began, by the rule of the DfE's UPN guide: check letter,
/// authority, school, year of allocation, serial. A number given in haste ends in a letter; the newest have none yet.
pub(super) fn give(seed: u64, pupils: &mut [DemoPupil], children: &[Child], today: NaiveDate) {
    let mut given: BTreeMap<(u32, i32), u32> = BTreeMap::new();
    for (number, (pupil, child)) in pupils.iter_mut().zip(children).enumerate() {
        let mut dice = Dice::thrown(seed, "upn", number as u64);
        if pupil.admitted > earlier(today, 40) && dice.often(20) {
            continue;
        }
        let began_here = pupil.admitted.year() <= child.began;
        let mut school = match dice.pick(&OTHER_SCHOOLS) {
            Some(other) if !began_here => *other,
            _ => SCHOOL,
        };
        let year = child.began.rem_euclid(100);
        // A year with more pupils than numbers overflows into the next school.
        let serial = loop {
            let last = given.entry((school, year)).or_insert(0);
            if *last < IN_A_YEAR {
                *last += 1;
                break *last;
            }
            school += 1;
        };
        let in_haste = dice.often(1);
        let tail = match LAST_LETTERS.get(serial as usize / 100) {
            Some(letter) if in_haste => format!("{:02}{}", serial % 100, char::from(*letter)),
            _ => format!("{serial:03}"),
        };
        let rest = format!("{AUTHORITY}{school:04}{year:02}{tail}");
        pupil.upn = check_letter(&rest).map(|letter| format!("{letter}{rest}"));
    }
}
