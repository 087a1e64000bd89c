//! Attacks on large objects: they have an owner and rights, but no row security, and who may read one of an owner's may
//! most often read all.

use bulkhead_connect::{quote_identifier, quote_literal};
use bulkhead_sql::has_word;

use super::arena::{Attack, Attacker, LEAVE, Outcome, ask};
use super::belonging::is_of;
use super::context::State;
use super::diagnose::{add, severity};
use super::functions::arguments::payloads;
use super::functions::{Function, Value};
use super::ground::text;
use super::marks::{CANARY, CANARY_OF_A};
use super::report::Verb;
use super::{Field, Probe, Scope};
use crate::bodies::{Functions, expanded};
use crate::isolation::scope::Relation;
use crate::{Finding, ProveError};

const KIND: &str = "large_objects";

/// What makes a large object.
const MAKES: &[&str] = &["lo_from_bytea", "lo_create", "lo_creat", "lo_import", "lo_put", "lowrite"];

/// What reads, changes or removes one.
const USES: &[&str] = &["lo_get", "loread", "lo_open", "lo_put", "lo_unlink", "lo_export", "lo_truncate"];

/// How many calls of a function that makes one are tried.
const CALLS: usize = 4;

/// Gives each row of the two tenants that has a column for the number of a large object one of its own.
pub(super) async fn fill(
    client: &tokio_postgres::Client,
    scope: &Scope,
    probe: &Probe,
) -> Result<(), ProveError> {
    for relation in scope.relations.iter().filter(|it| super::is_table(it) && it.partition_of.is_none()) {
        let Some(column) = column(relation) else { continue };
        for (tenant, mark) in probe.tenants.iter().zip([CANARY_OF_A, CANARY]) {
            let Some(of) = is_of(scope, relation, "t", tenant) else { continue };
            let (name, column) = (&relation.name, quote_identifier(column));
            let content = quote_literal(&format!("{mark}_{}_object", relation.table));
            // The owner of the table is who works with them where the application does not itself.
            let sql = format!(
                "BEGIN; SET LOCAL session_replication_role = replica;\n\
                 UPDATE {name} AS t SET {column} = lo_from_bytea(0, convert_to({content}, 'UTF8'))\n\
                 WHERE {of} AND NOT EXISTS (SELECT FROM pg_largeobject_metadata AS l WHERE l.oid = t.{column});\n\
                 DO $fill$ DECLARE what oid; BEGIN\n\
                 FOR what IN SELECT t.{column} FROM {name} AS t WHERE {of} AND t.{column} IS NOT NULL LOOP\n\
                 EXECUTE format('ALTER LARGE OBJECT %s OWNER TO %I', what, (SELECT pg_get_userbyid(relowner)\n\
                 FROM pg_class WHERE oid = {}));\n\
                 END LOOP; END $fill$; COMMIT",
                relation.oid
            );
            // Where a constraint has a say in the number, there is nothing to try.
            if client.simple_query(&sql).await.is_err() {
                ask(client, "ROLLBACK").await?;
            }
        }
    }
    Ok(())
}

/// The column for the number of a large object.
fn column(relation: &Relation) -> Option<&str> {
    let is_number = |data_type: &str| matches!(data_type, "oid" | "lo") || data_type.ends_with(".lo");
    let of_catalog = ["relid", "objid", "classid", "typid", "tableoid", "relation", "proc"];
    let is_of_catalog = |name: &str| of_catalog.iter().any(|word| name.contains(word));
    let mut columns = relation.columns.iter().filter(|it| is_number(&it.data_type) && !it.generated);
    columns.find(|it| !is_of_catalog(&it.name)).map(|it| it.name.as_str())
}

/// Reads what B makes, by itself and through functions.
pub(super) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    functions: &[Function],
    bodies: &Functions,
) -> Result<(), ProveError> {
    if attacker.superuser {
        return Ok(());
    }
    let own: Vec<&Function> = functions.iter().filter(|function| function.attacker == place).collect();
    let does = |function: &Function, words: &[&str]| {
        let text = expanded(bodies, &function.body).to_lowercase();
        words.iter().any(|word| has_word(&text, word))
    };
    let makers: Vec<&Function> = own.iter().copied().filter(|it| does(it, MAKES)).collect();
    for function in &makers {
        let calls = function.fitting(field, CALLS).into_iter().map(|call| call.sql);
        try_made(field, attacker, (&function.signature, "called"), calls.collect()).await?;
    }
    let scope = field.scope;
    for relation in scope.relations.iter().filter(|it| super::is_table(it)) {
        let Some(column) = column(relation) else { continue };
        let Some(rights) = field.ground.rights.get(&(place, relation.oid)) else { continue };
        let writes = rights.insert_columns.contains(column) || rights.update_columns.contains(column);
        let Some(theirs) = number_of_b(field, relation, column).await? else { continue };
        // Where no function makes them, the application does.
        if writes && makers.is_empty() {
            let made = format!("SELECT lo_from_bytea(0, convert_to('{CANARY}', 'UTF8'))");
            try_made(field, attacker, (&relation.name, "stored what"), vec![made]).await?;
        }
        let read = format!("SELECT lo_get({theirs})");
        try_theirs(field, attacker, (&relation.name, relation, &theirs), read).await?;
        for function in own.iter().filter(|it| it.definer && does(it, USES)) {
            for call in calls(function, &theirs) {
                try_theirs(field, attacker, (&function.signature, relation, &theirs), call).await?;
            }
        }
    }
    Ok(())
}

/// The number of the large object of B's first row.
async fn number_of_b(
    field: &Field<'_>,
    relation: &Relation,
    column: &str,
) -> Result<Option<String>, ProveError> {
    let Some(of_b) = is_of(field.scope, relation, "t", &field.probe.tenants[1]) else { return Ok(None) };
    let column = quote_identifier(column);
    let sql = format!(
        "SELECT t.{column} FROM {} AS t WHERE {of_b} AND t.{column} IS NOT NULL LIMIT 1",
        relation.name
    );
    Ok(ask(field.arena.client, &sql).await?.first().map(|row| text(row, 0)).filter(|it| !it.is_empty()))
}

/// Calls with the number for each argument that may be one.
fn calls(function: &Function, theirs: &str) -> Vec<String> {
    let is_number = |data_type: &str| matches!(data_type, "oid" | "lo" | "bigint" | "integer");
    let places = (0..function.arguments.len()).filter(|at| is_number(&function.arguments[*at].data_type));
    let value = |at: usize, place: usize| match at == place {
        true => Value { sql: theirs.to_owned(), tenant: false, key: true, name: false, content: false },
        false => payloads::otherwise(&function.arguments[place]),
    };
    let call = |at: usize| {
        let values: Vec<Value> = (0..function.arguments.len()).map(|place| value(at, place)).collect();
        function.call(&values).sql
    };
    places.map(call).collect()
}

/// Whether A reads a large object that was not there before B did something.
async fn try_made(
    field: &mut Field<'_>,
    attacker: &Attacker,
    (object, done): (&str, &str),
    deeds: Vec<String>,
) -> Result<(), ProveError> {
    let as_other = field.arena.as_other(attacker);
    for deed in deeds {
        let prepare = format!(
            "SELECT set_config('bulkhead.objects', coalesce(string_agg(oid::text, ','), ''), true)\n\
             FROM pg_largeobject_metadata;\n{as_other}{deed};\n{LEAVE}"
        );
        let sql = "SELECT length(lo_get(oid)) + 1 FROM pg_largeobject_metadata \
                   WHERE oid::text <> ALL (string_to_array(current_setting('bulkhead.objects'), ','))";
        let attack =
            Attack { attacker, state: State::Own, prepare, sql: sql.to_owned(), judge: String::new() };
        let outcome = field.arena.run(&attack).await?;
        let is_read = matches!(&outcome, Outcome::Done { rows, .. } if !rows.is_empty());
        field.count(object, attacker, Verb::Select, is_read);
        if is_read {
            let observed = format!(
                "tenant B {done} {object}, and {} as tenant A read the large object, whose number is in \
                 pg_largeobject_metadata for everybody: large objects have no row security",
                attacker.role
            );
            found(field, object, &attack, observed);
            return Ok(());
        }
    }
    Ok(())
}

/// Whether A reads, changes or removes the large object of B's row.
async fn try_theirs(
    field: &mut Field<'_>,
    attacker: &Attacker,
    (object, relation, number): (&str, &Relation, &str),
    sql: String,
) -> Result<(), ProveError> {
    let prepare = format!("-- The number is that of a large object of tenant B in {}.\n", relation.name);
    let judge = format!(
        "SELECT CASE WHEN lo_get({number}) = convert_to('{CANARY}_{}_object', 'UTF8') THEN 0 ELSE 1 END",
        relation.table
    );
    let attack = Attack { attacker, state: State::Own, prepare, sql, judge };
    let done = match field.arena.run(&attack).await? {
        Outcome::Done { rows, .. } if rows.iter().flatten().flatten().any(|it| tells(it)) => Some("read"),
        Outcome::Done { judged, .. } if judged.last().is_some_and(|row| text(row, 0) == "1") => {
            Some("changed")
        }
        // What is gone cannot be judged.
        Outcome::Unjudged(error) if error.sqlstate == "42704" => Some("removed"),
        _ => None,
    };
    field.count(object, attacker, Verb::Execute, done.is_some());
    if let Some(done) = done {
        let observed =
            format!("{} as tenant A {done} a large object of tenant B by its number", attacker.role);
        let shown = if done == "read" { Attack { judge: String::new(), ..attack } } else { attack };
        found(field, object, &shown, observed);
    }
    Ok(())
}

/// Whether an answer holds what B's large objects do, as bytes or as text.
fn tells(answer: &str) -> bool {
    let bytes: String = CANARY.bytes().map(|byte| format!("{byte:02x}")).collect();
    answer.contains(CANARY) || answer.contains(&bytes)
}

fn found(field: &mut Field<'_>, object: &str, attack: &Attack<'_>, observed: String) {
    let fix = "-- Keep the bytes in a column of a table with row security; or let only functions that compare the tenant \
               read large objects, and grant nobody rights on them.";
    let finding = Finding {
        kind: KIND.to_owned(),
        object: object.to_owned(),
        objects: Vec::new(),
        severity: severity(KIND),
        place: None,
        exploit: Some(field.arena.exploit(attack)),
        observed,
        fix: Some(fix.to_owned()),
    };
    add(field, finding);
}
