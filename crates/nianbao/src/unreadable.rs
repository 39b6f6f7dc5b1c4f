//! Why an input could not be read at all, and what a clerk can do about it.

use serde::{Deserialize, Serialize};

use crate::language::{Language, Words};

/// Why an input could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// A PDF of pictures: there is no text in it.
    ScannedPdf,
    /// A PDF whose fonts do not say which characters they show.
    UnmappedPdf,
    /// The file is locked with a password.
    Encrypted,
    /// The file is broken or cut off.
    Damaged,
    /// The file, or what it unpacks to, is larger than a report can be.
    TooLarge,
    /// The format is not one that can be read here.
    Unsupported,
    /// There is nothing in it.
    Empty,
}

/// An input that could not be read: the reason, a sentence, and an advice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unreadable {
    /// Why.
    pub reason: Reason,
    /// What happened, in a sentence.
    pub message: String,
    /// What to do about it.
    pub advice: String,
}

impl Reason {
    /// The sentence and the advice for this reason.
    pub fn explain(self, language: Language) -> Unreadable {
        let (message, advice) = match self {
            Reason::ScannedPdf => (
                Words {
                    zh: "这个 PDF 是扫描件，里面只有图片，没有文字。",
                    en: "This PDF is a scan: it holds pictures and no text.",
                },
                Words {
                    zh: "请打开生成它的 Word 或 WPS 原稿，把原稿拖进来，或复制全文粘贴。",
                    en: "Use the Word or WPS file it was made from, or copy and paste the text.",
                },
            ),
            Reason::UnmappedPdf => (
                Words {
                    zh: "这个 PDF 里有文字，但字体没有带字符对照表，读不出是哪些字；从中复制出来的也会是乱码。",
                    en: "This PDF holds text, but its fonts do not say which characters they show; copying it gives nonsense too.",
                },
                Words {
                    zh: "请用 Word 或 WPS 原稿，或从原稿重新“输出为 PDF”后再试。",
                    en: "Use the Word or WPS file it was made from, or export that to PDF again.",
                },
            ),
            Reason::Encrypted => (
                Words { zh: "文件设了打开密码，无法读取。", en: "The file is protected by a password." },
                Words {
                    zh: "请在 WPS 或 Word 中用密码打开，另存为不加密的副本后再试，或复制全文粘贴。",
                    en: "Open it with its password, save an unprotected copy, or copy and paste the text.",
                },
            ),
            Reason::Damaged => (
                Words {
                    zh: "文件已损坏或没有传输完整，无法读取。", en: "The file is damaged or incomplete."
                },
                Words {
                    zh: "请重新下载或复制一份；如果 WPS 或 Word 还能打开，另存为新文件后再试，或复制全文粘贴。",
                    en: "Get a fresh copy; if an office program still opens it, save it anew, or copy and paste the text.",
                },
            ),
            Reason::TooLarge => (
                Words {
                    zh: "内容太大，超出一份年度报告应有的篇幅。",
                    en: "This is larger than an annual report can be.",
                },
                Words {
                    zh: "请只放入年度报告本身，去掉附件和图片后再试。",
                    en: "Put in the report alone, without attachments and pictures.",
                },
            ),
            Reason::Unsupported => (
                Words { zh: "这种文件格式暂时读不了。", en: "This kind of file cannot be read." },
                Words {
                    zh: "请用 WPS 或 Word 打开，复制全文粘贴到这里，或另存为网页（.html）、纯文本（.txt）后再试。",
                    en: "Open it and copy and paste the text, or save it as a web page (.html) or plain text (.txt).",
                },
            ),
            Reason::Empty => (
                Words { zh: "里面没有任何文字。", en: "There is no text in it." },
                Words {
                    zh: "请确认选对了文件，或复制年度报告全文粘贴。",
                    en: "Make sure it is the right file, or copy and paste the report.",
                },
            ),
        };
        Unreadable {
            reason: self,
            message: message.in_language(language).to_owned(),
            advice: advice.in_language(language).to_owned(),
        }
    }
}
