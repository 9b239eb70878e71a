//! Passwords, words and codes: from a file or a prompt, never from an argument.

use std::io::{IsTerminal, Read};
use std::path::Path;

use crate::stop::{Spot, Stop, of_disk};

/// A file with a secret is short.
const LONGEST: u64 = 64 * 1024;

/// The first line of a file.
pub fn first_line(path: &Path, what: &str) -> Result<String, Stop> {
    let text = read(path, what)?;
    let line = text.lines().next().unwrap_or_default();
    if line.is_empty() {
        return Err(Stop::at(vec![at(path, what, "The first line is empty.")]));
    }
    Ok(line.to_owned())
}

/// The twelve words of a recovery kit, in any spacing and on any number of lines.
pub fn words(path: &Path) -> Result<Vec<String>, Stop> {
    let text = read(path, "words")?;
    Ok(text.split_whitespace().map(str::to_owned).collect())
}

/// A place in a file with a secret.
pub fn at(path: &Path, field: &str, say: &str) -> Spot {
    Spot {
        line: Some(1),
        ..Spot::file(path, field, say)
    }
}

fn read(path: &Path, what: &str) -> Result<String, Stop> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)
        .and_then(|file| file.take(LONGEST).read_to_end(&mut bytes))
        .map_err(|error| {
            let say = of_disk(&error, "This file could not be read.");
            Stop::at(vec![Spot::file(path, what, say)])
        })?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Stop::at(vec![at(path, what, "This file is not UTF-8 text.")]))?;
    Ok(text
        .strip_prefix('\u{feff}')
        .map(str::to_owned)
        .unwrap_or(text))
}

/// The password somebody has.
pub fn password(file: Option<&Path>) -> Result<String, Stop> {
    match file {
        Some(file) => first_line(file, "password"),
        None => prompt("Password: ", "--password-file"),
    }
}

/// A password somebody chooses: typed twice where it is typed.
pub fn new_password(file: Option<&Path>, option: &str) -> Result<String, Stop> {
    if let Some(file) = file {
        return first_line(file, "password");
    }
    let first = prompt("New password: ", option)?;
    if prompt("The same again: ", option)? != first {
        return Err(Stop::refused("The two passwords are not the same."));
    }
    Ok(first)
}

fn prompt(say: &str, option: &str) -> Result<String, Stop> {
    if !std::io::stdin().is_terminal() {
        return Err(Stop::wrong_use(format!(
            "There is no terminal to ask for the password on. Put it in the first line of a file and give {option} FILE."
        )));
    }
    rpassword::prompt_password(say)
        .map_err(|_| Stop::unexpected("The password could not be read from the terminal."))
}
