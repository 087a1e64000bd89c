//! Attacks by a temporary table that has the name of one that a policy's function asks, and comes first in its path.

use bulkhead_connect::{quote_identifier, quote_literal};
use bulkhead_sql::has_word;

use super::Field;
use super::arena::{Attack, Attacker, Row, ask};
use super::context::State;
use super::diagnose::{add, severity};
use super::ground::{is, text};
use super::report::Verb;
use super::sources::{met, pairs, sample, targets};
use super::values::value;
use crate::bodies::{Functions, called, expanded};
use crate::isolation::scope::Relation;
use crate::{Finding, ProveError};

/// How many pairs of columns are tried.
const PAIRS: usize = 6;

/// Tries every table that functions of policies name.
pub(super) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    functions: &Functions,
) -> Result<(), ProveError> {
    let scope = field.scope;
    for source in scope.relations.iter().filter(|relation| super::is_table(relation)) {
        let is_named = functions.iter().any(|(_, body)| has_word(body, &source.table));
        let Some(target) = targets(field, place, source, functions).first().copied().filter(|_| is_named)
        else {
            continue;
        };
        let rows = sample(field, source).await?;
        let Some(row) = rows.first() else { continue };
        for (of, who) in pairs(field, source).into_iter().take(PAIRS) {
            let shadow = shadow(field, source, row, [&of, &who]);
            if try_shadow(field, attacker, (source, target), &shadow, functions).await? {
                break;
            }
        }
    }
    Ok(())
}

/// A temporary table like `source` with one row that lets A in with B.
fn shadow(field: &Field<'_>, source: &Relation, row: &Row, [of, who]: [&str; 2]) -> String {
    let name = quote_identifier(&source.table);
    let columns = source.columns.iter().map(|it| format!("{} {}", quote_identifier(&it.name), it.data_type));
    let values = source.columns.iter().map(|column| match column.name.as_str() {
        name if name == of => quote_literal(&field.probe.tenants[1]),
        name if name == who => quote_literal(field.arena.contexts.id(0)),
        name => value(source, row, name),
    });
    format!(
        "CREATE TEMPORARY TABLE {name} ({}) ON COMMIT DROP;\nINSERT INTO pg_temp.{name} VALUES ({});\n\
         GRANT SELECT ON pg_temp.{name} TO PUBLIC",
        columns.collect::<Vec<_>>().join(", "),
        values.collect::<Vec<_>>().join(", ")
    )
}

/// Whether A reads rows of B with the shadow there.
async fn try_shadow(
    field: &mut Field<'_>,
    attacker: &Attacker,
    (source, target): (&Relation, &Relation),
    shadow: &str,
    functions: &Functions,
) -> Result<bool, ProveError> {
    let attack = |read: &str| Attack {
        attacker,
        state: State::Own,
        prepare: String::new(),
        sql: format!("{shadow};\nSELECT {read} FROM {} AS t", target.name),
        judge: String::new(),
    };
    let outcome = field.arena.run(&attack("t.tableoid, t.ctid")).await?;
    let rows = met(field, target, &outcome);
    field.count(&target.name, attacker, Verb::Select, rows > 0);
    if rows == 0 {
        return Ok(false);
    }
    let Some((helper, definer)) = helper(field, source, target, functions).await? else { return Ok(true) };
    let kind = if definer { "secdef_search_path" } else { "policy_helper_search_path" };
    let finding = Finding {
        kind: kind.to_owned(),
        object: helper.clone(),
        objects: Vec::new(),
        severity: severity(kind),
        place: None,
        exploit: Some(field.arena.exploit(&attack("t.*"))),
        observed: format!(
            "{} as tenant A made a temporary table {}, which {helper} took for {}, and read {rows} rows of tenant B in \
             {}",
            attacker.role, source.table, source.name, target.name
        ),
        fix: Some(format!(
            "ALTER FUNCTION {helper} SET search_path = {}, pg_temp;",
            quote_identifier(&source.schema)
        )),
    };
    add(field, finding);
    Ok(true)
}

/// The function between the policies of `target` and `source`, and whether it has its owner's rights.
async fn helper(
    field: &Field<'_>,
    source: &Relation,
    target: &Relation,
    functions: &Functions,
) -> Result<Option<(String, bool)>, ProveError> {
    let policies = field.ground.facts.get(&target.oid).map_or(&[][..], |facts| &facts.policies);
    let texts = policies.iter().flat_map(|policy| [&policy.using, &policy.check]).flatten();
    let text_of_all = texts.map(|text| expanded(functions, text)).collect::<Vec<_>>().join("\n");
    let mut names = called(functions, &text_of_all).into_iter();
    let Some((name, _)) = names.find(|(_, body)| has_word(body, &source.table)) else { return Ok(None) };
    let signature = format!(
        "SELECT p.oid::regprocedure, p.prosecdef FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace \
         WHERE p.proname = {} AND n.nspname !~ '^pg_' ORDER BY 1 LIMIT 1",
        quote_literal(name)
    );
    let rows = ask(field.arena.client, &signature).await?;
    Ok(rows.first().map(|row| (text(row, 0), is(row, 1))))
}
