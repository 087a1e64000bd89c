//! Starting long-lived child processes: a daemon that outlives us, or a child that must not.
//!
//! A child is watched by a thread that lives exactly as long as the child. That thread collects the exit
//! status, so that no zombie stays behind, and on Linux it is the thread that the kernel's parent-death
//! signal is bound to. Elsewhere there is no such signal: a child of a process killed with `kill -9` lives on.

use std::fs::File;
use std::io;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::channel;
use std::sync::{Arc, Condvar, Mutex};

use crate::process;
use crate::user::ServerUser;

/// How long a server lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Until it is stopped: it has a session of its own and survives the process that started it.
    #[default]
    Daemon,
    /// As long as the process that started it (Linux; elsewhere as [`Mode::Daemon`], except that Ctrl-C in
    /// the terminal reaches it).
    Child,
}

/// A started process.
#[derive(Debug)]
pub struct Spawned {
    /// Its process id.
    pub pid: i32,
    /// How it ended; empty while it runs. Whoever holds the lock and finds it empty may rely on the number.
    end: Arc<(Mutex<Option<ExitStatus>>, Condvar)>,
}

impl Spawned {
    /// How the process ended, or `None` while it runs.
    pub fn ended(&self) -> Option<ExitStatus> {
        *self.end.0.lock().expect("nobody panics under this lock")
    }

    /// Waits for the end of the process.
    pub fn wait(&self) -> ExitStatus {
        let (end, changed) = &*self.end;
        let mut end = end.lock().expect("nobody panics under this lock");
        loop {
            match *end {
                Some(status) => return status,
                None => end = changed.wait(end).expect("nobody panics under this lock"),
            }
        }
    }

    /// Ends the process at once and waits until it is gone.
    pub fn kill(&self) {
        let end = self.end.0.lock().expect("nobody panics under this lock");
        if end.is_none() {
            // Cannot fail: the process is a child of ours that was not collected yet.
            let _ = process::signal(self.pid, libc::SIGKILL);
        }
        drop(end);
        self.wait();
    }
}

/// Runs `command` as `user`, without input and with its output appended to `log`.
///
/// # Errors
/// When the program cannot be run or the log cannot be opened.
pub fn spawn(mut command: Command, user: &ServerUser, mode: Mode, log: &Path) -> io::Result<Spawned> {
    let output = File::options().create(true).append(true).open(log)?;
    command.stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output);
    user.apply(&mut command);
    let parent = std::process::id();
    // SAFETY: the closure runs between fork and exec and only makes async-signal-safe system calls.
    unsafe { command.pre_exec(move || detach(mode, parent)) };
    let end = Arc::new((Mutex::new(None), Condvar::new()));
    let watched = Arc::clone(&end);
    let (sender, started) = channel();
    std::thread::Builder::new().name("child".to_owned()).spawn(move || {
        // The receiver waits for exactly one message.
        match command.spawn() {
            Ok(child) => {
                let _ = sender.send(Ok(child.id()));
                watch(child, &watched);
            }
            Err(error) => {
                let _ = sender.send(Err(error));
            }
        }
    })?;
    let pid = started.recv().expect("the thread always says whether the process started")?;
    Ok(Spawned { pid: i32::try_from(pid).expect("process numbers are small"), end })
}

/// Waits for the end of the process, then collects it under the lock.
fn watch(mut child: Child, end: &(Mutex<Option<ExitStatus>>, Condvar)) {
    // SAFETY: waitid fills plain data that outlives the call; WNOWAIT leaves the process to be collected below.
    unsafe {
        let mut about: libc::siginfo_t = std::mem::zeroed();
        libc::waitid(libc::P_PID, child.id(), &raw mut about, libc::WEXITED | libc::WNOWAIT);
    }
    let mut status = end.0.lock().expect("nobody panics under this lock");
    *status = Some(child.wait().expect("the child was not collected by anybody else"));
    end.1.notify_all();
}

/// Runs in the child after it became another user: changing the user would undo the parent-death signal.
fn detach(mode: Mode, parent: u32) -> io::Result<()> {
    if mode == Mode::Daemon || cfg!(target_os = "linux") {
        // SAFETY: setsid has no memory effects. It fails only for a process group leader, which a fresh
        // child is not.
        unsafe { libc::setsid() };
    }
    #[cfg(target_os = "linux")]
    if mode == Mode::Child {
        // SAFETY: both calls only change or read attributes of the process.
        let orphaned = unsafe {
            if libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGINT) != 0 {
                return Err(io::Error::last_os_error());
            }
            libc::getppid().cast_unsigned() != parent
        };
        if orphaned {
            return Err(io::Error::from_raw_os_error(libc::ESRCH));
        }
    }
    #[cfg(not(target_os = "linux"))]
    let _ = parent;
    Ok(())
}
