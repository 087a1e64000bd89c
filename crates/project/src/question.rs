//! Verification questions: SQL files in `verify/` that say what they expect.
//!
//! A question is a `-- name:` line, a `-- expect:` line and one statement. The answer may be a number or a word
//! (`30`), a bound (`>= 120`), a list of rows (`rows`, followed by one `--` line per row, values joined by ` | `),
//! or no row at all (`none`).

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::ProjectError;

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
}

/// The answer that is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum Expectation {
    /// One row with one value, equal as text.
    Value(String),
    /// One row with one number within a bound: the operator and the number.
    Bound(Bound, i64),
    /// These rows, in this order.
    Rows(Vec<String>),
    /// No row: each one returned is an offence.
    NoRows,
}

/// How a number is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// `>=`
    AtLeast,
    /// `<=`
    AtMost,
    /// `>`
    Above,
    /// `<`
    Below,
}

impl Expectation {
    fn parse(text: &str) -> Result<Expectation, String> {
        const BOUNDS: [(&str, Bound); 4] =
            [(">=", Bound::AtLeast), ("<=", Bound::AtMost), (">", Bound::Above), ("<", Bound::Below)];
        for (sign, bound) in BOUNDS {
            if let Some(number) = text.strip_prefix(sign) {
                let number =
                    number.trim().parse().map_err(|_| format!("\"{text}\" is no bound on a number"))?;
                return Ok(Expectation::Bound(bound, number));
            }
        }
        Ok(match text {
            "" => return Err("`-- expect:` says nothing".to_owned()),
            "rows" => Expectation::Rows(Vec::new()),
            "none" => Expectation::NoRows,
            value => Expectation::Value(value.to_owned()),
        })
    }

    /// Whether the rows that came back are right; each row is its values joined by ` | `.
    pub fn accepts(&self, rows: &[String]) -> bool {
        match self {
            Expectation::NoRows => rows.is_empty(),
            Expectation::Rows(expected) => rows == expected,
            Expectation::Value(expected) => matches!(rows, [only] if only == expected),
            Expectation::Bound(bound, limit) => {
                let [only] = rows else { return false };
                only.parse::<i64>().is_ok_and(|number| match bound {
                    Bound::AtLeast => number >= *limit,
                    Bound::AtMost => number <= *limit,
                    Bound::Above => number > *limit,
                    Bound::Below => number < *limit,
                })
            }
        }
    }
}

impl std::fmt::Display for Expectation {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Expectation::Value(value) => formatter.write_str(value),
            Expectation::Bound(Bound::AtLeast, limit) => write!(formatter, "{limit}+"),
            Expectation::Bound(Bound::AtMost, limit) => write!(formatter, "at most {limit}"),
            Expectation::Bound(Bound::Above, limit) => write!(formatter, "more than {limit}"),
            Expectation::Bound(Bound::Below, limit) => write!(formatter, "fewer than {limit}"),
            Expectation::Rows(rows) => write!(formatter, "{} rows", rows.len()),
            Expectation::NoRows => formatter.write_str("none"),
        }
    }
}

/// Reads every question of a project, in the order of files and lines; none when it has no `verify/`.
pub fn read_questions(folder: &Path) -> Result<Vec<Question>, ProjectError> {
    let directory = folder.join("verify");
    if !directory.is_dir() {
        return Ok(Vec::new());
    }
    let unreadable = |source| ProjectError::Unreadable { path: directory.clone(), source };
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(&directory).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|extension| extension == "sql") {
            paths.push(path);
        }
    }
    paths.sort();
    let mut questions = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(&path)
            .map_err(|source| ProjectError::Unreadable { path: path.clone(), source })?;
        let shown = path.strip_prefix(folder).unwrap_or(&path);
        questions.extend(parse_questions(&text, shown)?);
    }
    Ok(questions)
}

fn parse_questions(text: &str, path: &Path) -> Result<Vec<Question>, ProjectError> {
    let wrong =
        |line: usize, reason: String| ProjectError::Question { path: path.to_path_buf(), line, reason };
    let lines = bulkhead_sql::LineIndex::new(text);
    let script = bulkhead_sql::split(text)
        .map_err(|error| wrong(lines.position(text, error.span.start).line, error.to_string()))?;
    let mut questions = Vec::new();
    let mut after_last = 0;
    for statement in &script.statements {
        let line = lines.position(text, after_last).line;
        let heading = Heading::parse(&text[after_last..statement.span.start], line)
            .map_err(|(line, reason)| wrong(line, reason))?;
        questions.push(Question {
            path: path.to_path_buf(),
            line: heading.line,
            name: heading.name,
            sql: text[statement.span.clone()].to_owned(),
            expected: heading.expected,
        });
        after_last = (statement.span.end + usize::from(statement.terminated)).min(text.len());
    }
    Ok(questions)
}

struct Heading {
    line: usize,
    name: String,
    expected: Expectation,
}

impl Heading {
    /// Reads the comment lines before a statement; `first` is the number of the first of them.
    fn parse(comments: &str, first: usize) -> Result<Heading, (usize, String)> {
        let mut name = None;
        let mut expected = None;
        let mut last = first;
        for (offset, line) in comments.lines().enumerate() {
            let number = first + offset;
            let Some(comment) = line.trim().strip_prefix("--") else { continue };
            last = number;
            if let Some(text) = comment.trim().strip_prefix("name:") {
                name = Some((number, text.trim().to_owned()));
                expected = None;
            } else if let Some(text) = comment.trim().strip_prefix("expect:") {
                expected = Some(Expectation::parse(text.trim()).map_err(|reason| (number, reason))?);
            } else if let Some(Expectation::Rows(rows)) = &mut expected {
                rows.push(comment.trim().to_owned());
            }
        }
        let (line, name) = name.ok_or((last, "a question begins with a line `-- name: …`".to_owned()))?;
        let expected = expected.ok_or((line, format!("\"{name}\" has no line `-- expect: …`")))?;
        Ok(Heading { line, name, expected })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Vec<Question>, String> {
        parse_questions(text, Path::new("verify/1.sql")).map_err(|error| error.to_string())
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
                (7, "policies", &Expectation::Bound(Bound::AtLeast, 120)),
                (10, "days", &Expectation::Rows(vec!["a | 1".to_owned(), "b | 2".to_owned()])),
                (15, "strays", &Expectation::NoRows),
            ]
        );
        assert_eq!(questions[0].sql, "SELECT 32");
    }

    #[test]
    fn a_question_without_name_or_answer_is_an_error_with_its_line() {
        assert!(parse("SELECT 1;").unwrap_err().contains("verify/1.sql:1: a question begins"));
        assert!(parse("-- name: x\nSELECT 1;").unwrap_err().contains("\"x\" has no line"));
        assert!(parse("-- name: x\n-- expect: >= many\nSELECT 1;").unwrap_err().contains(":2:"));
    }

    #[test]
    fn answers_are_compared_by_their_kind() {
        let rows = |texts: &[&str]| texts.iter().map(ToString::to_string).collect::<Vec<_>>();
        let accepts = |expectation: &str, answer: &[&str]| {
            Expectation::parse(expectation).unwrap().accepts(&rows(answer))
        };
        assert!(accepts("32", &["32"]) && !accepts("32", &["33"]) && !accepts("32", &[]));
        assert!(!accepts("32", &["32", "32"]));
        assert!(accepts(">= 120", &["150"]) && !accepts(">= 120", &["119"]) && !accepts(">= 120", &["many"]));
        assert!(accepts("< 5", &["4"]) && !accepts("< 5", &["5"]));
        assert!(accepts("none", &[]) && !accepts("none", &["x"]));
    }
}
