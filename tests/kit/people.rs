//! The people of Marlowe Vale.

use app::wire::{InviteForm, PersonInConcern};

/// Somebody who works at the school, with the password they would choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Somebody {
    /// What they type to be found.
    pub user: &'static str,
    /// Their name.
    pub name: &'static str,
    /// Their role's id.
    pub role: &'static str,
    /// Their password.
    pub password: &'static str,
}

/// The designated safeguarding lead.
pub const RUTH: Somebody = Somebody {
    user: "ruth.calloway",
    name: "Ruth Calloway",
    role: "dsl",
    password: "seven quiet herons by the weir",
};

/// The deputy lead.
pub const DEV: Somebody = Somebody {
    user: "dev.marwaha",
    name: "Dev Marwaha",
    role: "deputy_dsl",
    password: "a tandem leaned on the bandstand",
};

/// The headteacher.
pub const HEAD: Somebody = Somebody {
    user: "h.sandiford",
    name: "H. Sandiford",
    role: "headteacher",
    password: "copper kettle under the stairwell",
};

/// A teacher of mathematics.
pub const PATIENCE: Somebody = Somebody {
    user: "patience.osei",
    name: "Patience Osei",
    role: "teacher",
    password: "marble runs across the long table",
};

/// The chair of governors.
pub const CHAIR: Somebody = Somebody {
    user: "m.adeyemi",
    name: "Morenike Adeyemi",
    role: "chair",
    password: "lanterns along the towpath in may",
};

/// Who looks after the laptops.
pub const TECH: Somebody = Somebody {
    user: "t.okafor",
    name: "Tobe Okafor",
    role: "technician",
    password: "spare trolleys behind the server door",
};

impl Somebody {
    /// An account for them; with their password when they sit here now.
    pub fn invitation(&self, here_now: bool) -> InviteForm {
        InviteForm {
            user: self.user.to_owned(),
            name: self.name.to_owned(),
            role: self.role.to_owned(),
            password: here_now.then(|| self.password.to_owned()),
        }
    }

    /// Them as the adult whom a concern is about.
    pub fn as_subject(&self) -> PersonInConcern {
        PersonInConcern {
            name: Some(self.name.to_owned()),
            kind: "adult".to_owned(),
            role: "subject".to_owned(),
            ..PersonInConcern::default()
        }
    }
}
