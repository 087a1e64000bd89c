//! Defects as texts.
//!
//! ```sql
//! -- known: analyze-indexes duplicate: public.a_key     (a finding that the system names itself)
//!
//! -- defect: what is wrong, in words
//! -- command: which command finds it
//! -- finds: under which name (from which level on)
//! -- about: what the finding shows
//! -- mended                        (what the finding advises mends it)
//! INSERT INTO …;
//! -- fails                         (the next statement does)
//! CREATE UNIQUE INDEX CONCURRENTLY …;
//! -- undo                          (of what belongs to the whole server)
//! ALTER ROLE …;
//! ```

use std::fmt;
use std::path::Path;

use crate::findings::Finding;

/// Something wrong, and how it is to be found.
#[derive(Debug)]
pub(crate) struct Defect {
    pub(crate) name: String,
    pub(crate) command: String,
    /// The name of the finding.
    pub(crate) finds: String,
    /// Its level, if it has one.
    pub(crate) level: Option<String>,
    pub(crate) about: String,
    /// Whether the fix of the finding mends it.
    pub(crate) mended: bool,
    /// The statements, and whether each one fails.
    pub(crate) plant: Vec<(String, bool)>,
    pub(crate) undo: Vec<String>,
}

/// A finding that the specification of a system names.
#[derive(Debug)]
pub(crate) struct Known(String);

impl fmt::Display for Known {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Defect {
    pub(crate) fn is(&self, finding: &Finding) -> bool {
        finding.command == self.command
            && finding.name == self.finds
            && self.level.as_ref().is_none_or(|level| *level == finding.level)
            && finding.about.iter().any(|about| about.contains(&self.about))
    }
}

/// What a system names itself, and what is planted into it.
pub(crate) fn read(system: &str) -> (Vec<Known>, Vec<Defect>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/planted/defects/{system}.sql"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut parts = text.split("-- defect: ");
    let head = parts.next().unwrap_or_default();
    let known = head.lines().filter_map(|line| line.strip_prefix("-- known: "));
    (known.map(|line| Known(line.to_owned())).collect(), parts.map(defect).collect())
}

fn defect(text: &str) -> Defect {
    let name = text.lines().next().unwrap_or_default().to_owned();
    let header = |key: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(&format!("-- {key}: ")));
        line.unwrap_or_else(|| panic!("{name} has no {key}")).to_owned()
    };
    let (finds, level) = match header("finds").strip_suffix(')').and_then(|text| text.rsplit_once(" (")) {
        Some((finds, level)) => (finds.to_owned(), Some(level.to_owned())),
        None => (header("finds"), None),
    };
    let (plant, undo) = text.split_once("\n-- undo\n").unwrap_or((text, ""));
    let mut failing = false;
    let plant = plant.split("\n-- fails\n").flat_map(|part| {
        let statements = statements(part.strip_prefix(name.as_str()).unwrap_or(part));
        let fails = std::mem::replace(&mut failing, true);
        statements.into_iter().enumerate().map(move |(place, sql)| (sql, fails && place == 0))
    });
    Defect {
        command: header("command"),
        finds,
        level,
        about: header("about"),
        mended: text.lines().any(|line| line == "-- mended"),
        plant: plant.collect(),
        undo: statements(undo),
        name,
    }
}

fn statements(text: &str) -> Vec<String> {
    let script = bulkhead_sql::split(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    script.statements.iter().map(|statement| text[statement.span.clone()].to_owned()).collect()
}
