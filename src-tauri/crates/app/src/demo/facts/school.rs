use serde::Deserialize;

/// The school itself.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct School {
    pub(in crate::demo) school: String,
    pub(in crate::demo) prefix: String,
    pub(in crate::demo) address: String,
    pub(in crate::demo) phone: String,
    pub(in crate::demo) forms: Vec<String>,
    pub(in crate::demo) streets: Vec<String>,
    #[serde(rename = "person")]
    pub(in crate::demo) people: Vec<Person>,
}

/// Somebody who works there.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Person {
    pub(in crate::demo) user: String,
    pub(in crate::demo) name: String,
    pub(in crate::demo) title: String,
    pub(in crate::demo) role: String,
    pub(in crate::demo) job: String,
    pub(in crate::demo) group: String,
}

impl Person {
    /// What a colleague calls them: "Ms Calloway".
    pub(in crate::demo) fn said(&self) -> String {
        let surname = self.name.split(' ').next_back().unwrap_or_default();
        format!("{} {surname}", self.title)
    }

    /// Whether they are one of the leads.
    pub(in crate::demo) fn leads(&self) -> bool {
        self.group == "lead"
    }
}
