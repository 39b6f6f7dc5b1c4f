//! The repair search: its laws, and what it says.

mod laws;
mod reports;
