//! What is wanted, what is told meanwhile, and what came of it.

use serde::Serialize;

/// How much is wanted.
#[derive(Clone, Debug)]
pub struct Scale {
    /// Rows in the largest table.
    pub rows: u64,
    /// How many tenants.
    pub tenants: u64,
    /// All choices follow from it.
    pub seed: u64,
    /// The exponent of the Zipf law that the tenants' sizes follow: the n-th tenant has 1/n^s of what the first has.
    pub zipf: f64,
    /// Threads that make rows.
    pub jobs: usize,
    /// Whether the triggers that people wrote run.
    pub triggers: bool,
    /// Only say what would be done.
    pub dry_run: bool,
}

/// What happens.
#[derive(Clone, Copy, Debug)]
pub enum ScaleProgress<'p> {
    /// A few rows of all tables are tried, to find out what triggers want.
    Trying,
    /// The tables are known; so many rows will be sent.
    Planned {
        /// Rows of all tables.
        rows: u64,
    },
    /// A table's turn has come.
    Table {
        /// Its name.
        table: &'p str,
    },
    /// So many more rows have been sent.
    Rows(u64),
    /// Rows were sent in vain: they will be sent again, or fewer.
    Again {
        /// How many rows were sent in vain.
        rows: u64,
    },
    /// Everything is there; statistics are gathered.
    Analyzing,
}

/// What was made, or would be.
#[derive(Clone, Debug, Serialize)]
pub struct ScaleReport {
    /// The seed number.
    pub seed: u64,
    /// How many tenants.
    pub tenants: u64,
    /// The exponent of the Zipf law.
    pub zipf: f64,
    /// What every canary begins with.
    pub canary: String,
    /// How many columns can hold texts: texts, documents, arrays of texts.
    pub text_columns: usize,
    /// How many of them tell the tenant.
    pub canary_columns: usize,
    /// Digest of all rows as they were sent.
    pub fingerprint: String,
    /// Rows that were sent.
    pub rows: u64,
    /// How long it took to send them, in milliseconds.
    pub loading_ms: u64,
    /// How many triggers were silent meanwhile.
    pub silent_triggers: usize,
    /// Foreign keys that were checked at the end instead of at once, because they lie in a cycle.
    pub deferred: Vec<String>,
    /// All tables in the order in which they were filled.
    pub tables: Vec<ScaledTable>,
}

/// What was made of a table.
#[derive(Clone, Debug, Serialize)]
pub struct ScaledTable {
    /// Its name, qualified.
    pub table: String,
    /// The same, quoted.
    #[serde(skip)]
    pub name: String,
    /// Whether its statistics have been gathered.
    #[serde(skip)]
    pub(crate) analyzed: bool,
    /// Rows that were made.
    pub rows: u64,
    /// Whether it is the one that the number of rows was given for.
    pub largest: bool,
    /// Whether it is common to all, had rows already, and got no others.
    pub kept: bool,
    /// How many rows triggers made in it, where none but theirs are taken.
    pub by_triggers: Option<u64>,
    /// Why it has no rows.
    pub skipped: Option<String>,
    /// Why it has fewer rows than planned.
    pub fewer: Option<String>,
    /// How many of its columns tell the tenant.
    pub canary_columns: usize,
    /// Digest of its rows as they were sent.
    pub fingerprint: Option<String>,
    /// How long it took to send them, in milliseconds.
    pub loading_ms: u64,
}
