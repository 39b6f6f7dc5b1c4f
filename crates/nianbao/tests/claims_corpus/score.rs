//! Precision and recall, as committed in `corpus/SCORE.md`.

use std::collections::BTreeMap;
use std::fmt;

/// Right ones, made-up ones, missed ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub right: usize,
    pub wrong: usize,
    pub missed: usize,
}

impl Tally {
    pub fn precision(&self) -> f64 {
        share(self.right, self.wrong)
    }

    pub fn recall(&self) -> f64 {
        share(self.right, self.missed)
    }
}

fn share(right: usize, others: usize) -> f64 {
    let all = right + others;
    if all == 0 { 1.0 } else { right as f64 / all as f64 }
}

/// The score of one lot of reports.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Score {
    pub claims: Tally,
    pub rules: BTreeMap<String, Tally>,
    pub clean_reports: usize,
    pub false_errors: usize,
    pub false_warnings: usize,
    pub hints: usize,
}

const CLAIMS: &str = "claims";

impl Score {
    pub fn all_rules(&self) -> Tally {
        self.rules.values().fold(Tally::default(), |sum, rule| Tally {
            right: sum.right + rule.right,
            wrong: sum.wrong + rule.wrong,
            missed: sum.missed + rule.missed,
        })
    }

    /// The score of a lot in a committed file; nothing where there is none.
    pub fn read(text: &str, lot: &str) -> Score {
        let mut score = Score::default();
        let heading = format!("\n## {lot}\n");
        let Some((_, text)) = text.split_once(&heading) else { return score };
        let text = text.split("\n## ").next().unwrap_or(text);
        for line in text.lines().filter(|line| line.starts_with("| ")) {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let [name, right, wrong, missed, ..] = cells.as_slice() else { continue };
            let (Ok(right), Ok(wrong), Ok(missed)) = (right.parse(), wrong.parse(), missed.parse()) else { continue };
            let tally = Tally { right, wrong, missed };
            if *name == CLAIMS {
                score.claims = tally;
            } else {
                score.rules.insert((*name).to_owned(), tally);
            }
        }
        score
    }

    /// What has become worse than a committed score.
    pub fn drops_from(&self, before: &Score) -> Vec<String> {
        let mut drops = Vec::new();
        let mut compare = |name: &str, now: &Tally, before: &Tally| {
            for (what, now, before) in
                [("precision", now.precision(), before.precision()), ("recall", now.recall(), before.recall())]
            {
                if before > now + 0.0005 {
                    drops.push(format!("{name}: {what} {now:.3}, was {before:.3}"));
                }
            }
        };
        if before.claims.right > 0 {
            compare(CLAIMS, &self.claims, &before.claims);
        }
        for (rule, before) in &before.rules {
            compare(rule, &self.rules.get(rule).copied().unwrap_or_default(), before);
        }
        drops
    }
}

/// The whole file: a part for each lot.
pub fn file(lots: &[(&str, Score)]) -> String {
    let mut text = String::from(
        "# Score of the narrative rules\n\n\
        Counted over the labelled reports of this folder, in the lots that README.md tells of; written by\n\
        `NIANBAO_SCORE=write cargo test -p nianbao --test claims_corpus`, which fails where it has dropped.\n",
    );
    for (lot, score) in lots {
        text += &format!("\n## {lot}\n\n{score}");
    }
    text
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| what | right | made up | missed | precision | recall |")?;
        writeln!(f, "|---|---|---|---|---|---|")?;
        let rules = self.rules.iter().map(|(name, tally)| (name.as_str(), tally));
        for (name, tally) in std::iter::once((CLAIMS, &self.claims)).chain(rules) {
            let Tally { right, wrong, missed } = tally;
            let (precision, recall) = (tally.precision(), tally.recall());
            writeln!(f, "| {name} | {right} | {wrong} | {missed} | {precision:.3} | {recall:.3} |")?;
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
