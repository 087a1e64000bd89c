//! What a project's migrations do to roles, read from their texts.
//!
//! Roles belong to the whole server, not to a database: a statement on a scratch database that drops or changes one
//! does so for every database. What is read here errs on the side of care, for a text can name a role in many ways.

use std::collections::BTreeSet;

use bulkhead_project::Project;
use bulkhead_sql::{Command, classify, split};

use super::{Word, has, pairs, texts, words};

/// What the texts of a proof do to roles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct RoleUse {
    /// The words of files that change or drop roles, or change who is a member of which.
    changing: BTreeSet<String>,
    /// Whether such a file also runs statements that it puts together, and so may name any role.
    computed: bool,
    /// The roles that a `CREATE ROLE` of its own makes, which fails where they are.
    created: BTreeSet<String>,
    /// The words of statements that make roles.
    made: BTreeSet<String>,
    /// Every word of every file.
    words: BTreeSet<String>,
}

impl RoleUse {
    /// Reads the migrations of a project, with their ways down if the proof goes them. `others` are texts that name
    /// roles as well, such as the manifest.
    pub fn of(project: &Project, downs: bool, others: &[&str]) -> RoleUse {
        let mut found = RoleUse::default();
        for migration in &project.migrations {
            for text in texts(migration, downs) {
                found.read(text);
            }
        }
        for text in others {
            found.words.extend(words(text).map(|word| word.text));
        }
        found
    }

    /// Whether the files make or change roles at all.
    pub fn is_empty(&self) -> bool {
        self.changing.is_empty() && self.created.is_empty()
    }

    /// Whether running them would change a role that is there, or be kept from making it. `own` is the role that runs
    /// them.
    pub fn endangers(&self, role: &str, own: &str) -> bool {
        let changed = has(&self.changing, role) || self.computed && role != own;
        changed || self.created.contains(role)
    }

    /// Whether the files take a role for granted: they name it and do not make it.
    pub fn needs(&self, role: &str) -> bool {
        has(&self.words, role) && !has(&self.made, role)
    }

    fn read(&mut self, text: &str) {
        let all: Vec<Word> = words(text).collect();
        self.words.extend(all.iter().map(|word| word.text.clone()));
        if all.is_empty() || !mentions_roles(&all) {
            return;
        }
        if changes(&all) {
            self.changing.extend(all.iter().map(|word| word.text.clone()));
            self.computed |= computes(&all);
        }
        let Ok(script) = split(text) else { return };
        for statement in &script.statements {
            let sql = &text[statement.span.clone()];
            let classified = classify(sql);
            if classified.command == Command::CreateRole {
                self.created.extend(classified.targets.into_iter().map(|target| target.name));
            }
            let inside: Vec<Word> = words(sql).collect();
            if pairs(&inside).any(|(first, second)| first == "create" && is_role(second)) {
                self.made.extend(inside.into_iter().map(|word| word.text));
            }
        }
    }
}

fn is_role(word: &str) -> bool {
    matches!(word, "role" | "user" | "group")
}

/// Whether anything of a text can be about roles, which most files are not.
fn mentions_roles(words: &[Word]) -> bool {
    const OF_ROLES: &[&str] = &["role", "user", "group", "owned", "grant", "revoke", "pg_authid"];
    words.iter().any(|word| OF_ROLES.contains(&word.text.as_str()))
}

/// Whether a text changes a role, drops one, or changes who is a member of which.
fn changes(words: &[Word]) -> bool {
    let by_pair = pairs(words).any(|(first, second)| match (first, second) {
        ("reassign" | "drop", "owned") | ("update", "pg_authid" | "pg_auth_members") => true,
        ("alter" | "drop" | "on", second) => is_role(second),
        _ => false,
    });
    by_pair
        || words.iter().enumerate().any(|(index, word)| {
            matches!(word.text.as_str(), "grant" | "revoke")
                && !word.ends
                && is_membership(&words[index + 1..])
        })
}

/// Whether what follows GRANT or REVOKE names roles on both sides: no ON comes before TO or FROM.
fn is_membership(words: &[Word]) -> bool {
    let last = words.iter().position(|word| word.ends).map_or(words.len(), |last| last + 1);
    let joint = words[..last].iter().find(|word| matches!(word.text.as_str(), "on" | "to" | "from"));
    joint.is_some_and(|word| word.text != "on")
}

/// Whether a text runs statements that it puts together.
fn computes(words: &[Word]) -> bool {
    let no_string = ["on", "function", "procedure", "to", "from"];
    words.windows(2).any(|pair| pair[0].text == "execute" && !no_string.contains(&pair[1].text.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn used(texts: &[&str]) -> RoleUse {
        let mut found = RoleUse::default();
        texts.iter().for_each(|text| found.read(text));
        found
    }

    #[test]
    fn a_role_is_in_danger_where_a_text_changes_it() {
        let cases = [
            ("DROP ROLE IF EXISTS app;", true),
            ("drop\n user app", true),
            ("ALTER ROLE app PASSWORD 'x';", true),
            ("ALTER GROUP app ADD USER b", true),
            ("DO $$ BEGIN ALTER USER app CONNECTION LIMIT 5; END $$", true),
            ("GRANT app TO dba;", true),
            ("GRANT app TO dba WITH ADMIN OPTION", true),
            ("REVOKE ADMIN OPTION FOR app FROM dba", true),
            ("REASSIGN OWNED BY app TO dba", true),
            ("COMMENT ON ROLE app IS 'x'", true),
            ("DO $$ BEGIN EXECUTE format('DROP ROLE %I', name); END $$", true),
            ("UPDATE pg_authid SET rolpassword = NULL WHERE rolname = 'app'", true),
            ("CREATE ROLE app;", true),
            ("DROP ROLE app_reader;", false),
            ("DO $$ BEGIN IF true THEN CREATE ROLE app; END IF; END $$;", false),
            ("GRANT SELECT ON t TO app WITH GRANT OPTION; SELECT 1 FROM app", false),
            ("GRANT EXECUTE ON FUNCTION f() TO app; SET ROLE app; RESET ROLE;", false),
            ("CREATE USER MAPPING FOR app SERVER s; DROP USER MAPPING FOR app SERVER s", false),
            ("ALTER DEFAULT PRIVILEGES FOR ROLE app GRANT SELECT ON TABLES TO app", false),
            ("CREATE TABLE app (role text, grantee text)", false),
        ];
        for (text, is_in_danger) in cases {
            assert_eq!(used(&[text]).endangers("app", "owner"), is_in_danger, "{text}");
        }
        // Who runs the statements is hardly what a computed name means.
        assert!(!used(&["DO $$ BEGIN EXECUTE 'DROP ROLE ' || r; END $$"]).endangers("owner", "owner"));
        assert!(used(&["DROP ROLE \"shop-app\";"]).endangers("shop-app", "owner"));
    }

    #[test]
    fn a_role_that_is_named_and_not_made_is_taken_for_granted() {
        let found = used(&[
            "DO $$ BEGIN CREATE ROLE app; END $$;",
            "DO $$ DECLARE r text; BEGIN FOREACH r IN ARRAY ARRAY['one', 'two'] LOOP
               EXECUTE format('CREATE ROLE %I', r); END LOOP; END $$",
            "GRANT SELECT ON t TO app, anon;",
        ]);
        let needed: Vec<&str> =
            ["app", "one", "two", "anon", "dba"].into_iter().filter(|role| found.needs(role)).collect();
        assert_eq!(needed, ["anon"]);
    }
}
