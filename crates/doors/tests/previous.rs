//! Last year's report says the same whether it is read for one report or once for many.

use nianbao::Options;
use nianbao::outcome::Outcome;
use nianbao_doors::{Input, Request, check, check_with, last_year_s};
use sample::Draft;

#[test]
fn last_year_s_report_read_once_says_the_same() {
    let mut report = Draft::clean();
    report.edit("previous 3.carried_out.natural = 5").expect("an edit of last year's report");
    report.edit("previous 3.carried_out.total = 5").expect("an edit of last year's report");
    let previous = Input::Text(report.previous.as_ref().expect("last year's report").to_text());
    let input = Input::Text(report.to_text());
    let read = last_year_s(&previous).expect("readable");
    let once = check_with(&input, &Options { previous: Some(&read), ..Options::default() });
    let anew = check(&Request { previous: Some(previous.into()), ..Request::new(input) });
    assert_eq!(once, anew);
    let Outcome::Checked(checked) = once else { panic!("not read") };
    assert!(checked.findings.iter().any(|finding| finding.rule == "X-CARRY"), "{:?}", checked.findings);
}
