//! What must be refused, clearly, with nothing changed.

mod files;
mod ledger;
mod rights;
mod running;
mod servers;
mod statements;
