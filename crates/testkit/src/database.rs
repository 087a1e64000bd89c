//! Databases on the shared server, one for each test.

use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use bulkhead_server::Endpoint;
use tokio_postgres::{Client, NoTls};

use crate::shared;

/// A database of one test; dropped together with this value, also when the test panics.
#[derive(Debug)]
pub struct TestDatabase {
    name: String,
    url: String,
    admin_url: String,
}

impl TestDatabase {
    /// Its address, with the superuser as user.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Its name, unique on the server.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Opens a session as superuser. It lives on the runtime of the caller.
    ///
    /// # Panics
    /// When the server cannot be reached.
    pub async fn connect(&self) -> Client {
        connect(&self.url).await
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let (url, name) = (self.admin_url.clone(), self.name.clone());
        // The runtime of the test may be gone or blocked, so the work is done on one of its own. If it fails,
        // the next test process drops the database, or the keeper the whole server.
        let dropper = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(async {
                if let Ok((client, connection)) = tokio_postgres::connect(&url, NoTls).await {
                    tokio::spawn(connection);
                    let _ = client.batch_execute(&drop_statement(&name)).await;
                }
            });
            std::io::Result::Ok(())
        });
        let _ = dropper.join();
    }
}

/// A new empty database on the shared server.
///
/// # Panics
/// When the server cannot be started or the database cannot be created.
pub async fn database() -> TestDatabase {
    create("template0").await
}

/// Creates a database as a copy of `template`.
pub(crate) async fn create(template: &str) -> TestDatabase {
    let server = shared::server();
    let admin = admin(&server).await;
    drop_orphans_once(&admin).await;
    let name = unique_name();
    run(&admin, &format!("CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")).await;
    TestDatabase { url: server.url(&name), admin_url: server.url("postgres"), name }
}

/// A session in the server's own database.
pub(crate) async fn admin(server: &Endpoint) -> Client {
    connect(&server.url("postgres")).await
}

/// Opens a session whose connection runs on the runtime of the caller until the client is dropped.
pub(crate) async fn connect(url: &str) -> Client {
    let (client, connection) = tokio_postgres::connect(url, NoTls)
        .await
        .unwrap_or_else(|error| panic!("cannot connect to {url}: {}", with_cause(&error)));
    tokio::spawn(connection);
    client
}

/// Runs SQL that has to work.
pub(crate) async fn run(client: &Client, sql: &str) {
    if let Err(error) = client.batch_execute(sql).await {
        panic!("{sql}: {}", with_cause(&error));
    }
}

/// The error with the server's own words, which the error alone leaves to its source.
pub(crate) fn with_cause(error: &tokio_postgres::Error) -> String {
    match std::error::Error::source(error) {
        Some(cause) => format!("{error}: {cause}"),
        None => error.to_string(),
    }
}

pub(crate) fn drop_statement(name: &str) -> String {
    format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")
}

/// `t_`, our process number, the time of the first call, and a count.
fn unique_name() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    static BEGUN: std::sync::OnceLock<u128> = std::sync::OnceLock::new();
    let begun = BEGUN
        .get_or_init(|| SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos()));
    format!("t_{}_{begun:x}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

/// Once in each process, drops the databases of test processes that were killed.
async fn drop_orphans_once(admin: &Client) {
    static ONCE: Once = Once::new();
    let mut first = false;
    ONCE.call_once(|| first = true);
    if !first {
        return;
    }
    let names =
        admin.query("SELECT datname::text FROM pg_database", &[]).await.expect("the catalog is readable");
    for name in names.iter().map(|row| row.get::<_, String>(0)) {
        if owner(&name).is_some_and(|pid| !is_alive(pid)) {
            // Another process may be dropping it at this moment.
            let _ = admin.batch_execute(&drop_statement(&name)).await;
        }
    }
}

/// The process that made a database, told by its name.
fn owner(name: &str) -> Option<i32> {
    let (pid, rest) = name.strip_prefix("t_")?.split_once('_')?;
    let well_formed =
        !rest.is_empty() && rest.chars().all(|letter| letter.is_ascii_hexdigit() || letter == '_');
    pid.parse().ok().filter(|pid| *pid > 0 && well_formed)
}

fn is_alive(pid: i32) -> bool {
    // SAFETY: signal 0 only asks. A process of another user exists too.
    let answer = unsafe { libc::kill(pid, 0) };
    answer == 0 || std::io::Error::last_os_error().raw_os_error() == Some(libc::EPERM)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_owner_of_a_database_is_told_by_its_name() {
        assert_eq!(owner(&unique_name()), i32::try_from(std::process::id()).ok());
        for name in ["postgres", "t_x_1_2", "t_0_1_2", "t_12", "t_12_", "t_12_users", "template_12_1"] {
            assert_eq!(owner(name), None, "{name}");
        }
    }

    #[test]
    fn names_differ() {
        assert_ne!(unique_name(), unique_name());
    }

    #[test]
    fn this_process_is_alive() {
        assert!(is_alive(i32::try_from(std::process::id()).unwrap()));
    }
}
