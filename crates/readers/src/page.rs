//! Pages with characters at fixed places, as PDF and OFD have them, put together to paragraphs and
//! grids.
//!
//! Lines that are drawn give the grids ([`grid`]); what stands in no grid gives lines of text
//! ([`line`]), with blanks that keep the columns of tables without ruling lines. A grid that ends a
//! page and goes on at the top of the next is one grid ([`join`]); page numbers and running heads
//! are left out ([`furniture`]).

mod furniture;
mod grid;
mod join;
mod line;
mod matrix;
mod place;
mod turn;

use nianbao::document::{Block, Document};
use nianbao::unreadable::Reason;

use crate::limits::Budget;
pub(crate) use matrix::Matrix;
pub(crate) use turn::Turn;

/// A box: left, top, right, bottom, in points from the top left of the page.
pub(crate) type Bounds = [f32; 4];

/// A character on a page.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Glyph {
    /// The character.
    pub character: char,
    /// Its box: as wide as it moves the pen, from a little below the base line to the height of
    /// a Han character.
    pub bounds: Bounds,
    /// The size of its font, in points.
    pub size: f32,
    /// Which way its line runs.
    pub turn: Turn,
}

/// A line drawn along an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rule {
    /// Where it stands on the other axis.
    pub at: f32,
    /// Where it begins.
    pub from: f32,
    /// Where it ends.
    pub to: f32,
}

/// A page.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    /// Its width and height in points.
    pub size: [f32; 2],
    /// Its characters, in the order of drawing.
    pub glyphs: Vec<Glyph>,
    /// Its horizontal lines.
    pub across: Vec<Rule>,
    /// Its vertical lines.
    pub down: Vec<Rule>,
}

impl Page {
    /// Adds the lines that a box is drawn with.
    pub(crate) fn rule(&mut self, [x0, y0, x1, y1]: Bounds) {
        /// The thickest line, in points; LibreOffice draws double lines up to here.
        const THICKEST: f32 = 3.2;
        let (width, height) = (x1 - x0, y1 - y0);
        if height <= THICKEST && width > height {
            self.across.push(Rule { at: (y0 + y1) / 2.0, from: x0, to: x1 });
        } else if width <= THICKEST {
            self.down.push(Rule { at: (x0 + x1) / 2.0, from: y0, to: y1 });
        }
    }
}

/// Makes a Document of pages.
pub(crate) fn document(reader: &str, pages: Vec<Page>) -> Result<Document, Reason> {
    let mut budget = Budget::default();
    let mut read = Vec::with_capacity(pages.len());
    for (number, page) in (1..).zip(pages) {
        read.push(place::read(turn::upright(page), number, &mut budget)?);
    }
    furniture::drop(&mut read);
    let blocks: Vec<Block> = join::join(read);
    Ok(Document { reader: reader.to_owned(), blocks, remarks: Vec::new() })
}
