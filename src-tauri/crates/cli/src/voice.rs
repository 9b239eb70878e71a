//! Who hears what: the result on stdout, everything else on stderr.
#![expect(
    clippy::print_stderr,
    reason = "a command line speaks on stderr, and only here"
)]

use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::json;

use crate::answer::Answer;
use crate::stop::{Exit, Stop};

/// A line of progress stands on the terminal and has no end yet.
static WAITING: AtomicBool = AtomicBool::new(false);

/// Begins a line of words, where one of progress may stand.
fn clear() {
    if WAITING.swap(false, Ordering::Relaxed) {
        eprint!("\r\u{1b}[K");
    }
}

/// How this run speaks.
#[derive(Clone, Copy)]
pub struct Voice {
    json: bool,
}

/// A fault nobody foresaw is said without its words: they might be a child's.
pub fn quiet_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let Some(place) = app::place_of_panic(panic) else {
            return;
        };
        clear();
        eprintln!(
            "strongroom-cli: Something went wrong and this was not done{place}. Everything signed before is kept."
        );
    }));
}

impl Voice {
    /// A voice for people, or with `json` for scripts.
    pub fn new(json: bool) -> Self {
        Self { json }
    }

    /// Something a person should know, on stderr.
    pub fn note(&self, say: &str) {
        clear();
        eprintln!("strongroom-cli: {}", one_line(say));
    }

    /// Something about one line of what was given, on stderr; scripts find it in the document.
    pub fn line(&self, say: &str) {
        if !self.json {
            clear();
            eprintln!("{}", one_line(say));
        }
    }

    /// Gives the result.
    pub fn give(&self, answer: Answer) -> ExitCode {
        clear();
        let text = if self.json {
            match serde_json::to_string_pretty(&answer.json) {
                Ok(text) => text + "\n",
                Err(_) => return ExitCode::from(1),
            }
        } else {
            safe(&answer.text)
        };
        let mut out = std::io::stdout().lock();
        let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
        match (written, &answer.but) {
            (_, Some(stop)) => self.complain(stop),
            // Whoever reads has heard enough (`| head`).
            (Err(error), None) if error.kind() != std::io::ErrorKind::BrokenPipe => {
                self.complain(&Stop::unexpected("The result could not be written out."))
            }
            _ => ExitCode::SUCCESS,
        }
    }

    /// Says why a command was not done.
    pub fn complain(&self, stop: &Stop) -> ExitCode {
        clear();
        if self.json {
            let error = json!({ "error": {
                "exit": stop.exit as u8,
                "kind": stop.exit,
                "say": stop.sentence(),
                "kept": stop.kept,
                "next": stop.next,
                "problems": stop.spots,
                "wait_seconds": stop.wait_seconds,
                "technical": stop.technical,
            }});
            eprintln!("{error}");
            return code(stop.exit);
        }
        if stop.spots.len() > 1 {
            for spot in &stop.spots {
                eprintln!("{}", one_line(&spot.text()));
            }
        }
        let mut sentence = finished(&stop.sentence());
        for more in [&stop.kept, &stop.next].into_iter().flatten() {
            sentence.push(' ');
            sentence.push_str(&finished(more));
        }
        eprintln!("strongroom-cli: {}", one_line(&sentence));
        if let Some(technical) = &stop.technical {
            eprintln!("strongroom-cli: technical: {}", one_line(technical));
        }
        code(stop.exit)
    }

    /// Told how far long work is; says it where somebody watches.
    pub fn progress(&self) -> impl Fn(&str, u64, u64) + Send + 'static {
        let watched = std::io::stderr().is_terminal();
        move |say, done, of| {
            if !watched {
                return;
            }
            let line = if of == 0 {
                one_line(say)
            } else {
                format!("{} {done} of {of}", one_line(say))
            };
            eprint!("\r\u{1b}[K{line}");
            WAITING.store(true, Ordering::Relaxed);
            let _ = std::io::stderr().flush();
        }
    }
}

fn code(exit: Exit) -> ExitCode {
    ExitCode::from(exit as u8)
}

fn finished(say: &str) -> String {
    let say = say.trim_end();
    if say.ends_with(['.', '?', '!', '\u{201d}']) {
        say.to_owned()
    } else {
        format!("{say}.")
    }
}

/// Names and accounts come from outside: nothing in them may steer a terminal or turn the direction of a line.
fn safe(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\t' => c,
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            c if c.is_control() => '\u{fffd}',
            c => c,
        })
        .collect()
}

/// The same where one thing is said on one line: a line end in a name must not begin a line that looks like ours.
fn one_line(text: &str) -> String {
    safe(text).replace(['\n', '\u{2028}', '\u{2029}'], "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_from_a_record_steers_the_terminal() {
        assert_eq!(
            safe("Amara\u{1b}[2J \u{202e}x\r\n\tok"),
            "Amara\u{fffd}[2J \u{fffd}x\u{fffd}\n\tok"
        );
    }

    #[test]
    fn a_sentence_ends_with_one_stop() {
        assert_eq!(finished("Say when"), "Say when.");
        assert_eq!(finished("Which is right?"), "Which is right?");
    }

    #[test]
    fn a_name_cannot_begin_a_line_of_its_own() {
        assert_eq!(
            one_line("x\nstrongroom-cli: All is well\r\u{2028}y\u{2029}.toml"),
            "x\u{fffd}strongroom-cli: All is well\u{fffd}\u{fffd}y\u{fffd}.toml"
        );
    }
}
