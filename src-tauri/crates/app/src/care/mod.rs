//! Looking after the vault: what there is, settings, checking, backups, pages to print.

mod backup;
mod categories;
mod facts;
mod settings;
mod terms;
mod verify;

pub use backup::{BackupChecked, Opener, back_up_to, backup_folder, restore_backup, verify_backup};
pub use categories::save_categories;
pub use facts::{Info, RoomInfo, vault_facts, vault_info};
pub use settings::save_settings;
pub use terms::{read_terms, save_terms, terms};
pub use verify::{Checking, begin_check, check_further, verify};
