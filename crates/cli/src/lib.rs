//! Arguments in, reports out. Decides which database a command means, runs it, and shows its report.
//!
//! Every command returns a report or a [`Trouble`]; `render` shows either to people or as JSON. Nothing else
//! prints.

mod args;
mod commands;
mod context;
mod exit;
mod explain;
mod progress;
mod redact;
mod render;
mod trouble;

use std::process::ExitCode;

use clap::Parser;

pub use args::Cli;
pub(crate) use trouble::Trouble;

/// Runs the program with the process's arguments and environment.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli.settled(),
        Err(error) => {
            render::show_usage(&error);
            return exit::Exit::of_usage(&error).into();
        }
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("the operating system gives an event queue");
    let exit = runtime.block_on(commands::run(&cli));
    // A watcher's connection may still be closing; nobody waits for it.
    runtime.shutdown_background();
    exit.into()
}
