//! Copies without a mark: numbers, dates and short words that B writes, followed by what changes with them. B writes one
//! thing, and then another; where A reads the one and then the other, that is what B wrote.

use bulkhead_connect::{quote_identifier, quote_literal};
use bulkhead_sql::has_word;

use crate::ProveError;
use crate::isolation::attack::Field;
use crate::isolation::attack::arena::{Attack, Outcome, Row};
use crate::isolation::attack::belonging::{is_of, path_columns};
use crate::isolation::attack::context::State;
use crate::isolation::attack::functions::arguments::columns::family;
use crate::isolation::attack::functions::refusals::{has_value, other};
use crate::isolation::attack::oracles::make_room;
use crate::isolation::attack::values::{changed, fresh_key, insert};
use crate::isolation::scope::{Column, Relation};

/// How many columns are followed.
const COLUMNS: usize = 6;

/// What is added to a number, so that hardly any other is like it.
const BEYOND: i64 = 40_319;

/// Two values that B writes into a column, one after the other, in the same way.
struct Pair {
    column: String,
    values: [String; 2],
    writes: [String; 2],
}

/// The attack by which A reads what B has written into `relation`, and the column, if there is one. `read` asks for
/// what A sees of the copies; `text` is what the triggers do.
pub(in crate::isolation::attack) async fn found<'a>(
    field: &Field<'_>,
    read: &Attack<'a>,
    relation: &Relation,
    text: &str,
) -> Result<Option<(Attack<'a>, String)>, ProveError> {
    let pairs = pairs(field, relation, text);
    let written = |write: &String| Attack {
        prepare: format!("{}{write};\n", field.arena.contexts.sql(State::Other)),
        ..read.clone()
    };
    let before = Attack { prepare: String::new(), ..read.clone() };
    let attacks: Vec<Attack<'_>> = std::iter::once(before)
        .chain(pairs.iter().flat_map(|pair| pair.writes.iter().map(written)))
        .collect();
    let outcomes = field.arena.run_all(&attacks).await?;
    let Some(Outcome::Done { rows: before, .. }) = outcomes.first() else { return Ok(None) };
    let news = |outcome: &Outcome| -> Vec<Row> {
        match outcome {
            Outcome::Done { rows, .. } => rows.iter().filter(|row| !before.contains(row)).cloned().collect(),
            _ => Vec::new(),
        }
    };
    let holds =
        |rows: &[Row], value: &str| rows.iter().flatten().flatten().any(|cell| has_value(cell, value));
    for (pair, outcomes) in pairs.iter().zip(outcomes[1..].chunks_exact(2)) {
        let [one, two] = [news(&outcomes[0]), news(&outcomes[1])];
        let [first, second] = &pair.values;
        let is_told =
            holds(&one, first) && holds(&two, second) && !holds(&one, second) && !holds(&two, first);
        if is_told {
            return Ok(Some((written(&pair.writes[0]), pair.column.clone())));
        }
    }
    Ok(None)
}

fn pairs(field: &Field<'_>, relation: &Relation, text: &str) -> Vec<Pair> {
    let Some(of_b) = is_of(field.scope, relation, "t", &field.probe.tenants[1]) else { return Vec::new() };
    let Some(sample) = field.ground.rows.get(&relation.oid).and_then(|rows| rows.samples_b.first()) else {
        return Vec::new();
    };
    let path = path_columns(relation);
    // The whole row may be taken at once.
    let is_whole = has_word(&text.to_lowercase(), "to_jsonb") || text.contains("NEW.*");
    let followed = relation.columns.iter().enumerate().filter(|(_, column)| {
        !column.generated
            && !path.contains(&column.name.as_str())
            && !relation.key.contains(&column.name)
            && (is_whole || has_word(text, &column.name))
    });
    let columns: Vec<&Column> = relation.columns.iter().filter(|column| !column.generated).collect();
    let mut pairs = Vec::new();
    for (place, column) in followed.take(COLUMNS) {
        for values in values(column, sample.get(place).and_then(Option::as_deref)) {
            let name = quote_identifier(&column.name);
            let update = |value: &String| {
                format!("UPDATE {} AS t SET {name} = {} WHERE {of_b}", relation.name, quote_literal(value))
            };
            let inserted = |value: &String, key: &[(String, String)]| {
                let given = columns.iter().map(|it| {
                    let is_it = it.name == column.name;
                    let own = || changed(relation, sample, key, &it.name);
                    (it.name.as_str(), if is_it { quote_literal(value) } else { own() })
                });
                insert(&relation.name, given)
            };
            let fresh = fresh_key(relation, sample);
            let again =
                |value: &String| format!("{}{}", make_room(field, relation, sample), inserted(value, &[]));
            let pair =
                |writes: [String; 2]| Pair { column: column.name.clone(), values: values.clone(), writes };
            pairs.push(pair(values.each_ref().map(update)));
            pairs.push(pair(values.each_ref().map(again)));
            if !fresh.is_empty() {
                pairs.push(pair(values.each_ref().map(|value| inserted(value, &fresh))));
            }
        }
    }
    pairs
}

/// Pairs of values that a column may hold: first such as hardly any other is, then such as differ little from what is there.
fn values(column: &Column, held: Option<&str>) -> Vec<[String; 2]> {
    let near = held.filter(|held| held.len() > 1).and_then(|held| {
        let one = other(held)?;
        let two = other(&one)?;
        Some([one, two])
    });
    let far = match family(&column.data_type) {
        "number" | "decimal" => {
            let whole = held.unwrap_or("0").split('.').next().unwrap_or_default();
            let whole = whole.parse::<i64>().ok();
            whole.map(|whole| [BEYOND, BEYOND + 1].map(|more| whole.saturating_add(more).to_string()))
        }
        "time" => Some(match column.data_type.as_str() {
            "date" => ["2031-03-07", "2031-03-08"].map(str::to_owned),
            _ => ["2031-03-07 01:02:03", "2031-03-08 01:02:03"].map(str::to_owned),
        }),
        "uuid" => Some(
            ["b0000000-0000-4000-8000-00000000f1e1", "b0000000-0000-4000-8000-00000000f1e2"]
                .map(str::to_owned),
        ),
        "text" => Some(["qx-41", "qx-42"].map(str::to_owned)),
        _ => return Vec::new(),
    };
    far.into_iter().chain(near).collect()
}
