//! An attacker who holds every report, knows how the tables add up and solves what that says as a linear system, as statistical offices
//! do before they publish (invariant 10: governors never receive a small number).

use std::collections::BTreeSet;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;

/// A prime above every count and product here: what is solved modulo it is what is solved in fractions, as good as certainly.
const P: i128 = (1 << 61) - 1;
const SITES: [&str; 3] = ["", "Juniors", "Infants"];

fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 1).unwrap() + chrono::Days::new(u64::from(number))
}

fn part(table: &str, cell: usize) -> Leaf {
    Leaf::Part {
        table: table.to_owned(),
        cell: cell.to_string(),
    }
}

fn every_leaf() -> Vec<Leaf> {
    let some = |of: usize| Leaf::Some { of: of.to_string() };
    std::iter::once(Leaf::All)
        .chain((0..4).map(|cell| part("how", cell)))
        .chain((0..2).map(|cell| part("state", cell)))
        .chain((0..3).map(some))
        .collect()
}

/// What figures count: each leaf, and several cells of one table together, as answered and unanswered referrals of one body are.
fn every_kind() -> Vec<Vec<Leaf>> {
    every_leaf()
        .into_iter()
        .map(|leaf| vec![leaf])
        .chain([
            vec![part("how", 0), part("how", 1)],
            vec![part("how", 1), part("how", 2), part("how", 3)],
        ])
        .collect()
}

fn whatever(_: usize, _: usize) -> bool {
    true
}

fn event() -> impl Strategy<Value = Event> {
    let leaves = (
        0..4_usize,
        0..2_usize,
        prop::collection::vec(any::<bool>(), 3),
    );
    // Early days and first cells are commoner, so that there are large counts and small ones.
    (0..40_u32, 0..40_u32, 0..3_usize, leaves).prop_map(|(a, b, site, (how, state, some))| Event {
        day: day(a.min(b)),
        site: SITES[site].to_owned(),
        leaves: [Leaf::All, part("how", how * how / 3), part("state", state)]
            .into_iter()
            .chain(
                (0..3)
                    .filter(|of| some[*of])
                    .map(|of| Leaf::Some { of: of.to_string() }),
            )
            .collect(),
    })
}

/// Days and a site to report on.
fn asked() -> impl Strategy<Value = (Days, Option<String>)> {
    // Terms and years more often than odd days.
    let term = prop::sample::select(vec![
        (0, 9),
        (10, 19),
        (20, 29),
        (30, 39),
        (0, 39),
        (0, 19),
        (20, 39),
    ]);
    let odd = (0..40_u32, 0..40_u32).prop_map(|(a, b)| (a.min(b), a.max(b)));
    let days = prop_oneof![3 => term, 1 => odd];
    let site = prop_oneof![2 => Just(None), 1 => (0..3_usize).prop_map(Some)];
    (days, site).prop_map(|((from, to), site)| {
        let days = Days {
            from: day(from),
            to: day(to),
        };
        (days, site.map(|site: usize| SITES[site].to_owned()))
    })
}

fn publish(events: &[Event], all: &[(Days, Option<String>)]) -> Vec<Published> {
    let mut before: Vec<Published> = Vec::new();
    for (days, site) in all {
        let figures: Vec<Figure> = every_kind()
            .into_iter()
            .map(|of| Figure {
                of,
                days: *days,
                site: site.clone(),
            })
            .collect();
        let shown = protect(&figures, &before, events, 5, &whatever).unwrap();
        before.extend(
            figures
                .into_iter()
                .zip(shown)
                .map(|(figure, shown)| Published {
                    of: figure.of,
                    days: figure.days,
                    site: figure.site,
                    shown,
                }),
        );
    }
    before
}

/// The days cut at every beginning and end, in which the attacker thinks.
struct Attacker {
    pieces: Vec<Days>,
    leaves: Vec<Leaf>,
    /// Solved: each row begins with a 1 that no other row has in its place.
    rows: Vec<(usize, Vec<i128>)>,
}

impl Attacker {
    fn of(published: &[Published]) -> Self {
        let ends: BTreeSet<NaiveDate> = published
            .iter()
            .flat_map(|one| [one.days.from, one.days.to + chrono::Days::new(1)])
            .collect();
        let ends: Vec<NaiveDate> = ends.into_iter().collect();
        let pieces = ends.windows(2).map(|pair| Days {
            from: pair[0],
            to: pair[1] - chrono::Days::new(1),
        });
        let mut attacker = Self {
            pieces: pieces.collect(),
            leaves: every_leaf(),
            rows: Vec::new(),
        };
        for one in published {
            if let Shown::Count(count) = one.shown {
                let mut row = attacker.row(&one.of, one.days, one.site.as_deref());
                *row.last_mut().unwrap() = i128::from(count);
                attacker.learn(row);
            }
        }
        for site in SITES {
            for piece in attacker.pieces.clone() {
                for (table, cells) in [("how", 4), ("state", 2)] {
                    let mut row = attacker.row(&[Leaf::All], piece, Some(site));
                    for cell in 0..cells {
                        let other = attacker.row(&[part(table, cell)], piece, Some(site));
                        for (mine, its) in row.iter_mut().zip(other) {
                            *mine = (*mine - its).rem_euclid(P);
                        }
                    }
                    attacker.learn(row);
                }
            }
        }
        attacker
    }

    fn row(&self, of: &[Leaf], days: Days, site: Option<&str>) -> Vec<i128> {
        let mut row = vec![0; self.leaves.len() * SITES.len() * self.pieces.len() + 1];
        for leaf in of {
            let leaf = self.leaves.iter().position(|one| one == leaf).unwrap();
            for (at, own) in SITES.iter().enumerate() {
                for (place, piece) in self.pieces.iter().enumerate() {
                    if site.is_none_or(|site| site == *own)
                        && days.from <= piece.from
                        && piece.to <= days.to
                    {
                        row[(leaf * SITES.len() + at) * self.pieces.len() + place] = 1;
                    }
                }
            }
        }
        row
    }

    /// What is left of a row where everything known is taken off.
    fn reduced(&self, mut row: Vec<i128>) -> Vec<i128> {
        for (pivot, known) in &self.rows {
            let times = row[*pivot];
            if times != 0 {
                for (mine, its) in row.iter_mut().zip(known) {
                    *mine = (*mine - times * its).rem_euclid(P);
                }
            }
        }
        row
    }

    fn learn(&mut self, row: Vec<i128>) {
        let mut row = self.reduced(row);
        let width = row.len() - 1;
        let Some(pivot) = row[..width].iter().position(|one| *one != 0) else {
            return;
        };
        let inverse = power(row[pivot], P - 2);
        for one in &mut row {
            *one = (*one * inverse).rem_euclid(P);
        }
        for (_, known) in &mut self.rows {
            let times = known[pivot];
            if times != 0 {
                for (its, mine) in known.iter_mut().zip(&row) {
                    *its = (*its - times * mine).rem_euclid(P);
                }
            }
        }
        self.rows.push((pivot, row));
    }

    /// The sum, where what is known leaves no choice.
    fn works_out(&self, of: &[Leaf], days: Days, site: Option<&str>) -> Option<i128> {
        self.known(self.row(of, days, site))
    }

    /// How many of all are none of these, where what is known leaves no choice.
    fn works_out_the_rest(&self, of: &[Leaf], days: Days, site: Option<&str>) -> Option<i128> {
        let mut row = self.row(&[Leaf::All], days, site);
        for (all, part) in row.iter_mut().zip(self.row(of, days, site)) {
            *all -= part;
        }
        self.known(row)
    }

    fn known(&self, row: Vec<i128>) -> Option<i128> {
        let left = self.reduced(row);
        let (sum, rest) = left.split_last()?;
        rest.iter()
            .all(|one| *one == 0)
            .then(|| (-sum).rem_euclid(P))
    }
}

fn power(mut base: i128, mut times: i128) -> i128 {
    let mut product = 1;
    while times > 0 {
        if times & 1 == 1 {
            product = product * base % P;
        }
        base = base * base % P;
        times >>= 1;
    }
    product
}

fn truth(events: &[Event], of: &[Leaf], days: Days, site: Option<&str>) -> u64 {
    let counted = events.iter().filter(|event| {
        days.holds(event.day)
            && of.iter().any(|leaf| event.leaves.contains(leaf))
            && site.is_none_or(|site| site == event.site)
    });
    counted.count() as u64
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, ..ProptestConfig::default() })]

    #[test]
    fn whoever_holds_every_report_works_out_no_count_from_1_to_4(
        events in prop::collection::vec(event(), 0..160),
        all in prop::collection::vec(asked(), 1..6),
    ) {
        let published = publish(&events, &all);
        for one in &published {
            let count = truth(&events, &one.of, one.days, one.site.as_deref());
            match one.shown {
                Shown::Count(said) => prop_assert!(said == count && !(1..5).contains(&said)),
                Shown::Below(below) => prop_assert!(below == 5 && (1..5).contains(&count)),
                Shown::Hidden => {}
            }
        }
        let attacker = Attacker::of(&published);
        let sites = std::iter::once(None).chain(SITES.into_iter().map(Some));
        for site in sites {
            for from in 0..attacker.pieces.len() {
                for to in from..attacker.pieces.len() {
                    let days = Days { from: attacker.pieces[from].from, to: attacker.pieces[to].to };
                    for of in every_kind() {
                        let ways = [attacker.works_out(&of, days, site), attacker.works_out_the_rest(&of, days, site)];
                        for found in ways.into_iter().flatten() {
                            prop_assert!(
                                !(1..5).contains(&found),
                                "{of:?} {days:?} {site:?}: {ways:?} of {published:#?}"
                            );
                        }
                    }
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, ..ProptestConfig::default() })]

    #[test]
    fn whoever_takes_one_number_off_another_is_left_with_no_count_from_1_to_4(
        events in prop::collection::vec(event(), 0..160),
        all in prop::collection::vec(asked(), 1..4),
    ) {
        let published = publish(&events, &all);
        let said = |one: &Published| match one.shown {
            Shown::Count(count) => Some(count),
            Shown::Below(_) | Shown::Hidden => None,
        };
        for whole in &published {
            for part in &published {
                let days = whole.days.from <= part.days.from && part.days.to <= whole.days.to;
                let site = whole.site.is_none() || whole.site == part.site;
                let of = whole.of == [Leaf::All] || part.of.iter().all(|leaf| whole.of.contains(leaf));
                if let (true, Some(whole_said), Some(part_said)) = (days && site && of, said(whole), said(part)) {
                    prop_assert!(!(1..5).contains(&(whole_said - part_said)), "{whole:?} {part:?}");
                }
            }
        }
    }
}

fn of_a_day(leaves: &[(&[Leaf], usize)]) -> Vec<Event> {
    let events = leaves.iter().map(|(leaves, times)| {
        let all = std::iter::once(Leaf::All).chain(leaves.iter().cloned());
        let event = Event {
            day: day(0),
            site: String::new(),
            leaves: all.collect(),
        };
        std::iter::repeat_n(event, *times)
    });
    events.flatten().collect()
}

fn said_of_a_day(events: &[Event], leaves: &[Leaf]) -> Vec<String> {
    let figure = |leaf: &Leaf| Figure {
        of: vec![leaf.clone()],
        days: Days::on(day(0)),
        site: None,
    };
    let figures: Vec<Figure> = leaves.iter().map(figure).collect();
    let shown = protect(&figures, &[], events, 5, &whatever).unwrap();
    shown.iter().map(Shown::to_string).collect()
}

#[test]
fn a_small_count_and_one_that_is_kept_back_for_it_are_not_told_apart() {
    // Of six, five and one: told apart, "not shown" would be five at least, and "<5" one.
    let events = of_a_day(&[(&[part("ico", 0)], 1), (&[part("ico", 1)], 5)]);

    let said = said_of_a_day(&events, &[Leaf::All, part("ico", 0), part("ico", 1)]);

    assert_eq!(said, ["6", "not shown", "not shown"]);
}

#[test]
fn those_of_which_something_is_not_true_are_no_small_number_either() {
    let lado = Leaf::Some {
        of: "lado".to_owned(),
    };
    let events = of_a_day(&[(std::slice::from_ref(&lado), 6), (&[], 2)]);

    assert_eq!(
        said_of_a_day(&events, &[Leaf::All, lado]),
        ["8", "not shown"]
    );
}

#[test]
fn a_report_says_again_what_was_small_once_said_in_full_and_blanks_nothing_for_it() {
    // In autumn 12 were open; by spring three of them are, and what was said then is no reason to say nothing now.
    let days = Days::on(day(0));
    let before =
        [(vec![Leaf::All], 48), (vec![part("state", 0)], 12)].map(|(of, count)| Published {
            of,
            days,
            site: None,
            shown: Shown::Count(count),
        });
    let events = of_a_day(&[
        (&[part("state", 0)], 3),
        (&[part("state", 1)], 36),
        (&[part("state", 2)], 9),
    ]);
    let leaves = [
        Leaf::All,
        part("state", 0),
        part("state", 1),
        part("state", 2),
    ];
    let figures: Vec<Figure> = leaves
        .into_iter()
        .map(|leaf| Figure {
            of: vec![leaf],
            days,
            site: None,
        })
        .collect();

    let shown = protect(&figures, &before, &events, 5, &whatever).unwrap();

    let said: Vec<String> = shown.iter().map(Shown::to_string).collect();
    assert_eq!(said, ["48", "not shown", "36", "not shown"]);
}

/// One school, two terms, one table of three cells: few enough worlds to go through them all.
fn worlds() -> Vec<[[u64; 3]; 2]> {
    let cells =
        || (0..7_u64).flat_map(|a| (0..7).flat_map(move |b| (0..7).map(move |c| [a, b, c])));
    cells()
        .flat_map(|first| cells().map(move |second| [first, second]))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn for_every_small_count_there_is_a_second_world_that_looks_the_same(
        school in prop::array::uniform2(prop::array::uniform3(0..6_u64)),
        order in Just(vec![(0_u32, 9_u32), (10, 19), (0, 19)]).prop_shuffle(),
    ) {
        let events: Vec<Event> = (0..2_usize)
            .flat_map(|term| (0..3_usize).map(move |cell| (term, cell)))
            .flat_map(|(term, cell)| {
                let one = Event {
                    day: day(term as u32 * 10 + 4),
                    site: String::new(),
                    leaves: vec![Leaf::All, part("how", cell)],
                };
                std::iter::repeat_n(one, school[term][cell] as usize)
            })
            .collect();
        let leaves = || std::iter::once(Leaf::All).chain((0..3).map(|cell| part("how", cell)));
        let mut published: Vec<Published> = Vec::new();
        for (from, to) in order {
            let days = Days { from: day(from), to: day(to) };
            let figures: Vec<Figure> = leaves().map(|leaf| Figure { of: vec![leaf], days, site: None }).collect();
            let shown = protect(&figures, &published, &events, 5, &whatever).unwrap();
            published.extend(figures.into_iter().zip(shown).map(|(figure, shown)| Published {
                of: figure.of, days: figure.days, site: None, shown,
            }));
        }
        let value = |world: &[[u64; 3]; 2], leaf: &Leaf, days: Days| -> u64 {
            (0..2)
                .filter(|term| days.holds(day(*term * 10 + 4)))
                .map(|term| match leaf {
                    Leaf::Part { cell, .. } => world[term as usize][cell.parse::<usize>().unwrap()],
                    Leaf::All | Leaf::Some { .. } => world[term as usize].iter().sum(),
                })
                .sum()
        };
        let looks_the_same = |world: &&[[u64; 3]; 2]| {
            published.iter().all(|one| {
                let count = value(world, &one.of[0], one.days);
                match one.shown {
                    Shown::Count(said) => said == count,
                    // Both are printed as "not shown".
                    Shown::Below(_) | Shown::Hidden => true,
                }
            })
        };
        let every = worlds();
        let same: Vec<&[[u64; 3]; 2]> = every.iter().filter(looks_the_same).collect();
        for one in &published {
            let count = value(&school, &one.of[0], one.days);
            if (1..5).contains(&count) {
                let values: BTreeSet<u64> = same.iter().map(|world| value(world, &one.of[0], one.days)).collect();
                prop_assert!(values.len() > 1, "{one:?} of {published:#?}");
            }
        }
    }
}

#[test]
fn a_small_count_takes_another_with_it_whatever_its_size_and_the_total_stays() {
    let event = |cell| Event {
        day: day(0),
        site: String::new(),
        leaves: vec![Leaf::All, part("how", cell)],
    };
    let events: Vec<Event> = [(0, 3), (1, 9), (2, 30)]
        .into_iter()
        .flat_map(|(cell, times)| std::iter::repeat_n(event(cell), times))
        .collect();
    let figures: Vec<Figure> = std::iter::once(Leaf::All)
        .chain((0..4).map(|cell| part("how", cell)))
        .map(|leaf| Figure {
            of: vec![leaf],
            days: Days::on(day(0)),
            site: None,
        })
        .collect();

    let said: Vec<String> = protect(&figures, &[], &events, 5, &whatever)
        .unwrap()
        .iter()
        .map(Shown::to_string)
        .collect();

    assert_eq!(said, ["42", "not shown", "9", "not shown", "0"]);
}

#[test]
fn a_year_does_not_give_away_the_term_that_was_small() {
    let event = |at| Event {
        day: day(at),
        site: String::new(),
        leaves: vec![
            Leaf::All,
            Leaf::Some {
                of: "fgm".to_owned(),
            },
        ],
    };
    let events: Vec<Event> = [(0, 2), (10, 8), (20, 7)]
        .into_iter()
        .flat_map(|(at, times)| std::iter::repeat_n(event(at), times))
        .collect();
    let of = Leaf::Some {
        of: "fgm".to_owned(),
    };
    let mut before: Vec<Published> = Vec::new();
    let mut said = Vec::new();
    for (from, to) in [(0, 9), (10, 19), (20, 29), (0, 29)] {
        let days = Days {
            from: day(from),
            to: day(to),
        };
        let figure = Figure {
            of: vec![of.clone()],
            days,
            site: None,
        };
        let shown = protect(&[figure], &before, &events, 5, &whatever).unwrap()[0];
        said.push(shown.to_string());
        before.push(Published {
            of: vec![of.clone()],
            days,
            site: None,
            shown,
        });
    }

    assert_eq!(said, ["not shown", "8", "7", "not shown"]);
}

#[test]
fn nothing_is_small_where_the_school_says_so() {
    let events = [Event {
        day: day(0),
        site: String::new(),
        leaves: vec![Leaf::All],
    }];
    let figure = Figure {
        of: vec![Leaf::All],
        days: Days::on(day(0)),
        site: None,
    };

    assert_eq!(
        protect(&[figure], &[], &events, 1, &whatever).unwrap(),
        [Shown::Count(1)]
    );
}

/// Referrals to the police, answered and not, in three terms: nine, eight and two.
#[test]
fn a_year_does_not_give_away_what_several_cells_of_a_term_add_up_to() {
    let police = vec![part("how", 0), part("how", 1)];
    let event = |at: u32, cell: usize| Event {
        day: day(at),
        site: SITES[1].to_owned(),
        leaves: vec![Leaf::All, part("how", cell)],
    };
    let events: Vec<Event> = [(0, 5, 4), (10, 5, 3), (20, 1, 1)]
        .into_iter()
        .flat_map(|(at, yes, no)| {
            let yes = std::iter::repeat_n(event(at, 0), yes);
            let others = std::iter::repeat_n(event(at, 2), 30);
            yes.chain(std::iter::repeat_n(event(at, 1), no))
                .chain(others)
        })
        .collect();
    let mut before: Vec<Published> = Vec::new();
    let mut said = Vec::new();
    for (from, to) in [(0, 9), (10, 19), (0, 29)] {
        let days = Days {
            from: day(from),
            to: day(to),
        };
        let figure = Figure {
            of: police.clone(),
            days,
            site: None,
        };
        let shown = protect(&[figure], &before, &events, 5, &whatever).unwrap()[0];
        said.push(shown.to_string());
        before.push(Published {
            of: police.clone(),
            days,
            site: None,
            shown,
        });
    }

    assert_eq!(said, ["9", "8", "not shown"]);
}

#[test]
fn what_is_left_of_a_year_without_two_terms_is_no_small_number_either() {
    let bullying = Leaf::Some { of: "0".to_owned() };
    let event = |at: u32, it: bool| Event {
        day: day(at),
        site: String::new(),
        leaves: std::iter::once(Leaf::All)
            .chain(it.then(|| bullying.clone()))
            .collect(),
    };
    let events: Vec<Event> = [(0, 30, 30), (10, 30, 30), (20, 38, 2)]
        .into_iter()
        .flat_map(|(at, yes, no)| {
            let yes = std::iter::repeat_n(event(at, true), yes);
            yes.chain(std::iter::repeat_n(event(at, false), no))
        })
        .collect();
    let mut before: Vec<Published> = Vec::new();
    let mut said = Vec::new();
    for (from, to) in [(0, 9), (10, 19), (0, 29)] {
        let days = Days {
            from: day(from),
            to: day(to),
        };
        let figures = [vec![Leaf::All], vec![bullying.clone()]].map(|of| Figure {
            of,
            days,
            site: None,
        });
        let shown = protect(&figures, &before, &events, 5, &whatever).unwrap();
        said.push(shown.iter().map(Shown::to_string).collect::<Vec<_>>());
        before.extend(
            figures
                .into_iter()
                .zip(shown)
                .map(|(figure, shown)| Published {
                    of: figure.of,
                    days: figure.days,
                    site: figure.site,
                    shown,
                }),
        );
    }

    assert_eq!(said[..2], [["60", "30"], ["60", "30"]]);
    assert!(said[2].iter().any(|one| one == "not shown"), "{said:?}");
}

#[test]
fn whoever_stops_it_is_told_nothing() {
    let events = of_a_day(&[(&[part("how", 0)], 2), (&[part("how", 1)], 9)]);
    let figure = Figure {
        of: vec![part("how", 0)],
        days: Days::on(day(0)),
        site: None,
    };

    assert_eq!(protect(&[figure], &[], &events, 5, &|_, _| false), None);
}
