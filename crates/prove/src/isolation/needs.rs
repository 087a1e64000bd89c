//! What has to be there before an exploit shows anything, as comments at its head.

use bulkhead_sql::has_word;

use super::{Relation, RelationKind, Scope};

/// An exploit with a line for each relation that it takes rows from: those that `named_in` names.
pub(super) fn with_needs(scope: &Scope, exploit: &str, named_in: &str) -> String {
    with_needs_of(scope, exploit, named_in, |_| true)
}

fn with_needs_of(scope: &Scope, exploit: &str, named_in: &str, wanted: fn(&Relation) -> bool) -> String {
    let is_named = |relation: &&Relation| wanted(relation) && has_word(named_in, &relation.name);
    let need = |relation: &Relation| {
        let of = if relation.tenant.is_some() { " of tenant B" } else { "" };
        format!("-- needs: a row{of} in {}\n", relation.name)
    };
    let needs: String = scope.relations.iter().filter(is_named).map(need).collect();
    format!("{needs}{exploit}")
}

/// The same for an exploit with the ids of the tenants that were made up for the proof; `about` names relations that
/// the exploit does not. One that makes its rows itself needs none but those of
/// other servers.
pub(super) fn with_tenants(
    scope: &Scope,
    tenants: &[String; 2],
    exploit: &str,
    about: &str,
    makes_rows: bool,
) -> String {
    let [a, b] = tenants;
    let is_meant = [a, b].iter().any(|id| has_word(exploit, id));
    let whose = match makes_rows {
        true => "made for the exploit and gone with it",
        false => "made up for the proof, put two of your own",
    };
    let who = format!("-- tenant A is {a}, tenant B is {b}: {whose}\n");
    let named_in = format!("{exploit} {about}");
    let exploit = match makes_rows {
        // The rows of a foreign table are elsewhere.
        true => with_needs_of(scope, exploit, &named_in, |it| it.kind == RelationKind::ForeignTable),
        false => with_needs(scope, exploit, &named_in),
    };
    format!("{}{exploit}", if is_meant { who.as_str() } else { "" })
}

#[cfg(test)]
mod tests {
    use bulkhead_project::Manifest;

    use super::*;
    use crate::isolation::TenantPath;

    fn relation(name: &str, tenant: Option<TenantPath>) -> Relation {
        Relation {
            oid: 1,
            name: name.to_owned(),
            schema: "app".to_owned(),
            table: name.to_owned(),
            kind: RelationKind::Table,
            partition_of: None,
            columns: Vec::new(),
            key: Vec::new(),
            tenant,
        }
    }

    #[test]
    fn an_exploit_says_whose_rows_it_takes_and_which_ids_are_made_up() {
        let manifest = Manifest::parse("[tenancy]\nlevel = \"row\"\n", std::path::Path::new("x")).unwrap();
        let of_tenant = Some(TenantPath::Column { column: "org".to_owned() });
        let relations =
            vec![relation("app.doc", of_tenant), relation("app.docs", None), relation("app.plan", None)];
        let scope = Scope { tenancy: manifest.tenancy.unwrap(), relations };
        let exploit = "SELECT * FROM app.doc, app.plan WHERE org = 'b';";
        assert_eq!(
            with_tenants(&scope, &["a".to_owned(), "b".to_owned()], exploit, "", false),
            format!(
                "-- tenant A is a, tenant B is b: made up for the proof, put two of your own\n\
                 -- needs: a row of tenant B in app.doc\n-- needs: a row in app.plan\n{exploit}"
            )
        );
        assert_eq!(
            with_tenants(&scope, &["a".to_owned(), "b".to_owned()], exploit, "", true),
            format!("-- tenant A is a, tenant B is b: made for the exploit and gone with it\n{exploit}")
        );
    }
}
