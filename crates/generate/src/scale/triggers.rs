//! Silences the triggers that people wrote, and wakes them as they were. Foreign keys are none of them.

use bulkhead_connect::quote_identifier;
use tokio_postgres::Client;

use crate::GenerateError;

/// A trigger that is on.
pub(super) struct Trigger {
    table: String,
    name: String,
    enabled: String,
}

const QUERY: &str = "
    SELECT t.tgrelid::regclass::text, t.tgname, t.tgenabled::text
    FROM pg_trigger AS t
    JOIN pg_class AS c ON c.oid = t.tgrelid
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND c.relkind IN ('r', 'p')
      AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'bulkhead')
    ORDER BY 1, 2";

/// Silences all that are on.
pub(super) async fn silence(client: &Client) -> Result<Vec<Trigger>, GenerateError> {
    let own = |error: tokio_postgres::Error| GenerateError::of(&error);
    let rows = bulkhead_connect::rows(client, QUERY).await.map_err(own)?;
    let text = |row: &tokio_postgres::SimpleQueryRow, column| row.get(column).unwrap_or_default().to_owned();
    let triggers: Vec<Trigger> = rows
        .iter()
        .map(|row| Trigger { table: text(row, 0), name: text(row, 1), enabled: text(row, 2) })
        .collect();
    set(client, &triggers, |_| "DISABLE").await?;
    Ok(triggers)
}

/// Wakes them.
pub(super) async fn wake(client: &Client, triggers: &[Trigger]) -> Result<(), GenerateError> {
    set(client, triggers, |trigger| if trigger.enabled == "A" { "ENABLE ALWAYS" } else { "ENABLE" }).await
}

async fn set(
    client: &Client,
    triggers: &[Trigger],
    verb: impl Fn(&Trigger) -> &str,
) -> Result<(), GenerateError> {
    let statement = |trigger: &Trigger| {
        format!(
            "ALTER TABLE ONLY {} {} TRIGGER {};",
            trigger.table,
            verb(trigger),
            quote_identifier(&trigger.name)
        )
    };
    let script: String = triggers.iter().map(statement).collect();
    client.batch_execute(&script).await.map_err(|error| GenerateError::of(&error))
}
