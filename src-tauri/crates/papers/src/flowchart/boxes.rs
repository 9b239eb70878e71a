//! A step's words, set, and the room its shape needs around them.

use super::facts::{StepFacts, StepKind, Walked};
use super::layers::Room;
use crate::PapersError;
use crate::fonts::Face;
use crate::typeset::{Block, Edge, Typesetter, span};

/// How large a drawing is set. All other lengths follow from the size of its type.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    /// The size of the type.
    pub(super) size: f32,
    /// How wide words run in a box, in sizes of the type.
    pub(super) wide: f32,
}

impl Scale {
    /// So many sizes of the type, in points.
    pub(super) fn em(self, count: f32) -> f32 {
        self.size * count
    }
}

/// Words with their box around them.
pub(super) struct Set {
    pub(super) words: Block,
    pub(super) room: Room,
    /// From the box's left and upper edge to the words.
    pub(super) pad: (f32, f32),
    pub(super) strip: Option<Strip>,
}

/// What a walk did here: a strip at the left of the box.
pub(super) struct Strip {
    pub(super) sign: Sign,
    pub(super) words: Block,
    pub(super) width: f32,
}

/// What is drawn in a strip before its words, so that nothing is told by weight alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// Done.
    Tick,
    /// Not done.
    Cross,
    /// The walk stands here.
    Arrow,
}

/// Room at the left and right of the words, in sizes of the type.
fn aside(kind: StepKind) -> f32 {
    match kind {
        StepKind::Action => 0.75,
        StepKind::Warning => 1.0,
        StepKind::Start | StepKind::End => 1.05,
        StepKind::Decision => 1.2,
    }
}

/// The words of a step behind its number. What is from general knowledge alone has a dagger.
pub(super) fn step(
    setter: &mut Typesetter,
    facts: &StepFacts,
    number: usize,
    scale: Scale,
) -> Result<Set, PapersError> {
    let check = if facts.check { "\u{A0}\u{2020}" } else { "" };
    let words = [
        span(format!("{number}\u{2002}"), Face::SansBold, scale.size),
        span(format!("{}{check}", facts.title), Face::Sans, scale.size),
    ];
    let strip = strip(setter, &facts.walked, scale)?;
    let aside = scale.em(aside(facts.kind));
    let above = scale.em(0.5);
    let beside = strip.as_ref().map_or(0.0, |strip| strip.width);
    let before = aside.max(beside + scale.em(0.5));
    let measure = scale.em(scale.wide) - before - aside;
    let words = setter.set(&words, measure, scale.em(1.22), Edge::Left)?;
    let short = words.lines() == 1;
    Ok(Set {
        room: Room {
            // A few words need no wide box; everything longer is as wide as the rest.
            width: if short {
                words.width() + before + aside + 1.0
            } else {
                scale.em(scale.wide)
            },
            height: words.height() + 2.0 * above,
        },
        words,
        pad: (before, above),
        strip,
    })
}

/// An answer beside its way.
pub(super) fn answer(
    setter: &mut Typesetter,
    text: &str,
    scale: Scale,
) -> Result<Option<Set>, PapersError> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let words = [span(text, Face::SansBold, scale.size)];
    let leading = scale.em(1.2);
    let wide = setter
        .set(&words, scale.em(9.0), leading, Edge::Left)?
        .width();
    let words = setter.set(&words, wide + 0.5, leading, Edge::Middle)?;
    Ok(Some(Set {
        room: Room {
            width: wide + 0.5 + scale.em(0.5),
            height: words.height() + scale.em(0.2),
        },
        pad: (scale.em(0.25), scale.em(0.1)),
        words,
        strip: None,
    }))
}

/// The strip of a step at which a walk did something.
fn strip(
    setter: &mut Typesetter,
    walked: &Walked,
    scale: Scale,
) -> Result<Option<Strip>, PapersError> {
    let sign = match (walked.here, walked.skipped) {
        (true, _) => Sign::Arrow,
        (false, true) => Sign::Cross,
        (false, false) if walked.order.is_empty() => return Ok(None),
        (false, false) => Sign::Tick,
    };
    let order: Vec<String> = walked.order.iter().map(u32::to_string).collect();
    let here = walked.here.then(|| "here".to_owned());
    let words: Vec<String> = here.into_iter().chain(order).collect();
    let words = span(words.join(", "), Face::SansBold, scale.size);
    let words = setter.set(&[words], scale.em(6.0), scale.em(1.22), Edge::Left)?;
    Ok(Some(Strip {
        sign,
        width: words.width() + scale.em(2.3),
        words,
    }))
}
