#![no_main]

const ENTRY: &str = "<o><DocRoot>d.xml</DocRoot></o>";
const DOCUMENT: &str = "<d><Page ID='1' BaseLoc='/p.xml'/></d>";

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    nianbao_fuzz::read_part("p.xml", bytes, &[("OFD.xml", ENTRY), ("d.xml", DOCUMENT)]);
});
