//! Precision and recall, as committed in `corpus/SCORE.md`.

use std::fmt;

use crate::common::tally::{self, COLUMNS, Changes, Tallies, Tally};

/// The score of one lot of reports.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Score {
    pub claims: Tally,
    pub rules: Tallies,
    pub clean_reports: usize,
    pub false_errors: usize,
    pub false_warnings: usize,
    pub hints: usize,
}

impl Score {
    pub fn all_rules(&self) -> Tally {
        self.rules.values().fold(Tally::default(), |sum, rule| Tally {
            right: sum.right + rule.right,
            wrong: sum.wrong + rule.wrong,
            missed: sum.missed + rule.missed,
        })
    }

    /// What has changed since the committed file, for a lot.
    pub fn compare(&self, committed: &str, lot: &str, changes: &mut Changes) {
        let part = committed.split("\n## ").find(|part| part.lines().next() == Some(lot)).unwrap_or_default();
        let mut now = self.rules.clone();
        now.insert("claims".to_owned(), self.claims);
        changes.compare(lot.split(':').next().unwrap_or(lot), &now, &tally::read(part));
    }
}

/// The whole file: a part for each lot.
pub fn file(lots: &[(&str, Score)]) -> String {
    let mut text = String::from(
        "# Score of the narrative rules\n\n\
        Counted over the labelled reports of this folder, in the lots that README.md tells of. `cargo xtask score`\n\
        prints it with what has changed and fails where it has dropped; `cargo xtask score --write` writes it anew.\n",
    );
    for (lot, score) in lots {
        text += &format!("\n## {lot}\n\n{score}");
    }
    text
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{COLUMNS}\n|---|---|---|---|---|---|")?;
        writeln!(f, "{}", self.claims.row("claims"))?;
        for (rule, tally) in &self.rules {
            writeln!(f, "{}", tally.row(rule))?;
        }
        let all = self.all_rules();
        writeln!(f, "\nMistakes: {} of {} found with their words marked.", all.right, all.right + all.missed)?;
        writeln!(
            f,
            "Reports without a mistake: {}; on them {} errors, {} warnings, {} hints of these rules.",
            self.clean_reports, self.false_errors, self.false_warnings, self.hints
        )
    }
}
