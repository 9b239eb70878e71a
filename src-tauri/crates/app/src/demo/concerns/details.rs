//! Everything on the form beside the account.

use super::cast::Cast;
use super::sentence;
use crate::demo::dice::Dice;
use crate::demo::facts::{Moment, Person, Seemed, Service};
use crate::demo::model::DemoTrace;

/// Everything on the form beside the account.
pub(super) struct Details {
    pub(super) room: String,
    pub(super) device_number: String,
    pub(super) childs_words: String,
    pub(super) demeanour: String,
    pub(super) questions_asked: String,
    pub(super) present: String,
    pub(super) opinion: String,
    pub(super) immediate_action: String,
    pub(super) categories: Vec<String>,
    pub(super) identified_how: String,
    pub(super) possible_crime: String,
    pub(super) indecent_image: String,
    pub(super) online: Vec<DemoTrace>,
    pub(super) alerted: Vec<usize>,
}

impl Details {
    pub(super) fn of(cast: &mut Cast<'_>, dice: &mut Dice) -> Self {
        let scenario = cast.scenario;
        let facts = &cast.plan.facts;
        let childs_words = childs_words(cast, dice);
        let spoken = !childs_words.is_empty();
        let from = |list: &str, often: u64, cast: &mut Cast<'_>, dice: &mut Dice| {
            if !dice.often(often) {
                return String::new();
            }
            let line = dice.word(facts.list(list));
            sentence::fill(line, cast, dice)
        };
        let seemed = match scenario.seemed {
            Some(Seemed::Low) => "seemed_low",
            Some(Seemed::Angry) => "seemed_angry",
            Some(Seemed::Calm) | None => "seemed_calm",
        };
        let asked = if dice.often(12) {
            "asked_badly"
        } else {
            "asked"
        };
        let in_person = scenario.seemed.is_some();

        Self {
            room: room(cast, dice),
            device_number: device(cast, dice),
            demeanour: from(seemed, if in_person { 60 } else { 0 }, cast, dice),
            questions_asked: from(asked, if spoken && in_person { 55 } else { 0 }, cast, dice),
            present: from("present", if in_person { 40 } else { 12 }, cast, dice),
            opinion: from("opinion", if in_person { 24 } else { 6 }, cast, dice),
            immediate_action: actions(spoken, cast, dice),
            categories: categories(cast, dice),
            identified_how: found(cast, dice),
            possible_crime: or(dice.word(&scenario.crime), "no"),
            indecent_image: dice.word(&scenario.image).to_owned(),
            online: traces(cast, dice),
            alerted: alerted(cast),
            childs_words,
        }
    }
}

/// How it came to light: mostly in the usual way for such a thing.
fn found(cast: &Cast<'_>, dice: &mut Dice) -> String {
    let ways = &cast.scenario.found;
    let usual = if dice.often(65) { 1 } else { ways.len() };
    ways.get(dice.place(usual)).cloned().unwrap_or_default()
}

/// One or two things the child said, in quotation marks.
fn childs_words(cast: &mut Cast<'_>, dice: &mut Dice) -> String {
    let scenario = cast.scenario;
    if !dice.often(scenario.words_often) {
        return String::new();
    }
    let own = if cast.young {
        &scenario.words_young
    } else {
        &scenario.words_older
    };
    let on_marks = match scenario.words_mark {
        true => cast.plan.facts.list("mark_said"),
        false => &[],
    };
    let all: Vec<&String> = scenario.words.iter().chain(own).chain(on_marks).collect();
    let Some(first) = dice.pick(&all) else {
        return String::new();
    };
    let mut said = quoted(first, cast, dice);
    if dice.often(25)
        && let Some(second) = dice.pick(&all)
        && second != first
    {
        said = format!("{said} {}", quoted(second, cast, dice));
    }
    said
}

/// Something said, in quotation marks.
pub(super) fn quoted(words: &str, cast: &mut Cast<'_>, dice: &mut Dice) -> String {
    format!("“{}”", sentence::fill(words, cast, dice))
}

fn actions(spoken: bool, cast: &mut Cast<'_>, dice: &mut Dice) -> String {
    let scenario = cast.scenario;
    let facts = &cast.plan.facts;
    let first = dice.word(&scenario.actions);
    let mut lines = vec![first];
    if first.contains("{lead}") {
        cast.tell_lead(dice);
    } else if cast.told_lead.is_some() && dice.often(70) {
        lines.push(dice.word(facts.list("told_in_person")));
    }
    // Nobody is thanked for a fight.
    let told = spoken && scenario.seemed != Some(Seemed::Angry);
    let end = match (scenario.when, told) {
        (Moment::Office, _) => "action_end_office",
        (_, true) => "action_end",
        (_, false) => "action_end_seen",
    };
    if dice.often(60) {
        lines.push(dice.word(facts.list(end)));
    }
    let lines = lines
        .into_iter()
        .map(|line| sentence::fill(line, cast, dice));
    lines.collect::<Vec<_>>().join(" ")
}

/// Those it always has, and sometimes one more.
fn categories(cast: &Cast<'_>, dice: &mut Dice) -> Vec<String> {
    let mut categories = cast.scenario.categories.clone();
    if dice.often(35)
        && let Some(one_more) = dice.pick(&cast.scenario.also)
    {
        categories.push(one_more.clone());
    }
    categories
}

/// The room, where the place has rooms and somebody wrote it down.
fn room(cast: &mut Cast<'_>, dice: &mut Dice) -> String {
    let place = cast.location.as_str();
    let has_rooms = ["lesson", "school-site", "transport", "online-school"].contains(&place);
    if cast.names_room() || (has_rooms && dice.often(60)) {
        return room_as_written(&cast.word("room", dice));
    }
    String::new()
}

/// "the library" in a sentence is "Library" in a field.
pub(super) fn room_as_written(room: &str) -> String {
    sentence::capital(room.strip_prefix("the ").unwrap_or(room))
}

fn device(cast: &mut Cast<'_>, dice: &mut Dice) -> String {
    match cast.location.as_str() {
        _ if cast.scenario.device => cast.word("device", dice),
        "online-own-in-school" => "Own phone".to_owned(),
        "online-out" if dice.often(40) => "Own phone".to_owned(),
        _ => String::new(),
    }
}

/// Where it was online: what the account named, or an app.
fn traces(cast: &mut Cast<'_>, dice: &mut Dice) -> Vec<DemoTrace> {
    if !cast.scenario.online {
        return Vec::new();
    }
    let usual = match cast.scenario.online_service {
        Service::App => "app",
        Service::Bot => "bot",
    };
    let named: Vec<&str> = ["app", "game", "bot"]
        .into_iter()
        .filter(|list| cast.drawn(list).is_some())
        .collect();
    let lists = if named.is_empty() { vec![usual] } else { named };
    lists
        .into_iter()
        .map(|list| {
            let service = cast.word(list, dice);
            let named = cast.drawn("handle").is_some() || dice.often(60);
            let user_name = match named {
                true => cast.word("handle", dice),
                false => String::new(),
            };
            let site = service.to_lowercase().replace(' ', "-");
            let address = match dice.often(45) {
                true => format!("https://{site}.example/{}", or(&user_name, "home")),
                false => String::new(),
            };
            DemoTrace {
                service,
                address,
                user_name,
            }
        })
        .collect()
}

/// The lead of the account, and the first lead of the school.
fn alerted(cast: &Cast<'_>) -> Vec<usize> {
    let people = cast.plan.facts.school.people.iter();
    let first = people.clone().position(Person::leads).unwrap_or_default();
    let mut alerted = vec![cast.lead];
    if first != cast.lead && first != cast.reporter {
        alerted.push(first);
    }
    alerted
}

fn or(word: &str, otherwise: &str) -> String {
    if word.is_empty() { otherwise } else { word }.to_owned()
}
