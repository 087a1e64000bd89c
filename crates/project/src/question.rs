//! Questions: SQL files that say what they ask and which answer is right.
//!
//! A question is a `-- name:` line, a `-- expect:` line and one statement. The answer may be a number or a word
//! (`30`), a bound (`>= 120`), a list of rows (`rows`, followed by one `--` line per row, values joined by ` | `),
//! or no row at all (`none`). The questions in `validate/` also say how bad a wrong answer is (`-- severity:`) and may
//! be meant for one environment only (`-- environment:`). The figures in `stats/` have a name and no right answer.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::{Expectation, ProjectError};

/// A question to the database and the answer that is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Question {
    /// The file, relative to the project's folder.
    pub path: PathBuf,
    /// Line of the name, from 1.
    pub line: usize,
    /// What is asked, in words.
    pub name: String,
    /// The statement.
    #[serde(skip)]
    pub sql: String,
    /// The answer that is right.
    pub expected: Expectation,
    /// How bad another answer is.
    pub severity: Severity,
    /// The only environment in which it is asked, if not in all.
    pub environment: Option<String>,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Untidy.
    Low,
    /// To be put right in working hours.
    Medium,
    /// To be put right now; what a question means that says nothing.
    #[default]
    High,
}

impl Severity {
    /// The word for it, in lower case.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Low => "low",
            Severity::Medium => "medium",
            Severity::High => "high",
        }
    }
}

/// A number that somebody wants to see: a name and a statement that returns one value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// The file, relative to the project's folder.
    pub path: PathBuf,
    /// Line of the name, from 1.
    pub line: usize,
    /// What is counted, in words.
    pub name: String,
    /// The statement.
    #[serde(skip)]
    pub sql: String,
}

/// Reads every question in a folder of the project, in the order of files and lines; none when there is no such folder.
pub fn read_questions(project: &Path, folder: &str) -> Result<Vec<Question>, ProjectError> {
    let mut questions = Vec::new();
    for path in sql_files(&project.join(folder))? {
        questions.extend(questions_of_file(project, &path)?);
    }
    Ok(questions)
}

/// Reads the questions of one file.
pub(crate) fn questions_of_file(project: &Path, path: &Path) -> Result<Vec<Question>, ProjectError> {
    let (shown, entries) = read_entries(project, path)?;
    entries
        .into_iter()
        .map(|entry| {
            let expected = entry.heading.expected.ok_or_else(|| ProjectError::Question {
                path: shown.clone(),
                line: entry.heading.line,
                reason: format!("\"{}\" has no line `-- expect: …`", entry.heading.name),
            })?;
            Ok(Question {
                path: shown.clone(),
                line: entry.heading.line,
                name: entry.heading.name,
                sql: entry.sql,
                expected,
                severity: entry.heading.severity,
                environment: entry.heading.environment,
            })
        })
        .collect()
}

/// Reads the figures in `stats/`, in the order of files and lines; none when there is no such folder.
pub fn read_figures(project: &Path) -> Result<Vec<Figure>, ProjectError> {
    let mut figures = Vec::new();
    for path in sql_files(&project.join("stats"))? {
        let (shown, entries) = read_entries(project, &path)?;
        figures.extend(entries.into_iter().map(|entry| Figure {
            path: shown.clone(),
            line: entry.heading.line,
            name: entry.heading.name,
            sql: entry.sql,
        }));
    }
    Ok(figures)
}

/// The SQL files of a folder in the order of their names; none when there is no such folder.
pub(crate) fn sql_files(directory: &Path) -> Result<Vec<PathBuf>, ProjectError> {
    if !directory.is_dir() {
        return Ok(Vec::new());
    }
    let unreadable = |source| ProjectError::Unreadable { path: directory.to_path_buf(), source };
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(directory).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|extension| extension == "sql") {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// A file's text.
pub(crate) fn read_text(path: &Path) -> Result<String, ProjectError> {
    std::fs::read_to_string(path)
        .map_err(|source| ProjectError::Unreadable { path: path.to_path_buf(), source })
}

/// A statement with what the comments before it say.
struct Entry {
    heading: Heading,
    sql: String,
}

fn read_entries(project: &Path, path: &Path) -> Result<(PathBuf, Vec<Entry>), ProjectError> {
    let text = read_text(path)?;
    let shown = path.strip_prefix(project).unwrap_or(path).to_path_buf();
    let entries = parse_entries(&text).map_err(|(line, reason)| ProjectError::Question {
        path: shown.clone(),
        line,
        reason,
    })?;
    Ok((shown, entries))
}

fn parse_entries(text: &str) -> Result<Vec<Entry>, (usize, String)> {
    crate::commented::statements(text)?
        .into_iter()
        .map(|statement| {
            let heading = Heading::parse(statement.comments, statement.comments_line)?;
            Ok(Entry { heading, sql: statement.sql.to_owned() })
        })
        .collect()
}

struct Heading {
    line: usize,
    name: String,
    expected: Option<Expectation>,
    severity: Severity,
    environment: Option<String>,
}

impl Heading {
    /// Reads the comment lines before a statement; `first` is the number of the first of them.
    fn parse(comments: &str, first: usize) -> Result<Heading, (usize, String)> {
        let mut name = None;
        let mut expected = None;
        let mut severity = Severity::default();
        let mut environment = None;
        let mut last = first;
        for (offset, line) in comments.lines().enumerate() {
            let number = first + offset;
            let Some(comment) = line.trim().strip_prefix("--") else { continue };
            last = number;
            let comment = comment.trim();
            if let Some(text) = comment.strip_prefix("name:") {
                name = Some((number, text.trim().to_owned()));
                expected = None;
            } else if let Some(text) = comment.strip_prefix("expect:") {
                expected = Some(Expectation::parse(text.trim()).map_err(|reason| (number, reason))?);
            } else if let Some(text) = comment.strip_prefix("severity:") {
                severity = parse_severity(text.trim()).map_err(|reason| (number, reason))?;
            } else if let Some(text) = comment.strip_prefix("environment:") {
                environment = Some(text.trim().to_owned());
            } else if let Some(Expectation::Rows(rows)) = &mut expected {
                rows.push(comment.to_owned());
            }
        }
        let (line, name) = name.ok_or((last, "a question begins with a line `-- name: …`".to_owned()))?;
        Ok(Heading { line, name, expected, severity, environment })
    }
}

fn parse_severity(text: &str) -> Result<Severity, String> {
    [Severity::Low, Severity::Medium, Severity::High]
        .into_iter()
        .find(|severity| severity.word() == text)
        .ok_or_else(|| format!("\"{text}\" is no severity; there are low, medium and high"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The questions of a file with this text.
    fn parse(text: &str) -> Result<Vec<Question>, String> {
        let project = tempfile::tempdir().unwrap();
        std::fs::create_dir(project.path().join("verify")).unwrap();
        std::fs::write(project.path().join("verify/1.sql"), text).unwrap();
        read_questions(project.path(), "verify").map_err(|error| error.to_string())
    }

    #[test]
    fn each_form_of_question_is_read() {
        let questions = parse(
            "-- Counts.\n\n-- name: tables\n-- expect: 32\nSELECT 32;\n\n-- name: policies\n-- expect: >= 120\n\
             SELECT 150;\n-- name: days\n-- expect: rows\n--   a | 1\n--   b | 2\nSELECT 1, 2;\n\
             -- name: strays\n-- expect: none\nSELECT 1 WHERE false",
        )
        .unwrap();
        let read: Vec<(usize, &str, &Expectation)> = questions
            .iter()
            .map(|question| (question.line, question.name.as_str(), &question.expected))
            .collect();
        assert_eq!(
            read,
            [
                (3, "tables", &Expectation::Value("32".to_owned())),
                (7, "policies", &Expectation::Bound(crate::Bound::AtLeast, 120)),
                (10, "days", &Expectation::Rows(vec!["a | 1".to_owned(), "b | 2".to_owned()])),
                (15, "strays", &Expectation::NoRows),
            ]
        );
        assert_eq!(questions[0].sql, "SELECT 32");
    }

    #[test]
    fn severity_and_environment_are_read() {
        let text = "-- name: x\n-- severity: low\n-- environment: production\n-- expect: none\nSELECT 1;\n\
                    -- name: y\n-- expect: none\nSELECT 1;";
        let questions = parse(text).unwrap();
        assert_eq!(questions[0].severity, Severity::Low);
        assert_eq!(questions[0].environment.as_deref(), Some("production"));
        assert_eq!((questions[1].severity, &questions[1].environment), (Severity::High, &None));
        assert!(
            parse("-- name: x\n-- severity: grave\n-- expect: none\nSELECT 1;").unwrap_err().contains(":2:")
        );
    }

    #[test]
    fn a_question_without_name_or_answer_is_an_error_with_its_line() {
        assert!(parse("SELECT 1;").unwrap_err().contains("verify/1.sql:1: a question begins"));
        assert!(parse("-- name: x\nSELECT 1;").unwrap_err().contains("\"x\" has no line"));
        assert!(parse("-- name: x\n-- expect: >= many\nSELECT 1;").unwrap_err().contains(":2:"));
    }
}
