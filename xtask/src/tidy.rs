//! Checks that a reader can trust: the map names what exists, no file has grown a second subject, every page of
//! `explain` about a finding has code that finds it and a test that names it.

use std::collections::BTreeSet;
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
    idle_pages(root, &mut complaints);
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
        files_of(&root.join(folder), &["rs"], &mut files);
    }
    for path in files {
        let lines = fs::read_to_string(&path).map_or(0, |text| text.lines().count());
        if lines > MAX_LINES {
            let shown = path.strip_prefix(root).unwrap_or(&path).display().to_string();
            complaints.push(format!("{shown} has {lines} lines; what is its second subject?"));
        }
    }
}

/// Every kind of finding that has a page must be spoken of by the code and by a test: in its text, or by the name of
/// its example.
fn idle_pages(root: &Path, complaints: &mut Vec<String>) {
    let mut files = Vec::new();
    files_of(&root.join("crates"), &["rs", "sql"], &mut files);
    let is_test = |path: &PathBuf| path.components().any(|part| part.as_os_str() == "tests");
    let (tests, sources): (Vec<PathBuf>, Vec<PathBuf>) = files.into_iter().partition(is_test);
    let (sources, tests) = (words_of(&sources), words_of(&tests));
    // What a drill finds its tests ask for in the words of the report.
    for (page, has_named_tests) in [("findings.md", true), ("drill.md", false)] {
        let page = root.join("crates/cli/src/explain").join(page);
        let Ok(text) = fs::read_to_string(&page) else {
            complaints.push(format!("{} is missing", page.display()));
            continue;
        };
        for kind in text.lines().filter_map(|line| line.strip_prefix("# ")?.split(':').next()) {
            if !sources.contains(kind) {
                complaints.push(format!("explain has a page {kind}, which nothing finds"));
            } else if has_named_tests && !tests.contains(kind) {
                complaints.push(format!("no test names the finding {kind}"));
            }
        }
    }
}

/// All words in the names and the texts of files.
fn words_of(paths: &[PathBuf]) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for path in paths {
        let text = fs::read_to_string(path).unwrap_or_default();
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        for text in [&*name, &text] {
            words.extend(text.split(|c: char| !c.is_alphanumeric() && c != '_').map(str::to_owned));
        }
    }
    words
}

/// The files below a folder with one of the extensions, without what was built.
fn files_of(folder: &Path, extensions: &[&str], files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        let extension = path.extension().and_then(|extension| extension.to_str());
        if path.is_dir() && !path.ends_with("target") {
            files_of(&path, extensions, files);
        } else if extension.is_some_and(|extension| extensions.contains(&extension)) {
            files.push(path);
        }
    }
}
