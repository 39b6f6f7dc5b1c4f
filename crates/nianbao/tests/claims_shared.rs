//! The narratives of real reports, where they are at hand: `../shared` beside the project. Without it
//! these tests say so and pass.

use std::path::PathBuf;

use nianbao::document::Document;
use nianbao::finding::{Finding, Severity};
use nianbao::outcome::Checked;

/// A file of the folder with real reports, read by its kind; `None` where the folder is not there.
fn document(name: &str) -> Option<Document> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(name);
    let elsewhere = std::env::var_os("NIANBAO_SHARED").map(|folder| PathBuf::from(folder).join(name));
    let Some(path) = [Some(path), elsewhere].into_iter().flatten().find(|path| path.exists()) else {
        eprintln!("{name} is not there: skipped (NIANBAO_SHARED may name the folder of real reports)");
        return None;
    };
    let bytes = std::fs::read(path).expect("a file");
    let text = String::from_utf8(bytes).expect("UTF-8");
    Some(if name.ends_with(".html") {
        readers::read_html(&text).expect("a page")
    } else {
        readers::read_text(&text).expect("a text")
    })
}

fn check(name: &str) -> Option<Checked> {
    Some(nianbao::check(&document(name)?, name, &nianbao::Options::default()))
}

fn narrative<'a>(checked: &'a Checked, rule: &'a str) -> impl Iterator<Item = &'a Finding> {
    checked.findings.iter().filter(move |finding| finding.rule == rule)
}

fn marks(finding: &Finding, words: &str) -> bool {
    finding.spans.iter().any(|span| span.text.contains(words))
}

#[test]
fn an_open_list_that_misses_a_few_is_a_hint() {
    let Some(checked) = check("seeds/001_fb458e10dc3ede35.txt") else { return };
    let found = narrative(&checked, "N-SUBTOT").find(|finding| marks(finding, "15052条")).expect("the total");
    assert_eq!(found.severity, Severity::Hint);
    assert!(found.message.contains("15052") && found.message.contains("15038"), "{}", found.message);
}

#[test]
fn a_result_that_counts_one_column_only_is_found() {
    let Some(checked) = check("reports/shanghai_office_2019.html") else { return };
    let told: Vec<&String> = checked.findings.iter().map(|finding| &finding.message).collect();
    let pooled = narrative(&checked, "N-TYPE").find(|finding| marks(finding, "258件"));
    assert!(pooled.is_some_and(|f| f.message.contains("275")), "{told:#?}");
    assert!(narrative(&checked, "N-ALLWIN").any(|finding| marks(finding, "均获维持")), "{told:#?}");
    assert!(narrative(&checked, "N-PCT").any(|finding| marks(finding, "33.9%")), "{told:#?}");
    assert_eq!(narrative(&checked, "N-NEW").count(), 0, "{told:#?}");
}

#[test]
fn reports_that_agree_are_quiet() {
    let names = [
        "reports/shuyang_2025.md",
        "seeds/000_881c8df4802adf85.txt",
        "seeds/001_fb458e10dc3ede35.txt",
        "seeds/002_7063f1814de91bcc.txt",
        "seeds/003_8d93650bfc1767cd.txt",
        "seeds/004_da27fdfd1a5b31c6.txt",
    ];
    for name in names {
        let Some(checked) = check(name) else { return };
        let loud = checked.findings.iter().filter(|finding| {
            finding.severity != Severity::Hint && (finding.rule.starts_with("N-") || finding.rule.starts_with("C-"))
        });
        let loud: Vec<String> = loud.map(|finding| format!("{} {}", finding.rule, finding.message)).collect();
        assert!(loud.is_empty(), "{name}: {loud:#?}");
        assert!(checked.checked.claims > 0 || name.contains("001"), "{name}: no claim was compared");
    }
}
