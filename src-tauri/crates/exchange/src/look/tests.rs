use super::*;

fn png(across: u32, down: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend(across.to_be_bytes());
    bytes.extend(down.to_be_bytes());
    bytes
}

#[test]
fn a_file_is_what_its_bytes_say_whatever_it_is_called() {
    let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc2\0\x0b\x08\x01\x00\x02\x80\x01\x01\x11\0";
    let webp = b"RIFF\x20\0\0\0WEBPVP8X\x0a\0\0\0\x10\0\0\0\x8f\x01\0\x2b\x01\0";
    let bmp = b"BM\0\0\0\0\0\0\0\0\0\0\0\0\x28\0\0\0\x80\x02\0\0\x20\xfe\xff\xff";
    let picture = |media, size| Kind::Picture { media, size };
    let shelf: [(&str, &[u8], Kind); 24] = [
        ("note.pdf", b"%PDF-1.7\n", Kind::Pdf),
        ("scan.jpg", b"\0\0junk%PDF-1.4", Kind::Pdf),
        ("a.jpg", &png(640, 480), picture("image/png", (640, 480))),
        ("a.jpeg", jpeg, picture("image/jpeg", (640, 256))),
        (
            "a.gif",
            b"GIF89a\x80\x02\xe0\x01",
            picture("image/gif", (640, 480)),
        ),
        ("a.webp", webp, picture("image/webp", (400, 300))),
        ("a.bmp", bmp, picture("image/bmp", (640, 480))),
        (
            "a.svg",
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            Kind::Drawing,
        ),
        ("a.html", b"<script>alert(1)</script>", Kind::Text),
        (
            "a.png",
            b"<script>alert(1)</script>",
            Kind::Not("a picture"),
        ),
        ("a.pdf", b"<html>not found</html>", Kind::Not("a PDF")),
        ("a.jpg", b"\xff\xd8\xff\xda\0\0", Kind::Not("a picture")),
        ("a.txt", b"\x00\x01\x02\x03", Kind::Not("text")),
        ("a.eml", b"From: a\r\n\r\nHello", Kind::Text),
        ("notes", "caf\u{e9}".as_bytes(), Kind::Text),
        ("a.csv", b"\xff\xfea\0,\0b\0", Kind::Text),
        (
            "IMG_1.HEIC",
            b"\0\0\0\x18ftypheic",
            Kind::Other("a HEIC picture"),
        ),
        ("a.docx", b"PK\x03\x04", Kind::Other("a Word document")),
        (
            "a.mov",
            b"\0\0\0\x18ftypqt  ",
            Kind::Film("video/quicktime"),
        ),
        ("a.m4a", b"\0\0\0\x18ftypM4A ", Kind::Sound("audio/mp4")),
        ("a.wav", b"RIFF\0\0\0\0WAVE", Kind::Sound("audio/wav")),
        ("a.mp3", b"\xff\xfb\x90\0", Kind::Sound("audio/mpeg")),
        (
            "a.bin",
            b"\x00\x01\x02\x03",
            Kind::Other("a file of this kind"),
        ),
        ("a.pdf", b"", Kind::Empty),
    ];

    for (name, head, kind) in shelf {
        assert_eq!(kind_of(name, head), kind, "{name}");
    }
}

#[test]
fn a_head_cut_anywhere_is_read_without_harm() {
    let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc2\0\x0b\x08\x01\x00\x02\x80\x01\x01\x11\0".to_vec();
    let webp = b"RIFF\x20\0\0\0WEBPVP8X\x0a\0\0\0\x10\0\0\0\x8f\x01\0\x2b\x01\0".to_vec();
    for whole in [png(20_000, 20_000), jpeg, webp] {
        for end in 0..whole.len() {
            let _ = kind_of("a.png", &whole[..end]);
        }
    }
}

#[test]
fn text_is_read_in_the_encoding_it_came_in() {
    let wide: Vec<u8> = "Zażółć gęślą jaźń"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let marked = [b"\xff\xfe".as_slice(), &wide].concat();
    let read = |bytes: &[u8]| read_text(bytes.to_vec(), true).text;

    assert_eq!(read(&marked), "Zażółć gęślą jaźń");
    assert_eq!(
        read(b"caf\xe9 au lait, d\xe9j\xe0 vu"),
        "caf\u{e9} au lait, d\u{e9}j\u{e0} vu"
    );
    assert_eq!(
        read("she said \u{201c}no\u{201d}".as_bytes()),
        "she said \u{201c}no\u{201d}"
    );
    assert_eq!(
        read(b"<html><script>1</script>"),
        "<html><script>1</script>"
    );
    assert_eq!(read(b"a\x07b"), "a\u{fffd}b");
}

#[test]
fn text_that_was_cut_ends_with_a_whole_line() {
    let mut bytes = "first\nsecond d\u{e9}".as_bytes().to_vec();
    bytes.pop();

    let read = read_text(bytes, false);

    assert_eq!(read.text, "first\n");
    assert_eq!(read.encoding, "UTF-8");
}

proptest::proptest! {
    #[test]
    fn any_bytes_under_any_name_are_looked_at_without_harm(
        name in "[a-z]{0,8}\\.(pdf|png|jpg|gif|webp|bmp|svg|txt|mp4|wav|)",
        mark in 0_usize..9,
        rest in proptest::collection::vec(proptest::num::u8::ANY, 0..400),
    ) {
        let marks: [&[u8]; 9] = [
            b"", b"%PDF-", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\xff\xd8\xff", b"GIF89a", b"RIFF\0\0\0\0WEBPVP8L",
            b"BM", b"\0\0\0\0ftyp", b"\xff\xfe",
        ];
        let bytes = [marks[mark], &rest].concat();

        let _ = kind_of(&name, &bytes);
        let read = read_text(bytes, false);
        proptest::prop_assert!(!read.text.contains('\0'));
    }
}
