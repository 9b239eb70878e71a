mod deadlines;
mod leaves;
mod pages;
mod registers;
mod routes;
mod says;

use std::collections::BTreeSet;

use crate::deadlines::deadlines_on;
use crate::matrices::matrices_on;
use crate::sources::sources_on;
use crate::wording::{Body, Categories, Words, vocabularies_on};
use crate::{Error, Record, Roles, Shelf};

use says::Says;

/// Checks that everything that ships fits together; every fault is named, not only the first.
pub fn check() -> Result<(), Vec<Error>> {
    check_shelf(&Shelf::shipped())
}

/// Checks another shelf the same way, for a school that edits its own guidance.
pub fn check_shelf(shelf: &Shelf) -> Result<(), Vec<Error>> {
    let mut says = Says::new(shelf);

    let categories = says.have(Categories::on(shelf));
    let vocabularies = says.have(vocabularies_on(shelf));
    let words = says.have(Words::on(shelf));
    let body = says.have(Body::on(shelf));
    let roles = says.have(Roles::on(shelf));
    let record = says.have(Record::on(shelf));
    let matrices = says.have(matrices_on(shelf));
    let deadlines = says.have(deadlines_on(shelf));
    let sources = says.have(sources_on(shelf));

    if let (
        Some(categories),
        Some(vocabularies),
        Some(words),
        Some(body),
        Some(roles),
        Some(record),
        Some(matrices),
        Some(deadlines),
        Some(sources),
    ) = (
        categories,
        vocabularies,
        words,
        body,
        roles,
        record,
        matrices,
        deadlines,
        sources,
    ) {
        pages::sources(&mut says, &sources);
        let sources: BTreeSet<&str> = sources.iter().map(|one| one.id.as_str()).collect();
        pages::categories(&mut says, &categories, &sources);
        pages::vocabularies(&mut says, &vocabularies, &sources);
        pages::words(&mut says, &words, &vocabularies, &record);
        pages::body(&mut says, &body);
        pages::roles(&mut says, &roles, &sources);
        pages::record(&mut says, &record, &vocabularies, &matrices, &sources);
        pages::matrices(&mut says, &matrices, &sources);
        deadlines::deadlines(&mut says, &deadlines, &vocabularies, &sources);
    }

    leaves::leaves(&mut says);

    says.all()
}
