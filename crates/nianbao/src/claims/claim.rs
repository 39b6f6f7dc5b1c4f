//! What a claim is.

use std::ops::Range;

use super::lexicon::{Applicant, Channel, Dispute, Ending, Stock};
use super::quantity::Quantity;
use crate::form::CellId;
use crate::number::Number;

/// What a claim says something about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// 收到, 受理: new ones, or those carried in too.
    Received,
    /// 收到公民申请N件: all that came in, or those of such applicants.
    ReceivedFrom(Applicant),
    /// 新收: new ones only.
    NewlyReceived,
    /// 共计 after 新收 and 上年结转.
    ReceivedWithCarried,
    /// 办理, 处理; 收到并办理; 依申请公开N件.
    Handled,
    /// 答复, 办结.
    Answered,
    /// N件已办结 as a part of what was received.
    AnsweredOfReceived,
    /// 上年结转.
    CarriedIn,
    /// 结转下年度.
    CarriedOut,
    /// Results of table 三 by their address parts, one or several pooled: `granted`, `refused.7`.
    Results(Vec<&'static str>),
    /// A leaf named as the cause of its kind: either is meant.
    ResultOrCause(&'static str, &'static str),
    /// Who applied.
    Applicant(Applicant),
    /// How applications came in; no cell holds it.
    Channel(Channel),
    /// Reviews and suits: how many, or how many ended so.
    Dispute(Dispute, Option<Ending>),
    /// Documents: `normative` or `rules`.
    Documents(&'static str, Stock),
    /// Decisions: `permits`, `penalties`, `coercion`.
    Decisions(&'static str),
    /// 行政事业性收费, in 万元.
    Fees,
    /// 信息处理费, in 万元; no cell holds it.
    ProcessingFee,
    /// What was published, and where; no cell holds it.
    Published(Option<&'static str>),
    /// 责任追究: people.
    Accountability,
}

/// A number claim of the narrative.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// What it is about.
    pub subject: Subject,
    /// How much it says.
    pub quantity: Quantity,
    /// The section of the report, 1 to 6.
    pub section: usize,
    /// Its words, in bytes of the section's text.
    pub words: Range<usize>,
    /// The sentence, counted through the report: claims of one sentence have the same.
    pub sentence: usize,
    /// Words that say whose numbers they are (全区, 本级), in bytes of the section's text.
    pub scope: Option<Range<usize>>,
    /// Whether it stands in a list of parts of another claim.
    pub part: bool,
    /// Why it may be about something else: then only a cell that agrees makes it a claim.
    pub doubt: Option<Why>,
    /// The cells that may lawfully hold it: each reading is a sum of cells.
    pub readings: Vec<Vec<CellId>>,
}

/// 均已答复: that nothing is left, without a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllAnswered {
    /// The section.
    pub section: usize,
    /// Its words.
    pub words: Range<usize>,
    /// The sentence.
    pub sentence: usize,
    /// Whether it may only say that what was due was answered in time (均按期答复, 办结率100%).
    pub in_time: bool,
}

/// A number with a measure word, whatever it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// How much.
    pub quantity: Quantity,
    /// Its measure word.
    pub unit: &'static str,
    /// The section.
    pub section: usize,
    /// Its words.
    pub words: Range<usize>,
    /// The number and its measure word alone.
    pub number: Range<usize>,
    /// What it is about, where that is known.
    pub subject: Option<Subject>,
}

/// A total and its parts, as one passage lists them.
#[derive(Clone, Debug, PartialEq)]
pub struct Tally {
    /// The total.
    pub total: Item,
    /// The parts.
    pub parts: Vec<Item>,
    /// Whether the list says that it is whole (具体为, 分别为).
    pub closed: bool,
    /// Whether the list has a list in it, so that what belongs to which is uncertain.
    pub nested: bool,
}

/// N件，占p%.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// The part.
    pub part: Item,
    /// The total of the list it stands in, where there is one.
    pub whole: Option<Item>,
    /// Per cent, with the decimals shown.
    pub percent: Number,
    /// From the part to the per cent.
    pub words: Range<usize>,
    /// The section.
    pub section: usize,
}

/// 同比增长p%, with last year's number where the text has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Growth {
    /// This year's number.
    pub now: Item,
    /// Last year's number, where the text gives it.
    pub before: Option<Number>,
    /// Per cent; negative for a decrease.
    pub percent: Number,
    /// The words.
    pub words: Range<usize>,
    /// The section.
    pub section: usize,
}

/// 较上年（8件）多3件.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// This year's number.
    pub now: Item,
    /// Last year's number.
    pub before: Number,
    /// The difference; negative for a decrease.
    pub by: i64,
    /// The words.
    pub words: Range<usize>,
    /// The section.
    pub section: usize,
}

/// Why a number could not be tied to a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The tables have no cell for it.
    NoCell,
    /// It is about another year, or a part of one.
    OtherTime,
    /// What it counts could not be told.
    Unclear,
    /// It may count all reviews and suits, not only those about information.
    AllDisputes,
    /// It is a part of a number that a cell holds.
    PartOfCell,
}

/// A number that was seen and not tied to a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Untied {
    /// The section.
    pub section: usize,
    /// The words.
    pub words: Range<usize>,
    /// Why.
    pub why: Why,
}

/// Everything the narrative says in numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Narrative {
    /// The claims, in reading order.
    pub claims: Vec<Claim>,
    /// 均已答复.
    pub all_answered: Vec<AllAnswered>,
    /// Totals and their parts.
    pub tallies: Vec<Tally>,
    /// Shares.
    pub shares: Vec<Share>,
    /// Growth.
    pub growths: Vec<Growth>,
    /// Growth told as a difference, with the numbers of both years.
    pub differences: Vec<Difference>,
    /// Numbers that could not be tied to a cell.
    pub untied: Vec<Untied>,
}

impl Narrative {
    /// The numbers that the narrative states of single cells: claims with one reading of one cell.
    pub fn stated_cells(&self) -> Vec<(CellId, i64)> {
        let exact = self.claims.iter().filter(|claim| claim.quantity.is_exact() && claim.scope.is_none());
        exact
            .filter_map(|claim| match claim.readings.as_slice() {
                [reading] => match reading.as_slice() {
                    [cell] => Some((*cell, claim.quantity.value.integer()?)),
                    _ => None,
                },
                _ => None,
            })
            .collect()
    }
}

impl Subject {
    /// Whether it counts applications that came in or were dealt with, all of them.
    pub fn is_of_applications(&self) -> bool {
        matches!(
            self,
            Subject::Received
                | Subject::ReceivedFrom(_)
                | Subject::NewlyReceived
                | Subject::Handled
                | Subject::Answered
        )
    }

    /// Whether it counts applications that came in, all of them.
    pub fn is_received(&self) -> bool {
        matches!(self, Subject::Received | Subject::NewlyReceived | Subject::ReceivedWithCarried)
    }

    /// Whether two count the same applications, or the same thing.
    pub fn is_same_thing(&self, other: &Subject) -> bool {
        let answered = |subject: &Subject| matches!(subject, Subject::Answered | Subject::Handled);
        self == other || self.is_received() && other.is_received() || answered(self) && answered(other)
    }

    /// A short name: `received`, `result:granted+partial`, `review:upheld`, `normative:made`.
    pub fn key(&self) -> String {
        match self {
            Subject::Received | Subject::ReceivedFrom(_) => "received".to_owned(),
            Subject::NewlyReceived => "new".to_owned(),
            Subject::ReceivedWithCarried => "received_with_carried".to_owned(),
            Subject::Handled => "handled".to_owned(),
            Subject::Answered => "answered".to_owned(),
            Subject::AnsweredOfReceived => "answered_of_received".to_owned(),
            Subject::CarriedIn => "carried_in".to_owned(),
            Subject::CarriedOut => "carried_out".to_owned(),
            Subject::Results(rows) => format!("result:{}", rows.join("+")),
            Subject::ResultOrCause(leaf, kind) => format!("result:{leaf}|{kind}"),
            Subject::Applicant(Applicant::Natural) => "applicant:natural".to_owned(),
            Subject::Applicant(Applicant::Organisations) => "applicant:organisations".to_owned(),
            Subject::Applicant(Applicant::Column(column)) => format!("applicant:{column}"),
            Subject::Channel(channel) => format!("channel:{}", channel.key()),
            Subject::Dispute(dispute, None) => dispute.key().to_owned(),
            Subject::Dispute(dispute, Some(ending)) => format!("{}:{}", dispute.key(), ending.key()),
            Subject::Documents(kind, stock) => format!("{kind}:{}", stock.key()),
            Subject::Decisions(kind) => (*kind).to_owned(),
            Subject::Fees => "fees".to_owned(),
            Subject::ProcessingFee => "processing_fee".to_owned(),
            Subject::Published(None) => "published".to_owned(),
            Subject::Published(Some(outlet)) => format!("published:{outlet}"),
            Subject::Accountability => "accountability".to_owned(),
        }
    }
}

impl Channel {
    /// A short name.
    pub fn key(self) -> &'static str {
        match self {
            Channel::Online => "online",
            Channel::Letter => "letter",
            Channel::InPerson => "in_person",
            Channel::Fax => "fax",
            Channel::Other => "other",
        }
    }
}

impl Dispute {
    /// A short name; those of one group are the group's address part.
    pub fn key(self) -> &'static str {
        match self {
            Dispute::Review => "review",
            Dispute::Suit => "suit",
            Dispute::Direct => "direct",
            Dispute::AfterReview => "after_review",
            Dispute::All => "disputes",
        }
    }
}

impl Ending {
    /// The address part of the column in table 四.
    pub fn key(self) -> &'static str {
        match self {
            Ending::Upheld => "upheld",
            Ending::Corrected => "corrected",
            Ending::Other => "other",
            Ending::Pending => "pending",
        }
    }
}

impl Stock {
    /// The address part of the column in table 二.
    pub fn key(self) -> &'static str {
        match self {
            Stock::Made => "made",
            Stock::Repealed => "repealed",
            Stock::InForce => "in_force",
        }
    }
}
