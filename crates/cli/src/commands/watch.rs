//! `--watch`: the same look again and again.

use std::time::Duration;

use super::interrupt_on_signals;
use crate::Trouble;
use crate::args::{Global, Watch};
use crate::exit::Exit;
use crate::render::{Output, show_again};

/// Looks once, or until the user has seen enough; then it ends as the last look did.
pub(super) async fn watched(
    global: &Global,
    watch: &Watch,
    look: impl AsyncFn() -> Result<Output, Trouble>,
) -> Result<Output, Trouble> {
    let Some(seconds) = watch.watch else { return look().await };
    let interrupt = interrupt_on_signals(true);
    let mut exit = Exit::Done;
    loop {
        // A look may take its time; who wants out does not wait for it.
        let output = tokio::select! {
            output = look() => output?,
            _ = interrupt.sleep(Duration::MAX) => break,
        };
        exit = output.exit;
        show_again(global, &output);
        if interrupt.sleep(Duration::from_secs(seconds)).await {
            break;
        }
    }
    Ok(Output { text: String::new(), exit })
}
