//! What an application notices of `retention --apply` and `partitions --apply`: the longest wait of its queries.

use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::server::Server;

/// The name of the case.
pub const NAME: &str = "upkeep";

/// Half of 200,000 events are too old, in no order; usage has 24 months with 200,000 rows, the older half of them old.
const TABLES: &str = "
    CREATE TABLE event (id bigint PRIMARY KEY, org int, at timestamptz NOT NULL, body text);
    INSERT INTO event SELECT n, n % 50, now() - make_interval(days => (n * 7919 % 200)::int), repeat('x', 200)
    FROM generate_series(1, 200000) AS n;
    CREATE INDEX ON event (at);
    CREATE TABLE usage (id bigint, org int, at timestamptz NOT NULL) PARTITION BY RANGE (at);
    CREATE INDEX ON usage (org, at);
    DO $$BEGIN
      FOR n IN -24..0 LOOP
        EXECUTE format('CREATE TABLE usage_%s PARTITION OF usage FOR VALUES FROM (%L) TO (%L)',
          to_char(date_trunc('month', now()) + make_interval(months => n), 'YYYY_MM'),
          date_trunc('month', now()) + make_interval(months => n),
          date_trunc('month', now()) + make_interval(months => n + 1));
      END LOOP;
    END$$;
    INSERT INTO usage SELECT n, n % 50, date_trunc('month', now()) - make_interval(days => n % 720) FROM generate_series(1, 200000) AS n;
    ANALYZE;";

const MANIFEST: &str = "
    [[retention]]
    table = \"event\"
    column = \"at\"
    keep = \"100 days\"

    [[partitions]]
    table = \"usage\"
    every = \"month\"
    ahead = 6
    keep = \"12 months\"
    old = \"drop\"
";

/// Runs the case and prints the longest waits, with a default partition and without.
pub fn run(server: &Server, bulkhead: &Path) -> Result<(), String> {
    println!(
        "\n{NAME}: the waits of two writers of 200,000 + 200,000 rows\n  target: no query waits for 100 ms"
    );
    println!("  {:44} {:>9} {:>8} {:>8} {:>8}", "meanwhile", "queries", "p50 ms", "p99 ms", "max ms");
    for (what, default) in
        [("", ""), (", with a default partition", "CREATE TABLE usage_rest PARTITION OF usage DEFAULT;")]
    {
        server.fresh("bench", None)?;
        server.run("bench", TABLES)?;
        server.run("bench", default)?;
        phase(server, "nothing", || {
            std::thread::sleep(Duration::from_secs(5));
            Ok(())
        })?;
        for command in ["retention", "partitions"] {
            phase(server, &format!("{command} --apply{what}"), || upkeep(server, bulkhead, command))?;
        }
    }
    Ok(())
}

fn upkeep(server: &Server, bulkhead: &Path, command: &str) -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    std::fs::create_dir(folder.path().join("migrations")).map_err(|error| error.to_string())?;
    std::fs::write(folder.path().join("bulkhead.toml"), MANIFEST).map_err(|error| error.to_string())?;
    let output = Command::new(bulkhead)
        .args([command, "--apply", "--yes", "--quiet", "--database-url", &server.url("bench")])
        .current_dir(folder.path())
        .output()
        .map_err(|error| error.to_string())?;
    match output.status.code() {
        // Rows that a writer held at the moment are left for the next run.
        Some(0 | 3) => Ok(()),
        _ => Err(String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned()),
    }
}

/// Lets two writers work while something else goes on, and prints how long their queries took.
fn phase(server: &Server, what: &str, work: impl FnOnce() -> Result<(), String>) -> Result<(), String> {
    let over = AtomicBool::new(false);
    let url = server.url("bench");
    let mut waits: Vec<Duration> = Vec::new();
    std::thread::scope(|scope| {
        let writers = [1_u64, 2].map(|seed| {
            scope.spawn({
                let (url, over) = (&url, &over);
                move || write(url, seed, over)
            })
        });
        let done = work();
        over.store(true, Ordering::Relaxed);
        for writer in writers {
            waits.extend(writer.join().map_err(|_| "a writer panicked".to_owned())??);
        }
        done
    })?;
    waits.sort_unstable();
    let at =
        |share: usize| waits.get((waits.len() * share / 100).min(waits.len() - 1)).map_or(0.0, milliseconds);
    println!("  {what:44} {:>9} {:>8.1} {:>8.1} {:>8.1}", waits.len(), at(50), at(99), at(100));
    Ok(())
}

fn milliseconds(duration: &Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

/// Changes rows that are old and rows that are not, adds new ones and reads, until it is over.
fn write(url: &str, seed: u64, over: &AtomicBool) -> Result<Vec<Duration>, String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|error| error.to_string())?.block_on(async {
        let (client, connection) =
            tokio_postgres::connect(url, tokio_postgres::NoTls).await.map_err(|error| error.to_string())?;
        tokio::spawn(connection);
        let mut waits = Vec::new();
        let mut number = seed;
        while !over.load(Ordering::Relaxed) {
            // A linear congruential generator: the same rows each time.
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let id = (number >> 33) % 200_000 + 1;
            for sql in [
                format!("UPDATE event SET body = 'changed' WHERE id = {id}"),
                format!(
                    "INSERT INTO event VALUES ({}, 1, now(), 'new') ON CONFLICT DO NOTHING",
                    1_000_000 + (number >> 20)
                ),
                format!("INSERT INTO usage VALUES ({id}, {}, now())", id % 50),
                format!(
                    "SELECT count(*) FROM usage WHERE org = {} AND at > now() - interval '1 day'",
                    id % 50
                ),
                format!("SELECT count(*) FROM usage WHERE org = {}", id % 50),
            ] {
                let began = Instant::now();
                client.batch_execute(&sql).await.map_err(|error| format!("{sql}: {error}"))?;
                waits.push(began.elapsed());
            }
        }
        Ok(waits)
    })
}
