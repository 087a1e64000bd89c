//! Which PostgreSQL programs to use: `PG_BIN` if set, else the newest server of `PATH` and the well-known
//! places that has the wanted extensions. Installs nothing; that is what `scripts/install-postgres` does.

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::ServerError;
use crate::search;
use crate::user::ServerUser;

/// The oldest supported major version.
pub const OLDEST: u32 = 15;

/// A server version, as 15.18. Betas and development versions count as minor 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// 15, 16, …
    pub major: u32,
    /// The number of the bug-fix release.
    pub minor: u32,
}

impl Version {
    /// Reads what `postgres --version` prints: `postgres (PostgreSQL) 15.18 (Debian …)`.
    pub fn parse(text: &str) -> Option<Version> {
        let text = text.split("(PostgreSQL)").nth(1)?.trim_start();
        let digits = |text: &str| {
            let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
            text[..end].parse::<u32>().ok()
        };
        let minor = text.split_whitespace().next()?.split_once('.').and_then(|(_, rest)| digits(rest));
        Some(Version { major: digits(text)?, minor: minor.unwrap_or(0) })
    }
}

impl fmt::Display for Version {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}", self.major, self.minor)
    }
}

/// An installed server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binaries {
    /// Folder that holds `postgres` and `initdb`.
    pub directory: PathBuf,
    /// What `postgres --version` says.
    pub version: Version,
    share: PathBuf,
    library: PathBuf,
}

impl Binaries {
    /// Whether `CREATE EXTENSION name` finds its control file.
    pub fn has_extension(&self, name: &str) -> bool {
        has_control_file(&self.share, name)
    }

    /// Whether the loadable library `name` is there, for `shared_preload_libraries`.
    pub fn has_library(&self, name: &str) -> bool {
        ["so", "dylib"].iter().any(|ending| self.library.join(format!("{name}.{ending}")).exists())
    }

    /// Asks the programs in `directory` what they are, as `user` would run them.
    fn inspect(directory: &Path, user: &ServerUser) -> Result<Binaries, String> {
        for program in ["postgres", "initdb"] {
            if !directory.join(program).is_file() {
                return Err(format!("there is no program `{program}` in it"));
            }
        }
        let said = ask(directory, "postgres", "--version", user)?;
        let version =
            Version::parse(&said).ok_or_else(|| format!("its version cannot be read from {said:?}"))?;
        let share = match share_by_layout(directory, version.major) {
            Some(share) => share,
            None => PathBuf::from(ask(directory, "pg_config", "--sharedir", user)?),
        };
        let library = match library_by_layout(directory) {
            Some(library) => library,
            None => PathBuf::from(ask(directory, "pg_config", "--pkglibdir", user)?),
        };
        Ok(Binaries { directory: directory.to_owned(), version, share, library })
    }
}

/// Finds the server to use. `private` is a folder of private copies, `<private>/<version>/…/bin`; with
/// `major`, only that major version will do, because a data directory already belongs to it.
///
/// # Errors
/// [`ServerError::BinariesMissing`], [`ServerError::PgBinUnusable`], [`ServerError::TooOld`],
/// [`ServerError::ExtensionMissing`], [`ServerError::VersionMissing`].
pub fn find(
    private: &Path,
    user: &ServerUser,
    extensions: &[String],
    major: Option<(u32, &Path)>,
) -> Result<Binaries, ServerError> {
    if let Some(directory) = std::env::var_os("PG_BIN").filter(|value| !value.is_empty()) {
        let directory = PathBuf::from(directory);
        let one = Binaries::inspect(&directory, user)
            .map_err(|why| ServerError::PgBinUnusable { directory: directory.clone(), why })?;
        return choose(vec![one], extensions, major);
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let searched = search::candidates(private, std::env::split_paths(&path));
    let found: Vec<Binaries> =
        searched.iter().filter_map(|directory| Binaries::inspect(directory, user).ok()).collect();
    if found.is_empty() {
        return Err(ServerError::BinariesMissing { searched: search::places() });
    }
    choose(found, extensions, major)
}

/// Whether the server with this folder of binaries has an extension, without starting any program.
/// `None` when the layout of the installation is unknown.
pub(crate) fn extension_by_layout(directory: &Path, major: u32, name: &str) -> Option<bool> {
    share_by_layout(directory, major).map(|share| has_control_file(&share, name))
}

/// Picks the newest server that has all extensions; of equals the first.
fn choose(
    found: Vec<Binaries>,
    extensions: &[String],
    major: Option<(u32, &Path)>,
) -> Result<Binaries, ServerError> {
    let installed: BTreeSet<String> = found.iter().map(|one| one.version.to_string()).collect();
    let mut usable: Vec<Binaries> = found;
    if let Some((wanted, data)) = major {
        usable.retain(|one| one.version.major == wanted);
        if usable.is_empty() {
            let found = installed.into_iter().collect::<Vec<_>>().join(", ");
            return Err(ServerError::VersionMissing { data: data.to_owned(), wanted, found });
        }
    }
    // Stable: candidates of one version stay in the order in which they were found.
    usable.sort_by_key(|one| std::cmp::Reverse(one.version));
    let newest = usable[0].clone();
    if newest.version.major < OLDEST {
        return Err(ServerError::TooOld { found: newest.version.to_string(), directory: newest.directory });
    }
    let missing = |one: &Binaries| -> Vec<String> {
        extensions.iter().filter(|name| !one.has_extension(name)).cloned().collect()
    };
    let supported = usable.iter().filter(|one| one.version.major >= OLDEST);
    match supported.min_by_key(|one| missing(one).len()) {
        Some(best) if missing(best).is_empty() => Ok(best.clone()),
        Some(best) => Err(ServerError::ExtensionMissing {
            names: missing(best),
            version: best.version.to_string(),
            directory: best.directory.clone(),
        }),
        None => Err(ServerError::TooOld { found: newest.version.to_string(), directory: newest.directory }),
    }
}

/// Where the usual packages put `extension/*.control`, seen from the folder of binaries.
fn share_by_layout(directory: &Path, major: u32) -> Option<PathBuf> {
    let prefix = directory.parent()?;
    let mut places = vec![
        prefix.join("share/postgresql"),
        prefix.join(format!("share/postgresql@{major}")),
        prefix.join("share/pgsql"),
        prefix.join("share"),
    ];
    // Debian: /usr/lib/postgresql/15/bin and /usr/share/postgresql/15, also in a copied tree.
    places.extend(directory.ancestors().nth(4).map(|top| top.join(format!("share/postgresql/{major}"))));
    places.into_iter().find(|share| has_control_file(share, "plpgsql"))
}

fn library_by_layout(directory: &Path) -> Option<PathBuf> {
    let prefix = directory.parent()?;
    ["lib/postgresql", "lib64/pgsql", "lib"]
        .iter()
        .map(|place| prefix.join(place))
        .find(|library| library.join("plpgsql.so").exists() || library.join("plpgsql.dylib").exists())
}

fn has_control_file(share: &Path, extension: &str) -> bool {
    share.join("extension").join(format!("{extension}.control")).exists()
}

fn ask(directory: &Path, program: &str, question: &str, user: &ServerUser) -> Result<String, String> {
    let mut command = Command::new(directory.join(program));
    command.arg(question).current_dir("/");
    user.apply(&mut command);
    match command.output() {
        Ok(output) if output.status.success() => {
            Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
        }
        Ok(output) => {
            Err(format!("`{program} {question}` failed: {}", String::from_utf8_lossy(&output.stderr).trim()))
        }
        Err(error) => Err(format!("`{program}` cannot be run: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(folder: &Path, version: (u32, u32), extensions: &[&str]) -> Binaries {
        let share = folder.join(format!("{}.{}/share", version.0, version.1));
        std::fs::create_dir_all(share.join("extension")).unwrap();
        for name in extensions {
            std::fs::write(share.join(format!("extension/{name}.control")), "").unwrap();
        }
        Binaries {
            directory: share.with_file_name("bin"),
            version: Version { major: version.0, minor: version.1 },
            share,
            library: PathBuf::new(),
        }
    }

    fn wanted(names: &[&str]) -> Vec<String> {
        names.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn versions_are_read_as_packagers_print_them() {
        for (text, major, minor) in [
            ("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n", 15, 18),
            ("postgres (PostgreSQL) 18beta1", 18, 0),
            ("postgres (PostgreSQL) 19devel", 19, 0),
            ("postgres (PostgreSQL) 17.10 (Homebrew)", 17, 10),
        ] {
            assert_eq!(Version::parse(text), Some(Version { major, minor }), "{text}");
        }
        assert_eq!(Version::parse("something else"), None);
        assert_eq!(Version::parse("postgres (PostgreSQL)"), None);
    }

    #[test]
    fn the_newest_server_that_has_the_extensions_wins() {
        let folder = tempfile::tempdir().unwrap();
        let found = vec![
            server(folder.path(), (15, 18), &["vector"]),
            server(folder.path(), (16, 2), &["vector"]),
            server(folder.path(), (17, 1), &[]),
        ];
        let pick = |names: &[&str]| choose(found.clone(), &wanted(names), None).unwrap().version.to_string();
        assert_eq!(pick(&[]), "17.1");
        assert_eq!(pick(&["vector"]), "16.2");
    }

    #[test]
    fn minor_versions_are_compared_as_numbers() {
        let folder = tempfile::tempdir().unwrap();
        let found = vec![server(folder.path(), (15, 9), &[]), server(folder.path(), (15, 18), &[])];
        assert_eq!(choose(found, &[], None).unwrap().version.minor, 18);
    }

    #[test]
    fn a_missing_extension_is_named_together_with_the_closest_server() {
        let folder = tempfile::tempdir().unwrap();
        let found = vec![server(folder.path(), (17, 1), &[]), server(folder.path(), (15, 18), &["pgcrypto"])];
        let error = choose(found, &wanted(&["pgcrypto", "vector"]), None).unwrap_err().to_string();
        assert!(error.contains("15.18") && error.contains("no extension vector;"), "{error}");
        assert!(error.contains("scripts/install-postgres"), "{error}");
    }

    #[test]
    fn data_of_one_major_version_is_not_given_to_another() {
        let folder = tempfile::tempdir().unwrap();
        let found = vec![server(folder.path(), (16, 2), &[]), server(folder.path(), (17, 1), &[])];
        let data = Path::new("/srv/data");
        assert_eq!(choose(found.clone(), &[], Some((16, data))).unwrap().version.major, 16);
        let error = choose(found, &[], Some((15, data))).unwrap_err().to_string();
        assert!(error.contains("made by PostgreSQL 15") && error.contains("16.2, 17.1"), "{error}");
    }

    #[test]
    fn servers_below_the_oldest_supported_version_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let error = choose(vec![server(folder.path(), (14, 9), &[])], &[], None).unwrap_err().to_string();
        assert!(error.contains("14.9") && error.contains("at least 15"), "{error}");
        let found = vec![server(folder.path(), (14, 9), &["vector"]), server(folder.path(), (15, 1), &[])];
        assert!(matches!(
            choose(found, &wanted(&["vector"]), None),
            Err(ServerError::ExtensionMissing { version, .. }) if version == "15.1"
        ));
    }

    #[test]
    fn a_copied_debian_tree_is_searched_for_its_own_extensions() {
        let folder = tempfile::tempdir().unwrap();
        let top = folder.path().join("15");
        let extension = top.join("share/postgresql/15/extension");
        std::fs::create_dir_all(&extension).unwrap();
        std::fs::write(extension.join("plpgsql.control"), "").unwrap();
        let bin = top.join("lib/postgresql/15/bin");
        assert_eq!(share_by_layout(&bin, 15), Some(top.join("share/postgresql/15")));
        assert_eq!(extension_by_layout(&bin, 15, "vector"), Some(false));
        assert_eq!(extension_by_layout(&bin, 16, "vector"), None);
    }

    #[test]
    fn the_server_of_this_machine_is_found_and_has_contrib() {
        let user = ServerUser::choose().unwrap();
        let found = find(Path::new("/nonexistent"), &user, &wanted(&["pgcrypto"]), None).unwrap();
        assert!(found.version.major >= OLDEST);
        assert!(found.has_library("pgcrypto"));
    }
}
