//! Attacks by listening: every session may LISTEN on every channel, so what B's writes and calls put into the payload of
//! a notification is told to all.

use bulkhead_sql::has_word;

use super::arguments::columns::family;
use super::{Function, injection};
use crate::bodies::{Functions, expanded};
use crate::isolation::attack::Field;
use crate::isolation::attack::arena::{Attack, Attacker, LEAVE, Outcome};
use crate::isolation::attack::belonging::path_columns;
use crate::isolation::attack::context::State;
use crate::isolation::attack::diagnose::{add, severity};
use crate::isolation::attack::marks::mentions;
use crate::isolation::attack::oracles::Constraint;
use crate::isolation::attack::report::Verb;
use crate::isolation::attack::triggers::{Triggered, copies};
use crate::isolation::scope::Relation;
use crate::{Finding, ProveError};

const KIND: &str = "notify_payload";
const ALOUD: &str = include_str!("channels.sql");
const HEARD: &str = "SELECT concat_ws(' ', current_setting('bulkhead.told', true), current_setting('bulkhead.told_as', true))";

/// How many calls of a function are tried.
const CALLS: usize = 3;

/// Something of B's that may notify.
struct Source {
    object: String,
    done: String,
    /// What is done as B, with what makes the session B's.
    deeds: Vec<String>,
    fix: String,
}

/// Lets B write tables and call functions that notify, and looks what everybody hears.
pub(in crate::isolation::attack) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    (triggered, functions, bodies): (&[Triggered], &[Function], &Functions),
    constraints: &[Constraint],
) -> Result<(), ProveError> {
    let notifies = |text: &str| {
        let text = text.to_lowercase();
        has_word(&text, "pg_notify") || has_word(&text, "notify")
    };
    let mut sources = Vec::new();
    for table in triggered.iter().filter(|table| notifies(&table.text)) {
        let Some(relation) = field.scope.relation(table.relation) else { continue };
        let as_other = field.arena.contexts.sql(State::Other);
        let deeds = copies::writes(field, relation, &table.text);
        sources.push(Source {
            object: relation.name.clone(),
            done: format!("wrote in {}", relation.name),
            deeds: deeds.into_iter().map(|deed| format!("{as_other}{deed};\n")).collect(),
            fix: format!("-- Let the triggers on {} send the key of the row and no more.", relation.name),
        });
    }
    let own = functions.iter().filter(|function| function.attacker == place);
    for function in own.filter(|it| notifies(&expanded(bodies, &it.body))) {
        let as_other = field.arena.as_other(attacker);
        let calls = function.fitting(field, CALLS).into_iter().filter(|it| !injection::is_text(&it.sql));
        sources.push(Source {
            object: function.signature.clone(),
            done: format!("called {}", function.signature),
            deeds: calls.map(|call| format!("{as_other}{};\n{LEAVE}", call.sql)).collect(),
            fix: format!("-- Let {} send the key of a row and no more.", function.signature),
        });
    }
    let contents = contents(field, constraints);
    for source in sources {
        let attacks: Vec<Attack<'_>> = source
            .deeds
            .iter()
            .map(|deed| Attack {
                attacker,
                state: State::Own,
                prepare: format!("{ALOUD}{deed}"),
                sql: HEARD.to_owned(),
                judge: String::new(),
            })
            .collect();
        for (attack, outcome) in attacks.iter().zip(field.arena.run_all(&attacks).await?) {
            let Outcome::Done { rows, .. } = outcome else { continue };
            let heard = rows.last().and_then(|row| row.first()?.clone()).unwrap_or_default();
            let is_told = contents.iter().any(|content| content.is_in(&heard));
            field.count(&source.object, attacker, Verb::Select, is_told);
            if is_told {
                let finding = finding(field, attacker, &source, (attack, &heard));
                add(field, finding);
                break;
            }
        }
    }
    Ok(())
}

/// What a column of B's row holds that is no key, and says something.
struct Content {
    column: String,
    value: String,
    /// Whether the value alone is known again.
    marked: bool,
}

impl Content {
    fn is_in(&self, heard: &str) -> bool {
        if self.marked {
            return heard.contains(&self.value);
        }
        let named = format!("\"{}\"", self.column);
        heard.match_indices(&named).any(|(at, _)| {
            let rest = heard[at + named.len()..].trim_start_matches([' ', ':', '"']);
            rest.strip_prefix(&self.value).is_some_and(|rest| rest.starts_with(['"', ',', '}', ' ', '.']))
        })
    }
}

/// What may not be told. Keys and what refers to keys are told to whoever is to look a row up.
fn contents(field: &Field<'_>, constraints: &[Constraint]) -> Vec<Content> {
    let refers = |relation: &Relation, column: &str| {
        let mut keys = constraints.iter().filter(|it| it.is_reference && it.relation == relation.oid);
        keys.any(|key| key.columns.iter().any(|it| it == column))
    };
    let mut contents = Vec::new();
    for relation in &field.scope.relations {
        let Some(rows) = field.ground.rows.get(&relation.oid) else { continue };
        let path = path_columns(relation);
        for (at, column) in relation.columns.iter().enumerate() {
            let name = &column.name;
            if relation.key.contains(name) || path.contains(&name.as_str()) || refers(relation, name) {
                continue;
            }
            let is_number = matches!(family(&column.data_type), "number" | "decimal");
            for value in rows.samples_b.iter().filter_map(|row| row.get(at)?.clone()) {
                let marked = mentions(&value);
                if marked || is_number {
                    contents.push(Content { column: name.clone(), value, marked });
                }
            }
        }
    }
    contents
}

fn finding(
    field: &Field<'_>,
    attacker: &Attacker,
    source: &Source,
    (attack, heard): (&Attack<'_>, &str),
) -> Finding {
    let heard: String = heard.chars().take(200).collect();
    Finding {
        kind: KIND.to_owned(),
        object: source.object.clone(),
        objects: Vec::new(),
        severity: severity(KIND),
        place: None,
        exploit: Some(field.arena.exploit(attack)),
        observed: format!(
            "tenant B {}, and every session that listens, as {} as tenant A may, is told what is in the row: {heard}",
            source.done, attacker.role
        ),
        fix: Some(source.fix.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_count_under_their_name_alone() {
        let content = Content { column: "total".to_owned(), value: "12".to_owned(), marked: false };
        for (heard, wanted) in [
            ("{\"total\": 12}", true),
            ("{\"total\":\"12\",\"id\":1}", true),
            ("{\"total\":120}", false),
            ("{\"id\": 12}", false),
            ("12", false),
        ] {
            assert_eq!(content.is_in(heard), wanted, "{heard}");
        }
    }
}
