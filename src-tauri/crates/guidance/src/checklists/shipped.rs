//! The checklists as they ship: each a page of its own, inside the program.

/// Its path below `assets`, and its text.
macro_rules! page {
    ($file:literal) => {
        (
            concat!("guidance/checklists/", $file, ".toml"),
            include_str!(concat!(
                "../../../../../assets/guidance/checklists/",
                $file,
                ".toml"
            )),
        )
    };
}

pub(crate) const CHECKLISTS: [(&str, &str); 18] = [
    page!("ceop-referral"),
    page!("cp-file-transfer"),
    page!("device-review-record"),
    page!("device-search-record"),
    page!("fgm-report"),
    page!("ico-breach-report"),
    page!("information-sharing-decision"),
    page!("initial-review-meeting"),
    page!("iwf-report"),
    page!("lado-referral"),
    page!("mash-referral"),
    page!("missing-child-report"),
    page!("police-evidence"),
    page!("prevent-referral"),
    page!("report-remove"),
    page!("risk-needs-assessment"),
    page!("secure-send"),
    page!("staff-exit"),
];
