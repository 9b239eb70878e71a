//! The only place that writes to the terminal. A closed pipe is not an error: nobody is listening any more.

use std::io::Write;

/// A line of ordinary progress, on stdout.
pub fn line(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{text}");
}

/// The beginning of a line whose end comes later, on stdout.
pub fn begin(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = write!(out, "{text}");
    let _ = out.flush();
}

/// Why something stopped, on stderr.
pub fn sentence(text: &str) {
    let _ = std::io::stdout().lock().flush();
    let mut out = std::io::stderr().lock();
    let _ = writeln!(out, "{text}");
}
