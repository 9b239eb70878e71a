//! Which of the kinds a file is, by the same first bytes as the window goes by.

use crate::look::{HEAD, Kind, kind_of};

/// A kind that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    Mail,
    Outlook,
    Workbook,
    OldWorkbook,
    OpenSheet,
    List,
    Chat,
    Packed,
    Word,
}

/// The mark of a packed file.
const PACKED: &[u8] = b"PK\x03\x04";
/// The mark of Microsoft's compound file, in which Office also puts what it encrypts.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0";

impl Which {
    pub(super) fn of(name: &str, bytes: &[u8]) -> Option<Self> {
        let ending = name
            .rsplit_once('.')
            .map(|(_, ending)| ending.to_ascii_lowercase())?;
        let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or(bytes);
        let packed = head.starts_with(PACKED);
        let compound = head.starts_with(COMPOUND);
        match (kind_of(name, head), ending.as_str()) {
            // A letter with a stray byte in it is no text, and still a letter where its head says so.
            (Kind::Text | Kind::Not("text"), "eml") => Some(Self::Mail),
            (Kind::Text, "csv") => Some(Self::List),
            (Kind::Text, "txt") => Some(Self::Chat),
            (Kind::Other(_), "msg") if compound => Some(Self::Outlook),
            (Kind::Other(_), "xls") if compound => Some(Self::OldWorkbook),
            // Programs that export "Excel" often give the new form the old ending.
            (Kind::Other(_), "xlsx" | "xlsm" | "xls") if packed || compound => Some(Self::Workbook),
            (Kind::Other(_), "docx" | "docm") if packed || compound => Some(Self::Word),
            (Kind::Other(_), "ods") if packed => Some(Self::OpenSheet),
            (Kind::Other(_), "zip") if packed => Some(Self::Packed),
            (
                Kind::Text
                | Kind::Other(_)
                | Kind::Not(_)
                | Kind::Pdf
                | Kind::Picture { .. }
                | Kind::Drawing
                | Kind::Sound(_)
                | Kind::Film(_)
                | Kind::Empty,
                _,
            ) => None,
        }
    }

    /// What it is called, with its article, in the words that the window uses.
    pub(super) fn what(self) -> &'static str {
        match self {
            Self::Mail => "an e-mail",
            Self::Outlook => "an Outlook message",
            Self::Workbook | Self::OldWorkbook => "an Excel workbook",
            Self::OpenSheet => "a LibreOffice spreadsheet",
            Self::List => "a list (CSV)",
            Self::Chat => "an exported chat",
            Self::Packed => "a folder of files packed into one",
            Self::Word => "a Word document",
        }
    }
}
