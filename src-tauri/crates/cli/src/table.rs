//! Rows in columns, for people.

/// Lines of cells, each column as wide as its widest cell; headings first.
pub fn table<const N: usize>(
    headings: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> String {
    let mut lines: Vec<[String; N]> = vec![headings.map(str::to_uppercase)];
    lines.extend(rows.into_iter().map(|row| row.map(one_line)));
    let mut widths = [0; N];
    for line in &lines {
        for (width, cell) in widths.iter_mut().zip(line) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let mut text = String::new();
    for line in &lines {
        let mut said = String::new();
        for (cell, width) in line.iter().zip(widths) {
            said.push_str(cell);
            said.extend(std::iter::repeat_n(
                ' ',
                width.saturating_sub(cell.chars().count()) + 2,
            ));
        }
        text.push_str(said.trim_end());
        text.push('\n');
    }
    text
}

fn one_line(cell: String) -> String {
    if cell.contains(['\n', '\r', '\t']) {
        cell.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_their_headings() {
        let rows = [
            ["Ann".into(), "7\nb".into()],
            ["Siobhán".into(), "8".into()],
        ];

        assert_eq!(
            table(["name", "year"], rows),
            "NAME     YEAR\nAnn      7 b\nSiobhán  8\n"
        );
    }
}
