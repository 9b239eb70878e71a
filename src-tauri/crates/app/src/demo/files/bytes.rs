use std::io::{self, Read};

use super::Kind;
use crate::demo::dice::Dice;

/// What every file begins with, in one way or another.
const PRACTICE: &str = "Practice file. Nothing in it happened. Marlowe Vale School (practice).";
/// Dots across a scan.
const WIDTH: u32 = 640;
/// Samples a second of a sound, one byte each.
const RATE: u32 = 8_000;
/// Sentences of notes and letters.
const LINES: [&str; 8] = [
    "I rang at the time given above and wrote this while we spoke.",
    "We agreed to speak again before the end of the week.",
    "Nothing was said that is not in the record.",
    "The original is in the safe.",
    "I read the note back before we ended.",
    "A copy went to the lead and to nobody else.",
    "The times are from the clock on the wall.",
    "There were two of us in the room.",
];

/// The bytes of a file, made as they are read.
pub struct DemoBytes {
    kind: Kind,
    size: u64,
    left: u64,
    row: u64,
    dice: Dice,
    made: Vec<u8>,
    taken: usize,
}

impl DemoBytes {
    pub(super) fn of(kind: Kind, size: u64, seed: u64, number: u64) -> Self {
        Self {
            kind,
            size,
            left: size,
            row: 0,
            dice: Dice::thrown(seed, "bytes", number),
            made: Vec::new(),
            taken: 0,
        }
    }

    /// Makes the next piece: the heading of the file, then one row after another.
    fn make(&mut self) {
        self.made.clear();
        self.taken = 0;
        let row = self.row;
        self.row += 1;
        match self.kind {
            Kind::Note | Kind::Letter | Kind::List => {
                let line = self.line(row);
                self.made.extend_from_slice(line.as_bytes());
            }
            Kind::Scan if row == 0 => self.scan_heading(),
            Kind::Scan => self.scan_row(row),
            Kind::Sound if row == 0 => self.sound_heading(),
            Kind::Sound => self.sound_piece(),
        }
    }

    fn line(&mut self, row: u64) -> String {
        let words = self.dice.pick(&LINES).copied().unwrap_or(PRACTICE);
        match (self.kind, row) {
            (Kind::Letter, 0) => format!(
                "From: office@marlowe-vale.example\r\nTo: lead@marlowe-vale.example\r\nSubject: {PRACTICE}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
            ),
            (Kind::Letter, _) => format!("{words}\r\n"),
            (Kind::List, 0) => format!("row,code,minutes,note\n0,-,0,{PRACTICE}\n"),
            (Kind::List, _) => {
                let code = ["/", "L", "N", "M"]
                    .get(self.dice.place(4))
                    .copied()
                    .unwrap_or("/");
                format!("{row},{code},{},\"{words}\"\n", self.dice.between(0, 90))
            }
            (_, 0) => format!("{PRACTICE}\n\n"),
            _ => format!("{row}. {words}\n"),
        }
    }

    /// A Windows bitmap of 24 bits a dot.
    fn scan_heading(&mut self) {
        let pixels = self.size.saturating_sub(54);
        let height = u32::try_from(pixels / u64::from(WIDTH * 3)).unwrap_or(u32::MAX);
        self.made.extend_from_slice(b"BM");
        for number in [small(self.size), 0, 54, 40, WIDTH, height] {
            self.made.extend_from_slice(&number.to_le_bytes());
        }
        self.made.extend_from_slice(&[1, 0, 24, 0]);
        for number in [0, small(pixels), 2_835, 2_835, 0, 0] {
            self.made.extend_from_slice(&number.to_le_bytes());
        }
    }

    /// Hatched, as everything is that is not real, with specks of dust.
    fn scan_row(&mut self, row: u64) {
        let dust = self.dice.below(u64::from(WIDTH));
        for across in 0..u64::from(WIDTH) {
            let hatched = (across + row) % 24 < 2;
            let shade = match hatched {
                _ if across == dust => 90,
                true => 190,
                false => 246,
            };
            self.made.extend_from_slice(&[shade; 3]);
        }
    }

    /// A wave file of one quiet channel.
    fn sound_heading(&mut self) {
        self.made.extend_from_slice(b"RIFF");
        self.made
            .extend_from_slice(&small(self.size.saturating_sub(8)).to_le_bytes());
        self.made.extend_from_slice(b"WAVEfmt ");
        self.made.extend_from_slice(&16_u32.to_le_bytes());
        self.made.extend_from_slice(&[1, 0, 1, 0]);
        self.made.extend_from_slice(&RATE.to_le_bytes());
        self.made.extend_from_slice(&RATE.to_le_bytes());
        self.made.extend_from_slice(&[1, 0, 8, 0]);
        self.made.extend_from_slice(b"data");
        self.made
            .extend_from_slice(&small(self.size.saturating_sub(44)).to_le_bytes());
    }

    /// Some of a noise that nobody is speaking in.
    fn sound_piece(&mut self) {
        for _ in 0..512 {
            let noise = self.dice.below(1 << 32).to_le_bytes();
            let quiet = noise.iter().take(4).map(|byte| 124 + byte % 9);
            self.made.extend(quiet);
        }
    }
}

impl Read for DemoBytes {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 || into.is_empty() {
            return Ok(0);
        }
        if self.taken >= self.made.len() {
            self.make();
        }
        let ready = self.made.get(self.taken..).unwrap_or_default();
        let wanted = ready.len().min(into.len());
        let wanted = wanted.min(usize::try_from(self.left).unwrap_or(usize::MAX));
        for (to, from) in into.iter_mut().zip(ready.iter().take(wanted)) {
            *to = *from;
        }
        self.taken += wanted;
        self.left -= wanted as u64;
        Ok(wanted)
    }
}

/// A length in a heading that has only 32 bits for it.
fn small(length: u64) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
