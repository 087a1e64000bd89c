//! What the catalog and the rows say before the first attack.

use std::collections::{BTreeMap, BTreeSet};

use bulkhead_connect::quote_literal;
use futures_util::future;
use tokio_postgres::Client;

use super::arena::{Attacker, Row, ask};
use super::belonging::is_of;
use super::report::Verb;
use super::{Probe, Untested};
use crate::ProveError;
use crate::isolation::scope::{Column, Relation, RelationKind, Scope};

const RELATIONS: &str = include_str!("relations.sql");
const COLUMNS: &str = include_str!("columns.sql");
const POLICIES: &str = include_str!("policies.sql");
const RIGHTS: &str = include_str!("rights.sql");
const COLUMN_RIGHTS: &str = include_str!("column_rights.sql");

/// How many rows of each tenant are read whole.
const SAMPLES: usize = 20;

/// What the catalog says of a relation beyond its columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    pub owner: String,
    pub row_security: bool,
    pub forced: bool,
    pub partition: bool,
    /// The relations that it inherits from, partitioned or not.
    pub parents: Vec<u32>,
    pub invoker_view: bool,
    /// Triggers that fire in replica mode too.
    pub stubborn_triggers: bool,
    /// The verbs for which a view has an INSTEAD OF trigger.
    pub instead_of: BTreeSet<Verb>,
    /// Whether rules write beside what is written to it, and no trigger does.
    pub by_rules: bool,
    pub policies: Vec<Policy>,
    /// Columns without default, constraint or index; any value of the type will do there.
    pub plain: BTreeSet<String>,
    /// Columns that have a default.
    pub defaults: BTreeSet<String>,
    /// Columns of which a text names one row of all tenants', as addresses and domains do.
    pub names: BTreeSet<String>,
    /// The texts that say what columns may hold: the constraints, the labels of enums.
    pub allowed: BTreeMap<String, String>,
}

/// A policy.
#[derive(Clone, Debug)]
pub(super) struct Policy {
    pub name: String,
    pub permissive: bool,
    /// `*`, or the first letter as the catalog has it.
    pub command: char,
    /// Oids of roles; empty for everybody.
    pub roles: Vec<u32>,
    pub using: Option<String>,
    pub check: Option<String>,
}

/// What an attacker may do with a relation.
#[derive(Clone, Debug, Default)]
pub(super) struct Rights {
    pub select: bool,
    pub delete: bool,
    pub truncate: bool,
    pub references: bool,
    pub trigger: bool,
    /// Whether it has the rights of the relation's owner.
    pub owner: bool,
    pub select_columns: BTreeSet<String>,
    pub insert_columns: BTreeSet<String>,
    pub update_columns: BTreeSet<String>,
}

impl Rights {
    /// The columns of the relation that the attacker may fill.
    pub(super) fn insertable<'r>(&self, relation: &'r Relation) -> impl Iterator<Item = &'r Column> + Clone {
        let columns = relation.columns.iter().filter(|column| !column.generated);
        columns.filter(|column| self.insert_columns.contains(&column.name))
    }
}

/// The rows of a relation before the first attack.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    /// Where B's rows are: tableoid and ctid.
    pub of_b: BTreeSet<(String, String)>,
    /// Where A's rows are, which a session without a tenant must not see either.
    pub of_a: BTreeSet<(String, String)>,
    /// B's first rows, with all columns as text.
    pub samples_b: Vec<Row>,
    /// A row of A.
    pub sample_a: Option<Row>,
    /// A's first rows.
    pub samples_a: Vec<Row>,
}

/// What is known before the first attack.
#[derive(Debug, Default)]
pub(super) struct Ground {
    pub facts: BTreeMap<u32, Facts>,
    pub rows: BTreeMap<u32, Rows>,
    /// By the place of the attacker, and the relation.
    pub rights: BTreeMap<(usize, u32), Rights>,
}

impl Ground {
    pub(super) async fn read(
        client: &Client,
        scope: &Scope,
        probe: &Probe,
        attackers: &[Attacker],
        untested: &mut Vec<Untested>,
    ) -> Result<Ground, ProveError> {
        let mut ground = Ground::default();
        ground.read_facts(client).await?;
        ground.read_rights(client, attackers).await?;
        ground.read_rows(client, scope, probe, untested).await?;
        Ok(ground)
    }

    async fn read_facts(&mut self, client: &Client) -> Result<(), ProveError> {
        for row in ask(client, RELATIONS).await? {
            let facts = Facts {
                owner: text(&row, 1),
                row_security: is(&row, 2),
                forced: is(&row, 3),
                partition: is(&row, 4),
                parents: numbers(&row, 5),
                invoker_view: is(&row, 6),
                stubborn_triggers: is(&row, 7),
                instead_of: [(4, Verb::Insert), (8, Verb::Delete), (16, Verb::Update)]
                    .into_iter()
                    .filter(|(bit, _)| number(&row, 8) & bit > 0)
                    .map(|(_, verb)| verb)
                    .collect(),
                by_rules: is(&row, 9),
                ..Facts::default()
            };
            self.facts.insert(number(&row, 0), facts);
        }
        for row in ask(client, COLUMNS).await? {
            let Some(facts) = self.facts.get_mut(&number(&row, 0)) else { continue };
            if is(&row, 2) {
                facts.defaults.insert(text(&row, 1));
            }
            if is(&row, 3) {
                facts.plain.insert(text(&row, 1));
            }
            if is(&row, 4) {
                facts.names.insert(text(&row, 1));
            }
            if let Some(allowed) = row.get(5).cloned().flatten() {
                facts.allowed.insert(text(&row, 1), allowed);
            }
        }
        for row in ask(client, POLICIES).await? {
            let Some(facts) = self.facts.get_mut(&number(&row, 0)) else { continue };
            facts.policies.push(Policy {
                name: text(&row, 1),
                permissive: is(&row, 2),
                command: text(&row, 3).chars().next().unwrap_or('*'),
                roles: numbers(&row, 4),
                using: row[5].clone(),
                check: row[6].clone(),
            });
        }
        Ok(())
    }

    async fn read_rights(&mut self, client: &Client, attackers: &[Attacker]) -> Result<(), ProveError> {
        let oids: Vec<String> = attackers.iter().map(|attacker| attacker.oid.to_string()).collect();
        let roles = quote_literal(&format!("{{{}}}", oids.join(",")));
        for row in ask(client, &RIGHTS.replace("{roles}", &roles)).await? {
            let rights = Rights {
                select: is(&row, 2),
                delete: is(&row, 3),
                truncate: is(&row, 4),
                references: is(&row, 5),
                trigger: is(&row, 6),
                owner: is(&row, 7),
                ..Rights::default()
            };
            self.rights.insert((number(&row, 0) as usize, number(&row, 1)), rights);
        }
        for row in ask(client, &COLUMN_RIGHTS.replace("{roles}", &roles)).await? {
            let key = (number(&row, 0) as usize, number(&row, 1));
            let Some(rights) = self.rights.get_mut(&key) else { continue };
            let name = text(&row, 2);
            for (place, columns) in [
                (3, &mut rights.select_columns),
                (4, &mut rights.insert_columns),
                (5, &mut rights.update_columns),
            ] {
                if is(&row, place) {
                    columns.insert(name.clone());
                }
            }
        }
        Ok(())
    }

    async fn read_rows(
        &mut self,
        client: &Client,
        scope: &Scope,
        probe: &Probe,
        untested: &mut Vec<Untested>,
    ) -> Result<(), ProveError> {
        let holds_rows =
            |relation: &&Relation| matches!(relation.kind, RelationKind::Table | RelationKind::Partitioned);
        let read = scope.relations.iter().filter(holds_rows).filter_map(|relation| {
            let of_a = is_of(scope, relation, "t", &probe.tenants[0]);
            let of_b = is_of(scope, relation, "t", &probe.tenants[1]);
            (of_a.is_some() || of_b.is_some()).then(|| rows_of(client, relation, of_a, of_b))
        });
        for (relation, rows) in future::join_all(read).await {
            match rows {
                Ok(rows) => drop(self.rows.insert(relation.oid, rows)),
                Err(ProveError::Refused(error)) => untested.push(Untested {
                    object: relation.name.clone(),
                    role: None,
                    reason: format!("whose its rows are cannot be told: {error}"),
                }),
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

async fn rows_of<'r>(
    client: &Client,
    relation: &'r Relation,
    of_a: Option<String>,
    of_b: Option<String>,
) -> (&'r Relation, Result<Rows, ProveError>) {
    let name = &relation.name;
    let never = || "false".to_owned();
    let (of_a, of_b) = (of_a.unwrap_or_else(never), of_b.unwrap_or_else(never));
    let places = |of: &str| format!("SELECT t.tableoid, t.ctid FROM {name} AS t WHERE {of}");
    let (places_b, places_a) = (places(&of_b), places(&of_a));
    let samples_b = format!("SELECT t.* FROM {name} AS t WHERE {of_b} LIMIT {SAMPLES}");
    let samples_a = format!("SELECT t.* FROM {name} AS t WHERE {of_a} LIMIT {SAMPLES}");
    let read = future::try_join4(
        ask(client, &places_b),
        ask(client, &places_a),
        ask(client, &samples_b),
        ask(client, &samples_a),
    )
    .await;
    let set = |rows: &[Row]| rows.iter().map(|row| (text(row, 0), text(row, 1))).collect();
    let rows = read.map(|(places_b, places_a, samples_b, samples_a)| Rows {
        of_b: set(&places_b),
        of_a: set(&places_a),
        samples_b,
        sample_a: samples_a.first().cloned(),
        samples_a,
    });
    (relation, rows)
}

pub(super) fn text(row: &Row, index: usize) -> String {
    row.get(index).cloned().flatten().unwrap_or_default()
}

pub(super) fn is(row: &Row, index: usize) -> bool {
    row.get(index).is_some_and(|value| value.as_deref() == Some("t"))
}

pub(super) fn number(row: &Row, index: usize) -> u32 {
    text(row, index).parse().unwrap_or(0)
}

/// Numbers with commas between them.
pub(super) fn numbers(row: &Row, index: usize) -> Vec<u32> {
    text(row, index).split(',').filter_map(|part| part.parse().ok()).collect()
}
