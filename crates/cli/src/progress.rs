//! What a person sees while a run is under way: lines for what finished, a bar below them on a terminal.

use std::io::IsTerminal;
use std::time::Duration;

use bulkhead_migrate::{Event, Plan};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Shows events as they happen, on standard error.
pub(crate) struct ProgressView {
    bar: ProgressBar,
    /// The names of the versions to be worked on, in order.
    versions: Vec<String>,
    visible: bool,
}

/// The longest name of a version that is shown. Short of the width of most terminals, so that the `^C` that a
/// terminal shows does not break the line in two.
const NAME_CHARACTERS: usize = 32;

impl ProgressView {
    /// A view that draws on a terminal only, and says nothing at all when `quiet`.
    pub fn new(quiet: bool) -> ProgressView {
        let visible = !quiet && std::io::stderr().is_terminal();
        let target = if visible { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(None, target);
        let style = ProgressStyle::with_template("{spinner} {pos}/{len} {bar:20} {elapsed} {msg}");
        bar.set_style(style.expect("the template is well formed"));
        ProgressView { bar, versions: Vec::new(), visible }
    }

    /// Remembers what will be worked on.
    pub fn prepare(&mut self, plan: &Plan<'_>) {
        let names = plan.versions.iter().map(|version| {
            let name = format!("{} {}", version.version, version.description);
            name.chars().take(NAME_CHARACTERS).collect()
        });
        self.versions = names.collect();
    }

    /// Shows one event. Waiting is told even where there is no terminal: somebody reads the log later.
    pub fn show(&mut self, event: &Event, quiet: bool) {
        match event {
            Event::Started { versions } => {
                self.bar.set_length(*versions as u64);
                // Another run may have done some of them since.
                self.versions.drain(..self.versions.len().saturating_sub(*versions));
                self.name_version();
                self.bar.enable_steady_tick(Duration::from_millis(120));
            }
            Event::VersionFinished { .. } => {
                self.bar.inc(1);
                self.name_version();
            }
            Event::StepStarted { version, step, steps, command } => {
                self.bar.set_message(format!("{version} step {step} of {steps}: {command}"));
            }
            Event::WaitingForRun { holder } => {
                let who = holder.as_ref().map_or("its holder cannot be seen".to_owned(), ToString::to_string);
                self.say(&format!("waiting for another run: {who}"), quiet);
            }
            Event::WaitingForLock(wait) => {
                self.say(&format!("waiting for {} on {}", wait.mode, wait.object), quiet);
                for blocker in &wait.blockers {
                    self.say(&format!("  blocked by {blocker}"), quiet);
                }
            }
            Event::Retrying { version, attempts, pause_ms } => {
                self.say(&format!("{version}: attempt {attempts} gave way; again in {pause_ms} ms"), quiet);
            }
            Event::DroppedHalfBuiltIndex { index } => {
                self.say(&format!("dropped half-built index {index} of an earlier attempt"), quiet);
            }
        }
    }

    /// Shows the version that is worked on: the one after those that are finished.
    fn name_version(&self) {
        let index = usize::try_from(self.bar.position()).unwrap_or(usize::MAX);
        self.bar.set_message(self.versions.get(index).cloned().unwrap_or_default());
    }

    fn say(&self, line: &str, quiet: bool) {
        if quiet {
            return;
        }
        if self.visible {
            self.bar.println(line);
        } else {
            crate::render::to_stderr(line);
        }
    }

    /// Removes the bar.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
