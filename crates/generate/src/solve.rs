//! Finds a row that passes all checks among the candidates of its columns.

mod composed;

use tokio_postgres::Client;

use crate::GenerateError;
use crate::judge::{Row, judge};
use crate::schema::{Check, Table};

/// The values that each column may take, the best first.
pub(crate) type Options = Vec<Vec<Option<String>>>;

/// Why there is no row, and which columns are to blame.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    pub(crate) reason: String,
    pub(crate) columns: Vec<usize>,
    /// Whether another row has the values already.
    pub(crate) taken: bool,
}

/// Candidates of a column that are combined with those of others.
const WIDTH: usize = 14;
/// Combinations tried in one round.
const COMBINATIONS: usize = 3_000;
/// Rounds, each with the columns of the checks that fail then.
const ROUNDS: usize = 8;

/// Keeps the candidates that pass the checks on their column alone.
pub(crate) async fn sift(
    client: &Client,
    table: &Table,
    options: &mut Options,
) -> Result<Result<(), Failure>, GenerateError> {
    for column in 0..table.columns.len() {
        let checks: Vec<&Check> = table.own_checks(column).collect();
        if checks.is_empty() || table.columns[column].generated.is_some() {
            continue;
        }
        let first: Row = first(options);
        let rows: Vec<Row> = options[column]
            .iter()
            .map(|value| {
                let mut row = first.clone();
                row[column].clone_from(value);
                row
            })
            .collect();
        let verdicts = judge(client, table, &checks, &rows).await?;
        let mut passes = verdicts.iter().map(|verdict| verdict.iter().all(|passes| *passes));
        options[column].retain(|_| passes.next().unwrap_or(false));
        if options[column].is_empty() {
            let names: Vec<&str> = checks.iter().map(|check| check.name.as_str()).collect();
            let (name, checks) = (&table.columns[column].name, names.join(", "));
            let reason = format!("no value is known for {name} that passes {checks}");
            return Ok(Err(Failure { reason, columns: vec![column], taken: false }));
        }
    }
    Ok(Ok(()))
}

/// Values of some columns that another row has already.
pub(crate) type Taken = (Vec<usize>, Row);

/// A row that passes the checks on several columns and has nothing that is taken.
pub(crate) async fn solve(
    client: &Client,
    table: &Table,
    options: &Options,
    taken: &[Taken],
) -> Result<Result<Row, Failure>, GenerateError> {
    let mut row = first(options);
    let is_own = |check: &Check| table.ungenerated(&check.columns).len() == 1;
    let checks: Vec<&Check> = table.checks.iter().filter(|check| !is_own(check)).collect();
    let found = wrong(client, table, &checks, taken, std::slice::from_ref(&row)).await?;
    let mut failing = found.into_iter().next().unwrap_or_default();
    let mut options = options.clone();
    for check in &failing.checks {
        composed::add(table, check, &row, &mut options);
    }
    let options = &options;
    for _ in 0..ROUNDS {
        if failing.checks.is_empty() && failing.taken.is_empty() {
            return Ok(Ok(row));
        }
        let columns = failing.columns(table);
        let rows = combinations(table, &row, options, &columns, about_null(&failing.checks));
        let found = wrong(client, table, &checks, taken, &rows).await?;
        let best = found.into_iter().enumerate().min_by_key(|(_, wrong)| wrong.count());
        let Some((index, better)) = best.filter(|(_, wrong)| wrong.count() < failing.count()) else { break };
        row.clone_from(&rows[index]);
        failing = better;
    }
    if failing.count() == 0 {
        return Ok(Ok(row));
    }
    let names: Vec<&str> = failing.checks.iter().map(|check| check.name.as_str()).collect();
    let reason = format!("no values are known that pass {}", names.join(", "));
    Ok(Err(Failure { reason, columns: failing.columns(table), taken: false }))
}

/// What is wrong with a row.
#[derive(Clone, Debug, Default)]
struct Wrong<'c> {
    checks: Vec<&'c Check>,
    taken: Vec<&'c Taken>,
}

impl Wrong<'_> {
    fn count(&self) -> usize {
        self.checks.len() + self.taken.len()
    }

    fn columns(&self, table: &Table) -> Vec<usize> {
        let checks = self.checks.iter().flat_map(|check| check.columns.iter().copied());
        let all: Vec<usize> =
            checks.chain(self.taken.iter().flat_map(|(columns, _)| columns.clone())).collect();
        table.ungenerated(&all)
    }
}

/// What is wrong with each of these rows.
async fn wrong<'c>(
    client: &Client,
    table: &Table,
    checks: &[&'c Check],
    taken: &'c [Taken],
    rows: &[Row],
) -> Result<Vec<Wrong<'c>>, GenerateError> {
    let verdicts = match checks.is_empty() {
        true => vec![Vec::new(); rows.len()],
        false => judge(client, table, checks, rows).await?,
    };
    let has = |row: &Row, (columns, values): &Taken| {
        columns.iter().zip(values).all(|(column, value)| row[*column] == *value)
    };
    let of_row = |(row, verdict): (&Row, Vec<bool>)| {
        let failing = checks.iter().zip(verdict).filter(|(_, passes)| !passes);
        Wrong {
            checks: failing.map(|(check, _)| *check).collect(),
            taken: taken.iter().filter(|taken| has(row, taken)).collect(),
        }
    };
    Ok(rows.iter().zip(verdicts).map(of_row).collect())
}

/// The best candidate of each column.
pub(crate) fn first(options: &Options) -> Row {
    options.iter().map(|values| values.first().cloned().flatten()).collect()
}

/// The row with other candidates in these columns, those near the front of each list first.
fn combinations(
    table: &Table,
    row: &Row,
    options: &Options,
    columns: &[usize],
    about_null: bool,
) -> Vec<Row> {
    let lists: Vec<Vec<&Option<String>>> =
        columns.iter().map(|column| short_list(&options[*column], about_null)).collect();
    debug_assert!(columns.iter().all(|column| table.columns[*column].generated.is_none()));
    let furthest = lists.iter().map(|list| list.len().saturating_sub(1)).sum::<usize>();
    let mut rows = Vec::new();
    for distance in 0..=furthest {
        let mut chosen = vec![0; lists.len()];
        spread(&lists, 0, distance, &mut chosen, &mut |chosen| {
            let mut next = row.clone();
            for ((column, list), index) in columns.iter().zip(&lists).zip(chosen) {
                next[*column].clone_from(list[*index]);
            }
            rows.push(next);
            rows.len() < COMBINATIONS
        });
        if rows.len() >= COMBINATIONS {
            break;
        }
    }
    rows
}

/// Whether checks ask if there is a value.
fn about_null(checks: &[&Check]) -> bool {
    let words = ["NULL", "num_nulls", "num_nonnulls", "COALESCE", "CASE"];
    checks.iter().any(|check| words.iter().any(|word| check.expression.contains(word)))
}

/// The first candidates. Null comes second when the checks ask for it, else at last.
fn short_list(values: &[Option<String>], about_null: bool) -> Vec<&Option<String>> {
    let mut list: Vec<&Option<String>> = values.iter().filter(|value| value.is_some()).take(WIDTH).collect();
    if let Some(null) = values.iter().find(|value| value.is_none()) {
        let first = values.first().is_some_and(Option::is_none);
        let place = if first {
            0
        } else if about_null {
            1
        } else {
            list.len()
        };
        list.insert(place.min(list.len()), null);
    }
    list
}

/// Calls `found` for each way to spread a distance over the lists from `place` on, until it says stop.
fn spread(
    lists: &[Vec<&Option<String>>],
    place: usize,
    distance: usize,
    chosen: &mut Vec<usize>,
    found: &mut impl FnMut(&[usize]) -> bool,
) -> bool {
    let Some(list) = lists.get(place) else {
        return distance > 0 || found(chosen);
    };
    let rest: usize = lists[place + 1..].iter().map(|list| list.len().saturating_sub(1)).sum();
    for step in distance.saturating_sub(rest)..=distance.min(list.len().saturating_sub(1)) {
        chosen[place] = step;
        if !spread(lists, place + 1, distance - step, chosen, found) {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_spread_in_every_way_once() {
        let value = Some("x".to_owned());
        let lists = vec![vec![&value; 3], vec![&value; 2], vec![&value; 3]];
        let mut seen = Vec::new();
        for distance in 0..=5 {
            spread(&lists, 0, distance, &mut vec![0; 3], &mut |chosen| {
                seen.push(chosen.to_vec());
                true
            });
        }
        assert_eq!(seen.len(), 18);
        assert_eq!(seen[0], [0, 0, 0]);
        let distinct: std::collections::BTreeSet<_> = seen.iter().collect();
        assert_eq!(distinct.len(), 18);
    }

    #[test]
    fn null_is_tried_early_where_checks_ask_for_it() {
        let list =
            |texts: &[Option<&str>]| texts.iter().map(|text| text.map(str::to_owned)).collect::<Vec<_>>();
        let values = list(&[Some("a"), Some("b"), None]);
        assert_eq!(short_list(&values, true)[1], &None);
        assert_eq!(short_list(&values, false)[2], &None);
        let values = list(&[None, Some("a")]);
        assert_eq!(short_list(&values, false)[0], &None);
    }
}
