//! What the documents name is there: paths between backticks, and the targets of links.

use std::fs;
use std::path::Path;

const DOCUMENTS: [&str; 8] = [
    "ARCHITECTURE.md",
    "README.md",
    "README.zh-CN.md",
    "docs/adding-a-rule.md",
    "SECURITY.md",
    "SECURITY.zh-CN.md",
    "docs/pipelines.md",
    "docs/pipelines.en.md",
];

/// The paths a text names, from the project's folder: words between backticks with a slash inside.
fn named(text: &str) -> Vec<&str> {
    let quoted = text.split('`').skip(1).step_by(2).map(|word| word.trim_end_matches('/'));
    quoted.filter(|word| word.contains('/') && word.chars().all(is_of_a_path)).collect()
}

/// The targets of a text's links, from its own folder.
fn linked(text: &str) -> Vec<&str> {
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target);
    targets.filter(|target| !target.contains("://") && !target.starts_with('#')).collect()
}

fn is_of_a_path(character: char) -> bool {
    character.is_ascii_alphanumeric() || "/._-".contains(character)
}

#[test]
fn every_path_in_the_documents_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for document in DOCUMENTS {
        let text = fs::read_to_string(root.join(document)).unwrap();
        let folder = root.join(document).parent().unwrap().to_owned();
        let named = named(&text).into_iter().map(|path| (path, root.join(path)));
        let paths: Vec<_> = named.chain(linked(&text).into_iter().map(|path| (path, folder.join(path)))).collect();
        assert!(!paths.is_empty(), "{document} names no path");
        let gone: Vec<&str> = paths.into_iter().filter(|(_, path)| !path.exists()).map(|(path, _)| path).collect();
        assert!(gone.is_empty(), "{document} names what is not there: {gone:?}");
    }
}

#[test]
fn every_promise_of_security_names_where_it_is_seen() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for (document, beginning, end) in [
        ("SECURITY.md", "## What is promised", "## What is not promised"),
        ("SECURITY.zh-CN.md", "## 保证什么", "## 不保证什么"),
    ] {
        let text = fs::read_to_string(root.join(document)).unwrap();
        let promises = text.split_once(beginning).unwrap().1.split_once(end).unwrap().0;
        let is_promise = |line: &&str| {
            line.starts_with("| ") && !["| ---", "| promise", "| 保证 |"].iter().any(|head| line.starts_with(head))
        };
        let rows: Vec<&str> = promises.lines().filter(is_promise).collect();
        assert!(rows.len() > 15, "{document}: {}", rows.len());
        for row in rows {
            let seen = row.trim_end_matches([' ', '|']).rsplit(" | ").next().unwrap();
            assert!(!named(seen).is_empty() || seen.contains(".toml"), "{document} promises without a proof: {row}");
        }
    }
}

#[test]
fn paths_are_told_from_other_words() {
    let text =
        "See `src/main.rs`, `crates/nianbao/`, `a | b/c` and [the licence](LICENSE-MIT), [there](https://x.y/z).";
    assert_eq!(named(text), ["src/main.rs", "crates/nianbao"]);
    assert_eq!(linked(text), ["LICENSE-MIT"]);
}

/// The guide shows a rule as it stands in the project.
#[test]
fn the_code_of_the_guide_is_the_code_of_its_rule() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let guide = fs::read_to_string(root.join("docs/adding-a-rule.md")).unwrap();
    let rule = fs::read_to_string(root.join("crates/nianbao/src/rules/t4_suit_without_review.rs")).unwrap();
    let blocks: Vec<&str> =
        guide.split("   ```rust\n").skip(1).filter_map(|rest| rest.split("   ```").next()).collect();
    assert!(!blocks.is_empty());
    for block in blocks {
        let code: Vec<&str> = block.lines().map(|line| line.strip_prefix("   ").unwrap_or(line)).collect();
        assert!(rule.contains(&code.join("\n")), "{block}");
    }
}
