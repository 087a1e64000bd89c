//! Asks the server once for each table which values it takes, and keeps them as ways to make any number of values.

use tokio_postgres::Client;

use super::ask::raw_values;
use super::ladder::{Known, ladder};
use super::maker::{Maker, Raw};
use super::states::Ties;
use crate::GenerateError;
use crate::chance::Chance;
use crate::hints::Hints;
use crate::kind::Kind;
use crate::schema::{Schema, Table};
use crate::solve::{Options, sift, solve};
use crate::value::{Seat, candidates, simple};

/// How the columns of a table can be filled, and how they are at the moment.
#[derive(Clone, Debug, Default)]
pub(super) struct Prepared {
    /// The ways for each column.
    pub(super) ladders: Vec<Vec<Maker>>,
    /// Which way is taken; further on means plainer.
    pub(super) rungs: Vec<usize>,
    /// Columns that have to be null, by the checks or because nothing else is taken.
    pub(super) nulls: Vec<bool>,
    /// Columns that a row loaded earlier counts on.
    pub(super) pinned: Vec<bool>,
    /// How often a refusal that names no column has been answered.
    pub(super) level: usize,
    /// How many times the number of rows was halved twice.
    pub(super) quarters: u32,
    /// Whether columns were left out in the hope that a trigger fills them.
    pub(super) omitted: bool,
    /// Whether no value of a single column pleased its triggers, so that none need be looked for again.
    pub(super) stubborn: bool,
    /// Whether times go with states.
    pub(super) ties: Ties,
    /// Whether the links of a key go on in step, because a trigger wants the rows they lead to to agree.
    pub(super) in_step: bool,
    /// Why it is not filled.
    pub(super) failed: Option<String>,
}

impl Prepared {
    /// The way that is taken for a column.
    pub(super) fn maker(&self, column: usize) -> Maker {
        let ladder = &self.ladders[column];
        ladder.get(self.rungs[column].min(ladder.len().saturating_sub(1))).cloned().unwrap_or(Maker::Null)
    }

    /// A way that gives each row its own value, else the one that is taken.
    pub(super) fn unique(&self, column: usize) -> Maker {
        let unique = self.ladders[column].iter().find(|maker| maker.is_unique());
        unique.cloned().unwrap_or_else(|| self.maker(column))
    }

    /// Takes this way for a column from now on; those that there were remain behind it.
    pub(super) fn fix(&mut self, column: usize, maker: Maker) {
        self.nulls[column] = maker == Maker::Null;
        self.ladders[column].retain(|other| *other != maker);
        self.ladders[column].insert(0, maker);
        self.rungs[column] = 0;
    }

    /// A table that is not filled.
    pub(super) fn failed(reason: String, columns: usize) -> Prepared {
        Prepared {
            ladders: vec![vec![Maker::Null]; columns],
            rungs: vec![0; columns],
            nulls: vec![false; columns],
            pinned: vec![false; columns],
            failed: Some(reason),
            ..Prepared::default()
        }
    }
}

/// Values of each column that are turned into their binary form.
const VALUES: usize = 48;
/// Values of a type that nothing is known about but its literals.
const SIMPLE: u64 = 16;
/// Days of a month that every month has: the first day of all times depends on the seed.
const DAYS: u64 = 28;

/// Finds a row that a table takes, and what else its columns take. The columns in `fixed` have these values.
pub(super) async fn prepare(
    client: &Client,
    schema: &Schema,
    place: usize,
    needed: &[usize],
    word: &str,
    seed: u64,
    fixed: &[(usize, String)],
) -> Result<Prepared, GenerateError> {
    let table = &schema.tables[place];
    let columns = table.columns.len();
    if !table.takes_rows {
        return Ok(Prepared::failed("the partitioned table has no partition".to_owned(), columns));
    }
    let marker = format!("{word}t0n0");
    let mut options: Options =
        (0..columns).map(|column| options(table, column, &marker, seed, needed.contains(&column))).collect();
    for (column, value) in fixed {
        options[*column] = vec![Some(value.clone())];
    }
    if let Err(failure) = sift(client, table, &mut options).await? {
        return Ok(Prepared::failed(failure.reason, columns));
    }
    please_children(schema, place, &mut options);
    let base = match solve(client, table, &options, &[]).await? {
        Ok(row) => row,
        Err(failure) => return Ok(Prepared::failed(failure.reason, columns)),
    };
    let mut prepared = Prepared::failed(String::new(), columns);
    prepared.failed = None;
    for column in 0..columns {
        let found = &table.columns[column];
        if found.generated.is_some() {
            continue;
        }
        prepared.nulls[column] = base[column].is_none();
        let mut literals: Vec<String> = options[column].iter().flatten().take(VALUES).cloned().collect();
        let checked = table.own_checks(column).next().is_some();
        if !checked && !found.kind.is_date_or_time() {
            literals.extend(others(&found.kind, &marker, seed));
        }
        if let Some(base) = &base[column]
            && !literals.contains(base)
        {
            literals.insert(0, base.clone());
        }
        let passing = raw_values(client, &found.cast, &literals).await?;
        let raw = |text: &String| -> Option<(String, Raw)> {
            passing.iter().find(|(found, _)| found == text).cloned()
        };
        let base = base[column].as_ref().and_then(raw);
        if base.is_none() && !prepared.nulls[column] {
            let reason = format!("no value is known for {} of the type {}", found.name, found.cast);
            return Ok(Prepared::failed(reason, columns));
        }
        let known = Known {
            base,
            passing,
            checked,
            named: hints(table, column).texts,
            start: 1,
            in_key: table.is_in_key(column),
            marker: marker.clone(),
        };
        prepared.ladders[column] = ladder(table, column, &known);
        if fixed.iter().any(|(other, _)| *other == column) {
            let first = prepared.ladders[column].len() - 1;
            prepared.ladders[column].drain(..first);
        }
    }
    Ok(prepared)
}

/// Keeps the values that the columns pointing to a column take as well, where their checks name them.
fn please_children(schema: &Schema, place: usize, options: &mut Options) {
    for key in schema.references.iter().filter(|key| key.parent == place && key.child != place) {
        for (&column, &referenced) in key.columns.iter().zip(&key.referenced) {
            for check in schema.tables[key.child].own_checks(column) {
                let named = |value: &&Option<String>| {
                    value.as_ref().is_some_and(|value| check.hints.texts.contains(value))
                };
                let kept: Vec<Option<String>> = options[referenced].iter().filter(named).cloned().collect();
                if !kept.is_empty() {
                    options[referenced] = kept;
                }
            }
        }
    }
}

/// Values of a type that are told apart by nothing but their number.
fn others(kind: &Kind, marker: &str, seed: u64) -> Vec<String> {
    let is_plain = matches!(
        kind,
        Kind::Interval
            | Kind::Bits(_)
            | Kind::Enum(_)
            | Kind::Range(_)
            | Kind::Multirange(_)
            | Kind::Composite(_)
            | Kind::Vector(_)
            | Kind::Known(_)
    );
    let numbers = if is_plain { SIMPLE } else { 0 };
    let value = |number| simple(kind, &mut seat(marker, seed, "pool", number));
    let mut values: Vec<String> = (0..numbers).map(value).collect();
    values.dedup();
    values
}

fn seat(marker: &str, seed: u64, label: &str, number: u64) -> Seat {
    Seat { chance: Chance::new(seed).fork(label, number), canary: marker.to_owned(), number }
}

/// What the checks that a column takes part in compare with.
pub(super) fn hints(table: &Table, column: usize) -> Hints {
    let mut hints = Hints::default();
    let about = table.checks.iter().filter(|check| table.ungenerated(&check.columns).contains(&column));
    about.for_each(|check| hints.merge(check.hints.clone()));
    hints
}

/// What a column may hold, the best first.
fn options(table: &Table, column: usize, marker: &str, seed: u64, needed: bool) -> Vec<Option<String>> {
    let found = &table.columns[column];
    if found.generated.is_some() {
        return vec![None];
    }
    let label = format!("{}.{}", table.name, found.name);
    let seat = seat(marker, seed, &label, seed % DAYS);
    let mut values = candidates(found, table.is_in_key(column), &hints(table, column), &seat);
    if needed {
        values.retain(Option::is_some);
    }
    values
}
