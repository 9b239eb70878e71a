//! Words in a workbook of before 2007: records that go on in others ([MS-XLS] 2.4.265, 2.5.293).

/// The bytes of a record and of those that continue it.
pub(super) struct Run<'a> {
    pieces: std::vec::IntoIter<&'a [u8]>,
    open: &'a [u8],
}

impl<'a> Run<'a> {
    pub(super) fn new(pieces: Vec<&'a [u8]>) -> Self {
        let mut pieces = pieces.into_iter();
        let open = pieces.next().unwrap_or_default();
        Self { pieces, open }
    }

    fn byte(&mut self) -> Option<u8> {
        while self.open.is_empty() {
            self.open = self.pieces.next()?;
        }
        let (first, rest) = self.open.split_first()?;
        self.open = rest;
        Some(*first)
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        Some(u32::from(self.u16()?) | (u32::from(self.u16()?) << 16))
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            if self.open.is_empty() {
                self.open = self.pieces.next()?;
            }
            let taken = count.min(self.open.len());
            self.open = self.open.get(taken..)?;
            count -= taken;
        }
        Some(())
    }

    /// Words with two bytes for their length; nothing where they are cut off.
    pub(super) fn words(&mut self) -> Option<String> {
        let count = self.u16()?;
        self.words_of(usize::from(count))
    }

    /// Words with one byte for their length.
    pub(super) fn short_words(&mut self) -> Option<String> {
        let count = self.byte()?;
        self.words_of(usize::from(count))
    }

    fn words_of(&mut self, count: usize) -> Option<String> {
        let flags = self.byte()?;
        let runs = if flags & 8 != 0 {
            usize::from(self.u16()?)
        } else {
            0
        };
        let more = if flags & 4 != 0 {
            usize::try_from(self.u32()?).ok()?
        } else {
            0
        };
        let mut wide = flags & 1 != 0;
        let mut units = Vec::with_capacity(count);
        while units.len() < count {
            if self.open.is_empty() {
                self.open = self.pieces.next()?;
                // Where words go on in another record, it says anew how wide its letters are.
                wide = self.byte()? & 1 != 0;
                continue;
            }
            let unit = if wide {
                self.u16()?
            } else {
                u16::from(self.byte()?)
            };
            units.push(unit);
        }
        self.skip(runs * 4 + more)?;
        Some(String::from_utf16_lossy(&units))
    }
}
