//! The statistics period that the introduction states.

use std::ops::Range;

use super::dates::{Date, dates};
use super::text::{has_any, section_text, sentences};
use crate::finding::Span;
use crate::report::Report;

/// A period as written.
pub struct Period {
    /// Its first day; for 截至6月底 the year's first.
    pub from: Date,
    /// Its last day.
    pub to: Date,
    section: usize,
    bytes: Range<usize>,
}

impl Period {
    /// Marks its words.
    pub fn span(&self, report: &Report) -> Span {
        Span::in_section(report, self.section, self.bytes.clone())
    }
}

/// The statistics period, from the text before 一、 or, where that is silent, from 一、.
pub fn of_report(report: &Report) -> Option<Period> {
    // In 一、 a training in 数据统计 has its dates as well.
    [(0, PERIODS.as_slice()), (1, &PERIODS[..SURE])].into_iter().find_map(|(section, told_by)| {
        sentences(section_text(report, section))
            .filter(|(_, sentence)| has_any(sentence, told_by))
            .find_map(|(range, sentence)| read(section, range.start, sentence))
    })
}

/// What a sentence about the period is told by; the first ones name nothing else.
#[rustfmt::skip]
const PERIODS: [&str; 12] = [
    "统计期限", "统计时间", "统计时限", "统计期间", "统计时段", "统计区间", "所列数据", "报告期限", "报告期为", "数据统计", "报告数据", "数据期限",
];
const SURE: usize = 9;

/// The period of a sentence; where it has several (公布期限为…，统计期限为…), the one behind its words.
fn read(section: usize, offset: usize, sentence: &str) -> Option<Period> {
    let all = dates(sentence);
    let told = PERIODS.iter().filter_map(|words| sentence.find(words)).min().unwrap_or(0);
    let behind: Vec<_> = all.iter().filter(|(range, _)| range.start > told).cloned().collect();
    let dates = if behind.len() > 1 { behind } else { all };
    let range = dates.windows(2).find_map(|pair| {
        let [(first, from), (second, to)] = pair else { return None };
        let between = sentence.get(first.end..second.start)?;
        let joined = has_any(between, &["至", "到", "—", "-", "－", "–", "~", "～"]) && between.chars().count() <= 5;
        joined.then_some((first.start..second.end, *from, *to))
    });
    let (bytes, from, to) = range.or_else(|| {
        let (range, to) = dates.first()?;
        let until = has_any(&sentence[..range.start], &["截至", "截止"]);
        let from = Date { year: to.year, month: 1, day: Some(1) };
        until.then(|| (range.clone(), from, *to))
    })?;
    Some(Period { from, to, section, bytes: offset + bytes.start..offset + bytes.end })
}
