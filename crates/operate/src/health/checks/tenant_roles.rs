//! Whether row security binds the roles that it is made for.

use bulkhead_project::Tenancy;

use super::tenancy::why_no_tenants;
use crate::health::check::{Check, Verdict};
use crate::health::offenders::{Offender, verdict};
use crate::health::{Facts, Level, Row, cannot_look};

pub(super) const ROLES: Check = Check {
    name: "tenant_roles",
    title: "Roles of the application",
    queries: &[(0, include_str!("tenant_roles.sql"))],
    blind,
    reason: || {
        "Critical when an application role passes row security, by itself or as a role that it can become: \
         every query sees all tenants, and one injected SET ROLE does. A warning when such a role can become \
         the owner of tenants' tables, who may switch row security off, or is missing. A notice when their \
         owner may log in."
            .to_owned()
    },
    judge,
    refused: cannot_look,
};

fn blind(_: &Facts, tenancy: Option<&Tenancy>) -> Option<String> {
    why_no_tenants(tenancy).or_else(|| {
        let unnamed = tenancy.is_none_or(|tenancy| tenancy.app_role.is_empty());
        unnamed.then(|| "the [tenancy] of the manifest names no app_role".to_owned())
    })
}

fn judge(rows: &[Row], _: &Facts) -> Verdict {
    let bound = rows.iter().filter(|row| row.text(1) == "application" && row.some(2).is_none()).count();
    verdict(
        rows.iter().filter_map(passes).collect(),
        match bound {
            1 => "row security binds the application role".to_owned(),
            bound => format!("row security binds all {bound} application roles"),
        },
        "none; connections that are open keep the plans they have made, so let the pools open new ones",
        |count, worst| match count {
            1 => worst.evidence.clone(),
            count => format!("{} and {} more", worst.evidence, count - 1),
        },
    )
}

/// What a row says, if it says anything.
fn passes(row: &Row) -> Option<Offender> {
    let (role, via) = (row.text(0), row.some(2));
    let tables = row.count(5);
    let power = match (row.is(3), row.is(4)) {
        (true, _) => Some(("a superuser", "NOSUPERUSER")),
        (false, true) => Some(("exempt from row security (BYPASSRLS)", "NOBYPASSRLS")),
        (false, false) => None,
    };
    let leave = |via: &str| Some(format!("REVOKE {via} FROM {role};"));
    let found = match (row.text(1), power, via) {
        ("absent", ..) => Offender::present(
            Level::Warning,
            format!("the application role {role} of the manifest does not exist"),
            None,
        ),
        ("owner", ..) => Offender::present(
            Level::Notice,
            format!("{role} owns {tables} tables of tenants and may log in"),
            Some(format!("ALTER ROLE {role} NOLOGIN;")),
        ),
        (_, Some((what, without)), None) => Offender::present(
            Level::Critical,
            format!("the application role {role} is {what}"),
            Some(format!("ALTER ROLE {role} {without};")),
        ),
        (_, Some((what, _)), Some(via)) => Offender::present(
            Level::Critical,
            format!("the application role {role} can become {via}, which is {what}"),
            leave(via),
        ),
        (_, None, via) if tables > 0 => {
            let level = if row.count(6) > 0 { Level::Critical } else { Level::Warning };
            let become_it = via.map(|via| format!("can become {via}, which ")).unwrap_or_default();
            let evidence = format!(
                "the application role {role} {become_it}owns {tables} tables of tenants and may switch their row \
                 security off"
            );
            Offender::present(level, evidence, via.and_then(leave))
        }
        _ => return None,
    };
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_leads_past_row_security_is_found() {
        // Role, kind, role that it can become, superuser, BYPASSRLS, tables it owns, those not forced.
        let cases = [
            (["application", "NULL", "f", "f", "NULL", "NULL"], Level::Ok, ""),
            (
                ["application", "NULL", "t", "t", "NULL", "NULL"],
                Level::Critical,
                "ALTER ROLE app NOSUPERUSER;",
            ),
            (
                ["application", "NULL", "f", "t", "NULL", "NULL"],
                Level::Critical,
                "ALTER ROLE app NOBYPASSRLS;",
            ),
            (["application", "boss", "f", "t", "NULL", "NULL"], Level::Critical, "REVOKE boss FROM app;"),
            (["application", "boss", "f", "f", "NULL", "NULL"], Level::Ok, ""),
            (["application", "boss", "f", "f", "3", "0"], Level::Warning, "REVOKE boss FROM app;"),
            (["application", "NULL", "f", "f", "3", "1"], Level::Critical, ""),
            (["absent", "NULL", "NULL", "NULL", "NULL", "NULL"], Level::Warning, ""),
            (["owner", "NULL", "f", "f", "3", "0"], Level::Notice, "ALTER ROLE app NOLOGIN;"),
        ];
        for (row, level, fix) in cases {
            let row: Vec<&str> = std::iter::once("app").chain(row).collect();
            let found = judge(&[Row::of(&row)], &Facts::default());
            assert_eq!(found.level, level, "{row:?}: {found:?}");
            assert_eq!(found.fix.map(|fix| fix.sql).unwrap_or_default(), fix, "{row:?}");
        }
        let fine = Row::of(&["app", "application", "NULL", "f", "f", "NULL", "NULL"]);
        assert_eq!(judge(&[fine], &Facts::default()).summary, "row security binds the application role");
    }
}
