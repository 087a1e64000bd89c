//! Rows that have gone to the default partition keep the one that they belong into from being made: how many they are,
//! and the statements that move them.

use bulkhead_connect::{quote_identifier, quote_literal};
use tokio_postgres::Client;

use super::make;
use super::observe::{Found, Observed};
use super::plan::Missing;
use super::{MOST_COUNTED, count};
use crate::counted::counted;
use crate::health::Row;
use crate::{Obstacle, OperateError};

/// How many rows of the default partition belong into a new one.
pub(super) async fn in_default(
    client: &Client,
    observed: &Observed,
    missing: &Missing,
) -> Result<u64, OperateError> {
    let Some(found) = observed.default_partition() else { return Ok(0) };
    count(client, &found.table, &condition(observed, missing)).await
}

fn condition(observed: &Observed, missing: &Missing) -> String {
    let (key, (from, to)) = (quote_identifier(&observed.key), make::range(observed, missing));
    format!("{key} >= {from} AND {key} < {to}")
}

/// The columns that can be inserted into, in the order of the parent, and the row security of the default partition.
const SHAPE: &str = "
    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum), d.relrowsecurity, d.relforcerowsecurity
    FROM pg_attribute AS a, pg_class AS d
    WHERE a.attrelid = {parent}::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      AND d.oid = {default}::regclass
    GROUP BY d.relrowsecurity, d.relforcerowsecurity";

/// What is in the way of a new partition, if anything is.
pub(super) async fn belongs_elsewhere(
    client: &Client,
    observed: &Observed,
    missing: &Missing,
) -> Result<Option<Obstacle>, OperateError> {
    let rows = in_default(client, observed, missing).await?;
    let Some(default) = observed.default_partition().filter(|_| rows > 0) else { return Ok(None) };
    let sql = SHAPE
        .replace("{parent}", &quote_literal(&observed.table))
        .replace("{default}", &quote_literal(&default.table));
    let shape = bulkhead_connect::rows(client, &sql).await.map_err(|error| OperateError::of(&error))?;
    let shape = shape.first().map(Row::from).unwrap_or_default();
    let counted = match rows {
        MOST_COUNTED.. => format!("{MOST_COUNTED} rows or more"),
        rows => counted(rows, "row"),
    };
    let (new, default_name) = (quote_literal(&missing.name), &default.table);
    let what = format!("{counted} of {new} are in {default_name} already: it cannot be made");
    let help = format!(
        "move them by the system's own function, if it has one; else at a quiet time by the statements below, as the \
         owner of the tables. Who reads partitions directly needs the rights and policies of {default_name} on the new \
         one, too.\n{}",
        statements(observed, missing, default, &shape)
    );
    Ok(Some(Obstacle::new("O014", what, help)))
}

/// The statements, one a line. Row security without policies shuts everybody out who does not come through the parent.
fn statements(observed: &Observed, missing: &Missing, default: &Found, shape: &Row) -> String {
    let (parent, default, (from, to)) = (&observed.table, &default.table, make::range(observed, missing));
    let new = format!("{}.{}", quote_identifier(&observed.schema), quote_identifier(&missing.name));
    let (columns, condition) = (shape.text(0), condition(observed, missing));
    let mut lines = vec![
        "BEGIN;".to_owned(),
        "SET LOCAL lock_timeout = '1s';".to_owned(),
        "SET LOCAL row_security = off;".to_owned(),
        format!("ALTER TABLE {parent} DETACH PARTITION {default};"),
        format!(
            "CREATE TABLE {new} (LIKE {parent} INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING CONSTRAINTS);"
        ),
        format!(
            "WITH moved AS (DELETE FROM {default} WHERE {condition} RETURNING {columns}) INSERT INTO {new} ({columns}) \
             SELECT {columns} FROM moved;"
        ),
    ];
    if shape.is(1) {
        lines.push(format!("ALTER TABLE {new} ENABLE ROW LEVEL SECURITY;"));
    }
    if shape.is(2) {
        lines.push(format!("ALTER TABLE {new} FORCE ROW LEVEL SECURITY;"));
    }
    lines.extend([
        format!("ALTER TABLE {parent} ATTACH PARTITION {new} FOR VALUES FROM ({from}) TO ({to});"),
        format!("ALTER TABLE {parent} ATTACH PARTITION {default} DEFAULT;"),
        "COMMIT;".to_owned(),
    ]);
    lines.join("\n")
}
