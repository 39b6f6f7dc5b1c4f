//! Files that mean harm, and broken ones: each is unreadable with its reason, within two seconds and
//! 256 MB. `cargo test --release` measures what is published; a program that is not optimised is up
//! to thirty times slower.

use std::alloc::{GlobalAlloc, Layout, System};
use std::io::{Cursor, Write};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use flate2::{Compress, Compression, FlushCompress};
use nianbao::unreadable::Reason;
use nianbao_readers::archive::Archive;
use zip::write::{SimpleFileOptions, ZipWriter};

/// No file may take longer.
const SOON: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 2 });

/// No file may take more, in bytes, the file itself not counted.
const ROOM: usize = 256 << 20;

/// Counts the bytes that are held, and the most that ever were.
struct Counting;

static HELD: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call goes on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let held = HELD.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        MOST.fetch_max(held, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Runs `read` and sees that it kept to its time and room.
fn bounded<T>(told: &str, read: impl FnOnce() -> T) -> T {
    let held = HELD.load(Ordering::Relaxed);
    MOST.store(held, Ordering::Relaxed);
    let start = Instant::now();
    let result = read();
    let (time, room) = (start.elapsed(), MOST.load(Ordering::Relaxed) - held);
    println!("{told}: {} ms, {} MB", time.as_millis(), room >> 20);
    assert!(time < SOON, "{told} took {time:?}");
    assert!(room < ROOM, "{told} took {room} bytes");
    result
}

fn package(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a name");
        writer.write_all(bytes).expect("bytes");
    }
    writer.finish().expect("a package").into_inner()
}

fn docx(document: &str) -> Vec<u8> {
    package(&[("word/document.xml", document.as_bytes())])
}

fn xlsx(sheet: &str) -> Vec<u8> {
    package(&[
        ("xl/workbook.xml", b"<w xmlns:r='r'><sheets><sheet r:id='a'/></sheets></w>"),
        ("xl/_rels/workbook.xml.rels", b"<r><r Id='a' Target='a.xml'/></r>"),
        ("xl/a.xml", sheet.as_bytes()),
    ])
}

fn odf(kind: &str, body: &str) -> Vec<u8> {
    let content = format!("<o:d xmlns:o='o'><o:body><o:{kind}>{body}</o:{kind}></o:body></o:d>");
    package(&[("content.xml", content.as_bytes())])
}

fn ofd(page: &str) -> Vec<u8> {
    package(&[
        ("OFD.xml", b"<o><DocRoot>d.xml</DocRoot></o>"),
        ("d.xml", b"<d><Page ID='1' BaseLoc='/p.xml'/></d>"),
        ("p.xml", page.as_bytes()),
    ])
}

/// A PDF of these objects, the first of which is its catalog.
fn pdf(objects: impl Iterator<Item = String>) -> Vec<u8> {
    let mut pdf = "%PDF-1.7\n".to_owned();
    for (number, object) in (1..).zip(objects) {
        pdf.push_str(&format!("{number} 0 obj{object}endobj\n"));
    }
    pdf.push_str("trailer<</Root 1 0 R>>\n%%EOF");
    pdf.into_bytes()
}

/// A PDF of one page with this content.
fn page(content: &str) -> Vec<u8> {
    let stream = format!("<</Length {}>>stream\n{content}\nendstream ", content.len());
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        &stream,
    ];
    pdf(objects.into_iter().map(str::to_owned))
}

const GIGABYTE: u64 = 1 << 30;

/// Ten gigabytes of blanks, deflated: a block of a megabyte, over and over.
fn ten_gigabytes() -> Vec<u8> {
    let mut packer = Compress::new(Compression::best(), false);
    let mut block = Vec::with_capacity(1 << 16);
    packer.compress_vec(&[b' '; 1 << 20], &mut block, FlushCompress::Full).expect("packs");
    let mut last = Vec::with_capacity(1 << 10);
    packer.compress_vec(&[], &mut last, FlushCompress::Finish).expect("packs");
    let mut packed = block.repeat(10 << 10);
    packed.extend(last);
    packed
}

/// A zip container of one member that was deflated elsewhere and says how long it is.
fn zip_of(name: &str, packed: &[u8], unpacked: u64) -> Vec<u8> {
    let length = |bytes: usize| u16::try_from(bytes).expect("short").to_le_bytes();
    // Sizes over four gigabytes stand in a field of their own.
    let mut sizes = vec![1, 0, 16, 0];
    sizes.extend(unpacked.to_le_bytes());
    sizes.extend((packed.len() as u64).to_le_bytes());
    // Version, flags, deflated, time and date, checksum, sizes, lengths.
    let mut common = vec![45, 0, 0, 8, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    common.extend([0xFF; 8]);
    common.extend(length(name.len()));
    common.extend(length(sizes.len()));
    let mut zip = [b"PK\x03\x04", common.as_slice(), name.as_bytes(), &sizes, packed].concat();
    let directory = zip.len() as u32;
    zip.extend([b"PK\x01\x02", &[45, 0][..], &common, &[0; 14], name.as_bytes(), &sizes].concat());
    let end = zip.len() as u32;
    zip.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    zip.extend((end - directory).to_le_bytes());
    zip.extend(directory.to_le_bytes());
    zip.extend([0, 0]);
    zip
}

fn file(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name)).expect("a file of the project")
}

fn half(name: &str) -> Vec<u8> {
    let bytes = file(name);
    bytes.get(..bytes.len() / 2).unwrap_or_default().to_vec()
}

/// Entities that unfold to a billion laughs.
fn laughs(rest: &str) -> String {
    let entity = |n: u8| format!("<!ENTITY l{n} '{}'>", format!("&l{};", n - 1).repeat(10));
    let entities: String = (1..10).map(entity).collect();
    format!("<!DOCTYPE x [<!ENTITY l0 'ha'>{entities}]><x>{rest}&l9;</x>")
}

/// A docx with a password is a container with these streams.
fn locked_docx() -> Vec<u8> {
    let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a container");
    for name in ["EncryptedPackage", "EncryptionInfo"] {
        container.create_stream(name).and_then(|mut stream| stream.write_all(&[7; 5000])).expect("a stream");
    }
    container.flush().expect("written");
    container.into_inner().into_inner()
}

/// Every case: what it is, its name and bytes, why it can't be read.
fn cases() -> Vec<(&'static str, &'static str, Vec<u8>, Reason)> {
    use Reason::{Damaged, Empty, Encrypted, TooLarge, Unsupported};
    let million = 1_000_000;
    let pages = |count: usize| {
        let kids: String = (3..count + 3).map(|number| format!("{number} 0 R ")).collect();
        let head = ["<</Type/Catalog/Pages 2 0 R>>".to_owned(), format!("<</Type/Pages/Kids[{kids}]/Count {count}>>")];
        pdf(head.into_iter().chain((0..count).map(|_| "<</Type/Page/Parent 2 0 R>>".to_owned())))
    };
    let columns = |open: &str, cell: &str, count: usize, close: &str| format!("{open}{}{close}", cell.repeat(count));
    vec![
        ("a docx of 10 GB", "a.docx", zip_of("word/document.xml", &ten_gigabytes(), 10 * GIGABYTE), TooLarge),
        ("a docx of 10 GB that says 1 KB", "a.docx", zip_of("word/document.xml", &ten_gigabytes(), 1024), Damaged),
        ("an xlsx of 10 GB", "a.xlsx", zip_of("xl/workbook.xml", &ten_gigabytes(), 10 * GIGABYTE), TooLarge),
        ("an odt of 10 GB", "a.odt", zip_of("content.xml", &ten_gigabytes(), 10 * GIGABYTE), TooLarge),
        ("an OFD of 10 GB", "a.ofd", zip_of("OFD.xml", &ten_gigabytes(), 10 * GIGABYTE), TooLarge),
        ("a PDF of a million objects", "a.pdf", pdf((0..million).map(|_| "<</A[1 2]>>".to_owned())), TooLarge),
        ("a PDF of a million pages", "a.pdf", pages(million), TooLarge),
        ("a PDF of a million lines", "a.pdf", page(&"0 0 m 9 0 l S\n".repeat(million)), TooLarge),
        ("a PDF of a million states", "a.pdf", page(&"q ".repeat(million)), Empty),
        ("a PDF of deep lists", "a.pdf", page(&"[".repeat(million)), Empty),
        ("a PDF of a deep object", "a.pdf", pdf(["<</A[".repeat(million)].into_iter()), Damaged),
        (
            "an xlsx of far columns",
            "a.xlsx",
            xlsx(&columns("<w><row r='1'>", "<c><v>1</v></c>", 20_000, "</row></w>")),
            TooLarge,
        ),
        (
            "an xlsx with a column beyond all",
            "a.xlsx",
            xlsx("<w><row r='1'><c r='CFDGSXL1'><v>1</v></c></row></w>"),
            Empty,
        ),
        (
            "an ods of a billion columns",
            "a.ods",
            odf(
                "spreadsheet",
                "<t:table xmlns:t='t'><t:table-row><t:table-cell t:number-columns-repeated='1000000000'><p>1</p></t:table-cell></t:table-row></t:table>",
            ),
            TooLarge,
        ),
        (
            "a docx of a billion columns",
            "a.docx",
            docx(
                "<w:d xmlns:w='w'><w:body><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='1000000000'/></w:tcPr></w:tc><w:tc/></w:tr></w:tbl></w:body></w:d>",
            ),
            TooLarge,
        ),
        (
            "an odt of a billion columns",
            "a.odt",
            odf(
                "text",
                "<t:table xmlns:t='t'><t:table-row><t:table-cell t:number-columns-repeated='1000000000'/></t:table-row></t:table>",
            ),
            TooLarge,
        ),
        (
            "a page of a billion columns",
            "a.html",
            columns("<table><tr>", "<td colspan=1000000000>1", 50, "").into_bytes(),
            TooLarge,
        ),
        ("a docx of entities", "a.docx", docx(&laughs("<w:body/>")), Damaged),
        ("an xlsx of entities", "a.xlsx", xlsx(&laughs("")), Damaged),
        ("an odt of entities", "a.odt", package(&[("content.xml", laughs("").as_bytes())]), Damaged),
        ("an OFD of entities", "a.ofd", ofd(&laughs("")), Damaged),
        ("a deep docx", "a.docx", docx(&"<a>".repeat(million)), TooLarge),
        ("a deep page", "a.html", "<div>".repeat(million).into_bytes(), Empty),
        ("a page of deep tables", "a.html", "<table><tr><td>1".repeat(300_000).into_bytes(), TooLarge),
        ("deep rich text", "a.rtf", format!("{{\\rtf1{}", "{".repeat(million)).into_bytes(), TooLarge),
        ("half a docx", "a.docx", half("small.docx"), Damaged),
        ("half a doc", "a.doc", half("small.doc"), Damaged),
        ("half an odt", "a.odt", half("small.odt"), Damaged),
        ("half an rtf", "a.rtf", half("small.rtf"), Damaged),
        ("half a PDF", "a.pdf", half("small.pdf"), Damaged),
        ("half an xlsx", "a.xlsx", half("small.xlsx"), Damaged),
        ("half an xls", "a.xls", half("small.xls"), Damaged),
        ("half an ods", "a.ods", half("small.ods"), Damaged),
        ("a locked PDF", "a.pdf", file("locked.pdf"), Encrypted),
        ("a locked docx", "a.docx", locked_docx(), Encrypted),
        ("nothing", "a.docx", Vec::new(), Empty),
        ("blanks", "a.txt", vec![b' '; 60 << 20], TooLarge),
        ("a blank docx", "a.docx", docx("<d><body/></d>"), Empty),
        ("a picture that says docx", "a.docx", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR".to_vec(), Unsupported),
        ("a program that says pdf", "a.pdf", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xFF\xFF\0\0".repeat(100), Unsupported),
        ("an unknown package", "a.docx", package(&[("a.bin", b"1")]), Unsupported),
        ("a file of 65 MB", "a.pdf", [b"%PDF-1.7\n".as_slice(), &vec![b'1'; 65 << 20]].concat(), TooLarge),
    ]
}

/// One after the other: the room is that of the whole program.
#[test]
fn each_is_unreadable_soon_and_in_little_room() {
    for (told, name, bytes, reason) in cases() {
        let read = bounded(told, || nianbao_readers::read(name, &bytes).map(|document| document.blocks.len()));
        assert_eq!(read, Err(reason), "{told}");
    }
    let zip = zip_of("报告.txt", &ten_gigabytes(), 10 * GIGABYTE);
    let members = bounded("an archive of 10 GB", || {
        let archive = Archive::open(&zip).expect("an archive").expect("not too many members");
        archive.map(|member| member.bytes.map(|bytes| bytes.len())).collect::<Vec<_>>()
    });
    assert_eq!(members, [Err(Reason::TooLarge)]);
}
