//! What tenant A does with its own rows, in an open transaction: what must still work when a hole is closed.

use std::collections::BTreeMap;

use bulkhead_connect::{ServerError, quote_identifier, quote_literal};
use futures_util::future;
use tokio_postgres::{Client, SimpleQueryMessage};

use crate::ProveError;
use crate::isolation::attack::arena::{Attacker, POLICIES_ALONE, Row, ask};
use crate::isolation::attack::belonging::is_of;
use crate::isolation::attack::context::{Contexts, State};
use crate::isolation::attack::ground::{Ground, text};
use crate::isolation::attack::values::{insert, value};
use crate::isolation::attack::{Probe, Verb, attackers, is_table};
use crate::isolation::reach::Reach;
use crate::isolation::scope::{Relation, RelationKind, Scope};

/// How many of A's rows are tried.
const ROWS: usize = 20;

/// How many rows of its own a role reads or writes, by role, relation and verb. What it cannot do is not in it.
pub(in crate::isolation) type Abilities = BTreeMap<(String, String, Verb), u64>;

/// What A's roles are tried with.
pub(in crate::isolation) struct Own<'a> {
    client: &'a Client,
    contexts: Contexts,
    attackers: Vec<Attacker>,
    tries: Vec<Try>,
}

/// One statement on A's rows.
struct Try {
    relation: String,
    verb: Verb,
    /// What the superuser does first.
    prepare: String,
    sql: String,
}

impl<'a> Own<'a> {
    /// Looks for A's rows with a superuser's session.
    pub(in crate::isolation) async fn read(
        client: &'a Client,
        scope: &Scope,
        probe: &Probe,
    ) -> Result<Own<'a>, ProveError> {
        let reach = Reach::read(client, scope).await?;
        let attackers = attackers(client, scope, probe, &reach).await?;
        let ground = Ground::read(client, scope, probe, &attackers, &mut Vec::new()).await?;
        let mut tries = Vec::new();
        for relation in &scope.relations {
            if !is_table(relation) {
                tries.extend(of_view(relation));
                continue;
            }
            let Some(of_a) = is_of(scope, relation, "t", &probe.tenants[0]) else { continue };
            let name = &relation.name;
            let places = format!("SELECT t.tableoid, t.ctid FROM {name} AS t WHERE {of_a} LIMIT {ROWS}");
            // Whose rows cannot be told is told elsewhere.
            let Ok(places) = ask(client, &places).await else { continue };
            let sample = ground.rows.get(&relation.oid).and_then(|rows| rows.sample_a.as_ref());
            if !places.is_empty() {
                tries.extend(of_table(relation, &places, &of_a, sample));
            }
        }
        let contexts = Contexts::new(&scope.tenancy, probe);
        Ok(Own { client, contexts, attackers, tries })
    }

    /// Tries everything in the open transaction, and takes it back.
    pub(in crate::isolation) async fn abilities(&self) -> Result<Abilities, ProveError> {
        let mut able = Abilities::new();
        for attacker in &self.attackers {
            let done = future::join_all(self.tries.iter().map(|it| self.run(attacker, it))).await;
            for (it, rows) in self.tries.iter().zip(done) {
                if let Some(rows) = rows?.filter(|rows| *rows > 0) {
                    able.insert((attacker.role.clone(), it.relation.clone(), it.verb), rows);
                }
            }
        }
        Ok(able)
    }

    /// How many rows a statement met; `None` where it was refused. The three messages are sent together.
    async fn run(&self, attacker: &Attacker, it: &Try) -> Result<Option<u64>, ProveError> {
        let entry = attacker.enter(&self.contexts, State::Own);
        let opening = format!("SAVEPOINT own;\n{}{entry}", it.prepare);
        // Where the opening is refused, so is everything up to the rollback.
        let (_, done, ended) = future::join3(
            self.client.simple_query(&opening),
            self.client.simple_query(&it.sql),
            self.client.simple_query("ROLLBACK TO SAVEPOINT own; RELEASE SAVEPOINT own"),
        )
        .await;
        ended.map_err(|error| ProveError::of(&error))?;
        match done {
            Ok(messages) => Ok(Some(met(&messages))),
            Err(error) => ServerError::of(&error).map(|_| None).ok_or_else(|| ProveError::lost(&error)),
        }
    }
}

/// How many rows a statement gave or touched.
fn met(messages: &[SimpleQueryMessage]) -> u64 {
    let touched = messages.iter().rev().find_map(|message| match message {
        SimpleQueryMessage::CommandComplete(rows) => Some(*rows),
        _ => None,
    });
    touched.unwrap_or_default()
}

/// A view is read as it is: it may put rows together, so that one row stands for all.
fn of_view(relation: &Relation) -> Option<Try> {
    (relation.kind == RelationKind::View).then(|| Try {
        relation: relation.name.clone(),
        verb: Verb::Select,
        prepare: String::new(),
        sql: format!("SELECT FROM {} LIMIT 1", relation.name),
    })
}

/// Reading, changing, removing and adding rows that are A's, without triggers and foreign keys.
fn of_table(relation: &Relation, places: &[Row], of_a: &str, sample: Option<&Row>) -> Vec<Try> {
    let name = &relation.name;
    let place = |row: &Row| format!("({}, {}::tid)", text(row, 0), quote_literal(&text(row, 1)));
    let places = places.iter().map(place).collect::<Vec<_>>().join(", ");
    let theirs = format!("(t.tableoid, t.ctid) IN ({places})");
    let written = relation.columns.iter().filter(|column| !column.generated);
    let attempt = |verb, prepare: &str, sql| Try {
        relation: name.clone(),
        verb,
        prepare: format!("{POLICIES_ALONE}{prepare}"),
        sql,
    };
    let mut tries = vec![
        attempt(Verb::Select, "", format!("SELECT FROM {name} AS t WHERE {theirs}")),
        attempt(Verb::Delete, "", format!("DELETE FROM {name} AS t WHERE {theirs}")),
    ];
    let columns = written.clone().map(|column| quote_identifier(&column.name));
    if let Some(column) = columns.clone().next_back() {
        let update = format!("UPDATE {name} AS t SET {column} = {column} WHERE {theirs}");
        tries.push(attempt(Verb::Update, "", update));
    }
    if let Some(sample) = sample {
        let given = written.map(|column| (column.name.as_str(), value(relation, sample, &column.name)));
        let insert = insert(name, given);
        // The row that is added is one that was there.
        tries.push(attempt(Verb::Insert, &format!("DELETE FROM {name} AS t WHERE {of_a};\n"), insert));
    }
    tries
}
