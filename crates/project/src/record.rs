//! Where reports are kept: `record/COMMAND.sql`, statements that take a report as `$1`, a `jsonb`.

use std::path::Path;

use crate::{ProjectError, SeedScript};

/// Reads the statements that keep the reports of a command; `None` when the project keeps none.
pub fn read_record(project: &Path, command: &str) -> Result<Option<SeedScript>, ProjectError> {
    let path = project.join("record").join(format!("{command}.sql"));
    match path.is_file() {
        true => SeedScript::read(project, &path).map(Some),
        false => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_without_a_file_keeps_nothing() {
        let project = tempfile::tempdir().unwrap();
        std::fs::create_dir(project.path().join("record")).unwrap();
        std::fs::write(project.path().join("record/stats.sql"), "SELECT $1").unwrap();
        let script = read_record(project.path(), "stats").unwrap().unwrap();
        assert_eq!((script.path.to_str(), script.text.as_str()), (Some("record/stats.sql"), "SELECT $1"));
        assert!(read_record(project.path(), "health").unwrap().is_none());
    }
}
