//! The triggers that look at a row before it is taken: in which order they run, what they say, and how far a row came.

use bulkhead_connect::quote_literal;
use tokio_postgres::Client;
use tokio_postgres::error::DbError;

use crate::GenerateError;
use crate::chance::Chance;
use crate::hints::{Hints, mentions};
use crate::pattern::matching;

/// A trigger on INSERT.
#[derive(Clone, Debug)]
pub(super) struct Guard {
    /// The name of its function, without the schema.
    function: String,
    /// The body of the function without comments, and the arguments that the trigger gives it.
    text: String,
}

/// Texts for one pattern.
const FITTING: usize = 4;

/// How far a row came: the place of the trigger that refused it, and the line of its function.
pub(super) type Reached = (usize, usize);

/// The triggers of a table in the order in which they run: before the row, after it, each by name.
pub(super) async fn guards(client: &Client, table: &str) -> Result<Vec<Guard>, GenerateError> {
    // 2 is BEFORE, 4 is INSERT.
    let sql = format!(
        "SELECT p.proname, p.prosrc || ' ' || encode(t.tgargs, 'escape')
         FROM pg_trigger AS t JOIN pg_proc AS p ON p.oid = t.tgfoid
         WHERE t.tgrelid = {}::regclass AND NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND t.tgtype & 4 = 4
         ORDER BY t.tgtype & 2 = 0, t.tgname",
        quote_literal(table)
    );
    let rows = bulkhead_connect::rows(client, &sql).await.map_err(|error| GenerateError::of(&error))?;
    let text = |row: &tokio_postgres::SimpleQueryRow, column| row.get(column).unwrap_or_default().to_owned();
    // Arguments end with a zero byte, which is written out.
    let guard = |row| Guard::new(text(row, 0), &text(row, 1).replace("\\000", " "));
    Ok(rows.iter().map(guard).collect())
}

/// Which trigger refused a row, and where; nothing when it was none of them.
pub(super) fn reached(guards: &[Guard], error: &DbError) -> Option<Reached> {
    let (function, line) = outermost(error.where_()?)?;
    let place = guards.iter().position(|guard| guard.function == function)?;
    Some((place, line))
}

/// The function that everything else was called from, in `PL/pgSQL function app.guard() line 5 at RAISE`.
fn outermost(context: &str) -> Option<(String, usize)> {
    let found = context.lines().rev().find_map(|line| line.strip_prefix("PL/pgSQL function "))?;
    let (name, rest) = found.split_once('(')?;
    let line = rest.split_once(") line ")?.1;
    let line = line.split(' ').next()?.parse().ok()?;
    let name = name.rsplit('.').next()?.trim_matches('"');
    Some((name.to_owned(), line))
}

impl Guard {
    fn new(function: String, text: &str) -> Guard {
        let code: Vec<&str> = text.lines().map(|line| line.split("--").next().unwrap_or_default()).collect();
        Guard { function, text: code.join("\n") }
    }

    /// Whether the trigger speaks of something of this name.
    pub(super) fn mentions(&self, name: &str) -> bool {
        mentions(&self.text, name) || self.literals().iter().any(|text| text == name)
    }

    /// The texts that it could want: such as its patterns describe, and those that it compares with.
    pub(super) fn wanted(&self) -> Vec<String> {
        let hints = Hints::of(&self.text);
        let mut chance = Chance::new(0);
        let patterns = hints.patterns.iter();
        let mut texts: Vec<String> = patterns
            .flat_map(|pattern| matching(pattern, 0, &mut chance).into_iter().take(FITTING))
            .collect();
        texts.extend(hints.texts);
        texts
    }

    /// The texts that it compares with or hands on.
    fn literals(&self) -> Vec<String> {
        Hints::of(&self.text).texts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outermost_function_is_the_one_that_the_trigger_calls() {
        let cases = [
            ("PL/pgSQL function guard() line 5 at RAISE\nCOPY runs, line 1", Some(("guard", 5))),
            (
                "PL/pgSQL function helper(text) line 2 at RAISE\n\
                 SQL statement \"SELECT helper('a')\"\n\
                 PL/pgSQL function app.\"Guard\"() line 12 at PERFORM\nCOPY runs, line 3",
                Some(("Guard", 12)),
            ),
            ("COPY runs, line 1, column id", None),
        ];
        for (context, expected) in cases {
            let expected = expected.map(|(name, line)| (name.to_owned(), line));
            assert_eq!(outermost(context), expected, "{context}");
        }
    }

    #[test]
    fn literals_stand_in_the_body_and_not_in_its_comments() {
        let text = "BEGIN\n  -- it's 'old'\n  IF NEW.status <> 'queued' THEN RAISE 'no'; END IF;\nEND";
        let guard = Guard::new("guard".to_owned(), text);
        assert_eq!(guard.literals(), ["queued", "no"]);
        assert!(guard.mentions("status"));
        let guard = Guard::new("guard".to_owned(), "IF NEW.code ~ '^X-[0-9]+$' OR NEW.code = 'none' THEN");
        let wanted = guard.wanted();
        assert!(wanted.iter().any(|text| text.starts_with("X-")) && wanted.contains(&"none".to_owned()));
        assert!(!guard.mentions("status") && guard.mentions("code") && !guard.mentions("cod"));
    }
}
