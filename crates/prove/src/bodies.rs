//! The functions that a text of SQL leads to.

use std::collections::BTreeSet;

use bulkhead_sql::calls;
use tokio_postgres::Client;

use crate::ProveError;

const FUNCTIONS: &str = "
    SELECT p.proname, coalesce(p.prosrc, '') || coalesce(pg_get_function_sqlbody(p.oid), '')
    FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
    WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND p.prokind = 'f'
      AND NOT EXISTS (
        SELECT FROM pg_depend AS d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')";

/// Functions outside the system's schemas: name without schema, and source.
pub(crate) type Functions = Vec<(String, String)>;

/// Reads the functions of a database.
pub(crate) async fn read(client: &Client) -> Result<Functions, ProveError> {
    let rows = bulkhead_connect::rows(client, FUNCTIONS).await.map_err(|error| ProveError::of(&error))?;
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    Ok(rows.iter().map(|row| (text(row.get(0)), text(row.get(1)))).collect())
}

/// The functions that a text calls.
pub(crate) fn called<'f>(functions: &'f [(String, String)], text: &str) -> Vec<&'f (String, String)> {
    functions.iter().filter(|(name, _)| calls(text, name)).collect()
}

/// A text with the sources of all functions that it calls, directly or not.
pub(crate) fn expanded(functions: &[(String, String)], text: &str) -> String {
    let mut whole = text.to_owned();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    loop {
        let mut called = called(functions, &whole);
        called.retain(|(name, _)| seen.insert(name));
        if called.is_empty() {
            return whole;
        }
        for (_, body) in called {
            whole.push('\n');
            whole.push_str(body);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_followed_through_functions_and_rings_of_them() {
        let functions: Functions = [("mine", "SELECT who()"), ("who", "SELECT mine() -- x"), ("other", "y")]
            .map(|(name, body)| (name.to_owned(), body.to_owned()))
            .into();
        assert_eq!(expanded(&functions, "a = mine()"), "a = mine()\nSELECT who()\nSELECT mine() -- x");
        assert_eq!(expanded(&functions, "a = whose()"), "a = whose()");
        assert_eq!(expanded(&functions, "other = 'x'"), "other = 'x'", "a column is no call");
    }
}
