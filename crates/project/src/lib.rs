//! A folder of plain SQL files, read and classified into a [`Project`].
//!
//! Everything here is text in, data out: no connection, no clock. A file that cannot be classified is an
//! error that names what was expected, because a migration silently left out is the worst outcome there is.

mod backups;
mod bands;
mod behaviour;
mod checksum;
mod commented;
mod directives;
mod error;
mod expectation;
mod file_name;
mod folder;
mod load;
mod manifest;
mod period;
mod question;
mod record;
mod seed;
mod source;
mod stub;
mod tenancy;
mod upkeep;
mod version;
mod workspace;

pub use backups::{BackupTool, Backups};
pub use bands::Band;
pub use behaviour::{BehaviourFile, Case, CaseStatement, Guard, Outcome, read_behaviours};
pub use checksum::{Checksum, normalized_digest, raw_digest};
pub use directives::{Directives, Sections};
pub use error::ProjectError;
pub use expectation::{Bound, Expectation};
pub use file_name::{FileName, Role, classify_file_name};
pub use load::{Migration, Project};
pub use manifest::{Accepted, Locks, Manifest, Order, ProjectSection, WorkspaceSection};
pub use period::{Period, Unit};
pub use question::{Figure, Question, Severity, read_figures, read_questions};
pub use record::read_record;
pub use seed::{Seed, SeedScript, TEST_ENVIRONMENT};
pub use source::{DEFAULT_MAX_FILE_BYTES, SourceFile};
pub use stub::{STUB_DOWN, STUB_UP, is_stub};
pub use tenancy::{Context, Level, Membership, Tenancy};
pub use upkeep::{Every, OldPartition, PartitionRule, Policies, RetentionRule};
pub use version::Version;
pub use workspace::{Selection, select};
