//! Reads a section phrase by phrase, keeping in mind what is being spoken of.
//!
//! A phrase ends at a stop, and at 、 when it has a number; within it every number ends a piece. The
//! words to the left of a number say what it counts; where the piece begins with the number, those
//! to its right do. What is left out is what was said last: the topic, the verb, the total.

use std::ops::Range;

use super::claim::{AllAnswered, Claim, Growth, Item, Narrative, Share, Subject, Tally, Untied, Why};
use super::figure::{Figure, Measure};
use super::lexicon::{Dispute, Ending, Stock, Word};
use super::quantity::Quantity;
use super::token::{Kind, Stop, Token};
use super::{applications, disclosure, disputes, unnumbered};
use crate::number::Number;

/// What is being spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    Nothing,
    Applications,
    Disputes(Dispute),
    /// `normative` or `rules`.
    Documents(&'static str),
    /// `permits`, `penalties`, `coercion`.
    Decisions(&'static str),
    Fees,
    ProcessingFee,
    Published,
    Accountability,
    /// Things that are received and answered but are no applications.
    Foreign,
}

/// What a number turned out to say.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Verdict {
    /// One claim, with its words.
    Claim(Subject, Range<usize>),
    /// One number for several things.
    Several(Vec<Subject>, Range<usize>),
    /// Seen, but not tied to a cell.
    Untied(Why),
    /// Nothing of interest, but it may be a total or a part.
    Counted,
    /// No claim at all.
    Passing,
}

/// The list that is open.
#[derive(Clone, Debug)]
pub(super) struct List {
    pub(super) tally: usize,
    /// What the total is about.
    pub(super) of: Option<Subject>,
}

/// What is kept in mind from phrase to phrase; brackets have their own.
#[derive(Clone, Debug)]
pub(super) struct Mind {
    pub(super) topic: Topic,
    /// The last verb about applications in this sentence.
    pub(super) role: Option<Subject>,
    /// What was last done to documents, in this sentence.
    pub(super) deed: Option<Stock>,
    /// Whether the last verb was one of publishing.
    pub(super) publishing: bool,
    /// Whether the sentence speaks of another year or half a year.
    pub(super) other_time: bool,
    /// Whether the phrase is about growth.
    growth: Option<i64>,
    /// The difference to last year that the sentence gives.
    difference: Option<Number>,
    /// Last year's number that the sentence gives.
    before: Option<Number>,
    scope: Option<Range<usize>>,
    pub(super) list: Option<List>,
    /// The last number that was no part.
    pub(super) last: Option<Item>,
    /// Subjects that wait for their numbers (分别).
    queue: Vec<Subject>,
    /// Whether the sentence, or its paragraph's heading, says that it is about information.
    pub(super) about_information: bool,
    /// What was told in this sentence.
    pub(super) told: Vec<Subject>,
    /// The numbers by channel in this sentence, for a total that comes last.
    channels: Vec<Item>,
}

pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) section: usize,
    pub(super) year: Option<i32>,
    pub(super) out: &'a mut Narrative,
    pub(super) mind: Mind,
    pub(super) sentence: usize,
    /// What the heading over the paragraph is about.
    heading: Topic,
    outer: Vec<Mind>,
    /// The last number, part or not, and where it ends.
    last_item: Option<Item>,
    /// Whether the paragraph has spoken of applications.
    pub(super) saw_applications: bool,
}

/// A report with more claims than this is no report.
const MOST_CLAIMS: usize = 1000;
/// A phrase with more tokens than this is none.
const LONGEST_PHRASE: usize = 200;
/// What a sentence has said is not looked for further back than this, in bytes.
const LOOK_BACK: usize = 900;
/// Brackets in brackets are not followed deeper than this.
const DEEPEST: usize = 8;

impl Mind {
    fn new(topic: Topic) -> Mind {
        Mind {
            topic,
            role: None,
            deed: None,
            publishing: false,
            other_time: false,
            growth: None,
            difference: None,
            before: None,
            scope: None,
            list: None,
            last: None,
            queue: Vec::new(),
            about_information: topic == Topic::Applications,
            told: Vec::new(),
            channels: Vec::new(),
        }
    }
}

/// Reads one section's text into the narrative. Returns the number of the next sentence.
pub(super) fn read(
    text: &str,
    tokens: &[Token],
    section: usize,
    year: Option<i32>,
    first_sentence: usize,
    out: &mut Narrative,
) -> usize {
    let mind = Mind::new(Topic::Nothing);
    let mut reader = Reader {
        text,
        section,
        year,
        out,
        mind,
        sentence: first_sentence,
        heading: Topic::Nothing,
        outer: Vec::new(),
        last_item: None,
        saw_applications: false,
    };
    reader.paragraph(0);
    let mut start = 0;
    for (i, token) in tokens.iter().enumerate() {
        let Some(stop) = token.stop() else { continue };
        let phrase = &tokens[start..i];
        if stop == Stop::Enumeration && !phrase.iter().any(counts) {
            continue;
        }
        reader.phrase(phrase);
        reader.stop(stop, token);
        start = i + 1;
        if reader.out.claims.len() > MOST_CLAIMS || reader.out.untied.len() > MOST_CLAIMS {
            return reader.sentence + 1;
        }
    }
    reader.phrase(&tokens[start.min(tokens.len())..]);
    reader.sentence + 1
}

/// Whether a word names what is counted.
fn is_noun(word: Word) -> bool {
    matches!(
        word,
        Word::Application
            | Word::BareApplication
            | Word::Dispute(_)
            | Word::Normative
            | Word::Rules
            | Word::Decision(_)
            | Word::Foreign
            | Word::Fees
            | Word::ProcessingFee
    )
}

fn counts(token: &Token) -> bool {
    matches!(token.kind, Kind::Figure(_) | Kind::Percent(_))
}

impl<'a> Reader<'a> {
    /// A new paragraph: its heading, if it begins with one, says what its numbers are about.
    fn paragraph(&mut self, at: usize) {
        let line = self.text.get(at..).unwrap_or_default().lines().next().unwrap_or_default().trim();
        let marks = ['（', '(', '一', '二', '三', '四', '五', '六', '1', '2', '3', '4', '5', '#'];
        if line.starts_with(marks) {
            let end = line.find(['。', '，', '：', ':', '；', '！']).unwrap_or(line.len());
            let first: String = line[..end].chars().take(24).collect();
            self.heading = if first.contains("依申请") || first.contains("申请公开") || first.contains("公开申请")
            {
                Topic::Applications
            } else {
                Topic::Nothing
            };
        }
        self.mind = Mind::new(self.heading);
        self.saw_applications = self.heading == Topic::Applications;
        self.outer.clear();
        self.last_item = None;
    }

    fn stop(&mut self, stop: Stop, token: &Token) {
        match stop {
            Stop::Paragraph => {
                self.sentence += 1;
                self.paragraph(token.at.end);
            }
            Stop::Sentence => {
                self.sentence += 1;
                self.outer.clear();
                let (topic, last) = (self.mind.topic, self.mind.last.take());
                self.mind = Mind { last, ..Mind::new(topic) };
                self.mind.about_information |= self.saw_applications;
            }
            Stop::Open => {
                if self.outer.len() < DEEPEST {
                    self.outer.push(self.mind.clone());
                }
                let adjacent = self.last_item.clone().filter(|item| item.number.end == token.at.start);
                if self.mind.growth.is_none() {
                    self.mind.list = adjacent.map(|item| self.open_list(item, false));
                }
            }
            Stop::Close => {
                let told = std::mem::take(&mut self.mind.told);
                let (difference, before) = (self.mind.difference, self.mind.before);
                if let Some(mind) = self.outer.pop() {
                    self.mind = Mind { told, difference, before, ..mind };
                }
            }
            Stop::Comma | Stop::Semicolon => self.mind.growth = None,
            Stop::Enumeration => {}
        }
    }

    fn phrase(&mut self, tokens: &[Token]) {
        if tokens.len() > LONGEST_PHRASE {
            return;
        }
        let mut start = 0;
        let mut counted = false;
        for (i, token) in tokens.iter().enumerate() {
            match token.kind {
                Kind::Figure(figure) if figure.measure != Measure::Person => {
                    let next = tokens[i + 1..].iter().position(counts).map_or(tokens.len(), |n| i + 1 + n);
                    self.note(&tokens[start..i], true);
                    self.count(&tokens[start..i], token, figure, &tokens[i + 1..next]);
                    start = i + 1;
                    counted = true;
                }
                Kind::Figure(figure) => self.people(&tokens[start..i], token, figure),
                Kind::Percent(percent) => {
                    self.note(&tokens[start..i], false);
                    self.percent(&tokens[start..i], token, percent);
                    counted = true;
                }
                _ => {}
            }
        }
        let rest = &tokens[start.min(tokens.len())..];
        self.note(rest, false);
        if !rest.is_empty() {
            unnumbered::read(self, rest, counted);
        }
    }

    /// Takes note of what words say about topic, verb, time and lists.
    fn note(&mut self, tokens: &[Token], numbered: bool) {
        let in_list = self.mind.list.is_some();
        for (i, token) in tokens.iter().enumerate() {
            match token.kind {
                Kind::Year(_) if self.is_compared(token) => self.mind.growth = Some(1),
                Kind::Year(year) if self.mind.growth.is_none() => {
                    self.mind.other_time = Some(year) != self.year && self.year.is_some();
                }
                Kind::Word(word) => self.note_word(word, token, &tokens[..i], in_list, numbered),
                _ => {}
            }
        }
    }

    fn note_word(&mut self, word: Word, token: &Token, before: &[Token], in_list: bool, numbered: bool) {
        let topic = self.mind.topic;
        match word {
            Word::Application => self.turn_to(Topic::Applications),
            Word::BareApplication => {
                let own = topic == Topic::Applications || self.mind.about_information;
                let named = self.is_named_otherwise(before, token);
                self.turn_to(if own && !named { Topic::Applications } else { Topic::Foreign });
            }
            // 依申请公开方面, 依申请公开工作: no noun for a number, but the topic.
            Word::Filler if topic == Topic::Nothing && self.text_of(token).starts_with("依申请公开") => {
                self.turn_to(Topic::Applications);
            }
            Word::Dispute(dispute) => self.turn_to(Topic::Disputes(dispute)),
            Word::Normative if !in_list => self.turn_to(Topic::Documents("normative")),
            Word::Rules if !in_list => self.turn_to(Topic::Documents("rules")),
            Word::Decision(kind) if !in_list || matches!(topic, Topic::Decisions(_)) => {
                self.turn_to(Topic::Decisions(kind));
            }
            Word::Fees => self.turn_to(Topic::Fees),
            Word::ProcessingFee => self.turn_to(Topic::ProcessingFee),
            Word::Accountability => self.turn_to(Topic::Accountability),
            Word::Foreign if !in_list => self.turn_to(Topic::Foreign),
            Word::Publish => {
                self.mind.publishing = true;
                if matches!(topic, Topic::Nothing | Topic::Foreign | Topic::Accountability) && !in_list {
                    self.turn_to(Topic::Published);
                }
            }
            Word::Published if self.mind.publishing && topic != Topic::Applications && !in_list => {
                self.turn_to(Topic::Published);
            }
            Word::Receive | Word::NewlyReceive | Word::Handle | Word::Answer | Word::ReceiveAndAnswer => {
                self.mind.publishing = false;
            }
            Word::Decide => self.mind.publishing = false,
            Word::Stock(stock) => {
                self.mind.deed = Some(stock);
                self.mind.publishing = false;
            }
            Word::OtherDeed => self.mind.deed = None,
            Word::AboutInformation => self.mind.about_information = true,
            Word::Scope => self.mind.scope = Some(token.at.clone()),
            Word::ThisYear => self.mind.other_time = false,
            Word::OtherTime if self.mind.growth.is_none() => self.mind.other_time = true,
            Word::Future => self.mind.other_time = true,
            Word::Growth => {
                let falls = ["下降", "减少", "回落", "降", "少"].iter().any(|w| self.text_of(token).contains(w));
                self.mind.growth = Some(if falls || self.mind.growth == Some(-1) { -1 } else { 1 });
            }
            Word::Among | Word::Containing | Word::Namely => self.list_word(word, before),
            Word::Apart => self.mind.list = None,
            Word::Total if numbered && in_list && !before.iter().any(|t| t.word() == Some(Word::Among)) => {
                self.mind.list = None;
            }
            _ => {}
        }
    }

    /// 比2023年, 较2023年: a year to compare with.
    fn is_compared(&self, token: &Token) -> bool {
        self.text.get(..token.at.start).is_some_and(|before| before.trim_end().ends_with(['比', '较', '与', '于']))
    }

    fn turn_to(&mut self, topic: Topic) {
        if self.mind.topic != topic {
            let same_kind = matches!((self.mind.topic, topic), (Topic::Disputes(_), Topic::Disputes(_)))
                || matches!((self.mind.topic, topic), (Topic::Documents(_), Topic::Documents(_)));
            self.mind.topic = topic;
            if !same_kind {
                self.mind.queue.clear();
            }
        }
        if topic == Topic::Applications {
            self.saw_applications = true;
            self.mind.about_information = true;
        }
    }

    /// Whether 申请 has a name of another kind of application right before it: 低保申请.
    fn is_named_otherwise(&self, before: &[Token], token: &Token) -> bool {
        let Some(noise) = before.last().filter(|t| t.kind == Kind::Noise && t.at.end == token.at.start) else {
            return false;
        };
        let name = self.text_of(noise);
        let name = name.rsplit(['的', '收', '到']).next().unwrap_or_default();
        let plain = [
            "", "类", "该", "此类", "有效", "新", "提出", "书面", "等", "这", "项", "件", "条", "份", "相关", "其",
            "关于", "公众", "群众", "企业", "村民", "居民", "学生", "家长", "个人", "单位",
        ];
        let one = name.chars().count() <= 1;
        !one && !plain.contains(&name) && !name.ends_with('类') && !name.ends_with('等')
    }

    fn list_word(&mut self, word: Word, before: &[Token]) {
        let first = before.iter().all(|t| matches!(t.kind, Kind::Noise) && t.at.len() <= 6);
        if !first {
            return;
        }
        let nested = self.mind.list.take();
        let outer = nested.as_ref().filter(|_| word == Word::Among).map(|list| list.tally);
        if let Some(tally) = outer.and_then(|tally| self.out.tallies.get_mut(tally)) {
            // The list just opened by a bracket has no part yet: 其中 only says so.
            if tally.parts.is_empty() {
                self.mind.list = nested;
                return;
            }
            tally.nested = true;
        }
        let parent = if nested.is_some() { self.last_item.clone() } else { self.mind.last.clone() };
        let parent = parent.filter(|item| item.section == self.section);
        self.mind.list = parent.map(|item| self.open_list(item, word == Word::Namely));
    }

    fn open_list(&mut self, total: Item, closed: bool) -> List {
        let of = total.subject.clone();
        self.out.tallies.push(Tally { total, parts: Vec::new(), closed, nested: false });
        List { tally: self.out.tallies.len() - 1, of }
    }

    /// A number with the words left and right of it.
    fn count(&mut self, left: &[Token], token: &Token, figure: Figure, right: &[Token]) {
        if let Some(sign) = self.mind.growth {
            if !self.reaches(left) {
                self.note_difference(sign, figure, left);
                return;
            }
            self.mind.growth = None;
        }
        self.note_noun_after(left, token, right);
        let waiting = !self.mind.queue.is_empty() && left.iter().all(|t| t.word().is_none());
        let mut verdict = if waiting {
            Verdict::Claim(self.mind.queue.remove(0), token.at.clone())
        } else {
            self.mind.queue.clear();
            self.verdict(left, token, figure, right)
        };
        let late_year = right.iter().any(|t| matches!(t.kind, Kind::Year(y) if Some(y) != self.year));
        if (self.mind.other_time || late_year) && !matches!(verdict, Verdict::Passing | Verdict::Counted) {
            verdict = Verdict::Untied(Why::OtherTime);
        }
        if figure.measure == Measure::None && matches!(verdict, Verdict::Counted | Verdict::Untied(_)) {
            return;
        }
        self.take(verdict, token, figure, left);
    }

    /// 收到3份公开申请: the noun stands after the number.
    fn note_noun_after(&mut self, left: &[Token], token: &Token, right: &[Token]) {
        if left.iter().any(|t| t.word().is_some_and(is_noun)) || self.mind.list.is_some() {
            return;
        }
        let Some(noun) = right.iter().find(|t| t.word().is_some()) else { return };
        let near = noun.at.start - token.at.end <= 12;
        if let Some(word) = noun.word().filter(|word| near && is_noun(*word)) {
            self.note_word(word, noun, &[], false, true);
        }
    }

    fn verdict(&mut self, left: &[Token], token: &Token, figure: Figure, right: &[Token]) -> Verdict {
        if figure.measure == Measure::Money {
            return disclosure::money(self, left, token);
        }
        if figure.measure == Measure::Other && self.mind.topic != Topic::Published {
            return Verdict::Counted;
        }
        match self.mind.topic {
            Topic::Applications => applications::verdict(self, left, token, right),
            Topic::Disputes(dispute) => disputes::verdict(self, dispute, left, token, right),
            Topic::Documents(kind) => disclosure::documents(self, kind, left, token, right),
            Topic::Decisions(kind) => disclosure::decisions(self, kind, left, token, figure),
            Topic::Published => disclosure::published(self, left, token, right),
            _ => Verdict::Counted,
        }
    }

    /// Writes down what a number says, as a claim, as a part and as the last total.
    fn take(&mut self, verdict: Verdict, token: &Token, figure: Figure, left: &[Token]) {
        let (subjects, words) = match verdict {
            Verdict::Passing => return,
            Verdict::Counted => (Vec::new(), token.at.clone()),
            Verdict::Untied(why) => {
                self.out.untied.push(Untied { section: self.section, words: self.words_up_to(left, token), why });
                (Vec::new(), token.at.clone())
            }
            Verdict::Claim(subject, words) => (vec![subject], words),
            Verdict::Several(subjects, words) => (subjects, words),
        };
        let part = self.mind.list.is_some();
        let item = Item {
            quantity: figure.quantity,
            unit: figure.unit,
            section: self.section,
            words: self.words_up_to(left, token),
            number: token.at.clone(),
            subject: subjects.first().cloned(),
        };
        self.mind.difference = None;
        self.mind.before = None;
        self.total_of_channels(&item, left);
        for subject in subjects {
            self.claim(subject, figure.quantity, words.clone(), part);
        }
        match &self.mind.list {
            Some(list) => {
                if let Some(tally) = self.out.tallies.get_mut(list.tally) {
                    tally.parts.push(item.clone());
                }
            }
            None => self.mind.last = Some(item.clone()),
        }
        self.last_item = Some(item);
    }

    /// 网上6件、信函3件，合计9件: the total comes last.
    fn total_of_channels(&mut self, item: &Item, left: &[Token]) {
        if matches!(item.subject, Some(Subject::Channel(_))) {
            self.mind.channels.push(item.clone());
        } else if left.iter().any(|t| t.word() == Some(Word::Total)) && self.mind.channels.len() > 1 {
            let parts = std::mem::take(&mut self.mind.channels);
            self.out.tallies.push(Tally { total: item.clone(), parts, closed: true, nested: false });
        }
    }

    /// Writes down a claim, unless the sentence has said the same already.
    pub(super) fn claim(&mut self, subject: Subject, quantity: Quantity, words: Range<usize>, part: bool) {
        let same = |claim: &Claim| {
            claim.subject == subject && claim.quantity.value == quantity.value && claim.section == self.section
        };
        if self.out.claims.iter().rev().take(12).any(|claim| same(claim) && claim.sentence + 2 > self.sentence) {
            return;
        }
        self.mind.told.push(subject.clone());
        self.out.claims.push(Claim {
            subject,
            quantity,
            section: self.section,
            words,
            sentence: self.sentence,
            scope: self.mind.scope.clone(),
            part,
            readings: Vec::new(),
        });
    }

    /// Subjects that wait for their numbers, after 分别.
    pub(super) fn wait(&mut self, subjects: Vec<Subject>) {
        self.mind.queue = subjects;
    }

    fn people(&mut self, left: &[Token], token: &Token, figure: Figure) {
        let blamed = left.iter().any(|t| t.word() == Some(Word::Accountability));
        let other_year = left.iter().any(|t| matches!(t.kind, Kind::Year(year) if Some(year) != self.year));
        if blamed && !self.mind.other_time && !other_year {
            let words = self.words_up_to(left, token);
            self.claim(Subject::Accountability, figure.quantity, words, false);
        }
    }

    fn percent(&mut self, left: &[Token], token: &Token, percent: Number) {
        let has = |word: Word| left.iter().any(|t| t.word() == Some(word));
        let Some(item) = self.last_item.clone() else {
            return self.rate(left, token, percent);
        };
        if let Some(sign) = self.mind.growth {
            let signed = Number::parse(&format!("{}{percent}", if sign < 0 { "-" } else { "" })).unwrap_or(percent);
            let now = item.quantity.value;
            let before = self.mind.before.or_else(|| {
                let (now, difference) = (now.integer()?, self.mind.difference?.integer()?);
                now.checked_sub(difference).map(Number::from)
            });
            let words = item.number.start..token.at.end;
            self.out.growths.push(Growth { now: item, before, percent: signed, words, section: self.section });
        } else if has(Word::Share) {
            let whole = self.mind.list.as_ref().and_then(|list| self.out.tallies.get(list.tally));
            let whole = whole.map(|tally| tally.total.clone());
            let words = item.number.start..token.at.end;
            self.out.shares.push(Share { part: item, whole, percent, words, section: self.section });
        } else {
            self.rate(left, token, percent);
        }
    }

    /// 办结率100%: nothing is left. 按期答复率 only says that nothing was late.
    fn rate(&mut self, left: &[Token], token: &Token, percent: Number) {
        let rate = left.iter().rev().find(|t| t.word() == Some(Word::Rate));
        let whole = percent == Number::from(100);
        let here = whole && self.mind.topic == Topic::Applications && !self.mind.other_time;
        let rate = rate.filter(|rate| here && matches!(self.text_of(rate), "办结率" | "答复率"));
        if let Some(rate) = rate {
            self.all_answered(rate.at.start..token.at.end, true);
        }
    }

    pub(super) fn all_answered(&mut self, words: Range<usize>, in_time: bool) {
        let (section, sentence) = (self.section, self.sentence);
        self.out.all_answered.push(AllAnswered { section, words, sentence, in_time });
    }

    /// Whether the growth reaches a number (增长到, 增至, 达) rather than being one.
    fn reaches(&self, left: &[Token]) -> bool {
        let last = left.iter().rev().find(|t| t.word() == Some(Word::Growth));
        let from = last.map_or(left.first().map_or(0, |t| t.at.start), |t| t.at.end);
        let to = left.last().map_or(from, |t| t.at.end);
        last.is_some() && self.text.get(from..to).is_some_and(|between| between.contains(['至', '到', '达']))
    }

    fn note_difference(&mut self, sign: i64, figure: Figure, left: &[Token]) {
        let Some(value) = figure.quantity.value.integer() else { return };
        if left.iter().any(|t| t.word() == Some(Word::Growth)) {
            self.mind.difference = Some(Number::from(value.saturating_mul(sign)));
        } else {
            self.mind.before = Some(Number::from(value));
        }
    }

    pub(super) fn text_of(&self, token: &Token) -> &'a str {
        self.text.get(token.at.clone()).unwrap_or_default()
    }

    /// From the first word that matters to the number's end.
    pub(super) fn words_up_to(&self, left: &[Token], token: &Token) -> Range<usize> {
        let matters =
            |t: &&Token| !matches!(t.word(), None | Some(Word::Among | Word::Total | Word::ThisYear | Word::Scope));
        left.iter().find(matters).map_or(token.at.start, |t| t.at.start)..token.at.end
    }

    /// Whether the open list has no part yet, or only such as were carried out.
    pub(super) fn list_is_fresh(&self) -> bool {
        let tally = self.mind.list.as_ref().and_then(|list| self.out.tallies.get(list.tally));
        tally.is_some_and(|tally| tally.parts.iter().all(|part| part.subject == Some(Subject::CarriedOut)))
    }

    /// The words of some tokens, with what stands between them.
    pub(super) fn span_text(&self, tokens: &[Token]) -> &'a str {
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => self.text.get(first.at.start..last.at.end).unwrap_or_default(),
            _ => "",
        }
    }

    /// Whether the sentence has these words before the last of some tokens.
    pub(super) fn said_in_sentence(&self, words: &str, tokens: &[Token]) -> bool {
        let end = tokens.last().map_or(0, |t| t.at.end);
        self.sentence_before(end).contains(words)
    }

    /// What stands before a place in its sentence.
    pub(super) fn sentence_before(&self, end: usize) -> &'a str {
        let start = end.saturating_sub(LOOK_BACK);
        let start = (start..=end).find(|start| self.text.is_char_boundary(*start)).unwrap_or(end);
        let before = self.text.get(start..end).unwrap_or_default();
        before.rsplit(['。', '\n']).next().unwrap_or_default()
    }

    /// Whether no bracket is open.
    pub(super) fn outermost(&self) -> bool {
        self.outer.is_empty()
    }

    /// The last number of applications, received or answered, in this sentence or the one before.
    pub(super) fn last_total_of_applications(&self) -> Option<Quantity> {
        let total = |subject: &Subject| {
            matches!(
                subject,
                Subject::Received
                    | Subject::NewlyReceived
                    | Subject::Handled
                    | Subject::Answered
                    | Subject::ReceivedWithCarried
            )
        };
        let carried = self.mind.last.as_ref().filter(|item| item.subject.as_ref().is_some_and(total));
        let told = self.out.claims.iter().rev().take_while(|claim| claim.sentence == self.sentence);
        let mut told = told.filter(|claim| claim.section == self.section && total(&claim.subject));
        carried.map(|item| item.quantity).or_else(|| told.next().map(|claim| claim.quantity))
    }

    /// The kind of result that the open bracket explains, and its number.
    pub(super) fn kind_before_bracket(&self) -> Option<(&'static str, Quantity)> {
        let list = self.mind.list.as_ref().filter(|_| !self.outer.is_empty())?;
        let tally = self.out.tallies.get(list.tally).filter(|tally| tally.parts.is_empty())?;
        match tally.total.subject.as_ref()? {
            Subject::Results(rows) => match rows.as_slice() {
                [kind] => Some((kind, tally.total.quantity)),
                _ => None,
            },
            _ => None,
        }
    }

    /// The ending of reviews and suits that were counted last in this sentence and whose ending was
    /// not told yet: of those named, or of the last; 行政复议7件，诉讼9件，均维持 speaks of both.
    pub(super) fn claim_ending_of_last(&mut self, ending: Ending, named: &[Dispute], words: Range<usize>) {
        let here = |claim: &&Claim| claim.sentence == self.sentence && claim.section == self.section;
        let told = |claim: &Claim| match claim.subject {
            Subject::Dispute(dispute, how) => Some((dispute, how, claim.quantity)),
            _ => None,
        };
        let claims: Vec<_> = self.out.claims.iter().filter(here).filter_map(told).collect();
        let ended = |dispute: Dispute| claims.iter().any(|(d, how, _)| *d == dispute && how.is_some());
        let counted: Vec<(Dispute, Quantity)> = claims
            .iter()
            .filter(|(dispute, how, _)| how.is_none() && !ended(*dispute))
            .map(|(dispute, _, quantity)| (*dispute, *quantity))
            .collect();
        let group = |dispute: &Dispute| matches!(dispute, Dispute::Direct | Dispute::AfterReview);
        let last_is_group = counted.last().is_some_and(|(dispute, _)| group(dispute));
        let meant: Vec<(Dispute, Quantity)> = if !named.is_empty() {
            counted.into_iter().filter(|(dispute, _)| named.contains(dispute)).collect()
        } else if last_is_group {
            counted.last().copied().into_iter().collect()
        } else {
            // A number told by 未发生 has no ending.
            counted.into_iter().filter(|(dispute, quantity)| !group(dispute) && !quantity.value.is_zero()).collect()
        };
        for (dispute, quantity) in meant {
            self.claim(Subject::Dispute(dispute, Some(ending)), Quantity::all_of(quantity), words.clone(), false);
        }
    }
}
