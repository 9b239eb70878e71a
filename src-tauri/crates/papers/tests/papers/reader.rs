//! Other people's readers. A reader that is not installed fails the test: a paper nobody has opened is not tested.

use std::path::PathBuf;
use std::process::Command;

/// A paper on disk for as long as a test needs it, or for longer with `KEEP_PAPERS` set, so that a person can look
/// at it. Every name and word in it is invented.
pub struct Paper(PathBuf);

impl Drop for Paper {
    fn drop(&mut self) {
        if std::env::var_os("KEEP_PAPERS").is_none() {
            // A file that is left behind is found again by the next run, which writes over it.
            let _ = std::fs::remove_file(&self.0);
        }
    }
}

impl Paper {
    /// Writes the bytes to a file of the build's own temporary folder.
    pub fn keep(name: &str, bytes: &[u8]) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.pdf"));
        std::fs::write(&path, bytes).expect("the build's temporary folder takes a file");
        Self(path)
    }

    fn run(&self, tool: &str, before: &[&str], after: &[&str]) -> Vec<u8> {
        let package = if tool == "qpdf" {
            "qpdf"
        } else {
            "poppler-utils"
        };
        let output = Command::new(tool).args(before).arg(&self.0).args(after).output().unwrap_or_else(|_| {
            panic!("{tool} is missing, so no paper can be checked. Install it: apt-get install {package}")
        });
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success(),
            "{tool} did not like the paper: {said}"
        );
        assert!(
            said.trim().is_empty(),
            "{tool} complained of the paper: {said}"
        );
        output.stdout
    }

    fn said(&self, tool: &str, before: &[&str], after: &[&str]) -> String {
        String::from_utf8(self.run(tool, before, after)).expect("readers speak UTF-8")
    }

    /// The text in the order in which a person reads it, with runs of spaces and line feeds made one space.
    pub fn text(&self) -> String {
        one_line(&self.said("pdftotext", &["-enc", "UTF-8"], &["-"]))
    }

    /// The text in the order in which it stands in the file.
    pub fn text_as_written(&self) -> String {
        one_line(&self.said("pdftotext", &["-enc", "UTF-8", "-raw"], &["-"]))
    }

    /// The parts of the paper as they are read aloud.
    pub fn structure(&self) -> String {
        self.said("pdfinfo", &["-struct"], &[])
    }

    /// Its text in poppler, if this password opens it.
    pub fn opened_by_poppler(&self, password: &str) -> Option<String> {
        self.tried("pdftotext", &["-enc", "UTF-8", "-upw", password], &["-"])
    }

    /// Its text in MuPDF, if this password opens it.
    pub fn opened_by_mupdf(&self, password: &str) -> Option<String> {
        self.tried("mutool", &["draw", "-q", "-F", "txt", "-p", password], &[])
    }

    /// What qpdf says of its encryption, if this password opens it.
    pub fn opened_by_qpdf(&self, password: &str) -> Option<String> {
        let password = format!("--password={password}");
        self.tried("qpdf", &[&password, "--check"], &[])
    }

    /// How many pages pikepdf counts and which parts it sees, if this password opens it.
    pub fn opened_by_pikepdf(&self, password: &str) -> Option<String> {
        const SCRIPT: &str = "import pikepdf, sys\nwith pikepdf.open(sys.argv[2], password=sys.argv[1]) as pdf:\n print(len(pdf.pages), pdf.Root.Lang, pdf.Root.MarkInfo.Marked, len(pdf.Root.StructTreeRoot.K.K), pdf.open_outline().root[0].title if '/Outlines' in pdf.Root else '')";
        // Debian's own Python has Debian's pikepdf.
        self.tried("/usr/bin/python3", &["-c", SCRIPT, password], &[])
    }

    /// That whatever a bundle calls its pages is the same wherever it stands: how many pages, the first, the last, bookmarks, links.
    pub fn numbers(&self) -> String {
        let output = Command::new("/usr/bin/python3")
            .args(["-c", include_str!("numbered.py")])
            .arg(&self.0)
            .output()
            .expect("Debian's python3 is there");
        let wrong = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{wrong}");
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    fn tried(&self, tool: &str, before: &[&str], after: &[&str]) -> Option<String> {
        let output = Command::new(tool)
            .args(before)
            .arg(&self.0)
            .args(after)
            .output()
            .unwrap_or_else(|_| panic!("{tool} is missing, so no paper can be checked."));
        output
            .status
            .success()
            .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Where each word stands: page, word, left, top, right, bottom in points.
    pub fn places(&self) -> Vec<(usize, String, [f32; 4])> {
        let said = self.said("pdftotext", &["-enc", "UTF-8", "-bbox"], &["-"]);
        let mut page = 0;
        let mut places = Vec::new();
        for line in said.lines().map(str::trim) {
            if line.starts_with("<page") {
                page += 1;
            } else if let Some(rest) = line.strip_prefix("<word ") {
                let parts: Vec<&str> = rest.split('"').collect();
                let number = |index: usize| parts[index].parse::<f32>().unwrap();
                let word = parts[8].trim_start_matches('>').trim_end_matches("</word>");
                places.push((
                    page,
                    word.to_owned(),
                    [number(1), number(3), number(5), number(7)],
                ));
            }
        }
        places
    }

    /// What `pdfinfo` says under a name.
    pub fn fact(&self, name: &str) -> Option<String> {
        let said = self.said("pdfinfo", &[], &[]);
        said.lines().find_map(|line| {
            line.strip_prefix(name)?
                .strip_prefix(':')
                .map(|value| value.trim().to_owned())
        })
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.fact("Pages")
            .and_then(|count| count.parse().ok())
            .expect("pdfinfo counts pages")
    }

    /// Each font: its name, and whether it is embedded, cut down to the glyphs used and mapped to Unicode.
    pub fn fonts(&self) -> Vec<(String, bool)> {
        let said = self.said("pdffonts", &[], &[]);
        let font = |line: &str| {
            let words: Vec<&str> = line.split_whitespace().collect();
            (words[0].to_owned(), line.contains("yes yes yes"))
        };
        said.lines().skip(2).map(font).collect()
    }

    /// qpdf finds nothing wrong with the file.
    pub fn is_sound(&self) {
        let said = self.said("qpdf", &["--check"], &[]);
        assert!(
            said.contains("No syntax or stream encoding errors found"),
            "{said}"
        );
    }

    /// The file's objects as qpdf writes them down.
    pub fn objects(&self) -> String {
        String::from_utf8_lossy(&self.run("qpdf", &["--qdf", "--object-streams=disable"], &["-"]))
            .into_owned()
    }

    /// A page drawn in grey, four pixels to the millimetre: how many pixels are in a row, and which are dark.
    fn drawn(&self, page: usize) -> (usize, Vec<bool>) {
        let page = page.to_string();
        let image = self.run(
            "pdftoppm",
            &["-gray", "-r", "101.6", "-f", &page, "-l", &page],
            &[],
        );
        let header: Vec<&str> = std::str::from_utf8(&image[..15])
            .unwrap()
            .split_whitespace()
            .collect();
        assert_eq!(header[0], "P5", "pdftoppm draws grey maps");
        let width: usize = header[1].parse().unwrap();
        let height: usize = header[2].parse().unwrap();
        let pixels = &image[image.len() - width * height..];
        (width, pixels.iter().map(|grey| *grey < 128).collect())
    }

    /// Where ink is on a page, in millimetres: left, top, right, bottom of all of it.
    pub fn ink(&self, page: usize) -> Option<[f32; 4]> {
        let (width, dark) = self.drawn(page);
        let inked = (0..dark.len())
            .filter(|at| dark[*at])
            .map(|at| [at % width, at / width]);
        inked.fold(None, |area: Option<[f32; 4]>, [x, y]| {
            let (x, y) = (x as f32 / 4.0, y as f32 / 4.0);
            let [left, top, right, bottom] = area.unwrap_or([x, y, x, y]);
            Some([left.min(x), top.min(y), right.max(x), bottom.max(y)])
        })
    }

    /// Which share of a place, in points, is ink.
    pub fn ink_within(&self, page: usize, place: [f32; 4]) -> f32 {
        let (width, dark) = self.drawn(page);
        let [left, top, right, bottom] = place.map(|points| (points * 101.6 / 72.0) as usize);
        let inked = (top..bottom)
            .flat_map(|y| (left..right).map(move |x| y * width + x))
            .filter(|at| dark[*at]);
        inked.count() as f32 / ((right - left) * (bottom - top)) as f32
    }

    /// Each picture of the file, as it is in it.
    pub fn pictures(&self) -> Vec<Vec<u8>> {
        let folder = self.0.with_extension("pictures");
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir(&folder).expect("the build's temporary folder takes a folder");
        let place = folder.join("picture").display().to_string();
        self.run("pdfimages", &["-all"], &[&place]);
        let mut names: Vec<PathBuf> = std::fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        names.sort();
        let pictures = names
            .iter()
            .map(|name| std::fs::read(name).unwrap())
            .collect();
        std::fs::remove_dir_all(&folder).unwrap();
        pictures
    }

    /// Each file inside it as poppler takes it out, by name.
    pub fn detached_by_poppler(&self, password: &str) -> Vec<(String, Vec<u8>)> {
        self.taken_out("poppler", |folder| {
            let mut tool = Command::new("pdfdetach");
            tool.args(["-upw", password, "-saveall", "-o"])
                .arg(folder)
                .arg(&self.0);
            tool
        })
    }

    /// Each file inside it as pikepdf takes it out, by name.
    pub fn detached_by_pikepdf(&self, password: &str) -> Vec<(String, Vec<u8>)> {
        const SCRIPT: &str = "import pathlib, pikepdf, sys\nwith pikepdf.open(sys.argv[3], password=sys.argv[1]) as pdf:\n for name, one in pdf.attachments.items():\n  (pathlib.Path(sys.argv[2]) / name).write_bytes(one.get_file().read_bytes())";
        self.taken_out("pikepdf", |folder| {
            let mut tool = Command::new("/usr/bin/python3");
            tool.args(["-c", SCRIPT, password]).arg(folder).arg(&self.0);
            tool
        })
    }

    fn taken_out(
        &self,
        by: &str,
        tool: impl Fn(&std::path::Path) -> Command,
    ) -> Vec<(String, Vec<u8>)> {
        let folder = self.0.with_extension(by);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir(&folder).expect("the build's temporary folder takes a folder");
        let output = tool(&folder).output().expect("the reader is installed");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success() && said.trim().is_empty(),
            "{by}: {said}"
        );
        let mut all: Vec<(String, Vec<u8>)> = std::fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap())
            .map(|entry| {
                (
                    entry.file_name().into_string().unwrap(),
                    std::fs::read(entry.path()).unwrap(),
                )
            })
            .collect();
        all.sort();
        std::fs::remove_dir_all(&folder).unwrap();
        all
    }

    /// How far down the words on its first page end that end with this one, in points.
    pub fn below(&self, word: &str) -> f32 {
        let places = self.places();
        let place = places
            .iter()
            .find(|(page, found, _)| *page == 1 && found == word);
        place.unwrap_or_else(|| panic!("{word} stands nowhere")).2[3]
    }

    /// Every page has words on it, and none of them runs into the margin.
    pub fn keeps_its_margins(&self) {
        for page in 1..=self.pages() {
            let [left, top, right, bottom] = self.ink(page).expect("no page is blank");
            assert!(
                left > 17.5 && right < 192.5,
                "page {page} runs from {left} to {right} mm"
            );
            assert!(
                top > 13.0 && bottom < 287.0,
                "page {page} runs down from {top} to {bottom} mm"
            );
        }
    }
}

/// The words with one space between them.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
