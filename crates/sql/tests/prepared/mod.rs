//! Makes scripts written for psql readable to a parser of plain SQL, without moving a byte: whatever is
//! in the way becomes spaces. Each piece is found through the error the crate itself gives for it.

use bulkhead_sql::{Script, SplitError, SplitErrorKind, split};

/// A script without anything for psql, and what was taken out.
pub struct Prepared {
    /// The text with `COPY` data blanked, for the parser to compare with.
    pub blanked: String,
    /// The crate's own cut of the text before `COPY` data was blanked.
    pub script: Script,
    /// Backslash commands, variables and `COPY` statements without data that were taken out.
    pub taken_out: usize,
}

/// Prepares a script; fails if something in it is unterminated.
pub fn prepare(text: &str) -> Result<Prepared, SplitError> {
    let mut text = text.to_owned();
    for taken_out in 0.. {
        match split(&text) {
            Ok(script) => {
                let blanked = without_copy_data(&text, &script);
                return Ok(Prepared { blanked, script, taken_out });
            }
            Err(error) => text = without(&text, error)?,
        }
    }
    unreachable!("each round takes something out")
}

fn without(text: &str, error: SplitError) -> Result<String, SplitError> {
    let written = &text[error.span.clone()];
    let replacement = match &error.kind {
        SplitErrorKind::PsqlMetaCommand { command } if command.eq_ignore_ascii_case("copy") => {
            plain_copy(written)
        }
        SplitErrorKind::PsqlMetaCommand { command } if ends_statement(command) => {
            format!(";{}", " ".repeat(written.len() - 1))
        }
        SplitErrorKind::PsqlMetaCommand { .. } => " ".repeat(written.len()),
        SplitErrorKind::PsqlVariable { .. } => format!(" {}", &written[1..]),
        SplitErrorKind::UnterminatedCopyData => from_a_file(written),
        SplitErrorKind::TextOnCopyLine => {
            return Ok(format!("{}{}", from_a_file(&text[..error.span.start]), &text[error.span.start..]));
        }
        _ => return Err(error),
    };
    Ok(format!("{}{replacement}{}", &text[..error.span.start], &text[error.span.end..]))
}

fn ends_statement(command: &str) -> bool {
    command.starts_with('g') && command != "getenv" || [";", "crosstabview", "watch"].contains(&command)
}

/// `\copy …` as `COPY …;`.
fn plain_copy(written: &str) -> String {
    format!("{};", &written[1..])
}

/// Reads the last `STDIN` of a text from a file instead.
fn from_a_file(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let (start, name) = match (lower.rfind("stdin"), lower.rfind("stdout")) {
        (Some(start), None) => (start, "'abc'"),
        (Some(start), Some(other)) if start > other => (start, "'abc'"),
        (_, Some(start)) => (start, "'abcd'"),
        (None, None) => unreachable!("a COPY statement"),
    };
    format!("{}{name}{}", &text[..start], &text[start + name.len()..])
}

fn without_copy_data(text: &str, script: &Script) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for data in script.statements.iter().filter_map(|statement| statement.copy_data.clone()) {
        let marker = data.end + 2;
        bytes[data.start..marker].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
    }
    String::from_utf8(bytes).expect("only whole characters are blanked")
}
