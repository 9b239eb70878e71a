//! What is on a laptop before a journey begins, through the verbs of `app`, with quick passwords.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use app::wire::{ConcernForm, ConcernView, CreateVault, DraftView, PersonInConcern};
use app::{BeginFile, Cost, Keyring, Office, Surroundings};
use chrono::{DateTime, Days, NaiveTime, TimeDelta};
use chrono_tz::Tz;

use super::{Laptop, PUPIL_LIST, RUTH, SCHOOL, Somebody};

impl Laptop {
    /// The office on this laptop, without a window. A window cannot open the vault while it lives.
    pub fn office(&self) -> Office {
        self.office_ago(TimeDelta::zero())
    }

    /// The time, where the school is.
    fn now(&self) -> DateTime<Tz> {
        let around =
            Surroundings::of_this_computer(self.vault(), self.practice(), Keyring::Absent, "clock");
        (around.now)().with_timezone(&Tz::Europe__London)
    }

    /// The same as it was so long ago.
    fn office_ago(&self, ago: TimeDelta) -> Office {
        let program = "strongroom 0.1.0 (desktop journeys)";
        let mut around =
            Surroundings::of_this_computer(self.vault(), self.practice(), Keyring::Os, program);
        around.cost = Some(Cost::FLOOR);
        around.zone = Tz::Europe__London;
        let now = around.now;
        around.now = Arc::new(move || now() - ago);
        Office::new(around)
    }

    /// Ruth's vault for the school, her kit tried, with accounts for these people. Gives the words of her kit.
    pub fn set_up(&self, others: &[&Somebody]) -> Vec<String> {
        self.set_up_ago(TimeDelta::zero(), others)
    }

    /// The same, so long ago.
    pub fn set_up_ago(&self, ago: TimeDelta, others: &[&Somebody]) -> Vec<String> {
        let mut office = self.office_ago(ago);
        fs::create_dir_all(self.vault().parent().unwrap()).unwrap();
        let created = app::create_vault(&mut office, first_run()).unwrap();
        app::rehearse(&mut office, &created.kit.words).unwrap();
        for who in others {
            app::invite_person(&mut office, who.invitation(true)).unwrap();
        }
        app::lock(&mut office).unwrap();
        created.kit.words
    }

    /// Brings the pupil list in.
    pub fn bring_pupils(&self) {
        self.bring_pupils_ago(TimeDelta::zero());
    }

    /// The same, so long ago.
    pub fn bring_pupils_ago(&self, ago: TimeDelta) {
        let mut office = self.office_ago(ago);
        app::open_vault(&mut office, RUTH.user, RUTH.password).unwrap();
        let bytes = fs::read(PUPIL_LIST).unwrap();
        let about = BeginFile {
            name: "pupils.csv".to_owned(),
            size: bytes.len() as u64,
            media: "text/csv".to_owned(),
            source: None,
            indecent_image: "no".to_owned(),
            for_purpose: "pupil_list".to_owned(),
        };
        let token = app::begin_file(&mut office, about).unwrap().token;
        app::file_chunk(&mut office, &token, &bytes).unwrap();
        app::finish_file(&mut office, &token).unwrap();
        let seen = app::preview_pupil_list(&mut office, &token, None).unwrap();
        let columns = seen.columns.into_iter().map(|column| column.matched);
        let columns = Some(columns.collect());
        app::take_pupil_list(&mut office, &token, columns).unwrap();
        app::lock(&mut office).unwrap();
    }

    /// Somebody records concerns, each on its day.
    pub fn record(&self, who: &Somebody, concerns: &[Written<'_>]) {
        for written in concerns {
            let mut office = self.office_ago(written.ago(self.now()));
            app::open_vault(&mut office, who.user, who.password).unwrap();
            let when = |text: &str| {
                let understood = app::understand_when(&office, text).unwrap();
                (understood.at.expect("a time"), understood.about)
            };
            let (occurred, about) = when(written.happened);
            let (noticed, _) = when(written.learnt);
            let form = ConcernForm {
                people: vec![person(&office, written.about)],
                occurred,
                occurred_about: about,
                noticed,
                location: written.place.to_owned(),
                categories: vec![written.category.to_owned()],
                description: written.account.to_owned(),
                childs_words: written.said.to_owned(),
                ..ConcernForm::default()
            };
            app::record_concern(&mut office, form).unwrap();
            app::lock(&mut office).unwrap();
        }
    }

    /// Somebody reads everything that nobody has read, but for the newest few.
    pub fn read_all_but(&self, who: &Somebody, newest: usize) {
        let mut office = self.office();
        app::open_vault(&mut office, who.user, who.password).unwrap();
        let all = app::concerns(&mut office, Default::default()).unwrap();
        for row in all.concerns.iter().skip(newest) {
            app::concern(&mut office, &row.id).unwrap();
        }
        app::lock(&mut office).unwrap();
    }

    /// Everything somebody may read, with the files' bytes, as it lies on the disk after the window has gone.
    pub fn concerns_of(&self, who: &Somebody) -> Vec<Kept> {
        let mut office = self.office();
        app::open_vault(&mut office, who.user, who.password).unwrap();
        let rows = app::concerns(&mut office, Default::default())
            .unwrap()
            .concerns;
        let to = self.disk().join("taken out");
        let mut kept = Vec::new();
        for row in rows {
            let view = app::concern(&mut office, &row.id).unwrap();
            let mut files = Vec::new();
            for file in &view.files {
                app::take_out_file_to(&mut office, &file.id, &to).unwrap();
                files.push(fs::read(&to).unwrap());
                fs::remove_file(&to).unwrap();
            }
            kept.push(Kept { view, files });
        }
        app::lock(&mut office).unwrap();
        kept
    }

    /// The drafts somebody has, as they lie on the disk after the window has gone.
    pub fn drafts_of(&self, who: &Somebody) -> Vec<DraftView> {
        let mut office = self.office();
        app::open_vault(&mut office, who.user, who.password).unwrap();
        let drafts = app::drafts(&office).unwrap();
        app::lock(&mut office).unwrap();
        drafts
    }

    /// How many things lie in everybody's lockers, seen from outside: a draft is one.
    pub fn in_lockers(&self) -> usize {
        let lockers = fs::read_dir(self.vault().join("lockers"));
        let lockers = lockers.into_iter().flatten().flatten();
        lockers
            .filter_map(|locker| fs::read_dir(locker.path()).ok())
            .flat_map(|things| things.flatten())
            .filter(|thing| {
                thing
                    .path()
                    .extension()
                    .is_some_and(|ending| ending == "locker")
            })
            .count()
    }

    /// The rooms' files, the one written last first: all are as large.
    pub fn rooms(&self) -> Vec<PathBuf> {
        let written = |path: &PathBuf| path.metadata().and_then(|facts| facts.modified()).ok();
        let mut rooms: Vec<PathBuf> = fs::read_dir(self.vault())
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "db"))
            .collect();
        rooms.sort_by_key(|path| std::cmp::Reverse(written(path)));
        rooms
    }

    /// Takes from the system's keyring what this laptop keeps of the vault, as a new profile does.
    pub fn forget_keyring_secret(&self) {
        let slots = keys::Slots::read(&self.vault()).unwrap();
        Keyring::Os.forget(slots.vault()).unwrap();
    }
}

/// The day as the first page says it.
pub fn today() -> String {
    let nowhere = PathBuf::new();
    let around = Surroundings::of_this_computer(nowhere.clone(), nowhere, Keyring::Absent, "clock");
    let now = (around.now)().with_timezone(&Tz::Europe__London);
    now.format("%A %-d %B").to_string()
}

/// A concern as it is kept.
pub struct Kept {
    /// What a page of it shows.
    pub view: ConcernView,
    /// The bytes of its files.
    pub files: Vec<Vec<u8>>,
}

/// One concern, in the words of whoever wrote it.
#[derive(Clone, Copy)]
pub struct Written<'a> {
    /// How many days ago it was written.
    pub days_ago: u64,
    /// At what hour and minute.
    pub at: (u32, u32),
    /// Whom it is about.
    pub about: &'a str,
    /// When it happened, as somebody would type it then.
    pub happened: &'a str,
    /// When they learnt of it.
    pub learnt: &'a str,
    /// Where: an id of the school's list.
    pub place: &'a str,
    /// A category's id.
    pub category: &'a str,
    /// What was seen.
    pub account: &'a str,
    /// What the child said.
    pub said: &'a str,
}

impl Written<'_> {
    fn ago(&self, now: DateTime<Tz>) -> TimeDelta {
        let day = now.date_naive() - Days::new(self.days_ago);
        let time = NaiveTime::from_hms_opt(self.at.0, self.at.1, 0).unwrap();
        now.signed_duration_since(
            day.and_time(time)
                .and_local_timezone(now.timezone())
                .unwrap(),
        )
    }
}

/// A pupil of the list, as a concern names them.
pub fn person(office: &Office, name: &str) -> PersonInConcern {
    let known = app::pupils(office, name, false, 0).ok();
    let pupil = known.and_then(|page| page.pupils.into_iter().next());
    PersonInConcern {
        said_as: String::new(),
        adult: None,
        pupil: pupil.as_ref().map(|pupil| pupil.id.clone()),
        name: Some(pupil.map_or_else(|| name.to_owned(), |pupil| pupil.name)),
        kind: "pupil".to_owned(),
        role: "subject".to_owned(),
        sex: None,
    }
}

fn first_run() -> CreateVault {
    CreateVault {
        school: SCHOOL.to_owned(),
        prefix: "MV".to_owned(),
        address: "Weir Lane, Marlowe Vale MV4 2QT".to_owned(),
        phone: "01632 960144".to_owned(),
        sites: Vec::new(),
        name: RUTH.name.to_owned(),
        user: RUTH.user.to_owned(),
        password: RUTH.password.to_owned(),
    }
}
