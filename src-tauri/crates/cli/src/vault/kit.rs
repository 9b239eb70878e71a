//! Twelve new words on their way to paper.

use std::path::PathBuf;

use app::Office;
use app::wire;
use serde_json::{Value, json};

use crate::args;
use crate::out::Place;
use crate::stop::Stop;

/// Places for a kit, taken before anything is made that would need one.
pub struct Places {
    page: Place,
    code: Option<Place>,
}

/// What was written.
pub struct Written {
    page: PathBuf,
    code: Option<PathBuf>,
}

impl Places {
    /// Takes them, or says why not.
    pub fn take(kit: &args::Kit) -> Result<Self, Stop> {
        Ok(Self {
            page: Place::take(&kit.recovery_kit, "--recovery-kit", kit.force)?,
            code: kit
                .recovery_code_file
                .as_deref()
                .map(|path| Place::take(path, "--recovery-code-file", kit.force))
                .transpose()?,
        })
    }

    /// Writes the kit. What was made for it is there by then: when this fails, `instead` says what to do.
    pub fn write(
        self,
        office: &Office,
        kit: &wire::Kit,
        user: &str,
        instead: &str,
    ) -> Result<Written, Stop> {
        let write = || -> Result<Written, Stop> {
            let page = app::kit_page_of(office, kit, user)?;
            let code = self.code.map(|code| words(code, kit)).transpose()?;
            let page = self.page.write(&page)?;
            Ok(Written { page, code })
        };
        write().map_err(|stop| Stop {
            kept: None,
            next: Some(instead.to_owned()),
            ..stop
        })
    }
}

/// Writes the words alone, one line.
pub fn words(place: Place, kit: &wire::Kit) -> Result<PathBuf, Stop> {
    place.write(format!("{}\n", kit.words.join(" ")).as_bytes())
}

impl Written {
    /// As it stands in an answer.
    pub fn json(&self) -> (Value, Value) {
        (
            json!(self.page.display().to_string()),
            json!(self.code.as_ref().map(|code| code.display().to_string())),
        )
    }

    /// What to do with it.
    pub fn text(&self) -> String {
        let code = self
            .code
            .as_ref()
            .map(|code| {
                format!(
                    "The twelve words alone are in {}. Delete that file after the drill.\n",
                    code.display()
                )
            })
            .unwrap_or_default();
        format!(
            "The recovery kit is in {}. Print it, keep it in the safe, delete the file.\n{code}",
            self.page.display()
        )
    }
}
