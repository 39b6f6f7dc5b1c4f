//! Unpacks streams, each under a limit.

use std::io::Read;

use flate2::read::{DeflateDecoder, ZlibDecoder};
use hayro_syntax::Filter;
use hayro_syntax::object::Stream;
use nianbao::unreadable::Reason;

/// The largest stream, unpacked, in bytes. A page's content has some hundred kilobytes.
pub(super) const STREAM_BYTES: usize = 32 << 20;

/// A stream packed by a method that is unpacked without a limit may have this many bytes: LZW
/// unpacks to at most 2,700 times as much, run lengths to 64 times.
const OTHER_PACKED_BYTES: usize = 16 << 10;

/// Unpacks a stream that holds text: content, a table to Unicode.
pub(super) fn unpack(stream: &Stream<'_>) -> Result<Vec<u8>, Reason> {
    let raw = stream.raw_data();
    let filters = stream.filters();
    let Some((last, before)) = filters.split_last() else { return Ok(raw.into_owned()) };
    let plain = |filter: &Filter| matches!(filter, Filter::AsciiHexDecode | Filter::Ascii85Decode | Filter::Crypt);
    let predicted = stream.dict().contains_key("DecodeParms") || stream.dict().contains_key("DP");
    if *last == Filter::FlateDecode && before.iter().all(plain) && !predicted {
        let mut data = raw.into_owned();
        for filter in before {
            match filter {
                Filter::AsciiHexDecode => data = hexadecimal(&data),
                Filter::Ascii85Decode => data = base_85(&data),
                _ => {}
            }
        }
        return inflate(&data, STREAM_BYTES);
    }
    let packing = filters.iter().filter(|filter| !plain(filter)).count();
    if packing == 0 || packing == 1 && raw.len() <= OTHER_PACKED_BYTES {
        return Ok(stream.decoded_data().map(std::borrow::Cow::into_owned).unwrap_or_default());
    }
    Err(Reason::Damaged)
}

/// Unpacks deflated data, with or without a zlib header; of damaged data what comes before the damage.
pub(super) fn inflate(data: &[u8], limit: usize) -> Result<Vec<u8>, Reason> {
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    let mut unpacked = Vec::new();
    // An error ends the data; what was read stays.
    let whole = ZlibDecoder::new(data).take(most).read_to_end(&mut unpacked).is_ok();
    if !whole && unpacked.is_empty() {
        let _ = DeflateDecoder::new(data).take(most).read_to_end(&mut unpacked);
    }
    if unpacked.len() > limit { Err(Reason::TooLarge) } else { Ok(unpacked) }
}

fn hexadecimal(data: &[u8]) -> Vec<u8> {
    let digits = data.iter().take_while(|byte| **byte != b'>').filter_map(|byte| char::from(*byte).to_digit(16));
    let digits: Vec<u8> = digits.filter_map(|digit| u8::try_from(digit).ok()).collect();
    digits.chunks(2).map(|pair| pair.first().map_or(0, |high| high << 4) | pair.get(1).copied().unwrap_or(0)).collect()
}

fn base_85(data: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut group: Vec<u8> = Vec::new();
    let mut flush = |group: &mut Vec<u8>| {
        let count = group.len();
        if count > 1 {
            group.resize(5, 84);
            let value = group.iter().fold(0_u32, |value, digit| value.wrapping_mul(85).wrapping_add(u32::from(*digit)));
            bytes.extend(value.to_be_bytes().into_iter().take(count - 1));
        }
        group.clear();
    };
    for byte in data {
        match byte {
            b'~' => break,
            b'z' if group.is_empty() => {
                group.extend([0; 5]);
                flush(&mut group);
            }
            b'!'..=b'u' => {
                group.push(byte - b'!');
                if group.len() == 5 {
                    flush(&mut group);
                }
            }
            _ => {}
        }
    }
    flush(&mut group);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_codes_are_decoded() {
        assert_eq!(hexadecimal(b"48 65 6C6c6F 7>rest"), b"Hellop");
        assert_eq!(base_85(b"87cURD]i,\"Ebo80~>"), b"Hello World!");
    }

    #[test]
    fn unpacking_stops_at_the_limit() {
        use flate2::{Compression, write::ZlibEncoder};
        use std::io::Write;
        let mut packer = ZlibEncoder::new(Vec::new(), Compression::default());
        packer.write_all(&[0; 5000]).expect("packs");
        let packed = packer.finish().expect("packs");
        assert_eq!(inflate(&packed, 5000).map(|data| data.len()), Ok(5000));
        assert_eq!(inflate(&packed, 4999), Err(Reason::TooLarge));
    }
}
