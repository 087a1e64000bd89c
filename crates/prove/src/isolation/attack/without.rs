//! The database without B: what A is told must not depend on B's rows.

use std::collections::BTreeSet;

use bulkhead_connect::{ServerError, quote_literal};
use futures_util::future;

use super::arena::{Arena, Attack, POLICIES_ALONE, Row, ask, rows};
use super::belonging::is_of;
use super::context::State;
use super::ground::Ground;
use super::marks::CANARY;
use super::{Field, Untested};
use crate::ProveError;
use crate::isolation::scope::{Relation, RelationKind, Scope, TenantPath};

/// Words in the names of columns that say nothing of what they were made from.
pub(super) const DIGESTS: &[&str] = &["hash", "digest", "signature", "checksum", "fingerprint"];

/// What a question was answered with: rows in a fixed order, or the refusal.
pub(super) type Answer = Result<Vec<Row>, ServerError>;

/// SQL by which the superuser takes all rows of B away in the open transaction.
pub(super) fn removal(field: &Field<'_>) -> String {
    removal_in(field, &|_| true)
}

/// The same for some tables.
pub(super) fn removal_in(field: &Field<'_>, is_meant: &dyn Fn(&Relation) -> bool) -> String {
    let b = &field.probe.tenants[1];
    let mut filled: Vec<&Relation> = field
        .scope
        .relations
        .iter()
        .filter(|relation| field.ground.rows.get(&relation.oid).is_some_and(|rows| !rows.of_b.is_empty()))
        .filter(|relation| !is_partition(&field.ground, relation) && is_meant(relation))
        .collect();
    // A row whose tenant is found through another must go before that one.
    filled.sort_by_key(|relation| std::cmp::Reverse(depth(field.scope, relation)));
    let mut sql = POLICIES_ALONE.to_owned();
    for relation in filled {
        let Some(of_b) = is_of(field.scope, relation, "t", b) else { continue };
        if field.ground.facts.get(&relation.oid).is_some_and(|facts| facts.stubborn_triggers) {
            sql.push_str(&format!("ALTER TABLE {} DISABLE TRIGGER USER;\n", relation.name));
        }
        sql.push_str(&format!("DELETE FROM {} AS t WHERE {of_b};\n", relation.name));
    }
    for view in field.scope.relations.iter().filter(|it| it.kind == RelationKind::MaterializedView) {
        sql.push_str(&format!("REFRESH MATERIALIZED VIEW {};\n", view.name));
    }
    sql.push_str("SET LOCAL session_replication_role = origin;\n");
    sql
}

fn is_partition(ground: &Ground, relation: &Relation) -> bool {
    ground.facts.get(&relation.oid).is_some_and(|facts| facts.partition)
}

fn depth(scope: &Scope, relation: &Relation) -> usize {
    match &relation.tenant {
        Some(TenantPath::Root { .. }) | None => 0,
        Some(TenantPath::Column { .. }) => 1,
        Some(TenantPath::Parent { parent: through, .. } | TenantPath::Link { link: through, .. }) => {
            scope.relation(*through).map_or(2, |through| 1 + depth(scope, through))
        }
    }
}

/// One question for the sum of B's rows: a line for each table that holds some. A row that was written as it was
/// counts as another.
pub(super) fn digest(field: &Field<'_>) -> String {
    digest_of(field, &|_| true)
}

/// The same for some tables.
pub(super) fn digest_of(field: &Field<'_>, is_meant: &dyn Fn(&Relation) -> bool) -> String {
    let b = &field.probe.tenants[1];
    let tables = field.scope.relations.iter().filter(|relation| {
        matches!(relation.kind, RelationKind::Table | RelationKind::Partitioned)
            && !is_partition(&field.ground, relation)
            && is_meant(relation)
    });
    let sums: Vec<String> = tables
        .filter_map(|relation| {
            let of_b = is_of(field.scope, relation, "t", b)?;
            Some(format!(
                "SELECT '{}', count(*), \
                 md5(string_agg(t.xmin || t::text || t.ctid, '' ORDER BY t.xmin || t::text || t.ctid)) \
                 FROM {} AS t WHERE {of_b}",
                relation.name.replace('\'', "''"),
                relation.name
            ))
        })
        .collect();
    if sums.is_empty() { "SELECT '', 0, ''".to_owned() } else { sums.join("\nUNION ALL ") }
}

/// What the superuser does before an attack and asks after it, to be told which tables have rows of A's that hold what B
/// wrote, and what: somebody copied it for A.
pub(super) fn copied(field: &Field<'_>) -> (String, String) {
    copied_in(field, &|_| true)
}

/// The same for some tables.
pub(super) fn copied_in(field: &Field<'_>, is_meant: &dyn Fn(&Relation) -> bool) -> (String, String) {
    let tables = field.scope.relations.iter().filter(|relation| {
        matches!(relation.kind, RelationKind::Table | RelationKind::Partitioned)
            && !is_partition(&field.ground, relation)
            && is_meant(relation)
    });
    let found: Vec<String> = tables
        .filter_map(|relation| {
            let of_a = is_of(field.scope, relation, "t", &field.probe.tenants[0])?;
            Some(format!(
                "SELECT DISTINCT {}, found[1] FROM {} AS t, regexp_matches(t::text, '{CANARY}_[a-z0-9_]+', 'g') AS found \
                 WHERE {of_a}",
                quote_literal(&relation.name),
                relation.name
            ))
        })
        .collect();
    let found =
        if found.is_empty() { "SELECT '', '' WHERE false".to_owned() } else { found.join("\nUNION ") };
    let remember = format!(
        "SELECT set_config('bulkhead.copied', coalesce(string_agg(what, ' '), ''), true) \
         FROM ({found}) AS copied (name, what);\n"
    );
    let compare = format!(
        "SELECT name, what FROM ({found}) AS copied (name, what) \
         WHERE strpos(current_setting('bulkhead.copied'), what) = 0"
    );
    (remember, compare)
}

/// The tables among the answers to that question in which something is that the attack itself does not say.
pub(super) fn copied_beyond<'r>(answers: &'r [Row], sql: &str) -> BTreeSet<&'r str> {
    let part = |row: &'r Row, place: usize| row.get(place)?.as_deref();
    let tables = answers.iter().filter_map(|row| {
        let (table, what) = (part(row, 0)?, part(row, 1)?);
        // A chain of entries holds the digest of the one before, whosesoever it is.
        let is_digest = DIGESTS.iter().any(|word| what.contains(word));
        (!is_digest && !sql.contains(what)).then_some(table)
    });
    tables.collect()
}

/// What the superuser does before an attack and asks after it, to be told in which tables rows of B were written.
pub(super) fn watch(field: &Field<'_>, is_meant: &dyn Fn(&Relation) -> bool) -> (String, String) {
    let sums = format!("({}) AS of_b (name, rows, sum)", digest_of(field, is_meant));
    let remember = format!(
        "SELECT set_config('bulkhead.before', coalesce(jsonb_object_agg(name, rows || coalesce(sum, '')), '{{}}')::text, \
         true) FROM {sums};\n"
    );
    let compare = format!(
        "SELECT name FROM {sums} WHERE rows || coalesce(sum, '') \
         IS DISTINCT FROM current_setting('bulkhead.before')::jsonb ->> name"
    );
    (remember, compare)
}

/// Asks all questions in a database without B, each in the session that has its state. `None` when B's rows cannot be
/// taken away.
pub(super) async fn answers(
    field: &mut Field<'_>,
    attacks: &[Attack<'_>],
) -> Result<Option<Vec<Answer>>, ProveError> {
    let mut answers: Vec<Option<Answer>> = attacks.iter().map(|_| None).collect();
    for is_untouched in [false, true] {
        let of_session = |attack: &Attack<'_>| (attack.state == State::Never) == is_untouched;
        let (places, asked): (Vec<usize>, Vec<&Attack<'_>>) =
            attacks.iter().enumerate().filter(|(_, attack)| of_session(attack)).unzip();
        if asked.is_empty() {
            continue;
        }
        let Some(found) = answers_in_one(field, &asked).await? else { return Ok(None) };
        for (place, answer) in places.into_iter().zip(found) {
            answers[place] = Some(answer);
        }
    }
    Ok(Some(answers.into_iter().flatten().collect()))
}

/// The same for questions that belong to one session.
async fn answers_in_one(
    field: &mut Field<'_>,
    attacks: &[&Attack<'_>],
) -> Result<Option<Vec<Answer>>, ProveError> {
    let Some(first) = attacks.first() else { return Ok(Some(Vec::new())) };
    let client = field.arena.client_for(first.state);
    let limit = field.arena.timeout.as_millis();
    let begin = format!("BEGIN; SET LOCAL statement_timeout = {limit};\n{}", removal(field));
    let answers = match client.simple_query(&begin).await {
        Ok(_) => Some(future::join_all(attacks.iter().map(|attack| ask_within(&field.arena, attack))).await),
        Err(error) => {
            let server = ServerError::of(&error).ok_or_else(|| ProveError::lost(&error))?;
            field.untested.push(Untested {
                object: "views and functions".to_owned(),
                role: None,
                reason: format!("B's rows cannot be taken away for comparison: {server}"),
            });
            None
        }
    };
    ask(field.arena.client_for(first.state), "ROLLBACK").await?;
    answers.map(|answers| answers.into_iter().collect()).transpose()
}

/// Asks twice with B's rows there, and once without, all in one transaction.
pub(super) async fn thrice(field: &Field<'_>, attack: &Attack<'_>) -> Result<[Answer; 3], ProveError> {
    let client = field.arena.client_for(attack.state);
    let limit = field.arena.timeout.as_millis();
    ask(client, &format!("BEGIN; SET LOCAL statement_timeout = {limit}")).await?;
    let first = ask_within(&field.arena, attack).await?;
    let second = ask_within(&field.arena, attack).await?;
    ask(client, &removal(field)).await?;
    let third = ask_within(&field.arena, attack).await?;
    ask(client, "ROLLBACK").await?;
    Ok([first, second, third])
}

/// Asks in the open transaction, and takes back whatever the question did.
async fn ask_within(arena: &Arena<'_>, attack: &Attack<'_>) -> Result<Answer, ProveError> {
    let client = arena.client_for(attack.state);
    let opening = format!("SAVEPOINT question;\n{}", arena.entry(attack));
    let (opened, answered, ended) = future::join3(
        client.simple_query(&opening),
        client.simple_query(&attack.sql),
        client.simple_query("ROLLBACK TO SAVEPOINT question; RELEASE SAVEPOINT question"),
    )
    .await;
    ended.map_err(|error| ProveError::of(&error))?;
    opened.map_err(|error| ProveError::of(&error))?;
    match answered {
        Ok(messages) => Ok(Ok(sorted(rows(messages)))),
        Err(error) => Ok(Err(ServerError::of(&error).ok_or_else(|| ProveError::lost(&error))?)),
    }
}

pub(super) fn sorted(mut rows: Vec<Row>) -> Vec<Row> {
    rows.sort();
    rows
}
