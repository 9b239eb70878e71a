//! A page as places with words, so that two versions can be held side by side. Whatever an editor can change is among them:
//! what is not said here would change unseen.

use guidance::{
    Checklist, Edge, Flow, Id, Item, ItemKind, Matrix, Needed, Node, NodeKind, Register,
};

use super::super::flow::title_of;

/// A place on a page with its words.
#[derive(Clone)]
pub(super) struct Place {
    pub(super) key: String,
    pub(super) title: String,
    pub(super) words: String,
}

fn place(key: impl Into<String>, title: impl Into<String>, words: impl Into<String>) -> Place {
    Place {
        key: key.into(),
        title: title.into(),
        words: words.into(),
    }
}

/// A flowchart: its head, then each step with the ways on from it.
pub(super) fn of_flow(flow: &Flow) -> Vec<Place> {
    let mut all = vec![
        place("title", "Title", flow.title.clone()),
        place("purpose", "What it is for", flow.purpose.clone()),
        place(
            "when",
            "When it is the right one",
            flow.applies_when.join(". "),
        ),
        place("not", "What nobody does", flow.do_not.join(". ")),
        place("note", "To bear in mind", flow.note.clone()),
    ];
    for node in &flow.nodes {
        let title = format!("Step: {}", node.title);
        let key = format!("step {}", node.id);
        all.push(place(key, title.clone(), of_step(node)));
        for way in flow.ways(&node.id) {
            let answer = match way.label.as_str() {
                "" => "On".to_owned(),
                label => label.to_owned(),
            };
            all.push(place(
                format!("way {} {}", node.id, way.label),
                format!("{title}: {answer}"),
                of_way(flow, way),
            ));
        }
    }
    all
}

fn of_step(node: &Node) -> String {
    let who: Vec<String> = node.who.iter().map(|who| crate::words::role(who)).collect();
    let opens: Vec<String> = node.opens.iter().map(|opens| title_of(opens)).collect();
    let mut words = vec![
        node.title.clone(),
        node.detail.clone(),
        kind_of_step(node.kind).to_owned(),
        node.asks.clone(),
        who.join(", "),
    ];
    if !node.deadline.is_empty() {
        words.push(format!("Has a deadline: {}", deadline(&node.deadline)));
    }
    if !opens.is_empty() {
        words.push(format!("Opens: {}", opens.join(", ")));
    }
    if node.two_people {
        words.push("Two people sign it".to_owned());
    }
    together(words)
}

fn of_way(flow: &Flow, way: &Edge) -> String {
    let to = flow.node(&way.to).map_or("", |to| to.title.as_str());
    let mut words = vec![to.to_owned()];
    if let Some(clock) = &way.starts_clock {
        words.push(format!("Starts the clock: {}", deadline(clock)));
    }
    together(words)
}

/// A checklist: its head, then each part with its questions.
pub(super) fn of_checklist(list: &Checklist) -> Vec<Place> {
    let mut all = vec![
        place("title", "Title", list.title.clone()),
        place("purpose", "What it is for", list.purpose.clone()),
        place("when", "When it is the right one", list.use_when.clone()),
        place(
            "warnings",
            "What must be known first",
            list.warnings.join(". "),
        ),
        place("note", "To bear in mind", list.note.clone()),
    ];
    for (at, section) in list.sections.iter().enumerate() {
        // A part has no name but its heading; two may have the same.
        let before = list.sections.iter().take(at);
        let same = before.filter(|other| other.title == section.title).count();
        let mut words = vec![section.title.clone()];
        if section.after {
            words.push("Filled in after it was sent".to_owned());
        }
        all.push(place(
            format!("part {same} {}", section.title),
            format!("Part: {}", section.title),
            together(words),
        ));
        all.extend(section.items.iter().map(|item| {
            place(
                format!("item {}", item.id),
                format!("Question: {}", item.prompt),
                of_item(item),
            )
        }));
    }
    all
}

fn of_item(item: &Item) -> String {
    let needed = match item.required {
        Needed::Required => "Needed",
        Needed::Recommended => "Would help",
        Needed::IfApplicable => "If it applies",
    };
    together(vec![
        item.prompt.clone(),
        item.help.clone(),
        kind_of_answer(item.kind).to_owned(),
        item.options.join(", "),
        needed.to_owned(),
        item.needed_if.as_ref().map_or_else(String::new, |needed| {
            format!("Needed where another answer is {}", needed.answer)
        }),
        item.heed
            .as_ref()
            .map_or_else(String::new, |heed| format!("Warns: {}", heed.say)),
    ])
}

/// A table: its head, then each line with what is ticked for it.
pub(super) fn of_matrix(table: &Matrix) -> Vec<Place> {
    let title = |id: &Id| table.titles.get(id.as_str()).map_or("", String::as_str);
    let mut all = vec![
        place("title", "Title", table.title.clone()),
        place("note", "To bear in mind", table.note.clone()),
    ];
    all.extend(
        table
            .columns
            .iter()
            .map(|column| place(format!("column {column}"), "Column", title(column))),
    );
    all.extend(table.rows.iter().map(|row| {
        let ticked = table
            .columns
            .iter()
            .filter(|column| row.ticks.contains(column));
        let words = std::iter::once(row.label.clone()).chain(ticked.map(|id| title(id).to_owned()));
        place(
            format!("row {}", row.id),
            format!("Line: {}", row.label),
            together(words.collect()),
        )
    }));
    all
}

/// A register: its head, then each thing that is entered.
pub(super) fn of_register(register: &Register) -> Vec<Place> {
    let roles: Vec<String> = register
        .owner
        .iter()
        .map(|role| crate::words::role(role))
        .collect();
    let called = |name: &String| {
        let field = register.fields.iter().find(|field| field.name == *name);
        field.map_or_else(|| name.clone(), |field| field.label.clone())
    };
    let late = register.late.iter().filter(|rule| rule.own).map(|rule| {
        let (by, done): (Vec<_>, Vec<_>) = (
            rule.by.iter().map(called).collect(),
            rule.unless.iter().map(called).collect(),
        );
        format!("Late after {}, until {}", by.join(", "), done.join(", "))
    });
    let mut all = vec![
        place("title", "Title", register.title.clone()),
        place("purpose", "What it is for", register.purpose.clone()),
        place("owner", "Who keeps it", roles.join(", ")),
        place(
            "when",
            "When something is entered",
            register.entry_when.clone(),
        ),
        place(
            "rhythm",
            "How often it is looked through",
            register.every.map_or("", guidance::Every::said),
        ),
        place("note", "To bear in mind", register.note.clone()),
        place("late", "When a line is late", together(late.collect())),
        place(
            "away",
            "Whether it is kept",
            if register.put_away { "Put away" } else { "" },
        ),
    ];
    all.extend(register.fields.iter().map(|field| {
        let words = vec![
            field.label.clone(),
            super::super::register::answered_by(&field.kind).to_owned(),
            field.kind.options().join(", "),
        ];
        place(
            format!("field {}", field.name),
            format!("Entered: {}", field.label),
            together(words),
        )
    }));
    all
}

fn together(mut words: Vec<String>) -> String {
    words.retain(|part| !part.is_empty());
    words.join(". ")
}

fn deadline(id: &Id) -> String {
    guidance::deadlines()
        .ok()
        .and_then(|all| all.iter().find(|rule| rule.id == *id))
        .map_or_else(|| id.to_string(), |rule| rule.label.clone())
}

/// As the editor names it.
fn kind_of_step(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Start => "Where it begins",
        NodeKind::Action => "Something to do",
        NodeKind::Decision => "A question",
        NodeKind::Warning => "Something to know first",
        NodeKind::End => "Where it ends",
    }
}

/// As the editor names it.
fn kind_of_answer(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Text => "In a few words",
        ItemKind::Longtext => "In as many words as it needs",
        ItemKind::YesNo => "Yes or no",
        ItemKind::YesNoUnknown => "Yes, no or not known",
        ItemKind::YesNoNa => "Yes, no or does not apply",
        ItemKind::Choice => "One of a list",
        ItemKind::Multichoice => "Several of a list",
        ItemKind::Confirm => "With a tick",
        ItemKind::Date => "With a day",
        ItemKind::Datetime => "With a day and a time",
        ItemKind::DatetimeRange => "From one time to another",
        ItemKind::DatetimeText => "With a time, in words",
        ItemKind::Number => "With a number",
        ItemKind::Phone => "With a telephone number",
        ItemKind::Email => "With an email address",
        ItemKind::Url => "With a web address",
        ItemKind::UrlList => "With web addresses, one on each line",
        ItemKind::Table => "Line by line",
        ItemKind::FileRef => "With the name of a file",
        ItemKind::Signature => "With a signature",
    }
}
