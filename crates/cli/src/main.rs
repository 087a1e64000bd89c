//! `bulkhead`: builds, proves and runs multi-tenant PostgreSQL databases.

fn main() -> std::process::ExitCode {
    bulkhead_cli::run()
}
