use super::stand_ins::zip;
use super::*;

#[test]
fn a_word_document_is_lines_with_what_was_deleted_in_brackets() {
    let document = "<w:document xmlns:w='w' xmlns:mc='m'><w:body>
        <w:p><w:r><w:t>He said </w:t></w:r><w:del><w:r><w:delText>maybe</w:delText></w:r></w:del><w:ins><w:r><w:t>never</w:t></w:r></w:ins><w:r><w:commentReference w:id='0'/></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>When</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Monday</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        <mc:AlternateContent><mc:Choice><w:p><w:r><w:t>in a box</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>in a box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>
        </w:body></w:document>";
    let relations = "<Relationships><Relationship Id='a' Type='x/comments' Target='comments.xml'/></Relationships>";
    let comments = "<w:comments xmlns:w='w'><w:comment w:id='0' w:author='B. Head' w:date='2026-03-03T09:00:00Z'><w:p><w:r><w:t>ask again</w:t></w:r></w:p></w:comment></w:comments>";
    let bytes = zip(&[
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
        ("word/comments.xml", comments.as_bytes()),
    ]);

    let read = read("letter.docx", &bytes);

    assert_eq!(
        read.words("Words of the document"),
        "He said [deleted: maybe]never[comment 0]\nWhen | Monday\nin a box"
    );
    assert_eq!(
        read.words("Comments"),
        "[comment 0] B. Head, 2026-03-03T09:00:00Z: ask again"
    );
    assert!(read.notes().contains("Changes to it were tracked"));
}

#[test]
fn a_libreoffice_document_is_lines_with_what_was_deleted_apart() {
    let content = "<o:document-content xmlns:o='o' xmlns:t='t'><o:body><o:text>
        <t:tracked-changes><t:changed-region><t:deletion><t:p>taken back</t:p></t:deletion></t:changed-region></t:tracked-changes>
        <t:h>Title</t:h><t:p>One<t:tab/>two<t:line-break/>three</t:p></o:text></o:body></o:document-content>";

    let read = read("letter.odt", &zip(&[("content.xml", content.as_bytes())]));

    assert_eq!(
        read.words("Words of the document"),
        "Title\nOne\ttwo\nthree"
    );
    assert_eq!(
        read.words("Words that were deleted, which the file keeps"),
        "taken back"
    );
}
