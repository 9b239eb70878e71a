//! Names that are words as well.

/// Sorted. In small letters these are taken for the word: "he will ring" is not about Will.
const WORDS: &[&str] = &[
    "an", "art", "bank", "be", "bell", "best", "bill", "black", "blue", "brown", "can", "chance",
    "chase", "church", "cook", "cross", "dawn", "day", "do", "drew", "early", "ever", "faith",
    "field", "frank", "free", "friend", "good", "grace", "grant", "green", "grey", "hall", "hand",
    "he", "head", "her", "hill", "hope", "house", "hunt", "in", "joy", "king", "little", "long",
    "love", "major", "march", "mark", "may", "me", "miles", "more", "my", "no", "north", "old",
    "on", "page", "park", "patience", "penny", "pool", "price", "pride", "ray", "read", "rich",
    "rock", "rose", "self", "sharp", "short", "sky", "small", "smart", "snow", "so", "south",
    "stone", "strong", "sue", "summer", "sun", "sunny", "to", "wall", "way", "west", "white",
    "wild", "will", "winter", "wise", "wood", "woods", "word", "yes", "you", "young",
];

/// Sorted. Short names with an s that are words, which `he pats the cats` has and no child of it.
const WITH_AN_S: &[&str] = &[
    "ads", "ants", "buds", "cats", "cops", "dads", "dots", "fees", "fins", "gems", "guys", "hers",
    "hits", "hugs", "jets", "jobs", "kids", "kits", "lads", "laws", "mats", "mums", "nans", "pats",
    "pegs", "pens", "pips", "rats", "reds", "robs", "rods", "sees", "tabs", "tans", "teas", "tins",
    "toys", "vans", "wins",
];

/// Sorted. Words that are no name with an s, also where a sentence begins with them.
const NEVER_WITH_AN_S: &[&str] = &[
    "as", "bus", "does", "gas", "goes", "has", "hes", "his", "is", "its", "less", "miss", "pass",
    "shes", "this", "thus", "us", "was", "yes",
];

/// Whether a short name with an s is so common a word that it cannot be told from it.
pub(super) fn is_never_a_name_with_an_s(plain: &str) -> bool {
    NEVER_WITH_AN_S.binary_search(&plain).is_ok()
}

/// Whether a name in small letters would be taken for a word.
pub(super) fn is_a_word_too(plain: &str) -> bool {
    let is_word = |plain: &str| WORDS.binary_search(&plain).is_ok();
    // "He marks the books" is not about Mark either.
    is_word(plain)
        || WITH_AN_S.binary_search(&plain).is_ok()
        || plain.strip_suffix('s').is_some_and(is_word)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_words_are_sorted() {
        assert!(super::WORDS.is_sorted());
        assert!(super::WITH_AN_S.is_sorted());
        assert!(super::NEVER_WITH_AN_S.is_sorted());
    }
}
