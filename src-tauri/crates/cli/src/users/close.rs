//! `users close`: an account ends at once.

use serde_json::json;

use super::option;
use crate::answer::{Answer, Outcome};
use crate::args::Run;
use crate::desk;
use crate::stop::{Spot, Stop};

/// Closes the account of a user name or an id.
pub fn close(run: &Run, who: &str, reason: &str) -> Outcome {
    desk::sit(run, |office| {
        let wanted = who.trim().to_lowercase();
        let accounts = app::accounts(office)?;
        let named =
            |account: &&app::Account| account.id == wanted || account.user.to_lowercase() == wanted;
        // A user name can be given again once its account is closed; the open one is meant.
        let account = accounts
            .iter()
            .filter(named)
            .find(|account| account.state != "closed")
            .or_else(|| accounts.iter().find(named))
            .ok_or_else(|| {
                Stop::at(vec![Spot::option(
                    "USER",
                    "There is no account of this user name.",
                )])
            })?;
        app::close_person(office, &account.id, reason)
            .map_err(|fault| Stop::from(fault).named(option))?;
        Answer::new(
            json!({ "id": account.id, "user": account.user, "closed": true }),
            format!("The account of {} is closed.", account.name),
        )
    })
}
