use super::*;

const MAIL: &str = "Received: from mx.example.org (mx.example.org [192.0.2.7])\r\n\tby mail.school.example with ESMTPS;\r\n\tTue, 3 Mar 2026 08:15:02 +0000\r\n\
Received: from phone.example by mx.example.org; Tue, 3 Mar 2026 10:15:00 +0200\r\n\
DKIM-Signature: v=1; a=rsa-sha256\r\n\
From: =?utf-8?B?2YXYsdit2KjYpyDYqNmD2YU=?= <sam@example.org>\r\n\
To: \"Office\" <office@school.example>,\r\n head@school.example\r\n\
Cc: =?iso-8859-2?Q?Za=BF=F3=B3=E6?= <z@example.org>\r\n\
Subject: =?utf-8?B?4KaG4Kau4Ka+4Kaw?=\r\n =?utf-8?B?IOCmqOCmvuCmrg==?= today\r\n\
Date: Tue, 3 Mar 2026 10:15:00 +0200 (EET)\r\n\
Message-ID: <abc@example.org>\r\n\
MIME-Version: 1.0\r\n\
Content-Type: multipart/mixed; boundary=\"outer\"\r\n\r\n\
This is a multi-part message in MIME format.\r\n\
--outer\r\nContent-Type: multipart/alternative; boundary=inner\r\n\r\n\
--inner\r\nContent-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
He said =93no=94 =\r\nand left.\r\n\
--inner\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>He said \u{201c}no\u{201d} <b>and</b> left.</p>\r\n\
--inner--\r\n\
--outer\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename*=utf-8''caf%C3%A9%E2%80%AEfdp.exe\r\nContent-Transfer-Encoding: base64\r\n\r\n\
JVBERi0x\r\n\
--outer\r\nContent-Type: message/rfc822\r\n\r\nSubject: inside\r\n\r\nnot opened\r\n\
--outer--\r\n";

#[test]
fn an_e_mail_says_who_wrote_to_whom_and_when_and_which_way_it_came() {
    let read = read("mail.eml", MAIL.as_bytes());

    assert_eq!(read.what, "an e-mail");
    assert_eq!(read.said("From"), ["مرحبا بكم <sam@example.org>"]);
    assert_eq!(
        read.said("To"),
        ["\"Office\" <office@school.example>, head@school.example"]
    );
    assert_eq!(read.said("Cc"), ["Zażółć <z@example.org>"]);
    assert_eq!(read.said("Subject"), ["আমার নাম today"]);
    assert_eq!(
        read.said("Date, as written"),
        ["Tue, 3 Mar 2026 10:15:00 +0200 (EET)"]
    );
    assert_eq!(read.said("Date, in UTC"), ["3 March 2026, 08:15:00 UTC"]);
    assert_eq!(read.said("Message-ID"), ["<abc@example.org>"]);
    let way = read.words("The way it came, a line for each server, the last first");
    assert_eq!(way.lines().count(), 2);
    assert!(
        way.starts_with("from mx.example.org (mx.example.org [192.0.2.7]) by mail.school.example")
    );
    assert!(read.notes().contains("dkim-signature"));
}

#[test]
fn its_words_are_printed_once_and_its_attachments_named() {
    let read = read("mail.eml", MAIL.as_bytes());

    assert_eq!(
        read.words("Words of the e-mail"),
        "He said \u{201c}no\u{201d} and left."
    );
    assert!(read.notes().contains("not printed again"));
    let files = read.files("Attachments");
    assert_eq!(files[0].name, "café[U+202E]fdp.exe");
    assert_eq!(
        (files[0].media.as_str(), files[0].size),
        ("application/pdf", 6)
    );
    assert_eq!(
        files[0].sha256.as_deref(),
        Some(super::super::tally::of(b"%PDF-1").as_str())
    );
    assert_eq!(files[1].media, "message/rfc822");
    assert!(!read.everything().contains("not opened\n"));
    assert_eq!(read.parts.len(), 3);
}

/// An e-mail with this head, and this body.
fn mail(head: &str, body: &str) -> Vec<u8> {
    format!("From: a@example.org\nDate: Tue, 3 Mar 2026 10:15:00 +0000\n{head}\n{body}")
        .into_bytes()
}

#[test]
fn a_formatted_e_mail_keeps_every_word_and_the_addresses_behind_links() {
    let page = "<html><head><title>t</title><style>p{}</style></head><body><div>One&nbsp;line</div><div>Two &amp; three</div>\
<table><tr><td>12</td><td>3</td></tr></table><!-- not seen --><p style='color:white'>hidden</p>\
<a href=\"http://bad.example/?a=1&amp;b=2\">your school</a><br>a < b<img alt='a cat' src='x'>\
<blockquote>before</blockquote><script>alert('x')</script>end</body></html>";
    let bytes = mail("Content-Type: text/html; charset=utf-8\n", page);

    let read = read("mail.eml", &bytes);

    let words = read.words("Words of the e-mail, from its formatted form");
    assert_eq!(
        words
            .lines()
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>(),
        [
            "One\u{a0}line",
            "Two & three",
            "12",
            "3",
            "hidden",
            "[your school][1]",
            "a < b[a cat]",
            "> before",
            "end",
            "[1]: http://bad.example/?a=1&b=2"
        ]
    );
    assert!(read.notes().contains("hidden by their colour"));
}

#[test]
fn a_page_too_tangled_to_lay_out_is_printed_and_said() {
    let page = format!("{}last words", "<b>".repeat(60_000));
    let bytes = mail("Content-Type: text/html\n", &page);

    let read = read("mail.eml", &bytes);

    assert!(read.everything().contains("last words"));
    assert!(read.notes().contains("too tangled"));
}

#[test]
fn forms_that_say_different_things_are_both_printed() {
    let body = "--x\nContent-Type: text/plain\n\nfor the school\n--x\nContent-Type: text/html\n\n<p>for her</p>\n--x--\n";
    let read = read(
        "mail.eml",
        &mail("Content-Type: multipart/alternative; boundary=x\n", body),
    );

    assert_eq!(read.words("Words of the e-mail"), "for the school");
    assert_eq!(
        read.words("Words of the e-mail, from its formatted form"),
        "for her"
    );
}

#[test]
fn words_in_any_encoding_are_read_and_what_was_guessed_is_said() {
    let cases: [(&str, &[u8], &str, bool); 6] = [
        (
            "windows-1252",
            b"caf\xe9 \x93x\x94",
            "café \u{201c}x\u{201d}",
            false,
        ),
        ("iso-8859-2", b"za\xbf\xf3\xb3\xe6", "zażółć", false),
        ("utf-16", b"\xff\xfeh\0i\0", "hi", false),
        ("us-ascii", "zażółć".as_bytes(), "zażółć", true),
        ("x-unheard-of", b"plain", "plain", true),
        ("utf-8", b"caf\xe9!", "caf\u{fffd}!", true),
    ];
    for (label, body, words, said) in cases {
        let head = format!("Content-Type: text/plain; charset=\"{label}\"\n");
        let bytes = [&mail(&head, ""), body].concat();

        let read = read("mail.eml", &bytes);

        assert_eq!(read.words("Words of the e-mail"), words, "{label}");
        let notes = read.notes();
        assert_eq!(
            notes.contains("encoding") || notes.contains("could not be read as"),
            said,
            "{label}"
        );
    }
}

#[test]
fn a_head_that_says_a_thing_twice_shows_both() {
    let read = read(
        "mail.eml",
        &mail(
            "From: somebody.else@example.org\nSubject: =?utf-8?q?a=0D=0ABcc:_x?=\n",
            "hello",
        ),
    );

    assert_eq!(
        read.said("From"),
        ["a@example.org", "somebody.else@example.org"]
    );
    assert!(read.notes().contains("2 lines \u{201c}From\u{201d}"));
    assert_eq!(read.said("Subject"), ["a Bcc: x"]);
    assert!(read.said("Bcc").is_empty());
}

#[test]
fn words_outside_the_parts_are_not_printed_and_that_is_said() {
    let body = "meet me behind the gym\n--x\n\ninside\n--x--\nburn this\n";
    let head = "Content-Type: multipart/mixed; boundary=x\n";

    let read = read("mail.eml", &mail(head, body));

    assert_eq!(read.words("Words of the e-mail"), "inside");
    assert!(
        read.notes()
            .contains("Words before the first and after the last of its parts")
    );
}

#[test]
fn a_text_that_is_called_an_e_mail_and_is_none_is_left_to_be_shown_as_a_text() {
    assert_eq!(readable("a.eml", b"From: a\r\n\r\nHello"), None);
    assert_eq!(readable("a.eml", b"Dear all,\nSubject: matter\n"), None);
    assert_eq!(readable("a.eml", b""), None);
}

#[test]
fn letters_that_are_not_of_its_way_of_writing_are_said() {
    let head = "Content-Transfer-Encoding: base64\nContent-Type: text/plain\n";

    let read = read("mail.eml", &mail(head, "aGVs***bG8=\n"));

    assert_eq!(read.words("Words of the e-mail"), "aGVs***bG8=");
    assert!(read.notes().contains("may be damaged"));
}
