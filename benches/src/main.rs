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
mod server;
mod tools;
mod upkeep;

use std::process::ExitCode;

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
    match cases::run(rounds, &names) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("{error}");
            ExitCode::FAILURE
        }
    }
}
