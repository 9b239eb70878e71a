//! Nothing of the government's dress is in the window: an independent product must not look like government.

use crate::house::{self, House};
use crate::stop::Outcome;

/// Marks that may be in no built file.
const MARKS: &[&str] = &[
    "GDS Transport",
    "GDSTransport",
    "govuk-logotype",
    "govuk-crest",
    "govuk-crown",
    "moj-logotype",
];

/// Marks in style sheets and file names, where they can only be pictures (the words are free to say Crown Court).
const PICTURES: &[&str] = &["crest", "crown"];

/// The families that may be declared.
const FAMILIES: &[&str] = &[
    "Atkinson Hyperlegible Next",
    "Atkinson Hyperlegible Mono",
    "Source Serif 4",
    "Noto ",
];

/// Every mark in the built pages.
pub fn findings(house: &House) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    for path in house::walk(&house.at("ui/dist"), &[]) {
        let name = house.name_of(&path);
        found.extend(in_name(&name));
        let text = std::fs::read(&path).unwrap_or_default();
        found.extend(in_file(&name, &String::from_utf8_lossy(&text)));
    }
    Ok(found)
}

fn in_name(name: &str) -> Vec<String> {
    let plain = name.to_ascii_lowercase();
    PICTURES
        .iter()
        .filter(|mark| plain.contains(**mark))
        .map(|mark| format!("{name} is named after a {mark}"))
        .collect()
}

fn in_file(name: &str, text: &str) -> Vec<String> {
    let mut found: Vec<String> = MARKS
        .iter()
        .filter(|mark| text.contains(**mark))
        .map(|mark| format!("{name} holds {mark}"))
        .collect();
    if name.ends_with(".css") {
        found.extend(
            PICTURES
                .iter()
                .filter(|mark| text.contains(**mark))
                .map(|mark| format!("{name} styles a {mark}")),
        );
        found.extend(
            families(text)
                .filter(|family| !ours(family))
                .map(|family| format!("{name} declares the font {family}")),
        );
    }
    found
}

/// The families that `@font-face` rules declare.
fn families(css: &str) -> impl Iterator<Item = &str> {
    css.split("@font-face").skip(1).filter_map(|rule| {
        let body = rule.split('}').next()?;
        let value = body.split("font-family:").nth(1)?;
        Some(value.split(';').next()?.trim().trim_matches(['"', '\'']))
    })
}

fn ours(family: &str) -> bool {
    FAMILIES.iter().any(|known| family.starts_with(known))
}

#[cfg(test)]
mod tests {
    use super::{in_file, in_name};

    #[test]
    fn the_government_s_font_and_crest_are_found_in_styles() {
        let css = "@font-face{font-family:\"GDS Transport\";src:url(a)}@font-face{font-family:Source Serif 4 Variable;src:url(b)}.x{background:url(govuk-crest.svg)}";
        let found = in_file("ui/dist/a.css", css);
        assert_eq!(found.len(), 4, "{found:?}");
        assert_eq!(in_name("ui/dist/assets/Crown-1.svg").len(), 1);
    }

    #[test]
    fn our_own_fonts_and_the_crown_court_pass() {
        assert_eq!(
            in_file(
                "ui/dist/a.css",
                "@font-face{font-family:'Atkinson Hyperlegible Next Variable';}"
            ),
            Vec::<String>::new()
        );
        assert_eq!(
            in_file("ui/dist/a.js", "\"the crown court\""),
            Vec::<String>::new()
        );
    }
}
