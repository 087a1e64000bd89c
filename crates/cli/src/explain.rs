//! The long explanation of every code. One page each, in `explain/`.

/// The page of a code.
#[derive(serde::Serialize)]
pub(crate) struct Page {
    /// The code.
    pub code: &'static str,
    /// Markdown, with a title.
    pub text: &'static str,
}

impl Page {
    /// The title without its mark and code.
    pub fn title(&self) -> &'static str {
        let line = self.text.lines().next().unwrap_or_default();
        line.trim_start_matches(['#', ' ']).split_once(": ").map_or(line, |(_, title)| title)
    }
}

macro_rules! pages {
    ($($code:literal),* $(,)?) => {
        /// Every page, in the order of codes.
        pub(crate) const PAGES: &[Page] =
            &[$(Page { code: $code, text: include_str!(concat!("explain/", $code, ".md")) }),*];
    };
}

pages!(
    "C001", "C002", "C003", "C004", "C005", "M001", "M002", "M003", "M004", "M005", "M006", "M007", "M008",
    "M009", "M010", "M011", "M012", "M013", "M014", "M015", "M016", "M017", "M018", "M019", "M020", "M021",
    "M022", "M023", "M024", "M025", "M026", "M027", "O001", "O002", "O003", "O004", "O005", "O006", "O007",
    "P001", "P002", "P003", "P004", "P005", "P006", "P007", "P008", "P009", "P010", "P011", "P012", "P013",
    "S001", "U001", "U002", "V001", "V002",
);

/// The page of a code, if there is one.
pub(crate) fn page(code: &str) -> Option<&'static Page> {
    PAGES.iter().find(|page| page.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_headed_by_its_code() {
        for page in PAGES {
            let heading = format!("# {}: ", page.code);
            assert!(page.text.starts_with(&heading), "{}", page.code);
            assert!(!page.title().is_empty(), "{}", page.code);
        }
    }
}
