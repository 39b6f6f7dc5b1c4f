//! Everything that can happen on the page.

use std::rc::Rc;

use nianbao::finding::{Change, Severity};
use nianbao::language::Language;
use nianbao::outcome::Checked;
use nianbao::settings::{Setting, Settings};

use super::Notice;
use super::entry::{Answer, Arrival, Asked, EntryId};
use super::key::FindingKey;
use super::order::Order;
use super::panel::Panel;
use super::reading::{Chosen, Pane};
use super::work::Taking;

/// Something that happened. Actions on "the report" concern the one that is open.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Text was typed into the first place.
    Draft(String),
    /// The draft is to be checked.
    CheckDraft,
    /// A report has been waited for long enough to say so.
    Awaited(EntryId),
    /// Reports came in: pasted, dropped, chosen.
    Add(Vec<Arrival>),
    /// Last year's report came in, to be compared with.
    AddPrevious(Vec<Arrival>),
    /// A report is not wanted any more.
    Remove(EntryId),
    /// What came in holds nothing to check.
    Notice(Notice),
    /// The notice was read.
    Noticed,
    /// Files are being taken in.
    Taking(Taking),
    /// Checking is to stop.
    Stop,
    /// What was stopped is to go on.
    GoOn,
    /// Reports that were stopped before they were ever checked are not wanted any more.
    LetGo,
    /// Reports are checked on the page's own thread, or in a worker again.
    Unaided(bool),
    /// Checking gave an answer.
    Answered {
        /// The report.
        id: EntryId,
        /// What was asked.
        asked: Asked,
        /// The answer.
        answer: Answer,
        /// The text of what came in.
        text: Option<Rc<str>>,
        /// The result of checking that text, where it was needed.
        places: Option<Rc<Checked>>,
    },
    /// The table of reports in another order.
    Sort(Order),
    /// A report of the table was opened.
    Open(EntryId),
    /// Back to the table of reports.
    Back,
    /// The text was typed in.
    Edit(String),
    /// A repair is to be applied.
    Repair(Vec<Change>),
    /// One step back.
    Undo,
    /// One step forward.
    Redo,
    /// Something was chosen, or nothing any more.
    Choose(Option<Chosen>),
    /// A severity is to be shown or hidden.
    ToggleSeverity(Severity),
    /// A fold is to be opened or closed.
    ToggleFold(Severity, String),
    /// A finding is put aside.
    PutAside(FindingKey),
    /// A finding is brought back.
    BringBack(FindingKey),
    /// The sheet or the text is to be shown.
    Show(Pane),
    /// A rule's page is to be shown, or closed.
    Rule(Option<String>),
    /// This year's and last year's words are to be shown side by side, or not any more.
    Compare(bool),
    /// Somebody wants to begin anew.
    AskAnew(bool),
    /// Begin anew: everything is put away.
    Anew,
    /// What was put away comes back.
    Restore,
    /// Something is to be read instead of the reports, or not any more.
    Panel(Option<Panel>),
    /// A rule is to count for something else; `None` leaves it as the rule book has it.
    SetRule(String, Option<Setting>),
    /// Other settings of the rules.
    SetRules(Settings),
    /// The settings that the page came with.
    ResetRules,
    /// Everything is taken away.
    Clear,
    /// The report is only to be looked at, or may be changed again.
    Lock(bool),
    /// Another language.
    Speak(Language),
}
