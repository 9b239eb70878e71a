//! What a piece needs, copied from its document into ours: fonts, pictures, colours. Whatever leads out of the file stays behind.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::page::Form;

/// Keys that lead to a file elsewhere, back to the tree of pages, or to what other programs keep about it.
const LEFT_BEHIND: [&[u8]; 14] = [
    b"F",
    b"FFilter",
    b"FDecodeParms",
    b"Parent",
    b"P",
    b"StructParent",
    b"StructParents",
    b"Metadata",
    b"PieceInfo",
    b"OPI",
    b"Ref",
    b"PS",
    b"A",
    b"AA",
];

/// Copies from one document into another, each thing once.
pub(crate) struct Copier<'a> {
    from: &'a Document,
    done: BTreeMap<ObjectId, ObjectId>,
    waiting: Vec<ObjectId>,
}

impl<'a> Copier<'a> {
    /// Copies from this document.
    pub(crate) fn from(from: &'a Document) -> Self {
        Self {
            from,
            done: BTreeMap::new(),
            waiting: Vec::new(),
        }
    }

    /// The form in the other document, with all it needs.
    pub(crate) fn form(&mut self, to: &mut Document, form: &Form) -> ObjectId {
        let id = match form {
            Form::There(id) => self.named(to, *id),
            Form::Made(stream) => {
                let stream = self.stream(to, stream);
                to.add_object(stream)
            }
        };
        while let Some(waits) = self.waiting.pop() {
            let own = self.named(to, waits);
            let object = match self.from.get_object(waits) {
                Ok(object) => self.object(to, object),
                Err(_) => Object::Null,
            };
            to.set_object(own, object);
        }
        id
    }

    /// What a thing is called in the other document.
    fn named(&mut self, to: &mut Document, id: ObjectId) -> ObjectId {
        if let Some(own) = self.done.get(&id) {
            return *own;
        }
        let own = to.new_object_id();
        self.done.insert(id, own);
        self.waiting.push(id);
        own
    }

    fn object(&mut self, to: &mut Document, object: &Object) -> Object {
        match object {
            Object::Reference(id) => Object::Reference(self.named(to, *id)),
            Object::Array(list) => {
                Object::Array(list.iter().map(|one| self.object(to, one)).collect())
            }
            Object::Dictionary(dictionary) => Object::Dictionary(self.dictionary(to, dictionary)),
            Object::Stream(stream) => Object::Stream(self.stream(to, stream)),
            Object::Null
            | Object::Boolean(_)
            | Object::Integer(_)
            | Object::Real(_)
            | Object::Name(_)
            | Object::String(..) => object.clone(),
        }
    }

    fn dictionary(&mut self, to: &mut Document, dictionary: &Dictionary) -> Dictionary {
        let mut copy = Dictionary::new();
        // In a list of fonts or pictures, which says no type, each has whatever name its writer gave it.
        let names = !dictionary.has(b"Type");
        for (key, value) in dictionary.iter() {
            if names && key != b"Parent" || !LEFT_BEHIND.contains(&key.as_slice()) {
                copy.set(key.clone(), self.object(to, value));
            }
        }
        copy
    }

    fn stream(&mut self, to: &mut Document, stream: &Stream) -> Stream {
        let mut copy = stream.clone();
        copy.dict = Dictionary::new();
        for (key, value) in stream.dict.iter() {
            if !LEFT_BEHIND.contains(&key.as_slice()) {
                copy.dict.set(key.clone(), self.object(to, value));
            }
        }
        copy
    }
}
