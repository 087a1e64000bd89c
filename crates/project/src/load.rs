//! From a folder of files to versions in order.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::folder::read_folder;
use crate::workspace::{database_name, project_name};
use crate::{
    Checksum, FileName, Manifest, ProjectError, Role, SourceFile, Version, normalized_digest, raw_digest,
};

/// A project: its manifest and its migrations, in the order of versions.
#[derive(Clone, Debug)]
pub struct Project {
    /// The folder.
    pub folder: PathBuf,
    /// The name.
    pub name: String,
    /// Name of its database on the embedded server.
    pub database: String,
    /// The manifest, defaults filled in.
    pub manifest: Manifest,
    /// The versions in ascending order.
    pub migrations: Vec<Migration>,
}

/// One version: the files that apply it and those that undo it.
#[derive(Clone, Debug)]
pub struct Migration {
    /// The version, written as in the first file's name.
    pub version: Version,
    /// The words of the file's name; those of all parts joined by commas.
    pub description: String,
    /// The files in the order in which they run forward.
    pub parts: Vec<SourceFile>,
    /// The files that undo the version, in the order in which they run.
    pub downs: Vec<SourceFile>,
}

impl Migration {
    /// The SHA-256 digest of the bytes that run forward.
    pub fn raw_checksum(&self) -> String {
        raw_digest(self.up_texts().map(str::as_bytes))
    }

    /// Both digests of the text that runs forward.
    pub fn checksum(&self) -> Checksum {
        Checksum { raw: self.raw_checksum(), normalized: normalized_digest(self.up_texts()) }
    }

    fn up_texts(&self) -> impl ExactSizeIterator<Item = &str> {
        self.parts.iter().map(|part| &part.text[part.sections.up.clone()])
    }

    /// The files that undo the version, each with the bytes that do: its own down files, or the down halves
    /// that its up files carry.
    pub fn down_halves(&self) -> Vec<(&SourceFile, Range<usize>)> {
        if !self.downs.is_empty() {
            return self.downs.iter().map(|file| (file, 0..file.text.len())).collect();
        }
        let halves = self.parts.iter().rev().map(|file| Some((file, file.sections.down.clone()?)));
        halves.collect::<Option<Vec<_>>>().unwrap_or_default()
    }
}

impl Project {
    /// Reads and classifies everything in a project's folder.
    pub fn load(folder: &Path) -> Result<Project, ProjectError> {
        let manifest = Manifest::read(folder)?;
        let name = project_name(folder, &manifest);
        let database = database_name(&name, &manifest);
        let files = read_folder(folder, &manifest)?;
        let migrations = assemble(files)?;
        check_bands(&manifest, &migrations)?;
        Ok(Project { folder: folder.to_path_buf(), name, database, manifest, migrations })
    }

    /// The number for a new migration: one above the newest, within the band that is worked in; `001` to begin.
    pub fn next_version(&self) -> String {
        let bands = self.manifest.bands().unwrap_or_default();
        let numbered =
            self.migrations.iter().rev().find_map(|migration| Some((migration, migration.version.number()?)));
        let Some((last, number)) = numbered else {
            return format!("{:03}", bands.first().map_or(1, |band| band.first.max(1)));
        };
        let band = bands.iter().find(|band| band.contains(number + 1) || band.first > number);
        let next = band.map_or(number + 1, |band| band.first.max(number + 1));
        last.version.with_number(next).to_string()
    }

    /// The migration with the given version.
    pub fn migration(&self, version: &Version) -> Option<&Migration> {
        self.migrations
            .binary_search_by(|migration| migration.version.cmp(version))
            .ok()
            .map(|index| &self.migrations[index])
    }
}

fn assemble(files: Vec<(FileName, SourceFile)>) -> Result<Vec<Migration>, ProjectError> {
    let mut versions: BTreeMap<Version, Vec<SourceFile>> = BTreeMap::new();
    let mut downs: BTreeMap<Version, Vec<SourceFile>> = BTreeMap::new();
    for (name, source) in files {
        let group = match name.role {
            Role::Up => &mut versions,
            Role::Down => &mut downs,
        };
        group.entry(name.version).or_default().push(source);
    }
    let highest = versions.keys().next_back().cloned();
    let mut migrations = Vec::with_capacity(versions.len());
    for (version, mut parts) in versions {
        let free = highest.as_ref().unwrap_or(&version);
        let free = free.with_number(free.number().unwrap_or(0).saturating_add(1)).to_string();
        check_parts(&version, &mut parts, &free)?;
        let mut downs = downs.remove(&version).unwrap_or_default();
        check_parts(&version, &mut downs, &free)?;
        downs.reverse();
        let words: Vec<&str> =
            parts.iter().map(|part| part.description.as_str()).filter(|words| !words.is_empty()).collect();
        let description = words.join(", ");
        migrations.push(Migration { version, description, parts, downs });
    }
    if let Some((version, files)) = downs.into_iter().next() {
        return Err(ProjectError::OrphanDown { path: files[0].path.clone(), version: version.to_string() });
    }
    Ok(migrations)
}

/// Puts the files of one version in order of their letters and refuses two of the same.
fn check_parts(version: &Version, parts: &mut [SourceFile], free: &str) -> Result<(), ProjectError> {
    parts.sort_by_key(|part| part.part);
    for pair in parts.windows(2) {
        let (first, second) = (&pair[0], &pair[1]);
        if first.part == second.part {
            let letter = first.part.map(String::from).unwrap_or_default();
            return Err(ProjectError::DuplicateVersion {
                version: format!("{version}{letter}"),
                first: first.path.clone(),
                second: second.path.clone(),
                free: free.to_owned(),
            });
        }
        if first.part.is_none() {
            return Err(ProjectError::MixedParts {
                version: version.to_string(),
                whole: first.path.clone(),
                part: second.path.clone(),
            });
        }
    }
    Ok(())
}

fn check_bands(manifest: &Manifest, migrations: &[Migration]) -> Result<(), ProjectError> {
    let bands = manifest.bands().unwrap_or_default();
    if bands.is_empty() {
        return Ok(());
    }
    let in_band = |number| bands.iter().any(|band| band.contains(number));
    let stray =
        migrations.iter().find(|migration| migration.version.number().is_some_and(|number| !in_band(number)));
    let Some(stray) = stray else { return Ok(()) };
    let taken: Vec<u64> = migrations.iter().filter_map(|migration| migration.version.number()).collect();
    let last_used = bands.iter().rev().find(|band| taken.iter().any(|number| band.contains(*number)));
    let free = last_used.unwrap_or(&bands[0]).free_number(&taken);
    let shown: Vec<String> = manifest.bands.iter().map(|(range, name)| format!("{range} {name}")).collect();
    Err(ProjectError::OutOfBand {
        path: stray.parts[0].path.clone(),
        version: stray.version.to_string(),
        bands: shown.join(", "),
        free: free.map(|number| stray.version.with_number(number).to_string()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(files: &[(&str, &str)]) -> (tempfile::TempDir, Result<Project, ProjectError>) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("migrations")).unwrap();
        for (name, text) in files {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        let project = Project::load(folder.path());
        (folder, project)
    }

    fn refusal(files: &[(&str, &str)]) -> String {
        project(files).1.unwrap_err().to_string()
    }

    #[test]
    fn parts_run_in_letter_order_and_are_undone_in_reverse() {
        let (_folder, project) = project(&[
            ("migrations/002e_functions.pgsql", "SELECT 5;"),
            ("migrations/002a_indexes.sql", "SELECT 1;"),
            ("migrations/001_base.sql", "SELECT 0;"),
            ("migrations/002a_indexes.down.sql", "SELECT -1;"),
            ("migrations/002e_functions.down.pgsql", "SELECT -5;"),
        ]);
        let project = project.unwrap();
        let versions: Vec<&str> = project.migrations.iter().map(|m| m.version.as_str()).collect();
        assert_eq!(versions, ["001", "002"]);
        let second = &project.migrations[1];
        assert_eq!(second.description, "indexes, functions");
        assert_eq!(second.parts.iter().filter_map(|part| part.part).collect::<String>(), "ae");
        assert_eq!(second.downs.iter().filter_map(|part| part.part).collect::<String>(), "ea");
    }

    #[test]
    fn a_file_with_both_halves_needs_no_down_file() {
        let text = "-- migrate:up\nCREATE TABLE t ();\n-- migrate:down\nDROP TABLE t;\n";
        let (_folder, project) = project(&[("migrations/1_t.sql", text)]);
        let project = project.unwrap();
        let halves = project.migrations[0].down_halves();
        assert!(text[halves[0].1.clone()].contains("DROP TABLE"));
    }

    #[test]
    fn an_empty_down_file_is_one_that_does_nothing() {
        let files = [("migrations/1_a.up.sql", "SELECT 1;"), ("migrations/1_a.down.sql", "\n")];
        let (_folder, project) = project(&files);
        assert_eq!(project.unwrap().migrations[0].down_halves().len(), 1);
    }

    #[test]
    fn what_cannot_be_classified_is_refused_by_name() {
        let one = ("migrations/001_a.sql", "SELECT 1;");
        let cases: [(&[(&str, &str)], &str); 6] = [
            (&[one, ("migrations/1_b.sql", "SELECT 2;")], "two files have version 001"),
            (&[one, ("migrations/notes.sql", "SELECT 2;")], "does not begin with a version"),
            (&[one, ("migrations/001a_b.sql", "SELECT 2;")], "both a whole file"),
            (&[one, ("migrations/002_b.down.sql", "SELECT 2;")], "no up migration has version 002"),
            (&[one, ("migrations/002_rollback.sql", "SELECT 2;")], "no up migration has version 002"),
            (
                &[
                    one,
                    ("migrations/500_b.sql", "SELECT 1;"),
                    ("bulkhead.toml", "[bands]\n\"001-099\" = \"base\"\n"),
                ],
                "version 500 lies in none of the declared bands",
            ),
        ];
        for (files, expected) in cases {
            let refusal = refusal(files);
            assert!(refusal.contains(expected), "{refusal}");
        }
    }

    #[test]
    fn a_version_out_of_band_is_told_the_free_number() {
        let (_folder, project) = project(&[
            ("migrations/007_a.sql", "SELECT 1;"),
            ("migrations/500_b.sql", "SELECT 1;"),
            ("bulkhead.toml", "[bands]\n\"001-099\" = \"base\"\n"),
        ]);
        assert_eq!(project.unwrap_err().help(), "renumber it; 008 is free");
    }

    #[test]
    fn the_next_version_stays_within_the_bands() {
        let next = |files: &[&str], bands: &str| {
            let files: Vec<(String, &str)> =
                files.iter().map(|name| (format!("migrations/{name}"), "SELECT 1;")).collect();
            let mut files: Vec<(&str, &str)> =
                files.iter().map(|(name, text)| (name.as_str(), *text)).collect();
            files.push(("bulkhead.toml", bands));
            project(&files).1.unwrap().next_version()
        };
        let bands = "[bands]\n\"010-019\" = \"base\"\n\"100-\" = \"rest\"\n";
        assert_eq!(next(&[], ""), "001");
        assert_eq!(next(&["0041_a.sql"], ""), "0042");
        assert_eq!(next(&[], bands), "010");
        assert_eq!(next(&["010_a.sql"], bands), "011");
        assert_eq!(next(&["019_a.sql"], bands), "100");
    }

    #[test]
    fn bytes_that_are_not_utf8_are_placed() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("migrations")).unwrap();
        std::fs::write(folder.path().join("migrations/1_a.sql"), b"SELECT 1;\n-- \xff").unwrap();
        let error = Project::load(folder.path()).unwrap_err().to_string();
        assert!(error.contains("not UTF-8 at byte 13 (line 2)"), "{error}");
    }

    #[test]
    fn a_zero_byte_is_placed() {
        let refusal = refusal(&[("migrations/1_a.sql", "SELECT 1;\nSELECT '\0';\n")]);
        assert!(refusal.contains("a zero byte at byte 18 (line 2)"), "{refusal}");
    }

    #[test]
    fn a_file_over_the_limit_is_refused_unread() {
        let (_folder, project) = project(&[
            ("migrations/1_a.sql", "SELECT 1;"),
            ("bulkhead.toml", "[project]\nmax_file_bytes = 5\n"),
        ]);
        assert!(project.unwrap_err().to_string().contains("9 bytes is more than the limit of 5"));
    }

    #[test]
    fn ignored_names_are_left_out() {
        let (_folder, project) = project(&[
            ("migrations/1_a.sql", "SELECT 1;"),
            ("migrations/helper.py", "x"),
            ("bulkhead.toml", "[project]\nignore = [\"*.py\"]\n"),
        ]);
        assert_eq!(project.unwrap().migrations.len(), 1);
    }
}
