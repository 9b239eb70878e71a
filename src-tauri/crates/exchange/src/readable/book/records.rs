//! The records of an old workbook, measured before the library makes room for what they claim ([MS-XLS] 2.4).

/// Records by their number.
const BEGIN: u16 = 0x0809;
const END: u16 = 0x000a;
const SHEET: u16 = 0x0085;
const DIMENSIONS: u16 = 0x0200;
const FORMULA: u16 = 0x0006;
const WORKED_OUT: u16 = 0x0207;
/// Those that hold cells: their row and column stand first.
const CELLS: [u16; 8] = [FORMULA, RUN, 0x00d6, 0x00fd, 0x0203, 0x0204, 0x0205, 0x027e];
/// A run of cells, six bytes each.
const RUN: u16 = 0x00bd;
/// So many places of one sheet are held, from its first to its last cell.
const AREA: u64 = 3_000_000;
/// So many sheets are read, and so often as much as there is.
const SHEETS: usize = 1_000;
const ROUNDS: usize = 4;

/// Takes the claimed sizes of sheets out of the records. An error where they hold more than is read.
pub(super) fn tame(records: &mut [u8]) -> Result<(), ()> {
    for (from, length) in claims(records)? {
        if let Some(claim) = records.get_mut(from..from.saturating_add(length)) {
            claim.fill(0);
        }
    }
    // Sheets may lie over each other, so that what was taken out of one stood in another.
    let left = claims(records)?.into_iter().any(|(from, length)| {
        let claim = records.get(from..from.saturating_add(length));
        claim.is_some_and(|claim| claim.iter().any(|byte| *byte != 0))
    });
    if left { Err(()) } else { Ok(()) }
}

/// Where sheets claim a size, and how many bytes the claim has. An error where what they do hold is too much.
fn claims(records: &[u8]) -> Result<Vec<(usize, usize)>, ()> {
    let mut sheets = Vec::new();
    each(records, 0, |kind, _, data| {
        if let (SHEET, Some(place)) = (kind, data.first_chunk()) {
            sheets.push(u32::from_le_bytes(*place) as usize);
        }
        kind != END && sheets.len() <= SHEETS
    });
    let (mut claims, mut seen) = (Vec::new(), 0_usize);
    let enough = records.len().saturating_mul(ROUNDS);
    for sheet in &sheets {
        let (mut begun, mut depth, mut worked_out) = (false, 0_usize, false);
        let (mut rows, mut columns) = (Span::default(), Span::default());
        each(records, *sheet, |kind, from, data| {
            seen = seen.saturating_add(data.len() + 4);
            worked_out |= kind == FORMULA;
            match kind {
                BEGIN if begun => depth += 1,
                BEGIN => begun = true,
                END if depth == 0 => return false,
                END => depth -= 1,
                DIMENSIONS => claims.push((from, data.len())),
                // The words of a formula that is not there go to the first cell.
                WORKED_OUT if !worked_out => {
                    rows.meet(0);
                    columns.meet(0);
                }
                _ if CELLS.contains(&kind) => {
                    let run = if kind == RUN { data.len() / 6 } else { 0 };
                    rows.meet(number(data, 0));
                    columns.meet(number(data, 2));
                    columns.meet(number(data, 2).saturating_add(run as u64));
                }
                _ => {}
            }
            seen <= enough
        });
        if rows.length().saturating_mul(columns.length()) > AREA || seen > enough {
            return Err(());
        }
    }
    if sheets.len() > SHEETS {
        return Err(());
    }
    Ok(claims)
}

/// Goes through records from a place on: number, where its data begin, and its data.
fn each(records: &[u8], from: usize, mut visit: impl FnMut(u16, usize, &[u8]) -> bool) {
    let mut at = from;
    while let Some(head) = records.get(at..).and_then(<[u8]>::first_chunk::<4>) {
        let [kind, more, length, longer] = *head;
        let length = usize::from(u16::from_le_bytes([length, longer]));
        let Some(data) = records.get(at + 4..at + 4 + length) else {
            return;
        };
        if !visit(u16::from_le_bytes([kind, more]), at + 4, data) {
            return;
        }
        at += 4 + length;
    }
}

fn number(data: &[u8], at: usize) -> u64 {
    let two = data.get(at..).and_then(<[u8]>::first_chunk::<2>);
    two.map_or(0, |two| u64::from(u16::from_le_bytes(*two)))
}

/// From the first to the last that was met.
#[derive(Default)]
struct Span(Option<(u64, u64)>);

impl Span {
    fn meet(&mut self, at: u64) {
        let (first, last) = self.0.unwrap_or((at, at));
        self.0 = Some((first.min(at), last.max(at)));
    }

    fn length(&self) -> u64 {
        self.0.map_or(0, |(first, last)| last - first + 1)
    }
}
