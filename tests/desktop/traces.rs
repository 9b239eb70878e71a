//! What the window as it ships leaves behind: it is not driven here, because a driver cannot enter it. The keys come
//! from the X server.

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::kit::{Laptop, Process, RUTH, SCHOOL, Traces, Typist, until};

/// Stand nowhere else.
const SIGNED: &str = "heronsignedcanary";
const SAID: &str = "weirsaidcanary";
const DRAFTED: &str = "kettledraftcanary";
/// Where the C heap of a thread begins is a multiple of this, in bytes, and none is larger.
const ARENA: u64 = 64 * 1024 * 1024;
const MOST_OF_A_MAP: usize = 64 * 1024 * 1024;
/// The page that showed a child's words ends with the lock.
const GONE_WITHIN: Duration = Duration::from_secs(1);

#[test]
#[ignore = "needs a display and a keyring; run by cargo xtask test"]
fn the_window_as_it_ships_writes_no_word_to_any_file_and_its_page_ends_with_the_lock() {
    let laptop = Laptop::new();
    let mut typist = Typist::start(&laptop);

    make_the_vault(&laptop, &typist);
    record(&laptop, &typist);
    no_word_is_left(&laptop, "after signing");
    begin_another(&laptop, &typist);
    no_word_is_left(&laptop, "with a draft");
    // The list of concerns was painted: its answer went through the window's own libraries.
    typist.draws(|| typist.key("ctrl+k"));
    typist.types("heron");
    typist.settles();
    assert!(in_memory(&typist, SIGNED) > 0, "the search finds nothing");
    typist.key("Escape");
    let took = lock(&mut typist);
    no_word_is_left(&laptop, "after the lock");
    for word in [SIGNED, SAID, DRAFTED] {
        assert_eq!(
            in_memory(&typist, word),
            0,
            "{word} is in memory after the lock"
        );
    }
    typist.ends_the_program();
    no_word_is_left(&laptop, "at the end");

    // All of it was really there to be left.
    let kept = laptop.concerns_of(&RUTH);
    assert_eq!(kept.len(), 1);
    let form = &kept[0].view.versions[0].form;
    assert_eq!(
        (form.description.as_str(), form.childs_words.as_str()),
        (SIGNED, SAID)
    );
    assert_ne!(form.location, "", "no place was chosen with the keyboard");
    let drafts = laptop.drafts_of(&RUTH);
    assert_eq!(drafts.len(), 1);
    assert_eq!(drafts[0].form.description, DRAFTED);
    assert!(
        took < GONE_WITHIN,
        "the page lived {} ms after Ctrl L",
        took.as_millis()
    );
}

/// On the first page the keyboard is at the heading; Tab goes through the fields.
fn make_the_vault(laptop: &Laptop, typist: &Typist) {
    for text in [
        SCHOOL,
        "mv",
        "Weir Lane",
        "01632 960144",
        "Orchard site, Quarry Bank site",
        RUTH.name,
        RUTH.user,
    ] {
        typist.key("Tab");
        typist.types(text);
    }
    typist.key("Tab");
    typist.key("Tab");
    typist.draws(|| typist.key("space"));
    typist.types(RUTH.password);
    typist.key("Return");
    typist.is_let_in();
    typist.picture("vault-made");
    assert!(
        !laptop.rooms().is_empty(),
        "no vault was made; see vault-made.png"
    );
}

fn record(laptop: &Laptop, typist: &Typist) {
    let before = laptop.in_lockers();
    typist.draws(|| typist.key("ctrl+n"));
    // The keyboard is where a name is typed; before it stands "I do not know the name".
    typist.key("shift+Tab");
    typist.key("space");
    typist.key("Tab");
    typist.types("yesterday 15:10");
    typist.key("Tab");
    typist.types("10 min ago");
    typist.key("Tab");
    // A list opens as the system draws it.
    typist.draws(|| typist.key("space"));
    typist.key("Down");
    typist.draws(|| typist.key("Return"));
    typist.key("Tab");
    typist.types(SIGNED);
    typist.key("Tab");
    typist.types(SAID);
    let kept = until(Duration::from_secs(30), || {
        laptop.in_lockers() == before + 1
    });
    typist.picture("written");
    assert!(kept, "no draft was kept; see written.png");
    typist.draws(|| typist.key("ctrl+Return"));
    let signed = until(Duration::from_secs(30), || laptop.in_lockers() == before);
    typist.picture("signed");
    assert!(signed, "nothing was signed; see signed.png");
}

fn begin_another(laptop: &Laptop, typist: &Typist) {
    let before = laptop.in_lockers();
    typist.draws(|| typist.key("ctrl+n"));
    for _ in 0..4 {
        typist.key("Tab");
    }
    typist.types(DRAFTED);
    let kept = until(Duration::from_secs(30), || {
        laptop.in_lockers() == before + 1
    });
    typist.picture("drafted");
    assert!(kept, "no draft was kept; see drafted.png");
}

/// Gives how long the page that showed the words went on.
fn lock(typist: &mut Typist) -> Duration {
    let pages = typist.process().pages();
    assert_eq!(pages.len(), 1, "one page draws the window");
    typist.key("ctrl+l");
    let asked = Instant::now();
    let gone = until(Duration::from_secs(20), || {
        !pages.iter().copied().any(Process::is_alive)
    });
    let took = asked.elapsed();
    assert!(gone, "the page goes on after the lock");

    let anew = until(Duration::from_secs(20), || {
        typist.process().pages().len() == 1
    });
    assert!(anew, "no window came in its place");
    typist.take_keyboard();
    typist.picture("locked");
    took
}

/// How often a word stands in the program's heap, its own and that of the libraries which share it. What the window's engine keeps for
/// itself beside that is not ours to wipe; the README says so.
fn in_memory(typist: &Typist, word: &str) -> usize {
    let place = PathBuf::from("/proc").join(typist.process().0.to_string());
    let memory = File::open(place.join("mem")).unwrap();
    let number = |text: &str| u64::from_str_radix(text, 16).unwrap();
    let mut found = 0;
    for line in std::fs::read_to_string(place.join("maps")).unwrap().lines() {
        let mut words = line.split_whitespace();
        let (range, may) = (words.next().unwrap(), words.next().unwrap());
        let (from, to) = range.split_once('-').unwrap();
        let (from, to) = (number(from), number(to));
        let size = usize::try_from(to - from).unwrap();
        let of_the_c_heap = line.ends_with("[heap]") || from.is_multiple_of(ARENA);
        if !may.starts_with("rw") || !of_the_c_heap || size > MOST_OF_A_MAP {
            continue;
        }
        let mut bytes = vec![0; size];
        if memory.read_exact_at(&mut bytes, from).is_err() {
            continue;
        }
        let here = bytes
            .windows(word.len())
            .filter(|seen| *seen == word.as_bytes());
        found += here.count();
    }
    found
}

fn no_word_is_left(laptop: &Laptop, when: &str) {
    let traces = Traces::of(laptop.disk());
    assert!(
        traces.count() > 5,
        "only {} files were looked at",
        traces.count()
    );
    for word in [SIGNED, SAID, DRAFTED, RUTH.password] {
        let holding = traces.holding(word);
        assert!(holding.is_empty(), "{when}, “{word}” stands in {holding:?}");
    }
    eprintln!(
        "{when}: {} files looked through, no word found",
        traces.count()
    );
}
