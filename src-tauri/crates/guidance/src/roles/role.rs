use serde::Deserialize;
use toml::Spanned;

use crate::read::Id;
use crate::{Citation, Error, Grant, Page, Shelf};

/// Everybody in and around a school, and what each may do.
#[derive(Debug, Clone)]
pub struct Roles {
    roles: Vec<Role>,
    grants: Vec<Allowance>,
    resources: Vec<Spanned<Grant>>,
    rules: Vec<ObjectRule>,
    pub(crate) permission_sources: Vec<Citation>,
}

/// A role: what somebody is to the school.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Its name in the data.
    pub id: Id,
    /// Its short title on the screen.
    pub title: String,
    /// Other names for it.
    pub known_as: String,
    /// Whether it may be chosen when a person is invited to a vault.
    pub account: bool,
    /// Whether it reads concerns about pupils and may be told of one.
    pub lead: bool,
    /// What somebody in it does.
    pub duties: Vec<String>,
    /// What they read, in words.
    pub sees: String,
    /// What they never read, in words.
    pub must_not_see: String,
    /// How often they report.
    pub reporting_rhythm: String,
    /// Where it comes from.
    pub sources: Vec<Citation>,
}

/// What a rule about a single record does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Takes a right away.
    Deny,
    /// Narrows a right.
    Limit,
    /// Asks for something more first.
    Require,
    /// Writes down that it happened.
    Log,
}

/// A rule about a single record. It always wins over a grant.
#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "String")]
pub struct ObjectRule {
    /// What it does.
    pub rule: Rule,
    /// To whom and when.
    pub says: String,
}

impl TryFrom<String> for ObjectRule {
    type Error = String;

    fn try_from(line: String) -> Result<Self, String> {
        let (rule, says) = line
            .split_once(": ")
            .ok_or_else(|| format!("\"{line}\" does not begin with what it does and a colon"))?;
        let rule = match rule {
            "deny" => Rule::Deny,
            "limit" => Rule::Limit,
            "require" => Rule::Require,
            "log" => Rule::Log,
            other => {
                return Err(format!(
                    "\"{other}\" is none of deny, limit, require and log"
                ));
            }
        };
        Ok(Self {
            rule,
            says: says.to_owned(),
        })
    }
}

impl Roles {
    /// Every role, in the order of the data.
    pub fn all(&self) -> &[Role] {
        &self.roles
    }

    /// The roles a person may be given when they are invited.
    pub fn for_accounts(&self) -> impl Iterator<Item = &Role> {
        self.roles.iter().filter(|role| role.account)
    }

    /// The roles that read concerns about pupils and may be told of one.
    pub fn leads(&self) -> impl Iterator<Item = &Role> {
        self.roles.iter().filter(|role| role.lead)
    }

    /// Finds a role by its name in the data.
    pub fn role(&self, id: &str) -> Option<&Role> {
        self.roles.iter().find(|role| role.id == *id)
    }

    /// Says whether a role may do something; an unknown role may do nothing.
    pub fn may(&self, role: &str, grant: Grant) -> bool {
        self.grants
            .iter()
            .filter(|allowance| allowance.role == *role)
            .any(|allowance| allowance.allow.contains(&grant))
    }

    /// The rules about single records, which win over every grant.
    pub fn object_rules(&self) -> &[ObjectRule] {
        &self.rules
    }

    /// The grants the data names, and how many bytes of the page stand before each.
    pub(crate) fn resources(&self) -> impl Iterator<Item = (Grant, usize)> {
        self.resources
            .iter()
            .map(|resource| (*resource.get_ref(), resource.span().start))
    }

    /// The roles that are granted something.
    pub(crate) fn granted(&self) -> impl Iterator<Item = &Id> {
        self.grants.iter().map(|allowance| &allowance.role)
    }

    pub(crate) fn on(shelf: &Shelf) -> Result<Self, Error> {
        let roles: RolesPage = shelf.read(Page::Roles)?;
        let permissions: PermissionsPage = shelf.read(Page::Permissions)?;

        Ok(Self {
            roles: roles.role,
            grants: permissions.grant,
            resources: permissions.resources,
            rules: permissions.object_rules,
            permission_sources: permissions.sources,
        })
    }
}

/// What one role is allowed by default.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Allowance {
    role: Id,
    allow: Vec<Grant>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RolesPage {
    #[serde(rename = "schema")]
    _schema: Id,
    role: Vec<Role>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PermissionsPage {
    #[serde(rename = "schema")]
    _schema: Id,
    resources: Vec<Spanned<Grant>>,
    object_rules: Vec<ObjectRule>,
    sources: Vec<Citation>,
    grant: Vec<Allowance>,
}
