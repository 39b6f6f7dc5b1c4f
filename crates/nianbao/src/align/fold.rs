//! Comparing printed labels with the form's, whatever spaces, brackets and slips stand in them.

use crate::number::narrow;

/// A text reduced to what identifies a label: letters, digits and Han characters, narrow forms.
pub(super) fn fold(text: &str) -> Vec<char> {
    text.chars().map(narrow).filter(|c| c.is_alphanumeric()).collect()
}

/// A label made ready to be searched for (at most 64 characters, more than any label has).
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    pub(super) characters: Vec<char>,
    /// For each distinct character, sorted: the positions at which it stands.
    masks: Vec<(char, u64)>,
}

impl Pattern {
    pub(super) fn new(label: &str) -> Pattern {
        let mut characters = fold(label);
        characters.truncate(64);
        let mut distinct = characters.clone();
        distinct.sort_unstable();
        distinct.dedup();
        let mask =
            |c: char| characters.iter().enumerate().filter(|(_, d)| **d == c).fold(0_u64, |mask, (i, _)| mask | 1 << i);
        let masks = distinct.into_iter().map(|c| (c, mask(c))).collect();
        Pattern { characters, masks }
    }

    pub(super) fn len(&self) -> usize {
        self.characters.len()
    }

    /// For each end position in `text` (0 to its length): the edit distance between the pattern
    /// and the nearest stretch of text that ends there (Myers 1999, bit-parallel).
    pub(super) fn distances(&self, text: &[char]) -> Vec<u32> {
        let length = self.len() as u32;
        let mut distances = Vec::with_capacity(text.len() + 1);
        distances.push(length);
        if length == 0 {
            distances.resize(text.len() + 1, 0);
            return distances;
        }
        let last = 1_u64 << (length - 1);
        let (mut plus, mut minus, mut distance) = (u64::MAX, 0_u64, length);
        for c in text {
            let equal = self.masks.binary_search_by_key(c, |(d, _)| *d).map_or(0, |i| self.masks[i].1);
            let vertical = equal | minus;
            let horizontal = (((equal & plus).wrapping_add(plus)) ^ plus) | equal;
            let mut up = minus | !(horizontal | plus);
            let mut down = plus & horizontal;
            if up & last != 0 {
                distance += 1;
            }
            if down & last != 0 {
                distance -= 1;
            }
            // A free start: no carry into the lowest bit.
            up <<= 1;
            down <<= 1;
            plus = down | !(vertical | up);
            minus = up & vertical;
            distances.push(distance);
        }
        distances
    }
}

/// The edit distance between two folded texts.
pub(super) fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let next = (diagonal + usize::from(x != y)).min(row[j] + 1).min(row[j + 1] + 1);
            diagonal = row[j + 1];
            row[j + 1] = next;
        }
    }
    row[b.len()]
}

/// How alike two folded texts are: 1 for equal, 0 for nothing in common.
pub(super) fn similarity(a: &[char], b: &[char]) -> f32 {
    let longest = a.len().max(b.len());
    if longest == 0 {
        return 1.0;
    }
    1.0 - distance(a, b) as f32 / longest as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_brackets_and_width_do_not_count() {
        assert_eq!(fold("（一） 予以公开"), fold("(一)予以公开"));
        assert_eq!(fold("１．属于国家秘密"), fold("1. 属于国家秘密"));
    }

    #[test]
    fn the_nearest_stretch_is_found_wherever_it_ends() {
        let pattern = Pattern::new("本年废止件数");
        let text = fold("信息内容本年制发件数本年度止件数现行有效件数");
        let distances = pattern.distances(&text);
        assert_eq!(distances[16], 1);
        for (end, distance) in distances.iter().enumerate() {
            let nearest = (0..=end).map(|start| super::distance(&pattern.characters, &text[start..end])).min();
            assert_eq!(Some(*distance as usize), nearest);
        }
    }
}
