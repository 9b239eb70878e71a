//! What `tests/verifier/verify.py` says of files, run as a person would run it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::program::Verdict;

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .parent()
        .unwrap()
        .join("verifier");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Writes a file for the verifier, where it can be looked at after a failure.
pub fn save(name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder().join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// Runs the verifier.
pub fn verify(args: &[&str]) -> Output {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/verifier/verify.py");
    Command::new("python3").arg(script).args(args).output().unwrap_or_else(|error| {
        panic!("The record's separate verifier needs python3, and it did not start ({error}). Install Python 3.11 or newer.")
    })
}

/// The verifier's verdicts on files, in one run, and its exit code.
pub fn by_the_verifier(files: &[PathBuf]) -> (Vec<Verdict>, i32) {
    let mut args = vec!["--json"];
    args.extend(files.iter().map(|file| file.to_str().unwrap()));
    let output = verify(&args);
    let said = String::from_utf8(output.stdout).unwrap();
    let texts = |value: &serde_json::Value| -> Vec<String> {
        serde_json::from_value(value.clone()).unwrap()
    };
    let verdicts: Vec<Verdict> = said
        .lines()
        .map(|line| {
            let found: serde_json::Value = serde_json::from_str(line).unwrap();
            let forks = found["forks"].as_array().unwrap().iter();
            let faults = found["faults"].as_array().unwrap().iter();
            Verdict {
                sound: found["sound"].as_bool().unwrap(),
                in_order: texts(&found["in_order"]),
                waiting: texts(&found["waiting"]),
                forks: forks
                    .map(|fork| {
                        (
                            fork["writer"].as_str().unwrap().to_owned(),
                            fork["seq"].as_u64().unwrap(),
                        )
                    })
                    .collect(),
                withheld: usize::try_from(found["withheld"].as_u64().unwrap()).unwrap(),
                fault_lines: faults
                    .map(|fault| fault["line"].as_u64().unwrap())
                    .collect(),
            }
        })
        .collect();
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(
        verdicts.len(),
        files.len(),
        "the verifier stopped early: {error}"
    );
    (verdicts, output.status.code().unwrap())
}
