//! Which rules are switched off, and which findings count for more or less, as a province sets it.
//!
//! ```json
//! {"rules": {"W-NOSTOP": "off", "T2-PERMIT-0": "error"}}
//! ```
//!
//! A severity is `error`, `warning` or `hint`. A rule that is not named is as the rule book has it.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::finding::{Finding, Severity};
use crate::language::Language;
use crate::rules;
use crate::say;

/// What is set for rules, by their ids. Only ids of [`rules::ALL`] get in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written")]
pub struct Settings {
    rules: BTreeMap<String, Setting>,
}

/// What is set for one rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Setting {
    /// Its findings are left out.
    Off,
    /// Its findings are errors.
    Error,
    /// Its findings are warnings.
    Warning,
    /// Its findings are hints.
    Hint,
}

/// Why settings are refused. Nothing is guessed: a misspelt id would otherwise leave a rule on, or
/// off, that somebody relies on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is no JSON: where the parser stopped, from 1, and what it says (always in English).
    NoJson {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
        /// What the parser says.
        error: String,
    },
    /// What stands under this key (empty: the whole) is no object.
    NoObject(String),
    /// A key beside `rules`.
    UnknownKey(String),
    /// No rule has this id; the nearest one that there is.
    UnknownRule {
        /// The id as written.
        id: String,
        /// The nearest id of [`rules::ALL`].
        nearest: &'static str,
    },
    /// A value that is none of [`Setting::WORDS`].
    UnknownSetting {
        /// The rule's id.
        id: String,
        /// The value as written.
        value: String,
    },
}

/// What the settings changed, as the result tells it; both in the order of the ids.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applied {
    /// The rules whose findings are left out.
    pub off: Vec<String>,
    /// The rules with another severity.
    pub changed: BTreeMap<String, Severity>,
}

impl Setting {
    /// Every setting with its word in the file.
    pub const WORDS: [(Setting, &'static str); 4] =
        [(Setting::Off, "off"), (Setting::Error, "error"), (Setting::Warning, "warning"), (Setting::Hint, "hint")];

    /// The setting of a word.
    pub fn of_word(word: &str) -> Option<Setting> {
        Setting::WORDS.iter().find(|(_, known)| *known == word).map(|(setting, _)| *setting)
    }

    /// The severity it sets; `None` for [`Setting::Off`].
    pub fn severity(self) -> Option<Severity> {
        match self {
            Setting::Off => None,
            Setting::Error => Some(Severity::Error),
            Setting::Warning => Some(Severity::Warning),
            Setting::Hint => Some(Severity::Hint),
        }
    }
}

impl Settings {
    /// Reads a settings file.
    ///
    /// # Errors
    /// When it is no JSON of this shape, or names a key, a rule or a value that there is not.
    pub fn read(json: &str) -> Result<Settings, Refusal> {
        let value: Value = serde_json::from_str(json.trim_start_matches('\u{feff}')).map_err(|error| {
            Refusal::NoJson { line: error.line(), column: error.column(), error: error.to_string() }
        })?;
        let Value::Object(keys) = value else { return Err(Refusal::NoObject(String::new())) };
        let mut settings = Settings::default();
        for (key, value) in keys {
            if key != "rules" {
                return Err(Refusal::UnknownKey(key));
            }
            let Value::Object(rules) = value else { return Err(Refusal::NoObject(key)) };
            for (id, value) in rules {
                let word = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                settings.put(&id, &word)?;
            }
        }
        Ok(settings)
    }

    fn put(&mut self, id: &str, word: &str) -> Result<(), Refusal> {
        let known = rules::ALL.iter().any(|rule| rule.id == id);
        if !known {
            return Err(Refusal::UnknownRule { id: id.to_owned(), nearest: nearest(id) });
        }
        let setting = Setting::of_word(word)
            .ok_or_else(|| Refusal::UnknownSetting { id: id.to_owned(), value: word.to_owned() })?;
        self.rules.insert(id.to_owned(), setting);
        Ok(())
    }

    /// Sets a rule, or with `None` leaves it as the rule book has it. An id without a rule is left out.
    pub fn set(&mut self, id: &str, setting: Option<Setting>) {
        match (setting, rules::ALL.iter().find(|rule| rule.id == id)) {
            (Some(setting), Some(rule)) => {
                self.rules.insert(rule.id.to_owned(), setting);
            }
            _ => {
                self.rules.remove(id);
            }
        }
    }

    /// What is set for a rule.
    pub fn get(&self, id: &str) -> Option<Setting> {
        self.rules.get(id).copied()
    }

    /// Whether nothing is set.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// The settings as a file that [`Settings::read`] reads.
    pub fn to_json(&self) -> String {
        // Words by words: a map of strings is always JSON.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Leaves out the findings of rules that are off and gives the others their severity; says what
    /// was changed, or `None` where nothing is set.
    pub(crate) fn apply(&self, findings: &mut Vec<Finding>) -> Option<Applied> {
        findings.retain(|finding| self.get(&finding.rule) != Some(Setting::Off));
        for finding in findings {
            if let Some(severity) = self.get(&finding.rule).and_then(Setting::severity) {
                finding.severity = changed(finding, severity);
            }
        }
        let off = self.rules.iter().filter(|(_, setting)| **setting == Setting::Off).map(|(id, _)| id.clone());
        let changed = self.rules.iter().filter_map(|(id, setting)| Some((id.clone(), setting.severity()?)));
        (!self.is_empty()).then(|| Applied { off: off.collect(), changed: changed.collect() })
    }
}

/// The severity of a finding whose rule has another than in the rule book. Where the rule itself
/// found reason to be milder than usual (the words of another scope explain a difference), the
/// finding never becomes more severe than it was.
fn changed(finding: &Finding, severity: Severity) -> Severity {
    let milder = rules::by_id(&finding.rule).is_some_and(|rule| finding.severity > rule.severity);
    if milder { severity.max(finding.severity) } else { severity }
}

/// How many characters of a misspelt id are compared; no rule has as many.
const COMPARED: usize = 40;

/// The id most like a misspelt one.
fn nearest(id: &str) -> &'static str {
    let id: String = id.chars().take(COMPARED).flat_map(char::to_uppercase).collect();
    let distance = |known: &&'static str| strsim::osa_distance(&id, known);
    rules::ALL.iter().map(|rule| rule.id).min_by_key(distance).unwrap_or_default()
}

impl Refusal {
    /// What is said to the person who wrote the settings.
    pub fn explain(&self, language: Language) -> String {
        match self {
            Refusal::NoJson { line, column, error } => say!(
                language,
                "设置不是 JSON 格式：第 {line} 行第 {column} 列附近有误，请核对括号、引号和逗号。",
                "The settings are no JSON: {error}."
            ),
            Refusal::NoObject(key) if key.is_empty() => {
                say!(language, "设置应写成 {{\"rules\": {{…}}}}。", "Settings are written {{\"rules\": {{…}}}}.")
            }
            Refusal::NoObject(key) => say!(
                language,
                "设置中“{key}”之后应是 {{\"规则编号\": \"off\"}} 这样的内容。",
                "In the settings, “{key}” should hold {{\"RULE-ID\": \"off\"}} and the like."
            ),
            Refusal::UnknownKey(key) => say!(
                language,
                "设置中没有“{key}”这一项，只有“rules”。",
                "Settings have no “{key}”; the only key is “rules”."
            ),
            Refusal::UnknownRule { id, nearest } => say!(
                language,
                "设置中的规则“{id}”不存在，最接近的是“{nearest}”。",
                "The settings name a rule “{id}” that there is not; the nearest is “{nearest}”."
            ),
            Refusal::UnknownSetting { id, value } => say!(
                language,
                "设置中规则“{id}”的值“{value}”不对，只能是 off（停用）、error（错误）、warning（提醒）、hint（建议）。",
                "The settings give rule “{id}” the value “{value}”; it may be off, error, warning or hint."
            ),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.explain(Language::English))
    }
}

impl std::error::Error for Refusal {}

/// Settings as another thread or program hands them over, before their ids and words are looked at.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    rules: BTreeMap<String, String>,
}

impl TryFrom<Written> for Settings {
    type Error = Refusal;

    fn try_from(written: Written) -> Result<Settings, Refusal> {
        let mut settings = Settings::default();
        for (id, word) in &written.rules {
            settings.put(id, word)?;
        }
        Ok(settings)
    }
}
