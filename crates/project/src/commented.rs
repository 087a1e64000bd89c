//! Statements with the comments before them, which say what the statement is for.

/// A statement of a file and the text between it and the one before.
pub(crate) struct Commented<'t> {
    /// Everything before the statement: comments and blank lines.
    pub comments: &'t str,
    /// The line on which that begins, from 1.
    pub comments_line: usize,
    /// The statement without its semicolon.
    pub sql: &'t str,
    /// The line on which the statement begins, from 1.
    pub line: usize,
}

/// Cuts a text into its statements. An error is the line and what is wrong there.
pub(crate) fn statements(text: &str) -> Result<Vec<Commented<'_>>, (usize, String)> {
    let lines = bulkhead_sql::LineIndex::new(text);
    let line_of = |byte| lines.position(text, byte).line;
    let script = bulkhead_sql::split(text).map_err(|error| (line_of(error.span.start), error.to_string()))?;
    let mut after_last = 0;
    let mut found = Vec::with_capacity(script.statements.len());
    for statement in &script.statements {
        found.push(Commented {
            comments: &text[after_last..statement.span.start],
            comments_line: line_of(after_last),
            sql: &text[statement.span.clone()],
            line: line_of(statement.span.start),
        });
        after_last = (statement.span.end + usize::from(statement.terminated)).min(text.len());
    }
    Ok(found)
}
