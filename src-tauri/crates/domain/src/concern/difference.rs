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

/// The words of two versions in one reading. Words that changed side by side are one stretch, with the spaces between them: a reader sees what was struck out
/// and then what took its place, never word by word in turns.
pub fn runs(before: &str, after: &str) -> Vec<Run> {
    let diff = TextDiff::from_unicode_words(before, after);
    let mut out = Stretches::default();
    for change in diff.iter_all_changes() {
        let words = change.value();
        match change.tag() {
            ChangeTag::Equal => out.same(words),
            ChangeTag::Delete => out.changed(words, ""),
            ChangeTag::Insert => out.changed("", words),
        }
    }
    out.end()
}

/// The runs so far and the change that is still going on.
#[derive(Default)]
struct Stretches {
    runs: Vec<Run>,
    gone: String,
    new: String,
    /// Spaces after the change, which belong to it if it goes on.
    gap: String,
}

impl Stretches {
    fn same(&mut self, words: &str) {
        let changing = !self.gone.is_empty() || !self.new.is_empty();
        if changing && words.chars().all(char::is_whitespace) {
            self.gap.push_str(words);
            return;
        }
        self.end_change();
        match self.runs.last_mut() {
            Some(Run::Same(so_far)) => so_far.push_str(words),
            _ => self.runs.push(Run::Same(words.to_owned())),
        }
    }

    fn changed(&mut self, gone: &str, new: &str) {
        let gap = std::mem::take(&mut self.gap);
        for (so_far, words) in [(&mut self.gone, gone), (&mut self.new, new)] {
            so_far.push_str(&gap);
            so_far.push_str(words);
        }
    }

    fn end_change(&mut self) {
        let (gone, new) = (
            std::mem::take(&mut self.gone),
            std::mem::take(&mut self.new),
        );
        let gap = std::mem::take(&mut self.gap);
        let runs = [Run::Gone(gone), Run::New(new), Run::Same(gap)];
        self.runs.extend(runs.into_iter().filter(|run| match run {
            Run::Same(words) | Run::Gone(words) | Run::New(words) => !words.is_empty(),
        }));
    }

    fn end(mut self) -> Vec<Run> {
        self.end_change();
        self.runs
    }
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
        let gone = joined(|run| match run {
            Run::Gone(words) => Some(words),
            Run::Same(_) | Run::New(_) => None,
        });
        assert_eq!(gone, "what was wrong", "struck out in one stretch");
        assert!(matches!(runs.first(), Some(Run::Same(words)) if words.starts_with("I asked")));
    }
}
