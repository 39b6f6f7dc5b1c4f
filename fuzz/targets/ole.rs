#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| nianbao_fuzz::read_after(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", bytes));
