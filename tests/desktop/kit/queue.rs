//! A print queue of the system's own kind (CUPS), with a printer that keeps what it is given.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::{LONGEST, Laptop, until};

/// Where Debian keeps the server's own programs.
const PROGRAMS: &str = "/usr/lib/cups";

/// A printer: whatever reaches it lies in a file.
const PRINTER: &str = "#!/bin/sh
[ $# -eq 0 ] && exit 0
to=\"${DEVICE_URI#keep:}\"
if [ -n \"$6\" ]; then cat \"$6\" > \"$to.new\"; else cat > \"$to.new\"; fi
mv \"$to.new\" \"$to\"
";

/// The office's printer. Its server goes with the journey.
pub struct Queue {
    server: Child,
    place: PathBuf,
}

impl Queue {
    /// Starts the server on this laptop, with one printer that is the usual one.
    pub fn start(laptop: &Laptop) -> Self {
        let place = laptop.printer().to_owned();
        write_settings(&place);
        let log = fs::File::create(laptop.out.join("cups.log")).unwrap();
        let server = Command::new("cupsd")
            .arg("-f")
            .arg("-c")
            .arg(place.join("cupsd.conf"))
            .arg("-s")
            .arg(place.join("cups-files.conf"))
            .stdin(Stdio::null())
            .stdout(log.try_clone().unwrap())
            .stderr(log)
            .spawn()
            .expect("cupsd is needed: apt-get install cups-daemon");
        let queue = Self { server, place };
        let sock = queue.place.join("sock");
        assert!(until(LONGEST, || sock.exists()), "no print server came");
        let device = format!("keep:{}", queue.paper().display());
        queue.set_up(&["-p", "Office", "-E", "-v", &device, "-m", "raw"]);
        queue.set_up(&["-d", "Office"]);
        queue
    }

    /// What came out of the printer.
    pub fn printed(&self) -> Vec<u8> {
        let came = until(LONGEST, || self.paper().exists());
        assert!(came, "nothing came out of the printer");
        fs::read(self.paper()).unwrap()
    }

    fn paper(&self) -> PathBuf {
        self.place.join("out/paper.pdf")
    }

    fn set_up(&self, words: &[&str]) {
        let done = Command::new("lpadmin")
            .args(words)
            .env("CUPS_SERVER", self.place.join("sock"))
            .stderr(Stdio::null())
            .status()
            .expect("lpadmin is needed: apt-get install cups-client");
        assert!(done.success(), "no printer could be set up");
    }
}

impl Drop for Queue {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// A server of its own: its own folders, its own socket, nothing on the network.
fn write_settings(place: &Path) {
    for folder in [
        "root",
        "spool",
        "cache",
        "state",
        "tmp",
        "out",
        "bin",
        "bin/backend",
    ] {
        fs::create_dir_all(place.join(folder)).unwrap();
    }
    // Printers run as a user of their own when the server is root.
    for folder in [place.to_owned(), place.join("out")] {
        fs::set_permissions(folder, fs::Permissions::from_mode(0o777)).unwrap();
    }
    for programs in ["filter", "daemon", "notifier", "monitor", "driver"] {
        let _ = symlink(
            Path::new(PROGRAMS).join(programs),
            place.join("bin").join(programs),
        );
    }
    let printer = place.join("bin/backend/keep");
    fs::write(&printer, PRINTER).unwrap();
    fs::set_permissions(&printer, fs::Permissions::from_mode(0o755)).unwrap();
    let at = |folder: &str| place.join(folder).display().to_string();
    let policy = "<Location />\nOrder allow,deny\nAllow all\n</Location>\n<Policy default>\n<Limit All>\nOrder deny,allow\nAllow all\n</Limit>\n</Policy>\n";
    let server = format!(
        "Listen {}\nBrowsing Off\nDefaultAuthType None\n{policy}",
        at("sock")
    );
    fs::write(place.join("cupsd.conf"), server).unwrap();
    let files = format!(
        "ServerRoot {}\nRequestRoot {}\nCacheDir {}\nStateDir {}\nTempDir {}\nServerBin {}\nDataDir /usr/share/cups\nAccessLog {}\nErrorLog {}\nPageLog {}\nSandboxing relaxed\n",
        at("root"),
        at("spool"),
        at("cache"),
        at("state"),
        at("tmp"),
        at("bin"),
        at("access"),
        at("errors"),
        at("pages"),
    );
    fs::write(place.join("cups-files.conf"), files).unwrap();
}
