//! Whether the guards that triggers are still stand.

use crate::health::check::{Check, Verdict, sees_all};
use crate::health::offenders::{Offender, verdict};
use crate::health::{Facts, Level, Row, cannot_look};

pub(super) const TRIGGERS: Check = Check {
    name: "disabled_triggers",
    title: "Triggers that are switched off",
    queries: &[(0, include_str!("triggers.sql"))],
    blind: sees_all,
    reason: || {
        "Critical for those of a constraint: it does not hold, and rows that break it come in. A warning for \
         others: what they guard, count or log is not guarded, counted or logged. A load that switches them \
         off has to switch them on again, and what came in meanwhile was not looked at."
            .to_owned()
    },
    judge,
    refused: cannot_look,
};

fn judge(rows: &[Row], _: &Facts) -> Verdict {
    let things = rows.iter().map(|row| {
        let level = if row.text(2) == "constraint" { Level::Critical } else { Level::Warning };
        let place = if row.text(0) == "event trigger" { String::new() } else { format!("{}: ", row.text(0)) };
        let fix = row.some(3).map(str::to_owned);
        Offender::present(level, format!("{place}{} is switched off", row.text(1)), fix)
    });
    let found = verdict(
        things.collect(),
        "all triggers are switched on",
        "SHARE ROW EXCLUSIVE on the table for a moment: writes wait; triggers of a constraint need a superuser",
        |count, worst| match count {
            1 => worst.evidence.clone(),
            count => format!("{} and {} more", worst.evidence, count - 1),
        },
    );
    Verdict { fix: found.fix.map(without_repetition), ..found }
}

/// One statement serves all constraints of a table.
fn without_repetition(fix: crate::health::Fix) -> crate::health::Fix {
    let mut statements: Vec<&str> = Vec::new();
    for line in fix.sql.lines() {
        if !statements.contains(&line) {
            statements.push(line);
        }
    }
    crate::health::Fix { sql: statements.join("\n"), ..fix }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_constraint_that_does_not_hold_is_worse_than_a_trigger() {
        let all = "ALTER TABLE public.loan ENABLE TRIGGER ALL;";
        let trigger = Row::of(&["public.loan", "trigger guard", "trigger", "ENABLE guard;"]);
        let one = Row::of(&["public.loan", "foreign key loan_book_fkey", "constraint", all]);
        let other = Row::of(&["public.loan", "foreign key loan_reader_fkey", "constraint", all]);
        let event = Row::of(&["event trigger", "event trigger no_drop", "trigger", "ENABLE no_drop;"]);
        let judged = |rows: &[Row]| judge(rows, &Facts::default());
        assert_eq!(judged(&[]).level, Level::Ok);
        assert_eq!(judged(std::slice::from_ref(&trigger)).level, Level::Warning);
        assert_eq!(judged(&[event]).summary, "event trigger no_drop is switched off");
        let found = judged(&[trigger, one, other]);
        assert_eq!(found.level, Level::Critical);
        assert_eq!(found.summary, "public.loan: foreign key loan_book_fkey is switched off and 2 more");
        assert_eq!(found.fix.unwrap().sql, format!("{all}\nENABLE guard;"));
    }
}
