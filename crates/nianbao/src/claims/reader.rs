//! Reads a section phrase by phrase, keeping in mind what is being spoken of.
//!
//! A phrase ends at a stop, and at 、 when it has a number; within it every number ends a piece. The
//! words to the left of a number say what it counts; where the piece begins with the number, those
//! to its right do. What is left out is what was said last: the topic, the verb, the total.

mod endings;
mod lists;
mod looking_back;
mod noting;
mod rates;
mod taking;

use std::ops::Range;

use super::claim::{Item, Narrative, Subject, Why};
use super::figure::{Figure, Measure};
use super::lexicon::{Dispute, Stock, Word};
use super::token::{self, Kind, Stop, Token};
use super::{applications, disclosure, disputes, unnumbered};
use crate::number::Number;
use crate::report::Report;

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
    /// One claim with its words, if a cell bears it out; else not tied for this reason.
    Doubtful(Subject, Range<usize>, Why),
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
    /// Whether the sentence speaks of reviews and suits that another deed caused.
    pub(super) other_cause: bool,
    /// What was told in this sentence.
    pub(super) told: Vec<Subject>,
    /// The numbers by channel in this sentence, for a total that comes last.
    channels: Vec<Item>,
    /// Whether something that is no application was counted since it was named.
    counted_foreign: bool,
    /// Whether the sentence has told what came by one channel, outside a list.
    pub(super) of_channel: bool,
}

pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    /// The report's own name, empty where it has none.
    pub(super) agency: &'a str,
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
            other_cause: false,
            told: Vec::new(),
            channels: Vec::new(),
            counted_foreign: false,
            of_channel: false,
        }
    }

    /// Whether the sentence has told no number by channel yet.
    pub(super) fn tells_no_channel(&self) -> bool {
        self.channels.is_empty()
    }
}

/// Reads one section's text into the narrative. Returns the number of the next sentence.
pub(super) fn read(
    report: &Report,
    section: usize,
    text: &str,
    tokens: &[Token],
    first_sentence: usize,
    out: &mut Narrative,
) -> usize {
    let mind = Mind::new(Topic::Nothing);
    let mut reader = Reader {
        text,
        agency: report.agency.as_deref().unwrap_or_default(),
        section,
        year: report.year,
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
        let ends = phrase.last().is_some_and(counts) || phrase.iter().any(counts) && !denies_at_end(phrase);
        if stop == Stop::Enumeration && !ends && !ends_denial(phrase, &tokens[i + 1..]) {
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

/// 收到2件没有发生行政复议、行政诉讼: what is denied goes on after 、.
fn denies_at_end(phrase: &[Token]) -> bool {
    phrase.iter().rev().take_while(|t| !counts(t)).any(|t| t.word() == Some(Word::Not))
}

/// 没有废止、在用9件: what is denied ends where the next has a number.
fn ends_denial(phrase: &[Token], rest: &[Token]) -> bool {
    let denies = phrase.iter().any(|t| t.word() == Some(Word::Not));
    denies && rest.iter().take_while(|t| t.stop().is_none()).any(counts)
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
        // 2021年，… is no heading.
        if line.starts_with(['（', '(', '#']) || token::enumerator(line).is_some() {
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
                // 热情接听咨询电话。全年受理5件: what was only mentioned is left behind with its sentence.
                let mentioned = self.mind.topic == Topic::Foreign && !self.mind.counted_foreign;
                let topic = if mentioned { self.heading } else { self.mind.topic };
                let last = self.mind.last.take();
                // 因信息公开引起复议3件。诉讼5件: the cause is not said again.
                let same_cause = self.mind.about_information && matches!(topic, Topic::Disputes(_));
                self.mind = Mind { last, counted_foreign: self.mind.counted_foreign, ..Mind::new(topic) };
                self.mind.about_information |= self.saw_applications || same_cause;
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
            Stop::Semicolon => {
                self.mind.growth = None;
                if self.list_is_complete() {
                    self.mind.list = None;
                }
            }
            Stop::Comma => self.mind.growth = None,
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
                Kind::Figure(figure) => self.people(&tokens[start..i], token, figure, &tokens[i + 1..]),
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
        if counted {
            self.list_of_those(rest);
        }
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
        let noun = self.note_noun_after(left, token, right);
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
        self.mind.counted_foreign |= self.mind.topic == Topic::Foreign;
        if let (Verdict::Claim(_, words), Some(noun)) = (&mut verdict, noun)
            && words.end == token.at.end
        {
            words.end = noun;
        }
        self.take(verdict, token, figure, left);
    }

    /// 收到3份公开申请: the noun stands after the number. The end of an application's.
    fn note_noun_after(&mut self, left: &[Token], token: &Token, right: &[Token]) -> Option<usize> {
        if left.iter().any(|t| t.word().is_some_and(is_noun)) || self.mind.list.is_some() {
            return None;
        }
        // 5件现行有效的规范性文件: what was done to them may stand between.
        let mut words = right
            .iter()
            .take_while(|t| t.stop().is_none())
            .filter(|t| !matches!(t.word(), None | Some(Word::AboutInformation)));
        let is_deed = |t: &&Token| matches!(t.word(), Some(Word::Stock(_)));
        let first = words.next()?;
        let noun = if is_deed(&first) { words.next().unwrap_or(first) } else { first };
        // 收到2件区政府的征询单: what is no application is told from farther off.
        let received = left.iter().any(|t| t.word() == Some(Word::Receive));
        let farthest = if noun.word() == Some(Word::Foreign) && received { 30 } else { 12 };
        let near = first.at.start - token.at.end <= farthest && noun.at.start.saturating_sub(first.at.end) <= 6;
        let names = |word: &Word| is_noun(*word) || matches!(word, Word::Result(_));
        if let Some(word) = noun.word().filter(|word| near && names(word)) {
            self.note_word(word, noun, &[], false, true);
        }
        let application = matches!(noun.word(), Some(Word::Application | Word::BareApplication));
        (near && application && self.mind.topic == Topic::Applications).then_some(noun.at.end)
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
            Topic::Decisions(kind) => disclosure::decisions(self, kind, left, token, figure, right),
            Topic::Published => disclosure::published(self, left, token, right),
            _ => Verdict::Counted,
        }
    }

    /// Subjects that wait for their numbers, after 分别.
    pub(super) fn wait(&mut self, subjects: Vec<Subject>) {
        self.mind.queue = subjects;
    }
}
