//! Messages on their way to the server, answered in order.

use std::pin::Pin;
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream::FuturesOrdered;
use tokio_postgres::{Client, SimpleQueryMessage};

use super::message::Message;

/// How many bytes may be under way before we wait for answers.
const WINDOW_BYTES: usize = 1024 * 1024;
/// How many messages may be under way before we wait for answers.
const WINDOW_MESSAGES: usize = 64;

/// A message that was answered.
pub(super) struct Answered {
    /// The message.
    pub message: Message,
    /// How many of its commands were completed.
    pub completed: usize,
    /// Why the next one was not.
    pub error: Option<tokio_postgres::Error>,
}

type Sending<'c> = Pin<Box<dyn Future<Output = Answered> + 'c>>;

/// Messages on their way.
pub(super) struct Pipeline<'c> {
    client: &'c Client,
    under_way: FuturesOrdered<Sending<'c>>,
    bytes: usize,
}

impl<'c> Pipeline<'c> {
    pub fn new(client: &'c Client) -> Pipeline<'c> {
        Pipeline { client, under_way: FuturesOrdered::new(), bytes: 0 }
    }

    /// Whether enough is under way.
    pub fn is_full(&self) -> bool {
        self.bytes >= WINDOW_BYTES || self.under_way.len() >= WINDOW_MESSAGES
    }

    pub fn is_empty(&self) -> bool {
        self.under_way.is_empty()
    }

    /// Adds a message; it leaves at the next [`Pipeline::next`].
    pub fn push(&mut self, message: Message) {
        self.bytes += message.sql.len();
        self.under_way.push_back(Box::pin(send(self.client, message)));
    }

    /// The next answer, in the order of sending; `None` when `patience` ends first or nothing is under way.
    pub async fn next(&mut self, patience: Duration) -> Option<Answered> {
        let answered = tokio::time::timeout(patience, self.under_way.next()).await.ok()??;
        self.bytes -= answered.message.sql.len();
        Some(answered)
    }
}

async fn send(client: &Client, message: Message) -> Answered {
    let mut completed = 0;
    let answers = match client.simple_query_raw(&message.sql).await {
        Ok(answers) => answers,
        Err(error) => return Answered { message, completed, error: Some(error) },
    };
    let mut answers = std::pin::pin!(answers);
    while let Some(answer) = answers.next().await {
        match answer {
            Ok(SimpleQueryMessage::CommandComplete(_)) => completed += 1,
            Ok(_) => {}
            Err(error) => return Answered { message, completed, error: Some(error) },
        }
    }
    Answered { message, completed, error: None }
}
