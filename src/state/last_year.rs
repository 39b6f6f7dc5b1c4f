//! Last year's report: which one it is, what is said of it, and its words beside this year's.

use std::rc::Rc;

use nianbao::unreadable::Unreadable;

use super::State;
use super::entry::{Answer, Arrival, Entry, EntryId};

/// What is known of last year's report.
#[derive(Clone, Debug, PartialEq)]
pub enum LastYear {
    /// There is none.
    None,
    /// One came in and was not compared yet.
    Waiting(Rc<Entry>),
    /// It is compared.
    Compared(Rc<Entry>),
    /// One came in that can't be compared.
    Unusable(Rc<Entry>, Unusable),
}

/// Why a report can't be compared.
#[derive(Clone, Debug, PartialEq)]
pub enum Unusable {
    /// It can't be read.
    Unread(Unreadable),
    /// Checking it was not finished.
    Stopped,
    /// It is no annual report.
    NoReport,
    /// It is the report for this year, and another is wanted.
    OtherYear(i32),
}

impl State {
    /// The report of the year before, if it is here too: the latest copy of the same agency's, or
    /// what was put in as such.
    pub fn previous(&self, entry: &Entry) -> Option<&Rc<Entry>> {
        let checked = entry.checked()?;
        let is_previous = |other: &&Rc<Entry>| {
            let meant = other.for_comparison && !entry.for_comparison;
            let Some(other) = other.checked().filter(|checked| checked.form.is_some()) else { return false };
            let same_agency = checked.agency.is_some() && other.agency == checked.agency;
            match (checked.year, other.year) {
                (Some(year), Some(before)) => before == year - 1 && (meant || same_agency),
                _ => meant,
            }
        };
        self.entries.iter().rev().filter(|other| other.id != entry.id).find(is_previous)
    }

    /// What is known of last year's report beside this one; `None` asks before there is one.
    pub fn last_year(&self, entry: Option<&Entry>) -> LastYear {
        if let Some((entry, previous)) = entry.and_then(|entry| Some((entry, self.previous(entry)?))) {
            return match entry.is_compared() {
                true => LastYear::Compared(previous.clone()),
                false => LastYear::Waiting(previous.clone()),
            };
        }
        let is_other = |other: &&Rc<Entry>| other.for_comparison && entry.is_none_or(|entry| entry.id != other.id);
        let Some(other) = self.entries.iter().rev().find(is_other) else { return LastYear::None };
        let unusable = match &other.answer {
            None if other.stopped => Unusable::Stopped,
            None => return LastYear::Waiting(other.clone()),
            Some(Answer::Unread(unreadable)) => Unusable::Unread(unreadable.clone()),
            Some(Answer::Stopped(_)) => Unusable::Stopped,
            Some(Answer::Checked(checked)) if checked.form.is_none() => Unusable::NoReport,
            Some(Answer::Checked(checked)) => match (checked.year, entry.and_then(|entry| entry.checked())) {
                (Some(year), Some(_)) => Unusable::OtherYear(year),
                _ => return LastYear::Waiting(other.clone()),
            },
        };
        LastYear::Unusable(other.clone(), unusable)
    }

    /// Takes in what was put in as last year's report. What is open stays open.
    pub(super) fn add_previous(&mut self, arrivals: Vec<Arrival>) {
        // A second one takes the place of the first.
        self.entries.retain(|entry| !entry.for_comparison || Some(entry.id) == self.open);
        let open = self.open;
        let before = self.last_id;
        self.add(arrivals);
        self.open = open;
        for entry in self.entries.iter_mut().filter(|entry| entry.id.0 > before) {
            Rc::make_mut(entry).for_comparison = true;
        }
    }

    /// Lets go of a report.
    pub(super) fn remove(&mut self, id: EntryId) {
        self.entries.retain(|entry| entry.id != id);
        self.open = self.open.filter(|&open| open != id);
    }

    /// After a report's first answer: which of two is this year's and which last year's is told from
    /// their years, however they came in. This year's is the one to look at.
    pub(super) fn tell_apart(&mut self, id: EntryId) {
        let Some(entry) = self.entries.iter().find(|entry| entry.id == id) else { return };
        let this_year_s = |previous: &Entry| {
            let found = self.entries.iter().find(|other| self.previous(other).is_some_and(|p| p.id == previous.id));
            found.map(|entry| entry.id)
        };
        let open = self.open;
        if entry.for_comparison {
            // This year's was put in for last year's: they change places.
            let older = self.same_agency_before(entry).filter(|older| open.is_none_or(|open| open == older.id));
            if let Some(older) = older.map(|older| older.id) {
                self.change(Some(older), |entry| entry.for_comparison = true);
                self.change(Some(id), |entry| entry.for_comparison = false);
                self.open = Some(id);
            }
        } else if open == Some(id) {
            // Last year's was put in beside this year's, which was open.
            let beside = entry.beside.filter(|&beside| this_year_s(entry) == Some(beside));
            self.open = beside.or(open);
        } else if open.is_none() && self.entries.len() == 2 && self.entries.iter().all(|entry| entry.answer.is_some()) {
            // Both came at once.
            self.open = self.entries.iter().find(|entry| self.previous(entry).is_some()).map(|entry| entry.id);
        }
    }

    /// The same agency's report for the year before.
    fn same_agency_before(&self, entry: &Entry) -> Option<&Rc<Entry>> {
        let agency = |entry: &Entry| entry.checked().and_then(|checked| checked.agency.clone());
        self.previous(entry).filter(|older| agency(older).is_some() && agency(older) == agency(entry))
    }
}

/// Two sentences whose letters are the same, each cut into stretches: those in which both agree and
/// those (numbers, marks) in which they differ.
pub fn alike(now: &str, before: &str) -> [Vec<(String, bool)>; 2] {
    let (now, before) = (pieces(now), pieces(before));
    let mut cut = [Vec::new(), Vec::new()];
    for index in 0..now.len().max(before.len()) {
        let pair = [now.get(index), before.get(index)];
        let same = pair[0].map(|piece| &piece.between) == pair[1].map(|piece| &piece.between);
        let same_letter = pair[0].map(|piece| piece.letter) == pair[1].map(|piece| piece.letter);
        for (cut, piece) in cut.iter_mut().zip(pair) {
            if let Some(piece) = piece {
                extend(cut, &piece.between, same);
                extend(cut, piece.letter.map(String::from).as_deref().unwrap_or_default(), same_letter);
            }
        }
    }
    cut
}

/// What stands between two letters, and the letter after it; none at the end.
struct Piece {
    between: String,
    letter: Option<char>,
}

fn pieces(sentence: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut between = String::new();
    for character in sentence.chars() {
        if character.is_alphabetic() {
            pieces.push(Piece { between: std::mem::take(&mut between), letter: Some(character) });
        } else {
            between.push(character);
        }
    }
    pieces.push(Piece { between, letter: None });
    pieces
}

fn extend(cut: &mut Vec<(String, bool)>, text: &str, same: bool) {
    match cut.last_mut() {
        _ if text.is_empty() => {}
        Some((last, known)) if *known == same => last.push_str(text),
        _ => cut.push((text.to_owned(), same)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Action, Asked, sums};
    use super::*;
    use doors::Input;
    use nianbao::language::Language;
    use nianbao::outcome::Checked;

    const ASKED: Asked = Asked { version: 0, language: Language::Chinese, previous: None, settings: 0 };

    fn arrivals(texts: &[&str]) -> Vec<Arrival> {
        texts.iter().map(|&text| Input::Text(text.to_owned()).into()).collect()
    }

    /// The report at this place turns out to be for this year.
    fn answered(state: &State, index: usize, agency: &str, year: i32) -> State {
        let agency = Some(agency.to_owned());
        let checked = Checked { agency, year: Some(year), ..sums::tests::report(&[]) };
        let (id, answer) = (state.entries[index].id, Answer::Checked(Rc::new(checked)));
        state.after(Action::Answered { id, asked: ASKED, answer, text: None, places: None })
    }

    #[test]
    fn last_year_s_report_is_found_and_does_not_take_the_place_of_this_year_s() {
        let state = answered(&State::default().after(Action::Add(arrivals(&["今年"]))), 0, "甲局", 2025);
        let this_year = state.open;
        assert!(state.unanswered(|_| None).is_none());
        let state = answered(&state.after(Action::Add(arrivals(&["去年"]))), 1, "甲局", 2024);
        assert_eq!(state.open, this_year);
        let asked_again = state.unanswered(|_| None).expect("it is compared with last year's");
        assert_eq!(Some(asked_again.id), this_year);
        assert_eq!(state.wanted(asked_again).previous, Some((state.entries[1].id, 0)));
        let next_year = answered(&state.after(Action::Add(arrivals(&["明年"]))), 2, "甲局", 2026);
        assert_ne!(next_year.open, this_year);
    }

    #[test]
    fn two_that_come_together_are_told_apart_by_their_years() {
        let both = State::default().after(Action::Add(arrivals(&["去年", "今年"])));
        let both = answered(&answered(&both, 0, "甲局", 2024), 1, "甲局", 2025);
        assert_eq!(both.open, Some(both.entries[1].id));
        assert_eq!(both.last_year(both.opened().map(Rc::as_ref)), LastYear::Waiting(both.entries[0].clone()));
        let strangers = State::default().after(Action::Add(arrivals(&["去年", "今年"])));
        assert_eq!(answered(&answered(&strangers, 0, "甲局", 2024), 1, "乙局", 2025).open, None);
    }

    #[test]
    fn last_year_s_may_come_first_or_be_taken_for_this_year_s() {
        let first = State::default().after(Action::AddPrevious(arrivals(&["去年"])));
        assert_eq!(first.open, None);
        let first = answered(&first, 0, "甲局", 2024);
        assert!(matches!(first.last_year(None), LastYear::Waiting(_)));
        // The agency has another name by now.
        let state = answered(&first.after(Action::Add(arrivals(&["今年"]))), 1, "甲委", 2025);
        assert_eq!(state.previous(&state.entries[1]).map(|previous| previous.id), Some(state.entries[0].id));
        let swapped = answered(&first.after(Action::Add(arrivals(&["前年"]))), 1, "甲局", 2023);
        let opened = swapped.opened().expect("a report is open");
        assert!(matches!(swapped.last_year(Some(opened)), LastYear::Unusable(_, Unusable::OtherYear(2024))));
        let swapped = answered(&swapped.after(Action::AddPrevious(arrivals(&["去年"]))), 1, "甲局", 2024);
        let opened = swapped.opened().expect("a report is open");
        assert_eq!(opened.checked().and_then(|checked| checked.year), Some(2024));
        assert!(matches!(swapped.last_year(Some(opened)), LastYear::Waiting(_)));
    }

    #[test]
    fn what_both_sentences_say_is_told_from_what_they_do_not() {
        let [now, before] = alike("2024年公开信息120条，", "2023年公开信息120条。");
        let part = |text: &str, same| (text.to_owned(), same);
        assert_eq!(now, [part("2024", false), part("年公开信息120条", true), part("，", false)]);
        assert_eq!(before, [part("2023", false), part("年公开信息120条", true), part("。", false)]);
    }
}
