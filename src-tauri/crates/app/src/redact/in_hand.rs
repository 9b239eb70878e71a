//! A redaction while papers are laid out with it.

use std::sync::Arc;

use domain::id::ConcernId;
use papers::Redactor;

use super::Redaction;
use crate::Office;

/// One in hand, and whose words are laid out now.
#[derive(Clone)]
pub(crate) struct InHand {
    pub(super) redaction: Arc<Redaction>,
    /// The concern whose words they are.
    here: Option<ConcernId>,
}

impl Redaction {
    /// Takes it in hand for the papers that are laid out now.
    pub(crate) fn in_hand(self: &Arc<Self>) -> InHand {
        InHand {
            redaction: Arc::clone(self),
            here: None,
        }
    }
}

impl Office {
    /// What words of a paper that is laid out now are looked through with.
    pub(crate) fn redactor(&self) -> Option<Redactor> {
        let in_hand = self.redaction.as_ref()?;
        Some(match in_hand.here {
            Some(concern) => Redactor::new(in_hand.redaction.beside(concern)),
            None => in_hand.redaction.redactor(),
        })
    }

    /// The same for words of one concern within it.
    pub(crate) fn redactor_beside(&self, concern: ConcernId) -> Option<Redactor> {
        let in_hand = self.redaction.as_ref()?;
        Some(Redactor::new(in_hand.redaction.beside(concern)))
    }

    /// What is laid out from now on is words of this concern, or of none.
    pub(crate) fn redact_beside(&mut self, concern: Option<ConcernId>) {
        if let Some(in_hand) = &mut self.redaction {
            in_hand.here = concern;
        }
    }
}
