//! Slips of every kind, made on purpose. Nothing here knows how the repair search judges slips.

use fastrand::Rng;
use nianbao::form::{CellId, Equation, Form};

/// What a slip is made on: the right numbers, last year's, and the table in which it happens.
pub struct Scene<'a> {
    pub form: &'static Form,
    pub values: &'a [i64],
    pub last_year: &'a [i64],
    pub table: u8,
}

/// The cells written wrongly, with what is written.
pub type Written = Vec<(CellId, i64)>;

/// A kind of slip: `None` where the numbers at hand give no occasion for it.
pub struct Kind {
    pub name: &'static str,
    pub make: fn(&Scene, &mut Rng) -> Option<Written>,
}

/// Slips that spoil one cell.
pub const OF_ONE_CELL: [Kind; 11] = [
    Kind { name: "digit dropped", make: |scene, random| digits(scene, random, 2, drop_digit) },
    Kind { name: "digit doubled", make: |scene, random| digits(scene, random, 1, double_digit) },
    Kind { name: "digits transposed", make: |scene, random| digits(scene, random, 2, transpose) },
    Kind { name: "digit misread", make: |scene, random| digits(scene, random, 1, misread) },
    Kind { name: "zero left out", make: |scene, random| digits(scene, random, 2, drop_zero) },
    Kind { name: "off by one", make: off_by_one },
    Kind { name: "left at zero", make: |scene, random| Some(vec![(filled(scene, random)?, 0)]) },
    Kind { name: "a number where zero is due", make: stray },
    Kind { name: "neighbour copied", make: copied },
    Kind { name: "total of the wrong rows", make: wrong_rows },
    Kind { name: "last year's total left", make: last_years_total },
];

/// Slips that spoil several cells at once.
pub const OF_SEVERAL_CELLS: [Kind; 4] = [
    Kind { name: "neighbours swapped", make: swapped },
    Kind { name: "number in the next cell", make: moved },
    Kind { name: "row shifted", make: row_shifted },
    Kind { name: "column shifted", make: column_shifted },
];

impl Scene<'_> {
    fn value(&self, cell: CellId) -> i64 {
        self.values[cell.index()]
    }

    fn cells(&self) -> impl Iterator<Item = CellId> {
        self.form.cell_ids().filter(|&id| self.form.spec(id).table == self.table && !self.form.is_outdated(id))
    }

    fn at(&self, row: usize, column: usize) -> Option<CellId> {
        self.form.rows.get(row).filter(|row| row.table == self.table && !row.outdated)?.cell(column)
    }

    /// The cell to the right or below.
    fn next(&self, cell: CellId, random: &mut Rng) -> Option<CellId> {
        let spec = self.form.spec(cell);
        if self.table == 4 || random.bool() {
            self.at(spec.row, spec.column + 1)
        } else {
            self.at(spec.row + 1, spec.column)
        }
    }
}

fn pick(cells: impl Iterator<Item = CellId>, random: &mut Rng) -> Option<CellId> {
    random.choice(cells.collect::<Vec<_>>())
}

/// A cell that is not 0.
fn filled(scene: &Scene, random: &mut Rng) -> Option<CellId> {
    pick(scene.cells().filter(|&cell| scene.value(cell) > 0), random)
}

/// A slip of the pen in a number of at least so many digits; nothing if the number stays the same.
fn digits(
    scene: &Scene,
    random: &mut Rng,
    at_least: usize,
    slip: fn(&[u8], &mut Rng) -> Option<Vec<u8>>,
) -> Option<Written> {
    let long = |cell: &CellId| scene.value(*cell) > 0 && scene.value(*cell).to_string().len() >= at_least;
    let cell = pick(scene.cells().filter(long), random)?;
    let written = String::from_utf8(slip(scene.value(cell).to_string().as_bytes(), random)?).ok()?.parse().ok()?;
    (written != scene.value(cell)).then_some(vec![(cell, written)])
}

fn drop_digit(digits: &[u8], random: &mut Rng) -> Option<Vec<u8>> {
    let mut written = digits.to_vec();
    written.remove(random.usize(..digits.len()));
    Some(written)
}

fn double_digit(digits: &[u8], random: &mut Rng) -> Option<Vec<u8>> {
    let place = random.usize(..digits.len());
    let mut written = digits.to_vec();
    written.insert(place, digits[place]);
    Some(written)
}

fn transpose(digits: &[u8], random: &mut Rng) -> Option<Vec<u8>> {
    let place = random.usize(..digits.len() - 1);
    let mut written = digits.to_vec();
    written.swap(place, place + 1);
    (written[0] != b'0').then_some(written)
}

/// Half of the misread digits look like the right one, half are any other.
fn misread(digits: &[u8], random: &mut Rng) -> Option<Vec<u8>> {
    let place = random.usize(..digits.len());
    let twins: &[u8] = match digits[place] {
        b'0' => b"68",
        b'1' => b"7",
        b'2' => b"7",
        b'3' => b"8",
        b'4' => b"9",
        b'5' => b"36",
        b'6' => b"08",
        b'7' => b"1",
        b'8' => b"36",
        _ => b"4",
    };
    let mut written = digits.to_vec();
    written[place] = if random.bool() { twins[random.usize(..twins.len())] } else { random.u8(b'0'..=b'9') };
    (written[0] != b'0').then_some(written)
}

fn drop_zero(digits: &[u8], random: &mut Rng) -> Option<Vec<u8>> {
    let place = random.choice((0..digits.len()).filter(|&i| digits[i] == b'0').collect::<Vec<_>>())?;
    let mut written = digits.to_vec();
    written.remove(place);
    Some(written)
}

fn off_by_one(scene: &Scene, random: &mut Rng) -> Option<Written> {
    let cell = filled(scene, random)?;
    Some(vec![(cell, scene.value(cell) + if random.bool() { 1 } else { -1 })])
}

fn stray(scene: &Scene, random: &mut Rng) -> Option<Written> {
    let cell = pick(scene.cells().filter(|&cell| scene.value(cell) == 0), random)?;
    Some(vec![(cell, random.i64(1..20))])
}

fn copied(scene: &Scene, random: &mut Rng) -> Option<Written> {
    let cell = filled(scene, random)?;
    let next = scene.next(cell, random)?;
    (scene.value(cell) != scene.value(next)).then_some(vec![(next, scene.value(cell))])
}

/// The equations that have this cell as their only total.
fn sums(scene: &Scene, cell: CellId) -> impl Iterator<Item = &'static Equation> {
    scene.form.equations.iter().filter(move |equation| equation.right == [cell])
}

/// A total that leaves out an addend, counts one twice, or counts 结转 too.
fn wrong_rows(scene: &Scene, random: &mut Rng) -> Option<Written> {
    let total = pick(scene.cells().filter(|&cell| scene.value(cell) > 0 && sums(scene, cell).count() > 0), random)?;
    let equation = random.choice(sums(scene, total).collect::<Vec<_>>())?;
    let right = scene.value(total);
    let addend = pick(equation.left.iter().copied().filter(|&cell| scene.value(cell) > 0), random)?;
    let written = match random.u8(..4) {
        0 => right + scene.value(addend),
        1 => {
            let spec = scene.form.spec(total);
            right + scene.value(scene.at(spec.row + 1, spec.column)?)
        }
        _ => right - scene.value(addend),
    };
    (written != right).then_some(vec![(total, written)])
}

fn last_years_total(scene: &Scene, random: &mut Rng) -> Option<Written> {
    let total = pick(scene.cells().filter(|&cell| sums(scene, cell).count() > 0), random)?;
    let last = scene.last_year[total.index()];
    (last != scene.value(total) && last != 0).then_some(vec![(total, last)])
}

fn swapped(scene: &Scene, random: &mut Rng) -> Option<Written> {
    let cell = filled(scene, random)?;
    let next = scene.next(cell, random)?;
    let (a, b) = (scene.value(cell), scene.value(next));
    (a != b).then_some(vec![(cell, b), (next, a)])
}

fn moved(scene: &Scene, random: &mut Rng) -> Option<Written> {
    let cell = filled(scene, random)?;
    let next = scene.next(cell, random)?;
    (scene.value(next) == 0).then_some(vec![(cell, 0), (next, scene.value(cell))])
}

/// The numbers of a line of cells from some place on, one place further; the last is lost.
fn shifted(scene: &Scene, line: &[CellId], random: &mut Rng) -> Option<Written> {
    let start = random.usize(..line.len().checked_sub(1)?);
    let before = std::iter::once(0).chain(line[start..].iter().map(|&cell| scene.value(cell)));
    let written: Written =
        line[start..].iter().copied().zip(before).filter(|&(cell, value)| scene.value(cell) != value).collect();
    (written.len() > 1).then_some(written)
}

/// The applicants' numbers of a row, one column to the right; the total stays.
fn row_shifted(scene: &Scene, random: &mut Rng) -> Option<Written> {
    let row = scene.form.row_of(filled(scene, random)?);
    let cells: Vec<CellId> = row.cells().collect();
    shifted(scene, &cells[..cells.len() - 1], random)
}

/// The results of a column, one row down; （七）总计 stays.
fn column_shifted(scene: &Scene, random: &mut Rng) -> Option<Written> {
    let column = scene.form.spec(filled(scene, random)?).column;
    let results =
        scene.form.rows.iter().enumerate().filter(|(_, row)| row.table == scene.table && row.labels.len() > 1);
    let cells: Vec<CellId> = results
        .filter(|(_, row)| !row.outdated && row.address != "3.total")
        .filter_map(|(row, _)| scene.at(row, column))
        .collect();
    if scene.table == 3 { shifted(scene, &cells, random) } else { None }
}
