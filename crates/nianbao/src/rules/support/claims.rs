//! Claims of the narrative compared with the cells that may hold them.

use super::slips;
use crate::claims::claim::{Claim, Subject};
use crate::claims::quantity::Quantity;
use crate::finding::{Finding, Severity, Span};
use crate::form::CellId;
use crate::language::Language;
use crate::number::Number;
use crate::report::Report;
use crate::rule::{Context, Rule};
use crate::say;

/// A claim that no lawful reading bears out.
pub struct Contradiction<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// Each lawful reading: its cells and their sum.
    pub readings: Vec<(&'a [CellId], Number)>,
    /// Whether every number of the table was printed, none left blank.
    pub printed: bool,
}

/// The claims about certain subjects that no lawful reading bears out. A claim is left alone where a
/// cell of one of its readings is uncertain or its table is not there.
pub fn contradicted<'a>(context: &'a Context, wanted: impl Fn(&Claim) -> bool) -> Vec<Contradiction<'a>> {
    let claims = &context.narrative.claims;
    claims
        .iter()
        .filter(|claim| wanted(claim))
        .filter_map(|claim| contradiction(context, claim))
        .filter(|found| !told_for_another_scope(context, found.claim))
        .collect()
}

fn contradiction<'a>(context: &'a Context, claim: &'a Claim) -> Option<Contradiction<'a>> {
    if claim.readings.is_empty() {
        return None;
    }
    let mut readings = Vec::new();
    let mut printed = true;
    for reading in &claim.readings {
        let (sum, all_printed) = sum(context, reading)?;
        if claim.quantity.agrees(sum) {
            return None;
        }
        printed &= all_printed;
        if !readings.iter().any(|(_, other)| *other == sum) {
            readings.push((reading.as_slice(), sum));
        }
    }
    Some(Contradiction { claim, readings, printed })
}

/// Whether a claim speaks of what came in: 收到, 新收, and 收到并办理, which is one number for both.
pub fn is_about_receiving(report: &Report, claim: &Claim) -> bool {
    match claim.subject {
        Subject::Received | Subject::ReceivedFrom(_) | Subject::NewlyReceived | Subject::ReceivedWithCarried => true,
        Subject::Handled => {
            let text = report.sections.get(claim.section).and_then(|section| section.text.get(claim.words.clone()));
            text.is_some_and(|text| ["收到", "受理", "接收", "收悉"].iter().any(|word| text.contains(word)))
        }
        _ => false,
    }
}

/// Whether no lawful reading of a claim bears it out.
pub fn is_contradicted(context: &Context, claim: &Claim) -> bool {
    contradiction(context, claim).is_some()
}

/// The sum of cells, and whether each is printed; `None` where one is uncertain.
pub fn sum(context: &Context, cells: &[CellId]) -> Option<(Number, bool)> {
    let mut total = 0_i64;
    let mut printed = true;
    for &cell in cells {
        let (value, own) = value(context, cell)?;
        if cells.len() == 1 {
            return Some((value, own));
        }
        total = total.checked_add(value.integer()?)?;
        printed &= own;
    }
    Some((Number::from(total), printed))
}

/// A cell's number: a blank total is the sum of its row, any other blank is 0. `None` where the cell
/// is uncertain or its table was not found. And whether the number itself is printed.
fn value(context: &Context, id: CellId) -> Option<(Number, bool)> {
    let spec = context.form.spec(id);
    let cell = context.report.cell(id);
    let found = usize::from(spec.table).checked_sub(2).and_then(|table| context.report.tables.get(table));
    if cell.doubt.is_some() || cell.at.is_none() || found != Some(&true) {
        return None;
    }
    if let Some(value) = cell.value {
        return Some((value, true));
    }
    if !cell.text.is_empty() && !crate::number::is_dash(&cell.text) {
        return None;
    }
    let row = context.form.row_of(id);
    let addends = row.cells().filter(|other| *other != id && spec.column + 1 == row.columns.len() && spec.table != 2);
    let mut total = 0_i64;
    for addend in addends {
        let addend = context.report.cell(addend);
        if addend.doubt.is_some() {
            return None;
        }
        total = total.checked_add(addend.value.map_or(Some(0), Number::integer)?)?;
    }
    Some((Number::from(total), false))
}

/// Whether the same thing is told for two scopes, and the table bears the other one out.
fn told_for_another_scope(context: &Context, claim: &Claim) -> bool {
    let others = context.narrative.claims.iter().filter(|other| {
        other.subject.is_same_thing(&claim.subject) && !std::ptr::eq(*other, claim) && other.scope != claim.scope
    });
    let mut agreeing = others.filter(|other| contradiction(context, other).is_none() && !other.readings.is_empty());
    agreeing.next().is_some()
}

/// The words that say whose numbers these are, where they are not plainly the report's own.
pub fn other_scope<'a>(report: &'a Report, claim: &Claim) -> Option<&'a str> {
    let words = report.sections.get(claim.section)?.text.get(claim.scope.clone()?)?;
    let agency = report.agency.as_deref().unwrap_or_default();
    let government = agency.ends_with("人民政府") || agency.ends_with("管理委员会");
    let office = ["办公室", "办公厅"].iter().any(|office| agency.ends_with(office) && words.ends_with(office));
    let whole = ["全区", "全市", "全县", "全省", "全州", "全旗", "全系统"].contains(&words);
    let own = match words {
        "全镇" | "全街道" | "全乡" | "全局" | "全委" | "本机关" => true,
        _ => office || whole && government && words != "全系统",
    };
    (!own).then_some(words)
}

/// Why a contradicted claim may be about something else than its cells.
enum Doubt<'a> {
    /// It is told of another scope, in these words.
    OtherScope(&'a str),
    /// The same thing is told elsewhere with the table's number, and this one is no slip of it.
    SaidRightly,
    /// Nobody slips that far.
    FarOff,
}

fn doubt<'a>(context: &'a Context, found: &Contradiction) -> Option<Doubt<'a>> {
    let claim = found.claim;
    if let Some(words) = other_scope(context.report, claim) {
        return Some(Doubt::OtherScope(words));
    }
    let said = claim.quantity.value.integer().filter(|said| *said > 0 && claim.quantity.is_exact())?;
    let due: Vec<i64> = found.readings.iter().filter_map(|(_, sum)| sum.integer()).collect();
    let rightly = !is_plain(context.report, claim)
        && context.narrative.claims.iter().any(|other| {
            let told = other.subject.is_same_thing(&claim.subject) && !other.readings.is_empty();
            told && !std::ptr::eq(other, claim) && !is_contradicted(context, other)
        });
    if rightly && !due.iter().any(|due| slips::is_near(said, *due)) {
        return Some(Doubt::SaidRightly);
    }
    // 收到17件, where the table has none: last year's text may stand there.
    let due_none = claim.subject.is_received() && due.iter().all(|due| *due == 0);
    let possible = due_none || due.iter().any(|due| slips::is_possible(said, *due));
    (!possible).then_some(Doubt::FarOff)
}

/// Whether a claim says that it counts all of the year: 全年24件申请, 收到的16件申请.
fn is_plain(report: &Report, claim: &Claim) -> bool {
    let text = report.sections.get(claim.section).map_or("", |section| section.text.as_str());
    let words = text.get(claim.words.clone()).unwrap_or_default();
    let clause = text.get(..claim.words.end).unwrap_or_default().rsplit(STOPS).next().unwrap_or_default();
    let year = report.year.map(|year| format!("{year}年")).unwrap_or_default();
    let whole =
        ["全年", "年内", "本年", "今年", year.as_str()].iter().any(|word| !word.is_empty() && clause.contains(word));
    claim.subject.is_received() && (whole || words.contains("申请"))
}

/// What ends a clause.
const STOPS: [char; 6] = ['，', '。', '；', '：', '（', '\n'];

/// A finding for a contradiction: both numbers, the cells, the words marked. Where the text may be about
/// something else it is a hint.
pub fn finding(context: &Context, rule: &Rule, found: &Contradiction) -> Finding {
    let claim = found.claim;
    let words = Span::in_section(context.report, claim.section, claim.words.clone());
    let said = said(context, &claim.quantity, &claim.subject);
    let tables: Vec<String> = found
        .readings
        .iter()
        .map(|(cells, sum)| format!("{}{}", reading_name(context, cells), in_table(context, *sum)))
        .collect();
    let or = say!(context.language, "；", "; ");
    let nearest = found.readings.first().map_or(Number::from(0), |(_, sum)| *sum);
    let by = difference(context.language, &claim.quantity, nearest, found.readings.len());
    let doubt = doubt(context, found);
    let advice = match doubt {
        Some(Doubt::OtherScope(words)) => say!(
            context.language,
            "正文写的是“{words}”的数，如与表格口径不同，请在正文中说明。",
            "The text gives the number of “{words}”; if the table has another scope, say so in the text."
        ),
        Some(Doubt::SaidRightly) => say!(
            context.language,
            "正文另一处的数与表格相符，这里说的可能是别的事；如是同一件事，请改正。",
            "Elsewhere the text agrees with the table, so this may be about something else; if not, correct it."
        ),
        Some(Doubt::FarOff) => say!(
            context.language,
            "两数相差悬殊，正文说的可能是别的事；如是同一件事，请改正写错的一处。",
            "They are far apart, so the text may be about something else; if not, correct the wrong one."
        ),
        None => say!(
            context.language,
            "请核对台账，改正写错的一处。",
            "Compare both with the records and correct the wrong one."
        ),
    };
    let message = say!(
        context.language,
        "正文“{}”{said}，{}{by}。{advice}",
        "The text “{}”{said}; {}{by}. {advice}",
        words.text,
        tables.join(&or)
    );
    let mut cells: Vec<CellId> = found.readings.iter().flat_map(|(cells, _)| cells.iter().copied()).collect();
    let mut seen = std::collections::BTreeSet::new();
    cells.retain(|cell| seen.insert(*cell));
    let mut finding =
        rule.finding(message).cells(context.form, cells).span(words).numbers(nearest, claim.quantity.value);
    if doubt.is_some() {
        finding = finding.severity(Severity::Hint);
    } else if !found.printed && finding.severity == Severity::Error {
        finding = finding.severity(Severity::Warning);
    }
    finding
}

/// Findings for all contradicted claims about certain subjects.
pub fn findings(context: &Context, rule: &Rule, wanted: impl Fn(&Claim) -> bool) -> Vec<Finding> {
    contradicted(context, wanted).iter().map(|found| finding(context, rule, found)).collect()
}

/// What a claim without digits amounts to: （即 0 件）.
fn said(context: &Context, quantity: &Quantity, subject: &Subject) -> String {
    use crate::claims::quantity::Precision;
    let value = quantity.value;
    let unit = if matches!(subject, Subject::Fees) { "万元" } else { "件" };
    match quantity.precision {
        Precision::Nothing | Precision::All => {
            say!(context.language, "即 {value} {unit}", " means {value}")
        }
        _ => String::new(),
    }
}

fn in_table(context: &Context, sum: Number) -> String {
    say!(context.language, "为 {sum}", " is {sum}")
}

fn difference(language: Language, quantity: &Quantity, expected: Number, readings: usize) -> String {
    let (Some(said), Some(expected), true) = (quantity.value.integer(), expected.integer(), quantity.is_exact()) else {
        return say!(language, "，两者不符", ": they do not agree");
    };
    if readings > 1 {
        return say!(language, "，都对不上", ": neither agrees");
    }
    let difference = said.saturating_sub(expected).saturating_abs();
    say!(language, "，相差 {difference}", ": a difference of {difference}")
}

/// The name of a sum of cells, for a person.
pub fn reading_name(context: &Context, cells: &[CellId]) -> String {
    let names: Vec<String> = cells
        .iter()
        .map(|&cell| {
            let name = context.form.spec(cell).name.clone();
            // The total of a row of table 三 is the row itself.
            let total = context.form.spec(cell).table == 3;
            if total { name.trim_end_matches(" · 总计").to_owned() } else { name }
        })
        .collect();
    match names.as_slice() {
        [one] => one.clone(),
        [first, .., last] if names.len() > 3 => say!(
            context.language,
            "{first}至{last}等 {} 格之和",
            "the sum of {first} to {last}, {} cells,",
            names.len()
        ),
        all => {
            let sum = all.join("＋");
            say!(context.language, "{sum}合计", "the sum {sum}")
        }
    }
}
