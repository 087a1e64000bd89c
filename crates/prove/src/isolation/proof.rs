//! The whole proof: rows for two tenants, the rules over the catalog, and the attacks.

use std::collections::BTreeSet;
use std::time::Duration;

use bulkhead_project::{Context, Level, Tenancy};
use tokio_postgres::Client;

use super::hollow::{hollow, unseen};
use super::rows::{logins, probe_rows};
use super::strays::strays;
use super::unguarded::unguarded;
use super::{AttackReport, Cell, Scope, attack, databases, rules};
use crate::infer::{Evidence, frequent, infer, read};
use crate::{Finding, ProveError, Scratch, Severity};

/// How long one attack may take.
const ATTACK_TIMEOUT: Duration = Duration::from_secs(10);

/// What was shown about the isolation of tenants.
pub struct IsolationProof {
    /// How the tenants are kept apart: from the manifest, else read from the database.
    pub tenancy: Tenancy,
    /// How many relations hold rows of tenants.
    pub relations: usize,
    /// How many attacks were tried.
    pub attacks: u64,
    /// What was tried on which relation, by which role, with which verb.
    pub matrix: Vec<Cell>,
    /// The holes.
    pub findings: Vec<Finding>,
    /// What could not be tried, and why: nothing is known about it.
    pub untested: Vec<String>,
    /// What the proof takes for granted.
    pub premises: Vec<String>,
    /// What tenants of one server always see of each other.
    pub residual: Vec<String>,
}

/// Proves on a scratch database with all versions of the project. `None` when nobody says who the tenants are, neither
/// the manifest nor the database, and no column is in so many tables that there may be some.
pub async fn isolation(
    scratch: &Scratch,
    tenancy: Option<&Tenancy>,
    ledger_schema: &str,
) -> Result<Option<IsolationProof>, ProveError> {
    let session = scratch.connect().await?;
    let client = session.client();
    let tenancy = match tenancy {
        Some(tenancy) => tenancy.clone(),
        None => {
            let evidence = read(client).await?;
            match infer(&evidence) {
                Some(inferred) => inferred.tenancy,
                None => return Ok(of_unknown_tenants(&evidence)),
            }
        }
    };
    let mut scope = Scope::read(client, tenancy.clone(), ledger_schema).await?;
    if tenancy.level == Level::Database {
        return databases::prove(scratch.target(), client, scope).await.map(Some);
    }
    let logins = logins(client, &scope).await?;
    scope.tenancy.context.roles.extend(logins);
    let mut found = rules(client, &scope).await?;
    found.extend(unguarded(client, &scope).await?);
    let (probe, mut untested) = probe_rows(client, &scope.tenancy).await?;
    untested.extend(of_nobody(client, &scope).await?);
    session.close().await;
    let report = attack(scratch.target(), &scope, &probe, ATTACK_TIMEOUT).await?;
    let AttackReport { attacks, matrix, findings: mut met, untested: more, premises, residual, .. } = report;
    let (empty, filled, settled) = (report.empty, report.filled, report.settled);
    let mut hollow = hollow(&empty, filled, &untested);
    hollow.extend(unseen(&report.blind, report.sighted));
    untested.extend(more.iter().map(|untested| {
        let role = untested.role.as_ref().map(|role| format!(" as {role}")).unwrap_or_default();
        format!("{}{role}: {}", untested.object, untested.reason)
    }));
    let Foreseen { findings: foreseen, untested: unshown } = foreseen(found, &met, &settled);
    met.extend(foreseen);
    untested.extend(unshown);
    met.extend((attacks == 0).then(|| nothing_tried(&tenancy)));
    met.extend(hollow.into_iter().filter(|_| attacks > 0));
    worst_first(&mut met);
    let relations = scope.of_tenants().count();
    Ok(Some(IsolationProof {
        tenancy,
        relations,
        attacks,
        matrix,
        findings: met,
        untested,
        premises,
        residual,
    }))
}

/// The order in which findings are told.
pub(super) fn worst_first(findings: &mut [Finding]) {
    findings.sort_by(|one, other| {
        other
            .severity
            .cmp(&one.severity)
            .then_with(|| (&one.object, &one.kind).cmp(&(&other.object, &other.kind)))
    });
}

/// Kinds that only an attack decides: what the catalog says of them is too often guarded in another way.
const SHOWN_BY_ATTACK: &[&str] = &["policy_source_writable"];

/// Kinds that are one hole: of the policies that let rows be read or changed, an attack cannot always tell which.
const WEAK_POLICIES: &[&str] = &[
    "policy_always_true",
    "policy_tautology",
    "policy_column_capture",
    "policy_permissive_or",
    "policy_pattern_match",
    "policy_verb_gap",
    "policy_role_gap",
    "restrictive_wrong_role",
];

/// The kind, or what it has in common with others.
fn family(kind: &str) -> &str {
    if WEAK_POLICIES.contains(&kind) { "weak policies" } else { kind }
}

/// What the rules say beyond the attacks.
struct Foreseen {
    findings: Vec<Finding>,
    untested: Vec<String>,
}

/// What an attack has met says more than the rule that foresees it; what it was refused, the rule is wrong about.
fn foreseen(found: Vec<Finding>, met: &[Finding], settled: &BTreeSet<(String, String)>) -> Foreseen {
    let known: BTreeSet<(&str, &str)> =
        met.iter().map(|finding| (family(&finding.kind), finding.object.as_str())).collect();
    let mut foreseen = Foreseen { findings: Vec::new(), untested: Vec::new() };
    for finding in found {
        let is_settled = settled.contains(&(finding.kind.clone(), finding.object.clone()));
        let object = finding.object.as_str();
        // Where rules name the policy and its table, attacks name the table.
        let table = object.split_once(" on ").map_or(object, |(_, table)| table);
        let family = family(&finding.kind);
        if is_settled || known.contains(&(family, object)) || known.contains(&(family, table)) {
            continue;
        }
        match SHOWN_BY_ATTACK.contains(&finding.kind.as_str()) {
            true => foreseen.untested.push(format!(
                "{}: {} No row that opens another tenant's could be made to try it.",
                finding.object, finding.observed
            )),
            false => foreseen.findings.push(finding),
        }
    }
    foreseen
}

/// Without an attack nothing is shown, and the rules alone do not stand for it.
fn nothing_tried(tenancy: &Tenancy) -> Finding {
    untried(match tenancy.app_role.as_slice() {
        [] => "no application role is known, so nothing was attacked".to_owned(),
        roles => {
            format!("{} may do nothing with tenants' relations, so nothing was attacked", roles.join(", "))
        }
    })
}

/// Where nobody says who the tenants are, but columns look as if there were some: nothing is proved.
fn of_unknown_tenants(evidence: &Evidence) -> Option<IsolationProof> {
    let frequent = frequent(evidence);
    if frequent.is_empty() {
        return None;
    }
    let tables = evidence.tables.len();
    let seen = frequent.iter().map(|(column, number)| format!("{number} of {tables} tables have {column}"));
    let finding = Finding {
        object: "[tenancy]".to_owned(),
        fix: Some(
            "Say in [tenancy] of bulkhead.toml whose rows they are: level, key, root and app_role. Where there are no \
             tenants, accept the finding with that as the reason."
                .to_owned(),
        ),
        ..untried(format!(
            "nothing was proved: the manifest has no [tenancy], and the database does not tell who its tenants are. \
             Looked for: policies of row security that tie a column to the session, schemas with the same tables, a \
             column that is called like a tenant's or that most primary keys begin with. Found: {}.",
            seen.collect::<Vec<_>>().join(", ")
        ))
    };
    Some(IsolationProof {
        tenancy: Tenancy {
            level: Level::Row,
            root: None,
            key: None,
            app_role: Vec::new(),
            shared: Vec::new(),
            context: Context::default(),
        },
        relations: 0,
        attacks: 0,
        matrix: Vec::new(),
        findings: vec![finding],
        untested: Vec::new(),
        premises: Vec::new(),
        residual: Vec::new(),
    })
}

/// The finding that there is no proof.
pub(super) fn untried(observed: String) -> Finding {
    Finding {
        kind: "untested".to_owned(),
        object: "[tenancy] app_role".to_owned(),
        objects: Vec::new(),
        severity: Severity::High,
        place: Some("bulkhead.toml".to_owned()),
        exploit: None,
        observed,
        fix: Some(
            "Name the roles that applications log in as, and grant their rights in a migration.".to_owned(),
        ),
    }
}

/// Tables of which nothing says whose rows they hold, though they have row security, or look like tenants'.
async fn of_nobody(client: &Client, scope: &Scope) -> Result<Vec<String>, ProveError> {
    let secured = "SELECT oid FROM pg_class WHERE relrowsecurity AND NOT relispartition";
    let secured = bulkhead_connect::answer(client, secured).await.map_err(|error| ProveError::of(&error))?;
    let of_nobody = scope.relations.iter().filter(|relation| {
        relation.tenant.is_none() && !scope.is_shared(relation) && secured.contains(&relation.oid.to_string())
    });
    let strays =
        strays(scope).into_iter().filter(|(relation, _)| !secured.contains(&relation.oid.to_string()));
    let strays: Vec<String> =
        strays.map(|(relation, reason)| format!("{}: {reason}", relation.name)).collect();
    let of_nobody = of_nobody
        .map(|relation| {
            let name = &relation.name;
            format!(
                "{name}: it has row security, but no column or foreign key leads from its rows to a tenant"
            )
        })
        .chain(strays);
    Ok(of_nobody.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(kind: &str, object: &str) -> Finding {
        Finding {
            kind: kind.to_owned(),
            object: object.to_owned(),
            objects: Vec::new(),
            severity: Severity::High,
            place: None,
            exploit: None,
            observed: "seen.".to_owned(),
            fix: None,
        }
    }

    #[test]
    fn an_attack_that_was_refused_silences_the_rule_and_one_that_was_not_tried_leaves_it_open() {
        let found = vec![
            finding("policy_source_writable", "refused"),
            finding("policy_source_writable", "never tried"),
            finding("rls_disabled", "met"),
            finding("rls_disabled", "foreseen"),
            finding("policy_permissive_or", "all on app.doc"),
        ];
        let settled = BTreeSet::from([("policy_source_writable".to_owned(), "refused".to_owned())]);
        let met = [finding("rls_disabled", "met"), finding("policy_always_true", "app.doc")];
        let foreseen = foreseen(found, &met, &settled);
        assert_eq!(foreseen.findings, [finding("rls_disabled", "foreseen")]);
        let untested = "never tried: seen. No row that opens another tenant's could be made to try it.";
        assert_eq!(foreseen.untested, [untested]);
    }
}
