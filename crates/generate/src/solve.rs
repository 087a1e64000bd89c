//! Finds a row that passes all checks among the candidates of its columns.

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
            return Ok(Err(Failure { reason, columns: vec![column] }));
        }
    }
    Ok(Ok(()))
}

/// A row that passes the checks on several columns.
pub(crate) async fn solve(
    client: &Client,
    table: &Table,
    options: &Options,
) -> Result<Result<Row, Failure>, GenerateError> {
    let mut row = first(options);
    let is_own = |check: &Check| table.ungenerated(&check.columns).len() == 1;
    let checks: Vec<&Check> = table.checks.iter().filter(|check| !is_own(check)).collect();
    if checks.is_empty() {
        return Ok(Ok(row));
    }
    let mut failing = failing(client, table, &checks, &row).await?;
    for _ in 0..ROUNDS {
        if failing.is_empty() {
            return Ok(Ok(row));
        }
        let columns = columns_of(table, &failing);
        let rows = combinations(table, &row, options, &columns);
        let verdicts = judge(client, table, &checks, &rows).await?;
        let failures = |verdict: &Vec<bool>| verdict.iter().filter(|passes| !**passes).count();
        let best = verdicts.iter().enumerate().min_by_key(|(_, verdict)| failures(verdict));
        let Some((index, verdict)) = best.filter(|(_, verdict)| failures(verdict) < failing.len()) else { break };
        row.clone_from(&rows[index]);
        failing = checks.iter().zip(verdict).filter(|(_, passes)| !**passes).map(|(check, _)| *check).collect();
    }
    if failing.is_empty() {
        return Ok(Ok(row));
    }
    let names: Vec<&str> = failing.iter().map(|check| check.name.as_str()).collect();
    let reason = format!("no values are known that pass {}", names.join(", "));
    Ok(Err(Failure { reason, columns: columns_of(table, &failing) }))
}

fn first(options: &Options) -> Row {
    options.iter().map(|values| values.first().cloned().flatten()).collect()
}

async fn failing<'c>(
    client: &Client,
    table: &Table,
    checks: &[&'c Check],
    row: &Row,
) -> Result<Vec<&'c Check>, GenerateError> {
    let verdicts = judge(client, table, checks, std::slice::from_ref(row)).await?;
    let passes = verdicts.into_iter().next().unwrap_or_default();
    Ok(checks.iter().zip(passes).filter(|(_, passes)| !passes).map(|(check, _)| *check).collect())
}

fn columns_of(table: &Table, checks: &[&Check]) -> Vec<usize> {
    let all: Vec<usize> = checks.iter().flat_map(|check| check.columns.iter().copied()).collect();
    table.ungenerated(&all)
}

/// The row with other candidates in these columns, those near the front of each list first.
fn combinations(table: &Table, row: &Row, options: &Options, columns: &[usize]) -> Vec<Row> {
    let lists: Vec<Vec<&Option<String>>> = columns.iter().map(|column| short_list(&options[*column])).collect();
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

/// The first candidates; null comes second, since many checks are about whether there is a value.
fn short_list(values: &[Option<String>]) -> Vec<&Option<String>> {
    let mut list: Vec<&Option<String>> = values.iter().filter(|value| value.is_some()).take(WIDTH).collect();
    if let Some(null) = values.iter().find(|value| value.is_none()) {
        let place = usize::from(values.first().is_some_and(Option::is_some)).min(list.len());
        list.insert(place, null);
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
    fn null_is_among_the_first_to_be_tried() {
        let list = |texts: &[Option<&str>]| texts.iter().map(|text| text.map(str::to_owned)).collect::<Vec<_>>();
        let values = list(&[Some("a"), Some("b"), None]);
        assert_eq!(short_list(&values)[1], &None);
        let values = list(&[None, Some("a")]);
        assert_eq!(short_list(&values)[0], &None);
    }
}
