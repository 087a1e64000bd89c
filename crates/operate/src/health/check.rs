//! What a check consists of.

use bulkhead_connect::ServerError;
use bulkhead_project::Tenancy;

use super::{Facts, Fix, Level, Row};

/// A query and what is made of its answer.
pub(super) struct Check {
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    /// The query for each generation of servers: from which `server_version_num` on, newest first. The last
    /// fits all.
    pub(super) queries: &'static [(u32, &'static str)],
    /// Why there is nothing to be seen, if so.
    pub(super) blind: fn(&Facts, Option<&Tenancy>) -> Option<String>,
    /// From where it is bad, and why.
    pub(super) reason: fn() -> String,
    /// How bad the rows are.
    pub(super) judge: fn(&[Row], &Facts) -> Verdict,
    /// What a refused query means.
    pub(super) refused: fn(&ServerError) -> Verdict,
}

impl Check {
    /// The query for this server.
    pub(super) fn query(&self, version_num: u32) -> &'static str {
        let fitting = self.queries.iter().find(|(from, _)| version_num >= *from);
        fitting.or(self.queries.last()).map_or("", |(_, sql)| sql)
    }
}

/// What a check says.
#[derive(Clone, Debug)]
pub(crate) struct Verdict {
    pub(crate) level: Level,
    pub(crate) summary: String,
    pub(crate) evidence: Vec<String>,
    pub(crate) fix: Option<Fix>,
}

impl Verdict {
    /// All is well.
    pub(crate) fn ok(summary: impl Into<String>) -> Verdict {
        Verdict::bare(Level::Ok, summary)
    }

    /// Nothing could be seen.
    pub(crate) fn skipped(why: impl Into<String>) -> Verdict {
        Verdict::bare(Level::Skipped, why)
    }

    /// A level and a line, nothing more.
    pub(crate) fn bare(level: Level, summary: impl Into<String>) -> Verdict {
        Verdict { level, summary: summary.into(), evidence: Vec::new(), fix: None }
    }
}

/// For checks that everybody may make.
pub(super) fn sees_all(_: &Facts, _: Option<&Tenancy>) -> Option<String> {
    None
}

/// For checks of what other sessions do.
pub(super) fn needs_all_stats(facts: &Facts, _: Option<&Tenancy>) -> Option<String> {
    if !facts.reads_all_stats {
        return Some(
            "sessions of other roles cannot be seen: the right is missing (GRANT pg_monitor)".to_owned(),
        );
    }
    (!facts.tracks_activities).then(|| "the setting track_activities is off".to_owned())
}

/// For checks of counted rows.
pub(super) fn needs_counts(facts: &Facts, _: Option<&Tenancy>) -> Option<String> {
    if facts.in_recovery {
        return Some("a standby does not count rows; ask the primary".to_owned());
    }
    (!facts.tracks_counts).then(|| "the setting track_counts is off".to_owned())
}
