//! The drawn bodies hold together: every area has a name, every region can be reached, left is the child's own.

use std::collections::BTreeSet;

use guidance::{
    Area, Build, DRAWING, DrawnView, LeftAt, Side, Stroke, build, build_at, builds, stroke, wording,
};

fn everywhere(mut check: impl FnMut(&Build, &DrawnView)) {
    for build in builds() {
        for view in &build.views {
            check(build, view);
        }
    }
}

/// Whether a point lies inside a path of straight lines, by the even-odd rule.
fn holds(rings: &[Stroke], (x, y): (f32, f32)) -> bool {
    let crossings = rings.iter().flat_map(|ring| {
        let corners = ring.corners();
        let next = corners.iter().copied().cycle().skip(1);
        let pairs: Vec<_> = corners.iter().copied().zip(next).collect();
        pairs
    });
    let crossed = crossings.filter(|((ax, ay), (bx, by))| {
        (*ay > y) != (*by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax
    });
    crossed.count() % 2 == 1
}

#[test]
fn three_builds_are_drawn_from_eleven_sides_each() {
    let names: Vec<&str> = builds().iter().map(|build| build.build.as_str()).collect();
    assert_eq!(names, ["baby", "child", "adolescent"]);
    for build in builds() {
        assert_eq!(build.schema, format!("strongroom-bodymap/{DRAWING}"));
        let views: Vec<&str> = build.views.iter().map(|view| view.id.as_str()).collect();
        assert_eq!(
            views,
            [
                "front",
                "back",
                "left",
                "right",
                "head-front",
                "head-left",
                "head-right",
                "palms",
                "hand-backs",
                "foot-tops",
                "soles"
            ]
        );
    }
}

#[test]
fn every_path_can_be_read_and_stays_on_its_view() {
    everywhere(|build, view| {
        let place = format!("{} {}", build.build, view.id);
        assert!(
            !view.outlines.is_empty() && !view.lines.is_empty(),
            "{place}"
        );
        let areas = view.areas.iter().map(|area| &area.path);
        let closed = view.outlines.iter().chain(areas);
        for (path, closes) in closed
            .map(|path| (path, true))
            .chain(view.lines.iter().map(|path| (path, false)))
        {
            let strokes = stroke(path).unwrap_or_else(|| panic!("{place}: {path}"));
            for one in &strokes {
                assert_eq!(one.closed, closes, "{place}");
                for (x, y) in one.corners() {
                    assert!((0.0..=view.width).contains(&x), "{place}: {x}");
                    assert!((0.0..=view.height).contains(&y), "{place}: {y}");
                }
            }
        }
    });
}

#[test]
fn every_area_is_a_region_that_the_wording_has_on_a_side_that_it_has() {
    let wording = wording().unwrap();
    everywhere(|build, view| {
        for area in &view.areas {
            let place = format!("{} {}: {}", build.build, view.id, area.region);
            let region = wording
                .region(&area.region)
                .unwrap_or_else(|| panic!("{place}"));
            let side = area.of_side().unwrap_or_else(|| panic!("{place}"));
            assert!(region.in_words(side).is_some(), "{place}, {}", area.side);
        }
    });
}

#[test]
fn every_region_can_be_reached_on_every_side_it_has_whatever_the_build() {
    let wording = wording().unwrap();
    for build in builds() {
        let drawn: BTreeSet<(&str, &str)> = build
            .views
            .iter()
            .flat_map(|view| &view.areas)
            .map(|area| (area.region.as_str(), area.side.as_str()))
            .collect();
        for region in wording.regions() {
            for side in region.offered() {
                let said = match side {
                    Side::Left => "left",
                    Side::Right => "right",
                    Side::Middle => "middle",
                };
                let reached = drawn.contains(&(region.id.as_str(), said));
                // The back of a head is drawn from behind and from both sides.
                assert!(reached, "{}: {said} {}", build.build, region.id.as_str());
            }
        }
    }
}

#[test]
fn an_area_s_own_point_lies_in_it_and_in_none_before_it() {
    everywhere(|build, view| {
        let rings: Vec<Vec<Stroke>> = view
            .areas
            .iter()
            .map(|area| stroke(&area.path).unwrap())
            .collect();
        for (place, area) in view.areas.iter().enumerate() {
            let first = rings.iter().position(|ring| holds(ring, area.at));
            let said = format!("{} {}: {} {}", build.build, view.id, area.side, area.region);
            assert_eq!(first, Some(place), "{said}");
        }
    });
}

#[test]
fn left_is_the_child_s_own_left_from_every_side() {
    let side_of = |area: &Area, view: &DrawnView| area.at.0 > view.width / 2.0;
    everywhere(|build, view| {
        for area in view.areas.iter().filter(|area| area.side != "middle") {
            let said = format!("{} {}: {} {}", build.build, view.id, area.side, area.region);
            let is_left = area.side == "left";
            match view.left_at {
                LeftAt::Right => assert_eq!(side_of(area, view), is_left, "{said}"),
                LeftAt::Left => assert_eq!(side_of(area, view), !is_left, "{said}"),
                LeftAt::Whole => assert!(is_left, "{said}"),
                LeftAt::None => assert!(!is_left, "{said}"),
            }
        }
        let expected = match view.id.as_str() {
            "front" | "head-front" | "palms" | "soles" => LeftAt::Right,
            "back" | "hand-backs" | "foot-tops" => LeftAt::Left,
            "left" | "head-left" => LeftAt::Whole,
            _ => LeftAt::None,
        };
        assert_eq!(view.left_at, expected, "{} {}", build.build, view.id);
    });
}

#[test]
fn a_baby_s_head_is_a_quarter_of_it_and_an_adolescent_s_less_than_a_seventh() {
    let parts = |id: &str| {
        let build = build(id).unwrap();
        let front = build.view("front").unwrap();
        let reach = |region: &str| {
            let areas = front.areas.iter().filter(|area| area.region == region);
            let corners = areas.flat_map(|area| stroke(&area.path).unwrap());
            let heights: Vec<f32> = corners
                .flat_map(|one| one.corners())
                .map(|(_, y)| y)
                .collect();
            (
                heights.iter().copied().fold(f32::MAX, f32::min),
                heights.iter().copied().fold(0.0, f32::max),
            )
        };
        let (top, chin) = (reach("top-of-head").0, reach("chin").1);
        build.height as f32 / (chin - top)
    };
    assert!((parts("baby") - 4.0).abs() < 0.2, "{}", parts("baby"));
    assert!((parts("child") - 6.0).abs() < 0.2, "{}", parts("child"));
    let grown = parts("adolescent");
    assert!((grown - 7.5).abs() < 0.2, "{grown}");
}

#[test]
fn the_build_goes_by_whole_years() {
    let asked = [0, 1, 2, 11, 12, 18].map(build_at);
    let (baby, child, grown) = ("baby", "child", "adolescent");
    assert_eq!(asked, [baby, baby, child, child, grown, grown]);
}

#[test]
fn a_path_of_another_hand_is_not_guessed_at() {
    assert!(stroke("M1 2 L3 4 Z").is_some());
    for wrong in [
        "",
        "L1 2",
        "M1",
        "M1 2 Q1 2 3 4",
        "M1 2 C1 2 3 4",
        "M1 2 Lx 4",
    ] {
        assert_eq!(stroke(wrong), None, "{wrong}");
    }
}
