use super::Cast;
use crate::demo::dice::Dice;
use crate::demo::model::DemoParty;

/// How many pupils are looked at for another of about the same age.
const OTHERS_TO_TRY: usize = 60;
/// How far apart the places of brothers and sisters may be: a family stands together in the list.
const FAMILY: usize = 4;

impl Cast<'_> {
    /// Finds somebody for every part of the scenario.
    pub(super) fn gather(&mut self, pupil: usize, dice: &mut Dice) {
        let mut roles = self.scenario.roles.iter();
        let first = roles.next().map_or("subject", String::as_str);
        self.parties.push(party("pupil", Some(pupil), None, first));

        for line in roles {
            let role = line.strip_suffix('?').unwrap_or(line);
            if role != line && dice.often(50) {
                continue;
            }
            let found = match role {
                "parent" => {
                    let name = self.child.parent.name.clone();
                    self.parties.push(party("adult", None, Some(name), role));
                    None
                }
                "suspect-online" => {
                    let handle = self.word("handle", dice);
                    self.parties
                        .push(party("unknown", None, Some(handle), role));
                    None
                }
                "adult-subject" => {
                    self.parties.push(party("unknown", None, None, role));
                    None
                }
                "sibling" => self.sibling(pupil),
                _ => self.schoolmate(dice),
            };
            if let Some(place) = found
                && let Some(child) = self.plan.children.get(place)
            {
                self.others.push((role, child));
                self.parties.push(party("pupil", Some(place), None, role));
            }
        }
    }

    fn taken(&self, pupil: usize) -> bool {
        self.parties.iter().any(|party| party.pupil == Some(pupil))
    }

    fn sibling(&self, pupil: usize) -> Option<usize> {
        let day = self.times.noticed.date_naive();
        let near = pupil.saturating_sub(FAMILY)..(pupil + FAMILY + 1);
        near.into_iter().find(|place| {
            let kin = self.plan.children.get(*place);
            kin.is_some_and(|kin| kin.family == self.child.family)
                && !self.taken(*place)
                && self.plan.on_roll(*place, day)
        })
    }

    /// Another pupil, of about the same age if one is found, whose name is not already in the concern.
    fn schoolmate(&self, dice: &mut Dice) -> Option<usize> {
        let day = self.times.noticed.date_naive();
        let mut found = None;
        for _ in 0..OTHERS_TO_TRY {
            let place = dice.place(self.plan.children.len());
            let Some(other) = self.plan.children.get(place) else {
                continue;
            };
            let named =
                std::iter::once(self.child).chain(self.others.iter().map(|(_, child)| *child));
            let same_name = named.into_iter().any(|child| child.said == other.said);
            if same_name || self.taken(place) || !self.plan.on_roll(place, day) {
                continue;
            }
            found = Some(place);
            if (other.began - self.child.began).abs() <= 1 {
                break;
            }
        }
        found
    }
}

fn party(kind: &str, pupil: Option<usize>, name: Option<String>, role: &str) -> DemoParty {
    DemoParty {
        pupil,
        name,
        kind: kind.to_owned(),
        role: role.to_owned(),
    }
}
