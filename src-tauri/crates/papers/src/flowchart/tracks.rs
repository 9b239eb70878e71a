//! How ways run across between two layers: each at a height of its own where two would lie upon one another.

/// A run across, from the layer above to the layer below.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Run {
    /// Where it comes from, from left to right.
    pub(super) above: f32,
    /// Where it goes to.
    pub(super) below: f32,
    /// The step in the layer below that it ends at: runs that end at one step may join.
    pub(super) ends: Option<usize>,
}

impl Run {
    /// Whether it goes straight down.
    pub(super) fn straight(&self) -> bool {
        (self.above - self.below).abs() < 0.5
    }

    fn from(&self) -> f32 {
        self.above.min(self.below)
    }

    fn to(&self) -> f32 {
        self.above.max(self.below)
    }
}

/// For so many groups every order is tried: 720 of them.
const TRIED: usize = 6;
/// What a crossing costs, and two ways that lie upon one another, where another track costs 1.
const CROSSED: u32 = 4;
/// Nobody could tell which of the two is which.
const UPON: u32 = 400;

/// Gives each run its track, the uppermost being 0, and says how many there are. `clear` is what must be free between
/// two. A run that goes straight down needs none.
pub(super) fn tracks(runs: &[Run], clear: f32) -> (Vec<Option<usize>>, usize) {
    let groups = groups(runs);
    let mut order: Vec<usize> = (0..groups.len()).collect();
    let mut best = packed(runs, &groups, &order, clear);
    let mut least = cost(runs, &best, clear);
    let mut judge = |order: &[usize]| {
        let tracks = packed(runs, &groups, order, clear);
        let cost = cost(runs, &tracks, clear);
        if cost < least {
            (least, best) = (cost, tracks);
        }
    };
    if groups.len() <= TRIED {
        every_order(&mut order, 0, &mut judge);
    } else {
        for _ in 0..groups.len() {
            order.rotate_left(1);
            judge(&order);
        }
    }
    let count = best.iter().flatten().max().map_or(0, |most| most + 1);
    (best, count)
}

/// Runs that share a track: those that end at one step, then those that leave from one place. Never both at once, or it
/// could not be told which of them leads where.
fn groups(runs: &[Run]) -> Vec<Vec<usize>> {
    let bent = || runs.iter().enumerate().filter(|(_, run)| !run.straight());
    let ends = |step: usize| bent().filter(|(_, run)| run.ends == Some(step)).count();
    let mut groups: Vec<(Result<usize, i64>, Vec<usize>)> = Vec::new();
    for (place, run) in bent() {
        let key = match run.ends {
            Some(step) if ends(step) > 1 => Ok(step),
            _ => Err((run.above * 2.0).round() as i64),
        };
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, group)) => group.push(place),
            None => groups.push((key, vec![place])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// Each group as high as those before it let it be.
fn packed(runs: &[Run], groups: &[Vec<usize>], order: &[usize], clear: f32) -> Vec<Option<usize>> {
    let mut tracks = vec![None; runs.len()];
    let mut placed: Vec<(f32, f32, usize)> = Vec::new();
    for group in order.iter().filter_map(|place| groups.get(*place)) {
        let own = || group.iter().filter_map(|place| runs.get(*place));
        let from = own().map(Run::from).fold(f32::MAX, f32::min) - clear;
        let to = own().map(Run::to).fold(f32::MIN, f32::max) + clear;
        let above = placed.iter().filter(|one| one.0 < to && one.1 > from);
        let track = above.map(|one| one.2 + 1).max().unwrap_or(0);
        placed.push((from + clear, to - clear, track));
        for place in group {
            if let Some(own) = tracks.get_mut(*place) {
                *own = Some(track);
            }
        }
    }
    tracks
}

fn cost(runs: &[Run], tracks: &[Option<usize>], clear: f32) -> u32 {
    let all: Vec<(&Run, Option<usize>)> = runs.iter().zip(tracks.iter().copied()).collect();
    let mut cost = tracks.iter().flatten().max().map_or(0, |most| *most as u32);
    for (place, one) in all.iter().enumerate() {
        for (_, other) in all.iter().enumerate().filter(|(at, _)| *at != place) {
            cost += between(*one, *other, clear);
        }
    }
    cost
}

/// What it costs that the first runs across where the second runs down.
fn between(one: (&Run, Option<usize>), other: (&Run, Option<usize>), clear: f32) -> u32 {
    let (run, track) = one;
    let (down, turns) = other;
    let Some(track) = track else { return 0 };
    let inside = |x: f32| x > run.from() + 0.5 && x < run.to() - 0.5;
    let near = |one: f32, other: f32| (one - other).abs() < clear;
    let Some(turns) = turns else {
        return if inside(down.above) { CROSSED } else { 0 };
    };
    let mut cost = 0;
    if track < turns {
        cost += if inside(down.above) { CROSSED } else { 0 };
        // Down from this one's end and down to the other's bend is one and the same line.
        cost +=
            if near(run.below, down.above) && run.ends.is_none_or(|ends| down.ends != Some(ends)) {
                UPON
            } else {
                0
            };
    }
    if track > turns && inside(down.below) {
        cost += CROSSED;
    }
    cost
}

fn every_order(order: &mut [usize], from: usize, judge: &mut impl FnMut(&[usize])) {
    if from + 1 >= order.len() {
        judge(order);
        return;
    }
    for place in from..order.len() {
        order.swap(from, place);
        every_order(order, from + 1, judge);
        order.swap(from, place);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(above: f32, below: f32) -> Run {
        Run {
            above,
            below,
            ends: None,
        }
    }

    #[test]
    fn what_would_lie_upon_one_another_gets_a_track_of_its_own_and_what_is_apart_shares_one() {
        let (own, count) = tracks(&[run(0.0, 100.0), run(60.0, 160.0), run(300.0, 400.0)], 5.0);

        assert_eq!(count, 2);
        assert_ne!(own[0], own[1]);
        // What goes further right turns first, so that the two never cross.
        assert!(own[1] < own[0]);
    }

    #[test]
    fn ways_to_one_step_join_and_a_straight_one_needs_no_track() {
        let to = |above, below| Run {
            ends: Some(4),
            ..run(above, below)
        };

        let (own, count) = tracks(&[to(0.0, 100.0), to(200.0, 100.0), run(300.0, 300.0)], 5.0);

        assert_eq!(count, 1);
        assert_eq!(own, [Some(0), Some(0), None]);
    }
}
