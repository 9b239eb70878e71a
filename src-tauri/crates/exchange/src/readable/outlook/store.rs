//! The properties of a message, of a recipient or of an attachment.

use std::io::{Cursor, Read};

use cfb::CompoundFile;
use domain::when::DateTime;
use encoding_rs::{Encoding, UTF_16LE, WINDOWS_1252};

/// An opened message. A folder is the path of a storage with a `/` at its end; the message itself is `/`.
pub(super) struct Store<'a> {
    file: CompoundFile<Cursor<&'a [u8]>>,
    /// Bytes that may still be read.
    left: u64,
    /// The encoding of words in one byte a letter.
    pub(super) page: &'static Encoding,
}

impl<'a> Store<'a> {
    pub(super) fn open(bytes: &'a [u8], most: u64) -> Option<Self> {
        Some(Self {
            file: CompoundFile::open(Cursor::new(bytes)).ok()?,
            left: most,
            page: WINDOWS_1252,
        })
    }

    /// Whether everything that was asked for could be read within bounds.
    pub(super) fn tired(&self) -> bool {
        self.left == 0
    }

    fn stream(&mut self, path: &str) -> Option<Vec<u8>> {
        let stream = self.file.open_stream(path).ok()?;
        let mut bytes = Vec::new();
        let read = stream
            .take(self.left)
            .read_to_end(&mut bytes)
            .unwrap_or_default();
        self.left = self.left.saturating_sub(read as u64);
        (!self.tired()).then_some(bytes)
    }

    /// The folders of the message whose name begins so: recipients, attachments.
    pub(super) fn folders(&self, start: &str) -> Vec<String> {
        let entries = self.file.read_root_storage();
        let names = entries
            .filter(|entry| entry.is_storage())
            .map(|entry| entry.name().to_owned());
        names
            .filter(|name| name.to_ascii_lowercase().starts_with(start))
            .map(|name| format!("/{name}/"))
            .collect()
    }

    /// A property in bytes.
    pub(super) fn bytes(&mut self, folder: &str, id: u16) -> Option<Vec<u8>> {
        self.stream(&format!("{folder}__substg1.0_{id:04X}0102"))
    }

    /// Whether there is a property in bytes.
    pub(super) fn has_bytes(&self, folder: &str, id: u16) -> bool {
        let path = format!("{folder}__substg1.0_{id:04X}0102");
        self.file.is_stream(path)
    }

    /// The bytes in a property that is a storage of its own: a message within the message.
    pub(super) fn size_within(&self, folder: &str, id: u16) -> Option<u64> {
        let path = format!("{folder}__substg1.0_{id:04X}000D");
        let entries = self.file.walk_storage(path).ok()?;
        let streams = entries.filter(|entry| entry.is_stream());
        Some(streams.fold(0, |size, entry| u64::saturating_add(size, entry.len())))
    }

    /// A property in words, where there are any.
    pub(super) fn words(&mut self, folder: &str, id: u16) -> Option<String> {
        let wide = self.stream(&format!("{folder}__substg1.0_{id:04X}001F"));
        let (bytes, page) = match wide {
            Some(bytes) => (bytes, UTF_16LE),
            None => (
                self.stream(&format!("{folder}__substg1.0_{id:04X}001E"))?,
                self.page,
            ),
        };
        let (text, _) = page.decode_without_bom_handling(&bytes);
        let text = text.trim_end_matches('\0');
        (!text.trim().is_empty()).then(|| text.to_owned())
    }

    /// The eight bytes of a property of fixed length.
    fn value(&mut self, folder: &str, id: u16, kind: u8) -> Option<[u8; 8]> {
        let head = if folder == "/" { 32 } else { 8 };
        let all = self.stream(&format!("{folder}__properties_version1.0"))?;
        let [low, high] = id.to_le_bytes();
        let lines = all.get(head..)?.as_chunks::<16>().0;
        lines.iter().find_map(|line| {
            let (tag, value) = line.split_first_chunk::<4>()?;
            let value = value.last_chunk::<8>()?;
            (*tag == [kind, 0, low, high]).then_some(*value)
        })
    }

    /// A property that is a whole number.
    pub(super) fn number(&mut self, folder: &str, id: u16) -> Option<u32> {
        let value = self.value(folder, id, 0x03)?;
        value.first_chunk().copied().map(u32::from_le_bytes)
    }

    /// A property that is a moment, in words, in UTC.
    pub(super) fn moment(&mut self, id: u16) -> Option<String> {
        let ticks = u64::from_le_bytes(self.value("/", id, 0x40)?);
        // Tenths of microseconds since 1601.
        let seconds = i64::try_from(ticks / 10_000_000).ok()? - 11_644_473_600;
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
