//! Proofs for people.

use bulkhead_prove::{AcceptedFinding, CaseReport, DriftReport, Finding, Proof, ProofReport, Severity};

use super::locks::lock_table;
use super::{Paint, count};

/// What the proofs of a project showed; with `long`, each case of it.
pub(crate) fn proved(report: &ProofReport, long: bool, paint: Paint) -> String {
    let mut text = format!("{}\n", paint.bold(&report.project));
    if report.proofs.is_empty() {
        text.push_str("  nothing to prove: no tenants and no cases\n");
    }
    for proof in &report.proofs {
        text.push_str(&proof_lines(proof, long, paint));
    }
    for known in &report.unmet {
        let (kind, object) = (&known.kind, &known.object);
        let said = format!("bulkhead.toml accepts {kind} {object}, which no proof found; the entry can go");
        text.push_str(&format!("  {} {said}\n", paint.dim("note:")));
    }
    text
}

fn proof_lines(proof: &Proof, long: bool, paint: Paint) -> String {
    let mark = if proof.findings.is_empty() { paint.good("ok  ") } else { paint.bad("FAIL") };
    let done: Vec<String> = proof.done.iter().map(|done| count(done.number, done.what)).collect();
    let found = match proof.findings.len() {
        0 => claim(proof).to_owned(),
        number => paint.bad(&count(number, "finding")),
    };
    let mut text = format!("  {mark}  {}: {}, {found}\n", proof.kind, done.join(", "));
    if long {
        proof.cases.iter().for_each(|case| text.push_str(&case_line(case, paint)));
        text.push_str(&lock_table(&proof.locks, paint));
    }
    proof.findings.iter().for_each(|finding| text.push_str(&finding_lines(finding, paint)));
    for AcceptedFinding { finding, reason } in &proof.accepted {
        let known = format!("accepted: {} {}: {reason}", finding.kind, finding.object);
        text.push_str(&format!("        {}\n", paint.dim(&known)));
    }
    for note in proof.notes.iter().filter(|_| long) {
        text.push_str(&format!("        {} {note}\n", paint.dim("note:")));
    }
    text
}

/// What a proof without findings has shown.
fn claim(proof: &Proof) -> &'static str {
    match proof.kind {
        "idempotence" => "each can be run again and changes nothing",
        "rollback" => "each can be undone and applied again, and nothing is left",
        "locks" if proof.locks.iter().any(|statement| statement.judged) => {
            "nobody waits long for what is pending"
        }
        "locks" => "measured; none of them is pending where sizes are known",
        "isolation" => "no tenant sees or touches another's rows",
        "behaviours" => "all kept, and none without its guard",
        _ => "nothing found",
    }
}

fn case_line(case: &CaseReport, paint: Paint) -> String {
    let mark = if case.is_ok() { paint.good("ok  ") } else { paint.bad("FAIL") };
    format!("    {mark}  {}  {}\n", case.name, paint.dim(&count(case.guards.len(), "guard")))
}

/// A finding with everything that helps to understand and mend it.
fn finding_lines(finding: &Finding, paint: Paint) -> String {
    let Finding { kind, object, objects, severity, place, exploit, observed, fix } = finding;
    let more = match objects.len() {
        0 | 1 => String::new(),
        all => format!(" and {} more", all - 1),
    };
    let mut text = format!("    {}  {}  {object}{more}\n", paint.bad(word(*severity)), paint.bold(kind));
    let mut part = |name: &str, said: &str| {
        let said = said.trim().replace('\n', "\n                ");
        text.push_str(&format!("      {name:8}  {said}\n"));
    };
    part("observed", observed);
    place.iter().for_each(|place| part("at", place));
    exploit.iter().for_each(|exploit| part("exploit", exploit));
    fix.iter().for_each(|fix| part("fix", fix));
    text
}

/// How a database differs from what its migrations make.
pub(crate) fn drift_lines(report: &DriftReport, paint: Paint) -> String {
    let DriftReport { project, database, ok, version, fingerprint, diff, partitions } = report;
    let at =
        version.as_ref().map_or("without any version".to_owned(), |version| format!("at version {version}"));
    let mut text = format!("{}  database {database} {at}: ", paint.bold(project));
    text.push_str(&match ok {
        true => format!("{}, fingerprint {}\n", paint.good("what its migrations make"), &fingerprint[..16]),
        false => format!("{}\n", paint.bad(&count(diff.changes.len(), "difference"))),
    });
    for line in diff.to_string().lines() {
        text.push_str(&format!("  {line}\n"));
    }
    if *partitions > 0 {
        let partitions = count(*partitions, "partition or index of one");
        text.push_str(&format!(
            "  {}\n",
            paint.dim(&format!("{partitions} on one side only, which is no drift"))
        ));
    }
    text
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "info",
        Severity::Low => "low",
        Severity::Medium => "medium",
        Severity::High => "high",
        Severity::Critical => "critical",
    }
}
