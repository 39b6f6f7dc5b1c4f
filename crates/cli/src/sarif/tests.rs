use serde_json::Value;

use super::*;

/// A report with a wrong total and a claim against it, checked as the command does.
fn outcome(text: &str, name: &str) -> Outcome {
    let input = doors::Input::File { name: name.to_owned(), bytes: text.as_bytes().to_owned() };
    doors::check(&doors::Request::new(input))
}

fn wrong() -> String {
    sample::example("3.granted.total = 9\n3.received.total = 7").expect("edits that can be made").to_text()
}

fn results(rendered: &[u8]) -> Vec<Value> {
    serde_json::from_slice(&[b"[", rendered, b"]"].concat()).expect("results")
}

fn rendered(text: &str) -> Vec<Value> {
    results(&render(&outcome(text, "年报.txt"), Some(text), Language::Chinese).expect("JSON"))
}

/// The words of a text in a region.
fn words<'t>(text: &'t str, region: &Value) -> &'t str {
    let number = |name: &str| usize::try_from(region[name].as_u64().expect(name)).expect("small");
    assert_eq!(number("startLine"), number("endLine"));
    // These lines hold nothing beyond the basic plane: a column is a character.
    let line = text.lines().nth(number("startLine") - 1).expect("a line");
    let at = |column: usize| line.char_indices().nth(column - 1).map_or(line.len(), |(at, _)| at);
    &line[at(number("startColumn"))..at(number("endColumn"))]
}

#[test]
fn regions_hold_the_very_words_and_fixes_mend_the_report() {
    let text = wrong();
    let results = rendered(&text);
    assert!(results.len() >= 2);
    let row = results.iter().find(|result| result["ruleId"] == "T3-ROW").expect("the wrong row");
    assert_eq!(row["level"], "error");
    let location = &row["locations"][0];
    assert_eq!(location["physicalLocation"]["artifactLocation"]["uri"], "%E5%B9%B4%E6%8A%A5.txt");
    assert_eq!(location["logicalLocations"][0]["kind"], "cell");
    let mut fixes = 0;
    for result in &results {
        for fix in result["fixes"].as_array().into_iter().flatten() {
            for change in fix["artifactChanges"][0]["replacements"].as_array().expect("replacements") {
                let old = words(&text, &change["deletedRegion"]);
                let new = change["insertedContent"]["text"].as_str().expect("a number");
                let told = fix["description"]["text"].as_str().expect("words");
                assert!(told.contains(&format!("{old} → {new}")), "{told}: {old}");
                fixes += 1;
            }
        }
    }
    assert!(fixes > 0);
}

#[test]
fn fingerprints_outlive_edits_elsewhere_and_tell_findings_apart() {
    let fingerprints = |text: &str| -> Vec<String> {
        let fingerprint =
            |result: &Value| result["partialFingerprints"]["nianbaoFinding/v1"].as_str().map(str::to_owned);
        rendered(text).iter().map(|result| fingerprint(result).expect("a fingerprint")).collect()
    };
    let text = wrong();
    let before = fingerprints(&text);
    assert_eq!(fingerprints(&format!("\n\n{text}")), before);
    let mut distinct = before.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), before.len());
}

#[test]
fn a_log_is_one_object_whatever_it_holds() {
    let text = wrong();
    let unread = outcome("", "空.txt");
    for inputs in [vec![], vec![&text], vec![&text, &text]] {
        let mut log = Log::new(Language::English);
        let mut written = Vec::new();
        for text in &inputs {
            let result = render(&outcome(text, "a.txt"), Some(text), Language::English).expect("JSON");
            written.extend(log.next(Verdict::Errors, &result).expect("JSON"));
            written.extend(log.next(Verdict::Clean, b"").expect("JSON"));
            let notification = render(&unread, None, Language::English).expect("JSON");
            written.extend(log.next(Verdict::Unread, &notification).expect("JSON"));
        }
        written.extend(log.end().expect("JSON"));
        let log: Value = serde_json::from_slice(&written).expect("JSON");
        let run = &log["runs"][0];
        assert_eq!(run["results"].as_array().map(Vec::len), Some(inputs.len() * rendered(&text).len()));
        assert_eq!(run["tool"]["driver"]["rules"].as_array().map(Vec::len), Some(rules::ALL.len()));
        let invocation = &run["invocations"][0];
        assert_eq!(invocation["executionSuccessful"], inputs.is_empty());
        assert_eq!(invocation["toolExecutionNotifications"].as_array().map(Vec::len), Some(inputs.len()));
    }
}
