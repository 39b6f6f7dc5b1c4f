//! What was changed on the page since the report came in: a clerk has to carry it back into the
//! office program, where the original is.

use nianbao::outcome::Checked;

use super::sums::form_of;

/// Something that was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// A cell.
    Cell {
        /// Its name: 表三 · （七）总计 · 自然人.
        name: String,
        /// What stood there.
        from: String,
        /// What stands there now.
        to: String,
    },
    /// The title.
    Title,
    /// A section's heading or text, 0 to 6.
    Section(usize),
}

/// What differs between the report as it came and as it stands now.
pub fn edits(first: &Checked, now: &Checked) -> Vec<Edit> {
    let mut edits = Vec::new();
    if first.title != now.title {
        edits.push(Edit::Title);
    }
    let sections = first.sections.iter().zip(&now.sections).enumerate();
    edits.extend(sections.filter(|(_, (before, after))| before != after).map(|(number, _)| Edit::Section(number)));
    let form = form_of(now);
    for (address, cell) in &now.cells {
        let from = first.cells.get(address).map(|cell| cell.text.as_str()).unwrap_or_default();
        if from != cell.text {
            let name = form.and_then(|form| form.cell(address).map(|id| form.spec(id).name.clone()));
            edits.push(Edit::Cell {
                name: name.unwrap_or_else(|| address.clone()),
                from: from.to_owned(),
                to: cell.text.clone(),
            });
        }
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::super::sums::tests::report;
    use super::*;

    #[test]
    fn changed_cells_and_sections_are_told() {
        let first = report(&[("3.granted.total", 9)]);
        let mut now = report(&[("3.granted.total", 6)]);
        now.sections[1].text = "新收3件".to_owned();
        let cell =
            Edit::Cell { name: "表三 · （一）予以公开 · 总计".into(), from: "9".into(), to: "6".into() };
        assert_eq!(edits(&first, &now), [Edit::Section(1), cell]);
        assert!(edits(&now, &now).is_empty());
    }
}
