//! What the proofs of a project showed.

use bulkhead_project::Accepted;
use serde::Serialize;

use crate::group::group;
use crate::{CaseReport, Cell, Finding, LockedStatement, Problem, Severity};

/// The proofs of one project.
#[derive(Clone, Debug, Serialize)]
pub struct ProofReport {
    /// The project.
    pub project: String,
    /// Whether nothing was found.
    pub ok: bool,
    /// The proofs in the order in which they were made.
    pub proofs: Vec<Proof>,
    /// What the manifest accepts and no proof found, where all were made.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unmet: Vec<Accepted>,
}

/// One proof.
#[derive(Clone, Debug, Serialize)]
pub struct Proof {
    /// What was to be shown: `behaviours`, `idempotence`, `rollback`, `locks` or `isolation`.
    pub kind: &'static str,
    /// What was done for it, counted.
    pub done: Vec<Count>,
    /// What speaks against it.
    pub findings: Vec<Finding>,
    /// What the project knows and accepts, with its reasons.
    pub accepted: Vec<AcceptedFinding>,
    /// What a reader should know besides.
    pub notes: Vec<String>,
    /// What was tried by `isolation`, on which relation, by which role, with which verb.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub matrix: Vec<Cell>,
    /// What the statements locked, for `locks`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub locks: Vec<LockedStatement>,
    /// The cases of `behaviours`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<CaseReport>,
}

/// A finding that the manifest accepts.
#[derive(Clone, Debug, Serialize)]
pub struct AcceptedFinding {
    /// The finding.
    pub finding: Finding,
    /// Why it is accepted.
    pub reason: String,
}

/// How many of something.
#[derive(Clone, Debug, Serialize)]
pub struct Count {
    /// What is counted, one of it.
    pub what: &'static str,
    /// How many.
    pub number: usize,
}

impl ProofReport {
    /// The report on a project.
    pub fn new(project: &str, proofs: Vec<Proof>) -> ProofReport {
        let ok = proofs.iter().all(|proof| proof.findings.is_empty());
        ProofReport { project: project.to_owned(), ok, proofs, unmet: Vec::new() }
    }

    /// Tells which of the manifest's acceptances nothing met. For reports on all proofs: one proof alone does not meet
    /// what another finds.
    pub fn with_unmet(mut self, accepted: &[Accepted]) -> ProofReport {
        let met = |known: &&Accepted| {
            let mut met = self.proofs.iter().flat_map(|proof| &proof.accepted);
            met.any(|it| is_about(known, &it.finding))
        };
        self.unmet = accepted.iter().filter(|known| !met(known)).cloned().collect();
        self
    }

    /// How many attacks were tried.
    pub fn attacks(&self) -> usize {
        let counts = self.proofs.iter().flat_map(|proof| &proof.done);
        counts.filter(|count| count.what == ATTACK).map(|count| count.number).sum()
    }
}

/// What the attacks of a proof are counted as.
pub const ATTACK: &str = "attack";

impl Proof {
    /// A proof that did so many of each thing.
    pub fn new(kind: &'static str, done: &[(&'static str, usize)], findings: Vec<Finding>) -> Proof {
        let done = done.iter().map(|(what, number)| Count { what, number: *number }).collect();
        Proof {
            kind,
            done,
            findings,
            accepted: Vec::new(),
            notes: Vec::new(),
            matrix: Vec::new(),
            locks: Vec::new(),
            cases: Vec::new(),
        }
    }

    /// Sets apart the findings that the manifest accepts, by kind and object.
    pub fn accepting(mut self, accepted: &[Accepted]) -> Proof {
        let reason = |finding: &Finding| {
            let known = accepted.iter().find(|known| is_about(known, finding))?;
            Some(known.reason.clone())
        };
        for finding in std::mem::take(&mut self.findings) {
            match reason(&finding) {
                Some(reason) => self.accepted.push(AcceptedFinding { finding, reason }),
                None => self.findings.push(finding),
            }
        }
        self
    }

    /// Makes one finding of those that have one cause. After [`Proof::accepting`], which knows single objects.
    pub fn grouped(mut self) -> Proof {
        self.findings = group(self.findings);
        for AcceptedFinding { finding, .. } in &mut self.accepted {
            finding.objects = vec![finding.object.clone()];
        }
        self
    }

    /// The proof by a project's own cases.
    pub fn by_cases(cases: Vec<CaseReport>) -> Proof {
        let guards = cases.iter().map(|case| case.guards.len()).sum();
        let findings = cases.iter().flat_map(findings).collect();
        let done = [("promise", cases.len()), ("guard", guards)];
        Proof { cases, ..Proof::new("behaviours", &done, findings) }
    }
}

/// Whether an acceptance is of a finding.
fn is_about(known: &Accepted, finding: &Finding) -> bool {
    known.kind == finding.kind && known.object == finding.object
}

/// What speaks against a case: that it is not kept, or that it does not show what it says.
fn findings(case: &CaseReport) -> Vec<Finding> {
    let finding = |line: usize, problem: &Problem, guard: Option<&str>| {
        let (kind, severity) = match (problem, guard) {
            (Problem::NotMet { .. }, None) => ("promise_broken", Severity::High),
            (_, None) => ("case_broken", Severity::Medium),
            (_, Some(_)) => ("guard_not_shown", Severity::Medium),
        };
        Finding {
            kind: kind.to_owned(),
            object: case.name.clone(),
            objects: Vec::new(),
            severity,
            place: Some(format!("{}:{}", case.path.display(), problem.line().unwrap_or(line))),
            exploit: guard.map(str::to_owned),
            observed: problem.to_string(),
            fix: None,
        }
    };
    let kept = case.problem.iter().map(|problem| finding(case.line, problem, None));
    let shown = case.guards.iter().filter_map(|guard| {
        guard.problem.as_ref().map(|problem| finding(guard.line, problem, Some(&guard.sql)))
    });
    kept.chain(shown).collect()
}
