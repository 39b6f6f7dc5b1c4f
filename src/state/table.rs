//! The official tables as a browser needs them: every printed cell with its place, the labels that
//! head it, and its neighbours for the arrow keys.

use nianbao::form::{CellId, Form, LayoutContent};

/// A printed cell with its place in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The row of its upper left corner, from 0.
    pub row: usize,
    /// The column of its upper left corner, from 0.
    pub column: usize,
    /// How many rows it covers.
    pub row_span: usize,
    /// How many columns it covers.
    pub column_span: usize,
    /// What stands in it.
    pub content: LayoutContent,
    /// The elements of the labels over and before a number cell.
    pub headers: Vec<String>,
}

/// An official table, placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its number: 2, 3 or 4.
    pub number: u8,
    /// How many columns it has.
    pub columns: usize,
    /// Its rows.
    pub rows: Vec<Vec<Printed>>,
}

/// Where an arrow key goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home: the row's first number.
    First,
    /// End: the row's last number.
    Last,
}

/// The element of a label, for `headers`.
pub fn label_id(table: u8, row: usize, column: usize) -> String {
    format!("t{table}-{row}-{column}")
}

impl Printed {
    fn covers_row(&self, row: usize) -> bool {
        (self.row..self.row + self.row_span).contains(&row)
    }

    fn covers_column(&self, column: usize) -> bool {
        (self.column..self.column + self.column_span).contains(&column)
    }

    /// The number cell, if it is one.
    pub fn cell(&self) -> Option<CellId> {
        match self.content {
            LayoutContent::Cell(cell) => Some(cell),
            LayoutContent::ColumnLabel(_) | LayoutContent::RowLabel { .. } => None,
        }
    }
}

impl Table {
    /// Places a table of the form. `outdated` adds the rows of the older form.
    pub fn of(form: &Form, number: u8, outdated: bool) -> Table {
        let layout = form.layout(number, outdated);
        let columns = form.layout_columns(number);
        let mut taken = vec![vec![false; columns]; layout.len()];
        let mut rows = Vec::new();
        for (row, cells) in layout.iter().enumerate() {
            let mut placed = Vec::new();
            for cell in cells {
                let free = taken.get(row).and_then(|line| line.iter().position(|taken| !taken));
                let Some(column) = free else { continue };
                for line in taken.iter_mut().skip(row).take(cell.row_span) {
                    line.iter_mut().skip(column).take(cell.column_span).for_each(|taken| *taken = true);
                }
                placed.push(Printed {
                    row,
                    column,
                    row_span: cell.row_span,
                    column_span: cell.column_span,
                    content: cell.content,
                    headers: Vec::new(),
                });
            }
            rows.push(placed);
        }
        let mut table = Table { number, columns, rows };
        table.head_cells();
        table
    }

    fn printed(&self) -> impl Iterator<Item = &Printed> {
        self.rows.iter().flatten()
    }

    /// Names the labels of every number cell: those before it in its row, and the nearest block of
    /// labels above it in its column.
    fn head_cells(&mut self) {
        let labels = |cell: &Printed| -> Vec<String> {
            let id = |label: &Printed| label_id(self.number, label.row, label.column);
            let is_row_label = |p: &&Printed| matches!(p.content, LayoutContent::RowLabel { .. });
            let before = self.printed().filter(is_row_label).filter(|p| p.covers_row(cell.row));
            let mut ids: Vec<String> = before.map(id).collect();
            let mut above = Vec::new();
            for row in (0..cell.row).rev() {
                let over = self.printed().find(|p| p.covers_row(row) && p.covers_column(cell.column));
                match over {
                    Some(label) if matches!(label.content, LayoutContent::ColumnLabel(_)) => above.push(id(label)),
                    _ if above.is_empty() => {}
                    _ => break,
                }
            }
            above.dedup();
            ids.extend(above.into_iter().rev());
            ids
        };
        let headed: Vec<Vec<Vec<String>>> = self
            .rows
            .iter()
            .map(|row| row.iter().map(|cell| if cell.cell().is_some() { labels(cell) } else { Vec::new() }).collect())
            .collect();
        for (cell, headers) in self.rows.iter_mut().flatten().zip(headed.into_iter().flatten()) {
            cell.headers = headers;
        }
    }

    /// The table's first number cell.
    pub fn first(&self) -> Option<CellId> {
        self.printed().find_map(Printed::cell)
    }

    /// Whether the table holds a cell.
    pub fn holds(&self, cell: CellId) -> bool {
        self.printed().any(|printed| printed.cell() == Some(cell))
    }

    /// The number cell that an arrow key leads to; `None` at the edge.
    pub fn neighbour(&self, cell: CellId, direction: Direction) -> Option<CellId> {
        let here = self.printed().find(|printed| printed.cell() == Some(cell))?;
        let in_row = || self.printed().filter(|p| p.row == here.row && p.cell().is_some());
        let in_column = || self.printed().filter(|p| p.covers_column(here.column) && p.cell().is_some());
        let found = match direction {
            Direction::Up => in_column().filter(|p| p.row < here.row).last(),
            Direction::Down => in_column().find(|p| p.row > here.row),
            Direction::Left => in_row().filter(|p| p.column < here.column).last(),
            Direction::Right => in_row().find(|p| p.column > here.column),
            Direction::First => in_row().next(),
            Direction::Last => in_row().last(),
        };
        found.and_then(Printed::cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(number: u8, address: &str) -> Vec<String> {
        let form = Form::of_2021();
        let table = Table::of(form, number, false);
        let cell = table.printed().find(|p| p.cell() == form.cell(address)).unwrap().clone();
        let text = |id: &String| {
            let label = table.printed().find(|p| label_id(number, p.row, p.column) == *id).unwrap();
            match label.content {
                LayoutContent::ColumnLabel(text) | LayoutContent::RowLabel { text, .. } => text.to_owned(),
                LayoutContent::Cell(_) => unreachable!(),
            }
        };
        cell.headers.iter().map(text).collect()
    }

    #[test]
    fn every_number_knows_its_labels() {
        assert_eq!(headers(2, "2.fees.amount"), ["行政事业性收费", "第二十条第（八）项", "本年收费金额（单位：万元）"]);
        assert_eq!(
            headers(3, "3.refused.2.legal"),
            [
                "三、本年度办理结果",
                "（三）不予公开",
                "2.其他法律行政法规禁止公开",
                "申请人情况",
                "法人或其他组织",
                "法律服务机构"
            ]
        );
        assert_eq!(headers(4, "4.review.total"), ["行政复议", "总计"]);
        assert_eq!(headers(4, "4.after_review.pending"), ["行政诉讼", "复议后起诉", "尚未审结"]);
    }

    #[test]
    fn arrows_go_over_merged_cells_and_stop_at_edges() {
        let form = Form::of_2021();
        let go = |number, from: &str, direction| {
            let to = Table::of(form, number, false).neighbour(form.cell(from).unwrap(), direction);
            to.map(|cell| form.spec(cell).address.clone())
        };
        assert_eq!(go(3, "3.partial.total", Direction::Down).as_deref(), Some("3.refused.1.total"));
        assert_eq!(go(3, "3.received.natural", Direction::Left), None);
        assert_eq!(go(3, "3.received.social", Direction::Last).as_deref(), Some("3.received.total"));
        assert_eq!(go(2, "2.permits.decisions", Direction::Up).as_deref(), Some("2.normative.made"));
        assert_eq!(go(2, "2.normative.in_force", Direction::Down).as_deref(), Some("2.permits.decisions"));
        assert_eq!(go(2, "2.fees.amount", Direction::Down), None);
        assert_eq!(go(4, "4.review.total", Direction::Right).as_deref(), Some("4.direct.upheld"));
    }

    #[test]
    fn every_number_cell_of_every_form_is_headed() {
        for form in Form::all() {
            for number in 2..=4 {
                let table = Table::of(form, number, true);
                assert!(table.printed().filter(|p| p.cell().is_some()).all(|p| p.headers.len() >= 2));
            }
        }
    }
}
