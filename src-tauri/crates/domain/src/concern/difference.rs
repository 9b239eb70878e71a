//! What a correction changed, word by word, so that a person can read both in one go.

use similar::{ChangeTag, TextDiff};

use super::Content;

/// A stretch of words.
#[derive(Clone, PartialEq, Eq)]
pub enum Run {
    /// In both versions.
    Same(String),
    /// Only in the earlier one: shown struck through.
    Gone(String),
    /// Only in the later one: shown underlined.
    New(String),
}

/// A field whose words changed.
#[derive(Clone, PartialEq, Eq)]
pub struct Change {
    /// The field's name.
    pub field: &'static str,
    /// The words of both versions in one reading.
    pub runs: Vec<Run>,
}

/// The fields of words that differ between two versions.
pub fn changes(before: &Content, after: &Content) -> Vec<Change> {
    let fields: [(&'static str, &str, &str); 9] = [
        ("account", &before.account, &after.account),
        ("childs_words", &before.childs_words, &after.childs_words),
        ("opinion", &before.opinion, &after.opinion),
        (
            "immediate_action",
            &before.details.immediate_action,
            &after.details.immediate_action,
        ),
        (
            "demeanour",
            &before.details.demeanour,
            &after.details.demeanour,
        ),
        (
            "questions_asked",
            &before.details.questions_asked,
            &after.details.questions_asked,
        ),
        ("present", &before.details.present, &after.details.present),
        ("room", &before.details.room, &after.details.room),
        (
            "device_number",
            &before.details.device_number,
            &after.details.device_number,
        ),
    ];
    fields
        .into_iter()
        .filter(|(_, before, after)| before != after)
        .map(|(field, before, after)| Change {
            field,
            runs: runs(before, after),
        })
        .collect()
}

fn runs(before: &str, after: &str) -> Vec<Run> {
    let diff = TextDiff::from_unicode_words(before, after);
    let mut out: Vec<Run> = Vec::new();
    for change in diff.iter_all_changes() {
        let words = change.value();
        match (change.tag(), out.last_mut()) {
            (ChangeTag::Equal, Some(Run::Same(so_far)))
            | (ChangeTag::Delete, Some(Run::Gone(so_far)))
            | (ChangeTag::Insert, Some(Run::New(so_far))) => so_far.push_str(words),
            (ChangeTag::Equal, _) => out.push(Run::Same(words.to_owned())),
            (ChangeTag::Delete, _) => out.push(Run::Gone(words.to_owned())),
            (ChangeTag::Insert, _) => out.push(Run::New(words.to_owned())),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_correction_reads_as_both_wordings_in_one_sentence() {
        let version = |words: &str| Content {
            account: words.to_owned(),
            ..Content::default()
        };

        let changed = changes(
            &version("I asked what was wrong and nothing else."),
            &version("I asked \"What happened?\" and nothing else."),
        );

        let [
            Change {
                field: "account",
                runs,
            },
        ] = changed.as_slice()
        else {
            panic!("one field changed")
        };
        let joined =
            |keep: fn(&Run) -> Option<&str>| runs.iter().filter_map(keep).collect::<String>();
        let before = joined(|run| match run {
            Run::Same(w) | Run::Gone(w) => Some(w),
            Run::New(_) => None,
        });
        let after = joined(|run| match run {
            Run::Same(w) | Run::New(w) => Some(w),
            Run::Gone(_) => None,
        });
        assert_eq!(before, "I asked what was wrong and nothing else.");
        assert_eq!(after, "I asked \"What happened?\" and nothing else.");
        assert!(matches!(runs.first(), Some(Run::Same(words)) if words.starts_with("I asked")));
    }
}
