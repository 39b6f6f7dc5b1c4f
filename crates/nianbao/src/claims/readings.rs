//! Which cells may lawfully hold a claim's number.

use super::claim::{Claim, Narrative, Subject, Untied, Why};
use super::lexicon::{Applicant, Dispute, Ending};
use super::quantity::{Precision, Quantity};
use crate::form::{CellId, Form};
use crate::number::Number;
use crate::report::Report;

/// The readings of a subject, each a sum of cells; none where no cell holds it.
pub(super) fn of(report: &Report, form: &Form, subject: &Subject) -> Vec<Vec<CellId>> {
    let cells = |addresses: &[String]| -> Option<Vec<CellId>> {
        addresses.iter().map(|address| form.cell(address)).collect::<Option<Vec<CellId>>>()
    };
    let total = |row: &str| format!("3.{row}.total");
    let one = |row: &str| cells(&[total(row)]);
    let both = || cells(&[total("received"), total("carried_in")]);
    let readings: Vec<Option<Vec<CellId>>> = match subject {
        Subject::Received => vec![one("received"), both()],
        Subject::ReceivedFrom(applicant) => {
            let mut readings = of(report, form, &Subject::Applicant(*applicant));
            readings.extend(of(report, form, &Subject::Received));
            return readings;
        }
        Subject::NewlyReceived => vec![one("received")],
        Subject::ReceivedWithCarried => vec![both()],
        // 办理N件 may be what was answered, what was at hand or what came in.
        Subject::Handled => vec![one("total"), both(), one("received")],
        Subject::Answered => vec![one("total")],
        // What was answered of the new ones has a cell only when none were carried in.
        Subject::AnsweredOfReceived if is_zero(report, "3.carried_in.total") => vec![one("total")],
        Subject::AnsweredOfReceived => Vec::new(),
        Subject::CarriedIn => vec![one("carried_in")],
        Subject::CarriedOut => vec![one("carried_out")],
        Subject::Results(rows) => vec![results(form, rows)],
        // 因重复申请不予处理4件 is no number of the kind where the table has none of that cause.
        Subject::ResultOrCause(leaf, _) if is_zero(report, &format!("3.{leaf}.total")) => vec![results(form, &[leaf])],
        // 不予公开 and 不予处理 are told with the reason of the row; 无法提供 is lumped under one of its own.
        Subject::ResultOrCause(leaf, kind) if *kind != "unable" => vec![results(form, &[leaf])],
        Subject::ResultOrCause(leaf, kind) => vec![results(form, &[leaf]), results(form, &[kind])],
        Subject::Applicant(applicant) => ["received", "both", "total"]
            .into_iter()
            .map(|row| {
                let columns = columns(*applicant);
                let rows: &[&str] = if row == "both" { &["received", "carried_in"] } else { &[row] };
                let addresses: Vec<String> =
                    rows.iter().flat_map(|row| columns.iter().map(move |column| format!("3.{row}.{column}"))).collect();
                cells(&addresses)
            })
            .collect(),
        Subject::Dispute(dispute, ending) => {
            let groups: &[&str] = match dispute {
                Dispute::Review => &["review"],
                Dispute::Suit => &["direct", "after_review"],
                Dispute::Direct => &["direct"],
                Dispute::AfterReview => &["after_review"],
                Dispute::All => &["review", "direct", "after_review"],
            };
            let column = ending.map_or("total", Ending::key);
            let addresses: Vec<String> = groups.iter().map(|group| format!("4.{group}.{column}")).collect();
            vec![cells(&addresses)]
        }
        Subject::Documents(kind, stock) => {
            let column = stock.key();
            vec![cells(&[format!("2.{kind}.{column}")])]
        }
        Subject::Decisions(kind) => vec![cells(&[format!("2.{kind}.decisions")])],
        Subject::Fees => vec![cells(&["2.fees.amount".to_owned()])],
        Subject::Channel(_) | Subject::ProcessingFee | Subject::Published(_) | Subject::Accountability => Vec::new(),
    };
    readings.into_iter().flatten().filter(|reading| !reading.is_empty()).collect()
}

fn columns(applicant: Applicant) -> &'static [&'static str] {
    match applicant {
        Applicant::Natural => &["natural"],
        Applicant::Organisations => &["business", "research", "social", "legal", "other"],
        Applicant::Column("business") => &["business"],
        Applicant::Column("research") => &["research"],
        Applicant::Column("social") => &["social"],
        Applicant::Column("legal") => &["legal"],
        Applicant::Column(_) => &["other"],
    }
}

/// The total cells of results; a kind stands for all its rows.
fn results(form: &Form, rows: &[&str]) -> Option<Vec<CellId>> {
    let mut cells: Vec<CellId> = Vec::new();
    for row in rows {
        if let Some(cell) = form.cell(&format!("3.{row}.total")).filter(|cell| !form.is_outdated(*cell)) {
            cells.push(cell);
            continue;
        }
        let prefix = format!("3.{row}.");
        let leaves = form.rows.iter().filter(|spec| !spec.outdated && spec.address.starts_with(&prefix));
        let before = cells.len();
        cells.extend(leaves.filter_map(|spec| spec.cells().next_back()));
        if cells.len() == before {
            return None;
        }
    }
    cells.sort_unstable();
    cells.dedup();
    Some(cells)
}

fn is_zero(report: &Report, address: &str) -> bool {
    report.at(address).is_some_and(|cell| cell.doubt.is_none() && cell.value.is_none_or(|value| value.is_zero()))
}

/// Of 收到N件，均为自然人 the second number is of the same rows as the first: where the first agrees
/// with some readings only (新收, or 新收 and 上年结转), the second has only those.
pub(super) fn narrow(report: &Report, claims: &mut [Claim]) {
    let Some(form) = report.form else { return };
    let rows = ["received", "both", "total"];
    let sum = |row: &str| -> Option<i64> {
        let parts: &[&str] = if row == "both" { &["received", "carried_in"] } else { &[row] };
        let value = |part: &&str| {
            let cell = report.cell(form.cell(&format!("3.{part}.total"))?);
            cell.count().filter(|_| cell.doubt.is_none())
        };
        parts.iter().map(value).sum()
    };
    for i in 1..claims.len() {
        let (before, rest) = claims.split_at_mut(i);
        let Some(claim) = rest.first_mut().filter(|claim| matches!(claim.subject, Subject::Applicant(_))) else {
            continue;
        };
        let total = before.iter().rev().take_while(|c| c.sentence == claim.sentence).find(|c| {
            matches!(c.subject, Subject::Received | Subject::NewlyReceived | Subject::Handled | Subject::Answered)
        });
        // 收到19件，上年结转1件，其中自然人20件: of both.
        let carried = before.iter().any(|c| c.sentence == claim.sentence && c.subject == Subject::CarriedIn);
        let Some(total) = total.filter(|total| total.quantity.is_exact() && !carried) else { continue };
        let agrees = |row: &str| sum(row).is_some_and(|sum| total.quantity.agrees(sum.into()));
        let kept: Vec<bool> = rows.iter().map(|row| agrees(row)).collect();
        if kept.contains(&true) && claim.readings.len() == kept.len() {
            let mut keep = kept.into_iter();
            claim.readings.retain(|_| keep.next().unwrap_or(true));
        }
    }
}

/// 政府新收2件；部门新收4件: numbers of one sentence that no cell holds alone, but together, are shares of
/// one cell.
pub(super) fn drop_shares(report: &Report, narrative: &mut Narrative) {
    let claims = &narrative.claims;
    let is_share = |claim: &Claim| {
        let same = |other: &&Claim| {
            (other.sentence, other.section, &other.subject) == (claim.sentence, claim.section, &claim.subject)
                && other.quantity.precision == Precision::Exact
        };
        let alone = |other: &&Claim| same(other) && !is_borne_out(report, other);
        let shares: Vec<i64> = claims.iter().filter(alone).filter_map(|c| c.quantity.value.integer()).collect();
        let sum: i64 = shares.iter().fold(0, |sum, share| sum.saturating_add(*share));
        let together = Claim { quantity: Quantity::exact(sum.into()), ..claim.clone() };
        // 全区受理800件，区政府本级受理206件: the other scope's number is the cell's.
        let of_a_part = claim.scope.is_some()
            && claims.iter().any(|other| {
                other.subject.is_same_thing(&claim.subject) && other.scope != claim.scope && is_borne_out(report, other)
            });
        // 申请人撤回39件: among the others of the cell 3.其他 there may be more.
        let withdrawn = claim.subject == Subject::Results(vec!["other.3"])
            && report.value("3.other.3.total").and_then(Number::integer) > claim.quantity.value.integer();
        !is_borne_out(report, claim) && (withdrawn || of_a_part || shares.len() > 1 && is_borne_out(report, &together))
    };
    let shares: Vec<bool> = claims.iter().map(is_share).collect();
    let mut is_share = shares.into_iter();
    let untied = &mut narrative.untied;
    narrative.claims.retain(|claim| {
        let share = is_share.next().unwrap_or(false);
        if share {
            untied.push(Untied { section: claim.section, words: claim.words.clone(), why: Why::PartOfCell });
        }
        !share
    });
}

/// A claim in doubt (行政复议9件, where the text doesn't say that they are about information) is one
/// where a cell bears it out, or the count of the same reviews or suits in its sentence, or two of its
/// endings there (行政复议9件，维持6件、纠正1件); else it is a number that could not be tied.
pub(super) fn settle_doubts(report: &Report, narrative: &mut Narrative) {
    let borne_out: Vec<(usize, Dispute)> = narrative
        .claims
        .iter()
        .filter(|claim| claim.doubt.is_some() && !claim.quantity.value.is_zero() && is_borne_out(report, claim))
        .filter_map(|claim| match claim.subject {
            Subject::Dispute(dispute, None) => Some((claim.sentence, dispute)),
            _ => None,
        })
        .collect();
    let borne_out_endings =
        narrative.claims.iter().filter(|claim| !claim.quantity.value.is_zero() && is_borne_out(report, claim));
    let endings: Vec<(usize, Dispute)> = borne_out_endings
        .filter_map(|claim| match claim.subject {
            Subject::Dispute(dispute, Some(_)) => Some((claim.sentence, dispute)),
            _ => None,
        })
        .collect();
    let mut untied = Vec::new();
    narrative.claims.retain_mut(|claim| {
        let Some(why) = claim.doubt.take() else { return true };
        let counted = |dispute: Dispute| borne_out.contains(&(claim.sentence, dispute));
        let ended_twice =
            |dispute: Dispute| endings.iter().filter(|ending| **ending == (claim.sentence, dispute)).count() > 1;
        let settled = match claim.subject {
            Subject::Dispute(dispute, Some(_)) if counted(dispute) => true,
            Subject::Dispute(dispute, None) if ended_twice(dispute) => true,
            _ => is_borne_out(report, claim),
        };
        if !settled {
            untied.push(Untied { section: claim.section, words: claim.words.clone(), why });
        }
        settled
    });
    narrative.untied.extend(untied);
}

fn is_borne_out(report: &Report, claim: &Claim) -> bool {
    claim.readings.iter().any(|reading| match reading.as_slice() {
        [cell] => {
            let cell = report.cell(*cell);
            let value = cell.value.or_else(|| cell.count().map(Number::from));
            value.is_some_and(|value| claim.quantity.agrees(value))
        }
        cells => {
            let sum: Option<i64> = cells.iter().map(|cell| report.cell(*cell).count()).sum();
            sum.is_some_and(|sum| claim.quantity.agrees(sum.into()))
        }
    })
}
