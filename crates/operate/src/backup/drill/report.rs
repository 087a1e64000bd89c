//! What a drill found.

use bulkhead_catalog::Change;
use bulkhead_connect::Target;
use bulkhead_migrate::{Answer, VerifyReport};
use bulkhead_project::{BackupTool, Project};
use serde::Serialize;

use super::choose::Chosen;
use super::rows::TableRows;
use super::{Drill, DrillTarget, open, record};
use crate::OperateError;
use crate::backup::moment;
use crate::backup::source::Source;
use crate::backup::wal::Segment;
use crate::counted::counted;
use crate::health::{Level, bounded};

/// Something that a drill found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DrillFinding {
    /// The stable kind; each has a page.
    pub kind: &'static str,
    /// How bad it is.
    pub level: Level,
    /// One line.
    pub summary: String,
    /// What was seen.
    pub evidence: Vec<String>,
}

impl DrillFinding {
    /// A finding without evidence beyond its line.
    pub(crate) fn new(kind: &'static str, level: Level, summary: String) -> DrillFinding {
        DrillFinding { kind, level, summary, evidence: Vec::new() }
    }
}

/// A copy that was left running.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeptCopy {
    /// The address of the database, without a password.
    pub url: String,
    /// How to stop it.
    pub stop: String,
}

/// The report of a drill.
#[derive(Clone, Debug, Serialize)]
pub struct DrillReport {
    /// The project.
    pub project: String,
    /// Its database.
    pub database: String,
    /// Whether nothing at or above a warning was found.
    pub ok: bool,
    /// The tool that took the backup.
    pub tool: BackupTool,
    /// The backup.
    pub backup: String,
    /// When the backup was finished, in seconds since 1970.
    pub backup_finished_at_s: Option<i64>,
    /// How long the restore took, from the first byte until the copy took connections, in milliseconds.
    pub restore_ms: Option<u64>,
    /// When the newest transaction in the copy was committed, in seconds since 1970; of a backup without archived WAL,
    /// when it was finished.
    pub newest_at_s: Option<i64>,
    /// How long before the drill that was, in seconds: at most so much time would be lost.
    pub behind_s: Option<i64>,
    /// How much WAL the source had written beyond it, in bytes.
    pub behind_bytes: Option<u64>,
    /// Where recovery ended, in bytes.
    #[serde(skip)]
    pub(crate) position: Option<u64>,
    /// Versions that the copy lacks and the source has.
    pub versions_behind: Vec<String>,
    /// The fingerprint of the source's shape.
    pub fingerprint: Option<String>,
    /// Whether the copy has the same.
    pub same_shape: Option<bool>,
    /// The answers of the copy.
    pub verify: Option<VerifyReport>,
    /// How many tables were compared; `None` when rows were not counted.
    pub tables: Option<usize>,
    /// How many rows the copy has in them.
    pub rows: Option<u64>,
    /// The tables whose number of rows differs.
    pub differing: Vec<TableRows>,
    /// What was found, worst first.
    pub findings: Vec<DrillFinding>,
    /// The copy, when it was left running.
    pub kept: Option<KeptCopy>,
}

impl DrillReport {
    pub(super) fn begin(project: &Project, source: &Source, chosen: &Chosen) -> DrillReport {
        let mut report = DrillReport {
            project: project.name.clone(),
            database: source.database.clone(),
            ok: false,
            tool: chosen.tool,
            backup: chosen.backup.label.clone(),
            backup_finished_at_s: chosen.backup.finished_at_s,
            restore_ms: None,
            newest_at_s: None,
            behind_s: None,
            behind_bytes: None,
            position: None,
            versions_behind: Vec::new(),
            fingerprint: None,
            same_shape: None,
            verify: None,
            tables: None,
            rows: None,
            differing: Vec::new(),
            findings: Vec::new(),
            kept: None,
        };
        if let Some(problem) = &chosen.backup.problem {
            report.add(DrillFinding::new("backup_unsound", Level::Warning, problem.clone()));
        }
        report
    }

    fn add(&mut self, finding: DrillFinding) {
        self.findings.push(finding);
    }

    /// The backup did not come to life.
    pub(super) fn not_restorable(&mut self, error: &OperateError) {
        let text = error.to_string();
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let summary = lines.next().unwrap_or_default().to_owned();
        let telling =
            |line: &&str| line.contains("FATAL") || line.contains("PANIC") || line.contains("ERROR");
        let evidence = lines.filter(telling).map(str::to_owned).collect();
        self.add(DrillFinding { evidence, ..DrillFinding::new("not_restorable", Level::Critical, summary) });
    }

    /// Reads from the copy how far it was brought.
    pub(super) async fn recovered(&mut self, copy: &Target, source: &Source) -> Result<(), OperateError> {
        let session = open(copy).await?;
        let sql = "SELECT extract(epoch FROM pg_last_xact_replay_timestamp())::bigint, \
                   pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')";
        let rows = bulkhead_connect::rows(session.client(), sql).await;
        session.close().await;
        let rows = rows.map_err(|error| OperateError::of(&error))?;
        let number = |column| rows.first().and_then(|row| row.get(column));
        let newest: Option<i64> = number(0).and_then(|text| text.parse().ok());
        self.newest_at_s = newest.or(self.backup_finished_at_s);
        self.behind_s = self.newest_at_s.map(|newest| (source.now_s - newest).max(0));
        if self.tool != BackupTool::PgDump {
            self.position = number(1).and_then(|text| text.parse().ok());
            self.behind_bytes = self.position.map(|position| source.position.saturating_sub(position));
        }
        Ok(())
    }

    /// Whether recovery got to the end of the archive.
    pub(super) fn judge_recovery(&mut self, source: &Source, chosen: &Chosen, target: &DrillTarget) {
        let (Some(position), DrillTarget::Latest) = (self.position, target) else { return };
        let last = chosen.archived_to.as_deref().and_then(Segment::parse);
        let Some(last) = last.filter(|last| position < last.begins(source.segment_bytes)) else { return };
        let stopped = Segment::at(1, position, source.segment_bytes).name();
        let summary =
            format!("recovery stopped in segment {}, the archive goes on to {}", &stopped[8..], last.name());
        let evidence = chosen.missing.iter().map(|name| format!("{name} is missing")).collect();
        self.add(DrillFinding { evidence, ..DrillFinding::new("wal_gap", Level::Critical, summary) });
    }

    /// The ledger of the copy against the source's.
    pub(super) fn ledger(&mut self, behind: Vec<String>, troubled: usize) {
        if !behind.is_empty() {
            let summary = format!("the copy lacks {} that the source has", counted(behind.len(), "version"));
            self.add(DrillFinding {
                evidence: behind.clone(),
                ..DrillFinding::new("versions_behind", Level::Notice, summary)
            });
        }
        if troubled > 0 {
            let summary = format!("{} of the copy in need of attention", counted(troubled, "version"));
            self.add(DrillFinding::new("versions_troubled", Level::Warning, summary));
        }
        self.versions_behind = behind;
    }

    /// The shape of the copy against the source's.
    pub(super) fn shape(&mut self, fingerprint: String, changes: &[Change]) {
        self.fingerprint = Some(fingerprint);
        self.same_shape = Some(changes.is_empty());
        if !changes.is_empty() {
            // With versions missing the shape must differ.
            let level = if self.versions_behind.is_empty() { Level::Critical } else { Level::Notice };
            let summary = format!("{} other than in the source", counted(changes.len(), "object"));
            let evidence = changes.iter().map(|change| change.object().to_string()).collect();
            self.add(DrillFinding { evidence, ..DrillFinding::new("shape_differs", level, summary) });
        }
    }

    /// The copy's answers; those that the source gets wrong, too, are not the backup's fault.
    pub(super) fn verified(&mut self, copy: VerifyReport, source: &VerifyReport) {
        let wrong_there = |answer: &Answer| {
            source
                .answers
                .iter()
                .any(|other| other.name == answer.name && other.path == answer.path && !other.ok)
        };
        let wrong: Vec<&Answer> = copy.answers.iter().filter(|answer| !answer.ok).collect();
        if !wrong.is_empty() {
            let ours = wrong.iter().filter(|answer| !wrong_there(answer)).count();
            let level = if ours > 0 { Level::Critical } else { Level::Notice };
            let evidence = wrong
                .iter()
                .map(|answer| {
                    let also = if wrong_there(answer) { ", as in the source" } else { "" };
                    format!("{}:{}: {} is wrong{also}", answer.path.display(), answer.line, answer.name)
                })
                .collect();
            let summary = format!("{} of {} wrong", wrong.len(), counted(copy.answers.len(), "answer"));
            self.add(DrillFinding { evidence, ..DrillFinding::new("verify_wrong", level, summary) });
        }
        self.verify = Some(copy);
    }

    /// The rows of every table on both sides.
    pub(super) fn counted(&mut self, tables: &[TableRows]) {
        self.tables = Some(tables.len());
        self.rows = Some(tables.iter().map(|table| table.copy).sum());
        self.differing = tables.iter().filter(|table| table.source != table.copy).cloned().collect();
        let mut lost: Vec<&TableRows> = tables.iter().filter(|table| table.lost() > 0).collect();
        lost.sort_by_key(|table| std::cmp::Reverse(table.lost()));
        if lost.is_empty() {
            return;
        }
        let empty = lost.iter().any(|table| table.copy == 0);
        let level = if empty { Level::Critical } else { Level::Warning };
        let evidence = lost.iter().map(|table| {
            let hint = if table.row_security { ", it has row security" } else { "" };
            format!("{}: {} rows, {} in the source{hint}", table.table, table.copy, table.source)
        });
        let finding = DrillFinding {
            evidence: evidence.collect(),
            ..DrillFinding::new(
                "rows_missing",
                level,
                format!("rows of {} are missing", counted(lost.len(), "table")),
            )
        };
        self.add(finding);
    }

    /// Rows could not be counted.
    pub(super) fn not_counted(&mut self, why: String) {
        self.add(DrillFinding::new("rows_not_counted", Level::Notice, why));
    }

    /// Sorts the findings and decides.
    pub(super) fn end(&mut self) {
        self.findings.sort_by_key(|finding| std::cmp::Reverse(finding.level));
        for finding in &mut self.findings {
            finding.evidence = bounded(std::mem::take(&mut finding.evidence));
        }
        self.ok = self.findings.iter().all(|finding| finding.level < Level::Warning);
    }

    pub(super) fn record(&self) -> Drill {
        record(self)
    }

    /// The moment of the newest transaction as people read it.
    pub fn newest(&self) -> Option<String> {
        self.newest_at_s.map(moment::show)
    }
}
