//! S1-FIVE: 一、总体情况 lacks one of its five aspects.

use super::support::text::{Numbering, find_all, has_any, numbering, paragraphs, section_text};
use crate::finding::{Finding, Severity, Span};
use crate::form::Form;
use crate::language::Words;
use crate::number::narrow;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "S1-FIVE",
    name: "aspect-of-overview-missing",
    title: Words { zh: "总体情况缺少一个方面", en: "An aspect of the overview is missing" },
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号的第一部分：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
第一部分是否写到五个方面：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障。
## 为什么
总体情况按这五个方面概述。缺一个方面，等于这项工作没有报告。标题的写法可以不同，能看出是哪个方面就行。
## 依据
国办公开办函〔2021〕30号的第一部分概述主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障等方面的情况。
## 反例
~~~
section 1 = （一）主动公开。2024年发布政府信息140条。\\n（二）依申请公开。新收申请6件。\\n（三）政府信息管理。逐件审查公文的公开属性。
~~~
~~~
replace 1 = （五）监督保障。局办公室有1名专职人员负责政府信息公开，全年举办业务培训2次，参训58人次。政府信息公开纳入股室年度考核，请服务对象填写评议表，没有发生因政府信息公开被追究责任的情形。 => 特此报告。
~~~
## 正例
~~~
~~~
## 怎么改
补写缺少的方面，没有专门做的工作也用一句话说明。
";

/// An aspect: its name, the words by which a heading tells it, and those by which a plain text does.
struct Aspect {
    name: &'static str,
    in_heading: &'static [&'static str],
    in_text: &'static [&'static str],
}

const ASPECTS: [Aspect; 5] = [
    Aspect {
        name: "主动公开",
        in_heading: &["主动公开", "主动公示", "公开内容", "重点领域", "政策解读", "决策公开", "信息发布"],
        in_text: &[
            "主动公开",
            "主动公示",
            "公开信息",
            "发布信息",
            "公开政府信息",
            "发布政府信息",
            "公开各类",
            "发布各类",
        ],
    },
    Aspect { name: "依申请公开", in_heading: &["申请"], in_text: &["申请"] },
    Aspect {
        name: "政府信息管理",
        in_heading: &["管理", "审核", "审查"],
        in_text: &["管理", "审核", "审查", "三审", "把关", "清理", "属性"],
    },
    Aspect {
        name: "政府信息公开平台建设",
        in_heading: &["平台", "网站", "新媒体", "公众号", "载体", "渠道", "专栏", "阵地"],
        in_text: &["平台", "网站", "新媒体", "公众号", "专栏", "公开栏", "查阅"],
    },
    Aspect {
        name: "监督保障",
        in_heading: &["监督", "保障", "考核", "培训", "评议", "机制", "组织领导", "监管", "队伍"],
        in_text: &["监督", "保障", "考核", "培训", "评议", "责任追究", "领导小组"],
    },
];

/// Words of other matters that hold a word of a heading: 监督管理 is no 政府信息管理.
const MISLEADING: [&str; 4] = ["监督管理", "平台管理", "网站管理", "新媒体管理"];

/// With so many aspects told by headings, the rest must have headings as well.
const ENOUGH_HEADINGS: usize = 3;

fn check(context: &Context) -> Vec<Finding> {
    let text = section_text(context.report, 1);
    if text.is_empty() || context.form.id == Form::of_2019().id {
        return Vec::new();
    }
    let leads: Vec<&str> = paragraphs(text).filter_map(|(_, paragraph)| lead(paragraph)).collect();
    let headed = |aspect: &Aspect| leads.iter().any(|lead| tells(lead, aspect));
    // A heading in words of its own, （一）加大公开力度, may tell any aspect.
    let in_own_words = |(_, paragraph): &(_, &str)| {
        let heading = matches!(numbering(paragraph), Some((Numbering::Second(_), _)));
        heading && lead(paragraph).is_some_and(|lead| !ASPECTS.iter().any(|aspect| tells(lead, aspect)))
    };
    let own_words = paragraphs(text).filter(in_own_words).count();
    let by_headings = own_words == 0 && ASPECTS.iter().filter(|aspect| headed(aspect)).count() >= ENOUGH_HEADINGS;
    let missing: Vec<&str> = ASPECTS
        .iter()
        .filter(|aspect| !headed(aspect) && (by_headings || !has_any(text, aspect.in_text)))
        .filter(|aspect| by_headings || aspect.name != ASPECTS[0].name || !counts_what_was_published(text))
        .map(|aspect| aspect.name)
        .collect();
    // With five headings, those in words of their own tell what the others don't.
    let all_headed = own_words >= missing.len()
        && own_words + ASPECTS.iter().filter(|aspect| headed(aspect)).count() >= ASPECTS.len();
    if missing.is_empty() || all_headed {
        return Vec::new();
    }
    let names = missing.join("、");
    let message = say!(
        context.language,
        "总体情况里没有看到“{names}”方面的内容，请补写或写明小标题。",
        "The overview has nothing headed “{names}”: add it, or give it a heading."
    );
    vec![RULE.finding(message).span(Span::whole_heading(context.report, 1))]
}

/// What a paragraph is headed: what follows its numbering up to the first stop, or a short line.
fn lead(paragraph: &str) -> Option<&str> {
    let rest = match numbering(paragraph) {
        Some((_, rest)) => rest,
        None if paragraph.chars().count() <= 25 => paragraph,
        // 主动公开：全年…
        None => {
            let (label, _) = paragraph.split_once(['：', ':'])?;
            return (label.chars().count() <= LONGEST_LABEL).then_some(label);
        }
    };
    let head = rest.split(['。', '：', ':', '\n']).next().unwrap_or(rest);
    let end = head.char_indices().nth(40).map_or(head.len(), |(end, _)| end);
    Some(&head[..end])
}

fn tells(lead: &str, aspect: &Aspect) -> bool {
    let plain = MISLEADING.iter().fold(lead.to_owned(), |lead, words| {
        if aspect.in_heading.contains(&"管理") { lead.replace(words, "") } else { lead }
    });
    has_any(&plain, aspect.in_heading)
}

/// 政府信息公开平台建设情况 before a colon.
const LONGEST_LABEL: usize = 14;

/// Whether a clause tells how much was published: 公开审计结果公告11份, not 予以公开1件.
fn counts_what_was_published(text: &str) -> bool {
    text.split(['，', '。', '；', '\n']).any(|clause| {
        find_all(clause, &["公开", "发布", "公布", "公示"]).into_iter().any(|verb| {
            let of_an_answer = ["申请", "予", "分", "以"].iter().any(|before| clause[..verb.start].ends_with(before));
            let counted = clause[verb.end..].split(|c: char| narrow(c).is_ascii_digit()).nth(1).is_some();
            counted && !of_an_answer && !has_any(&clause[..verb.start], &["申请"])
        })
    })
}
