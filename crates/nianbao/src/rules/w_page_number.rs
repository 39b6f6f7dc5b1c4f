//! W-PAGENO: a number that cuts a word in two: 政府23信息.

use std::ops::Range;

use super::support::wording::collect;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "W-PAGENO",
    name: "page-number-in-a-sentence",
    title: Words { zh: "句子中间夹着页码", en: "A page number within a sentence" },
    severity: Severity::Warning,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
有没有一个数字把一个完整的词从中间隔开，如“政府23信息公开”。
## 为什么
多是从 PDF 复制时，页脚的页码混进了句子。
## 依据
实践惯例。
## 反例
~~~
replace 1 = 群众关心的事项 => 群众关23心的事项
~~~
## 正例
~~~
append 1 = 全年公开12条信息，召开会议3次。
~~~
## 怎么改
删去数字；同一页附近的文字也请看一遍。
";

fn check(context: &Context) -> Vec<Finding> {
    collect(context, glued)
        .into_iter()
        .map(|hit| {
            let (words, times) = (&hit.words, hit.times(context.language));
            let message = say!(
                context.language,
                "“{words}”{times}中间的数字可能是混进来的页码，请核对后删去。",
                "The number in “{words}”{times} may be a page number; check and delete it."
            );
            hit.finding(&RULE, message)
        })
        .collect()
}

/// Words that no number belongs into. Common ones: a page breaks anywhere.
#[rustfmt::skip]
const WORDS: [&str; 102] = [
    "政府信息", "信息公开", "主动公开", "申请公开", "政务公开", "公开工作", "行政机关", "行政复议", "行政诉讼", "行政许可", "行政处罚", "规范性文件",
    "人民政府", "政务服务", "门户网站", "政府网站", "公众号", "平台建设", "监督保障", "政策解读", "重点领域", "工作机制", "责任追究", "社会评议",
    "信息处理费", "公开指南", "年度报告", "办公室", "领导小组", "工作人员", "人民群众", "知情权", "参与权", "监督权", "营商环境", "公民", "群众", "政府",
    "信息", "公开", "工作", "机关", "部门", "单位", "网站", "平台", "媒体", "微信", "文件", "政策", "解读", "审查", "审核", "管理", "制度", "机制", "培训",
    "考核", "监督", "保障", "问题", "改进", "提升", "加强", "完善", "规范", "建设", "发布", "内容", "领域", "渠道", "栏目", "及时", "准确", "全面", "情况",
    "申请", "答复", "办理", "处理", "服务", "社会", "关心", "事项", "措施", "落实", "推进", "开展", "组织", "领导", "责任", "进一步",
    "机构", "职能", "属性", "专栏", "目录", "指南", "流程", "公示", "解答", "互动",
];

fn glued(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find(|c: char| c.is_ascii_digit())) {
        let start = from + at;
        let digits = text[start..].len() - text[start..].trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let end = start + digits;
        from = end;
        let Some(word) = WORDS.iter().find_map(|word| cut_word(text, start..end, word)) else { continue };
        if digits <= 3 {
            found.push(word);
        }
    }
    found
}

/// What follows a number where it counts something: 发文86件 cuts no 文件 in two, 民事3项 no 事项.
const MEASURES: [&str; 11] = ["件", "项", "位", "门", "台", "站", "题", "目", "度", "号", "任"];

/// The range of a word with a number in its middle, if that is what stands there.
fn cut_word(text: &str, number: Range<usize>, word: &str) -> Option<Range<usize>> {
    word.char_indices().skip(1).find_map(|(cut, _)| {
        let (head, tail) = word.split_at(cut);
        // A longer head is a word's own: 规范性文86件 counts nothing.
        if head.chars().count() == 1 && MEASURES.contains(&tail) {
            return None;
        }
        let both = text[..number.start].ends_with(head) && text[number.end..].starts_with(tail);
        both.then(|| number.start - head.len()..number.end + tail.len())
    })
}
