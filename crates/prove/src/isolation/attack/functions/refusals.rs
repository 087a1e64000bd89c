//! What refusals say: a function that raises an error with a value of B's row in it tells that value, mark or no mark.

use bulkhead_connect::{ServerError, quote_identifier, quote_literal};
use bulkhead_sql::has_word;

use super::Function;
use super::arguments::columns::family;
use crate::ProveError;
use crate::isolation::attack::Field;
use crate::isolation::attack::arena::{Attack, Outcome, POLICIES_ALONE};
use crate::isolation::attack::belonging::{is_of, path_columns};
use crate::isolation::scope::Relation;

/// How short a value may be to be looked for in an error.
const SHORTEST: usize = 2;

/// How many values are changed to see whether the error changes with them.
const CHANGES: usize = 4;

/// All that an error says to who caused it: the message, the detail and the hint.
pub(in crate::isolation::attack) fn said(error: &ServerError) -> String {
    match &error.hint {
        Some(hint) => format!("{error}; {hint}"),
        None => error.to_string(),
    }
}

/// Whether an error of a function holds a value of B's, shown by an error that changes when the value does.
pub(in crate::isolation::attack) async fn holds_value(
    field: &Field<'_>,
    attack: &Attack<'_>,
    function: &Function,
    error: &ServerError,
) -> Result<Option<String>, ProveError> {
    let told = said(error);
    if error.sqlstate == "42501" {
        return Ok(None);
    }
    for change in changes(field, function, &told, &attack.sql).into_iter().take(CHANGES) {
        let prepare = format!("{}{}", attack.prepare, change.sql);
        let other = field.arena.run(&Attack { prepare, ..attack.clone() }).await?;
        if let Outcome::Refused(other) = other {
            let other = said(&other);
            if other != told && has_value(&other, &change.to) && !has_value(&told, &change.to) {
                return Ok(Some(told));
            }
        }
    }
    Ok(None)
}

/// Another value in a row of B's.
struct Change {
    sql: String,
    to: String,
}

/// The values of B's rows that an error holds and the attack did not, each changed a little.
fn changes(field: &Field<'_>, function: &Function, told: &str, asked: &str) -> Vec<Change> {
    let mut changes = Vec::new();
    let named =
        |it: &&Relation| crate::isolation::attack::is_table(it) && has_word(&function.body, &it.table);
    for relation in field.scope.relations.iter().filter(named) {
        let Some(rows) = field.ground.rows.get(&relation.oid) else { continue };
        let Some(of_b) = is_of(field.scope, relation, "t", &field.probe.tenants[1]) else { continue };
        let path = path_columns(relation);
        for row in &rows.samples_b {
            for (column, value) in relation.columns.iter().zip(row) {
                let Some(value) = value.as_ref().filter(|value| value.len() >= SHORTEST) else { continue };
                let is_plain = matches!(family(&column.data_type), "number" | "decimal" | "text" | "time");
                let is_key = relation.key.contains(&column.name) || path.contains(&column.name.as_str());
                if !is_plain || is_key || column.generated || !has_value(told, value) || asked.contains(value)
                {
                    continue;
                }
                let Some(to) = other(value) else { continue };
                let name = quote_identifier(&column.name);
                let sql = format!(
                    "{POLICIES_ALONE}UPDATE {} AS t SET {name} = {} WHERE {name} = {} AND {of_b};\n\
                     SET LOCAL session_replication_role = origin;\n",
                    relation.name,
                    quote_literal(&to),
                    quote_literal(value)
                );
                changes.push(Change { sql, to });
            }
        }
    }
    changes
}

/// Whether a text holds a value that is no part of a longer word or number.
pub(in crate::isolation::attack) fn has_value(text: &str, value: &str) -> bool {
    text.match_indices(value).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let behind = text[at + value.len()..].chars().next();
        ![before, behind].into_iter().flatten().any(char::is_alphanumeric)
    })
}

/// A value of the same length whose last sign is another.
pub(in crate::isolation::attack) fn other(value: &str) -> Option<String> {
    let last = value.chars().next_back()?;
    let turned = match last {
        '0'..='7' => char::from_u32(last as u32 + 1)?,
        '8' | '9' => '2',
        'a'..='y' | 'A'..='Y' => char::from_u32(last as u32 + 1)?,
        'z' => 'a',
        'Z' => 'A',
        _ => return None,
    };
    Some(format!("{}{turned}", &value[..value.len() - last.len_utf8()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_whole_and_turned_into_others() {
        assert!(has_value("it is about 77.25 (SQLSTATE P0001)", "77.25"));
        assert!(!has_value("it is about 177.25", "77.25"));
        for (value, turned) in [("77.25", "77.26"), ("2024-01-09", "2024-01-02"), ("abz", "aba"), ("x!", "")]
        {
            assert_eq!(other(value).unwrap_or_default(), turned, "{value}");
        }
    }
}
