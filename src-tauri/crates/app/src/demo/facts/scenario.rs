use serde::Deserialize;

/// When such a thing happens, and so when it is learnt of.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::demo) enum Moment {
    /// During the school day.
    School,
    /// At home or out, the evening or the days before.
    Home,
    /// Online, the evening or the days before.
    Online,
    /// In the office, as a call, a letter or a meeting.
    Office,
    /// On the way to school, or home the day before.
    Journey,
    /// At the gate, when everybody goes home.
    HomeTime,
}

/// Which list of services something online is drawn from.
#[derive(Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::demo) enum Service {
    #[default]
    App,
    Bot,
}

/// How the child seemed.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::demo) enum Seemed {
    Low,
    Calm,
    Angry,
}

/// One kind of thing that staff write about, told in many ways.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Scenario {
    #[serde(rename = "id")]
    _id: String,
    /// Categories it always has.
    pub(in crate::demo) categories: Vec<String>,
    /// Categories of which it may have one.
    #[serde(default)]
    pub(in crate::demo) also: Vec<String>,
    #[serde(default = "pupil_concern")]
    pub(in crate::demo) kind: String,
    pub(in crate::demo) weight: u64,
    /// From and to year, Reception is 0.
    pub(in crate::demo) years: (i32, i32),
    pub(in crate::demo) when: Moment,
    /// Who writes it, by group; blank for whoever teaches the child.
    #[serde(default)]
    pub(in crate::demo) by: Vec<String>,
    pub(in crate::demo) places: Vec<String>,
    pub(in crate::demo) found: Vec<String>,
    pub(in crate::demo) urgency: Vec<String>,
    #[serde(default)]
    pub(in crate::demo) crime: Vec<String>,
    #[serde(default)]
    pub(in crate::demo) image: Vec<String>,
    /// The child's part first, then the others'; one that ends in "?" is there half the time.
    pub(in crate::demo) roles: Vec<String>,
    #[serde(default)]
    pub(in crate::demo) online: bool,
    #[serde(default)]
    pub(in crate::demo) online_service: Service,
    #[serde(default)]
    pub(in crate::demo) device: bool,
    #[serde(default)]
    pub(in crate::demo) marks: bool,
    #[serde(default)]
    pub(in crate::demo) mark_regions: Vec<String>,
    #[serde(default)]
    pub(in crate::demo) mark_notes: Vec<String>,
    #[serde(default)]
    pub(in crate::demo) words_mark: bool,
    pub(in crate::demo) seemed: Option<Seemed>,
    /// One row for each sentence, one entry for each way to say it.
    pub(in crate::demo) account: Vec<Vec<String>>,
    /// The child's words, for any age, for Reception to Year 6, and for Years 7 to 13.
    #[serde(default)]
    pub(in crate::demo) words: Vec<String>,
    #[serde(default)]
    pub(in crate::demo) words_young: Vec<String>,
    #[serde(default)]
    pub(in crate::demo) words_older: Vec<String>,
    /// How many times in a hundred the child's words are written down.
    pub(in crate::demo) words_often: u64,
    pub(in crate::demo) actions: Vec<String>,
}

impl Scenario {
    /// Whether it happens to a child of this year.
    pub(in crate::demo) fn fits(&self, year: i32) -> bool {
        (self.years.0..=self.years.1).contains(&year)
    }

    /// Whether a file may be attached to it: never where an indecent image may be involved.
    pub(in crate::demo) fn may_have_files(&self) -> bool {
        self.image.iter().all(|answer| answer == "no")
    }
}

fn pupil_concern() -> String {
    "pupil-concern".to_owned()
}
