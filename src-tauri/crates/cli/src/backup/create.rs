//! `backup create`: one encrypted file, read back before it counts.

use std::path::Path;

use serde_json::json;

use super::not_there;
use crate::answer::{Answer, Outcome};
use crate::args::Run;
use crate::desk;
use crate::stop::Stop;

/// Makes a backup in a folder that is there.
pub fn create(run: &Run, to: &Path) -> Outcome {
    if !to.is_dir() {
        return Err(not_there(
            to,
            "--to",
            "There is no such folder. Is the stick or the share there?",
        ));
    }
    let to = std::path::absolute(to)
        .map_err(|_| Stop::wrong_use("--to: this is not the name of a folder."))?;
    desk::sit(run, |office| {
        let done = app::back_up_to(office, &to)?.value;
        let file = to.join(&done.name);
        let info = app::vault_info(office)?;
        let file = file.display().to_string();
        Answer::new(
            json!({
                "file": file,
                "bytes": std::fs::metadata(&file).map_or(0, |file| file.len()),
                "at": info.last_backup,
                "checked": done.checked,
            }),
            format!("{file}\n{}, read back and whole.", done.size),
        )
    })
}
