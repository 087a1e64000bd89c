//! What the server is told about constraints and sequences.

use bulkhead_connect::{quote_identifier, quote_literal};

use super::{Run, State, own};
use crate::GenerateError;
use crate::scale::crop::Source;
use crate::scale::maker::Maker;

impl Run<'_> {
    /// Lets foreign keys of a cycle be checked at the end. Returns those that did not allow it before.
    pub(super) async fn defer(&self, late: &[usize]) -> Result<Vec<(String, String)>, GenerateError> {
        let mut strict = Vec::new();
        for key in late.iter().map(|key| &self.schema.references[*key]) {
            let table = &self.schema.tables[key.child].name;
            let name = quote_identifier(&key.name);
            let sql = format!(
                "SELECT condeferrable FROM pg_constraint WHERE conrelid = {}::regclass AND conname = {}",
                quote_literal(table),
                quote_literal(&key.name)
            );
            let rows = bulkhead_connect::rows(self.client, &sql).await.map_err(own)?;
            if rows.first().and_then(|row| row.get(0)) == Some("f") {
                let sql = format!("ALTER TABLE {table} ALTER CONSTRAINT {name} DEFERRABLE");
                self.client.batch_execute(&sql).await.map_err(own)?;
                strict.push((table.clone(), name.clone()));
            }
            let schema = table.split('.').next().unwrap_or_default();
            let sql = format!("SET CONSTRAINTS {schema}.{name} DEFERRED");
            self.client.batch_execute(&sql).await.map_err(own)?;
        }
        Ok(strict)
    }

    /// Checks what was put off, and makes it strict again.
    pub(super) async fn undefer(&self, strict: &[(String, String)]) -> Result<(), GenerateError> {
        self.client.batch_execute("SET CONSTRAINTS ALL IMMEDIATE").await.map_err(own)?;
        for (table, name) in strict {
            let sql = format!("ALTER TABLE {table} ALTER CONSTRAINT {name} NOT DEFERRABLE");
            self.client.batch_execute(&sql).await.map_err(own)?;
        }
        Ok(())
    }

    /// Lets sequences go on behind the numbers that were sent.
    pub(super) async fn advance_sequences(&self, state: &State, table: usize) -> Result<(), GenerateError> {
        let found = &self.schema.tables[table];
        let numbered = |source: &Source| matches!(source, Source::Made { maker: Maker::Serial { .. }, .. });
        if !state.world.tables[table].sources.iter().any(numbered) {
            return Ok(());
        }
        let rows = bulkhead_connect::rows(self.client, include_str!("../../queries/sequences.sql"))
            .await
            .map_err(own)?;
        for row in rows.iter().filter(|row| row.get(0) == Some(&found.plain_name)) {
            let (Some(column), Some(sequence)) = (row.get(1), row.get(2)) else { continue };
            let sql = format!(
                "SELECT setval({}::regclass, greatest((SELECT max({}) FROM {}), (SELECT last_value FROM {sequence})))",
                quote_literal(sequence),
                quote_identifier(column),
                found.name
            );
            self.client.batch_execute(&sql).await.map_err(own)?;
        }
        Ok(())
    }
}
