//! Completions and the manual page, made from the definition of the command line.

use clap::CommandFactory;
use clap_complete::Shell;

use crate::args::Cli;
use crate::render::Output;

pub(super) fn completions(shell: Shell) -> Output {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "bulkhead", &mut script);
    Output::of_text(String::from_utf8_lossy(&script).into_owned())
}

pub(super) fn manual_page() -> Output {
    let mut page = Vec::new();
    clap_mangen::Man::new(Cli::command()).render(&mut page).expect("writing to memory cannot fail");
    Output::of_text(String::from_utf8_lossy(&page).into_owned())
}
