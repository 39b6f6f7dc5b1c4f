//! The little that has to be known of our own two HTML files.

use crate::Failure;

/// The line of index.html after which the policy stands: before everything it governs.
const CHARSET: &str = "<meta charset=\"utf-8\" />";

/// The texts of the scripts that run and stand in the page itself: what a policy must name by hash.
pub fn inline_scripts(html: &str) -> Vec<&str> {
    html.split("<script")
        .skip(1)
        .filter_map(|piece| {
            let (attributes, rest) = piece.split_once('>')?;
            let runs = !attributes.contains("src=") && !attributes.contains("type=\"application/");
            rest.split_once("</script").map(|(text, _)| text).filter(|_| runs)
        })
        .collect()
}

/// The page with the policy in its head.
pub fn with_policy(html: &str, policy: &str) -> Result<String, Failure> {
    let (before, after) = html.split_once(CHARSET).ok_or_else(|| format!("index.html has no {CHARSET}"))?;
    Ok(format!("{before}{CHARSET}\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />{after}"))
}

/// The hosted page, started without an `await` outside of a function, which Chromium knows only
/// since 89: trunk writes one.
pub fn started_by_promise(html: &str) -> Result<String, Failure> {
    let changed = || {
        let (before, rest) = html.split_once("const wasm = await init(")?;
        let (argument, rest) = rest.split_once(");")?;
        let (_, after) = rest.split_once("</script>")?;
        Some(format!("{before}init({argument}).then(nianbaoStarted);\n</script>{after}"))
    };
    changed().ok_or_else(|| "trunk starts the page in another way than xtask knows".into())
}

/// The page with lines at the end of its head.
pub fn before_the_end_of_head(html: &str, lines: &str) -> Result<String, Failure> {
    let (before, after) = html.split_once("</head>").ok_or("index.html has no </head>")?;
    Ok(format!("{}\n{lines}  </head>{after}", before.trim_end()))
}

/// Fails when a text can't stand inside an element, because it would end it.
pub fn fits_inside(element: &str, text: &str) -> Result<(), Failure> {
    let end = format!("</{element}");
    if text.to_ascii_lowercase().contains(&end) { Err(format!("a text holds {end}").into()) } else { Ok(()) }
}

/// The value of an attribute in a tag.
pub fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_scripts_that_run_and_stand_in_the_page_count() {
        let html = "<script src=\"a.js\"></script><script type=\"module\">one</script>\
                    <script type=\"application/wasm\" id=\"w\">AGFz</script><script>\ntwo\n</script>";
        assert_eq!(inline_scripts(html), ["one", "\ntwo\n"]);
    }

    #[test]
    fn the_policy_stands_first() {
        let html = format!("<head>\n    {CHARSET}\n    <script></script></head>");
        let page = with_policy(&html, "default-src 'none'").unwrap();
        assert!(page.find("default-src").unwrap() < page.find("<script").unwrap());
        assert!(with_policy("<head></head>", "").is_err());
    }

    #[test]
    fn the_page_starts_by_a_promise() {
        let html = "<script type=\"module\">\nimport init, * as bindings from './a.js';\n\
                    const wasm = await init({ module_or_path: './a.wasm' });\n\
                    window.wasmBindings = bindings;\n</script></head>";
        assert_eq!(
            started_by_promise(html).unwrap(),
            "<script type=\"module\">\nimport init, * as bindings from './a.js';\n\
             init({ module_or_path: './a.wasm' }).then(nianbaoStarted);\n</script></head>"
        );
        assert!(started_by_promise("<head></head>").is_err());
    }

    #[test]
    fn attributes_are_read() {
        assert_eq!(attribute("<link rel=\"css\" href=\"x.css\" />", "href"), Some("x.css"));
        assert_eq!(attribute("<link rel=\"css\" />", "href"), None);
    }
}
