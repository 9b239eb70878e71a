//! Goes through an XML part, within bounds: no document type, no entity but XML's own, no depth that the file chooses.

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};

/// How deep elements may stand in each other.
const DEEPEST: usize = 512;

/// So many attributes of one element are read; no program writes more.
const ATTRIBUTES: usize = 200;

/// The part is broken, or is not read further.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Broken;

/// An element as it opens, by names without their prefix.
pub(super) struct Tag {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// What an attribute says.
    pub(super) fn says(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// Whether an attribute's name holds this.
    pub(super) fn has(&self, piece: &str) -> bool {
        self.attributes.iter().any(|(name, _)| name.contains(piece))
    }

    /// A count that an attribute gives.
    pub(super) fn number<N: std::str::FromStr>(&self, name: &str) -> Option<N> {
        self.says(name)?.parse().ok()
    }
}

/// What is met on the way.
pub(super) enum Met<'a> {
    Opens(&'a Tag),
    Closes(&'a str),
    Words(&'a str),
}

/// Walks a part to its end, or until `visit` says that it is enough.
pub(super) fn walk(text: &str, mut visit: impl FnMut(Met<'_>) -> bool) -> Result<(), Broken> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut names: Vec<String> = Vec::new();
    let mut opened = false;
    loop {
        let on = match reader.read_event().map_err(|_| Broken)? {
            Event::Start(start) => {
                opened = true;
                if names.len() >= DEEPEST {
                    return Err(Broken);
                }
                let tag = tag_of(&start);
                names.push(tag.name.clone());
                visit(Met::Opens(&tag))
            }
            Event::Empty(start) => {
                opened = true;
                let tag = tag_of(&start);
                visit(Met::Opens(&tag)) && visit(Met::Closes(&tag.name))
            }
            Event::End(_) => {
                let name = names.pop().ok_or(Broken)?;
                visit(Met::Closes(&name))
            }
            Event::Text(words) => visit(Met::Words(&words.xml10_content())),
            Event::CData(words) => visit(Met::Words(&words.xml10_content())),
            Event::GeneralRef(named) => match named.resolve_char_ref() {
                Ok(Some(letter)) => visit(Met::Words(letter.encode_utf8(&mut [0; 4]))),
                Ok(None) | Err(_) => {
                    visit(Met::Words(resolve_xml_entity(&named).unwrap_or("\u{fffd}")))
                }
            },
            Event::DocType(_) => return Err(Broken),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => true,
            Event::Eof => break,
        };
        if !on {
            return Ok(());
        }
    }
    if opened && names.is_empty() {
        Ok(())
    } else {
        Err(Broken)
    }
}

fn tag_of(start: &BytesStart<'_>) -> Tag {
    let mut attributes = Vec::new();
    let mut all = start.attributes();
    for attribute in all.with_checks(false).take(ATTRIBUTES) {
        // The rest of a tag that breaks off here is not told apart; what it would have said is left out.
        let Ok(attribute) = attribute else { break };
        let value = attribute
            .normalized_value(quick_xml::XmlVersion::Implicit1_0)
            .map_or_else(
                |_| attribute.value.clone().into_owned(),
                |value| value.into_owned(),
            );
        attributes.push((attribute.key.local_name().as_ref().to_owned(), value));
    }
    Tag {
        name: start.local_name().as_ref().to_owned(),
        attributes,
    }
}
