//! `nianbao form`: the cells and equations of an official form.

use std::io::{self, Write};

use nianbao::form::{CellId, Form, NUMERALS};
use nianbao::language::Language;
use nianbao::say;

use crate::status::Status;

/// Prints the form for a year.
pub fn run(year: i32, language: Language) -> io::Result<Status> {
    let Some(form) = Form::for_year(year) else {
        eprintln!(
            "nianbao: {}",
            say!(
                language,
                "{year} 年的年度报告没有固定格式；2019 年起才有。",
                "There was no fixed form for {year}; the first is for 2019."
            )
        );
        return Ok(Status::WrongUsage);
    };
    let mut text = format!("# {}\n", form.basis);
    for (section, numeral) in (1..).zip(NUMERALS) {
        text += &format!("\n{}\n", form.heading(section).unwrap_or_else(|| numeral.to_owned()));
        for id in form.cell_ids().filter(|&id| !form.is_outdated(id)) {
            let spec = form.spec(id);
            if usize::from(spec.table) == section {
                text += &format!("  {:<24} {}\n", spec.address, spec.name);
            }
        }
    }
    text += &say!(language, "\n勾稽关系（{} 条）\n", "\nEquations ({})\n", form.equations.len());
    for equation in &form.equations {
        let (left, right) = (sum(form, &equation.left), sum(form, &equation.right));
        text += &format!("  {}\n    {left} = {right}\n", equation.name);
    }
    io::stdout().lock().write_all(text.as_bytes())?;
    Ok(Status::Clean)
}

fn sum(form: &Form, cells: &[CellId]) -> String {
    let addresses: Vec<&str> = cells.iter().map(|&cell| form.spec(cell).address.as_str()).collect();
    addresses.join(" + ")
}
