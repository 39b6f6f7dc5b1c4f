//! Text files in the encodings that Windows programs in China write.

use encoding_rs::GB18030 as GB18030_ENCODING;

use super::{Layout, Written, tab_rows};

pub(super) static GB18030: Layout = Layout {
    name: "text-gb18030",
    origin: "a text file saved on a Chinese Windows",
    write: |draft, hand| {
        let text = tab_rows::write(draft, hand).replace('\n', "\r\n");
        Written::File { name: "年度报告.txt", bytes: GB18030_ENCODING.encode(&text).0.into_owned() }
    },
};

pub(super) static UTF_16: Layout = Layout {
    name: "text-utf16",
    origin: "a text file saved as Unicode by Notepad",
    write: |draft, hand| {
        let text = tab_rows::write(draft, hand).replace('\n', "\r\n");
        let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
        Written::File { name: "年度报告.txt", bytes: units.flat_map(u16::to_le_bytes).collect() }
    },
};

/// The text of a file of one of these layouts.
#[cfg(test)]
pub(super) fn decoded(bytes: &[u8]) -> String {
    let (encoding, _) = encoding_rs::Encoding::for_bom(bytes).unwrap_or((GB18030_ENCODING, 0));
    encoding.decode(bytes).0.into_owned()
}
