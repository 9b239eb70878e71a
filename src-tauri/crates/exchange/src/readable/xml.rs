//! Goes through an XML part, within bounds: no document type, no entity but XML's own, no depth that the file chooses.

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};

/// How deep elements may stand in each other.
const DEEPEST: usize = 512;

/// So many attributes an element may have.
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

    /// The largest count that an attribute of this name gives, whatever its prefix.
    pub(super) fn count(&self, name: &str) -> Option<u64> {
        let named = self.attributes.iter().filter(|(known, _)| known == name);
        named.filter_map(|(_, value)| value.parse().ok()).max()
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
                let tag = tag_of(&start)?;
                names.push(tag.name.clone());
                visit(Met::Opens(&tag))
            }
            Event::Empty(start) => {
                opened = true;
                let tag = tag_of(&start)?;
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
            // Another encoding might be read otherwise by another reader.
            Event::Decl(said) => match said.encoding() {
                Some(Ok(name)) if !name.eq_ignore_ascii_case("utf-8") => return Err(Broken),
                _ => true,
            },
            Event::PI(_) | Event::Comment(_) => true,
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

/// An element with all its attributes. One that is broken, or has more than any program writes, is refused: another reader might
/// see in it what this one does not.
fn tag_of(start: &BytesStart<'_>) -> Result<Tag, Broken> {
    let mut attributes = Vec::new();
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| Broken)?;
        let value = attribute
            .normalized_value(quick_xml::XmlVersion::Implicit1_0)
            .map_err(|_| Broken)?;
        attributes.push((
            attribute.key.local_name().as_ref().to_owned(),
            value.into_owned(),
        ));
        if attributes.len() > ATTRIBUTES {
            return Err(Broken);
        }
    }
    Ok(Tag {
        name: start.local_name().as_ref().to_owned(),
        attributes,
    })
}
