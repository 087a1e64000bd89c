//! Proofs for people.

use bulkhead_prove::{BehavioursReport, CaseReport, Problem};

use super::{Paint, count};

/// What the cases of a project showed.
pub(crate) fn proved(report: &BehavioursReport, paint: Paint) -> String {
    let mut text = format!("{}\n", paint.bold(&report.project));
    for case in &report.cases {
        text.push_str(&case_lines(case, paint));
    }
    let guards: usize = report.cases.iter().map(|case| case.guards.len()).sum();
    let wrong = report.cases.iter().filter(|case| !case.is_ok()).count();
    let cases = count(report.cases.len(), "promise");
    text.push_str(&match (report.cases.len(), wrong) {
        (0, _) => "  no cases (behaviours/*.sql)\n".to_owned(),
        (_, 0) => format!("  {cases} kept, {} shown to be needed\n", count(guards, "guard")),
        (_, wrong) => format!("  {}\n", paint.bad(&format!("{wrong} of {cases} not shown"))),
    });
    text
}

fn case_lines(case: &CaseReport, paint: Paint) -> String {
    let mark = if case.is_ok() { paint.good("ok  ") } else { paint.bad("FAIL") };
    let guards = paint.dim(&count(case.guards.len(), "guard"));
    let mut text = format!("  {mark}  {}  {guards}\n", case.name);
    let path = case.path.display();
    if let Some(problem) = &case.problem {
        text.push_str(&problem_lines(problem, &path.to_string(), case.line));
    }
    for guard in &case.guards {
        if let Some(problem) = &guard.problem {
            let sql = guard.sql.lines().next().unwrap_or_default();
            text.push_str(&format!("        without its guard: {sql}\n"));
            text.push_str(&problem_lines(problem, &path.to_string(), guard.line));
        }
    }
    text
}

/// What went wrong and where: at the statement, else at the line given.
fn problem_lines(problem: &Problem, path: &str, line: usize) -> String {
    let (said, line) = match problem {
        Problem::NotMet { line, expected, got } => {
            let mut said = format!("        expected {expected}\n");
            if got.is_empty() {
                said.push_str("             got: no row\n");
            }
            for row in got.iter().take(10) {
                said.push_str(&format!("             got: {row}\n"));
            }
            (said, *line)
        }
        Problem::Failed { line, server } => {
            (format!("        the case is broken: {server}{}\n", context(server)), *line)
        }
        Problem::GuardFailed { server } => {
            (format!("        the guard cannot be taken away: {server}{}\n", context(server)), line)
        }
        Problem::NotNoticed => ("        the case passes all the same\n".to_owned(), line),
    };
    format!("{said}        {path}:{line}\n")
}

/// The innermost call, where the server names one.
fn context(server: &bulkhead_connect::ServerError) -> String {
    let first = server.context.as_deref().and_then(|context| context.lines().next());
    first.map(|line| format!("; {line}")).unwrap_or_default()
}
