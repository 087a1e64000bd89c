//! A private server for the proofs of one process, removed with it.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use bulkhead_connect::{Origin, Target};
use bulkhead_migrate::Interrupt;
use bulkhead_project::Project;
use bulkhead_server::place::create_state_folder;
use bulkhead_server::{Endpoint, Mode, PrivateCopy, ServerError, StartOptions, private_installations};
use bulkhead_sql::{Command, classify, split};

use super::{Circumstances, Source};
use crate::ProveError;

/// Where private servers live, below `.bulkhead/`: a folder for each, which its process keeps locked.
const FOLDER: &str = "prove";
const LOCK: &str = "lock";

/// A running server.
pub(super) struct Private {
    copy: PrivateCopy,
    endpoint: Endpoint,
    root: PathBuf,
    // Held until the folder is gone.
    _lock: File,
}

impl Private {
    /// Makes an empty server of the source's major version with its settings, and starts it.
    pub(super) async fn start(
        project: &Project,
        source: &Source,
        circumstances: &Circumstances<'_>,
    ) -> Result<Private, ServerError> {
        let order = Order {
            root: circumstances.root.to_owned(),
            major: source.major,
            extensions: extensions(project),
            settings: source.settings.clone(),
            libraries: source.libraries.clone(),
            interrupt: circumstances.interrupt.clone(),
        };
        match tokio::task::spawn_blocking(move || order.carry_out()).await {
            Ok(started) => started,
            Err(panicked) => std::panic::resume_unwind(panicked.into_panic()),
        }
    }

    /// How to reach it, as the superuser or another role.
    pub(super) fn target(&self, user: Option<&str>) -> Result<Target, ProveError> {
        let mut endpoint = self.endpoint.clone();
        if let Some(user) = user {
            user.clone_into(&mut endpoint.user);
        }
        Ok(Target::parse(&endpoint.url("postgres"), Origin::Embedded, &|_| None)?)
    }
}

impl Drop for Private {
    fn drop(&mut self) {
        // The outcome at hand says more; the next private server begins by removing what is left.
        let _ = self.copy.remove();
        let _ = std::fs::remove_dir_all(&self.root);
    }
}

/// What to start.
struct Order {
    root: PathBuf,
    major: u32,
    extensions: Vec<String>,
    settings: Vec<(String, String)>,
    libraries: Vec<String>,
    interrupt: Interrupt,
}

impl Order {
    fn carry_out(self) -> Result<Private, ServerError> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let installed = private_installations(&self.root);
        let folder = create_state_folder(&self.root)?.join(FOLDER);
        make(&folder)?;
        // A folder that is being made is not yet locked: nobody sweeps meanwhile.
        let gate = lock(&folder)?;
        sweep(&folder, &installed);
        let root = folder.join(format!("{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed)));
        make(&root)?;
        let lock = lock(&root)?;
        drop(gate);
        let copy = PrivateCopy::prepare(&root, &installed)?;
        let begun = self.begin(&copy);
        if begun.is_err() {
            let _ = copy.remove();
            let _ = std::fs::remove_dir_all(&root);
        }
        Ok(Private { endpoint: begun?, copy, root, _lock: lock })
    }

    fn begin(&self, copy: &PrivateCopy) -> Result<Endpoint, ServerError> {
        let binaries = copy.binaries(Some(self.major), &self.extensions)?;
        copy.make_empty(&binaries)?;
        let quiet = [
            ("listen_addresses", ""),
            ("fsync", "off"),
            ("full_page_writes", "off"),
            ("synchronous_commit", "off"),
        ];
        let mut settings = quiet.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        settings.extend(self.settings.iter().cloned());
        let is_wanted =
            |library: &&String| self.extensions.contains(library) && binaries.has_library(library);
        let libraries: Vec<&str> = self.libraries.iter().filter(is_wanted).map(String::as_str).collect();
        settings.push(("shared_preload_libraries".to_owned(), libraries.join(",")));
        let options = StartOptions { extensions: Vec::new(), settings, mode: Mode::Child };
        copy.start(&binaries, &options, &|| !self.interrupt.is_set())
    }
}

/// The extensions that the manifest and the migrations name.
fn extensions(project: &Project) -> Vec<String> {
    let mut wanted = project.manifest.project.extensions.clone();
    for part in project.migrations.iter().flat_map(|migration| &migration.parts) {
        let Ok(script) = split(&part.text) else { continue };
        for statement in &script.statements {
            let classified = classify(&part.text[statement.span.clone()]);
            if classified.command == Command::CreateExtension {
                wanted.extend(classified.targets.into_iter().map(|target| target.name));
            }
        }
    }
    wanted.sort();
    wanted.dedup();
    wanted
}

fn failed(doing: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> ServerError {
    let path = path.to_owned();
    move |source| ServerError::Io { doing, path, source }
}

fn make(folder: &Path) -> Result<(), ServerError> {
    std::fs::create_dir_all(folder).map_err(failed("create", folder))
}

fn lock(folder: &Path) -> Result<File, ServerError> {
    let path = folder.join(LOCK);
    let file = File::create(&path).map_err(failed("create", &path))?;
    file.lock().map_err(failed("lock", &path))?;
    Ok(file)
}

/// Removes the servers of processes that were killed: nobody holds the lock of their folder.
fn sweep(folder: &Path, installed: &Path) {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for root in entries.map(|entry| entry.path()) {
        let Ok(file) = File::open(root.join(LOCK)) else { continue };
        if file.try_lock().is_ok() {
            // Preparing a place stops and removes what was there.
            let removed = PrivateCopy::prepare(&root, installed).and_then(|copy| copy.remove());
            if removed.is_ok() {
                let _ = std::fs::remove_dir_all(&root);
            }
        }
    }
}
