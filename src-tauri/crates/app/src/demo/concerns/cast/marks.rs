use guidance::Side;

use super::Cast;
use crate::demo::dice::Dice;
use crate::demo::model::DemoMark;

impl Cast<'_> {
    /// Puts one to three marks on the body map, where they can be seen without moving clothes.
    pub(super) fn put_marks(&mut self, dice: &mut Dice) {
        let facts = &self.plan.facts;
        let regions = or_list(&self.scenario.mark_regions, facts.list("mark_region"));
        let notes = or_list(&self.scenario.mark_notes, facts.list("mark_note"));
        for _ in 0..1 + dice.weighed([70, 22, 8].into_iter()) {
            let name = dice.word(regions);
            let Some(region) = facts.regions.iter().find(|known| known.id == *name) else {
                continue;
            };
            let side = dice.pick(region.offered()).copied().unwrap_or(Side::Middle);
            if self.marks.is_empty() {
                self.mark = in_account(&region.name, side);
            }
            let side = word(side);
            let size = dice.word(facts.list("mark_size")).to_owned();
            let colour = dice.word(facts.list("mark_colour")).to_owned();
            self.marks.push(DemoMark {
                region: name.to_owned(),
                side: side.to_owned(),
                note: dice.word(notes).to_owned(),
                size: Some(size).filter(|_| dice.often(80)),
                colour: Some(colour).filter(|_| dice.often(70)),
            });
        }
    }
}

/// How an account says where it is: "left forearm", "forehead".
fn in_account(region: &str, side: Side) -> String {
    let short = region.split(',').next().unwrap_or(region);
    match side {
        Side::Left | Side::Right if !short.contains("forehead") => {
            format!("{} {short}", word(side))
        }
        Side::Left | Side::Right | Side::Middle => short.to_owned(),
    }
}

fn word(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
        Side::Middle => "middle",
    }
}

fn or_list<'l>(own: &'l [String], usual: &'l [String]) -> &'l [String] {
    if own.is_empty() { usual } else { own }
}
