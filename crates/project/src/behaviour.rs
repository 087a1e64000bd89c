//! Behaviours: what the database itself must enforce, as cases that can be run.
//!
//! A file in `behaviours/` begins with statements that prepare every case in it. A case is a `-- case:` line with
//! what is promised, at least one `-- guard:` line with SQL that takes away what keeps the promise, and statements. A
//! `-- expect:` line before a statement says its answer, in the forms that questions have, or `error SQLSTATE`,
//! with words that the message must contain if wanted. Where servers differ, `error 42602|22023` takes either. A statement that returns no rows answers with the number of
//! rows that it touched.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::commented::{Commented, statements};
use crate::question::{read_text, sql_files};
use crate::{Expectation, ProjectError};

/// A file of cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BehaviourFile {
    /// The file, relative to the project's folder.
    pub path: PathBuf,
    /// What runs before each case.
    pub setup: Vec<CaseStatement>,
    /// The cases in the order of lines.
    pub cases: Vec<Case>,
}

/// A promise, and statements that show whether it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Line of the name, from 1.
    pub line: usize,
    /// What is promised, in words.
    pub name: String,
    /// Each is SQL that takes away what keeps the promise.
    pub guards: Vec<Guard>,
    /// What is done.
    pub statements: Vec<CaseStatement>,
}

/// SQL that takes away what keeps a promise. Without it the case must fail, or it shows nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Guard {
    /// Its line, from 1.
    pub line: usize,
    /// One or more statements.
    pub sql: String,
}

/// A statement of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseStatement {
    /// Its line, from 1.
    pub line: usize,
    /// The statement.
    pub sql: String,
    /// What must come of it; without it, it must only succeed.
    pub expected: Option<Outcome>,
}

/// What must come of a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Outcome {
    /// An answer: the rows that it returns, else how many rows it touched.
    Answer {
        /// The right one.
        expected: Expectation,
    },
    /// An error.
    Error {
        /// The SQLSTATE, five characters; several that are right, for servers differ, are parted by `|`.
        sqlstate: String,
        /// What the message contains, in any case; may be empty.
        words: String,
    },
}

impl std::fmt::Display for Outcome {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Outcome::Answer { expected } => expected.fmt(formatter),
            Outcome::Error { sqlstate, words } if words.is_empty() => write!(formatter, "error {sqlstate}"),
            Outcome::Error { sqlstate, words } => write!(formatter, "error {sqlstate} with \"{words}\""),
        }
    }
}

impl Outcome {
    fn parse(text: &str) -> Result<Outcome, String> {
        let Some(rest) = text.strip_prefix("error ") else {
            return Ok(Outcome::Answer { expected: Expectation::parse(text)? });
        };
        let (sqlstate, words) = rest.trim().split_once(' ').unwrap_or((rest.trim(), ""));
        let is_sqlstate = |text: &str| {
            text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
        };
        if let Some(wrong) = sqlstate.split('|').find(|text| !is_sqlstate(text)) {
            return Err(format!("\"{wrong}\" is no SQLSTATE"));
        }
        Ok(Outcome::Error { sqlstate: sqlstate.to_owned(), words: words.trim().to_owned() })
    }
}

/// Reads every file in `behaviours/`, in the order of names; none when there is no such folder.
pub fn read_behaviours(project: &Path) -> Result<Vec<BehaviourFile>, ProjectError> {
    sql_files(&project.join("behaviours"))?
        .into_iter()
        .map(|path| {
            let shown = path.strip_prefix(project).unwrap_or(&path).to_path_buf();
            parse(&read_text(&path)?, shown.clone()).map_err(|(line, reason)| ProjectError::Behaviour {
                path: shown,
                line,
                reason,
            })
        })
        .collect()
}

fn parse(text: &str, path: PathBuf) -> Result<BehaviourFile, (usize, String)> {
    let mut file = BehaviourFile { path, setup: Vec::new(), cases: Vec::new() };
    for statement in statements(text)? {
        let said = Said::read(&statement)?;
        if let Some((line, name)) = said.case {
            file.cases.last().map_or(Ok(()), check)?;
            file.cases.push(Case { line, name, guards: Vec::new(), statements: Vec::new() });
        }
        let parsed =
            CaseStatement { line: statement.line, sql: statement.sql.to_owned(), expected: said.expected };
        match file.cases.last_mut() {
            Some(case) => {
                case.guards.extend(said.guards);
                case.statements.push(parsed);
            }
            None if !said.guards.is_empty() => {
                return Err((said.guards[0].line, "a guard belongs below a line `-- case: …`".to_owned()));
            }
            None => file.setup.push(parsed),
        }
    }
    file.cases.last().map_or(Ok(()), check)?;
    match file.cases.is_empty() {
        true => Err((1, "there is no case: a case begins with a line `-- case: …`".to_owned())),
        false => Ok(file),
    }
}

/// A case that expects nothing or names no guard would show nothing.
fn check(case: &Case) -> Result<(), (usize, String)> {
    let expects = case.statements.iter().any(|statement| statement.expected.is_some());
    match (expects, case.guards.is_empty()) {
        (false, _) => Err((case.line, format!("\"{}\" expects nothing: write `-- expect: …`", case.name))),
        (true, true) => Err((
            case.line,
            format!("\"{}\" names nothing that keeps the promise: write `-- guard: …`", case.name),
        )),
        (true, false) => Ok(()),
    }
}

/// What the comments before a statement say.
#[derive(Default)]
struct Said {
    case: Option<(usize, String)>,
    guards: Vec<Guard>,
    expected: Option<Outcome>,
}

/// What an indented comment line goes on with.
#[derive(PartialEq)]
enum Open {
    Nothing,
    Guard,
    Rows,
}

impl Said {
    fn read(statement: &Commented<'_>) -> Result<Said, (usize, String)> {
        let mut said = Said::default();
        let mut open = Open::Nothing;
        for (offset, line) in statement.comments.lines().enumerate() {
            let number = statement.comments_line + offset;
            let Some(comment) = line.trim().strip_prefix("--") else {
                open = Open::Nothing;
                continue;
            };
            let text = comment.trim();
            if comment.starts_with("   ") && open != Open::Nothing {
                match (&open, &mut said.expected) {
                    (Open::Rows, Some(Outcome::Answer { expected: Expectation::Rows(rows) })) => {
                        rows.push(text.to_owned());
                    }
                    _ => said.guards.last_mut().into_iter().for_each(|guard| {
                        guard.sql.push('\n');
                        guard.sql.push_str(comment);
                    }),
                }
            } else if let Some(name) = text.strip_prefix("case:") {
                said = Said { case: Some((number, name.trim().to_owned())), ..Said::default() };
                open = Open::Nothing;
            } else if let Some(sql) = text.strip_prefix("guard:") {
                said.guards.push(Guard { line: number, sql: sql.trim().to_owned() });
                open = Open::Guard;
            } else if let Some(text) = text.strip_prefix("expect:") {
                let outcome = Outcome::parse(text.trim()).map_err(|reason| (number, reason))?;
                let rows = matches!(outcome, Outcome::Answer { expected: Expectation::Rows(_) });
                said.expected = Some(outcome);
                open = if rows { Open::Rows } else { Open::Nothing };
            }
        }
        Ok(said)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<BehaviourFile, (usize, String)> {
        parse(text, "behaviours/1.sql".into())
    }

    const FILE: &str = "-- About notes.\n\nINSERT INTO n VALUES (1);\n\n-- case: a note stays\n\
        -- guard: DROP TRIGGER t ON n\n-- guard: ALTER TABLE n\n--   DISABLE TRIGGER t\nSET LOCAL ROLE app;\n\
        -- expect: error 42501 Append-Only\nDELETE FROM n;\n-- expect: rows\n--   1 | a\n--   2 | b\n\
        SELECT 1;\n\n-- case: second\n-- guard: SELECT 1\n-- expect: 0\nUPDATE n SET x = 1;\n";

    #[test]
    fn setup_cases_guards_and_expectations_are_read() {
        let file = read(FILE).unwrap();
        assert_eq!(file.setup.len(), 1);
        assert_eq!(file.cases.len(), 2);
        let case = &file.cases[0];
        assert_eq!((case.line, case.name.as_str()), (5, "a note stays"));
        assert_eq!(case.guards[1].sql, "ALTER TABLE n\n   DISABLE TRIGGER t");
        let outcomes: Vec<String> = case
            .statements
            .iter()
            .map(|statement| statement.expected.as_ref().map_or("-".to_owned(), ToString::to_string))
            .collect();
        assert_eq!(outcomes, ["-", "error 42501 with \"Append-Only\"", "2 rows"]);
        assert_eq!(case.statements[1].line, 11);
        assert_eq!(case.statements[1].sql, "DELETE FROM n");
    }

    #[test]
    fn a_file_or_case_that_shows_nothing_is_refused_with_its_line() {
        let reason = |text: &str| read(text).unwrap_err();
        assert_eq!(reason("SELECT 1;").0, 1);
        assert!(reason("-- case: x\n-- guard: SELECT 1\nSELECT 1;").1.contains("expects nothing"));
        let (line, text) = reason("-- case: x\n-- expect: 1\nSELECT 1;\n-- case: y\n-- expect: 1\nSELECT 1;");
        assert!(line == 1 && text.contains("\"x\" names nothing"), "{line} {text}");
        assert!(reason("-- guard: x\nSELECT 1;").1.contains("below a line"));
        assert_eq!(reason("-- case: x\n-- guard: SELECT 1\n-- expect: error 4250\nSELECT 1;").0, 3);
        assert!(read("-- case: x\n-- guard: SELECT 1\n-- expect: error 42602|22023\nSELECT 1;").is_ok());
    }
}
