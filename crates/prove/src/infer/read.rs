//! Reads what the guess is made from.

use std::collections::{BTreeMap, BTreeSet};

use tokio_postgres::{Client, SimpleQueryRow};

use super::{Evidence, Policy};
use crate::{ProveError, bodies};

const COLUMNS: &str = "
    SELECT n.nspname || '.' || c.relname, a.attname, c.relrowsecurity
    FROM pg_class AS c
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'schema_migrations'
      AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'bulkhead')
    ORDER BY 1, a.attnum";

const KEYS: &str = "
    SELECT n.nspname || '.' || c.relname, a.attname, m.nspname || '.' || t.relname
    FROM pg_constraint AS k
    JOIN pg_class AS c ON c.oid = k.conrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
    JOIN pg_class AS t ON t.oid = k.confrelid JOIN pg_namespace AS m ON m.oid = t.relnamespace
    JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
    WHERE k.contype = 'f' AND cardinality(k.conkey) = 1 AND NOT c.relispartition";

const POLICIES: &str = "
    SELECT n.nspname || '.' || c.relname,
      (SELECT string_agg(CASE r.id WHEN 0 THEN 'public' ELSE (SELECT rolname FROM pg_roles WHERE oid = r.id) END,
         E'\\x01') FROM unnest(p.polroles) AS r (id)),
      concat_ws(' ', pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)),
      coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) = 'true', p.polcmd = '*',
      -- The columns of the table itself, not those of the tables that the conditions ask.
      (SELECT string_agg(DISTINCT a.attname, E'\\x01') FROM pg_depend AS d
       JOIN pg_attribute AS a ON a.attrelid = p.polrelid AND a.attnum = d.refobjsubid
       WHERE d.classid = 'pg_policy'::regclass AND d.objid = p.oid AND d.refclassid = 'pg_class'::regclass
         AND d.refobjid = p.polrelid AND d.refobjsubid > 0)
    FROM pg_policy AS p JOIN pg_class AS c ON c.oid = p.polrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE p.polpermissive AND NOT c.relispartition";

const GRANTEES: &str = "
    SELECT DISTINCT r.rolname
    FROM pg_class AS c
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    CROSS JOIN LATERAL aclexplode(c.relacl) AS g
    JOIN pg_roles AS r ON r.oid = g.grantee
    WHERE c.relkind IN ('r', 'p') AND g.grantee <> c.relowner AND NOT r.rolsuper AND NOT r.rolbypassrls
      AND r.rolname !~ '^pg_' AND n.nspname !~ '^pg_'
      AND (c.relrowsecurity OR NOT EXISTS (SELECT FROM pg_class WHERE relrowsecurity))";

/// Roles that may call functions of a schema, and that somebody logs in as or becomes.
const CALLERS: &str = "
    SELECT DISTINCT r.rolname
    FROM pg_proc AS p
    JOIN pg_namespace AS n ON n.oid = p.pronamespace
    CROSS JOIN LATERAL aclexplode(p.proacl) AS g
    JOIN pg_roles AS r ON r.oid = g.grantee
    WHERE g.privilege_type = 'EXECUTE' AND g.grantee <> p.proowner AND NOT r.rolsuper AND NOT r.rolbypassrls
      AND r.rolname !~ '^pg_' AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'bulkhead')
      AND has_schema_privilege(r.oid, n.oid, 'USAGE')
      AND (r.rolcanlogin OR EXISTS (
        SELECT FROM pg_auth_members AS m JOIN pg_roles AS a ON a.oid = m.member
        WHERE m.roleid = r.oid AND a.rolcanlogin AND NOT a.rolsuper))";

/// The first column of each primary key that has several.
const COMPOSITE: &str = "
    SELECT n.nspname || '.' || c.relname,
      (SELECT a.attname FROM pg_attribute AS a WHERE a.attrelid = k.conrelid AND a.attnum = k.conkey[1])
    FROM pg_constraint AS k
    JOIN pg_class AS c ON c.oid = k.conrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE k.contype = 'p' AND cardinality(k.conkey) > 1 AND NOT c.relispartition
      AND c.relname <> 'schema_migrations' AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'bulkhead')";

const GROUPS: &str = "
    WITH RECURSIVE member AS (
      SELECT member, roleid FROM pg_auth_members
      UNION SELECT m.member, g.roleid FROM member AS m JOIN pg_auth_members AS g ON g.member = m.roleid)
    SELECT r.rolname, g.rolname FROM member AS m
    JOIN pg_roles AS r ON r.oid = m.member JOIN pg_roles AS g ON g.oid = m.roleid";

/// Reads a database.
pub async fn read(client: &Client) -> Result<Evidence, ProveError> {
    let mut evidence = Evidence::default();
    for row in rows(client, COLUMNS).await? {
        let table = text(&row, 0);
        if row.get(2) == Some("t") {
            evidence.secured.insert(table.clone());
        }
        evidence.tables.entry(table).or_default().push(text(&row, 1));
    }
    for row in rows(client, KEYS).await? {
        evidence.keys.push((text(&row, 0), text(&row, 1), text(&row, 2)));
    }
    for row in rows(client, POLICIES).await? {
        evidence.policies.push(Policy {
            table: text(&row, 0),
            roles: text(&row, 1).split('\x01').map(str::to_owned).collect(),
            text: text(&row, 2),
            admits_all: row.get(3) == Some("t"),
            for_all: row.get(4) == Some("t"),
            columns: row
                .get(5)
                .into_iter()
                .flat_map(|names| names.split('\x01'))
                .map(str::to_owned)
                .collect(),
        });
    }
    evidence.functions = bodies::read(client).await?;
    evidence.grantees = rows(client, GRANTEES).await?.iter().map(|row| text(row, 0)).collect();
    evidence.callers = rows(client, CALLERS).await?.iter().map(|row| text(row, 0)).collect();
    evidence.firsts = rows(client, COMPOSITE).await?.iter().map(|row| (text(row, 0), text(row, 1))).collect();
    let mut groups: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in rows(client, GROUPS).await? {
        groups.entry(text(&row, 0)).or_default().insert(text(&row, 1));
    }
    evidence.groups = groups;
    Ok(evidence)
}

async fn rows(client: &Client, sql: &str) -> Result<Vec<SimpleQueryRow>, ProveError> {
    bulkhead_connect::rows(client, sql).await.map_err(|error| ProveError::of(&error))
}

fn text(row: &SimpleQueryRow, index: usize) -> String {
    row.get(index).unwrap_or_default().to_owned()
}
