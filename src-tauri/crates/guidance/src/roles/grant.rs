use std::fmt;

use serde::Deserialize;

macro_rules! grants {
    ($($(#[$doc:meta])* $name:ident = $resource:literal,)*) => {
        /// Something a role may be allowed. The list is closed: data that names another is refused.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        pub enum Grant {
            $($(#[$doc])* #[serde(rename = $resource)] $name,)*
        }

        impl Grant {
            /// Every grant there is.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Its name in the data.
            pub fn resource(self) -> &'static str {
                match self {
                    $(Self::$name => $resource,)*
                }
            }
        }
    };
}

grants! {
    /// Write a concern about a pupil, and read what one wrote oneself.
    PupilRecordOwn = "pupil-record:own",
    /// Read every concern about pupils.
    PupilRecordAll = "pupil-record:all",
    /// Read a record shared for a task.
    PupilRecordTask = "pupil-record:task",
    /// Read concerns about adults who work with children.
    RestrictedStaff = "restricted-staff",
    /// Keep the filtering and monitoring registers.
    RegisterFiltering = "register:filtering",
    /// Keep the register of acceptable-use agreements.
    RegisterAup = "register:aup",
    /// Keep the register of data breaches.
    RegisterBreach = "register:breach",
    /// Make the governors' report.
    ReportGovernor = "report:governor",
    /// Make the inspection pack.
    ReportInspection = "report:inspection",
    /// Send a referral.
    ExportReferral = "export:referral",
    /// Make a police evidence bundle.
    ExportPolice = "export:police",
    /// Send a child protection file to another school.
    ExportCpFile = "export:cp-file",
    /// Exchange packs with another laptop.
    ExportSync = "export:sync",
    /// Read who looked at what and who changed what.
    AuditLog = "audit-log",
    /// Change the vault's settings, and invite or close people.
    SettingsSecurity = "settings-security",
    /// Hold a part of the school's recovery kit.
    KeysRecovery = "keys-recovery",
}

impl fmt::Display for Grant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.resource())
    }
}
