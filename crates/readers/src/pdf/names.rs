//! Names of glyphs in simple fonts.

/// The characters of glyph names that are not the character itself.
const NAMES: &[(&str, char)] = &[
    ("space", ' '),
    ("nbspace", ' '),
    ("exclam", '!'),
    ("quotedbl", '"'),
    ("numbersign", '#'),
    ("dollar", '$'),
    ("percent", '%'),
    ("ampersand", '&'),
    ("quotesingle", '\''),
    ("parenleft", '('),
    ("parenright", ')'),
    ("asterisk", '*'),
    ("plus", '+'),
    ("comma", ','),
    ("hyphen", '-'),
    ("minus", '-'),
    ("period", '.'),
    ("slash", '/'),
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("colon", ':'),
    ("semicolon", ';'),
    ("less", '<'),
    ("equal", '='),
    ("greater", '>'),
    ("question", '?'),
    ("at", '@'),
    ("bracketleft", '['),
    ("backslash", '\\'),
    ("bracketright", ']'),
    ("underscore", '_'),
    ("braceleft", '{'),
    ("bar", '|'),
    ("braceright", '}'),
    ("asciitilde", '~'),
    ("bullet", '•'),
    ("periodcentered", '·'),
    ("endash", '–'),
    ("emdash", '—'),
    ("quoteleft", '‘'),
    ("quoteright", '’'),
    ("quotedblleft", '“'),
    ("quotedblright", '”'),
    ("guillemotleft", '«'),
    ("guillemotright", '»'),
    ("ellipsis", '…'),
    ("multiply", '×'),
    ("degree", '°'),
];

/// The character of a glyph name: `three`, `A`, `uni4E00`, `u4E00`.
pub(super) fn character(name: &str) -> Option<char> {
    let name = name.split('.').next().filter(|name| !name.is_empty())?;
    if let Some((_, character)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some(*character);
    }
    let mut characters = name.chars();
    if let (Some(only), None) = (characters.next(), characters.next()) {
        return Some(only);
    }
    let code = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'))?;
    let hexadecimal = (4..=6).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_hexdigit());
    hexadecimal.then(|| u32::from_str_radix(code, 16).ok().and_then(char::from_u32)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_give_characters() {
        assert_eq!(
            ["three", "A", "uni4E00", "u4E8C", "hyphen.alt"].map(character),
            ['3', 'A', '一', '二', '-'].map(Some)
        );
        assert_eq!(["g12", "", ".notdef", "union"].map(character), [None; 4]);
    }
}
