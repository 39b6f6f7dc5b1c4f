//! Results for a person at a terminal: the verdict first, then the findings, most severe first.

use std::borrow::Cow;

use anstyle::{AnsiColor, Style};
use nianbao::document::Place;
use nianbao::finding::{Change, Finding, Severity, Span};
use nianbao::form::{Form, NUMERALS};
use nianbao::language::{Language, Words};
use nianbao::outcome::{Checked, Outcome};
use nianbao::say;
use nianbao::settings::Applied;

use crate::verdict::Tally;

const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const RED: Style = AnsiColor::Red.on_default().bold();
const YELLOW: Style = AnsiColor::Yellow.on_default().bold();
const BLUE: Style = AnsiColor::Cyan.on_default().bold();
const GREEN: Style = AnsiColor::Green.on_default().bold();

/// How many characters of marked words are quoted.
const QUOTED: usize = 40;

/// How many changes of a repair are told; those of a table without its totals are many.
const CHANGES: usize = 3;
/// How many sentences taken over from last year's report are shown beside it.
const SENTENCES: usize = 3;

/// The severities with their words and colours.
const SEVERITIES: [(Severity, Words, Style); 3] = [
    (Severity::Error, Words { zh: "错误", en: "errors" }, RED),
    (Severity::Warning, Words { zh: "提醒", en: "warnings" }, YELLOW),
    (Severity::Hint, Words { zh: "建议", en: "hints" }, BLUE),
];

/// Writes results in colours; who prints them takes the colours out where they can't be shown.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    language: Language,
}

impl Terminal {
    /// Results in this language.
    pub fn new(language: Language) -> Terminal {
        Terminal { language }
    }

    /// One result as coloured text; findings below `least` are left out.
    pub fn text(&self, outcome: &Outcome, least: Severity) -> String {
        match outcome {
            Outcome::Checked(checked) => self.checked(checked, least),
            Outcome::Unread(unread) => format!(
                "{BOLD}{}{BOLD:#}\n  {RED}{}{RED:#}{}\n\n",
                plain(&unread.file),
                unread.unreadable.message,
                unread.unreadable.advice
            ),
        }
    }

    /// Sums up a batch; nothing for a single report.
    pub fn summary(&self, tally: &Tally) -> Option<String> {
        let Tally { reports, with_errors, unread } = tally;
        let line = || {
            say!(
                self.language,
                "共 {reports} 份：{with_errors} 份有错误，{unread} 份无法读取。\n",
                "{reports} inputs: {with_errors} with errors, {unread} unreadable.\n"
            )
        };
        (*reports > 1).then(line)
    }

    fn checked(&self, checked: &Checked, least: Severity) -> String {
        let mut text = format!("{BOLD}{}{BOLD:#}\n", plain(&checked.file));
        if let Some(title) = &checked.title {
            text += &format!("  {}\n", plain(title));
        }
        text += &format!("  {}\n", self.verdict(checked));
        if let Some(applied) = &checked.settings {
            text += &format!("  {FAINT}{}{FAINT:#}\n", self.settings(applied));
        }
        for (severity, words, style) in SEVERITIES.iter().filter(|(severity, ..)| *severity <= least) {
            let findings: Vec<&Finding> = checked.findings.iter().filter(|f| f.severity == *severity).collect();
            if findings.is_empty() {
                continue;
            }
            text += &format!("\n  {style}{}{style:#}\n", words.in_language(self.language));
            for finding in findings {
                text += &self.finding(checked, finding, *style);
            }
        }
        if let Some(finding) = checked.findings.iter().find(|finding| finding.severity <= least) {
            let id = &finding.rule;
            let line = say!(
                self.language,
                "为什么查、怎么改：nianbao rules 编号，如 nianbao rules {id}",
                "why, and what to do: nianbao rules ID, such as nianbao rules {id}"
            );
            text += &format!("\n  {FAINT}{line}{FAINT:#}\n");
        }
        let hidden = checked.findings.iter().filter(|finding| finding.severity > least).count();
        if hidden > 0 {
            let line = say!(self.language, "另有 {hidden} 处未显示。", "{hidden} more are not shown.");
            text += &format!("\n  {FAINT}{line}{FAINT:#}\n");
        }
        text.push('\n');
        text
    }

    /// How many findings of each severity there are, and what was checked.
    fn verdict(&self, checked: &Checked) -> String {
        let counts: Vec<String> = SEVERITIES
            .iter()
            .map(|(severity, words, style)| (checked.count(*severity), words.in_language(self.language), style))
            .filter(|(count, ..)| *count > 0)
            .map(|(count, word, style)| match self.language {
                Language::Chinese => format!("{style}{count} 处{word}{style:#}"),
                Language::English => format!("{style}{count} {}{style:#}", one_or_more(count, word)),
            })
            .collect();
        let counts = match self.language {
            Language::Chinese => counts.join("，"),
            Language::English => counts.join(", "),
        };
        let Some(form) = checked.form.as_deref().and_then(Form::by_id) else { return counts };
        let (equations, claims, all) = (checked.checked.equations, checked.checked.claims, form.equations.len());
        let scope = say!(
            self.language,
            "核对了 {equations} 条勾稽关系（共 {all} 条）、正文 {claims} 处数字",
            "checked: {equations} of {all} equations, {claims} numbers in the text"
        );
        if counts.is_empty() {
            let clean = say!(self.language, "未发现问题", "Nothing found");
            return format!("{GREEN}{clean}{GREEN:#} {FAINT}· {scope}{FAINT:#}");
        }
        format!("{counts} {FAINT}· {scope}{FAINT:#}")
    }

    /// The rules that settings switched off or changed, so that silence is not taken for theirs.
    fn settings(&self, applied: &Applied) -> String {
        let word = |severity: Severity| {
            let words = SEVERITIES.iter().find(|(known, ..)| *known == severity);
            words.map_or("", |(_, words, _)| words.in_language(self.language))
        };
        let changed: Vec<String> = applied.changed.iter().map(|(id, &to)| format!("{id} → {}", word(to))).collect();
        let off = (!applied.off.is_empty()).then(|| {
            let ids = applied.off.join(" ");
            say!(self.language, "停用 {ids}", "off: {ids}")
        });
        let changed = (!changed.is_empty()).then(|| {
            let changes = changed.join(" ");
            say!(self.language, "调整 {changes}", "changed: {changes}")
        });
        let parts: Vec<String> = off.into_iter().chain(changed).collect();
        say!(
            self.language,
            "按设置{}",
            "by the settings, {}",
            parts.join(if matches!(self.language, Language::Chinese) { "，" } else { "; " })
        )
    }

    fn finding(&self, checked: &Checked, finding: &Finding, style: Style) -> String {
        let mut text = format!("    {style}{}{style:#}  {}\n", finding.rule, plain(&finding.message));
        let mut line = |words: Words, what: &str| {
            text += &format!("      {FAINT}{}{FAINT:#}{}\n", words.in_language(self.language), plain(what));
        };
        if let Some(place) = self.place(checked, finding) {
            line(Words { zh: "位置：", en: "where: " }, &place);
        }
        for (span, before) in finding.spans.iter().zip(&finding.previous).take(SENTENCES) {
            line(Words { zh: "今年：", en: "this year: " }, &shortened(span.text.trim()));
            line(Words { zh: "上年：", en: "last year: " }, &shortened(before));
        }
        line(Words { zh: "依据：", en: "basis: " }, &finding.basis);
        let form = checked.form.as_deref().and_then(Form::by_id);
        for changes in &finding.repairs {
            line(Words { zh: "可改：", en: "repair: " }, &self.repair(form, changes));
        }
        if let Some(note) = &finding.repair_note {
            line(Words { zh: "说明：", en: "note: " }, note);
        }
        text
    }

    /// A repair: its first changes, which mend the finding's own equation, and how many more it takes.
    fn repair(&self, form: Option<&Form>, changes: &[Change]) -> String {
        let told = changes.iter().take(CHANGES).map(|change| {
            let why = change.why.as_deref().map(|why| say!(self.language, "，{why}", " ({why})")).unwrap_or_default();
            format!("{}：{} → {}{why}", cell_name(form, &change.cell), shown(&change.from), change.to)
        });
        let more = changes.len().saturating_sub(CHANGES);
        let more = (more > 0).then(|| say!(self.language, "连同其他 {more} 格", "with {more} other cells"));
        told.chain(more).collect::<Vec<_>>().join("；")
    }

    /// Where a finding stands: its primary cell, or its words.
    fn place(&self, checked: &Checked, finding: &Finding) -> Option<String> {
        let form = checked.form.as_deref().and_then(Form::by_id);
        if let Some(address) = finding.cells.first() {
            let at = checked.cells.get(address).and_then(|cell| cell.at);
            let at = at.map(|at| self.at(at)).unwrap_or_default();
            return Some(cell_name(form, address) + &at);
        }
        finding.spans.first().map(|span| self.words(checked, span))
    }

    fn words(&self, checked: &Checked, span: &Span) -> String {
        let heading = span.section.and_then(|section| checked.sections.get(section)?.heading.as_deref());
        let part = match (span.title, span.table, heading) {
            (true, ..) => say!(self.language, "标题", "title "),
            (_, Some(table), _) => self.table(table),
            (_, _, Some(heading)) if !span.heading => heading.to_owned(),
            _ => String::new(),
        };
        let at = span.at.map(|at| self.at(at)).unwrap_or_default();
        format!("{part}“{}”{at}", shortened(&span.text))
    }

    fn table(&self, table: u8) -> String {
        let numeral = usize::from(table).checked_sub(1).and_then(|index| NUMERALS.get(index)).unwrap_or(&"");
        say!(self.language, "表{numeral}", "table {table} ({numeral}) ")
    }

    fn at(&self, place: Place) -> String {
        match place {
            Place::Text { line, column } => {
                say!(self.language, "（第 {line} 行第 {column} 列）", " (line {line}, column {column})")
            }
            Place::Grid { table, row, column } => say!(
                self.language,
                "（文中第 {table} 个表格第 {row} 行第 {column} 列）",
                " (table {table} of the file, row {row}, column {column})"
            ),
            Place::Page { page, .. } => say!(self.language, "（第 {page} 页）", " (page {page})"),
            Place::Paragraph { paragraph } => {
                say!(self.language, "（第 {paragraph} 段）", " (paragraph {paragraph})")
            }
        }
    }
}

/// The name of a cell that a person can find in the form.
pub fn cell_name(form: Option<&Form>, address: &str) -> String {
    let spec = form.and_then(|form| Some(form.spec(form.cell(address)?)));
    spec.map_or_else(|| address.to_owned(), |spec| spec.name.clone())
}

/// Words of a report or a name of a file, without what would command the terminal (escape sequences)
/// or turn the direction of what follows.
fn plain(words: &str) -> Cow<'_, str> {
    let is_command = |c: char| c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    if words.contains(is_command) { words.replace(is_command, "\u{FFFD}").into() } else { words.into() }
}

/// A cell's text; a sign where it is blank.
fn shown(text: &str) -> &str {
    if text.is_empty() { "∅" } else { text }
}

/// The beginning of words that are too long to be quoted whole.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}……", text.get(..end).unwrap_or(text)),
        None => text.to_owned(),
    }
}

/// `errors` without its s for a single one.
fn one_or_more(count: usize, words: &str) -> &str {
    if count == 1 { words.strip_suffix('s').unwrap_or(words) } else { words }
}

#[cfg(test)]
mod tests {
    use indexmap::IndexMap;
    use nianbao::outcome::{CellOut, Counts, SCHEMA, SectionOut, Unread};
    use nianbao::rules;
    use nianbao::unreadable::Reason;

    use super::*;

    /// A result with a finding of each severity.
    fn checked() -> Checked {
        let form = Form::of_2021();
        let rule = rules::by_id("T3-ROW").expect("a rule of the book");
        let cell = form.cell("3.granted.total").expect("a cell of the form");
        let change = |to: &str| Change { cell: "3.granted.total".into(), from: "148".into(), to: to.into(), why: None };
        let words = Span { section: Some(1), start: Some(3), end: Some(7), text: "148件".into(), ..Span::default() };
        let error = Finding {
            basis: "版式".into(),
            repairs: vec![vec![change("147")]],
            ..rule.finding("六列之和为 147，总计填报 148，相差 1。").cells(form, [cell])
        };
        let warning = Finding {
            basis: "实践惯例".into(),
            ..rule.finding("正文与表格不一致。").severity(Severity::Warning).span(words)
        };
        let hint = Finding {
            basis: "实践惯例".into(),
            repair_note: Some("没有唯一的改法。".into()),
            ..rule.finding("请再看一遍。").severity(Severity::Hint)
        };
        let at = Some(Place::Text { line: 12, column: 3 });
        let cells = [("3.granted.total".to_owned(), CellOut { text: "148".into(), at, ..CellOut::default() })];
        let heading = |text: &str| SectionOut { heading: Some(text.to_owned()), text: String::new() };
        Checked {
            schema: SCHEMA,
            file: "年报.txt".into(),
            reader: "text".into(),
            form: Some("2021".into()),
            title: Some("青石县2024年政府信息公开工作年度报告".into()),
            agency: None,
            year: Some(2024),
            sections: vec![heading(""), heading("一、总体情况")],
            cells: IndexMap::from(cells),
            findings: vec![error, warning, hint],
            settings: None,
            checked: Counts { equations: 41, claims: 6 },
            unchecked: Vec::new(),
        }
    }

    fn shown_to_a_person(outcome: Outcome, least: Severity, language: Language) -> String {
        let text = Terminal::new(language).text(&outcome, least);
        anstream::adapter::strip_str(&text).to_string()
    }

    #[test]
    fn findings_follow_the_verdict_by_severity() {
        let outcome = Outcome::Checked(Box::new(checked()));
        insta::assert_snapshot!(shown_to_a_person(outcome, Severity::Hint, Language::Chinese), @r"
        年报.txt
          青石县2024年政府信息公开工作年度报告
          1 处错误，1 处提醒，1 处建议 · 核对了 41 条勾稽关系（共 42 条）、正文 6 处数字

          错误
            T3-ROW  六列之和为 147，总计填报 148，相差 1。
              位置：表三 · （一）予以公开 · 总计（第 12 行第 3 列）
              依据：版式
              可改：表三 · （一）予以公开 · 总计：148 → 147

          提醒
            T3-ROW  正文与表格不一致。
              位置：一、总体情况“148件”
              依据：实践惯例

          建议
            T3-ROW  请再看一遍。
              依据：实践惯例
              说明：没有唯一的改法。

          为什么查、怎么改：nianbao rules 编号，如 nianbao rules T3-ROW
        ");
    }

    #[test]
    fn lesser_findings_are_counted_and_not_shown() {
        let outcome = Outcome::Checked(Box::new(checked()));
        insta::assert_snapshot!(shown_to_a_person(outcome, Severity::Error, Language::English), @r"
        年报.txt
          青石县2024年政府信息公开工作年度报告
          1 error, 1 warning, 1 hint · checked: 41 of 42 equations, 6 numbers in the text

          errors
            T3-ROW  六列之和为 147，总计填报 148，相差 1。
              where: 表三 · （一）予以公开 · 总计 (line 12, column 3)
              basis: 版式
              repair: 表三 · （一）予以公开 · 总计：148 → 147

          why, and what to do: nianbao rules ID, such as nianbao rules T3-ROW

          2 more are not shown.
        ");
    }

    #[test]
    fn a_repair_of_many_cells_is_told_by_its_first_and_their_number() {
        let mut checked = checked();
        let change = checked.findings[0].repairs[0][0].clone();
        checked.findings[0].repairs = vec![vec![change; 11]];
        let shown = shown_to_a_person(Outcome::Checked(Box::new(checked)), Severity::Error, Language::Chinese);
        assert_eq!(shown.matches("148 → 147").count(), CHANGES);
        assert!(shown.contains("；连同其他 8 格\n"), "{shown}");
    }

    #[test]
    fn no_word_of_a_report_commands_the_terminal() {
        let hostile = "\u{1b}]0;x\u{7}\u{1b}[2J\u{9b}8m\u{202e}\r\n";
        let mut checked = checked();
        checked.file = hostile.into();
        checked.title = Some(hostile.into());
        for finding in &mut checked.findings {
            finding.message.push_str(hostile);
            finding.spans.iter_mut().for_each(|span| span.text = hostile.into());
            finding.repairs.iter_mut().flatten().for_each(|change| change.from = hostile.into());
        }
        checked.sections[1].heading = Some(hostile.into());
        let file = checked.file.clone();
        let terminal = Terminal::new(Language::Chinese);
        let shown = terminal.text(&Outcome::Checked(Box::new(checked)), Severity::Hint);
        let unreadable = Reason::Empty.explain(Language::Chinese);
        let unread = Outcome::Unread(Unread { schema: SCHEMA, file, unreadable });
        let shown = shown + &terminal.text(&unread, Severity::Hint);
        // Its own colours aside, there is nothing but words and line ends.
        let words = anstream::adapter::strip_str(&shown).to_string();
        assert!(
            words.chars().all(|c| c == '\n' || !(c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c))),
            "{words:?}"
        );
        assert!(!shown.contains("[2J") || words.contains("[2J"), "shown as words");
        assert!(words.matches('\u{FFFD}').count() > 20, "{words:?}");
    }

    #[test]
    fn an_input_that_could_not_be_read_has_its_advice() {
        let unreadable = Reason::Empty.explain(Language::Chinese);
        let outcome = Outcome::Unread(Unread { schema: SCHEMA, file: "空.txt".into(), unreadable });
        insta::assert_snapshot!(shown_to_a_person(outcome, Severity::Hint, Language::Chinese), @r"
        空.txt
          里面没有任何文字。请确认选对了文件，或复制年度报告全文粘贴。
        ");
    }
}
