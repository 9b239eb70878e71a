//! Records that are refused for their form, their signature or their chain.

use history::entry::{Entry, Part};
use history::{Hash, Signature, open_form, to_hex};
use serde_json::{Value, json};

use super::{Item, entries, lines, small};
use crate::kit::{Made, Room, header_of, json_of, second_spelling, sign, step, with_header};

/// Records whose last line is wrong; each is named for what is wrong with it.
pub fn broken() -> Vec<Item> {
    let mut items = Vec::new();
    let (key, made) = small(3);
    let last = &made[2];
    let before: Vec<u8> = lines(&entries(&made[..2]));
    let parts = last.entry.parts.clone();
    let header = header_of(&last.entry);
    let json = json_of(&last.entry);
    let mut shelve = |name: &str, line: &[u8]| {
        let file = [before.as_slice(), line, b"\n"].concat();
        items.push((format!("broken/{name}.jsonl"), file));
    };
    let line = |entry: &Entry| open_form::write(entry).unwrap().into_bytes();
    let signed = |header: String| line(&with_header(&key, header, parts.clone()));
    let with = |change: &dyn Fn(&mut Value)| {
        let mut json = json.clone();
        change(&mut json);
        signed(json.to_string())
    };

    // The header's one spelling.
    shelve(
        "space-in-header",
        &signed(header.replacen("\"seq\":", "\"seq\": ", 1)),
    );
    shelve("line-break-after-header", &signed(format!("{header}\n")));
    shelve(
        "repeated-key",
        &signed(header.replacen("\"seq\":", "\"seq\":3,\"seq\":", 1)),
    );
    shelve(
        "fields-in-another-order",
        &with(&|json| {
            let fields = json.as_object_mut().unwrap();
            let room = fields.shift_remove("room").unwrap();
            fields.insert("room".into(), room);
        }),
    );
    shelve(
        "null-field-left-out",
        &with(&|json| drop(json.as_object_mut().unwrap().shift_remove("happened"))),
    );
    shelve(
        "field-left-out",
        &with(&|json| drop(json.as_object_mut().unwrap().shift_remove("zone"))),
    );
    shelve(
        "unknown-field",
        &with(&|json| json["colour"] = "green".into()),
    );
    shelve(
        "upper-case-hex",
        &with(&|json| json["writer"] = last.writer.to_string().to_uppercase().into()),
    );
    shelve("hex-too-short", &with(&|json| json["prev"] = "ab".into()));
    shelve(
        "number-with-fraction",
        &signed(header.replacen("\"seq\":3", "\"seq\":3.0", 1)),
    );
    shelve(
        "number-with-exponent",
        &signed(header.replacen("\"seq\":3", "\"seq\":3e0", 1)),
    );
    shelve(
        "number-with-leading-zero",
        &signed(header.replacen("\"seq\":3", "\"seq\":03", 1)),
    );
    shelve("number-as-text", &with(&|json| json["seq"] = "3".into()));
    shelve(
        "number-too-large",
        &with(&|json| json["moment"]["ms"] = 9_007_199_254_740_992_u64.into()),
    );
    shelve(
        "number-below-zero",
        &with(&|json| json["moment"]["ms"] = (-1).into()),
    );
    shelve(
        "counter-too-large",
        &with(&|json| json["moment"]["n"] = 4_294_967_296_u64.into()),
    );
    shelve(
        "escaped-letter",
        &signed(header.replacen("\"zone\":\"E", "\"zone\":\"\\u0045", 1)),
    );
    shelve(
        "escaped-slash",
        &signed(header.replacen("Europe/London", "Europe\\/London", 1)),
    );
    shelve(
        "escape-in-upper-case",
        &signed(header.replacen("Europe/London", "\\u001F", 1)),
    );
    shelve(
        "half-a-surrogate-pair",
        &signed(header.replacen("Europe/London", "\\ud800", 1)),
    );
    shelve("header-as-list", &signed(list_of(&json).to_string()));
    shelve(
        "moment-as-list",
        &with(&|json| json["moment"] = json!([json["moment"]["ms"], json["moment"]["n"]])),
    );
    shelve(
        "header-not-json",
        &signed(header[..header.len() - 1].to_owned()),
    );
    shelve(
        "header-too-long",
        &with(&|json| json["app"] = "a".repeat(65_536).into()),
    );

    // Limits and small rules.
    shelve("version-zero", &with(&|json| json["strongroom"] = 0.into()));
    shelve(
        "place-zero",
        &with(&|json| (json["seq"], json["prev"]) = (0.into(), Value::Null)),
    );
    shelve("prev-missing", &with(&|json| json["prev"] = Value::Null));
    shelve("prev-on-first", &with(&|json| json["seq"] = 1.into()));
    shelve(
        "kind-with-capital",
        &with(&|json| json["kind"] = "concern.Recorded".into()),
    );
    shelve(
        "kind-with-empty-word",
        &with(&|json| json["kind"] = "concern..recorded".into()),
    );
    shelve(
        "kind-too-long",
        &with(&|json| json["kind"] = format!("{0}.{0}", "a".repeat(30)).into()),
    );
    shelve(
        "part-name-with-space",
        &with(&|json| json["parts"][0]["name"] = "the account".into()),
    );
    shelve(
        "part-named-twice",
        &with(&|json| json["parts"][1]["name"] = "account".into()),
    );
    let withheld = |change: &dyn Fn(&mut Value)| {
        let mut json = json.clone();
        change(&mut json);
        let count = json["parts"].as_array().unwrap().len();
        line(&with_header(&key, json.to_string(), vec![None; count]))
    };
    shelve(
        "part-too-long",
        &withheld(&|json| json["parts"][0]["len"] = 1_048_577.into()),
    );
    shelve(
        "part-without-salt",
        &withheld(&|json| json["parts"][0]["len"] = 15.into()),
    );
    let many = |json: &mut Value, list: &str, count: usize, one: &dyn Fn(usize) -> Value| {
        json[list] = (0..count).map(one).collect();
    };
    let hash = "ab".repeat(32);
    shelve(
        "too-many-parts",
        &withheld(&|json| {
            many(
                json,
                "parts",
                33,
                &|n| json!({"name": format!("p{n}"), "len": 16, "hash": hash}),
            );
        }),
    );
    shelve(
        "too-many-subjects",
        &with(&|json| {
            many(
                json,
                "subjects",
                65,
                &|_| json!({"id": "ab".repeat(16), "parents": []}),
            );
        }),
    );
    shelve(
        "too-many-blobs",
        &with(&|json| many(json, "blobs", 65, &|_| json!({"hash": hash, "len": 1}))),
    );

    // Keys and signatures.
    let strange = |writer: &str, signature: Signature| {
        let mut json = json.clone();
        json["writer"] = writer.into();
        line(&Entry {
            header: json.to_string().into_bytes(),
            signature,
            parts: parts.clone(),
        })
    };
    let mut neutral = [0; 64];
    neutral[0] = 1;
    let small_order = "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a";
    shelve(
        "weak-key",
        &strange(&format!("01{}", "0".repeat(62)), Signature(neutral)),
    );
    shelve(
        "weak-key-of-order-eight",
        &strange(small_order, Signature(neutral)),
    );
    shelve(
        "key-in-its-second-spelling",
        &strange(&format!("f0{}7f", "f".repeat(60)), last.entry.signature),
    );
    shelve(
        "key-not-on-the-curve",
        &strange(&format!("02{}", "0".repeat(62)), last.entry.signature),
    );
    let as_signed = |signature: Signature| {
        line(&Entry {
            signature,
            ..last.entry.clone()
        })
    };
    shelve(
        "signature-of-another-entry",
        &as_signed(made[1].entry.signature),
    );
    shelve(
        "signature-by-another-key",
        &as_signed(sign(&small(4).0, &last.entry.header)),
    );
    shelve(
        "signature-without-its-purpose",
        &as_signed(bare(&key, &last.entry.header)),
    );
    shelve(
        "signature-in-its-second-spelling",
        &as_signed(second_spelling(&last.entry.signature)),
    );
    shelve("signature-with-weak-point", &as_signed(weak_point()));

    // Parts.
    let with_parts = |parts: Vec<Option<Part>>| {
        line(&Entry {
            parts,
            ..last.entry.clone()
        })
    };
    let stored = parts[0].as_ref().unwrap().stored().to_vec();
    let part = |bytes: Vec<u8>| Some(Part::from_stored(bytes));
    let mut other = stored.clone();
    other[20] ^= 1;
    let mut longer = stored.clone();
    longer.push(0);
    shelve(
        "wrong-part",
        &with_parts(vec![part(other), parts[1].clone()]),
    );
    shelve(
        "wrong-salt",
        &with_parts(vec![
            part([&[stored[0] ^ 1], &stored[1..]].concat()),
            parts[1].clone(),
        ]),
    );
    shelve(
        "part-cut-short",
        &with_parts(vec![
            part(stored[..stored.len() - 1].to_vec()),
            parts[1].clone(),
        ]),
    );
    shelve(
        "part-made-longer",
        &with_parts(vec![part(longer), parts[1].clone()]),
    );
    shelve(
        "parts-exchanged",
        &with_parts(vec![parts[1].clone(), parts[0].clone()]),
    );
    shelve(
        "part-missing-from-line",
        &with_parts(vec![parts[0].clone()]),
    );
    shelve(
        "part-too-many-on-line",
        &with_parts(vec![parts[0].clone(), parts[1].clone(), None]),
    );

    // The line.
    let good = String::from_utf8(line(&last.entry)).unwrap();
    let signature = last.entry.signature.to_string();
    shelve(
        "upper-case-signature",
        good.replace(&signature, &signature.to_uppercase())
            .as_bytes(),
    );
    shelve(
        "upper-case-part",
        good.replace(&to_hex(&stored), &to_hex(&stored).to_uppercase())
            .as_bytes(),
    );
    shelve(
        "part-of-half-a-byte",
        good.replace(&to_hex(&stored), &format!("{}0", to_hex(&stored)))
            .as_bytes(),
    );
    let values: Value = serde_json::from_str(&good).unwrap();
    shelve("line-as-list", list_of(&values).to_string().as_bytes());
    shelve(
        "line-with-unknown-field",
        good.replacen('{', "{\"note\":\"\",", 1).as_bytes(),
    );
    shelve(
        "line-with-field-twice",
        good.replacen('{', "{\"parts\":[],", 1).as_bytes(),
    );
    shelve(
        "line-with-header-as-object",
        json!({"header": json, "signature": signature, "parts": []})
            .to_string()
            .as_bytes(),
    );
    shelve(
        "line-with-byte-order-mark",
        format!("\u{feff}{good}").as_bytes(),
    );
    shelve("line-cut-short", &good.as_bytes()[..good.len() / 2]);
    shelve("line-empty", b"");

    // Newer versions are held to the same spelling.
    let newer = |change: &dyn Fn(String) -> String| {
        signed(change(header.replacen(
            "\"strongroom\":1",
            "\"strongroom\":2,\"mood\":\"calm\"",
            1,
        )))
    };
    shelve(
        "newer-with-space",
        &newer(&|header| header.replacen("\"mood\":", "\"mood\": ", 1)),
    );
    shelve(
        "newer-with-repeated-key",
        &newer(&|header| header.replacen("\"mood\":", "\"mood\":\"angry\",\"mood\":", 1)),
    );
    shelve(
        "newer-with-fraction",
        &newer(&|header| header.replacen("\"calm\"", "1.5", 1)),
    );
    shelve(
        "newer-nested-too-deep",
        &newer(&|header| {
            header.replacen(
                "\"calm\"",
                &format!("{}{}", "[".repeat(17), "]".repeat(17)),
                1,
            )
        }),
    );
    shelve(
        "newer-too-long",
        &newer(&|header| header.replacen("calm", &"m".repeat(65_536), 1)),
    );
    shelve(
        "newer-with-moment-as-list",
        &newer(&|header| {
            let object = json["moment"].to_string();
            header.replacen(&object, &list_of(&json["moment"]).to_string(), 1)
        }),
    );
    shelve(
        "newer-without-parts",
        &newer(&|header| header.replacen("\"parts\":[{", "\"portions\":[{", 1)),
    );

    // The chain.
    shelve("seq-gap", &with(&|json| json["seq"] = 4.into()));
    shelve(
        "other-room",
        &with(&|json| json["room"] = "ab".repeat(16).into()),
    );
    let moment = |made: &Made| json!({"ms": made.moment.ms, "n": made.moment.n});
    shelve(
        "moment-not-later",
        &with(&|json| json["moment"] = moment(&made[1])),
    );
    shelve(
        "prev-not-the-one-before",
        &with(&|json| json["prev"] = made[0].id.to_string().into()),
    );

    items.extend(broken_between_two());
    items
}

/// Chains of two writers.
fn broken_between_two() -> Vec<Item> {
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

fn list_of(object: &Value) -> Value {
    object.as_object().unwrap().values().cloned().collect()
}

/// A signature over the header's hash alone, without the words that say what it is for.
fn bare(key: &ed25519_dalek::SigningKey, header: &[u8]) -> Signature {
    use ed25519_dalek::Signer;
    Signature(key.sign(&Hash::of(&[header]).0).to_bytes())
}

/// R is the neutral point and S = k·a: it fits the equation and was made by the key's owner, and proves nothing of
/// which bytes they meant. Worked out once with whole numbers.
fn weak_point() -> Signature {
    let mut signature = [0; 64];
    signature[0] = 1;
    signature[32..].copy_from_slice(&history::from_hex(WEAK_POINT_S).unwrap());
    Signature(signature)
}

const WEAK_POINT_S: &str = "e4cad3e6b2827e0b47d3343195cc82a40025bafde9746cfd8ba37d49acbace0a";
