//! What is done about a concern after it was written: where it stands, steps taken, things to do, decisions, referrals.
//!
//! Each is an entry of its own about the concern, so that two laptops can add one each and neither is lost. What takes the
//! place of another names it; nothing is overwritten, and a decision not to refer stands like every other.

mod action;
mod counted;
mod decision;
mod escalated;
mod fold;
mod for_pupil;
mod held;
mod referral;
mod responded;
mod significance;
mod standing;
mod struck;
mod taken;
mod told;
mod withheld;

pub use action::{ACTION_ENDED, ACTION_SET, Action, ActionEnd, PART_ACTION, PART_END};
pub use counted::{Counted, INSTEAD};
pub use decision::{DECIDED, Decision, PART_DECISION};
pub use escalated::{ESCALATED, Escalated, PART_ESCALATED};
pub use fold::{Case, Kept, fold, is_step};
pub(crate) use fold::{holding, holding_of_same, kept};
pub use for_pupil::{FOR_PUPIL_SET, ForPupil, PART_FOR_PUPIL};
pub use held::{Gap, HELD, Held, PART_HELD, PART_PASSED, PASSED, PASSES, Passed, Way};
pub use referral::{PART_REFERRAL, PART_REPLY, REFERRED, REPLIED, Referral, Reply};
pub use responded::{PART_RESPONDED, RESPONDED, Responded, Whose};
pub use significance::{PART_SIGNIFICANCE, SIGNIFICANCE_SET, Significance};
pub use standing::{PART_STANDING, STANDING_SET, Standing};
pub use struck::{PART_STRUCK, STRUCK, Struck};
pub use taken::{PART_TAKEN, TAKEN, Taken};
pub use told::{PART_TOLD, TOLD, Told};
pub use withheld::{PART_ITEM, TOLD_OF, ToldOf, WITHHELD, Withheld};
