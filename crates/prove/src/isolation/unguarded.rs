//! Tables of tenants without row security where no application role is known: whoever logs in reads all of them.

use std::collections::BTreeSet;

use bulkhead_project::Level;
use tokio_postgres::Client;

use super::fence::fence;
use super::needs::with_needs;
use super::{Relation, Scope};
use crate::{Finding, ProveError, Severity};

const UNSECURED: &str = "
    SELECT oid FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relrowsecurity AND NOT relispartition";

/// One finding for each table; none where application roles are known, which rules and attacks ask about.
pub(super) async fn unguarded(client: &Client, scope: &Scope) -> Result<Vec<Finding>, ProveError> {
    let tenancy = &scope.tenancy;
    if tenancy.level != Level::Row || !tenancy.app_role.is_empty() || !tenancy.context.roles.is_empty() {
        return Ok(Vec::new());
    }
    let unsecured =
        bulkhead_connect::answer(client, UNSECURED).await.map_err(|error| ProveError::of(&error))?;
    let unsecured: BTreeSet<String> = unsecured.into_iter().collect();
    let open = scope.of_tenants().filter(|relation| unsecured.contains(&relation.oid.to_string()));
    let finding = |relation: &Relation| {
        let name = &relation.name;
        // Without a context a policy has nothing to compare, and one that follows a parent is as open as that.
        let fence = tenancy.context.setting.as_ref().and_then(|_| fence(scope, relation));
        let fix = match fence {
            Some(fence) => format!(
                "ALTER TABLE {name} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;\n\
                 CREATE POLICY tenant_isolation ON {name} USING ({fence});"
            ),
            None => "-- Let the application log in as a role that owns no table and say in a setting which tenant it \
                     acts for; name both under [tenancy], and compare the setting in a policy on each table."
                .to_owned(),
        };
        Finding {
            kind: "rls_disabled".to_owned(),
            object: name.clone(),
            objects: Vec::new(),
            severity: Severity::Critical,
            place: None,
            exploit: Some(with_needs(scope, &format!("BEGIN;\nSELECT * FROM {name};\nROLLBACK;"), name)),
            observed: format!(
                "{name} has rows of tenants and no row security: whoever may read it reads those of all"
            ),
            fix: Some(fix),
        }
    };
    Ok(open.map(finding).collect())
}
