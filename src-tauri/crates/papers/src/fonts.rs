//! The bundled faces. Nothing installed on the laptop is ever used, so a page is the same on every system.

/// One face of the house.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
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
    /// Noto Sans: words that the face asked for cannot spell whole (Vietnamese, Greek, Cyrillic, Devanagari).
    Fallback,
    /// Its bold.
    FallbackBold,
    /// Arabic, Urdu, Persian, Pashto, Kurdish.
    Arabic,
    /// Its bold.
    ArabicBold,
    /// Bengali and Sylheti.
    Bengali,
    /// Its bold.
    BengaliBold,
    /// Punjabi.
    Gurmukhi,
    /// Its bold.
    GurmukhiBold,
    /// Gujarati.
    Gujarati,
    /// Its bold.
    GujaratiBold,
    /// Tamil.
    Tamil,
    /// Its bold.
    TamilBold,
    /// Amharic and Tigrinya.
    Ethiopic,
    /// Its bold.
    EthiopicBold,
    /// Chinese, and kana. There is no bold of it here: ten megabytes for emphasis are too many.
    Chinese,
    /// Emoji in one colour.
    Emoji,
}

macro_rules! faces {
    ($($face:ident $path:literal $family:literal $postscript:literal $weight:literal,)*) => {
        impl Face {
            /// Every face, in the order in which they are loaded.
            pub(crate) const ALL: &[Self] = &[$(Self::$face),*];

            /// The font file.
            pub(crate) fn bytes(self) -> &'static [u8] {
                match self {
                    $(Self::$face => include_bytes!(concat!("../../../../assets/fonts/", $path, ".ttf")),)*
                }
            }

            /// The family's name inside the file.
            pub(crate) fn family(self) -> &'static str {
                match self { $(Self::$face => $family,)* }
            }

            /// The name a PDF gives the face, without its subset tag.
            pub(crate) fn postscript_name(self) -> &'static str {
                match self { $(Self::$face => $postscript,)* }
            }

            /// 400 or 700.
            pub(crate) fn weight(self) -> u16 {
                match self { $(Self::$face => $weight,)* }
            }
        }
    };
}

faces! {
    Sans "atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Regular" "Atkinson Hyperlegible Next" "AtkinsonHyperlegibleNext-Regular" 400,
    SansBold "atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Bold" "Atkinson Hyperlegible Next" "AtkinsonHyperlegibleNext-Bold" 700,
    Serif "source-serif-4/SourceSerif4-Regular" "Source Serif 4" "SourceSerif4-Regular" 400,
    SerifBold "source-serif-4/SourceSerif4-Bold" "Source Serif 4" "SourceSerif4-Bold" 700,
    Mono "atkinson-hyperlegible-mono/AtkinsonHyperlegibleMono-Regular" "Atkinson Hyperlegible Mono" "AtkinsonHyperlegibleMono-Regular" 400,
    MonoBold "atkinson-hyperlegible-mono/AtkinsonHyperlegibleMono-Bold" "Atkinson Hyperlegible Mono" "AtkinsonHyperlegibleMono-Bold" 700,
    Fallback "noto-sans/NotoSans-Regular" "Noto Sans" "NotoSans-Regular" 400,
    FallbackBold "noto-sans/NotoSans-Bold" "Noto Sans" "NotoSans-Bold" 700,
    Arabic "noto-naskh-arabic/NotoNaskhArabic-Regular" "Noto Naskh Arabic" "NotoNaskhArabic-Regular" 400,
    ArabicBold "noto-naskh-arabic/NotoNaskhArabic-Bold" "Noto Naskh Arabic" "NotoNaskhArabic-Bold" 700,
    Bengali "noto-sans-bengali/NotoSansBengali-Regular" "Noto Sans Bengali" "NotoSansBengali-Regular" 400,
    BengaliBold "noto-sans-bengali/NotoSansBengali-Bold" "Noto Sans Bengali" "NotoSansBengali-Bold" 700,
    Gurmukhi "noto-sans-gurmukhi/NotoSansGurmukhi-Regular" "Noto Sans Gurmukhi" "NotoSansGurmukhi-Regular" 400,
    GurmukhiBold "noto-sans-gurmukhi/NotoSansGurmukhi-Bold" "Noto Sans Gurmukhi" "NotoSansGurmukhi-Bold" 700,
    Gujarati "noto-sans-gujarati/NotoSansGujarati-Regular" "Noto Sans Gujarati" "NotoSansGujarati-Regular" 400,
    GujaratiBold "noto-sans-gujarati/NotoSansGujarati-Bold" "Noto Sans Gujarati" "NotoSansGujarati-Bold" 700,
    Tamil "noto-sans-tamil/NotoSansTamil-Regular" "Noto Sans Tamil" "NotoSansTamil-Regular" 400,
    TamilBold "noto-sans-tamil/NotoSansTamil-Bold" "Noto Sans Tamil" "NotoSansTamil-Bold" 700,
    Ethiopic "noto-sans-ethiopic/NotoSansEthiopic-Regular" "Noto Sans Ethiopic" "NotoSansEthiopic-Regular" 400,
    EthiopicBold "noto-sans-ethiopic/NotoSansEthiopic-Bold" "Noto Sans Ethiopic" "NotoSansEthiopic-Bold" 700,
    Chinese "noto-sans-sc/NotoSansSC-Regular" "Noto Sans SC" "NotoSansSC-Regular" 400,
    Emoji "noto-emoji/NotoEmoji-Regular" "Noto Emoji" "NotoEmoji-Regular" 400,
}

impl Face {
    /// Whether letters of its script stand in another order than they are written in, so that no glyph can say for
    /// itself what it stands for.
    pub(crate) fn reorders(self) -> bool {
        matches!(
            self,
            Self::Bengali
                | Self::BengaliBold
                | Self::Gurmukhi
                | Self::GurmukhiBold
                | Self::Gujarati
                | Self::GujaratiBold
                | Self::Tamil
                | Self::TamilBold
        )
    }

    /// Who is asked for a word that this face cannot spell, in this order. Faces of the same weight first, then those
    /// that have only one.
    pub(crate) fn others(self) -> &'static [Self] {
        if self.weight() == 700 {
            &[
                Self::FallbackBold,
                Self::Serif,
                Self::Mono,
                Self::ArabicBold,
                Self::BengaliBold,
                Self::GurmukhiBold,
                Self::GujaratiBold,
                Self::TamilBold,
                Self::EthiopicBold,
                Self::Chinese,
                Self::Emoji,
            ]
        } else {
            &[
                Self::Fallback,
                Self::Serif,
                Self::Mono,
                Self::Arabic,
                Self::Bengali,
                Self::Gurmukhi,
                Self::Gujarati,
                Self::Tamil,
                Self::Ethiopic,
                Self::Chinese,
                Self::Emoji,
            ]
        }
    }
}
