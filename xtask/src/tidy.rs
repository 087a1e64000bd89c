//! Checks that a reader can trust: the map names what exists, no file has grown a second subject.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// A source file above this many lines has probably two subjects.
const MAX_LINES: usize = 500;

pub fn run() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the repository");
    let mut complaints = Vec::new();
    stale_names(root, &mut complaints);
    long_files(root, &mut complaints);
    for complaint in &complaints {
        println!("{complaint}");
    }
    if complaints.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Every `path/in/backticks` of the map must exist.
fn stale_names(root: &Path, complaints: &mut Vec<String>) {
    let map = root.join("ARCHITECTURE.md");
    let Ok(text) = fs::read_to_string(&map) else {
        complaints.push("ARCHITECTURE.md is missing".to_owned());
        return;
    };
    for word in text.split('`').skip(1).step_by(2) {
        let is_path = word.contains('/') && !word.contains([' ', '*', '<', '…', ':']);
        if is_path && !root.join(word.trim_end_matches('/')).exists() {
            complaints.push(format!("ARCHITECTURE.md names {word}, which does not exist"));
        }
    }
}

fn long_files(root: &Path, complaints: &mut Vec<String>) {
    let mut files = Vec::new();
    for folder in ["benches", "crates", "xtask"] {
        rust_files(&root.join(folder), &mut files);
    }
    for path in files {
        let lines = fs::read_to_string(&path).map_or(0, |text| text.lines().count());
        if lines > MAX_LINES {
            let shown = path.strip_prefix(root).unwrap_or(&path).display().to_string();
            complaints.push(format!("{shown} has {lines} lines; what is its second subject?"));
        }
    }
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() && !path.ends_with("target") {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}
