//! Finding anything, as one types: pupils by name and sound, concerns by any word, people with accounts.

use domain::room::Room as RoomKind;
use vault::ask::{ConcernLine, Hit, plain};

use crate::Office;
use crate::wire::{ConcernFilter, Fault, FindFilter, Found, FoundItem, RoomTag};

/// How many of each kind are given.
const PUPILS: u32 = 6;
const CONCERNS: u32 = 14;

/// Looks in every room this person may open. Newest first; nothing is stored of the joined answer.
pub fn find(office: &mut Office, query: &str, filter: FindFilter) -> Result<Found, Fault> {
    look(office, query, filter, PUPILS, CONCERNS)
}

/// The same for whoever wants more than fits a screen: at most so many pupils and so many concerns.
pub fn find_many(
    office: &mut Office,
    query: &str,
    filter: FindFilter,
    most: u32,
) -> Result<Found, Fault> {
    look(office, query, filter, most, most)
}

fn look(
    office: &mut Office,
    query: &str,
    filter: FindFilter,
    pupils: u32,
    concerns: u32,
) -> Result<Found, Fault> {
    let wanted =
        |kind: &str| filter.kinds.is_empty() || filter.kinds.iter().any(|known| known == kind);
    let mut items = Vec::new();
    let sitting = office.sitting()?;
    if query.trim().is_empty() {
        return Ok(Found { items, more: false });
    }
    if wanted("pupil")
        && let Some(room) = sitting.rooms.get(&RoomKind::Pupils)
    {
        for hit in room.find_pupils(query, pupils)? {
            let Hit::Pupil { line, by_sound } = hit else {
                continue;
            };
            let row = crate::pupil::row(
                office,
                &line,
                by_sound.then(|| format!("sounds like {}", query.trim())),
            );
            let detail = crate::pupil::told_apart(&row);
            items.push(FoundItem {
                kind: "pupil",
                id: row.id,
                title: row.name,
                snippet: String::new(),
                detail,
                room: None,
                namesake: row.namesake,
                why: row.why,
            });
        }
    }
    if wanted("adult") {
        for row in crate::person::adults(office, query, 0)?
            .adults
            .into_iter()
            .take(pupils as usize)
        {
            let detail = crate::person::told_apart(&row);
            items.push(FoundItem {
                kind: "adult",
                id: row.id,
                title: row.name,
                snippet: String::new(),
                detail,
                room: None,
                namesake: row.namesake,
                why: row.why,
            });
        }
    }
    if wanted("person") {
        let typed = query.trim().to_lowercase();
        for person in sitting
            .directory
            .people
            .iter()
            .filter(|person| person.name.to_lowercase().contains(&typed))
            .take(3)
        {
            items.push(FoundItem {
                kind: "person",
                id: person.id.clone(),
                title: person.name.clone(),
                snippet: String::new(),
                detail: crate::words::role(&person.role),
                room: None,
                namesake: false,
                why: None,
            });
        }
    }
    if wanted("register") {
        let named = crate::guide::registers_named(office)?;
        let named = named
            .iter()
            .filter(|one| vault::ask::holds(&one.title, query));
        items.extend(named.map(|register| FoundItem {
            kind: "register",
            id: register.id.to_string(),
            title: register.title.clone(),
            snippet: String::new(),
            detail: register.purpose.clone(),
            room: None,
            namesake: false,
            why: None,
        }));
    }
    // Everybody so named stands first, and whoever only sounds like it after all that was found.
    let (mut items, alike): (Vec<FoundItem>, Vec<FoundItem>) =
        items.into_iter().partition(|item| item.why.is_none());
    let mut lines: Vec<(RoomKind, ConcernLine)> = Vec::new();
    let mut more = false;
    if wanted("concern") || wanted("file") {
        let wanted = ConcernFilter {
            text: Some(query.to_owned()),
            from: filter.from.clone(),
            to: filter.to.clone(),
            ..ConcernFilter::default()
        };
        let wanted = crate::concern::query(office, &wanted, concerns)?;
        for (kind, room) in &sitting.rooms {
            let page = room.concerns(&wanted)?;
            more |= page.more;
            lines.extend(page.lines.into_iter().map(|line| (*kind, line)));
        }
    }
    lines.sort_by_key(|(_, line)| std::cmp::Reverse(line.row));
    more |= lines.len() > concerns as usize;
    lines.truncate(concerns as usize);
    for (kind, line) in lines {
        if let Some(item) = concern_item(office, kind, &line, query)? {
            items.push(item);
        }
    }
    items.extend(alike);
    Ok(Found { items, more })
}

fn concern_item(
    office: &Office,
    kind: RoomKind,
    line: &ConcernLine,
    query: &str,
) -> Result<Option<FoundItem>, Fault> {
    let Some(room) = office.room(kind) else {
        return Ok(None);
    };
    let row = crate::concern::row(office, kind, room, line);
    let known = room.concern(line.id)?;
    let file = known
        .files
        .iter()
        .find(|(fact, ..)| holds(&fact.name, query));
    let words = known.versions.iter().rev().flat_map(|version| {
        let content = &version.content;
        [
            content.account.as_str(),
            &content.childs_words,
            &content.opinion,
            &content.details.immediate_action,
        ]
    });
    let snippet = words
        .filter_map(|words| around(words, query))
        .next()
        .unwrap_or_else(|| around_start(&line.opening));
    let class = if row.class.is_empty() {
        String::new()
    } else {
        format!(", {}", row.class)
    };
    Ok(Some(FoundItem {
        kind: if file.is_some() { "file" } else { "concern" },
        id: row.id,
        title: match file {
            Some((fact, ..)) => fact.name.clone(),
            None => format!("{}{class}: {}", row.about, row.title),
        },
        snippet: if file.is_some() {
            format!("{}{class}", row.about)
        } else {
            snippet
        },
        detail: format!("{}, {}, {}", row.record_no, row.written, row.reporter),
        room: row.room.map(|tag| RoomTag {
            id: tag.id,
            name: tag.name,
        }),
        namesake: false,
        why: None,
    }))
}

/// The first word of the query, in plain small letters.
fn first_word(query: &str) -> Option<String> {
    query
        .split(|c: char| !c.is_alphanumeric())
        .find(|word| !word.is_empty())
        .map(plain)
}

fn holds(text: &str, query: &str) -> bool {
    first_word(query).is_some_and(|word| plain(text).contains(&word))
}

/// The words around the first place where the query's first word begins a word.
fn around(text: &str, query: &str) -> Option<String> {
    let word = first_word(query)?;
    let words: Vec<&str> = text.split_whitespace().collect();
    let place = words.iter().position(|here| {
        plain(here.trim_start_matches(|c: char| !c.is_alphanumeric())).starts_with(&word)
    })?;
    let from = place.saturating_sub(6);
    let shown = words.get(from..(place + 12).min(words.len()))?.join(" ");
    let before = if from > 0 { "\u{2026} " } else { "" };
    let after = if place + 12 < words.len() {
        " \u{2026}"
    } else {
        ""
    };
    Some(format!("{before}{shown}{after}"))
}

fn around_start(opening: &str) -> String {
    opening
        .split_whitespace()
        .take(16)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_around_what_was_found_are_shown_whole() {
        let text = "Before lesson 2 Jayden came to the library desk and said Amara was upset about someone from a game.";

        assert_eq!(
            around(text, "amar").as_deref(),
            Some(
                "\u{2026} to the library desk and said Amara was upset about someone from a game."
            )
        );
        assert_eq!(around(text, "canteen"), None);
    }
}
