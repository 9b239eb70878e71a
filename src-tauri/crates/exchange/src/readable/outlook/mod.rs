//! Messages as Outlook saves them ([MS-OXMSG]): a compound file with a stream for each property.

mod read;
mod store;

pub(super) use read::read;
