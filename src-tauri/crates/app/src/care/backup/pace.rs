//! How far a backup is, and stopping it: everything that is written or read goes through here.

use std::cell::{Cell, RefCell};
use std::io::{self, Read, Write};

use crate::Watch;
use crate::wire::Fault;

/// Between two words about how far it is.
const EVERY: u64 = 1 << 20;

/// One stretch of work over so many bytes.
pub(super) struct Pace {
    watch: Watch,
    say: &'static str,
    of: u64,
    done: Cell<u64>,
    told: Cell<u64>,
    stopped: RefCell<Option<Fault>>,
}

impl Pace {
    /// `say` is what a person reads; `of` is about how many bytes it will be.
    pub(super) fn new(watch: Watch, say: &'static str, of: u64) -> Self {
        Self {
            watch,
            say,
            of,
            done: Cell::new(0),
            told: Cell::new(0),
            stopped: RefCell::new(None),
        }
    }

    /// So many more bytes are done.
    pub(super) fn on(&self, bytes: u64) -> io::Result<()> {
        self.done.set(self.done.get() + bytes);
        if self.done.get() - self.told.get() < EVERY {
            return Ok(());
        }
        self.told.set(self.done.get());
        let megabytes = |bytes: u64| bytes.div_ceil(EVERY);
        let (done, of) = (megabytes(self.done.get()), megabytes(self.of));
        self.watch
            .step(self.say, done.min(of), of)
            .map_err(|fault| {
                self.stopped.replace(Some(fault));
                io::Error::other("stopped")
            })
    }

    /// The wish to stop, where there was one, in the place of the trouble that it made further down.
    pub(super) fn settle<T>(&self, result: Result<T, Fault>) -> Result<T, Fault> {
        match self.stopped.take() {
            Some(stopped) => Err(stopped),
            None => result,
        }
    }
}

/// Bytes on their way, counted.
pub(super) struct Paced<'a, T> {
    pub(super) inner: T,
    pub(super) pace: &'a Pace,
}

impl<T: Write> Write for Paced<'_, T> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.pace.on(written as u64)?;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

impl<T: Read> Read for Paced<'_, T> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(bytes)?;
        self.pace.on(read as u64)?;
        Ok(read)
    }
}
