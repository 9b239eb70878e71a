use std::collections::{BTreeMap, BTreeSet};

use super::says::Says;
use crate::read::Id;
use crate::wording::{Body, Categories, Words};
use crate::{Error, Grant, Matrix, Page, Record, Roles, Source, Vocabulary};

/// The families of categories a field may take its answers from.
const FAMILIES: [&str; 4] = ["cpoms_category", "four_c", "abuse", "issue"];

/// The field whose answers are the kinds of record.
const RECORD_KIND: &str = "record_kind";

/// The vocabulary of a record's life.
const STATUS: &str = "record_status";

pub(super) fn sources(says: &mut Says<'_>, sources: &[Source]) {
    let page = Page::Sources;
    says.once(page, "source", sources.iter().map(|source| &source.id));
    for source in sources {
        says.said(page, &source.id, "title", &source.title);
    }
}

pub(super) fn categories(says: &mut Says<'_>, categories: &Categories, sources: &BTreeSet<&str>) {
    let page = Page::Categories;
    let Categories {
        cpoms_category,
        four_c,
        abuse,
        issue,
        cyberbullying_type,
        ..
    } = categories;
    let topics = || four_c.iter().flat_map(|c| &c.topics);

    // One list, because a record may carry any of them side by side.
    let ids = (cpoms_category.iter().map(|c| &c.id))
        .chain(four_c.iter().map(|c| &c.id))
        .chain(topics().map(|c| &c.id))
        .chain(abuse.iter().map(|c| &c.id))
        .chain(issue.iter().map(|c| &c.id))
        .chain(cyberbullying_type.iter().map(|c| &c.id));
    says.once(page, "category", ids);

    let named = (cpoms_category.iter().map(|c| (&c.id, &c.name, &c.sources)))
        .chain(four_c.iter().map(|c| (&c.id, &c.name, &c.sources)))
        .chain(topics().map(|c| (&c.id, &c.name, &c.sources)))
        .chain(abuse.iter().map(|c| (&c.id, &c.name, &c.sources)))
        .chain(issue.iter().map(|c| (&c.id, &c.name, &c.sources)))
        .chain(
            cyberbullying_type
                .iter()
                .map(|c| (&c.id, &c.name, &c.sources)),
        );
    for (id, name, cited) in named {
        says.said(page, id, "name", name);
        says.cited(page, cited, sources);
    }
}

pub(super) fn vocabularies(
    says: &mut Says<'_>,
    vocabularies: &[Vocabulary],
    sources: &BTreeSet<&str>,
) {
    let page = Page::Vocabularies;
    says.once(page, "vocabulary", vocabularies.iter().map(|v| &v.id));
    for vocabulary in vocabularies {
        says.once(page, "term", vocabulary.terms.iter().map(|term| &term.id));
        says.cited(page, &vocabulary.sources, sources);
        for term in &vocabulary.terms {
            says.said(page, &term.id, "label", &term.label);
        }
    }
}

pub(super) fn words(
    says: &mut Says<'_>,
    words: &Words,
    vocabularies: &[Vocabulary],
    record: &Record,
) {
    let page = Page::Words;
    let mut of: BTreeMap<&str, Vec<&Id>> = BTreeMap::new();
    for word in &words.word {
        of.entry(word.vocabulary.as_str())
            .or_default()
            .push(&word.id);
    }
    for vocabulary in vocabularies {
        let ids = of.get(vocabulary.id.as_str()).into_iter().flatten();
        says.once(page, "word", ids.copied());
    }
    let terms: BTreeMap<&str, BTreeSet<&str>> = vocabularies
        .iter()
        .map(|one| {
            let terms = one.terms.iter().map(|term| term.id.as_str()).collect();
            (one.id.as_str(), terms)
        })
        .collect();
    for word in &words.word {
        says.said(page, &word.id, "label", &word.label);
        match terms.get(word.vocabulary.as_str()) {
            Some(terms) => {
                let found = terms.contains(word.id.as_str());
                says.there(page, "term", &word.id, found);
            }
            None => says.there(page, "vocabulary", &word.vocabulary, false),
        }
    }

    says.once(
        page,
        "kind of record",
        words.record_kind.iter().map(|k| &k.id),
    );
    let Some(field) = record.field(RECORD_KIND) else {
        return;
    };
    let listed: BTreeSet<&str> = field.listed().into_iter().collect();
    let kinds: BTreeSet<&str> = words.record_kind.iter().map(|k| k.id.as_str()).collect();
    for kind in &words.record_kind {
        says.said(page, &kind.id, "label", &kind.label);
        let found = listed.contains(kind.id.as_str());
        says.there(page, "kind of record", &kind.id, found);
    }
    for kind in listed {
        if !kinds.contains(kind) {
            says.fault_at(|shelf| Error::Unused {
                place: shelf.place(Page::Record, &field.id),
                kind: "kind of record",
                id: kind.to_owned(),
            });
        }
    }
}

pub(super) fn body(says: &mut Says<'_>, body: &Body) {
    let page = Page::Body;
    says.once(page, "view", body.view.iter().map(|view| &view.id));
    says.once(page, "region", body.region.iter().map(|region| &region.id));
    for region in &body.region {
        says.said(page, &region.id, "name", &region.name);
        let found = body.view.iter().any(|view| view.id == region.view);
        says.there(page, "view", &region.view, found);
    }
    for view in &body.view {
        if !body.region.iter().any(|region| region.view == view.id) {
            says.fault_at(|shelf| Error::Unused {
                place: shelf.place(page, &view.id),
                kind: "view",
                id: view.id.to_string(),
            });
        }
    }
}

pub(super) fn roles(says: &mut Says<'_>, roles: &Roles, sources: &BTreeSet<&str>) {
    says.once(Page::Roles, "role", roles.all().iter().map(|role| &role.id));
    for role in roles.all() {
        says.said(Page::Roles, &role.id, "title", &role.title);
        says.cited(Page::Roles, &role.sources, sources);
        // Somebody with an account and no grant could open the vault and do nothing there.
        if role.account && !roles.granted().any(|granted| *granted == role.id) {
            says.fault_at(|shelf| Error::Blank {
                place: shelf.place(Page::Roles, &role.id),
                what: "grant",
                id: role.id.to_string(),
            });
        }
    }

    let page = Page::Permissions;
    says.cited(page, &roles.permission_sources, sources);
    says.once(page, "grant for", roles.granted());
    for granted in roles.granted() {
        says.there(page, "role", granted, roles.role(granted).is_some());
    }
    let mut resources = BTreeMap::new();
    for (grant, at) in roles.resources() {
        // No two stand at one place.
        if *resources.entry(grant).or_insert(at) != at {
            says.fault_at(|shelf| Error::Twice {
                place: shelf.place_at(page, at),
                kind: "resource",
                id: grant.to_string(),
            });
        }
    }
    for grant in Grant::ALL {
        let place = resources.get(grant);
        let used = roles.all().iter().any(|role| roles.may(&role.id, *grant));
        match place {
            None => says.fault(Error::NoSuch {
                place: says.shelf().place_at(page, 0),
                kind: "resource",
                id: grant.to_string(),
            }),
            Some(at) if !used => says.fault(Error::Unused {
                place: says.shelf().place_at(page, *at),
                kind: "resource",
                id: grant.to_string(),
            }),
            Some(_) => {}
        }
    }
}

pub(super) fn record(
    says: &mut Says<'_>,
    record: &Record,
    vocabularies: &[Vocabulary],
    matrices: &[Matrix],
    sources: &BTreeSet<&str>,
) {
    let page = Page::Record;
    says.once(page, "field", record.fields.iter().map(|field| &field.id));
    for field in &record.fields {
        says.said(page, &field.id, "label", &field.label);
        says.cited(page, &field.sources, sources);
        let from = &field.options_from;
        let found = from.is_empty()
            || FAMILIES.contains(&from.as_str())
            || vocabularies.iter().any(|v| v.id == *from)
            || matrices.iter().any(|m| m.id == *from);
        says.there(page, "list of answers", from, found);
    }

    let statuses = vocabularies.iter().find(|v| v.id == STATUS);
    let statuses: BTreeSet<&str> = statuses
        .into_iter()
        .flat_map(|known| &known.terms)
        .map(|term| term.id.as_str())
        .collect();
    for step in &record.transitions {
        for status in std::iter::once(&step.from).chain(&step.to) {
            let found = statuses.contains(status.as_str());
            says.there(page, "status", status, found);
        }
    }
}

pub(super) fn matrices(says: &mut Says<'_>, matrices: &[Matrix], sources: &BTreeSet<&str>) {
    let page = Page::Matrices;
    says.once(page, "table", matrices.iter().map(|matrix| &matrix.id));
    for matrix in matrices {
        says.said(page, &matrix.id, "title", &matrix.title);
        let (columns, rows) = (matrix.columns.first(), matrix.rows.first());
        says.said(
            page,
            &matrix.id,
            "column",
            columns.map_or("", |id| id.as_str()),
        );
        says.said(
            page,
            &matrix.id,
            "line",
            rows.map_or("", |row| row.id.as_str()),
        );
        says.cited(page, &matrix.sources, sources);
        says.once(page, "column", matrix.columns.iter());
        for column in &matrix.columns {
            let title = matrix.titles.get(column.as_str());
            says.said(page, column, "title", title.map_or("", String::as_str));
        }
        // What was done is kept by title: two of the same could not be told apart.
        let mut titles = BTreeSet::new();
        for column in &matrix.columns {
            let title = matrix.titles.get(column.as_str());
            if title.is_some_and(|title| !titles.insert(title)) {
                says.fault_at(|shelf| Error::Twice {
                    place: shelf.place(page, column),
                    kind: "column called the same",
                    id: column.to_string(),
                });
            }
        }
        says.once(page, "row", matrix.rows.iter().map(|row| &row.id));
        let columns: BTreeSet<&str> = matrix.columns.iter().map(|id| id.as_str()).collect();
        for row in &matrix.rows {
            says.said(page, &row.id, "behaviour", &row.label);
        }
        for tick in matrix.rows.iter().flat_map(|row| &row.ticks) {
            says.there(page, "column", tick, columns.contains(tick.as_str()));
        }
    }
}
