//! Writes the fixes of findings as a migration.

use std::path::PathBuf;

use bulkhead_project::Project;
use bulkhead_prove::Finding;
use bulkhead_sql::{Command, classify, split};

use crate::Trouble;

/// A finding with its fix, which is SQL.
pub(super) type Candidate<'f> = (&'f Finding, &'f str);

/// The fixes that are SQL, in the order of the findings, each once.
pub(super) fn candidates(findings: &[Finding]) -> Vec<Candidate<'_>> {
    let mut found: Vec<Candidate<'_>> = Vec::new();
    // Rights on a tenant's database take effect at once, also when a migration on a scratch database changes them.
    for finding in findings.iter().filter(|finding| !finding.kind.starts_with("db_")) {
        let Some(fix) = finding.fix.as_deref().map(str::trim).filter(|fix| is_sql(fix)) else { continue };
        if !found.iter().any(|(_, known)| *known == fix) {
            found.push((finding, fix));
        }
    }
    found
}

/// Writes a new migration with the fixes, each with what it mends. `None` when there are none.
pub(super) fn write(project: &Project, fixes: &[Candidate<'_>]) -> Result<Option<PathBuf>, Trouble> {
    let Some(text) = script(fixes) else { return Ok(None) };
    let folder = project.folder.join(&project.manifest.project.migrations);
    let path = folder.join(format!("{}_close_isolation_gaps.sql", project.next_version()));
    let failed =
        |error| Trouble::usage(format!("{}: {error}", path.display()), "check that you may write there");
    std::fs::File::create_new(&path)
        .and_then(|mut file| std::io::Write::write_all(&mut file, text.as_bytes()))
        .map_err(failed)?;
    Ok(Some(path))
}

fn script(fixes: &[Candidate<'_>]) -> Option<String> {
    let mut text = "-- Closes what `bulkhead prove isolation` found.\n".to_owned();
    for (finding, fix) in fixes {
        let end = if fix.ends_with(';') { "" } else { ";" };
        text.push_str(&format!("\n-- {}: {}\n{fix}{end}\n", finding.kind, finding.object.replace('\n', " ")));
    }
    (!fixes.is_empty()).then_some(text)
}

/// Whether a fix can be run as it is. A sentence, or a comment alone, cannot.
fn is_sql(fix: &str) -> bool {
    split(fix).is_ok_and(|script| {
        !script.statements.is_empty()
            && script.statements.iter().all(|statement| {
                !matches!(classify(&fix[statement.span.clone()]).command, Command::Other { .. })
            })
    })
}

#[cfg(test)]
mod tests {
    use bulkhead_prove::Severity;

    use super::*;

    fn finding(object: &str, fix: &str) -> Finding {
        Finding {
            kind: "x".to_owned(),
            object: object.to_owned(),
            objects: Vec::new(),
            severity: Severity::High,
            place: None,
            exploit: None,
            observed: String::new(),
            fix: Some(fix.to_owned()),
        }
    }

    #[test]
    fn only_sql_is_written_and_each_once() {
        let findings = [
            finding("a", "ALTER TABLE t FORCE ROW LEVEL SECURITY"),
            finding("b", "ALTER TABLE t FORCE ROW LEVEL SECURITY"),
            finding("c", "Let a trigger compare the tenants."),
            finding("d", "-- Put the tenant first."),
            finding("e", "REVOKE TRUNCATE ON t FROM app;"),
        ];
        assert_eq!(
            script(&candidates(&findings)).unwrap(),
            "-- Closes what `bulkhead prove isolation` found.\n\n-- x: a\nALTER TABLE t FORCE ROW LEVEL SECURITY;\n\
             \n-- x: e\nREVOKE TRUNCATE ON t FROM app;\n"
        );
        assert!(script(&candidates(&findings[2..4])).is_none());
    }
}
