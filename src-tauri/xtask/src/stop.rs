//! Why a command stopped.

use std::fmt;
use std::process::ExitStatus;

/// What every command and step returns.
pub type Outcome<T = ()> = Result<T, Stop>;

/// One calm sentence (or a short list under one): what happened and what to do next.
#[derive(Debug)]
pub struct Stop {
    say: String,
    code: u8,
}

impl Stop {
    /// Stops with these words.
    pub fn new(say: impl Into<String>) -> Self {
        Self {
            say: say.into(),
            code: 1,
        }
    }

    /// Stops because a file or folder could not be used; `doing` reads "read ui/package.json".
    pub fn disk(doing: impl fmt::Display, error: &std::io::Error) -> Self {
        Self::new(format!("Could not {doing}: {error}."))
    }

    /// Stops because another program did, with its exit code when it has one that can be passed on.
    pub fn status(program: &str, status: ExitStatus) -> Self {
        let code = status
            .code()
            .and_then(|code| u8::try_from(code).ok())
            .filter(|code| *code != 0)
            .unwrap_or(1);
        Self {
            say: format!("{program} stopped with {status}."),
            code,
        }
    }

    /// What this program ends with.
    pub fn code(&self) -> u8 {
        self.code
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.say)
    }
}
