//! Where a concern of another program stands here.

/// The status it gets, and whether its file said so.
pub(super) fn status(written: &str) -> (&'static str, bool) {
    let plain: String = written
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect();
    match plain.as_str() {
        // A file that says nothing of it: history that nobody is working on, until somebody says otherwise.
        "" => ("closed", false),
        "closed" | "filed" | "archived" | "complete" | "completed" | "resolved" | "done" => {
            ("closed", true)
        }
        "nfa" | "nofurtheraction" => ("nfa", true),
        "monitoring" | "monitor" | "watching" => ("monitoring", true),
        "reopened" => ("reopened", true),
        // Whatever else it says, somebody may still be working on it.
        _ => ("active", true),
    }
}
