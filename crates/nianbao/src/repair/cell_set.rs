//! A set of cells, small enough to be copied at every step of the search.

use crate::form::CellId;

const WORDS: usize = 4;

/// A set of cells with an index below [`CellSet::CAPACITY`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct CellSet([u64; WORDS]);

impl CellSet {
    /// One more than the largest index a set can hold: enough for every form (tested).
    pub const CAPACITY: usize = WORDS * 64;

    /// Puts a cell in. A cell beyond the capacity is left out.
    pub fn insert(&mut self, cell: CellId) {
        if let Some(word) = self.0.get_mut(cell.index() / 64) {
            *word |= 1 << (cell.index() % 64);
        }
    }

    /// Takes a cell out.
    pub fn remove(&mut self, cell: CellId) {
        if let Some(word) = self.0.get_mut(cell.index() / 64) {
            *word &= !(1 << (cell.index() % 64));
        }
    }

    /// Whether the cell is in the set.
    #[inline]
    pub fn contains(&self, cell: CellId) -> bool {
        self.0.get(cell.index() / 64).is_some_and(|word| word >> (cell.index() % 64) & 1 == 1)
    }

    /// Whether there is no cell in the set.
    pub fn is_empty(self) -> bool {
        let CellSet([a, b, c, d]) = self;
        a | b | c | d == 0
    }

    /// How many cells are in the set.
    pub fn len(self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// The cell with the smallest index.
    pub fn first(self) -> Option<CellId> {
        self.iter().next()
    }

    /// The cells in the order of their indices.
    pub fn iter(self) -> impl Iterator<Item = CellId> {
        self.0.into_iter().enumerate().flat_map(|(index, mut word)| {
            std::iter::from_fn(move || {
                let bit = word.trailing_zeros();
                (bit < 64).then(|| {
                    word &= word - 1;
                    CellId((index * 64) as u16 + bit as u16)
                })
            })
        })
    }

    /// Word by word, written out: the page is built for size, where a loop here made the whole
    /// search several times slower.
    #[inline(always)]
    fn combined(self, other: CellSet, word: impl Fn(u64, u64) -> u64) -> CellSet {
        let (CellSet([a, b, c, d]), CellSet([e, f, g, h])) = (self, other);
        CellSet([word(a, e), word(b, f), word(c, g), word(d, h)])
    }

    /// The cells in both sets.
    #[inline]
    pub fn and(self, other: CellSet) -> CellSet {
        self.combined(other, |own, other| own & other)
    }

    /// The cells in either set.
    #[inline]
    pub fn or(self, other: CellSet) -> CellSet {
        self.combined(other, |own, other| own | other)
    }

    /// The cells in this set and not in the other.
    #[inline]
    pub fn without(self, other: CellSet) -> CellSet {
        self.combined(other, |own, other| own & !other)
    }

    /// Whether the sets share a cell.
    #[inline]
    pub fn meets(self, other: CellSet) -> bool {
        !self.and(other).is_empty()
    }
}

impl FromIterator<CellId> for CellSet {
    fn from_iter<I: IntoIterator<Item = CellId>>(cells: I) -> CellSet {
        let mut set = CellSet::default();
        cells.into_iter().for_each(|cell| set.insert(cell));
        set
    }
}
