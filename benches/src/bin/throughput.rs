//! How many reports a second one core checks, through the command itself, from files to JSON lines.
//! `scripts/throughput` builds the command and runs it.
//!
//! - `throughput COMMAND` measures;
//! - `throughput write FOLDER REPORTS` only writes the files, and prints their names.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use sample::{Draft, Hand, LAYOUTS, Noise, Written};

type Failure = Box<dyn Error>;

/// The formats, in equal parts: the layout that prints each, and the ending of its files.
const FORMATS: [(&str, &str); 4] =
    [("docx-file", "docx"), ("pdf-file", "pdf"), ("html-word", "html"), ("tab-rows", "txt")];

/// How many different reports there are of each format.
const DIFFERENT: usize = 250;

/// How many files the large batch has.
const BATCH: usize = 10_000;

/// How often each measurement is repeated; the fastest counts.
const ROUNDS: usize = 3;

const METHOD: &str = "\
Method: crates/sample prints 250 random reports in each of four formats. The command checks them with
--jobs 1 --format jsonl, from files to lines; its processor time counts, waiting does not, and the fastest
of 3 runs. The last rows check the 1,000 files ten times over, with one thread and with two.";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["write", folder, reports] => write_only(Path::new(folder), reports),
        [command] => measure(Path::new(command)),
        _ => Err("throughput COMMAND, or throughput write FOLDER REPORTS".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("throughput: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn write_only(folder: &Path, reports: &str) -> Result<(), Failure> {
    for path in write(folder, &FORMATS, reports.parse()?)? {
        println!("{}", path.display());
    }
    Ok(())
}

/// Writes reports into a folder, the formats in turn; their names in order.
fn write(folder: &Path, formats: &[(&str, &str)], reports: usize) -> Result<Vec<PathBuf>, Failure> {
    fs::create_dir_all(folder)?;
    let mut paths = Vec::with_capacity(reports);
    for (number, (name, ending)) in (0..reports).zip(formats.iter().cycle()) {
        let layout = LAYOUTS.iter().find(|layout| layout.name == *name).ok_or("no such layout")?;
        let seed = (number / formats.len()) as u64;
        let path = folder.join(format!("{number:06}.{ending}"));
        match (layout.write)(&Draft::random(seed), &mut Hand::new(seed, Noise::NONE)) {
            Written::Text(text) | Written::Html(text) => fs::write(&path, text)?,
            Written::File { bytes, .. } => fs::write(&path, bytes)?,
        }
        paths.push(path);
    }
    Ok(paths)
}

fn measure(command: &Path) -> Result<(), Failure> {
    let folder = env::temp_dir().join(format!("nianbao-throughput-{}", std::process::id()));
    println!("{METHOD}\n");
    println!(
        "| reports | KB a report | ms of processor a report | reports a second and core | seconds passed | peak memory, MB |"
    );
    println!("| --- | ---: | ---: | ---: | ---: | ---: |");
    for format in &FORMATS {
        let paths = write(&folder.join(format.1), &[*format], DIFFERENT)?;
        best(command, &folder, &paths, "1")?.print(format.1, &paths)?;
    }
    let paths = write(&folder.join("mixed"), &FORMATS, DIFFERENT * FORMATS.len())?;
    best(command, &folder, &paths, "1")?.print("all four", &paths)?;
    let many: Vec<PathBuf> = paths.iter().cycle().take(BATCH).cloned().collect();
    for jobs in ["1", "2"] {
        run(command, &folder, &many, jobs)?.print(&format!("{BATCH} files, --jobs {jobs}"), &many)?;
    }
    fs::remove_dir_all(folder)?;
    Ok(())
}

/// What a run took.
struct Run {
    processor: Duration,
    passed: Duration,
    /// In KB.
    memory: u64,
}

impl Run {
    fn print(&self, name: &str, paths: &[PathBuf]) -> Result<(), Failure> {
        let mut bytes = 0;
        for path in paths {
            bytes += fs::metadata(path)?.len();
        }
        let reports = paths.len() as f64;
        let each = self.processor.as_secs_f64() / reports;
        println!(
            "| {name} | {:.1} | {:.2} | {:.0} | {:.1} | {:.0} |",
            bytes as f64 / 1e3 / reports,
            each * 1e3,
            1.0 / each,
            self.passed.as_secs_f64(),
            self.memory as f64 / 1e3,
        );
        Ok(())
    }
}

fn best(command: &Path, folder: &Path, paths: &[PathBuf], jobs: &str) -> Result<Run, Failure> {
    let runs: Vec<Run> = (0..ROUNDS).map(|_| run(command, folder, paths, jobs)).collect::<Result<_, _>>()?;
    runs.into_iter().min_by_key(|run| run.processor).ok_or_else(|| "no run".into())
}

fn run(command: &Path, folder: &Path, paths: &[PathBuf], jobs: &str) -> Result<Run, Failure> {
    let list = folder.join("list");
    let names: Vec<String> = paths.iter().map(|path| format!("{}\n", path.display())).collect();
    fs::write(&list, names.concat())?;
    let start = Instant::now();
    let mut child = Command::new(command)
        .args(["check", "--format", "jsonl", "--jobs", jobs, "--files-from"])
        .arg(&list)
        .stdout(Stdio::null())
        .spawn()?;
    let (mut memory, system) = (0, PathBuf::from(format!("/proc/{}", child.id())));
    // Once it has ended, and until it is waited for, the system still knows what it took.
    loop {
        let status = fs::read_to_string(system.join("status"))?;
        let field = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        if field("State:").is_none_or(|state| state.starts_with('Z')) {
            break;
        }
        if let Some(peak) = field("VmHWM:").and_then(|peak| peak.split(' ').next()) {
            memory = peak.parse()?;
        }
        thread::sleep(Duration::from_millis(2));
    }
    let passed = start.elapsed();
    let stat = fs::read_to_string(system.join("stat"))?;
    // After the name in brackets; processor time in hundredths of a second (proc(5), utime and stime).
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |index: usize| fields.get(index).and_then(|field| field.parse::<u64>().ok()).ok_or("no times");
    let processor = Duration::from_millis(10 * (ticks(11)? + ticks(12)?));
    match child.wait()?.code() {
        Some(0 | 1) => Ok(Run { processor, passed, memory }),
        other => Err(format!("the command ended with {other:?}").into()),
    }
}
