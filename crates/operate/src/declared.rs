//! The indexes that the migrations of a project make.

use std::collections::BTreeSet;

use bulkhead_project::Project;
use bulkhead_sql::has_word;
use tokio_postgres::Client;

use crate::OperateError;

const INDEXES: &str = "
    SELECT n.nspname, c.relname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('i', 'I') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

/// The indexes of the database whose names stand in the project's migrations, with their schemas. Names that code
/// in a migration puts together are not seen.
pub async fn declared_indexes(client: &Client, project: &Project) -> Result<BTreeSet<String>, OperateError> {
    let rows = bulkhead_connect::rows(client, INDEXES).await.map_err(|error| OperateError::of(&error))?;
    let texts: Vec<&str> = project
        .migrations
        .iter()
        .flat_map(|migration| &migration.parts)
        .map(|part| &part.text[part.sections.up.clone()])
        .collect();
    let declared = rows.iter().filter_map(|row| {
        let (schema, name) = (row.get(0)?, row.get(1)?);
        texts.iter().any(|text| has_word(text, name)).then(|| format!("{schema}.{name}"))
    });
    Ok(declared.collect())
}
