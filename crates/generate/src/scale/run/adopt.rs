//! Some tables take no rows but those that triggers make: the roles of each new workspace. They are read back once
//! the rows are there that the triggers ran for, so that other tables can lead to them.

use std::collections::{BTreeMap, BTreeSet};

use super::{Run, State, own};
use crate::GenerateError;
use crate::kind::Kind;
use crate::scale::ask::rows_there;
use crate::scale::crop::{Crop, Place};
use crate::scale::maker::Raw;
use crate::schema::Reference;

/// Rows that are read back.
const ROWS: usize = 100_000;
/// Rows of the table that tells whose they are.
const PARENTS: u64 = 1_000_000;

impl Run<'_> {
    /// Takes the rows that triggers made in a table for its rows; false when there are none.
    pub(super) async fn adopt(&self, state: &mut State, table: usize) -> Result<bool, GenerateError> {
        let found = &self.schema.tables[table];
        if state.there[table] {
            return Ok(false);
        }
        let count = format!("SELECT count(*) FROM {}", found.name);
        let count = bulkhead_connect::rows(self.client, &count).await.map_err(own)?;
        let count = count.first().and_then(|row| row.get(0)?.parse().ok()).unwrap_or(0);
        let above = self.teller(state, table);
        if count == 0 || (self.per_tenant[table] && above.is_none()) {
            return Ok(false);
        }
        let to = self.schema.references.iter().filter(|key| key.parent == table);
        let mut columns: BTreeSet<usize> = to.flat_map(|key| key.referenced.iter().copied()).collect();
        columns.extend(above.iter().flat_map(|key| &key.columns));
        let columns: Vec<usize> = columns.into_iter().collect();
        // What a key names stands in the same order each time; ids need not.
        let is_name = |column: &usize| {
            matches!(found.columns[*column].kind, Kind::Text(_) | Kind::Enum(_)) && found.is_in_key(*column)
        };
        let names = (0..found.columns.len()).filter(is_name);
        let order: Vec<usize> = names.chain(columns.iter().copied()).collect();
        let rows = rows_there(self.client, found, &columns, &order, ROWS).await?;
        let mut crop = Crop { per_tenant: self.per_tenant[table], by_triggers: true, ..Crop::default() };
        let rows = match above.filter(|_| crop.per_tenant) {
            None => rows,
            Some(key) => {
                let places = self.places(state, key, &rows);
                let reach = |tenant| state.world.tables[key.parent].reach(tenant);
                let tenants = in_step(&places, self.tenants, reach);
                crop.set_rows(&tenants.iter().map(|rows| rows.len() as u64).collect::<Vec<_>>());
                tenants.into_iter().flatten().map(|row| rows[row].clone()).collect()
            }
        };
        if rows.is_empty() {
            return Ok(false);
        }
        crop.there = Some(rows);
        state.world.tables[table] = crop;
        state.prepared[table].failed = None;
        state.by_triggers[table] = Some(count);
        Ok(true)
    }

    /// The foreign key that tells whose a row is: that to the table with the most rows of tenants.
    fn teller(&self, state: &State, table: usize) -> Option<&Reference> {
        let tells = |key: &&Reference| {
            let crop = &state.world.tables[key.parent];
            key.parent != table && crop.per_tenant && crop.there.is_none() && crop.rows() <= PARENTS
        };
        let keys = self.schema.references_of(table).map(|(_, key)| key).filter(tells);
        keys.max_by_key(|key| state.world.tables[key.parent].rows())
    }

    /// The rows that these rows lead to.
    fn places(&self, state: &State, key: &Reference, rows: &[Vec<Raw>]) -> Vec<Option<Place>> {
        let above = &state.world.tables[key.parent];
        let places = (0..above.rows()).map(|number| above.place(number));
        let named: BTreeMap<Vec<Raw>, Place> =
            places.map(|place| (state.world.values(key.parent, &key.referenced, place), place)).collect();
        let values = |row: &Vec<Raw>| key.columns.iter().map(|column| row[*column].clone()).collect();
        rows.iter().map(|row| named.get::<Vec<Raw>>(&values(row)).copied()).collect()
    }
}

/// Puts the rows of each tenant in such an order that they go round the rows above them in step, as all rows do: the
/// n-th leads to the one whose number is n modulo `reach`. What does not fit is left out.
fn in_step(places: &[Option<Place>], tenants: u64, reach: impl Fn(u64) -> u64) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<Vec<usize>>> =
        (0..tenants).map(|tenant| vec![Vec::new(); usize::try_from(reach(tenant)).unwrap_or(0)]).collect();
    for (row, place) in places.iter().enumerate() {
        let Some(place) = place else { continue };
        let group = usize::try_from(place.tenant).ok().and_then(|tenant| groups.get_mut(tenant));
        let group = group.zip(usize::try_from(place.local).ok());
        if let Some(group) = group.and_then(|(tenant, local)| tenant.get_mut(local)) {
            group.push(row);
        }
    }
    let rounds = |groups: &Vec<Vec<usize>>| groups.iter().map(Vec::len).min().unwrap_or(0);
    let tenant = |groups: &Vec<Vec<usize>>| {
        (0..rounds(groups)).flat_map(|round| groups.iter().map(move |group| group[round])).collect()
    };
    groups.iter().map(tenant).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_triggers_go_round_in_step_with_those_above() {
        let place = |tenant, local| Some(Place { tenant, local, number: 0 });
        // Two for each of the rows 0 and 1 of one tenant, and what does not fit; one for the only row of another.
        let places =
            [place(0, 1), place(0, 0), place(0, 0), place(0, 1), place(0, 2), None, place(1, 0), place(0, 0)];
        let reach = |tenant| if tenant == 0 { 2 } else { 1 };
        assert_eq!(in_step(&places, 3, reach), [vec![1, 0, 2, 3], vec![6], vec![]]);
    }
}
