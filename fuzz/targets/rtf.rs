#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| nianbao_fuzz::read_after(b"{\\rtf1", bytes));
