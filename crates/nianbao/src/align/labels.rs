//! Tells which printed labels of a table are not the form's.

use std::collections::{HashMap, HashSet};

use super::fold::{distance, fold};
use super::outline::split_number;
use super::runs::Fragment;
use crate::form::{APPLICANTS, CONTENT, Form, IDENTITY_NOTE, LEGAL_PERSONS};
use crate::report::Label;

/// How many fragments one label may be wrapped over.
const MOST_PARTS: usize = 6;

/// A label of a table.
pub(super) struct Official {
    pub(super) text: &'static str,
    pub(super) folded: Vec<char>,
    /// The address of the row it labels, or of the first cell of its column.
    pub(super) address: Option<String>,
    /// How often the table prints it, at the most.
    times: usize,
}

/// All labels that the form prints in a table, each once.
pub(super) fn official(form: &Form, table: u8) -> Vec<Official> {
    let mut labels: Vec<Official> = Vec::new();
    let mut push = |text: &'static str, address: Option<String>| match labels.iter_mut().find(|l| l.text == text) {
        Some(label) => label.times += 1,
        None => labels.push(Official { text, folded: fold(text), address, times: 1 }),
    };
    for row in form.rows.iter().filter(|row| row.table == table) {
        let Some((own, groups)) = row.labels.split_last() else { continue };
        push(own, (!row.outdated).then(|| row.address.clone()));
        groups.iter().for_each(|group| push(group, None));
    }
    // The columns of table 三 have one head, those of the other tables one above each group of rows.
    let heads = form.rows.iter().filter(|row| row.table == table).take(if table == 3 { 1 } else { usize::MAX });
    for row in heads {
        for (cell, label) in row.cells().zip(&row.columns) {
            push(label, Some(form.spec(cell).address.clone()));
        }
    }
    match table {
        2 => push(CONTENT, None),
        3 => [APPLICANTS, LEGAL_PERSONS, IDENTITY_NOTE].into_iter().for_each(|label| push(label, None)),
        _ => {}
    }
    labels
}

/// Which fragments are no label of the form and no part of one, but much like one.
pub(super) fn deviations(table: u8, official: &[Official], fragments: &[Fragment]) -> Vec<Label> {
    let explained = explained(official, fragments);
    let short = Short::of(official, fragments, &explained);
    let mut labels = Vec::new();
    for (i, fragment) in fragments.iter().enumerate() {
        if explained[i] {
            continue;
        }
        // A word cut out of a line may be the rest of a wrapped label.
        if !fragment.whole && official.iter().any(|label| contains(&label.folded, &fragment.folded)) {
            continue;
        }
        let meant = match fragment.folded.len() {
            0 | 1 => None,
            2 => short.meant(fragment),
            _ => nearest(official, fragment),
        };
        if let Some(nearest) = meant {
            labels.push(Label {
                table,
                printed: fragment.text.clone(),
                official: nearest.text,
                row: nearest.address.clone(),
                at: fragment.at,
            });
        }
    }
    labels
}

/// Marks the fragments that are labels of the form, alone or put together with their neighbours.
fn explained(official: &[Official], fragments: &[Fragment]) -> Vec<bool> {
    let mut explained = vec![false; fragments.len()];
    for first in 0..fragments.len() {
        let mut joined: Vec<char> = Vec::new();
        for last in first..fragments.len().min(first + MOST_PARTS) {
            joined.extend(&fragments[last].folded);
            if official.iter().any(|label| equal(&label.folded, &joined)) {
                explained[first..=last].iter_mut().for_each(|e| *e = true);
            }
            if joined.len() > 64 {
                break;
            }
        }
    }
    // Several labels on one line: 信息内容 本年处理决定数量 without blanks between.
    for (i, fragment) in fragments.iter().enumerate() {
        explained[i] = explained[i] || consists_of(official, &fragment.folded);
    }
    explained
}

/// Equal, the enumerator of either left out or not: 予以公开 is （一）予以公开.
fn equal(official: &[char], printed: &[char]) -> bool {
    official == printed
        || (printed.len() > 2
            && official.len() == printed.len() + 1
            && official[1..] == *printed
            && is_enumerator(official[0]))
}

fn is_enumerator(c: char) -> bool {
    c.is_ascii_digit() || "一二三四五六七".contains(c)
}

/// Whether a text is nothing but labels of the form, one after the other.
fn consists_of(official: &[Official], text: &[char]) -> bool {
    let mut reachable = vec![false; text.len() + 1];
    reachable[0] = true;
    for start in 0..text.len() {
        if reachable[start] {
            for label in official {
                if !label.folded.is_empty() && text[start..].starts_with(&label.folded) {
                    reachable[start + label.folded.len()] = true;
                }
            }
        }
    }
    reachable[text.len()]
}

fn contains(whole: &[char], part: &[char]) -> bool {
    whole.windows(part.len()).any(|window| window == part)
}

/// What is needed to judge cells of two characters, counted once.
struct Short<'a> {
    official: &'a [Official],
    /// How often each label of two characters is printed.
    times: HashMap<&'a [char], usize>,
    /// One and two characters that stand next to each other in fragments that are no label.
    loose: HashSet<&'a [char]>,
}

impl<'a> Short<'a> {
    fn of(official: &'a [Official], fragments: &'a [Fragment], explained: &[bool]) -> Short<'a> {
        let mut short = Short { official, times: HashMap::new(), loose: HashSet::new() };
        for (fragment, explained) in fragments.iter().zip(explained) {
            if fragment.folded.len() == 2 {
                *short.times.entry(&fragment.folded).or_default() += 1;
            }
            if !explained {
                short.loose.extend(fragment.folded.windows(1).chain(fragment.folded.windows(2)));
            }
        }
        short
    }

    /// The label that a cell of two characters is a slip of, where nothing else can be meant: a label of
    /// two with one of them wrong (合计 for 总计) that the table has fewer times than is due, or the only
    /// label of up to four that it is a part of (维持 for 结果维持). What is missing must stand nowhere,
    /// neither glued to a neighbour nor on a line of its own.
    fn meant(&self, fragment: &Fragment) -> Option<&'a Official> {
        let printed = fragment.folded.as_slice();
        if !fragment.whole {
            return None;
        }
        let times = |label: &[char]| self.times.get(label).copied().unwrap_or(0);
        let other_word = |label: &&Official| {
            label.folded.len() == 2
                && label.folded.iter().zip(printed).filter(|(due, stands)| due == stands).count() == 1
                && times(&label.folded) + times(printed) <= label.times
                && !self.loose.contains(label.folded.as_slice())
        };
        let only = self.official.iter().filter(|label| contains(&label.folded, printed)).count() == 1;
        let part = |label: &&Official| {
            let rest = label.folded.strip_prefix(printed).or(label.folded.strip_suffix(printed));
            only && rest.is_some_and(|rest| (1..=2).contains(&rest.len()) && !self.loose.contains(rest))
        };
        let mut meant = self.official.iter().filter(|label| other_word(label) || part(label));
        meant.next().filter(|_| meant.next().is_none())
    }
}

/// The label that a fragment most likely is a slip of.
fn nearest<'a>(official: &'a [Official], fragment: &Fragment) -> Option<&'a Official> {
    let printed = &fragment.folded;
    // （六）其他 is （六）其他处理, not 3.其他.
    let numbered = split_number(fragment.text.trim_start_matches(['（', '('])).0.is_some()
        || printed.first().is_some_and(|c| is_enumerator(*c)) && fragment.text.starts_with(['（', '(']);
    official
        .iter()
        .filter(|label| label.folded.len() > 2)
        .filter(|label| !numbered || label.folded.first() == printed.first())
        .map(|label| {
            let longest = label.folded.len().max(printed.len());
            (1.0 - distance(&label.folded, printed) as f32 / longest as f32, label)
        })
        .filter(|(likeness, _)| *likeness >= if numbered { 0.55 } else { 0.65 })
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, label)| label)
}
