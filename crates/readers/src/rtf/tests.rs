use nianbao::document::{Document, RemarkKind};
use nianbao::unreadable::Reason;
use proptest::prelude::*;

use crate::testing;

fn read(rtf: &str) -> Result<Document, Reason> {
    crate::read("报告.rtf", rtf.as_bytes())
}

fn lines(rtf: &str) -> Vec<String> {
    testing::lines(&read(rtf).expect("readable"))
}

#[test]
fn text_comes_in_code_pages_and_in_unicode() {
    let rtf = r"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset136 Ming;}}\f0 \'b9\'e6\'d5\'c2 \u35268?\u31456 ?{\f1\'a4\'40}\par\u-10179?\u-8704?{\uc0\u20214}x\line y}";
    assert_eq!(lines(rtf), ["规章 规章一", "😀件x", "y"]);
}

#[test]
fn what_is_no_text_is_left_out() {
    let rtf = r"{\rtf1{\stylesheet{\s0 Normal;}}{\info{\title x}}{\*\generator y;}{\header head\par}{\pict 0102}\bin3 {}}A{\field{\*\fldinst PAGE}{\fldrslt 7}}\par{\listtext\pard\plain 1.\tab}B}";
    assert_eq!(lines(rtf), ["A7", "1.B"]);
}

#[test]
fn cells_get_their_columns_from_their_edges() {
    let rtf = r"{\rtf1 before\par
\trowd\trleft-100\clvmgf\cellx2000\cellx6010\pard\intbl a\cell b\cell\row
\trowd\trleft-100\clvmrg\cellx2000\cellx4000\cellx6000\pard\intbl\cell c\par d\cell e\cell\row
\pard after\par}";
    assert_eq!(lines(rtf), ["before", "0,0+2x1 a | 0,1+1x2 b", "1,1+1x1 c\nd | 1,2+1x1 e", "after"]);
}

#[test]
fn notes_changes_and_comments_are_kept_apart() {
    let rtf = r"{\rtf1 one{\footnote {\super 1}note}{\deleted 23}{\revised 24}{\v secret} two{\*\annotation check}\par{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt box\par}}}three\par}";
    assert_eq!(lines(rtf), ["one24 two", "1note", "three", "box"]);
    let remarks: Vec<_> =
        read(rtf).expect("readable").remarks.into_iter().map(|remark| (remark.kind, remark.text)).collect();
    assert!(remarks.contains(&(RemarkKind::Deleted, "23".to_owned())), "{remarks:?}");
    assert!(remarks.contains(&(RemarkKind::Inserted, "24".to_owned())), "{remarks:?}");
    assert!(remarks.contains(&(RemarkKind::Comment, "check".to_owned())), "{remarks:?}");
}

#[test]
fn a_cut_and_a_deep_text_are_no_panic() {
    assert_eq!(read(r"{\rtf1\trowd\cellx100\cellx200\intbl a\cell b"), Err(Reason::Damaged));
    assert_eq!(read(&format!("{{\\rtf1 {}", "{".repeat(100_000))), Err(Reason::TooLarge));
    assert_eq!(read(r"{\rtf1 }"), Err(Reason::Empty));
}

proptest! {
    #[test]
    fn any_words_are_read(words in proptest::collection::vec(prop::sample::select(vec![
        "{", "}", "\\par ", "\\cell ", "\\row ", "\\trowd ", "\\cellx100 ", "\\cellx-5 ", "\\intbl ", "\\pard ", "\\u22269 ?", "\\'b9", "text",
        "\\clvmrg ", "\\clmrg ", "{\\footnote ", "{\\*\\annotation ", "\\bin99999999999 ", "\\trleft2147483647 ", "\\cellx-2147483648 ", "\\cellx2147483647 ",
    ]), 0..60)) {
        let _ = read(&format!("{{\\rtf1 {}", words.concat()));
    }
}
