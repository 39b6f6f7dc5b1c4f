#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| nianbao_fuzz::read_after(b"%PDF-1.7\n", bytes));
