//! What no form was made for: three hundred children in one concern, an account of two hundred kilobytes, letters that
//! join, turn round or take no room. Recorded, found and printed as they were typed.

use std::collections::HashSet;

use app::wire::{ConcernFilter, ConcernForm, FindFilter, PaperAsked, PaperForm};
use kit::{Device, RUTH, forms, text_of};

use crate::papers::read;

const KILOBYTES: usize = 200 * 1024;
/// A family as one sign, letters that go from right to left, joiners and spaces of no width, an accent of its own.
const ODD: &str = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} \u{642}\u{627}\u{644} \u{644}\u{200C}\u{6CC} zero\u{200B}width e\u{301}te\u{301} \u{5D9}\u{5DC}\u{5D3}\u{5D4} \u{674E}\u{5C0F}\u{660E}";

/// A list of so many pupils.
fn list(many: usize) -> String {
    let mut rows = "Legal Surname,Legal Forename,Date of Birth,UPN,Reg\n".to_owned();
    for n in 0..many {
        rows.push_str(&format!("Quorn{n:03},Ash,2014-03-09,,8T\n"));
    }
    rows
}

fn all_pupils(laptop: &Device) -> Vec<String> {
    let mut ids = Vec::new();
    loop {
        let page = app::pupils(&laptop.office, "", false, ids.len() as u32).unwrap();
        ids.extend(page.pupils.into_iter().map(|pupil| pupil.id));
        if !page.more {
            return ids;
        }
    }
}

/// The account, and how many sentences are counted in it.
fn account() -> (String, usize) {
    let mut text = format!("Beginning {ODD}. ");
    let mut n = 0;
    while text.len() < KILOBYTES {
        text.push_str(&format!("Then, at {n}, she said it again. "));
        n += 1;
    }
    text.push_str("The very last word is zephyrine.");
    (text, n)
}

#[test]
fn three_hundred_children_and_two_hundred_kilobytes_in_any_script_are_kept_found_and_printed() {
    let mut laptop = Device::of_school(&[]);
    laptop.open(&RUTH);
    let token = laptop.choose_list(list(300).as_bytes());
    app::take_pupil_list(&mut laptop.office, &token, None).unwrap();
    let pupils = all_pupils(&laptop);
    assert_eq!(pupils.len(), 300);
    let (account, sentences) = account();
    let form = ConcernForm {
        people: pupils
            .iter()
            .map(|id| forms::chosen(id, "victim"))
            .collect(),
        childs_words: ODD.to_owned(),
        ..forms::saying(&account)
    };

    let id = app::record_concern(&mut laptop.office, form)
        .unwrap()
        .value
        .id;
    laptop.lock();
    laptop.open(&RUTH);

    let view = app::concern(&mut laptop.office, &id).unwrap();
    assert!(
        text_of(&view, "account") == account,
        "every letter as typed"
    );
    assert_eq!(text_of(&view, "childs_words"), ODD);
    assert_eq!(view.people.len(), 300);
    for typed in [
        "zephyrine",
        "Quorn299",
        "\u{674E}\u{5C0F}\u{660E}",
        "\u{642}\u{627}\u{644}",
    ] {
        let found = app::find(&mut laptop.office, typed, FindFilter::default()).unwrap();
        let found = found.items.iter().any(|item| item.id == id);
        assert!(found, "{typed}");
    }
    let last = &pupils[299];
    let of_last = ConcernFilter {
        pupil: Some(last.clone()),
        ..ConcernFilter::default()
    };
    let page = app::concerns(&mut laptop.office, of_last).unwrap();
    assert_eq!(page.concerns.len(), 1);

    let whole = laptop.printed(PaperAsked::Concern {
        id: id.clone(),
        form: PaperForm::Whole,
        purpose: "the strategy discussion".to_owned(),
    });
    let text = read(&laptop, &whole);
    for said in ["Beginning", "zephyrine", "Quorn000", "Quorn299"] {
        assert!(text.contains(said), "{said}");
    }
    // A sentence may be parted by the end of a page, a number is not.
    let printed: HashSet<&str> = text.split(' ').collect();
    let cut = (0..sentences).find(|n| !printed.contains(format!("{n},").as_str()));
    assert_eq!(cut, None, "nothing is cut");
    let chronology = laptop.printed(PaperAsked::Chronology {
        pupil: last.clone(),
        from: None,
        to: None,
        mask_others: true,
        oldest_first: true,
        summary: false,
        purpose: "the strategy discussion".to_owned(),
    });
    let text = read(&laptop, &chronology);
    assert!(text.contains("zephyrine") && !text.contains("Quorn000"));
}
