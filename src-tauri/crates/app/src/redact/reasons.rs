//! Why a passage is taken out, each with the code that stands in the schedule.

use papers::Removed;

/// Reasons as schools give them, and as a recipient reads them.
pub(super) const REASONS: &[Removed] = &[
    reason("TP", "third party"),
    reason("INF", "informant"),
    reason("SH", "serious harm"),
    reason("LA", "legal advice"),
    reason("AG", "other agency\u{2019}s paper"),
    reason("SD", "staff private details"),
    reason("NA", "not asked for"),
    reason("OT", "other reason"),
];

const fn reason(code: &'static str, says: &'static str) -> Removed {
    Removed { code, says }
}

/// The reason with this code.
pub(crate) fn reason_of(code: &str) -> Option<Removed> {
    REASONS.iter().find(|reason| reason.code == code).copied()
}
