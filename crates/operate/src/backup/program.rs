//! Running other programs: their output is read, and they end when the user wants out.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use bulkhead_migrate::{Interrupt, MigrateError};

use crate::OperateError;

/// How often a running program is looked at.
const LOOK: Duration = Duration::from_millis(10);

/// What a program said.
#[derive(Clone, Debug)]
pub(super) struct Said {
    /// Whether it ended with 0.
    pub(super) success: bool,
    /// Its standard output.
    pub(super) output: String,
    /// Its standard error.
    pub(super) errors: String,
}

impl Said {
    /// The lines of the errors that tell why, at most five.
    pub(super) fn why(&self) -> String {
        let told: Vec<&str> = self.errors.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let telling =
            |line: &&&str| line.contains("error") || line.contains("ERROR") || line.contains("FATAL");
        let mut chosen: Vec<&str> = told.iter().filter(telling).take(5).copied().collect();
        if chosen.is_empty() {
            chosen = told.into_iter().take(5).collect();
        }
        if chosen.is_empty() { "it said nothing".to_owned() } else { chosen.join("; ") }
    }
}

/// Runs a program to its end.
pub(super) fn run(command: Command, interrupt: &Interrupt) -> Result<Said, OperateError> {
    run_with(command, Stdio::piped(), interrupt)
}

/// Runs a program to its end; its output goes into a file.
pub(super) fn run_into(command: Command, file: File, interrupt: &Interrupt) -> Result<Said, OperateError> {
    run_with(command, file.into(), interrupt)
}

fn run_with(mut command: Command, output: Stdio, interrupt: &Interrupt) -> Result<Said, OperateError> {
    let program = command.get_program().to_string_lossy().into_owned();
    let failed = |reason: String| OperateError::BackupTool { program: program.clone(), reason };
    command.stdin(Stdio::null()).stdout(output).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| {
        failed(match error.kind() {
            ErrorKind::NotFound => "it is not installed, or not in PATH".to_owned(),
            _ => error.to_string(),
        })
    })?;
    let output = collect(child.stdout.take());
    let errors = collect(child.stderr.take());
    let status = loop {
        if let Some(status) = child.try_wait().map_err(|error| failed(error.to_string()))? {
            break status;
        }
        if interrupt.is_set() {
            // It may have ended by itself meanwhile.
            let _ = child.kill();
            let _ = child.wait();
            return Err(MigrateError::Interrupted.into());
        }
        std::thread::sleep(LOOK);
    };
    let text = |reader: std::thread::JoinHandle<Vec<u8>>| {
        String::from_utf8_lossy(&reader.join().unwrap_or_default()).into_owned()
    };
    Ok(Said { success: status.success(), output: text(output), errors: text(errors) })
}

/// As [`run`]; a program that does not end with 0 is an error.
pub(super) fn run_well(command: Command, interrupt: &Interrupt) -> Result<Said, OperateError> {
    let program = command.get_program().to_string_lossy().into_owned();
    let said = run(command, interrupt)?;
    if said.success { Ok(said) } else { Err(OperateError::BackupTool { program, reason: said.why() }) }
}

fn collect(stream: Option<impl Read + Send + 'static>) -> std::thread::JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        // What was read until an error is still worth showing.
        let _ = stream.map(|mut stream| stream.read_to_end(&mut bytes));
        bytes
    })
}

/// A program of PostgreSQL: in the given folder, else wherever `PATH` leads.
pub(super) fn of_postgres(folder: Option<&Path>, name: &str) -> PathBuf {
    let beside = folder.map(|folder| folder.join(name)).filter(|path| path.is_file());
    beside.unwrap_or_else(|| PathBuf::from(name))
}

/// Whether a program is in `PATH`.
pub(super) fn is_installed(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(name).is_file())
}
