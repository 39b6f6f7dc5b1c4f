#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = nianbao_readers::read_text(&String::from_utf8_lossy(bytes));
});
