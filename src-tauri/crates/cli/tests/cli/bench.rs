//! A folder of its own for each test, and the program run in it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Once, OnceLock};

use app::wire::CreateVault;
use app::{Cost, Keyring, Office, Surroundings};
use serde_json::Value;

pub const PASSWORD: &str = "correct horse battery staple";
pub const PUPILS: &str = "\
Legal Surname,Legal Forename,Preferred Forename,UPN,DOB,Year,Reg
Okafor,Amara,,H801200001001,14/03/2014,8,8B
O'Brien,Siobh\u{e1}n,Shiv,,02/09/2013,8,8A
";
pub const CONCERN: &str = r#"{
  "record_kind": "pupil-concern",
  "student": {"upn": "H801200001001"},
  "occurred_at": "2026-03-09T10:35:00+00:00",
  "description": "In the canteen she said she did not want to go home.",
  "childs_words": "I do not want to go."
}"#;

/// A bench with a vault on it, or an empty one.
pub struct Bench {
    folder: PathBuf,
}

/// How a run ended.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Bench {
    pub fn empty() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        static SWEPT: Once = Once::new();
        let all = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("cli");
        SWEPT.call_once(|| sweep(&all));
        let folder = all.join(format!(
            "{}-{}",
            std::process::id(),
            COUNT.fetch_add(1, Ordering::Relaxed)
        ));
        std::fs::create_dir_all(&folder).unwrap();
        let bench = Self { folder };
        bench.put("pw", PASSWORD);
        bench.put("wrong", "not the password at all");
        bench.put("new", "another good long password");
        bench.put("pupils.csv", PUPILS);
        bench.put("concern.json", CONCERN);
        bench
    }

    /// With a vault whose user is `ruth`. It is made once, with the cheapest password there may be, and copied.
    pub fn with_vault() -> Self {
        static FIRST: OnceLock<Bench> = OnceLock::new();
        let first = FIRST.get_or_init(|| {
            let bench = Self::empty();
            let around = Surroundings {
                cost: Some(Cost::FLOOR),
                ..bench.surroundings()
            };
            let mut office = Office::new(around);
            let form = CreateVault {
                school: "Marlowe Vale School".into(),
                prefix: "MVS".into(),
                address: String::new(),
                phone: String::new(),
                sites: Vec::new(),
                name: "Ruth Calloway".into(),
                user: "ruth".into(),
                password: PASSWORD.into(),
            };
            let kit = app::create_vault(&mut office, form).unwrap().kit;
            bench.put("words", &kit.words.join(" "));
            app::lock(&mut office).unwrap();
            bench
        });
        first.another()
    }

    /// The computer as the program finds it.
    pub fn surroundings(&self) -> Surroundings {
        let vault = self.path("vault");
        let keyring = Keyring::File(self.path("device.key"));
        Surroundings::of_this_computer(vault.clone(), vault, keyring, "test")
    }

    /// With pupils in it as well.
    pub fn with_pupils() -> Self {
        static FIRST: OnceLock<Bench> = OnceLock::new();
        let first = FIRST.get_or_init(|| {
            let bench = Self::with_vault();
            bench.ruth("pupils import pupils.csv").done();
            bench
        });
        first.another()
    }

    /// With a backup of a vault with pupils, in the folder `stick`.
    pub fn with_backup() -> Self {
        static FIRST: OnceLock<Bench> = OnceLock::new();
        let first = FIRST.get_or_init(|| {
            let bench = Self::with_pupils();
            std::fs::create_dir(bench.path("stick")).unwrap();
            bench.ruth("backup create --to stick").done();
            bench
        });
        first.another()
    }

    /// The name of that backup.
    pub fn backup(&self) -> String {
        format!("stick/{}", self.names_in("stick").remove(0))
    }

    fn another(&self) -> Self {
        let bench = Self::empty();
        for (path, bytes) in everything_in(&self.folder) {
            let to = bench.folder.join(path.strip_prefix(&self.folder).unwrap());
            std::fs::create_dir_all(to.parent().unwrap()).unwrap();
            std::fs::write(&to, bytes).unwrap();
            std::fs::set_permissions(&to, std::fs::metadata(&path).unwrap().permissions()).unwrap();
        }
        bench
    }

    pub fn create(&self) -> Ran {
        self.run(&[
            "--user",
            "ruth",
            "--password-file",
            "pw",
            "vault",
            "create",
            "--school",
            "Marlowe Vale School",
            "--recovery-kit",
            "kit.pdf",
            "--recovery-code-file",
            "words",
        ])
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    pub fn put(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).unwrap();
    }

    pub fn names_in(&self, name: &str) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(self.path(name))
            .map(|entries| {
                entries
                    .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
                    .collect()
            })
            .unwrap_or_default();
        names.sort();
        names
    }

    /// Runs exactly these words in the folder, with the vault in `vault` and its keyring in a file.
    pub fn run(&self, words: &[&str]) -> Ran {
        let mut command = self.command();
        command.args(["--keyring", "file:device.key"]).args(words);
        Ran::of(command.output().unwrap())
    }

    /// Runs words split at spaces as `ruth`.
    pub fn ruth(&self, words: &str) -> Ran {
        self.user("ruth", "pw", words)
    }

    /// Runs words split at spaces as somebody.
    pub fn user(&self, user: &str, password: &str, words: &str) -> Ran {
        let mut all = vec!["--user", user, "--password-file", password];
        all.extend(words.split(' '));
        self.run(&all)
    }

    /// Runs words split at spaces as `ruth` with `--json`, and reads the document.
    pub fn json(&self, words: &str) -> Value {
        self.ruth(&format!("{words} --json")).document()
    }

    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_strongroom-cli"));
        command
            .current_dir(&self.folder)
            .env("STRONGROOM_VAULT", "vault")
            .env("TZ", "Europe/London")
            .stdin(std::process::Stdio::null());
        command
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let _ = std::fs::remove_dir_all(&self.folder);
        }
    }
}

impl Ran {
    pub fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    #[track_caller]
    pub fn done(self) -> Self {
        assert_eq!(self.code, 0, "{}{}", self.out, self.err);
        self
    }

    /// Ended with this number and left stdout alone.
    #[track_caller]
    pub fn refused(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{}{}", self.out, self.err);
        assert_eq!(self.out, "", "an error says nothing on stdout");
        self
    }

    /// The one document on stdout.
    #[track_caller]
    pub fn document(self) -> Value {
        let ran = self.done();
        serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {}", ran.out))
    }

    /// The error as a script reads it: the last line of stderr.
    #[track_caller]
    pub fn error(&self) -> Value {
        let line = self.err.lines().last().unwrap_or_default();
        let error: Value = serde_json::from_str(line).unwrap_or_else(|_| panic!("{}", self.err));
        error["error"].clone()
    }

    #[track_caller]
    pub fn says(&self, words: &str) -> &Self {
        assert!(
            self.err.contains(words),
            "{words:?} is not in: {}",
            self.err
        );
        self
    }
}

/// Every file below a folder, with its bytes.
pub fn everything_in(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(everything_in(&path));
        } else {
            all.push((path.clone(), std::fs::read(&path).unwrap()));
        }
    }
    all.sort();
    all
}

/// Takes away what runs that are over have left, failed ones and the vaults that were copied.
fn sweep(all: &Path) {
    let Ok(entries) = std::fs::read_dir(all) else {
        return;
    };
    for path in entries.map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let process = name.split('-').next().unwrap_or_default();
        if Path::new("/proc/self").exists() && !Path::new("/proc").join(process).exists() {
            let _ = std::fs::remove_dir_all(path);
        }
    }
}
