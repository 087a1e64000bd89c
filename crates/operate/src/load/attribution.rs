//! Whose session it is, by what others can see of it.

use std::collections::BTreeMap;

use serde::Serialize;

/// By what a session is attributed to a tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// It logged in as the tenant's role.
    Role,
    /// Its statement begins or ends with a comment that holds `tenant=ID`.
    Comment,
    /// Its application name holds `tenant=ID`.
    ApplicationName,
}

/// How sessions are attributed.
#[derive(Clone, Debug, Default)]
pub struct Attribution {
    /// Tenants by their login role.
    roles: BTreeMap<String, String>,
}

impl Attribution {
    /// With the login role of each tenant, as the manifest has them; empty when roles are common.
    pub fn new(roles: &BTreeMap<String, String>) -> Attribution {
        Attribution { roles: roles.iter().map(|(tenant, role)| (role.clone(), tenant.clone())).collect() }
    }

    /// The tenant of a session, and by what. A role cannot be pretended, and a comment speaks of the
    /// statement, where an application name may be left from the one before.
    pub(crate) fn of(&self, role: &str, comment: &str, application: &str) -> Option<(String, Source)> {
        let by_role = self.roles.get(role).map(|tenant| (tenant.clone(), Source::Role));
        let by_comment = || Some((named(comment)?, Source::Comment));
        by_role.or_else(by_comment).or_else(|| Some((named(application)?, Source::ApplicationName)))
    }
}

/// The tenant in `tenant=ID`, `tenant:ID` or, as sqlcommenter writes it, `tenant='ID'`.
fn named(text: &str) -> Option<String> {
    let (before, after) = text.match_indices("tenant").find_map(|(at, word)| {
        let after = text[at + word.len()..].trim_start_matches("_id").trim_start();
        let after = after.strip_prefix('=').or_else(|| after.strip_prefix(':'))?;
        Some((&text[..at], after.trim_start()))
    })?;
    // `subtenant=7` speaks of something else.
    if before.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_') {
        return None;
    }
    let id = match after.strip_prefix('\'') {
        Some(quoted) => quoted.split('\'').next(),
        None => after.split(|letter: char| letter.is_whitespace() || ",;'\"/&)".contains(letter)).next(),
    };
    id.filter(|id| !id.is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenant_is_named_in_a_comment_or_a_name() {
        let cases = [
            ("tenant=acme", Some("acme")),
            ("checkout tenant=42", Some("42")),
            (
                "route='/x',tenant='4f9e2d1c-0000-4000-8000-000000000001',v=1",
                Some("4f9e2d1c-0000-4000-8000-000000000001"),
            ),
            (" tenant_id=7, x ", Some("7")),
            ("tenant: acme;", Some("acme")),
            ("tenant", None),
            ("tenant=", None),
            ("tenant=''", None),
            ("subtenant=7", None),
            ("tenants 7", None),
            ("", None),
        ];
        for (text, tenant) in cases {
            assert_eq!(named(text).as_deref(), tenant, "{text}");
        }
    }

    #[test]
    fn what_cannot_be_pretended_comes_first() {
        let attribution = Attribution::new(&[("acme".to_owned(), "t_acme".to_owned())].into());
        let cases = [
            ("t_acme", "tenant=x", "tenant=y", Some(("acme", Source::Role))),
            ("app", "tenant=x", "tenant=y", Some(("x", Source::Comment))),
            ("app", "", "tenant=y", Some(("y", Source::ApplicationName))),
            ("app", "", "", None),
        ];
        for (role, comment, application, found) in cases {
            let found = found.map(|(tenant, source)| (tenant.to_owned(), source));
            assert_eq!(attribution.of(role, comment, application), found, "{role} {comment} {application}");
        }
    }
}
