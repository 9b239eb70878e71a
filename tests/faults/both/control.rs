//! What the shim is told to refuse. The file has the form of `struct control` in `shim/disk.c`.

use std::fs::{File, OpenOptions};
use std::os::unix::fs::FileExt;
use std::path::Path;

/// The system's number for "no space left on device".
pub const NO_SPACE: i64 = 28;
/// The system's number for "input/output error".
pub const INPUT_OUTPUT: i64 = 5;

/// The file both look at.
pub struct Control(File);

impl Control {
    /// Nothing is refused. Make it before the shim looks.
    pub fn make(path: &Path) {
        std::fs::write(path, [0; 48]).unwrap();
        Self::at(path).all_well();
    }

    /// Of a shim that is there.
    pub fn at(path: &Path) -> Self {
        Self(
            OpenOptions::new()
                .read(true)
                .write(true)
                .open(path)
                .unwrap(),
        )
    }

    /// Nothing is refused, and there is as much space as the disk has.
    pub fn all_well(&self) {
        self.put(0, -1);
        self.put(1, 0);
    }

    /// So many bytes are left on the disk.
    pub fn space(&self, bytes: u64) {
        self.put(0, i64::try_from(bytes).unwrap());
    }

    /// The call after so many others is refused; with `lasting` every later one too.
    pub fn refuse(&self, after: u64, number: i64, lasting: bool) {
        self.put(2, number);
        self.put(3, i64::from(lasting));
        self.put(5, 0);
        self.put(1, i64::try_from(after).unwrap() + 1);
    }

    /// Whether what was to be refused has been.
    pub fn has_refused(&self) -> bool {
        self.get(5) > 0
    }

    /// How many calls could have been refused so far.
    pub fn calls(&self) -> u64 {
        u64::try_from(self.get(4)).unwrap()
    }

    fn get(&self, place: u64) -> i64 {
        let mut bytes = [0; 8];
        self.0.read_exact_at(&mut bytes, place * 8).unwrap();
        i64::from_ne_bytes(bytes)
    }

    fn put(&self, place: u64, value: i64) {
        self.0
            .write_all_at(&value.to_ne_bytes(), place * 8)
            .unwrap();
    }
}
