//! Workbooks of Excel since 2007 (ECMA-376, part 1, 18).

use super::grid::{Grid, Room, Seen, said};
use super::moment::Meant;
use super::xlsx_cells::{Rows, is_true, unmarked};
use super::{parts, styles};
use crate::readable::harmless;
use crate::readable::limits::Limits;
use crate::readable::packed::Packed;
use crate::readable::relations::{self, join};
use crate::readable::shape::{Readable, Unreadable};
use crate::readable::xml::{Broken, Met, walk};

const WHAT: &str = "an Excel workbook";
const DAMAGED: Unreadable = Unreadable::Damaged { what: WHAT };
/// So many sheets are read.
const SHEETS: usize = 500;
/// So many different words are read.
const STRINGS: usize = 4_000_000;
/// Parts that are not read, and what is said of them.
const UNREAD: &[(&str, &str)] = &[
    ("xl/comments", "Comments to cells are not printed."),
    ("xl/threadedComments/", "Comments to cells are not printed."),
    ("xl/media/", "Pictures in it are not printed."),
    ("xl/charts/", "Charts in it are not printed."),
    (
        "xl/drawings/",
        "Drawings and text boxes in it are not printed.",
    ),
    ("xl/embeddings/", "Files that lie inside it are not opened."),
    (
        "xl/vbaProject",
        "It holds macros, which were not run and are not printed.",
    ),
    (
        "xl/externalLinks/",
        "It draws on other files, which are not here.",
    ),
    ("xl/revisions/", "Its history of changes is not printed."),
];

/// Reads a workbook.
pub(in crate::readable) fn read(bytes: &[u8], limits: &Limits) -> Result<Readable, Unreadable> {
    let mut packed = parts::locked(bytes, WHAT, limits)?;
    let mut read = Readable::new(WHAT);
    let book = Book::read(&mut packed)?;
    parts::about(&mut packed, "docProps/core.xml", &mut read)?;
    let mut room = Room::of(limits);
    let mut formulas = 0;
    for sheet in book.sheets.iter().take(SHEETS) {
        let mut grid = Grid::new(&sheet.name, sheet.seen);
        match packed.text(&sheet.part)? {
            Some(text) => {
                let mut rows = Rows::new(&book, &mut grid, &mut room);
                let walked = walk(&text, |met| rows.meet(met));
                formulas += rows.formulas;
                if walked.is_err() {
                    read.note(format!("A sheet is damaged. What is printed of it is what stands before the damage: {}.", sheet.name));
                }
            }
            None => read.note(format!(
                "A sheet is named and not there, or is a chart: {}.",
                sheet.name
            )),
        }
        grid.into_part(&mut read);
        if room.full {
            break;
        }
    }
    if book.sheets.len() > SHEETS {
        read.note("It has more sheets than are printed here.");
    }
    for (start, sentence) in UNREAD {
        if packed.has_under(start) {
            read.note(*sentence);
        }
    }
    read.note("Days are printed as year-month-day, whatever way the sheet shows them. Numbers are printed as they are kept, without the sheet\u{2019}s rounding, currency or per cent signs.");
    said(&mut read, &room, formulas);
    Ok(read)
}

struct Sheet {
    name: String,
    part: String,
    seen: Seen,
}

/// What the sheets of a workbook share.
pub(super) struct Book {
    sheets: Vec<Sheet>,
    pub(super) strings: Vec<String>,
    pub(super) styles: Vec<Meant>,
    pub(super) from_1904: bool,
}

impl Book {
    fn read(packed: &mut Packed<'_>) -> Result<Self, Unreadable> {
        let path = relations::main(packed, WHAT)?.unwrap_or_else(|| "xl/workbook.xml".to_owned());
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", &path));
        let text = packed.text(&path)?.ok_or(DAMAGED)?;
        let targets = relations::read(packed, &join(folder, &format!("_rels/{file}.rels")), WHAT)?;
        let mut sheets = Vec::new();
        let mut from_1904 = false;
        walk(&text, |met| {
            if let Met::Opens(tag) = met {
                match tag.name.as_str() {
                    "workbookPr" => from_1904 = is_true(tag.says("date1904")),
                    "sheet" => {
                        let target = tag.says("id").and_then(|id| targets.get(id));
                        sheets.push(Sheet {
                            name: harmless::line(tag.says("name").unwrap_or_default()),
                            part: target
                                .map_or_else(String::new, |(_, target)| join(folder, target)),
                            seen: match tag.says("state") {
                                Some("hidden" | "veryHidden") => Seen::Hidden,
                                _ => Seen::Shown,
                            },
                        });
                    }
                    _ => {}
                }
            }
            sheets.len() <= SHEETS
        })
        .map_err(|Broken| DAMAGED)?;
        let part = |kind: &str, usual: &str| {
            let named = targets.values().find(|(known, _)| known.ends_with(kind));
            join(folder, named.map_or(usual, |(_, target)| target))
        };
        let strings = match packed.text(&part("/sharedStrings", "sharedStrings.xml"))? {
            Some(text) => shared(&text).map_err(|Broken| DAMAGED)?,
            None => Vec::new(),
        };
        if strings.len() > STRINGS {
            return Err(Unreadable::TooLarge { what: WHAT });
        }
        let styles = match packed.text(&part("/styles", "styles.xml"))? {
            Some(text) => styles::read(&text).map_err(|Broken| DAMAGED)?,
            None => Vec::new(),
        };
        Ok(Self {
            sheets,
            strings,
            styles,
            from_1904,
        })
    }
}

/// The words that cells share, in their order. How they are to be spoken is left out.
fn shared(text: &str) -> Result<Vec<String>, Broken> {
    let mut all = Vec::new();
    let mut open = String::new();
    let (mut within, mut spoken) = (false, false);
    walk(text, |met| {
        match met {
            Met::Opens(tag) => match tag.name.as_str() {
                "si" => open.clear(),
                "t" => within = !spoken,
                "rPh" => spoken = true,
                _ => {}
            },
            Met::Words(words) if within => open.push_str(words),
            Met::Words(_) => {}
            Met::Closes("si") => all.push(unmarked(&open)),
            Met::Closes("t") => within = false,
            Met::Closes("rPh") => spoken = false,
            Met::Closes(_) => {}
        }
        all.len() <= STRINGS
    })?;
    Ok(all)
}
