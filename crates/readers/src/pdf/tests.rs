use super::*;

#[test]
fn no_bytes_of_a_pdf_are_damaged() {
    assert_eq!(read(b"%PDF-1.7\n"), Err(Reason::Damaged));
}
