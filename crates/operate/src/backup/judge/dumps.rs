//! What a folder of dumps leaves out: roles, rows behind row security, whole databases.

use bulkhead_project::BackupTool;

use super::{Check, Seen};
use crate::backup::model::{BackupKind, Inventory};
use crate::health::{Fix, Level, Verdict};
use bulkhead_connect::quote_identifier;

/// The inventory of dumps, or why there is nothing to judge.
fn dumps(seen: &Seen) -> Result<&Inventory, Verdict> {
    match &seen.inventory {
        Err(why) => Err(Verdict::skipped(why.clone())),
        Ok(inventory) if inventory.tool == BackupTool::PgDump => Ok(inventory),
        Ok(inventory) => Err(Verdict::skipped(format!(
            "{} copies whole clusters, nothing is left out",
            inventory.tool.word()
        ))),
    }
}

pub(super) const ROLES: Check = Check {
    name: "dump_roles",
    title: "Roles beside the dumps",
    reason: |_| {
        "Warning when the server has roles of its own and no `pg_dumpall --globals-only` lies beside the dumps: owners, \
         grants and policies name roles, and pg_dump does not write them."
            .to_owned()
    },
    judge: roles,
};

fn roles(seen: &Seen) -> Verdict {
    let inventory = match dumps(seen) {
        Ok(inventory) => inventory,
        Err(verdict) => return verdict,
    };
    let globals = inventory.backups.iter().rfind(|backup| backup.kind == BackupKind::Globals);
    match (globals, seen.source.roles) {
        (Some(globals), _) => Verdict::ok(format!("{} holds them", globals.label)),
        (None, 0) => Verdict::ok("the server has no roles of its own"),
        (None, many) => Verdict::bare(
            Level::Warning,
            format!("{many} roles are in no dump: add pg_dumpall --globals-only"),
        ),
    }
}

pub(super) const ROW_SECURITY: Check = Check {
    name: "dump_row_security",
    title: "Row security and the role that takes dumps",
    reason: |_| {
        "Critical when row security binds the role that takes dumps: pg_dump then fails, or, with \
         --enable-row-security, leaves out every row that the role may not see."
            .to_owned()
    },
    judge: row_security,
};

fn row_security(seen: &Seen) -> Verdict {
    if let Err(verdict) = dumps(seen) {
        return verdict;
    }
    if seen.source.row_security == 0 {
        return Verdict::ok("no table has row security");
    }
    let tables = seen.source.row_security;
    let Some(role) = &seen.policy.role else {
        return Verdict::skipped(format!(
            "{tables} tables have row security; name the role that takes dumps as role in the manifest's [backup]"
        ));
    };
    match seen.source.dump_role_is_bound {
        None => Verdict::bare(Level::Warning, format!("there is no role {role}")),
        Some(false) => Verdict::ok(format!("it does not bind {role}")),
        Some(true) => Verdict {
            fix: Some(Fix {
                sql: format!("ALTER ROLE {} BYPASSRLS;", quote_identifier(role)),
                lock: "none; only a superuser may".to_owned(),
            }),
            ..Verdict::bare(
                Level::Critical,
                format!("{role} takes dumps and does not see all rows of {tables} tables"),
            )
        },
    }
}

pub(super) const DATABASES: Check = Check {
    name: "dump_databases",
    title: "Databases without a dump",
    reason: |_| {
        "Critical for the project's database and those of its tenants (databases in the manifest's [tenancy.context]): \
         each needs a dump of its own."
            .to_owned()
    },
    judge: databases,
};

fn databases(seen: &Seen) -> Verdict {
    let inventory = match dumps(seen) {
        Ok(inventory) => inventory,
        Err(verdict) => return verdict,
    };
    let sound: Vec<_> = inventory.data().filter(|backup| backup.problem.is_none()).collect();
    if !sound.is_empty() && sound.iter().all(|backup| backup.database.is_none()) {
        return Verdict::skipped("plain dumps without --create do not say which database they are of");
    }
    let dumped = |name: &&String| sound.iter().any(|backup| backup.database.as_ref() == Some(*name));
    let missing: Vec<&String> = seen.wanted_databases.iter().filter(|name| !dumped(name)).collect();
    if missing.is_empty() {
        return Verdict::ok(format!("all {} are dumped", seen.wanted_databases.len()));
    }
    let evidence = missing.iter().map(|name| format!("{name} has no sound dump")).collect();
    let summary = format!("{} of {} databases have no dump", missing.len(), seen.wanted_databases.len());
    Verdict { evidence, ..Verdict::bare(Level::Critical, summary) }
}

#[cfg(test)]
mod tests {
    use bulkhead_project::BackupTool;

    use super::super::{Seen, answer_of, healthy};
    use crate::backup::model::BackupKind;
    use crate::health::Level;

    /// A server with roles and row security, and one good dump.
    fn dumped() -> Seen {
        let mut seen = healthy();
        (seen.source.roles, seen.source.row_security) = (3, 5);
        let inventory = seen.inventory.as_mut().unwrap();
        inventory.tool = BackupTool::PgDump;
        inventory.backups.truncate(1);
        inventory.backups[0].kind = BackupKind::Dump;
        inventory.backups[0].database = Some("shop".to_owned());
        seen
    }

    #[test]
    fn roles_must_be_written_beside_the_dumps() {
        let mut seen = dumped();
        assert_eq!(answer_of(&seen, "dump_roles").level, Level::Warning);
        let inventory = seen.inventory.as_mut().unwrap();
        let mut globals = inventory.backups[0].clone();
        (globals.kind, globals.database) = (BackupKind::Globals, None);
        inventory.backups.push(globals);
        assert_eq!(answer_of(&seen, "dump_roles").level, Level::Ok);
        assert_eq!(answer_of(&healthy(), "dump_roles").level, Level::Skipped);
    }

    #[test]
    fn a_role_that_row_security_binds_must_not_take_dumps() {
        let mut seen = dumped();
        assert_eq!(answer_of(&seen, "dump_row_security").level, Level::Skipped);
        seen.policy.role = Some("backup".to_owned());
        for (bound, level) in
            [(Some(true), Level::Critical), (Some(false), Level::Ok), (None, Level::Warning)]
        {
            seen.source.dump_role_is_bound = bound;
            assert_eq!(answer_of(&seen, "dump_row_security").level, level, "{bound:?}");
        }
        seen.source.row_security = 0;
        assert_eq!(answer_of(&seen, "dump_row_security").level, Level::Ok);
    }

    #[test]
    fn every_database_of_a_tenant_needs_a_dump() {
        let mut seen = dumped();
        assert_eq!(answer_of(&seen, "dump_databases").level, Level::Ok);
        seen.wanted_databases.push("acme".to_owned());
        let check = answer_of(&seen, "dump_databases");
        assert_eq!((check.level, check.evidence[0].as_str()), (Level::Critical, "acme has no sound dump"));
        seen.inventory.as_mut().unwrap().backups[0].database = None;
        assert_eq!(answer_of(&seen, "dump_databases").level, Level::Skipped);
    }
}
