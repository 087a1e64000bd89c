//! From a folder to the projects that a command runs over.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::{Manifest, ProjectError};

/// The projects that a command runs over.
#[derive(Clone, Debug)]
pub struct Selection {
    /// The folder that holds the workspace or the single project; the embedded server lives there.
    pub root: PathBuf,
    /// The folders of the projects, in order.
    pub projects: Vec<PathBuf>,
}

/// Finds the project or projects at `folder`, or the one named `name` among them.
///
/// A folder inside a workspace belongs to it: the root is then the workspace's, so that all share one server.
pub fn select(folder: &Path, name: Option<&str>) -> Result<Selection, ProjectError> {
    let folder = folder
        .canonicalize()
        .map_err(|source| ProjectError::Unreadable { path: folder.to_path_buf(), source })?;
    let manifest = Manifest::read(&folder)?;
    let (root, projects) = match &manifest.workspace {
        Some(_) => {
            let members = members(&folder, &manifest)?;
            check_apart(&folder, &members)?;
            (folder.clone(), members)
        }
        None if is_project(&folder, &manifest) => (enclosing_workspace(&folder)?, vec![folder.clone()]),
        None => return Err(ProjectError::NoProject { path: folder }),
    };
    let projects = match name {
        Some(name) => vec![named(&projects, name)?],
        None => projects,
    };
    if projects.is_empty() {
        return Err(ProjectError::NoProject { path: folder });
    }
    Ok(Selection { root, projects })
}

fn is_project(folder: &Path, manifest: &Manifest) -> bool {
    folder.join(Manifest::FILE_NAME).is_file() || folder.join(&manifest.project.migrations).is_dir()
}

fn members(root: &Path, manifest: &Manifest) -> Result<Vec<PathBuf>, ProjectError> {
    let mut found = Vec::new();
    for pattern in manifest.workspace.iter().flat_map(|workspace| &workspace.projects) {
        match pattern.strip_suffix("/*") {
            None => found.push(root.join(pattern)),
            Some(parent) => {
                let parent = root.join(parent);
                let unreadable = |source| ProjectError::Unreadable { path: parent.clone(), source };
                let mut folders = Vec::new();
                for entry in std::fs::read_dir(&parent).map_err(unreadable)? {
                    let path = entry.map_err(unreadable)?.path();
                    if path.is_dir() && is_project(&path, &Manifest::read(&path)?) {
                        folders.push(path);
                    }
                }
                folders.sort();
                found.extend(folders);
            }
        }
    }
    Ok(found)
}

/// Refuses two projects of one name, which `--project` could not tell apart, and two in one database, where each
/// would take the other's ledger for its own.
fn check_apart(root: &Path, members: &[PathBuf]) -> Result<(), ProjectError> {
    let mut names: BTreeMap<String, &Path> = BTreeMap::new();
    let mut databases: BTreeMap<String, &Path> = BTreeMap::new();
    for member in members {
        let manifest = Manifest::read(member)?;
        let name = project_name(member, &manifest);
        let database = database_name(&name, &manifest);
        let taken = [("name", &name, names.insert(name.clone(), member))];
        let taken =
            taken.into_iter().chain([("database", &database, databases.insert(database.clone(), member))]);
        for (what, value, other) in taken {
            if let Some(other) = other {
                let shown = |path: &Path| path.strip_prefix(root).unwrap_or(path).display().to_string();
                let message = format!("{} and {} have one {what}, {value}", shown(other), shown(member));
                return Err(ProjectError::Manifest { path: root.join(Manifest::FILE_NAME), message });
            }
        }
    }
    Ok(())
}

/// The nearest folder above whose manifest lists this project, else the folder itself.
fn enclosing_workspace(folder: &Path) -> Result<PathBuf, ProjectError> {
    for above in folder.ancestors().skip(1) {
        if above.join(Manifest::FILE_NAME).is_file() {
            let manifest = Manifest::read(above)?;
            let members = members(above, &manifest)?;
            if members.iter().any(|member| member == folder) {
                check_apart(above, &members)?;
                return Ok(above.to_path_buf());
            }
        }
    }
    Ok(folder.to_path_buf())
}

fn named(projects: &[PathBuf], name: &str) -> Result<PathBuf, ProjectError> {
    let mut known = Vec::new();
    for path in projects {
        let project_name = project_name(path, &Manifest::read(path)?);
        if project_name == name {
            return Ok(path.clone());
        }
        known.push(project_name);
    }
    Err(ProjectError::UnknownProject { name: name.to_owned(), known })
}

/// The name in the manifest, else the folder's.
pub(crate) fn project_name(folder: &Path, manifest: &Manifest) -> String {
    manifest.project.name.clone().unwrap_or_else(|| {
        folder.file_name().map_or_else(|| "project".to_owned(), |name| name.to_string_lossy().into_owned())
    })
}

/// The name of a project's database on the embedded server.
pub(crate) fn database_name(project: &str, manifest: &Manifest) -> String {
    manifest.project.database.clone().unwrap_or_else(|| project.replace(['-', ' '], "_"))
}
