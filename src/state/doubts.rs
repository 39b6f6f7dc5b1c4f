//! What could not be read with certainty, row by row.

use nianbao::outcome::Checked;

use super::sums::form_of;

/// A row with cells that could not be read with certainty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The row's name: 表三 · （一）予以公开.
    pub row: String,
    /// Its first doubtful cell.
    pub cell: String,
    /// Why.
    pub why: String,
}

/// The doubtful rows, in the form's order; a row with several reasons stands once for each.
pub fn doubts(checked: &Checked) -> Vec<Doubt> {
    let Some(form) = form_of(checked) else { return Vec::new() };
    let mut doubts: Vec<Doubt> = Vec::new();
    for (address, cell) in &checked.cells {
        let (Some(why), Some(id)) = (&cell.doubt, form.cell(address)) else { continue };
        let row = form.row_of(id).full_name();
        if !doubts.iter().any(|doubt| doubt.row == row && doubt.why == *why) {
            doubts.push(Doubt { row, cell: address.clone(), why: why.clone() });
        }
    }
    doubts
}

#[cfg(test)]
mod tests {
    use super::super::sums::tests::report;
    use super::*;

    #[test]
    fn doubtful_cells_of_a_row_stand_together() {
        let mut checked = report(&[]);
        for cell in ["3.granted.natural", "3.granted.business", "2.rules.made"] {
            checked.cells[cell].doubt = Some("只读到 6 个数".to_owned());
        }
        let rows: Vec<(String, String)> = doubts(&checked).into_iter().map(|doubt| (doubt.row, doubt.cell)).collect();
        let expected = [("表二 · 规章", "2.rules.made"), ("表三 · （一）予以公开", "3.granted.natural")];
        assert_eq!(rows, expected.map(|(row, cell)| (row.to_owned(), cell.to_owned())));
    }
}
