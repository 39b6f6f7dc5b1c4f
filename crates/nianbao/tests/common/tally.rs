//! What is counted of claims and of rules, in the tables of the committed scores, and what has
//! changed against them.
//!
//! `cargo xtask score` prints it all; `NIANBAO_SCORE` says `write` to commit it anew, `change` to
//! print what has changed alone.

use std::collections::BTreeMap;
use std::path::Path;

/// Right ones, made-up ones, missed ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub right: usize,
    pub wrong: usize,
    pub missed: usize,
}

/// Tallies by what they count: `claims`, or a rule's id.
pub type Tallies = BTreeMap<String, Tally>;

/// The heads of a table's columns; more may follow.
pub const COLUMNS: &str = "| what | right | made up | missed | precision | recall |";

impl Tally {
    pub fn precision(&self) -> f64 {
        share(self.right, self.wrong)
    }

    pub fn recall(&self) -> f64 {
        share(self.right, self.missed)
    }

    /// Its row in a table.
    pub fn row(&self, name: &str) -> String {
        let Tally { right, wrong, missed } = self;
        let (precision, recall) = (self.precision(), self.recall());
        format!("| {name} | {right} | {wrong} | {missed} | {precision:.3} | {recall:.3} |")
    }
}

fn share(right: usize, others: usize) -> f64 {
    let all = right + others;
    if all == 0 { 1.0 } else { right as f64 / all as f64 }
}

/// The tallies of a committed file's part, or of all of it.
pub fn read(text: &str) -> Tallies {
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [name, right, wrong, missed, ..] = cells.as_slice() else { return None };
        let tally = Tally { right: right.parse().ok()?, wrong: wrong.parse().ok()?, missed: missed.parse().ok()? };
        Some(((*name).to_owned(), tally))
    };
    text.lines().filter(|line| line.starts_with("| ")).filter_map(row).collect()
}

/// What has changed since a committed score: what fell and what rose, came or went.
#[derive(Debug, Default)]
pub struct Changes {
    pub fell: Vec<String>,
    pub other: Vec<String>,
}

impl Changes {
    /// Adds what differs between two tables. A row that is gone counts as fallen: what it counted is
    /// checked no more.
    pub fn compare(&mut self, part: &str, now: &Tallies, before: &Tallies) {
        for (name, tally) in before {
            let Some(now) = now.get(name) else {
                self.fell.push(format!("{part}: {name} is gone"));
                continue;
            };
            let measures =
                [("precision", now.precision(), tally.precision()), ("recall", now.recall(), tally.recall())];
            for (measure, now, before) in measures {
                let line = |how: &str| format!("{part}: {name}: {measure} {how} from {before:.3} to {now:.3}");
                if before > now + 0.0005 {
                    self.fell.push(line("fell"));
                } else if now > before + 0.0005 {
                    self.other.push(line("rose"));
                }
            }
        }
        let new = now.iter().filter(|(name, _)| !before.contains_key(*name));
        self.other.extend(new.map(|(name, tally)| format!("{part}: {} is new", tally.row(name))));
    }

    fn tell(&self, file: &str) {
        if self.fell.is_empty() && self.other.is_empty() {
            println!("{file}: no change");
        }
        for line in self.fell.iter().chain(&self.other) {
            println!("{file}: {line}");
        }
    }
}

/// Prints a score and what has changed since it was committed, as `NIANBAO_SCORE` asks; fails where
/// something fell, unless it is written anew.
pub fn settle(path: &Path, told: &str, score: &str, changes: &Changes) {
    let asked = std::env::var("NIANBAO_SCORE").unwrap_or_default();
    let file = path.strip_prefix(super::project()).unwrap_or(path).display().to_string();
    if asked != "change" {
        println!("{told}\n{score}");
    }
    changes.tell(&file);
    if asked == "write" {
        std::fs::write(path, score).expect("the score is written");
    } else {
        assert!(changes.fell.is_empty(), "{file} has dropped:\n{}", changes.fell.join("\n"));
    }
}
