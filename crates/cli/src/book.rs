//! `nianbao rules`: the rule book.

use std::io::{self, Write};

use nianbao::example::in_words;
use nianbao::finding::Severity;
use nianbao::language::{Language, Words};
use nianbao::rule::Rule;
use nianbao::{rules, say};

use crate::status::Status;

/// Prints the list of rules, or one rule's page.
pub fn run(id: Option<&str>, language: Language) -> io::Result<Status> {
    let mut output = io::stdout().lock();
    match id.map(|id| (id, rules::by_id(id))) {
        None => {
            for rule in rules::ALL {
                let (severity, title) = (severity(rule, language), rule.title.in_language(language));
                writeln!(output, "{:<20} {severity}  {title}", rule.id)?;
            }
            Ok(Status::Clean)
        }
        Some((_, Some(rule))) => {
            writeln!(output, "# {} {}\n", rule.id, rule.title.in_language(language))?;
            writeln!(output, "{} · {} · {}\n", rule.name, severity(rule, language), rule.basis)?;
            writeln!(output, "{}", in_words(rule.page).trim_end())?;
            Ok(Status::Clean)
        }
        Some((id, None)) => {
            eprintln!(
                "nianbao: {}",
                say!(
                    language,
                    "没有规则 {id}；nianbao rules 列出全部规则。",
                    "There is no rule {id}; nianbao rules lists them all."
                )
            );
            Ok(Status::WrongUsage)
        }
    }
}

fn severity(rule: &Rule, language: Language) -> &'static str {
    let words = match rule.severity {
        Severity::Error => Words { zh: "错误", en: "error  " },
        Severity::Warning => Words { zh: "提醒", en: "warning" },
        Severity::Hint => Words { zh: "建议", en: "hint   " },
    };
    words.in_language(language)
}
