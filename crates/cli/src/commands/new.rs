//! `bulkhead new`: an empty migration with the next free number.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;

use bulkhead_project::{Manifest, Project, Role, STUB_DOWN, STUB_UP, classify_file_name};
use serde::Serialize;

use crate::Trouble;
use crate::args::{Global, New};
use crate::render::Output;

pub(super) fn run(global: &Global, arguments: &New) -> Result<Output, Trouble> {
    let folder = global.directory.clone();
    let manifest = Manifest::read(&folder)?;
    if manifest.workspace.is_some() {
        let message = "this folder is a workspace of several projects";
        return Err(Trouble::usage(message, "go into a project's folder, or name it with -C DIR"));
    }
    let name = slug(&arguments.description.join(" "))?;
    let directory = folder.join(&manifest.project.migrations);
    fs::create_dir_all(&directory).map_err(|error| cannot_write(&directory, &error))?;
    let project = Project::load(&folder)?;
    let version = project.next_version();
    let up = format!("{version}_{name}.sql");
    if !matches!(classify_file_name(&up), Ok(Some(file)) if file.role == Role::Up) {
        let message = format!("{up} would be taken for the down file of a version");
        return Err(Trouble::usage(message, "choose words that do not end in down, rollback or revert"));
    }
    let mut written = vec![write(&directory, &up, STUB_UP)?];
    if !arguments.no_down {
        written.push(write(&directory, &format!("{version}_{name}.down.sql"), STUB_DOWN)?);
    }
    Ok(Output::of_report(global, "new", &Written { files: written }, |written, _| written.files.join("\n")))
}

/// The files that were written.
#[derive(Serialize)]
struct Written {
    files: Vec<String>,
}

/// Words as a file name: lower case, `_` between them.
fn slug(description: &str) -> Result<String, Trouble> {
    let lower = description.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return Err(Trouble::usage(
            "the description has no letter",
            "say in a few words what the migration does",
        ));
    }
    Ok(words.join("_"))
}

fn write(directory: &Path, name: &str, text: &str) -> Result<String, Trouble> {
    let path = directory.join(name);
    let file = OpenOptions::new().write(true).create_new(true).open(&path);
    file.and_then(|mut file| file.write_all(text.as_bytes())).map_err(|error| cannot_write(&path, &error))?;
    Ok(path.display().to_string())
}

fn cannot_write(path: &Path, error: &std::io::Error) -> Trouble {
    Trouble::usage(format!("{}: {error}", path.display()), "check that you may write there")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_becomes_a_file_name() {
        assert_eq!(slug("Add  invoices, per tenant!").unwrap(), "add_invoices_per_tenant");
        assert!(slug("?!").is_err());
    }
}
