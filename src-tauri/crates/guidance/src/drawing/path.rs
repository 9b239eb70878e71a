//! The paths of the drawings: four letters, absolute numbers.

/// One continuous line.
#[derive(Debug, Clone, PartialEq)]
pub struct Stroke {
    /// Where it begins.
    pub from: (f32, f32),
    /// How it goes on.
    pub turns: Vec<Turn>,
    /// It returns to where it began.
    pub closed: bool,
}

/// A piece of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Turn {
    /// Straight to here.
    To((f32, f32)),
    /// In a cubic curve: two handles, then the end.
    Bend((f32, f32), (f32, f32), (f32, f32)),
}

impl Stroke {
    /// Its corners: the ends of all its pieces.
    pub fn corners(&self) -> Vec<(f32, f32)> {
        let ends = self.turns.iter().map(|turn| match turn {
            Turn::To(end) | Turn::Bend(_, _, end) => *end,
        });
        std::iter::once(self.from).chain(ends).collect()
    }
}

/// Reads a path. `None` where it is not one of ours.
pub fn stroke(path: &str) -> Option<Vec<Stroke>> {
    let mut all: Vec<Stroke> = Vec::new();
    let mut words = path.split_whitespace().peekable();
    while let Some(word) = words.next() {
        if word == "Z" {
            all.last_mut()?.closed = true;
            continue;
        }
        let mut letters = word.chars();
        let letter = letters.next()?;
        let first: f32 = letters.as_str().parse().ok()?;
        let mut point = |first: Option<f32>| -> Option<(f32, f32)> {
            let x = match first {
                Some(x) => x,
                None => words.next()?.parse().ok()?,
            };
            Some((x, words.next()?.parse().ok()?))
        };
        let at = point(Some(first))?;
        match letter {
            'M' => all.push(Stroke {
                from: at,
                turns: Vec::new(),
                closed: false,
            }),
            'L' => all.last_mut()?.turns.push(Turn::To(at)),
            'C' => {
                let (second, end) = (point(None)?, point(None)?);
                all.last_mut()?.turns.push(Turn::Bend(at, second, end));
            }
            _ => return None,
        }
    }
    (!all.is_empty()).then_some(all)
}
