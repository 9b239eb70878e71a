//! `vault verify`: everything this user may open, checked.

use crate::answer::{Answer, Outcome};
use crate::args::Run;
use crate::desk;
use crate::stop::{Exit, Stop};

/// Says what does not hold by name, and exits with 4 then.
pub fn verify(run: &Run) -> Outcome {
    desk::sit(run, |office| {
        let verified = app::verify(office)?;
        let mut text = String::new();
        for fault in &verified.faults {
            text.push_str(&format!("{}: {}: {}\n", fault.room, fault.what, fault.say));
        }
        if verified.faults.is_empty() {
            text.push_str(&verified.say);
            return Answer::new(&verified, text);
        }
        let answer = Answer::new(&verified, text)?;
        Ok(answer.but(Stop::new(Exit::Integrity, verified.say)))
    })
}
