//! What is in the wasm: every crate that is linked into the page, with its version, its licence and the
//! checksum of its source, as CycloneDX 1.6 (<https://cyclonedx.org/docs/1.6/json/>). Crates that only
//! build it (macros, build scripts) or test it are left out. The same lock file gives the same bytes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::Failure;

/// The package that becomes the wasm.
const PAGE: &str = "nianbao-page";

/// Where the list stands in what is published.
const FILE: &str = "dist/nianbao.cdx.json";

/// Writes the list beside the page.
pub fn write(root: &Path) -> Result<(), Failure> {
    Ok(fs::write(root.join(FILE), text(root)?)?)
}

/// The list.
pub fn text(root: &Path) -> Result<String, Failure> {
    let checksums = checksums(&fs::read_to_string(root.join("Cargo.lock"))?);
    let mut components = BTreeMap::new();
    let mut page = Value::Null;
    for line in tree(root)?.lines() {
        let (name, version, licence) = crate_of(line).ok_or_else(|| format!("cargo tree says: {line}"))?;
        let checksum = checksums.get(&(name.to_owned(), version.to_owned()));
        let component = component(name, version, licence, checksum.map(String::as_str));
        if name == PAGE {
            page = component;
        } else {
            components.insert((name.to_owned(), version.to_owned()), component);
        }
    }
    let rust = fs::read_to_string(root.join("rust-toolchain.toml"))?;
    let rust = rust.lines().find_map(|line| line.strip_prefix("channel = \"")?.strip_suffix('"'));
    let rust = rust.ok_or("rust-toolchain.toml names no channel")?;
    let library = json!({
        "type": "library",
        "bom-ref": format!("pkg:generic/rust-std@{rust}"),
        "name": "rust-std",
        "version": rust,
        "description": "Rust's own library, from the toolchain",
        "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        "purl": format!("pkg:generic/rust-std@{rust}"),
    });
    let components: Vec<Value> = components.into_values().chain([library]).collect();
    let list = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": page },
        "components": components,
    });
    Ok(format!("{}\n", serde_json::to_string_pretty(&list)?))
}

/// What cargo links into the page, one crate a line: `name v1.2.3|licence`.
fn tree(root: &Path) -> Result<String, Failure> {
    let done = Command::new("cargo")
        .current_dir(root)
        .args(["tree", "--locked", "--package", PAGE, "--target", "wasm32-unknown-unknown"])
        .args(["--edges", "normal,no-proc-macro", "--prefix", "none", "--no-dedupe", "--format", "{p}|{l}"])
        .stderr(Stdio::inherit())
        .output()?;
    if done.status.success() { Ok(String::from_utf8(done.stdout)?) } else { Err("cargo tree failed".into()) }
}

/// The name, version and licence in a line of the tree; a crate of the project has its path behind.
fn crate_of(line: &str) -> Option<(&str, &str, &str)> {
    let (package, licence) = line.split_once('|')?;
    let mut words = package.split(' ');
    Some((words.next()?, words.next()?.strip_prefix('v')?, licence))
}

/// The checksums of a lock file, by name and version.
fn checksums(lock: &str) -> BTreeMap<(String, String), String> {
    let package = |text: &str| {
        let field = |name: &str| {
            let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = \""));
            line.and_then(|value| value.strip_suffix('"')).map(str::to_owned)
        };
        Some(((field("name")?, field("version")?), field("checksum")?))
    };
    lock.split("[[package]]").filter_map(package).collect()
}

fn component(name: &str, version: &str, licence: &str, checksum: Option<&str>) -> Value {
    let reference = format!("pkg:cargo/{name}@{version}");
    // A slash is how the choice was once written.
    let licence = licence.replace('/', " OR ");
    let mut component = json!({
        "type": if name == PAGE { "application" } else { "library" },
        "bom-ref": reference,
        "name": name,
        "version": version,
        "licenses": [{ "expression": licence }],
        "purl": reference,
    });
    if let Some(checksum) = checksum {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    component
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_list_holds_what_is_linked_and_no_tools() {
        let text = text(&crate::root()).unwrap();
        let list: Value = serde_json::from_str(&text).unwrap();
        let components = list["components"].as_array().unwrap();
        let names: Vec<&str> = components.iter().map(|component| component["name"].as_str().unwrap()).collect();
        for linked in ["nianbao", "nianbao-readers", "nianbao-doors", "yew", "wasm-bindgen", "zip"] {
            assert!(names.contains(&linked), "{linked} is missing");
        }
        for tool in ["yew-macro", "syn", "serde_derive", "insta", "nianbao-sample", "xtask", "clap", "libc"] {
            assert!(!names.contains(&tool), "{tool} is no part of the wasm");
        }
        let (last, crates) = names.split_last().unwrap();
        assert!(crates.is_sorted());
        assert_eq!(*last, "rust-std");
        let references: BTreeSet<&str> =
            components.iter().map(|component| component["bom-ref"].as_str().unwrap()).collect();
        assert_eq!(references.len(), components.len());
        for component in components {
            let (name, licence) = (&component["name"], component["licenses"][0]["expression"].as_str().unwrap());
            assert!(!licence.is_empty() && !licence.contains('/'), "{name}: {licence}");
            let known = component["hashes"][0]["content"].is_string();
            let ours = name.as_str().is_some_and(|name| name.starts_with("nianbao") || name == "rust-std");
            assert_ne!(known, ours, "{name}");
        }
        assert_eq!(list["metadata"]["component"]["name"], PAGE);
        assert!(!text.contains(&crate::root().display().to_string()), "a path of this machine");
    }
}
