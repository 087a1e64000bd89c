//! All rows that there will be, without holding any: each value is computed from the row's number. What a foreign key
//! holds is computed from the number of the row that it points to.

use super::crop::{Crop, Digit, Link, Pick, Place, Source};
use super::maker::{Draw, Raw};
use super::wire;
use crate::chance::mix;

/// All that values are computed from. It takes memory for tables and tenants, not for rows.
#[derive(Clone, Debug)]
pub(crate) struct World {
    /// The word that canaries begin with.
    pub(crate) word: String,
    pub(crate) tenants: u64,
    pub(crate) tables: Vec<Crop>,
    /// Whether rows that triggers made are told by their number: what the server put into them may be something else
    /// each time.
    pub(crate) blind: bool,
}

impl World {
    /// Writes a row as COPY takes it.
    pub(crate) fn write_row(&self, table: usize, sent: &[usize], place: Place, out: &mut Vec<u8>) {
        out.extend_from_slice(&i16::try_from(sent.len()).unwrap_or(i16::MAX).to_be_bytes());
        for &column in sent {
            self.write(table, column, place, out);
        }
    }

    /// Writes the value of a column in a row.
    fn write(&self, table: usize, column: usize, place: Place, out: &mut Vec<u8>) {
        let crop = &self.tables[table];
        if let Some(rows) = &crop.there {
            if self.blind && crop.by_triggers {
                return out.extend_from_slice(&place.number.to_be_bytes());
            }
            let row = usize::try_from(place.number).ok().and_then(|number| rows.get(number));
            return wire::raw(out, row.and_then(|row| row.get(column)).and_then(|value| value.as_deref()));
        }
        match &crop.sources[column] {
            Source::Generated => wire::null(out),
            Source::Tenant { maker, stream } => {
                let bits = mix(stream ^ mix(place.tenant));
                let tenant = Some(place.tenant);
                let number = place.tenant;
                maker.write(
                    &Draw { word: &self.word, tenant, number, bits, row_bits: bits, choice: None },
                    out,
                );
            }
            Source::Made { maker, stream, digit } => {
                let choice = digit.map(|digit| self.digit(table, digit, place));
                maker.write(&self.draw(crop, *stream, place, choice), out);
            }
            Source::Stated { state, wanted, maker, stream } => {
                let at = out.len();
                self.write(table, *state, place, out);
                // What is sent stands behind its length.
                let is_wanted = wanted.iter().any(|value| value.as_deref() == out.get(at + 4..));
                out.truncate(at);
                match is_wanted {
                    true => maker.write(&self.draw(crop, *stream, place, None), out),
                    false => wire::null(out),
                }
            }
            Source::Linked { link, column } => match self.follow(table, *link, place) {
                Some(parent) => self.write(crop.links[*link].parent, *column, parent, out),
                None => wire::null(out),
            },
        }
    }

    /// What a value of a row is made of.
    fn draw(&self, crop: &Crop, stream: u64, place: Place, choice: Option<u64>) -> Draw<'_> {
        Draw {
            word: &self.word,
            tenant: crop.per_tenant.then_some(place.tenant),
            number: place.number,
            bits: mix(stream ^ mix(place.number)),
            row_bits: mix(crop.stream ^ mix(place.number)),
            choice,
        }
    }

    /// The row that a link leads to.
    pub(crate) fn follow(&self, table: usize, link: usize, place: Place) -> Option<Place> {
        let crop = &self.tables[table];
        let Link { parent, pick, apart, .. } = &crop.links[link];
        let to = &self.tables[*parent];
        let (tenant, base) = match (crop.per_tenant, to.per_tenant) {
            (true, true) => (place.tenant, place.local),
            // Tenants do not meet in rows that are nobody's as long as there are enough.
            (true, false) => (0, place.local + place.tenant),
            (false, false) => (0, place.number),
            (false, true) => (place.number % self.tenants.max(1), place.number / self.tenants.max(1)),
        };
        let reach = to.reach(tenant);
        if reach == 0 {
            return None;
        }
        let mut local = match pick {
            Pick::Straight => base % reach,
            Pick::Digit(digit) => self.digit(table, *digit, place),
            Pick::Tree { optional } => {
                let shared = self.shared(table, link, tenant);
                let highest = place.local.checked_ilog2().map_or(0, |bits| 1 << bits);
                match (highest >= shared, optional) {
                    (true, _) => place.local - highest,
                    (false, true) => return None,
                    (false, false) if place.local == 0 => 1.min(to.rows_of(tenant) - 1),
                    (false, false) => place.local,
                }
            }
        };
        if let Some(other) = apart.and_then(|other| self.follow(table, other, place))
            && let Some(step) = self.step_apart(table, link, tenant)
        {
            local = match pick {
                Pick::Straight => (other.local + step) % reach,
                _ => (other.local + 1 + local) % reach,
            };
        }
        Some(to.at(tenant, local))
    }

    /// After how many rows the tables that a link has to agree about come round.
    fn shared(&self, table: usize, link: usize, tenant: u64) -> u64 {
        let reach = |table: &usize| {
            let found = &self.tables[*table];
            found.reach(if found.per_tenant { tenant } else { 0 })
        };
        self.tables[table].links[link].with.iter().map(reach).max().unwrap_or(1).max(1)
    }

    /// Whether rows of a table hold values of rows that triggers made.
    pub(crate) fn leads_to_triggers(&self, table: usize) -> bool {
        let linked = |column: &usize| matches!(self.tables[table].sources[*column], Source::Linked { .. });
        let mut columns = (0..self.tables[table].sources.len()).filter(linked);
        columns.any(|column| self.tables[self.origin(table, column)].by_triggers)
    }

    /// The values of some columns in a row.
    pub(crate) fn values(&self, table: usize, columns: &[usize], place: Place) -> Vec<Raw> {
        let value = |column: &usize| {
            let mut out = Vec::new();
            self.write(table, *column, place, &mut out);
            // A length comes first, which is negative for null.
            if out[0] < 0x80 { Some(out.split_off(4)) } else { None }
        };
        columns.iter().map(value).collect()
    }

    /// The table whose rows the values of a column are made for in the end.
    pub(crate) fn origin(&self, mut table: usize, mut column: usize) -> usize {
        for _ in 0..self.tables.len() {
            let crop = &self.tables[table];
            match crop.sources.get(column) {
                Some(Source::Linked { link, column: next }) => {
                    (table, column) = (crop.links[*link].parent, *next);
                }
                _ => break,
            }
        }
        table
    }

    /// How many rows a link can lead to.
    pub(crate) fn reach_of(&self, table: usize, link: usize, tenant: u64) -> u64 {
        let to = &self.tables[self.tables[table].links[link].parent];
        to.reach(if to.per_tenant { tenant } else { 0 })
    }

    /// How far from the row of another link to the same table a row is that agrees with it in what both have above
    /// them; nothing when a tenant has no such row.
    pub(crate) fn step_apart(&self, table: usize, link: usize, tenant: u64) -> Option<u64> {
        let reach = self.reach_of(table, link, tenant);
        // Half way round, so that what comes round twice as often is the same.
        let step = reach / 2;
        (step >= self.shared(table, link, tenant)).then_some(step)
    }

    /// A digit of a row's number within its tenant.
    fn digit(&self, table: usize, digit: usize, place: Place) -> u64 {
        let before =
            (0..digit).fold(place.local, |rest, digit| rest / self.radix(table, digit, place.tenant));
        before % self.radix(table, digit, place.tenant)
    }

    /// How many values a digit has for a tenant.
    pub(crate) fn radix(&self, table: usize, digit: usize, tenant: u64) -> u64 {
        let crop = &self.tables[table];
        let radix = match &crop.digits[digit] {
            Digit::Choices(choices) => *choices,
            Digit::Link(link) => {
                let reach = self.reach_of(table, *link, tenant);
                // Each pair once, whichever way round.
                if crop.links[*link].apart.is_some() { reach.saturating_sub(1) / 2 } else { reach }
            }
        };
        radix.max(1)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn crop(shares: &[u64], links: Vec<Link>, digits: Vec<Digit>) -> Crop {
        let mut crop = Crop { per_tenant: true, links, digits, ..Crop::default() };
        crop.set_rows(shares);
        crop
    }

    fn link(parent: usize, pick: Pick) -> Link {
        Link { parent, pick, with: Vec::new(), apart: None }
    }

    fn world(tables: Vec<Crop>) -> World {
        World { word: "canary1".to_owned(), tenants: 2, tables, blind: false }
    }

    #[test]
    fn rows_are_counted_by_tenant() {
        let crop = crop(&[3, 0, 2], Vec::new(), Vec::new());
        let places: Vec<(u64, u64)> =
            (0..5).map(|number| crop.place(number)).map(|p| (p.tenant, p.local)).collect();
        assert_eq!(places, [(0, 0), (0, 1), (0, 2), (2, 0), (2, 1)]);
        for number in 0..4 {
            assert_eq!(crop.next(crop.place(number)), crop.place(number + 1));
        }
        assert_eq!((crop.reach(0), crop.reach(1), crop.reach(2)), (2, 0, 2));
    }

    #[test]
    fn two_ways_to_the_same_table_agree() {
        // Areas; houses and cars in an area; rows with an area, a house and a car of that area.
        let tables = vec![
            crop(&[5, 1], Vec::new(), Vec::new()),
            crop(&[13, 2], vec![link(0, Pick::Straight)], Vec::new()),
            crop(&[70, 9], vec![link(0, Pick::Straight)], Vec::new()),
            crop(
                &[500, 50],
                vec![link(0, Pick::Straight), link(1, Pick::Straight), link(2, Pick::Straight)],
                Vec::new(),
            ),
        ];
        let world = world(tables);
        for number in 0..550 {
            let row = world.tables[3].place(number);
            let area = world.follow(3, 0, row).unwrap();
            for parent in [1, 2] {
                let over = world.follow(3, parent, row).unwrap();
                assert_eq!(world.follow(parent, 0, over).unwrap(), area);
                assert_eq!(over.tenant, row.tenant);
            }
        }
    }

    #[test]
    fn digits_make_a_pair_once_whichever_way_round() {
        let people = crop(&[8, 4], Vec::new(), Vec::new());
        let mut links = vec![link(0, Pick::Digit(0)), link(0, Pick::Digit(1))];
        links[1].apart = Some(0);
        let pairs = crop(&[24, 4], links, vec![Digit::Link(0), Digit::Link(1)]);
        let world = world(vec![people, pairs]);
        let mut seen = BTreeSet::new();
        for number in 0..28 {
            let row = world.tables[1].place(number);
            let (one, other) = (world.follow(1, 0, row).unwrap(), world.follow(1, 1, row).unwrap());
            assert_ne!(one, other);
            let pair = (one.local.min(other.local), one.local.max(other.local));
            assert!(seen.insert((row.tenant, pair)), "{row:?}");
        }
    }

    #[test]
    fn a_tree_has_a_top_and_no_cycle() {
        let tree = crop(&[40, 3], vec![link(0, Pick::Tree { optional: true })], Vec::new());
        let world = world(vec![tree]);
        for number in 0..43 {
            let mut row = world.tables[0].place(number);
            let tenant = row.tenant;
            while let Some(above) = world.follow(0, 0, row) {
                assert!(above.local < row.local && above.tenant == tenant);
                row = above;
            }
            assert_eq!(row.local, 0);
        }
    }
}
