//! Looking at a file inside the window: opened in memory, handed over in pieces, never plain on the disk. That somebody
//! looked is kept before they see any of it.

use exchange::look::{HEAD, Kind, kind_of, read_text};
use rand_core::RngCore;
use vault::blob::BlobReader;
use zeroize::Zeroizing;

use super::take_out::{Found, find};
use crate::wire::{Fault, FaultKind, FileOpened, Reader, TextShown};
use crate::{Office, say};

/// The most that is handed over at once.
const PIECE: usize = 1 << 20;
/// The largest file that is shown; the window holds all of it in memory.
const LARGEST: u64 = 200 << 20;
/// The longest text that is shown; beyond it, its beginning.
const LONGEST_TEXT: usize = 4 << 20;
/// The most points across or down, and in all, that a picture may have: decoded, each takes four bytes.
const WIDEST: u32 = 16_384;
const MOST_POINTS: u64 = 100_000_000;
/// The largest drawing in strokes that is shown, in bytes.
const MOST_STROKES: u64 = 2 * 1024 * 1024;
/// The largest file that is drawn anew.
const LARGEST_DRAWN: usize = 64 << 20;
/// So many files stay open for looking; the one opened longest ago goes first.
const MOST: usize = 4;

/// A file somebody is looking at.
pub(crate) struct Looking {
    pub(crate) token: String,
    pub(crate) file: String,
    size: u64,
    body: Content,
}

/// What somebody looks at.
enum Content {
    /// The file itself, opened as it is read.
    File {
        blob: [u8; 32],
        len: u64,
        key: Zeroizing<[u8; 32]>,
    },
    /// A picture as papers draw it, in memory.
    Drawn(Zeroizing<Vec<u8>>),
}

/// Opens a file to be looked at. Refused for one that is kept out of sight, and where it cannot be kept that it was opened.
pub fn open_file(office: &mut Office, id: &str) -> Result<FileOpened, Fault> {
    let found = find(office, id)?;
    let key: [u8; 32] = history::from_hex(&found.fact.key)
        .and_then(|key| key.try_into().ok())
        .ok_or_else(damaged)?;
    let mut number = [0; 12];
    office.around.rng.fill_bytes(&mut number);
    let looking = Looking {
        token: history::to_hex(&number),
        file: id.to_owned(),
        size: found.fact.size,
        body: Content::File {
            blob: found.blob,
            len: found.len,
            key: Zeroizing::new(key),
        },
    };
    let head = read(office, &looking, 0, HEAD)?;
    office.must_look(found.room, "file", Some(id.to_owned()), None)?;
    let opened = shown(office, &found, &looking, kind_of(&found.fact.name, &head))?;
    if office.looking.len() >= MOST {
        office.looking.remove(0);
    }
    office.looking.push(looking);
    Ok(opened)
}

/// Opens a picture as papers draw it, to mark what is cut out of it: whatever its file says of how it is turned or how large it is, where
/// somebody marks it is where it is cut.
pub fn open_drawn(office: &mut Office, id: &str) -> Result<FileOpened, Fault> {
    let mut opened = open_file(office, id)?;
    let read = super::read_file(office, id, LARGEST_DRAWN)?;
    let drawn = match read.whole {
        true => exchange::picture::as_drawn(&read.bytes),
        false => Err(exchange::picture::NotDrawn::TooLarge),
    };
    match drawn {
        Ok(png) => {
            opened.kind = "picture";
            opened.media = "image/png".to_owned();
            opened.why = None;
            opened.size = png.len() as u64;
            let mut all = office.looking.iter_mut();
            if let Some(looking) = all.find(|looking| looking.token == opened.token) {
                looking.size = opened.size;
                looking.body = Content::Drawn(Zeroizing::new(png));
            }
        }
        Err(why) => {
            close_file(office, &opened.token)?;
            opened.kind = "none";
            opened.why = Some(why.to_string());
        }
    }
    Ok(opened)
}

/// Bytes of a file that is open, from `from` on.
pub fn file_piece(
    office: &Office,
    token: &str,
    from: u64,
    most: u64,
) -> Result<Zeroizing<Vec<u8>>, Fault> {
    let most = usize::try_from(most).unwrap_or(PIECE).min(PIECE);
    read(office, open(office, token)?, from, most)
}

/// The text of a file that is open, in whatever encoding it came.
pub fn file_text(office: &Office, token: &str) -> Result<TextShown, Fault> {
    let looking = open(office, token)?;
    let mut bytes = read(office, looking, 0, LONGEST_TEXT)?;
    let whole = looking.size <= LONGEST_TEXT as u64;
    let read = read_text(std::mem::take(&mut *bytes), whole);
    Ok(TextShown {
        text: read.text,
        encoding: read.encoding.to_owned(),
        whole,
    })
}

/// Nobody looks at it any more.
pub fn close_file(office: &mut Office, token: &str) -> Result<(), Fault> {
    office.looking.retain(|looking| looking.token != token);
    Ok(())
}

fn open<'a>(office: &'a Office, token: &str) -> Result<&'a Looking, Fault> {
    office.sitting()?;
    let mut all = office.looking.iter();
    all.find(|looking| looking.token == token).ok_or_else(|| {
        Fault::new(FaultKind::Missing, "This file was closed.")
            .kept("Nothing in the record was changed.")
            .next("Open it again from the record.")
    })
}

fn read(
    office: &Office,
    looking: &Looking,
    from: u64,
    most: usize,
) -> Result<Zeroizing<Vec<u8>>, Fault> {
    let left = looking.size.saturating_sub(from);
    let most = usize::try_from(left).unwrap_or(most).min(most);
    match &looking.body {
        Content::File { blob, len, key } => {
            let reader = BlobReader::open(office.folder()?, blob, *len, key)?;
            Ok(reader.piece(from, most)?)
        }
        Content::Drawn(bytes) => {
            let from = usize::try_from(from).unwrap_or(usize::MAX);
            let rest = bytes.get(from..).unwrap_or_default();
            Ok(Zeroizing::new(rest.get(..most).unwrap_or(rest).to_vec()))
        }
    }
}

fn damaged() -> Fault {
    Fault::new(
        FaultKind::Damaged,
        "This file has changed since it was taken in, so it is not shown.",
    )
    .kept("What is written about it is kept.")
    .next("Open Vault, choose Check everything, and bring back the last good backup.")
}

fn shown(
    office: &Office,
    found: &Found,
    looking: &Looking,
    kind: Kind,
) -> Result<FileOpened, Fault> {
    let id = &looking.file;
    let room = office.room(found.room).ok_or_else(Fault::stopped)?;
    let mut seen: Vec<Reader> = Vec::new();
    for what in ["file", "file_taken_out"] {
        for look in room.looks_at(what, id)? {
            let took = what == "file_taken_out";
            seen.push(Reader {
                name: if took {
                    format!("{} (took a copy out)", look.name)
                } else {
                    look.name
                },
                at: office.moment(look.at),
            });
        }
    }
    let (kind, media, why) = way(kind, looking.size);
    Ok(FileOpened {
        token: looking.token.clone(),
        kind,
        media: media.to_owned(),
        why,
        id: id.clone(),
        name: found.fact.name.clone(),
        size: looking.size,
        size_text: say::size(looking.size),
        sha256: found.fact.sha256.clone(),
        source: found.fact.source.clone(),
        added_by: found.added.author.name.clone(),
        added_at: office.full(found.added.written),
        concern: found.concern.to_string(),
        record_no: found.record_no.clone(),
        seen,
    })
}

/// How a file is shown; where it is not, why, in a sentence.
fn way(kind: Kind, size: u64) -> (&'static str, &'static str, Option<String>) {
    let none = |why: String| ("none", "", Some(why));
    let shown = match kind {
        Kind::Pdf => ("pdf", "application/pdf", None),
        // Strokes are drawn by the window: a small file can ask for far more than it holds.
        Kind::Drawing if size > MOST_STROKES => {
            return none("This drawing is larger than can be shown here safely.".to_owned());
        }
        Kind::Drawing => ("picture", "image/svg+xml", None),
        Kind::Text => return ("text", "text/plain", None),
        Kind::Sound(media) => ("sound", media, None),
        Kind::Film(media) => ("film", media, None),
        Kind::Picture {
            media,
            size: (across, down),
        } => {
            let points = u64::from(across) * u64::from(down);
            if points == 0 {
                return none(not("a picture"));
            }
            if across.max(down) > WIDEST || points > MOST_POINTS {
                return none(format!(
                    "This picture is {across} by {down} points, more than can be shown here safely."
                ));
            }
            ("picture", media, None)
        }
        Kind::Other(what) => return none(format!("This is {what}, which cannot be shown here.")),
        Kind::Not(what) => return none(not(what)),
        Kind::Empty => return none("There is nothing in this file.".to_owned()),
    };
    if size > LARGEST {
        let (size, largest) = (say::size(size), say::size(LARGEST));
        return none(format!(
            "This file is {size}; up to {largest} can be shown here."
        ));
    }
    shown
}

fn not(what: &str) -> String {
    format!("This file is named as {what} and is none, or is damaged, so it is not shown.")
}
