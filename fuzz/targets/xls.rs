#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| nianbao_fuzz::read_streams(&["Workbook"], bytes));
