//! Moving in from another program, in the real window.

use std::path::Path;

use crate::kit::{Laptop, RUTH, open_as};

const HISTORY: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/fixtures/cpoms-style-history.csv"
);

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn a_history_is_shown_in_full_before_it_comes_in_and_then_stands_at_its_own_times() {
    let laptop = Laptop::new();
    laptop.set_up(&[]);
    let window = laptop.open_window();
    open_as(&window, &RUTH);

    window.go_to("Vault");
    window.press("Bring in a history");
    window.arrive_at("Bring in the history from CPOMS or MyConcern");
    window.is_clean("moving in, empty");
    window.hand_over(Path::new(HISTORY));
    window.see("4 rows read as UTF-8.");
    window.see("The first concerns as they will look");
    window.choose("What “Breakfast club” is", "WELL BEING");
    window.is_offered("Bring in 3 concerns");
    window.picture("moving-in");
    window.is_clean("moving in, full");
    window.press("Bring in 3 concerns");
    window.see("The history is in");
    window.see("Take out cpoms-style-history.csv");
    window.is_clean("moving in, done");

    window.press("See the concerns");
    window.see("J. Smith (in CPOMS)");
    window.close();
}
