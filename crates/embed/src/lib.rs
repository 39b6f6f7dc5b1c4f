//! The checker for JavaScript: [`Checker`] reads and checks in a worker that runs this same wasm,
//! and [`api`] gives it to programs as the `check` of the npm package. The page uses the first, the
//! files in `package` the second.

pub mod api;
mod worker;

pub use worker::{Boot, Checker, Source, Stopped};

/// An invented report with a handful of deliberate mistakes.
pub const EXAMPLE: &str = include_str!("example.txt");
