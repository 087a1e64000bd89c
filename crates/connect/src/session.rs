//! An open session and the few ways in which we talk over it.

use std::collections::VecDeque;
use std::future::poll_fn;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::task::JoinHandle;
use tokio_postgres::config::Host;
use tokio_postgres::error::DbError;
use tokio_postgres::{
    AsyncMessage, CancelToken, Client, Config, Connection, NoTls, SimpleQueryMessage, SimpleQueryRow,
};

use crate::{ConnectError, ServerError, Target, TlsMode};

/// How many notices are kept until somebody asks for them.
const NOTICES: usize = 4_096;

/// What the server said beside its answers: notices and warnings, in the order in which they came, the last few
/// thousand of them.
#[derive(Clone, Default)]
pub struct Notices(Arc<Mutex<VecDeque<String>>>);

impl Notices {
    /// All since the last time. Whoever has an answer has the notices that came before it.
    pub fn take(&self) -> Vec<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).drain(..).collect()
    }

    fn keep(&self, notice: &DbError) {
        let parts = [Some(notice.message()), notice.detail(), notice.hint()];
        let text = parts.into_iter().flatten().collect::<Vec<_>>().join("; ");
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() == NOTICES {
            kept.pop_front();
        }
        kept.push_back(text);
    }
}

/// An open connection. Dropping it closes the connection.
pub struct Session {
    client: Client,
    driver: JoinHandle<()>,
    target: Target,
    notices: Notices,
}

impl Session {
    /// Connects within `timeout`, for each host, unless the target names its own.
    pub async fn open(
        target: &Target,
        application_name: &str,
        timeout: Duration,
    ) -> Result<Session, ConnectError> {
        let mut config = target.config.clone();
        if config.get_application_name().is_none() {
            config.application_name(application_name);
        }
        let patience = *config.get_connect_timeout().unwrap_or(&timeout);
        config.connect_timeout(patience);
        config.ssl_mode(target.tls.driver_mode());
        // The driver's limit ends when the connection is there; a server that then says nothing needs ours.
        let hosts = u32::try_from(config.get_hosts().len()).unwrap_or(1).max(1);
        let opened = tokio::time::timeout(patience * hosts, Session::start(&config, target)).await;
        opened.unwrap_or_else(|_| {
            let reason = format!("no answer within {} s", (patience * hosts).as_secs());
            Err(ConnectError::Unreachable { place: target.place(), reason })
        })
    }

    async fn start(config: &Config, target: &Target) -> Result<Session, ConnectError> {
        let failed = |error| explain(&error, target);
        if is_plain(target) {
            let (client, connection) = config.connect(NoTls).await.map_err(failed)?;
            return Ok(Session::driven(client, connection, target));
        }
        let connector = target
            .tls
            .connector(target.root_certificate.as_deref())
            .map_err(|reason| ConnectError::Tls { place: target.place(), reason })?;
        let (client, connection) = config.connect(connector).await.map_err(failed)?;
        Ok(Session::driven(client, connection, target))
    }

    fn driven<S, T>(client: Client, connection: Connection<S, T>, target: &Target) -> Session
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
        T: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let notices = Notices::default();
        let driver = tokio::spawn(drive(connection, notices.clone()));
        Session { client, driver, target: target.clone(), notices }
    }

    /// What the server says beside its answers.
    pub fn notices(&self) -> &Notices {
        &self.notices
    }

    /// The driver's client.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// What can stop the running statement from elsewhere.
    pub fn canceller(&self) -> Canceller {
        Canceller { token: self.client.cancel_token(), target: self.target.clone() }
    }

    /// Ends the session and waits until everything sent has left.
    pub async fn close(self) {
        drop(self.client);
        // The driver ends by itself once the client is gone; a panic in it has nothing left to tell.
        let _ = self.driver.await;
    }
}

/// Whether nothing is to be encrypted: Unix sockets never are, and have no host name that a certificate could be
/// checked against.
fn is_plain(target: &Target) -> bool {
    target.tls == TlsMode::Disable
        || target.config.get_hosts().iter().all(|host| matches!(host, Host::Unix(_)))
}

/// Ends with the connection; what went wrong is told to whoever waits for an answer.
async fn drive<S, T>(mut connection: Connection<S, T>, notices: Notices)
where
    S: AsyncRead + AsyncWrite + Unpin,
    T: AsyncRead + AsyncWrite + Unpin,
{
    while let Some(Ok(message)) = poll_fn(|context| connection.poll_message(context)).await {
        if let AsyncMessage::Notice(notice) = message {
            notices.keep(&notice);
        }
    }
}

/// Stops the statement that a session is running, over a connection of its own.
#[derive(Clone)]
pub struct Canceller {
    token: CancelToken,
    target: Target,
}

impl Canceller {
    /// Asks the server to cancel; the statement then fails with SQLSTATE 57014.
    pub async fn cancel(&self) {
        let asked = match self.target.tls.connector(self.target.root_certificate.as_deref()) {
            Ok(connector) if !is_plain(&self.target) => self.token.cancel_query(connector).await,
            _ => self.token.cancel_query(NoTls).await,
        };
        // A cancel request is best effort in PostgreSQL too: it has no answer.
        drop(asked);
    }
}

/// Runs one or more statements with the simple protocol and returns the rows of all of them.
pub async fn rows(client: &Client, sql: &str) -> Result<Vec<SimpleQueryRow>, tokio_postgres::Error> {
    let messages = client.simple_query(sql).await?;
    Ok(messages
        .into_iter()
        .filter_map(|message| match message {
            SimpleQueryMessage::Row(row) => Some(row),
            _ => None,
        })
        .collect())
}

/// Runs one statement and returns its answer as people compare it: each row's values joined by ` | `, a null as
/// `NULL`; how many rows it touched where it returns none.
pub async fn answer(client: &Client, sql: &str) -> Result<Vec<String>, tokio_postgres::Error> {
    let mut rows = Vec::new();
    let mut has_columns = false;
    let mut touched = 0;
    for message in client.simple_query(sql).await? {
        match message {
            SimpleQueryMessage::RowDescription(_) => has_columns = true,
            SimpleQueryMessage::Row(row) => {
                let values = (0..row.len()).map(|index| row.get(index).unwrap_or("NULL"));
                rows.push(values.collect::<Vec<_>>().join(" | "));
            }
            SimpleQueryMessage::CommandComplete(count) => touched = count,
            _ => {}
        }
    }
    Ok(if has_columns { rows } else { vec![touched.to_string()] })
}

fn explain(error: &tokio_postgres::Error, target: &Target) -> ConnectError {
    let place = target.place();
    if let Some(server) = ServerError::of(error) {
        return ConnectError::Refused { place, user: target.user().to_owned(), server: Box::new(server) };
    }
    let cause = std::error::Error::source(error).map(ToString::to_string);
    let reason = cause.unwrap_or_else(|| error.to_string());
    let text = format!("{error}: {reason}");
    if text.contains("TLS") {
        return ConnectError::Tls { place, reason };
    }
    if text.contains("authentication") || text.contains("password missing") {
        return ConnectError::Refused {
            place,
            user: target.user().to_owned(),
            server: Box::new(ServerError {
                sqlstate: "28P01".to_owned(),
                message: format!(
                    "the server asks for a password and there is none, or it does not fit: {reason}"
                ),
                detail: None,
                hint: None,
                position: None,
                context: None,
            }),
        };
    }
    ConnectError::Unreachable { place, reason }
}
