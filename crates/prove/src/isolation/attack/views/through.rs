//! Writes through views in the words of the views: A writes under its own name what the view shows to B, its keys
//! among it. Triggers, rules and upserts that go by the new row find B's by it.

use bulkhead_connect::quote_identifier;

use super::{Met, below};
use crate::isolation::attack::arena::{Attack, Attacker, Outcome, POLICIES_ALONE, Row, ask};
use crate::isolation::attack::context::State;
use crate::isolation::attack::diagnose::{add, severity};
use crate::isolation::attack::ground::{Rights, number, text};
use crate::isolation::attack::oracles::Constraint;
use crate::isolation::attack::report::Verb;
use crate::isolation::attack::triggers::twins::twins;
use crate::isolation::attack::values::value;
use crate::isolation::attack::{Field, without};
use crate::isolation::scope::Relation;
use crate::{Finding, ProveError};

/// How many columns are written one at a time.
const COLUMNS: usize = 8;

/// Views whose writes are made by triggers or rules.
const MADE: &str = "
    SELECT tgrelid FROM pg_trigger WHERE tgtype & 64 <> 0 AND tgenabled <> 'D'
    UNION SELECT r.ev_class FROM pg_rewrite AS r JOIN pg_class AS c ON c.oid = r.ev_class
    WHERE c.relkind = 'v' AND r.ev_type <> '1' AND r.ev_enabled <> 'D'";

/// Tries to reach B's rows by what A writes into a view.
pub(in crate::isolation::attack) async fn attack(
    field: &mut Field<'_>,
    (place, attacker): (usize, &Attacker),
    view: &Relation,
    constraints: &[Constraint],
) -> Result<(), ProveError> {
    let Some(rights) = field.ground.rights.get(&(place, view.oid)).cloned() else { return Ok(()) };
    let may_write = rights.delete || !rights.insert_columns.is_empty() || !rights.update_columns.is_empty();
    let is_known = field.views.iter().any(|met| met.view == view.oid && !met.past_filter)
        || field.findings.iter().any(|known| known.object == view.name);
    if !may_write || is_known {
        return Ok(());
    }
    let Some([own, theirs]) = shown(field, attacker, view, &rights).await? else { return Ok(()) };
    let read = below(field, view.oid);
    let view_rows = Rows { field, view, rights: &rights, own: &own, theirs: &theirs };
    let mut statements = view_rows.statements();
    for base in field
        .scope
        .relations
        .iter()
        .filter(|it| read.contains(&it.oid) && crate::isolation::attack::is_table(it))
    {
        statements.extend(view_rows.upserts(base, constraints));
    }
    let (remember, judge) = without::watch(field, &|_| true);
    let like_a = twins(field, constraints, &|it| read.contains(&it.oid));
    let attacks: Vec<(Verb, Attack<'_>)> = statements
        .into_iter()
        .map(|(verb, is_alone, sql)| {
            let alone = if is_alone { POLICIES_ALONE } else { "" };
            let prepare = format!("{like_a}{remember}{alone}");
            (verb, Attack { attacker, state: State::Own, prepare, sql, judge: judge.clone() })
        })
        .collect();
    let run: Vec<Attack<'_>> = attacks.iter().map(|(_, attack)| attack.clone()).collect();
    let outcomes = field.arena.run_after(&like_a, &run).await?;
    let mut met = None;
    for ((verb, attack), outcome) in attacks.into_iter().zip(outcomes) {
        let changed: Vec<String> = match &outcome {
            Outcome::Done { judged, .. } => judged.iter().map(|row| text(row, 0)).collect(),
            _ => Vec::new(),
        };
        field.count(&view.name, attacker, verb, !changed.is_empty());
        if !changed.is_empty() && met.is_none() {
            met = Some((verb, attack, changed));
        }
    }
    if let Some((verb, attack, changed)) = met {
        tell(field, (place, attacker), view, (verb, &attack, &changed)).await?;
    }
    Ok(())
}

/// A row that the view shows to A, and one that it shows to B.
async fn shown(
    field: &Field<'_>,
    attacker: &Attacker,
    view: &Relation,
    rights: &Rights,
) -> Result<Option<[Row; 2]>, ProveError> {
    let columns = view.columns.iter().map(|column| match rights.select_columns.contains(&column.name) {
        true => quote_identifier(&column.name),
        false => "NULL".to_owned(),
    });
    let sql = format!("SELECT {} FROM {} LIMIT 1", columns.collect::<Vec<_>>().join(", "), view.name);
    let as_ =
        |state| Attack { attacker, state, prepare: String::new(), sql: sql.clone(), judge: String::new() };
    let outcomes = field.arena.run_all(&[as_(State::Own), as_(State::Other)]).await?;
    let rows: Vec<Row> = outcomes
        .into_iter()
        .filter_map(|outcome| match outcome {
            Outcome::Done { rows, .. } => rows.into_iter().next(),
            _ => None,
        })
        .collect();
    Ok(<[Row; 2]>::try_from(rows).ok())
}

/// A view with a row of each tenant's as it shows them.
struct Rows<'v> {
    field: &'v Field<'v>,
    view: &'v Relation,
    rights: &'v Rights,
    own: &'v Row,
    theirs: &'v Row,
}

impl Rows<'_> {
    /// Statements, and whether triggers and foreign keys are off for them.
    fn statements(&self) -> Vec<(Verb, bool, String)> {
        let name = &self.view.name;
        let (rights, tenant) = (self.rights, self.tenant_columns());
        let all: Vec<&str> = self.view.columns.iter().map(|it| it.name.as_str()).collect();
        let updated: Vec<&str> =
            all.iter().copied().filter(|it| rights.update_columns.contains(*it)).collect();
        let inserted: Vec<&str> =
            all.iter().copied().filter(|it| rights.insert_columns.contains(*it)).collect();
        let differs = |it: &&str| self.theirs(it) != self.own(it) && self.theirs(it) != "NULL";
        let update = |columns: &[&str]| {
            let set = columns.iter().map(|it| format!("{} = {}", quote_identifier(it), self.theirs(it)));
            (Verb::Update, false, format!("UPDATE {name} SET {}", set.collect::<Vec<_>>().join(", ")))
        };
        let insert = |is_theirs: &dyn Fn(&str) -> bool| {
            let value = |it: &&str| if is_theirs(it) { self.theirs(it) } else { self.own(it) };
            (Verb::Insert, false, self.insert(&inserted, &value))
        };
        let mut statements = Vec::new();
        if let Some(column) = updated.last() {
            let column = quote_identifier(column);
            statements.push((Verb::Update, false, format!("UPDATE {name} SET {column} = {column}")));
        }
        statements.extend(updated.iter().filter(|it| differs(it)).take(COLUMNS).map(|it| update(&[it])));
        let others: Vec<&str> = updated.iter().copied().filter(|it| !tenant.contains(it)).collect();
        statements.extend([&others, &updated].iter().filter(|it| it.len() > 1).map(|it| update(it)));
        if !inserted.is_empty() {
            statements.push(insert(&|_| true));
            statements.push(insert(&|it| !tenant.contains(&it)));
            let single = inserted.iter().filter(|it| differs(it)).take(COLUMNS);
            statements.extend(single.map(|one| insert(&|it| it == *one)));
        }
        if rights.delete {
            statements.push((Verb::Delete, false, format!("DELETE FROM {name}")));
        }
        statements
    }

    /// B's row once more, which is there already: then it is changed, or becomes A's.
    fn upserts(&self, base: &Relation, constraints: &[Constraint]) -> Vec<(Verb, bool, String)> {
        let is_column = |name: &String| self.view.columns.iter().any(|it| it.name == *name);
        let inserted: Vec<&str> = self
            .view
            .columns
            .iter()
            .map(|it| it.name.as_str())
            .filter(|it| self.rights.insert_columns.contains(*it))
            .collect();
        let unique = constraints.iter().filter(|it| !it.is_reference && it.relation == base.oid);
        let keys = unique.map(|it| &it.columns).chain([&base.key]);
        let mut keys: Vec<&Vec<String>> =
            keys.filter(|key| !key.is_empty() && key.iter().all(is_column)).collect();
        keys.dedup();
        let tenant = self.tenant_columns();
        let taken = tenant.iter().filter(|it| self.rights.update_columns.contains(**it));
        let taken = taken.map(|it| format!("{} = {}", quote_identifier(it), self.own(it)));
        let plain = self.view.columns.iter().map(|it| it.name.as_str()).filter(|it| {
            self.rights.update_columns.contains(*it)
                && !tenant.contains(it)
                && !keys.iter().any(|key| key.iter().any(|name| name == it))
        });
        let plain = plain.take(1).map(|it| format!("{} = {}", quote_identifier(it), self.own(it)));
        let sets: Vec<String> = [taken.collect::<Vec<_>>().join(", "), plain.collect()].into();
        let mut upserts = Vec::new();
        for key in keys.iter().filter(|_| !inserted.is_empty()) {
            let insert = self.insert(&inserted, &|it| self.theirs(it));
            let on: Vec<String> = key.iter().map(|it| quote_identifier(it)).collect();
            for set in sets.iter().filter(|it| !it.is_empty()) {
                for is_alone in [true, false] {
                    let sql = format!("{insert} ON CONFLICT ({}) DO UPDATE SET {set}", on.join(", "));
                    upserts.push((Verb::Update, is_alone, sql));
                }
            }
        }
        upserts
    }

    /// The columns in which the view shows each tenant its own id.
    fn tenant_columns(&self) -> Vec<&str> {
        let tenants = &self.field.probe.tenants;
        let of = |row: &Row, place: usize, tenant: &String| row.get(place) == Some(&Some(tenant.clone()));
        let is_tenant =
            |place: usize| of(self.own, place, &tenants[0]) && of(self.theirs, place, &tenants[1]);
        let columns = self.view.columns.iter().enumerate().filter(|(place, _)| is_tenant(*place));
        columns.map(|(_, column)| column.name.as_str()).collect()
    }

    fn insert(&self, columns: &[&str], value: &dyn Fn(&&str) -> String) -> String {
        let names: Vec<String> = columns.iter().map(|it| quote_identifier(it)).collect();
        let values: Vec<String> = columns.iter().map(value).collect();
        format!("INSERT INTO {} ({}) VALUES ({})", self.view.name, names.join(", "), values.join(", "))
    }

    fn own(&self, column: &str) -> String {
        value(self.view, self.own, column)
    }

    fn theirs(&self, column: &str) -> String {
        value(self.view, self.theirs, column)
    }
}

async fn tell(
    field: &mut Field<'_>,
    (place, attacker): (usize, &Attacker),
    view: &Relation,
    (verb, attack, changed): (Verb, &Attack<'_>, &[String]),
) -> Result<(), ProveError> {
    let made = ask(field.arena.client, MADE).await?;
    let is_made = made.iter().any(|row| number(row, 0) == view.oid);
    let exploit = field.arena.exploit(attack);
    let by_trigger = field.ground.facts.get(&view.oid).is_some_and(|facts| !facts.instead_of.is_empty());
    let (kind, means) = match by_trigger {
        true => ("instead_of_trigger", "triggers"),
        false => ("rule_runs_as_owner", "rules"),
    };
    let through = if is_made { format!("; {means} of the view did it") } else { String::new() };
    let observed = format!(
        "{} as tenant A changed rows of tenant B in {} through {}{through}",
        attacker.role,
        changed.join(", "),
        view.name
    );
    if !is_made {
        let view = view.oid;
        field.views.push(Met { attacker: place, view, verb, past_filter: false, exploit, observed });
        return Ok(());
    }
    let finding = Finding {
        kind: kind.to_owned(),
        object: view.name.clone(),
        objects: Vec::new(),
        severity: severity(kind),
        place: None,
        exploit: Some(exploit),
        observed,
        fix: Some(format!(
            "-- Let the {means} of {} compare the tenant of what they change, and go by OLD rather than NEW.",
            view.name
        )),
    };
    add(field, finding);
    Ok(())
}
