//! RFC 6962 tree heads, kept so that appending and asking for the root both cost a handful of hashes.

use crate::Hash;

/// The right edge of a growing tree: the roots of its complete subtrees, largest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frontier {
    size: u64,
    roots: Vec<Hash>,
}

impl Frontier {
    /// How many leaves the tree has.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Adds a leaf at the right.
    pub fn push(&mut self, leaf: &[u8]) {
        let mut node = Hash::of(&[&[0], leaf]);
        let mut size = self.size;
        while size & 1 == 1 {
            if let Some(left) = self.roots.pop() {
                node = join(&left, &node);
            }
            size >>= 1;
        }
        self.roots.push(node);
        self.size += 1;
    }

    /// The tree's root; of an empty tree the hash of nothing.
    pub fn root(&self) -> Hash {
        let mut roots = self.roots.iter().rev();
        match roots.next() {
            None => Hash::of(&[]),
            Some(last) => roots.fold(*last, |right, left| join(left, &right)),
        }
    }

    /// Size and subtree roots as bytes, for keeping beside a log.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = self.size.to_be_bytes().to_vec();
        for root in &self.roots {
            out.extend_from_slice(&root.0);
        }
        out
    }

    /// Reads what [`Frontier::to_bytes`] wrote; `None` if the bytes do not fit the size they claim.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (size, rest) = bytes.split_first_chunk::<8>()?;
        let size = u64::from_be_bytes(*size);
        let roots: Vec<Hash> = rest
            .chunks(32)
            .map(Hash::from_slice)
            .collect::<Option<_>>()?;
        (roots.len() == size.count_ones() as usize).then_some(Self { size, roots })
    }
}

/// The root over all leaves at once.
pub fn root_of<'a>(leaves: impl IntoIterator<Item = &'a [u8]>) -> Hash {
    let mut frontier = Frontier::default();
    for leaf in leaves {
        frontier.push(leaf);
    }
    frontier.root()
}

fn join(left: &Hash, right: &Hash) -> Hash {
    Hash::of(&[&[1], &left.0, &right.0])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition in RFC 6962 section 2.1, word for word.
    fn by_definition(leaves: &[Vec<u8>]) -> Hash {
        match leaves {
            [] => Hash::of(&[]),
            [one] => Hash::of(&[&[0], one]),
            many => {
                let split = (many.len() - 1).checked_ilog2().map_or(1, |bits| 1 << bits);
                join(
                    &by_definition(&many[..split]),
                    &by_definition(&many[split..]),
                )
            }
        }
    }

    #[test]
    fn the_frontier_gives_the_root_the_rfc_defines_at_every_size() {
        let leaves: Vec<Vec<u8>> = (0..70_u8).map(|n| vec![n; 3]).collect();

        for size in 0..leaves.len() {
            let root = root_of(leaves[..size].iter().map(Vec::as_slice));

            assert_eq!(root, by_definition(&leaves[..size]), "at size {size}");
        }
    }

    #[test]
    fn a_kept_frontier_goes_on_where_it_stopped() {
        let mut whole = Frontier::default();
        (0..13_u8).for_each(|n| whole.push(&[n]));

        let mut kept = Frontier::default();
        (0..9_u8).for_each(|n| kept.push(&[n]));
        let mut kept = Frontier::from_bytes(&kept.to_bytes()).unwrap();
        (9..13_u8).for_each(|n| kept.push(&[n]));

        assert_eq!(kept, whole);
        assert_eq!(Frontier::from_bytes(&[0; 7]), None);
        assert_eq!(Frontier::from_bytes(&[0, 0, 0, 0, 0, 0, 0, 1]), None);
    }
}
