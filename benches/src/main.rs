//! Times whole commands on a private server, interleaved: each round runs every tool once, in turn, on a fresh
//! database, and only ratios within a round count. Machines differ and drift; ratios hold.
//!
//! `cargo xtask bench [ROUNDS] [CASE…]`

#![expect(clippy::print_stdout, reason = "a command for people")]

mod cases;
mod hog;
mod large;
mod measure;
mod proofs;
mod seed;
mod server;
mod tools;
mod upkeep;

use std::path::PathBuf;
use std::process::ExitCode;

use crate::server::Server;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [mode, url, file] = arguments.as_slice()
        && mode == tools::SEND_WHOLE
    {
        return tools::send_whole(url, file);
    }
    if let [mode, url] = arguments.as_slice()
        && mode == proofs::READ_CATALOG
    {
        return proofs::read_catalog(url);
    }
    let (numbers, names): (Vec<String>, Vec<String>) =
        arguments.into_iter().partition(|argument| argument.parse::<usize>().is_ok());
    let rounds = numbers.first().and_then(|number| number.parse().ok()).unwrap_or(5);
    match run(rounds, &names) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the cases that are named, or all.
fn run(rounds: usize, names: &[String]) -> Result<(), String> {
    let bulkhead = program()?;
    if names.iter().any(|name| name == seed::NAME) {
        return seed::run(&bulkhead, names);
    }
    let server = Server::start(&[])?;
    let version = server.run("postgres", "SHOW server_version")?;
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    println!(
        "PostgreSQL {version}, {processors} processors, fsync on, TCP; medians of {rounds} interleaved rounds"
    );
    let wanted = |name: &str| names.is_empty() || names.iter().any(|wanted| wanted == name);
    cases::run(&server, &bulkhead, rounds, wanted)?;
    proofs::run(&server, &bulkhead, rounds, wanted)?;
    large::run(&server, &bulkhead, rounds, wanted)?;
    if wanted(hog::NAME) {
        hog::run(&server, &bulkhead, rounds)?;
    }
    if wanted(upkeep::NAME) {
        upkeep::run(&server, &bulkhead)?;
    }
    Ok(())
}

/// The release build of the program, beside this one.
fn program() -> Result<PathBuf, String> {
    let here = std::env::current_exe().map_err(|error| error.to_string())?;
    let program = here.with_file_name("bulkhead");
    if program.is_file() { Ok(program) } else { Err(format!("{} is not built", program.display())) }
}
