//! The pictures of the guide. They stand in the program itself: the page may fetch nothing.

/// The pictures by their files' names; `tests/browser/picture.js` takes them.
const PICTURES: [(&str, &[u8]); 3] = [
    ("verdict.png", include_bytes!("../../docs/verdict.png")),
    ("finding.png", include_bytes!("../../docs/finding.png")),
    ("equation.png", include_bytes!("../../docs/equation.png")),
];

/// The address of a picture that stands in itself.
pub fn address(file: &str) -> Option<String> {
    let (_, bytes) = PICTURES.iter().find(|(name, _)| *name == file)?;
    let text: String = bytes.iter().map(|&byte| char::from(byte)).collect();
    let encoded = web_sys::window()?.btoa(&text).ok()?;
    Some(format!("data:image/png;base64,{encoded}"))
}
