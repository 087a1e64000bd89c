//! Whose rows a table holds.

use serde::Serialize;

use crate::GenerateError;
use crate::schema::{Reference, Schema, Table};

/// Who the tenants are, in a database whose tables they share.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tenancy<'t> {
    /// The table with one row per tenant, qualified.
    pub root: Option<&'t str>,
    /// The column that names the tenant in other tables.
    pub key: Option<&'t str>,
    /// Tables that all tenants share on purpose, qualified.
    pub shared: &'t [String],
    /// The table that says which users belong to which tenants.
    pub membership: Option<Membership<'t>>,
    /// The ids of the tenants that rows are for, the first ones first. Those that have a row already keep it;
    /// for the others, and where none are named, tenants are made.
    pub tenants: &'t [String],
    /// The schemas of tenants that have one each, the first ones first: what is in one is that tenant's.
    pub schemas: &'t [String],
}

/// The table that leads from a user to tenants.
#[derive(Clone, Copy, Debug)]
pub struct Membership<'t> {
    /// The table, qualified.
    pub table: &'t str,
    /// Its column for the tenant.
    pub tenant: &'t str,
    /// Its column for the user.
    pub user: &'t str,
}

/// How one gets from a row to its tenant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TenantOf {
    /// The row is a tenant.
    Root {
        /// The column with the tenant's id.
        column: String,
    },
    /// A column of the row names it.
    Column {
        /// The column.
        column: String,
    },
    /// It is the tenant of another row that this one refers to.
    Parent {
        /// The columns of the foreign key.
        columns: Vec<String>,
        /// The other table, qualified and quoted.
        table: String,
        /// The columns there.
        referenced: Vec<String>,
    },
    /// The row belongs to no tenant, or to all.
    Common,
}

/// The same with places in the schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    Root(usize),
    Column(usize),
    /// Through this foreign key.
    Parent(usize),
    Common,
}

/// What the tenancy means for a schema.
#[derive(Clone, Debug)]
pub(crate) struct Ownership {
    /// One for each table.
    pub(crate) owners: Vec<Owner>,
    /// The table of memberships and its column for the user.
    pub(crate) membership: Option<(usize, usize)>,
    /// For each table the tenant in whose schema it is.
    pub(crate) homes: Vec<Option<usize>>,
}

impl Ownership {
    pub(crate) fn of(schema: &Schema, tenancy: &Tenancy<'_>) -> Result<Ownership, GenerateError> {
        let table = |name: &str| {
            let unknown = || GenerateError::Unknown { what: "table", name: name.to_owned() };
            schema.table(name).ok_or_else(unknown)
        };
        let shared = tenancy.shared.iter().map(|name| table(name)).collect::<Result<Vec<_>, _>>()?;
        let mut owners = vec![Owner::Common; schema.tables.len()];
        if let Some(name) = tenancy.root {
            let root = table(name)?;
            owners[root] = Owner::Root(root_column(schema, root, tenancy.key)?);
        }
        let mut membership = None;
        if let Some(Membership { table: members, tenant, user }) = tenancy.membership {
            let place = table(members)?;
            let column = |name: &str| {
                let unknown = || GenerateError::Unknown { what: "column", name: format!("{members}.{name}") };
                schema.tables[place].column(name).ok_or_else(unknown)
            };
            owners[place] = Owner::Column(column(tenant)?);
            membership = Some((place, column(user)?));
        }
        for (place, owner) in owners.iter_mut().enumerate() {
            let column = tenancy.key.and_then(|key| schema.tables[place].column(key));
            if *owner == Owner::Common
                && !shared.contains(&place)
                && let Some(column) = column
            {
                *owner = Owner::Column(column);
            }
        }
        add_children(schema, &shared, &mut owners);
        let home = |table: &Table| {
            let own = table.plain_name.strip_suffix(&format!(".{}", table.own_name));
            tenancy.schemas.iter().position(|schema| Some(schema.as_str()) == own)
        };
        let homes = schema.tables.iter().map(home).collect();
        Ok(Ownership { owners, membership, homes })
    }

    /// Whether a table holds tenants' rows.
    pub(crate) fn is_tenants(&self, table: usize) -> bool {
        self.owners[table] != Owner::Common
    }

    /// How the tenant of a table's row is reached, in names.
    pub(crate) fn tenant_of(&self, schema: &Schema, table: usize) -> TenantOf {
        let name = |table: usize, column: usize| schema.tables[table].columns[column].name.clone();
        match self.owners[table] {
            Owner::Root(column) => TenantOf::Root { column: name(table, column) },
            Owner::Column(column) => TenantOf::Column { column: name(table, column) },
            Owner::Parent(reference) => {
                let reference = &schema.references[reference];
                TenantOf::Parent {
                    columns: reference.columns.iter().map(|column| name(table, *column)).collect(),
                    table: schema.tables[reference.parent].name.clone(),
                    referenced: reference
                        .referenced
                        .iter()
                        .map(|column| name(reference.parent, *column))
                        .collect(),
                }
            }
            Owner::Common => TenantOf::Common,
        }
    }
}

/// The column of the root that others name the tenant by: what their key column refers to, else a column of
/// the same name, else the primary key.
fn root_column(schema: &Schema, root: usize, key: Option<&str>) -> Result<usize, GenerateError> {
    let table = &schema.tables[root];
    let referred =
        schema.references.iter().filter(|reference| reference.parent == root).find_map(|reference| {
            let mut pairs = reference.columns.iter().zip(&reference.referenced);
            pairs.find_map(|(column, referenced)| {
                let name = schema.tables[reference.child].columns[*column].name.as_str();
                (reference.child != root && Some(name) == key).then_some(*referenced)
            })
        });
    let primary =
        || table.keys.iter().find(|key| key.primary && key.columns.len() == 1).map(|key| key.columns[0]);
    let found = referred.or_else(|| key.and_then(|key| table.column(key))).or_else(primary);
    found.ok_or_else(|| GenerateError::Unknown {
        what: "column",
        name: format!("that names the tenant in {}", table.plain_name),
    })
}

/// Tables that refer to a tenants' table hold tenants' rows as well. A foreign key that is never null counts
/// before one that may be, and among those one that cascades; then the shortest way.
fn add_children(schema: &Schema, shared: &[usize], owners: &mut [Owner]) {
    let rank = |reference: &Reference| {
        let columns = &schema.tables[reference.child].columns;
        let nullable = reference.columns.iter().any(|column| columns[*column].nullable);
        (nullable, !reference.cascades)
    };
    let mut distance: Vec<usize> =
        owners.iter().map(|owner| if *owner == Owner::Common { usize::MAX } else { 0 }).collect();
    loop {
        let keys = schema.references.iter().enumerate();
        let possible = keys.filter(|(_, key)| {
            owners[key.child] == Owner::Common
                && owners[key.parent] != Owner::Common
                && !shared.contains(&key.child)
        });
        let best = possible.min_by_key(|(_, key)| (rank(key), distance[key.parent]));
        let Some((index, key)) = best else { break };
        owners[key.child] = Owner::Parent(index);
        distance[key.child] = distance[key.parent].saturating_add(1);
    }
}
