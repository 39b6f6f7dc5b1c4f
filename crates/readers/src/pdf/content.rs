//! What a page's content draws: its characters and the lines along the axes.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, ObjectIdentifier, Stream, String as PdfString};
use hayro_syntax::page::{Page as PdfPage, Resources};
use nianbao::unreadable::Reason;

use super::font::Font;
use super::marked::{Marks, UNKNOWN};
use super::radicals;
use super::stream::{self, STREAM_BYTES};
use crate::page::{Glyph, Matrix, Page, Turn};

/// How many instructions a document may have.
const MOST_INSTRUCTIONS: usize = 5_000_000;

/// How many characters a document may have.
const MOST_GLYPHS: usize = 1_000_000;

/// How many lines a document may draw.
const MOST_RULES: usize = 400_000;

/// How deep forms may be drawn within forms.
const DEEPEST: usize = 12;

/// How many states may be kept within each other.
const MOST_STATES: usize = 512;

/// How far a line may be out of its axis, in points.
const SKEW: f64 = 0.7;

/// A picture that covers more of a page than this may be a scan of it.
const SCAN: f64 = 0.4;

/// Draws pages; keeps what they share.
#[derive(Default)]
pub(super) struct Interpreter {
    fonts: HashMap<ObjectIdentifier, Rc<Font>>,
    instructions: usize,
    glyphs: usize,
    rules: usize,
    unpacked: usize,
    /// How many codes mean nothing that is known.
    pub unknown: usize,
    /// How many pages a picture covers.
    pub pictured_pages: usize,
}

/// What `q` keeps and `Q` brings back.
#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Rc<Font>,
    size: f64,
    character_spacing: f64,
    word_spacing: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// A page in the making.
struct Canvas {
    page: Page,
    marks: Marks,
    /// The area that pictures cover, in square points.
    pictures: f64,
}

impl Interpreter {
    /// Draws a page.
    pub fn page(&mut self, page: &PdfPage<'_>) -> Result<Page, Reason> {
        let (width, height) = page.render_dimensions();
        let mut canvas =
            Canvas { page: Page { size: [width, height], ..Page::default() }, marks: Marks::default(), pictures: 0.0 };
        let content = self.content(page)?;
        let state = State {
            matrix: Matrix(page.initial_transform(true).as_coeffs()),
            font: Rc::default(),
            size: 1.0,
            character_spacing: 0.0,
            word_spacing: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        self.draw(&content, page.resources(), state, &mut canvas, 0)?;
        canvas.marks.end_all(&mut canvas.page.glyphs);
        if canvas.pictures > SCAN * f64::from(width) * f64::from(height) {
            self.pictured_pages += 1;
        }
        Ok(canvas.page)
    }

    fn content(&mut self, page: &PdfPage<'_>) -> Result<Vec<u8>, Reason> {
        let streams: Vec<Stream<'_>> = match page.raw().get::<Object<'_>>("Contents") {
            Some(Object::Stream(stream)) => vec![stream],
            Some(Object::Array(streams)) => streams.iter::<Stream<'_>>().collect(),
            _ => Vec::new(),
        };
        let mut content = Vec::new();
        for stream in streams {
            content.extend(self.unpack(&stream)?);
            content.push(b'\n');
        }
        Ok(content)
    }

    fn unpack(&mut self, stream: &Stream<'_>) -> Result<Vec<u8>, Reason> {
        let data = stream::unpack(stream)?;
        self.unpacked = self.unpacked.saturating_add(data.len());
        if self.unpacked > 2 * STREAM_BYTES { Err(Reason::TooLarge) } else { Ok(data) }
    }

    fn draw(
        &mut self,
        content: &[u8],
        resources: &Resources<'_>,
        state: State,
        canvas: &mut Canvas,
        depth: usize,
    ) -> Result<(), Reason> {
        let mut painter = Painter {
            interpreter: self,
            resources,
            canvas,
            depth,
            state,
            kept: Vec::new(),
            text: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
            path: Vec::new(),
        };
        let mut instructions = TypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            painter.interpreter.instructions += 1;
            if painter.interpreter.instructions > MOST_INSTRUCTIONS {
                return Err(Reason::TooLarge);
            }
            painter.follow(&instruction)?;
        }
        Ok(())
    }

    fn font(&mut self, resources: &Resources<'_>, name: &Name<'_>) -> Rc<Font> {
        let id = resources.fonts.get_ref(name).map(ObjectIdentifier::from);
        if let Some(font) = id.and_then(|id| self.fonts.get(&id)) {
            return Rc::clone(font);
        }
        let font = Rc::new(resources.get_font(name).map(|dict| Font::read(&dict)).unwrap_or_default());
        if let Some(id) = id {
            self.fonts.insert(id, Rc::clone(&font));
        }
        font
    }
}

/// Follows the instructions of one content.
struct Painter<'i, 'r, 'a> {
    interpreter: &'i mut Interpreter,
    resources: &'r Resources<'a>,
    canvas: &'i mut Canvas,
    depth: usize,
    state: State,
    kept: Vec<State>,
    text: Matrix,
    line: Matrix,
    /// The lines of the path, each a list of points on the page.
    path: Vec<Vec<(f64, f64)>>,
}

impl Painter<'_, '_, '_> {
    fn follow(&mut self, instruction: &TypedInstruction<'_, '_>) -> Result<(), Reason> {
        use TypedInstruction as I;
        let state = &mut self.state;
        match instruction {
            I::SaveState(_) if self.kept.len() < MOST_STATES => self.kept.push(state.clone()),
            I::RestoreState(_) => self.state = self.kept.pop().unwrap_or_else(|| state.clone()),
            I::Transform(t) => {
                state.matrix = matrix([t.0, t.1, t.2, t.3, t.4, t.5]).then(state.matrix);
            }
            I::MoveTo(to) => self.move_to(to.0.as_f64(), to.1.as_f64()),
            I::LineTo(to) => self.line_to(to.0.as_f64(), to.1.as_f64()),
            // A curve is no ruling line; its end is where the next line begins.
            I::CubicTo(to) => self.move_to(to.4.as_f64(), to.5.as_f64()),
            I::CubicStartTo(to) => self.move_to(to.2.as_f64(), to.3.as_f64()),
            I::CubicEndTo(to) => self.move_to(to.2.as_f64(), to.3.as_f64()),
            I::ClosePath(_) => self.close_path(),
            I::RectPath(r) => {
                let (x, y, width, height) = (r.0.as_f64(), r.1.as_f64(), r.2.as_f64(), r.3.as_f64());
                self.move_to(x, y);
                self.line_to(x + width, y);
                self.line_to(x + width, y + height);
                self.line_to(x, y + height);
                self.close_path();
            }
            I::StrokePath(_) => self.stroke()?,
            I::CloseAndStrokePath(_) => {
                self.close_path();
                self.stroke()?;
            }
            I::FillPathNonZero(_) | I::FillPathNonZeroCompatibility(_) | I::FillPathEvenOdd(_) => self.fill()?,
            I::FillAndStrokeNonZero(_)
            | I::FillAndStrokeEvenOdd(_)
            | I::CloseFillAndStrokeNonZero(_)
            | I::CloseFillAndStrokeEvenOdd(_) => {
                self.close_path();
                self.stroke()?;
            }
            I::EndPath(_) => self.path.clear(),
            I::CharacterSpacing(n) => state.character_spacing = n.0.as_f64(),
            I::WordSpacing(n) => state.word_spacing = n.0.as_f64(),
            I::HorizontalScaling(n) => state.stretch = n.0.as_f64() / 100.0,
            I::TextLeading(n) => state.leading = n.0.as_f64(),
            I::TextRise(n) => state.rise = n.0.as_f64(),
            I::TextFont(font) => {
                state.size = font.1.as_f64();
                state.font = self.interpreter.font(self.resources, font.0);
            }
            I::SetGraphicsState(name) => self.graphics_state(name.0),
            I::BeginText(_) => (self.text, self.line) = (Matrix::IDENTITY, Matrix::IDENTITY),
            I::NextLine(to) => self.next_line(to.0.as_f64(), to.1.as_f64()),
            I::NextLineAndSetLeading(to) => {
                state.leading = -to.1.as_f64();
                self.next_line(to.0.as_f64(), to.1.as_f64());
            }
            I::SetTextMatrix(t) => {
                self.line = matrix([t.0, t.1, t.2, t.3, t.4, t.5]);
                self.text = self.line;
            }
            I::NextLineUsingLeading(_) => self.next_line(0.0, -self.state.leading),
            I::ShowText(text) => self.show(text.0)?,
            I::NextLineAndShowText(text) => {
                self.next_line(0.0, -self.state.leading);
                self.show(text.0)?;
            }
            I::ShowTextWithParameters(text) => {
                (state.word_spacing, state.character_spacing) = (text.0.as_f64(), text.1.as_f64());
                self.next_line(0.0, -self.state.leading);
                self.show(text.2)?;
            }
            I::ShowTexts(texts) => self.show_texts(texts.0)?,
            I::XObject(name) => self.external(name.0)?,
            I::BeginMarkedContent(_) => self.canvas.marks.begin(None, &self.canvas.page.glyphs),
            I::BeginMarkedContentWithProperties(content) => {
                let properties = match content.1 {
                    Object::Dict(properties) => Some(properties.clone()),
                    Object::Name(name) => self.resources.properties.get::<Dict<'_>>(name.as_ref()),
                    _ => None,
                };
                self.canvas.marks.begin(properties.as_ref(), &self.canvas.page.glyphs);
            }
            I::EndMarkedContent(_) => self.canvas.marks.end(&mut self.canvas.page.glyphs),
            I::InlineImage(_) => self.canvas.pictures += state.matrix.area(),
            _ => {}
        }
        Ok(())
    }

    fn move_to(&mut self, x: f64, y: f64) {
        self.path.push(vec![self.state.matrix.point(x, y)]);
    }

    fn line_to(&mut self, x: f64, y: f64) {
        let point = self.state.matrix.point(x, y);
        match self.path.last_mut() {
            Some(line) => line.push(point),
            None => self.path.push(vec![point]),
        }
    }

    fn close_path(&mut self) {
        if let Some(line) = self.path.last_mut()
            && let Some(first) = line.first().copied()
        {
            line.push(first);
        }
    }

    /// Each line along an axis is a ruling line.
    fn stroke(&mut self) -> Result<(), Reason> {
        for line in std::mem::take(&mut self.path) {
            for pair in line.windows(2) {
                let [(x0, y0), (x1, y1)] = pair else { continue };
                if (x1 - x0).abs() > SKEW && (y1 - y0).abs() > SKEW {
                    continue;
                }
                self.rule([x0.min(*x1), y0.min(*y1), x0.max(*x1), y0.max(*y1)])?;
            }
        }
        Ok(())
    }

    /// Each narrow box that is filled is a ruling line.
    fn fill(&mut self) -> Result<(), Reason> {
        for line in std::mem::take(&mut self.path) {
            let Some(first) = line.first() else { continue };
            let grow =
                |[x0, y0, x1, y1]: [f64; 4], (x, y): &(f64, f64)| [x0.min(*x), y0.min(*y), x1.max(*x), y1.max(*y)];
            let bounds = line.iter().fold([first.0, first.1, first.0, first.1], grow);
            self.rule(bounds)?;
        }
        Ok(())
    }

    fn rule(&mut self, bounds: [f64; 4]) -> Result<(), Reason> {
        self.interpreter.rules += 1;
        if self.interpreter.rules > MOST_RULES {
            return Err(Reason::TooLarge);
        }
        if bounds.iter().all(|at| at.is_finite()) {
            self.canvas.page.rule(bounds.map(|at| at as f32));
        }
        Ok(())
    }

    fn graphics_state(&mut self, name: &Name<'_>) {
        let font = self.resources.get_ext_g_state(name).and_then(|state| state.get::<Array<'_>>("Font"));
        let mut items = font.iter().flat_map(|font| font.iter::<Object<'_>>());
        if let (Some(Object::Dict(font)), Some(Object::Number(size))) = (items.next(), items.next()) {
            self.state.font = Rc::new(Font::read(&font));
            self.state.size = size.as_f64();
        }
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::shift(x, y).then(self.line);
        self.text = self.line;
    }

    fn show_texts(&mut self, texts: &Array<'_>) -> Result<(), Reason> {
        for item in texts.iter::<Object<'_>>() {
            match item {
                Object::String(text) => self.show(&text)?,
                Object::Number(back) => self.advance(-back.as_f64() / 1000.0 * self.state.size),
                _ => {}
            }
        }
        Ok(())
    }

    /// Moves the pen along the line.
    fn advance(&mut self, by: f64) {
        let (x, y) = if self.state.font.vertical { (0.0, by) } else { (by * self.state.stretch, 0.0) };
        self.text = Matrix::shift(x, y).then(self.text);
    }

    fn show(&mut self, text: &PdfString<'_>) -> Result<(), Reason> {
        let font = Rc::clone(&self.state.font);
        for shown in font.show(text.as_bytes()) {
            self.interpreter.glyphs += 1;
            if self.interpreter.glyphs > MOST_GLYPHS {
                return Err(Reason::TooLarge);
            }
            match &shown.text {
                Some(text) => self.glyphs(text, shown.width, font.vertical),
                // Told by the content that it stands in.
                None if self.canvas.marks.tell() => {
                    self.glyphs(UNKNOWN.encode_utf8(&mut [0; 4]), shown.width, font.vertical)
                }
                None => self.interpreter.unknown += 1,
            }
            let spacing = self.state.character_spacing + if shown.is_blank { self.state.word_spacing } else { 0.0 };
            // Lines that run down move by a square a character.
            let along = if font.vertical { -self.state.size } else { shown.width * self.state.size };
            self.advance(if font.vertical { along - spacing } else { along + spacing });
        }
        Ok(())
    }

    /// Puts the characters of one code on the page, side by side within its width.
    fn glyphs(&mut self, text: &str, width: f64, vertical: bool) {
        let state = &self.state;
        let count = text.chars().count().max(1);
        let all = Matrix([state.size * state.stretch, 0.0, 0.0, state.size, 0.0, state.rise])
            .then(self.text)
            .then(state.matrix);
        let (run, rise) = (all.direction(1.0, 0.0), all.direction(0.0, 1.0));
        let size = rise.0.hypot(rise.1);
        let each = width / count as f64;
        for (index, character) in text.chars().enumerate() {
            // Lines that run down go through the middle of the character's top.
            let (x, y) = if vertical { (-width / 2.0, -0.88) } else { (each * index as f64, 0.0) };
            let (x0, y0) = all.point(x, y - 0.2);
            let (x1, y1) = all.point(x + each, y + 0.8);
            let bounds = [x0.min(x1), y0.min(y1), x0.max(x1), y0.max(y1)];
            if bounds.iter().all(|at| at.is_finite() && at.abs() < 1e6) && size.is_finite() {
                self.canvas.page.glyphs.push(Glyph {
                    character: radicals::fold(character),
                    bounds: bounds.map(|at| at as f32),
                    size: size as f32,
                    turn: Turn::of(run.0, run.1),
                });
            }
        }
    }

    fn external(&mut self, name: &Name<'_>) -> Result<(), Reason> {
        let Some(object) = self.resources.get_x_object(name) else { return Ok(()) };
        let dict = object.dict();
        match dict.get::<Name<'_>>("Subtype").as_deref() {
            Some(b"Image") => self.canvas.pictures += self.state.matrix.area(),
            Some(b"Form") if self.depth < DEEPEST => {
                let mut state = self.state.clone();
                if let Some(own) = dict.get::<Array<'_>>("Matrix") {
                    let mut own = own.iter::<Number>();
                    let mut next = || own.next().map_or(0.0, |n| n.as_f64());
                    state.matrix = Matrix(std::array::from_fn(|_| next())).then(state.matrix);
                }
                let content = self.interpreter.unpack(&object)?;
                let own = dict.get::<Dict<'_>>("Resources").map(Resources::new);
                let resources = own.as_ref().unwrap_or(self.resources);
                self.interpreter.draw(&content, resources, state, self.canvas, self.depth + 1)?;
            }
            _ => {}
        }
        Ok(())
    }
}

fn matrix(numbers: [Number; 6]) -> Matrix {
    Matrix(numbers.map(|number| number.as_f64()))
}
