//! Five real reports, through the command. They stand beside the project, not in it; where they are
//! absent, these tests say so and pass.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;

/// A file or folder beside the project; nothing, with a message, where it is absent.
fn beside(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(name);
    if !path.exists() {
        eprintln!("skipped: {} is not here", path.display());
        return None;
    }
    Some(path)
}

fn json(text: &[u8]) -> Value {
    serde_json::from_slice(text).expect("JSON")
}

#[test]
fn every_cell_of_every_seed_is_as_expected() {
    let (Some(seeds), Some(expected)) = (beside("seeds"), beside("expected")) else { return };
    let output = Command::cargo_bin("nianbao").expect("built").args(["check", "--format", "jsonl"]).arg(seeds).output();
    let output = output.expect("run");
    let results: Vec<Value> = output.stdout.split_inclusive(|byte| *byte == b'\n').map(json).collect();
    assert_eq!(results.len(), 5);
    for result in results {
        let file = Path::new(result["file"].as_str().expect("a name"));
        let expected = expected.join(file.with_extension("json").file_name().expect("a file"));
        let expected = json(&fs::read(expected).expect("what is expected of the seed"));
        for field in ["agency", "year", "form"] {
            assert_eq!(result[field], expected[field], "{}: {field}", file.display());
        }
        // They add up; what is wrong with them stands in their words.
        let findings = result["findings"].as_array().expect("findings");
        let adds_up = |finding: &Value| finding["severity"] == "hint" || finding["expected"].is_null();
        assert!(findings.iter().all(adds_up), "{}: {findings:?}", file.display());
        let cells = expected["cells"].as_object().expect("cells");
        assert_eq!(cells.len(), 200);
        for (address, value) in cells {
            let cell = &result["cells"][address];
            assert_eq!(&cell["value"], value, "{}: {address}", file.display());
            assert!(cell["at"]["line"].is_u64() && cell.get("doubt").is_none(), "{}: {address}", file.display());
        }
    }
}

#[test]
fn a_saved_page_and_markdown_give_their_cells() {
    let Some(reports) = beside("reports") else { return };
    for (name, form, cells) in [
        (
            "shanghai_office_2019.html",
            "2019",
            [("3.received.total", 859), ("3.total.natural", 767), ("4.direct.upheld", 8)],
        ),
        (
            "shuyang_2025.md",
            "2021",
            [("3.received.total", 713), ("3.other.3.natural", 142), ("4.after_review.total", 10)],
        ),
    ] {
        let mut command = Command::cargo_bin("nianbao").expect("built");
        let output = command.args(["check", "--format", "json"]).arg(reports.join(name)).output().expect("run");
        let result = &json(&output.stdout)[0];
        assert_eq!(result["form"], form, "{name}");
        for (address, value) in cells {
            assert_eq!(result["cells"][address]["value"], value, "{name}: {address}");
        }
    }
}
