//! The one place where anything is printed: reports and troubles, for people or as JSON.

mod activity;
mod backup;
mod health;
mod human;
mod json;
mod locks;
mod operate;
mod paint;
mod plan;
mod prometheus;
mod prove;
mod sarif;
mod scale;
mod status;
mod tenants;
mod trouble;
mod upkeep;

use std::io::Write;

use serde::Serialize;

use crate::Trouble;
use crate::args::{Format, Global};
use crate::exit::Exit;
use crate::redact::redact;

pub(crate) use activity::{pool_lines, query_lines};
pub(crate) use backup::{backups_checked, drilled};
pub(crate) use health::{checked, index_lines};
pub(crate) use human::{
    dev_summary, dumped, health_line, initialised, migrated, repaired, server_status, verified,
};
pub(crate) use json::proofs as proof_document;
pub(crate) use operate::{cleaned, seeded, setup_lines, stats_lines, validated};
pub(crate) use paint::Paint;
pub(crate) use plan::planned;
pub(crate) use prometheus::{
    Metrics, backup_metrics, check_metrics, drill_metrics, health_metrics, index_metrics, partition_metrics,
    pool_metrics, query_metrics, retention_metrics, scale_metrics, stats_metrics, validate_metrics,
};
pub(crate) use prove::{drift_lines, proved};
pub(crate) use sarif::sarif;
pub(crate) use scale::scaled;
pub(crate) use status::status_lines;
pub(crate) use tenants::{load_lines, tenant_lines};
pub(crate) use upkeep::{partitioned, retained};

/// What a command has to say.
pub(crate) struct Output {
    /// Text for standard output.
    pub text: String,
    /// How the process ends.
    pub exit: Exit,
}

impl Output {
    /// The reports of a command, one for each project.
    pub fn of_reports<R: Serialize>(
        global: &Global,
        command: &str,
        exit: Exit,
        reports: &[R],
        human: impl Fn(&R, Paint) -> String,
    ) -> Output {
        let paint = Paint::for_stdout(global.color);
        let text = match (global.json, global.quiet) {
            (true, _) => json::document(command, exit, reports),
            (false, true) => String::new(),
            (false, false) => {
                reports.iter().map(|report| human(report, paint)).collect::<Vec<_>>().join("\n")
            }
        };
        Output { text, exit }
    }

    /// The same for a command whose figures Prometheus can read.
    pub fn of_figures<R: Serialize>(
        global: &Global,
        command: &str,
        exit: Exit,
        reports: &[R],
        human: impl Fn(&R, Paint) -> String,
        metrics: impl Fn(&R, &mut Metrics),
    ) -> Output {
        if global.format != Some(Format::Prometheus) {
            return Output::of_reports(global, command, exit, reports, human);
        }
        let mut all = Metrics::default();
        reports.iter().for_each(|report| metrics(report, &mut all));
        Output { text: all.text(), exit }
    }

    /// One report that belongs to no project.
    pub fn of_report<R: Serialize>(
        global: &Global,
        command: &str,
        report: &R,
        human: impl FnOnce(&R, Paint) -> String,
    ) -> Output {
        if global.quiet && !global.json {
            return Output::of_text(String::new());
        }
        Output::of_answer(global, command, report, |report| human(report, Paint::for_stdout(global.color)))
    }

    /// What was asked for, printed even when quiet: without it there was no reason to ask.
    pub fn of_answer<R: Serialize>(
        global: &Global,
        command: &str,
        report: &R,
        human: impl FnOnce(&R) -> String,
    ) -> Output {
        Output::of_text(if global.json { json::single(command, report) } else { human(report) })
    }

    /// Plain text, the same for everybody: scripts for shells and manual pages.
    pub fn of_text(text: String) -> Output {
        Output { text, exit: Exit::Done }
    }
}

/// Prints what a command has to say.
pub(crate) fn show(output: &Output) {
    write_line(&mut std::io::stdout().lock(), &output.text);
}

/// Prints once more, where the last was: on a terminal over it, as JSON on one line, else below.
pub(crate) fn show_again(global: &Global, output: &Output) {
    use std::io::IsTerminal;
    let mut stdout = std::io::stdout().lock();
    let text = match (global.json, stdout.is_terminal()) {
        (true, _) => json::on_one_line(&output.text),
        (false, true) => over_the_last(&output.text),
        (false, false) => output.text.clone(),
    };
    write_line(&mut stdout, &text);
}

/// Text that takes the place of what the screen shows, line by line so that nothing flickers.
fn over_the_last(text: &str) -> String {
    let lines: String = text.lines().map(|line| format!("{line}\u{1b}[K\n")).collect();
    format!("\u{1b}[H{lines}\u{1b}[J")
}

/// Prints why a command ended early: on standard error for people, on standard output as JSON.
pub(crate) fn show_trouble(global: &Global, command: &str, trouble: &Trouble) {
    if global.json {
        write_line(&mut std::io::stdout().lock(), &json::trouble(command, trouble));
    } else {
        let paint = Paint::for_stderr(global.color);
        write_line(&mut std::io::stderr().lock(), &trouble::describe(trouble, paint));
    }
}

/// Prints help on standard output, mistakes in the command line on standard error.
pub(crate) fn show_usage(error: &clap::Error) {
    let shown = error.to_string();
    let redacted = redact(&shown);
    if shown == redacted {
        // A closed pipe is nobody's loss.
        let _ = error.print();
    } else {
        to_stderr(&redacted);
    }
}

/// Prints a line about work under way.
pub(crate) fn to_stderr(line: &str) {
    write_line(&mut std::io::stderr().lock(), line);
}

/// Asks for a yes. Without a terminal nobody can be asked, and the answer is no.
pub(crate) fn agreed(question: &str) -> bool {
    ask(&format!("{question} [y/N]")).is_some_and(|answer| answer.eq_ignore_ascii_case("y"))
}

/// Prints a question and reads the answer; `None` when nobody can be asked.
fn ask(question: &str) -> Option<String> {
    use std::io::{BufRead, IsTerminal};
    if !std::io::stdin().is_terminal() || !std::io::stderr().is_terminal() {
        return None;
    }
    let mut stderr = std::io::stderr().lock();
    write!(stderr, "{question} ").and_then(|()| stderr.flush()).ok()?;
    let mut answer = String::new();
    std::io::stdin().lock().read_line(&mut answer).ok()?;
    Some(answer.trim().to_owned())
}

/// Writes text and a line end. A reader that went away (`| head`) is no error of ours.
fn write_line(stream: &mut dyn Write, text: &str) {
    if !text.is_empty() {
        let _ = stream.write_all(text.trim_end_matches('\n').as_bytes());
        let _ = stream.write_all(b"\n");
    }
}

/// A number of milliseconds as people say it.
pub(crate) fn duration(milliseconds: u64) -> String {
    match milliseconds {
        0..1_000 => format!("{milliseconds} ms"),
        1_000..60_000 => format!("{}.{} s", milliseconds / 1_000, milliseconds % 1_000 / 100),
        60_000..3_600_000 => format!("{} min {} s", milliseconds / 60_000, milliseconds % 60_000 / 1_000),
        3_600_000..172_800_000 => {
            format!("{} h {} min", milliseconds / 3_600_000, milliseconds % 3_600_000 / 60_000)
        }
        _ => format!("{} days {} h", milliseconds / 86_400_000, milliseconds % 86_400_000 / 3_600_000),
    }
}

/// A count with its noun: `1 version`, `3 versions`, `2 indexes`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    let ending = if noun.ends_with(['x', 'h']) { "es" } else { "s" };
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}{ending}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_have_the_units_that_fit() {
        let cases = [
            (999, "999 ms"),
            (1_250, "1.2 s"),
            (61_000, "1 min 1 s"),
            (3_660_000, "1 h 1 min"),
            (183_600_000, "2 days 3 h"),
        ];
        for (milliseconds, expected) in cases {
            assert_eq!(duration(milliseconds), expected);
        }
        assert_eq!(
            [count(1, "index"), count(2, "batch"), count(0, "row")],
            ["1 index", "2 batches", "0 rows"]
        );
    }

    #[test]
    fn a_look_takes_the_place_of_the_last_one() {
        assert_eq!(over_the_last("one\ntwo\n"), "\u{1b}[Hone\u{1b}[K\ntwo\u{1b}[K\n\u{1b}[J");
        assert_eq!(json::on_one_line("{\n  \"a\": [\n    1\n  ]\n}"), "{\"a\":[1]}");
    }
}
