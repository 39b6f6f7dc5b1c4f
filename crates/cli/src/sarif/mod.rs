//! Results as SARIF 2.1.0 (OASIS, <https://docs.oasis-open.org/sarif/sarif/v2.1.0/>), which code hosts
//! and editors show: one log with one run. Results are written as they are done; what could not be
//! read is told in the run's invocation, which stands at its end.

mod model;
mod place;
mod result;

use std::io;

use nianbao::finding::Severity;
use nianbao::language::Language;
use nianbao::outcome::Outcome;
use nianbao::rules;

use crate::verdict::Verdict;
use model::{Configuration, Driver, Help, Invocation, Level, Message, Notification, Rule, Tool};
use place::Source;

/// The version of the format.
const VERSION: &str = "2.1.0";

/// The address of its schema.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What stands between two results.
const BETWEEN: &[u8] = b",\n";

/// The results of one report, or the notification that it could not be read; nothing where nothing
/// is wrong. `source` is the text it was read from, where that is plain text.
///
/// # Errors
/// When it can't be written as JSON, which is not to be expected.
pub fn render(outcome: &Outcome, source: Option<&str>, language: Language) -> io::Result<Vec<u8>> {
    match outcome {
        Outcome::Unread(unread) => {
            let text = format!("{}{}", unread.unreadable.message, unread.unreadable.advice);
            let locations = vec![place::file(&unread.file)];
            Ok(serde_json::to_vec(&Notification { level: Level::Error, message: Message { text }, locations })?)
        }
        Outcome::Checked(checked) => {
            let source = source.map(Source::new);
            let results = result::results(checked, source.as_ref(), language);
            let results: Vec<Vec<u8>> = results.iter().map(serde_json::to_vec).collect::<Result<_, _>>()?;
            Ok(results.join(BETWEEN))
        }
    }
}

/// A log that is being written.
pub struct Log {
    language: Language,
    begun: bool,
    has_results: bool,
    notifications: Vec<Vec<u8>>,
}

impl Log {
    /// An empty one.
    pub fn new(language: Language) -> Log {
        Log { language, begun: false, has_results: false, notifications: Vec::new() }
    }

    /// What is to be written when a report is done.
    ///
    /// # Errors
    /// When it can't be written as JSON, which is not to be expected.
    pub fn next(&mut self, verdict: Verdict, rendered: &[u8]) -> io::Result<Vec<u8>> {
        let mut text = self.beginning()?;
        if verdict == Verdict::Unread {
            self.notifications.push(rendered.to_owned());
        } else if !rendered.is_empty() {
            if std::mem::replace(&mut self.has_results, true) {
                text.extend(BETWEEN);
            }
            text.extend(rendered);
        }
        Ok(text)
    }

    /// What is to be written at the end.
    ///
    /// # Errors
    /// When it can't be written as JSON, which is not to be expected.
    pub fn end(&mut self) -> io::Result<Vec<u8>> {
        let mut text = self.beginning()?;
        let invocation = Invocation {
            execution_successful: self.notifications.is_empty(),
            tool_execution_notifications: serde_json::from_slice(
                &[b"[", self.notifications.join(BETWEEN).as_slice(), b"]"].concat(),
            )?,
        };
        text.extend(b"\n],\"invocations\":[");
        text.extend(serde_json::to_vec(&invocation)?);
        text.extend(b"]}]}\n");
        Ok(text)
    }

    /// What stands before the first result; nothing once it is written.
    fn beginning(&mut self) -> io::Result<Vec<u8>> {
        if std::mem::replace(&mut self.begun, true) {
            return Ok(Vec::new());
        }
        let tool = serde_json::to_string(&tool(self.language))?;
        let language = match self.language {
            Language::Chinese => "zh-CN",
            Language::English => "en",
        };
        // Readers end lines at a carriage return alone too.
        let text = format!(
            "{{\"$schema\":\"{SCHEMA}\",\"version\":\"{VERSION}\",\"runs\":[{{\"tool\":{tool},\n\
             \"language\":\"{language}\",\"columnKind\":\"utf16CodeUnits\",\
             \"newlineSequences\":[\"\\r\\n\",\"\\n\",\"\\r\"],\"results\":[\n"
        );
        Ok(text.into_bytes())
    }
}

/// The command and its rule book.
fn tool(language: Language) -> Tool {
    let rules = rules::ALL.iter().map(|rule| Rule {
        id: rule.id.to_owned(),
        name: rule.name.to_owned(),
        short_description: Message { text: rule.title.in_language(language).to_owned() },
        full_description: Message { text: rule.section("查什么").unwrap_or_default().to_owned() },
        help: help(rule),
        default_configuration: Configuration { level: rule.severity.into() },
    });
    Tool { driver: Driver { name: "nianbao", semantic_version: env!("CARGO_PKG_VERSION"), rules: rules.collect() } }
}

/// A rule's page without its examples, which are written for tests.
fn help(rule: &nianbao::rule::Rule) -> Help {
    let section = |heading: &str, before: &str, after: &str| {
        Some(format!("{before}{heading}{after}{}\n", rule.section(heading)?))
    };
    let page = |before: &str, after: &str| -> String {
        ["查什么", "为什么", "依据", "怎么改"].iter().filter_map(|heading| section(heading, before, after)).collect()
    };
    Help { text: page("", "："), markdown: page("## ", "\n\n") }
}

impl From<Severity> for Level {
    fn from(severity: Severity) -> Level {
        match severity {
            Severity::Error => Level::Error,
            Severity::Warning => Level::Warning,
            Severity::Hint => Level::Note,
        }
    }
}

#[cfg(test)]
mod tests;
