//! Entries that are whole in themselves and break the chain.

use serde_json::{Value, json};

use super::broken::Bench;
use super::{Item, entries, lines};
use crate::kit::{Made, Room, json_of, step, with_header};

pub(super) fn one_log(on: &mut Bench) {
    let made = on.made.clone();
    on.shelve("seq-gap", &on.with(&|json| json["seq"] = 4.into()));
    on.shelve(
        "other-room",
        &on.with(&|json| json["room"] = "ab".repeat(16).into()),
    );
    let moment = |made: &Made| json!({"ms": made.moment.ms, "n": made.moment.n});
    on.shelve(
        "moment-not-later",
        &on.with(&|json| json["moment"] = moment(&made[1])),
    );
    on.shelve(
        "prev-not-the-one-before",
        &on.with(&|json| json["prev"] = made[0].id.to_string().into()),
    );
}

/// Chains of two writers.
pub(super) fn two_logs() -> Vec<Item> {
    let mut room = Room::new(&[0, -60_000], 5);
    room.write(0, step("concern.recorded", vec![]));
    room.deliver(0, 1, 255);
    room.write(1, step("concern.recorded", vec![]));
    let key = room.laptops[1].key.clone();
    let with = |place: usize, change: &dyn Fn(&mut Value)| {
        let changed = &room.made[place].entry;
        let mut json = json_of(changed);
        change(&mut json);
        let last = with_header(&key, json.to_string(), changed.parts.clone());
        lines(&[entries(&room.made[..place]), vec![last]].concat())
    };
    let (first, seen) = (&room.made[0], &room.made[1]);
    let moment = json!({"ms": seen.moment.ms, "n": seen.moment.n});
    vec![
        (
            "broken/prev-of-another-writer.jsonl".into(),
            with(3, &|json| json["prev"] = first.id.to_string().into()),
        ),
        (
            "broken/moment-not-later-than-seen.jsonl".into(),
            with(2, &|json| json["moment"] = moment.clone()),
        ),
    ]
}
