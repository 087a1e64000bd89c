//! Attacks through views: writes, and filters that are passed by.

pub(super) mod check_options;
pub(super) mod through;

use std::collections::BTreeSet;

use bulkhead_connect::{quote_identifier, quote_literal};

use super::arena::{Attack, Attacker, Outcome, POLICIES_ALONE, Row, ask};
use super::belonging::{is_of, path_columns};
use super::context::State;
use super::diagnose::{add, severity};
use super::ground::{Rights, number, text};
use super::oracles::Constraint;
use super::report::Verb;
use super::values::{fresh_key, value};
use super::{Field, without};
use crate::isolation::scope::{Relation, RelationKind};
use crate::{Finding, ProveError};

/// What was met through a view.
pub(super) struct Met {
    pub attacker: usize,
    pub view: u32,
    pub verb: Verb,
    /// Whether rows went through a filter that does not show them.
    pub past_filter: bool,
    pub exploit: String,
    pub observed: String,
}

/// Which relations a view reads, directly.
const BASES: &str = "
    SELECT DISTINCT r.ev_class, d.refobjid
    FROM pg_rewrite AS r JOIN pg_depend AS d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
    WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid <> r.ev_class
    ORDER BY r.ev_class, d.refobjid";

/// A function that anybody may make, cheap enough to run before everything else, which keeps what it is
/// shown.
const SPY: &str = "\
CREATE TEMP TABLE bulkhead_loot (seen text);
CREATE FUNCTION pg_temp.bulkhead_spy(text) RETURNS boolean COST 0.0000001 LANGUAGE plpgsql AS $spy$
BEGIN INSERT INTO bulkhead_loot VALUES ($1); RETURN true; END $spy$;
";

/// Tries to write through views, and to look behind their filters.
pub(super) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    constraints: &[Constraint],
) -> Result<(), ProveError> {
    if field.bases.is_empty() {
        let rows = ask(field.arena.client, BASES).await?;
        field.bases = rows.iter().map(|row| (number(row, 0), number(row, 1))).collect();
    }
    let scope = field.scope;
    for view in scope.relations.iter().filter(|relation| relation.kind == RelationKind::View) {
        if reads_tenants(field, view) {
            write(field, place, attacker, view).await?;
            through::attack(field, (place, attacker), view, constraints).await?;
            spy(field, place, attacker, view).await?;
        }
    }
    Ok(())
}

async fn write(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    view: &Relation,
) -> Result<(), ProveError> {
    let statements = statements(field, place, view);
    if statements.is_empty() {
        return Ok(());
    }
    let digest = without::digest(field);
    let before = ask(field.arena.client, &digest).await?;
    let mut attacks = Vec::new();
    for (verb, sql) in statements {
        // With triggers for INSTEAD OF, without them for what they would refuse.
        for prepare in [POLICIES_ALONE, ""] {
            let (prepare, judge, sql) = (prepare.to_owned(), digest.clone(), sql.clone());
            attacks.push((verb, Attack { attacker, state: State::Own, prepare, sql, judge }));
        }
    }
    let list: Vec<Attack<'_>> = attacks.iter().map(|(_, attack)| attack.clone()).collect();
    let outcomes = field.arena.run_all(&list).await?;
    for ((verb, attack), outcome) in attacks.into_iter().zip(outcomes) {
        let changed = match &outcome {
            Outcome::Done { judged, .. } => changed(&before, judged),
            _ => Vec::new(),
        };
        field.count(&view.name, attacker, verb, !changed.is_empty());
        let Some(table) = changed.first() else { continue };
        let question = match verb {
            Verb::Delete => gone(field, table),
            _ => format!("SELECT count(*) FROM {table} WHERE xmin = pg_current_xact_id()::xid"),
        };
        let exploit = field.arena.exploit(&Attack { judge: question, ..attack });
        let observed = format!(
            "{} as tenant A changed rows of tenant B in {} through {}",
            attacker.role,
            changed.join(", "),
            view.name
        );
        field.views.push(Met {
            attacker: place,
            view: view.oid,
            verb,
            past_filter: false,
            exploit,
            observed,
        });
    }
    Ok(())
}

/// Asks how many rows of B a table has lost.
fn gone(field: &Field<'_>, table: &str) -> String {
    let relation = field.scope.relations.iter().find(|relation| relation.name == table);
    let of_b = relation.and_then(|it| is_of(field.scope, it, "t", &field.probe.tenants[1]));
    let before = relation.and_then(|it| field.ground.rows.get(&it.oid)).map_or(0, |rows| rows.of_b.len());
    format!("SELECT {before} - count(*) FROM {table} AS t WHERE {}", of_b.as_deref().unwrap_or("true"))
}

/// The tables whose sums differ.
fn changed(before: &[Row], after: &[Row]) -> Vec<String> {
    before.iter().filter(|row| !after.contains(row)).map(|row| text(row, 0)).collect()
}

/// Writes without a column read, where the right to them is there.
fn statements(field: &Field<'_>, place: usize, view: &Relation) -> Vec<(Verb, String)> {
    let Some(rights) = field.ground.rights.get(&(place, view.oid)) else { return Vec::new() };
    let name = &view.name;
    let mut statements = Vec::new();
    let base = base(field, view);
    let sample = base.and_then(|base| Some((base, field.ground.rows.get(&base.oid)?.samples_b.first()?)));
    let Some((base, sample)) = sample else { return statements };
    let path = path_columns(base);
    let is_known = |column: &str| base.columns.iter().any(|it| it.name == column);
    let plain = &field.ground.facts[&base.oid].plain;
    let updated =
        rights.update_columns.iter().filter(|column| is_known(column) && !path.contains(&column.as_str()));
    let mut updated: Vec<&String> = updated.collect();
    updated.sort_by_key(|column| (base.key.contains(column), !plain.contains(*column)));
    if let Some(column) = updated.first() {
        let value = value(base, sample, column);
        statements.push((Verb::Update, format!("UPDATE {name} SET {} = {value}", quote_identifier(column))));
    }
    let moved = path.iter().all(|column| is_known(column) && rights.update_columns.contains(*column));
    if moved && !path.is_empty() {
        let assign =
            |column: &&str| format!("{} = {}", quote_identifier(column), value(base, sample, column));
        let assignments: Vec<String> = path.iter().map(assign).collect();
        statements.push((Verb::Update, format!("UPDATE {name} SET {}", assignments.join(", "))));
    }
    if rights.delete {
        statements.push((Verb::Delete, format!("DELETE FROM {name}")));
    }
    let inserted: Vec<&String> = rights.insert_columns.iter().filter(|column| is_known(column)).collect();
    if !inserted.is_empty() {
        let fresh = fresh_key(base, sample);
        let value = |column: &&String| match fresh.iter().find(|(name, _)| name == *column) {
            Some((_, value)) => value.clone(),
            None => value(base, sample, column),
        };
        let columns: Vec<String> = inserted.iter().map(|column| quote_identifier(column)).collect();
        let values: Vec<String> = inserted.iter().map(value).collect();
        let sql = format!("INSERT INTO {name} ({}) VALUES ({})", columns.join(", "), values.join(", "));
        statements.push((Verb::Insert, sql));
    }
    statements
}

/// Lets a function of the attacker's own see rows before the view's filter does.
async fn spy(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    view: &Relation,
) -> Result<(), ProveError> {
    let Some(rights) = field.ground.rights.get(&(place, view.oid)) else { return Ok(()) };
    if rights.select_columns.is_empty() {
        return Ok(());
    }
    let columns: Vec<String> =
        rights.select_columns.iter().map(|it| format!("v.{}", quote_identifier(it))).collect();
    let row = format!("concat_ws(' | ', {})", columns.join(", "));
    let name = &view.name;
    let sql = format!("{SPY}SELECT count(*) FROM {name} AS v WHERE pg_temp.bulkhead_spy({row})");
    let judge = "SELECT seen FROM bulkhead_loot".to_owned();
    let spied = Attack { attacker, state: State::Own, prepare: String::new(), sql, judge };
    let shown =
        Attack { sql: format!("SELECT {row} FROM {name} AS v"), judge: String::new(), ..spied.clone() };
    let outcomes = field.arena.run_all(&[spied.clone(), shown]).await?;
    let [Outcome::Done { judged, .. }, Outcome::Done { rows, .. }] = outcomes.as_slice() else {
        field.count(name, attacker, Verb::Select, false);
        return Ok(());
    };
    let shown: BTreeSet<&Row> = rows.iter().collect();
    let mut hidden: Vec<&Row> = judged.iter().filter(|row| !shown.contains(row)).collect();
    if !hidden.is_empty() {
        // What is shown without B's rows as well are rows of A's own that the filter is no fence for.
        let loot = format!("{};\nSELECT seen FROM bulkhead_loot", spied.sql);
        let [.., without] = without::thrice(field, &Attack { sql: loot, ..spied.clone() }).await?;
        let own = without.unwrap_or_default();
        hidden.retain(|row| !own.contains(row));
    }
    field.count(name, attacker, Verb::Select, !hidden.is_empty());
    if let Some(first) = hidden.first() {
        let judge = format!("SELECT seen FROM bulkhead_loot WHERE seen = {}", quote_literal(&text(first, 0)));
        let exploit = field.arena.exploit(&Attack { judge, ..spied.clone() });
        let observed = format!(
            "{} as tenant A: a function in the WHERE clause was shown {} rows \
             that {name} does not show, as: {}",
            attacker.role,
            hidden.len(),
            text(first, 0)
        );
        let verb = Verb::Select;
        field.views.push(Met { attacker: place, view: view.oid, verb, past_filter: true, exploit, observed });
    }
    Ok(())
}

/// Where an attacker may write rows of a table: there, or in a view over it with the columns' own names.
pub(super) fn way<'f>(
    field: &'f Field<'_>,
    place: usize,
    relation: &'f Relation,
) -> Option<(&'f str, &'f Rights)> {
    let of = |it: &'f Relation| {
        let rights = field.ground.rights.get(&(place, it.oid))?;
        rights.insertable(relation).next().map(|_| (it.name.as_str(), rights))
    };
    of(relation).or_else(|| {
        let views = field.scope.relations.iter().filter(|it| it.kind == RelationKind::View);
        let over = views.filter(|view| base(field, view).is_some_and(|base| base.oid == relation.oid));
        over.filter_map(of).max_by_key(|(_, rights)| rights.insert_columns.len())
    })
}

/// The first table of tenants that a view reads.
pub(super) fn base<'f>(field: &Field<'f>, view: &Relation) -> Option<&'f Relation> {
    below(field, view.oid).into_iter().find_map(|oid| {
        let relation = field.scope.relation(oid)?;
        (super::is_table(relation) && relation.tenant.is_some()).then_some(relation)
    })
}

fn reads_tenants(field: &Field<'_>, view: &Relation) -> bool {
    base(field, view).is_some()
}

/// Everything that a view reads, directly or through other views.
pub(super) fn below(field: &Field<'_>, view: u32) -> BTreeSet<u32> {
    let mut found = BTreeSet::new();
    let mut queue = vec![view];
    while let Some(next) = queue.pop() {
        for (_, base) in field.bases.iter().filter(|(from, _)| *from == next) {
            if found.insert(*base) {
                queue.push(*base);
            }
        }
    }
    found
}

/// Turns what was met through views into findings.
pub(super) fn diagnose(field: &mut Field<'_>, attackers: &[Attacker]) {
    for met in std::mem::take(&mut field.views) {
        let attacker = &attackers[met.attacker];
        let Some(view) = field.scope.relation(met.view) else { continue };
        let below = below(field, met.view);
        // What the tables give away themselves is told of them, and superusers see everything.
        let open = |hole: &super::report::Hole| {
            hole.attacker == met.attacker && hole.verb == met.verb && below.contains(&hole.relation)
        };
        if attacker.superuser || attacker.bypassrls || field.holes.iter().any(open) {
            continue;
        }
        let invoker = field.ground.facts.get(&view.oid).is_some_and(|facts| facts.invoker_view);
        let by_trigger =
            field.ground.facts.get(&view.oid).is_some_and(|it| it.instead_of.contains(&met.verb));
        let (kind, fix) = match (view.kind, met.past_filter) {
            (RelationKind::MaterializedView, _) => ("matview", revoke(field, view)),
            (RelationKind::ForeignTable, _) => ("foreign_table", revoke(field, view)),
            (_, true) => {
                ("view_filter_no_barrier", format!("ALTER VIEW {} SET (security_barrier = true);", view.name))
            }
            _ if by_trigger => ("instead_of_trigger", compare_tenants(view)),
            _ if invoker => ("view_invoker_over_definer", invokers(field, &below)),
            _ if met.verb == Verb::Select => ("view_definer", invokers(field, &BTreeSet::from([view.oid]))),
            _ => ("view_definer_write", revoke_writes(field, view)),
        };
        // A view that shows rows is one finding, whatever else can be done through it.
        let shows = |known: &Finding| known.object == view.name && known.kind.starts_with("view_definer");
        if kind != "view_definer" && field.findings.iter().any(shows) {
            continue;
        }
        add(
            field,
            Finding {
                kind: kind.to_owned(),
                object: view.name.clone(),
                objects: Vec::new(),
                severity: severity(kind),
                place: None,
                exploit: Some(met.exploit),
                observed: met.observed,
                fix: Some(fix),
            },
        );
    }
}

fn revoke(field: &Field<'_>, view: &Relation) -> String {
    format!("REVOKE ALL ON {} FROM {};", view.name, field.grantees)
}

fn compare_tenants(view: &Relation) -> String {
    format!(
        "-- Let the function of the INSTEAD OF trigger on {} take the tenant from the session, and not from the row.",
        view.name
    )
}

fn revoke_writes(field: &Field<'_>, view: &Relation) -> String {
    format!("REVOKE INSERT, UPDATE, DELETE ON {} FROM {};", view.name, field.grantees)
}

/// Every view reads with the rights of who asks.
fn invokers(field: &Field<'_>, oids: &BTreeSet<u32>) -> String {
    let views = oids.iter().filter_map(|oid| field.scope.relation(*oid));
    let views = views.filter(|relation| relation.kind == RelationKind::View);
    let lines: Vec<String> =
        views.map(|view| format!("ALTER VIEW {} SET (security_invoker = true);", view.name)).collect();
    lines.join("\n")
}
