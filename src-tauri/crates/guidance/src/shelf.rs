use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use crate::leaf::Leaf;
use crate::read::{self, Id};
use crate::{Error, Place};

/// The pages of data that ship inside the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    /// CPOMS categories, the four Cs, kinds of abuse, specific issues.
    Categories,
    /// Closed lists of words: urgency, status, place and the rest.
    Vocabularies,
    /// What the screen says in place of a vocabulary's own label.
    Words,
    /// Regions of the body.
    Body,
    /// Who there is in and around a school, and what each does.
    Roles,
    /// What each role may do.
    Permissions,
    /// The fields of a record.
    Record,
    /// Tables of responses, one row per behaviour.
    Matrices,
    /// By when something must be done.
    Deadlines,
    /// Registers a school keeps.
    Registers,
    /// Agreements on acceptable use.
    Agreements,
    /// What governors are told.
    GovernorReport,
    /// What inspectors ask for.
    Inspection,
    /// Whom to reach, the same everywhere.
    Contacts,
    /// Where each kind of matter goes.
    Routes,
    /// What changed since the guidance of 2023.
    Changes,
    /// Where every fact comes from.
    Sources,
}

impl Page {
    /// Every page, in the order they are checked.
    pub const ALL: [Self; 17] = [
        Self::Categories,
        Self::Vocabularies,
        Self::Words,
        Self::Body,
        Self::Roles,
        Self::Permissions,
        Self::Record,
        Self::Matrices,
        Self::Deadlines,
        Self::Registers,
        Self::Agreements,
        Self::GovernorReport,
        Self::Inspection,
        Self::Contacts,
        Self::Routes,
        Self::Changes,
        Self::Sources,
    ];

    /// Its path below `assets`.
    pub fn file(self) -> &'static str {
        match self {
            Self::Categories => "wording/categories.toml",
            Self::Vocabularies => "wording/vocabularies.toml",
            Self::Words => "wording/words.toml",
            Self::Body => "wording/body.toml",
            Self::Roles => "guidance/roles.toml",
            Self::Permissions => "guidance/permissions.toml",
            Self::Record => "guidance/record.toml",
            Self::Matrices => "guidance/matrices.toml",
            Self::Deadlines => "guidance/deadlines.toml",
            Self::Registers => "guidance/registers.toml",
            Self::Agreements => "guidance/agreements.toml",
            Self::GovernorReport => "guidance/governor_report.toml",
            Self::Inspection => "guidance/inspection.toml",
            Self::Contacts => "guidance/contacts.toml",
            Self::Routes => "guidance/routes.toml",
            Self::Changes => "guidance/changes.toml",
            Self::Sources => "guidance/sources.toml",
        }
    }

    /// The kind and version this program reads.
    pub fn schema(self) -> &'static str {
        match self {
            Self::Categories => "dsl-categories/1",
            Self::Vocabularies => "dsl-vocabulary/1",
            Self::Words => "strongroom-words/1",
            Self::Body => "strongroom-body/1",
            Self::Roles => "dsl-roles/1",
            Self::Permissions => "dsl-permissions/1",
            Self::Record => "dsl-record/1",
            Self::Matrices => "dsl-matrices/1",
            Self::Deadlines => "dsl-deadlines/1",
            Self::Registers => "dsl-registers/1",
            Self::Agreements => "strongroom-agreements/1",
            Self::GovernorReport => "strongroom-governor-report/1",
            Self::Inspection => "strongroom-inspection/1",
            Self::Contacts => "dsl-contacts/1",
            Self::Routes => "strongroom-routes/1",
            Self::Changes => "dsl-changes/1",
            Self::Sources => "dsl-sources/1",
        }
    }

    fn shipped(self) -> &'static str {
        match self {
            Self::Categories => include_str!("../../../../assets/wording/categories.toml"),
            Self::Vocabularies => include_str!("../../../../assets/wording/vocabularies.toml"),
            Self::Words => include_str!("../../../../assets/wording/words.toml"),
            Self::Body => include_str!("../../../../assets/wording/body.toml"),
            Self::Roles => include_str!("../../../../assets/guidance/roles.toml"),
            Self::Permissions => include_str!("../../../../assets/guidance/permissions.toml"),
            Self::Record => include_str!("../../../../assets/guidance/record.toml"),
            Self::Matrices => include_str!("../../../../assets/guidance/matrices.toml"),
            Self::Deadlines => include_str!("../../../../assets/guidance/deadlines.toml"),
            Self::Registers => include_str!("../../../../assets/guidance/registers.toml"),
            Self::Agreements => include_str!("../../../../assets/guidance/agreements.toml"),
            Self::GovernorReport => {
                include_str!("../../../../assets/guidance/governor_report.toml")
            }
            Self::Inspection => include_str!("../../../../assets/guidance/inspection.toml"),
            Self::Contacts => include_str!("../../../../assets/guidance/contacts.toml"),
            Self::Routes => include_str!("../../../../assets/guidance/routes.toml"),
            Self::Changes => include_str!("../../../../assets/guidance/changes.toml"),
            Self::Sources => include_str!("../../../../assets/guidance/sources.toml"),
        }
    }
}

/// One text for each page. The shipped one is inside the program; a school's own may stand in its place.
#[derive(Debug, Clone, Default)]
pub struct Shelf {
    replaced: BTreeMap<Page, Cow<'static, str>>,
    /// Flowcharts in place of the shipped ones, each with its file.
    flows: Option<Vec<(String, String)>>,
    /// Checklists in place of the shipped ones.
    checklists: Option<Vec<(String, String)>>,
}

impl Shelf {
    /// The pages as they ship.
    pub fn shipped() -> Self {
        Self::default()
    }

    /// The same shelf with another text for one page.
    #[must_use]
    pub fn with(mut self, page: Page, text: impl Into<Cow<'static, str>>) -> Self {
        self.replaced.insert(page, text.into());
        self
    }

    /// The same shelf with other flowcharts, each a file and its text.
    #[must_use]
    pub fn with_flows(mut self, pages: Vec<(String, String)>) -> Self {
        self.flows = Some(pages);
        self
    }

    /// The same shelf with other checklists.
    #[must_use]
    pub fn with_checklists(mut self, pages: Vec<(String, String)>) -> Self {
        self.checklists = Some(pages);
        self
    }

    /// The pages of the flowcharts.
    pub(crate) fn flows(&self) -> impl Iterator<Item = Leaf<'_>> {
        leaves(self.flows.as_deref(), &crate::flows::FLOWS)
    }

    /// The pages of the checklists.
    pub(crate) fn checklists(&self) -> impl Iterator<Item = Leaf<'_>> {
        leaves(self.checklists.as_deref(), &crate::checklists::CHECKLISTS)
    }

    /// The text of a page.
    pub fn text(&self, page: Page) -> &str {
        match self.replaced.get(&page) {
            Some(text) => text,
            None => page.shipped(),
        }
    }

    /// Where on a page a name is written.
    pub(crate) fn place(&self, page: Page, id: &Id) -> Place {
        self.place_at(page, id.at())
    }

    /// Reads a page into its shape, refusing another kind or version of page first.
    pub(crate) fn read<T: DeserializeOwned>(&self, page: Page) -> Result<T, Error> {
        let text = self.text(page);
        let title: Title = read::read(page.file(), text)?;
        if title.schema != page.schema() {
            return Err(Error::OtherSchema {
                place: self.place(page, &title.schema),
                found: title.schema.to_string(),
                expected: page.schema(),
            });
        }

        read::read(page.file(), text)
    }

    pub(crate) fn place_at(&self, page: Page, at: usize) -> Place {
        Place {
            file: page.file().to_owned(),
            line: read::line_of(self.text(page), at),
        }
    }
}

/// The one line every page has in common.
#[derive(serde::Deserialize)]
struct Title {
    schema: Id,
}

/// The pages that stand on the shelf: those put there, or those that ship.
fn leaves<'l>(
    put: Option<&'l [(String, String)]>,
    shipped: &'l [(&'static str, &'static str)],
) -> impl Iterator<Item = Leaf<'l>> {
    let shipped = shipped.iter().map(|(file, text)| Leaf { file, text });
    let put_there = put
        .into_iter()
        .flatten()
        .map(|(file, text)| Leaf { file, text });
    put_there.chain(shipped.filter(move |_| put.is_none()))
}
