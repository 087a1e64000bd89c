//! Rows that belong to users: profiles, devices, sessions. Where a table of memberships says which tenant a user belongs
//! to, such a row is the tenant's whose member the user is.

use super::scope::{ForeignKey, Relation, RelationKind, Scope, TenantPath, is_named};

/// Finds the tables of users' rows: they have policies, and a column that the memberships' user refers to, that refers
/// to the same, or that has its name and type. `secured` are the relations with row security and a policy.
pub(crate) fn find(scope: &mut Scope, keys: &[ForeignKey], secured: &[u32]) {
    let Some(membership) = scope.tenancy.context.membership.clone() else { return };
    let Some(members) = scope.relations.iter().find(|it| is_named(it, &membership.table)) else { return };
    let has_tenant = matches!(members.tenant, Some(TenantPath::Column { .. } | TenantPath::Parent { .. }));
    let Some(user) = members.columns.iter().find(|it| it.name == membership.user).filter(|_| has_tenant)
    else {
        return;
    };
    let (link, user) = (members.oid, user.clone());
    let home = keys.iter().find(|key| key.from == link && key.columns == [user.name.clone()]);
    let column_of = |relation: &Relation| -> Option<String> {
        if let Some(home) = home.filter(|home| home.to == relation.oid) {
            return home.referenced.first().cloned();
        }
        let to_home = |key: &&ForeignKey| {
            key.from == relation.oid
                && home.is_some_and(|home| key.to == home.to && key.referenced == home.referenced)
        };
        if let Some(key) = keys.iter().find(to_home) {
            return key.columns.first().cloned();
        }
        let same = relation.columns.iter().find(|it| it.name == user.name && it.data_type == user.data_type);
        same.map(|column| column.name.clone())
    };
    let is_shared: Vec<bool> = scope.relations.iter().map(|it| scope.is_shared(it)).collect();
    for (relation, is_shared) in scope.relations.iter_mut().zip(is_shared) {
        let is_table = matches!(relation.kind, RelationKind::Table | RelationKind::Partitioned);
        if !is_table || is_shared || relation.tenant.is_some() || !secured.contains(&relation.oid) {
            continue;
        }
        if let Some(column) = column_of(relation) {
            let (columns, referenced) = (vec![user.name.clone()], vec![column]);
            relation.tenant = Some(TenantPath::Link { link, columns, referenced });
        }
    }
}

impl Scope {
    /// Whether the rows of a relation belong to users, who are known in all tenants.
    pub(crate) fn is_of_users(&self, relation: &Relation) -> bool {
        let membership = self.tenancy.context.membership.as_ref();
        let through = match &relation.tenant {
            Some(TenantPath::Link { link, columns, .. }) => self.relation(*link).zip(columns.first()),
            _ => None,
        };
        membership.zip(through).is_some_and(|(membership, (link, column))| {
            is_named(link, &membership.table) && *column == membership.user
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::isolation::scope::Column;

    #[test]
    fn what_is_a_users_is_the_tenants_whose_member_he_is() {
        let table = |oid: u32, name: &str, columns: &[&str]| Relation {
            oid,
            name: format!("app.{name}"),
            schema: "app".to_owned(),
            table: name.to_owned(),
            kind: RelationKind::Table,
            partition_of: None,
            columns: columns
                .iter()
                .map(|name| Column {
                    name: (*name).to_owned(),
                    data_type: "uuid".to_owned(),
                    not_null: true,
                    generated: false,
                })
                .collect(),
            key: vec!["id".to_owned()],
            tenant: None,
        };
        let key = |from: u32, column: &str, to: u32| ForeignKey {
            is_spoken_of: false,
            from,
            to,
            columns: vec![column.to_owned()],
            referenced: vec!["id".to_owned()],
        };
        let manifest = "[tenancy]\nlevel = \"row\"\nroot = \"app.org\"\nkey = \"org_id\"\nshared = [\"app.motd\"]\n\
                        [tenancy.context]\nsetting = \"app.user\"\n\
                        membership = { table = \"app.member\", tenant = \"org_id\", user = \"user_id\" }\n";
        let tenancy =
            bulkhead_project::Manifest::parse(manifest, std::path::Path::new("x")).unwrap().tenancy.unwrap();
        let relations = vec![
            table(1, "org", &["id"]),
            table(2, "member", &["org_id", "user_id"]),
            table(3, "account", &["id"]),
            table(4, "device", &["id", "held_by"]),
            table(5, "login", &["user_id"]),
            table(6, "open", &["user_id"]),
            table(7, "motd", &["user_id"]),
        ];
        let keys = [key(2, "org_id", 1), key(2, "user_id", 3), key(4, "held_by", 3)];
        let mut scope = Scope::decide(tenancy, relations, &keys, &[]);
        find(&mut scope, &keys, &[3, 4, 5, 7]);
        let column = |oid: u32| match &scope.relation(oid).unwrap().tenant {
            Some(TenantPath::Link { link: 2, referenced, .. }) => referenced.join(","),
            other => format!("{other:?}"),
        };
        let found: Vec<String> = (3..8).map(column).collect();
        assert_eq!(found, ["id", "held_by", "user_id", "None", "None"]);
    }
}
