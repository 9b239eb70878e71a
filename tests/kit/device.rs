//! A laptop: a folder of its own, a clock of its own, and the program on it.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use app::wire::{CreateVault, Created, Fault, Kit, PaperAsked, Session, TakenIn};
use app::{BeginFile, Cost, HandOut, Keyring, Office, Surroundings};
use rand_core::RngCore;
use tempfile::TempDir;

use crate::{Clock, Dice, Picture, RUTH, SCHOOL, Somebody, lists};

/// When every journey begins: a Tuesday in term.
const MORNING: &str = "2026-11-10T10:41:00Z";

/// A laptop with Strongroom on it. It goes, with everything on it, when the test ends.
pub struct Device {
    /// The program, as it runs now.
    pub office: Office,
    /// Its clock.
    pub clock: Clock,
    /// Papers printed from it, by the user name of whose they are: a kit in its envelope.
    pub papers: BTreeMap<String, Kit>,
    keyring: Keyring,
    dice: Dice,
    place: PathBuf,
    /// The folder goes with the laptop, unless it was somebody else's.
    _mine: Option<TempDir>,
}

thread_local! {
    /// How many laptops this test has had.
    static LAPTOPS: Cell<u64> = const { Cell::new(0) };
}

impl Device {
    /// A laptop with nothing on it yet. Its randomness is the same in every run of the same test.
    pub fn new() -> Self {
        let mut seed = DefaultHasher::new();
        std::thread::current().name().hash(&mut seed);
        LAPTOPS.set(LAPTOPS.get() + 1);
        LAPTOPS.get().hash(&mut seed);
        Self::seeded(seed.finish())
    }

    /// The same with a seed chosen by hand.
    pub fn seeded(seed: u64) -> Self {
        let mine = tempfile::tempdir().unwrap();
        let laptop = Self::over(mine.path().to_owned(), seed);
        Self {
            _mine: Some(mine),
            ..laptop
        }
    }

    /// A laptop whose disk lies in a folder that is there already and stays.
    pub fn on(disk: &Path) -> Self {
        Self::over(disk.to_owned(), 0)
    }

    fn over(place: PathBuf, seed: u64) -> Self {
        let keyring = Keyring::File(place.join("device.secret"));
        let clock = Clock::at(MORNING);
        let mut dice = Dice::new(seed);
        let around = surroundings(&place, &keyring, &clock, &mut dice);
        Self {
            office: Office::new(around),
            clock,
            papers: BTreeMap::new(),
            keyring,
            dice,
            place,
            _mine: None,
        }
    }

    /// A laptop with the school's vault on it: Ruth's, with accounts for these people, and nobody in it.
    pub fn of_school(others: &[&Somebody]) -> Self {
        let (picture, papers) = crate::school::of(others);
        let device = Self::new();
        picture.put(&device.place);
        Self { papers, ..device }
    }

    /// Another laptop with the same disk, as a colleague would have it after an exchange. Nobody has it open here.
    pub fn twin(&mut self) -> Self {
        self.restart();
        let twin = Self::new();
        Picture::of(&self.place).put(&twin.place);
        Self {
            papers: self.papers.clone(),
            ..twin
        }
    }

    /// Where the vault is.
    pub fn folder(&self) -> PathBuf {
        self.place.join("vault")
    }

    /// The laptop's whole disk, as far as the program may write to it.
    pub fn disk(&self) -> &Path {
        &self.place
    }

    /// Where its device secret is kept.
    pub fn keyring(&self) -> &Keyring {
        &self.keyring
    }

    /// From the next start on the device secret is kept elsewhere, or nowhere.
    pub fn use_keyring(&mut self, keyring: Keyring) {
        self.keyring = keyring;
        self.restart();
    }

    /// The program ends without a word, as when the battery is flat, and starts again.
    pub fn restart(&mut self) {
        self.office = self.second_program();
    }

    /// The program started anew on a laptop whose clock was set to another zone.
    pub fn abroad(&mut self, zone: chrono_tz::Tz) {
        let around = surroundings(&self.place, &self.keyring, &self.clock, &mut self.dice);
        self.office = Office::new(Surroundings { zone, ..around });
    }

    /// Another program on the same folder, while this one runs.
    pub fn second_program(&mut self) -> Office {
        Office::new(surroundings(
            &self.place,
            &self.keyring,
            &self.clock,
            &mut self.dice,
        ))
    }

    /// What Ruth types on the first page.
    pub fn first_run() -> CreateVault {
        CreateVault {
            school: SCHOOL.to_owned(),
            prefix: "mv".to_owned(),
            address: "Weir Lane, Marlowe Vale MV4 2QT".to_owned(),
            phone: "01632 960144".to_owned(),
            sites: Vec::new(),
            name: RUTH.name.to_owned(),
            user: RUTH.user.to_owned(),
            password: RUTH.password.to_owned(),
        }
    }

    /// First run: Ruth sets up the school's vault. Her kit goes into its envelope.
    pub fn set_up(&mut self) -> Session {
        let created = app::create_vault(&mut self.office, Self::first_run()).unwrap();
        self.keep_kit(&RUTH, &created)
    }

    /// Puts the kit of somebody who has just joined into its envelope.
    pub fn keep_kit(&mut self, who: &Somebody, created: &Created) -> Session {
        self.papers.insert(who.user.to_owned(), created.kit.clone());
        created.session.clone()
    }

    /// The twelve words on somebody's kit.
    pub fn kit_of(&self, who: &Somebody) -> Vec<String> {
        self.papers[who.user].words.clone()
    }

    /// Somebody opens the vault with their password.
    pub fn open(&mut self, who: &Somebody) -> Session {
        self.try_open(who).unwrap()
    }

    /// The same where it may not succeed.
    pub fn try_open(&mut self, who: &Somebody) -> Result<Session, Fault> {
        app::open_vault(&mut self.office, who.user, who.password)
    }

    /// Whoever is in locks it.
    pub fn lock(&mut self) {
        app::lock(&mut self.office).unwrap();
    }

    /// Somebody gets an account while Ruth is in and they sit beside her. Their kit goes into its envelope.
    pub fn add(&mut self, who: &Somebody) {
        let invited = app::invite_person(&mut self.office, who.invitation(true)).unwrap();
        let kit = invited.value.kit.unwrap();
        self.papers.insert(who.user.to_owned(), kit);
    }

    /// A file is taken in for a concern, piece by piece as the window does, and waits to be attached.
    pub fn take_in(&mut self, name: &str, media: &str, bytes: &[u8]) -> TakenIn {
        self.bring(name, media, bytes, "concern").unwrap()
    }

    /// A paper is laid out and printed. Gives what the printer gets.
    pub fn printed(&mut self, asked: PaperAsked) -> Vec<u8> {
        let laid_out = app::lay_out_paper(&mut self.office, asked).unwrap();
        let (page, _) =
            app::hand_out(&mut self.office, &laid_out.token, &HandOut::Printed).unwrap();
        app::paper_left(&self.office, &laid_out.token);
        page.to_vec()
    }

    /// The pupils of the school's list come in. Whoever may do that is in.
    pub fn bring_pupils(&mut self) {
        let list = self.choose_list(lists::PUPILS.as_bytes());
        app::take_pupil_list(&mut self.office, &list, None).unwrap();
    }

    /// The id of the pupil who is found first by a name.
    pub fn pupil(&self, name: &str) -> String {
        let found = app::pupils(&self.office, name, false, 0).unwrap();
        found.pupils[0].id.clone()
    }

    /// A pupil list is chosen. Gives its token.
    pub fn choose_list(&mut self, bytes: &[u8]) -> String {
        self.bring("pupils.csv", "text/csv", bytes, "pupil_list")
            .unwrap()
            .token
    }

    /// Brings a file of another program's history; its token.
    pub fn choose_history(&mut self, name: &str, bytes: &[u8]) -> String {
        self.bring(name, "text/csv", bytes, "history")
            .unwrap()
            .token
    }

    fn bring(
        &mut self,
        name: &str,
        media: &str,
        bytes: &[u8],
        purpose: &str,
    ) -> Result<TakenIn, Fault> {
        let about = BeginFile {
            name: name.to_owned(),
            size: bytes.len() as u64,
            media: media.to_owned(),
            source: Some("Amara\u{2019}s phone, shown at the library desk".to_owned()),
            indecent_image: "no".to_owned(),
            for_purpose: purpose.to_owned(),
        };
        let token = app::begin_file(&mut self.office, about)?.token;
        for piece in bytes.chunks(48 * 1024) {
            app::file_chunk(&mut self.office, &token, piece)?;
        }
        app::finish_file(&mut self.office, &token)
    }

    /// Takes a copy of a file out of the vault and reads it.
    pub fn take_out(&mut self, file: &str) -> Result<Vec<u8>, Fault> {
        let to = self.place.join("taken out");
        app::take_out_file_to(&mut self.office, file, &to)?;
        let bytes = std::fs::read(&to).unwrap();
        std::fs::remove_file(&to).unwrap();
        Ok(bytes)
    }

    /// The vault's folder as it lies on the disk now.
    pub fn picture(&self) -> Picture {
        Picture::of(&self.folder())
    }

    /// Time passes.
    pub fn minutes(&self, minutes: u64) {
        self.clock.pass(Duration::from_secs(60 * minutes));
    }
}

impl Default for Device {
    fn default() -> Self {
        Self::new()
    }
}

fn surroundings(place: &Path, keyring: &Keyring, clock: &Clock, dice: &mut Dice) -> Surroundings {
    let (wall, steady) = (clock.clone(), clock.clone());
    Surroundings {
        folder: place.join("vault"),
        practice_folder: place.join("practice"),
        keyring: keyring.clone(),
        now: Arc::new(move || wall.now()),
        steady: Arc::new(move || steady.steady()),
        zone: chrono_tz::Europe::London,
        // Each start draws on, so that two of them never draw the same.
        rng: Box::new(Dice::new(dice.next_u64())),
        cost: Some(Cost::FLOOR),
        app: "strongroom 0.1.0 (journeys)".to_owned(),
        built: "2026-10-01T00:00:00Z".parse().unwrap(),
    }
}
