//! `seed --scale` on each reference system, beside `psql \copy` of the same rows of the largest table.
//!
//! For each system: migrate, seed, write the largest table to a file in COPY's binary form, empty it, and let psql
//! load the file into the same database. Both loads meet the same other tables, indexes, constraints and triggers.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use serde_json::Value;

use crate::measure::time;
use crate::server::Server;

/// The name of the case.
pub const NAME: &str = "seed-scale";
/// Our rows per second as a part of psql's.
const TARGET: f64 = 0.60;
const ROWS: &str = "1m";
const TENANTS: &str = "100";

/// Runs the case over all systems, or over those that are named.
pub fn run(bulkhead: &Path, names: &[String]) -> Result<(), String> {
    let server = Server::start(&["vector", "pgcrypto", "uuid-ossp", "btree_gist"])?;
    println!(
        "\n{NAME}: {ROWS} rows in the largest table, {TENANTS} tenants\n  target: at least {TARGET:.2} of psql \\copy"
    );
    println!(
        "  {:16} {:38} {:>12} {:>12} {:>8} {:>10}",
        "system", "largest table", "rows/s", "psql rows/s", "ratio", "all rows"
    );
    for folder in systems()? {
        let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let wanted: Vec<&String> = names.iter().filter(|other| *other != NAME).collect();
        if wanted.is_empty() || wanted.iter().any(|other| **other == name) {
            one(&server, bulkhead, &folder, &name)?;
        }
    }
    Ok(())
}

fn systems() -> Result<Vec<PathBuf>, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../systems");
    let entries = std::fs::read_dir(root).map_err(|error| error.to_string())?;
    let mut folders: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    folders.retain(|folder| folder.join("bulkhead.toml").is_file());
    folders.sort();
    Ok(folders)
}

fn one(server: &Server, bulkhead: &Path, folder: &Path, name: &str) -> Result<(), String> {
    let database = "seed";
    server.fresh(database, None)?;
    let command = |arguments: &[&str]| {
        let mut command = Command::new(bulkhead);
        command.arg("-C").arg(folder).arg("--database-url").arg(server.url(database)).args(arguments);
        command
    };
    time(&mut command(&["migrate", "--quiet"]))?;
    let arguments = ["seed", "--scale", ROWS, "--tenants", TENANTS, "--json"];
    let output = command(&arguments).output().map_err(|error| error.to_string())?;
    let document = String::from_utf8_lossy(&output.stdout).into_owned();
    let document: Value = serde_json::from_str(&document).map_err(|error| format!("{error}: {document}"))?;
    let report = &document["projects"][0];
    let tables = report["tables"].as_array().ok_or_else(|| document.to_string())?;
    let largest = tables.iter().find(|table| table["largest"] == true).ok_or("no table is the largest")?;
    let table = largest["table"].as_str().unwrap_or_default();
    let rows = largest["rows"].as_f64().unwrap_or(f64::NAN);
    let ours = rows * 1_000.0 / largest["loading_ms"].as_f64().unwrap_or(f64::NAN);
    let psql = rows / copy(server, database, table)?;
    println!("  {name:16} {table:38} {ours:>12.0} {psql:>12.0} {:>8.2} {:>10}", ours / psql, report["rows"]);
    Ok(())
}

/// Loads the rows of a table with psql and returns the seconds that it took.
fn copy(server: &Server, database: &str, table: &str) -> Result<f64, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let file = folder.path().join("rows").display().to_string();
    // Generated columns are not loaded.
    let columns = server.run(
        database,
        &format!(
            "SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
             WHERE attrelid = '{table}'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''"
        ),
    )?;
    let psql = |meta: String| {
        let mut command = Command::new(server.psql());
        command.args(["-X", "-q", "-v", "ON_ERROR_STOP=1", "-c", &meta]).arg(server.url(database));
        command
    };
    time(&mut psql(format!("\\copy (SELECT {columns} FROM {table}) TO '{file}' WITH (FORMAT binary)")))?;
    // Silent triggers: an append-only table does not let itself be emptied.
    server.run(database, &format!("SET session_replication_role = replica; TRUNCATE {table}"))?;
    let began = Instant::now();
    time(&mut psql(format!("\\copy {table} ({columns}) FROM '{file}' WITH (FORMAT binary)")))?;
    Ok(began.elapsed().as_secs_f64())
}
