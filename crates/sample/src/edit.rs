//! The little language in which rule pages write their examples: one edit of a [`Draft`] a line.

use nianbao::document::{Remark, RemarkKind};
use nianbao::form::{CellId, Form};

use crate::draft::{Draft, LabelKey, SectionDraft};

impl Draft {
    /// Makes one edit:
    ///
    /// | edit | effect |
    /// |---|---|
    /// | `base = department`, `government`, `2019` | starts over from that clean report |
    /// | `3.granted.total = 9` | the printed text of a cell; nothing after `=` leaves it blank |
    /// | `3.other.natural = 1` (2021 form) | prints （六） as the one row of the older form |
    /// | `title = …`, `intro = …` | the whole title, the text before 一、 |
    /// | `agency = …`, `year = …` | another name or year, wherever the report has it |
    /// | `heading 5 = …`, `section 5 = …`, `append 1 = …` | a heading, a section's text, one more paragraph |
    /// | `replace 1 = old => new` | other words in a section (0: the text before 一、); they must be there |
    /// | `label 3.refused.2 = …` | a row's label |
    /// | `column 2.normative.repealed = …` | the label over a column |
    /// | `labels 结果维持 = …` | every label that the form prints like this |
    /// | `drop section 6`, `drop table 3`, `drop row 3.refused.2` | leaves it out |
    /// | `order = 1 2 4 3 5 6` | the sections in another order, repeated or left out |
    /// | `remark comment = …` | a comment beside the text (or `inserted`, `deleted`, `hidden`) |
    /// | `previous` and any edit, or alone | adds last year's clean report and edits it |
    /// | `only = …` | the whole text is just this |
    ///
    /// `\n` in a text is a line break. The error says what can't be understood or is not there.
    pub fn edit(&mut self, line: &str) -> Result<(), String> {
        let line = line.trim();
        if let Some(edit) = line.strip_prefix("previous") {
            let last_year = self.last_year();
            let previous = self.previous.get_or_insert_with(|| Box::new(last_year));
            return if edit.trim().is_empty() { Ok(()) } else { previous.edit(edit) };
        }
        if let Some(what) = line.strip_prefix("drop ") {
            return self.drop_part(what.trim());
        }
        let (key, value) = line.split_once('=').ok_or_else(|| format!("no edit: {line}"))?;
        let text = value.trim().replace("\\n", "\n");
        match key.trim().split_once(' ').unwrap_or((key.trim(), "")) {
            ("base", "") => *self = Draft::base(&text)?,
            ("title", "") => self.title = text,
            ("intro", "") => self.intro = text,
            ("only", "") => self.only = Some(text),
            ("agency", "") => self.rename(&text),
            ("year", "") => self.shift_year(number(&text)?),
            ("order", "") => self.order = text.split_whitespace().map(section_number).collect::<Result<_, _>>()?,
            ("heading", section) => self.section_mut(section)?.heading = text,
            ("section", section) => self.section_mut(section)?.text = text,
            ("append", section) => append(&mut self.section_mut(section)?.text, &text),
            ("replace", section) => replace(self.text_mut(section)?, &text)?,
            ("label", row) => {
                let row = row_of(self.form, row)?;
                self.labels.insert(LabelKey::Row(row), text);
            }
            ("column", address) => {
                let cell = first_below_label(self.form, cell_of(self.form, address)?);
                self.labels.insert(LabelKey::Column(cell), text);
            }
            ("labels", official) => {
                self.labels.insert(LabelKey::Official(official.to_owned()), text);
            }
            ("remark", kind) => self.remarks.push(Remark { kind: remark_kind(kind)?, text, at: None }),
            (address, "") => self.set(address, text)?,
            _ => return Err(format!("no edit: {line}")),
        }
        Ok(())
    }

    fn base(name: &str) -> Result<Draft, String> {
        match name {
            "department" => Ok(Draft::clean()),
            "government" => Ok(Draft::clean_government()),
            "2019" => Ok(Draft::clean_2019()),
            _ => Err(format!("no base: {name}")),
        }
    }

    fn last_year(&self) -> Draft {
        if self.agency.ends_with("人民政府") { Draft::clean_government_before() } else { Draft::clean_before() }
    }

    fn set(&mut self, address: &str, text: String) -> Result<(), String> {
        let cell = cell_of(self.form, address)?;
        let row = self.form.spec(cell).row;
        if self.form.is_outdated(cell) && self.dropped_rows.contains(&row) {
            self.fold_into(row);
        }
        self.cells[cell.index()] = text;
        Ok(())
    }

    /// Prints an outdated row with the sums of the rows that it stood for, in their place.
    pub(crate) fn fold_into(&mut self, outdated: usize) {
        let form = self.form;
        let prefix = format!("{}.", form.rows[outdated].address);
        let parts: Vec<usize> = (0..form.rows.len()).filter(|&r| form.rows[r].address.starts_with(&prefix)).collect();
        for (column, cell) in form.rows[outdated].cells().enumerate() {
            let addends = parts.iter().filter_map(|&part| form.rows[part].cell(column));
            let sum: i64 = addends.filter_map(|part| self.cell(part).parse::<i64>().ok()).sum();
            self.cells[cell.index()] = sum.to_string();
        }
        self.dropped_rows.remove(&outdated);
        self.dropped_rows.extend(parts);
    }

    fn drop_part(&mut self, what: &str) -> Result<(), String> {
        match what.split_once(' ') {
            Some(("section", section)) => self.sections[section_number(section)? - 1] = None,
            Some(("table", table)) => match table.trim().parse::<usize>() {
                Ok(table @ 2..=4) => self.tables[table - 2] = false,
                _ => return Err(format!("no table {table}")),
            },
            Some(("row", row)) => {
                let row = row_of(self.form, row)?;
                if self.form.rows[row].table == 4 {
                    return Err("table 4 has one row only: drop table 4".to_owned());
                }
                self.dropped_rows.insert(row);
            }
            _ => return Err(format!("nothing to drop: {what}")),
        }
        Ok(())
    }

    /// Gives the agency another name, in every text.
    fn rename(&mut self, name: &str) {
        let old = std::mem::replace(&mut self.agency, name.to_owned());
        self.rewrite(|text| text.replace(&old, name));
    }

    /// Makes it a report on another year, in every text; years in numbers of documents stay.
    fn shift_year(&mut self, year: i32) {
        let old = std::mem::replace(&mut self.year, year);
        self.rewrite(|text| text.replace(&format!("{old}年"), &format!("{year}年")));
    }

    fn rewrite(&mut self, change: impl Fn(&str) -> String) {
        let sections = self.sections.iter_mut().flatten().map(|section| &mut section.text);
        for text in [&mut self.title, &mut self.intro].into_iter().chain(sections) {
            *text = change(text);
        }
    }

    fn section_mut(&mut self, section: &str) -> Result<&mut SectionDraft, String> {
        let number = section_number(section)?;
        self.sections[number - 1].as_mut().ok_or_else(|| format!("section {number} was dropped"))
    }

    fn text_mut(&mut self, section: &str) -> Result<&mut String, String> {
        if section.trim() == "0" { Ok(&mut self.intro) } else { Ok(&mut self.section_mut(section)?.text) }
    }
}

fn append(text: &mut String, paragraph: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(paragraph);
}

fn replace(text: &mut String, edit: &str) -> Result<(), String> {
    let (old, new) = edit.split_once("=>").ok_or_else(|| format!("no `old => new`: {edit}"))?;
    let (old, new) = (old.trim(), new.trim());
    if !text.contains(old) {
        return Err(format!("not in the text: {old}"));
    }
    *text = text.replacen(old, new, 1);
    Ok(())
}

fn number(text: &str) -> Result<i32, String> {
    text.trim().parse().map_err(|_| format!("no number: {text}"))
}

fn section_number(text: &str) -> Result<usize, String> {
    match text.trim().parse::<usize>() {
        Ok(number @ 1..=6) => Ok(number),
        _ => Err(format!("no section {text}")),
    }
}

fn cell_of(form: &Form, address: &str) -> Result<CellId, String> {
    form.cell(address.trim()).ok_or_else(|| format!("no cell {address}"))
}

fn row_of(form: &Form, address: &str) -> Result<usize, String> {
    form.rows.iter().position(|row| row.address == address.trim()).ok_or_else(|| format!("no row {address}"))
}

/// The first number cell under the label that stands over a cell.
fn first_below_label(form: &Form, cell: CellId) -> CellId {
    let spec = form.spec(cell);
    let first_row = match spec.table {
        2 => form.items.iter().map(|(_, rows)| rows).find(|rows| rows.contains(&spec.row)).map(|rows| rows.start),
        3 => form.rows.iter().position(|row| row.table == 3),
        _ => Some(spec.row),
    };
    first_row.and_then(|row| form.rows[row].cell(spec.column)).unwrap_or(cell)
}

fn remark_kind(name: &str) -> Result<RemarkKind, String> {
    match name {
        "comment" => Ok(RemarkKind::Comment),
        "inserted" => Ok(RemarkKind::Inserted),
        "deleted" => Ok(RemarkKind::Deleted),
        "hidden" => Ok(RemarkKind::Hidden),
        _ => Err(format!("no kind of remark: {name}")),
    }
}

#[cfg(test)]
mod tests {
    use crate::{Draft, example};

    #[test]
    fn edits_change_what_they_name() {
        let edits = "3.granted.total = 9\nheading 5 = 五、问题\nappend 1 = 甲\\n乙\nreplace 6 = 没有其他 => 没有其它\n\
                     label 3.refused.2 = 2.其他\ncolumn 2.normative.repealed = 本年度止件数\nprevious 3.carried_out.total = 5";
        let draft = example(edits).expect("every edit is one");
        let text = draft.to_text();
        for words in ["\t9\n", "五、问题\n", "。\n甲\n乙\n", "没有其它需要", "\t2.其他\t", "\t本年度止件数\t"]
        {
            assert!(text.contains(words), "{words} in {text}");
        }
        assert!(!text.contains("本年废止件数"));
        assert!(draft.previous.is_some_and(|previous| previous.to_text().contains("\t5\n")));
    }

    #[test]
    fn parts_can_be_left_out_and_moved() {
        let text = example("drop section 6\ndrop table 3\norder = 1 3 2 4 5 6").expect("edits").to_text();
        assert!(!text.contains("六、") && !text.contains("自然人\t"));
        assert!(text.find("三、收到") < text.find("二、主动"));
        let text = example("drop row 3.refused.1").expect("edits").to_text();
        assert!(!text.contains("1.属于国家秘密"));
        assert!(text.contains("\t（三）不予公开\t2.其他法律行政法规禁止公开\t"));
    }

    #[test]
    fn a_row_of_the_older_form_takes_the_place_of_its_parts() {
        let draft = example("3.other.1.natural = 2\n3.other.1.total = 2\n3.other.legal = 1").expect("edits");
        let text = draft.to_text();
        assert!(text.contains("\t（六）其他处理\t\t2\t0\t0\t0\t1\t0\t2\n"), "{text}");
        assert!(!text.contains("3.其他"));
    }

    #[test]
    fn what_is_no_edit_is_an_error() {
        for edit in ["9", "3.granted.sum = 9", "replace 1 = 月亮 => 太阳", "drop section 7", "colour 3 = red"] {
            assert!(Draft::clean().edit(edit).is_err(), "{edit}");
        }
    }
}
