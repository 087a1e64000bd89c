//! JSON documents: one per command, with a version of their own.

use bulkhead_prove::ProofReport;
use bulkhead_sql::LineIndex;
use serde::Serialize;
use serde_json::{Value, json};

use crate::Trouble;
use crate::exit::Exit;

/// The version of the documents. It rises when something is removed or changes its meaning.
const VERSION: u32 = 1;

/// The document of a command that reached its end.
pub(super) fn document<R: Serialize>(command: &str, exit: Exit, reports: &[R]) -> String {
    let reports = serde_json::to_value(reports).expect("reports are plain data");
    let ok = exit == Exit::Done || exit == Exit::Pending;
    print(&json!({ "version": VERSION, "command": command, "ok": ok, "projects": reports }))
}

/// The document of proofs: besides the reports, every finding of every project in one list.
pub(crate) fn proofs(exit: Exit, reports: &[ProofReport]) -> String {
    let mut findings = Vec::new();
    for report in reports {
        for finding in report.proofs.iter().flat_map(|proof| &proof.findings) {
            let mut finding = serde_json::to_value(finding).expect("findings are plain data");
            finding["project"] = Value::from(report.project.as_str());
            findings.push(finding);
        }
    }
    let attacks: usize = reports.iter().map(ProofReport::attacks).sum();
    print(&json!({
        "version": VERSION,
        "command": "prove",
        "ok": exit == Exit::Done,
        "attacks": attacks,
        "findings": findings,
        "projects": reports,
    }))
}

/// The document of a command that has one report for all.
pub(super) fn single<R: Serialize>(command: &str, report: &R) -> String {
    print(&json!({ "version": VERSION, "command": command, "ok": true, "report": report }))
}

/// The document of a command that did not.
pub(super) fn trouble(command: &str, trouble: &Trouble) -> String {
    let place = trouble.frame.as_ref().map(|frame| {
        let position = LineIndex::new(&frame.text).position(&frame.text, frame.span.start);
        json!({ "file": frame.path, "line": position.line, "column": position.column })
    });
    print(&json!({
        "version": VERSION,
        "command": command,
        "ok": false,
        "error": {
            "code": trouble.code,
            "message": trouble.message,
            "notes": trouble.notes,
            "help": trouble.help,
            "place": place,
        },
        "project": trouble.project,
        "earlier": trouble.earlier,
        "applied": trouble.progress.finished,
        "half_way": trouble.progress.half_way.as_ref().map(|(version, done, steps)| {
            json!({ "version": version, "done": done, "steps": steps })
        }),
    }))
}

/// A document without line breaks, for those who read one after the other.
pub(super) fn on_one_line(document: &str) -> String {
    let value: Result<Value, _> = serde_json::from_str(document);
    value.map_or_else(|_| document.to_owned(), |value| value.to_string())
}

fn print(value: &Value) -> String {
    serde_json::to_string_pretty(value).expect("values are printable")
}
