//! ofd (GB/T 33190): the national format for pages with everything at its place, a package of XML.
//!
//! Texts come with the place of each character, paths with their lines; [`crate::page`] puts them
//! together as it does for PDF.

use std::collections::HashMap;

use nianbao::document::Document;
use nianbao::unreadable::Reason;
use roxmltree::Node;

use crate::package::Package;
use crate::page::{self, Glyph, Matrix, Page, Turn};
use crate::{limits, xml};

/// The part that names the documents.
pub(crate) const ENTRY: &str = "OFD.xml";

/// Points in a millimetre, the unit of the format.
const POINTS: f64 = 72.0 / 25.4;

/// More pages than this are no annual report.
const MOST_PAGES: usize = 2_000;

/// How many characters and lines a document may have.
const MOST_OBJECTS: usize = 1_000_000;

/// Reads a document.
pub(crate) fn read(mut package: Package<'_>) -> Result<Document, Reason> {
    let mut pages = Vec::new();
    let mut objects = 0;
    for root in texts(&mut package, ENTRY, |root| descendants(root, "DocRoot"))? {
        let root = root.trim_start_matches('/').to_owned();
        let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        let bytes = package.read(&root)?.ok_or(Reason::Damaged)?;
        let text = xml::decode(&bytes);
        let document = xml::parse(&text)?;
        let size = document
            .descendants()
            .find(|node| xml::name(*node) == "PhysicalBox")
            .and_then(|node| numbers::<4>(node.text()));
        let places = |name: &str, key: &str| -> Vec<(String, String)> {
            let nodes = document.descendants().filter(|node| xml::name(*node) == name);
            let place = |node: Node<'_, '_>| {
                let path = xml::attribute(node, "BaseLoc")?;
                let path = path.strip_prefix('/').map_or_else(|| format!("{folder}/{path}"), str::to_owned);
                Some((xml::attribute(node, key)?.to_owned(), path.trim_start_matches('/').to_owned()))
            };
            nodes.filter_map(place).collect()
        };
        let templates: HashMap<String, String> = places("TemplatePage", "ID").into_iter().collect();
        for (_, path) in places("Page", "ID") {
            if pages.len() >= MOST_PAGES {
                return Err(Reason::TooLarge);
            }
            let bytes = package.read(&path)?.ok_or(Reason::Damaged)?;
            let text = xml::decode(&bytes);
            let content = xml::parse(&text)?;
            let own =
                descendants_of(content.root_element(), "PhysicalBox").next().and_then(|node| numbers::<4>(node.text()));
            let [_, _, width, height] = own.or(size).unwrap_or([0.0, 0.0, 210.0, 297.0]);
            let mut page = Page { size: [(width * POINTS) as f32, (height * POINTS) as f32], ..Page::default() };
            for template in descendants_of(content.root_element(), "Template") {
                let path = xml::attribute(template, "TemplateID").and_then(|id| templates.get(id));
                if let Some(bytes) = path.map(|path| package.read(path)).transpose()?.flatten() {
                    let text = xml::decode(&bytes);
                    draw(xml::parse(&text)?.root_element(), &mut page, &mut objects)?;
                }
            }
            draw(content.root_element(), &mut page, &mut objects)?;
            pages.push(page);
        }
    }
    if pages.is_empty() {
        return Err(Reason::Damaged);
    }
    if pages.iter().all(|page| page.glyphs.iter().all(|glyph| glyph.character.is_whitespace())) {
        return Err(Reason::Empty);
    }
    page::document("ofd", pages)
}

fn texts(
    package: &mut Package<'_>,
    name: &str,
    find: impl Fn(Node<'_, '_>) -> Vec<String>,
) -> Result<Vec<String>, Reason> {
    let bytes = package.read(name)?.ok_or(Reason::Damaged)?;
    let text = xml::decode(&bytes);
    Ok(find(xml::parse(&text)?.root_element()))
}

fn descendants(root: Node<'_, '_>, name: &str) -> Vec<String> {
    descendants_of(root, name).filter_map(|node| node.text()).map(|text| text.trim().to_owned()).collect()
}

fn descendants_of<'a, 'input>(root: Node<'a, 'input>, name: &str) -> impl Iterator<Item = Node<'a, 'input>> {
    root.descendants().filter(move |node| xml::name(*node) == name)
}

/// Draws the objects of a page.
fn draw(root: Node<'_, '_>, page: &mut Page, objects: &mut usize) -> Result<(), Reason> {
    for node in root.descendants() {
        match xml::name(node) {
            "TextObject" => text_object(node, page, objects)?,
            "PathObject" => path_object(node, page, objects)?,
            _ => {}
        }
        if *objects > MOST_OBJECTS {
            return Err(Reason::TooLarge);
        }
    }
    Ok(())
}

/// What takes an object's own space to points on the page.
fn space(node: Node<'_, '_>) -> Option<Matrix> {
    let [x, y, ..] = numbers::<4>(xml::attribute(node, "Boundary"))?;
    let own = numbers::<6>(xml::attribute(node, "CTM")).map_or(Matrix::IDENTITY, Matrix);
    Some(own.then(Matrix::shift(x, y)).then(Matrix([POINTS, 0.0, 0.0, POINTS, 0.0, 0.0])))
}

fn text_object(node: Node<'_, '_>, page: &mut Page, objects: &mut usize) -> Result<(), Reason> {
    let Some(space) = space(node) else { return Ok(()) };
    let size = xml::attribute(node, "Size").and_then(|size| size.parse().ok()).unwrap_or(3.5);
    for code in node.children().filter(|node| xml::name(*node) == "TextCode") {
        let number = |name| xml::attribute(code, name).and_then(|number| number.parse::<f64>().ok());
        let (mut x, mut y) = (number("X").unwrap_or(0.0), number("Y").unwrap_or(0.0));
        let (mut right, mut down) = (steps(xml::attribute(code, "DeltaX")), steps(xml::attribute(code, "DeltaY")));
        for character in code.text().unwrap_or_default().chars() {
            *objects += 1;
            if *objects > MOST_OBJECTS {
                return Err(Reason::TooLarge);
            }
            let step = right.next();
            let width = step.filter(|step| *step > 0.0 && *step < size).unwrap_or(if character.is_ascii() {
                size / 2.0
            } else {
                size
            });
            let (x0, y0) = space.point(x, y - 0.8 * size);
            let (x1, y1) = space.point(x + width, y + 0.2 * size);
            let (run, rise) = (space.direction(1.0, 0.0), space.direction(0.0, size));
            let bounds = [x0.min(x1), y0.min(y1), x0.max(x1), y0.max(y1)];
            if bounds.iter().all(|at| at.is_finite() && at.abs() < 1e6) {
                page.glyphs.push(Glyph {
                    character,
                    bounds: bounds.map(|at| at as f32),
                    size: rise.0.hypot(rise.1) as f32,
                    turn: Turn::of(run.0, run.1),
                });
            }
            x += step.unwrap_or(0.0);
            y += down.next().unwrap_or(0.0);
        }
    }
    Ok(())
}

/// The steps from character to character; `g 3 2.5` stands for 2.5 three times.
fn steps(list: Option<&str>) -> impl Iterator<Item = f64> {
    let mut words = list.unwrap_or_default().split_whitespace();
    let mut repeated = (0_usize, 0.0);
    std::iter::from_fn(move || {
        if repeated.0 == 0 {
            repeated = match words.next()? {
                "g" => {
                    let count = words.next()?.parse::<usize>().ok()?.clamp(1, limits::PIECES);
                    (count, words.next()?.parse().ok()?)
                }
                number => (1, number.parse().ok()?),
            };
        }
        repeated.0 -= 1;
        Some(repeated.1)
    })
}

fn path_object(node: Node<'_, '_>, page: &mut Page, objects: &mut usize) -> Result<(), Reason> {
    let Some(space) = space(node) else { return Ok(()) };
    let data = node.children().find(|node| xml::name(*node) == "AbbreviatedData").and_then(|data| data.text());
    let filled = xml::attribute(node, "Fill") == Some("true");
    let stroked = xml::attribute(node, "Stroke") != Some("false");
    let mut line: Vec<(f64, f64)> = Vec::new();
    let mut flush = |line: &mut Vec<(f64, f64)>| {
        if stroked {
            for pair in line.windows(2) {
                if let [a, b] = pair {
                    rule(&[*a, *b], page);
                }
            }
        }
        if filled {
            rule(line, page);
        }
        line.clear();
    };
    // Words are letters and the numbers after them.
    let mut values: Vec<f64> = Vec::new();
    let mut letter = ' ';
    let all = data.unwrap_or_default().split_whitespace().chain(["S"]);
    for word in all {
        *objects += 1;
        if *objects > MOST_OBJECTS {
            return Err(Reason::TooLarge);
        }
        if let Ok(value) = word.parse::<f64>() {
            values.push(value);
            continue;
        }
        let end = match values.as_slice() {
            [.., x, y] => Some(space.point(*x, *y)),
            _ => None,
        };
        match (letter, end) {
            ('L', Some(end)) => line.push(end),
            ('C', _) => line.extend(line.first().copied()),
            // A curve is no ruling line; its end is where the next line begins.
            (_, end) => {
                flush(&mut line);
                line.extend(end);
            }
        }
        values.clear();
        letter = word.chars().next().unwrap_or(' ');
    }
    flush(&mut line);
    Ok(())
}

/// Adds the box around points, if it is as thin as a line along an axis.
fn rule(points: &[(f64, f64)], page: &mut Page) {
    let Some(first) = points.first() else { return };
    let grow = |[x0, y0, x1, y1]: [f64; 4], (x, y): &(f64, f64)| [x0.min(*x), y0.min(*y), x1.max(*x), y1.max(*y)];
    let bounds = points.iter().fold([first.0, first.1, first.0, first.1], grow);
    if bounds.iter().all(|at| at.is_finite()) && points.len() > 1 {
        page.rule(bounds.map(|at| at as f32));
    }
}

/// The numbers of a list.
fn numbers<const N: usize>(list: Option<&str>) -> Option<[f64; N]> {
    let numbers: Vec<f64> = list?.split_whitespace().filter_map(|number| number.parse().ok()).collect();
    numbers.try_into().ok()
}

#[cfg(test)]
mod tests {
    use nianbao::document::{Block, Place};

    use super::*;
    use crate::package::pack;

    fn ofd(objects: &str) -> Vec<u8> {
        let content =
            format!("<ofd:Page xmlns:ofd='o'><ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content></ofd:Page>");
        let document = "<ofd:Document xmlns:ofd='o'><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>\
            <ofd:Pages><ofd:Page ID='1' BaseLoc='Pages/Page_0/Content.xml'/></ofd:Pages></ofd:Document>";
        let entry =
            "<ofd:OFD xmlns:ofd='o'><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>";
        pack(&[
            ("OFD.xml", entry.as_bytes()),
            ("Doc_0/Document.xml", document.as_bytes()),
            ("Doc_0/Pages/Page_0/Content.xml", content.as_bytes()),
        ])
    }

    fn text(x: f64, y: f64, text: &str) -> String {
        format!(
            "<ofd:TextObject Boundary='{x} {y} 80 5' Size='4'><ofd:TextCode X='0' Y='4' DeltaX='g 20 4'>{text}</ofd:TextCode></ofd:TextObject>"
        )
    }

    #[test]
    fn lines_and_grids_are_put_together() {
        let path = |data: &str| {
            format!(
                "<ofd:PathObject Boundary='20 40 100 20'><ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
            )
        };
        let objects = [
            text(20.0, 20.0, "二、主动公开政府信息情况"),
            path("M 0 0 L 100 0 L 100 20 L 0 20 C"),
            path("M 0 10 L 100 10 M 50 0 L 50 20"),
            text(22.0, 42.0, "行政许可"),
            text(72.0, 42.0, "５"),
            text(22.0, 52.0, "行政处罚"),
        ];
        let document = crate::read("报告.ofd", &ofd(&objects.concat())).expect("readable");
        let Some([Block::Paragraph(heading), Block::Grid(grid)]) = document.blocks.first_chunk() else {
            panic!("{document:?}")
        };
        assert_eq!(heading.text, "二、主动公开政府信息情况");
        assert!(matches!(heading.at, Some(Place::Page { page: 1, .. })));
        let cells: Vec<&str> = grid.cells.iter().map(|cell| cell.text.as_str()).collect();
        assert_eq!(cells, ["行政许可", "５", "行政处罚", ""]);
    }

    #[test]
    fn steps_repeat() {
        assert_eq!(steps(Some("1 g 2 2.5 3")).collect::<Vec<_>>(), [1.0, 2.5, 2.5, 3.0]);
        assert_eq!(steps(Some("g 2")).count(), 0);
    }

    #[test]
    fn a_page_without_text_is_empty_and_a_missing_one_damaged() {
        assert_eq!(crate::read("", &ofd("")), Err(Reason::Empty));
        assert_eq!(crate::read("", &pack(&[("OFD.xml", b"<a><DocRoot>x.xml</DocRoot></a>")])), Err(Reason::Damaged));
    }
}
