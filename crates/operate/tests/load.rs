//! The tenant that hogs a database is named, on a real server.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use bulkhead_operate::{Attribution, LoadQuestion, Source, TenantLoad, pool, tenant_load};
use bulkhead_testkit::{TestDatabase, database, private_server};

const QUESTION: LoadQuestion = LoadQuestion { window: Duration::from_secs(4), hertz: 8.0, limit: 100 };

fn noisy(load: &TenantLoad) -> Vec<&str> {
    let noisy = load.tenants.iter().filter(|share| !share.noisy.is_empty());
    noisy.map(|share| share.tenant.as_deref().unwrap()).collect()
}

/// A client of a tenant that is at work for `busy` of each `cycle` milliseconds. Odd tenants say in a comment
/// who they are, even ones in their application name.
async fn client(database: &TestDatabase, tenant: u32, busy: u64, cycle: u64, end: Arc<AtomicBool>) {
    let client = database.connect().await;
    let (name, comment) = match tenant % 2 {
        0 => (format!("app tenant=t{tenant}"), String::new()),
        _ => ("app".to_owned(), format!("/*tenant='t{tenant}'*/")),
    };
    client.batch_execute(&format!("SET application_name = '{name}'")).await.unwrap();
    tokio::spawn(async move {
        while !end.load(Ordering::Relaxed) {
            let work = format!("{comment} SELECT pg_sleep({})", Duration::from_millis(busy).as_secs_f64());
            client.batch_execute(&work).await.unwrap();
            tokio::time::sleep(Duration::from_millis(cycle - busy)).await;
        }
    });
}

#[tokio::test]
async fn among_twenty_tenants_the_one_with_most_of_the_sessions_is_named() {
    let database = database().await;
    let end = Arc::new(AtomicBool::new(false));
    for tenant in 0..20 {
        client(&database, tenant, 20, 100, end.clone()).await;
    }
    for _ in 0..8 {
        client(&database, 7, 90, 100, end.clone()).await;
    }
    let own = database.connect().await;
    let load = tenant_load(&own, &Attribution::default(), QUESTION).await.unwrap();
    end.store(true, Ordering::Relaxed);
    assert_eq!(noisy(&load), ["t7"], "{load:#?}");
    assert_eq!((load.seen, load.tenants[0].sources.as_slice()), (20, [Source::Comment].as_slice()));
    assert!(load.samples >= 8 && load.unknown_percent < 1.0, "{load:#?}");
}

#[tokio::test]
async fn a_tenant_whose_locks_keep_others_waiting_is_named() {
    let database = database().await;
    let own = database.connect().await;
    own.batch_execute("CREATE TABLE stock (id int); INSERT INTO stock VALUES (1)").await.unwrap();
    let holder = database.connect().await;
    let hold = "SET application_name = 'tenant=slow'; BEGIN; UPDATE stock SET id = 1";
    holder.batch_execute(hold).await.unwrap();
    let mut others = Vec::new();
    for tenant in 0..20 {
        let other = database.connect().await;
        other.batch_execute(&format!("SET application_name = 'tenant=t{tenant}'")).await.unwrap();
        others.push(other);
    }
    let waiters: Vec<_> = others
        .into_iter()
        .map(|other| tokio::spawn(async move { other.batch_execute("UPDATE stock SET id = 2").await }))
        .collect();
    let load = tenant_load(&own, &Attribution::default(), QUESTION).await.unwrap();
    assert_eq!(noisy(&load), ["slow"], "{load:#?}");
    assert_eq!((load.tenants[0].waiters, load.tenants[0].blocked_percent), (20, 100.0));
    holder.batch_execute("ROLLBACK").await.unwrap();
    for waiter in waiters {
        waiter.await.unwrap().unwrap();
    }
}

#[tokio::test]
async fn a_tenants_role_is_known_and_what_others_do_is_hidden_without_the_right() {
    let server = private_server(&[]);
    let admin = server.connect("postgres").await;
    admin.batch_execute("CREATE ROLE t_acme LOGIN; CREATE ROLE watcher LOGIN").await.unwrap();
    let connect = async |role: &str| {
        let mut config: tokio_postgres::Config = server.url("postgres").parse().unwrap();
        let (client, connection) = config.user(role).connect(tokio_postgres::NoTls).await.unwrap();
        tokio::spawn(connection);
        client
    };
    let tenant = connect("t_acme").await;
    let work = tokio::spawn(async move { tenant.batch_execute("SELECT pg_sleep(5)").await });
    let attribution = Attribution::new(&[("acme".to_owned(), "t_acme".to_owned())].into());
    let question = LoadQuestion { window: Duration::from_secs(1), ..QUESTION };
    let load = tenant_load(&admin, &attribution, question).await.unwrap();
    assert_eq!(load.tenants[0].tenant.as_deref(), Some("acme"), "{load:#?}");
    assert_eq!(load.tenants[0].sources, [Source::Role]);
    let watcher = connect("watcher").await;
    let blind = tenant_load(&watcher, &attribution, question).await.unwrap();
    assert_eq!(pool(&watcher, "shop", &attribution).await.unwrap().here, 2);
    assert!(blind.notes[0].contains("pg_read_all_stats"), "{blind:#?}");
    work.abort();
}
