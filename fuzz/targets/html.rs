#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = nianbao_readers::read_html(&String::from_utf8_lossy(bytes));
});
