//! Records that are refused for their form, their signature or their chain: the last line of each is wrong.

use ed25519_dalek::SigningKey;
use history::entry::{Entry, Part};
use history::open_form;
use serde_json::{Value, json};

use super::{Item, chain, entries, line, lines, signature, small};
use crate::kit::{Made, header_of, json_of, with_header};

/// Each is named for what is wrong with it.
pub fn broken() -> Vec<Item> {
    let mut on = Bench::new();
    spelling(&mut on);
    limits(&mut on);
    signature::keys_and_signatures(&mut on);
    signature::parts(&mut on);
    line::lines(&mut on);
    line::newer_versions(&mut on);
    chain::one_log(&mut on);
    on.items.extend(chain::two_logs());
    on.items
}

/// A log of three entries, of which the last is to be broken.
pub(super) struct Bench {
    pub key: SigningKey,
    pub made: Vec<Made>,
    pub parts: Vec<Option<Part>>,
    pub header: String,
    pub json: Value,
    items: Vec<Item>,
}

impl Bench {
    fn new() -> Self {
        let (key, made) = small(3);
        let last = &made[2].entry;
        let (parts, header, json) = (last.parts.clone(), header_of(last), json_of(last));
        Self {
            key,
            made,
            parts,
            header,
            json,
            items: Vec::new(),
        }
    }

    pub fn last(&self) -> &Made {
        &self.made[2]
    }

    /// Puts the two good lines and a last one on the shelf.
    pub fn shelve(&mut self, name: &str, line: &[u8]) {
        let before = lines(&entries(&self.made[..2]));
        let file = [before.as_slice(), line, b"\n"].concat();
        self.items.push((format!("broken/{name}.jsonl"), file));
    }

    /// A line with another header, rightly signed.
    pub fn signed(&self, header: String) -> Vec<u8> {
        line_of(&with_header(&self.key, header, self.parts.clone()))
    }

    /// A line whose header was changed by name, rightly signed.
    pub fn with(&self, change: &dyn Fn(&mut Value)) -> Vec<u8> {
        let mut json = self.json.clone();
        change(&mut json);
        self.signed(json.to_string())
    }

    /// The same without any part, so that only what the header says of them is wrong.
    pub fn withheld(&self, change: &dyn Fn(&mut Value)) -> Vec<u8> {
        let mut json = self.json.clone();
        change(&mut json);
        let count = json["parts"].as_array().unwrap().len();
        line_of(&with_header(&self.key, json.to_string(), vec![None; count]))
    }
}

pub(super) fn line_of(entry: &Entry) -> Vec<u8> {
    open_form::write(entry).unwrap().into_bytes()
}

pub(super) fn list_of(object: &Value) -> Value {
    object.as_object().unwrap().values().cloned().collect()
}

fn spelling(on: &mut Bench) {
    let (header, json) = (on.header.clone(), on.json.clone());
    let last = on.last().clone();
    on.shelve(
        "space-in-header",
        &on.signed(header.replacen("\"seq\":", "\"seq\": ", 1)),
    );
    on.shelve("line-break-after-header", &on.signed(format!("{header}\n")));
    on.shelve(
        "repeated-key",
        &on.signed(header.replacen("\"seq\":", "\"seq\":3,\"seq\":", 1)),
    );
    on.shelve(
        "fields-in-another-order",
        &on.with(&|json| {
            let fields = json.as_object_mut().unwrap();
            let room = fields.shift_remove("room").unwrap();
            fields.insert("room".into(), room);
        }),
    );
    on.shelve(
        "null-field-left-out",
        &on.with(&|json| drop(json.as_object_mut().unwrap().shift_remove("happened"))),
    );
    on.shelve(
        "field-left-out",
        &on.with(&|json| drop(json.as_object_mut().unwrap().shift_remove("zone"))),
    );
    on.shelve(
        "unknown-field",
        &on.with(&|json| json["colour"] = "green".into()),
    );
    on.shelve(
        "upper-case-hex",
        &on.with(&|json| json["writer"] = last.writer.to_string().to_uppercase().into()),
    );
    on.shelve(
        "hex-too-short",
        &on.with(&|json| json["prev"] = "ab".into()),
    );
    on.shelve(
        "number-with-fraction",
        &on.signed(header.replacen("\"seq\":3", "\"seq\":3.0", 1)),
    );
    on.shelve(
        "number-with-exponent",
        &on.signed(header.replacen("\"seq\":3", "\"seq\":3e0", 1)),
    );
    on.shelve(
        "number-with-leading-zero",
        &on.signed(header.replacen("\"seq\":3", "\"seq\":03", 1)),
    );
    on.shelve("number-as-text", &on.with(&|json| json["seq"] = "3".into()));
    on.shelve(
        "number-too-large",
        &on.with(&|json| json["moment"]["ms"] = 9_007_199_254_740_992_u64.into()),
    );
    on.shelve(
        "number-below-zero",
        &on.with(&|json| json["moment"]["ms"] = (-1).into()),
    );
    on.shelve(
        "counter-too-large",
        &on.with(&|json| json["moment"]["n"] = 4_294_967_296_u64.into()),
    );
    on.shelve(
        "escaped-letter",
        &on.signed(header.replacen("\"zone\":\"E", "\"zone\":\"\\u0045", 1)),
    );
    on.shelve(
        "escaped-slash",
        &on.signed(header.replacen("Europe/London", "Europe\\/London", 1)),
    );
    on.shelve(
        "escape-in-upper-case",
        &on.signed(header.replacen("Europe/London", "\\u001F", 1)),
    );
    on.shelve(
        "half-a-surrogate-pair",
        &on.signed(header.replacen("Europe/London", "\\ud800", 1)),
    );
    on.shelve("header-as-list", &on.signed(list_of(&json).to_string()));
    on.shelve(
        "moment-as-list",
        &on.with(&|json| json["moment"] = json!([json["moment"]["ms"], json["moment"]["n"]])),
    );
    on.shelve(
        "header-not-json",
        &on.signed(header[..header.len() - 1].to_owned()),
    );
    on.shelve(
        "header-too-long",
        &on.with(&|json| json["app"] = "a".repeat(131_072).into()),
    );
}

fn limits(on: &mut Bench) {
    on.shelve(
        "version-zero",
        &on.with(&|json| json["strongroom"] = 0.into()),
    );
    on.shelve(
        "place-zero",
        &on.with(&|json| (json["seq"], json["prev"]) = (0.into(), Value::Null)),
    );
    on.shelve("prev-missing", &on.with(&|json| json["prev"] = Value::Null));
    on.shelve("prev-on-first", &on.with(&|json| json["seq"] = 1.into()));
    on.shelve(
        "kind-with-capital",
        &on.with(&|json| json["kind"] = "concern.Recorded".into()),
    );
    on.shelve(
        "kind-with-empty-word",
        &on.with(&|json| json["kind"] = "concern..recorded".into()),
    );
    on.shelve(
        "kind-too-long",
        &on.with(&|json| json["kind"] = format!("{0}.{0}", "a".repeat(30)).into()),
    );
    on.shelve(
        "part-name-with-space",
        &on.with(&|json| json["parts"][0]["name"] = "the account".into()),
    );
    on.shelve(
        "part-named-twice",
        &on.with(&|json| json["parts"][1]["name"] = "account".into()),
    );
    on.shelve(
        "part-too-long",
        &on.withheld(&|json| json["parts"][0]["len"] = 1_048_577.into()),
    );
    on.shelve(
        "part-without-salt",
        &on.withheld(&|json| json["parts"][0]["len"] = 15.into()),
    );
    let many = |json: &mut Value, list: &str, count: usize, one: &dyn Fn(usize) -> Value| {
        json[list] = (0..count).map(one).collect();
    };
    let hash = "ab".repeat(32);
    on.shelve(
        "too-many-parts",
        &on.withheld(&|json| {
            many(
                json,
                "parts",
                33,
                &|n| json!({"name": format!("p{n}"), "len": 16, "hash": hash}),
            );
        }),
    );
    on.shelve(
        "too-many-subjects",
        &on.with(&|json| {
            many(
                json,
                "subjects",
                513,
                &|_| json!({"id": "ab".repeat(16), "parents": []}),
            );
        }),
    );
    on.shelve(
        "too-many-blobs",
        &on.with(&|json| many(json, "blobs", 65, &|_| json!({"hash": hash, "len": 1}))),
    );
}
