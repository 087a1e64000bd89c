//! What has to be there before an exploit shows anything, as comments at its head.

use bulkhead_sql::has_word;

use super::{Relation, Scope};

/// An exploit with a line for each relation that it takes rows from: those that `named_in` names.
pub(super) fn with_needs(scope: &Scope, exploit: &str, named_in: &str) -> String {
    let is_named = |relation: &&Relation| has_word(named_in, &relation.name);
    let need = |relation: &Relation| {
        let of = if relation.tenant.is_some() { " of tenant B" } else { "" };
        format!("-- needs: a row{of} in {}\n", relation.name)
    };
    let needs: String = scope.relations.iter().filter(is_named).map(need).collect();
    format!("{needs}{exploit}")
}

/// The same for an exploit with the ids of the tenants that were made up for the proof; `about` names relations that
/// the exploit does not.
pub(super) fn with_tenants(scope: &Scope, tenants: &[String; 2], exploit: &str, about: &str) -> String {
    let [a, b] = tenants;
    let exploit = with_needs(scope, exploit, &format!("{exploit} {about}"));
    let is_meant = [a, b].iter().any(|id| has_word(&exploit, id));
    let who = format!("-- tenant A is {a}, tenant B is {b}: made up for the proof, put two of your own\n");
    format!("{}{exploit}", if is_meant { who.as_str() } else { "" })
}
