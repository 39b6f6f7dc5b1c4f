//! Labels of the tables that the report prints otherwise than the form: which printed cell they are.

use std::collections::HashMap;

use nianbao::form::LayoutContent;

use super::listing::Item;
use super::table::Table;

/// A label as the report prints it, and the finding that says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedLabel {
    /// The table: 2, 3 or 4.
    pub table: u8,
    /// What the report prints.
    pub text: String,
    /// The finding.
    pub item: Item,
}

/// Where in a table these labels stand, by row and column: each at the official label it is most
/// like. One that is like none is left out.
pub fn placed<'a>(table: &Table, labels: &'a [PrintedLabel]) -> HashMap<(usize, usize), &'a PrintedLabel> {
    let mut places = HashMap::new();
    for label in labels.iter().filter(|label| label.table == table.number) {
        let official = table.rows.iter().flatten().filter_map(|printed| match printed.content {
            LayoutContent::ColumnLabel(text) | LayoutContent::RowLabel { text, .. } => {
                Some(((printed.row, printed.column), likeness(&label.text, text)))
            }
            LayoutContent::Cell(_) => None,
        });
        let free = official.filter(|(place, likeness)| *likeness >= 500 && !places.contains_key(place));
        // The first of equally good ones: max_by_key would give the last.
        let best = free.fold(None, |best: Option<((usize, usize), usize)>, next| match best {
            Some(best) if best.1 >= next.1 => Some(best),
            _ => Some(next),
        });
        if let Some((place, _)) = best {
            places.insert(place, label);
        }
    }
    places
}

/// How much of two labels is the same, in thousandths: their longest common subsequence.
fn likeness(one: &str, other: &str) -> usize {
    let solid = |text: &str| -> Vec<char> { text.chars().filter(|character| !character.is_whitespace()).collect() };
    let (one, other) = (solid(one), solid(other));
    let mut lengths = vec![0; other.len() + 1];
    for a in &one {
        let mut diagonal = 0;
        for (index, b) in other.iter().enumerate() {
            let above = lengths[index + 1];
            lengths[index + 1] = if a == b { diagonal + 1 } else { above.max(lengths[index]) };
            diagonal = above;
        }
    }
    2000 * lengths[other.len()] / (one.len() + other.len()).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use nianbao::form::Form;

    #[test]
    fn a_misprinted_label_is_found_at_its_place() {
        let label =
            |text: &str, finding| PrintedLabel { table: 2, text: text.to_owned(), item: Item { finding, number: 1 } };
        let labels = [label("本年度止件数", 0), label("处理决定数量", 1), label("处理决定数量", 2), label("电话", 3)];
        let table = Table::of(Form::of_2021(), 2, false);
        let mut places: Vec<((usize, usize), usize)> =
            placed(&table, &labels).into_iter().map(|(place, label)| (place, label.item.finding)).collect();
        places.sort();
        assert_eq!(places, [((1, 2), 0), ((5, 1), 1), ((8, 1), 2)]);
    }
}
