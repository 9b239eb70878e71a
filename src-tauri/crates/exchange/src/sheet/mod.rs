//! A table for any program that opens tables.

/// The table as CSV (RFC 4180), with its head. A cell that a spreadsheet would take for a formula is guarded with an apostrophe.
pub fn csv(head: &[&str], rows: &[Vec<String>]) -> Result<String, csv::Error> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    writer.write_record(head)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| guarded(cell)))?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn guarded(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        return format!("'{cell}");
    }
    cell.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_one_cell_whatever_is_in_it_and_never_a_formula() {
        let rows = vec![vec![
            "a \"b\", c\nd".to_owned(),
            "=HYPERLINK(\"x\")".to_owned(),
        ]];
        let text = csv(&["one", "two"], &rows).unwrap();
        assert_eq!(
            text,
            "one,two\r\n\"a \"\"b\"\", c\nd\",\"'=HYPERLINK(\"\"x\"\")\"\r\n"
        );
    }
}
