//! The long explanation of every code, one page each in `explain/`, and of every kind of finding, all in one file.

/// The page of a code.
#[derive(Clone, serde::Serialize)]
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
    "O008", "O009", "O010", "O011", "O012", "O013", "O014", "O015", "O016", "O017", "O018", "O019", "O020",
    "O021", "P001", "P002", "P003", "P004", "P006", "P007", "P008", "P009", "P010", "P011", "P012", "P013",
    "S001", "U001", "U002", "V001", "V002", "V003", "V004", "V005", "manifest",
);

/// The pages of what proofs find, one after the other in one file.
const FINDINGS: &str = include_str!("explain/findings.md");
/// Those of what a drill of a backup finds.
const DRILL: &str = include_str!("explain/drill.md");

/// The pages of findings; the kind of the finding is the code.
pub(crate) fn findings() -> impl Iterator<Item = Page> {
    [FINDINGS, DRILL].into_iter().flat_map(pages_of)
}

/// The pages of one file.
fn pages_of(file: &'static str) -> Vec<Page> {
    let begins = file.match_indices("# ").map(|(at, _)| at);
    let begins: Vec<usize> =
        begins.filter(|at| *at == 0 || file[..*at].ends_with('\n')).chain([file.len()]).collect();
    let pages = begins.windows(2).filter_map(|pair| {
        let text = file[pair[0]..pair[1]].trim();
        Some(Page { code: text.trim_start_matches("# ").split_once(": ")?.0, text })
    });
    pages.collect()
}

/// Every page, codes first.
pub(crate) fn pages() -> Vec<Page> {
    PAGES.iter().cloned().chain(findings()).collect()
}

/// The page of a code or of a kind of finding, in any case.
pub(crate) fn page(code: &str) -> Option<Page> {
    pages().into_iter().find(|page| page.code.eq_ignore_ascii_case(code))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use bulkhead_project::Manifest;

    use super::*;

    #[test]
    fn every_finding_has_a_title_and_says_what_to_do() {
        assert!(findings().count() > 70);
        let mut kinds = std::collections::BTreeSet::new();
        for Page { code, text } in findings() {
            assert!(code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'), "{code}");
            assert!(text.contains("**What to do.** "), "{code}");
            assert!(kinds.insert(code), "{code} is there twice");
        }
    }

    /// The part of the manifest's page below a heading.
    fn section(heading: &str) -> &'static str {
        let text = page("manifest").expect("the page").text;
        let begin = text.find(&format!("## {heading}\n")).unwrap_or_else(|| panic!("no {heading}"));
        let part = &text[begin + 3..];
        part.find("\n## ").map_or(part, |end| &part[..end])
    }

    #[test]
    fn the_page_of_the_manifest_names_every_key() {
        // A key that does not exist makes the manifest say which do.
        let cases = [
            ("[project]", "[project]\n"),
            ("[locks]", "[locks]\n"),
            ("[tenancy]", "[tenancy]\nlevel = \"row\"\n"),
            ("[tenancy.context]", "[tenancy]\nlevel = \"row\"\n[tenancy.context]\n"),
            ("[[accepted]]", "[[accepted]]\n"),
            ("[[retention]]", "[[retention]]\n"),
            ("[[partitions]]", "[[partitions]]\n"),
            ("[backup]", "[backup]\n"),
        ];
        for (heading, text) in cases {
            let refusal =
                Manifest::parse(&format!("{text}zzz = 1\n"), Path::new("bulkhead.toml")).unwrap_err();
            let refusal = refusal.to_string();
            let (_, known) =
                refusal.split_once("expected one of ").or(refusal.split_once("expected ")).unwrap();
            let keys: Vec<&str> = known.split('`').skip(1).step_by(2).collect();
            assert!(keys.len() > 1, "{refusal}");
            for key in keys.into_iter().filter(|key| *key != "context") {
                assert!(section(heading).contains(&format!("\n- `{key}`: ")), "{heading} {key}");
            }
        }
        let refusal = Manifest::parse("zzz = 1\n", Path::new("bulkhead.toml")).unwrap_err().to_string();
        let (_, known) = refusal.split_once("expected one of ").unwrap();
        for key in known.split('`').skip(1).step_by(2) {
            let plain = [format!("[{key}]"), format!("[[{key}]]")];
            let text = page("manifest").unwrap().text;
            assert!(plain.iter().any(|heading| text.contains(&format!("## {heading}\n"))), "{key}");
        }
    }

    #[test]
    fn the_examples_of_the_manifest_can_be_read() {
        let text = page("manifest").unwrap().text;
        let blocks: Vec<&str> =
            text.split("```toml\n").skip(1).filter_map(|block| block.split("```").next()).collect();
        assert!(blocks.len() > 8);
        for block in blocks {
            let whole = match block.starts_with("[tenancy.context]") {
                true => format!("[tenancy]\nlevel = \"row\"\n{block}"),
                false => block.to_owned(),
            };
            Manifest::parse(&whole, Path::new("bulkhead.toml")).unwrap_or_else(|error| panic!("{error}"));
        }
    }

    #[test]
    fn every_page_is_headed_by_its_code() {
        for page in pages() {
            let heading = format!("# {}: ", page.code);
            assert!(page.text.starts_with(&heading), "{}", page.code);
            assert!(!page.title().is_empty(), "{}", page.code);
        }
    }
}
