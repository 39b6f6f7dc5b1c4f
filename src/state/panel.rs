//! What is read instead of the reports for a while, and the settings of the rules.

use nianbao::settings::{Refusal, Setting, Settings};

/// What is read instead of the reports; they stay as they are meanwhile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Panel {
    /// A document of the guide, by its name.
    Guide(&'static str),
    /// The rule book with its settings; one rule's page, where its id is given.
    Rules(Option<String>),
}

/// Which rules count, and for how much.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleSettings {
    /// What the page came with: a province's own, or nothing.
    pub given: Settings,
    /// What is in use.
    pub in_use: Settings,
    /// Why what the page came with was refused.
    pub refused: Option<Refusal>,
    /// Counts the changes.
    pub changes: u32,
}

impl RuleSettings {
    /// The settings at the start: what the page came with, and what was kept from the last visit.
    pub fn at_start(given: Option<&str>, kept: Option<&str>) -> RuleSettings {
        let (given, refused) = match given.map(Settings::read) {
            None => (Settings::default(), None),
            Some(Ok(given)) => (given, None),
            Some(Err(refusal)) => (Settings::default(), Some(refusal)),
        };
        // What an older page kept may name rules that there are no more; then the person sets anew.
        let kept = kept.and_then(|kept| Settings::read(kept).ok());
        RuleSettings { in_use: kept.unwrap_or_else(|| given.clone()), given, refused, changes: 0 }
    }

    /// Whether the person has changed anything.
    pub fn is_changed(&self) -> bool {
        self.in_use != self.given
    }

    pub(super) fn set(&mut self, id: &str, setting: Option<Setting>) {
        self.in_use.set(id, setting);
        self.changes = self.changes.wrapping_add(1);
    }

    pub(super) fn replace(&mut self, settings: Settings) {
        self.in_use = settings;
        self.changes = self.changes.wrapping_add(1);
    }

    pub(super) fn reset(&mut self) {
        self.replace(self.given.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Action, Arrival, State};
    use super::*;
    use doors::Input;

    const PROVINCE: &str = r#"{"rules": {"W-NOSTOP": "off"}}"#;

    #[test]
    fn what_was_kept_comes_before_what_the_page_came_with() {
        let of_province = RuleSettings::at_start(Some(PROVINCE), None);
        assert_eq!(of_province.in_use.get("W-NOSTOP"), Some(Setting::Off));
        let kept = RuleSettings::at_start(Some(PROVINCE), Some(r#"{"rules": {}}"#));
        assert!(kept.in_use.is_empty() && kept.is_changed());
        let outdated = RuleSettings::at_start(Some(PROVINCE), Some(r#"{"rules": {"NO-SUCH": "off"}}"#));
        assert!(!outdated.is_changed());
        let refused = RuleSettings::at_start(Some(r#"{"rules": {"NO-SUCH": "off"}}"#), None);
        assert!(refused.refused.is_some() && refused.in_use.is_empty());
    }

    #[test]
    fn another_setting_asks_again_and_a_reset_brings_the_page_s_own() {
        let arrivals: Vec<Arrival> = vec![Input::Text("甲".to_owned()).into()];
        let state = State::with_settings(RuleSettings::at_start(Some(PROVINCE), None));
        let state = state.after(Action::Add(arrivals));
        let before = state.wanted(&state.entries[0]);
        let state = state.after(Action::SetRule("T3-ROW".to_owned(), Some(Setting::Hint)));
        assert_ne!(state.wanted(&state.entries[0]), before);
        assert!(state.settings.is_changed());
        let state = state.after(Action::Anew).after(Action::ResetRules);
        assert_eq!(state.settings.in_use, state.settings.given);
    }
}
