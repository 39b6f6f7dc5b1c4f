//! The content of one report, and the truth about its cells.

use std::collections::{BTreeMap, BTreeSet};

use nianbao::document::Remark;
use nianbao::form::{CellId, Form};
use nianbao::number::{Number, read_cell};

/// One report: what it says, and how its labels are printed.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The form it fills in.
    pub form: &'static Form,
    /// The agency's full name.
    pub agency: String,
    /// The year it reports on.
    pub year: i32,
    /// The title.
    pub title: String,
    /// What stands between the title and 一、; paragraphs are separated by line feeds.
    pub intro: String,
    /// The six sections; `None` for one that was left out.
    pub sections: [Option<SectionDraft>; 6],
    /// In which order the sections are printed, from 1.
    pub order: Vec<usize>,
    /// For tables 二, 三, 四: whether they are printed.
    pub tables: [bool; 3],
    /// The printed text of every cell of the form, by [`CellId`], those of outdated rows last.
    pub cells: Vec<String>,
    /// Rows (by their index in [`Form::rows`]) that are left out.
    pub dropped_rows: BTreeSet<usize>,
    /// Labels of the form that are printed otherwise: where (see [`crate::Printed`]) and how.
    pub labels: BTreeMap<LabelKey, String>,
    /// Tracked changes and comments beside the text. Text layouts can't print them.
    pub remarks: Vec<Remark>,
    /// When set, the whole text is just this.
    pub only: Option<String>,
    /// Last year's report, where one is given.
    pub previous: Option<Box<Draft>>,
}

/// A section's heading and its paragraphs, separated by line feeds; the table is printed after them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionDraft {
    /// As printed: 一、总体情况.
    pub heading: String,
    /// The paragraphs.
    pub text: String,
}

/// Which label of the form is printed otherwise.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LabelKey {
    /// A row's own label.
    Row(usize),
    /// The lowest label over this cell.
    Column(CellId),
    /// Every label that the form prints like this.
    Official(String),
}

impl Draft {
    /// A report with the form's headings, every count 0, and no text.
    pub fn empty(form: &'static Form, agency: &str, year: i32) -> Draft {
        let section = |number| {
            let heading = form.heading(number).unwrap_or_default();
            Some(SectionDraft { heading, text: String::new() })
        };
        Draft {
            form,
            agency: agency.to_owned(),
            year,
            title: format!("{agency}{year}年政府信息公开工作年度报告"),
            intro: String::new(),
            sections: [section(1), section(2), section(3), section(4), section(5), section(6)],
            order: vec![1, 2, 3, 4, 5, 6],
            tables: [true; 3],
            cells: form.cell_ids().map(|_| "0".to_owned()).collect(),
            // Outdated rows are printed only when an edit fills them in.
            dropped_rows: (0..form.rows.len()).filter(|&row| form.rows[row].outdated).collect(),
            labels: BTreeMap::new(),
            remarks: Vec::new(),
            only: None,
            previous: None,
        }
    }

    /// The printed text of a cell.
    pub fn cell(&self, cell: CellId) -> &str {
        self.cells.get(cell.index()).map_or("", String::as_str)
    }

    /// The number a reader should find in a cell, or `None` where there is none: the row is left
    /// out, its table is, or no number can be told from the text.
    pub fn value(&self, cell: CellId) -> Option<Number> {
        self.prints(cell).then(|| read_cell(self.cell(cell)).value)?
    }

    /// Whether a cell is printed at all.
    pub fn prints(&self, cell: CellId) -> bool {
        let spec = self.form.spec(cell);
        self.prints_table(spec.table) && !self.dropped_rows.contains(&spec.row)
    }

    /// Whether a table (2, 3 or 4) is printed.
    pub fn prints_table(&self, table: u8) -> bool {
        let index = usize::from(table) - 2;
        self.only.is_none()
            && self.tables[index]
            && self.sections[index + 1].is_some()
            && self.order.contains(&usize::from(table))
    }

    /// The sections in printed order, with their numbers from 1.
    pub fn printed_sections(&self) -> impl Iterator<Item = (usize, &SectionDraft)> {
        self.order.iter().filter_map(|&number| Some((number, self.sections.get(number - 1)?.as_ref()?)))
    }

    /// Sets a row of numbers by its address (`3.granted`), from the left; panics on an address that
    /// the form has not, because only this crate's own samples call it.
    pub(crate) fn fill(&mut self, row: &str, numbers: &[i64]) {
        let spec = self.form.row(row).unwrap_or_else(|| panic!("the form has no row {row}"));
        for (cell, number) in spec.cells().zip(numbers) {
            self.cells[cell.index()] = number.to_string();
        }
    }

    /// Sets a row of table 三 or a group of table 四 whose last cell is the sum of the others.
    pub(crate) fn fill_with_total(&mut self, row: &str, numbers: &[i64]) {
        let mut all = numbers.to_vec();
        let cells = self.form.row(row).map_or(0, |spec| spec.columns.len());
        all.resize(cells.saturating_sub(1), 0);
        all.push(numbers.iter().sum());
        self.fill(row, &all);
    }

    /// Sets a section's text.
    pub(crate) fn write(&mut self, section: usize, text: &str) {
        if let Some(section) = &mut self.sections[section - 1] {
            section.text = text.to_owned();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every equation of the form holds in every clean report.
    #[test]
    fn clean_reports_add_up() {
        let drafts = [
            Draft::clean(),
            Draft::clean_before(),
            Draft::clean_2019(),
            Draft::clean_government(),
            Draft::clean_government_before(),
        ];
        for draft in drafts {
            let sum = |cells: &[CellId]| -> i64 {
                let printed = cells.iter().filter(|&&cell| draft.prints(cell));
                printed.map(|&cell| draft.cell(cell).parse::<i64>().expect("a count")).sum()
            };
            for equation in &draft.form.equations {
                assert_eq!(sum(&equation.left), sum(&equation.right), "{}: {}", draft.title, equation.name);
            }
        }
    }
}
