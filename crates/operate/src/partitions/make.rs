//! Makes one partition that is guarded like its siblings, and takes one away.

use bulkhead_connect::{quote_identifier, quote_literal};
use tokio_postgres::{Client, Error};

use super::observe::{Found, Observed};
use super::plan::Missing;
use crate::calendar::Day;
use crate::patience::LOCK_WAIT;

/// From this size on a default partition is scanned before anything is locked, in bytes. ATTACH looks through it for
/// rows that belong into the new partition, and nobody can read it meanwhile.
const LARGE_DEFAULT: u64 = 1024 * 1024;

/// The constraint that spares ATTACH the scan. It is there between scan and ATTACH only.
const SCANNED: &str = "bulkhead_belongs_elsewhere";

/// The grantee of an exploded right in `guards.sql`.
const GRANTEE: &str =
    "CASE acl.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(acl.grantee)) END";

/// Makes a partition and attaches it, in one transaction that takes SHARE UPDATE EXCLUSIVE on the parent at its end.
/// Nothing of the new table needs to be scanned: it is empty.
pub(super) async fn make(client: &Client, observed: &Observed, missing: &Missing) -> Result<(), Error> {
    let large = observed.default_partition().filter(|found| found.bytes >= LARGE_DEFAULT);
    let Some(found) = large else { return attach(client, observed, missing, "").await };
    scan_ahead(client, observed, missing, found).await?;
    let unscan = format!("ALTER TABLE {} DROP CONSTRAINT IF EXISTS {SCANNED};", found.table);
    let attached = attach(client, observed, missing, &unscan).await;
    if attached.is_err() {
        // Rows of this time go to the default partition again until the next attempt.
        let sql = format!("ROLLBACK; {}; {unscan} COMMIT", begin());
        client.batch_execute(&sql).await?;
    }
    attached
}

/// Whether a killed run left a constraint on the default partition, where it keeps rows out.
pub(super) async fn is_scanned(client: &Client, observed: &Observed) -> Result<bool, Error> {
    let Some(found) = observed.default_partition() else { return Ok(false) };
    let left = format!(
        "SELECT conname FROM pg_constraint WHERE conrelid = {}::regclass AND conname = {}",
        quote_literal(&found.table),
        quote_literal(SCANNED)
    );
    Ok(!bulkhead_connect::answer(client, &left).await?.is_empty())
}

/// Takes that constraint away.
pub(super) async fn unscan(client: &Client, observed: &Observed) -> Result<(), Error> {
    let Some(found) = observed.default_partition() else { return Ok(()) };
    let sql = format!("{}; ALTER TABLE {} DROP CONSTRAINT IF EXISTS {SCANNED}; COMMIT", begin(), found.table);
    client.batch_execute(&sql).await
}

/// Makes the table, guards it and attaches it; `then` runs in the same transaction at its end.
async fn attach(client: &Client, observed: &Observed, missing: &Missing, then: &str) -> Result<(), Error> {
    let model = model(observed);
    let (schema, model) =
        model.map_or((&observed.schema, &observed.table), |found| (&found.schema, &found.table));
    let new = format!("{}.{}", quote_identifier(schema), quote_identifier(&missing.name));
    let range = range(observed, missing);
    let owner = "SELECT quote_ident(pg_get_userbyid(relowner)) FROM pg_class WHERE oid";
    let sql = format!("{owner} = {}::regclass", quote_literal(&observed.table));
    let owner = bulkhead_connect::answer(client, &sql).await?.remove(0);
    let sql = format!(
        "{}; CREATE TABLE {new} (LIKE {} INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING CONSTRAINTS \
         INCLUDING STORAGE INCLUDING COMPRESSION); ALTER TABLE {new} OWNER TO {owner}",
        begin(),
        observed.table
    );
    client.batch_execute(&sql).await?;
    let guards = include_str!("guards.sql")
        .replace("{model}", &quote_literal(model))
        .replace("{new}", &quote_literal(&new))
        .replace("{grantee}", GRANTEE);
    for guard in bulkhead_connect::answer(client, &guards).await? {
        client.batch_execute(&guard).await?;
    }
    let sql = format!(
        "ALTER TABLE {} ATTACH PARTITION {new} FOR VALUES FROM ({}) TO ({}); {then} COMMIT",
        observed.table, range.0, range.1
    );
    client.batch_execute(&sql).await
}

/// The partition that a new one is made like: the newest, else the default one; the parent when there is none.
fn model(observed: &Observed) -> Option<&Found> {
    let ranged = observed.partitions.iter().rev().find(|found| found.range.is_some() && !found.is_detaching);
    ranged.or(observed.default_partition())
}

/// Lets the default partition prove, with everybody at work, that it holds nothing of the new one. Between this and
/// ATTACH it takes no such row either.
async fn scan_ahead(
    client: &Client,
    observed: &Observed,
    missing: &Missing,
    found: &Found,
) -> Result<(), Error> {
    let (key, (from, to)) = (quote_identifier(&observed.key), range(observed, missing));
    let table = &found.table;
    let sql = format!(
        "{}; ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {SCANNED}; ALTER TABLE {table} ADD CONSTRAINT {SCANNED} \
         CHECK ({key} IS NULL OR {key} < {from} OR {key} >= {to}) NOT VALID; COMMIT",
        begin()
    );
    client.batch_execute(&sql).await?;
    let validated = client.batch_execute(&format!("ALTER TABLE {table} VALIDATE CONSTRAINT {SCANNED}")).await;
    if validated.is_err() {
        let sql = format!("ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {SCANNED}");
        client.batch_execute(&sql).await?;
    }
    validated
}

fn begin() -> String {
    format!(
        "BEGIN; SET LOCAL lock_timeout = {}; SET LOCAL search_path = pg_catalog, pg_temp; \
         SET LOCAL client_min_messages = warning",
        LOCK_WAIT.as_millis()
    )
}

/// Both ends of a new partition as SQL.
pub(super) fn range(observed: &Observed, missing: &Missing) -> (String, String) {
    (literal(observed, missing.from), literal(observed, missing.to))
}

/// A day's midnight as SQL, whatever the zone of the session is.
fn literal(observed: &Observed, day: Day) -> String {
    quote_literal(&match (observed.is_instant, observed.zone.as_str()) {
        (false, _) => day.to_string(),
        (true, "UTC") => format!("{day} 00:00:00+00"),
        (true, zone) => format!("{day} 00:00:00 {zone}"),
    })
}

/// Takes a partition out of its table. CONCURRENTLY locks out nobody, but PostgreSQL has it only for tables without a
/// default partition.
pub(super) async fn detach(
    client: &Client,
    observed: &Observed,
    partition: &str,
    concurrently: bool,
) -> Result<(), Error> {
    let parent = &observed.table;
    if !concurrently {
        let sql = format!("{}; ALTER TABLE {parent} DETACH PARTITION {partition}; COMMIT", begin());
        return client.batch_execute(&sql).await;
    }
    client.batch_execute(&format!("SET lock_timeout = {}", LOCK_WAIT.as_millis())).await?;
    // An earlier attempt may have done the first of its two halves, or both.
    let sql = format!(
        "SELECT inhdetachpending FROM pg_inherits WHERE inhrelid = {}::regclass",
        quote_literal(partition)
    );
    let rest = match bulkhead_connect::answer(client, &sql).await?.first().map(String::as_str) {
        None => return client.batch_execute("RESET lock_timeout").await,
        Some("t") => "FINALIZE",
        Some(_) => "CONCURRENTLY",
    };
    let detached =
        client.batch_execute(&format!("ALTER TABLE {parent} DETACH PARTITION {partition} {rest}")).await;
    client.batch_execute("RESET lock_timeout").await?;
    detached
}

/// Drops a table that is no partition any more.
pub(super) async fn drop(client: &Client, table: &str) -> Result<(), Error> {
    client.batch_execute(&format!("{}; DROP TABLE {table}; COMMIT", begin())).await
}

/// Notes on a partition what is to become of it.
pub(super) async fn comment(client: &Client, table: &str, comment: &str) -> Result<(), Error> {
    let sql = format!("{}; COMMENT ON TABLE {table} IS {}; COMMIT", begin(), quote_literal(comment));
    client.batch_execute(&sql).await
}

/// Takes a note away, if it is this one.
pub(super) async fn uncomment(client: &Client, table: &str, comment: &str) -> Result<(), Error> {
    let sql = format!("SELECT obj_description({}::regclass, 'pg_class')", quote_literal(table));
    let found = bulkhead_connect::answer(client, &sql).await?;
    if found.first().map(String::as_str) != Some(comment) {
        return Ok(());
    }
    client.batch_execute(&format!("{}; COMMENT ON TABLE {table} IS NULL; COMMIT", begin())).await
}
