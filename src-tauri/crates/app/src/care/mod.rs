//! Looking after the vault: what there is, settings, checking, backups, pages to print.

mod backup;
mod facts;
mod paper;
mod settings;
mod verify;

pub use backup::{BackupChecked, Opener, back_up_to, backup_folder, restore_backup, verify_backup};
pub use facts::{Info, RoomInfo, vault_facts, vault_info};
pub use paper::{blank_form_page, kit_page, kit_page_of, save_page};
pub use settings::save_settings;
pub use verify::{Checking, begin_check, check_further, verify};
