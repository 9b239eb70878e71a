//! Who is connected with a child, read back.

use papers::{LinkGroup, LinkedFacts, LinksFacts, Words};

use crate::chronology::printed;
use crate::reader::Paper;

fn person(name: &str, relation: &str, group: LinkGroup, concerns: usize) -> LinkedFacts {
    LinkedFacts {
        name: name.to_owned(),
        lettered: name.starts_with("Child "),
        relation: relation.to_owned(),
        group,
        concerns: (0..concerns)
            .map(|n| format!("MV-26-B7K-{n:04}: Tue 10 Nov 2026, Neglect, as witness"))
            .collect(),
    }
}

pub fn facts(adults: usize) -> LinksFacts {
    let mut people = vec![
        person("Folake Oyelaran", "Mother", LinkGroup::Family, 2),
        person("Ade Oyelaran", "Father", LinkGroup::Family, 0),
        person("Owen Bright", "Social worker", LinkGroup::Agency, 0),
        person("Child A", "", LinkGroup::Child, 7),
        person(
            "Child B",
            "Half-brother or half-sister",
            LinkGroup::Child,
            1,
        ),
    ];
    people.extend((0..adults).map(|n| {
        let name = match n % 5 {
            0 => format!("Konstantina Papadopoulou-Featherstonehaugh the {n}th of Northgate"),
            1 => format!("Łukasz Śliwiński {n}"),
            2 => format!("Karl {n} from the club"),
            _ => format!("Somebody with a name {n}"),
        };
        person(&name, "", LinkGroup::Adult, 1 + n % 4)
    }));
    let mut between = vec![(0, 3, 1), (3, 4, 2)];
    between.extend((5..people.len().saturating_sub(1)).map(|n| (n, n + 1, 1)));
    LinksFacts {
        printed: printed(),
        name: "Amara Oyelaran".to_owned(),
        about: vec![Words::Plain(
            "Year 8, class 8T. Born 9 March 2014.".to_owned(),
        )],
        people,
        between,
        left_out: None,
    }
}

fn kept(name: &str, facts: &LinksFacts) -> Paper {
    let bytes = papers::links(facts).unwrap().pdf().unwrap();
    let paper = Paper::keep(name, &bytes);
    paper.is_sound();
    paper.keeps_its_margins();
    paper
}

#[test]
fn a_few_people_stand_on_one_page_and_the_words_alone_say_everything() {
    let paper = kept("links-few", &facts(1));

    assert_eq!(paper.pages(), 1);
    assert_eq!(paper.fact("Title").as_deref(), Some("Links"));
    let structure = paper.structure();
    assert_eq!(structure.matches("Figure").count(), 1, "{structure}");
    let text = paper.text_as_written();
    let list = text.split_once("in words.").unwrap().1;
    let mut rest = list;
    for said in [
        "Family and household",
        "Folake Oyelaran. Mother.",
        "MV-26-B7K-0001: Tue 10 Nov 2026, Neglect, as witness",
        "Also named with Child\u{a0}A.",
        "Ade Oyelaran. Father. In no concern together.",
        "Agencies",
        "Owen Bright. Social worker.",
        "Children",
        "Child\u{a0}A",
        "Also named with Folake Oyelaran; Child B (2 concerns).",
        "Half-brother or half-sister",
        "Adults in concerns",
    ] {
        let plain = |text: &str| text.replace('\u{a0}', " ");
        let (_, after) = rest
            .split_once(said)
            .or_else(|| rest.split_once(plain(said).as_str()))
            .unwrap_or_else(|| panic!("{said:?} is missing or too early: {text}"));
        rest = after;
    }
}

#[test]
fn forty_people_can_be_read_on_one_picture_and_each_is_in_the_list_with_every_concern() {
    let facts = facts(36);
    let paper = kept("links-forty", &facts);

    assert_eq!(paper.structure().matches("Figure").count(), 1);
    let text = paper.text();
    for (n, person) in facts.people.iter().enumerate() {
        let name = &person.name;
        assert!(text.contains(name.as_str()), "{n} {name}: {text}");
    }
    let concerns: usize = facts.people.iter().map(|one| one.concerns.len()).sum();
    assert_eq!(text.matches("as witness").count(), concerns);
}

#[test]
fn more_people_than_a_page_holds_stand_in_several_pictures() {
    let facts = facts(95);
    let paper = kept("links-many", &facts);

    assert_eq!(paper.structure().matches("Figure").count(), 3);
    assert!(paper.text().contains("Adults in concerns, continued"));
    assert!(paper.text().contains("94"), "the last of them");
}

#[test]
fn a_child_with_nobody_has_a_paper_that_says_so() {
    let nobody = LinksFacts {
        people: Vec::new(),
        between: Vec::new(),
        ..facts(0)
    };
    let text = kept("links-nobody", &nobody).text();
    assert!(text.contains("Nobody is on record as connected"), "{text}");
}

#[test]
fn the_same_facts_give_the_same_bytes_and_a_debug_says_no_name() {
    let facts = facts(3);
    let bytes = || papers::links(&facts).unwrap().pdf().unwrap();
    assert_eq!(bytes(), bytes());
    assert!(!format!("{facts:?} {:?}", facts.people[0]).contains("Folake"));
}
