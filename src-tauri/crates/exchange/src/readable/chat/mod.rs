//! Chats as WhatsApp exports them, alone or packed with their pictures; other packed folders are listed.

mod message;
mod packed;
mod table;

pub(super) use packed::read as read_packed;
pub(super) use table::read_text;
