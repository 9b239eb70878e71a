//! `users list`: everybody with an account, closed ones too.

use crate::answer::{Answer, Outcome};
use crate::args::Run;
use crate::desk;
use crate::table::table;

/// Lists accounts.
pub fn list(run: &Run) -> Outcome {
    desk::sit(run, |office| {
        let accounts = app::accounts(office)?;
        let text = table(
            ["user", "name", "role", "state", "last opened", "id"],
            accounts.iter().map(|account| {
                [
                    account.user.clone(),
                    account.name.clone(),
                    account.role.clone(),
                    account.state.to_owned(),
                    account.last_opened_at.clone().unwrap_or_default(),
                    account.id.clone(),
                ]
            }),
        );
        Answer::new(accounts, text)
    })
}
