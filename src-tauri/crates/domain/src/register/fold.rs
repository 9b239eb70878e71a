//! From the entries about a line to the line.

use super::{LINE, Line, PART_LINE};
use crate::case::Kept;
use crate::step::Step;
use crate::versions::{self, Versions};

/// A line with everything that was written in its place.
pub type Entered = Versions<Line>;

impl Versions<Line> {
    /// As it was first written.
    pub fn first(&self) -> Option<&Kept<Line>> {
        self.versions.first()
    }
}

/// Folds the steps about one line, given in the order of the history.
pub fn fold(steps: &[Step]) -> Entered {
    versions::fold(steps, LINE, PART_LINE)
}
