//! Finds the title, and in it the agency and the year.

use super::fold::fold;
use super::lines::Line;
use crate::number::narrow;
use crate::report::Title;

/// How many lines a title may be wrapped over.
const MOST_LINES: usize = 3;
/// How many lines before the first section are looked at.
const MOST_BEFORE: usize = 400;

/// The title of a report and what it says.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub(super) title: Option<Title>,
    pub(super) agency: Option<String>,
    pub(super) year: Option<i32>,
    /// The lines of the title.
    pub(super) lines: std::ops::Range<usize>,
}

/// Finds the title among the lines before the first section.
pub(super) fn find(lines: &[Line], first_section: usize) -> Found {
    let end = first_section.min(lines.len());
    let start = end.saturating_sub(MOST_BEFORE);
    let mut best: Option<(i32, Found)> = None;
    for first in start..end {
        let mut text = String::new();
        let mut last = first;
        for (count, line) in lines[first..end].iter().enumerate().take(2 * MOST_LINES) {
            let Some(piece) = line.single() else {
                if line.is_blank() && count > 0 {
                    continue;
                }
                break;
            };
            // A cell of a metadata table repeats the title; the title itself is a paragraph.
            if !line.is_paragraph() && count > 0 {
                break;
            }
            text.push_str(piece.text.trim());
            last = first + count;
            if let Some(score) = score(&text) {
                // Fewer lines and later ones are better.
                let score = score * 100 - 20 * (last - first) as i32 + i32::from(line.is_paragraph()) * 10;
                if best.as_ref().is_none_or(|(s, _)| score >= *s) {
                    let (agency, year) = agency_and_year(&text);
                    let title = Some(Title { text: text.clone(), at: lines[first].single().and_then(|p| p.at) });
                    best = Some((score, Found { title, agency, year, lines: first..last + 1 }));
                }
            }
            if count + 1 >= MOST_LINES && text.chars().count() > 80 {
                break;
            }
        }
        let _ = last;
    }
    best.map(|(_, found)| found).unwrap_or_default()
}

/// How much a text looks like the title of such a report; `None` when it is no title.
fn score(text: &str) -> Option<i32> {
    let length = text.chars().count();
    if !(8..=80).contains(&length) || text.contains(['。', '，', '；', '：', '《', '！', '>', '＞', '|']) {
        return None;
    }
    let folded: String = fold(text).into_iter().collect();
    let about = folded.contains("信息公开") || folded.contains("政务公开");
    let annual = ["年度报告", "年报", "工作报告", "告年度报", "年度报"].iter().any(|words| folded.contains(words));
    if !about || !annual {
        return None;
    }
    let (agency, year) = agency_and_year(text);
    let ends_right = folded.ends_with("报告") || folded.ends_with("年报") || folded.ends_with("报");
    let mut score = 1;
    score += i32::from(folded.contains("政府信息公开工作年度报告"));
    score += 2 * i32::from(year.is_some());
    score += 2 * i32::from(agency.is_some());
    score += i32::from(ends_right);
    Some(score)
}

/// The agency and the year that a title names: `<机关><年>年政府信息公开工作年度报告`, or with the
/// year first.
pub(super) fn agency_and_year(title: &str) -> (Option<String>, Option<i32>) {
    let text: String = title.chars().map(narrow).collect();
    let year = find_year(&text);
    let subject = ["政府信息公开", "政务公开", "信息公开"].iter().find_map(|words| text.find(words));
    let Some(subject) = subject else { return (None, year.map(|(_, _, year)| year)) };
    let agency = match year {
        Some((from, to, _)) if from < subject => {
            let before = text[..from].trim();
            let after = text[to..].trim_start_matches("年度").trim_start_matches('年');
            let after_end = after.find("政府信息公开").or_else(|| after.find("信息公开")).unwrap_or(0);
            if before.is_empty() || before == "关于" { after[..after_end].to_owned() } else { before.to_owned() }
        }
        _ => text[..subject].to_owned(),
    };
    let agency = agency
        .trim()
        .trim_start_matches("关于")
        .trim_end_matches(['(', '的', '-', '—'])
        .trim_end_matches("印发")
        .trim_end_matches("关于")
        .trim();
    let agency: String = agency.chars().filter(|c| !c.is_whitespace()).collect();
    let plausible = (2..=40).contains(&agency.chars().count()) && !agency.contains(|c: char| c.is_ascii_digit());
    (plausible.then_some(agency), year.map(|(_, _, year)| year))
}

/// The first year (2008 to 2099, in digits or Chinese numerals) before a 年: its byte range and number.
pub(super) fn find_year(text: &str) -> Option<(usize, usize, i32)> {
    for (at, _) in text.match_indices('年') {
        let before = text[..at].trim_end();
        let digits: Vec<(usize, char)> = before.char_indices().rev().take(4).collect();
        let number: Option<String> = digits.iter().rev().map(|(_, c)| digit(*c)).collect();
        let Some(year) = number.filter(|n| n.len() == 4).and_then(|n| n.parse::<i32>().ok()) else { continue };
        let start = digits.last().map_or(0, |(i, _)| *i);
        let longer = before[..start].chars().next_back().is_some_and(|c| c.is_ascii_digit());
        if (2008..=2099).contains(&year) && !longer {
            return Some((start, at, year));
        }
    }
    None
}

fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '〇' | '○' | 'Ｏ' | 'O' | '零' => Some('0'),
        '一' => Some('1'),
        '二' => Some('2'),
        '三' => Some('3'),
        '四' => Some('4'),
        '五' => Some('5'),
        '六' => Some('6'),
        '七' => Some('7'),
        '八' => Some('8'),
        '九' => Some('9'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(title: &str) -> (Option<String>, Option<i32>) {
        agency_and_year(title)
    }

    #[test]
    fn agency_and_year_stand_in_either_order() {
        let named = |agency: &str, year| (Some(agency.to_owned()), Some(year));
        assert_eq!(read("青石县水利局2024年政府信息公开工作年度报告"), named("青石县水利局", 2024));
        assert_eq!(read("青石县水利局 2024 年 政府信息公开工作年度报告"), named("青石县水利局", 2024));
        assert_eq!(read("青石县水利局关于2024年政府信息公开工作的年度报告"), named("青石县水利局", 2024));
        assert_eq!(read("2024年青石县水利局政府信息公开工作年度报告"), named("青石县水利局", 2024));
        assert_eq!(read("青石县人民政府二〇二四年度政府信息公开工作年度报告"), named("青石县人民政府", 2024));
        assert_eq!(read("2024年政府信息公开工作年度报告"), (None, Some(2024)));
    }

    #[test]
    fn sentences_are_no_titles() {
        assert_eq!(score("现将2024年政府信息公开工作年度报告公布如下：欢迎监督"), None);
        assert!(score("青石县水利局2024年政府信息公开工作年度报告").is_some());
    }
}
