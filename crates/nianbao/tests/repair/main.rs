//! The repair search: its laws, what it finds against brute force and against another solver, what
//! it says, and the equations it rests on.

mod brute_force;
mod form_equations;
mod laws;
mod oracle;
mod reports;
