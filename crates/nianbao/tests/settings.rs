//! The laws of settings: off takes away exactly a rule's findings, another severity changes only the
//! severity and with it the order, and the result says what was set.

mod common;

use nianbao::finding::{Finding, Severity};
use nianbao::language::Language;
use nianbao::outcome::Checked;
use nianbao::rules;
use nianbao::settings::{Applied, Refusal, Setting, Settings};

/// Reports with findings of many rules; the fourth has a finding milder than its rule.
fn reports() -> Vec<sample::Draft> {
    let edits = [
        "",
        "3.granted.total = 9\n2.permits.decisions = 1.5\n3.partial.natural = /\nappend 1 = 加强公开公开",
        "base = government\n4.review.total = 0\ndrop section 6",
        "base = government\nsection 1 = 县政府办公室共收到政府信息公开申请25件。",
        "3.received.natural = \n3.granted.natural = \n3.total.natural = ",
    ];
    edits.iter().map(|edit| sample::example(edit).expect("an edit")).collect()
}

fn check(draft: &sample::Draft, settings: Settings) -> Checked {
    let document = common::document(draft);
    nianbao::check(&document, "", &nianbao::Options { settings, ..nianbao::Options::default() })
}

fn of(id: &str, setting: Setting) -> Settings {
    let mut settings = Settings::default();
    settings.set(id, Some(setting));
    settings
}

/// Everything but the findings and what was set.
fn rest(checked: &Checked) -> Checked {
    Checked { findings: Vec::new(), settings: None, ..checked.clone() }
}

fn raised(checked: &Checked) -> Vec<&'static str> {
    let has = |id: &str| checked.findings.iter().any(|finding| finding.rule == id);
    rules::ALL.iter().map(|rule| rule.id).filter(|id| has(id)).collect()
}

#[test]
fn empty_settings_change_no_byte() {
    for draft in reports() {
        let bytes = |settings| serde_json::to_string(&check(&draft, settings)).expect("JSON");
        let plain = bytes(Settings::default());
        assert_eq!(bytes(Settings::read("{}").expect("settings")), plain);
        assert_eq!(bytes(Settings::read(r#"{"rules": {}}"#).expect("settings")), plain);
        assert!(!plain.contains("\"settings\""));
    }
}

#[test]
fn off_takes_away_a_rules_findings_and_changes_nothing_else() {
    for draft in reports() {
        let all = check(&draft, Settings::default());
        for id in raised(&all).into_iter().chain(["T2-FEW"]) {
            let without = check(&draft, of(id, Setting::Off));
            let expected: Vec<Finding> = all.findings.iter().filter(|f| f.rule != id).cloned().collect();
            assert_eq!(without.findings, expected, "{id}");
            assert_eq!(rest(&without), rest(&all), "{id}");
            assert_eq!(without.settings, Some(Applied { off: vec![id.to_owned()], ..Applied::default() }));
        }
    }
}

#[test]
fn another_severity_changes_only_the_severity_and_the_order() {
    for draft in reports() {
        let all = check(&draft, Settings::default());
        for id in raised(&all) {
            for setting in [Setting::Error, Setting::Warning, Setting::Hint] {
                let severity = setting.severity().expect("a severity");
                let other = check(&draft, of(id, setting));
                assert_eq!(rest(&other), rest(&all), "{id}");
                assert_eq!(other.settings.as_ref().and_then(|s| s.changed.get(id)), Some(&severity));
                assert!(other.findings.is_sorted_by_key(|finding| finding.severity), "{id}");
                let mut as_before = other.findings.clone();
                for finding in as_before.iter_mut().filter(|finding| finding.rule == id) {
                    let same = |f: &&Finding| Finding { severity: finding.severity, ..(*f).clone() } == *finding;
                    let before = all.findings.iter().find(same).expect("a finding that was there").severity;
                    let rule = rules::by_id(id).expect("a rule").severity;
                    let expected = if before > rule { severity.max(before) } else { severity };
                    assert_eq!(finding.severity, expected, "{id}");
                    finding.severity = before;
                }
                let others = |findings: &[Finding]| -> Vec<Finding> {
                    findings.iter().filter(|finding| finding.rule != id).cloned().collect()
                };
                assert_eq!(others(&as_before), others(&all.findings), "{id}: the order of the others");
                assert_eq!(as_before.len(), all.findings.len());
            }
        }
    }
}

/// What a rule has reason to say more mildly stays mild.
#[test]
fn a_milder_finding_stays_mild() {
    let draft = &reports()[3];
    let hint = |checked: &Checked| checked.findings.iter().any(|f| f.rule == "N-NEW" && f.severity == Severity::Hint);
    assert!(hint(&check(draft, Settings::default())), "the words of another scope make a hint");
    assert!(hint(&check(draft, of("N-NEW", Setting::Error))));
}

#[test]
fn the_result_names_what_was_set_in_order() {
    let settings = Settings::read(r#"{"rules": {"W-NOSTOP": "off", "T2-PERMIT-0": "error", "C-NEVER": "off"}}"#);
    let checked = check(&reports()[0], settings.expect("settings"));
    let json = serde_json::to_value(&checked).expect("JSON");
    let expected = serde_json::json!({"off": ["C-NEVER", "W-NOSTOP"], "changed": {"T2-PERMIT-0": "error"}});
    assert_eq!(json["settings"], expected);
}

#[test]
fn what_is_written_is_read_again() {
    let mut settings = Settings::default();
    for (rule, (setting, _)) in rules::ALL.iter().zip(Setting::WORDS.iter().cycle()) {
        settings.set(rule.id, Some(*setting));
    }
    assert_eq!(Settings::read(&settings.to_json()).as_ref(), Ok(&settings));
    assert_eq!(serde_json::from_str::<Settings>(&settings.to_json()).ok().as_ref(), Some(&settings));
    for rule in rules::ALL {
        settings.set(rule.id, None);
    }
    assert!(settings.is_empty());
    settings.set("NO-RULE", Some(Setting::Off));
    assert!(settings.is_empty());
}

#[test]
fn what_there_is_not_is_refused_with_its_name_and_the_nearest() {
    let refused = |json: &str| Settings::read(json).expect_err(json);
    let unknown = |id: &str, nearest| Refusal::UnknownRule { id: id.to_owned(), nearest };
    assert_eq!(refused(r#"{"rules": {"T3-ROWS": "off"}}"#), unknown("T3-ROWS", "T3-ROW"));
    assert_eq!(refused(r#"{"rules": {"t2-permit": "off"}}"#), unknown("t2-permit", "T2-PERMIT-0"));
    assert_eq!(refused(r#"{"rule": {}}"#), Refusal::UnknownKey("rule".to_owned()));
    let value = |value: &str| Refusal::UnknownSetting { id: "T3-ROW".to_owned(), value: value.to_owned() };
    assert_eq!(refused(r#"{"rules": {"T3-ROW": "on"}}"#), value("on"));
    assert_eq!(refused(r#"{"rules": {"T3-ROW": false}}"#), value("false"));
    assert_eq!(refused(r#"{"rules": ["T3-ROW"]}"#), Refusal::NoObject("rules".to_owned()));
    assert_eq!(refused("[]"), Refusal::NoObject(String::new()));
    assert!(matches!(refused("rules: off"), Refusal::NoJson { .. }));
    let sentence = unknown("T3-ROWS", "T3-ROW").explain(Language::Chinese);
    assert_eq!(sentence, "设置中的规则“T3-ROWS”不存在，最接近的是“T3-ROW”。");
    for json in [r#"{"rules": {"T3-ROWS": "off"}}"#, r#"{"rules": {"T3-ROW": "on"}}"#, r#"{"rule": {}}"#] {
        let error = serde_json::from_str::<Settings>(json).expect_err("refused by another door too");
        assert!(error.to_string().contains("rule"), "{error}");
    }
}

/// The example that the README points to.
#[test]
fn the_example_is_valid() {
    let settings = Settings::read(include_str!("../../../docs/settings.json")).expect("settings");
    assert_eq!(settings.get("W-NOSTOP"), Some(Setting::Off));
}
