//! Pupil lists as a school's own system gives them.

/// Six pupils, with names as people have them.
pub const PUPILS: &str = "\
UPN,Legal Surname,Legal Forename,Middle Name(s),Forename,DOB,Gender,Year,Reg,DOA,SEN Status,In Care
E801200019001,Oyelaran,Amara,Folake,Amara,14/05/2014,F,Year  8,8T,03/09/2025,N,F
U801200019002,Fairbrother,Jayden,,Jay,30/09/2013,M,Year  8,8T,03/09/2025,K,F
H801200019003,\u{d3} S\u{fa}illeabh\u{e1}in,Siobh\u{e1}n,M\u{e1}ire,Siobh\u{e1}n,02/02/2015,F,Year  7,7B,02/09/2026,N,F
A801200019006,\"D'Souza, the younger\",\u{c2}ngelo Jos\u{e9},,\u{c2}ngelo Jos\u{e9},31/08/2015,M,Year  7,7T,02/09/2026,N,F
P801200019007,van der Meulen,Noa,,Noa,19/07/2012,F,Year 10,10A,04/09/2023,K,T
D801200019008,Null,Rhys,,Rhys,29/02/2012,M,Year 10,10A,04/09/2023,N,F
";

/// A list as a spreadsheet saves "Unicode text": UTF-16, little end first, with its mark.
pub fn utf16(list: &str) -> Vec<u8> {
    std::iter::once(0xFEFF)
        .chain(list.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect()
}

/// A list as an older spreadsheet saves it in western Europe. Only letters of Latin-1 may stand in it.
pub fn windows_1252(list: &str) -> Vec<u8> {
    list.chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap())
        .collect()
}

/// A list with one passage of it changed; it must be there.
pub fn with(list: &str, passage: &str, instead: &str) -> String {
    assert!(list.contains(passage), "the list has no {passage}");
    list.replacen(passage, instead, 1)
}
