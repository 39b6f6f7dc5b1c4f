//! Undo and redo for the text of one report.

use std::rc::Rc;

/// How many steps back are kept.
const STEPS: usize = 100;

/// The texts before and after the present one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    past: Vec<Rc<str>>,
    future: Vec<Rc<str>>,
    /// Whether the last step is typing that goes on: then the next key belongs to it.
    typing: bool,
}

impl History {
    /// Remembers the text as it was before an edit. Keys typed without a pause are one step.
    pub fn record(&mut self, before: &Rc<str>, typing: bool) {
        if !(typing && self.typing) {
            self.past.push(before.clone());
            if self.past.len() > STEPS {
                self.past.remove(0);
            }
        }
        self.future.clear();
        self.typing = typing;
    }

    /// Ends the step that typing has begun: what is typed next is a step of its own.
    pub fn pause(&mut self) {
        self.typing = false;
    }

    /// One step back: the text as it was.
    pub fn undo(&mut self, present: &Rc<str>) -> Option<Rc<str>> {
        let text = self.past.pop()?;
        self.future.push(present.clone());
        self.typing = false;
        Some(text)
    }

    /// One step forward again.
    pub fn redo(&mut self, present: &Rc<str>) -> Option<Rc<str>> {
        let text = self.future.pop()?;
        self.past.push(present.clone());
        self.typing = false;
        Some(text)
    }

    /// Whether there is a step back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step forward.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_without_a_pause_is_one_step() {
        let [a, ab, abc, abcd] = ["a", "ab", "abc", "abcd"].map(Rc::<str>::from);
        let mut history = History::default();
        history.record(&a, true);
        history.record(&ab, true);
        history.pause();
        history.record(&abc, true);
        assert_eq!(history.undo(&abcd), Some(abc.clone()));
        assert_eq!(history.undo(&abc), Some(a.clone()));
        assert_eq!(history.undo(&a), None);
        assert_eq!(history.redo(&a), Some(abc.clone()));
        assert_eq!(history.redo(&abc), Some(abcd));
        assert!(!history.can_redo());
    }

    #[test]
    fn an_edit_after_undo_ends_redo() {
        let [a, b] = ["a", "b"].map(Rc::<str>::from);
        let mut history = History::default();
        history.record(&a, false);
        assert_eq!(history.undo(&b), Some(a.clone()));
        history.record(&a, false);
        assert!(!history.can_redo());
    }
}
