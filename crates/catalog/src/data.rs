//! The rows of a database, summed up table by table.

use std::collections::BTreeMap;

use bulkhead_connect::quote_literal;
use serde::Serialize;
use tokio_postgres::{Client, Error};

/// What the tables hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Data {
    /// By table, qualified; partitions stand for themselves.
    pub tables: BTreeMap<String, TableData>,
}

/// What one table holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TableData {
    /// How many rows.
    pub rows: u64,
    /// A sum over the digests of all rows, whatever their order.
    pub digest: String,
}

const TABLES: &str = "
    SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname)
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'bulkhead')
      AND NOT (n.nspname = {ledger_schema} AND c.relname = 'schema_migrations')
    ORDER BY 1";

impl Data {
    /// Reads every row of every table once. Takes a role that row security does not bind.
    pub async fn read(client: &Client, ledger_schema: &str) -> Result<Data, Error> {
        let tables = TABLES.replace("{ledger_schema}", &quote_literal(ledger_schema));
        let tables = bulkhead_connect::answer(client, &tables).await?;
        if tables.is_empty() {
            return Ok(Data::default());
        }
        let sums: Vec<String> = tables
            .iter()
            .map(|table| {
                format!(
                    "SELECT {}, count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) FROM ONLY {table} AS t",
                    quote_literal(table)
                )
            })
            .collect();
        let rows = bulkhead_connect::rows(client, &sums.join(" UNION ALL ")).await?;
        let tables = rows.iter().map(|row| {
            let text = |index| row.get(index).unwrap_or_default();
            let data = TableData { rows: text(1).parse().unwrap_or(0), digest: text(2).to_owned() };
            (text(0).to_owned(), data)
        });
        Ok(Data { tables: tables.collect() })
    }

    /// The tables whose rows differ, with how many rows each side has; a table that one side lacks counts as empty.
    pub fn differences(&self, other: &Data) -> Vec<(String, u64, u64)> {
        let empty = TableData { rows: 0, digest: "0".to_owned() };
        let names =
            self.tables.keys().chain(other.tables.keys().filter(|name| !self.tables.contains_key(*name)));
        let differ = names.filter_map(|name| {
            let (before, after) =
                (self.tables.get(name).unwrap_or(&empty), other.tables.get(name).unwrap_or(&empty));
            (before != after).then(|| (name.clone(), before.rows, after.rows))
        });
        differ.collect()
    }
}
