//! Where other people's readers work: on a thread of their own, so that what they break, or never finish, stays there.

use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

/// What the thread is called: where a reader breaks there, nobody need be told.
pub const READING: &str = "reading a file";
/// The stack of the thread. Only what is used of it takes memory; some readers go as deep as a page is nested.
const STACK: usize = 256 << 20;
/// How long is waited. A good file takes a second or two.
const PATIENCE: Duration = Duration::from_secs(60);

/// Why nothing came back.
pub(super) enum Lost {
    /// A reader broke.
    Broke,
    /// It is still at work; nobody waits for it.
    Long,
}

/// Does a piece of work apart.
pub(super) fn apart<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Lost> {
    let (done, wait) = sync_channel(1);
    let started = thread::Builder::new()
        .name(READING.to_owned())
        .stack_size(STACK)
        .spawn(move || done.send(work()).is_ok());
    if started.is_err() {
        return Err(Lost::Broke);
    }
    wait.recv_timeout(PATIENCE).map_err(|error| match error {
        RecvTimeoutError::Timeout => Lost::Long,
        RecvTimeoutError::Disconnected => Lost::Broke,
    })
}
