//! The verdict in words: what the bar says and what a screen reader is told.

use nianbao::finding::Severity;
use nianbao::language::{Language, counted};
use nianbao::outcome::Checked;
use nianbao::say;

use super::reading::SEVERITIES;

/// How many findings of a severity, in words: 3 处错误.
pub fn count_in_words(severity: Severity, count: usize, language: Language) -> String {
    let (zh, en) = match severity {
        Severity::Error => ("错误", "error"),
        Severity::Warning => ("提醒", "warning"),
        Severity::Hint => ("建议", "hint"),
    };
    match language {
        Language::Chinese => format!("{count} 处{zh}"),
        Language::English => counted(count, en),
    }
}

/// The verdict on a report: how many findings of each kind, or that there is none.
/// `counts` are those of errors, warnings and hints that were not put aside.
pub fn sentence(checked: &Checked, counts: [usize; 3], language: Language) -> String {
    if checked.form.is_none() {
        return say!(language, "没有认出年度报告", "Not recognised as an annual report");
    }
    let separator = say!(language, "，", ", ");
    let told: Vec<String> = SEVERITIES
        .into_iter()
        .zip(counts)
        .filter(|&(_, count)| count > 0)
        .map(|(severity, count)| count_in_words(severity, count, language))
        .collect();
    if counts[0] == 0 {
        let clean = say!(language, "未发现错误", "No errors found");
        return std::iter::once(clean).chain(told).collect::<Vec<_>>().join(&separator);
    }
    told.join(&separator)
}

/// What was checked and what could not be, so that silence means something. `compared` tells that
/// last year's report took part.
pub fn coverage(checked: &Checked, compared: bool, language: Language) -> Vec<String> {
    if checked.form.is_none() {
        return Vec::new();
    }
    let mut lines = Vec::new();
    let equations = checked.checked.equations;
    let failing = failing_equations(checked);
    lines.push(match (equations, failing) {
        (0, _) => say!(language, "表中的勾稽关系都没能核对", "No equation of the tables could be checked"),
        (_, 0) => say!(language, "{equations} 条勾稽关系全部成立", "All {equations} equations checked hold"),
        _ => {
            let checked = counted(equations, "equation");
            say!(language, "核对了 {equations} 条勾稽关系，{failing} 条不成立", "{checked} checked, {failing} failing")
        }
    });
    let claims = checked.checked.claims;
    if claims > 0 {
        let numbers = counted(claims, "number");
        lines.push(say!(
            language,
            "正文 {claims} 处数字与表格作了对照",
            "{numbers} of the text compared with the tables"
        ));
    }
    if let Some(year) = checked.year.filter(|_| compared) {
        let before = year - 1;
        lines.push(say!(language, "与 {before} 年度的年报作了对照", "compared with the report for {before}"));
    }
    let doubtful = checked.cells.values().filter(|cell| cell.doubt.is_some()).count();
    if doubtful > 0 {
        let cells = counted(doubtful, "cell");
        lines.push(say!(language, "{doubtful} 格没有读准，未参与核对", "{cells} not read with certainty and left out"));
    }
    let untied = checked.unchecked.len();
    if untied > 0 {
        let numbers = counted(untied, "number");
        lines.push(say!(
            language,
            "正文 {untied} 处数字对不上表中的格，未核对",
            "{numbers} of the text not tied to a cell"
        ));
    }
    lines
}

fn failing_equations(checked: &Checked) -> usize {
    super::sums::all(checked).iter().filter(|sum| sum.comes == super::sums::Comes::Wrong).count()
}

/// What a report is called in lists: its agency and year, its title, or its file.
pub fn name(checked: &Checked, file: &str, language: Language) -> String {
    let unnamed = || match file {
        "" => say!(language, "粘贴的年报", "Pasted report"),
        file => file.to_owned(),
    };
    let named = checked.agency.clone().or_else(|| checked.title.clone());
    // What is no report may have something like a title; its file says more.
    named.filter(|_| checked.form.is_some()).unwrap_or_else(unnamed)
}

#[cfg(test)]
mod tests {
    use super::super::sums::tests::report;
    use super::*;

    #[test]
    fn the_verdict_counts_in_words() {
        let mut checked = report(&[]);
        assert_eq!(sentence(&checked, [3, 0, 5], Language::Chinese), "3 处错误，5 处建议");
        assert_eq!(sentence(&checked, [0, 0, 0], Language::Chinese), "未发现错误");
        assert_eq!(sentence(&checked, [0, 2, 0], Language::English), "No errors found, 2 warnings");
        checked.form = None;
        assert_eq!(sentence(&checked, [1, 0, 0], Language::Chinese), "没有认出年度报告");
    }

    #[test]
    fn silence_says_what_was_checked() {
        let mut checked = report(&[]);
        checked.checked.equations = 42;
        assert_eq!(coverage(&checked, false, Language::Chinese), ["42 条勾稽关系全部成立"]);
        let mut wrong = report(&[("3.granted.natural", 1)]);
        wrong.checked.equations = 42;
        wrong.cells["2.rules.made"].doubt = Some("没有找到这一行".to_owned());
        assert_eq!(
            coverage(&wrong, false, Language::Chinese),
            ["核对了 42 条勾稽关系，2 条不成立", "1 格没有读准，未参与核对"]
        );
    }
}
