//! A free port on 127.0.0.1, the one of last time where possible.

use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;

/// Gives the remembered port if it is still free, else any free one. Another process may take it before the
/// server does; the caller then asks again with `remembered` set to `None`.
pub(crate) fn free(remembered: Option<u16>) -> std::io::Result<u16> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    if let Some(port) = remembered.filter(|port| bind(*port).is_ok()) {
        return Ok(port);
    }
    Ok(bind(0)?.local_addr()?.port())
}

/// Reads the port that was remembered in `file`.
pub(crate) fn remembered(file: &Path) -> Option<u16> {
    std::fs::read_to_string(file).ok()?.trim().parse().ok().filter(|port| *port > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_free_port_is_kept() {
        let port = free(None).unwrap();
        assert_eq!(free(Some(port)).unwrap(), port);
    }

    #[test]
    fn a_taken_port_is_replaced() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert_ne!(free(Some(port)).unwrap(), port);
    }

    #[test]
    fn rubbish_is_not_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("port");
        assert_eq!(remembered(&file), None);
        for text in ["", "x", "0", "70000"] {
            std::fs::write(&file, text).unwrap();
            assert_eq!(remembered(&file), None, "{text}");
        }
        std::fs::write(&file, "5433\n").unwrap();
        assert_eq!(remembered(&file), Some(5433));
    }
}
