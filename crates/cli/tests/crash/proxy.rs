//! Stands between a run and its server, counts the messages of the run, and lets something happen at one of them.

use std::io::{ErrorKind, Read, Write};
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tempfile::TempDir;

/// What becomes of the message at which something happens, and of what the run wrote after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// The server gets neither: the run died just before it sent the message.
    Cut,
    /// The server gets everything that the run managed to write, as a kernel delivers it for a dead process, and
    /// the run hears no answer.
    Flow,
}

/// What happens, in the thread that carries the message. It must end the run or its server.
type Action = Box<dyn FnOnce() + Send>;

struct Trigger {
    at: usize,
    delivery: Delivery,
    action: Mutex<Option<Action>>,
}

struct Shared {
    upstream: PathBuf,
    count: AtomicUsize,
    happened: AtomicBool,
    trigger: Option<Trigger>,
}

/// A listening proxy; it ends with this value.
pub struct Proxy {
    folder: TempDir,
    shared: Arc<Shared>,
}

const PORT: u16 = 5432;

impl Proxy {
    /// Listens on a socket of its own and passes everything on to the socket `upstream`.
    pub fn counting(upstream: &Path) -> Proxy {
        Proxy::start(upstream, None)
    }

    /// Like [`Proxy::counting`], but `action` happens when message `at`, counted from 1, arrives.
    pub fn with(
        upstream: &Path,
        at: usize,
        delivery: Delivery,
        action: impl FnOnce() + Send + 'static,
    ) -> Proxy {
        Proxy::start(upstream, Some(Trigger { at, delivery, action: Mutex::new(Some(Box::new(action))) }))
    }

    fn start(upstream: &Path, trigger: Option<Trigger>) -> Proxy {
        let folder = tempfile::Builder::new().prefix("bulkhead-proxy").tempdir_in("/tmp").unwrap();
        let listener = UnixListener::bind(folder.path().join(format!(".s.PGSQL.{PORT}"))).unwrap();
        let (count, happened) = (AtomicUsize::new(0), AtomicBool::new(false));
        let shared = Arc::new(Shared { upstream: upstream.to_owned(), count, happened, trigger });
        let theirs = Arc::clone(&shared);
        std::thread::spawn(move || {
            for client in listener.incoming() {
                let Ok(client) = client else { return };
                // The end of the proxy is told by a connection that sends nothing.
                let shared = Arc::clone(&theirs);
                let Ok(server) = UnixStream::connect(&shared.upstream) else { continue };
                std::thread::spawn(move || carry(client, server, &shared));
                if Arc::strong_count(&theirs) == 1 {
                    return;
                }
            }
        });
        Proxy { folder, shared }
    }

    /// The address of a database behind the proxy.
    pub fn url(&self, database: &str) -> String {
        format!("postgresql:///{database}?host={}&port={PORT}&user=postgres", self.folder.path().display())
    }

    /// How many messages have arrived.
    pub fn count(&self) -> usize {
        self.shared.count.load(Ordering::SeqCst)
    }

    /// The message came at which something was to happen. Runs differ by a few messages, so the last may not come.
    pub fn assert_happened(&self, total: usize, what: &str) {
        let at = self.shared.trigger.as_ref().map_or(0, |trigger| trigger.at);
        assert!(
            self.shared.happened.load(Ordering::SeqCst) || at + 4 > total,
            "{what}: the moment did not come"
        );
    }
}

impl Shared {
    /// Counts a message; runs the action when it is the one. Returns what to do with it.
    fn arrives(&self) -> Option<Delivery> {
        let number = self.count.fetch_add(1, Ordering::SeqCst) + 1;
        let trigger = self.trigger.as_ref()?;
        if number < trigger.at {
            return None;
        }
        if number == trigger.at {
            self.happened.store(true, Ordering::SeqCst);
            if trigger.delivery == Delivery::Flow {
                return Some(Delivery::Flow);
            }
            self.act();
        }
        Some(trigger.delivery)
    }

    fn act(&self) {
        let action = self.trigger.as_ref().and_then(|trigger| trigger.action.lock().unwrap().take());
        if let Some(action) = action {
            action();
        }
    }
}

/// Carries one connection until either side ends it.
fn carry(mut client: UnixStream, mut server: UnixStream, shared: &Arc<Shared>) {
    let (mut answers, mut back) = (server.try_clone().unwrap(), client.try_clone().unwrap());
    let theirs = Arc::clone(shared);
    let answering = std::thread::spawn(move || {
        let mut buffer = [0; 16384];
        while let Ok(size @ 1..) = answers.read(&mut buffer) {
            // Answers to what came after the moment are never heard.
            if !theirs.happened.load(Ordering::SeqCst) && back.write_all(&buffer[..size]).is_err() {
                break;
            }
        }
        let _ = back.shutdown(Shutdown::Both);
    });
    let _ = carry_messages(&mut client, &mut server, shared);
    // The server gets an end of file, as from a client that is gone, and finishes what it has.
    let _ = server.shutdown(Shutdown::Write);
    let _ = client.shutdown(Shutdown::Read);
    let _ = answering.join();
}

/// The messages of the run, one by one. The first of a connection has no type byte and is not counted.
fn carry_messages(client: &mut UnixStream, server: &mut UnixStream, shared: &Shared) -> std::io::Result<()> {
    pass(client, server, Vec::new())?;
    loop {
        let mut kind = [0];
        client.read_exact(&mut kind)?;
        match shared.arrives() {
            None => pass(client, server, kind.to_vec())?,
            Some(Delivery::Cut) => return Err(ErrorKind::ConnectionAborted.into()),
            Some(Delivery::Flow) => {
                pass(client, server, kind.to_vec())?;
                // Long enough for the server to begin with it; what it does then no longer depends on us.
                std::thread::sleep(Duration::from_millis(2));
                shared.act();
            }
        }
    }
}

fn pass(client: &mut UnixStream, server: &mut UnixStream, mut message: Vec<u8>) -> std::io::Result<()> {
    let mut length = [0; 4];
    client.read_exact(&mut length)?;
    let rest = (u32::from_be_bytes(length) as usize).saturating_sub(4);
    let begin = message.len() + 4;
    message.extend(length);
    message.resize(begin + rest, 0);
    client.read_exact(&mut message[begin..])?;
    server.write_all(&message)
}
