//! Messages that Outlook saves, from the properties it keeps of them ([MS-OXMSG] says where, [MS-OXPROPS] gives their numbers).

mod attached;
mod read;
mod store;

pub(super) use read::read;
