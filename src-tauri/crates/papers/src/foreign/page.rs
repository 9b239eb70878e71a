//! One page of a document from elsewhere, as pieces to be drawn one over the other.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::{ForeignError, MOST_NOTES, Seen};

/// The kinds of notes that say nothing themselves: links, the box in which a note opens, and words written on the page, which are drawn.
const SILENT: [&[u8]; 4] = [b"Link", b"Popup", b"Widget", b"FreeText"];
/// Flags of a note that is not shown: hidden, not viewed (ISO 32000-1, 12.5.3).
const OUT_OF_SIGHT: i64 = 1 << 1 | 1 << 5;
/// From a page to the root of its tree at most.
const DEEPEST: usize = 64;
/// The shortest and the longest edge a page may have, in points.
const EDGES: std::ops::RangeInclusive<f32> = 1.0..=20_000.0;

/// A matrix of PDF: what stands at (x, y) comes to stand at (ax + cy + e, bx + dy + f).
pub(crate) type Matrix = [f32; 6];

/// One page, turned upright.
pub(crate) struct Sheet {
    /// From edge to edge, in points.
    pub(crate) width: f32,
    /// From the lower edge to the upper one.
    pub(crate) height: f32,
    /// Its drawing, then what is stuck on it: comments, stamps, what was typed in a form.
    pub(crate) pieces: Vec<Piece>,
}

/// Something to be drawn.
pub(crate) struct Piece {
    /// Where on the page, whose lower left corner is (0, 0).
    pub(crate) matrix: Matrix,
    /// What, as a form of its own. What it names is in its document.
    pub(crate) form: Form,
}

/// Where a piece's drawing is.
pub(crate) enum Form {
    /// A page's content, made one.
    Made(Stream),
    /// It is one already.
    There(ObjectId),
}

/// Reads one. `left` is how much may still be unpacked; what is met goes into `seen`.
pub(super) fn read(
    document: &Document,
    id: ObjectId,
    left: &mut usize,
    seen: &mut Seen,
) -> Result<Sheet, ForeignError> {
    let page = document
        .get_dictionary(id)
        .map_err(|_| ForeignError::Damaged)?;
    let edges = corners(document, page, b"CropBox")
        .or_else(|| corners(document, page, b"MediaBox"))
        .ok_or(ForeignError::Damaged)?;
    let turn = inherited(document, page, b"Rotate")
        .and_then(|turn| turn.as_i64().ok())
        .unwrap_or(0)
        .rem_euclid(360);
    let (upright, width, height) = turned(edges, turn);
    if !EDGES.contains(&width) || !EDGES.contains(&height) {
        return Err(ForeignError::Damaged);
    }
    let mut pieces = vec![Piece {
        matrix: upright,
        form: Form::Made(content(document, (id, page), edges, (left, seen))?),
    }];
    for note in notes(document, page) {
        seen.notes += 1;
        if seen.notes > MOST_NOTES {
            return Err(ForeignError::TooLarge);
        }
        let drawn = stuck_on(document, note);
        seen.unseen |= says_more(document, note, drawn.is_some());
        seen.unseen_fields |= drawn.is_none() && is_filled(document, note);
        if let Some((matrix, form)) = drawn {
            pieces.push(Piece {
                matrix: after(matrix, upright),
                form: Form::There(form),
            });
        }
    }
    Ok(Sheet {
        width,
        height,
        pieces,
    })
}

/// What a page has itself, or one of those above it in the tree.
fn inherited<'a>(document: &'a Document, page: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    let found = held(document, page, key)?;
    document.dereference(found).ok().map(|(_, found)| found)
}

/// The same as it stands there: by its name, where it has one, so that what many pages share is not copied for each.
fn held<'a>(document: &'a Document, page: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    let mut at = page;
    for _ in 0..DEEPEST {
        if let Ok(found) = at.get(key) {
            return Some(found);
        }
        at = at.get_deref(b"Parent", document).ok()?.as_dict().ok()?;
    }
    None
}

/// Left, lower, right and upper edge.
fn corners(document: &Document, page: &Dictionary, key: &[u8]) -> Option<[f32; 4]> {
    numbers(document, inherited(document, page, key)?).map(sorted)
}

fn sorted([a, b, c, d]: [f32; 4]) -> [f32; 4] {
    [a.min(c), b.min(d), a.max(c), b.max(d)]
}

fn numbers<const N: usize>(document: &Document, list: &Object) -> Option<[f32; N]> {
    let list = list.as_array().ok()?;
    let mut all = [0.0; N];
    for (number, object) in all.iter_mut().zip(list) {
        let (_, object) = document.dereference(object).ok()?;
        *number = object.as_float().ok().filter(|number| number.is_finite())?;
    }
    (list.len() >= N).then_some(all)
}

/// How a page comes to stand upright, with its size then.
fn turned([left, low, right, high]: [f32; 4], turn: i64) -> (Matrix, f32, f32) {
    let (width, height) = (right - left, high - low);
    match turn {
        90 => ([0.0, -1.0, 1.0, 0.0, -low, right], height, width),
        180 => ([-1.0, 0.0, 0.0, -1.0, right, high], width, height),
        270 => ([0.0, 1.0, -1.0, 0.0, high, -left], height, width),
        _ => ([1.0, 0.0, 0.0, 1.0, -left, -low], width, height),
    }
}

/// The one matrix and then the other.
pub(crate) fn after(first: Matrix, then: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = first;
    let [p, q, r, s, t, u] = then;
    [
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    ]
}

/// What is drawn on the page itself, as a form.
fn content(
    document: &Document,
    (id, page): (ObjectId, &Dictionary),
    edges: [f32; 4],
    (left, seen): (&mut usize, &mut Seen),
) -> Result<Stream, ForeignError> {
    let mut drawn = Vec::new();
    for id in document.get_page_contents(id) {
        let Ok(stream) = document.get_object(id).and_then(Object::as_stream) else {
            seen.torn = true;
            continue;
        };
        let part = stream
            .get_plain_content_with_limit(*left)
            .map_err(|_| ForeignError::TooLarge)?;
        *left = left.saturating_sub(part.len());
        drawn.extend(part);
        drawn.push(b'\n');
    }
    let mut form = Dictionary::new();
    form.set("Type", Object::Name(b"XObject".to_vec()));
    form.set("Subtype", Object::Name(b"Form".to_vec()));
    form.set("BBox", edges.map(Object::Real).to_vec());
    if let Some(resources) = held(document, page, b"Resources") {
        form.set("Resources", resources.clone());
    }
    // How its colours mix.
    if let Ok(group) = page.get(b"Group") {
        form.set("Group", group.clone());
    }
    let mut form = Stream::new(form, drawn);
    form.compress().map_err(|_| ForeignError::Damaged)?;
    Ok(form)
}

fn notes<'a>(document: &'a Document, page: &'a Dictionary) -> impl Iterator<Item = &'a Dictionary> {
    let list = page
        .get_deref(b"Annots", document)
        .and_then(Object::as_array);
    list.into_iter()
        .flatten()
        .filter_map(|note| document.dereference(note).ok()?.1.as_dict().ok())
}

/// What a note looks like, and where (ISO 32000-1, 12.5.5).
fn stuck_on(document: &Document, note: &Dictionary) -> Option<(Matrix, ObjectId)> {
    let flags = note.get(b"F").and_then(Object::as_i64).unwrap_or(0);
    let kind = note.get(b"Subtype").and_then(Object::as_name).ok()?;
    if flags & OUT_OF_SIGHT != 0 || kind == b"Popup" {
        return None;
    }
    let looks = note.get_deref(b"AP", document).ok()?.as_dict().ok()?;
    let mut id = looks.get(b"N").ok()?.as_reference().ok();
    if let Some(states) = looks
        .get_deref(b"N", document)
        .ok()
        .and_then(|states| states.as_dict().ok())
    {
        let state = note.get(b"AS").and_then(Object::as_name).ok()?;
        id = states.get(state).ok()?.as_reference().ok();
    }
    let id = id?;
    let form = &document.get_object(id).ok()?.as_stream().ok()?.dict;
    let place = sorted(numbers(document, note.get_deref(b"Rect", document).ok()?)?);
    let own = sorted(numbers(document, form.get_deref(b"BBox", document).ok()?)?);
    let matrix = form
        .get_deref(b"Matrix", document)
        .ok()
        .and_then(|matrix| numbers(document, matrix))
        .unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
    Some((onto(around(own, matrix), place)?, id))
}

/// The box around a box that was turned.
fn around([left, low, right, high]: [f32; 4], [a, b, c, d, e, f]: Matrix) -> [f32; 4] {
    let corners = [(left, low), (left, high), (right, low), (right, high)]
        .map(|(x, y)| (a * x + c * y + e, b * x + d * y + f));
    corners.into_iter().fold(
        [f32::MAX, f32::MAX, f32::MIN, f32::MIN],
        |[left, low, right, high], (x, y)| [left.min(x), low.min(y), right.max(x), high.max(y)],
    )
}

/// From one box onto another.
fn onto(from: [f32; 4], to: [f32; 4]) -> Option<Matrix> {
    let scale = |low: usize, high: usize| {
        let of = |edges: [f32; 4]| Some(edges.get(high)? - edges.get(low)?);
        let (have, want) = (of(from)?, of(to)?);
        (have > 0.0 && want.is_finite()).then_some(want / have)
    };
    let (across, up) = (scale(0, 2)?, scale(1, 3)?);
    let [left, low, ..] = from;
    let [to_left, to_low, ..] = to;
    Some([
        across,
        0.0,
        0.0,
        up,
        to_left - left * across,
        to_low - low * up,
    ])
}

/// Whether a note says something that its drawing does not show: a sticky note draws its pin, and its words open in a box.
fn says_more(document: &Document, note: &Dictionary, drawn: bool) -> bool {
    let kind = note.get(b"Subtype").and_then(Object::as_name);
    let speaks = kind.is_ok_and(|kind| !SILENT.contains(&kind));
    let words = note
        .get_deref(b"Contents", document)
        .and_then(Object::as_str);
    speaks && (!drawn || words.is_ok_and(|words| !words.is_empty()))
}

/// Whether it is a field of a form in which something stands.
fn is_filled(document: &Document, note: &Dictionary) -> bool {
    let value = |of: &Dictionary| {
        of.get_deref(b"V", document)
            .is_ok_and(|value| !matches!(value, Object::Null))
    };
    let above = note
        .get_deref(b"Parent", document)
        .and_then(Object::as_dict);
    let is_field =
        note.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Widget".as_slice());
    is_field && (value(note) || above.is_ok_and(value))
}
