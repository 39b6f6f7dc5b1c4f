//! Transforms of the plane as PDF and OFD write them.

/// `[a b c d e f]`: x′ = a x + c y + e, y′ = b x + d y + f.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Matrix(pub(crate) [f64; 6]);

impl Matrix {
    pub(crate) const IDENTITY: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// A move.
    pub(crate) fn shift(x: f64, y: f64) -> Matrix {
        Matrix([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// This transform first, then `after`.
    pub(crate) fn then(self, after: Matrix) -> Matrix {
        let (Matrix([a, b, c, d, e, f]), Matrix([p, q, r, s, t, u])) = (self, after);
        Matrix([a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u])
    }

    /// Where a point goes.
    pub(crate) fn point(self, x: f64, y: f64) -> (f64, f64) {
        let Matrix([a, b, c, d, e, f]) = self;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// Where a direction goes.
    pub(crate) fn direction(self, x: f64, y: f64) -> (f64, f64) {
        let Matrix([a, b, c, d, ..]) = self;
        (a * x + c * y, b * x + d * y)
    }

    /// How many times larger areas become.
    pub(crate) fn area(self) -> f64 {
        let Matrix([a, b, c, d, ..]) = self;
        (a * d - b * c).abs()
    }
}
