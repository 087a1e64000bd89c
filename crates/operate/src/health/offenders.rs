//! Things that are measured one by one, of which the worst decides.

use super::check::Verdict;
use super::threshold::Threshold;
use super::{Fix, Level};

/// How many lines of evidence, and how many statements, a report carries.
const LINES: usize = 10;

/// A thing with its figure.
#[derive(Clone, Debug)]
pub(super) struct Offender {
    pub(super) figure: f64,
    pub(super) level: Level,
    pub(super) evidence: String,
    pub(super) fix: Option<String>,
}

impl Offender {
    /// A thing that is as bad as its figure.
    pub(super) fn measured(
        threshold: &Threshold,
        figure: f64,
        evidence: String,
        fix: Option<String>,
    ) -> Offender {
        Offender { figure, level: threshold.level(figure), evidence, fix }
    }

    /// A thing whose presence is bad.
    pub(super) fn present(level: Level, evidence: String, fix: Option<String>) -> Offender {
        Offender { figure: 0.0, level, evidence, fix }
    }
}

/// The verdict on several things: as bad as the worst. Those that are fine are left out; `fine` is the
/// summary when no other is left, `summary` makes one of how many are bad and the worst of them. `lock` is
/// what the fixes take.
pub(super) fn verdict(
    things: Vec<Offender>,
    fine: impl Into<String>,
    lock: &str,
    summary: impl Fn(usize, &Offender) -> String,
) -> Verdict {
    let mut bad: Vec<Offender> = things.into_iter().filter(|thing| thing.level > Level::Ok).collect();
    bad.sort_by(|one, other| other.level.cmp(&one.level).then(other.figure.total_cmp(&one.figure)));
    let Some(worst) = bad.first() else { return Verdict::ok(fine) };
    let statements: Vec<&str> = bad.iter().filter_map(|thing| thing.fix.as_deref()).take(LINES).collect();
    Verdict {
        level: worst.level,
        summary: summary(bad.len(), worst),
        fix: (!statements.is_empty()).then(|| Fix { sql: statements.join("\n"), lock: lock.to_owned() }),
        evidence: bad.into_iter().map(|thing| thing.evidence).collect(),
    }
}

/// The first lines, and how many more there are.
pub(crate) fn bounded(mut lines: Vec<String>) -> Vec<String> {
    let more = lines.len().saturating_sub(LINES);
    lines.truncate(LINES);
    if more > 0 {
        lines.push(format!("and {more} more"));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_comes_first_and_what_is_fine_is_left_out() {
        let thing = |level, figure, name: &str| Offender {
            figure,
            level,
            evidence: name.to_owned(),
            fix: Some(format!("MEND {name};")),
        };
        let things = vec![
            thing(Level::Ok, 9.0, "fine"),
            thing(Level::Warning, 1.0, "low"),
            thing(Level::Warning, 2.0, "high"),
            thing(Level::Critical, 0.0, "worst"),
        ];
        let verdict =
            verdict(things, "all fine", "none", |count, worst| format!("{count}, {}", worst.evidence));
        assert_eq!((verdict.level, verdict.summary.as_str()), (Level::Critical, "3, worst"));
        assert_eq!(verdict.evidence, ["worst", "high", "low"]);
        assert_eq!(verdict.fix.unwrap().sql, "MEND worst;\nMEND high;\nMEND low;");
    }

    #[test]
    fn evidence_is_bounded() {
        let lines: Vec<String> = (0..12).map(|line| line.to_string()).collect();
        let bounded = bounded(lines);
        assert_eq!((bounded.len(), bounded[10].as_str()), (11, "and 2 more"));
    }
}
