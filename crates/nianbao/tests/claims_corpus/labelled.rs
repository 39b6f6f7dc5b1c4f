//! A labelled report of `corpus/`: a table, the narrative, and by hand its claims and mistakes.
//!
//! ```text
//! agency = 柳河县水利局
//! 3.received = 12 2          a row's numbers from the left; a last column 总计 is added up
//! #1                         section 一
//! …
//! #6                         section 六
//! …
//! #claims
//! received 14                a claim that a cell of the tables holds: its subject and its number
//! #mistakes
//! N-NEW | 收到申请85件         the rule that must find it (N-TYPE/N-SUBTOT: either), and the words that must
//!                            be marked
//! ```

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use nianbao::form::Form;
use sample::Draft;

/// A report with its labels.
pub struct Labelled {
    pub name: String,
    pub draft: Draft,
    /// `subject value`, in no order.
    pub claims: Vec<String>,
    /// The rule, or several of which either will do, and the words.
    pub mistakes: Vec<(String, String)>,
}

impl Labelled {
    /// The number that its file's name begins with.
    pub fn number(&self) -> u32 {
        let digits = self.name.split('-').next().unwrap_or_default();
        digits.parse().unwrap_or_else(|_| panic!("{}: no number", self.name))
    }
}

pub fn folder() -> PathBuf {
    crate::common::project().join("corpus")
}

/// Every labelled report of a folder, by name.
pub fn all(folder: &Path) -> Vec<Labelled> {
    let files = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = files.map(|file| file.expect("a file").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

const PROBLEMS: &str = "一是政策解读的形式不够丰富，群众参与的渠道不多。二是少数科室公开的主动性还不够强。\
    下一步，一是丰富解读形式，多用图表和问答，拓宽公众参与渠道；二是加强业务培训，把公开情况列入科室评比。";

fn read(path: &Path) -> Labelled {
    let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
    let text = std::fs::read_to_string(path).expect("a text");
    let mut parts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut part = "";
    for line in text.lines() {
        match line.strip_prefix('#') {
            Some(next) => part = next,
            None => parts.entry(part).or_default().push(line),
        }
    }
    let lines = |part: &str| parts.get(part).cloned().unwrap_or_default();
    let filled = |part: &str| lines(part).into_iter().map(str::trim).filter(|line| !line.is_empty());
    let values: Vec<(&str, &str)> =
        lines("").into_iter().filter_map(|line| line.split_once('=')).map(|(k, v)| (k.trim(), v.trim())).collect();
    let value = |key: &str| values.iter().find(|(k, _)| *k == key).map(|(_, v)| *v);
    let form = value("form").and_then(Form::by_id).unwrap_or(Form::of_2021());
    let year = value("year").map_or(if form.id == "2019" { 2020 } else { 2024 }, |y| y.parse().expect("a year"));
    let mut draft = Draft::empty(form, value("agency").expect("an agency"), year);
    for (key, numbers) in values.iter().filter(|(key, _)| key.contains('.')) {
        fill(&mut draft, key, numbers);
    }
    add_up(&mut draft);
    for section in [1, 5, 6] {
        let own = lines(&section.to_string()).join("\\n");
        let text = if own.is_empty() && section == 5 { PROBLEMS } else { &own };
        draft.edit(&format!("section {section} = {text}")).expect("a section");
    }
    let mistakes = filled("mistakes").filter_map(|line| line.split_once('|'));
    Labelled {
        name,
        draft,
        claims: filled("claims").map(str::to_owned).collect(),
        mistakes: mistakes.map(|(rule, words)| (rule.trim().to_owned(), words.trim().to_owned())).collect(),
    }
}

fn fill(draft: &mut Draft, key: &str, numbers: &str) {
    let form = draft.form;
    if form.cell(key).is_some() {
        draft.edit(&format!("{key} = {numbers}")).expect("a cell");
        return;
    }
    let row = form.row(key).unwrap_or_else(|| panic!("no row {key}"));
    let numbers: Vec<&str> = numbers.split_whitespace().collect();
    for (cell, number) in row.cells().zip(&numbers) {
        let address = form.spec(cell).address.clone();
        draft.edit(&format!("{address} = {number}")).expect("a cell");
    }
    if row.table == 2 && numbers.len() == 1 {
        return;
    }
    if let (true, Some(total)) = (row.table > 2, row.cells().next_back()) {
        let sum: i64 = numbers.iter().map(|number| number.parse::<i64>().expect("a number")).sum();
        let address = form.spec(total).address.clone();
        draft.edit(&format!("{address} = {sum}")).expect("a total");
    }
}

/// Fills in （七）总计 with the sum of the results, column by column.
fn add_up(draft: &mut Draft) {
    let form = draft.form;
    let sums = form.equations.iter().filter(|equation| equation.kind == nianbao::form::EquationKind::Sum);
    for equation in sums {
        let sum: i64 = equation.left.iter().filter_map(|cell| draft.cell(*cell).parse::<i64>().ok()).sum();
        for total in &equation.right {
            draft.edit(&format!("{} = {sum}", form.spec(*total).address)).expect("a total");
        }
    }
}
