//! Forms to fill in by hand, read back.

use papers::{FormField, FormSheet, FormSpace, FormsFacts, Paragraph, Style, Words};

use crate::chronology::printed;
use crate::reader::Paper;

fn sheet(whose: &str) -> FormSheet {
    let field = |label: &str, space: FormSpace| FormField {
        label: label.to_owned(),
        hint: String::new(),
        space,
    };
    let several = ["While at this school", "This school year"];
    FormSheet {
        whose: whose.to_owned(),
        words: vec![Paragraph {
            style: Style::Account,
            words: vec![Words::Plain("Talk it through before you sign.".to_owned())],
        }],
        statements: vec![
            "I look after computers.".to_owned(),
            "I tell an adult I trust.".to_owned(),
        ],
        fields: vec![
            field(
                "School website",
                FormSpace::Boxes(vec!["Yes".to_owned(), "No".to_owned()]),
            ),
            field(
                "How long it holds",
                FormSpace::Boxes(several.map(str::to_owned).to_vec()),
            ),
            field("Who gave consent", FormSpace::Lines(2)),
        ],
        before_signing: "I keep to this.".to_owned(),
        sign: vec![vec![
            ("Parent or carer, signature".to_owned(), 3.0),
            ("Date".to_owned(), 1.0),
        ]],
    }
}

fn of(names: &[&str]) -> FormsFacts {
    FormsFacts {
        printed: printed(),
        title: "Agreement: Key Stage 2".to_owned(),
        sheets: names.iter().map(|name| sheet(name)).collect(),
    }
}

#[test]
fn everybody_of_a_class_has_a_page_with_their_name_and_nobody_elses() {
    let facts = of(&["Amara Oyelaran, 4B", "Ben Whitlock, 4B"]);
    let bytes = papers::forms(&facts).unwrap().pdf().unwrap();
    let paper = Paper::keep("forms", &bytes);

    paper.is_sound();
    paper.keeps_its_margins();
    assert_eq!(paper.pages(), 2);
    let text = paper.text_as_written();
    let second = text.find("Ben Whitlock").unwrap();
    let mut rest = text.get(..second).unwrap();
    for said in [
        "Agreement: Key Stage 2",
        "Amara Oyelaran, 4B",
        "Talk it through",
        "1.",
        "I look after computers.",
        "2.",
        "School website",
        "Yes",
        "No",
        "While at this school",
        "Who gave consent",
        "I keep to this.",
        "Parent or carer, signature",
    ] {
        let at = rest.find(said).unwrap_or_else(|| panic!("{said}"));
        rest = &rest[at + said.len()..];
    }
}

#[test]
fn a_blank_form_names_nobody_and_a_long_one_goes_on_over_the_page() {
    let mut facts = of(&[""]);
    let one = facts.sheets[0].fields[2].clone();
    facts.sheets[0].fields.extend(vec![one; 18]);
    let bytes = papers::forms(&facts).unwrap().pdf().unwrap();
    let paper = Paper::keep("forms-blank", &bytes);
    paper.is_sound();
    paper.keeps_its_margins();
    assert!(paper.pages() > 1);
    assert!(!paper.text_as_written().contains("Amara"));
}
