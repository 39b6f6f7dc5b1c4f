//! The three tables as the official form prints them, with merged cells and full labels.

use super::{APPLICANTS, CONTENT, CellId, Form, IDENTITY_NOTE, LEGAL_PERSONS, RowSpec};

/// A printed cell of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LayoutCell {
    /// How many rows it covers.
    pub row_span: usize,
    /// How many columns it covers.
    pub column_span: usize,
    /// What stands in it.
    pub content: LayoutContent,
}

/// What stands in a printed cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LayoutContent {
    /// A label over columns.
    ColumnLabel(&'static str),
    /// A label before rows. `row` is the row in [`Form::rows`] when it is a row's own label.
    RowLabel {
        /// The printed text.
        text: &'static str,
        /// The row whose own label it is; `None` for a group of rows.
        row: Option<usize>,
    },
    /// A number cell.
    Cell(CellId),
}

fn column_label(text: &'static str, row_span: usize, column_span: usize) -> LayoutCell {
    LayoutCell { row_span, column_span, content: LayoutContent::ColumnLabel(text) }
}

fn number(cell: CellId, column_span: usize) -> LayoutCell {
    LayoutCell { row_span: 1, column_span, content: LayoutContent::Cell(cell) }
}

impl Form {
    /// How many columns the printed table has: 4, 10 or 15.
    pub fn layout_columns(&self, table: u8) -> usize {
        match table {
            2 => 1 + self.widest_item(),
            3 => 3 + 7,
            _ => self.rows.iter().filter(|row| row.table == table).map(|row| row.columns.len()).sum(),
        }
    }

    /// The printed rows of a table (2, 3 or 4). `outdated` adds the rows of the older form that
    /// reports still fill in.
    pub fn layout(&self, table: u8, outdated: bool) -> Vec<Vec<LayoutCell>> {
        match table {
            2 => self.disclosure_layout(),
            3 => self.applications_layout(outdated),
            4 => self.disputes_layout(),
            _ => Vec::new(),
        }
    }

    fn widest_item(&self) -> usize {
        self.rows.iter().filter(|row| row.table == 2).map(|row| row.columns.len()).max().unwrap_or(1)
    }

    fn disclosure_layout(&self) -> Vec<Vec<LayoutCell>> {
        let widest = self.widest_item();
        // The last cell of a row takes the columns that wider blocks have and this one has not.
        let span = |row: &RowSpec, column: usize| if column + 1 == row.columns.len() { widest - column } else { 1 };
        let mut printed = Vec::new();
        for (item, rows) in &self.items {
            printed.push(vec![column_label(item, 1, 1 + widest)]);
            let first = &self.rows[rows.start];
            let mut head = vec![column_label(CONTENT, 1, 1)];
            head.extend(first.columns.iter().enumerate().map(|(i, label)| column_label(label, 1, span(first, i))));
            printed.push(head);
            for index in rows.clone() {
                let row = &self.rows[index];
                let mut cells = vec![row_label(row.label(), Some(index), 1, 1)];
                cells.extend(row.cells().enumerate().map(|(i, cell)| number(cell, span(row, i))));
                printed.push(cells);
            }
        }
        printed
    }

    fn applications_layout(&self, outdated: bool) -> Vec<Vec<LayoutCell>> {
        let rows = self.application_rows(outdated);
        let columns = rows.first().map(|&i| self.rows[i].columns.clone()).unwrap_or_default();
        let mut printed = vec![
            vec![column_label(IDENTITY_NOTE, 3, 3), column_label(APPLICANTS, 1, columns.len())],
            Vec::new(),
            Vec::new(),
        ];
        for (i, label) in columns.iter().enumerate() {
            match i {
                1 => {
                    printed[1].push(column_label(LEGAL_PERSONS, 1, columns.len() - 2));
                    printed[2].push(column_label(label, 1, 1));
                }
                _ if i > 1 && i + 1 < columns.len() => printed[2].push(column_label(label, 1, 1)),
                _ => printed[1].push(column_label(label, 2, 1)),
            }
        }
        for (position, &index) in rows.iter().enumerate() {
            let row = &self.rows[index];
            let mut cells = Vec::new();
            let before = position.checked_sub(1).map(|p| &self.rows[rows[p]]);
            let depth = row.labels.len();
            for (level, label) in row.labels.iter().enumerate() {
                let own = level + 1 == depth;
                let begun = !own
                    && before.is_some_and(|b| b.labels.len() > level + 1 && b.labels[..=level] == row.labels[..=level]);
                if begun {
                    continue;
                }
                let follows = |i: &&usize| {
                    let labels = &self.rows[**i].labels;
                    labels.len() > level + 1 && labels[..=level] == row.labels[..=level]
                };
                let row_span = if own { 1 } else { rows[position..].iter().take_while(follows).count() };
                let column_span = if own { 3 - level } else { 1 };
                cells.push(row_label(label, own.then_some(index), row_span, column_span));
            }
            cells.extend(row.cells().map(|cell| number(cell, 1)));
            printed.push(cells);
        }
        printed
    }

    /// The rows of table 三 in printed order, an outdated row before the rows that replaced it.
    fn application_rows(&self, outdated: bool) -> Vec<usize> {
        let mut rows: Vec<usize> =
            (0..self.rows.len()).filter(|&i| self.rows[i].table == 3 && !self.rows[i].outdated).collect();
        if outdated {
            for index in (0..self.rows.len()).filter(|&i| self.rows[i].outdated) {
                let label = self.rows[index].label();
                let place = rows.iter().position(|&i| self.rows[i].labels.contains(&label)).unwrap_or(rows.len());
                rows.insert(place, index);
            }
        }
        rows
    }

    fn disputes_layout(&self) -> Vec<Vec<LayoutCell>> {
        let groups: Vec<&RowSpec> = self.rows.iter().filter(|row| row.table == 4).collect();
        let mut printed = vec![Vec::new(), Vec::new(), Vec::new(), Vec::new()];
        for (i, group) in groups.iter().enumerate() {
            let kind = group.labels[0];
            let plain = group.labels.len() == 1;
            if i == 0 || groups[i - 1].labels[0] != kind {
                let width = groups.iter().filter(|g| g.labels[0] == kind).map(|g| g.columns.len()).sum();
                printed[0].push(column_label(kind, 1, width));
            }
            if !plain {
                printed[1].push(column_label(group.label(), 1, group.columns.len()));
            }
            for label in &group.columns {
                printed[if plain { 1 } else { 2 }].push(column_label(label, if plain { 2 } else { 1 }, 1));
            }
            printed[3].extend(group.cells().map(|cell| number(cell, 1)));
        }
        printed
    }
}

fn row_label(text: &'static str, row: Option<usize>, row_span: usize, column_span: usize) -> LayoutCell {
    LayoutCell { row_span, column_span, content: LayoutContent::RowLabel { text, row } }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every printed table is a full rectangle: no hole, no overlap.
    #[test]
    fn tables_are_rectangles() {
        for form in Form::all() {
            for table in 2..=4 {
                for outdated in [false, true] {
                    let printed = form.layout(table, outdated);
                    let columns = form.layout_columns(table);
                    let mut filled = vec![vec![0; columns]; printed.len()];
                    for (r, row) in printed.iter().enumerate() {
                        for cell in row {
                            let c = filled[r].iter().position(|&n| n == 0).expect("no room left in the row");
                            for line in &mut filled[r..r + cell.row_span] {
                                line[c..c + cell.column_span].iter_mut().for_each(|n| *n += 1);
                            }
                        }
                    }
                    assert!(filled.iter().flatten().all(|&n| n == 1), "form {} table {table}", form.id);
                }
            }
        }
    }
}
