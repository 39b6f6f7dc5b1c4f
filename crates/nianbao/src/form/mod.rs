//! The official form as data: sections, tables, labels, cell addresses, equations.
//!
//! [`form_2021`] and [`form_2019`] state what is printed; everything else that knows the form
//! (the aligner, the arithmetic, the repair search, the tables on the screen, `nianbao form`)
//! derives it from [`Form`]. A new form is a new table of labels, not new code.

mod form_2019;
mod form_2021;
mod layout;
mod shared;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

pub use layout::{LayoutCell, LayoutContent};

/// What the printed form says. Written once a form, in its own file.
struct Source {
    id: &'static str,
    years: (i32, i32),
    basis: &'static str,
    sections: [&'static str; 6],
    disclosure: &'static [Block],
    applicants: [(&'static str, &'static str); 7],
    /// The rows of table 三, in parts.
    applications: &'static [&'static [RowLabel]],
    /// Rows of an older form that reports still use.
    outdated_rows: &'static [RowLabel],
    disputes: &'static [Group],
}

/// A block of table 二: an item of article 20, its columns and its rows, as (address part, label).
struct Block {
    item: &'static str,
    columns: &'static [(&'static str, &'static str)],
    rows: &'static [(&'static str, &'static str)],
}

/// A row of table 三: its address part and its label, under up to two group labels.
struct RowLabel {
    id: &'static str,
    group: &'static str,
    sub_group: &'static str,
    label: &'static str,
}

/// A group of columns of table 四.
struct Group {
    id: &'static str,
    kind: &'static str,
    label: &'static str,
    results: [(&'static str, &'static str); 5],
}

/// The label over the five columns from 商业企业 to 其他.
pub const LEGAL_PERSONS: &str = "法人或其他组织";
/// The label over the seven columns of table 三.
pub const APPLICANTS: &str = "申请人情况";
/// The note that the form prints in the head of table 三.
pub const IDENTITY_NOTE: &str = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
/// The label at the head of the blocks of table 二.
pub const CONTENT: &str = "信息内容";

/// The index of a cell in its form: 0 to 199 for the official cells of the 2021 form, then the
/// cells of outdated rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellId(pub u16);

impl CellId {
    /// The index as a `usize`.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// A cell of the form.
#[derive(Clone, Debug)]
pub struct CellSpec {
    /// Its stable address: `3.granted.natural`.
    pub address: String,
    /// The table: 2, 3 or 4.
    pub table: u8,
    /// The row in [`Form::rows`].
    pub row: usize,
    /// The column within the row, from 0.
    pub column: usize,
    /// Where it is, for a person: 表三 · （七）总计 · 自然人.
    pub name: String,
    /// Whether only integers are lawful (件); false for amounts of money.
    pub count: bool,
    /// Whether a sign is lawful (本年增/减 of the 2019 form).
    pub signed: bool,
}

impl CellSpec {
    /// Where it is within its table: （七）总计 · 自然人.
    pub fn name_in_table(&self) -> &str {
        self.name.split_once(" · ").map_or(self.name.as_str(), |(_, rest)| rest)
    }
}

/// A row of number cells: a printed row of table 二 or 三, a group of columns of table 四.
#[derive(Clone, Debug)]
pub struct RowSpec {
    /// Its address without the column: `3.refused.1`.
    pub address: String,
    /// The table: 2, 3 or 4.
    pub table: u8,
    /// The labels from the outermost group to the row's own: 三、…, （三）…, 1.….
    pub labels: Vec<&'static str>,
    /// The labels of its columns, one for each cell.
    pub columns: Vec<&'static str>,
    /// Its cells.
    pub cells: Range<u16>,
    /// Whether it belongs to an older form and is only there to read what reports still use.
    pub outdated: bool,
}

impl RowSpec {
    /// The row's own label.
    pub fn label(&self) -> &'static str {
        self.labels.last().copied().unwrap_or_default()
    }

    /// The row's name within its table: （三）不予公开 1.属于国家秘密.
    pub fn name(&self) -> String {
        match (self.table, self.labels.as_slice()) {
            (3, [_, group, own]) => format!("{group} {own}"),
            (4, labels) => labels.join(" · "),
            _ => self.label().to_owned(),
        }
    }

    /// The row's name with its table: 表三 · （七）总计.
    pub fn full_name(&self) -> String {
        format!("表{} · {}", NUMERALS[usize::from(self.table) - 1], self.name())
    }

    /// The row's cells.
    pub fn cells(&self) -> impl DoubleEndedIterator<Item = CellId> + use<> {
        self.cells.clone().map(CellId)
    }

    /// The cell in a column of the row, from 0.
    pub fn cell(&self, column: usize) -> Option<CellId> {
        self.cells().nth(column)
    }
}

/// What kind of equation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EquationKind {
    /// Six applicants add up to the row's total.
    Row,
    /// The rows of results add up to （七）总计.
    Sum,
    /// Received and carried in are answered or carried out.
    Identity,
    /// Four results add up to the group's total.
    Group,
}

/// An equation of the form: the left cells add up to the sum of the right cells.
#[derive(Clone, Debug)]
pub struct Equation {
    /// Its kind.
    pub kind: EquationKind,
    /// Its name for a person: 表三 · （一）予以公开, 表三 · 自然人.
    pub name: String,
    /// The addends.
    pub left: Vec<CellId>,
    /// What they must equal: the total, or 总计 and 结转 in the identity.
    pub right: Vec<CellId>,
}

/// An official form, derived from its printed labels.
#[derive(Debug)]
pub struct Form {
    /// `2021` or `2019`.
    pub id: &'static str,
    /// The first and the last year of the reports it is for.
    pub years: (i32, i32),
    /// The document that prescribes it.
    pub basis: &'static str,
    /// The six section titles, without their numerals.
    pub sections: [&'static str; 6],
    /// All rows, in printed order; outdated rows last.
    pub rows: Vec<RowSpec>,
    /// All cells, in printed order; those of outdated rows last.
    pub cells: Vec<CellSpec>,
    /// All equations.
    pub equations: Vec<Equation>,
    /// How many cells are official (200 in 2021); the rest belong to outdated rows.
    pub official_cells: usize,
    /// The items of table 二 with their rows, in printed order: label and rows.
    pub items: Vec<(&'static str, Range<usize>)>,
    by_address: HashMap<String, CellId>,
}

/// The Chinese numerals of the six sections and their tables.
pub const NUMERALS: [&str; 6] = ["一", "二", "三", "四", "五", "六"];

static FORM_2021: LazyLock<Form> = LazyLock::new(|| Form::derive(&form_2021::SOURCE));
static FORM_2019: LazyLock<Form> = LazyLock::new(|| Form::derive(&form_2019::SOURCE));

impl Form {
    /// The form for the reports of 2021 and later.
    pub fn of_2021() -> &'static Form {
        &FORM_2021
    }

    /// The form for the reports of 2019 and 2020.
    pub fn of_2019() -> &'static Form {
        &FORM_2019
    }

    /// All known forms, newest first.
    pub fn all() -> [&'static Form; 2] {
        [Self::of_2021(), Self::of_2019()]
    }

    /// The form that a report for `year` must use; `None` before 2019.
    pub fn for_year(year: i32) -> Option<&'static Form> {
        Self::all().into_iter().find(|form| (form.years.0..=form.years.1).contains(&year))
    }

    /// The form with this id.
    pub fn by_id(id: &str) -> Option<&'static Form> {
        Self::all().into_iter().find(|form| form.id == id)
    }

    /// The cell with this address.
    pub fn cell(&self, address: &str) -> Option<CellId> {
        self.by_address.get(address).copied()
    }

    /// What is known of a cell.
    pub fn spec(&self, cell: CellId) -> &CellSpec {
        &self.cells[cell.index()]
    }

    /// The row of a cell.
    pub fn row_of(&self, cell: CellId) -> &RowSpec {
        &self.rows[self.spec(cell).row]
    }

    /// The row with this address (`3.granted`).
    pub fn row(&self, address: &str) -> Option<&RowSpec> {
        self.rows.iter().find(|row| row.address == address)
    }

    /// All cell ids, official ones first.
    pub fn cell_ids(&self) -> impl Iterator<Item = CellId> + use<> {
        (0..self.cells.len() as u16).map(CellId)
    }

    /// Whether the cell belongs to an outdated row.
    pub fn is_outdated(&self, cell: CellId) -> bool {
        cell.index() >= self.official_cells
    }

    /// A section's printed heading, from 1: 一、总体情况.
    pub fn heading(&self, section: usize) -> Option<String> {
        let index = section.checked_sub(1)?;
        Some(format!("{}、{}", NUMERALS.get(index)?, self.sections.get(index)?))
    }

    fn derive(source: &Source) -> Form {
        let mut form = Form {
            id: source.id,
            years: source.years,
            basis: source.basis,
            sections: source.sections,
            rows: Vec::new(),
            cells: Vec::new(),
            equations: Vec::new(),
            official_cells: 0,
            items: Vec::new(),
            by_address: HashMap::new(),
        };
        for block in source.disclosure {
            let first = form.rows.len();
            for (id, label) in block.rows {
                form.push_row(2, id, vec![block.item, label], block.columns, false);
            }
            form.items.push((block.item, first..form.rows.len()));
        }
        for row in source.applications.iter().copied().flatten() {
            form.push_row(3, row.id, row.labels(), &source.applicants, false);
        }
        for group in source.disputes {
            let labels = [group.kind, group.label].into_iter().filter(|l| !l.is_empty()).collect();
            form.push_row(4, group.id, labels, &group.results, false);
        }
        form.official_cells = form.cells.len();
        for row in source.outdated_rows {
            form.push_row(3, row.id, row.labels(), &source.applicants, true);
        }
        form.state_equations();
        form.by_address = form.cells.iter().zip(form.cell_ids()).map(|(cell, id)| (cell.address.clone(), id)).collect();
        form
    }

    fn push_row(
        &mut self,
        table: u8,
        id: &str,
        labels: Vec<&'static str>,
        columns: &[(&'static str, &'static str)],
        outdated: bool,
    ) {
        let first = self.cells.len() as u16;
        let row = RowSpec {
            address: format!("{table}.{id}"),
            table,
            labels,
            columns: columns.iter().map(|(_, label)| *label).collect(),
            cells: first..first + columns.len() as u16,
            outdated,
        };
        for (column, (column_id, column_label)) in columns.iter().enumerate() {
            let name = if table == 2 && columns.len() == 1 {
                row.full_name()
            } else {
                format!("{} · {column_label}", row.full_name())
            };
            self.cells.push(CellSpec {
                address: format!("{}.{column_id}", row.address),
                table,
                row: self.rows.len(),
                column,
                name,
                count: *column_id != "amount",
                signed: *column_id == "change",
            });
        }
        self.rows.push(row);
    }

    /// The equations: Σ six applicants = 总计, Σ results = （七）总计, 一 + 二 = （七） + 四,
    /// Σ four results = 总计.
    fn state_equations(&mut self) {
        let applications: Vec<&RowSpec> = self.rows.iter().filter(|row| row.table == 3).collect();
        let mut equations: Vec<Equation> = Vec::new();
        let sum_of_row = |row: &RowSpec, kind| {
            let mut left: Vec<CellId> = row.cells().collect();
            let right = left.pop().into_iter().collect();
            Equation { kind, name: row.full_name(), left, right }
        };
        for row in applications.iter().filter(|row| !row.outdated) {
            equations.push(sum_of_row(row, EquationKind::Row));
        }
        let find = |id: &str| applications.iter().find(|row| row.address == id);
        if let (Some(received), Some(carried_in), Some(total), Some(carried_out)) =
            (find("3.received"), find("3.carried_in"), find("3.total"), find("3.carried_out"))
        {
            let leaves: Vec<&&RowSpec> =
                applications.iter().filter(|row| row.labels.len() > 1 && row.address != "3.total").collect();
            for column in 0..total.columns.len() {
                let name = format!("表三 · {}", total.columns[column]);
                equations.push(Equation {
                    kind: EquationKind::Sum,
                    name: name.clone(),
                    left: leaves.iter().filter_map(|row| row.cell(column)).collect(),
                    right: total.cell(column).into_iter().collect(),
                });
                equations.push(Equation {
                    kind: EquationKind::Identity,
                    name,
                    left: [received, carried_in].iter().filter_map(|row| row.cell(column)).collect(),
                    right: [total, carried_out].iter().filter_map(|row| row.cell(column)).collect(),
                });
            }
        }
        for row in self.rows.iter().filter(|row| row.table == 4) {
            equations.push(sum_of_row(row, EquationKind::Group));
        }
        self.equations = equations;
    }
}

impl RowLabel {
    fn labels(&self) -> Vec<&'static str> {
        [self.group, self.sub_group, self.label].into_iter().filter(|label| !label.is_empty()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_2021_form_has_200_cells_and_42_equations() {
        let form = Form::of_2021();
        assert_eq!(form.official_cells, 200);
        assert_eq!(form.equations.len(), 25 + 7 + 7 + 3);
        for address in
            ["2.rules.made", "2.fees.amount", "3.refused.8.total", "3.other.2.legal", "4.after_review.pending"]
        {
            let id = form.cell(address).expect(address);
            assert_eq!(form.spec(id).address, address);
        }
    }

    #[test]
    fn the_2019_form_has_one_row_of_other_results() {
        let form = Form::of_2019();
        assert_eq!(form.rows.iter().filter(|row| row.table == 3).count(), 23);
        assert_eq!(form.equations.len(), 23 + 7 + 7 + 3);
        assert!(form.cell("3.other.natural").is_some());
    }
}
