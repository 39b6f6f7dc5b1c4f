//! Cuts rich text into control words and text.

/// A piece of rich text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Token<'a> {
    /// `{`.
    Open,
    /// `}`.
    Close,
    /// A control word and its number.
    Word(&'a str, Option<i32>),
    /// A control sign: `\~`.
    Sign(u8),
    /// Text as it stands.
    Plain(&'a [u8]),
    /// A byte of text written as `\'b9`, or a sign with a backslash before it.
    Byte(u8),
}

/// The first token and what follows it.
pub(super) fn next(bytes: &[u8]) -> Option<(Token<'_>, &[u8])> {
    let mut rest = bytes;
    while let Some((b'\r' | b'\n' | 0, after)) = rest.split_first() {
        rest = after;
    }
    let (first, after) = rest.split_first()?;
    match first {
        b'{' => Some((Token::Open, after)),
        b'}' => Some((Token::Close, after)),
        b'\\' => Some(control(after)),
        _ => {
            let end = rest.iter().position(|byte| matches!(byte, b'{' | b'}' | b'\\' | b'\r' | b'\n' | 0));
            let (text, after) = rest.split_at(end.unwrap_or(rest.len()));
            Some((Token::Plain(text), after))
        }
    }
}

/// What stands after a backslash.
fn control(rest: &[u8]) -> (Token<'_>, &[u8]) {
    let Some((first, after)) = rest.split_first() else { return (Token::Sign(0), rest) };
    match first {
        b'\'' => {
            let digit = |index: usize| after.get(index).and_then(|byte| char::from(*byte).to_digit(16));
            match (digit(0), digit(1)) {
                (Some(high), Some(low)) => {
                    let byte = u8::try_from(high * 16 + low).unwrap_or(b'?');
                    (Token::Byte(byte), after.get(2..).unwrap_or_default())
                }
                _ => (Token::Sign(b'\''), after),
            }
        }
        b'\\' | b'{' | b'}' => (Token::Byte(*first), after),
        b'\r' | b'\n' => (Token::Word("par", None), after),
        b'a'..=b'z' | b'A'..=b'Z' => word(rest),
        _ => (Token::Sign(*first), after),
    }
}

fn word(rest: &[u8]) -> (Token<'_>, &[u8]) {
    let letters = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let (word, rest) = rest.split_at(letters);
    let word = std::str::from_utf8(word).unwrap_or_default();
    let sign = usize::from(rest.first() == Some(&b'-') && rest.get(1).is_some_and(u8::is_ascii_digit));
    let digits = rest.iter().skip(sign).take_while(|byte| byte.is_ascii_digit()).count();
    let (number, rest) = rest.split_at(if digits == 0 { 0 } else { sign + digits });
    let number = std::str::from_utf8(number).ok().filter(|number| !number.is_empty());
    let number = number.map(|number| number.parse::<i64>().unwrap_or(i64::MAX).clamp(i32::MIN.into(), i32::MAX.into()));
    let number = number.and_then(|number| i32::try_from(number).ok());
    let rest = rest.strip_prefix(b" ").unwrap_or(rest);
    if word == "bin" {
        // That many bytes follow that are no text.
        let length = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
        return (Token::Sign(0), rest.get(length..).unwrap_or_default());
    }
    (Token::Word(word, number), rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_numbers_and_bytes_are_cut() {
        let mut rest: &[u8] = b"{\\rtf1\\ansi \\'b9\\'E6\\u-10179 ?\r\n\\b0 a\\\\\\bin3 }}}\\par}";
        let mut tokens = Vec::new();
        while let Some((token, after)) = next(rest) {
            tokens.push(token);
            rest = after;
        }
        use Token::{Byte, Close, Open, Plain, Sign, Word};
        assert_eq!(
            tokens,
            [
                Open,
                Word("rtf", Some(1)),
                Word("ansi", None),
                Byte(0xB9),
                Byte(0xE6),
                Word("u", Some(-10179)),
                Plain(b"?"),
                Word("b", Some(0)),
                Plain(b"a"),
                Byte(b'\\'),
                Sign(0),
                Word("par", None),
                Close
            ]
        );
        assert_eq!(next(b"\\"), Some((Sign(0), &b""[..])));
        assert_eq!(next(b"\\b99999999999"), Some((Word("b", Some(i32::MAX)), &b""[..])));
    }
}
