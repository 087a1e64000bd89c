//! The options of the commands that an operator reads.

use clap::Args;

#[derive(Debug, Args)]
pub(crate) struct Stats {
    /// Also how much each tenant has: rows and room on disk, each with how it was got
    #[arg(long)]
    pub tenants: bool,
    /// Only this tenant, table by table
    #[arg(long, value_name = "ID")]
    pub tenant: Option<String>,
    /// How many tenants
    #[arg(long, value_name = "N", default_value_t = 20, requires = "tenants", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub limit: u32,
    /// Read no rows of tenants: only what ANALYZE left for the planner
    #[arg(long)]
    pub planner_only: bool,
    #[command(flatten)]
    pub record: Record,
    #[command(flatten)]
    pub watch: Watch,
}

/// How often a command looks again.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct Watch {
    /// Look again and again, with S seconds between (2 by default); with --json one document on each line
    #[arg(long, value_name = "S", num_args = 0..=1, default_missing_value = "2", value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub watch: Option<u64>,
}

/// Whether a report is kept.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct Record {
    /// Keep the report in the project's own tables: record/COMMAND.sql of its folder says how
    #[arg(long)]
    pub record: bool,
}

#[derive(Debug, Args)]
pub(crate) struct HealthCheck {
    #[command(flatten)]
    pub record: Record,
    #[command(flatten)]
    pub watch: Watch,
}

#[derive(Debug, Args)]
pub(crate) struct MonitorPool {
    /// Also sample for a while which tenant keeps the database busy, and whom its locks keep waiting
    ///
    /// A session is attributed by its role (context.roles of the manifest), by tenant=ID in a comment at the
    /// beginning or end of its statement, or by tenant=ID in its application name. Ends with 7 when a tenant
    /// has more than four times its fair share and more than 25 % of the sessions at work, or of the waiting
    /// for locks.
    #[arg(long)]
    pub tenants: bool,
    /// For how many seconds to sample tenants; 20 give a share within about 3 points of the truth
    #[arg(long, value_name = "N", default_value_t = 10, requires = "tenants", value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub seconds: u64,
    /// How many tenants
    #[arg(long, value_name = "N", default_value_t = 20, requires = "tenants", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub limit: u32,
    #[command(flatten)]
    pub record: Record,
    #[command(flatten)]
    pub watch: Watch,
}
