//! Finds quotation marks that do not close as they should. A reader would swallow the rows after them without a word.

/// Where a quotation mark went wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct QuoteFault {
    /// The row on which it opens, from 0 at the start of the text.
    pub row: u32,
    /// The cell in that row, from 0.
    pub cell: usize,
    /// It does not close before the end of the file; otherwise it closes in the middle of a cell.
    pub never_closed: bool,
}

enum At {
    CellStart,
    Plain,
    Quoted,
    /// A quotation mark inside a quoted cell: the end, or half of a doubled one.
    Mark,
    AfterEnd,
}

/// Every fault, up to a number. Lines inside quoted cells are part of their row.
pub(crate) fn faults(text: &str, delimiter: u8, most: usize) -> Vec<QuoteFault> {
    let mut faults = Vec::new();
    let (mut at, mut row, mut cell) = (At::CellStart, 0_u32, 0_usize);
    let mut opened = (0_u32, 0_usize);
    let fault = |opened: (u32, usize), never_closed| QuoteFault {
        row: opened.0,
        cell: opened.1,
        never_closed,
    };

    for byte in text.bytes() {
        if let At::Quoted = at {
            if byte == b'"' {
                at = At::Mark;
            }
            continue;
        }
        at = match (at, byte) {
            (At::Mark, b'"') => At::Quoted,
            (At::CellStart, b'"') => {
                opened = (row, cell);
                At::Quoted
            }
            (_, byte) if byte == delimiter => {
                cell += 1;
                At::CellStart
            }
            (_, b'\n') => {
                row = row.saturating_add(1);
                cell = 0;
                At::CellStart
            }
            (_, b'\r') => At::CellStart,
            (At::Mark | At::AfterEnd, b' ') => At::AfterEnd,
            (At::Mark | At::AfterEnd, _) => {
                faults.push(fault(opened, false));
                At::Plain
            }
            (At::CellStart | At::Plain | At::Quoted, _) => At::Plain,
        };
        if faults.len() >= most {
            return faults;
        }
    }
    if let At::Quoted = at {
        faults.push(fault(opened, true));
    }

    faults
}
