//! The command line.

mod backup;
mod figures;
mod scale;
mod upkeep;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

pub(crate) use backup::{Backup, BackupCheck, BackupDrill};
pub(crate) use figures::{HealthCheck, MonitorPool, Record, Stats, Watch};
pub(crate) use scale::{Scale, Seed};
pub(crate) use upkeep::{Partitions, Retention};

/// Build, prove and run multi-tenant PostgreSQL databases from plain SQL files.
///
/// A folder with migrations/ is a project; bulkhead.toml is optional. Without any connection setting, Bulkhead
/// uses a private PostgreSQL of its own under .bulkhead/.
#[derive(Debug, Parser)]
#[command(name = "bulkhead", version, max_term_width = 100)]
pub struct Cli {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Options of every command")]
pub(crate) struct Global {
    /// Work as if started in DIR
    #[arg(
        short = 'C',
        long = "directory",
        value_name = "DIR",
        global = true,
        default_value = ".",
        hide_default_value = true
    )]
    pub directory: PathBuf,
    /// The database. Without it: DATABASE_URL (environment or .env), the PG… variables, the embedded server
    #[arg(long, value_name = "URL", global = true)]
    pub database_url: Option<String>,
    /// Work on this project of the workspace only
    #[arg(long, value_name = "NAME", global = true)]
    pub project: Option<String>,
    /// Print one JSON document instead of text
    #[arg(long, global = true)]
    pub json: bool,
    /// What to print: text, json (as --json), or prometheus, as Prometheus reads figures; only for commands that look at
    /// a running database
    #[arg(long, value_name = "FORMAT", global = true, conflicts_with = "json", hide_possible_values = true)]
    pub format: Option<Format>,
    /// Print nothing but errors
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// When to use colour: auto, always or never
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto", hide_possible_values = true)]
    pub color: Color,
}

impl Cli {
    /// `--format json` is `--json`.
    pub(crate) fn settled(mut self) -> Cli {
        self.global.json |= self.global.format == Some(Format::Json);
        self
    }
}

/// How a command says what it has to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Json,
    Prometheus,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Start the private PostgreSQL, migrate and verify every project on it; or manage it
    Dev {
        #[command(subcommand)]
        command: Option<Dev>,
    },
    /// Write an empty migration, and the project around it if there is none
    New(New),
    /// Read from the database who the tenants are, say why, and write it into bulkhead.toml
    Init(Init),
    /// Show which versions are applied and which are pending
    Status(Status),
    /// Show what migrate would do, statement by statement
    Plan(Plan),
    /// Apply pending versions
    #[command(visible_aliases = ["up", "run", "apply"])]
    Migrate(Migrate),
    /// Undo applied versions with their down files
    #[command(visible_aliases = ["down", "revert"])]
    Rollback(Rollback),
    /// Ask the questions in verify/ and compare the answers with those that are right
    Verify,
    /// Compare the database with what its migrations make on a scratch database
    Drift,
    /// Write the schema as SQL, the same each time: schema.sql beside the migrations
    Dump(Dump),
    /// Show on a scratch copy that the database keeps its promises
    Prove(Prove),
    /// Put made-up data into the database: those of an environment, or any number of generated rows
    Seed(Seed),
    /// Take out what the seeds put in (seeds/clean.sql); generated rows stay
    Clean,
    /// Look for data that should not be there
    Validate(Watch),
    /// Show how large the database is, and the project's own figures
    Stats(Stats),
    /// Say whether the database answers and is what the files say
    Health(Watch),
    /// Look for what is wrong with the running database, or soon will be
    HealthCheck(HealthCheck),
    /// Find indexes that cost more than they give, and those that are missing
    AnalyzeIndexes(Watch),
    /// Look at the archive and the last backup, or try a restore
    Backup {
        #[command(subcommand)]
        command: Backup,
    },
    /// Show who holds the server's connections, and who holds up whom
    MonitorPool(MonitorPool),
    /// Show which statements cost most
    Queries(Queries),
    /// Show which rows are older than they are kept ([[retention]] in bulkhead.toml), and delete them with --apply
    Retention(Retention),
    /// Show the partitions of tables by time ([[partitions]]); with --apply make those ahead, take old ones away
    Partitions(Partitions),
    /// Decide what only a person can: accept changed files, settle an unfinished step
    Repair(Repair),
    /// Wait for the server, create the database, migrate, verify, and seed it
    Setup(Setup),
    /// Explain an error code, a kind of finding, or the manifest
    Explain {
        /// The code, for instance M005, rls_disabled or manifest; without it every code is listed
        code: Option<String>,
        /// List every code
        #[arg(long)]
        list: bool,
    },
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page
    #[command(hide = true)]
    Man,
}

impl Command {
    /// Whether it can print its figures as Prometheus reads them.
    pub(crate) fn has_metrics(&self) -> bool {
        matches!(
            self,
            Command::Health(_)
                | Command::HealthCheck(_)
                | Command::Stats(_)
                | Command::Queries(_)
                | Command::MonitorPool(_)
                | Command::AnalyzeIndexes(_)
                | Command::Validate(_)
                | Command::Retention(_)
                | Command::Partitions(_)
                | Command::Backup { .. }
        ) || matches!(self, Command::Seed(seed) if seed.scale.scale.is_some())
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Dev {
    /// Start the server
    Start,
    /// Stop the server; its data stays
    Stop,
    /// Show whether the server runs and where
    Status,
    /// Stop the server and remove its data
    Reset {
        /// Do not ask
        #[arg(long, short)]
        yes: bool,
    },
    /// Print the end of the server's log
    Logs {
        /// How many lines
        #[arg(long, short = 'n', value_name = "N", default_value_t = 100)]
        lines: usize,
    },
    /// Open psql on the project's database
    Psql {
        /// Arguments for psql
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Print the address of the project's database, password included
    Url,
}

#[derive(Debug, Args)]
pub(crate) struct New {
    /// What the migration does, in a few words
    #[arg(required = true)]
    pub description: Vec<String>,
    /// Write no down file
    #[arg(long)]
    pub no_down: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Status {
    /// Exit with 3 when something is pending
    #[arg(long)]
    pub exit_code: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Plan {
    /// The last version to apply
    #[arg(long, value_name = "VERSION")]
    pub to: Option<String>,
    /// Show every statement, however many
    #[arg(long)]
    pub all: bool,
    /// Exit with 3 when something is pending
    #[arg(long)]
    pub exit_code: bool,
    /// Apply versions that arrive below the newest applied one
    #[arg(long)]
    pub allow_missing: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Migrate {
    /// The last version to apply
    #[arg(long, value_name = "VERSION")]
    pub to: Option<String>,
    /// Show what would be done and do nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Apply what is applied once more, to show that it can be repeated; pending versions stay pending
    #[arg(long, conflicts_with = "allow_missing")]
    pub rerun: bool,
    /// Apply versions that arrive below the newest applied one
    #[arg(long)]
    pub allow_missing: bool,
    /// For scripts that say it everywhere: migrate asks nothing
    #[arg(long, short)]
    pub yes: bool,
    #[command(flatten)]
    pub patience: Patience,
}

#[derive(Debug, Args)]
pub(crate) struct Rollback {
    /// The version to keep; 0 undoes everything. Without it, the newest version is undone
    #[arg(long, value_name = "VERSION")]
    pub to: Option<String>,
    /// Show what would be done and do nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Do not ask, not even when data will be lost
    #[arg(long, short)]
    pub yes: bool,
    /// Undo versions even where the database says that it is a production database
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub patience: Patience,
}

#[derive(Debug, Args)]
pub(crate) struct Queries {
    /// What comes first: total time, mean time or number of calls
    #[arg(long, value_name = "ORDER", default_value = "total")]
    pub by: OrderBy,
    /// How many statements
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub limit: u32,
    /// Only the statement with this number, with its generic plan and indexes that would help; it is never run
    #[arg(long, value_name = "QUERYID", allow_negative_numbers = true)]
    pub plan: Option<i64>,
    #[command(flatten)]
    pub watch: Watch,
}

/// The order of statements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum OrderBy {
    /// The time of all calls together
    Total,
    /// The time of one call
    Mean,
    /// The number of calls
    Calls,
}

#[derive(Debug, Args)]
pub(crate) struct Init {
    /// Print the section instead of writing the file
    #[arg(long)]
    pub stdout: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Dump {
    /// Print it instead of writing the file
    #[arg(long, conflicts_with = "check")]
    pub stdout: bool,
    /// Write nothing; end with 7 when schema.sql is not what would be written
    #[arg(long)]
    pub check: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Prove {
    /// What to show; everything by default
    pub kind: Option<Proof>,
    /// Only the cases whose name contains these words
    #[arg(long, value_name = "WORDS", default_value = "", hide_default_value = true)]
    pub case: String,
    /// Write the fixes of isolation's findings as a new migration, and prove again with it
    #[arg(long)]
    pub fix: bool,
    /// For locks: judge every version as if each table had N rows, without looking at the project's database
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub assume_rows: Option<u64>,
    /// Print the findings as SARIF 2.1.0, for code hosts
    #[arg(long, conflicts_with = "json")]
    pub sarif: bool,
}

/// What can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Proof {
    /// Each version can be run again and changes nothing
    Idempotence,
    /// Each version can be undone and applied again, and nothing is left
    Rollback,
    /// Nobody waits long for a pending version: the locks of each statement, weighed with the tables' sizes
    Locks,
    /// No tenant sees or touches another's rows: rules over the catalog, and attacks
    Isolation,
    /// Every case in behaviours/ passes, and fails without each of its guards
    Behaviours,
}

#[derive(Debug, Args)]
pub(crate) struct Patience {
    /// How long each statement may wait for a lock, in milliseconds
    #[arg(long, value_name = "MS")]
    pub lock_timeout_ms: Option<u64>,
    /// How long one step may wait for locks and try again altogether, in milliseconds
    #[arg(long, value_name = "MS")]
    pub retry_budget_ms: Option<u64>,
    /// How long to wait for another run to end, in seconds
    #[arg(long, value_name = "S", default_value_t = 60)]
    pub wait_for_run_s: u64,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(crate) struct Repair {
    /// Record the files that were changed after they were applied as what was applied
    #[arg(long)]
    pub accept_changes: bool,
    /// Say that this step, as 005:3, took effect
    #[arg(long, value_name = "VERSION:STEP")]
    pub done: Option<String>,
    /// Say that this step, as 005:3, did not take effect, so that the next run repeats it
    #[arg(long, value_name = "VERSION:STEP")]
    pub retry: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Setup {
    /// How often to try to reach the server, two seconds apart
    #[arg(long, value_name = "N", default_value_t = 30)]
    pub attempts: u32,
    /// Seed for this environment; production marks the database instead, so that no seed ever reaches it
    #[arg(long, short, value_name = "NAME")]
    pub environment: Option<String>,
    #[command(flatten)]
    pub patience: Patience,
}
