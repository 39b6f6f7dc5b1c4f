//! The skeleton of a new rule: its file, its cases, its two lines in the registry. Everything that
//! only its author knows is left empty, and the tests of the rule book fail until it is filled in.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Failure;

/// Where the rules stand.
const RULES: &str = "crates/nianbao/src/rules";
/// Where their cases stand.
const CASES: &str = "corpus/cases";

/// Makes the skeleton of a rule; gives the files written, the registry last.
///
/// # Errors
/// When the id is malformed, or a rule or file of that name is there already. Then nothing is written.
pub fn make(root: &Path, id: &str) -> Result<Vec<PathBuf>, Failure> {
    if !is_id(id) {
        return Err(format!("{id} is no id: capitals and digits in parts joined by hyphens, such as T3-ROW").into());
    }
    let module = id.to_lowercase().replace('-', "_");
    let registry = root.join(RULES).join("mod.rs");
    let rule = root.join(RULES).join(format!("{module}.rs"));
    let cases = root.join(CASES).join(format!("{id}.txt"));
    for file in fs::read_dir(root.join(RULES))? {
        let file = file?.path();
        let is_rule = file.extension().is_some_and(|extension| extension == "rs");
        if is_rule && fs::read_to_string(&file)?.contains(&format!("id: \"{id}\"")) {
            return Err(format!("{id} is a rule already: {}", file.display()).into());
        }
    }
    if let Some(there) = [&rule, &cases].into_iter().find(|path| path.exists()) {
        return Err(format!("{} is there already", there.display()).into());
    }
    let registered = registered(&fs::read_to_string(&registry)?, &module)?;
    fs::write(&rule, RULE.replace("{id}", id))?;
    fs::write(&cases, CASE_REMARKS.replace("{id}", id))?;
    fs::write(&registry, registered)?;
    Ok(vec![rule, cases, registry])
}

/// Whether it is written as ids are: T3-ROW, N-FEE-SUM.
fn is_id(id: &str) -> bool {
    let is_part =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    id.starts_with(|first: char| first.is_ascii_uppercase()) && id.contains('-') && id.split('-').all(is_part)
}

/// The registry with a module more, declared in the order of the alphabet and run after the last
/// rule of its group: `t3_…` after the other `t3_…`, a new group at the end.
fn registered(registry: &str, module: &str) -> Result<String, Failure> {
    let mut lines: Vec<String> = registry.lines().map(str::to_owned).collect();
    let declared = |line: &str| {
        let name = line.strip_prefix("pub ").unwrap_or(line).strip_prefix("mod ")?.strip_suffix(';')?;
        Some(name.to_owned())
    };
    let after = lines.iter().position(|line| declared(line).is_some_and(|name| *name > *module));
    let last = || lines.iter().rposition(|line| declared(line).is_some()).map(|last| last + 1);
    let place = after.or_else(last).ok_or("the registry declares no module")?;
    // What is declared for tests has its attribute in the line above.
    let place = place - usize::from(place > 0 && lines[place - 1].starts_with("#["));
    lines.insert(place, format!("pub mod {module};"));
    let group = module.split('_').next().unwrap_or(module);
    let of_group = format!("    &{group}_");
    let end = lines.iter().position(|line| line == "];").ok_or("the registry has no end")?;
    let last = lines[..end].iter().rposition(|line| line.starts_with(&of_group));
    lines.insert(last.map_or(end, |last| last + 1), format!("    &{module}::RULE,"));
    Ok(lines.join("\n") + "\n")
}

const RULE: &str = r#"//! {id}:

use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "{id}",
    name: "",
    title: Words { zh: "", en: "" },
    severity: Severity::Hint,
    basis: "",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
## 为什么
## 依据
## 反例
~~~
~~~
## 正例
~~~
~~~
## 怎么改
";

fn check(_: &Context) -> Vec<Finding> {
    Vec::new()
}
"#;

const CASE_REMARKS: &str = "\
# {id}: at least 15 cases, at least 5 of them quiet. A line is
#   d+ words of section 一 that must be found        d- words that must not be
#   d+ | 3.granted.total = 9 | heading 5 = …         edits of the clean report instead
# Lawful near misses are worth the most.
";

#[cfg(test)]
mod tests {
    use nianbao::rule::PAGE_HEADINGS;
    use tempfile::TempDir;

    use super::*;

    const REGISTRY: &str = "pub mod formless;\npub mod t3_id;\n#[cfg(test)]\nmod testing;\npub mod z_dates;\n\n\
        pub static ALL: &[&Rule] = &[\n    &formless::RULE,\n    &t3_id::RULE,\n    &z_dates::RULE,\n];\n";

    /// A project with one rule, T3-ID.
    fn project() -> TempDir {
        let project = TempDir::new().unwrap();
        fs::create_dir_all(project.path().join(RULES)).unwrap();
        fs::create_dir_all(project.path().join(CASES)).unwrap();
        fs::write(project.path().join(RULES).join("mod.rs"), REGISTRY).unwrap();
        fs::write(project.path().join(RULES).join("t3_id.rs"), "    id: \"T3-ID\",\n").unwrap();
        project
    }

    fn registry(project: &TempDir) -> String {
        fs::read_to_string(project.path().join(RULES).join("mod.rs")).unwrap()
    }

    #[test]
    fn a_rule_gets_its_file_its_cases_and_its_lines() {
        let project = project();
        let written = make(project.path(), "T3-NEW-ONE").unwrap();
        assert!(written.iter().all(|path| path.exists()));
        let rule = fs::read_to_string(project.path().join(RULES).join("t3_new_one.rs")).unwrap();
        assert!(rule.contains("id: \"T3-NEW-ONE\","));
        let headings: Vec<&str> = rule.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        assert_eq!(headings, PAGE_HEADINGS);
        let registry = registry(&project);
        assert!(registry.contains("pub mod t3_id;\npub mod t3_new_one;\n#[cfg(test)]\nmod testing;"), "{registry}");
        assert!(registry.contains("&t3_id::RULE,\n    &t3_new_one::RULE,\n    &z_dates::RULE,"), "{registry}");
    }

    #[test]
    fn a_rule_of_a_new_group_is_run_last() {
        for (id, before) in [("Q-NEW", "&z_dates::RULE,\n    &q_new::RULE,\n];"), ("ZZ-NEW", "&zz_new::RULE,\n];")] {
            let project = project();
            make(project.path(), id).unwrap();
            assert!(registry(&project).contains(before), "{id}");
        }
    }

    /// What the skeleton leaves open is what the tests of the rule book ask for.
    #[test]
    fn the_skeleton_leaves_open_what_only_its_author_knows() {
        for empty in ["name: \"\"", "zh: \"\", en: \"\"", "basis: \"\"", "## 查什么\n## 为什么", "## 反例\n~~~\n~~~"]
        {
            assert!(RULE.contains(empty), "{empty}");
        }
        assert!(CASE_REMARKS.lines().all(|line| line.starts_with('#')), "no case is made up");
    }

    #[test]
    fn ids_that_are_taken_or_malformed_are_refused_and_nothing_is_written() {
        for id in ["T3-ID", "t3-new", "T3", "T3-", "-T3", "T3--X", "T3 X", "T3-X/..", "3-X", "", "年-报"] {
            let project = project();
            assert!(make(project.path(), id).is_err(), "{id}");
            assert_eq!(registry(&project), REGISTRY);
            assert_eq!(fs::read_dir(project.path().join(RULES)).unwrap().count(), 2, "{id}");
        }
        let project = project();
        make(project.path(), "T3-NEW").unwrap();
        assert!(make(project.path(), "T3-NEW").is_err(), "a second time");
    }
}
