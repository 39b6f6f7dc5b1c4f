//! The command as a part of pipelines: lists, several threads, resuming, SARIF, completions.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use assert_cmd::cargo::cargo_bin;
use serde_json::Value;
use tempfile::TempDir;

/// A folder of this many reports, every third with a mistake, every seventh empty; and their names.
fn folder(reports: usize) -> (TempDir, Vec<String>) {
    let folder = TempDir::new().expect("a folder");
    let report = |edits| sample::example(edits).expect("edits that can be made").to_text();
    let (good, bad) = (report(""), report("3.granted.total = 9"));
    let names: Vec<String> = (0..reports).map(|number| format!("{number:03} 年报.txt")).collect();
    for (number, name) in names.iter().enumerate() {
        let text = match number {
            _ if number % 7 == 6 => "",
            _ if number % 3 == 2 => &bad,
            _ => &good,
        };
        fs::write(folder.path().join(name), text).expect("written");
    }
    (folder, names)
}

/// Runs the command in a folder; the exit status and what it printed.
fn run(folder: &Path, arguments: &[&str], input: &[u8]) -> (i32, String, String) {
    let mut command = assert_cmd::Command::new(cargo_bin("nianbao"));
    let output = command.current_dir(folder).args(arguments).write_stdin(input).output().expect("run");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("ended by itself"), text(output.stdout), text(output.stderr))
}

fn files(lines: &str) -> Vec<String> {
    let file = |line: &str| serde_json::from_str::<Value>(line).expect("one object a line")["file"].take();
    lines.lines().map(|line| file(line).as_str().expect("a name").to_owned()).collect()
}

#[test]
fn a_list_is_checked_in_its_order_after_what_is_named() {
    let (folder, names) = folder(5);
    let list = [&names[3], &names[1], "无.txt", &names[3]].map(str::to_owned);
    let lines = list.join("\n");
    let arguments = ["check", "--format", "jsonl", "--files-from", "-", &names[0]];
    let (status, output, _) = run(folder.path(), &arguments, lines.as_bytes());
    assert_eq!(status, 2, "one is not there");
    let expected: Vec<String> = [&names[..1], &list[..]].concat();
    assert_eq!(files(&output), expected);
    let (_, with_nuls, _) = run(folder.path(), &[&arguments[..], &["-0"]].concat(), list.join("\0").as_bytes());
    assert_eq!(with_nuls, output);
    fs::write(folder.path().join("list"), lines).expect("written");
    let (_, from_file, _) = run(folder.path(), &["check", "--format=jsonl", "--files-from=list", &names[0]], b"");
    assert_eq!(from_file, output);
}

#[test]
fn the_bytes_are_the_same_for_any_number_of_threads() {
    let (folder, _) = folder(40);
    for format in ["text", "json", "jsonl", "sarif"] {
        let with = |jobs| run(folder.path(), &["check", "--format", format, "--jobs", jobs, "."], b"");
        let one = with("1");
        assert_eq!(one.0, 2);
        for jobs in ["2", "7"] {
            assert_eq!(with(jobs), one, "{format}, {jobs} threads");
        }
    }
}

#[test]
fn work_that_was_cut_off_anywhere_is_finished_to_the_same_bytes() {
    let (folder, names) = folder(9);
    // One name twice: it is checked twice, and resumed as often.
    let list = [names.join("\n").as_str(), names[2].as_str()].join("\n");
    let arguments = ["check", "--files-from", "-", "--resume", "out.jsonl"];
    let finish = || run(folder.path(), &arguments, list.as_bytes());
    let out = folder.path().join("out.jsonl");
    let (status, printed, _) = finish();
    assert_eq!((status, printed.as_str()), (2, ""), "the results are in the file");
    let whole = fs::read(&out).expect("results");
    assert_eq!(files(&String::from_utf8_lossy(&whole)).len(), 10);
    let cuts = (0..whole.len()).step_by(whole.len() / 8).chain([1, whole.len() - 1, whole.len()]);
    for cut in cuts {
        fs::write(&out, &whole[..cut]).expect("written");
        assert_eq!(finish().0, 2, "the status is of the whole work");
        assert!(fs::read(&out).expect("results") == whole, "cut at {cut}");
    }
    let (_, direct, _) = run(folder.path(), &["check", "--files-from=-", "--format=jsonl"], list.as_bytes());
    assert_eq!(direct.as_bytes(), whole);
}

#[test]
fn a_file_of_something_else_is_left_as_it_is() {
    let (folder, names) = folder(1);
    let out = folder.path().join("out.jsonl");
    for content in ["年报\n", "年报", "{\"a\":1}\n", "{\"schema\":1}\n", "\n"] {
        fs::write(&out, content).expect("written");
        let (status, _, errors) = run(folder.path(), &["check", "--resume", "out.jsonl", &names[0]], b"");
        assert_eq!(status, 2, "{content:?}");
        assert!(errors.contains("out.jsonl: 第 1 行不是核对结果"), "{errors}");
        assert_eq!(fs::read_to_string(&out).expect("content"), content);
    }
}

#[test]
fn two_processes_do_not_write_one_file() {
    let (folder, names) = folder(1);
    let mut first = Command::new(cargo_bin("nianbao"));
    first.current_dir(folder.path()).args(["check", "--resume", "out.jsonl", "-"]);
    let mut first = first.stdin(Stdio::piped()).spawn().expect("started");
    let out = folder.path().join("out.jsonl");
    while !out.exists() {
        std::thread::yield_now();
    }
    // It is made just before it is locked.
    std::thread::sleep(std::time::Duration::from_millis(200));
    let (status, _, errors) = run(folder.path(), &["check", "--resume", "out.jsonl", &names[0]], b"");
    assert!(status == 2 && errors.contains("另一个进程正在写"), "{status} {errors}");
    drop(first.stdin.take());
    first.wait().expect("ended");
    assert_eq!(run(folder.path(), &["check", "--resume", "out.jsonl", &names[0]], b"").0, 2, "the first was empty");
    assert_eq!(files(&fs::read_to_string(&out).expect("results")), ["-", names[0].as_str()]);
}

#[test]
fn results_come_while_the_list_is_still_being_written() {
    let (folder, names) = folder(2);
    let mut command = Command::new(cargo_bin("nianbao"));
    command.current_dir(folder.path()).args(["check", "--format=jsonl", "--files-from=-"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("started");
    let mut list = child.stdin.take().expect("its input");
    let mut results = BufReader::new(child.stdout.take().expect("its output"));
    for name in &names {
        writeln!(list, "{name}").expect("taken");
        let mut line = String::new();
        results.read_line(&mut line).expect("a result");
        assert_eq!(files(&line), [name.as_str()]);
    }
    drop(list);
    assert_eq!(child.wait().expect("ended").code(), Some(0));
}

#[test]
fn whoever_has_read_enough_may_stop_reading() {
    let (folder, _) = folder(60);
    for format in ["text", "json", "jsonl", "sarif"] {
        let mut command = Command::new(cargo_bin("nianbao"));
        command.current_dir(folder.path()).args(["check", "--format", format, "."]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("started");
        let mut first = [0; 1];
        child.stdout.take().expect("its output").read_exact(&mut first).expect("some output");
        let output = child.wait_with_output().expect("ended");
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]), "{format}");
    }
}

#[test]
fn what_contradicts_itself_is_wrong_usage() {
    for arguments in [
        &["check", "--resume", "a.jsonl", "--format", "json"][..],
        &["check", "--files-from", "-", "-"],
        &["check", "-0"],
        &["check", "--jobs", "0"],
        &["completions", "basic"],
        &["man", "chekc"],
    ] {
        let (status, output, errors) = run(Path::new("."), arguments, b"");
        assert!(status == 64 && output.is_empty() && !errors.is_empty(), "{arguments:?}: {status} {errors}");
    }
    let (status, _, errors) = run(Path::new("."), &["check", "--files-from", "no such list"], b"");
    assert!(status == 2 && errors.contains("no such list: "), "{errors}");
}

#[test]
fn completions_and_manual_pages_know_every_option() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (status, script, errors) = run(Path::new("."), &["completions", shell], b"");
        assert!(status == 0 && errors.is_empty(), "{shell}: {errors}");
        for word in ["files-from", "sarif", "resume", "completions"] {
            assert!(script.contains(word), "{shell} knows nothing of {word}");
        }
    }
    let (_, page, _) = run(Path::new("."), &["man"], b"");
    assert!(
        page.contains(".TH nianbao 1") && page.contains("核对年报") && page.contains("nianbao\\-check(1)"),
        "{page}"
    );
    let (_, page, _) = run(Path::new("."), &["man", "check", "--language", "en"], b"");
    assert!(page.contains("\\-\\-files\\-from") && page.contains("Check reports"), "{page}");
}

#[test]
fn help_speaks_the_language_asked_for() {
    let (_, help, _) = run(Path::new("."), &["check", "--help"], b"");
    assert!(
        help.contains("用法：nianbao check") && help.contains("文件清单") && !help.contains("Print help"),
        "{help}"
    );
    let (_, help, _) = run(Path::new("."), &["--language", "en", "check", "--help"], b"");
    assert!(help.contains("Usage: nianbao check") && help.contains("A list of inputs") && help.is_ascii(), "{help}");
}
