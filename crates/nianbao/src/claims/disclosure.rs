//! Numbers about documents, decisions, charges and what was published: table 二 and beside it.

use super::claim::{Subject, Why};
use super::figure::{Figure, Measure};
use super::lexicon::{Stock, Word};
use super::mind::{Reader, Topic, Verdict};
use super::token::{Kind, Token};

/// Documents made, repealed, in force.
pub(super) fn documents(
    reader: &mut Reader,
    kind: &'static str,
    left: &[Token],
    token: &Token,
    right: &[Token],
) -> Verdict {
    let has = |word: Word| left.iter().any(|t| t.word() == Some(word));
    let here = reader.words_up_to(left, token);
    let deeds: Vec<(usize, Option<Stock>)> = left
        .iter()
        .enumerate()
        .filter_map(|(i, t)| match t.word()? {
            Word::Stock(stock) => Some((i, Some(stock))),
            Word::OtherDeed => Some((i, None)),
            _ => None,
        })
        .collect();
    let nouns: Vec<&'static str> = left
        .iter()
        .filter_map(|t| match t.word()? {
            Word::Normative => Some("normative"),
            Word::Rules => Some("rules"),
            _ => None,
        })
        .collect();
    if has(Word::Foreign) && nouns.is_empty() && deeds.is_empty() {
        return Verdict::Counted;
    }
    let several = has(Word::Each) || has(Word::All);
    if several && (nouns.len() > 1 || deeds.len() > 1) {
        let kinds = if nouns.is_empty() { vec![kind] } else { nouns };
        let stocks: Vec<Stock> = deeds.iter().filter_map(|(_, stock)| *stock).collect();
        let stocks = if stocks.is_empty() { vec![Stock::Made] } else { stocks };
        let subjects = kinds.iter().flat_map(|kind| stocks.iter().map(|stock| Subject::Documents(kind, *stock)));
        return Verdict::Several(subjects.collect(), here);
    }
    if nouns.len() > 1 && nouns.first() != nouns.last() {
        return Verdict::Untied(Why::Unclear);
    }
    let (stock, doubt) = match stock(reader, left, token, right, &deeds) {
        Ok(told) => told,
        Err(why) => return Verdict::Untied(why),
    };
    // 1件因政策调整废止: the deed is among the words.
    let deed = |t: &&Token| deeds.is_empty() && matches!(t.word(), Some(Word::Stock(told)) if told == stock);
    let here =
        right.iter().take_while(|t| t.stop().is_none()).find(deed).map_or(here.clone(), |t| here.start..t.at.end);
    let subject = Subject::Documents(kind, stock);
    if reader.mind.list.as_ref().is_some_and(|list| list.of.as_ref() == Some(&subject)) {
        return Verdict::Untied(Why::PartOfCell);
    }
    if !deeds.is_empty() || left.iter().any(|t| t.word() == Some(Word::NewlyReceive)) {
        reader.mind.deed = Some(stock);
    }
    match doubt {
        None => Verdict::Claim(subject, here),
        Some(why) => Verdict::Doubtful(subject, here, why),
    }
}

/// What was done to documents that a number counts, with the reason to doubt it, or why it can't be told.
fn stock(
    reader: &Reader,
    left: &[Token],
    token: &Token,
    right: &[Token],
    deeds: &[(usize, Option<Stock>)],
) -> Result<(Stock, Option<Why>), Why> {
    let said = |t: &Token, words: &[&str]| words.iter().any(|word| reader.text_of(t).contains(word));
    let publish = left.iter().position(|t| t.word() == Some(Word::Publish));
    let named = left.iter().any(|t| matches!(t.word(), Some(Word::Normative | Word::Rules)));
    match deeds.last() {
        Some((at, Some(stock))) if publish.is_none_or(|publish| publish > *at) => return Ok((*stock, None)),
        // 公开现行有效的规范性文件N件 counts what was published.
        Some((_, Some(stock))) => return Ok((*stock, Some(Why::Unclear))),
        // 废止或宣布失效: by custom in one column.
        Some((at, None)) => {
            let repealed = deeds.iter().any(|(_, stock)| *stock == Some(Stock::Repealed));
            if repealed || left.get(*at).is_some_and(|t| said(t, &["废止"])) {
                return Ok((Stock::Repealed, Some(Why::NoCell)));
            }
        }
        None => {}
    }
    if let Some(told) = stock_to_the_right(reader, left, right) {
        return Ok(told);
    }
    if deeds.is_empty() && named && publish.is_none() && said_in_force_after(reader, token) {
        return Ok((Stock::InForce, None));
    }
    if !deeds.is_empty() {
        return Err(Why::NoCell);
    }
    let phrase = reader.span_text(left);
    // 废止1件，尚有9件: what is left, where the number ends its clause.
    let left_over = ["尚有", "现有", "还有", "仍有", "尚存", "余", "剩"];
    let ends =
        reader.sentence_after(token.at.end).starts_with(['，', '；']) || reader.sentence_after(token.at.end).is_empty();
    if !named && ends && reader.mind.deed == Some(Stock::Repealed) && left_over.contains(&phrase) {
        return Ok((Stock::InForce, None));
    }
    if named && ["现有", "实有", "共有"].iter().any(|word| phrase.contains(word)) {
        return Ok((Stock::InForce, Some(Why::Unclear)));
    }
    // 公开新增规章18件 may count what was published only.
    if named && left.iter().any(|t| t.word() == Some(Word::NewlyReceive)) {
        return Ok((Stock::Made, publish.map(|_| Why::Unclear)));
    }
    if let Some(publish) = publish.and_then(|at| left.get(at)) {
        // 发布规范性文件2件: made, or only published.
        let made = named && matches!(reader.text_of(publish), "发布" | "公布");
        return if made { Ok((Stock::Made, Some(Why::Unclear))) } else { Err(Why::Unclear) };
    }
    // The deed of the number before holds on, unless something else is spoken of.
    let noise: usize = left.iter().filter(|t| t.kind == Kind::Noise).map(|t| t.at.len()).sum();
    let published = left.iter().any(|t| t.word() == Some(Word::Published));
    let counts_documents = token.figure().is_some_and(|figure| figure.unit != "次");
    let goes_on = counts_documents && !published && (named || noise <= 9 && !reader.mind.publishing);
    let doubt = reader.mind.publishing.then_some(Why::Unclear);
    reader.mind.deed.filter(|_| goes_on).map(|stock| (stock, doubt)).ok_or(Why::Unclear)
}

/// 2件废止, 1部规章于6月公布, 5件现行有效的规范性文件: the deed comes after the number.
fn stock_to_the_right(reader: &Reader, left: &[Token], right: &[Token]) -> Option<(Stock, Option<Why>)> {
    let light = |w: Word| matches!(w, Word::Among | Word::Apart | Word::Total | Word::OtherDeed | Word::Scope);
    if !left.iter().all(|t| t.word().is_none_or(light)) {
        return None;
    }
    let phrase = right.iter().take_while(|t| t.stop().is_none());
    phrase.filter(|t| t.word().is_some()).find_map(|t| match t.word()? {
        // 公开规章3件和9件印发的规范性文件 counts what was published.
        Word::Stock(stock) => Some((stock, reader.mind.publishing.then_some(Why::Unclear))),
        Word::Publish if matches!(reader.text_of(t), "发布" | "公布") => Some((Stock::Made, Some(Why::Unclear))),
        _ => None,
    })
}

/// 规章3件、规范性文件18件继续有效: the deed comes after both numbers.
fn said_in_force_after(reader: &Reader, token: &Token) -> bool {
    let rest = reader.sentence_after(token.at.end);
    let clause = rest.split(['，', '；', '（']).next().unwrap_or_default();
    let counted = |words: &str| words.is_empty() || words.ends_with(['件', '个', '部', '项', '份']);
    IN_FORCE.iter().any(|deed| {
        let list = clause.strip_suffix(deed).filter(|list| counted(list));
        list.is_some_and(|list| list.is_empty() || list.starts_with(['、', '和', '及']))
    })
}

/// What ends a clause that says of all before it that it is in force.
const IN_FORCE: [&str; 8] =
    ["继续有效", "现行有效", "保持有效", "仍然有效", "依然有效", "继续施行", "继续执行", "有效"];

/// Decisions: permits, penalties, measures of coercion.
pub(super) fn decisions(
    reader: &mut Reader,
    kind: &'static str,
    left: &[Token],
    token: &Token,
    figure: Figure,
    right: &[Token],
) -> Verdict {
    let has = |word: Word| left.iter().any(|t| t.word() == Some(word));
    let here = reader.words_up_to(left, token);
    let named: Vec<&Token> = left.iter().filter(|t| matches!(t.word(), Some(Word::Decision(_)))).collect();
    let Some(last) = named.last() else { return decisions_after(left, token, right) };
    let own_noun_follows = left
        .iter()
        .skip_while(|t| t.at.start <= last.at.start)
        .any(|t| matches!(t.word(), Some(Word::Published | Word::Foreign | Word::Dispute(_))));
    let listed = reader.text_of(last).ends_with("事项") && figure.unit == "项";
    let through = has(Word::Publish) || own_noun_follows || listed;
    let received = has(Word::Receive) || has(Word::NewlyReceive);
    // 公开资金信息53条，行政许可审批22条: what was published.
    let decided = left.iter().any(|t| t.word() == Some(Word::Decide) && reader.text_of(t) != "审批");
    let item = figure.unit == "条" && (reader.mind.publishing || !decided);
    let undone = UNDOING.iter().any(|deed| reader.sentence_before(last.at.start).ends_with(deed));
    // 设计审核等行政许可8件: what is permitted.
    let of_kind = reader.sentence_before(last.at.start).ends_with('等');
    // 公开检测机构审批等行政许可8件, by the piece: those decided, or those published.
    let published = has(Word::Publish) && of_kind && figure.unit == "件" && !own_noun_follows && !listed;
    if published && right.is_empty() && !received && !undone {
        return Verdict::Doubtful(Subject::Decisions(kind), here, Why::Unclear);
    }
    if through || received || undone || has(Word::OtherDeed) && !of_kind || item {
        return Verdict::Untied(Why::Unclear);
    }
    let kinds: Vec<&'static str> = named
        .iter()
        .filter_map(|t| match t.word() {
            Some(Word::Decision(kind)) => Some(kind),
            _ => None,
        })
        .collect();
    if kinds.len() > 1 && (has(Word::Respectively) || has(Word::Namely)) {
        let mut subjects: Vec<Subject> = kinds.into_iter().map(Subject::Decisions).collect();
        let first = subjects.remove(0);
        reader.wait(subjects);
        return Verdict::Claim(first, here);
    }
    // 行政许可、行政强制0宗 denies both.
    if kinds.len() > 1 && (has(Word::Each) || figure.quantity.value.is_zero()) {
        return Verdict::Several(kinds.into_iter().map(Subject::Decisions).collect(), here);
    }
    if kinds.iter().any(|named| *named != kind) {
        return Verdict::Untied(Why::Unclear);
    }
    let between: usize =
        left.iter().filter(|t| t.at.start >= last.at.end && t.kind == Kind::Noise).map(|t| t.at.len()).sum();
    if between > 12 {
        return Verdict::Untied(Why::Unclear);
    }
    let subject = Subject::Decisions(kind);
    if reader.mind.list.as_ref().is_some_and(|list| list.of.as_ref() == Some(&subject)) {
        return Verdict::Untied(Why::PartOfCell);
    }
    // 公开信息28项，其中行政处罚12项: entries that were published.
    if reader.mind.list.as_ref().is_some_and(|list| matches!(list.of, Some(Subject::Published(_)))) {
        return Verdict::Untied(Why::Unclear);
    }
    // 行政强制事项3件: decisions, or what may be decided on.
    if reader.text_of(last).ends_with("事项") && !has(Word::Decide) && !has(Word::Handle) {
        return Verdict::Doubtful(subject, here, Why::Unclear);
    }
    // 行政处罚案件立案12件: maybe not yet decided.
    if !has(Word::Decide) && ["立案", "移送"].iter().any(|word| reader.span_text(left).contains(word)) {
        return Verdict::Doubtful(subject, here, Why::Unclear);
    }
    // 公开信息30条，行政许可8件: the verb may govern both; 公示行政处罚9项，行政许可8项: it does.
    if reader.mind.publishing {
        let before = reader.sentence_before(here.start);
        let verb = ["公开", "公示", "上传", "发布", "推送"].iter().filter_map(|verb| before.rfind(verb)).max();
        let governed = verb.and_then(|verb| before.get(verb..)).unwrap_or_default();
        let governed = governed.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
        if ["许可", "处罚", "强制"].iter().any(|word| governed.contains(word)) {
            return Verdict::Untied(Why::Unclear);
        }
        return Verdict::Doubtful(subject, here, Why::Unclear);
    }
    Verdict::Claim(subject, here)
}

/// What is done to permits and penalties that stood already, or against them.
const UNDOING: [&str; 7] = ["撤销", "撤回", "注销", "吊销", "复核", "变更", "不服"];

/// 作出62件行政许可: the noun comes right after the number.
fn decisions_after(left: &[Token], token: &Token, right: &[Token]) -> Verdict {
    let decided = left.iter().any(|t| matches!(t.word(), Some(Word::Decide | Word::Handle)));
    let published = left.iter().any(|t| t.word() == Some(Word::Publish));
    match right {
        [noun, rest @ ..] if decided && !published && noun.at.start == token.at.end => match noun.word() {
            Some(Word::Decision(kind)) if rest.first().is_none_or(|t| t.word() != Some(Word::Published)) => {
                Verdict::Claim(Subject::Decisions(kind), token.at.start..noun.at.end)
            }
            _ => Verdict::Counted,
        },
        _ => Verdict::Counted,
    }
}

/// What says that money was given or spent.
const GIVEN: [&str; 6] = ["经费", "拨付", "拨款", "预算", "投入", "支出"];

/// Money: only charges matter; fines and budgets do not.
pub(super) fn money(reader: &mut Reader, left: &[Token], token: &Token) -> Verdict {
    let here = reader.words_up_to(left, token);
    let per_piece = left.iter().any(|t| reader.text_of(t).contains('每'))
        || reader.text.get(token.at.end..).is_some_and(|rest| rest.starts_with('/'));
    // 未收取信息处理费。财政拨付工作经费20万元: what was given is no charge.
    if GIVEN.iter().any(|word| reader.span_text(left).contains(word)) {
        return Verdict::Passing;
    }
    match reader.mind.topic {
        Topic::Fees if !per_piece => {
            let part = reader.mind.list.as_ref().is_some_and(|list| list.of == Some(Subject::Fees));
            if part { Verdict::Counted } else { Verdict::Claim(Subject::Fees, here) }
        }
        Topic::ProcessingFee if !per_piece => {
            let part = reader.mind.list.as_ref().is_some_and(|list| list.of == Some(Subject::ProcessingFee));
            if part { Verdict::Counted } else { Verdict::Claim(Subject::ProcessingFee, here) }
        }
        // 收取信息处理费260元，其中5件申请收取160元.
        _ => {
            let of = reader.mind.list.as_ref().and_then(|list| list.of.as_ref());
            if of == Some(&Subject::ProcessingFee) {
                return Verdict::Counted;
            }
            // 收取占用挖掘修复费33万元: a charge by its own name may be all that was charged.
            let other = reader.sentence_before(token.at.start).contains("信息处理费");
            let charged = reader.span_text(left).contains('费') && !per_piece && !other;
            if charged { Verdict::Doubtful(Subject::Fees, here, Why::Unclear) } else { Verdict::Passing }
        }
    }
}

/// What was published: no cell holds it, but lists of it can be added up.
pub(super) fn published(reader: &mut Reader, left: &[Token], token: &Token, right: &[Token]) -> Verdict {
    let here = reader.words_up_to(left, token);
    let outlets: Vec<&'static str> = left
        .iter()
        .filter_map(|t| match t.word() {
            Some(Word::Outlet(outlet)) => Some(outlet),
            _ => None,
        })
        .collect();
    let deals =
        left.iter().any(|t| matches!(t.word(), Some(Word::Receive | Word::Handle | Word::Answer | Word::NewlyReceive)));
    // 其中招生9条、活动12条: in a list that goes on, a word for something else says what was published.
    let goes_on = reader.mind.list.is_some() && reader.sentence_before(here.start).ends_with('、');
    let other = deals || left.iter().any(|t| t.word() == Some(Word::Foreign)) && !goes_on;
    if other {
        reader.mind.list = None;
    }
    // 公开文件100件，其中规范性文件16件: those made in the year, or also others.
    let documents = left.iter().rev().find_map(|t| match t.word()? {
        Word::Normative => Some("normative"),
        Word::Rules => Some("rules"),
        _ => None,
    });
    // 规范性文件类4条 are entries of a website.
    let counts_documents = token.figure().is_some_and(|figure| ["件", "个", "部", "份"].contains(&figure.unit));
    let stock = left.iter().rev().find_map(|t| match t.word()? {
        Word::Stock(stock) => Some(stock),
        _ => None,
    });
    if let Some(kind) = documents.filter(|_| !other && outlets.is_empty() && counts_documents) {
        return Verdict::Doubtful(Subject::Documents(kind, stock.unwrap_or(Stock::Made)), here, Why::Unclear);
    }
    // 公告38份，其中包括新制定的6件规范性文件.
    let after = right.iter().find(|t| t.word().is_some()).filter(|t| t.word() == Some(Word::Normative));
    if let (Some(stock), Some(noun), true) = (stock, after, counts_documents) {
        return Verdict::Claim(Subject::Documents("normative", stock), here.start..noun.at.end);
    }
    let nothing_published = right.first().is_some_and(|t| t.word() == Some(Word::Foreign));
    if other || nothing_published || token.figure().is_some_and(|f| f.measure == Measure::None) {
        return Verdict::Counted;
    }
    let outlet = match outlets.as_slice() {
        [] => outlet_before(reader, here.start),
        [one] => Some(*one),
        _ => None,
    };
    Verdict::Claim(Subject::Published(outlet), here)
}

/// 新版门户网站3月上线，全年发布信息120条: the whole year's number of the outlet in the phrase before.
fn outlet_before(reader: &Reader, at: usize) -> Option<&'static str> {
    let sentence = reader.sentence_before(at);
    let before = ["全年", "年内"].iter().find_map(|year| sentence.strip_suffix(year))?.strip_suffix('，')?;
    let phrase = before.rsplit(['，', '；']).next().unwrap_or_default();
    let counts = ["条", "篇", "次", "个"].iter().any(|unit| phrase.contains(unit));
    let outlets = [("website", "网站"), ("wechat", "微信公众号"), ("weibo", "微博")];
    let mut named = outlets.iter().filter(|(_, word)| phrase.contains(word));
    let one = named.next().filter(|_| named.next().is_none() && !counts)?;
    Some(one.0)
}
