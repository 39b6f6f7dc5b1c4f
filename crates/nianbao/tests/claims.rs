//! What the grammar makes of sentences: one sentence a case, with the claims it holds.

use nianbao::claims::claim::Narrative;
use nianbao::claims::{self};
use sample::Draft;

mod common;

/// The narrative of a clean department report with another section 一.
fn narrative(text: &str) -> Narrative {
    let mut draft = Draft::clean();
    draft.edit(&format!("section 1 = {text}")).expect("an edit");
    claims::read(&nianbao::align::align(&common::document(&draft)))
}

/// The claims of section 一, as `subject value`.
fn told(text: &str) -> Vec<String> {
    let narrative = narrative(text);
    let own = narrative.claims.iter().filter(|claim| claim.section == 1);
    own.map(|claim| format!("{} {}", claim.subject.key(), claim.quantity.value)).collect()
}

#[test]
fn sentences_and_their_claims() {
    let cases: &[(&str, &[&str])] = &[
        ("全年我处共收到政府信息公开申请14件。", &["received 14"]),
        ("本处今年收到3份公开申请。", &["received 3"]),
        ("本年新收政府信息公开申请数量18件。", &["new 18"]),
        ("年内依申请公开4项，均已书面告知。", &["handled 4"]),
        ("我站收到和处理公开申请2件。", &["handled 2"]),
        ("全年分别收到、答复依申请公开27件、25件。", &["received 27", "answered 25"]),
        ("受理2名村民提出的5项政府信息公开申请。", &["received 5"]),
        ("共受理信息公开申请6件。6件申请均按期答复。", &["received 6"]),
        ("全年处理政府信息公开申请63件（包含上年结转5件）。", &["handled 63", "carried_in 5"]),
        ("我局未收到政府信息公开申请。", &["received 0"]),
        ("全年收到依申请公开０条。", &["received 0"]),
        ("没有公民、法人或其他组织向我局提出政府信息公开申请。", &["received 0"]),
        ("未收到政府信息公开申请，无行政复议、行政诉讼。", &["received 0", "review 0", "suit 0"]),
        (
            "新收政府信息公开申请90件，上年结转4件，办结89件，5件转下年度。",
            &["new 90", "carried_in 4", "answered 89", "carried_out 5"],
        ),
        ("新收政府信息公开申请30件、上年结转2件，共32件。", &["new 30", "carried_in 2", "received_with_carried 32"]),
        (
            "答复政府信息公开申请51件（含上年结转3件，另有2件顺延至下年度）。",
            &["answered 51", "carried_in 3", "carried_out 2"],
        ),
        (
            "收到政府信息公开申请7件，含2023年结转1件，余2件转2025年度办理。",
            &["received 7", "carried_in 1", "carried_out 2"],
        ),
        (
            "答复申请公开政府信息20件。其中，予以公开9件，占45%；部分公开4件；不予公开2件；无法提供5件。",
            &["answered 20", "result:granted 9", "result:partial 4", "result:refused 2", "result:unable 5"],
        ),
        (
            "收到信息公开申请8件，答复8件，其中3件属于行政执法案卷，5件予以公开。",
            &["received 8", "answered_of_received 8", "result:refused.7 3", "result:granted 5"],
        ),
        ("引起政府信息公开行政复议3件、行政诉讼2件。", &["review 3", "suit 2"]),
        (
            "因政府信息公开引发行政复议7件，诉讼9件，均获维持。",
            &["review 7", "suit 9", "review:upheld 7", "suit:upheld 9"],
        ),
        (
            "政府信息公开行政复议6件，其中维持3件、纠正1件、其他1件、尚未审结1件。",
            &["review 6", "review:upheld 3", "review:corrected 1", "review:other 1", "review:pending 1"],
        ),
        (
            "制发行政规范性文件3件，废止1件，现行有效12件。",
            &["normative:made 3", "normative:repealed 1", "normative:in_force 12"],
        ),
        ("办理行政许可128件，作出行政处罚决定6件，罚款3万元。", &["permits 128", "penalties 6"]),
        ("受理12345热线诉求300件，办结300件。收到网民留言20条，均已回复。", &[]),
        ("办理依申请公开9件，信访转依申请公开2件。", &["handled 9"]),
        (
            "收到政府信息公开申请的数量为5件，办结数量为5件，结转数量为0件。",
            &["received 5", "answered_of_received 5", "carried_out 0"],
        ),
        (
            "收到信息公开申请3件，2件通过网络提交，1件通过信函提交，全部为自然人。",
            &["received 3", "channel:online 2", "channel:letter 1", "applicant:natural 3"],
        ),
        ("全年无政府信息公开申请，无因政府信息公开被申请行政复议的情况。", &["received 0", "review 0"]),
        ("公文公开属性审核中，主动公开20件，依申请公开4件，不予公开3件。", &["published 20"]),
        (
            "共发布政府信息140条，其中政府网站86条，微信公众号54条。",
            &["published 140", "published:website 86", "published:wechat 54"],
        ),
    ];
    let mut wrong = Vec::new();
    for (text, expected) in cases {
        let found = told(text);
        if found != *expected {
            wrong.push(format!("{text}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Time grows with the length of a text, whatever stands in it.
#[test]
fn hostile_texts_take_no_long_time() {
    let texts = [
        "共收到政府信息公开申请5件，其中".repeat(3000),
        "收到政府信息公开申请5件（".repeat(3000),
        "网站发布信息3条、".repeat(5000),
        "未收到申请、行政复议、".repeat(5000),
        "1".repeat(60_000),
        "二〇".repeat(30_000),
        "《".repeat(30_000),
        " 1".repeat(30_000),
    ];
    for text in texts {
        let started = std::time::Instant::now();
        let tokens = claims::token::tokens(&text, Some(2024));
        assert!(tokens.len() <= text.len());
        let told = narrative(&text);
        assert!(told.claims.len() <= 2000, "{} claims", told.claims.len());
        let beginning: String = text.chars().take(12).collect();
        assert!(started.elapsed().as_secs() < 10, "{beginning}… took {:?}", started.elapsed());
    }
}

#[test]
fn what_is_compared_is_counted_and_the_rest_is_listed_with_its_reason() {
    let mut draft = Draft::clean();
    draft
        .edit("section 1 = 全年收到政府信息公开申请6件。全年办理行政复议案件86件。2023年收到申请4件。")
        .expect("an edit");
    let checked = common::check(&draft);
    assert_eq!(checked.checked.claims, 1);
    let listed: Vec<&str> = checked.unchecked.iter().map(|unchecked| unchecked.text.as_str()).collect();
    assert_eq!(listed, ["办理行政复议案件86件", "收到申请4件"]);
    assert!(checked.unchecked.iter().all(|unchecked| !unchecked.why.is_empty()));
}
