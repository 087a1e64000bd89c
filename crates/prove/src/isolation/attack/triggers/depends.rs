//! What triggers fill into rows of A's from rows of B, without a mark: a number, a date, a yes or no. The same is written
//! where B has no rows; what is in A's rows only while B's are there, and each time the same, is taken from them.

use std::collections::{BTreeMap, BTreeSet};

use bulkhead_connect::{quote_identifier, quote_literal};
use bulkhead_sql::has_word;
use serde_json::Value as Json;

use super::finding;
use crate::ProveError;
use crate::isolation::attack::arena::{Attack, Outcome, Row};
use crate::isolation::attack::belonging::{is_of, path_columns};
use crate::isolation::attack::diagnose::add;
use crate::isolation::attack::functions::arguments::columns::words_of;
use crate::isolation::attack::functions::refusals::has_value;
use crate::isolation::attack::ground::text;
use crate::isolation::attack::oracles::Constraint;
use crate::isolation::attack::oracles::numbers::ORDERS;
use crate::isolation::attack::report::Verb;
use crate::isolation::attack::{Field, without};
use crate::isolation::scope::Relation;

/// Statements that look something up.
const LOOKS: &[&str] = &["select", "from", "into"];

/// What the rows of A hold: by table and column, all values.
type Held = BTreeMap<(String, String), BTreeSet<String>>;

/// What was taken from B's rows.
struct Taken<'a> {
    /// The attack, judged by whether a row of A's holds it.
    attack: Attack<'a>,
    table: String,
    column: String,
}

/// Runs writes at a table that begin with `common`, and tells the first that takes something from B. `text` is what the
/// triggers do with `tables`.
pub(in crate::isolation::attack) async fn attack(
    field: &mut Field<'_>,
    relation: &Relation,
    attacks: &[(Verb, Attack<'_>)],
    (common, text): (&str, &str),
    (tables, constraints): (&[&Relation], &[Constraint]),
) -> Result<(), ProveError> {
    let written: Vec<Attack<'_>> = attacks.iter().map(|(_, attack)| attack.clone()).collect();
    let Some((first, attack)) = attacks.first() else { return Ok(()) };
    let taken = taken(field, &written, (common, text), (tables, constraints)).await?;
    field.count(&relation.name, attack.attacker, *first, taken.is_some());
    if let Some(Taken { attack, table, column }) = taken {
        let observed = format!(
            "{} as tenant A wrote a row of its own in {}; triggers then filled {column} of a row of tenant A in {table} from \
             rows of tenant B",
            attack.attacker.role, relation.name
        );
        let finding = finding(field, "secdef_trigger_cross_write", relation, &attack, observed);
        add(field, finding);
    }
    Ok(())
}

/// Runs the writes with B's rows and without them.
async fn taken<'a>(
    field: &Field<'_>,
    attacks: &[Attack<'a>],
    (common, text): (&str, &str),
    (tables, constraints): (&[&Relation], &[Constraint]),
) -> Result<Option<Taken<'a>>, ProveError> {
    if attacks.is_empty() || !LOOKS.iter().any(|word| has_word(&text.to_lowercase(), word)) {
        return Ok(None);
    }
    let judge = held_by_a(field, tables);
    let without_b = format!("{common}{}", without::removal(field));
    let judged = |begin: &str| -> Vec<Attack<'a>> {
        let written = attacks.iter().map(|attack| {
            let own = attack.prepare.strip_prefix(common).unwrap_or(&attack.prepare);
            Attack { prepare: format!("{begin}{own}"), judge: judge.clone(), ..attack.clone() }
        });
        written.collect()
    };
    let (with, alone) = (judged(common), judged(&without_b));
    let filled = field.arena.run_after(common, &with).await?;
    let bare = field.arena.run_after(&without_b, &alone).await?;
    for (place, (filled, bare)) in filled.iter().zip(&bare).enumerate() {
        let news = news(filled, bare);
        let told = news.iter().find(|((table, column), value)| {
            !has_value(&attacks[place].sql, value) && may_tell(tables, constraints, table, column, text)
        });
        let Some((of, value)) = told else { continue };
        let again = field.arena.run_all(&[with[place].clone(), alone[place].clone()]).await?;
        let [filled, bare] = again.as_slice() else { continue };
        let is_again = self::news(filled, bare).iter().any(|(it, found)| it == of && found == value);
        if is_again && !sees_b(field, &with[place], common, tables).await? {
            let (table, column) = of.clone();
            let Some(judge) = question(field, tables, &table, &column, value) else { continue };
            let attack = Attack { judge, ..with[place].clone() };
            return Ok(Some(Taken { attack, table, column }));
        }
    }
    Ok(None)
}

/// One question for all that A's rows hold.
fn held_by_a(field: &Field<'_>, tables: &[&Relation]) -> String {
    let held = tables.iter().filter_map(|relation| {
        let of_a = is_of(field.scope, relation, "t", &field.probe.tenants[0])?;
        let name = quote_literal(&relation.name);
        Some(format!("SELECT {name}, to_jsonb(t)::text FROM {} AS t WHERE {of_a}", relation.name))
    });
    held.collect::<Vec<_>>().join("\nUNION ALL ")
}

fn held(rows: &[Row]) -> Held {
    let mut held = Held::new();
    for row in rows.iter().filter(|row| row.len() == 2) {
        let Ok(Json::Object(columns)) = serde_json::from_str(&text(row, 1)) else { continue };
        for (column, value) in columns {
            let value = match value {
                Json::Null => continue,
                Json::String(it) => it,
                other => other.to_string(),
            };
            held.entry((text(row, 0), column)).or_default().insert(value);
        }
    }
    held
}

/// What A's rows hold beyond what they hold without B.
fn news(filled: &Outcome, bare: &Outcome) -> Vec<((String, String), String)> {
    let (Outcome::Done { judged: filled, .. }, Outcome::Done { judged: bare, .. }) = (filled, bare) else {
        return Vec::new();
    };
    let (filled, bare) = (held(filled), held(bare));
    let beyond = filled.into_iter().flat_map(|(of, values)| {
        let known = bare.get(&of).cloned().unwrap_or_default();
        let new: Vec<_> = values.difference(&known).map(|it| (of.clone(), it.clone())).collect();
        new
    });
    beyond.collect()
}

/// Whether a value in a column tells anything: what is the one of its kind among all tenants' has to differ from theirs, and
/// what puts rows in order is for machines.
fn may_tell(tables: &[&Relation], constraints: &[Constraint], table: &str, column: &str, text: &str) -> bool {
    let Some(relation) = tables.iter().find(|it| it.name == table) else { return false };
    let path = path_columns(relation);
    let is_global = constraints.iter().any(|it| {
        !it.is_reference
            && it.relation == relation.oid
            && it.columns.iter().any(|name| name == column)
            && !it.columns.iter().any(|name| path.contains(&name.as_str()))
    });
    let is_order = words_of(column).last().is_some_and(|word| ORDERS.contains(&word.as_str()));
    let is_digest = without::DIGESTS.iter().any(|word| column.contains(word));
    has_word(text, column)
        && !is_global
        && !is_order
        && !is_digest
        && !path.contains(&column)
        && !relation.key.iter().any(|it| it == column)
}

/// Whether A may see rows of B in one of the tables anyway.
async fn sees_b(
    field: &Field<'_>,
    attack: &Attack<'_>,
    common: &str,
    tables: &[&Relation],
) -> Result<bool, ProveError> {
    let looks: Vec<Attack<'_>> = tables
        .iter()
        .filter_map(|relation| {
            let of_b = is_of(field.scope, relation, "t", &field.probe.tenants[1])?;
            let sql = format!("SELECT count(*) FROM {} AS t WHERE {of_b}", relation.name);
            Some(Attack { prepare: common.to_owned(), sql, judge: String::new(), ..attack.clone() })
        })
        .collect();
    Ok(field.arena.run_all(&looks).await?.iter().any(|outcome| outcome.counted() > 0))
}

/// How many rows of A's hold the value.
fn question(
    field: &Field<'_>,
    tables: &[&Relation],
    table: &str,
    column: &str,
    value: &str,
) -> Option<String> {
    let relation = tables.iter().find(|it| it.name == table)?;
    let of_a = is_of(field.scope, relation, "t", &field.probe.tenants[0])?;
    let held = format!("to_jsonb(t.{}) #>> '{{}}'", quote_identifier(column));
    Some(format!("SELECT count(*) FROM {table} AS t WHERE ({of_a}) AND {held} = {}", quote_literal(value)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn done(rows: &[(&str, &str)]) -> Outcome {
        let judged = rows
            .iter()
            .map(|(table, row)| vec![Some((*table).to_owned()), Some((*row).to_owned())])
            .collect();
        Outcome::Done { rows: Vec::new(), judged }
    }

    #[test]
    fn what_is_there_only_with_b_is_new() {
        let bare = done(&[("m", r#"{"no": 1, "opening": null}"#), ("n", r#"{"no": 7}"#)]);
        for (filled, wanted) in [
            (r#"{"no": 1, "opening": null}"#, None),
            (r#"{"no": 1, "opening": 48213}"#, Some(("opening", "48213"))),
            (r#"{"no": 1, "opening": false}"#, Some(("opening", "false"))),
            (r#"{"no": 1}"#, None),
        ] {
            let found = news(&done(&[("m", filled), ("n", r#"{"no": 7}"#)]), &bare);
            let found = found.first().map(|((_, column), value)| (column.as_str(), value.as_str()));
            assert_eq!(found, wanted, "{filled}");
        }
    }
}
