//! Text that runs down, up or backwards, and pages that are laid on their side.

use super::{Bounds, Glyph, Page, Rule};

/// Which way a line of text runs, in quarter turns clockwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Turn {
    /// To the right.
    #[default]
    None,
    /// Down.
    Down,
    /// To the left, upside down.
    Back,
    /// Up.
    Up,
}

impl Turn {
    /// The turn of text whose base line runs along `(x, y)`, `y` pointing down.
    pub(crate) fn of(x: f64, y: f64) -> Turn {
        if x.abs() >= y.abs() {
            if x >= 0.0 { Turn::None } else { Turn::Back }
        } else if y > 0.0 {
            Turn::Down
        } else {
            Turn::Up
        }
    }

    /// A box after turning the page so that such text runs to the right.
    fn undo(self, [x0, y0, x1, y1]: Bounds, [width, height]: [f32; 2]) -> Bounds {
        match self {
            Turn::None => [x0, y0, x1, y1],
            Turn::Down => [y0, width - x1, y1, width - x0],
            Turn::Back => [width - x1, height - y1, width - x0, height - y0],
            Turn::Up => [height - y1, x0, height - y0, x1],
        }
    }

    /// The turn that is left after undoing `other`.
    fn after(self, other: Turn) -> Turn {
        const TURNS: [Turn; 4] = [Turn::None, Turn::Down, Turn::Back, Turn::Up];
        let quarter = (self as usize + 4 - other as usize) % 4;
        TURNS.get(quarter).copied().unwrap_or_default()
    }
}

/// The characters, turned so that those of turn `turn` run to the right.
pub(super) fn turned(glyphs: &[Glyph], turn: Turn, size: [f32; 2]) -> Vec<Glyph> {
    let undo = |glyph: &Glyph| Glyph { bounds: turn.undo(glyph.bounds, size), turn: glyph.turn.after(turn), ..*glyph };
    glyphs.iter().map(undo).collect()
}

/// The page, turned so that most of its text runs to the right.
pub(super) fn upright(mut page: Page) -> Page {
    let count = |turn| page.glyphs.iter().filter(|glyph| glyph.turn == turn).count();
    let turn = [Turn::Down, Turn::Back, Turn::Up].into_iter().find(|&turn| count(turn) * 2 > page.glyphs.len());
    let Some(turn) = turn else { return page };
    page.glyphs = turned(&page.glyphs, turn, page.size);
    let across: Vec<Bounds> = page.across.iter().map(|rule| [rule.from, rule.at, rule.to, rule.at]).collect();
    let down = page.down.iter().map(|rule| [rule.at, rule.from, rule.at, rule.to]);
    let all: Vec<Bounds> = across.into_iter().chain(down).map(|bounds| turn.undo(bounds, page.size)).collect();
    (page.across, page.down) = (Vec::new(), Vec::new());
    for [x0, y0, x1, y1] in all {
        if x1 - x0 >= y1 - y0 {
            page.across.push(Rule { at: y0, from: x0, to: x1 });
        } else {
            page.down.push(Rule { at: x0, from: y0, to: y1 });
        }
    }
    if turn != Turn::Back {
        page.size.swap(0, 1);
    }
    page
}
