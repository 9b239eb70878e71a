//! Reads the wording, roles and guidance that ship as data, and checks that they hold together.
//!
//! Everything is inside the program: nothing is read from disk. [`wording`] gives the words a screen offers,
//! [`roles`] who may do what, [`record`] the fields of a record; [`check`] proves that they fit each other.

mod check;
mod deadlines;
mod drawing;
mod error;
mod matrices;
mod read;
mod record;
mod roles;
mod shelf;
mod sources;
mod wording;

use std::sync::OnceLock;

pub use check::{check, check_shelf};
pub use deadlines::{Clock, Deadline, Status};
pub use drawing::{
    Area, Build, DRAWING, DrawnView, LeftAt, Stroke, Turn, build, build_at, builds, stroke,
};
pub use error::{Error, Place};
pub use matrices::{Matrix, MatrixRow};
pub use read::{Id, read};
pub use record::{Field, Form, Need, Record, Transition, Writer};
pub use roles::{Grant, ObjectRule, Role, Roles, Rule, may};
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

/// Reads a page at its first use and keeps it, or why it could not be read.
fn kept<T>(
    once: &'static OnceLock<Result<T, Error>>,
    read: impl FnOnce(&Shelf) -> Result<T, Error>,
) -> Result<&'static T, Error> {
    once.get_or_init(|| read(&Shelf::shipped()))
        .as_ref()
        .map_err(Clone::clone)
}
