//! The page's styles for the shadow root of an element: the same files, made to speak of the
//! element instead of the document, and of its width instead of the window's.

use std::fs;
use std::path::Path;

use crate::{Failure, html};

/// The styles that stand in index.html, those for paper aside, and the element's own.
pub fn of_element(root: &Path) -> Result<String, Failure> {
    let page = fs::read_to_string(root.join("index.html"))?;
    let mut css = String::new();
    for line in page.lines().filter(|line| html::attribute(line, "rel") == Some("css")) {
        let name = html::attribute(line, "href").ok_or("a line for css has no href")?;
        if !name.ends_with("print.css") {
            css += &within(&fs::read_to_string(root.join(name))?);
        }
    }
    css += &fs::read_to_string(root.join("static/element.css"))?;
    Ok(css)
}

/// Styles as a module that gives them as text.
pub fn module(css: &str) -> String {
    let literal = css.replace('\\', "\\\\").replace('`', "\\`").replace('$', "\\$");
    format!("// The styles of the page, from static/css.\n\nexport const styles = `{literal}`;\n")
}

/// One file's rules, for the element.
fn within(css: &str) -> String {
    let mut lines = Vec::new();
    let mut dark = Vec::new();
    // A block that asks for the width, as it was, for browsers that know that of the window alone.
    let mut old = Vec::new();
    let mut at_rule = "";
    for line in css.lines() {
        if line.starts_with('@') && line.ends_with('{') {
            at_rule = line;
            lines.push(scope(line, ""));
            old.push(line.to_owned());
            continue;
        }
        let scoped = scope(line, at_rule);
        if is_dark(at_rule) && line.starts_with(' ') {
            // The same once more, for who wants it dark whatever the system says.
            dark.push(scoped.replace(":host([theme=system])", ":host([theme=dark])"));
        }
        old.push(scoped.clone());
        lines.push(scoped);
        if line == "}" {
            if is_by_width(at_rule) {
                lines.push("@supports not (container-type: inline-size) {".to_owned());
                lines.append(&mut old);
                lines.push("}".to_owned());
            }
            old.clear();
            at_rule = "";
        }
    }
    lines.extend(dark);
    lines.join("\n") + "\n"
}

fn is_by_width(at_rule: &str) -> bool {
    at_rule.starts_with("@media (max-width") || at_rule.starts_with("@media (min-width")
}

fn is_dark(at_rule: &str) -> bool {
    at_rule.contains("prefers-color-scheme: dark")
}

/// A line of CSS, for the element.
fn scope(line: &str, at_rule: &str) -> String {
    if is_by_width(line) {
        return line.replacen("@media", "@container nianbao", 1);
    }
    let root = match at_rule {
        rule if is_by_width(rule) => ".page",
        rule if is_dark(rule) => ":host([theme=system])",
        _ => ":host",
    };
    let trimmed = line.trim_start();
    let indent = &line[..line.len() - trimmed.len()];
    for (selector, own) in [(":root {", root), ("html {", ":host"), ("body {", ".page")] {
        if let Some(rest) = trimmed.strip_prefix(selector) {
            return format!("{indent}{own} {{{rest}");
        }
    }
    // A colour of the page is what the page around it says, or else its own.
    match trimmed.strip_prefix("--").and_then(|token| token.strip_suffix(';')?.split_once(": ")) {
        Some((name, value)) => format!("{indent}--{name}: var(--nianbao-{name}, {value});"),
        None => line.replace("100vh", "var(--nianbao-view, 100vh)"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_speak_of_the_element() {
        assert_eq!(within("body {\n  margin: 0;\n}"), ".page {\n  margin: 0;\n}\n");
        assert_eq!(within(":root {\n  --ink: #000;\n}"), ":host {\n  --ink: var(--nianbao-ink, #000);\n}\n");
        assert_eq!(
            within("@media (max-width: 9px) {\n  :root { --a: 1; }\n}"),
            "@container nianbao (max-width: 9px) {\n  .page { --a: 1; }\n}\n\
             @supports not (container-type: inline-size) {\n\
             @media (max-width: 9px) {\n  .page { --a: 1; }\n}\n}\n"
        );
        assert_eq!(within(".page { min-height: 100vh; }"), ".page { min-height: var(--nianbao-view, 100vh); }\n");
    }

    #[test]
    fn the_dark_colours_come_where_the_theme_says_so() {
        let dark = within("@media (prefers-color-scheme: dark) {\n  :root {\n    --ink: #fff;\n  }\n}\n");
        assert!(dark.starts_with("@media (prefers-color-scheme: dark) {\n  :host([theme=system]) {\n"));
        assert!(dark.ends_with("  :host([theme=dark]) {\n    --ink: var(--nianbao-ink, #fff);\n  }\n"), "{dark}");
    }
}
