//! Seeds: data for an environment, with the questions that say what must be there afterwards.

use std::path::{Path, PathBuf};

use crate::question::{questions_of_file, read_text, sql_files};
use crate::{ProjectError, Question};

/// The data of one environment.
#[derive(Clone, Debug)]
pub struct Seed {
    /// The environment.
    pub environment: String,
    /// What runs first, if it begins from nothing: `seeds/clean.sql`.
    pub clean: Option<SeedScript>,
    /// The files in their order.
    pub scripts: Vec<SeedScript>,
    /// What must be true afterwards.
    pub questions: Vec<Question>,
}

/// A file of statements, as a seed has.
#[derive(Clone, Debug)]
pub struct SeedScript {
    /// The file, relative to the project's folder.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
}

/// The environment whose seed begins from nothing each time.
pub const TEST_ENVIRONMENT: &str = "test";

const CLEAN: &str = "clean";
const VERIFY_SUFFIX: &str = ".verify";

impl Seed {
    /// Reads `seeds/ENVIRONMENT.sql`, or the files in `seeds/ENVIRONMENT/` in the order of their names. `None` when
    /// there is neither.
    pub fn read(project: &Path, environment: &str) -> Result<Option<Seed>, ProjectError> {
        let folder = project.join("seeds");
        let single = folder.join(format!("{environment}.sql"));
        let paths = match single.is_file() {
            true => vec![single],
            false => sql_files(&folder.join(environment))?,
        };
        if paths.is_empty() || environment == CLEAN {
            return Ok(None);
        }
        let scripts = paths.iter().map(|path| SeedScript::read(project, path)).collect::<Result<_, _>>()?;
        let questions = folder.join(format!("{environment}{VERIFY_SUFFIX}.sql"));
        let questions = match questions.is_file() {
            true => questions_of_file(project, &questions)?,
            false => Vec::new(),
        };
        let clean = match environment == TEST_ENVIRONMENT {
            true => SeedScript::clean(project)?,
            false => None,
        };
        Ok(Some(Seed { environment: environment.to_owned(), clean, scripts, questions }))
    }

    /// The environments that have a seed, in the order of their names.
    pub fn environments(project: &Path) -> Result<Vec<String>, ProjectError> {
        let folder = project.join("seeds");
        if !folder.is_dir() {
            return Ok(Vec::new());
        }
        let unreadable = |source| ProjectError::Unreadable { path: folder.clone(), source };
        let mut found = Vec::new();
        for entry in std::fs::read_dir(&folder).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            let is_seed = path.is_dir() || path.extension().is_some_and(|extension| extension == "sql");
            let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
            if is_seed && name != CLEAN && !name.ends_with(VERIFY_SUFFIX) {
                found.push(name.to_owned());
            }
        }
        found.sort();
        Ok(found)
    }
}

impl SeedScript {
    /// Reads `seeds/clean.sql`, if there is one.
    pub fn clean(project: &Path) -> Result<Option<SeedScript>, ProjectError> {
        let path = project.join("seeds").join(format!("{CLEAN}.sql"));
        match path.is_file() {
            true => SeedScript::read(project, &path).map(Some),
            false => Ok(None),
        }
    }

    pub(crate) fn read(project: &Path, path: &Path) -> Result<SeedScript, ProjectError> {
        let shown = path.strip_prefix(project).unwrap_or(path).to_path_buf();
        Ok(SeedScript { path: shown, text: read_text(path)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(files: &[(&str, &str)]) -> tempfile::TempDir {
        let project = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = project.path().join("seeds").join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        project
    }

    #[test]
    fn only_the_test_environment_begins_from_nothing() {
        let files = [
            ("development.sql", "SELECT 1;"),
            ("test.sql", "SELECT 2;"),
            ("test.verify.sql", "-- name: x\n-- expect: 1\nSELECT 1;"),
            ("clean.sql", "SELECT 3;"),
        ];
        let project = project(&files);
        let read = |environment: &str| Seed::read(project.path(), environment).unwrap();
        assert!(read("development").unwrap().clean.is_none());
        let test = read("test").unwrap();
        assert_eq!(test.clean.unwrap().path, Path::new("seeds/clean.sql"));
        assert_eq!(test.questions.len(), 1);
        assert!(read("staging").is_none() && read("clean").is_none());
        assert_eq!(Seed::environments(project.path()).unwrap(), ["development", "test"]);
    }

    #[test]
    fn a_folder_of_files_is_read_in_the_order_of_names() {
        let project = project(&[("demo/2_b.sql", "SELECT 2;"), ("demo/1_a.sql", "SELECT 1;")]);
        let seed = Seed::read(project.path(), "demo").unwrap().unwrap();
        let paths: Vec<_> = seed.scripts.iter().map(|script| script.path.to_str().unwrap()).collect();
        assert_eq!(paths, ["seeds/demo/1_a.sql", "seeds/demo/2_b.sql"]);
    }
}
