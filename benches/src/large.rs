//! What an operator asks, timed on databases with many schemas, tables and indexes.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::measure::{median, time, time_to};
use crate::server::Server;

/// A large database, and how long a command may take on it.
struct Large {
    name: &'static str,
    what: &'static str,
    seconds: f64,
    /// Statements, each a transaction of its own: locks of one transaction are few.
    build: fn() -> Vec<String>,
}

const DATABASES: [Large; 2] = [
    Large {
        name: "tables-1000",
        what: "1,000 tables of tenants with five indexes each",
        seconds: 2.0,
        build: || {
            let table = |n| {
                format!(
                    "CREATE TABLE item_{n} (id bigint PRIMARY KEY, tenant_id int, a int, b text, c date); \
                     CREATE INDEX ON item_{n} (tenant_id, a); CREATE INDEX ON item_{n} (tenant_id, b); \
                     CREATE INDEX ON item_{n} (c); CREATE INDEX ON item_{n} (a, b); \
                     ALTER TABLE item_{n} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY; \
                     INSERT INTO item_{n} SELECT i, i % 10, i, 'b', '2026-01-01' FROM generate_series(1, 100) AS i;"
                )
            };
            chunks(&(1..=1_000).map(table).collect::<Vec<_>>(), 100)
        },
    },
    Large {
        name: "schemas-10000",
        what: "10,000 schemas with a table and two indexes each",
        seconds: 30.0,
        build: || {
            let schema = |n| {
                format!(
                    "CREATE SCHEMA t_{n}; CREATE TABLE t_{n}.item (id bigint PRIMARY KEY, name text); \
                     CREATE INDEX ON t_{n}.item (name);"
                )
            };
            chunks(&(1..=10_000).map(schema).collect::<Vec<_>>(), 500)
        },
    },
];

/// The commands, and the reference: a count over the catalog.
const COMMANDS: [&str; 4] = ["health-check", "analyze-indexes", "stats", "stats --tenants"];
const COUNT: &str = "SELECT count(*) FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid";

fn chunks(statements: &[String], size: usize) -> Vec<String> {
    statements.chunks(size).map(|chunk| chunk.join("\n")).collect()
}

/// Builds each wanted database once and times every command on it.
pub fn run(
    server: &Server,
    bulkhead: &Path,
    rounds: usize,
    wanted: impl Fn(&str) -> bool,
) -> Result<(), String> {
    for large in DATABASES.iter().filter(|large| wanted(large.name)) {
        large.run(server, bulkhead, rounds)?;
    }
    Ok(())
}

impl Large {
    fn run(&self, server: &Server, bulkhead: &Path, rounds: usize) -> Result<(), String> {
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let write = |name: &str, text: &str| {
            std::fs::write(folder.path().join(name), text).map_err(|error| error.to_string())
        };
        std::fs::create_dir(folder.path().join("migrations")).map_err(|error| error.to_string())?;
        write("migrations/001_nothing.sql", "SELECT 1;\n")?;
        write("bulkhead.toml", "[tenancy]\nlevel = \"row\"\nkey = \"tenant_id\"\n")?;
        server.fresh("large", None)?;
        for statements in (self.build)() {
            server.run("large", &statements)?;
        }
        server.run("large", "VACUUM ANALYZE")?;
        let command = |words: &str| {
            let mut command = Command::new(bulkhead);
            command.arg("-C").arg(folder.path()).args(["--database-url", &server.url("large")]);
            command.args(words.split(' '));
            command
        };
        time(&mut command("migrate"))?;
        println!("\n{}: {}\n  target: at most {} s", self.name, self.what, self.seconds);
        println!("  {:30} {:>10} {:>8}", "command", "median s", "ratio");
        let mut times: Vec<Vec<Duration>> = vec![Vec::new(); COMMANDS.len() + 1];
        for round in 0..=rounds {
            for (index, words) in COMMANDS.iter().enumerate() {
                // A finding is an answer, too.
                let took = time_to(&mut command(words), &[0, 7])?;
                // The first round warms caches and is not counted.
                times[index].extend((round > 0).then_some(took));
            }
            let mut psql = Command::new(server.psql());
            psql.args(["-X", "-q", "-A", "-t", "-c", COUNT]).arg(server.url("large"));
            let took = time(&mut psql)?;
            times[COMMANDS.len()].extend((round > 0).then_some(took));
        }
        print(&times);
        server.run("postgres", "DROP DATABASE large WITH (FORCE)")?;
        Ok(())
    }
}

fn print(times: &[Vec<Duration>]) {
    let reference = &times[COMMANDS.len()];
    let names = COMMANDS.iter().copied().chain(["psql -c 'select count(*) …'"]);
    for (name, times) in names.zip(times) {
        let seconds: Vec<f64> = times.iter().map(Duration::as_secs_f64).collect();
        let pairs = times.iter().zip(reference);
        let ratios: Vec<f64> = pairs.map(|(own, other)| own.as_secs_f64() / other.as_secs_f64()).collect();
        println!("  {name:30} {:>10.3} {:>8.2}", median(&seconds), median(&ratios));
    }
}
