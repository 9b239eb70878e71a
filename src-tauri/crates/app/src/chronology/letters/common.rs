//! Names that are words as well.

/// Sorted. In small letters these are taken for the word: "he will ring" is not about Will.
const WORDS: &[&str] = &[
    "art", "bank", "bell", "best", "bill", "black", "blue", "brown", "can", "chance", "chase",
    "church", "cook", "cross", "dawn", "day", "do", "drew", "early", "ever", "faith", "field",
    "frank", "free", "friend", "good", "grace", "grant", "green", "grey", "hall", "hand", "head",
    "hill", "hope", "house", "hunt", "joy", "king", "little", "long", "love", "major", "march",
    "mark", "may", "miles", "more", "north", "old", "page", "park", "patience", "penny", "pool",
    "price", "pride", "ray", "read", "rich", "rock", "rose", "self", "sharp", "short", "sky",
    "small", "smart", "snow", "so", "south", "stone", "strong", "sue", "summer", "sun", "sunny",
    "to", "wall", "way", "west", "white", "wild", "will", "winter", "wise", "wood", "woods",
    "word", "yes", "young",
];

/// Whether a name in small letters would be taken for a word.
pub(super) fn is_a_word_too(plain: &str) -> bool {
    let is_word = |plain: &str| WORDS.binary_search(&plain).is_ok();
    // "He marks the books" is not about Mark either.
    is_word(plain) || plain.strip_suffix('s').is_some_and(is_word)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_words_are_sorted() {
        assert!(super::WORDS.is_sorted());
    }
}
