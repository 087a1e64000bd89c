//! What a person sees while a run is under way: lines for what finished, a bar below them on a terminal.

use std::io::IsTerminal;
use std::time::Duration;

use bulkhead_migrate::{Direction, Event};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Shows events as they happen, on standard error.
pub(crate) struct ProgressView {
    bar: ProgressBar,
    direction: Direction,
    visible: bool,
}

impl ProgressView {
    /// A view that draws on a terminal only, and says nothing at all when `quiet`.
    pub fn new(direction: Direction, quiet: bool) -> ProgressView {
        let visible = !quiet && std::io::stderr().is_terminal();
        let target = if visible { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(None, target);
        let style = ProgressStyle::with_template("{spinner} {pos}/{len} {bar:30} {elapsed} {wide_msg}");
        bar.set_style(style.expect("the template is well formed"));
        ProgressView { bar, direction, visible }
    }

    /// Shows one event. Waiting is told even where there is no terminal: somebody reads the log later.
    pub fn show(&mut self, event: &Event, quiet: bool) {
        match event {
            Event::Started { versions } => {
                self.bar.set_length(*versions as u64);
                self.bar.enable_steady_tick(Duration::from_millis(120));
            }
            Event::VersionFinished { version, description } => {
                self.bar.inc(1);
                let verb = match self.direction {
                    Direction::Up => "applied",
                    Direction::Down => "undone",
                    Direction::Rerun => "applied again",
                };
                self.bar.set_message(format!("{verb} {version} {description}"));
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
