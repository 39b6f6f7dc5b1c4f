//! The command from outside: what it prints and how it ends.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The clean report of the sample with some edits, as text.
fn report(edits: &str) -> String {
    sample::example(edits).expect("edits that can be made").to_text()
}

fn wrong() -> String {
    report("3.granted.total = 9")
}

/// Runs the command in a folder; the exit status and what it printed.
fn run_in(folder: &Path, arguments: &[&str], input: &str) -> (i32, String, String) {
    let mut command = Command::cargo_bin("nianbao").expect("built");
    let output: Output = command.current_dir(folder).args(arguments).write_stdin(input).output().expect("run");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("ended by itself"), text(output.stdout), text(output.stderr))
}

fn run(arguments: &[&str], input: &str) -> (i32, String, String) {
    run_in(Path::new("."), arguments, input)
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("in the folder")).expect("made");
        fs::write(path, bytes).expect("written");
    }
    folder
}

fn lines(output: &str) -> Vec<Value> {
    output.lines().map(|line| serde_json::from_str(line).expect("one object a line")).collect()
}

#[test]
fn a_clean_report_ends_well() {
    let (status, output, errors) = run(&["check", "-"], &report(""));
    assert_eq!((status, errors.as_str()), (0, ""));
    assert!(output.contains("未发现问题") && output.contains("42 条勾稽关系"), "{output}");
}

#[test]
fn an_error_is_told_with_both_numbers_and_the_status_says_so() {
    let (status, output, _) = run(&["check"], &wrong());
    assert_eq!(status, 1);
    assert!(output.contains("T3-ROW  （一）予以公开：六列之和为"), "{output}");
    assert!(output.contains("总计填报 9") && output.contains("（第 ") && !output.contains('\u{1b}'), "{output}");
    let (status, output, _) = run(&["check", "--language", "en"], &wrong());
    assert_eq!(status, 1);
    assert!(output.contains("the total says 9") && output.contains("basis: "), "{output}");
}

#[test]
fn json_is_one_array_of_results_with_the_promised_fields() {
    let folder = folder(&[("甲.txt", wrong().as_bytes()), ("乙.txt", b"")]);
    let (status, output, _) = run_in(folder.path(), &["check", "--format", "json", "甲.txt", "乙.txt"], "");
    assert_eq!(status, 2, "one could not be read");
    let results: Value = serde_json::from_str(&output).expect("JSON");
    let (first, second) = (&results[0], &results[1]);
    assert_eq!(first["schema"], 1);
    assert_eq!(first["file"], "甲.txt");
    assert_eq!(first["reader"], "text");
    assert_eq!(first["form"], "2021");
    assert_eq!(first["sections"].as_array().map(Vec::len), Some(7));
    assert_eq!(first["cells"].as_object().map(serde_json::Map::len), Some(200));
    assert_eq!(first["cells"]["3.granted.total"]["value"], 9);
    assert!(first["cells"]["3.granted.total"]["at"]["line"].is_u64());
    let finding = &first["findings"][0];
    assert_eq!(finding["severity"], "error");
    assert!(finding["cells"][0].as_str().is_some_and(|cell| cell.starts_with("3.")));
    assert_eq!(first["checked"]["equations"], 42);
    assert_eq!(second["unreadable"]["reason"], "empty");
    assert_eq!(
        second.as_object().map(|object| object.keys().map(String::as_str).collect()),
        Some(vec!["file", "schema", "unreadable"])
    );
}

#[test]
fn an_empty_array_is_json_too() {
    let folder = folder(&[]);
    let (status, output, errors) = run_in(folder.path(), &["check", "--format", "json", "."], "");
    assert_eq!((status, output.as_str()), (0, "[]\n"));
    assert!(errors.contains("没有找到可以核对的文件"), "{errors}");
}

#[test]
fn a_folder_is_a_batch_in_the_order_of_its_names() {
    let (good, bad) = (report(""), wrong());
    let folder = folder(&[
        ("b.txt", bad.as_bytes()),
        ("a/2.txt", good.as_bytes()),
        ("a/1.png", b"\x89PNG\r\n\x1a\n"),
        ("c.html", b"<p>\xe5\xb9\xb4\xe6\x8a\xa5</p>"),
        (".hidden/x.txt", b"1"),
        ("~$b.docx", b"1"),
    ]);
    let (status, output, _) = run_in(folder.path(), &["check", "--format=jsonl", "."], "");
    assert_eq!(status, 2);
    let results = lines(&output);
    let files: Vec<&str> = results.iter().map(|result| result["file"].as_str().expect("a name")).collect();
    assert_eq!(files, ["./a/1.png", "./a/2.txt", "./b.txt", "./c.html"]);
    assert_eq!(results[0]["unreadable"]["reason"], "unsupported");
    assert_eq!(results[1]["findings"].as_array().map(Vec::len), Some(0));
    assert_eq!(results[3]["findings"][0]["rule"], "FORM-NONE");
    let (_, output, _) = run_in(folder.path(), &["check", "."], "");
    assert!(output.ends_with("共 4 份：2 份有错误，1 份无法读取。\n"), "{output}");
}

#[test]
fn an_archive_is_a_batch_and_its_names_may_be_gbk() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [("folder/abcd.txt", report("")), ("z.txt", wrong())] {
        writer.start_file(name, SimpleFileOptions::default()).expect("begun");
        writer.write_all(text.as_bytes()).expect("written");
    }
    let mut zip = writer.finish().expect("finished").into_inner();
    // 年报 in GBK, where the archiver wrote four ASCII letters.
    while let Some(at) = zip.windows(4).position(|window| window == b"abcd") {
        zip[at..at + 4].copy_from_slice(b"\xc4\xea\xb1\xa8");
    }
    let folder = folder(&[("全县.zip", &zip)]);
    let (status, output, _) = run_in(folder.path(), &["check", "--format", "jsonl", "全县.zip"], "");
    assert_eq!(status, 1);
    let files: Vec<Value> = lines(&output).into_iter().map(|mut result| result["file"].take()).collect();
    assert_eq!(files, ["全县.zip/folder/年报.txt", "全县.zip/z.txt"]);
}

#[test]
fn severity_hides_findings_and_leaves_the_status_alone() {
    let edits = "3.granted.total = 9\n2.permits.decisions = ５";
    let rules = |severity: &str| {
        let (status, output, _) = run(&["check", "--format", "jsonl", "--severity", severity], &report(edits));
        assert_eq!(status, 1);
        let findings = lines(&output)[0]["findings"].as_array().cloned().unwrap_or_default();
        findings.iter().map(|finding| finding["severity"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert!(rules("error").iter().all(|severity| severity == "error"));
    assert!(rules("hint").len() > rules("error").len());
    let (_, output, _) = run(&["check", "--severity", "error"], &report(edits));
    assert!(output.contains("处未显示"), "{output}");
}

#[test]
fn what_the_system_refuses_is_told_and_the_rest_is_checked() {
    let folder = folder(&[("甲.txt", report("").as_bytes())]);
    let (status, output, _) = run_in(folder.path(), &["check", "--format", "jsonl", "无.txt", "甲.txt"], "");
    assert_eq!(status, 2);
    let results = lines(&output);
    assert!(results[0]["unreadable"]["message"].as_str().is_some_and(|message| message.starts_with("打不开这个文件")));
    assert_eq!(results[1]["form"], "2021");
    let (status, output, errors) = run_in(folder.path(), &["check", "--previous", "无.txt", "甲.txt"], "");
    assert_eq!(status, 2);
    assert!(errors.contains("无.txt: 打不开这个文件") && output.contains("未发现问题"), "{errors}{output}");
    // Last year's report is read once for all, and told when there is nothing in it to read.
    let folder = self::folder(&[("空.txt", b""), ("甲.txt", report("").as_bytes()), ("乙.txt", report("").as_bytes())]);
    let (status, output, errors) = run_in(folder.path(), &["check", "--previous", "空.txt", "甲.txt", "乙.txt"], "");
    assert_eq!((status, errors.matches("空.txt: 里面没有任何文字").count()), (2, 1), "{errors}");
    assert_eq!(output.matches("未发现问题").count(), 2, "{output}");
}

#[test]
fn sentences_taken_over_stand_beside_last_years() {
    let before = report("year = 2023");
    let folder = self::folder(&[("去年.txt", before.as_bytes()), ("今年.txt", report("").as_bytes())]);
    let (status, output, errors) = run_in(folder.path(), &["check", "--previous", "去年.txt", "今年.txt"], "");
    assert_eq!(status, 0, "{errors}");
    let now = output.find("今年：2024年").expect("this year's sentence");
    assert!(output[now..].lines().nth(1).is_some_and(|line| line.contains("上年：2023年")), "{output}");
}

#[test]
fn wrong_usage_is_64_and_help_is_not() {
    for arguments in [
        &[][..],
        &["chekc"],
        &["check", "--format", "xml"],
        &["check", "--severity", "fatal", "-"],
        &["read"],
        &["rules", "NO-SUCH"],
        &["form", "--year", "2018"],
        &["form", "--year", "two"],
        &["--language", "fr", "rules"],
    ] {
        let (status, output, errors) = run(arguments, "");
        assert_eq!(status, 64, "{arguments:?}");
        assert!(output.is_empty() && !errors.is_empty(), "{arguments:?}");
    }
    for arguments in [&["--help"][..], &["check", "--help"], &["--version"]] {
        let (status, output, errors) = run(arguments, "");
        assert!(status == 0 && !output.is_empty() && errors.is_empty(), "{arguments:?}");
    }
}

#[test]
fn read_prints_the_document() {
    let (status, output, _) = run(&["read", "-"], "一、总体情况\n规章\t0\n");
    assert_eq!(status, 0);
    let document: Value = serde_json::from_str(&output).expect("JSON");
    assert_eq!(document["reader"], "text");
    assert_eq!(document["blocks"][0]["paragraph"]["at"], serde_json::json!({"line": 1, "column": 1}));
    assert_eq!(document["blocks"][1]["grid"]["cells"][1]["text"], "0");
    let (status, output, _) = run(&["read", "-"], "\u{89}PNG\0\0\0\0");
    assert_eq!(status, 2);
    let unread: Value = serde_json::from_str(&output).expect("JSON");
    assert_eq!(unread["unreadable"]["reason"], "unsupported");
}

#[test]
fn the_rule_book_is_complete() {
    let (status, list, _) = run(&["rules"], "");
    assert_eq!(status, 0);
    assert_eq!(list.lines().count(), nianbao::rules::ALL.len());
    for rule in nianbao::rules::ALL {
        assert!(list.lines().any(|line| line.split_whitespace().next() == Some(rule.id)), "{}", rule.id);
    }
    let (status, page, _) = run(&["rules", "t3-row"], "");
    assert_eq!(status, 0);
    assert!(page.starts_with("# T3-ROW ") && page.contains("## 查什么") && page.contains("## 怎么改"), "{page}");
}

#[test]
fn the_form_has_its_cells_and_equations() {
    for (year, basis, cells, equations) in [("2023", "30号", 200, 42), ("2020", "60号", 198, 40)] {
        let (status, form, _) = run(&["form", "--year", year], "");
        assert_eq!(status, 0);
        assert!(form.contains(basis), "{form}");
        let is_address = |line: &&str| {
            line.starts_with("  ") && line.trim().starts_with(|c: char| c.is_ascii_digit()) && !line.contains(" = ")
        };
        assert_eq!(form.lines().filter(is_address).count(), cells, "{year}");
        assert_eq!(form.lines().filter(|line| line.contains(" = ")).count(), equations, "{year}");
    }
    assert_eq!(run(&["form"], "").1, run(&["form", "--year", "2025"], "").1, "the newest form unless asked otherwise");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let edits = "3.granted.total = 9\n4.review.total = 7\n3.carried_out.natural = 8";
    let first = run(&["check", "--format", "json"], &report(edits));
    for _ in 0..5 {
        assert_eq!(run(&["check", "--format", "json"], &report(edits)), first);
    }
}

#[test]
fn settings_switch_rules_off_and_the_status_follows_the_severity() {
    let folder = folder(&[
        ("年报.txt", wrong().as_bytes()),
        ("off.json", br#"{"rules": {"T3-ROW": "off", "T3-SUM": "off", "T3-ID": "off"}}"#),
        ("hint.json", br#"{"rules": {"T3-ROW": "hint", "T3-SUM": "warning"}}"#),
        ("strict.json", br#"{"rules": {"W-NOSTOP": "error"}}"#),
        ("typo.json", br#"{"rules": {"T3-ROWS": "off"}}"#),
    ]);
    let check = |settings: &str, more: &[&str]| {
        let arguments = [&["check", "年报.txt", "--settings", settings], more].concat();
        run_in(folder.path(), &arguments, "")
    };
    assert_eq!(run_in(folder.path(), &["check", "年报.txt"], "").0, 1);
    let (status, output, _) = check("off.json", &[]);
    assert_eq!(status, 0, "{output}");
    assert!(output.contains("按设置停用 T3-ID T3-ROW T3-SUM"), "{output}");
    let (status, output, _) = check("hint.json", &["--format", "json"]);
    assert_eq!(status, 0, "{output}");
    let results: Value = serde_json::from_str(&output).expect("JSON");
    assert_eq!(results[0]["settings"]["changed"]["T3-ROW"], "hint");
    let (status, output, errors) = check("typo.json", &[]);
    assert_eq!((status, output.as_str()), (64, ""));
    assert!(errors.contains("typo.json") && errors.contains("“T3-ROWS”") && errors.contains("“T3-ROW”"), "{errors}");
    assert_eq!(check("missing.json", &[]).0, 64);
    let without_stop = report("append 6 = 本单位没有其他需要报告的事项，特此说明");
    let strict = &["check", "-", "--settings", "strict.json"];
    assert_eq!(run_in(folder.path(), &["check", "-"], &without_stop).0, 0);
    assert_eq!(run_in(folder.path(), strict, &without_stop).0, 1);
}
