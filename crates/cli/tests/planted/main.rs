//! Defects planted into the reference systems, each found by its name; and the systems as they are, in which
//! nothing is found but what they name themselves.
//!
//! A defect is a text in `defects/`; a new one needs no Rust. Each is planted into a copy of its system's
//! database, which was migrated and seeded once, on a server of the system's own.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::print_stdout, reason = "says how many defects were found")]

mod clean_up;
mod defect;
mod field;
mod findings;
mod pile_up;

use std::collections::BTreeSet;

use defect::{Defect, Known, read};
use field::Field;
use findings::{COMMANDS, Finding, of};

/// Plants every defect of a system, one after the other, and looks for it. What the defect says would mend it
/// is done, and then it is gone.
async fn plant(system: &str) {
    let field = Field::of(system).await;
    let (known, defects) = read(system);
    let untouched = untouched(&field, &known).await;
    for defect in &defects {
        assert!(!untouched.iter().any(|finding| defect.is(finding)), "{}: without it, too", defect.name);
        let copy = field.copy().await;
        let _session = copy.plant(defect).await;
        let found = copy.look_until(defect, true).await;
        if defect.mended {
            copy.mend(&found).await;
            copy.look_until(defect, false).await;
        }
        copy.undo(defect).await;
    }
    println!("{system}: {} defects found", defects.len());
}

/// What all commands find in a copy in which nothing is planted: what the system names, no more and no less.
async fn untouched(field: &Field, known: &[Known]) -> Vec<Finding> {
    let copy = field.copy().await;
    let mut findings: Vec<Finding> =
        COMMANDS.iter().flat_map(|command| of(command, &copy.run(command).document)).collect();
    // The planner's knowledge of a few made-up rows is no reason for alarm.
    copy.connect().await.batch_execute("ANALYZE").await.unwrap();
    let analyzed = ["health-check", "analyze-indexes"];
    findings.extend(analyzed.iter().flat_map(|command| of(command, &copy.run(command).document)));
    let bad: BTreeSet<String> =
        findings.iter().filter(|finding| finding.is_bad()).flat_map(Finding::named).collect();
    let named: BTreeSet<String> = known.iter().map(ToString::to_string).collect();
    assert_eq!(bad, named, "what is found in {} as it is", field.system);
    findings
}

macro_rules! systems {
    ($($test:ident = $folder:literal),* $(,)?) => {
        const SYSTEMS: &[&str] = &[$($folder),*];
        $(#[tokio::test] async fn $test() { plant($folder).await; })*
    };
}

systems!(
    adx_core = "adx-core",
    ai_modernize = "ai-modernize",
    aic_sos = "aic-sos",
    chief_of_staff = "chief-of-staff",
    experiments = "experiments",
);

#[test]
fn the_planted_set_is_large_and_every_system_has_its_share() {
    let counts: Vec<usize> = SYSTEMS.iter().map(|system| read(system).1.len()).collect();
    assert!(counts.iter().all(|count| *count >= 6), "{counts:?}");
    assert!(counts.iter().sum::<usize>() >= 40, "{counts:?}");
    let defects: Vec<Defect> = SYSTEMS.iter().flat_map(|system| read(system).1).collect();
    let commands: BTreeSet<&str> = defects.iter().map(|defect| defect.command.as_str()).collect();
    assert!(commands.iter().all(|command| COMMANDS.contains(command)), "{commands:?}");
}
