//! The slips by which a clerk's number becomes another one.
//!
//! How surprising a slip is stands here as a small whole number, about the bits by which it is rarer
//! than the commonest. The numbers are our judgement, not a measurement of clerks; what they do on
//! generated slips is measured by the example `repair_score`.

use crate::form::CellId;

/// What may have happened to one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slip {
    /// Nothing is written; the equations say what is due.
    Blank,
    /// Last year's number was left standing.
    LastYears,
    /// Two neighbouring digits changed places: 235, 253.
    Transposed,
    /// A zero was left out: 250, 25.
    ZeroLost,
    /// A zero too many: 25, 250.
    ZeroGained,
    /// A digit typed twice: 235, 2335.
    Doubled,
    /// A digit was left out: 235, 23.
    DigitLost,
    /// A digit too many: 235, 2375.
    DigitGained,
    /// A digit taken for one that looks like it: 3, 8.
    Misread,
    /// Another digit in one place: 235, 265.
    DigitChanged,
    /// One more or one less.
    OffByOne,
    /// Zero stands where a number is due.
    LeftZero,
    /// A number stands where zero is due.
    Stray,
    /// The total leaves out this addend (or the group of rows that begins with it).
    LeftOut(CellId, Extent),
    /// The total counts this addend (or the group of rows that begins with it) twice.
    CountedTwice(CellId, Extent),
    /// The total also counts this cell, which is no addend.
    CountedToo(CellId),
    /// The total was added up wrongly.
    Miscounted,
    /// The number of this neighbouring cell was written twice.
    Copied(CellId),
    /// The numbers of this cell and that one changed places.
    Swapped(CellId),
    /// The numbers of the row stand one column off.
    RowShifted,
    /// The numbers of the column stand one row off.
    ColumnShifted,
    /// The number fits no slip we know.
    Unexplained,
}

/// How many addends a wrong total leaves out or counts twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Extent {
    /// One cell.
    Cell,
    /// All rows under one heading: （三）不予公开.
    Group,
}

impl Slip {
    /// How surprising the slip is; several cells that one slip explains count once.
    pub fn surprise(self) -> u32 {
        match self {
            Slip::Blank => 0,
            Slip::LastYears => 2,
            Slip::Transposed | Slip::ZeroLost | Slip::Doubled | Slip::DigitLost => 3,
            Slip::Swapped(_) | Slip::RowShifted | Slip::ColumnShifted => 3,
            Slip::LeftOut(..) | Slip::Misread | Slip::OffByOne | Slip::LeftZero | Slip::ZeroGained => 4,
            Slip::CountedTwice(..) | Slip::CountedToo(_) | Slip::DigitChanged | Slip::DigitGained => 5,
            Slip::Copied(_) | Slip::Stray => 6,
            Slip::Miscounted => 7,
            Slip::Unexplained => 9,
        }
    }
}

/// The likeliest slip of the pen by which `meant` was written as `written`, another number.
pub fn of_digits(meant: i64, written: i64) -> Option<Slip> {
    match (meant, written) {
        (_, 0) => return Some(Slip::LeftZero),
        (0, _) => return Some(Slip::Stray),
        _ => {}
    }
    let (from, to) = (meant.to_string(), written.to_string());
    let (from, to) = (from.as_bytes(), to.as_bytes());
    let slip = match to.len() as i64 - from.len() as i64 {
        0 => of_same_length(from, to),
        -1 => lost(from, to).map(|digit| if digit == b'0' { Slip::ZeroLost } else { Slip::DigitLost }),
        1 => lost(to, from).map(|digit| match digit {
            b'0' => Slip::ZeroGained,
            _ if doubled(from, to) => Slip::Doubled,
            _ => Slip::DigitGained,
        }),
        _ => None,
    };
    let off_by_one = (meant.abs_diff(written) == 1).then_some(Slip::OffByOne);
    [slip, off_by_one].into_iter().flatten().min_by_key(|slip| slip.surprise())
}

fn of_same_length(from: &[u8], to: &[u8]) -> Option<Slip> {
    let different: Vec<usize> = (0..from.len()).filter(|&i| from.get(i) != to.get(i)).collect();
    let pair = |i: usize| Some((*from.get(i)?, *to.get(i)?));
    match *different.as_slice() {
        [place] => {
            let (a, b) = pair(place)?;
            Some(if looks_like(a, b) { Slip::Misread } else { Slip::DigitChanged })
        }
        [place, next] if next == place + 1 => {
            let ((a, b), (c, d)) = (pair(place)?, pair(next)?);
            (a == d && b == c).then_some(Slip::Transposed)
        }
        _ => None,
    }
}

/// The digit that has to be taken out of `long` to give `short`, which is one digit shorter.
fn lost(long: &[u8], short: &[u8]) -> Option<u8> {
    let place = long.iter().zip(short).take_while(|(a, b)| a == b).count();
    (long.get(place + 1..) == short.get(place..)).then(|| long.get(place).copied()).flatten()
}

/// Whether `long` is `short` with one digit typed twice.
fn doubled(short: &[u8], long: &[u8]) -> bool {
    let place = long.iter().zip(short).take_while(|(a, b)| a == b).count();
    place > 0 && long.get(place) == long.get(place - 1)
}

/// Digits that are taken for each other in handwriting, in small print and by text recognition.
fn looks_like(a: u8, b: u8) -> bool {
    const PAIRS: [(u8, u8); 11] = [
        (b'0', b'6'),
        (b'0', b'8'),
        (b'0', b'9'),
        (b'1', b'4'),
        (b'1', b'7'),
        (b'2', b'7'),
        (b'3', b'5'),
        (b'3', b'8'),
        (b'4', b'9'),
        (b'5', b'6'),
        (b'6', b'8'),
    ];
    PAIRS.contains(&(a.min(b), a.max(b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_tell_the_slip() {
        let cases = [
            (235, 253, Some(Slip::Transposed)),
            (250, 25, Some(Slip::ZeroLost)),
            (205, 25, Some(Slip::ZeroLost)),
            (25, 250, Some(Slip::ZeroGained)),
            (235, 2335, Some(Slip::Doubled)),
            (200, 2000, Some(Slip::ZeroGained)),
            (235, 25, Some(Slip::DigitLost)),
            (235, 2375, Some(Slip::DigitGained)),
            (13, 18, Some(Slip::Misread)),
            (13, 19, Some(Slip::DigitChanged)),
            (19, 20, Some(Slip::OffByOne)),
            (7, 0, Some(Slip::LeftZero)),
            (70, 0, Some(Slip::LeftZero)),
            (0, 6, Some(Slip::Stray)),
            (235, 532, None),
            (1234, 12, None),
        ];
        for (meant, written, slip) in cases {
            assert_eq!(of_digits(meant, written), slip, "{meant} written as {written}");
        }
    }
}
