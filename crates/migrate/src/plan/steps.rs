//! From the files of a version to its steps.

use std::ops::Range;

use bulkhead_project::{Directives, SourceFile, Version, is_stub, normalized_digest};
use bulkhead_sql::{Classified, Command, Control, LineIndex, TransactionRule, classify, split};

use super::effects::{changes_session, is_setting, may_change_session, writes_ledger};
use super::enum_values::AddedValues;
use super::{Mode, Note, PlannedFile, PlannedStatement, Step, StepProgress};
use crate::{LedgerName, MigrateError};

/// The steps of one version and what was noticed on the way.
pub(super) struct Steps<'p> {
    pub files: Vec<PlannedFile<'p>>,
    pub steps: Vec<Step>,
    pub changes_session: bool,
    pub notes: Vec<Note>,
}

/// A file, the bytes of it that are run, and what its comments ask for.
pub(super) struct Half<'p> {
    pub source: &'p SourceFile,
    pub range: Range<usize>,
    pub directives: Directives,
}

/// Cuts the files of a version into steps.
pub(super) fn steps<'p>(
    version: &Version,
    halves: &[Half<'p>],
    ledger: &LedgerName,
) -> Result<Steps<'p>, MigrateError> {
    let mut cutter = Cutter::default();
    let mut files = Vec::with_capacity(halves.len());
    for (file, half) in halves.iter().enumerate() {
        files.push(PlannedFile { path: &half.source.path, part: half.source.part, text: &half.source.text });
        let statements = read(file, half, ledger, &mut cutter.notes)?;
        for read in statements {
            cutter.take(read, &half.source.text, half.directives.no_transaction);
        }
    }
    let mut cut = cutter.finish();
    if cut.steps.is_empty() {
        let path = halves.first().map(|half| half.source.path.clone()).unwrap_or_default();
        if halves.iter().any(|half| is_stub(&half.source.text)) {
            return Err(MigrateError::NothingToRun { version: version.clone(), path });
        }
        cut.notes.push(Note::Empty { version: version.clone(), path: path.display().to_string() });
        cut.steps.push(Step::of_ledger(1));
    }
    if let Some(reason) = cut.reason {
        cut.notes.push(Note::Split { version: version.clone(), reason });
    }
    Ok(Steps { files, steps: cut.steps, changes_session: cut.changes_session, notes: cut.notes })
}

/// Gives each step the digest by which a later run knows it again.
pub(super) fn give_digests(files: &[PlannedFile<'_>], steps: &mut [Step]) {
    for step in steps {
        let texts = step.statements.iter().map(|statement| statement_text(files, statement));
        step.digest = normalized_digest(texts.collect::<Vec<_>>().into_iter());
    }
}

/// The text of a statement.
pub(crate) fn statement_text<'p>(files: &[PlannedFile<'p>], statement: &PlannedStatement) -> &'p str {
    &files[statement.file].text[statement.span.clone()]
}

struct Read {
    statement: PlannedStatement,
    rule: TransactionRule,
}

/// Splits and classifies the half of a file; the file's own BEGIN and COMMIT and statements on the ledger are
/// left out.
fn read(
    file: usize,
    half: &Half<'_>,
    ledger: &LedgerName,
    notes: &mut Vec<Note>,
) -> Result<Vec<Read>, MigrateError> {
    let (text, path) = (half.source.text.as_str(), &half.source.path);
    let lines = LineIndex::new(text);
    let script = split(&text[half.range.clone()]).map_err(|error| {
        let span = half.range.start + error.span.start..half.range.start + error.span.end;
        MigrateError::Unreadable {
            path: path.clone(),
            position: lines.position(text, span.start),
            text: text.to_owned(),
            span,
            source: error,
        }
    })?;
    let mut all = Vec::with_capacity(script.statements.len());
    for statement in script.statements {
        let shift = |range: Range<usize>| half.range.start + range.start..half.range.start + range.end;
        let span = shift(statement.span);
        let Classified { command, targets, transaction } = classify(&text[span.clone()]);
        let line = lines.position(text, span.start).line;
        let copy_data = statement.copy_data.map(shift);
        let statement = PlannedStatement { number: 0, file, span, copy_data, line, command, targets };
        all.push(Read { statement, rule: transaction });
    }
    strip_own_transaction(&mut all, half, notes)?;
    all.retain(|read| {
        let ours = writes_ledger(&read.statement.command, &read.statement.targets, ledger);
        if ours {
            notes.push(Note::LedgerStatement { path: path.display().to_string(), line: read.statement.line });
        }
        !ours
    });
    Ok(all)
}

fn strip_own_transaction(
    all: &mut Vec<Read>,
    half: &Half<'_>,
    notes: &mut Vec<Note>,
) -> Result<(), MigrateError> {
    let control = |read: Option<&Read>| match read.map(|read| &read.rule) {
        Some(TransactionRule::Control(control)) => Some(*control),
        _ => None,
    };
    if all.len() >= 2
        && control(all.first()) == Some(Control::Begin)
        && control(all.last()) == Some(Control::Commit)
    {
        all.pop();
        all.remove(0);
        notes.push(Note::OwnTransaction { path: half.source.path.display().to_string() });
    }
    let stray = all.iter().find(|read| match &read.rule {
        TransactionRule::Control(control) => {
            !matches!(control, Control::Savepoint | Control::Release | Control::RollbackTo)
        }
        _ => false,
    });
    match stray {
        None => Ok(()),
        Some(read) => Err(MigrateError::TransactionControl {
            path: half.source.path.clone(),
            text: half.source.text.clone(),
            span: read.statement.span.clone(),
            line: read.statement.line,
        }),
    }
}

/// Takes statement after statement and ends steps where it must.
#[derive(Default)]
struct Cutter {
    steps: Vec<Step>,
    open: Vec<PlannedStatement>,
    settings: Vec<PlannedStatement>,
    settings_at_step: usize,
    added: AddedValues,
    count: usize,
    changes_session: bool,
    reason: Option<String>,
    notes: Vec<Note>,
}

impl Cutter {
    fn take(&mut self, read: Read, text: &str, no_transaction: bool) {
        let mut statement = read.statement;
        self.count += 1;
        statement.number = self.count;
        self.changes_session |= may_change_session(&statement.command);
        if runs_alone(&statement.command, &read.rule, no_transaction) {
            self.because(|| format!("{} cannot run in a transaction", statement.command.tag()));
            self.end_transaction();
            self.push(Mode::Alone, vec![statement]);
            return;
        }
        if self.added.may_be_used_by(&statement.command, &text[statement.span.clone()]) {
            self.because(|| "an enum value must be committed before it is used".to_owned());
            self.end_transaction();
        }
        self.added.note(&statement.command);
        if is_setting(&statement.command) {
            self.settings.push(statement.clone());
        }
        self.open.push(statement);
        if no_transaction {
            self.because(|| "the file asks for no transaction".to_owned());
            self.end_transaction();
        }
    }

    fn because(&mut self, reason: impl FnOnce() -> String) {
        if self.reason.is_none() {
            self.reason = Some(reason());
        }
    }

    fn end_transaction(&mut self) {
        if !self.open.is_empty() {
            let statements = std::mem::take(&mut self.open);
            self.push(Mode::Transaction, statements);
        }
        self.added = AddedValues::default();
    }

    /// Ends a step. Its prelude are the settings that earlier steps made.
    fn push(&mut self, mode: Mode, statements: Vec<PlannedStatement>) {
        let earlier = self.settings[..self.settings_at_step].iter();
        let prelude =
            earlier.filter(|setting| mode == Mode::Transaction || changes_session(&setting.command));
        let prelude = prelude.cloned().collect();
        self.settings_at_step = self.settings.len();
        let number = self.steps.len() + 1;
        let (digest, state) = (String::new(), StepProgress::Pending);
        self.steps.push(Step { number, mode, statements, prelude, digest, state });
    }

    fn finish(mut self) -> Cutter {
        self.end_transaction();
        if self.steps.len() == 1 && self.steps[0].mode == Mode::Transaction {
            self.reason = None;
        }
        self
    }
}

/// Whether a statement becomes a step of its own.
fn runs_alone(command: &Command, rule: &TransactionRule, no_transaction: bool) -> bool {
    match rule {
        TransactionRule::Never | TransactionRule::NeverIfPartitioned => true,
        TransactionRule::MayCommit => no_transaction || matches!(command, Command::Do),
        TransactionRule::Anywhere | TransactionRule::Control(_) => false,
    }
}
