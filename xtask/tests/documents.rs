//! What the documents name is there: paths between backticks, and the targets of links.

use std::fs;
use std::path::Path;

const DOCUMENTS: [&str; 4] = ["ARCHITECTURE.md", "README.md", "README.zh-CN.md", "docs/adding-a-rule.md"];

/// The paths a document names: words between backticks with a slash inside, and relative links.
fn paths(text: &str) -> Vec<&str> {
    let quoted = text.split('`').skip(1).step_by(2).map(|word| word.trim_end_matches('/'));
    let quoted = quoted.filter(|word| word.contains('/') && word.chars().all(is_of_a_path));
    let linked = text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target);
    let linked = linked.filter(|target| !target.contains("://") && !target.starts_with('#'));
    quoted.chain(linked).collect()
}

fn is_of_a_path(character: char) -> bool {
    character.is_ascii_alphanumeric() || "/._-".contains(character)
}

#[test]
fn every_path_in_the_documents_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for document in DOCUMENTS {
        let text = fs::read_to_string(root.join(document)).unwrap();
        let named = paths(&text);
        assert!(!named.is_empty(), "{document} names no path");
        let gone: Vec<&str> = named.into_iter().filter(|path| !root.join(path).exists()).collect();
        assert!(gone.is_empty(), "{document} names what is not there: {gone:?}");
    }
}

#[test]
fn paths_are_told_from_other_words() {
    let text =
        "See `src/main.rs`, `crates/nianbao/`, `a | b/c` and [the licence](LICENSE-MIT), [there](https://x.y/z).";
    assert_eq!(paths(text), ["src/main.rs", "crates/nianbao", "LICENSE-MIT"]);
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
