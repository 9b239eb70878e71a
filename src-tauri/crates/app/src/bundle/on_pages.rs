//! What of an exhibit is shown on the pages of the bundle. The original goes beside them, byte for byte, whatever is shown of it; where
//! nothing is, it is said why.

use std::sync::Arc;
use std::time::Duration;

use domain::concern::FileFact;
use exchange::look::{HEAD, Kind, kind_of, read_text};
use exchange::picture::{Body, read_picture};
use exchange::readable::{Readable, readable};
use exchange::recording::length;
use papers::{Foreign, PictureBody, PictureFacts, Removed};

use super::create::Ready;
use super::exhibits::Going;
use super::redacted;
use crate::Office;
use crate::file::{read_file, through};
use crate::wire::Fault;

/// The largest file that is read to be shown.
pub(super) const LARGEST: usize = 64 << 20;
/// So much of a text is printed, in bytes: some sixty pages.
const MOST_TEXT: usize = 128 * 1024;
/// So much of photographs and documents is held while a bundle is laid out, in bytes.
pub(crate) const MOST_HELD: usize = 256 << 20;
/// So many pages of documents from elsewhere are in one bundle.
const MOST_PAGES: usize = 3_000;

/// What plain texts are called.
const PLAIN: [&str; 2] = [".txt", ".log"];
/// What stands in texts whose words are written otherwise than they are read.
const WRITTEN_OTHERWISE: [&str; 6] = [
    "content-transfer-encoding",
    "content-type:",
    "<html",
    "<!doctype",
    "<?xml",
    "begin:vcard",
];

/// An exhibit on pages.
pub(super) enum OnPages {
    /// Its words.
    Text(Text),
    /// An e-mail, a sheet, a chat: its words, as they were read out of it.
    Read(Box<Readable>),
    /// The picture, and what is said above it.
    Picture(PictureFacts, Vec<String>),
    /// A picture that has black where something was cut out, what is said above it, and why each was.
    CutPicture(PictureFacts, Vec<String>, Vec<Removed>),
    /// Every page of the document, and what is said above the first.
    Document(Arc<Foreign>, Vec<String>),
    /// Nothing, and why.
    No(String),
}

/// A text as it is printed.
pub(super) struct Text {
    /// Its words, as far as they are printed.
    pub(super) text: String,
    /// What they were written in.
    pub(super) encoding: &'static str,
    /// All of it is printed.
    pub(super) whole: bool,
}

/// How much more is shown.
struct Room {
    bytes: usize,
    pages: usize,
}

/// What is shown of each, in their order.
pub(super) fn on_pages(office: &mut Office, ready: &Ready<'_>) -> Result<Vec<OnPages>, Fault> {
    let going = &ready.going;
    if ready.redaction.is_some() {
        return redacted::texts(office, ready);
    }
    let mut room = Room {
        bytes: MOST_HELD,
        pages: MOST_PAGES,
    };
    let watch = office.watch();
    let mut all = Vec::with_capacity(going.len());
    for (done, one) in going.iter().enumerate() {
        watch.step("Reading the exhibits", done as u64, going.len() as u64)?;
        all.push(shown(office, one, &mut room)?);
    }
    Ok(all)
}

fn shown(office: &Office, one: &Going, room: &mut Room) -> Result<OnPages, Fault> {
    // Of a film only the beginning is read: what it is stands there.
    let most = match one.fact.size > LARGEST as u64 {
        true => HEAD,
        false => LARGEST,
    };
    let read = read_file(office, &one.fact.id.to_string(), most)?;
    let no = |why: &str| Ok(OnPages::No(why.to_owned()));
    let kind = kind_of(&one.fact.name, &read.bytes);
    if read.whole {
        match readable(&one.fact.name, &read.bytes) {
            Some(Ok(words)) => return Ok(OnPages::Read(Box::new(words))),
            // What is a text all the same is shown as one.
            Some(Err(why)) if kind != Kind::Text => return Ok(OnPages::No(why.to_string())),
            Some(Err(_)) | None => {}
        }
    }
    if matches!(kind, Kind::Picture { .. } | Kind::Pdf) && !read.whole {
        return no("It is larger than 64 MiB.");
    }
    let shown = match kind {
        Kind::Text => OnPages::Text(text(&read.bytes, read.whole)),
        Kind::Pdf => document(&read.bytes),
        // A picture of a kind the window does not show may still be one that can be drawn.
        Kind::Picture { .. } | Kind::Other("a TIFF picture") => picture(&read.bytes),
        Kind::Drawing => return no("It is a drawing made of strokes; a web browser shows it."),
        Kind::Sound(media) => {
            return Ok(OnPages::No(format!(
                "It is a recording ({media}{}) and is to be listened to; any player of music plays it.",
                length_of(office, one)?
            )));
        }
        Kind::Film(media) => {
            return Ok(OnPages::No(format!(
                "It is a film ({media}{}) and is to be watched; any player of films plays it.",
                length_of(office, one)?
            )));
        }
        Kind::Other(what) => {
            return Ok(OnPages::No(format!(
                "It is {what}; the program it was made with shows it."
            )));
        }
        Kind::Not(what) => {
            return Ok(OnPages::No(format!(
                "Its name says it is {what}, and its bytes are not."
            )));
        }
        Kind::Empty => return no("There is nothing in it."),
    };
    let (bytes, pages) = match &shown {
        OnPages::Picture(picture, _) => match &picture.body {
            PictureBody::Jpeg(bytes) | PictureBody::Points(bytes) => (bytes.len(), 0),
        },
        // Made elsewhere, for an edition that does not show everything.
        OnPages::CutPicture(..) => (0, 0),
        OnPages::Document(foreign, _) => (read.bytes.len(), foreign.pages()),
        OnPages::Text(_) | OnPages::Read(_) | OnPages::No(_) => (0, 0),
    };
    match (room.bytes.checked_sub(bytes), room.pages.checked_sub(pages)) {
        (Some(bytes), Some(pages)) => {
            *room = Room { bytes, pages };
            Ok(shown)
        }
        _ => no(
            "The pages of this bundle are full: no more photographs and documents are shown on them.",
        ),
    }
}

/// `, 3 min 12 s long as it says itself`; that it does not say, where it does not.
fn length_of(office: &Office, one: &Going) -> Result<String, Fault> {
    let read = length(through(office, &one.fact.id.to_string())?);
    Ok(read.map_or_else(
        || "; its length is not said".to_owned(),
        |length| format!(", {} long as it says itself", long(length)),
    ))
}

/// `1 h 3 min 12 s`.
fn long(length: Duration) -> String {
    let seconds = length.as_secs();
    let parts = [
        (seconds / 3600, "h"),
        (seconds / 60 % 60, "min"),
        (seconds % 60, "s"),
    ];
    let parts = parts.iter().filter(|(many, _)| *many > 0);
    let said: Vec<String> = parts.map(|(many, of)| format!("{many} {of}")).collect();
    match said.is_empty() {
        true => "less than 1 s".to_owned(),
        false => said.join(" "),
    }
}

/// The words of an exhibit that is a plain text and nothing else; nothing of any other: in the source of an e-mail or a web page words
/// may stand in a form in which nobody would find them.
pub(super) fn text_of(office: &Office, fact: &FileFact) -> Result<Option<Text>, Fault> {
    let read = read_file(office, &fact.id.to_string(), MOST_TEXT)?;
    let name = fact.name.to_lowercase();
    let is_plain = PLAIN.iter().any(|ending| name.ends_with(ending))
        && kind_of(&fact.name, &read.bytes) == Kind::Text
        && readable(&fact.name, &read.bytes).is_none();
    let words = is_plain.then(|| text(&read.bytes, read.whole));
    Ok(words.filter(|words| {
        let words = words.text.to_lowercase();
        !WRITTEN_OTHERWISE.iter().any(|sign| words.contains(sign))
    }))
}

/// The same in one string, where all of it is read.
pub(crate) fn text_of_file(office: &Office, fact: &FileFact) -> Result<Option<String>, Fault> {
    let text = text_of(office, fact)?;
    Ok(text.filter(|text| text.whole).map(|text| text.text))
}

fn text(bytes: &[u8], whole: bool) -> Text {
    let beginning = bytes.get(..MOST_TEXT).unwrap_or(bytes);
    let whole = whole && beginning.len() == bytes.len();
    let read = read_text(beginning.to_vec(), whole);
    Text {
        text: read.text,
        encoding: read.encoding,
        whole,
    }
}

fn picture(bytes: &[u8]) -> OnPages {
    let picture = match read_picture(bytes) {
        Ok(picture) => picture,
        Err(why) => return OnPages::No(why.to_string()),
    };
    let size = format!("{} by {} points", picture.width, picture.height);
    let (body, said) = match picture.body {
        Body::Jpeg => (
            PictureBody::Jpeg(bytes.to_vec()),
            format!("The whole photograph, {size}, as its file holds it."),
        ),
        Body::Points { bytes, smaller } => (
            PictureBody::Points(bytes),
            match smaller {
                true => format!(
                    "Drawn anew at {size}, smaller than in its file. What is seen through is white; where it moves or has several pages, this is the first."
                ),
                false => format!(
                    "Drawn anew, {size}. What is seen through is white; where it moves or has several pages, this is the first."
                ),
            },
        ),
    };
    let facts = PictureFacts {
        width: picture.width,
        height: picture.height,
        turned: picture.turned,
        grey: picture.grey,
        body,
    };
    OnPages::Picture(facts, vec![said])
}

fn document(bytes: &[u8]) -> OnPages {
    match Foreign::open(bytes) {
        Ok(foreign) => {
            let said = match foreign.pages() {
                1 => "The one page of the document.".to_owned(),
                many => format!("All {many} pages of the document, one to a page."),
            };
            let notes = foreign.notes().iter().map(|note| (*note).to_owned());
            let said = std::iter::once(said).chain(notes).collect();
            OnPages::Document(Arc::new(foreign), said)
        }
        Err(why) => OnPages::No(why.to_string()),
    }
}
