//! What makes a finding the same finding after an edit: its rule and what it speaks of, never its
//! position in the text.

use nianbao::finding::Finding;

/// Names a finding through edits. Two findings of one rule on the same words share a key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FindingKey(String);

impl FindingKey {
    /// The key of a finding.
    pub fn of(finding: &Finding) -> FindingKey {
        let spans = finding.spans.iter().map(|span| span.text.as_str());
        let cells = finding.cells.iter().chain(&finding.missing).map(String::as_str);
        let parts: Vec<&str> = std::iter::once(finding.rule.as_str()).chain(cells).chain(spans).collect();
        FindingKey(parts.join("\u{1f}"))
    }
}

/// A finding of the present result: its key, and which of those that share it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FindingName {
    /// The key.
    pub key: FindingKey,
    /// Which of the findings with this key, from 0.
    pub nth: usize,
}

impl FindingName {
    /// The name of the finding at `index`.
    pub fn of(findings: &[Finding], index: usize) -> Option<FindingName> {
        let key = FindingKey::of(findings.get(index)?);
        let nth = findings[..index].iter().filter(|finding| FindingKey::of(finding) == key).count();
        Some(FindingName { key, nth })
    }

    /// Where the finding stands now; `None` when it is gone.
    pub fn find(&self, findings: &[Finding]) -> Option<usize> {
        let same = |&index: &usize| FindingKey::of(&findings[index]) == self.key;
        (0..findings.len()).filter(same).nth(self.nth)
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use nianbao::finding::{Severity, Span};

    /// A finding for tests.
    pub fn finding(rule: &str, severity: Severity, cells: &[&str], words: &[(usize, &str)]) -> Finding {
        let span = |&(start, text): &(usize, &str)| Span {
            section: Some(1),
            start: Some(start),
            end: Some(start + text.encode_utf16().count()),
            text: text.to_owned(),
            ..Span::default()
        };
        Finding {
            rule: rule.to_owned(),
            cells: cells.iter().map(|&cell| cell.to_owned()).collect(),
            spans: words.iter().map(span).collect(),
            ..nianbao::rules::formless::RULE.finding("").severity(severity)
        }
    }

    #[test]
    fn a_finding_keeps_its_name_when_the_text_before_it_grows() {
        let before = [finding("L-REG", Severity::Error, &[], &[(3, "信息公开法")])];
        let after = [
            finding("T3-ROW", Severity::Error, &["3.granted.total"], &[]),
            finding("L-REG", Severity::Error, &[], &[(90, "信息公开法")]),
        ];
        let name = FindingName::of(&before, 0).unwrap();
        assert_eq!(name.find(&after), Some(1));
        assert_eq!(name.find(&after[..1]), None);
    }

    #[test]
    fn findings_on_the_same_words_are_told_apart_by_their_order() {
        let list = [(3, "我镇"), (8, "我镇")].map(|words| finding("Y-OTHER", Severity::Warning, &[], &[words]));
        let second = FindingName::of(&list, 1).unwrap();
        assert_eq!((second.nth, second.find(&list)), (1, Some(1)));
    }
}
