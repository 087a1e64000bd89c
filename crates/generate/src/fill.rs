//! Makes the rows of a plan and inserts them, one by one.

mod insert;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use tokio_postgres::Client;

use crate::GenerateError;
use crate::chance::Chance;
use crate::generated::{Aim, aimed, leading};
use crate::hints::Hints;
use crate::judge::Row;
use crate::kind::Kind;
use crate::plan::{Plan, Slot, SlotId};
use crate::schema::{Check, Column, Schema, Table};
use crate::solve::{Failure, Options, Taken, first, sift, solve};
use crate::tenancy::{Owner, Ownership};
use crate::value::{Seat, candidates};

/// How often a row is changed because it meets another one.
const TURNS: usize = 40;
/// How often it is changed with new values before others are combined anew.
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
    /// How many rows tenants have already; numbers begin behind it.
    pub(crate) behind: usize,
    /// How often the value of a slot's column was refused because another row has it.
    pub(crate) again: &'f BTreeMap<(SlotId, usize), usize>,
}

impl Filler<'_> {
    /// Makes the rows of all slots that are not there yet. Rows that point to one that could not be made are
    /// left out without a word: the next plan knows.
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
            return Ok(Err(Failure { reason, columns: Vec::new(), taken: false }));
        }
        let aims = aims(plan, slot, table);
        let table = &if aims.is_empty() { Cow::Borrowed(table) } else { Cow::Owned(aimed(table, &aims)) };
        let mut turned: Vec<usize> = Vec::new();
        let mut last: Option<Failure> = None;
        let mut taken: Vec<Taken> = Vec::new();
        for turn in 0..TURNS {
            // New values first; then those that there are, in other combinations.
            let mut options = self.options(plan, slot, &aims, turn.min(FRESH), &turned);
            if let Err(failure) = sift(self.client, table, &mut options).await? {
                return Ok(Err(last.unwrap_or(failure)));
            }
            let (made, row) = match solve(self.client, table, &options, &taken).await? {
                Ok(row) => (insert::insert(self.client, table, &row).await?, row),
                // With other values in the turned columns there may be a solution.
                Err(failure) if turn < FRESH && last.is_some() => (Err(failure), first(&options)),
                Err(failure) => return Ok(Err(last.unwrap_or(failure))),
            };
            let failure = match made {
                Ok(row) => return Ok(Ok(row)),
                Err(failure) => failure,
            };
            let can_change = |column: &usize| {
                let free = plan.classes.known(slot.first + column).is_none() && !slot.nulls.contains(column);
                free || options[*column].len() > 1
            };
            if turn >= FRESH {
                let values = failure.columns.iter().map(|column| row[*column].clone());
                taken.push((failure.columns.clone(), values.collect()));
            }
            let blamed = failure.columns.iter().copied().filter(can_change);
            turned.extend(blamed.filter(|column| !turned.contains(column)).collect::<Vec<_>>());
            if turned.is_empty() {
                return Ok(Err(failure));
            }
            last = Some(last.unwrap_or(failure));
        }
        let reason = "no row can be made".to_owned();
        Ok(Err(last.unwrap_or(Failure { reason, columns: Vec::new(), taken: false })))
    }

    /// What each column of a slot may hold.
    fn options(&self, plan: &Plan, slot: &Slot, aims: &[Aim], turn: usize, turned: &[usize]) -> Options {
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
                    self.candidates(plan, slot, column, aims, turn)
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

    /// Candidates for a column. They are those of the column that all columns of the same class point to in
    /// the end.
    fn candidates(
        &self,
        plan: &Plan,
        slot: &Slot,
        column: usize,
        aims: &[Aim],
        turn: usize,
    ) -> Vec<Option<String>> {
        let cell = slot.first + column;
        let (source, origin) = plan.source(self.schema, self.ownership, cell);
        let from = &plan.slots[source];
        let table = &self.schema.tables[from.id.table];
        let name = &table.columns[origin].name;
        let again = self.again.get(&(from.id, origin)).copied().unwrap_or(0);
        let is_alike = turn + again == 0 && self.is_alike(from.id, origin);
        let whose = from.id.tenant.or(self.ownership.homes[from.id.table]);
        let tenant = match whose {
            Some(_) if is_alike => "each".to_owned(),
            Some(tenant) => letter(tenant),
            None => "common".to_owned(),
        };
        let own = self.behind + from.id.number + (turn + again * TURNS) * 1_000;
        let number = whose.filter(|_| !is_alike).unwrap_or(0) * self.rows_per_tenant + own;
        let seat = Seat {
            chance: self.chance.fork(&format!("{}.{name}.{tenant}", table.name), as_number(own)),
            canary: format!("bulkhead_probe_{tenant}_{}_{name}_{own}", table.own_name),
            number: as_number(number),
        };
        let mut hints = Hints::default();
        for (slot, column) in [(source, origin), (plan.place(cell).map_or(source, |(slot, _)| slot), column)]
        {
            let table = &self.schema.tables[plan.slots[slot].id.table];
            let about = |check: &&Check| table.ungenerated(&check.columns).contains(&column);
            table.checks.iter().filter(about).for_each(|check| hints.merge(check.hints.clone()));
        }
        let nullable = self.schema.tables[slot.id.table].columns[column].nullable;
        let like = Column { nullable, ..table.columns[origin].clone() };
        let of_slot = &self.schema.tables[slot.id.table];
        let mut values: Vec<Option<String>> =
            leading(of_slot, aims, column, &seat.canary, seat.number).into_iter().map(Some).collect();
        values.extend(candidates(&like, table.is_in_key(origin), &hints, &seat));
        self.prefer(plan, cell, &mut values);
        values
    }

    /// Whether all tenants have the same here, where each numbers and names for itself: the last rows are called alike, as
    /// they are where each tenant counts from one, and no others.
    fn is_alike(&self, id: SlotId, column: usize) -> bool {
        let home = self.ownership.homes[id.table];
        if id.tenant.or(home).is_none() || id.number == 0 || id.number + 1 != self.rows_per_tenant {
            return false;
        }
        let table = &self.schema.tables[id.table];
        let is_name =
            matches!(table.columns[column].kind, Kind::Integer(_) | Kind::Numeric(_) | Kind::Text(_));
        if home.is_some() {
            return is_name && table.is_in_key(column);
        }
        let owner = self.owner_columns(id.table);
        is_name && !owner.contains(&column) && table.is_within(column, &owner)
    }

    /// Brings forward what the columns of other tables take that must hold the same, and keeps tenants apart.
    fn prefer(&self, plan: &Plan, cell: usize, values: &mut Vec<Option<String>>) {
        let mut lists: Vec<&Vec<String>> = Vec::new();
        for member in plan.classes.members(cell) {
            let Some((other, column)) = plan.place(member).filter(|_| member != cell) else { continue };
            let table = &self.schema.tables[plan.slots[other].id.table];
            lists.extend(
                table.own_checks(column).map(|check| &check.hints.texts).filter(|list| !list.is_empty()),
            );
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
}

/// What the generated columns of a slot must come to, as far as that is decided.
fn aims(plan: &Plan, slot: &Slot, table: &Table) -> Vec<Aim> {
    let generated = table.columns.iter().enumerate().filter(|(_, column)| column.generated.is_some());
    let aim = |(column, _): (usize, &Column)| {
        let value = plan.classes.known(slot.first + column)?.to_owned();
        Some(Aim { column, value })
    };
    generated.filter_map(aim).collect()
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
}
