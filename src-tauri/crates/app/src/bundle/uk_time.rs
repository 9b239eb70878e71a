//! A bundle is read in the United Kingdom, wherever the laptop stands that it is made on.

use crate::Office;

/// What the cover says of times.
pub(super) const SAID: &str = "UK time (Europe/London): Greenwich Mean Time, and British Summer Time from the last Sunday of March to the last of October, whatever the clock of the laptop was set to. Those of the log files are UTC";

/// Does a piece of work with every time in UK time. Entries that are written meanwhile say the zone of the laptop, as ever.
pub(super) fn in_uk_time<T>(office: &mut Office, work: impl FnOnce(&mut Office) -> T) -> T {
    let own = std::mem::replace(&mut office.around.zone, chrono_tz::Europe::London);
    // Within another such work it is the laptop’s zone already that was put aside.
    let before = office.bundling.replace(office.bundling.unwrap_or(own));
    let done = work(office);
    office.bundling = before;
    office.around.zone = own;
    done
}
