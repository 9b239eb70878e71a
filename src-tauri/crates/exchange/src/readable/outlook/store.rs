//! The properties of a message, of a recipient or of an attachment.

use encoding_rs::{Encoding, UTF_16LE, WINDOWS_1252};

use domain::when::DateTime;

use crate::readable::compound::{Compound, u32_at, u64_at};

/// The bytes before the first property of fixed length, by what they belong to.
pub(super) const OF_MESSAGE: usize = 32;
pub(super) const OF_OTHERS: usize = 8;

/// Words in UTF-16, words in one byte a letter, bytes.
const WIDE: &str = "001F";
const NARROW: &str = "001E";
const BYTES: &str = "0102";

/// A storage with its properties.
pub(super) struct Store {
    names: Vec<(String, usize, bool)>,
    fixed: Vec<u8>,
}

impl Store {
    pub(super) fn read(file: &mut Compound<'_>, storage: usize, head: usize) -> Self {
        let names: Vec<(String, usize, bool)> = file
            .inside(storage)
            .into_iter()
            .map(|(name, at, is_storage)| (name.to_ascii_uppercase(), at, is_storage))
            .collect();
        let fixed = names
            .iter()
            .find(|(name, _, _)| name == "__PROPERTIES_VERSION1.0")
            .and_then(|(_, at, _)| file.stream(*at))
            .and_then(|bytes| bytes.get(head..).map(<[u8]>::to_vec))
            .unwrap_or_default();
        Self { names, fixed }
    }

    /// The storages whose name begins so: recipients, attachments.
    pub(super) fn storages(&self, start: &str) -> Vec<usize> {
        self.names
            .iter()
            .filter(|(name, _, is_storage)| *is_storage && name.starts_with(start))
            .map(|(_, at, _)| *at)
            .collect()
    }

    fn place(&self, id: u16, kind: &str) -> Option<usize> {
        let wanted = format!("__SUBSTG1.0_{id:04X}{kind}");
        self.names
            .iter()
            .find(|(name, _, _)| *name == wanted)
            .map(|(_, at, _)| *at)
    }

    /// Where the bytes of a property lie.
    pub(super) fn bytes_at(&self, id: u16) -> Option<usize> {
        self.place(id, BYTES)
    }

    /// A property that is a storage of its own: a message within the message.
    pub(super) fn storage_at(&self, id: u16) -> Option<usize> {
        self.place(id, "000D")
    }

    /// A property in words.
    pub(super) fn words(
        &self,
        file: &mut Compound<'_>,
        id: u16,
        page: &'static Encoding,
    ) -> Option<String> {
        if let Some(at) = self.place(id, WIDE) {
            let bytes = file.stream(at)?;
            let (text, _) = UTF_16LE.decode_without_bom_handling(&bytes);
            return Some(text.trim_end_matches('\0').to_owned());
        }
        let bytes = file.stream(self.place(id, NARROW)?)?;
        let (text, _) = page.decode_without_bom_handling(&bytes);
        Some(text.trim_end_matches('\0').to_owned())
    }

    /// The eight bytes of a property of fixed length.
    fn value(&self, id: u16, kind: u16) -> Option<&[u8]> {
        let tag = (u32::from(id) << 16) | u32::from(kind);
        self.fixed
            .chunks_exact(16)
            .find(|line| u32_at(line, 0) == Some(tag))
            .and_then(|line| line.get(8..))
    }

    /// A property that is a whole number.
    pub(super) fn number(&self, id: u16) -> Option<u32> {
        self.value(id, 0x0003).and_then(|value| u32_at(value, 0))
    }

    /// A property that is a moment, in words, in UTC.
    pub(super) fn moment(&self, id: u16) -> Option<String> {
        let ticks = self.value(id, 0x0040).and_then(|value| u64_at(value, 0))?;
        let seconds = i64::try_from(ticks / 10_000_000)
            .ok()?
            .checked_sub(11_644_473_600)?;
        let moment = DateTime::from_timestamp(seconds, 0)?;
        Some(moment.format("%-d %B %Y, %H:%M:%S UTC").to_string())
    }
}

/// The encoding of a code page by its number.
pub(super) fn page_of(number: Option<u32>) -> &'static Encoding {
    let label = match number {
        Some(65001) => "utf-8".to_owned(),
        Some(932) => "shift_jis".to_owned(),
        Some(936) => "gbk".to_owned(),
        Some(949) => "euc-kr".to_owned(),
        Some(950) => "big5".to_owned(),
        Some(20866) => "koi8-r".to_owned(),
        Some(page @ 28591..=28606) => format!("iso-8859-{}", page - 28590),
        Some(page) => format!("windows-{page}"),
        None => return WINDOWS_1252,
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252)
}
