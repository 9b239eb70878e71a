//! Reads the wording, roles and guidance that ship as data, and checks that they hold together.
//!
//! Everything is inside the program: nothing is read from disk. [`wording`] gives the words a screen offers,
//! [`roles`] who may do what, [`record`] the fields of a record; [`check`] proves that they fit each other.

mod agreements;
mod changes;
mod check;
mod checklists;
mod contacts;
mod deadlines;
mod drawing;
mod error;
mod flows;
mod governors;
mod inspection;
mod leaf;
mod matrices;
mod overlay;
mod own;
mod read;
mod record;
mod register_fields;
mod register_own;
mod register_rules;
mod registers;
mod roles;
mod routes;
mod shelf;
mod sources;
mod wording;

use std::sync::OnceLock;

pub use agreements::{AgreedBy, Agreement, Holds, Signer};
pub use changes::Change;
pub use check::{check, check_shelf};
pub use checklists::{
    Checklist, Elsewhere, Fill, Item, ItemKind, Needed, NeededIf, Section, checklist_from,
};
pub use contacts::Contact;
pub use deadlines::{Clock, Deadline, Status};
pub use drawing::{
    Area, Build, DRAWING, DrawnView, LeftAt, Stroke, Turn, build, build_at, builds, stroke,
};
pub use error::{Error, Place};
pub use flows::{Edge, Flow, Node, NodeKind, flow_from};
pub use governors::{Counts, GovernorReport, Measure, ReportSection};
pub use inspection::{AskedElsewhere, AskedList, Inspection, Sample};
pub use matrices::{Matrix, MatrixRow, matrix_from};
pub use overlay::{Overlaid, overlaid};
pub use own::{
    OwnFault, check_own_checklist, check_own_flow, check_own_matrix, page_of_checklist,
    page_of_flow, page_of_matrix,
};
pub use read::{Id, read};
pub use record::{Field, Form, Need, Record, Transition, Writer};
pub use register_fields::{FieldKind, RegisterField};
pub use register_own::{OWN_REGISTER, RegisterFault, check_own_register, laid_over};
pub use register_rules::{Certificate, FillAt, FillRule, NeedRule, WhenIs};
pub use registers::{
    Every, KindEvery, LateRule, Register, RegisterGroup, WhenSaid, page_of_register, register_from,
};
pub use roles::{Grant, ObjectRule, Role, Roles, Rule, may};
pub use routes::Route;
pub use shelf::{Page, Shelf};
pub use sources::{Citation, Confidence, Source};
pub use wording::{
    AbuseType, Category, CyberbullyingType, FourC, Issue, Nature, RecordKind, Region, Side, Sides,
    Term, Topic, View, Vocabulary, Wording,
};

/// Gives the words the screens offer: categories, vocabularies, regions of the body.
pub fn wording() -> Result<&'static Wording, Error> {
    static ONCE: OnceLock<Result<Wording, Error>> = OnceLock::new();
    kept(&ONCE, Wording::on)
}

/// Gives the roles, their grants and the rules that override a grant.
pub fn roles() -> Result<&'static Roles, Error> {
    static ONCE: OnceLock<Result<Roles, Error>> = OnceLock::new();
    kept(&ONCE, Roles::on)
}

/// Gives the fields of a record, who writes each, and the steps a record's status may take.
pub fn record() -> Result<&'static Record, Error> {
    static ONCE: OnceLock<Result<Record, Error>> = OnceLock::new();
    kept(&ONCE, Record::on)
}

/// Gives the deadlines that practice knows, those that do not hold yet among them.
pub fn deadlines() -> Result<&'static Vec<Deadline>, Error> {
    static ONCE: OnceLock<Result<Vec<Deadline>, Error>> = OnceLock::new();
    kept(&ONCE, deadlines::deadlines_on)
}

/// Gives the flowcharts, in the order of their numbers.
pub fn flows() -> Result<&'static Vec<Flow>, Error> {
    static ONCE: OnceLock<Result<Vec<Flow>, Error>> = OnceLock::new();
    kept(&ONCE, flows::flows_on)
}

/// Gives the page of a flowchart as it ships: what a walk keeps, so that it says for good what it said.
pub fn flow_page(id: &str) -> Option<&'static str> {
    let place = flows().ok()?.iter().position(|flow| flow.id == *id)?;
    flows::FLOWS.get(place).map(|(_, text)| *text)
}

/// Gives the checklists, by name of their pages.
pub fn checklists() -> Result<&'static Vec<Checklist>, Error> {
    static ONCE: OnceLock<Result<Vec<Checklist>, Error>> = OnceLock::new();
    kept(&ONCE, checklists::checklists_on)
}

/// Gives the page of a checklist as it ships: what is kept when somebody begins to fill it.
pub fn checklist_page(id: &str) -> Option<&'static str> {
    let place = checklists().ok()?.iter().position(|list| list.id == *id)?;
    checklists::CHECKLISTS.get(place).map(|(_, text)| *text)
}

/// Gives kinds of matter, and where each goes.
pub fn routes() -> Result<&'static Vec<Route>, Error> {
    static ONCE: OnceLock<Result<Vec<Route>, Error>> = OnceLock::new();
    kept(&ONCE, routes::routes_on)
}

/// Gives the tables of responses.
pub fn matrices() -> Result<&'static Vec<Matrix>, Error> {
    static ONCE: OnceLock<Result<Vec<Matrix>, Error>> = OnceLock::new();
    kept(&ONCE, matrices::matrices_on)
}

/// Gives the registers a school keeps.
pub fn registers() -> Result<&'static Vec<Register>, Error> {
    static ONCE: OnceLock<Result<Vec<Register>, Error>> = OnceLock::new();
    kept(&ONCE, registers::registers_on)
}

/// Gives the agreements on acceptable use.
pub fn agreements() -> Result<&'static Vec<Agreement>, Error> {
    static ONCE: OnceLock<Result<Vec<Agreement>, Error>> = OnceLock::new();
    kept(&ONCE, agreements::agreements_on)
}

/// Gives what governors are told, section by section.
pub fn governor_report() -> Result<&'static GovernorReport, Error> {
    static ONCE: OnceLock<Result<GovernorReport, Error>> = OnceLock::new();
    kept(&ONCE, governors::governor_report_on)
}

/// Gives what inspectors ask for on the first morning.
pub fn inspection() -> Result<&'static Inspection, Error> {
    static ONCE: OnceLock<Result<Inspection, Error>> = OnceLock::new();
    kept(&ONCE, inspection::inspection_on)
}

/// Gives whom to reach everywhere in England.
pub fn contacts() -> Result<&'static Vec<Contact>, Error> {
    static ONCE: OnceLock<Result<Vec<Contact>, Error>> = OnceLock::new();
    kept(&ONCE, contacts::contacts_on)
}

/// Gives what changed since the guidance of 2023.
pub fn changes() -> Result<&'static Vec<Change>, Error> {
    static ONCE: OnceLock<Result<Vec<Change>, Error>> = OnceLock::new();
    kept(&ONCE, changes::changes_on)
}

/// Gives the register of sources.
pub fn sources() -> Result<&'static Vec<Source>, Error> {
    static ONCE: OnceLock<Result<Vec<Source>, Error>> = OnceLock::new();
    kept(&ONCE, sources::sources_on)
}

/// Reads a page at its first use and keeps it, or why it could not be read.
fn kept<T>(
    once: &'static OnceLock<Result<T, Error>>,
    read: impl FnOnce(&Shelf) -> Result<T, Error>,
) -> Result<&'static T, Error> {
    once.get_or_init(|| read(&Shelf::shipped()))
        .as_ref()
        .map_err(Clone::clone)
}
