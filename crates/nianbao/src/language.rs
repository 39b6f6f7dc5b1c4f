//! The two languages in which findings speak.

use serde::{Deserialize, Serialize};

/// The language of messages, advice and titles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    /// Chinese, the language of the reports and of their clerks.
    #[default]
    #[serde(rename = "zh")]
    Chinese,
    /// English, for everybody else.
    #[serde(rename = "en")]
    English,
}

/// A fixed text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Words {
    /// The text in one language.
    pub fn in_language(&self, language: Language) -> &'static str {
        match language {
            Language::Chinese => self.zh,
            Language::English => self.en,
        }
    }
}

/// A number of things in English: `1 error`, `2 errors`. Chinese needs no such thing.
pub fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

/// Formats one of two sentences: `say!(language, "中文 {x}", "English {x}")`.
#[macro_export]
macro_rules! say {
    ($language:expr, $zh:literal, $en:literal $(, $($rest:tt)*)?) => {
        match $language {
            $crate::language::Language::Chinese => format!($zh $(, $($rest)*)?),
            $crate::language::Language::English => format!($en $(, $($rest)*)?),
        }
    };
}
