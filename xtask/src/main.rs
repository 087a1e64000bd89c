//! Chores of the repository: `cargo xtask bench [ROUNDS] [CASE…]`, `cargo xtask tidy`.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command for people")]

mod tidy;

use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.split_first() {
        Some((task, rest)) if task == "bench" => bench(rest),
        Some((task, [])) if task == "tidy" => tidy::run(),
        _ => {
            eprintln!("cargo xtask bench [ROUNDS] [CASE…]   time Bulkhead beside psql and installed peers");
            eprintln!("cargo xtask tidy                     check the map, the files and the words");
            ExitCode::from(2)
        }
    }
}

/// Builds the release program, then runs the benchmark beside it.
fn bench(arguments: &[String]) -> ExitCode {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let built = Command::new(&cargo)
        .args(["build", "--release", "-p", "bulkhead-cli", "-p", "bulkhead-benches", "--bins"])
        .status();
    if !built.is_ok_and(|status| status.success()) {
        return ExitCode::FAILURE;
    }
    let run = Command::new(&cargo)
        .args(["run", "--quiet", "--release", "-p", "bulkhead-benches", "--"])
        .args(arguments)
        .status();
    match run {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}
