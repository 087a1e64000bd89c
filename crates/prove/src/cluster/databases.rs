//! Databases that a project's migrations change by name.

use std::collections::BTreeSet;

use bulkhead_project::Project;

use super::{Word, has, texts, words};

/// The databases that texts grant something on, set something for, or change otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct DatabaseUse {
    words: BTreeSet<String>,
}

impl DatabaseUse {
    /// Reads the migrations of a project, with their ways down if the proof goes them.
    pub fn of(project: &Project, downs: bool) -> DatabaseUse {
        let mut found = DatabaseUse::default();
        for text in project.migrations.iter().flat_map(|migration| texts(migration, downs)) {
            found.read(text);
        }
        found
    }

    /// Whether no database is called by its name.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether a database is among them.
    pub fn names(&self, database: &str) -> bool {
        has(&self.words, database)
    }

    fn read(&mut self, text: &str) {
        let all: Vec<Word> = words(text).collect();
        for (place, pair) in all.windows(2).enumerate() {
            let is_meant = matches!(pair[0].text.as_str(), "on" | "alter" | "in" | "drop") && !pair[0].ends;
            if is_meant && pair[1].text == "database" && !pair[1].ends {
                self.words.extend(names(&all[place + 2..]));
            }
        }
    }
}

/// The words of the names that stand here, up to the keyword after them.
fn names(words: &[Word]) -> impl Iterator<Item = String> {
    const BEHIND: &[&str] = &[
        "to",
        "from",
        "set",
        "reset",
        "is",
        "owner",
        "rename",
        "with",
        "connection",
        "connection_limit",
        "refresh",
        "allow_connections",
        "is_template",
        "tablespace",
    ];
    let last = words.iter().position(|word| word.ends).map_or(words.len(), |last| last + 1);
    let named = words[..last].iter().take_while(|word| !BEHIND.contains(&word.text.as_str()));
    named.map(|word| word.text.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_that_is_called_by_its_name_is_found() {
        let cases = [
            ("GRANT CONNECT ON DATABASE shop TO app;", true),
            ("REVOKE ALL ON DATABASE other, \"shop\" FROM PUBLIC", true),
            ("ALTER DATABASE shop SET timezone = 'UTC'", true),
            ("ALTER ROLE app IN DATABASE shop SET work_mem = '8MB'", true),
            ("COMMENT ON DATABASE shop IS 'x'", true),
            ("DO $$ BEGIN EXECUTE 'GRANT CONNECT ON DATABASE shop TO app'; END $$", true),
            ("DROP DATABASE IF EXISTS shop", true),
            ("GRANT CONNECT ON DATABASE other TO shop;", false),
            (
                "DO $$ BEGIN EXECUTE format('GRANT ALL ON DATABASE %I TO shop', current_database()); END $$",
                false,
            ),
            ("ALTER DATABASE other SET search_path = shop", false),
            ("CREATE TABLE database (shop text)", false),
            ("SELECT 1 FROM shop WHERE id IN (SELECT database FROM shop)", false),
        ];
        for (text, is_found) in cases {
            let mut found = DatabaseUse::default();
            found.read(text);
            assert_eq!(found.names("shop"), is_found, "{text}");
        }
        let mut dashed = DatabaseUse::default();
        dashed.read("GRANT CONNECT ON DATABASE \"shop-app\" TO app");
        assert!(dashed.names("shop-app"));
    }
}
