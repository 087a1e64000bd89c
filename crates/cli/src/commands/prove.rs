//! `bulkhead prove`: evidence, gathered on scratch copies.

mod fix;

use bulkhead_migrate::{Interrupt, Options};
use bulkhead_project::{Level, Project, read_behaviours};
use bulkhead_prove::{
    ATTACK, Judging, LockProof, Proof, ProofReport, ProveError, RollbackProof, Scratch, Stand, behaviours,
    idempotence, isolation, live, locks, mend, rollback,
};

use super::{each, interrupt_on_signals, open, read_only, stand};
use crate::Trouble;
use crate::args::{self, Global, Prove};
use crate::context::Context;
use crate::exit::Exit;
use crate::render::{Output, proof_document, proved, sarif};

/// Every kind, in the order in which they are proved.
const ALL: [args::Proof; 5] = [
    args::Proof::Idempotence,
    args::Proof::Rollback,
    args::Proof::Locks,
    args::Proof::Isolation,
    args::Proof::Behaviours,
];

pub(super) async fn run(global: &Global, arguments: &Prove) -> Result<Output, Trouble> {
    let (context, projects) = open(global)?;
    let interrupt = interrupt_on_signals(global.quiet || global.json);
    let reports = each(projects.iter(), read_only, async |project| {
        let downs = arguments.kind.is_none_or(|wanted| wanted == args::Proof::Rollback);
        let stand = stand::find(&context, project, &interrupt, downs, None).await?;
        let ground = Ground { context: &context, project, interrupt: &interrupt, stand: &stand };
        let mut proofs = Vec::new();
        for kind in ALL {
            if arguments.kind.is_none_or(|wanted| wanted == kind) {
                let proof = ground.prove(kind, arguments).await?;
                let mut proof = proof.map(|proof| proof.accepting(&project.manifest.accepted));
                if let (Some(found), true) = (&proof, arguments.fix && kind == args::Proof::Isolation) {
                    proof = Some(ground.mend(found).await?);
                }
                proofs.extend(proof.map(Proof::grouped));
            }
        }
        let report = ProofReport::new(&project.name, proofs);
        let is_whole = arguments.kind.is_none() && arguments.case.is_empty();
        Ok(if is_whole { report.with_unmet(&project.manifest.accepted) } else { report })
    });
    let reports = reports.await?;
    let exit = if reports.iter().all(|report| report.ok) { Exit::Done } else { Exit::Findings };
    // Asked for one kind, a person wants to see each case.
    let long = arguments.kind.is_some();
    if arguments.sarif {
        return Ok(Output { text: sarif(&reports), exit });
    }
    if global.json {
        return Ok(Output { text: proof_document(exit, &reports), exit });
    }
    Ok(Output::of_reports(global, "prove", exit, &reports, |report, paint| proved(report, long, paint)))
}

/// What a proof is made of.
struct Ground<'g> {
    context: &'g Context,
    project: &'g Project,
    interrupt: &'g Interrupt,
    /// Where scratch databases are made.
    stand: &'g Stand,
}

/// Why isolation between databases is proved on their own server.
const OWN_DATABASES: &str = "tenants have databases of their own, which are on that server";

impl Ground<'_> {
    /// One proof; `None` when the project has nothing to prove that way.
    async fn prove(&self, kind: args::Proof, arguments: &Prove) -> Result<Option<Proof>, Trouble> {
        let versions = self.project.migrations.len();
        let proof = match kind {
            args::Proof::Behaviours => return self.behaviours(&arguments.case).await,
            args::Proof::Isolation => return self.isolation().await,
            args::Proof::Locks => self.locks(arguments.assume_rows).await?,
            args::Proof::Idempotence => {
                let scratch = Scratch::create(self.stand.target(), self.context.connect_timeout()).await?;
                let findings = idempotence(&scratch, self.project, &self.options(), self.interrupt).await;
                Proof::new("idempotence", &[("version", versions)], closed(scratch, findings).await?)
            }
            args::Proof::Rollback => {
                let scratch = Scratch::create(self.stand.target(), self.context.connect_timeout()).await?;
                let undone = rollback(&scratch, self.project, &self.options(), self.interrupt).await;
                let RollbackProof { findings, losses } = closed(scratch, undone).await?;
                let notes = losses
                    .iter()
                    .map(|(version, lost)| format!("undoing {version} destroys {}", lost.join(", ")));
                Proof { notes: notes.collect(), ..Proof::new("rollback", &[("version", versions)], findings) }
            }
        };
        Ok(Some(proof))
    }

    /// Watches what each statement locks, and weighs it with what the project's database has or is assumed to have.
    async fn locks(&self, assumed_rows: Option<u64>) -> Result<Proof, Trouble> {
        let judging = match assumed_rows {
            Some(rows) => Judging::Assumed { rows },
            None => live(&self.context.runner(self.project, None)?, self.project).await?,
        };
        let scratch = Scratch::create(self.stand.target(), self.context.connect_timeout()).await?;
        let watched = locks(&scratch, self.project, &self.options(), self.interrupt, &judging).await;
        let LockProof { statements, watched, findings, notes } = closed(scratch, watched).await?;
        Ok(Proof { notes, locks: statements, ..Proof::new("locks", &[("statement", watched)], findings) })
    }

    /// Attacks one tenant's rows as another.
    async fn isolation(&self) -> Result<Option<Proof>, Trouble> {
        let manifest = &self.project.manifest;
        let tied = manifest.tenancy.as_ref().is_some_and(|tenancy| tenancy.level == Level::Database);
        let there = match tied {
            true => Some(
                stand::find(self.context, self.project, self.interrupt, false, Some(OWN_DATABASES)).await?,
            ),
            false => None,
        };
        let near = there.as_ref().unwrap_or(self.stand).target();
        let scratch = Scratch::build(near, self.project, &self.options(), self.interrupt).await?;
        let proved = isolation(&scratch, manifest.tenancy.as_ref(), &manifest.project.ledger_schema).await;
        let Some(proved) = closed(scratch, proved).await? else { return Ok(None) };
        let attacks = usize::try_from(proved.attacks).unwrap_or(usize::MAX);
        let done = [("relation", proved.relations), (ATTACK, attacks)];
        let mut notes: Vec<String> =
            proved.untested.iter().map(|untested| format!("not tested: {untested}")).collect();
        notes.extend(proved.premises.iter().map(|premise| format!("taken for granted: {premise}")));
        notes.extend(proved.residual.iter().map(|channel| format!("remains: {channel}")));
        Ok(Some(Proof { notes, matrix: proved.matrix, ..Proof::new("isolation", &done, proved.findings) }))
    }

    /// Writes the fixes that leave tenants what they could do as a migration, and proves again with it.
    async fn mend(&self, found: &Proof) -> Result<Proof, Trouble> {
        let candidates = fix::candidates(&found.findings);
        if candidates.is_empty() {
            return Ok(found.clone());
        }
        let texts: Vec<String> = candidates.iter().map(|(_, fix)| (*fix).to_owned()).collect();
        let scratch =
            Scratch::build(self.stand.target(), self.project, &self.options(), self.interrupt).await?;
        let manifest = &self.project.manifest;
        let reasons =
            mend(&scratch, manifest.tenancy.as_ref(), &manifest.project.ledger_schema, &texts).await;
        let reasons = closed(scratch, reasons).await?;
        let mut notes: Vec<String> = Vec::new();
        let mut chosen = Vec::new();
        for ((finding, fix), reason) in candidates.into_iter().zip(reasons) {
            match reason {
                None => chosen.push((finding, fix)),
                Some(reason) => {
                    let (kind, object) = (&finding.kind, &finding.object);
                    notes.push(format!("no fix written for {kind} {object}: {reason}; it would be {fix}"));
                }
            }
        }
        let mut again = found.clone();
        if let Some(path) = fix::write(self.project, &chosen)? {
            let mended = Project::load(&self.project.folder)?;
            let proved = Ground { project: &mended, ..*self }.isolation().await?;
            again = proved.unwrap_or(again).accepting(&self.project.manifest.accepted);
            let (of, left) = (found.findings.len(), again.findings.len());
            notes.insert(0, format!("{} written: of {of} findings {left} are left", path.display()));
        }
        again.notes.splice(0..0, notes);
        Ok(again)
    }

    /// Runs the project's cases whose name contains `wanted`.
    async fn behaviours(&self, wanted: &str) -> Result<Option<Proof>, Trouble> {
        let files = read_behaviours(&self.project.folder)?;
        if files.is_empty() {
            return Ok(None);
        }
        let scratch =
            Scratch::build(self.stand.target(), self.project, &self.options(), self.interrupt).await?;
        let cases = async {
            let session = scratch.connect().await?;
            let cases = behaviours(session.client(), &files, wanted, self.interrupt).await;
            session.close().await;
            cases
        };
        let cases = cases.await;
        Ok(Some(Proof::by_cases(closed(scratch, cases).await?)))
    }

    fn options(&self) -> Options {
        Options::from_manifest(&self.project.manifest.locks, self.context.connect_timeout())
    }
}

/// Drops the scratch database, whatever came of the proof. The proof's own error is the one to tell.
async fn closed<T>(scratch: Scratch, outcome: Result<T, ProveError>) -> Result<T, Trouble> {
    let dropped = scratch.drop().await;
    let outcome = outcome?;
    dropped?;
    Ok(outcome)
}
