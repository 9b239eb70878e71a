use chrono::NaiveDate;

use super::Cast;
use crate::demo::calendar::is_school_day;
use crate::demo::concerns::sentence;
use crate::demo::concerns::times::{day_in_words, near};
use crate::demo::dice::Dice;
use crate::demo::facts::Person;
use crate::demo::pupils::Child;

/// The parts of somebody the account may call "the other".
const OTHER: [&str; 4] = ["instigator", "friend", "other", "witness"];

impl<'p> Cast<'p> {
    /// Gives a word by its name; once drawn it stays for the whole concern.
    pub(in crate::demo::concerns) fn word(&mut self, name: &str, dice: &mut Dice) -> String {
        if let Some(word) = self.known(name) {
            return word;
        }
        if let Some(word) = self.drawn(name) {
            return word.to_owned();
        }
        let word = self.draw(name, dice);
        self.drawn.push((name.to_owned(), word.clone()));
        word
    }

    /// Draws a word anew, for a correction; the first stays what it was.
    pub(in crate::demo::concerns) fn again(&mut self, name: &str, dice: &mut Dice) -> String {
        self.draw(name, dice)
    }

    /// Whether the account says in which room it was.
    pub(in crate::demo::concerns) fn names_room(&self) -> bool {
        self.drawn("place").is_some()
    }

    /// A word that was drawn, if it was.
    pub(in crate::demo::concerns) fn drawn(&self, name: &str) -> Option<&str> {
        let found = self.drawn.iter().find(|(drawn, _)| drawn == name);
        found.map(|(_, word)| word.as_str())
    }

    /// Words that follow from who is in it and when it was.
    fn known(&self, name: &str) -> Option<String> {
        let girl = self.child.girl;
        let other = self.other(&OTHER);
        let parent = &self.child.parent;
        if let Some(word) = pronoun(name, girl)
            .or_else(|| {
                pronoun(
                    name.strip_prefix("other_")?,
                    other.is_some_and(|child| child.girl),
                )
            })
            .or_else(|| pronoun(name.strip_suffix("_parent")?, parent.mother))
            .or_else(|| pronoun(name.strip_suffix("_lead")?, self.lead_is_woman()))
            .or_else(|| pronoun(name.strip_suffix("_friend")?, self.friend_is_girl()))
        {
            return Some(word.to_owned());
        }

        let or = |found: Option<&Child>, otherwise: &str| {
            found.map_or_else(|| otherwise.to_owned(), |child| child.said.clone())
        };
        let their = if girl { "her" } else { "his" };
        let word = match name {
            "child" => self.child.said.clone(),
            "other" => or(other, "another pupil"),
            "other_or_friend" => or(other, "a friend"),
            "third_or_someone" => or(self.other(&["witness"]), "somebody new"),
            "sibling" => or(self.other(&["sibling"]), &format!("{their} little brother")),
            "sibling_or_cousin" => or(self.other(&["sibling"]), &format!("{their} cousin")),
            "parent" => parent.said.clone(),
            "relation" if parent.mother => "Mum".to_owned(),
            "relation" => "Dad".to_owned(),
            "lead" => self.plan.person(self.lead).map(Person::said)?,
            "year_group" => match self.child.year_on(self.times.noticed.date_naive()) {
                ..=0 => "Reception".to_owned(),
                year => format!("Year {year}"),
            },
            "clock" => self.times.clock(self.scenario, 0),
            "when" => self.times.when(),
            "mark" => self.mark.clone(),
            _ => return None,
        };
        Some(word)
    }

    /// Words that are drawn.
    fn draw(&mut self, name: &str, dice: &mut Dice) -> String {
        let facts = &self.plan.facts;
        let day = self.times.noticed.date_naive();
        match name {
            "staff" => self.colleague(dice),
            "parent_or_staff" => {
                let parent = self.parties.iter().any(|party| party.role == "parent");
                self.word(if parent { "parent" } else { "staff" }, dice)
            }
            "street" => dice.word(&facts.school.streets).to_owned(),
            "later" => self.times.clock(self.scenario, dice.between(5, 20)),
            "later2" => self.times.clock(self.scenario, dice.between(25, 80)),
            "date_past" => school_day_from(near(day, -dice.between(75, 90)), day, dice),
            "date_next" => school_day_from(near(day, 3), near(day, 70), dice),
            "room" => bare(&self.word("place", dice)).to_owned(),
            "in_room" => {
                let place = self.word("place", dice);
                let said = bare(&place) != place;
                if said { place } else { format!("in {place}") }
            }
            "place" => {
                let list = match self.location.as_str() {
                    "school-site" => "room_school_site",
                    "transport" => "room_transport",
                    "online-school" => "room_online_school",
                    _ => "room_lesson",
                };
                self.draw(list, dice)
            }
            "device" => {
                let kind = if dice.often(60) { "LT" } else { "PC" };
                format!("MV-{kind}-{:04}", dice.between(1, 640))
            }
            "handle" => {
                let (first, second) = (facts.list("handle_a"), facts.list("handle_b"));
                format!(
                    "{}{}_{}",
                    dice.word(first),
                    dice.word(second),
                    dice.between(2, 999)
                )
            }
            _ => {
                let line = dice.word(facts.list_for(name, self.young));
                sentence::filled(line, self, dice)
            }
        }
    }

    /// A colleague of the writer, from the part of the school the child is in.
    fn colleague(&self, dice: &mut Dice) -> String {
        let phase = if self.young { "primary" } else { "teacher" };
        let people = self.staff_where(|person| person.group == phase || person.group == "pastoral");
        let others: Vec<usize> = people
            .into_iter()
            .filter(|place| *place != self.reporter)
            .collect();
        let chosen = dice
            .pick(&others)
            .and_then(|place| self.plan.person(*place));
        chosen.map_or_else(|| "a colleague".to_owned(), Person::said)
    }

    /// Somebody else who is in it, by their part.
    fn other(&self, roles: &[&str]) -> Option<&'p Child> {
        let found = self.others.iter().find(|(role, _)| roles.contains(role));
        found.map(|(_, child)| *child)
    }

    fn lead_is_woman(&self) -> bool {
        let lead = self.plan.person(self.lead);
        lead.is_none_or(|lead| lead.title != "Mr")
    }

    fn friend_is_girl(&self) -> bool {
        let friend = self.other(&["reporter", "friend"]);
        friend.is_none_or(|child| child.girl)
    }
}

/// A place without the word it is said with: "on the field" is "the field".
pub(in crate::demo::concerns) fn bare(place: &str) -> &str {
    let said_with = ["on ", "at "].into_iter();
    let mut bare = said_with.filter_map(|word| place.strip_prefix(word));
    bare.next().unwrap_or(place)
}

/// One of the school days from one day to before another, in words; if there is none, the first day.
fn school_day_from(from: NaiveDate, to: NaiveDate, dice: &mut Dice) -> String {
    let days = from.iter_days().take_while(|day| *day < to);
    let open: Vec<NaiveDate> = days.filter(|day| is_school_day(*day)).collect();
    day_in_words(dice.pick(&open).copied().unwrap_or(from))
}

fn pronoun(name: &str, girl: bool) -> Option<&'static str> {
    let (she, he) = match name {
        "they" => ("she", "he"),
        "them" => ("her", "him"),
        "their" => ("her", "his"),
        "theirs" => ("hers", "his"),
        "themself" => ("herself", "himself"),
        _ => return None,
    };
    Some(if girl { she } else { he })
}
