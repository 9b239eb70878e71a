//! A log on paper, with a line on which somebody signs that they looked through it.

use domain::governance::Monitored;
use domain::room::Room as RoomKind;
use papers::{LaidOut, Style, TableFacts, TablesFacts, Words};

use super::settled::{days_said, settle};
use super::{columns, gather, monitored};
use crate::paper::{About, labelled, one_line, printed};
use crate::wire::{Fault, LogAsked, LogSays};
use crate::{Office, say};

/// Lays it out.
pub(crate) fn lay_out(
    office: &mut Office,
    asked: &LogAsked,
) -> Result<(LaidOut, String, Option<About>), Fault> {
    let settled = settle(office, asked)?;
    let printed = printed(office, &[RoomKind::Pupils], &asked.purpose, None)?;
    let mut rows = Vec::new();
    let found = gather::gather(office, asked, &settled, gather::MOST_ON_PAPER, &mut |row| {
        rows.push(row);
        Ok(())
    })?;
    let days = days_said(settled.days);
    // Who read the names is kept also where no paper leaves.
    if asked.says == LogSays::Names {
        office.must_look(
            RoomKind::Pupils,
            "log",
            Some(days.clone()),
            Some(format!("with names, for: {}", settled.kept)),
        )?;
    }
    let shares = shares(asked.says);
    let heads = columns::heads(asked.says).iter();
    let columns = heads
        .zip(shares)
        .map(|(head, share)| ((*head).to_owned(), *share));
    let rows = rows.into_iter().map(|cells| {
        let cells = cells.into_iter();
        cells.map(|cell| vec![Words::Plain(cell)]).collect()
    });
    let mut about = vec![
        labelled(Style::Account, "Happened", &days, None),
        labelled(Style::Account, "", &says(asked), None),
        labelled(
            Style::Account,
            "",
            "Concerns about adults who work here are reported separately.",
            None,
        ),
    ];
    let narrowed = monitored::narrowed(asked.online, asked.category.as_deref());
    about.extend(narrowed.map(|said| labelled(Style::Account, "", &format!("{said}."), None)));
    if found.by_mistake > 0 {
        let said = match found.by_mistake {
            1 => "One that was recorded by mistake is left out.".to_owned(),
            count => format!("{count} that were recorded by mistake are left out."),
        };
        about.push(labelled(Style::Account, "", &said, None));
    }
    for one in monitored::of_log(office, settled.days, asked)? {
        about.push(labelled(
            Style::Account,
            "Monitored by",
            &signed(&one, asked.says),
            None,
        ));
    }
    let title = match asked.online {
        true => "eSafety incident log",
        false => "Incident log",
    };
    let laid_out = papers::tables(&TablesFacts {
        printed,
        title: title.to_owned(),
        about,
        tables: vec![TableFacts {
            columns: columns.collect(),
            rows: rows.collect(),
            none: "No concern of these days is in it.".to_owned(),
            ..TableFacts::default()
        }],
        // The log is monitored each term, and whoever does so signs it with what they remarked (eSafety policies of schools).
        sign: vec![
            [
                ("Monitored by", 1.6),
                ("Signature", 1.6),
                ("Date", 0.8),
                ("Remarks", 2.0),
            ]
            .map(|(name, share)| (name.to_owned(), share))
            .to_vec(),
        ],
    })?;
    let about = About {
        room: RoomKind::Pupils,
        what: "log",
        id: days,
        purpose: settled.kept,
        concerns: Vec::new(),
        listed: found.concerns,
    };
    Ok((laid_out, "strongroom-log.pdf".to_owned(), Some(about)))
}

/// Who looked through it, when, and of how many concerns. What somebody is called and what they remarked stands only where names do.
fn signed(one: &Monitored, says: LogSays) -> String {
    let on = say::date_and_year(one.on);
    let then = match one.concerns {
        1 => "1 concern then".to_owned(),
        concerns => format!("{concerns} concerns then"),
    };
    let role = match one.role.as_str() {
        "" => "Somebody whose office is not written down",
        role => role,
    };
    if says != LogSays::Names {
        return format!("{role}, {on}: {then}.");
    }
    let remarks = match one.remarks.as_str() {
        "" => "No remarks.",
        remarks => remarks,
    };
    format!("{}, {role}, {on}: {then}. {remarks}", one.by)
}

/// What part of the measure each column has.
fn shares(says: LogSays) -> &'static [f32] {
    match says {
        LogSays::Nobody => &[1.0, 1.0, 2.0, 2.0, 1.2],
        LogSays::Numbers => &[1.0, 1.1, 1.0, 2.0, 1.8, 1.0],
        LogSays::Names => &[1.1, 1.2, 0.8, 1.0, 3.0, 3.0],
    }
}

fn says(asked: &LogAsked) -> String {
    match asked.says {
        LogSays::Nobody => {
            "Nobody is named. Days, classes, places and what was written are left out. Somebody who knows the school may still recognise an incident: this is for the governors alone, not for minutes or a website."
                .to_owned()
        }
        LogSays::Numbers => {
            "Nobody is named. Whoever may open the records finds each by its number.".to_owned()
        }
        LogSays::Names => format!("With names, for {} alone.", one_line(&asked.gate.recipient)),
    }
}
