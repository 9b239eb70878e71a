//! The bundled faces. Nothing installed on the laptop is ever used, so a page is the same on every system.

/// One face of the house.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Face {
    /// Atkinson Hyperlegible Next: the house's voice.
    Sans,
    /// Its bold: labels and the first words of a row.
    SansBold,
    /// Source Serif 4: what people said.
    Serif,
    /// Its bold: titles and headings.
    SerifBold,
    /// Atkinson Hyperlegible Mono: what is read letter by letter.
    Mono,
    /// Its bold: the words of a recovery kit.
    MonoBold,
    /// Noto Sans: words that the face asked for cannot spell whole (Vietnamese, Greek, Cyrillic).
    Fallback,
    /// Its bold.
    FallbackBold,
}

macro_rules! bundled {
    ($path:literal) => {
        include_bytes!(concat!("../../../../assets/fonts/", $path))
    };
}

impl Face {
    /// Every face, in the order in which they are loaded.
    pub(crate) const ALL: [Self; 8] = [
        Self::Sans,
        Self::SansBold,
        Self::Serif,
        Self::SerifBold,
        Self::Mono,
        Self::MonoBold,
        Self::Fallback,
        Self::FallbackBold,
    ];

    /// The font file.
    pub(crate) fn bytes(self) -> &'static [u8] {
        match self {
            Self::Sans => {
                bundled!("atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Regular.ttf")
            }
            Self::SansBold => {
                bundled!("atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Bold.ttf")
            }
            Self::Serif => bundled!("source-serif-4/SourceSerif4-Regular.ttf"),
            Self::SerifBold => bundled!("source-serif-4/SourceSerif4-Bold.ttf"),
            Self::Mono => {
                bundled!("atkinson-hyperlegible-mono/AtkinsonHyperlegibleMono-Regular.ttf")
            }
            Self::MonoBold => {
                bundled!("atkinson-hyperlegible-mono/AtkinsonHyperlegibleMono-Bold.ttf")
            }
            Self::Fallback => bundled!("noto-sans/NotoSans-Regular.ttf"),
            Self::FallbackBold => bundled!("noto-sans/NotoSans-Bold.ttf"),
        }
    }

    /// The family's name inside the file.
    pub(crate) fn family(self) -> &'static str {
        match self {
            Self::Sans | Self::SansBold => "Atkinson Hyperlegible Next",
            Self::Serif | Self::SerifBold => "Source Serif 4",
            Self::Mono | Self::MonoBold => "Atkinson Hyperlegible Mono",
            Self::Fallback | Self::FallbackBold => "Noto Sans",
        }
    }

    /// The name a PDF gives the face, without its subset tag.
    pub(crate) fn postscript_name(self) -> &'static str {
        match self {
            Self::Sans => "AtkinsonHyperlegibleNext-Regular",
            Self::SansBold => "AtkinsonHyperlegibleNext-Bold",
            Self::Serif => "SourceSerif4-Regular",
            Self::SerifBold => "SourceSerif4-Bold",
            Self::Mono => "AtkinsonHyperlegibleMono-Regular",
            Self::MonoBold => "AtkinsonHyperlegibleMono-Bold",
            Self::Fallback => "NotoSans-Regular",
            Self::FallbackBold => "NotoSans-Bold",
        }
    }

    /// 400 or 700.
    pub(crate) fn weight(self) -> u16 {
        match self {
            Self::Sans | Self::Serif | Self::Mono | Self::Fallback => 400,
            Self::SansBold | Self::SerifBold | Self::MonoBold | Self::FallbackBold => 700,
        }
    }

    /// The face of the same weight that knows more letters.
    pub(crate) fn fallback(self) -> Self {
        if self.weight() == 700 {
            Self::FallbackBold
        } else {
            Self::Fallback
        }
    }
}
