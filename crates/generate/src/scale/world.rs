//! All rows that there will be, without holding any: each value is computed from the row's number. What a foreign key
//! holds is computed from the number of the row that it points to.

use super::maker::{Draw, Maker, Raw};
use super::wire;
use crate::chance::mix;

/// All that values are computed from. It takes memory for tables and tenants, not for rows.
#[derive(Clone, Debug)]
pub(crate) struct World {
    /// The word that canaries begin with.
    pub(crate) word: String,
    pub(crate) tenants: u64,
    pub(crate) tables: Vec<Crop>,
}

/// The rows of a table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Crop {
    /// Whether each tenant has its own rows, one tenant's after the other's; else they are nobody's.
    pub(crate) per_tenant: bool,
    /// How many rows come before each tenant's, and how many there are in all.
    pub(crate) before: Vec<u64>,
    pub(crate) sources: Vec<Source>,
    pub(crate) links: Vec<Link>,
    /// Which columns together make a row unique: the digits of its number within the tenant.
    pub(crate) digits: Vec<Digit>,
    /// Rows that were there before, when those are what is pointed to.
    pub(crate) there: Option<Vec<Vec<Raw>>>,
    /// Random bits of the table.
    pub(crate) stream: u64,
    /// Whether times go with states.
    pub(crate) tied: bool,
}

/// Where the value of a column comes from.
#[derive(Clone, Debug)]
pub(crate) enum Source {
    /// The server makes it.
    Generated,
    Made {
        maker: Maker,
        stream: u64,
        /// The digit that chooses it.
        digit: Option<usize>,
    },
    /// Made in rows in whose column `state` one of these is sent; else null.
    Stated { state: usize, wanted: Vec<Raw>, maker: Maker, stream: u64 },
    /// The tenant's id, where no table of tenants has it.
    Tenant { maker: Maker, stream: u64 },
    /// A column of the row that a link leads to.
    Linked { link: usize, column: usize },
}

/// A foreign key that is followed.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    pub(crate) parent: usize,
    pub(crate) pick: Pick,
    /// Tables of whose rows this link and others lead to the same one, because they share columns that come from
    /// there.
    pub(crate) with: Vec<usize>,
    /// Another link to the same table, which had better lead to another row.
    pub(crate) apart: Option<usize>,
}

/// Which row of the tenant a link leads to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Pick {
    /// The row with the same number, as often as the number goes round. All links that do this agree about the rows
    /// that they lead to in the end, because each goes round after a power of two: the workspace of a row is that of
    /// its workflow, whether a foreign key asks for it or a trigger.
    Straight,
    /// The one that a digit says.
    Digit(usize),
    /// The row of the same table whose number lacks the highest bit; the first ones lead nowhere, if they may.
    Tree { optional: bool },
}

/// What counts the rows of a tenant.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Digit {
    /// The rows that a link can lead to.
    Link(usize),
    /// So many values.
    Choices(u64),
}

/// A row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) tenant: u64,
    /// The number within the tenant.
    pub(crate) local: u64,
    /// The number within the table.
    pub(crate) number: u64,
}

impl Crop {
    /// How many rows there are.
    pub(crate) fn rows(&self) -> u64 {
        self.before.last().copied().unwrap_or(0)
    }

    /// How many rows a tenant has.
    pub(crate) fn rows_of(&self, tenant: u64) -> u64 {
        let slice = self.slice(tenant);
        let begin = self.before.get(slice).copied().unwrap_or(0);
        self.before.get(slice + 1).map_or(0, |end| end - begin)
    }

    fn slice(&self, tenant: u64) -> usize {
        if self.per_tenant { usize::try_from(tenant).unwrap_or(usize::MAX - 1) } else { 0 }
    }

    /// How many rows of a tenant are pointed to: the largest power of two.
    pub(crate) fn reach(&self, tenant: u64) -> u64 {
        let rows = self.there.as_ref().map_or_else(|| self.rows_of(tenant), |rows| rows.len() as u64);
        rows.checked_ilog2().map_or(0, |bits| 1 << bits)
    }

    /// Sets how many rows each tenant has.
    pub(crate) fn set_rows(&mut self, shares: &[u64]) {
        self.before = std::iter::once(0)
            .chain(shares.iter().scan(0, |sum, share| {
                *sum += share;
                Some(*sum)
            }))
            .collect();
    }

    /// The row with this number in its tenant.
    pub(crate) fn at(&self, tenant: u64, local: u64) -> Place {
        let begin = self.before.get(self.slice(tenant)).copied().unwrap_or(0);
        Place { tenant, local, number: begin + local }
    }

    /// The row with this number in the table.
    pub(crate) fn place(&self, number: u64) -> Place {
        let slice = self.before.partition_point(|before| *before <= number).saturating_sub(1);
        let local = number - self.before.get(slice).copied().unwrap_or(0);
        Place { tenant: slice as u64, local, number }
    }

    /// The row after this one.
    pub(crate) fn next(&self, place: Place) -> Place {
        if place.local + 1 < self.rows_of(place.tenant) {
            return Place { local: place.local + 1, number: place.number + 1, ..place };
        }
        self.place(place.number + 1)
    }

    /// The columns that are sent.
    pub(crate) fn sent(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.sources.len()).filter(|column| !matches!(self.sources[*column], Source::Generated))
    }
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
            let row = usize::try_from(place.local).ok().and_then(|local| rows.get(local));
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
        World { word: "canary1".to_owned(), tenants: 2, tables }
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
