//! The file a list comes in: a table whose columns are matched, or a transfer file whose fields are fixed.

use exchange::ctf::{TransferHeader, is_xml, read_transfer};
use exchange::roll::{
    Field, Matching, RollReading, Table, choose_columns, decode, match_columns, read_rows,
};

use super::bring_in::{Columns, count};
use crate::Office;
use crate::say::date_and_year;
use crate::wire::{Fault, FaultKind, ListColumn, ListField};

/// A list, read.
pub(super) struct ListFile {
    pub reading: RollReading,
    pub encoding: &'static str,
    kind: Kind,
}

enum Kind {
    Table(Table, Matching),
    Transfer(TransferHeader),
}

impl ListFile {
    /// Reads the list that was brought under a token. A transfer file takes no columns.
    pub fn read(office: &Office, token: &str, columns: Columns) -> Result<Self, Fault> {
        let bytes = office.lists.get(token).ok_or_else(|| {
            Fault::new(FaultKind::Missing, "That list is no longer here.")
                .next("Choose the file again.")
        })?;
        let today = office.around.local().date_naive();
        if is_xml(bytes) {
            let transfer = read_transfer(bytes, today)?;
            return Ok(Self {
                reading: transfer.reading,
                encoding: transfer.encoding,
                kind: Kind::Transfer(transfer.header),
            });
        }
        let table = Table::read(decode(bytes.to_vec())?)?;
        let matching = match columns {
            None => match_columns(&table),
            Some(chosen) => choose_columns(&table, &fields(&chosen)?)?,
        };
        Ok(Self {
            reading: read_rows(&table, &matching, today),
            encoding: table.encoding(),
            kind: Kind::Table(table, matching),
        })
    }

    /// What one pupil of it is called: `row`, as a spreadsheet numbers it, or `pupil`.
    pub fn noun(&self) -> &'static str {
        match self.kind {
            Kind::Table(..) => "row",
            Kind::Transfer(_) => "pupil",
        }
    }

    /// The columns of a table, with what each was taken for.
    pub fn columns(&self) -> Vec<ListColumn> {
        let Kind::Table(table, matching) = &self.kind else {
            return Vec::new();
        };
        let samples = table.samples(3);
        (0..table.headings().len())
            .map(|index| ListColumn {
                index: count(index),
                heading: table.column_name(index),
                sample: samples.get(index).cloned().unwrap_or_default(),
                matched: matching
                    .columns
                    .get(index)
                    .copied()
                    .flatten()
                    .map(|field| field.id().to_owned()),
            })
            .collect()
    }

    /// What a column of a table can be taken for.
    pub fn fields(&self) -> Vec<ListField> {
        let all = match self.kind {
            Kind::Table(..) => Field::ALL,
            Kind::Transfer(_) => &[],
        };
        all.iter()
            .map(|field| ListField {
                id: field.id().to_owned(),
                title: field.title().to_owned(),
                needed: field.needed(),
            })
            .collect()
    }

    /// What a transfer file says of itself, in words.
    pub fn transfer(&self) -> Option<String> {
        let Kind::Transfer(header) = &self.kind else {
            return None;
        };
        let mut say = "Common Transfer File".to_owned();
        if let Some(version) = &header.version {
            say.push_str(&format!(" {version}"));
        }
        if let Some(school) = &header.school {
            say.push_str(&format!(" from {school}"));
        }
        let day = header
            .made
            .as_deref()
            .and_then(|made| made.get(..10)?.parse().ok());
        if let Some(day) = day {
            say.push_str(&format!(", made on {}", date_and_year(day)));
        }
        Some(say)
    }
}

fn fields(chosen: &[Option<String>]) -> Result<Vec<Option<Field>>, Fault> {
    chosen
        .iter()
        .map(|id| match id.as_deref().filter(|id| !id.is_empty()) {
            None => Ok(None),
            Some(id) => Field::from_id(id)
                .map(Some)
                .ok_or_else(|| Fault::field("columns", format!("There is no field called {id}"))),
        })
        .collect()
}
