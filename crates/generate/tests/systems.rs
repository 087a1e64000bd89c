//! Every table of every reference system takes made-up rows.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use bulkhead_connect::{Origin, Target};
use bulkhead_generate::{Membership, Probe, Tenancy, TenantOf, probe};
use bulkhead_migrate::{Direction, Goal, Interrupt, Options, Runner};
use bulkhead_project::Project;
use bulkhead_testkit::{PrivateServer, private_server};

const SYSTEMS: &str = "../../systems";
const TENANTS: usize = 2;
const ROWS: usize = 2;

fn systems() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(SYSTEMS);
    let folders = std::fs::read_dir(root).expect("the systems are there").flatten().map(|entry| entry.path());
    let mut systems: Vec<PathBuf> = folders.filter(|folder| folder.join("bulkhead.toml").is_file()).collect();
    systems.sort();
    systems
}

async fn migrate(server: &PrivateServer, project: &Project, database: &str) {
    let admin = server.connect("postgres").await;
    admin.batch_execute(&format!("CREATE DATABASE {database}")).await.expect("the name is free");
    let target = Target::parse(&server.url(database), Origin::Flag, &|_| None).expect("the address is right");
    let manifest = &project.manifest;
    let options = Options::from_manifest(&manifest.locks, Duration::from_secs(30));
    let runner = Runner::new(target, options, &manifest.project.ledger_schema);
    let goal = Goal { direction: Direction::Up, to: None, order: manifest.project.order };
    let (_sender, interrupt) = Interrupt::new();
    runner
        .run(project, &goal, &interrupt, &mut |_| {}, &mut |_| true)
        .await
        .unwrap_or_else(|stopped| panic!("{}", stopped.error));
}

/// What is wrong with the rows of a system.
fn problems(probe: &Probe) -> Vec<String> {
    let mut problems = Vec::new();
    for table in &probe.tables {
        if let Some(reason) = &table.skipped {
            problems.push(format!("{} is skipped: {reason}", table.table));
        }
        let owners: Vec<Option<usize>> = match table.tenant_of {
            TenantOf::Common => vec![None],
            _ => (0..TENANTS).map(Some).collect(),
        };
        for owner in owners {
            if !table.rows.iter().any(|row| row.tenant == owner) {
                problems.push(format!("{} has no row for {owner:?}", table.table));
            }
        }
        for row in &table.rows {
            // Whatever a row says or points to carries the letter of its own tenant.
            let other = row.tenant.map(|tenant| ["bulkhead_probe_b_", "bulkhead_probe_a_"][tenant]);
            let mut texts = row.values.iter().filter_map(|(_, value)| value.as_deref());
            if other.is_some_and(|other| texts.any(|text| text.contains(other))) {
                problems.push(format!("{} has a row with another tenant's text", table.table));
            }
        }
        if let TenantOf::Root { column } | TenantOf::Column { column } = &table.tenant_of {
            for row in &table.rows {
                let value =
                    row.values.iter().find(|(name, _)| name == column).and_then(|(_, value)| value.clone());
                if value != row.tenant.map(|tenant| probe.tenants[tenant].clone()) {
                    problems.push(format!("{} has a row of another tenant", table.table));
                }
            }
        }
    }
    problems
}

#[tokio::test]
async fn every_table_of_every_system_is_filled() {
    let server = private_server(&[]);
    let mut problems_of_all = Vec::new();
    for (number, folder) in systems().iter().enumerate() {
        let project = Project::load(folder).unwrap();
        let database = format!("system_{number}");
        migrate(&server, &project, &database).await;
        let client = server.connect(&database).await;
        let manifest = project.manifest.tenancy.as_ref().unwrap();
        let membership = manifest.context.membership.as_ref();
        let membership = membership.map(|found| Membership {
            table: &found.table,
            tenant: &found.tenant,
            user: &found.user,
        });
        let tenancy = Tenancy {
            root: manifest.root.as_deref(),
            key: manifest.key.as_deref(),
            shared: &manifest.shared,
            membership,
            tenants: &[],
            schemas: &[],
        };
        let began = Instant::now();
        let probe =
            probe(&client, &tenancy, TENANTS, ROWS, 1).await.unwrap_or_else(|error| panic!("{error}"));
        let name = folder.file_name().unwrap().to_string_lossy();
        let rows: usize = probe.tables.iter().map(|table| table.rows.len()).sum();
        println!("{name}: {} tables, {rows} rows, {} ms", probe.tables.len(), began.elapsed().as_millis());
        for table in &probe.tables {
            if let Some(reason) = &table.fewer {
                println!("  {}: {} rows: {reason}", table.table, table.rows.len());
            }
        }
        assert_eq!(probe.tenants.len(), TENANTS);
        assert_eq!(probe.users.len(), if membership.is_some() { TENANTS } else { 0 });
        problems_of_all.extend(problems(&probe).into_iter().map(|problem| format!("{name}: {problem}")));
    }
    assert!(problems_of_all.is_empty(), "{problems_of_all:#?}");
}
