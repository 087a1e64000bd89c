//! Databases that are built once and then copied, which takes a fraction of a second whatever is in them.

use tokio_postgres::Client;

use crate::database::{TestDatabase, admin, create, drop_statement, run};
use crate::shared;

/// A copy of the database that `build` makes. The first test process that asks for `template_key` builds it,
/// all others wait for that; later calls only copy.
///
/// The key must change with whatever `build` puts in: hash its input into it. Templates live as long as the
/// shared server, which may serve two runs of different states of the code one right after the other.
///
/// # Panics
/// When the server cannot be started or a statement of ours fails. A template whose `build` panicked or was
/// killed is built anew by the next caller.
pub async fn database_from(template_key: &str, build: impl AsyncFnOnce(&str)) -> TestDatabase {
    let template = ensure(template_key, build).await;
    create(&template).await
}

async fn ensure(key: &str, build: impl AsyncFnOnce(&str)) -> String {
    let server = shared::server();
    let admin = admin(&server).await;
    let row = admin.query_one("SELECT 'template_' || md5($1)", &[&key]).await.expect("md5 is always there");
    let name: String = row.get(0);
    if is_finished(&admin, &name).await {
        return name;
    }
    // Held until this session ends, in whatever way.
    admin
        .execute("SELECT pg_advisory_lock(hashtextextended($1, 0))", &[&name])
        .await
        .expect("a lock can wait");
    if !is_finished(&admin, &name).await {
        run(&admin, &drop_statement(&name)).await;
        run(&admin, &format!("CREATE DATABASE {name} TEMPLATE template0 STRATEGY file_copy")).await;
        build(&server.url(&name)).await;
        finish(&admin, &name).await;
    }
    name
}

/// A database is marked as a template only when it is complete.
async fn is_finished(admin: &Client, name: &str) -> bool {
    let question = "SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate";
    admin.query_opt(question, &[&name]).await.expect("the catalog is readable").is_some()
}

/// Nobody may be connected to a database while it is copied.
async fn finish(admin: &Client, name: &str) {
    run(admin, &format!("ALTER DATABASE {name} ALLOW_CONNECTIONS false")).await;
    let end = "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = $1";
    admin.query(end, &[&name]).await.expect("a superuser may end sessions");
    run(admin, &format!("ALTER DATABASE {name} IS_TEMPLATE true")).await;
}
