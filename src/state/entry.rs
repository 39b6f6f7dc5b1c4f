//! One report on the page: what came in, its text as edited, and what checking gave.

use std::rc::Rc;

use doors::Input;
use nianbao::language::Language;
use nianbao::outcome::Checked;
use nianbao::unreadable::{Reason, Unreadable};

use super::edits::{Edit, edits};
use super::history::History;
use super::reading::Reading;

/// Tells reports apart; never used again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub u32);

/// What checking gave.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// A result.
    Checked(Rc<Checked>),
    /// The input could not be read.
    Unread(Unreadable),
    /// Checking itself broke down: what to tell the person.
    Stopped(String),
}

/// What an answer answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The version of the report's text.
    pub version: u32,
    /// The language.
    pub language: Language,
    /// Last year's report that it is compared with, and the version of its text.
    pub previous: Option<(EntryId, u32)>,
    /// How often the settings of the rules had been changed.
    pub settings: u32,
}

/// Something that came in.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// What came; a file without bytes where it was refused.
    pub input: Input,
    /// Why it was not even taken in.
    pub refused: Option<Reason>,
}

impl Arrival {
    /// A file that was not taken in.
    pub fn refused(name: String, reason: Reason) -> Arrival {
        Arrival { input: Input::File { name, bytes: Vec::new() }, refused: Some(reason) }
    }
}

impl From<Input> for Arrival {
    fn from(input: Input) -> Arrival {
        Arrival { input, refused: None }
    }
}

/// A report on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// What came in.
    pub input: Rc<Input>,
    /// Why it was not even taken in.
    pub refused: Option<Reason>,
    /// Its text, once it was read; that is what is edited.
    pub text: Option<Rc<str>>,
    /// Whether the text was edited: from then on it is checked instead of what came in.
    pub edited: bool,
    /// Counts the changes of what is checked.
    pub version: u32,
    /// Undo and redo.
    pub history: History,
    /// Whether somebody stopped its check; an edit asks for it again.
    pub stopped: bool,
    /// The latest answer; it may be to an older version.
    pub answer: Option<Answer>,
    /// What the latest answer is to.
    pub answered: Option<Asked>,
    /// What checking gave before anything was edited.
    pub first: Option<Rc<Checked>>,
    /// What checking the text gave, where the result speaks of other places than lines and
    /// columns: it tells where the cells stand in the text.
    pub places: Option<Rc<Checked>>,
    /// Whether it was put in as last year's report, to compare with.
    pub for_comparison: bool,
    /// The report that was open when this one came in.
    pub beside: Option<EntryId>,
    /// How it is looked at.
    pub reading: Reading,
}

impl Entry {
    /// A report that came in.
    pub fn new(id: EntryId, arrival: impl Into<Arrival>) -> Entry {
        let Arrival { input, refused } = arrival.into();
        let text = match &input {
            Input::Text(text) => Some(with_line_feeds(text)),
            Input::Html(_) | Input::File { .. } => None,
        };
        Entry {
            id,
            input: Rc::new(input),
            refused,
            text,
            edited: false,
            version: 0,
            history: History::default(),
            stopped: false,
            answer: None,
            answered: None,
            first: None,
            places: None,
            for_comparison: false,
            beside: None,
            reading: Reading::default(),
        }
    }

    /// The file's name; empty for a paste.
    pub fn file(&self) -> &str {
        self.input.name()
    }

    /// How much there is to read, in bytes.
    pub fn size(&self) -> usize {
        match &*self.input {
            _ if self.edited => self.text.as_deref().map_or(0, str::len),
            Input::Text(text) | Input::Html(text) => text.len(),
            Input::File { bytes, .. } => bytes.len(),
        }
    }

    /// What is to be checked now.
    pub fn to_check(&self) -> Rc<Input> {
        match &self.text {
            Some(text) if self.edited => Rc::new(Input::Text(text.to_string())),
            _ => self.input.clone(),
        }
    }

    /// The result, if there is one.
    pub fn checked(&self) -> Option<&Rc<Checked>> {
        match &self.answer {
            Some(Answer::Checked(checked)) => Some(checked),
            _ => None,
        }
    }

    /// The result that speaks of lines and columns of the text.
    pub fn in_text(&self) -> Option<&Rc<Checked>> {
        self.places.as_ref().or_else(|| self.checked().filter(|checked| checked.reader == "text"))
    }

    /// Whether the answer comes of comparing it with last year's report.
    pub fn is_compared(&self) -> bool {
        self.answered.is_some_and(|asked| asked.previous.is_some())
    }

    /// What was changed since the report came in.
    pub fn edits(&self) -> Vec<Edit> {
        let both = self.first.as_ref().zip(self.checked()).filter(|_| self.edited);
        both.map(|(first, now)| edits(first, now)).unwrap_or_default()
    }

    /// Takes in an answer; one to an older version than the last is dropped.
    pub fn answer(&mut self, asked: Asked, answer: Answer, text: Option<Rc<str>>, places: Option<Rc<Checked>>) {
        if asked.version != self.version {
            return;
        }
        if self.text.is_none() {
            self.text = text.map(|text| with_line_feeds(&text));
        }
        // A report that is no report is best looked at as the text that came in.
        if self.answer.is_none() && matches!(&answer, Answer::Checked(checked) if checked.form.is_none()) {
            self.reading.pane = super::reading::Pane::Source;
        }
        if let Answer::Checked(checked) = &answer
            && !self.edited
        {
            // Places in the text are compared with places in the text, where there are both.
            self.first = places.clone().or_else(|| Some(checked.clone()));
        }
        self.answer = Some(answer);
        self.answered = Some(asked);
        self.places = places;
        self.history.pause();
    }

    /// Changes the text. `typing` says that it may be one key of many.
    pub fn edit(&mut self, text: &str, typing: bool) {
        let Some(before) = self.text.clone() else { return };
        if *before == *text {
            return;
        }
        self.history.record(&before, typing);
        self.replace(Rc::from(text));
    }

    /// One step back.
    pub fn undo(&mut self) {
        if let Some(text) = self.text.clone().and_then(|text| self.history.undo(&text)) {
            self.replace(text);
        }
    }

    /// One step forward.
    pub fn redo(&mut self) {
        if let Some(text) = self.text.clone().and_then(|text| self.history.redo(&text)) {
            self.replace(text);
        }
    }

    fn replace(&mut self, text: Rc<str>) {
        self.text = Some(text);
        self.edited = true;
        self.stopped = false;
        self.version = self.version.wrapping_add(1);
    }
}

/// A text with line feeds alone, as a browser's text field keeps it. Lines and columns stay the same.
fn with_line_feeds(text: &str) -> Rc<str> {
    Rc::from(text.replace("\r\n", "\n").replace('\r', "\n"))
}

#[cfg(test)]
mod tests {
    use super::super::sums::tests::report;
    use super::*;

    fn checked() -> Answer {
        Answer::Checked(Rc::new(report(&[])))
    }

    fn asked(version: u32) -> Asked {
        Asked { version, language: Language::Chinese, previous: None, settings: 0 }
    }

    #[test]
    fn an_answer_to_an_older_text_is_dropped() {
        let mut entry = Entry::new(EntryId(1), Input::Text("一".to_owned()));
        entry.edit("一、", true);
        entry.answer(asked(0), checked(), None, None);
        assert_eq!(entry.answer, None);
        entry.answer(asked(1), checked(), None, None);
        assert_eq!(entry.answered, Some(asked(1)));
    }

    #[test]
    fn what_came_in_is_checked_until_the_text_is_edited() {
        let html = Input::Html("<table></table>".to_owned());
        let mut entry = Entry::new(EntryId(1), html.clone());
        entry.answer(asked(0), checked(), Some(Rc::from("一")), None);
        assert_eq!(*entry.to_check(), html);
        entry.edit("二", false);
        assert_eq!(*entry.to_check(), Input::Text("二".to_owned()));
        entry.undo();
        assert_eq!(*entry.to_check(), Input::Text("一".to_owned()));
        assert_eq!(entry.version, 2);
    }
}
