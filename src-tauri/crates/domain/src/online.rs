//! When two names used online are the same name: small letters, no marks around them.

/// Something online in the form in which it is compared.
///
/// A user name without its service is compared by name alone: the same name on another service may be the same person,
/// and a person decides. `None` where too little is left to compare.
pub fn user_mark(user_name: &str) -> Option<String> {
    let name: String = user_name
        .trim()
        .trim_start_matches('@')
        .chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect();
    let letters = name.chars().filter(|c| c.is_alphanumeric()).count();
    (letters >= 3).then(|| format!("user {name}"))
}

/// A telephone number: digits alone, `+44` and `0044` as `0`. `None` where it is none.
pub fn phone_mark(text: &str) -> Option<String> {
    let allowed = |c: char| c.is_ascii_digit() || " +-().".contains(c);
    if !text.trim().chars().all(allowed) {
        return None;
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let national = match digits.strip_prefix("0044").or_else(|| {
        text.trim()
            .starts_with('+')
            .then(|| digits.strip_prefix("44"))
            .flatten()
    }) {
        Some(rest) => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
        None => digits,
    };
    (national.len() >= 9).then(|| format!("phone {national}"))
}

/// A web address: without `https://`, `www.` and what follows a question mark. `None` where it is none.
pub fn address_mark(address: &str) -> Option<String> {
    let text = address.trim().to_lowercase();
    let text = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))
        .unwrap_or(&text);
    let text = text.strip_prefix("www.").unwrap_or(text);
    let text = text.split(['?', '#']).next().unwrap_or_default();
    let text = text.trim_end_matches('/');
    let host = text.split('/').next().unwrap_or_default();
    // A site's front page is where everybody is; only what lies behind it names somebody.
    let names_somebody = text.contains('/') || text.contains('@');
    (host.contains('.') && names_somebody && !text.contains(' ')).then(|| format!("at {text}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_written_in_several_ways_is_one() {
        assert_eq!(user_mark(" @Night_Rider99"), user_mark("night_rider99"));
        assert_eq!(user_mark("Łukasz_05"), Some("user łukasz_05".into()));
        assert_eq!(phone_mark("+44 7700 900123"), phone_mark("07700-900 123"));
        assert_eq!(phone_mark("0044 (0)7700 900123"), phone_mark("07700900123"));
        assert_eq!(
            address_mark("https://www.example.com/u/Night?x=1"),
            address_mark("example.com/u/night/")
        );
    }

    #[test]
    fn what_many_share_points_at_nobody() {
        for nothing in ["", "@", "me", "..."] {
            assert_eq!(user_mark(nothing), None, "{nothing}");
        }
        assert_eq!(address_mark("https://example.com/"), None);
        assert_eq!(address_mark("a chat in the game"), None);
        assert_eq!(phone_mark("12345"), None);
        assert_eq!(phone_mark("unknown"), None);
    }
}
