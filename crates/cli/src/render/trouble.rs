//! Troubles as people read them: what, where in the SQL, why, what was applied, what to do next.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use bulkhead_sql::LineIndex;

use super::{Paint, count};
use crate::Trouble;
use crate::trouble::Frame;

/// How many lines around the underlined one are shown.
const CONTEXT_LINES: usize = 2;

/// The whole message.
pub(super) fn describe(trouble: &Trouble, paint: Paint) -> String {
    let mut text = match &trouble.frame {
        Some(frame) => framed(trouble, frame, paint),
        None => {
            format!("{}: {}", paint.bad(&format!("error[{}]", trouble.code)), paint.bold(&trouble.message))
        }
    };
    if let Some(project) = &trouble.project {
        text.push_str(&format!("\n   = in project {project}"));
    }
    for note in &trouble.notes {
        text.push_str(&format!("\n   = {note}"));
    }
    text.push_str(&format!("\n   = {}", applied(trouble)));
    for before in trouble.earlier.iter().filter(|before| before.versions > 0) {
        let versions = count(before.versions, "version");
        text.push_str(&format!("\n   = project {} was finished before: {versions}", before.project));
    }
    for (index, help) in trouble.help.iter().enumerate() {
        let lead = if index == 0 { paint.good("help") } else { "    ".to_owned() };
        text.push_str(&format!("\n   {lead}{} {help}", if index == 0 { ":" } else { " " }));
    }
    text.push_str(&format!("\n   {}", paint.dim(&format!("more: bulkhead explain {}", trouble.code))));
    text
}

fn applied(trouble: &Trouble) -> String {
    if let Some(effect) = trouble.effect {
        return effect.to_owned();
    }
    let progress = &trouble.progress;
    if progress.is_empty() {
        return match (trouble.code, &trouble.project) {
            ("M018" | "M023", _) => {
                "what was under way may have taken effect; the next run finds out".to_owned()
            }
            (_, None) => "nothing was changed".to_owned(),
            (_, Some(_)) => "nothing was changed there".to_owned(),
        };
    }
    let mut parts = Vec::new();
    if let (Some(first), Some(last)) = (progress.finished.first(), progress.finished.last()) {
        let range = if first == last { first.to_string() } else { format!("{first} to {last}") };
        parts.push(format!("{} finished before ({range})", count(progress.finished.len(), "version")));
    }
    if let Some((version, done, steps)) = &progress.half_way {
        parts.push(format!("version {version} is half-way: {done} of {steps} steps are done and recorded"));
    }
    if trouble.code == "M024" {
        parts.push("what was under way was rolled back".to_owned());
    }
    parts.join("; ")
}

fn framed(trouble: &Trouble, frame: &Frame, paint: Paint) -> String {
    let lines = LineIndex::new(&frame.text);
    let line = lines.position(&frame.text, frame.span.start).line;
    let (window, first_line) = window(&frame.text, line);
    let shift = frame.text[..window.start].len();
    let span = frame.span.start - shift..frame.span.end.max(frame.span.start + 1).min(window.end) - shift;
    let path = frame.path.display().to_string();
    let snippet = Snippet::source(&frame.text[window])
        .line_start(first_line)
        .path(&path)
        .annotation(AnnotationKind::Primary.span(span).label(&frame.label));
    let group = Level::ERROR.primary_title(&trouble.message).id(trouble.code).element(snippet);
    let renderer = if paint.on { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group])
}

/// The bytes of some lines around a line, and the number of the first of them.
fn window(text: &str, line: usize) -> (std::ops::Range<usize>, usize) {
    let first = line.saturating_sub(CONTEXT_LINES).max(1);
    let last = line + CONTEXT_LINES;
    let mut start = 0;
    let mut end = text.len();
    let mut offset = 0;
    for (index, content) in text.split_inclusive('\n').enumerate() {
        if index + 1 == first {
            start = offset;
        }
        offset += content.len();
        if index + 1 == last {
            end = offset;
            break;
        }
    }
    (start..end, first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exit::Exit;
    use bulkhead_migrate::Progress;

    #[test]
    fn the_statement_is_underlined_in_its_file() {
        let text = "CREATE TABLE a ();\nSELECT x;\nSELECT 3;\n".to_owned();
        let start = text.find('x').unwrap();
        let trouble = Trouble {
            code: "M019",
            message: "column \"x\" does not exist".to_owned(),
            help: vec!["correct the file and run again".to_owned()],
            notes: vec!["statement 2 of 3".to_owned()],
            frame: Some(Frame {
                path: "migrations/001_a.sql".into(),
                text,
                span: start..start + 1,
                label: "column \"x\" does not exist".to_owned(),
            }),
            progress: Progress::default(),
            effect: None,
            project: None,
            earlier: Vec::new(),
            passing: false,
            exit: Exit::Failed,
        };
        let shown = describe(&trouble, Paint { on: false, width: None });
        assert!(shown.starts_with("error[M019]: column \"x\" does not exist"), "{shown}");
        assert!(shown.contains("migrations/001_a.sql:2:8"), "{shown}");
        assert!(shown.contains("nothing was changed"), "{shown}");
        assert!(shown.contains("help: correct the file"), "{shown}");
    }

    #[test]
    fn upkeep_that_is_interrupted_does_not_say_that_nothing_was_changed() {
        let trouble = Trouble::from(bulkhead_operate::OperateError::Interrupted);
        let shown = describe(&trouble, Paint { on: false, width: None });
        assert!(shown.contains("what was committed before stays"), "{shown}");
        assert!(!shown.contains("nothing was changed"), "{shown}");
    }
}
