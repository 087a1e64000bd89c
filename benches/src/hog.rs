//! Whether a tenant that hogs a database is named, and how true its share is.
//!
//! Tenants work at their own pace; each statement answers how long it took by the server's own clock, so the
//! truth is known without asking the sampler.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use serde_json::Value;
use tokio_postgres::NoTls;

use crate::measure::median;
use crate::server::Server;

/// The name of the case.
pub const NAME: &str = "hog";

/// How many tenants there are, and which of them is the hog.
const TENANTS: usize = 24;
const HOG: usize = 11;
/// How many sessions each tenant has, and the hog.
const SESSIONS: usize = 2;
const HOG_SESSIONS: usize = 8;
/// How long is looked, in seconds.
const WINDOW: u64 = 20;

/// When a statement ended, whose it was, and how many seconds it took.
type Done = (Instant, usize, f64);

/// The load, on a thread of its own until it is told to end.
struct Load {
    end: Arc<AtomicBool>,
    done: Arc<Mutex<Vec<Done>>>,
    thread: Option<std::thread::JoinHandle<Result<(), String>>>,
}

impl Load {
    fn start(url: String) -> Load {
        let (end, done) = (Arc::new(AtomicBool::new(false)), Arc::new(Mutex::new(Vec::new())));
        let shared = (end.clone(), done.clone());
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.map_err(|error| error.to_string())?.block_on(work(url, shared.0, shared.1))
        });
        Load { end, done, thread: Some(thread) }
    }

    /// The hog's share of all seconds at work in a window, in percent.
    fn truth(&self, from: Instant, to: Instant) -> f64 {
        let Ok(done) = self.done.lock() else { return f64::NAN };
        let of = |wanted: fn(usize) -> bool| -> f64 {
            done.iter().filter(|(_, tenant, _)| wanted(*tenant)).map(|done| overlap(done, from, to)).sum()
        };
        100.0 * of(|tenant| tenant == HOG) / of(|_| true)
    }

    fn stop(&mut self) -> Result<(), String> {
        self.end.store(true, Ordering::Relaxed);
        match self.thread.take().map(std::thread::JoinHandle::join) {
            Some(Ok(result)) => result,
            _ => Err("the load ended badly".to_owned()),
        }
    }
}

/// How much of a statement lies in a window, in seconds.
fn overlap((ended, _, seconds): &Done, from: Instant, to: Instant) -> f64 {
    let began = *ended - Duration::from_secs_f64(*seconds);
    (*ended).min(to).saturating_duration_since(began.max(from)).as_secs_f64()
}

async fn work(url: String, end: Arc<AtomicBool>, done: Arc<Mutex<Vec<Done>>>) -> Result<(), String> {
    let mut tasks = Vec::new();
    for tenant in 0..TENANTS {
        let sessions = if tenant == HOG { HOG_SESSIONS } else { SESSIONS };
        for session in 0..sessions {
            let (url, end, done) = (url.clone(), end.clone(), done.clone());
            tasks.push(tokio::spawn(session_of(tenant, session, url, end, done)));
        }
    }
    for task in tasks {
        task.await.map_err(|error| error.to_string())??;
    }
    Ok(())
}

/// One session: some milliseconds of work, then a pause; the hog hardly pauses.
async fn session_of(
    tenant: usize,
    session: usize,
    url: String,
    end: Arc<AtomicBool>,
    done: Arc<Mutex<Vec<Done>>>,
) -> Result<(), String> {
    let told = |error: tokio_postgres::Error| error.to_string();
    let (client, connection) = tokio_postgres::connect(&url, NoTls).await.map_err(told)?;
    tokio::spawn(connection);
    let mut seed = (tenant * 31 + session * 17 + 1) as u64;
    while !end.load(Ordering::Relaxed) {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let busy = 0.002 + (seed >> 40) as f64 / (1u64 << 24) as f64 * 0.020;
        let sql = format!(
            "/* tenant={tenant} */ SELECT pg_sleep({busy}), \
             extract(epoch FROM clock_timestamp() - statement_timestamp())::float8"
        );
        let messages = client.simple_query(&sql).await.map_err(told)?;
        let now = Instant::now();
        let seconds = messages.iter().find_map(|message| match message {
            tokio_postgres::SimpleQueryMessage::Row(row) => row.get(1)?.parse().ok(),
            _ => None,
        });
        if let (Some(seconds), Ok(mut done)) = (seconds, done.lock()) {
            done.push((now, tenant, seconds));
        }
        let pause = if tenant == HOG { 0.002 } else { 0.1 };
        tokio::time::sleep(Duration::from_secs_f64(pause)).await;
    }
    Ok(())
}

/// Runs the command beside the load, once each round.
pub fn run(server: &Server, bulkhead: &Path, rounds: usize) -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    std::fs::create_dir(folder.path().join("migrations")).map_err(|error| error.to_string())?;
    server.fresh("hog", None)?;
    let mut load = Load::start(server.url("hog"));
    std::thread::sleep(Duration::from_secs(2));
    println!(
        "\n{NAME}: {TENANTS} tenants with {SESSIONS} sessions each, one with {HOG_SESSIONS} busy ones\n  \
         target: named within 30 s, its share within 5 points of the truth"
    );
    println!(
        "  {:>8} {:>8} {:>8} {:>8} {:>8} {:>8}  named",
        "seconds", "samples", "truth %", "said %", "±", "off by"
    );
    let mut errors = Vec::new();
    for _ in 0..rounds {
        let from = Instant::now();
        let document = look(server, bulkhead, folder.path())?;
        let to = Instant::now();
        let found = &document["projects"][0]["tenants"];
        let noisy: Vec<&Value> = found["tenants"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|share| share["noisy"].as_array().is_some_and(|noisy| !noisy.is_empty()))
            .collect();
        let (truth, said) = (load.truth(from, to), noisy.first().and_then(|share| share["percent"].as_f64()));
        let said = said.unwrap_or(0.0);
        errors.push((said - truth).abs());
        let names: Vec<&str> = noisy.iter().filter_map(|share| share["tenant"].as_str()).collect();
        println!(
            "  {:>8.1} {:>8} {truth:>8.1} {said:>8.1} {:>8} {:>8.1}  {} ({})",
            (to - from).as_secs_f64(),
            found["samples"],
            noisy.first().map_or_else(String::new, |share| share["percent_error"].to_string()),
            said - truth,
            names.join(", "),
            if names == [HOG.to_string()] { "right" } else { "wrong" }
        );
    }
    println!("  median error: {:.1} points", median(&errors));
    load.stop()?;
    server.run("postgres", "DROP DATABASE hog WITH (FORCE)")?;
    Ok(())
}

fn look(server: &Server, bulkhead: &Path, folder: &Path) -> Result<Value, String> {
    let output = Command::new(bulkhead)
        .arg("-C")
        .arg(folder)
        .args(["--database-url", &server.url("hog"), "monitor-pool", "--tenants", "--json", "--seconds"])
        .arg(WINDOW.to_string())
        .output()
        .map_err(|error| error.to_string())?;
    serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("{error}: {}", String::from_utf8_lossy(&output.stderr)))
}
