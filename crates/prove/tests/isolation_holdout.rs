//! How much the proof of isolation finds in schemas that it was not written against.
//!
//! Each folder of `holdout` is a project with one small schema in the manner of some company: its migrations alone are
//! watertight, each file of `holes` opens one hole, and each file of `harmless` is a change that opens none. All was
//! tried by hand: a hole says in its comments by which statements, and what they show with the rows of `rows.sql`.
//!
//! Every second project, every eighth hole and every sixth harmless change is tried; `BULKHEAD_SWEEP=1` tries all.
//! `HOLDOUT=crm` tries one project, `HOLDOUT=crm/holes/public_contacts` one case, and both print what was found with
//! `--nocapture`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::print_stdout, reason = "whoever tries one case wants to read what was found")]

#[path = "isolation_holdout/known.rs"]
mod known;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Duration;

use bulkhead_connect::{Origin, Target};
use bulkhead_migrate::{Interrupt, Options};
use bulkhead_project::Project;
use bulkhead_prove::{Finding, Scratch, Severity, isolation};
use known::KNOWN;

const TIMEOUT: Duration = Duration::from_secs(30);

/// Servers that work at the same time. Each has its own roles.
const SERVERS: usize = 2;

/// What is made of a project before it is proved.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Change {
    None,
    Harmless,
    Hole,
}

impl Change {
    /// One of so many cases is tried where not all are.
    fn step(self) -> usize {
        match self {
            Change::None => 2,
            Change::Harmless => 6,
            Change::Hole => 8,
        }
    }
}

struct Case {
    /// `project`, `project/holes/name` or `project/harmless/name`.
    name: String,
    project: PathBuf,
    change: Change,
    patch: String,
}

impl Case {
    fn new(folder: &Path, project: &Path, change: Change, patch: &Path) -> Case {
        let name = patch.with_extension("");
        let name = name.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
        let text = (change != Change::None).then(|| std::fs::read_to_string(patch).unwrap());
        Case { name, project: project.to_owned(), change, patch: text.unwrap_or_default() }
    }

    /// Whether a finding has to do with the hole: its kind or object has one of the words of the line `-- about:`.
    fn is_about(&self, finding: &Finding) -> bool {
        let about = self.patch.lines().find_map(|line| line.strip_prefix("-- about: "));
        let words = about.expect("a hole says what it is about");
        let met = format!("{} {} {}", finding.kind, finding.object, finding.objects.join(" "));
        words.split(", ").any(|word| met.contains(word))
    }

    /// What is wrong with the findings; nothing if they are as they should be.
    fn judge(&self, findings: &[Finding]) -> Option<String> {
        let of = |severity| findings.iter().filter(move |finding| finding.severity >= severity);
        // What only tells how much there is of others' is told of quietly.
        let (serious, any): (Vec<&Finding>, Vec<&Finding>) =
            (of(Severity::Medium).collect(), of(Severity::Low).collect());
        let list = |findings: &[&Finding]| {
            let names: Vec<String> = findings.iter().map(|it| format!("{} {}", it.kind, it.object)).collect();
            names.join("; ")
        };
        match self.change {
            Change::Hole if any.iter().any(|finding| self.is_about(finding)) => None,
            Change::Hole => Some(format!("not found, only: [{}]", list(&any))),
            Change::None | Change::Harmless if serious.is_empty() => None,
            Change::None | Change::Harmless => Some(format!("found without a hole: {}", list(&serious))),
        }
    }

    /// The proof's findings on a fresh scratch database; the error in words if there is no proof.
    async fn prove(&self, near: &Target) -> Result<Vec<Finding>, String> {
        let folder = tempfile::tempdir().unwrap();
        let migrations = folder.path().join("migrations");
        std::fs::create_dir(&migrations).unwrap();
        std::fs::copy(self.project.join("bulkhead.toml"), folder.path().join("bulkhead.toml")).unwrap();
        let first = "001_initial_schema.sql";
        std::fs::copy(self.project.join("migrations").join(first), migrations.join(first)).unwrap();
        if self.change != Change::None {
            std::fs::write(migrations.join("002_change.sql"), &self.patch).unwrap();
        }
        let project = Project::load(folder.path()).map_err(|error| error.to_string())?;
        let options = Options::from_manifest(&project.manifest.locks, TIMEOUT);
        let (_sender, interrupt) = Interrupt::new();
        let scratch = Scratch::build(near, &project, &options, &interrupt).await;
        let scratch = scratch.map_err(|error| error.to_string())?;
        let manifest = &project.manifest;
        let proved = isolation(&scratch, manifest.tenancy.as_ref(), &manifest.project.ledger_schema).await;
        scratch.drop().await.map_err(|error| error.to_string())?;
        let proved = proved.map_err(|error| error.to_string())?.expect("the manifest names the tenants");
        if std::env::var_os("HOLDOUT").is_some() {
            let findings = proved.findings.iter();
            let lines = findings.map(|it| format!("{:?} {}: {}", it.severity, it.kind, it.observed));
            let lines = lines.chain(proved.untested.iter().map(|line| format!("not tested: {line}")));
            lines.for_each(|line| println!("{}: {line}", self.name));
        }
        Ok(proved.findings)
    }
}

/// What is made of the project of a case with this name.
fn change_of(name: &str) -> Change {
    match name.split('/').nth(1) {
        Some("holes") => Change::Hole,
        Some(_) => Change::Harmless,
        None => Change::None,
    }
}

/// The files of a folder in the order of their names; none if there is no such folder.
fn sorted(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn cases() -> Vec<Case> {
    let wanted = std::env::var("HOLDOUT").unwrap_or_default();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/holdout");
    let mut cases = Vec::new();
    for project in sorted(&folder) {
        cases.push(Case::new(&folder, &project, Change::None, &project));
        for (name, change) in [("harmless", Change::Harmless), ("holes", Change::Hole)] {
            for patch in sorted(&project.join(name)) {
                cases.push(Case::new(&folder, &project, change, &patch));
            }
        }
    }
    cases.retain(|case| case.name.starts_with(&wanted));
    if wanted.is_empty() && std::env::var_os("BULKHEAD_SWEEP").is_none() {
        let mut places = BTreeMap::new();
        cases.retain(|case| {
            let place = places.entry(case.change).or_insert(0_usize);
            *place += 1;
            *place % case.change.step() == 0
        });
    }
    cases
}

/// Tries cases on a server of its own until none is left; what is wrong, by case.
fn work(queue: &Mutex<Vec<Case>>) -> BTreeMap<String, String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let server = bulkhead_testkit::private_server(&[]);
    let near = Target::parse(&server.url("postgres"), Origin::Flag, &|_| None).unwrap();
    let mut wrong = BTreeMap::new();
    loop {
        let next = queue.lock().unwrap().pop();
        let Some(case) = next else { return wrong };
        let outcome = runtime.block_on(case.prove(&near));
        let trouble = match outcome {
            Ok(findings) => case.judge(&findings),
            Err(error) => Some(format!("no proof: {error}")),
        };
        wrong.extend(trouble.map(|trouble| (case.name, trouble)));
    }
}

#[test]
fn holes_are_found_and_nothing_else_is() {
    let cases = cases();
    let count = |change| cases.iter().filter(|case| case.change == change).count();
    let (schemas, holes, harmless) = (count(Change::None), count(Change::Hole), count(Change::Harmless));
    let names: Vec<String> = cases.iter().map(|case| case.name.clone()).collect();
    let queue = Mutex::new(cases);
    let wrong: BTreeMap<String, String> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..SERVERS).map(|_| scope.spawn(|| work(&queue))).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    let wrong_of = |change| {
        let of_change = |name: &&String| change_of(name) == change;
        wrong.keys().filter(of_change).count()
    };
    println!(
        "{} of {holes} holes found; nothing found in {} of {schemas} schemas without a hole, and in {} of {harmless} \
         with a harmless change",
        holes - wrong_of(Change::Hole),
        schemas - wrong_of(Change::None),
        harmless - wrong_of(Change::Harmless),
    );
    let known: BTreeMap<&str, &str> = KNOWN.iter().copied().collect();
    let mut lines: Vec<String> = wrong
        .iter()
        .filter(|(name, _)| !known.contains_key(name.as_str()))
        .map(|(name, trouble)| format!("{name}: {trouble}"))
        .collect();
    lines.extend(
        names
            .iter()
            .filter(|name| known.contains_key(name.as_str()) && !wrong.contains_key(*name))
            .map(|name| format!("{name}: as it should be now, take it out of KNOWN")),
    );
    assert!(lines.is_empty(), "{} cases:\n{}", lines.len(), lines.join("\n"));
}
