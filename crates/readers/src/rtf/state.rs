//! Groups: what each of them sets, until it closes.

use std::collections::HashMap;

use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, SHIFT_JIS, WINDOWS_1252};

/// Where text goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Destination {
    /// To the text.
    #[default]
    Text,
    /// To the text, as its automatic number.
    Number,
    /// After the paragraph: a footnote, a text box.
    Note,
    /// To a comment.
    Comment,
    /// To the table of fonts.
    Fonts,
    /// Nowhere.
    Skipped,
}

/// What a group sets.
#[derive(Clone, Debug, Default)]
struct Group {
    destination: Destination,
    font: i32,
    /// The font of double-byte text.
    wide_font: Option<i32>,
    /// Whether the next font named is that of double-byte text.
    names_wide_font: bool,
    stand_ins: Option<usize>,
    starred: bool,
    deleted: bool,
    inserted: bool,
    hidden: bool,
}

/// The open groups and what is known of fonts.
#[derive(Debug)]
pub(super) struct Groups {
    outer: Vec<Group>,
    here: Group,
    fonts: HashMap<i32, &'static Encoding>,
    encoding: &'static Encoding,
}

impl Default for Groups {
    fn default() -> Groups {
        Groups { outer: Vec::new(), here: Group::default(), fonts: HashMap::new(), encoding: WINDOWS_1252 }
    }
}

/// Destinations whose text is none of the document's.
const SKIPPED: &[&str] = &[
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "fldinst",
    "listtable",
    "listoverridetable",
    "revtbl",
    "filetbl",
    "nonesttables",
    "nonshppict",
    "shprslt",
    "objdata",
    "tc",
    "xe",
    "sn",
    "sv",
    "ftnsep",
    "ftnsepc",
    "aftnsep",
    "aftnsepc",
];

impl Groups {
    pub fn open(&mut self) {
        self.outer.push(self.here.clone());
        self.here.starred = false;
    }

    pub fn close(&mut self) {
        if let Some(outer) = self.outer.pop() {
            self.here = outer;
        }
    }

    pub fn depth(&self) -> usize {
        self.outer.len()
    }

    /// Says that the next word begins a destination that old readers do not know.
    pub fn starred(&mut self) {
        self.here.starred = true;
    }

    pub fn destination(&self) -> Destination {
        self.here.destination
    }

    pub fn is_deleted(&self) -> bool {
        self.here.deleted
    }

    pub fn is_inserted(&self) -> bool {
        self.here.inserted
    }

    pub fn is_hidden(&self) -> bool {
        self.here.hidden
    }

    /// How many characters after a `\u` stand in for it.
    pub fn stand_ins(&self) -> usize {
        self.here.stand_ins.unwrap_or(1)
    }

    /// The encoding of text bytes: that of the font, where it is one for Chinese.
    pub fn encoding(&self) -> &'static Encoding {
        let of = |font: i32| self.fonts.get(&font).copied().filter(|encoding| !encoding.is_single_byte());
        of(self.here.font).or_else(|| self.here.wide_font.and_then(of)).unwrap_or(self.encoding)
    }

    /// Follows a word that sets something for the group; whether it is one.
    pub fn word(&mut self, word: &str, number: Option<i32>) -> bool {
        let starred = std::mem::take(&mut self.here.starred);
        let here = &mut self.here;
        let on = number != Some(0);
        match word {
            "fonttbl" => here.destination = Destination::Fonts,
            // A text box stands within a destination that is left out.
            "shptxt" | "footnote" => here.destination = Destination::Note,
            _ if here.destination == Destination::Skipped => return true,
            "annotation" => here.destination = Destination::Comment,
            "listtext" | "pntext" => here.destination = Destination::Number,
            // The shape of a table within a cell, which old readers do not know.
            "nesttableprops" => return false,
            _ if starred || SKIPPED.contains(&word) => here.destination = Destination::Skipped,
            "f" | "af" if std::mem::take(&mut here.names_wide_font) => here.wide_font = number,
            "f" => here.font = number.unwrap_or(0),
            "dbch" => here.names_wide_font = true,
            "loch" | "hich" => here.names_wide_font = false,
            "uc" => here.stand_ins = usize::try_from(number.unwrap_or(1)).ok().map(|count| count.min(16)),
            "ansicpg" => self.encoding = code_page(number.unwrap_or(0)).unwrap_or(self.encoding),
            "fcharset" => {
                let encoding = match number.unwrap_or(0) {
                    128 => Some(SHIFT_JIS),
                    129 => Some(EUC_KR),
                    134 => Some(GB18030),
                    136 => Some(BIG5),
                    _ => None,
                };
                self.fonts.extend(encoding.map(|encoding| (self.here.font, encoding)));
            }
            "cpg" => self.fonts.extend(code_page(number.unwrap_or(0)).map(|encoding| (self.here.font, encoding))),
            "plain" => (here.hidden, here.deleted, here.inserted) = (false, false, false),
            "v" => here.hidden = on,
            "deleted" => here.deleted = on,
            "revised" => here.inserted = on,
            _ => return false,
        }
        true
    }
}

fn code_page(number: i32) -> Option<&'static Encoding> {
    Some(match number {
        932 => SHIFT_JIS,
        936 | 54936 => GB18030,
        949 => EUC_KR,
        950 => BIG5,
        1252 => WINDOWS_1252,
        _ => return None,
    })
}
