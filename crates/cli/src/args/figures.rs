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
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub limit: u32,
    /// Read no rows of tenants: only what ANALYZE left for the planner
    #[arg(long)]
    pub planner_only: bool,
}
