//! How the rows of a table hang together: how many each tenant has, and where the value of each column comes from.

use super::maker::{Maker, Raw};

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
    /// Whether triggers made those.
    pub(crate) by_triggers: bool,
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
        let rows = match &self.there {
            Some(rows) if !self.per_tenant => rows.len() as u64,
            _ => self.rows_of(tenant),
        };
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
