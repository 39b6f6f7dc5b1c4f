//! Sentences that state a report's numbers, in the many ways in which reports do.

use fastrand::Rng;

use crate::draft::Draft;

impl Draft {
    /// The count in a cell; 0 for one that is not printed or holds no count.
    fn count(&self, address: &str) -> i64 {
        self.form.cell(address).map_or(0, |cell| self.cell(cell).parse().unwrap_or(0))
    }

    /// The total of all rows of table 三 whose address begins so.
    fn count_all(&self, rows: &str) -> i64 {
        let rows = self.form.rows.iter().filter(|row| row.address.starts_with(rows) && !row.outdated);
        rows.map(|row| self.count(&format!("{}.total", row.address))).sum()
    }
}

/// One of the options, by chance.
pub(crate) fn pick<'a>(rng: &mut Rng, options: &[&'a str]) -> &'a str {
    rng.choice(options).copied().unwrap_or_default()
}

/// What table 二 says, for the form of 2021.
pub(crate) fn disclosed(draft: &Draft, rng: &mut Rng) -> String {
    if draft.form.id != "2021" {
        return String::new();
    }
    let count = |address: &str| draft.count(address);
    let (made, repealed, in_force) =
        (count("2.normative.made"), count("2.normative.repealed"), count("2.normative.in_force"));
    let (permits, penalties, coercion) =
        (count("2.permits.decisions"), count("2.penalties.decisions"), count("2.coercion.decisions"));
    let documents = match rng.u8(0..3) {
        0 => String::new(),
        1 => format!("制发行政规范性文件{made}件，废止{repealed}件，现行有效{in_force}件。"),
        _ => format!("本年制定行政规范性文件{made}件，年末现行有效{in_force}件。"),
    };
    let decisions = match rng.u8(0..3) {
        0 => String::new(),
        1 => format!("办理行政许可{permits}件，作出行政处罚决定{penalties}件，实施行政强制{coercion}件。"),
        _ => format!("公开行政许可{permits}件、行政处罚{penalties}件。"),
    };
    documents + &decisions
}

/// What table 三 says.
pub(crate) fn applied(draft: &Draft, rng: &mut Rng) -> String {
    let total = |row: &str| draft.count(&format!("3.{row}.total"));
    let (received, carried_in) = (total("received"), total("carried_in"));
    let (answered, carried_out) = (total("total"), total("carried_out"));
    if received + carried_in == 0 {
        return pick(rng, &["全年没有收到政府信息公开申请。", "未收到公民、法人和其他组织的政府信息公开申请。"])
            .to_owned();
    }
    let came = match rng.u8(0..4) {
        0 => format!("全年新收政府信息公开申请{received}件，上年结转{carried_in}件"),
        1 => format!("共收到政府信息公开申请{received}件，另有上年度结转{carried_in}件"),
        2 => format!("收到依申请公开申请{}件（含上年结转{carried_in}件）", received + carried_in),
        _ => format!("受理政府信息公开申请{received}件"),
    };
    let persons = draft.count("3.received.natural");
    let applicants = match rng.u8(0..3) {
        0 if received > 0 => {
            format!("。从申请人看，新收申请中自然人{persons}件，法人或其他组织{}件", received - persons)
        }
        _ => String::new(),
    };
    let went = match rng.u8(0..3) {
        0 => format!("。答复{answered}件，结转下年度继续办理{carried_out}件"),
        1 => format!("。年内办结{answered}件，{carried_out}件结转下一年度"),
        _ => format!("。全年答复{answered}件"),
    };
    let results =
        if rng.bool() && answered > 0 { format!("，其中{}", results(draft, rng.bool())) } else { String::new() };
    format!("{came}{applicants}{went}{results}。")
}

/// The results of table 三 in the form's order, with or without those that are 0.
fn results(draft: &Draft, all: bool) -> String {
    let kinds = [
        ("予以公开", "3.granted"),
        ("部分公开", "3.partial"),
        ("不予公开", "3.refused"),
        ("无法提供", "3.unable"),
        ("不予处理", "3.declined"),
        ("其他处理", "3.other"),
    ];
    let counts = kinds.map(|(name, rows)| (name, draft.count_all(rows)));
    let told = counts.into_iter().filter(|(_, count)| all || *count > 0);
    told.map(|(name, count)| format!("{name}{count}件")).collect::<Vec<_>>().join("，")
}

/// What table 四 says.
pub(crate) fn disputed(draft: &Draft, rng: &mut Rng) -> String {
    let count = |address: &str| draft.count(&format!("4.{address}"));
    let reviews = count("review.total");
    let suits = count("direct.total") + count("after_review.total");
    match (reviews + suits, rng.u8(0..3)) {
        (_, 0) => String::new(),
        (0, _) => "没有因政府信息公开引发的行政复议和行政诉讼。".to_owned(),
        (_, 1) => format!("因政府信息公开被申请行政复议{reviews}件，被提起行政诉讼{suits}件。"),
        _ => {
            let (upheld, corrected) = (count("review.upheld"), count("review.corrected"));
            let (other, pending) = (count("review.other"), count("review.pending"));
            let review = match reviews {
                0 => "没有发生政府信息公开行政复议".to_owned(),
                _ => format!(
                    "政府信息公开行政复议案件{reviews}件，其中结果维持{upheld}件、结果纠正{corrected}件、\
                     其他结果{other}件、尚未审结{pending}件"
                ),
            };
            format!("{review}；行政诉讼案件{suits}件。")
        }
    }
}
