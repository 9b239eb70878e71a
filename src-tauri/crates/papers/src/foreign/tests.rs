use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use proptest::prelude::*;

use super::*;

/// A document of some pages, each with a word, its edges and its turn.
fn document(turns: &[i64]) -> Document {
    let mut document = Document::with_version("1.4");
    let root = document.new_object_id();
    let font = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica",
    });
    let kids: Vec<Object> = turns
        .iter()
        .enumerate()
        .map(|(at, turn)| {
            let words = format!("BT /A 20 Tf 20 40 Td (Page{at}) Tj ET");
            let content = document.add_object(Stream::new(Dictionary::new(), words.into_bytes()));
            let page = document.add_object(dictionary! {
                "Type" => "Page", "Parent" => root, "Contents" => content, "Rotate" => *turn,
                "Resources" => dictionary! { "Font" => dictionary! { "A" => font } },
            });
            page.into()
        })
        .collect();
    document.set_object(
        root,
        dictionary! {
            "Type" => "Pages", "Count" => kids.len() as i64, "Kids" => kids,
            "MediaBox" => vec![10.into(), 20.into(), 310.into(), 220.into()],
        },
    );
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => root });
    document.trailer.set("Root", catalog);
    document
}

fn bytes(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

fn at(matrix: [f32; 6], (x, y): (f32, f32)) -> (f32, f32) {
    let [a, b, c, d, e, f] = matrix;
    (a * x + c * y + e, b * x + d * y + f)
}

#[test]
fn every_page_stands_upright_with_its_lower_left_corner_at_nothing() {
    let foreign = Foreign::open(&bytes(document(&[0, 90, 180, -90]))).unwrap();
    assert_eq!(foreign.pages(), 4);
    let corners = [(10.0, 20.0), (10.0, 220.0), (310.0, 220.0), (310.0, 20.0)];
    for (page, lower_left) in [(0, 0), (1, 3), (2, 2), (3, 1)] {
        let sheet = foreign.sheet(page).unwrap();
        let size = if page % 2 == 0 {
            (300.0, 200.0)
        } else {
            (200.0, 300.0)
        };
        assert_eq!((sheet.width, sheet.height), size, "page {page}");
        assert_eq!(at(sheet.pieces[0].matrix, corners[lower_left]), (0.0, 0.0));
        assert_eq!(
            at(sheet.pieces[0].matrix, corners[(lower_left + 2) % 4]),
            size
        );
    }
}

#[test]
fn a_comment_that_shows_something_is_drawn_and_one_that_does_not_is_said() {
    let mut paper = document(&[0]);
    let stamp = paper.add_object(Stream::new(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Form",
            "BBox" => vec![0.into(), 0.into(), 10.into(), 10.into()],
        },
        b"0 0 10 10 re f".to_vec(),
    ));
    let notes: Vec<Object> = vec![
        dictionary! {
            "Subtype" => "Stamp", "Rect" => vec![110.into(), 120.into(), 130.into(), 160.into()],
            "AP" => dictionary! { "N" => stamp },
        }
        .into(),
        dictionary! { "Subtype" => "Link" }.into(),
        dictionary! { "Subtype" => "Text", "Contents" => Object::string_literal("see me") }.into(),
    ];
    let page = paper.page_iter().next().unwrap();
    paper.get_dictionary_mut(page).unwrap().set("Annots", notes);

    let foreign = Foreign::open(&bytes(paper)).unwrap();

    let pieces = &foreign.sheet(0).unwrap().pieces;
    assert_eq!(pieces.len(), 2);
    assert_eq!(at(pieces[1].matrix, (0.0, 0.0)), (100.0, 100.0));
    assert_eq!(at(pieces[1].matrix, (10.0, 10.0)), (120.0, 140.0));
    assert_eq!(foreign.notes().len(), 1);
}

#[test]
fn what_cannot_be_drawn_says_why() {
    assert_eq!(
        Foreign::open(b"%PDF-1.7 and nothing else").unwrap_err(),
        ForeignError::Damaged
    );
    assert_eq!(Foreign::open(b"").unwrap_err(), ForeignError::Damaged);
    assert_eq!(
        Foreign::open(&bytes(document(&[]))).unwrap_err(),
        ForeignError::Damaged
    );
    let whole = bytes(document(&[0]));
    assert!(Foreign::open(&whole[..whole.len() / 3]).is_err());
    let many = vec![0; 2_001];
    assert_eq!(
        Foreign::open(&bytes(document(&many))).unwrap_err(),
        ForeignError::TooLarge
    );
}

#[test]
fn a_page_that_unpacks_without_end_is_not_opened() {
    let mut bomb = document(&[0]);
    let page = bomb.page_iter().next().unwrap();
    let mut content = Stream::new(Dictionary::new(), vec![b' '; 80 << 20]);
    content.compress().unwrap();
    let content = bomb.add_object(content);
    bomb.get_dictionary_mut(page)
        .unwrap()
        .set("Contents", content);
    assert_eq!(
        Foreign::open(&bytes(bomb)).unwrap_err(),
        ForeignError::TooLarge
    );
}

#[test]
fn nothing_that_leads_out_of_the_file_comes_along() {
    let mut paper = document(&[0]);
    let page = paper.page_iter().next().unwrap();
    let hidden = paper.add_object(dictionary! { "Type" => "Action", "S" => "Launch" });
    let image = paper.add_object(Stream::new(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => 1, "Height" => 1,
            "F" => Object::string_literal("/etc/passwd"), "Metadata" => hidden, "A" => hidden,
        },
        Vec::new(),
    ));
    paper.get_dictionary_mut(page).unwrap().set(
        "Resources",
        dictionary! { "XObject" => dictionary! { "F" => image } },
    );
    let foreign = Foreign::open(&bytes(paper)).unwrap();

    let mut ours = Document::with_version("1.7");
    let form = &foreign.sheet(0).unwrap().pieces[0].form;
    Copier::from(foreign.document()).form(&mut ours, form);

    // The form and the image; neither a page, nor an action, nor a place on the disk.
    assert_eq!(ours.objects.len(), 2);
    let copied = ours
        .objects
        .values()
        .filter_map(|object| object.as_stream().ok());
    assert!(copied.into_iter().all(|stream| !stream.dict.has(b"F")));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn a_changed_document_is_drawn_or_refused(changes in proptest::collection::vec((0_usize..4_000, any::<u8>()), 1..12)) {
        let mut whole = bytes(document(&[0, 90]));
        for (at, byte) in changes {
            let at = at % whole.len();
            whole[at] = byte;
        }
        if let Ok(foreign) = Foreign::open(&whole) {
            let mut ours = Document::with_version("1.7");
            let mut copier = Copier::from(foreign.document());
            for page in 0..foreign.pages() {
                for piece in &foreign.sheet(page).unwrap().pieces {
                    copier.form(&mut ours, &piece.form);
                }
            }
        }
    }
}
