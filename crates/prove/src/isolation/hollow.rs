//! Tables of tenants that the proof knows nothing of, because the tenant that is attacked has no row there, or sees none
//! of its own.

use crate::{Finding, Severity};

/// Findings for the tables without a row of the tenant attacked, or one for all when no table has any. `reasons` are
/// lines that begin with the name of a table.
pub(super) fn hollow(empty: &[String], filled: usize, reasons: &[String]) -> Vec<Finding> {
    let why = |table: &String| {
        let begin = format!("{table}: ");
        let reason = reasons.iter().find_map(|reason| reason.strip_prefix(&begin));
        reason.map_or_else(|| "there is no row of tenant B".to_owned(), str::to_owned)
    };
    if let (Some(first), 0) = (empty.first(), filled) {
        return vec![Finding {
            kind: "untested".to_owned(),
            object: first.clone(),
            objects: empty.to_vec(),
            severity: Severity::High,
            place: None,
            exploit: None,
            observed: format!(
                "no table has a row of the tenant that is attacked, so nothing is shown about any; {first}: {}",
                why(first)
            ),
            fix: Some(
                "-- Say under [tenancy] who the tenants are and how a session becomes one's, and let rows of two \
                 tenants be possible."
                    .to_owned(),
            ),
        }];
    }
    let finding = |table: &String| Finding {
        kind: "untested".to_owned(),
        object: table.clone(),
        objects: Vec::new(),
        severity: Severity::Medium,
        place: None,
        exploit: None,
        observed: format!("nothing is shown about {table}: {}", why(table)),
        fix: Some(format!(
            "-- Let a migration put a row of two tenants into {table}, or look at it by hand and accept the finding."
        )),
    };
    empty.iter().map(finding).collect()
}

/// A finding where most tables show tenant B none of its own rows: then it is hardly tenant B that looks, and that
/// tenant A sees none says nothing. `sighted` tables do show rows. That one table alone shows none is a choice, where all
/// else is done through functions and views.
pub(super) fn unseen(blind: &[String], sighted: usize) -> Option<Finding> {
    let first = blind.first().filter(|_| blind.len() > sighted.max(1))?;
    Some(Finding {
        kind: "untested".to_owned(),
        object: first.clone(),
        objects: blind.to_vec(),
        severity: Severity::High,
        place: None,
        exploit: None,
        observed: format!(
            "of {} tables, {} show a tenant none of its own rows, so that it sees none of another's says nothing: \
             {first} is the first",
            blind.len() + sighted,
            blind.len()
        ),
        fix: Some(
            "-- Say under [tenancy.context] how a session becomes a tenant's, so that policies take it for one. A context \
             that is signed, or needs more than one value, is set by a statement: statement = \"SELECT enter(%tenant%)\"."
                .to_owned(),
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenant_that_sees_nothing_of_its_own_shows_nothing() {
        let list = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
        let cases: [(&[&str], usize, bool); 6] = [
            (&[], 0, false),
            (&[], 2, false),
            (&["a.b"], 0, false),
            (&["a.b", "a.c"], 0, true),
            (&["a.b", "a.c"], 1, true),
            // One table that nobody reads is a choice.
            (&["a.b"], 1, false),
        ];
        for (blind, sighted, is_found) in cases {
            let found = unseen(&list(blind), sighted);
            assert_eq!(found.is_some(), is_found, "{blind:?} of {sighted} more");
            assert!(found.is_none_or(|found| found.objects == blind && found.severity == Severity::High));
        }
    }

    #[test]
    fn a_table_without_rows_is_no_good_news() {
        let list = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
        let reasons = list(&["a.b: no row could be made: why", "a.bc: other"]);
        let told = |empty: &[&str], filled| -> Vec<(Severity, String)> {
            let findings = hollow(&list(empty), filled, &reasons);
            findings.into_iter().map(|finding| (finding.severity, finding.observed)).collect()
        };
        assert_eq!(told(&[], 3), []);
        assert_eq!(told(&[], 0), []);
        let reason = "nothing is shown about a.b: no row could be made: why".to_owned();
        let other = "nothing is shown about a.c: there is no row of tenant B".to_owned();
        assert_eq!(told(&["a.b", "a.c"], 1), [(Severity::Medium, reason), (Severity::Medium, other)]);
        let all = told(&["a.b", "a.c"], 0);
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].0, Severity::High);
    }
}
