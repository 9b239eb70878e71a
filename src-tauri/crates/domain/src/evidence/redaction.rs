use serde::{Deserialize, Serialize};

use crate::hide_words;
use crate::id::{FileId, PupilId};

/// What a bundle did not show, as it is kept in the vault and nowhere else.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Redaction {
    /// Other pupils were letters.
    pub letters: bool,
    /// Which letter was who.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub key: Vec<KeyLine>,
    /// What was taken out, and why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub passages: Vec<Passage>,
    /// What was cut out of pictures.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<CutPicture>,
    /// The originals of its exhibits went all the same.
    pub originals: bool,
    /// The bundle of the same records of which nothing was taken out, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Whole>,
}

/// A letter, and who it was.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct KeyLine {
    /// `Child A`.
    pub letter: String,
    /// The name they went by then.
    pub name: String,
    /// Who it was, where they were on the school's list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pupil: Option<PupilId>,
}

/// A passage that was taken out.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Passage {
    /// Its words.
    pub words: String,
    /// The code of the reason: `TP`.
    pub code: String,
    /// What the lead noted about it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A picture that was shown, without what was cut out of it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CutPicture {
    /// The file.
    pub file: FileId,
    /// What was cut out.
    #[serde(default)]
    pub areas: Vec<CutArea>,
}

/// A rectangle that was cut out, in ten-thousandths of the width and the height of the picture as it stands upright.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct CutArea {
    /// From the left edge.
    pub left: u32,
    /// From the upper edge.
    pub top: u32,
    /// How wide.
    pub width: u32,
    /// How high.
    pub height: u32,
    /// The code of the reason.
    pub code: String,
    /// What the lead noted about it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Another bundle, by its number and the hash on its receipt.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Whole {
    /// Its number.
    pub number: String,
    /// Its root hash, in hex.
    pub root: String,
}

hide_words!(Redaction, KeyLine, Passage, CutPicture, CutArea, Whole);

#[cfg(test)]
mod tests {
    use crate::evidence::Bundle;

    #[test]
    fn a_bundle_from_before_anything_could_be_taken_out_reads_on() {
        let old = r#"{"number": "MV-26-ABC-B1", "pages": 3, "root": "00"}"#;

        let bundle: Bundle = serde_json::from_str(old).unwrap();

        assert!(bundle.redaction.is_none());
        assert!(
            !serde_json::to_string(&bundle)
                .unwrap()
                .contains("redaction")
        );
    }
}
