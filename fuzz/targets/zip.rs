#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Some(Ok(archive)) = nianbao_readers::archive::Archive::open(bytes) {
        archive.for_each(drop);
    }
    nianbao_fuzz::read_after(b"PK\x03\x04", bytes);
});
