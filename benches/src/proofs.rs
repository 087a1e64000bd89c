//! What a proof costs: reading a catalog, and showing that tenants are kept apart.

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Duration;

use bulkhead_catalog::Catalog;

use crate::measure::{print_ratios, time, time_and_memory};
use crate::server::Server;

/// The word that makes this program read a catalog and do nothing else.
pub const READ_CATALOG: &str = "read-catalog";
/// The names of the cases here.
const CATALOG: &str = "catalog-100";
const ISOLATION: &str = "isolation-100";
const DATABASE: &str = "bench_proof";

/// Runs the wanted cases.
pub fn run(
    server: &Server,
    bulkhead: &Path,
    rounds: usize,
    wanted: impl Fn(&str) -> bool,
) -> Result<(), String> {
    if !wanted(CATALOG) && !wanted(ISOLATION) {
        return Ok(());
    }
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    write_project(folder.path())?;
    let migration = folder.path().join("migrations/001_tables.sql");
    server.run("postgres", "DROP ROLE IF EXISTS bench_app; CREATE ROLE bench_app LOGIN")?;
    server.fresh(DATABASE, None)?;
    let url = server.url(DATABASE);
    let psql = || {
        let mut command = Command::new(server.psql());
        command.args(["-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-f"]).arg(&migration).arg(&url);
        command
    };
    time(&mut psql())?;
    if wanted(CATALOG) {
        catalog(server, &url, rounds)?;
    }
    if wanted(ISOLATION) {
        let proof = || {
            let mut command = Command::new(bulkhead);
            command.arg("-C").arg(folder.path()).args([
                "prove",
                "isolation",
                "--json",
                "--database-url",
                &url,
            ]);
            command
        };
        isolation(server, rounds, psql, proof)?;
    }
    server.run("postgres", &format!("DROP DATABASE {DATABASE} WITH (FORCE)"))?;
    server.run("postgres", "DROP ROLE bench_app").map(drop)
}

fn catalog(server: &Server, url: &str, rounds: usize) -> Result<(), String> {
    let own = std::env::current_exe().map_err(|error| error.to_string())?;
    let dump = server.psql().with_file_name("pg_dump");
    let mut times = [Vec::new(), Vec::new()];
    for round in 0..=rounds {
        let dumped = time(Command::new(&dump).args(["--schema-only", url]))?;
        let read = time(Command::new(&own).args([READ_CATALOG, url]))?;
        if round > 0 {
            times[0].push(dumped);
            times[1].push(read);
        }
    }
    println!(
        "\n{CATALOG}: the whole catalog of a database with 100 tables, read and brought into its canonical form"
    );
    println!("  target: at most 0.150 s");
    print_ratios(&["pg_dump --schema-only", "catalog"], &times, 0);
    Ok(())
}

fn isolation(
    server: &Server,
    rounds: usize,
    psql: impl Fn() -> Command,
    proof: impl Fn() -> Command,
) -> Result<(), String> {
    let mut times: [Vec<Duration>; 2] = [Vec::new(), Vec::new()];
    let mut peak = None;
    for round in 0..=rounds {
        server.fresh(DATABASE, None)?;
        let applied = time(&mut psql())?;
        let (proved, memory) = time_and_memory(&mut proof())?;
        peak = peak.max(memory);
        if round > 0 {
            times[0].push(applied);
            times[1].push(proved);
        }
    }
    println!("\n{ISOLATION}: prove isolation on 100 tables, scratch database and made-up rows included");
    println!("  target: at most 10 s and 200 MB");
    print_ratios(&["psql, the migrations only", "bulkhead prove isolation"], &times, 0);
    if let Some(kib) = peak {
        println!("  largest resident memory: {:.1} MB", mebibytes(kib));
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "memory in KiB is far below 2^53")]
fn mebibytes(kib: u64) -> f64 {
    kib as f64 / 1024.0
}

/// Reads the catalog of a database once.
pub fn read_catalog(url: &str) -> ExitCode {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let read = runtime.map_err(|error| error.to_string()).and_then(|runtime| {
        runtime.block_on(async {
            let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls)
                .await
                .map_err(|error| error.to_string())?;
            let driver = tokio::spawn(connection);
            let catalog = Catalog::read(&client, "public").await.map_err(|error| error.to_string())?;
            drop(client);
            driver.await.map_err(|error| error.to_string())?.map_err(|error| error.to_string())?;
            Ok(catalog.fingerprint())
        })
    });
    match read {
        Ok(_) => ExitCode::SUCCESS,
        Err(error) => {
            println!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// A project with 100 tables of a kind that products have: each refers to the one before and to its tenant, has
/// indexes, a check, a trigger and a policy.
fn write_project(folder: &Path) -> Result<(), String> {
    let save = |name: &str, text: &str| fs::write(folder.join(name), text).map_err(|error| error.to_string());
    fs::create_dir(folder.join("migrations")).map_err(|error| error.to_string())?;
    save(
        "bulkhead.toml",
        "[tenancy]\nlevel = \"row\"\nroot = \"public.tenants\"\nkey = \"tenant_id\"\napp_role = \"bench_app\"\n\n\
         [tenancy.context]\nsetting = \"app.tenant\"\n",
    )?;
    let mut sql = String::from(
        "CREATE TABLE tenants (id bigint PRIMARY KEY, name text NOT NULL UNIQUE);\n\
         CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$\n\
         BEGIN NEW.changed_at := pg_catalog.now(); RETURN NEW; END $$;\n",
    );
    sql.push_str(&guard("tenants", "id"));
    for number in 1..100 {
        let table = format!("item_{number}");
        let parent = match number {
            1 => String::new(),
            _ => format!(
                "  parent_id bigint,\n  FOREIGN KEY (tenant_id, parent_id) REFERENCES item_{} (tenant_id, id),\n",
                number - 1
            ),
        };
        sql.push_str(&format!(
            "CREATE TABLE {table} (\n  tenant_id bigint NOT NULL REFERENCES tenants ON DELETE CASCADE,\n  \
             id bigint NOT NULL,\n  name text NOT NULL CHECK (name <> ''),\n  state text NOT NULL DEFAULT 'new' \
             CHECK (state IN ('new', 'done')),\n  amount numeric(12,2),\n  changed_at timestamptz NOT NULL DEFAULT now(),\n\
             {parent}  PRIMARY KEY (tenant_id, id)\n);\n\
             CREATE INDEX {table}_state ON {table} (tenant_id, state);\n\
             CREATE INDEX {table}_changed_at ON {table} (tenant_id, changed_at);\n\
             CREATE TRIGGER touch BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION touch();\n"
        ));
        sql.push_str(&guard(&table, "tenant_id"));
    }
    save("migrations/001_tables.sql", &sql)
}

/// Row security of one table.
fn guard(table: &str, column: &str) -> String {
    let verbs = if table == "tenants" { "SELECT" } else { "SELECT, INSERT, UPDATE, DELETE" };
    let own = format!("({column} = (SELECT NULLIF(current_setting('app.tenant', true), '')::bigint))");
    format!(
        "ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;\nALTER TABLE {table} FORCE ROW LEVEL SECURITY;\n\
         CREATE POLICY own ON {table} USING {own} WITH CHECK {own};\nGRANT {verbs} ON {table} TO bench_app;\n"
    )
}
