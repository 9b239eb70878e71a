//! Lines of the open form that are none, and entries of newer versions that are not in the one spelling.

use history::to_hex;
use serde_json::{Value, json};

use super::broken::{Bench, line_of, list_of};
use crate::kit::with_header;

pub(super) fn lines(on: &mut Bench) {
    let (last, json) = (on.last().clone(), on.json.clone());
    let stored = on.parts[0].as_ref().unwrap().stored().to_vec();
    let good = String::from_utf8(line_of(&last.entry)).unwrap();
    let signature = last.entry.signature.to_string();
    on.shelve(
        "upper-case-signature",
        good.replace(&signature, &signature.to_uppercase())
            .as_bytes(),
    );
    on.shelve(
        "upper-case-part",
        good.replace(&to_hex(&stored), &to_hex(&stored).to_uppercase())
            .as_bytes(),
    );
    on.shelve(
        "part-of-half-a-byte",
        good.replace(&to_hex(&stored), &format!("{}0", to_hex(&stored)))
            .as_bytes(),
    );
    let values: Value = serde_json::from_str(&good).unwrap();
    on.shelve("line-as-list", list_of(&values).to_string().as_bytes());
    on.shelve(
        "line-with-unknown-field",
        good.replacen('{', "{\"note\":\"\",", 1).as_bytes(),
    );
    on.shelve(
        "line-with-field-twice",
        good.replacen('{', "{\"parts\":[],", 1).as_bytes(),
    );
    on.shelve(
        "line-with-header-as-object",
        json!({"header": json, "signature": signature, "parts": []})
            .to_string()
            .as_bytes(),
    );
    on.shelve(
        "line-with-byte-order-mark",
        format!("\u{feff}{good}").as_bytes(),
    );
    on.shelve("line-cut-short", &good.as_bytes()[..good.len() / 2]);
    on.shelve("line-empty", b"");
}

/// Newer versions are held to the same spelling.
pub(super) fn newer_versions(on: &mut Bench) {
    let (key, header, json, parts) = (
        on.key.clone(),
        on.header.clone(),
        on.json.clone(),
        on.parts.clone(),
    );
    let newer = |change: &dyn Fn(String) -> String| {
        let header = header.replacen("\"strongroom\":1", "\"strongroom\":2,\"mood\":\"calm\"", 1);
        line_of(&with_header(&key, change(header), parts.clone()))
    };
    on.shelve(
        "newer-with-space",
        &newer(&|header| header.replacen("\"mood\":", "\"mood\": ", 1)),
    );
    on.shelve(
        "newer-with-repeated-key",
        &newer(&|header| header.replacen("\"mood\":", "\"mood\":\"angry\",\"mood\":", 1)),
    );
    on.shelve(
        "newer-with-fraction",
        &newer(&|header| header.replacen("\"calm\"", "1.5", 1)),
    );
    on.shelve(
        "newer-nested-too-deep",
        &newer(&|header| {
            header.replacen(
                "\"calm\"",
                &format!("{}{}", "[".repeat(17), "]".repeat(17)),
                1,
            )
        }),
    );
    on.shelve(
        "newer-too-long",
        &newer(&|header| header.replacen("calm", &"m".repeat(131_072), 1)),
    );
    on.shelve(
        "newer-with-moment-as-list",
        &newer(&|header| {
            let object = json["moment"].to_string();
            header.replacen(&object, &list_of(&json["moment"]).to_string(), 1)
        }),
    );
    on.shelve(
        "newer-without-parts",
        &newer(&|header| header.replacen("\"parts\":[{", "\"portions\":[{", 1)),
    );
}
