//! The flowcharts as they ship: each a page of its own, inside the program.

/// Its path below `assets`, and its text.
macro_rules! page {
    ($file:literal) => {
        (
            concat!("guidance/flows/", $file, ".toml"),
            include_str!(concat!(
                "../../../../../assets/guidance/flows/",
                $file,
                ".toml"
            )),
        )
    };
}

pub(crate) const FLOWS: [(&str, &str); 26] = [
    page!("01-illegal-online-incident"),
    page!("02-non-illegal-misuse-investigation"),
    page!("03-concern-about-a-child"),
    page!("04-nudes-semi-nudes"),
    page!("05-cyberbullying"),
    page!("06-online-grooming-ceop"),
    page!("07-allegation-against-staff"),
    page!("08-prevent-channel"),
    page!("09-fgm-mandatory-reporting"),
    page!("10-child-on-child-sexual"),
    page!("11-missing-child-cme"),
    page!("12-filter-monitoring-alert"),
    page!("13a-wdwi-accidental-access"),
    page!("13b-wdwi-deliberate-pupil"),
    page!("13c-wdwi-deliberate-staff"),
    page!("13d-wdwi-adult-misuse-equipment"),
    page!("13e-wdwi-bullying-child"),
    page!("13f-wdwi-malicious-comments"),
    page!("13g-wdwi-inappropriate-contact"),
    page!("13h-wdwi-age-inappropriate-games"),
    page!("13i-wdwi-parents-posts"),
    page!("14-data-breach"),
    page!("15-device-search-confiscation"),
    page!("16-disclosure-by-child"),
    page!("17-cp-file-transfer"),
    page!("18-filter-unblock-request"),
];
