//! How a person stops a run.

use std::time::Duration;

use tokio::sync::watch;

/// Tells a run that the user wants out.
#[derive(Clone)]
pub struct Interrupt {
    signal: watch::Receiver<bool>,
}

impl Interrupt {
    /// An interrupt and what sets it.
    pub fn new() -> (watch::Sender<bool>, Interrupt) {
        let (sender, signal) = watch::channel(false);
        (sender, Interrupt { signal })
    }

    /// Whether the user wants out.
    pub fn is_set(&self) -> bool {
        *self.signal.borrow()
    }

    /// Sleeps; true when the user wanted out before the time was over.
    pub async fn sleep(&self, duration: Duration) -> bool {
        let mut signal = self.signal.clone();
        let set = async {
            // Without a sender left nobody can interrupt: wait for the time only.
            if signal.wait_for(|set| *set).await.is_err() {
                std::future::pending::<()>().await;
            }
        };
        tokio::time::timeout(duration, set).await.is_ok()
    }
}
