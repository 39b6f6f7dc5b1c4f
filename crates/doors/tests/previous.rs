//! Last year's report says the same whether it is read for one report or once for many.

use nianbao::Options;
use nianbao::outcome::Outcome;
use nianbao_doors::{Input, Request, check, check_with};
use sample::Draft;

#[test]
fn last_year_s_report_read_once_says_the_same() {
    let mut report = Draft::clean();
    report.edit("previous 3.carried_out.natural = 5").expect("an edit of last year's report");
    report.edit("previous 3.carried_out.total = 5").expect("an edit of last year's report");
    let previous = Input::Text(report.previous.as_ref().expect("last year's report").to_text());
    let input = Input::Text(report.to_text());
    let document = previous.read().expect("readable");
    let once = check_with(&input, &Options { previous: Some(&document), ..Options::default() });
    let (language, settings) = Default::default();
    let anew = check(&Request { input, previous: Some(previous), language, settings });
    assert_eq!(once, anew);
    let Outcome::Checked(checked) = once else { panic!("not read") };
    assert!(checked.findings.iter().any(|finding| finding.rule == "X-CARRY"), "{:?}", checked.findings);
}
