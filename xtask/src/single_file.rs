//! `nianbao.html`: the whole page in one file, for a disk without a network. It is made of
//! index.html, what index.html names, and the wasm of the release build. The same build gives the
//! same bytes.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::DeflateEncoder;

use crate::{Failure, html, policy, syntax};

/// Writes nianbao.html into the project's folder.
pub fn make(root: &Path) -> Result<(), Failure> {
    let (glue, wasm) = bound(root)?;
    let page = assemble(root, &glue, &wasm)?;
    fs::write(root.join("nianbao.html"), page)?;
    Ok(())
}

/// The release build's glue, as a plain script, and its wasm.
pub fn bound(root: &Path) -> Result<(String, Vec<u8>), Failure> {
    let built = target_folder(root);
    let wasm = built.join("wasm32-unknown-unknown/page/nianbao-page.wasm");
    if !wasm.exists() {
        return Err(format!("{} is missing: run `trunk build --release` first", wasm.display()).into());
    }
    let folder = built.join("single-file");
    bind(&wasm, &folder)?;
    let glue = syntax::lowered(&fs::read_to_string(folder.join("nianbao.js"))?);
    let wasm = fs::read(folder.join("nianbao_bg.wasm"))?;
    Ok((glue, wasm))
}

/// Where cargo builds.
pub fn target_folder(root: &Path) -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from)
}

/// Has wasm-bindgen write the wasm and its glue as a plain script, which a blob worker can run
/// from a disk; modules can't be had there.
fn bind(wasm: &Path, folder: &Path) -> Result<(), Failure> {
    let done = Command::new("wasm-bindgen")
        .args(["--target", "no-modules", "--no-typescript", "--out-name", "nianbao", "--out-dir"])
        .args([folder, wasm])
        .status()
        .map_err(|error| format!("wasm-bindgen does not run ({error}): scripts/release installs it"))?;
    if done.success() { Ok(()) } else { Err("wasm-bindgen failed".into()) }
}

fn assemble(root: &Path, glue: &str, wasm: &[u8]) -> Result<String, Failure> {
    let page = fs::read_to_string(root.join("index.html"))?;
    let page = inline_assets(root, &page)?;
    let (before, after) = page.split_once("  </body>").ok_or("index.html has no </body> on a line of its own")?;
    let inflate = fs::read_to_string(root.join("static/inflate.js"))?;
    let boot = fs::read_to_string(root.join("static/boot-single.js"))?;
    for script in [glue, &inflate, &boot] {
        html::fits_inside("script", script)?;
    }
    let page = format!(
        "{before}    <script id=\"nianbao-glue\">\n{glue}</script>\n    \
         <script type=\"application/octet-stream\" id=\"nianbao-wasm\" data-length=\"{length}\">{packed}</script>\n    \
         <script>\n{inflate}{boot}</script>\n  </body>{after}",
        length = wasm.len(),
        packed = pack(wasm)?,
    );
    html::with_policy(&page, &policy::single_file(&page))
}

/// Puts what the lines for trunk name into the page itself.
fn inline_assets(root: &Path, page: &str) -> Result<String, Failure> {
    let mut inlined = String::with_capacity(page.len());
    for line in page.lines() {
        if line.contains("data-trunk") {
            inlined.push_str(&asset(root, line)?);
        } else {
            inlined.push_str(line);
        }
        inlined.push('\n');
    }
    Ok(inlined)
}

/// What stands in the single file for a line of index.html that trunk would fill.
fn asset(root: &Path, line: &str) -> Result<String, Failure> {
    let read = |name: &str| fs::read_to_string(root.join(name)).map_err(|error| format!("{name}: {error}"));
    match (html::attribute(line, "rel"), html::attribute(line, "href")) {
        (Some("css"), Some(name)) => {
            let css = read(name)?;
            html::fits_inside("style", &css)?;
            Ok(format!("    <style>\n{css}</style>"))
        }
        (Some("icon"), Some(name)) => {
            let icon = STANDARD.encode(read(name)?);
            Ok(format!("    <link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\" />"))
        }
        // Both are for the hosted page; the single file has its own way to start.
        (Some("rust"), _) => Ok(String::new()),
        (None, None) if line.contains("boot-hosted.js") => Ok(String::new()),
        (None, None) => {
            let name = html::attribute(line, "src").ok_or_else(|| format!("nothing is named by: {}", line.trim()))?;
            let script = read(name)?;
            html::fits_inside("script", &script)?;
            Ok(format!("    <script>\n{script}</script>"))
        }
        _ => Err(format!("the single file does not know what to do with: {}", line.trim()).into()),
    }
}

/// Deflate, then base64: less than half of base64 alone.
fn pack(wasm: &[u8]) -> Result<String, Failure> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(wasm)?;
    Ok(STANDARD.encode(encoder.finish()?))
}
