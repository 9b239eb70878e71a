//! The charts on paper, for a meeting of the leads: each question with its answer, its bars, and the numbers beneath them.

use domain::room::Room as RoomKind;
use papers::{Bar, BarsFacts, LaidOut, Style, TableFacts, TablesFacts, Words};

use super::show::charts;
use crate::Office;
use crate::paper::{About, labelled, printed};
use crate::wire::{ChartView, ChartsAsked, Fault};

/// Lays them out.
pub(crate) fn lay_out(
    office: &mut Office,
    asked: &ChartsAsked,
    purpose: &str,
) -> Result<(LaidOut, String, Option<About>), Fault> {
    let view = charts(office, asked.clone())?;
    let printed = printed(office, &[RoomKind::Pupils], purpose, None)?;
    let site = view.site.clone().unwrap_or_default();
    let about = [
        ("Days", view.days.as_str()),
        ("Site", site.as_str()),
        (
            "",
            "For the leads. Small numbers are said here that governors are not told.",
        ),
    ];
    let about = about
        .into_iter()
        .filter(|(_, said)| !said.is_empty())
        .map(|(label, said)| labelled(Style::Account, label, said, None))
        .collect();
    let mut tables = Vec::new();
    for question in view.questions {
        tables.push(TableFacts {
            heading: question.title,
            words: vec![labelled(Style::Account, "", &question.answer, None)],
            ..TableFacts::default()
        });
        tables.extend(question.charts.into_iter().map(table));
    }
    let laid_out = papers::tables(&TablesFacts {
        printed,
        title: "Charts of concerns".to_owned(),
        about,
        tables,
        sign: Vec::new(),
    })?;
    let about = About {
        room: RoomKind::Pupils,
        what: "charts",
        id: view.days,
        purpose: purpose.trim().to_owned(),
        concerns: Vec::new(),
        listed: Vec::new(),
    };
    Ok((laid_out, "strongroom-charts.pdf".to_owned(), Some(about)))
}

fn table(chart: ChartView) -> TableFacts {
    let compared = !chart.before.is_empty();
    let line = match compared {
        true => format!("The line across a bar is {}.", chart.before),
        false => String::new(),
    };
    let bars = chart.rows.iter().map(|row| Bar {
        label: row.label.clone(),
        value: row.value,
        before: row.before,
        said: None,
    });
    let bars = BarsFacts {
        upright: chart.upright,
        bars: bars.collect(),
    };
    let mut columns = vec![("What".to_owned(), 2.0), ("In these days".to_owned(), 1.0)];
    if compared {
        columns.push(("A year before".to_owned(), 1.0));
    }
    let rows = chart.rows.iter().map(|row| {
        let mut cells = vec![row.label.clone(), row.value.to_string()];
        if compared {
            cells.push(
                row.before
                    .map_or_else(String::new, |count| count.to_string()),
            );
        }
        cells
            .into_iter()
            .map(|cell| vec![Words::Plain(cell)])
            .collect()
    });
    TableFacts {
        words: vec![labelled(Style::Account, &chart.title, &line, None)],
        bars: (!chart.rows.is_empty()).then_some(bars),
        columns,
        rows: rows.collect(),
        none: "There is nothing to draw.".to_owned(),
        ..TableFacts::default()
    }
}
