//! What a proof finds.

use serde::Serialize;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// To know about.
    Info,
    /// Untidy, or visible that something exists.
    Low,
    /// One tenant can see that another's data exist, or be in their way.
    Medium,
    /// Destructive, or one step away from reading another tenant's rows.
    High,
    /// Rows of another tenant can be read or written.
    Critical,
}

/// Something that is not as it was promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What kind it is, in lower case with underscores; `bulkhead explain KIND` tells more.
    pub kind: String,
    /// The object it is about, as SQL names it; of several the first.
    pub object: String,
    /// All objects with the same cause, the first among them; empty until findings are grouped.
    pub objects: Vec<String>,
    /// How bad it is.
    pub severity: Severity,
    /// Where it is written: file and line, if it is.
    pub place: Option<String>,
    /// SQL that shows it, to be pasted into psql.
    pub exploit: Option<String>,
    /// What was seen.
    pub observed: String,
    /// SQL, or a sentence, that mends it.
    pub fix: Option<String>,
}
