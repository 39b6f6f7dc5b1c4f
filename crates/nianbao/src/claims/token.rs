//! A section's text as tokens: words, numbers, years, stops. Everything else is noise between them.

mod nothing;
mod suits;

use std::ops::Range;

use super::figure::{self, Figure, Reading};
use super::lexicon::{self, Word};
use crate::number::Number;

/// A stop between phrases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The end of a paragraph.
    Paragraph,
    /// 。！？
    Sentence,
    /// ；
    Semicolon,
    /// ，：
    Comma,
    /// 、
    Enumeration,
    /// （
    Open,
    /// ）
    Close,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A word of the lexicon.
    Word(Word),
    /// A count or an amount.
    Figure(Figure),
    /// A share or a rate, in per cent.
    Percent(Number),
    /// A year.
    Year(i32),
    /// A stop.
    Stop(Stop),
    /// Anything else, one run.
    Noise,
}

/// A token and its bytes in the section's text.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Where.
    pub at: Range<usize>,
}

impl Token {
    /// The word, where it is one.
    pub fn word(&self) -> Option<Word> {
        match self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// The figure, where it is one.
    pub fn figure(&self) -> Option<Figure> {
        match self.kind {
            Kind::Figure(figure) => Some(figure),
            _ => None,
        }
    }

    /// The stop, where it is one.
    pub fn stop(&self) -> Option<Stop> {
        match self.kind {
            Kind::Stop(stop) => Some(stop),
            _ => None,
        }
    }
}

/// A title in 《》 longer than this is a bracket that was never closed.
const LONGEST_TITLE: usize = 360;

/// No number of a list is longer, with what follows it.
const LONGEST_ENUMERATOR: usize = 16;

/// Takes a text apart. The report's year tells which way 2023年结转 and 结转2025年 go.
pub fn tokens(text: &str, year: Option<i32>) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let (kind, length) = next(text, at, c);
        let Some(kind) = kind else {
            at += length;
            continue;
        };
        push(&mut tokens, Token { kind, at: at..at + length });
        at += length;
    }
    let mut tokens = drop_idle_words(text, tokens);
    join_compound_nouns(text, &mut tokens);
    name_channels_and_results(text, &mut tokens);
    name_applications(text, &mut tokens);
    suits::join(text, &mut tokens);
    suits::name_cases(text, &mut tokens);
    nothing::join(text, &mut tokens);
    join_brackets_of_labels(text, &mut tokens);
    drop_ranges(text, &mut tokens);
    join_years_and_carrying(text, &mut tokens, year);
    tokens
}

/// Puts a token after the others; what is noise on end is one run.
fn push(tokens: &mut Vec<Token>, token: Token) {
    match tokens.last_mut() {
        Some(last) if token.kind == Kind::Noise && last.kind == Kind::Noise && last.at.end == token.at.start => {
            last.at.end = token.at.end;
        }
        _ => tokens.push(token),
    }
}

/// 企业3件, 登记政府信息公开申请3件: some everyday words say something only beside what they speak of.
fn drop_idle_words(text: &str, tokens: Vec<Token>) -> Vec<Token> {
    let idle: Vec<bool> = tokens
        .iter()
        .enumerate()
        .map(|(i, token)| match (token.word(), text.get(token.at.clone())) {
            (
                Some(Word::Applicant(_)),
                Some(
                    "公民" | "市民" | "居民" | "村民" | "个人" | "企业" | "公司" | "法人" | "其他组织" | "其它组织"
                    | "高等院校" | "科研单位",
                ),
            ) => {
                let before = text.get(..token.at.start).unwrap_or_default();
                let told = ["来自", "由", "系", "为", "以"].iter().any(|word| before.ends_with(word));
                !told && !tokens.get(i + 1..).is_some_and(|rest| is_counted_applicant(text, rest))
            }
            (Some(Word::Answer), Some("完成" | "已完成")) | (Some(Word::Decision(_)), Some("强制")) => {
                tokens.get(i + 1).is_none_or(|next| next.figure().is_none())
            }
            // 有效文件45件; 有效提升管理水平 says nothing of documents.
            (Some(Word::Stock(_)), Some("有效")) => {
                let after = text.get(token.at.end..).unwrap_or_default();
                let next = tokens.get(i + 1);
                let document = |next: &Token| {
                    next.figure().is_some()
                        || matches!(next.word(), Some(Word::Normative | Word::Rules | Word::Published))
                };
                // 仍有37件有效.
                let counted =
                    i.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|t| t.figure().is_some());
                let ends = next.is_none_or(|next| next.stop().is_some());
                !(after.starts_with('的') || next.is_some_and(document) || counted && ends)
            }
            // 网站投诉专栏: a place to publish.
            (Some(Word::Foreign), _) => {
                let after = text.get(token.at.end..).unwrap_or_default();
                ["专栏", "栏目", "频道", "专题"].iter().any(|place| after.starts_with(place))
            }
            // 向社会提供信息服务.
            (Some(Word::Result("granted")), Some("提供信息")) => {
                tokens.get(i + 1).and_then(Token::figure).is_none_or(|figure| figure.unit != "件")
            }
            (Some(Word::Receive), Some("登记")) => {
                let next = tokens[i + 1..].iter().find(|token| token.kind != Kind::Noise);
                next.is_none_or(|next| next.word() != Some(Word::Application) && next.figure().is_none())
            }
            _ => false,
        })
        .collect();
    let mut kept = Vec::with_capacity(tokens.len());
    for (mut token, idle) in tokens.into_iter().zip(idle) {
        if idle {
            token.kind = Kind::Noise;
        }
        push(&mut kept, token);
    }
    kept
}

/// Whether an applicant's word is followed by a number (企业3件, 企业提交3件) or another applicant (企业、律师事务所的3件).
fn is_counted_applicant(text: &str, rest: &[Token]) -> bool {
    let Some(next) = rest.first() else { return false };
    let after = rest.get(1);
    match next.kind {
        Kind::Figure(_) => true,
        Kind::Word(Word::Submit) => after.is_some_and(|after| after.figure().is_some()),
        _ if is_joint(text.get(next.at.clone()).unwrap_or_default()) => {
            after.is_some_and(|after| matches!(after.word(), Some(Word::Applicant(_))))
        }
        _ => false,
    }
}

/// 依申请公开办理事项, 政府信息公开相关诉求, 依申请公开信件: what these are of is the application.
fn join_compound_nouns(text: &str, tokens: &mut Vec<Token>) {
    let mut joined_to = 0;
    for token in tokens.iter_mut() {
        if token.at.start < joined_to {
            token.at.end = token.at.start;
        } else if token.word() == Some(Word::Application) {
            token.at.end += lexicon::noun_tail(text.get(token.at.end..).unwrap_or_default());
            joined_to = token.at.end;
        }
    }
    tokens.retain(|token| !token.at.is_empty());
}

/// 依申请公开系统22件: a platform right before a number is a channel. 公开或部分公开3件: beside another
/// result, 公开 is one.
fn name_channels_and_results(text: &str, tokens: &mut [Token]) {
    for i in 1..tokens.len() {
        let (before, after) = tokens.split_at_mut(i);
        let (Some(token), Some(next)) = (before.last_mut(), after.first()) else { continue };
        let said = text.get(token.at.clone()).unwrap_or_default();
        let between = text.get(token.at.end..next.at.start).unwrap_or_default();
        match (token.kind, next.kind) {
            (Kind::Word(Word::Filler), Kind::Figure(_)) if lexicon::is_platform(said) => {
                token.kind = Kind::Word(Word::Channel(lexicon::Channel::Online));
            }
            // 政府网站提交6件.
            (Kind::Word(Word::Outlet("website")), Kind::Word(Word::Submit))
                if between.is_empty() && after.get(1).is_some_and(|next| next.figure().is_some()) =>
            {
                token.kind = Kind::Word(Word::Channel(lexicon::Channel::Online));
            }
            // 公开1起，不存在9起: the row's short name.
            (Kind::Word(Word::Not), Kind::Figure(_)) if said == "不存在" => {
                token.kind = Kind::Word(Word::Result("unable.1"));
            }
            // 全部或者部分公开4件.
            (Kind::Word(Word::All), Kind::Noise | Kind::Stop(_)) if said == "全部" && between.is_empty() => {
                let joins = is_joint(text.get(next.at.clone()).unwrap_or_default());
                if joins && after.get(1).and_then(Token::word) == Some(Word::Result("partial")) {
                    token.kind = Kind::Word(Word::Result("granted"));
                }
            }
            (Kind::Word(Word::Publish), Kind::Noise | Kind::Stop(_) | Kind::Word(Word::Result("partial")))
                if said == "公开" && between.is_empty() =>
            {
                let joint = text.get(next.at.clone()).unwrap_or_default();
                let other = if joint.starts_with("部分") { Some(next) } else { after.get(1) };
                let joins = joint.starts_with("部分") || is_joint(joint);
                if joins && other.and_then(Token::word) == Some(Word::Result("partial")) {
                    token.kind = Kind::Word(Word::Result("granted"));
                }
            }
            _ => {}
        }
    }
}

fn is_joint(words: &str) -> bool {
    matches!(words, "或" | "或者" | "和" | "及" | "以及" | "与" | "、")
}

/// 收到政府信息公开90件, 受理政府信息公开事项30件: what comes in by the piece is an application.
fn name_applications(text: &str, tokens: &mut Vec<Token>) {
    let mut received = false;
    for i in 1..tokens.len() {
        let (before, after) = tokens.split_at_mut(i);
        let (Some(token), Some(next)) = (before.last_mut(), after.first()) else { continue };
        received = token.stop().is_none()
            && (received || matches!(token.word(), Some(Word::Receive | Word::NewlyReceive | Word::Submit)));
        let named = token.word() == Some(Word::AboutInformation)
            && text.get(token.at.clone()).is_some_and(|said| said.ends_with("信息公开"));
        let matter = text.get(next.at.clone()) == Some("事项");
        // 为30件: no more may stand between.
        let mut counted = after
            .iter()
            .skip(usize::from(matter))
            .skip_while(|token| text.get(token.at.clone()).is_some_and(|said| said == "为"));
        let pieces = counted.next().and_then(Token::figure).is_some_and(|figure| figure.unit == "件");
        if received && named && pieces {
            token.kind = Kind::Word(Word::Application);
            token.at.end = if matter { next.at.end } else { token.at.end };
            let end = token.at.end;
            if let Some(next) = tokens.get_mut(i).filter(|_| matter) {
                next.at.start = end;
            }
        }
    }
    tokens.retain(|token| !token.at.is_empty());
}

/// 予以公开（3件）、部分公开（2件）: a number, or a reason, in brackets of its own belongs to the label
/// before them.
fn join_brackets_of_labels(text: &str, tokens: &mut Vec<Token>) {
    let is_label = |token: &Token| {
        matches!(
            token.word(),
            Some(
                Word::Result(_)
                    | Word::Applicant(_)
                    | Word::Channel(_)
                    | Word::Dispute(_)
                    | Word::Ending(_)
                    | Word::Stock(_)
                    | Word::Decision(_)
                    | Word::CarriedIn
                    | Word::CarriedOut
            )
        )
    };
    let mut idle = vec![false; tokens.len()];
    // 予以公开（含部分公开）4件: one number for both.
    for (i, six) in tokens.windows(6).enumerate() {
        let [label, open, containing, inside, close, number] = six else { continue };
        let results = [label, inside].iter().all(|token| matches!(token.word(), Some(Word::Result(_))));
        let stops = (open.stop(), close.stop()) == (Some(Stop::Open), Some(Stop::Close));
        if results && stops && containing.word() == Some(Word::Containing) && number.figure().is_some() {
            idle[i + 1..=i + 2].fill(true);
            idle[i + 4] = true;
        }
    }
    for (i, four) in tokens.windows(4).enumerate() {
        let [label, open, inside, close] = four else { continue };
        let stops = (open.stop(), close.stop()) == (Some(Stop::Open), Some(Stop::Close));
        let counted = inside.figure().is_some();
        // 不予公开（属于过程性信息）1件: the reason stands between.
        let of = tokens.get(i + 4).is_some_and(|next| text.get(next.at.clone()) == Some("的"));
        let next = tokens.get(i + if of { 5 } else { 4 }).and_then(Token::figure);
        let reason = matches!((label.word(), inside.word()), (Some(Word::Result(_)), Some(Word::Result(_))));
        if stops && (is_label(label) && counted || reason && next.is_some()) {
            idle[i + 1] = true;
            idle[i + 3] = true;
        }
    }
    let mut idle = idle.into_iter();
    tokens.retain(|_| !idle.next().unwrap_or(false));
}

fn next(text: &str, at: usize, c: char) -> (Option<Kind>, usize) {
    let length = c.len_utf8();
    let stop = match c {
        '\n' => Some(Stop::Paragraph),
        '。' | '！' | '？' | '!' | '?' => Some(Stop::Sentence),
        '；' | ';' => Some(Stop::Semicolon),
        '，' | ',' | '：' | ':' => Some(Stop::Comma),
        '、' => Some(Stop::Enumeration),
        '（' | '(' => Some(Stop::Open),
        '）' | ')' => Some(Stop::Close),
        _ => None,
    };
    // A word may have stops inside it: 公民、法人或其他组织.
    if let Some(stop) = stop {
        return (Some(Kind::Stop(stop)), length);
    }
    if c.is_whitespace() || "“”‘’\"'「」".contains(c) {
        return (None, length);
    }
    if c == '《' {
        let rest = beginning(&text[at..], LONGEST_TITLE);
        let end = rest.find('》').filter(|end| !rest[..*end].contains('\n'));
        // 收到《政府信息公开申请表》3份: the form stands for the application.
        let form = end.is_some_and(|end| rest[..end].ends_with("公开申请表") || rest[..end].ends_with("公开申请书"));
        let kind = if form { Kind::Word(Word::Application) } else { Kind::Noise };
        return (Some(kind), end.map_or(length, |end| end + '》'.len_utf8()));
    }
    if let Some(length) = enumerator(&text[at..]).filter(|_| at_line_start(text, at)) {
        return (None, length);
    }
    let figure = figure::read(text, at);
    let word = lexicon::longest(&text[at..]);
    match (figure, word) {
        // 三类内部事务信息, 12345热线, 一审: the word is longer than the number it begins with.
        (Some((_, read)), Some((longer, word))) if longer > read => (Some(Kind::Word(word)), longer),
        (Some((reading, read)), _) => (Some(kind_of_reading(reading)), read),
        (None, Some((read, word))) => (Some(Kind::Word(word)), read),
        (None, None) => (Some(Kind::Noise), length),
    }
}

fn kind_of_reading(reading: Reading) -> Kind {
    match reading {
        Reading::Figure(figure) => Kind::Figure(figure),
        Reading::Percent(number) => Kind::Percent(number),
        Reading::Year(year) => Kind::Year(year),
        Reading::Passing => Kind::Noise,
    }
}

/// The first bytes of a text, at most so many.
fn beginning(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    &text[..end]
}

fn at_line_start(text: &str, at: usize) -> bool {
    text[..at].trim_end_matches([' ', '\u{3000}', '\t', '#', '*']).chars().next_back().is_none_or(|c| c == '\n')
}

/// The length of 1. 1、 一、 一是 ① at the beginning of a line: no number.
pub(super) fn enumerator(line: &str) -> Option<usize> {
    let line = beginning(line, LONGEST_ENUMERATOR);
    let end = line.find(|c: char| !c.is_ascii_digit() && !"一二三四五六七八九十".contains(c))?;
    let mark = line[end..].chars().next()?;
    let counts = mark == '.' && line[end + 1..].starts_with(|c: char| c.is_ascii_digit());
    (end > 0 && end <= 9 && "、.．)）是".contains(mark) && !counts).then(|| end + mark.len_utf8())
}

/// 11—30件, 10-20%: both ends of a range are no claims.
fn drop_ranges(text: &str, tokens: &mut [Token]) {
    let number = |token: &Token| matches!(token.kind, Kind::Figure(_) | Kind::Percent(_));
    for i in 1..tokens.len() {
        let between = text.get(tokens[i - 1].at.end..tokens[i].at.start).unwrap_or_default().trim();
        if number(&tokens[i - 1]) && number(&tokens[i]) && matches!(between, "-" | "—" | "——" | "～" | "~" | "－" | "–")
        {
            tokens[i - 1].kind = Kind::Noise;
            tokens[i].kind = Kind::Noise;
        }
    }
    for i in 2..tokens.len() {
        let bridge = &tokens[i - 1];
        let joins = bridge.kind == Kind::Noise
            && matches!(text.get(bridge.at.clone()), Some("-" | "—" | "——" | "～" | "~" | "－" | "–" | "至" | "到"));
        let unmeasured = tokens[i - 2].figure().is_some_and(|figure| figure.measure == figure::Measure::None);
        if joins && (unmeasured || number(&tokens[i - 2])) && number(&tokens[i]) {
            tokens[i - 2].kind = Kind::Noise;
            tokens[i].kind = Kind::Noise;
        }
    }
}

fn is_since(text: &str, token: &Token) -> bool {
    text.get(token.at.clone()) == Some("以来")
}

fn is_last_year(text: &str, token: &Token) -> bool {
    text.get(token.at.clone()).is_some_and(|said| matches!(said, "上年" | "上年度" | "去年" | "上一年" | "上一年度"))
}

/// Whether a number's applications are dealt with in the year that follows: 3件于2025年1月办理.
fn answers_later(text: &str, tokens: &[Token], at: usize) -> bool {
    let counted = at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|token| token.figure().is_some());
    let said = tokens.get(at).and_then(|token| text.get(token.at.clone()));
    let mut after = tokens.iter().skip(at + 2).take_while(|token| token.stop().is_none()).take(2);
    counted
        && matches!(said, Some("于" | "在" | "将于"))
        && after.any(|token| matches!(token.word(), Some(Word::Handle | Word::Answer)))
}

/// 2023年结转 is carried in and 结转2025年 is carried out in a report for 2024: the year is no year
/// of a claim there.
fn join_years_and_carrying(text: &str, tokens: &mut Vec<Token>, year: Option<i32>) {
    let Some(year) = year else { return };
    let mut i = 0;
    while i + 1 < tokens.len() {
        let (kind, next) = (tokens[i].kind, tokens[i + 1].kind);
        let joined = match (kind, next) {
            (Kind::Year(y), Kind::Word(Word::Carry)) if y == year - 1 => Some((Word::CarriedIn, 2)),
            (Kind::Year(y), Kind::Word(Word::Carry)) if y == year + 1 => Some((Word::CarriedOut, 2)),
            (Kind::Word(Word::Carry), Kind::Year(y)) if y == year + 1 => Some((Word::CarriedOut, 2)),
            (Kind::Word(Word::Carry), Kind::Year(y)) if y == year - 1 => Some((Word::CarriedIn, 2)),
            // 2024年以来, in the report for 2024, is this year.
            (Kind::Year(y), Kind::Word(Word::OtherTime)) if y == year && is_since(text, &tokens[i + 1]) => {
                Some((Word::ThisYear, 2))
            }
            // 去年未办结的, 2023年尚未答复的.
            (Kind::Word(Word::OtherTime), Kind::Word(Word::Unfinished)) if is_last_year(text, &tokens[i]) => {
                Some((Word::CarriedIn, 2))
            }
            (Kind::Year(y), Kind::Word(Word::Unfinished)) if y == year - 1 => Some((Word::CarriedIn, 2)),
            (Kind::Year(y), Kind::Word(Word::Not))
                if y == year - 1 && tokens.get(i + 2).is_some_and(|token| token.word() == Some(Word::Answer)) =>
            {
                Some((Word::CarriedIn, 3))
            }
            // 上年无结转, 本年未结转: the time stands before the negation.
            (Kind::Year(_) | Kind::Word(Word::OtherTime | Word::ThisYear), Kind::Word(Word::Not)) => {
                let carries = tokens.get(i + 2).is_some_and(|token| token.word() == Some(Word::Carry));
                let this_year = kind == Kind::Word(Word::ThisYear) || kind == Kind::Year(year);
                let word = if this_year { Word::CarriedOut } else { Word::CarriedIn };
                let near = !matches!(kind, Kind::Year(y) if y != year && y != year - 1);
                if carries && near {
                    tokens[i + 2].kind = Kind::Word(word);
                    tokens[i].kind = Kind::Noise;
                }
                None
            }
            // 余3件于2025年1月办理.
            (Kind::Noise, Kind::Year(y)) if y == year + 1 && answers_later(text, tokens, i) => {
                Some((Word::CarriedOut, 2))
            }
            // 2件待2025年1月答复.
            (Kind::Noise, Kind::Year(y))
                if y == year + 1 && text.get(tokens[i].at.clone()).is_some_and(|said| said.ends_with('待')) =>
            {
                Some((Word::CarriedOut, 2))
            }
            // 2025年继续办理, 2023年末结转.
            (Kind::Year(y), Kind::Word(Word::Unfinished))
                if y == year + 1 && text.get(tokens[i + 1].at.clone()) == Some("继续办理") =>
            {
                Some((Word::CarriedOut, 2))
            }
            (Kind::Year(y), Kind::Word(Word::CarriedOut))
                if y == year - 1 && text.get(tokens[i + 1].at.clone()).is_some_and(|said| said.ends_with("结转")) =>
            {
                Some((Word::CarriedIn, 2))
            }
            // 结转到2025年, 顺延至2025年度.
            (Kind::Word(Word::Carry), Kind::Noise) => match tokens.get(i + 2).map(|token| token.kind) {
                Some(Kind::Year(y)) if y == year + 1 && tokens[i + 1].at.len() <= 6 => Some((Word::CarriedOut, 3)),
                _ => None,
            },
            _ => None,
        };
        if let Some((word, taken)) = joined {
            let start = tokens[i].at.start;
            for token in &mut tokens[i..i + taken - 1] {
                token.at.end = token.at.start;
            }
            i += taken - 1;
            tokens[i].at.start = start;
            tokens[i].kind = Kind::Word(word);
        }
        i += 1;
    }
    // What went into another token is empty; taken out at once, since one by one costs a square.
    tokens.retain(|token| !token.at.is_empty());
}

#[cfg(test)]
mod tests {
    use super::lexicon::Dispute;
    use super::*;

    fn words(text: &str) -> Vec<Word> {
        tokens(text, Some(2024)).iter().filter_map(Token::word).collect()
    }

    fn figures(text: &str) -> Vec<String> {
        tokens(text, Some(2024)).iter().filter_map(Token::figure).map(|f| f.quantity.value.to_string()).collect()
    }

    #[test]
    fn carrying_goes_by_the_report_s_year() {
        assert_eq!(words("2023年结转3件"), [Word::CarriedIn]);
        assert_eq!(words("结转2025年办理2件"), [Word::CarriedOut, Word::Handle]);
        assert_eq!(words("顺延到2025年度2件"), [Word::CarriedOut]);
        assert_eq!(figures("2件转2025年度"), ["2"]);
        assert_eq!(words("上年无结转，本年未结转"), [Word::Not, Word::CarriedIn, Word::Not, Word::CarriedOut]);
    }

    #[test]
    fn numbers_that_are_no_claims_are_noise() {
        assert_eq!(figures("根据国办公开办函〔2021〕30号和第五十条，在20个工作日内"), [""; 0]);
        assert_eq!(figures("11—30件每件100元"), ["0.01"]);
        assert_eq!(figures("1.收到12345热线工单"), [""; 0]);
        assert_eq!(figures("《关于3件实事的通知》5条"), ["5"]);
        assert_eq!(words("企业反映的登记事项"), [Word::Foreign]);
        assert_eq!(words("公民、法人或其他组织申请行政复议"), [Word::Filler, Word::Dispute(Dispute::Review)]);
    }
}
