use super::stand_ins::document;
use super::*;

#[test]
fn a_word_document_is_lines_with_what_was_deleted_in_brackets() {
    let bytes = document(
        "<w:p><w:r><w:t>He said </w:t></w:r><w:del><w:r><w:delText>maybe</w:delText></w:r></w:del><w:ins><w:r><w:t>never</w:t></w:r></w:ins><w:r><w:commentReference w:id='0'/></w:r></w:p>\
         <w:tbl><w:tr><w:tc><w:p><w:r><w:t>When</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Monday</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
         <mc:AlternateContent><mc:Choice><w:p><w:r><w:t>in a box</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>in a box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>",
    );

    let read = read("letter.docx", &bytes);

    assert_eq!(
        read.words("Words of the document"),
        "He said [deleted: maybe]never[comment 0]\nWhen | Monday |\nin a box"
    );
    assert_eq!(
        read.words("Comments"),
        "[comment 0] B. Head, 2026-03-03T09:00:00Z: ask again"
    );
}
