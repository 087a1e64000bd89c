//! Any number of rows for any schema, computed from a seed number and loaded by binary COPY.
//!
//! Every value is a function of the seed number, the table, the column and the number of the row. What a foreign key
//! holds is computed from the number of the row that it points to: nothing is looked up and nothing is remembered, so
//! memory does not grow with the rows, and the number of threads changes nothing.
//!
//! The server is asked once per table which values it takes ([`prepare`]). From that follows where each column comes
//! from ([`settle`]). A few rows are tried; what the server refuses makes the rows plainer ([`refusal`]); then all are
//! sent ([`load`]). Constraints, policies and triggers are on all the time, and everything is one transaction.

mod ask;
mod crop;
mod digits;
mod follow;
mod guards;
mod ladder;
mod load;
mod maker;
mod order;
mod prepare;
mod refusal;
mod report;
mod rule;
mod run;
mod settle;
mod states;
mod triggers;
mod wire;
mod world;
mod zipf;

use tokio_postgres::Client;

pub use report::{Scale, ScaleProgress, ScaleReport, ScaledTable};

use crate::GenerateError;
use crate::schema::Schema;
use crate::tenancy::{Ownership, Tenancy};

/// Two seeds at once would meet in every table; the second waits. The number is that of all seeds.
const LOCK: &str = "SELECT pg_advisory_xact_lock(x'62756c6b73656564'::bigint)";

/// Fills a database with made-up rows, all in one transaction, and gathers statistics afterwards.
///
/// Rows that are there are kept. A table that cannot be filled does not keep the others from it; the report says why.
/// With `dry_run` nothing is sent, and the report says what would be.
pub async fn scale(
    client: &Client,
    tenancy: &Tenancy<'_>,
    wanted: &Scale,
    watch: &mut dyn FnMut(ScaleProgress<'_>),
) -> Result<ScaleReport, GenerateError> {
    let own = |error: tokio_postgres::Error| GenerateError::of(&error);
    let schema = Schema::read(client).await?;
    let ownership = Ownership::of(&schema, tenancy)?;
    let begin = format!(
        "BEGIN; SET LOCAL jit = off; SET LOCAL standard_conforming_strings = on; \
         SET LOCAL client_min_messages = error; SET LOCAL statement_timeout = 0; {LOCK}"
    );
    client.batch_execute(&begin).await.map_err(own)?;
    let has_tenants = tenancy.root.is_some() || tenancy.key.is_some();
    let run = run::Run::new(client, &schema, &ownership, wanted, has_tenants);
    let made = run.make(watch).await;
    let end = if made.is_ok() && !wanted.dry_run { "COMMIT" } else { "ROLLBACK" };
    let ended = client.batch_execute(end).await.map_err(own);
    let report = made?;
    ended?;
    if !wanted.dry_run {
        watch(ScaleProgress::Analyzing);
        let waiting = report.tables.iter().filter(|table| table.rows > 0 && !table.analyzed);
        let waiting: Vec<&str> = waiting.map(|table| table.name.as_str()).collect();
        if !waiting.is_empty() {
            client.batch_execute(&format!("ANALYZE {}", waiting.join(", "))).await.map_err(own)?;
        }
    }
    Ok(report)
}
