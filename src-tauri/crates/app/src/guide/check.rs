//! Checking a school's own guidance before anybody relies on it.

/// Something wrong on a page.
pub struct GuidanceFault {
    /// The file.
    pub file: String,
    /// The line.
    pub line: u32,
    /// What is wrong.
    pub say: String,
}

/// What was checked.
pub struct GuidanceChecked {
    /// Flowcharts of the school's own.
    pub flows: usize,
    /// Checklists.
    pub checklists: usize,
    /// Tables and lists.
    pub pages: usize,
}

/// Checks pages over those that ship: every way leads somewhere and ends, every name and source is known. Each page is its path below
/// the folder and its text.
pub fn check_guidance(pages: &[(String, String)]) -> Result<GuidanceChecked, Vec<GuidanceFault>> {
    let own = guidance::overlaid(pages);
    let strangers = own.strangers.iter().map(|file| GuidanceFault {
        file: file.clone(),
        line: 1,
        say: "this is no page of guidance; flowcharts lie in flows/, checklists in checklists/, and every other page has the name of ours".to_owned(),
    });
    let mut faults: Vec<GuidanceFault> = strangers.collect();
    if let Err(found) = guidance::check_shelf(&own.shelf) {
        faults.extend(found.iter().map(|fault| {
            let place = fault.place();
            let say = fault.to_string();
            let before = format!("{place}: ");
            GuidanceFault {
                file: place.file.clone(),
                line: u32::try_from(place.line).unwrap_or(u32::MAX),
                say: say.strip_prefix(&before).unwrap_or(&say).to_owned(),
            }
        }));
    }
    match faults.is_empty() {
        true => Ok(GuidanceChecked {
            flows: own.flows,
            checklists: own.checklists,
            pages: own.pages,
        }),
        false => Err(faults),
    }
}
