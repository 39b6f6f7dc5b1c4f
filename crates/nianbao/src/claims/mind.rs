//! What is kept in mind while a section is read: the topic, the verb, the total, the list that is open.

mod endings;
mod growth;
mod lists;
mod looking_back;
mod noting;
mod rates;
mod taking;

use std::ops::Range;

use super::claim::{Item, Narrative, Subject, Why};
use super::lexicon::{Dispute, Stock};
use super::token::{self, Stop, Token};
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

impl Verdict {
    /// The same, but where a claim may be about a part only, no more than a doubtful one.
    pub(super) fn doubted_if(self, part: bool) -> Verdict {
        match self {
            Verdict::Claim(subject, words) if part => Verdict::Doubtful(subject, words, Why::PartOfCell),
            verdict => verdict,
        }
    }
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
    pub(super) growth: Option<i64>,
    /// The difference to last year that the sentence gives.
    difference: Option<Number>,
    /// Last year's number that the sentence gives.
    before: Option<Number>,
    /// Where last year's number ends.
    before_ends: usize,
    /// Whether the growth told is of something else than the last number.
    grows_otherwise: bool,
    scope: Option<Range<usize>>,
    pub(super) list: Option<List>,
    /// The last number that was no part.
    pub(super) last: Option<Item>,
    /// Subjects that wait for their numbers (分别).
    pub(super) queue: Vec<Subject>,
    /// Whether the sentence, or its paragraph's heading, says that it is about information.
    pub(super) about_information: bool,
    /// Whether only a heading says so.
    pub(super) by_heading: bool,
    /// Whether the sentence speaks of reviews and suits that another deed caused.
    pub(super) other_cause: bool,
    /// What was told in this sentence.
    pub(super) told: Vec<Subject>,
    /// The numbers by channel in this sentence, for a total that comes last.
    channels: Vec<Item>,
    /// What the phrase before, which had no number, named: 以自然人为主，共20件.
    pub(super) named: Option<Subject>,
    /// Whether something that is no application was counted since it was named.
    pub(super) counted_foreign: bool,
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
    /// What the heading above that is about, where it is one of （一）.
    upper_heading: Topic,
    /// What was in mind before each open bracket, and the last number there.
    outer: Vec<(Mind, Option<Item>)>,
    /// The last number, part or not, and where it ends.
    last_item: Option<Item>,
    /// Whether the heading over the paragraph is about reviews and suits.
    under_disputes: bool,
    /// Whether the last number is one of another year.
    last_is_past: bool,
    /// Whether the paragraph has spoken of applications.
    pub(super) saw_applications: bool,
}

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
            before_ends: 0,
            grows_otherwise: false,
            scope: None,
            list: None,
            last: None,
            queue: Vec::new(),
            about_information: topic == Topic::Applications,
            by_heading: false,
            other_cause: false,
            told: Vec::new(),
            channels: Vec::new(),
            named: None,
            counted_foreign: false,
            of_channel: false,
        }
    }

    /// Whether the sentence has told no number by channel yet.
    pub(super) fn tells_no_channel(&self) -> bool {
        self.channels.is_empty()
    }
}

/// Whether a line's heading, if it has one, is about reviews and suits: （三）复议诉讼. An organ of justice deals with
/// all kinds of them.
fn heading_of_disputes(line: &str) -> Option<bool> {
    let numbered = line.starts_with(['（', '(', '#']) || token::enumerator(line).is_some();
    let heading = line.split(['。', '：', ':']).next().unwrap_or_default();
    let plain = !heading.contains(['，', '；', '件']) && heading.chars().count() <= 18;
    numbered.then(|| plain && (heading.contains("复议") || heading.contains("诉讼")))
}

impl<'a> Reader<'a> {
    /// Ready to read a section's first paragraph.
    pub(super) fn new(
        report: &'a Report,
        section: usize,
        text: &'a str,
        first_sentence: usize,
        out: &'a mut Narrative,
    ) -> Reader<'a> {
        let mut reader = Reader {
            text,
            agency: report.agency.as_deref().unwrap_or_default(),
            section,
            year: report.year,
            out,
            mind: Mind::new(Topic::Nothing),
            sentence: first_sentence,
            heading: Topic::Nothing,
            upper_heading: Topic::Nothing,
            outer: Vec::new(),
            last_item: None,
            under_disputes: false,
            last_is_past: false,
            saw_applications: false,
        };
        reader.paragraph(0);
        reader
    }

    /// A new paragraph: its heading, if it begins with one, says what its numbers are about.
    fn paragraph(&mut self, at: usize) {
        let line = self.text.get(at..).unwrap_or_default().lines().next().unwrap_or_default().trim();
        // 2021年，… is no heading.
        let headed = ["依申请公开：", "依申请公开情况：", "依申请公开方面："].iter().any(|head| line.starts_with(head));
        if line.starts_with(['（', '(', '#']) || token::enumerator(line).is_some() || headed {
            let end = line.find(['。', '，', '：', ':', '；', '！']).unwrap_or(line.len());
            let first: String = line[..end].chars().take(24).collect();
            let about_applications = ["依申请", "申请公开", "公开申请"].iter().any(|word| first.contains(word));
            // 1.办结情况, under （二）依申请公开: of applications, too.
            let lower = line.starts_with(|c: char| c.is_ascii_digit());
            self.heading = match (about_applications, lower) {
                (true, _) => Topic::Applications,
                (false, true) => self.upper_heading,
                (false, false) => Topic::Nothing,
            };
            if !lower {
                self.upper_heading = self.heading;
            }
        }
        self.mind = Mind::new(self.heading);
        // （三）复议诉讼。行政复议2件: under such a heading they are about information.
        self.under_disputes = heading_of_disputes(line).unwrap_or(self.under_disputes) && !self.agency.contains("司法");
        self.mind.by_heading = self.under_disputes && !self.mind.about_information;
        self.mind.about_information |= self.under_disputes;
        self.saw_applications = self.heading == Topic::Applications;
        self.outer.clear();
        self.last_item = None;
    }

    pub(super) fn stop(&mut self, stop: Stop, token: &Token) {
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
                let by_heading = self.mind.by_heading;
                // 因信息公开引起复议3件。诉讼5件: the cause is not said again.
                let same_cause = self.mind.about_information && matches!(topic, Topic::Disputes(_));
                self.mind = Mind { last, counted_foreign: self.mind.counted_foreign, ..Mind::new(topic) };
                self.mind.by_heading = by_heading && same_cause && !self.saw_applications;
                self.mind.about_information |= self.saw_applications || same_cause;
            }
            Stop::Open => {
                if self.outer.len() < DEEPEST {
                    self.outer.push((self.mind.clone(), self.last_item.clone()));
                }
                let adjacent = self.last_item.clone().filter(|item| item.number.end == token.at.start);
                if self.mind.growth.is_none() {
                    self.mind.list = adjacent.map(|item| self.open_list(item, false));
                }
            }
            Stop::Close => {
                let told = std::mem::take(&mut self.mind.told);
                let (difference, before) = (self.mind.difference, self.mind.before);
                let (grows_otherwise, before_ends) = (self.mind.grows_otherwise, self.mind.before_ends);
                if let Some((mind, last_item)) = self.outer.pop() {
                    // 不予公开14件（执法案卷4件），占20%: of the 14.
                    self.last_item = last_item;
                    self.mind = Mind { told, difference, before, before_ends, grows_otherwise, ..mind };
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

    /// Subjects that wait for their numbers, after 分别.
    pub(super) fn wait(&mut self, subjects: Vec<Subject>) {
        self.mind.queue = subjects;
    }
}
