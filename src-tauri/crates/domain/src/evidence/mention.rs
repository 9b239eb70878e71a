//! Things that an account speaks of and that may not be held: a screenshot, a letter, a form.

/// Sorts of things, each with the words that speak of it.
const SORTS: [(&str, &[&str]); 12] = [
    (
        "screenshot",
        &["screenshot", "screenshots", "screengrab", "screengrabs"],
    ),
    (
        "photograph",
        &[
            "photo",
            "photos",
            "photograph",
            "photographs",
            "picture",
            "pictures",
            "selfie",
            "selfies",
        ],
    ),
    ("video", &["video", "videos", "footage"]),
    (
        "recording",
        &["recording", "recordings", "voicemail", "voicemails"],
    ),
    ("letter", &["letter", "letters"]),
    ("e-mail", &["email", "emails", "emailed"]),
    (
        "message",
        &["message", "messages", "texted", "whatsapp", "snapchat"],
    ),
    ("form", &["form", "forms"]),
    ("diary", &["diary", "diaries"]),
    ("drawing", &["drawing", "drawings"]),
    ("handwritten note", &["notes", "handwritten"]),
    ("CCTV recording", &["cctv"]),
];

/// What a form is not: a class and its tutor.
const CLASS_BEFORE: [&str; 5] = ["in", "sixth", "tutor", "same", "during"];
const CLASS_AFTER: [&str; 8] = [
    "tutor", "tutors", "teacher", "time", "room", "group", "class", "period",
];

/// Words on each side that are shown.
const AROUND: usize = 6;

/// A sort of thing that a text speaks of, where it does for the first time.
#[derive(Clone, PartialEq, Eq)]
pub struct Mention {
    /// Which sort.
    pub sort: &'static str,
    /// A few words around it, on one line.
    pub around: String,
}

crate::hide_words!(Mention);

/// Every sort of thing that a text speaks of, in the order of the text; each once.
pub fn mentions(text: &str) -> Vec<Mention> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let bare: Vec<String> = words.iter().map(|word| bare(word)).collect();
    let mut found: Vec<Mention> = Vec::new();
    for (at, word) in bare.iter().enumerate() {
        let two = match bare.get(at + 1) {
            Some(next) => format!("{word}{next}"),
            None => String::new(),
        };
        let sort = sort_of(word).or(match two.as_str() {
            "screenshot" | "screenshots" => Some("screenshot"),
            "voicenote" | "voicenotes" | "voicemessage" => Some("recording"),
            _ => None,
        });
        let Some(sort) = sort else { continue };
        let before = at.checked_sub(1).and_then(|before| bare.get(before));
        if sort == "form" && is_class(before, bare.get(at + 1)) {
            continue;
        }
        if !found.iter().any(|one| one.sort == sort) {
            let around = around(&words, at);
            found.push(Mention { sort, around });
        }
    }
    found
}

fn sort_of(word: &str) -> Option<&'static str> {
    let found = SORTS.iter().find(|(_, words)| words.contains(&word));
    found.map(|(sort, _)| *sort)
}

/// Whether there is such a sort.
pub fn is_sort(sort: &str) -> bool {
    SORTS.iter().any(|(known, _)| *known == sort)
}

/// A word in small letters, without what stands around it or joins it.
fn bare(word: &str) -> String {
    let word = word.trim_end_matches("\u{2019}s").trim_end_matches("'s");
    word.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

fn is_class(before: Option<&String>, after: Option<&String>) -> bool {
    let before = before.is_some_and(|word| CLASS_BEFORE.contains(&word.as_str()));
    let after = after.is_some_and(|word| {
        CLASS_AFTER.contains(&word.as_str()) || word.starts_with(|c: char| c.is_ascii_digit())
    });
    before || after
}

fn around(words: &[&str], at: usize) -> String {
    let from = at.saturating_sub(AROUND);
    let to = words.len().min(at + AROUND + 1);
    let shown = words.get(from..to).unwrap_or_default().join(" ");
    let before = if from > 0 { "\u{2026} " } else { "" };
    let after = if to < words.len() { " \u{2026}" } else { "" };
    format!("{before}{shown}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorts(text: &str) -> Vec<&'static str> {
        mentions(text).into_iter().map(|one| one.sort).collect()
    }

    #[test]
    fn what_an_account_speaks_of_is_found_with_a_few_words_around_it() {
        let text = "She showed me two screenshots of the chat and said that her mother had taken photos of the bruise.";
        let found = mentions(text);
        assert_eq!(found.len(), 2);
        assert_eq!(
            found[0].around,
            "She showed me two screenshots of the chat and said that \u{2026}"
        );
        assert_eq!(
            sorts("an e-mail, a screen shot; her Diary\u{2019}s lock. CCTV"),
            ["e-mail", "screenshot", "diary", "CCTV recording"]
        );
        assert_eq!(
            sorts("his form tutor in form 8T, Year 8 sixth form"),
            [""; 0]
        );
        assert_eq!(sorts("the consent form was signed"), ["form"]);
        assert_eq!(sorts(""), [""; 0]);
    }
}
