//! Everything that can end a command, with its code, its help and its exit code.

mod extension;
mod migrate;
mod operate;
mod prove;

use std::ops::Range;
use std::path::PathBuf;

use bulkhead_connect::ConnectError;
use bulkhead_migrate::Progress;
use bulkhead_project::ProjectError;
use bulkhead_server::ServerError;
use serde::Serialize;

use crate::exit::Exit;

/// An error on its way to the person.
#[derive(Debug)]
pub(crate) struct Trouble {
    /// The stable code.
    pub code: &'static str,
    /// What is wrong, where and why.
    pub message: String,
    /// What to do next.
    pub help: Vec<String>,
    /// Facts around it: the server's detail, blockers, what was applied.
    pub notes: Vec<String>,
    /// The SQL to underline.
    pub frame: Option<Frame>,
    /// What had taken effect.
    pub progress: Progress,
    /// What to say of that where it is not counted in versions.
    pub effect: Option<&'static str>,
    /// The project, where the command runs over several.
    pub project: Option<String>,
    /// The projects before it, which were finished.
    pub earlier: Vec<Earlier>,
    /// Trying again in a moment may help by itself.
    pub passing: bool,
    /// How the process ends.
    pub exit: Exit,
}

/// SQL with a part to underline.
#[derive(Debug)]
pub(crate) struct Frame {
    /// The file.
    pub path: PathBuf,
    /// Its whole text.
    pub text: String,
    /// The bytes to underline.
    pub span: Range<usize>,
    /// What to say below the line.
    pub label: String,
}

/// A project that was finished before the one in trouble.
#[derive(Debug, Serialize)]
pub(crate) struct Earlier {
    /// Its name.
    pub project: String,
    /// How many versions were applied or undone there.
    pub versions: usize,
}

impl Trouble {
    /// A mistake in how the program was called.
    pub fn usage(message: impl Into<String>, help: impl Into<String>) -> Trouble {
        Trouble::new("U001", message.into(), vec![help.into()], Exit::Usage)
    }

    /// A database is missing and cannot be created.
    pub fn no_database(message: String) -> Trouble {
        Trouble::new(
            "C004",
            message,
            vec!["create it as a role that may, then try again".to_owned()],
            Exit::Failed,
        )
    }

    /// The user was asked and said no, or could not be asked.
    pub fn declined(help: &str) -> Trouble {
        Trouble::new("U002", "not confirmed".to_owned(), vec![help.to_owned()], Exit::Failed)
    }

    fn new(code: &'static str, message: String, help: Vec<String>, exit: Exit) -> Trouble {
        Trouble {
            code,
            message,
            help,
            notes: Vec::new(),
            frame: None,
            progress: Progress::default(),
            effect: None,
            project: None,
            earlier: Vec::new(),
            passing: false,
            exit,
        }
    }

    /// The same trouble in one of several projects.
    pub fn in_project(mut self, project: &str, earlier: Vec<Earlier>) -> Trouble {
        if matches!(self.exit, Exit::Failed | Exit::Usage) && earlier.iter().any(|before| before.versions > 0)
        {
            self.exit = Exit::PartlyApplied;
        }
        self.project = Some(project.to_owned());
        self.earlier = earlier;
        self
    }
}

impl From<ProjectError> for Trouble {
    fn from(error: ProjectError) -> Trouble {
        Trouble::new(error.code(), error.to_string(), vec![error.help()], Exit::Usage)
    }
}

impl From<ConnectError> for Trouble {
    fn from(error: ConnectError) -> Trouble {
        let exit = match &error {
            ConnectError::Malformed { .. } | ConnectError::Setting { .. } => Exit::Usage,
            _ => Exit::Failed,
        };
        let mut trouble = Trouble::new(error.code(), error.to_string(), vec![error.help()], exit);
        trouble.passing = match &error {
            ConnectError::Unreachable { .. } => true,
            // The server is starting, or has no connection left.
            ConnectError::Refused { server, .. } => matches!(server.sqlstate.as_str(), "57P03" | "53300"),
            _ => false,
        };
        trouble
    }
}

impl From<ServerError> for Trouble {
    fn from(error: ServerError) -> Trouble {
        Trouble::new("S001", error.to_string(), Vec::new(), Exit::Failed)
    }
}
