//! Writes reports in many layouts.
