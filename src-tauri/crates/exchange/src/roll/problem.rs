//! What stands in the way of a list, named so that it can be found in a spreadsheet.

/// How many problems, and how many warnings, are listed; beyond that they are counted.
pub const MOST_SHOWN: usize = 200;

/// Something about one place in the list. It never repeats what a cell says.
#[derive(Clone, PartialEq, Eq)]
pub struct RowProblem {
    /// The row as a spreadsheet numbers it: headings and blank rows count, and a cell with several lines is one row.
    pub row: u32,
    /// The heading of the column, or empty when it is about the whole row.
    pub column: String,
    /// One sentence for a person, or two.
    pub say: String,
}

// Where a list has strange headings, a column may be called by a child's name.
impl std::fmt::Debug for RowProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RowProblem(row {})", self.row)
    }
}

/// Problems as they are found: the first are listed, all are counted.
#[derive(Default)]
pub(crate) struct Problems {
    pub list: Vec<RowProblem>,
    pub count: usize,
}

impl Problems {
    pub fn add(&mut self, row: u32, column: &str, say: impl Into<String>) {
        self.count += 1;
        if self.list.len() < MOST_SHOWN {
            self.list.push(RowProblem {
                row,
                column: column.to_owned(),
                say: say.into(),
            });
        }
    }
}
