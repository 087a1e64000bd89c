//! What the attacks showed.

use std::collections::BTreeSet;

use serde::Serialize;

use super::context::State;
use crate::Finding;

/// What the attacks on a database showed.
#[derive(Clone, Debug, Default, Serialize)]
pub struct AttackReport {
    /// How many statements were tried.
    pub attacks: u64,
    /// What was tried on each relation, by role and verb.
    pub matrix: Vec<Cell>,
    /// The holes, one finding for each kind and object.
    pub findings: Vec<Finding>,
    /// What could not be shown.
    pub untested: Vec<Untested>,
    /// What the proof takes for granted.
    pub premises: Vec<String>,
    /// Channels that a shared server leaves open, and what is worth knowing though it is no hole.
    pub residual: Vec<String>,
    /// Tables of tenants in which tenant B has no row.
    #[serde(skip)]
    pub empty: Vec<String>,
    /// How many tables have rows of tenant B.
    #[serde(skip)]
    pub filled: usize,
    /// Tables of whose rows tenant B itself sees none, by whichever role.
    #[serde(skip)]
    pub blind: Vec<String>,
    /// How many tables show tenant B rows of its own.
    #[serde(skip)]
    pub sighted: usize,
    /// Kinds and objects that were tried for real: a rule that foresees more about them is wrong.
    #[serde(skip)]
    pub settled: BTreeSet<(String, String)>,
}

/// What was tried on an object with one verb.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// The relation or function.
    pub relation: String,
    /// Whose rights were used.
    pub role: String,
    /// What was tried.
    pub verb: Verb,
    /// How often.
    pub tried: u64,
    /// How often rows of the other tenant were met.
    pub succeeded: u64,
    /// How often they were not.
    pub refused: u64,
}

/// Something of which nothing was shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Untested {
    /// The object.
    pub object: String,
    /// For one role only, if so.
    pub role: Option<String>,
    /// Why.
    pub reason: String,
}

/// What an attack does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verb {
    /// Begins a session in another tenant's database.
    Connect,
    /// Reads rows.
    Select,
    /// Adds rows.
    Insert,
    /// Changes rows.
    Update,
    /// Removes rows.
    Delete,
    /// Empties a table.
    Truncate,
    /// Calls a function.
    Execute,
    /// Makes a foreign key to a table.
    References,
    /// Puts a trigger on a table.
    Trigger,
}

impl Verb {
    /// What it did to rows of the other tenant.
    pub(in crate::isolation) fn past(self) -> &'static str {
        match self {
            Verb::Select => "read",
            Verb::Insert => "inserted",
            Verb::Update => "updated",
            Verb::Delete => "deleted",
            Verb::Truncate => "removed",
            Verb::Connect | Verb::Execute | Verb::References | Verb::Trigger => "reached",
        }
    }
}

/// In which form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// `SELECT`.
    Read,
    /// `SELECT … FOR UPDATE`.
    Lock,
    /// Without a column read, so that policies for SELECT do not apply.
    Blind,
    /// With B's key.
    ByKey,
    /// A's rows become B's.
    Move,
    /// A new row of B.
    Plant,
    /// `INSERT … ON CONFLICT DO UPDATE`.
    Upsert,
    /// `MERGE`.
    Merge,
    /// On rows that belong to no tenant.
    Common,
}

/// An attack on a relation that succeeded.
#[derive(Clone, Debug)]
pub(super) struct Hole {
    pub relation: u32,
    /// The place of the attacker.
    pub attacker: usize,
    pub verb: Verb,
    pub form: Form,
    pub state: State,
    pub rows: u64,
    pub exploit: String,
}
