//! What a file is, by its first bytes, so that the window shows it as that and as nothing else. Its name only decides
//! where the bytes leave it open.

mod marks;
mod picture;
mod text;

pub use text::{Reading, read_text};

/// How much of a file's beginning is looked at.
pub const HEAD: usize = 1 << 20;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A PDF document.
    Pdf,
    /// A picture in points, with its size.
    Picture {
        /// Its media type.
        media: &'static str,
        /// Points across and down.
        size: (u32, u32),
    },
    /// A picture in strokes.
    Drawing,
    /// Text in some encoding; also a web page, which is shown as the text it is.
    Text,
    /// A recording.
    Sound(&'static str),
    /// A film.
    Film(&'static str),
    /// Something this program does not show, with its article: `a Word document`.
    Other(&'static str),
    /// Its name says this, and its bytes do not.
    Not(&'static str),
    /// There is nothing in it.
    Empty,
}

/// What a file of this name is that begins with these bytes.
pub fn kind_of(name: &str, head: &[u8]) -> Kind {
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase())
        .unwrap_or_default();
    if head.is_empty() {
        return Kind::Empty;
    }
    if let Some(kind) = marks::by_mark(&ending, head) {
        return kind;
    }
    let named = match ending.as_str() {
        "pdf" => Some("a PDF"),
        "png" | "jpg" | "jpeg" | "gif" | "webp" | "bmp" => Some("a picture"),
        "mp3" | "m4a" | "wav" | "ogg" | "oga" | "opus" | "flac" | "amr" => Some("a recording"),
        "mp4" | "m4v" | "mov" | "webm" | "mkv" | "avi" | "ogv" => Some("a film"),
        _ => None,
    };
    if let Some(named) = named {
        return Kind::Not(named);
    }
    if !text::is_text(head) {
        return match ending.as_str() {
            "txt" | "csv" | "log" | "eml" | "htm" | "html" | "svg" => Kind::Not("text"),
            _ => Kind::Other("a file of this kind"),
        };
    }
    match ending.as_str() {
        "svg" => Kind::Drawing,
        "rtf" => Kind::Other("a rich text document"),
        _ => Kind::Text,
    }
}

#[cfg(test)]
mod tests;
