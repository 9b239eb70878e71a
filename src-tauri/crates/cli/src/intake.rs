//! A file on its way in, piece by piece, as a window sends it.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use app::{BeginFile, Office};

use crate::stop::{Spot, Stop, of_disk};

/// How much of a file is read at once.
const PIECE: usize = 1024 * 1024;

/// A file that is there and can be read, with its size.
pub fn open(path: &Path) -> Result<(File, u64), Stop> {
    let unreadable =
        |error: std::io::Error| at(path, of_disk(&error, "This file could not be read."));
    // A folder, a pipe or a device has no end one could rely on.
    if !std::fs::metadata(path).map_err(unreadable)?.is_file() {
        return Err(at(path, "This is not a file."));
    }
    let file = File::open(path).map_err(unreadable)?;
    let size = file.metadata().map_err(unreadable)?.len();
    Ok((file, size))
}

/// Takes a file in; gives its token, with which it is used or dropped.
pub fn take_in(
    office: &mut Office,
    path: &Path,
    file: &mut File,
    about: BeginFile,
) -> Result<String, Stop> {
    let refused = |fault| Stop::from(fault).about(path);
    let token = app::begin_file(office, about).map_err(refused)?.token;
    let poured = pour(office, path, file, &token)
        .and_then(|()| app::finish_file(office, &token).map_err(refused));
    if let Err(stop) = poured {
        // What cannot be dropped now lies encrypted among the user's own things and hangs on nothing.
        let _ = app::drop_file(office, &token);
        return Err(stop);
    }
    Ok(token)
}

fn pour(office: &mut Office, path: &Path, file: &mut File, token: &str) -> Result<(), Stop> {
    let mut piece = vec![0; PIECE];
    loop {
        let read = file.read(&mut piece).map_err(|error| {
            at(
                path,
                of_disk(&error, "This file could not be read to its end."),
            )
        })?;
        match piece.get(..read) {
            None | Some([]) => return Ok(()),
            Some(bytes) => {
                app::file_chunk(office, token, bytes)
                    .map_err(|fault| Stop::from(fault).about(path))?;
            }
        }
    }
}

fn at(path: &Path, say: &str) -> Stop {
    Stop::at(vec![Spot::file(path, "", say)])
}
