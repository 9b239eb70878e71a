//! Forms of a name that people type as one word, or as another one.

use super::common::{is_a_word_too, is_never_a_name_with_an_s};

/// What Arabic puts before a name without a space: and, so; then with, to, like.
const CLITICS: [&str; 11] = [
    "\u{648}",
    "\u{641}",
    "\u{628}",
    "\u{644}",
    "\u{643}",
    "\u{648}\u{628}",
    "\u{648}\u{644}",
    "\u{648}\u{643}",
    "\u{641}\u{628}",
    "\u{641}\u{644}",
    "\u{641}\u{643}",
];
/// The article, and what it becomes after "to".
const ARTICLE: &str = "\u{627}\u{644}";
const TO_THE: [&str; 3] = [
    "\u{644}\u{644}",
    "\u{648}\u{644}\u{644}",
    "\u{641}\u{644}\u{644}",
];
/// From how many letters on a name with something put to it is not taken for another word.
const WITH_AN_S: usize = 2;
/// Up to how many letters a name with an s is often another word.
const SHORT: usize = 3;
const WITH_A_CLITIC: usize = 3;
const AS_ONE: usize = 6;

/// Other forms in which a name stands in texts: `Jaydens`, `jaydenfairbrother`, Arabic with `and` before it.
pub(super) fn forms_of(way: &[String]) -> Vec<Vec<String>> {
    let mut forms = Vec::new();
    if way.len() > 1 {
        let one = way.concat();
        if one.chars().count() >= AS_ONE {
            forms.push(vec![one]);
        }
    }
    if let [most @ .., last] = way
        && last.is_ascii()
        && last.len() >= WITH_AN_S
    {
        let with_an_s = format!("{last}s");
        // "Jo has" is not Jo Ha, and "Sam pats him" is not Sam Pat.
        let is_a_word = is_never_a_name_with_an_s(&with_an_s)
            || (!most.is_empty() && last.len() <= SHORT && is_a_word_too(&with_an_s));
        if !is_a_word {
            forms.push([most, &[with_an_s]].concat());
        }
    }
    if let [first, rest @ ..] = way
        && first.chars().count() >= WITH_A_CLITIC
        && first
            .chars()
            .all(|letter| matches!(letter, '\u{620}'..='\u{6ff}'))
    {
        let mut put = |word: String| forms.push([&[word], rest].concat());
        for clitic in CLITICS {
            put(format!("{clitic}{first}"));
        }
        if let Some(bare) = first.strip_prefix(ARTICLE) {
            for clitic in TO_THE {
                put(format!("{clitic}{bare}"));
            }
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::forms_of;

    fn forms(words: &[&str]) -> Vec<String> {
        let way: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        let forms = forms_of(&way);
        forms.iter().map(|form| form.join(" ")).collect()
    }

    #[test]
    fn a_name_has_forms_where_they_are_not_other_words() {
        assert_eq!(forms(&["jay"]), ["jays"]);
        assert_eq!(forms(&["thi"]), [""; 0]);
        assert_eq!(forms(&["jo", "ha"]), [""; 0]);
        assert_eq!(forms(&["jo", "pat"]), [""; 0]);
        assert_eq!(forms(&["noah"]), ["noahs"]);
        assert_eq!(
            forms(&["jay", "fairbrother"]),
            ["jayfairbrother", "jay fairbrothers"]
        );
        assert_eq!(forms(&["\u{644}\u{64a}"]), [""; 0]);
        assert_eq!(forms(&["\u{627}\u{644}\u{639}\u{644}\u{64a}"]).len(), 14);
    }
}
