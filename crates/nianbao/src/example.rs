//! The examples of a rule's page in plain words. The page writes them as edits of a correct report;
//! a person reads what the report then says.

use crate::form::{Form, NUMERALS};

/// A rule's page with its examples in words.
pub fn in_words(page: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut in_example = false;
    for line in page.lines() {
        if line.starts_with("~~~") {
            let is_empty = in_example && lines.last().is_some_and(|last| last.starts_with("~~~"));
            if is_empty {
                lines.push("一份填报无误的年报".to_owned());
            }
            in_example = !in_example;
            lines.push("~~~".to_owned());
        } else if in_example && !line.trim().is_empty() {
            lines.push(edit(line.trim()));
        } else {
            lines.push(line.to_owned());
        }
    }
    lines.join("\n")
}

/// An edit in words; one that is not understood stays as it is.
fn edit(line: &str) -> String {
    if let Some(rest) = line.strip_prefix("previous") {
        return match rest.trim() {
            "" => "上年年报填报无误".to_owned(),
            rest => format!("上年年报：{}", edit(rest)),
        };
    }
    if let Some(what) = line.strip_prefix("drop ") {
        return format!("缺{}", part(what.trim()));
    }
    let Some((key, value)) = line.split_once('=') else { return line.to_owned() };
    let value = value.trim().replace("\\n", " ");
    let (key, of) = key.trim().split_once(' ').unwrap_or((key.trim(), ""));
    match (key, value.as_str()) {
        ("base", "government") => "一份人民政府的年报".to_owned(),
        ("base", "department") => "一份部门的年报".to_owned(),
        ("base", year) => format!("一份 {year} 年版格式的年报"),
        ("title", _) => format!("标题：{value}"),
        ("intro", _) => format!("引言：{value}"),
        ("agency", _) => format!("机关：{value}"),
        ("year", _) => format!("年度：{value}"),
        ("only", _) => format!("全文只有：{value}"),
        ("heading", _) => format!("{}的标题：{value}", section(of)),
        ("section", "") => format!("{}没有正文", section(of)),
        ("section", _) => format!("{}的正文：{value}", section(of)),
        ("append", _) => format!("{}另有一段：{value}", section(of)),
        ("replace", _) => match value.split_once("=>") {
            Some((old, new)) if new.trim().is_empty() => format!("{}去掉“{}”", section(of), old.trim()),
            Some((old, new)) => format!("{}“{}”写成“{}”", section(of), old.trim(), new.trim()),
            None => line.to_owned(),
        },
        ("label" | "column", _) => format!("{}的标签写成“{value}”", name(of)),
        ("labels", _) => format!("标签“{of}”写成“{value}”"),
        ("order", _) => {
            let order: Vec<&str> = value.split_whitespace().map(numeral).collect();
            format!("各部分的次序：{}", order.join("、"))
        }
        ("remark", _) => format!("批注或修订：{value}"),
        (address, "") => format!("{}：空白", name(address)),
        (address, _) => format!("{}：{value}", name(address)),
    }
}

fn part(what: &str) -> String {
    match what.split_once(' ') {
        Some(("section", number)) => section(number),
        Some(("table", number)) => format!("表{}", numeral(number)),
        Some(("row", address)) => format!("一行：{}", name(address)),
        _ => what.to_owned(),
    }
}

fn section(number: &str) -> String {
    if number == "0" { "引言".to_owned() } else { format!("第{}部分", numeral(number)) }
}

fn numeral(number: &str) -> &str {
    let index = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    index.and_then(|index| NUMERALS.get(index)).copied().unwrap_or(number)
}

/// A cell's or a row's name.
fn name(address: &str) -> String {
    let named = Form::all().into_iter().find_map(|form| {
        let cell = form.cell(address).map(|cell| form.spec(cell).name.clone());
        cell.or_else(|| form.row(address).map(|row| row.full_name()))
    });
    named.unwrap_or_else(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_told_in_words() {
        assert_eq!(edit("3.granted.total = 9"), "表三 · （一）予以公开 · 总计：9");
        assert_eq!(edit("2.rules.made ="), "表二 · 规章 · 本年制发件数：空白");
        assert_eq!(edit("replace 1 = 收到5件 => 收到4件"), "第一部分“收到5件”写成“收到4件”");
        assert_eq!(edit("drop row 3.refused.2"), "缺一行：表三 · （三）不予公开 2.其他法律行政法规禁止公开");
        assert_eq!(edit("previous 2.rules.made = 1"), "上年年报：表二 · 规章 · 本年制发件数：1");
        assert_eq!(edit("order = 1 3 2"), "各部分的次序：一、三、二");
    }

    #[test]
    fn every_example_of_every_rule_is_told() {
        for rule in crate::rules::ALL {
            let page = in_words(rule.page);
            for example in page.split("~~~").skip(1).step_by(2) {
                assert!(!example.trim().is_empty(), "{}: an example is empty", rule.id);
                let is_code = |line: &str| line.contains(" = ") || line.contains("=>");
                assert!(!example.lines().any(is_code), "{}: {example}", rule.id);
            }
        }
    }
}
