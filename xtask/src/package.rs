//! The npm package: the files of crates/embed/package, and the wasm of the release build with its
//! glue made into a function, so that every call gives an instance that can be let go of.

use std::fs;
use std::path::Path;

use crate::single_file::bound;
use crate::{Failure, styles};

/// The folder it is made in, in the project's folder.
const FOLDER: &str = "npm";

/// Stands before the glue.
const WRITTEN: &str = "// Written by wasm-bindgen.\n\n";

/// What the glue begins with: a variable that everybody would share.
const SHARED: &str = "let wasm_bindgen = ";

/// Makes the package's folder anew.
pub fn make(root: &Path) -> Result<(), Failure> {
    let folder = root.join(FOLDER);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir(&folder)?;
    for file in fs::read_dir(root.join("crates/embed/package"))? {
        let file = file?;
        fs::copy(file.path(), folder.join(file.file_name()))?;
    }
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        fs::copy(root.join(licence), folder.join(licence))?;
    }
    let description = folder.join("package.json");
    fs::write(&description, with_version(&fs::read_to_string(&description)?)?)?;
    let styles = styles::of_element(root)?;
    fs::write(folder.join("styles.js"), styles::module(&styles))?;
    fs::write(folder.join("styles.css"), styles)?;
    let (glue, wasm) = bound(root)?;
    fs::write(folder.join("glue.js"), as_function(&glue)?)?;
    let worker = folder.join("worker.js");
    fs::write(&worker, format!("{WRITTEN}{glue}{}", fs::read_to_string(&worker)?))?;
    fs::write(folder.join("nianbao.wasm"), wasm)?;
    Ok(())
}

/// The package's description with the project's version.
fn with_version(description: &str) -> Result<String, Failure> {
    let unset = "\"version\": \"0.0.0\"";
    if !description.contains(unset) {
        return Err(format!("package.json must say {unset}").into());
    }
    Ok(description.replace(unset, &format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"))))
}

/// The glue as a module with one function, whose every call gives an instance.
fn as_function(glue: &str) -> Result<String, Failure> {
    let body = glue.strip_prefix(SHARED).ok_or_else(|| format!("the glue does not begin with {SHARED}"))?;
    Ok(format!("{WRITTEN}export const glue = () => {}", body.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glue_gives_an_instance_at_every_call() {
        let module = as_function("let wasm_bindgen = (function(exports) {})({});\n").unwrap();
        assert!(module.ends_with("export const glue = () => (function(exports) {})({});\n"));
        assert!(as_function("var other = 1;").is_err());
    }

    #[test]
    fn the_version_is_the_project_s() {
        let description = with_version("{\"version\": \"0.0.0\"}").unwrap();
        assert!(description.contains(env!("CARGO_PKG_VERSION")));
        assert!(with_version("{}").is_err());
    }
}
