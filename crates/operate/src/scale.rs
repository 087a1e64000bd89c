//! Generated rows in any number.

use std::time::Instant;

use bulkhead_generate::{Membership, Scale, ScaleProgress, ScaleReport, scale};
use bulkhead_project::Tenancy;
use serde::Serialize;
use tokio_postgres::Client;

use crate::OperateError;
use crate::environment::{database_of, refuse_production};

/// What a seed at scale did, or would do.
#[derive(Clone, Debug, Serialize)]
pub struct ScaleSeedReport {
    /// The project.
    pub project: String,
    /// Its database.
    pub database: String,
    /// Whether nothing was loaded, because only the plan was wanted.
    pub dry_run: bool,
    /// What was made.
    #[serde(flatten)]
    pub scale: ScaleReport,
    /// How long all of it took, in milliseconds.
    pub duration_ms: u64,
}

/// Fills a database with generated rows, all in one transaction. Refused on a production database.
pub async fn seed_scale(
    client: &Client,
    project: &str,
    tenancy: Option<&Tenancy>,
    wanted: &Scale,
    watch: &mut dyn FnMut(ScaleProgress<'_>),
) -> Result<ScaleSeedReport, OperateError> {
    let began = Instant::now();
    refuse_production(client, "a seed").await?;
    let database = database_of(client).await?;
    let membership = tenancy.and_then(|tenancy| tenancy.context.membership.as_ref());
    let membership =
        membership.map(|found| Membership { table: &found.table, tenant: &found.tenant, user: &found.user });
    let tenancy = bulkhead_generate::Tenancy {
        root: tenancy.and_then(|tenancy| tenancy.root.as_deref()),
        key: tenancy.and_then(|tenancy| tenancy.key.as_deref()),
        shared: tenancy.map_or(&[], |tenancy| &tenancy.shared),
        membership,
        tenants: &[],
        schemas: &[],
    };
    let report = scale(client, &tenancy, wanted, watch).await?;
    let duration_ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    let (project, dry_run) = (project.to_owned(), wanted.dry_run);
    Ok(ScaleSeedReport { project, database, dry_run, scale: report, duration_ms })
}
