//! Names by their first word, so that a text is gone through once, however many names there are.

use std::collections::HashMap;

use super::text::Text;

/// Some names, each with what is known of it.
pub(super) struct Phrases<T> {
    by_first: HashMap<String, Vec<Phrase<T>>>,
}

struct Phrase<T> {
    words: Vec<String>,
    value: T,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self {
            by_first: HashMap::new(),
        }
    }
}

impl<T: Default> Phrases<T> {
    /// What is known of a name, new if it is; the longest are kept first. Nothing for a name of no words.
    pub(super) fn entry(&mut self, words: &[String]) -> Option<&mut T> {
        let same = self.by_first.entry(words.first()?.clone()).or_default();
        let place = match same.iter().position(|known| known.words == words) {
            Some(known) => known,
            None => {
                let place = same.partition_point(|known| known.words.len() >= words.len());
                let new = Phrase {
                    words: words.to_vec(),
                    value: T::default(),
                };
                same.insert(place, new);
                place
            }
        };
        same.get_mut(place).map(|phrase| &mut phrase.value)
    }
}

impl<T> Phrases<T> {
    /// What is known of exactly this name.
    pub(super) fn get(&self, words: &[String]) -> Option<&T> {
        let same = self.by_first.get(words.first()?)?;
        let phrase = same.iter().find(|phrase| phrase.words == words)?;
        Some(&phrase.value)
    }

    /// The names that stand at a place of a text, the longest first.
    pub(super) fn at<'a>(
        &'a self,
        text: &'a Text<'_>,
        place: usize,
    ) -> impl Iterator<Item = (&'a [String], &'a T)> {
        let same = text.word(place).and_then(|word| self.by_first.get(word));
        same.into_iter()
            .flatten()
            .filter(move |phrase| text.has(place, &phrase.words))
            .map(|phrase| (phrase.words.as_slice(), &phrase.value))
    }
}
