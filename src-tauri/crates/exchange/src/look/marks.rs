//! The marks by which formats are known.

use super::{Kind, picture};

/// What the first bytes say; nothing where they say nothing.
pub(super) fn by_mark(ending: &str, head: &[u8]) -> Option<Kind> {
    // A PDF may have other bytes before its mark (ISO 32000-2, annex I).
    let pdf = head
        .get(..head.len().min(1024))
        .is_some_and(|start| start.windows(5).any(|mark| mark == b"%PDF-"));
    if pdf {
        return Some(Kind::Pdf);
    }
    if let Some((media, size)) = picture::of(head) {
        return Some(size.map_or(Kind::Not("a picture"), |size| Kind::Picture { media, size }));
    }
    let at = |place: usize, mark: &[u8]| {
        head.get(place..place + mark.len())
            .is_some_and(|bytes| bytes == mark)
    };
    if at(4, b"ftyp") {
        return Some(of_box(ending, head));
    }
    if at(0, b"RIFF") && at(8, b"WAVE") {
        return Some(Kind::Sound("audio/wav"));
    }
    if at(0, b"RIFF") && at(8, b"AVI ") {
        return Some(Kind::Film("video/x-msvideo"));
    }
    let loose_mp3 = ending == "mp3"
        && head
            .first_chunk::<2>()
            .is_some_and(|[first, second]| *first == 0xff && second & 0xe0 == 0xe0);
    if at(0, b"ID3") || loose_mp3 {
        return Some(Kind::Sound("audio/mpeg"));
    }
    if at(0, b"OggS") {
        return Some(match ending {
            "ogv" => Kind::Film("video/ogg"),
            _ => Kind::Sound("audio/ogg"),
        });
    }
    if at(0, b"fLaC") {
        return Some(Kind::Sound("audio/flac"));
    }
    if at(0, b"#!AMR") {
        return Some(Kind::Sound("audio/amr"));
    }
    if at(0, b"\x1a\x45\xdf\xa3") {
        return Some(match ending {
            "weba" => Kind::Sound("audio/webm"),
            _ => Kind::Film("video/webm"),
        });
    }
    if at(0, b"PK\x03\x04") {
        return Some(Kind::Other(match ending {
            "docx" => "a Word document",
            "xlsx" => "an Excel workbook",
            "pptx" => "a PowerPoint presentation",
            "odt" | "ods" | "odp" => "a LibreOffice document",
            _ => "a folder of files packed into one",
        }));
    }
    if at(0, b"\xd0\xcf\x11\xe0") {
        return Some(Kind::Other(match ending {
            "msg" => "an Outlook message",
            "doc" => "a Word document",
            "xls" => "an Excel workbook",
            _ => "an older Office document",
        }));
    }
    if at(0, b"II*\0") || at(0, b"MM\0*") {
        return Some(Kind::Other("a TIFF picture"));
    }
    at(0, b"{\\rtf").then_some(Kind::Other("a rich text document"))
}

/// A file in boxes: pictures of newer phones, films and recordings.
fn of_box(ending: &str, head: &[u8]) -> Kind {
    let brand = head.get(8..12).unwrap_or_default();
    match brand {
        b"heic" | b"heix" | b"hevc" | b"hevx" | b"heim" | b"heis" | b"mif1" | b"msf1" => {
            Kind::Other("a HEIC picture")
        }
        b"avif" | b"avis" => Kind::Other("an AVIF picture"),
        b"M4A " | b"M4B " => Kind::Sound("audio/mp4"),
        b"qt  " => Kind::Film("video/quicktime"),
        _ if ending == "m4a" => Kind::Sound("audio/mp4"),
        _ => Kind::Film("video/mp4"),
    }
}
