//! A parent, carer or other person to ring, as a file names them.

use std::fmt;

/// Somebody to ring about a pupil.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct RollContact {
    /// Whom to ring first: 1, then 2. `None` where the file does not say.
    pub order: Option<u32>,
    /// "Mrs", as the file writes it.
    pub title: Option<String>,
    /// First name.
    pub forename: Option<String>,
    /// Surname.
    pub surname: Option<String>,
    /// What they are to the pupil, in words; a code nobody knows stands as it is.
    pub relationship: Option<String>,
    /// Whether they have parental responsibility. `None` where the file does not say.
    pub parental_responsibility: Option<bool>,
    /// Whether they live where the pupil does.
    pub lives_with_pupil: Option<bool>,
    /// Numbers, in the order of the file.
    pub phones: Vec<RollPhone>,
    /// Addresses of e-mail.
    pub emails: Vec<String>,
    /// Where they live, line by line, the postcode last.
    pub address: Vec<String>,
}

/// A number to ring.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct RollPhone {
    /// "Home", "Mobile", or as the file says. Empty where it does not.
    pub kind: String,
    /// The number as written.
    pub number: String,
}

// A family's name, address and numbers must not reach a log through `{:?}`.
impl fmt::Debug for RollContact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RollContact({} phones)", self.phones.len())
    }
}

impl fmt::Debug for RollPhone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RollPhone")
    }
}
