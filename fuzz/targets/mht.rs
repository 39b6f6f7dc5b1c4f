#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| nianbao_fuzz::read_after(b"MIME-Version: 1.0\r\n", bytes));
