//! S5-BOTH: a section 五 that tells only of problems or only of improvements.

use super::support::text::{has_any, section_text, sentences};
use crate::finding::{Finding, Severity, Span};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "S5-BOTH",
    name: "problems-or-improvements-missing",
    title: Words { zh: "第五部分缺少问题或改进", en: "Problems or improvements are missing" },
    severity: Severity::Warning,
    basis: "条例第五十条",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
第五部分是否既写了主要问题，又写了改进情况。
## 为什么
条例要求报告“主要问题及改进情况”。只有问题没有改进，或只讲成绩和打算，都不完整。
## 依据
条例第五十条：年度报告应当包括政府信息公开工作存在的主要问题及改进情况。
## 反例
~~~
section 5 = 下一步，我局将加强学习培训，完善工作制度，提高公开质量，丰富公开形式，做好平台维护和信息更新。
~~~
~~~
section 5 = 一是政策解读形式比较单一，图表和问答还不够丰富。二是个别股室报送信息偏晚，更新不够及时，公开的深度不足。
~~~
## 正例
~~~
~~~
## 怎么改
补写缺少的一方面：问题要具体，改进要与问题对应。
";

#[rustfmt::skip]
const PROBLEMS: [&str; 33] = [
    "问题", "不足", "短板", "薄弱", "差距", "欠缺", "弱项", "困难", "有待", "不够", "不高", "不强", "不及时", "不到位", "不多",
    "不全", "不便", "不准", "不清", "不稳", "频繁", "偏低", "老旧", "较弱", "较少", "偏少", "偏晚", "滞后", "单一", "仍需", "还需", "尚需", "不均衡",
];
const IMPROVEMENTS: [&str; 7] = ["改进", "下一步", "今后", "整改", "对此", "针对", "为此"];

fn check(context: &Context) -> Vec<Finding> {
    let text = section_text(context.report, 5);
    if text.chars().filter(|c| c.is_alphanumeric()).count() < 30 {
        return Vec::new();
    }
    let problems = has_any(text, &PROBLEMS) || sentences(text).any(|(_, sentence)| ends_in_a_lack(sentence));
    // After the problems, a sentence that tells of none tells what was done or will be.
    let after_problems = sentences(text).skip_while(|(_, sentence)| !has_any(sentence, &PROBLEMS));
    let improvements = has_any(text, &IMPROVEMENTS)
        || sentences(text).any(|(_, sentence)| is_mended(sentence))
        || after_problems.into_iter().any(|(_, sentence)| !has_any(sentence, &PROBLEMS));
    let missing = match (problems, improvements) {
        (true, true) => return Vec::new(),
        (false, _) => say!(context.language, "存在的主要问题", "problems"),
        (true, false) => say!(context.language, "改进情况", "improvements"),
    };
    let message = say!(
        context.language,
        "第五部分没有看到{missing}，请补写：既写问题，也写改进。",
        "Section 五 seems to lack {missing}; tell both."
    );
    vec![RULE.finding(message).span(Span::whole_heading(context.report, 5))]
}

/// Whether a clause ends in what is wrong: 解读形式少, 更新慢.
fn ends_in_a_lack(sentence: &str) -> bool {
    let clauses = sentence.split(['，', '、', '。', '；', '\n']);
    clauses.into_iter().any(|clause| clause.trim_end().ends_with(['少', '慢', '差', '弱', '低', '窄', '浅', '旧']))
}

/// Whether a clause after that of a problem tells what was done: 报送不及时，已将时限列入考核.
fn is_mended(sentence: &str) -> bool {
    let clauses = sentence.split('，').skip_while(|clause| !has_any(clause, &PROBLEMS)).skip(1);
    clauses.into_iter().any(|clause| {
        let begins =
            ["已", "将", "现已", "拟", "正在", "要求", "组织", "安排"].iter().any(|word| clause.starts_with(word));
        begins && !has_any(clause, &PROBLEMS)
    })
}
