//! How the files of an extension come to a server.

/// Extensions that come with PostgreSQL's own contrib package.
const CONTRIB: &[&str] = &[
    "amcheck",
    "autoinc",
    "bloom",
    "btree_gin",
    "btree_gist",
    "citext",
    "cube",
    "dblink",
    "dict_int",
    "earthdistance",
    "file_fdw",
    "fuzzystrmatch",
    "hstore",
    "intarray",
    "isn",
    "lo",
    "ltree",
    "moddatetime",
    "pageinspect",
    "pg_buffercache",
    "pg_freespacemap",
    "pg_prewarm",
    "pg_stat_statements",
    "pg_surgery",
    "pg_trgm",
    "pg_visibility",
    "pg_walinspect",
    "pgcrypto",
    "pgrowlocks",
    "pgstattuple",
    "postgres_fdw",
    "seg",
    "sslinfo",
    "tablefunc",
    "tcn",
    "tsm_system_rows",
    "tsm_system_time",
    "unaccent",
    "uuid-ossp",
    "xml2",
];

/// Extensions whose packages have another name.
const PACKAGED_AS: &[(&str, &str)] =
    &[("vector", "pgvector"), ("pg_cron", "cron"), ("pg_partman", "partman"), ("postgis", "postgis-3")];

/// Where to get extensions, and how to ask a server what it has.
pub(super) fn help(names: &[String]) -> Vec<String> {
    let ask = "what the server has: SELECT name, default_version FROM pg_available_extensions ORDER BY name;";
    let mut help: Vec<String> = Vec::new();
    for name in names {
        let one = package(name);
        if !help.contains(&one) {
            help.push(one);
        }
    }
    help.push(ask.to_owned());
    help
}

/// Which package an extension comes in.
fn package(name: &str) -> String {
    match CONTRIB.contains(&name) {
        true => "install it on the server's machine, with VERSION the major one of the server: Debian and Ubuntu \
                 `apt install postgresql-VERSION`, Fedora `dnf install postgresql-contrib`; macOS: it comes with \
                 `brew install postgresql@VERSION`"
            .to_owned(),
        false => {
            let known = PACKAGED_AS.iter().find(|(extension, _)| *extension == name);
            let package = known.map_or_else(|| name.replace('_', "-"), |(_, package)| (*package).to_owned());
            format!(
                "{name}: install it on the server's machine, with VERSION the major one of the server; most often Debian \
                 and Ubuntu `apt install postgresql-VERSION-{package}`, Fedora `dnf install {package}_VERSION` from \
                 PostgreSQL's own repository, macOS `brew install {package}`"
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_have_the_names_that_distributions_give_them() {
        let cases = [
            ("pgcrypto", "dnf install postgresql-contrib"),
            ("vector", "postgresql-VERSION-pgvector"),
            ("pg_repack", "postgresql-VERSION-pg-repack"),
        ];
        for (name, says) in cases {
            let help = help(&[name.to_owned()]);
            assert!(help[0].contains(says), "{help:?}");
            assert!(help[1].contains("pg_available_extensions") && !help.concat().contains("scripts/"));
        }
        let of_two = help(&["pgcrypto".to_owned(), "hstore".to_owned(), "vector".to_owned()]);
        assert_eq!(of_two.len(), 3, "contrib is one package: {of_two:?}");
    }
}
