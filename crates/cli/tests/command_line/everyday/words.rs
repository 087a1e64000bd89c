//! Explanations, help and completions.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::desk::Desk;

/// Every Rust file below a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// The string literals that look like codes: a letter and three digits.
fn codes(text: &str) -> BTreeSet<String> {
    let is_code = |word: &&str| {
        word.len() == 4
            && word.as_bytes()[0].is_ascii_uppercase()
            && word[1..].bytes().all(|byte| byte.is_ascii_digit())
    };
    text.split('"').skip(1).step_by(2).filter(is_code).map(str::to_owned).collect()
}

#[test]
fn every_kind_of_hole_has_a_page() {
    let prove = Path::new(env!("CARGO_MANIFEST_DIR")).join("../prove");
    let stems = |folder: PathBuf| {
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let sql = files.filter(|path| path.extension().is_some_and(|extension| extension == "sql"));
        sql.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let mut kinds = stems(prove.join("src/isolation/rules"));
    kinds.retain(|kind| kind != "common");
    for case in stems(prove.join("tests/isolation_attack/cases")) {
        let text =
            std::fs::read_to_string(prove.join(format!("tests/isolation_attack/cases/{case}.sql"))).unwrap();
        let finds = text.lines().find_map(|line| line.strip_prefix("-- finds: ")).unwrap();
        kinds.push(finds.split(' ').next().unwrap().to_owned());
    }
    let judge = std::fs::read_to_string(prove.join("src/locks/judge.rs")).unwrap();
    kinds.extend(judge.split('"').filter(|word| word.starts_with("lock_")).map(str::to_owned));
    let listed = Desk::without_database().run("explain --list").out;
    let missing =
        kinds.iter().filter(|kind| !listed.lines().any(|line| line.starts_with(&format!("{kind}  "))));
    assert_eq!(missing.collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn everything_that_a_drill_of_a_backup_finds_has_a_page() {
    let backup = Path::new(env!("CARGO_MANIFEST_DIR")).join("../operate/src/backup");
    let texts = sources(&backup).into_iter().map(|path| std::fs::read_to_string(path).unwrap());
    let kinds: BTreeSet<String> = texts
        .flat_map(|text| {
            let begins = text.split("DrillFinding::new(").skip(1).map(str::to_owned).collect::<Vec<_>>();
            begins.into_iter().filter_map(|rest| Some(rest.split('"').nth(1)?.to_owned()))
        })
        .collect();
    assert!(kinds.len() > 10, "{kinds:?}");
    let listed = Desk::without_database().run("explain --list").out;
    let has_page = |kind: &String| listed.lines().any(|line| line.starts_with(&format!("{kind}  ")));
    assert_eq!(kinds.into_iter().filter(|kind| !has_page(kind)).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn every_code_that_the_sources_can_produce_has_a_page_and_no_page_is_without_a_code() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut produced = BTreeSet::new();
    for name in ["connect", "project", "migrate", "prove", "operate", "cli"] {
        for path in sources(&crates.join(name).join("src")) {
            let text = std::fs::read_to_string(&path).unwrap();
            let text = text.split("#[cfg(test)]").next().unwrap();
            if !path.ends_with("cli/src/explain.rs") {
                produced.extend(codes(text));
            }
        }
    }
    assert!(produced.len() > 50, "{produced:?}");
    let desk = Desk::without_database();
    let list = desk.run("explain --list");
    let is_error = |line: &&str| line.starts_with(|c: char| c.is_ascii_uppercase());
    let pages: BTreeSet<String> =
        list.out.lines().filter(is_error).map(|line| line[..4].to_owned()).collect();
    assert_eq!(pages, produced);
    assert_eq!(desk.run("explain").out, list.out);
    for line in list.out.lines().filter(is_error) {
        let (code, title) = line.split_once("  ").unwrap();
        let page = desk.run(&format!("explain {}", code.to_lowercase()));
        page.ends(0).says(&format!("# {code}: {title}")).says("**What to do.**");
    }
    desk.run("explain rls_disabled").ends(0).says("# rls_disabled: a table").says("**What to do.**");
    desk.run("explain M999").ends(2).says("U001").says("there is no code M999").says("--list");
}

/// Every command with its subcommands.
const COMMANDS: [&str; 19] = [
    "",
    "dev",
    "dev start",
    "dev stop",
    "dev status",
    "dev reset",
    "dev logs",
    "dev psql",
    "dev url",
    "new",
    "status",
    "plan",
    "migrate",
    "rollback",
    "verify",
    "repair",
    "setup",
    "explain",
    "completions",
];

#[test]
fn help_is_there_for_every_command_and_every_option() {
    let desk = Desk::without_database();
    for command in COMMANDS {
        let help = desk.run(&format!("{command} --help"));
        help.ends(0)
            .says("Usage: bulkhead")
            .says("--json")
            .says("Options of every command")
            .says("--database-url <URL>");
        assert!(help.err.is_empty(), "{help}");
        for line in help.out.lines() {
            let words: Vec<&str> = line.split_ascii_whitespace().collect();
            let long_enough = line.chars().count() <= 100;
            assert!(long_enough, "too wide: {line}");
            let bare = words.first().is_some_and(|word| word.starts_with("--")) && words.len() == 1;
            let next = help.out.lines().skip_while(|other| *other != line).nth(1).unwrap_or_default();
            assert!(!bare || !next.trim().is_empty(), "an option without a word about it in {help}");
        }
    }
    desk.run("").ends(2).says("Usage: bulkhead");
    desk.run("--version").ends(0).says("bulkhead 0.");
    desk.run("man").ends(0).says(".TH bulkhead 1");
}

/// A shell's own check of a script; `None` where the shell is not installed.
fn accepts(shell: &str, script: &str) -> Option<bool> {
    let mut check = Command::new(shell);
    check.arg("-n").stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = check.spawn().ok()?;
    // A shell that stops reading has its own reason, which its status tells.
    let _ = child.stdin.take().unwrap().write_all(script.as_bytes());
    Some(child.wait().unwrap().success())
}

#[test]
fn completions_are_scripts_that_the_shells_accept() {
    let desk = Desk::without_database();
    for shell in ["bash", "zsh", "fish"] {
        let script = desk.run(&format!("completions {shell}"));
        script.ends(0).says("rollback").says("wait-for-run-s").says("accept-changes");
        match accepts(shell, &script.out) {
            Some(accepted) => {
                assert!(accepted, "{shell} refuses its script");
                assert_eq!(accepts(shell, "if (((\n'"), Some(false), "{shell} refuses nonsense");
            }
            None => {
                // Past the test runner, which keeps what passing tests print.
                let _ = writeln!(std::io::stderr(), "SKIPPED completions for {shell}: it is not installed");
            }
        }
    }
    for shell in ["elvish", "powershell"] {
        desk.run(&format!("completions {shell}")).ends(0).says("rollback");
    }
    desk.run("completions tcsh").ends(2).says("possible values: bash");
}
