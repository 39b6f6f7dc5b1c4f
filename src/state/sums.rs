//! The form's equations with a report's numbers in them, as they stand under the tables.

use std::collections::BTreeSet;

use nianbao::form::{CellId, Equation, EquationKind, Form};
use nianbao::outcome::Checked;

/// A number of an equation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The cell's address.
    pub cell: String,
    /// What stands over the number: 自然人, 一, （三）1.
    pub label: String,
    /// The number; `None` where the report has none.
    pub count: Option<i64>,
}

/// What an equation comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comes {
    /// Both sides are equal.
    Right,
    /// They differ.
    Wrong,
    /// A number could not be read with certainty.
    Open,
}

/// An equation with its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// What it is about: 表三 · （一）予以公开.
    pub name: String,
    /// What kind of equation.
    pub kind: EquationKind,
    /// The addends.
    pub left: Vec<Term>,
    /// What they must equal.
    pub right: Vec<Term>,
    /// Whether they do.
    pub comes: Comes,
}

impl Sum {
    /// What the addends add up to.
    pub fn left_total(&self) -> i64 {
        total(&self.left)
    }

    /// What they must equal.
    pub fn right_total(&self) -> i64 {
        total(&self.right)
    }

    /// How many cells it holds.
    fn len(&self) -> usize {
        self.left.len() + self.right.len()
    }
}

fn total(terms: &[Term]) -> i64 {
    terms.iter().filter_map(|term| term.count).fold(0, i64::saturating_add)
}

/// The equations in which a cell stands.
pub fn sums_of_cell(checked: &Checked, cell: &str) -> Vec<Sum> {
    let Some((form, id)) = form_of(checked).and_then(|form| Some((form, form.cell(cell)?))) else { return Vec::new() };
    let with = |equation: &&Equation| equation.left.contains(&id) || equation.right.contains(&id);
    let mut sums: Vec<Sum> = form.equations.iter().filter(with).map(|equation| sum(checked, form, equation)).collect();
    sums.sort_by_key(|sum| sum.comes != Comes::Wrong);
    sums
}

/// The equations that a finding speaks of: those that fail and whose cells it names, the one that
/// it names whole first; otherwise those of its primary cell.
pub fn sums_of_finding(checked: &Checked, cells: &[String]) -> Vec<Sum> {
    let (Some(form), Some(primary)) = (form_of(checked), cells.first()) else { return Vec::new() };
    let named: BTreeSet<CellId> = cells.iter().filter_map(|cell| form.cell(cell)).collect();
    let spoken = |sum: &Sum| {
        let cells = sum.left.iter().chain(&sum.right).filter_map(|term| form.cell(&term.cell));
        cells.filter(|cell| named.contains(cell)).count()
    };
    let mut sums = sums_of_cell(checked, primary);
    if cells.len() > 1 {
        // A finding may name the non-zero addends alone, so the best match counts, not a whole one.
        let named_share = |sum: &Sum| spoken(sum) * 1000 / sum.len().max(1) + usize::from(sum.comes == Comes::Wrong);
        let best = sums.iter().map(spoken).max().unwrap_or(0);
        sums.retain(|sum| spoken(sum) == best);
        sums.sort_by_key(|sum| std::cmp::Reverse(named_share(sum)));
        sums.truncate(1);
    }
    sums
}

/// Every equation of the form.
pub fn all(checked: &Checked) -> Vec<Sum> {
    let Some(form) = form_of(checked) else { return Vec::new() };
    form.equations.iter().map(|equation| sum(checked, form, equation)).collect()
}

/// The form that a result was laid onto.
pub fn form_of(checked: &Checked) -> Option<&'static Form> {
    Form::by_id(checked.form.as_deref()?)
}

/// Whether the report fills in rows of an outdated form.
pub fn uses_outdated_rows(checked: &Checked, form: &Form) -> bool {
    let mut outdated = form.cell_ids().filter(|&cell| form.is_outdated(cell));
    outdated.any(|cell| checked.cells.contains_key(&form.spec(cell).address))
}

fn sum(checked: &Checked, form: &Form, equation: &Equation) -> Sum {
    let outdated = uses_outdated_rows(checked, form);
    let mut open = false;
    let mut present = false;
    let mut terms = |cells: &[CellId]| -> Vec<Term> {
        let mut terms = Vec::new();
        for &id in cells.iter().filter(|&&id| outdated || !form.is_outdated(id)) {
            let spec = form.spec(id);
            let cell = checked.cells.get(&spec.address);
            let count = cell.and_then(|cell| cell.value).and_then(|value| value.integer());
            // Rows that the report replaced by an outdated one are not there rather than in doubt.
            let replaced = outdated && cell.is_none_or(|cell| cell.at.is_none()) && shares_group(form, id);
            if replaced {
                continue;
            }
            present |= count.is_some();
            open |= cell.is_none_or(|cell| cell.doubt.is_some());
            terms.push(Term { cell: spec.address.clone(), label: label(form, equation.kind, id), count });
        }
        terms
    };
    let (left, right) = (terms(&equation.left), terms(&equation.right));
    let comes = match (open || !present, total(&left) == total(&right)) {
        (true, _) => Comes::Open,
        (false, true) => Comes::Right,
        (false, false) => Comes::Wrong,
    };
    Sum { name: equation.name.clone(), kind: equation.kind, left, right, comes }
}

/// Whether a row stands under the label of an outdated row: （六）其他处理.
fn shares_group(form: &Form, cell: CellId) -> bool {
    let row = form.row_of(cell);
    !row.outdated && form.rows.iter().any(|old| old.outdated && row.labels.contains(&old.label()))
}

/// What stands over a number. Rows are named by the numerals the form prints: 一, （七）, （三）1.
fn label(form: &Form, kind: EquationKind, cell: CellId) -> String {
    let (row, column) = (form.row_of(cell), form.spec(cell).column);
    match kind {
        EquationKind::Row | EquationKind::Group => row.columns.get(column).copied().unwrap_or_default().to_owned(),
        EquationKind::Sum | EquationKind::Identity => {
            // All but the outermost group, where there is one.
            let outermost = usize::from(row.labels.len() > 1);
            row.labels.iter().skip(outermost).map(|label| numeral(label)).collect()
        }
    }
}

/// The numeral before a label: 一 of 一、本年新收…, （三） of （三）不予公开, 1 of 1.属于….
fn numeral(label: &str) -> &str {
    let end = label.char_indices().find_map(|(at, character)| match character {
        '、' | '.' => Some(at),
        '）' => Some(at + character.len_utf8()),
        _ => None,
    });
    end.and_then(|end| label.get(..end)).unwrap_or(label)
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use indexmap::IndexMap;
    use nianbao::document::Place;
    use nianbao::outcome::{CellOut, Counts, SectionOut};

    /// A report in which every cell is 0 but those given.
    pub fn report(cells: &[(&str, i64)]) -> Checked {
        let form = Form::of_2021();
        let cell = |value: i64| CellOut {
            text: value.to_string(),
            value: Some(value.into()),
            at: Some(Place::Text { line: 1, column: 1 }),
            doubt: None,
        };
        let mut all: IndexMap<String, CellOut> = form
            .cell_ids()
            .filter(|&id| !form.is_outdated(id))
            .map(|id| (form.spec(id).address.clone(), cell(0)))
            .collect();
        for &(address, value) in cells {
            all.insert(address.to_owned(), cell(value));
        }
        Checked {
            schema: 1,
            file: String::new(),
            reader: "text".to_owned(),
            form: Some("2021".to_owned()),
            title: None,
            agency: None,
            year: None,
            sections: vec![SectionOut { heading: None, text: String::new() }; 7],
            cells: all,
            findings: Vec::new(),
            settings: None,
            checked: Counts::default(),
            unchecked: Vec::new(),
        }
    }

    #[test]
    fn a_cell_stands_in_up_to_three_equations() {
        let report = report(&[("3.total.natural", 5), ("3.received.natural", 5), ("3.received.total", 5)]);
        let sums = sums_of_cell(&report, "3.total.natural");
        let shape: Vec<(EquationKind, Comes)> = sums.iter().map(|sum| (sum.kind, sum.comes)).collect();
        assert_eq!(
            shape,
            [
                (EquationKind::Row, Comes::Wrong),
                (EquationKind::Sum, Comes::Wrong),
                (EquationKind::Identity, Comes::Right)
            ]
        );
        let identity = &sums[2];
        let labels: Vec<&str> = identity.left.iter().chain(&identity.right).map(|t| t.label.as_str()).collect();
        assert_eq!(labels, ["一", "二", "（七）", "四"]);
        let rows: Vec<&str> = sums[1].left.iter().map(|t| t.label.as_str()).collect();
        assert_eq!(rows[..3], ["（一）", "（二）", "（三）1"]);
    }

    #[test]
    fn a_finding_shows_the_equation_it_names() {
        let report = report(&[("3.total.natural", 5)]);
        let cells = ["3.total.natural", "3.received.natural", "3.carried_in.natural", "3.carried_out.natural"];
        let sums = sums_of_finding(&report, &cells.map(str::to_owned));
        assert_eq!(sums.len(), 1);
        assert_eq!(sums[0].kind, EquationKind::Identity);
    }

    #[test]
    fn a_doubtful_number_leaves_its_equations_open() {
        let mut report = report(&[("3.granted.natural", 5)]);
        report.cells["3.granted.business"].doubt = Some("只读到 6 个".to_owned());
        assert_eq!(sums_of_cell(&report, "3.granted.natural")[0].kind, EquationKind::Sum);
        assert_eq!(sums_of_cell(&report, "3.granted.business")[0].comes, Comes::Open);
    }
}
