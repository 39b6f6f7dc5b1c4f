#![no_main]

// One stream in the place of three: its tables stand in it beside the text.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| nianbao_fuzz::read_streams(&["WordDocument", "0Table", "Data"], bytes));
