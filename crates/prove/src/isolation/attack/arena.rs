//! Runs one attack: in a transaction of its own, as the role, in the context, judged by the superuser,
//! taken back.

use std::time::Duration;

use bulkhead_connect::{Notices, ServerError, quote_identifier, quote_literal};
use futures_util::future;
use tokio_postgres::{Client, SimpleQueryMessage};

use super::context::{Contexts, State};
use crate::ProveError;
use crate::isolation::reach::ReachedRole;

/// A role that attacks.
#[derive(Clone, Debug)]
pub(super) struct Attacker {
    /// The application role whose session it is.
    pub app_role: String,
    /// The role whose rights it uses: the application role, or one that it can `SET ROLE` to.
    pub role: String,
    /// The oid of that role.
    pub oid: u32,
    /// Whether it is a superuser.
    pub superuser: bool,
    /// Whether row security does not bind it.
    pub bypassrls: bool,
    /// The oids of the roles whose policies hold for it.
    pub acts_for: Vec<u32>,
    /// The application role of tenant B where each tenant has its own.
    pub other: Option<String>,
    /// Settings that come with a login of the application role.
    pub settings: Vec<(String, String)>,
    /// Whether it is nobody's: a role for sessions that never have a context.
    pub anonymous: bool,
}

impl Attacker {
    pub(super) fn new(reached: &ReachedRole, other: Option<String>) -> Attacker {
        Attacker {
            app_role: reached.app_role.clone(),
            role: reached.name.clone(),
            oid: reached.oid,
            superuser: reached.superuser,
            bypassrls: reached.bypassrls,
            acts_for: Vec::new(),
            other,
            settings: Vec::new(),
            anonymous: false,
        }
    }

    /// A role for sessions without a tenant.
    pub(super) fn anonymous(role: String, oid: u32) -> Attacker {
        Attacker {
            app_role: role.clone(),
            role,
            oid,
            superuser: false,
            bypassrls: false,
            acts_for: Vec::new(),
            other: None,
            settings: Vec::new(),
            anonymous: true,
        }
    }

    /// Whether its rights take a `SET ROLE`.
    pub(super) fn is_set(&self) -> bool {
        self.role != self.app_role
    }

    /// SQL by which the superuser's transaction becomes the role's, up to its end.
    fn become_it(&self, state: State) -> String {
        let login = match (&self.other, state) {
            (Some(other), State::Other) => other,
            _ => &self.app_role,
        };
        let mut sql = format!("SET LOCAL SESSION AUTHORIZATION {};\n", quote_identifier(login));
        if self.is_set() {
            sql.push_str(&format!("SET LOCAL ROLE {};\n", quote_identifier(&self.role)));
        }
        sql
    }

    /// SQL by which the superuser's transaction becomes the role's in a context, up to its end.
    pub(super) fn enter(&self, contexts: &Contexts, state: State) -> String {
        let (said, role) = (contexts.sql(state), self.become_it(state));
        let (first, then) = if contexts.is_said_by_role() { (role, said) } else { (said, role) };
        format!("{}{first}{then}", self.settings())
    }

    /// The settings of a login, which `SET SESSION AUTHORIZATION` does not bring.
    fn settings(&self) -> String {
        let set = |(name, value): &(String, String)| {
            format!("SELECT set_config({}, {}, true);\n", quote_literal(name), quote_literal(value))
        };
        self.settings.iter().map(set).collect()
    }
}

/// Back to the superuser, in the same transaction.
pub(super) const LEAVE: &str = "RESET ROLE;\nRESET SESSION AUTHORIZATION;\n";

/// Triggers and foreign keys are off, so that what is measured is row security and nothing else.
pub(super) const POLICIES_ALONE: &str = "SET LOCAL session_replication_role = replica;\n";

/// One attack.
#[derive(Clone, Debug)]
pub(super) struct Attack<'a> {
    pub attacker: &'a Attacker,
    pub state: State,
    /// What the superuser does first; each statement ends with a semicolon.
    pub prepare: String,
    /// What the attacker runs.
    pub sql: String,
    /// What the superuser asks afterwards; empty when the attacker's own answer tells.
    pub judge: String,
}

/// What came of an attack.
#[derive(Clone, Debug)]
pub(super) enum Outcome {
    /// The superuser's preparation failed: nothing is shown.
    Unprepared,
    /// The superuser could not judge: nothing is shown.
    Unjudged(ServerError),
    /// The server refused.
    Refused(ServerError),
    /// It ran. The rows of the attack, and those of the judge.
    Done { rows: Vec<Row>, judged: Vec<Row> },
}

/// A row as text.
pub(super) type Row = Vec<Option<String>>;

impl Outcome {
    /// The number that the attacker was given, where it asked for one.
    pub(super) fn counted(&self) -> u64 {
        match self {
            Outcome::Done { rows, .. } => number(rows.last().and_then(|row| row.first())),
            _ => 0,
        }
    }

    /// The single number that the judge gave.
    pub(super) fn judged(&self) -> u64 {
        match self {
            Outcome::Done { judged, .. } => number(judged.last().and_then(|row| row.first())),
            _ => 0,
        }
    }
}

fn number(value: Option<&Option<String>>) -> u64 {
    value.and_then(|text| text.as_ref()?.parse().ok()).unwrap_or(0)
}

/// The sessions of the proof and the limits of each attack.
pub(super) struct Arena<'a> {
    /// Where the context has been set in earlier transactions.
    pub client: &'a Client,
    /// Where no context was ever set.
    pub untouched: &'a Client,
    /// What the two sessions are told beside their answers.
    pub notices: [Notices; 2],
    pub contexts: Contexts,
    pub timeout: Duration,
}

impl Arena<'_> {
    /// Runs one attack. Its four messages are sent together; attacks whose futures are polled together
    /// share the way.
    pub(super) async fn run(&self, attack: &Attack<'_>) -> Result<Outcome, ProveError> {
        let client = self.client_for(attack.state);
        let opening = self.opening(attack);
        let closing = format!("{LEAVE}{}", attack.judge);
        outcome(send(client, [&opening, &attack.sql, &closing, "ROLLBACK"]).await?)
    }

    /// Runs attacks one after the other on the server, without waiting between them.
    pub(super) async fn run_all(&self, attacks: &[Attack<'_>]) -> Result<Vec<Outcome>, ProveError> {
        future::join_all(attacks.iter().map(|attack| self.run(attack))).await.into_iter().collect()
    }

    /// Runs attacks that begin with the same preparation, which is made once: each comes after a savepoint. For judges
    /// that do not ask which transaction wrote a row.
    pub(super) async fn run_after(
        &self,
        common: &str,
        attacks: &[Attack<'_>],
    ) -> Result<Vec<Outcome>, ProveError> {
        let Some(first) = attacks.first() else { return Ok(Vec::new()) };
        let client = self.client_for(first.state);
        let opening = format!("{}{common}", self.limits());
        let opened = client.simple_query(&opening).await;
        let outcomes = match &opened {
            Ok(_) => future::join_all(attacks.iter().map(|it| self.run_within(client, common, it))).await,
            Err(_) => Vec::new(),
        };
        client.simple_query("ROLLBACK").await.map_err(|error| ProveError::lost(&error))?;
        match opened {
            Ok(_) => outcomes.into_iter().collect(),
            Err(error) => {
                server_error(&error)?;
                Ok(vec![Outcome::Unprepared; attacks.len()])
            }
        }
    }

    /// Runs one attack in the open transaction, without what all have in common, and takes it back.
    async fn run_within(
        &self,
        client: &Client,
        common: &str,
        attack: &Attack<'_>,
    ) -> Result<Outcome, ProveError> {
        let own = attack.prepare.strip_prefix(common).unwrap_or(&attack.prepare);
        let entry = attack.attacker.enter(&self.contexts, attack.state);
        let (opening, closing) =
            (format!("SAVEPOINT attack;\n{own}{entry}"), format!("{LEAVE}{}", attack.judge));
        let ending = "ROLLBACK TO SAVEPOINT attack; RELEASE SAVEPOINT attack";
        outcome(send(client, [&opening, &attack.sql, &closing, ending]).await?)
    }

    /// The session in which the state can be had.
    pub(super) fn client_for(&self, state: State) -> &Client {
        if state == State::Never { self.untouched } else { self.client }
    }

    /// Everything before the attack.
    pub(super) fn opening(&self, attack: &Attack<'_>) -> String {
        format!("{}{}", self.limits(), self.entry(attack))
    }

    /// The beginning of a transaction that ends by itself.
    pub(super) fn limits(&self) -> String {
        let limit = self.timeout.as_millis();
        format!("BEGIN;\nSET LOCAL statement_timeout = {limit};\nSET LOCAL lock_timeout = {limit};\n")
    }

    /// What is prepared, and how the superuser's transaction becomes the attacker's.
    pub(super) fn entry(&self, attack: &Attack<'_>) -> String {
        format!("{}{}", attack.prepare, attack.attacker.enter(&self.contexts, attack.state))
    }

    /// SQL by which the superuser's transaction goes on as tenant B.
    pub(super) fn as_other(&self, attacker: &Attacker) -> String {
        let (said, role) = (self.contexts.sql(State::Other), attacker.become_it(State::Other));
        if self.contexts.is_said_by_role() { role + &said } else { said + &role }
    }

    /// The attack as a script for psql.
    pub(super) fn exploit(&self, attack: &Attack<'_>) -> String {
        let before = self.contexts.before(attack.state);
        let mut script =
            format!("{before}BEGIN;\n{}{};\n", self.entry(attack), attack.sql.trim_end_matches(';'),);
        if !attack.judge.is_empty() {
            script.push_str(LEAVE);
            script.push_str(&attack.judge);
            script.push_str(";\n");
        }
        script.push_str("ROLLBACK;\n");
        script
    }
}

/// What the server's answer to a message is.
pub(super) type Answered = Result<Vec<SimpleQueryMessage>, tokio_postgres::Error>;

/// Sends four messages together: what comes first, what is asked, what comes after, and what ends it and has to work. The
/// answers to the first three.
pub(super) async fn send(
    client: &Client,
    [opening, sql, closing, ending]: [&str; 4],
) -> Result<[Answered; 3], ProveError> {
    let (opened, done, closed, ended) = future::join4(
        client.simple_query(opening),
        client.simple_query(sql),
        client.simple_query(closing),
        client.simple_query(ending),
    )
    .await;
    ended.map_err(|error| ProveError::of(&error))?;
    Ok([opened, done, closed])
}

/// What came of an attack, by the answers to its preparation, to itself, and to its judge.
fn outcome([opened, done, judged]: [Answered; 3]) -> Result<Outcome, ProveError> {
    if let Err(error) = opened {
        server_error(&error)?;
        return Ok(Outcome::Unprepared);
    }
    let given = match done {
        Ok(messages) => rows(messages),
        Err(error) => return Ok(Outcome::Refused(server_error(&error)?)),
    };
    match judged {
        Ok(messages) => Ok(Outcome::Done { rows: given, judged: rows(messages) }),
        Err(error) => Ok(Outcome::Unjudged(server_error(&error)?)),
    }
}

/// The rows of all statements of a message.
pub(super) fn rows(messages: Vec<SimpleQueryMessage>) -> Vec<Row> {
    let row = |message| match message {
        SimpleQueryMessage::Row(row) => {
            Some((0..row.len()).map(|index| row.get(index).map(str::to_owned)).collect())
        }
        _ => None,
    };
    messages.into_iter().filter_map(row).collect()
}

fn server_error(error: &tokio_postgres::Error) -> Result<ServerError, ProveError> {
    ServerError::of(error).ok_or_else(|| ProveError::lost(error))
}

/// What the superuser answers to a question of the proof itself.
pub(super) async fn ask(client: &Client, sql: &str) -> Result<Vec<Row>, ProveError> {
    let messages = client.simple_query(sql).await.map_err(|error| ProveError::of(&error))?;
    Ok(rows(messages))
}
