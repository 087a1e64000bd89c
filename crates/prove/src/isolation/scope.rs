//! Which relations hold rows of tenants, and how the tenant of a row is found.

use std::collections::{BTreeMap, VecDeque};

use bulkhead_project::Tenancy;
use serde::Serialize;

/// What a relation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RelationKind {
    /// An ordinary table, or a leaf partition.
    Table,
    /// A partitioned table.
    Partitioned,
    /// A view.
    View,
    /// A materialized view.
    MaterializedView,
    /// A foreign table.
    ForeignTable,
}

/// A relation outside the system's schemas.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Relation {
    /// Its oid.
    pub oid: u32,
    /// Its schema and name, quoted where needed.
    pub name: String,
    /// Its schema, unquoted.
    pub schema: String,
    /// Its name, unquoted.
    pub table: String,
    /// What it is.
    pub kind: RelationKind,
    /// The partitioned table that it belongs to, if any.
    pub partition_of: Option<u32>,
    /// Its columns in order.
    pub columns: Vec<Column>,
    /// Columns of the primary key, else of a unique constraint; empty when there is neither.
    pub key: Vec<String>,
    /// The tenant of a row; `None` when the relation is common to all tenants.
    pub tenant: Option<TenantPath>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its name, unquoted.
    pub name: String,
    /// Its type as SQL writes it.
    pub data_type: String,
    /// Whether it may not be null.
    pub not_null: bool,
    /// Whether it is computed and cannot be written.
    pub generated: bool,
}

/// A foreign key, with its columns side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ForeignKey {
    pub from: u32,
    pub to: u32,
    pub columns: Vec<String>,
    pub referenced: Vec<String>,
    /// Whether the policies of the relation speak of its columns.
    pub is_spoken_of: bool,
}

/// How the tenant of a row is found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "by")]
pub enum TenantPath {
    /// The relation has one row for each tenant; this column is the tenant's id.
    Root {
        /// The column.
        column: String,
    },
    /// A column of its own holds the tenant's id.
    Column {
        /// The column.
        column: String,
    },
    /// A row belongs to the tenant of the row that a foreign key leads to.
    Parent {
        /// The columns of the foreign key.
        columns: Vec<String>,
        /// The relation that it leads to.
        parent: u32,
        /// The columns there.
        referenced: Vec<String>,
    },
    /// A row belongs to the tenants of the rows of another relation that refer to it, and that its policies ask.
    Link {
        /// The relation that refers to it.
        link: u32,
        /// The columns of the foreign key.
        columns: Vec<String>,
        /// The columns here.
        referenced: Vec<String>,
    },
}

/// The relations of a database and whose rows they hold.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Scope {
    /// What the manifest says.
    pub tenancy: Tenancy,
    /// The relations in the order of their names.
    pub relations: Vec<Relation>,
}

impl Scope {
    /// The relations that hold rows of tenants.
    pub fn of_tenants(&self) -> impl Iterator<Item = &Relation> {
        self.relations.iter().filter(|relation| relation.tenant.is_some())
    }

    /// The relation with an oid.
    pub fn relation(&self, oid: u32) -> Option<&Relation> {
        self.relations.iter().find(|relation| relation.oid == oid)
    }

    /// Whether the manifest says that the relation is common to all tenants.
    pub fn is_shared(&self, relation: &Relation) -> bool {
        self.tenancy.shared.iter().any(|name| is_named(relation, name))
    }

    /// The relation with one row for each tenant.
    pub fn root(&self) -> Option<&Relation> {
        self.relations.iter().find(|relation| matches!(relation.tenant, Some(TenantPath::Root { .. })))
    }

    /// Decides for each relation how the tenant of a row is found: the root; a column with the key's name; else a foreign
    /// key to the root; else one to a relation that is decided already, the only one that its policies speak of or else one
    /// that may not be null first; else one from a relation that is decided and that its own policies ask. `asked` has relations with what their policies ask.
    pub(crate) fn decide(
        tenancy: Tenancy,
        mut relations: Vec<Relation>,
        keys: &[ForeignKey],
        asked: &[(u32, u32)],
    ) -> Scope {
        let is_shared = |relation: &Relation| tenancy.shared.iter().any(|name| is_named(relation, name));
        let root = tenancy.root.as_deref();
        let mut decided: BTreeMap<u32, TenantPath> = BTreeMap::new();
        for relation in relations.iter().filter(|relation| !is_shared(relation)) {
            if root.is_some_and(|root| is_named(relation, root)) {
                let column = root_column(relation, &tenancy, keys);
                decided.insert(relation.oid, TenantPath::Root { column });
            } else if let Some(key) = &tenancy.key
                && relation.columns.iter().any(|column| column.name == *key)
            {
                decided.insert(relation.oid, TenantPath::Column { column: key.clone() });
            }
        }
        // A row is the tenant's whose policy's way leads there, whatever else it names.
        let spoken = |from: u32| {
            let mut spoken = keys.iter().filter(|key| key.from == from && key.to != from && key.is_spoken_of);
            spoken.next().filter(|_| spoken.next().is_none())
        };
        for by_policy in [true, false] {
            let mut queue: VecDeque<u32> = decided.keys().copied().collect();
            while let Some(parent) = queue.pop_front() {
                let to_root = matches!(decided.get(&parent), Some(TenantPath::Root { .. }));
                for strict in [true, false] {
                    for key in keys.iter().filter(|key| key.to == parent && key.from != parent) {
                        let Some(relation) = relations.iter().find(|relation| relation.oid == key.from)
                        else {
                            continue;
                        };
                        let is_other = !to_root && by_policy && spoken(key.from).is_some_and(|it| it != key);
                        if decided.contains_key(&key.from) || is_shared(relation) || is_other {
                            continue;
                        }
                        let is_strict = key.columns.iter().all(|name| is_not_null(relation, name));
                        if is_strict == strict {
                            decided.insert(key.from, path_of(key, to_root));
                            queue.push_back(key.from);
                        }
                    }
                }
            }
        }
        for key in keys.iter().filter(|key| asked.contains(&(key.to, key.from)) && key.from != key.to) {
            let is_common = relations.iter().any(|relation| relation.oid == key.to && !is_shared(relation));
            let through =
                matches!(decided.get(&key.from), Some(path) if !matches!(path, TenantPath::Link { .. }));
            if is_common && through && !decided.contains_key(&key.to) {
                let (columns, referenced) = (key.columns.clone(), key.referenced.clone());
                decided.insert(key.to, TenantPath::Link { link: key.from, columns, referenced });
            }
        }
        // A partition is found like the table that it belongs to; it has the same columns.
        for relation in &relations {
            let path = relation.partition_of.and_then(|parent| decided.get(&parent).cloned());
            if let Some(path) = path {
                decided.entry(relation.oid).or_insert(path);
            }
        }
        for relation in &mut relations {
            relation.tenant = decided.remove(&relation.oid);
        }
        Scope { tenancy, relations }
    }
}

fn path_of(key: &ForeignKey, to_root: bool) -> TenantPath {
    match (to_root, key.columns.as_slice()) {
        (true, [column]) => TenantPath::Column { column: column.clone() },
        _ => TenantPath::Parent {
            columns: key.columns.clone(),
            parent: key.to,
            referenced: key.referenced.clone(),
        },
    }
}

/// The column of the root that other tables refer to: the one that foreign keys with the tenant's key name, else the
/// primary key.
fn root_column(root: &Relation, tenancy: &Tenancy, keys: &[ForeignKey]) -> String {
    let named = keys.iter().filter(|key| key.to == root.oid).find_map(|key| match key.columns.as_slice() {
        [column] if Some(column) == tenancy.key.as_ref() => key.referenced.first().cloned(),
        _ => None,
    });
    named.or_else(|| root.key.first().cloned()).unwrap_or_else(|| "id".to_owned())
}

fn is_not_null(relation: &Relation, column: &str) -> bool {
    relation.columns.iter().any(|candidate| candidate.name == column && candidate.not_null)
}

/// Whether a relation is another schema's of the same name, with the same columns.
pub(super) fn is_same_elsewhere(relation: &Relation, other: &Relation) -> bool {
    let names = |relation: &Relation| -> Vec<String> {
        relation.columns.iter().map(|column| column.name.clone()).collect()
    };
    relation.schema != other.schema && relation.table == other.table && names(relation) == names(other)
}

/// Whether a manifest's name means this relation; without a schema it means any.
pub(in crate::isolation) fn is_named(relation: &Relation, name: &str) -> bool {
    match name.split_once('.') {
        Some((schema, table)) => relation.schema == schema && relation.table == table,
        None => relation.table == name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table with columns; `!` behind a name means that it may not be null.
    fn table(oid: u32, name: &str, columns: &str) -> Relation {
        let columns = columns.split_ascii_whitespace().map(|column| Column {
            name: column.trim_end_matches('!').to_owned(),
            data_type: "integer".to_owned(),
            not_null: column.ends_with('!'),
            generated: false,
        });
        Relation {
            oid,
            name: format!("app.{name}"),
            schema: "app".to_owned(),
            table: name.to_owned(),
            kind: RelationKind::Table,
            partition_of: None,
            columns: columns.collect(),
            key: vec!["id".to_owned()],
            tenant: None,
        }
    }

    fn key(from: u32, column: &str, to: u32) -> ForeignKey {
        let (columns, referenced) = (vec![column.to_owned()], vec!["id".to_owned()]);
        ForeignKey { from, to, columns, referenced, is_spoken_of: false }
    }

    fn tenancy(text: &str) -> Tenancy {
        let manifest = format!("[tenancy]\nlevel = \"row\"\n{text}");
        bulkhead_project::Manifest::parse(&manifest, std::path::Path::new("x")).unwrap().tenancy.unwrap()
    }

    #[test]
    fn the_tenant_is_found_by_column_then_by_the_shortest_way() {
        let relations = vec![
            table(1, "org", "id!"),
            table(2, "doc", "id! org_id! author"),
            table(3, "page", "id! doc! reviewer"),
            table(4, "mark", "id! page! doc"),
            table(5, "plan", "id!"),
            table(6, "author", "id! home!"),
            table(7, "plan_use", "id! org_id!"),
            table(8, "country", "id!"),
            table(9, "tag", "id!"),
            table(10, "doc_tag", "doc! tag!"),
        ];
        let keys = [
            key(2, "org_id", 1),
            key(2, "author", 6),
            key(3, "doc", 2),
            key(4, "page", 3),
            key(4, "doc", 2),
            key(6, "home", 1),
            key(10, "doc", 2),
            key(10, "tag", 9),
            key(10, "place", 8),
        ];
        let text = "root = \"app.org\"\nkey = \"org_id\"\nshared = [\"app.plan_use\"]";
        let scope = Scope::decide(tenancy(text), relations, &keys, &[(9, 10)]);
        let found: Vec<String> = scope
            .relations
            .iter()
            .map(|relation| match &relation.tenant {
                None => format!("{} none", relation.table),
                Some(TenantPath::Root { column }) => format!("{} root {column}", relation.table),
                Some(TenantPath::Column { column }) => format!("{} by {column}", relation.table),
                Some(TenantPath::Parent { columns, parent, .. }) => {
                    format!("{} {} to {parent}", relation.table, columns.join(","))
                }
                Some(TenantPath::Link { link, .. }) => format!("{} linked by {link}", relation.table),
            })
            .collect();
        assert_eq!(
            found,
            [
                "org root id",
                "doc by org_id",
                "page doc to 2",
                "mark doc to 2",
                "plan none",
                "author by home",
                "plan_use none",
                "country none",
                "tag linked by 10",
                "doc_tag doc to 2",
            ]
        );
    }

    #[test]
    fn of_two_parents_the_one_that_the_policy_speaks_of_decides() {
        // Which of the keys the policies speak of, and the column by which the row is the tenant's.
        let cases: &[(&[&str], &str)] = &[
            (&["list"], "list"),
            (&["lead"], "lead"),
            (&[], "lead"),
            (&["lead", "list"], "lead"),
            (&["kind"], "lead"),
        ];
        for (spoken, way) in cases {
            let relations = vec![
                table(1, "lead", "id! org!"),
                table(2, "list", "id! org!"),
                table(3, "entry", "id! lead! list! kind!"),
                table(4, "kind", "id!"),
            ];
            let mut keys = [key(3, "lead", 1), key(3, "list", 2), key(3, "kind", 4)];
            keys.iter_mut().for_each(|key| key.is_spoken_of = spoken.contains(&key.columns[0].as_str()));
            let scope = Scope::decide(tenancy("key = \"org\""), relations, &keys, &[]);
            let Some(TenantPath::Parent { columns, .. }) = &scope.relations[2].tenant else {
                panic!("{spoken:?}: no parent");
            };
            assert_eq!(columns, &[(*way).to_owned()], "{spoken:?}");
        }
    }

    #[test]
    fn a_partition_is_found_like_its_table() {
        let mut part = table(2, "log_1", "id! org_id!");
        part.partition_of = Some(1);
        let scope =
            Scope::decide(tenancy("key = \"org\""), vec![table(1, "log", "id! org!"), part], &[], &[]);
        assert_eq!(scope.of_tenants().count(), 2);
    }
}
