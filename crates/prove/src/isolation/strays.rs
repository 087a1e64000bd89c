//! Tables that no foreign key ties to a tenant, though their columns are those of tables of tenants.

use super::scope::{Column, RelationKind, TenantPath};
use super::{Relation, Scope};

/// Tables without a tenant, and what makes them look like tenants'.
pub(super) fn strays(scope: &Scope) -> Vec<(&Relation, String)> {
    let tables = scope.relations.iter().filter(|relation| {
        let is_table = matches!(relation.kind, RelationKind::Table | RelationKind::Partitioned);
        is_table && relation.tenant.is_none() && relation.partition_of.is_none() && !scope.is_shared(relation)
    });
    tables.filter_map(|relation| Some((relation, reason(scope, relation)?))).collect()
}

fn reason(scope: &Scope, relation: &Relation) -> Option<String> {
    let same = |one: &Column, other: &Column| one.name == other.name && one.data_type == other.data_type;
    for column in &relation.columns {
        for other in scope.of_tenants() {
            let leads = match &other.tenant {
                Some(TenantPath::Column { column: key }) => *key == column.name,
                Some(TenantPath::Parent { columns, .. }) => {
                    matches!(columns.as_slice(), [it] if *it == column.name)
                }
                _ => false,
            };
            if leads && other.columns.iter().any(|it| same(it, column)) {
                return Some(format!(
                    "its column {} is that of {}, by which rows lead to a tenant, but no foreign key says so",
                    column.name, other.name
                ));
            }
        }
    }
    // One row for each row of another table, whose name it begins with: what is kept apart of it.
    let [key] = relation.key.as_slice() else { return None };
    let key = relation.columns.iter().find(|column| column.name == *key)?;
    let other = scope.of_tenants().find(|other| {
        let is_longer = relation.table.len() > other.table.len() && relation.table.starts_with(&other.table);
        let has_key = other.key == relation.key && other.columns.iter().any(|column| same(column, key));
        // Numbers that each table counts for itself are no sign.
        let is_counted = ["integer", "bigint", "smallint"].contains(&key.data_type.as_str());
        is_longer && has_key && other.schema == relation.schema && !is_counted
    })?;
    Some(format!(
        "it is called like {} and has the same key, {}, but no foreign key leads from its rows to a tenant",
        other.name, key.name
    ))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use bulkhead_project::Manifest;

    use super::*;
    use crate::isolation::scope::ForeignKey;

    fn table(oid: u32, name: &str, columns: &str) -> Relation {
        let columns = columns.split(' ').map(|column| Column {
            name: column.trim_end_matches('#').to_owned(),
            data_type: if column.ends_with('#') { "integer" } else { "text" }.to_owned(),
            not_null: true,
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

    #[test]
    fn what_has_the_columns_of_tenants_but_no_key_is_named() {
        let relations = vec![
            table(1, "mail", "id org"),
            table(2, "copy", "id mail_id"),
            table(3, "try", "id mail_id"),
            table(4, "number", "id mail_id#"),
            table(5, "mailbody", "id body"),
            table(6, "kind", "id"),
            table(7, "known", "id mail_id"),
        ];
        let keys = [ForeignKey {
            from: 2,
            to: 1,
            columns: vec!["mail_id".to_owned()],
            referenced: vec!["id".to_owned()],
            is_spoken_of: false,
        }];
        let text = "[tenancy]\nlevel = \"row\"\nkey = \"org\"\nshared = [\"app.known\"]";
        let tenancy = Manifest::parse(text, Path::new("x")).unwrap().tenancy.unwrap();
        let scope = Scope::decide(tenancy, relations, &keys, &[]);
        let found: Vec<&str> = strays(&scope).iter().map(|(relation, _)| relation.table.as_str()).collect();
        assert_eq!(found, ["try", "mailbody"]);
    }
}
