//! L-OLDART: the principle of openness in the words of the regulation before its revision.

use std::ops::Range;

use super::support::text::find_all;
use super::support::wording::collect;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "L-OLDART",
    name: "principle-in-old-words",
    title: Words { zh: "公开原则用了旧提法", en: "The principle in its old words" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
有没有“以公开为原则、不公开为例外”这样的旧提法。第三十一条、第三十二条一类的条号新旧都有，看不出引的是哪一版，不查。
## 为什么
2019 年条例修订以后，通常的提法是“以公开为常态、不公开为例外”；写旧提法，多是沿用旧稿。
## 依据
实践惯例。
## 反例
~~~
append 1 = 坚持以公开为原则、不公开为例外，主动公开政府信息。
~~~
## 正例
~~~
append 1 = 坚持以公开为常态、不公开为例外，遵循公正、公平、合法、便民的原则。
~~~
## 怎么改
改为“以公开为常态、不公开为例外”。
";

fn check(context: &Context) -> Vec<Finding> {
    collect(context, outdated)
        .into_iter()
        .map(|hit| {
            let (words, times) = (&hit.words, hit.times(context.language));
            let message = say!(
                context.language,
                "“{words}”{times}是条例修订前的提法，现在通常写“公开为常态、不公开为例外”，建议改写。",
                "“{words}”{times} is the wording before the regulation's revision; today it is 公开为常态、不公开为例外."
            );
            hit.finding(&RULE, message)
        })
        .collect()
}

/// 公开为原则 with its exception near: 以公开为原则，以不公开为例外.
fn outdated(text: &str) -> Vec<Range<usize>> {
    let principles = find_all(text, &["公开为原则", "公开是原则"]).into_iter();
    let found = principles.filter_map(|principle| {
        let rest = &text[principle.end..];
        let near = rest.char_indices().nth(NEAR).map_or(rest, |(end, _)| &rest[..end]);
        let exception = find_all(near, &["不公开为例外", "不公开是例外"]).into_iter().next()?;
        Some(principle.start..principle.end + exception.end)
    });
    found.collect()
}

/// So many characters reach to the end of the exception.
const NEAR: usize = 9;
