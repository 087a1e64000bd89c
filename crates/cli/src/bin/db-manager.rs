//! `db-manager`: the same program under the name that scripts may already use.

fn main() -> std::process::ExitCode {
    bulkhead_cli::run()
}
