//! Reads the relations of a database and the keys between them.

use bulkhead_project::Tenancy;
use tokio_postgres::{Client, SimpleQueryRow};

use super::scope::{Column, ForeignKey, Relation, RelationKind, Scope};
use super::users;
use crate::ProveError;

const RELATIONS: &str = "
    SELECT c.oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname), n.nspname, c.relname, c.relkind,
      (SELECT i.inhparent FROM pg_inherits AS i WHERE i.inhrelid = c.oid AND c.relispartition),
      (SELECT array_to_string(array_agg(a.attname ORDER BY k.place), E'\\x01')
       FROM (SELECT x.indkey FROM pg_index AS x
             WHERE x.indrelid = c.oid AND x.indisunique AND x.indpred IS NULL AND x.indexprs IS NULL
             ORDER BY x.indisprimary DESC, x.indexrelid LIMIT 1) AS x
       CROSS JOIN LATERAL unnest(x.indkey) WITH ORDINALITY AS k (number, place)
       JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = k.number)
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
      AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'bulkhead')
      AND NOT (n.nspname = {ledger_schema} AND c.relname = 'schema_migrations')
      AND NOT EXISTS (
        SELECT FROM pg_depend AS d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
    ORDER BY 2";

const COLUMNS: &str = "
    SELECT a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attgenerated <> ''
    FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
      AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'bulkhead')
    ORDER BY a.attrelid, a.attnum";

const FOREIGN_KEYS: &str = "
    SELECT k.conrelid, k.confrelid,
      (SELECT string_agg(a.attname, E'\\x01' ORDER BY u.place) FROM unnest(k.conkey) WITH ORDINALITY AS u (number, place)
       JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = u.number),
      (SELECT string_agg(a.attname, E'\\x01' ORDER BY u.place) FROM unnest(k.confkey) WITH ORDINALITY AS u (number, place)
       JOIN pg_attribute AS a ON a.attrelid = k.confrelid AND a.attnum = u.number),
      NOT EXISTS (
        SELECT FROM unnest(k.conkey) AS u (number) WHERE NOT EXISTS (
          SELECT FROM pg_policy AS p JOIN pg_depend AS d ON d.classid = 'pg_policy'::regclass AND d.objid = p.oid
          WHERE p.polrelid = k.conrelid AND d.refclassid = 'pg_class'::regclass AND d.refobjid = k.conrelid
            AND d.refobjsubid = u.number))
    FROM pg_constraint AS k WHERE k.contype = 'f' ORDER BY k.conrelid, k.conname";

/// Relations with row security, and what their policies ask.
const ASKED: &str = "
    SELECT DISTINCT p.polrelid, d.refobjid FROM pg_policy AS p
    JOIN pg_class AS c ON c.oid = p.polrelid AND c.relrowsecurity
    JOIN pg_depend AS d ON d.classid = 'pg_policy'::regclass AND d.objid = p.oid
      AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> p.polrelid";

/// Relations with row security and a policy.
const SECURED: &str = "
    SELECT DISTINCT p.polrelid FROM pg_policy AS p JOIN pg_class AS c ON c.oid = p.polrelid AND c.relrowsecurity";

impl Scope {
    /// Reads the relations of a database and decides whose rows they hold.
    pub async fn read(client: &Client, tenancy: Tenancy, ledger_schema: &str) -> Result<Scope, ProveError> {
        let relations = RELATIONS.replace("{ledger_schema}", &bulkhead_connect::quote_literal(ledger_schema));
        let (relations, columns, keys, asked) = (
            rows(client, &relations).await?,
            rows(client, COLUMNS).await?,
            rows(client, FOREIGN_KEYS).await?,
            rows(client, ASKED).await?,
        );
        let mut relations: Vec<Relation> = relations.iter().filter_map(relation).collect();
        for row in &columns {
            let Some(of) = number(row, 0) else { continue };
            if let Some(relation) = relations.iter_mut().find(|relation| relation.oid == of) {
                relation.columns.push(Column {
                    name: text(row, 1),
                    data_type: text(row, 2),
                    not_null: row.get(3) == Some("t"),
                    generated: row.get(4) == Some("t"),
                });
            }
        }
        let keys: Vec<ForeignKey> = keys
            .iter()
            .filter_map(|row| {
                Some(ForeignKey {
                    from: number(row, 0)?,
                    to: number(row, 1)?,
                    columns: list(row, 2),
                    referenced: list(row, 3),
                    is_spoken_of: row.get(4) == Some("t"),
                })
            })
            .collect();
        let asked: Vec<(u32, u32)> =
            asked.iter().filter_map(|row| Some((number(row, 0)?, number(row, 1)?))).collect();
        let secured = rows(client, SECURED).await?;
        let secured: Vec<u32> = secured.iter().filter_map(|row| number(row, 0)).collect();
        let mut scope = Scope::decide(tenancy, relations, &keys, &asked);
        users::find(&mut scope, &keys, &secured);
        Ok(scope)
    }
}

fn relation(row: &SimpleQueryRow) -> Option<Relation> {
    let kind = match row.get(4)? {
        "r" => RelationKind::Table,
        "p" => RelationKind::Partitioned,
        "v" => RelationKind::View,
        "m" => RelationKind::MaterializedView,
        _ => RelationKind::ForeignTable,
    };
    Some(Relation {
        oid: number(row, 0)?,
        name: text(row, 1),
        schema: text(row, 2),
        table: text(row, 3),
        kind,
        partition_of: number(row, 5),
        columns: Vec::new(),
        key: list(row, 6),
        tenant: None,
    })
}

async fn rows(client: &Client, sql: &str) -> Result<Vec<SimpleQueryRow>, ProveError> {
    bulkhead_connect::rows(client, sql).await.map_err(|error| ProveError::of(&error))
}

fn number(row: &SimpleQueryRow, index: usize) -> Option<u32> {
    row.get(index)?.parse().ok()
}

fn text(row: &SimpleQueryRow, index: usize) -> String {
    row.get(index).unwrap_or_default().to_owned()
}

/// Names joined by a character that no name has.
fn list(row: &SimpleQueryRow, index: usize) -> Vec<String> {
    row.get(index).map(|text| text.split('\x01').map(str::to_owned).collect()).unwrap_or_default()
}
