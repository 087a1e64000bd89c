//! Rows that hang on a row of nobody's: who may not change what is common to all may not change its parts either.

use bulkhead_connect::quote_identifier;

use super::Subject;
use crate::ProveError;
use crate::isolation::attack::Field;
use crate::isolation::attack::belonging::{common_columns, is_certain, is_of};
use crate::isolation::attack::context::State;
use crate::isolation::attack::report::{Form, Hole, Verb};
use crate::isolation::attack::tables::tries::{Tries, Try};
use crate::isolation::scope::TenantPath;

/// Makes the rows that B's hang on common to all, and tries to change, remove and add rows that hang on them.
pub(super) async fn attack(field: &mut Field<'_>, subject: &Subject<'_>) -> Result<(), ProveError> {
    let Subject { place, attacker, relation, rights, rows } = *subject;
    let scope = field.scope;
    let Some(TenantPath::Parent { columns, parent, referenced }) = &relation.tenant else { return Ok(()) };
    let Some(parent) = scope.relation(*parent).filter(|parent| is_certain(scope, parent)) else {
        return Ok(());
    };
    let Some(common) = common_columns(parent) else { return Ok(()) };
    // A key that holds the tenant as well leads nowhere from a row without one.
    if referenced.iter().any(|column| common.contains(&column.as_str())) {
        return Ok(());
    }
    let Some(of_b) = is_of(scope, parent, "t", &field.probe.tenants[1]) else { return Ok(()) };
    let nulls: Vec<String> = common.iter().map(|name| format!("{} = NULL", quote_identifier(name))).collect();
    let is_common: Vec<String> =
        common.iter().map(|name| format!("p.{} IS NULL", quote_identifier(name))).collect();
    let pairs: Vec<String> = columns
        .iter()
        .zip(referenced)
        .map(|(own, other)| format!("p.{} = t.{}", quote_identifier(other), quote_identifier(own)))
        .collect();
    let name = &relation.name;
    let hangs = format!(
        "EXISTS (SELECT FROM {} AS p WHERE {} AND {})",
        parent.name,
        pairs.join(" AND "),
        is_common.join(" AND ")
    );
    let prepare = format!(
        "UPDATE {} AS t SET {} WHERE {of_b};\n\
         SELECT set_config('bulkhead.rows', count(*)::text, true) FROM {name} AS t WHERE {hangs};\n",
        parent.name,
        nulls.join(", ")
    );
    let written =
        format!("SELECT count(*) FROM {name} AS t WHERE {hangs} AND t.xmin = pg_current_xact_id()::xid");
    let gone =
        format!("SELECT current_setting('bulkhead.rows')::bigint - count(*) FROM {name} AS t WHERE {hangs}");
    let tries = Tries { field, attacker, relation, rights, rows };
    let mut attempts: Vec<Try<'_>> = Vec::new();
    let mut push = |verb: Verb, sql: String, judge: &str| {
        let mut attempt = tries.write(verb, Form::Common, State::Own, sql, judge.to_owned());
        attempt.attack.prepare.push_str(&prepare);
        attempts.push(attempt);
    };
    for assignment in tries.assignments() {
        push(Verb::Update, format!("UPDATE {name} SET {assignment}"), &written);
    }
    if rights.delete {
        push(Verb::Delete, format!("DELETE FROM {name}"), &gone);
    }
    let sample = rows.samples_b.first();
    if let Some(sql) = sample.and_then(|sample| tries.insert(sample, &tries.fresh_key(sample))) {
        push(Verb::Insert, sql, &written);
    }
    let attacks: Vec<_> = attempts.iter().map(|attempt| (attempt.verb, attempt.attack.clone())).collect();
    for (verb, attack) in attacks {
        let rows = field.arena.run(&attack).await?.judged();
        field.count(&relation.name, attacker, verb, rows > 0);
        if rows > 0 {
            let exploit = field.arena.exploit(&attack);
            let (form, state) = (Form::Common, State::Own);
            field.holes.push(Hole {
                relation: relation.oid,
                attacker: place,
                verb,
                form,
                state,
                rows,
                exploit,
            });
        }
    }
    Ok(())
}
