//! The part of a database's shape that decides which rows it takes.

use crate::hints::Hints;
use crate::kind::Kind;

/// The tables and how they refer to each other. Tables and columns are meant by their place in these lists.
#[derive(Clone, Debug)]
pub(crate) struct Schema {
    pub(crate) tables: Vec<Table>,
    pub(crate) references: Vec<Reference>,
}

/// An ordinary or partitioned table.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// Qualified, as people write it.
    pub(crate) plain_name: String,
    /// Qualified and quoted.
    pub(crate) name: String,
    /// Without the schema.
    pub(crate) own_name: String,
    pub(crate) columns: Vec<Column>,
    pub(crate) checks: Vec<Check>,
    pub(crate) keys: Vec<Key>,
    /// A partitioned table without any partition takes no row.
    pub(crate) takes_rows: bool,
}

/// A column.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    /// The type to cast to; that below a domain, so that a value can be looked at before the domain refuses
    /// it.
    pub(crate) cast: String,
    pub(crate) nullable: bool,
    /// The default, if it is a constant.
    pub(crate) constant: Option<String>,
    /// The expression of a generated column.
    pub(crate) generated: Option<String>,
    /// Whether a sequence gives the values of those who give none.
    pub(crate) numbered: bool,
}

/// What the condition is called that some partition takes a row.
pub(crate) const BOUNDS: &str = "the bounds of the partitions";

/// A condition on a row.
#[derive(Clone, Debug)]
pub(crate) struct Check {
    pub(crate) name: String,
    pub(crate) expression: String,
    pub(crate) columns: Vec<usize>,
    pub(crate) hints: Hints,
}

/// A unique index or an exclusion constraint.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    pub(crate) name: String,
    /// Every column that plays a part, also within an expression or a predicate.
    pub(crate) columns: Vec<usize>,
    /// Those of them that two rows are compared by; the others only say which rows are.
    pub(crate) compared: Vec<usize>,
    /// Whether two rows meet exactly when they agree in all the columns.
    pub(crate) plain: bool,
    pub(crate) primary: bool,
}

/// A foreign key.
#[derive(Clone, Debug)]
pub(crate) struct Reference {
    pub(crate) name: String,
    pub(crate) child: usize,
    pub(crate) columns: Vec<usize>,
    pub(crate) parent: usize,
    pub(crate) referenced: Vec<usize>,
    /// MATCH FULL: all columns are null, or none.
    pub(crate) full: bool,
    /// Whether a row goes with the one that it points to.
    pub(crate) cascades: bool,
}

impl Schema {
    /// The place of the table with this qualified name.
    pub(crate) fn table(&self, name: &str) -> Option<usize> {
        self.tables.iter().position(|table| table.plain_name == name || table.name == name)
    }

    /// The foreign keys of a table.
    pub(crate) fn references_of(&self, table: usize) -> impl Iterator<Item = (usize, &Reference)> {
        self.references.iter().enumerate().filter(move |(_, reference)| reference.child == table)
    }
}

impl Table {
    /// The place of the column with this name.
    pub(crate) fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    /// The columns with those in place of a generated one that it is made from.
    pub(crate) fn ungenerated(&self, columns: &[usize]) -> Vec<usize> {
        let mut all = Vec::new();
        for &column in columns {
            let made_from: Vec<usize> = match &self.columns[column].generated {
                None => vec![column],
                Some(expression) => self.mentioned(expression),
            };
            all.extend(made_from.into_iter().filter(|made| self.columns[*made].generated.is_none()));
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The columns that an expression mentions.
    pub(crate) fn mentioned(&self, expression: &str) -> Vec<usize> {
        let mentions = |name: &str| crate::hints::mentions(expression, name);
        (0..self.columns.len()).filter(|column| mentions(&self.columns[*column].name)).collect()
    }

    /// The checks that look at nothing but this column.
    pub(crate) fn own_checks(&self, column: usize) -> impl Iterator<Item = &Check> {
        self.checks.iter().filter(move |check| self.ungenerated(&check.columns) == [column])
    }

    /// Whether the column is compared in anything that must not come twice.
    pub(crate) fn is_in_key(&self, column: usize) -> bool {
        self.keys.iter().any(|key| self.ungenerated(&key.compared).contains(&column))
    }

    /// Whether the column tells rows apart, and only among those that agree in the columns `within`.
    pub(crate) fn is_within(&self, column: usize, within: &[usize]) -> bool {
        let mut keys =
            self.keys.iter().filter(|key| self.ungenerated(&key.compared).contains(&column)).peekable();
        let is_narrow = |key: &Key| key.compared.iter().any(|other| within.contains(other));
        keys.peek().is_some() && keys.all(is_narrow)
    }
}
