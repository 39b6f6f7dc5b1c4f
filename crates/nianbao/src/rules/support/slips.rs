//! How far a number in the text may be from the table's by a slip of the pen, and not because it counts
//! something else. In the labelled reports no slip is farther off than `is_possible` says.

use crate::repair::slip;

/// What nobody takes for a slip where the table has nothing.
const FEW: i64 = 9;
/// How many times the other a number may be.
const TIMES: i64 = 5;

/// Whether a number may be a slip of another: of like size, with the digits of the other, or last year's few.
pub fn is_possible(said: i64, due: i64) -> bool {
    let (less, more) = (said.min(due), said.max(due));
    more <= FEW || more <= less.saturating_mul(TIMES) || is_miswritten(said, due)
}

/// Whether a number is so near another that it can hardly count anything else: by a third at most, or with
/// its digits.
pub fn is_near(said: i64, due: i64) -> bool {
    let (less, more) = (said.min(due), said.max(due));
    more - less <= less / 3 || less > FEW && is_miswritten(said, due)
}

/// Whether a number has the digits of another but for one slip, and neither is 0.
fn is_miswritten(said: i64, due: i64) -> bool {
    said > 0 && due > 0 && slip::of_digits(due, said).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_told_from_another_count() {
        for (said, due) in [(2417, 20417), (12, 2), (4960, 9460), (83, 38), (3, 1), (4, 0)] {
            assert!(is_possible(said, due), "{said} for {due}");
        }
        for (said, due) in [(417, 20731), (57, 1), (1307, 4), (23, 207)] {
            assert!(!is_possible(said, due), "{said} for {due}");
        }
        for (said, due) in [(9, 11), (104, 140), (35, 33)] {
            assert!(is_near(said, due), "{said} for {due}");
        }
        for (said, due) in [(1, 3), (2, 22), (3, 0)] {
            assert!(!is_near(said, due), "{said} for {due}");
        }
    }
}
