//! What is printed at the end.

use std::fmt;

/// One figure.
pub struct Row {
    /// What was measured.
    pub what: String,
    /// In a school of how many concerns.
    pub concerns: usize,
    /// Ours.
    pub ours: String,
    /// What it is held against.
    pub floor: String,
    /// The figure the goal is about.
    pub figure: String,
    /// The goal; none where the row is there to explain another.
    pub goal: Option<(String, bool)>,
}

/// All figures.
#[derive(Default)]
pub struct Table(Vec<Row>);

impl Table {
    /// Adds one.
    pub fn add(&mut self, row: Row) {
        self.0.push(row);
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = ["what", "concerns", "ours", "floor", "figure", "goal", ""];
        let mut lines: Vec<[String; 7]> = vec![head.map(str::to_owned)];
        let mut rows: Vec<&Row> = self.0.iter().collect();
        // The sizes of one figure stand under each other.
        let place = |row: &Row| self.0.iter().position(|first| first.what == row.what);
        rows.sort_by_key(|row| (place(row), row.concerns));
        for row in rows {
            let (goal, held) = match &row.goal {
                None => (String::new(), ""),
                Some((goal, true)) => (goal.clone(), "held"),
                Some((goal, false)) => (goal.clone(), "MISSED"),
            };
            lines.push([
                row.what.clone(),
                thousands(row.concerns),
                row.ours.clone(),
                row.floor.clone(),
                row.figure.clone(),
                goal,
                held.to_owned(),
            ]);
        }
        let wide: Vec<usize> = (0..7)
            .map(|column| {
                lines
                    .iter()
                    .map(|line| line[column].chars().count())
                    .max()
                    .unwrap_or(0)
            })
            .collect();
        for line in &lines {
            write!(f, "{:<1$}", line[0], wide[0])?;
            for column in 1..7 {
                write!(f, "  {:>1$}", line[column], wide[column])?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

/// `200,000`.
pub fn thousands(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
