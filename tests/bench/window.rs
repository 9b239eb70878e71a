//! The start of the window, to the door as a person sees it, against a window with nothing in it.
//!
//! Both are started in turns on a screen of their own; what counts is when the screen shows their colour, which for
//! Strongroom is that of the button that opens the vault: the form is there, not only the door beside it. Looked at is a
//! narrow strip, because to fetch the whole screen again and again would slow both down.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use app::{Keyring, Office, Surroundings};
use kit::Device;
use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{ConnectionExt as _, ImageFormat};
use x11rb::rust_connection::RustConnection;

use crate::table::{Row, Table};
use crate::times::{Times, ms, ratio};

const REPEATS: usize = 15;
/// Starts that come first, so that neither side pays for reading its program from the disk.
const WARM: usize = 2;
/// Colours as the screen keeps them: blue, green, red. Spruce is the button's, lamp the empty window's.
const SPRUCE: [u8; 3] = [0x4E, 0x50, 0x12];
const LAMP: [u8; 3] = [0x45, 0xB5, 0xF2];
/// Where the button stands: left, top, width, height.
const STRIP: (i16, i16, u16, u16) = (690, 250, 24, 500);
/// As much of it as the button has within the strip.
const ENOUGH: usize = 300;
const LONGEST: Duration = Duration::from_secs(60);

/// Takes the figure for these two programs, on the display and with the keyring that are there.
pub fn measure(ours: &Path, empty: &Path, table: &mut Table) {
    let (screen, number) = x11rb::connect(None).expect("a display");
    let home = tempfile::tempdir().unwrap();
    make_vault(home.path());
    let (mut real, mut floor) = (Vec::new(), Vec::new());
    for n in 0..WARM + REPEATS {
        let times = [ours, empty].map(|program| start(program, home.path(), &screen, number));
        if n >= WARM {
            real.push(times[0]);
            floor.push(times[1]);
        }
    }
    let (real, floor) = (Times::new(real), Times::new(floor));
    let figure = ratio(real.median(), floor.median());
    table.add(Row {
        what: "start to the unlock screen, median".to_owned(),
        concerns: 0,
        ours: ms(real.median()),
        floor: format!("{} empty window", ms(floor.median())),
        figure: format!("{figure:.2} x"),
        goal: Some(("<= 1.20 x".to_owned(), figure <= 1.2)),
    });
}

/// A vault where the window looks for one.
fn make_vault(home: &Path) {
    let data = home.join("org.strongroom.desk");
    std::fs::create_dir_all(&data).unwrap();
    let around = Surroundings::of_this_computer(
        data.join("vault"),
        data.join("practice"),
        Keyring::Os,
        "strongroom bench",
    );
    let mut office = Office::new(around);
    app::create_vault(&mut office, Device::first_run()).unwrap();
    app::lock(&mut office).unwrap();
}

fn start(program: &Path, home: &Path, screen: &RustConnection, number: usize) -> Duration {
    assert!(!is_lit(screen, number), "something else is on the screen");
    let begun = Instant::now();
    let mut child = Command::new(program)
        .env("XDG_DATA_HOME", home)
        .env("GDK_BACKEND", "x11")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program");
    while !is_lit(screen, number) {
        assert!(begun.elapsed() < LONGEST, "nothing was drawn");
        std::thread::sleep(Duration::from_millis(2));
    }
    let took = begun.elapsed();
    end(&mut child);
    while is_lit(screen, number) {
        std::thread::sleep(Duration::from_millis(20));
    }
    // What the window leaves behind it ends too.
    std::thread::sleep(Duration::from_millis(500));
    took
}

fn end(child: &mut Child) {
    let _ = Command::new("kill").arg(child.id().to_string()).status();
    let _ = child.wait();
}

fn is_lit(screen: &RustConnection, number: usize) -> bool {
    let root = screen.setup().roots[number].root;
    let (left, top, width, height) = STRIP;
    let image = screen.get_image(ImageFormat::Z_PIXMAP, root, left, top, width, height, !0);
    let dots = image.unwrap().reply().unwrap().data;
    let is_one = |dot: &&[u8]| dot[..3] == SPRUCE || dot[..3] == LAMP;
    dots.chunks_exact(4).filter(is_one).count() > ENOUGH
}
