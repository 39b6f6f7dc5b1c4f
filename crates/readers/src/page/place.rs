//! The blocks of one page, each at its place.

use nianbao::document::{Paragraph, Place};
use nianbao::unreadable::Reason;

use super::grid::{self, RuledGrid};
use super::line::{self, TextLine};
use super::{Bounds, Page};
use crate::limits::Budget;

/// What stands on a page, from top to bottom.
#[derive(Clone, Debug, Default)]
pub(super) struct PageBlocks {
    /// The page's number, from 1.
    pub number: u32,
    /// Its height in points.
    pub height: f32,
    /// Its blocks.
    pub blocks: Vec<PageBlock>,
}

/// A piece of a page.
#[derive(Clone, Debug)]
pub(super) enum PageBlock {
    /// A line of text.
    Line(TextLine),
    /// A grid.
    Grid(RuledGrid),
}

impl PageBlock {
    /// Its box.
    pub fn bounds(&self) -> Bounds {
        match self {
            PageBlock::Line(line) => line.bounds,
            PageBlock::Grid(grid) => grid.bounds(),
        }
    }
}

/// Reads a page.
pub(super) fn read(page: Page, number: u32, budget: &mut Budget) -> Result<PageBlocks, Reason> {
    let size = page.size;
    let (grids, rest) = grid::read(page, number)?;
    let mut blocks = Vec::new();
    for grid in grids {
        budget.spend(grid.cells.len())?;
        blocks.push(PageBlock::Grid(grid));
    }
    let mut lines = line::lines(rest, true);
    budget.spend(lines.len())?;
    indent(&mut lines);
    blocks.extend(lines.into_iter().map(PageBlock::Line));
    blocks.sort_by(|a, b| a.bounds()[1].total_cmp(&b.bounds()[1]));
    Ok(PageBlocks { number, height: size[1], blocks })
}

/// Puts blanks before lines that begin further right than others: two for a font size.
fn indent(lines: &mut [TextLine]) {
    let mut sizes: Vec<f32> = lines.iter().map(|line| line.size).collect();
    sizes.sort_by(f32::total_cmp);
    let size = sizes.get(sizes.len() / 2).copied().unwrap_or(1.0).max(1.0);
    let left = lines.iter().map(|line| line.bounds[0]).fold(f32::INFINITY, f32::min);
    for line in lines {
        let blanks = (2.0 * (line.bounds[0] - left) / size).round().clamp(0.0, 400.0) as usize;
        line.text.insert_str(0, &" ".repeat(blanks));
    }
}

/// A line as a paragraph.
pub(super) fn paragraph(line: TextLine, page: u32) -> Paragraph {
    Paragraph { text: line.text, at: Some(Place::Page { page, bounds: line.bounds }), level: None, wrapped: true }
}
