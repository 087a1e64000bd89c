//! The rows that an exploit needs, so that it can be pasted where the rows of the proof are not.

use std::collections::BTreeSet;

use bulkhead_connect::{quote_identifier, quote_literal};
use bulkhead_sql::{has_word, relations};
use tokio_postgres::Client;

use super::arena::{Row, ask};
use super::ground::{Ground, number, text};
use crate::ProveError;
use crate::bodies::{Functions, expanded};
use crate::isolation::scope::{Relation, RelationKind, Scope, is_named};

const KEYS: &str = "
    SELECT k.conrelid, k.confrelid, a.attname, b.attname
    FROM pg_constraint AS k CROSS JOIN LATERAL unnest(k.conkey, k.confkey) AS u (own, other)
    JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = u.own
    JOIN pg_attribute AS b ON b.attrelid = k.confrelid AND b.attnum = u.other
    WHERE k.contype = 'f' AND k.conparentid = 0 AND cardinality(k.conkey) = 1";

/// What else is asked where a relation is: the query of a view, the conditions of policies, and triggers.
const DEFINITIONS: &str = "
    SELECT c.oid, pg_get_viewdef(c.oid) FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('v', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
    UNION ALL
    SELECT p.polrelid, concat_ws(' ', pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
    FROM pg_policy AS p
    UNION ALL
    SELECT g.tgrelid, f.prosrc FROM pg_trigger AS g JOIN pg_proc AS f ON f.oid = g.tgfoid WHERE NOT g.tgisinternal";

/// A foreign key of one column.
struct Key {
    from: u32,
    to: u32,
    column: String,
    referenced: String,
}

/// Where rows for exploits are taken from.
pub(super) struct Seeds<'s> {
    client: &'s Client,
    scope: &'s Scope,
    ground: &'s Ground,
    bodies: &'s Functions,
    keys: Vec<Key>,
    /// Relations with texts that lead to others.
    definitions: Vec<(u32, String)>,
}

/// Rows on their way into an exploit, parents first.
#[derive(Default)]
struct Sown {
    seen: BTreeSet<(u32, Row)>,
    inserts: Vec<String>,
}

impl<'s> Seeds<'s> {
    pub(super) async fn read(
        client: &'s Client,
        scope: &'s Scope,
        ground: &'s Ground,
        bodies: &'s Functions,
    ) -> Result<Seeds<'s>, ProveError> {
        let key = |row: &Row| Key {
            from: number(row, 0),
            to: number(row, 1),
            column: text(row, 2),
            referenced: text(row, 3),
        };
        let keys = ask(client, KEYS).await?.iter().map(key).collect();
        let definitions = ask(client, DEFINITIONS).await?;
        let definitions = definitions.iter().map(|row| (number(row, 0), text(row, 1))).collect();
        Ok(Seeds { client, scope, ground, bodies, keys, definitions })
    }

    /// An exploit that first makes the rows of A and B that it reads, names or is admitted by, with their parents.
    pub(super) async fn sow(&self, exploit: &str, about: &str) -> Result<String, ProveError> {
        let Some(begin) = exploit.rfind("BEGIN;\n").map(|at| at + "BEGIN;\n".len()) else {
            return Ok(exploit.to_owned());
        };
        let meant = self.meant(&format!("{exploit} {about}"));
        let mut sown = Sown::default();
        for relation in self.scope.relations.iter().filter(|relation| meant.contains(&relation.oid)) {
            let Some(rows) = self.ground.rows.get(&relation.oid) else { continue };
            let is_told = |row: &&Row| self.is_told(relation, row, exploit);
            let told = rows.samples_b.iter().filter(is_told);
            let first = rows.sample_a.iter().chain(rows.samples_b.first());
            for row in first.chain(told) {
                self.plant(relation, row.clone(), &mut sown).await?;
            }
        }
        // What a row that the exploit writes refers to.
        for key in self.keys.iter().filter(|key| meant.contains(&key.from)) {
            let Some(parent) = self.scope.relation(key.to) else { continue };
            let Some(rows) = self.ground.rows.get(&key.to) else { continue };
            for row in
                rows.sample_a.iter().chain(&rows.samples_b).filter(|row| self.is_told(parent, row, exploit))
            {
                self.plant(parent, row.clone(), &mut sown).await?;
            }
        }
        let views = self.scope.relations.iter().filter(|relation| {
            relation.kind == RelationKind::MaterializedView && has_word(exploit, &relation.name)
        });
        let refresh: String =
            views.map(|view| format!("REFRESH MATERIALIZED VIEW {};\n", view.name)).collect();
        if sown.inserts.is_empty() {
            return Ok(exploit.to_owned());
        }
        Ok(format!(
            "{}-- The rows that it needs; without triggers, and those that are there stay as they are.\n\
             SET LOCAL session_replication_role = replica;\n{}SET LOCAL session_replication_role = origin;\n{refresh}{}",
            &exploit[..begin],
            sown.inserts.concat(),
            &exploit[begin..]
        ))
    }

    /// The tables that a text leads to, through views, policies, triggers and functions, and those that say who belongs
    /// to whom.
    fn meant(&self, text: &str) -> BTreeSet<u32> {
        let membership = self.scope.tenancy.context.membership.as_ref();
        let root = self.scope.root().map(|root| root.oid);
        let mut meant: BTreeSet<u32> = root.into_iter().collect();
        let mut texts = vec![expanded(self.bodies, text)];
        while let Some(text) = texts.pop() {
            let mentioned = relations(&text);
            for relation in &self.scope.relations {
                let is_mentioned = mentioned.iter().any(|mention| {
                    mention.name == relation.table
                        && mention.schema.as_ref().is_none_or(|schema| *schema == relation.schema)
                });
                let is_of_users = membership.is_some_and(|it| is_named(relation, &it.table));
                if (is_mentioned || is_of_users || has_word(&text, &relation.name))
                    && meant.insert(relation.oid)
                {
                    let of_it = self.definitions.iter().filter(|(of, _)| *of == relation.oid);
                    texts.extend(of_it.map(|(_, definition)| expanded(self.bodies, definition)));
                }
            }
        }
        meant
    }

    /// Whether an exploit gives the key of a row.
    fn is_told(&self, relation: &Relation, row: &Row, exploit: &str) -> bool {
        let value = |key: &String| {
            let place = relation.columns.iter().position(|column| column.name == *key)?;
            row.get(place)?.clone()
        };
        let values: Option<Vec<String>> = relation.key.iter().map(value).collect();
        values.is_some_and(|values| {
            !values.is_empty() && values.iter().all(|value| exploit.contains(&quote_literal(value)))
        })
    }

    /// Adds a row behind those that it refers to.
    async fn plant(&self, relation: &Relation, row: Row, sown: &mut Sown) -> Result<(), ProveError> {
        let mut ways = vec![(relation, row)];
        let mut inserts = Vec::new();
        while let Some((relation, row)) = ways.pop() {
            if !sown.seen.insert((relation.oid, row.clone())) {
                continue;
            }
            inserts.extend(insert(relation, &row));
            for key in self.keys.iter().filter(|key| key.from == relation.oid) {
                let place = relation.columns.iter().position(|column| column.name == key.column);
                let value = place.and_then(|place| row.get(place).cloned().flatten());
                let (Some(value), Some(parent)) = (value, self.scope.relation(key.to)) else { continue };
                let (name, column) = (&parent.name, quote_identifier(&key.referenced));
                let above = format!("SELECT * FROM {name} WHERE {column} = {}", quote_literal(&value));
                ways.extend(ask(self.client, &above).await?.into_iter().map(|row| (parent, row)));
            }
        }
        inserts.reverse();
        sown.inserts.extend(inserts);
        Ok(())
    }
}

/// The statement that makes a row; `None` for what is no table.
fn insert(relation: &Relation, row: &Row) -> Option<String> {
    if !matches!(relation.kind, RelationKind::Table | RelationKind::Partitioned) {
        return None;
    }
    let columns = relation.columns.iter().zip(row).filter(|(column, _)| !column.generated);
    let given =
        columns.filter_map(|(column, value)| Some((column.name.as_str(), quote_literal(value.as_deref()?))));
    Some(format!("{} ON CONFLICT DO NOTHING;\n", super::values::insert(&relation.name, given)))
}
