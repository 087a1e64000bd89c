//! How bad something is.

use serde::Serialize;

/// How bad something is, from nothing seen to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Nothing could be seen; the summary says why.
    Skipped,
    /// Nothing is wrong.
    Ok,
    /// Worth knowing; nothing breaks.
    Notice,
    /// To be mended in the next days.
    Warning,
    /// To be mended now.
    Critical,
}

impl Level {
    /// The word for it, as in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Level::Skipped => "skipped",
            Level::Ok => "ok",
            Level::Notice => "notice",
            Level::Warning => "warning",
            Level::Critical => "critical",
        }
    }

    /// The worst of several; skipped when there is none, or none that saw anything.
    pub(crate) fn worst(levels: impl IntoIterator<Item = Level>) -> Level {
        levels.into_iter().max().unwrap_or(Level::Skipped)
    }
}

#[cfg(test)]
mod tests {
    use super::Level::{self, Critical, Notice, Ok, Skipped, Warning};

    #[test]
    fn what_was_not_seen_is_never_fine() {
        let cases: [(&[Level], Level); 5] = [
            (&[], Skipped),
            (&[Skipped, Skipped], Skipped),
            (&[Skipped, Ok], Ok),
            (&[Notice, Warning, Ok], Warning),
            (&[Critical, Skipped], Critical),
        ];
        for (levels, worst) in cases {
            assert_eq!(Level::worst(levels.iter().copied()), worst, "{levels:?}");
        }
    }
}
