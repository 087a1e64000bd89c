//! Makes the rows of a plan and inserts them, one by one.

use std::collections::{BTreeMap, BTreeSet};

use bulkhead_connect::{ServerError, quote_identifier, quote_literal};
use tokio_postgres::{Client, SimpleQueryMessage};

use crate::GenerateError;
use crate::chance::Chance;
use crate::judge::Row;
use crate::kind::Kind;
use crate::plan::{Plan, Slot};
use crate::schema::{Schema, Table};
use crate::solve::{Failure, Options, sift, solve};
use crate::tenancy::{Owner, Ownership};
use crate::value::{Seat, candidates};

/// How often a row is changed because it meets another one.
const TURNS: usize = 40;
/// How often it is changed with new values before known ones are combined anew.
const FRESH: usize = 3;

/// What there is after the rows of a plan were made.
#[derive(Debug, Default)]
pub(crate) struct Filled {
    /// The rows by slot, as the server returned them.
    pub(crate) rows: BTreeMap<usize, Row>,
    /// The slots without a row.
    pub(crate) failures: BTreeMap<usize, Failure>,
}

/// All that is known while rows are made.
pub(crate) struct Filler<'f> {
    pub(crate) client: &'f Client,
    pub(crate) schema: &'f Schema,
    pub(crate) ownership: &'f Ownership,
    pub(crate) chance: Chance,
    pub(crate) rows_per_tenant: usize,
}

impl Filler<'_> {
    /// Makes the rows of all slots that are not there yet. Rows that point to one that could not be made are left out
    /// without a word: the next plan knows.
    pub(crate) async fn fill(&self, plan: &mut Plan) -> Result<Filled, GenerateError> {
        let mut filled = Filled::default();
        let mut missing = BTreeSet::new();
        for table in plan.order.clone() {
            for slot in plan.of_table[table].clone() {
                if plan.slots[slot].exists {
                    continue;
                }
                if plan.slots[slot].links.iter().any(|(_, parent)| missing.contains(parent)) {
                    missing.insert(slot);
                    continue;
                }
                match self.make(plan, slot).await? {
                    Ok(row) => {
                        let first = plan.slots[slot].first;
                        for (column, value) in row.iter().enumerate() {
                            if let Some(value) = value
                                && plan.classes.known(first + column).is_none()
                            {
                                plan.classes.fix(first + column, value.clone());
                            }
                        }
                        filled.rows.insert(slot, row);
                    }
                    Err(failure) => {
                        missing.insert(slot);
                        filled.failures.insert(slot, failure);
                    }
                }
            }
        }
        Ok(filled)
    }

    /// Makes and inserts the row of a slot, with other values when it meets one that is there.
    async fn make(&self, plan: &Plan, index: usize) -> Result<Result<Row, Failure>, GenerateError> {
        let slot = &plan.slots[index];
        let table = &self.schema.tables[slot.id.table];
        if !table.takes_rows {
            let reason = "the partitioned table has no partition".to_owned();
            return Ok(Err(Failure { reason, columns: Vec::new() }));
        }
        let mut turned: Vec<usize> = Vec::new();
        let mut last = None;
        for turn in 0..TURNS {
            let mut options = self.options(plan, slot, turn, &turned);
            if let Err(failure) = sift(self.client, table, &mut options).await? {
                return Ok(Err(last.unwrap_or(failure)));
            }
            if turn >= FRESH {
                rotate(&mut options, &turned, turn - FRESH + 1);
            }
            let row = match solve(self.client, table, &options).await? {
                Ok(row) => row,
                Err(failure) => {
                    if turned.is_empty() {
                        return Ok(Err(failure));
                    }
                    last = Some(failure);
                    continue;
                }
            };
            let failure = match self.insert(table, &row).await? {
                Ok(row) => return Ok(Ok(row)),
                Err(failure) => failure,
            };
            let free = |column: &usize| plan.classes.known(slot.first + column).is_none() && !slot.nulls.contains(column);
            let changeable: Vec<usize> = failure.columns.iter().copied().filter(free).collect();
            let can_be_null = failure.columns.iter().any(|column| options[*column].len() > 1);
            if changeable.is_empty() && !can_be_null {
                return Ok(Err(failure));
            }
            for column in failure.columns.iter().filter(|column| options[**column].len() > 1 || changeable.contains(column)) {
                if !turned.contains(column) {
                    turned.push(*column);
                }
            }
            last = Some(failure);
        }
        let failure = Failure { reason: "no row can be made".to_owned(), columns: Vec::new() };
        Ok(Err(last.unwrap_or(failure)))
    }

    /// What each column of a slot may hold.
    fn options(&self, plan: &Plan, slot: &Slot, turn: usize, turned: &[usize]) -> Options {
        let table = &self.schema.tables[slot.id.table];
        let owner = self.owner_columns(slot.id.table);
        let user = self.ownership.membership.filter(|(place, _)| *place == slot.id.table);
        let column_options = |column: usize| {
            let cell = slot.first + column;
            if table.columns[column].generated.is_some() || slot.nulls.contains(&column) {
                return vec![None];
            }
            let needed = owner.contains(&column)
                || plan.referenced.contains(&cell)
                || user.is_some_and(|(_, user)| user == column);
            let mut values = match plan.classes.known(cell) {
                Some(known) => {
                    let null = (table.columns[column].nullable && !needed).then_some(None);
                    return [Some(known.to_owned())].into_iter().chain(null).collect();
                }
                None => {
                    let turn = if turned.contains(&column) { turn } else { 0 };
                    self.candidates(plan, slot, column, turn)
                }
            };
            if needed {
                values.retain(Option::is_some);
            }
            values
        };
        (0..table.columns.len()).map(column_options).collect()
    }

    /// The columns that tell whose a row is.
    fn owner_columns(&self, table: usize) -> Vec<usize> {
        match self.ownership.owners[table] {
            Owner::Root(column) | Owner::Column(column) => vec![column],
            Owner::Parent(reference) => self.schema.references[reference].columns.clone(),
            Owner::Common => Vec::new(),
        }
    }

    fn candidates(&self, plan: &Plan, slot: &Slot, column: usize, turn: usize) -> Vec<Option<String>> {
        let table = &self.schema.tables[slot.id.table];
        let tenant = slot.id.tenant.map_or_else(|| "common".to_owned(), letter);
        let salt = turn * 1_000;
        let name = &table.columns[column].name;
        let number = slot.id.tenant.unwrap_or(0) * self.rows_per_tenant + slot.id.number + salt;
        let seat = Seat {
            chance: self.chance.fork(&format!("{}.{name}.{tenant}", table.name), as_number(slot.id.number + salt)),
            canary: format!("bulkhead_probe_{tenant}_{}_{name}_{}", table.own_name, slot.id.number + salt),
            number: as_number(number),
        };
        let mut hints = crate::hints::Hints::default();
        for check in table.checks.iter().filter(|check| table.ungenerated(&check.columns).contains(&column)) {
            hints.merge(check.hints.clone());
        }
        let mut values = candidates(&table.columns[column], table.is_in_key(column), &hints, &seat);
        self.prefer(plan, slot.first + column, &mut values);
        values
    }

    /// Brings forward what the columns of other tables take that must hold the same, and keeps tenants apart.
    fn prefer(&self, plan: &Plan, cell: usize, values: &mut Vec<Option<String>>) {
        let mut lists: Vec<&Vec<String>> = Vec::new();
        for member in plan.classes.members(cell) {
            let Some((other, column)) = plan.place(member).filter(|_| member != cell) else { continue };
            let table = &self.schema.tables[plan.slots[other].id.table];
            lists.extend(table.own_checks(column).map(|check| &check.hints.texts).filter(|list| !list.is_empty()));
        }
        if !lists.is_empty() {
            let liked = |value: &Option<String>| {
                value.as_ref().is_some_and(|value| lists.iter().all(|list| list.contains(value)))
            };
            values.sort_by_key(|value| !liked(value));
        }
        let root = plan.classes.find(cell);
        let tenants = plan.slots.iter().filter_map(|slot| slot.id.tenant).max().map_or(0, |most| most + 1);
        let cells = (0..tenants).map(Plan::tenant_cell);
        if cells.clone().any(|cell| plan.classes.find(cell) == root) {
            let taken: Vec<&str> = cells.filter_map(|cell| plan.classes.known(cell)).collect();
            values.retain(|value| value.as_deref().is_some_and(|value| !taken.contains(&value)));
        }
    }

    /// Inserts a row and returns it as the server stored it.
    async fn insert(&self, table: &Table, row: &Row) -> Result<Result<Row, Failure>, GenerateError> {
        let given = table.columns.iter().zip(row).filter(|(column, _)| column.generated.is_none());
        let (names, values): (Vec<String>, Vec<String>) = given
            .map(|(column, value)| {
                let value = value.as_deref().map_or_else(|| "NULL".to_owned(), quote_literal);
                (quote_identifier(&column.name), value)
            })
            .unzip();
        let what = if names.is_empty() {
            "DEFAULT VALUES".to_owned()
        } else {
            format!("({}) OVERRIDING SYSTEM VALUE VALUES ({})", names.join(", "), values.join(", "))
        };
        let all: Vec<String> = table.columns.iter().map(|column| quote_identifier(&column.name)).collect();
        let sql = format!(
            "SAVEPOINT bulkhead_row; INSERT INTO {} {what} RETURNING {}; RELEASE SAVEPOINT bulkhead_row",
            table.name,
            all.join(", ")
        );
        let error = match self.client.simple_query(&sql).await {
            Ok(answers) => {
                let row = answers.into_iter().find_map(|answer| match answer {
                    SimpleQueryMessage::Row(row) => {
                        Some((0..row.len()).map(|column| row.get(column).map(str::to_owned)).collect())
                    }
                    _ => None,
                });
                let vanished = || Failure {
                    reason: "the row was not stored: a rule or a trigger swallowed it".to_owned(),
                    columns: Vec::new(),
                };
                return Ok(row.ok_or_else(vanished));
            }
            Err(error) => error,
        };
        let server = ServerError::of(&error).ok_or_else(|| GenerateError::of(&error))?;
        let back = "ROLLBACK TO SAVEPOINT bulkhead_row; RELEASE SAVEPOINT bulkhead_row";
        self.client.batch_execute(back).await.map_err(|error| GenerateError::of(&error))?;
        let constraint = error.as_db_error().and_then(|error| error.constraint()).unwrap_or_default();
        let columns = blamed(table, &server.sqlstate, constraint);
        Ok(Err(Failure { reason: server.to_string(), columns }))
    }
}

/// The columns that a refusal is about.
fn blamed(table: &Table, sqlstate: &str, constraint: &str) -> Vec<usize> {
    match sqlstate {
        "23505" | "23P01" => {
            let named = table.keys.iter().find(|key| key.name == constraint);
            // The index of a partition has a name of its own.
            let all = || table.keys.iter().flat_map(|key| key.columns.iter().copied()).collect();
            let columns: Vec<usize> = named.map_or_else(all, |key| key.columns.clone());
            table.ungenerated(&columns)
        }
        "23514" => {
            let check = table.checks.iter().find(|check| check.name == constraint);
            check.map_or_else(Vec::new, |check| table.ungenerated(&check.columns))
        }
        _ if sqlstate.starts_with("22") || sqlstate.starts_with("42") => {
            let vague = |column: &usize| {
                matches!(table.columns[*column].kind, Kind::Other | Kind::Known(_) | Kind::Composite(_))
            };
            (0..table.columns.len()).filter(vague).collect()
        }
        _ => Vec::new(),
    }
}

/// Turns the lists of columns like the wheels of a counter, the longest list first.
fn rotate(options: &mut Options, columns: &[usize], step: usize) {
    let mut columns = columns.to_vec();
    columns.sort_by_key(|column| std::cmp::Reverse(options[*column].len()));
    let mut rest = step;
    for column in columns {
        let length = options[column].len();
        if length > 0 {
            options[column].rotate_left(rest % length);
            rest /= length;
        }
    }
}

/// `a`, `b`, … `z`, `aa` and so on.
pub(crate) fn letter(tenant: usize) -> String {
    let last = char::from(b'a' + u8::try_from(tenant % 26).unwrap_or(0));
    match tenant / 26 {
        0 => last.to_string(),
        more => letter(more - 1) + &last.to_string(),
    }
}

fn as_number(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tenants_have_letters() {
        let cases = [(0, "a"), (25, "z"), (26, "aa"), (27, "ab"), (52, "ba")];
        for (tenant, expected) in cases {
            assert_eq!(letter(tenant), expected);
        }
    }

    #[test]
    fn lists_turn_like_the_wheels_of_a_counter() {
        let list = |texts: &[&str]| texts.iter().map(|text| Some((*text).to_owned())).collect::<Vec<_>>();
        let mut seen = BTreeSet::new();
        for step in 0..6 {
            let mut options = vec![list(&["x", "y"]), list(&["1", "2", "3"])];
            rotate(&mut options, &[0, 1], step);
            seen.insert((options[0][0].clone(), options[1][0].clone()));
        }
        assert_eq!(seen.len(), 6);
    }
}
