//! Prints how often the first repair is the right one; `tests/repair/score.md` holds what it prints.

#[path = "../tests/repair/reports.rs"]
mod reports;
#[path = "../tests/repair/score.rs"]
mod score;
#[path = "../tests/repair/slips.rs"]
mod slips;

fn main() {
    let scores = score::measure(200);
    print!("{}", scores.text);
    eprintln!("first choice where identifiable, one wrong number: {:.1} %", scores.one.of_identifiable());
    eprintln!("first choice where identifiable, two wrong numbers: {:.1} %", scores.two.of_identifiable());
}
