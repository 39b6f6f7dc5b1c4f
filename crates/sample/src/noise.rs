//! What goes wrong on the way from a clerk's file to a paste, each with a rate.

use fastrand::Rng;
use nianbao::form::CellId;

use crate::draft::{Draft, LabelKey};

/// How often each thing goes wrong, from 0 (never) to 1 (wherever it can).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Noise {
    /// A page number between two rows of a text.
    pub page_numbers: f64,
    /// Full-width digits in a cell, half-width brackets in a label.
    pub widths: f64,
    /// A blank inside a label, or around a number of a sentence.
    pub spaces: f64,
    /// A label that lacks a character or has a wrong one.
    pub misspelt: f64,
    /// A cell that holds a number in the draft is blank.
    pub blanks: f64,
    /// A cell with a zero holds a slash or a dash.
    pub slashes: f64,
    /// A cell has words beside its number: 3件, 22（其中修订16件）.
    pub notes: f64,
    /// A number is torn in two by a blank: 1 2 for 12.
    pub torn: f64,
    /// A row of table 三 has lost all its numbers.
    pub emptied: f64,
    /// A row of table 二 or 三 is missing.
    pub missing: f64,
    /// （六） is the one row of the older form.
    pub folded: f64,
    /// A word processor's bookmark stands before a heading.
    pub residue: f64,
    /// A row of a text grid begins some columns further right.
    pub shifts: f64,
}

impl Noise {
    /// Nothing goes wrong.
    pub const NONE: Noise = Noise::even(0.0);

    /// Everything goes wrong at one rate.
    pub const fn even(rate: f64) -> Noise {
        Noise {
            page_numbers: rate,
            widths: rate,
            spaces: rate,
            misspelt: rate,
            blanks: rate,
            slashes: rate,
            notes: rate,
            torn: rate,
            emptied: rate,
            missing: rate,
            folded: rate,
            residue: rate,
            shifts: rate,
        }
    }

    /// Each kind alone, at a rate at which a report shows it several times, then all together.
    pub fn kinds() -> Vec<(&'static str, Noise)> {
        let none = Noise::NONE;
        vec![
            ("none", none),
            ("page numbers", Noise { page_numbers: 0.3, ..none }),
            ("widths", Noise { widths: 0.3, ..none }),
            ("spaces", Noise { spaces: 0.4, ..none }),
            ("misspelt", Noise { misspelt: 0.3, ..none }),
            ("blanks", Noise { blanks: 0.05, ..none }),
            ("slashes", Noise { slashes: 0.1, ..none }),
            ("notes", Noise { notes: 0.2, ..none }),
            ("torn", Noise { torn: 0.1, ..none }),
            ("emptied", Noise { emptied: 0.1, ..none }),
            ("missing", Noise { missing: 0.1, ..none }),
            ("folded", Noise { folded: 1.0, ..none }),
            ("residue", Noise { residue: 0.4, ..none }),
            ("shifts", Noise { shifts: 0.2, ..none }),
            ("a little", Noise::even(0.01)),
            ("much", Noise::even(0.06)),
        ]
    }
}

impl Draft {
    /// The same report with the noise that changes what is printed in its cells and labels
    /// (blanks, slashes, notes, full-width and torn numbers, misspelt labels, missing rows). The
    /// draft's truth changes with it; what only the printing hand does comes with [`Hand`].
    pub fn spoiled(&self, noise: &Noise, seed: u64) -> Draft {
        let rng = &mut Rng::with_seed(seed);
        let mut draft = self.clone();
        // A row with a blank and a torn number would have seven pieces again, and nobody could tell:
        // a row has one or the other.
        let mut pieces_changed: Option<(usize, bool)> = None;
        for (index, text) in draft.cells.iter_mut().enumerate() {
            let spec = self.form.spec(CellId(index as u16));
            // The groups of table 四 are one printed row.
            let row = if spec.table == 4 { usize::MAX } else { spec.row };
            let may = |more| pieces_changed.is_none_or(|change| change.0 != row || change.1 == more);
            if chance(rng, noise.blanks) && may(false) {
                text.clear();
                pieces_changed = Some((row, false));
            } else if text == "0" && chance(rng, noise.slashes) {
                *text = (*rng.choice(&["/", "—", "-", "无"]).unwrap_or(&"/")).to_owned();
            } else if text != "0" && chance(rng, noise.notes) {
                let in_stock = spec.address.ends_with("in_force");
                text.push_str(if in_stock { "（含自然失效1件）" } else { "件" });
            } else if text.len() > 1 && may(true) && chance(rng, noise.torn) {
                pieces_changed = Some((row, true));
                text.insert(1, ' ');
            } else if chance(rng, noise.widths) {
                *text = text.chars().map(wide).collect();
            }
        }
        for (index, row) in self.form.rows.iter().enumerate().filter(|(_, row)| row.table != 4 && !row.outdated) {
            if chance(rng, noise.misspelt) {
                draft.labels.insert(LabelKey::Row(index), misspell(row.label(), rng));
            }
            if chance(rng, noise.missing) {
                draft.dropped_rows.insert(index);
            } else if row.table == 3 && chance(rng, noise.emptied) {
                row.cells().for_each(|cell| draft.cells[cell.index()].clear());
            }
        }
        let outdated = (0..self.form.rows.len()).filter(|&row| self.form.rows[row].outdated);
        for row in outdated.filter(|_| chance(rng, noise.folded)) {
            draft.fold_into(row);
        }
        draft
    }
}

/// A full-width digit for a digit; other characters as they are.
fn wide(c: char) -> char {
    if c.is_ascii_digit() || c == '.' { char::from_u32(c as u32 + 0xFEE0).unwrap_or(c) } else { c }
}

/// The label without one of its Han characters, or with a wrong one.
fn misspell(label: &str, rng: &mut Rng) -> String {
    let mut characters: Vec<char> = label.chars().collect();
    let han: Vec<usize> =
        (0..characters.len()).filter(|&i| ('\u{4e00}'..'\u{9fff}').contains(&characters[i])).collect();
    // Numerals tell rows apart: a clerk who loses one has written another label.
    let loose: Vec<usize> = han.into_iter().filter(|&i| !"一二三四五六七".contains(characters[i])).collect();
    if let Some(&at) = rng.choice(&loose) {
        if loose.len() > 3 && rng.bool() {
            characters.remove(at);
        } else {
            characters[at] = *rng.choice(&['已', '末', '巳', '干']).unwrap_or(&'已');
        }
    }
    characters.into_iter().collect()
}

fn chance(rng: &mut Rng, rate: f64) -> bool {
    rate > 0.0 && rng.f64() < rate
}

/// The hand that prints: a layout's own choices and the noise of printing, from one seed.
#[derive(Debug)]
pub struct Hand {
    rng: Rng,
    noise: Noise,
    page: u32,
}

impl Hand {
    /// A hand that always does the same for the same seed and noise.
    pub fn new(seed: u64, noise: Noise) -> Hand {
        Hand { rng: Rng::with_seed(seed), noise, page: 1 }
    }

    /// A choice that belongs to the layout, whatever the noise.
    pub(crate) fn often(&mut self, rate: f64) -> bool {
        chance(&mut self.rng, rate)
    }

    /// One of several.
    pub(crate) fn one_of<'a>(&mut self, options: &[&'a str]) -> &'a str {
        self.rng.choice(options).copied().unwrap_or_default()
    }

    /// A label as this hand prints it.
    pub(crate) fn label(&mut self, text: &str) -> String {
        let narrow_brackets = chance(&mut self.rng, self.noise.widths);
        let mut printed = String::new();
        for c in text.chars() {
            printed.push(match c {
                '（' if narrow_brackets => '(',
                '）' if narrow_brackets => ')',
                '，' if narrow_brackets => ',',
                _ => c,
            });
            if chance(&mut self.rng, self.noise.spaces / 4.0) {
                printed.push(' ');
            }
        }
        printed.trim_end().to_owned()
    }

    /// A paragraph as this hand prints it: blanks around numbers.
    pub(crate) fn sentence(&mut self, text: &str) -> String {
        let mut printed = String::new();
        let mut before = ' ';
        for c in text.chars() {
            let edge = before.is_ascii_digit() != c.is_ascii_digit() && (before.is_alphabetic() || c.is_alphabetic());
            if edge && chance(&mut self.rng, self.noise.spaces) {
                printed.push(' ');
            }
            printed.push(c);
            before = c;
        }
        printed
    }

    /// A heading as this hand prints it.
    pub(crate) fn heading(&mut self, text: &str) -> String {
        let residue = if chance(&mut self.rng, self.noise.residue) { "[bookmark: _GoBack]" } else { "" };
        format!("{residue}{}", self.sentence(text))
    }

    /// A page number to print between two rows, now and then.
    pub(crate) fn page_number(&mut self) -> Option<String> {
        if !chance(&mut self.rng, self.noise.page_numbers) {
            return None;
        }
        self.page += 1;
        let page = self.page;
        Some(match self.rng.u8(0..4) {
            0 => format!("-{page}-"),
            1 => format!("- {page} -"),
            2 => format!("— {page} —"),
            _ => format!("第 {page} 页"),
        })
    }

    /// By how many columns a row begins too far right: nearly always 0.
    pub(crate) fn shift(&mut self) -> usize {
        if chance(&mut self.rng, self.noise.shifts) { self.rng.usize(1..=2) } else { 0 }
    }
}
