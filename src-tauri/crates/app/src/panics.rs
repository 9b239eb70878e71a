//! Faults that nobody foresaw.

use std::panic::PanicHookInfo;

/// What may be said of one: its place in the program, and never its words, which might be a child's. Nothing where a reader of other
/// programs' files broke on its own thread: the file is then said to be damaged, and that is all there is to say.
pub fn place_of_panic(panic: &PanicHookInfo<'_>) -> Option<String> {
    if std::thread::current().name() == Some(exchange::readable::READING) {
        return None;
    }
    Some(panic.location().map_or_else(String::new, |place| {
        format!(" ({}:{})", place.file(), place.line())
    }))
}
