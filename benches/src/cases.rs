//! The work of migrating, beside other tools.

use std::path::Path;
use std::time::Duration;

use crate::measure::{print_ratios, time};
use crate::server::Server;
use crate::tools::{Layout, Tool};

/// A piece of work, its reference and what it should cost.
struct Case {
    name: &'static str,
    what: &'static str,
    reference: Tool,
    target: f64,
    tools: &'static [Tool],
    texts: fn() -> Vec<String>,
    applied_before: bool,
}

const CASES: [Case; 4] = [
    Case {
        name: "small-100",
        what: "100 migrations of four statements, applied to an empty database",
        reference: Tool::PsqlEach,
        target: 0.90,
        tools: &[Tool::PsqlEach, Tool::Bulkhead, Tool::Sqlx, Tool::Refinery, Tool::Dbmate],
        texts: || small(100),
        applied_before: false,
    },
    Case {
        name: "small-1000",
        what: "1,000 migrations of four statements, applied to an empty database",
        reference: Tool::PsqlEach,
        target: 0.90,
        tools: &[Tool::PsqlEach, Tool::Bulkhead, Tool::Sqlx, Tool::Refinery, Tool::Dbmate],
        texts: || small(1000),
        applied_before: false,
    },
    Case {
        name: "no-op",
        what: "nothing to do, 1,000 migrations applied before",
        reference: Tool::PsqlSelect,
        target: 1.5,
        tools: &[Tool::PsqlSelect, Tool::Bulkhead, Tool::Sqlx, Tool::Refinery, Tool::Dbmate],
        texts: || small(1000),
        applied_before: true,
    },
    Case {
        name: "big",
        what: "one file of 10 MB with 100,000 single-row INSERT statements",
        reference: Tool::WholeFile,
        target: 1.2,
        tools: &[Tool::WholeFile, Tool::Bulkhead, Tool::Sqlx, Tool::Refinery, Tool::Dbmate],
        texts: || vec![big()],
        applied_before: false,
    },
];

/// A table, an index, a column and a row in each.
fn small(number: usize) -> Vec<String> {
    let text = |n| {
        format!(
            "CREATE TABLE item_{n} (id bigint PRIMARY KEY, name text NOT NULL, created_at timestamptz DEFAULT now());\n\
             CREATE INDEX item_{n}_name ON item_{n} (name);\n\
             ALTER TABLE item_{n} ADD COLUMN note text;\n\
             INSERT INTO item_{n} (id, name) VALUES (1, 'first');\n"
        )
    };
    (1..=number).map(text).collect()
}

fn big() -> String {
    let mut text = "CREATE TABLE event (id bigint, body text);\n".to_owned();
    for id in 0..100_000 {
        text.push_str(&format!("INSERT INTO event (id, body) VALUES ({id}, '{:046x}');\n", id * 7919));
    }
    text
}

/// Runs the wanted cases.
pub fn run(
    server: &Server,
    bulkhead: &Path,
    rounds: usize,
    wanted: impl Fn(&str) -> bool,
) -> Result<(), String> {
    for case in CASES.iter().filter(|case| wanted(case.name)) {
        case.run(server, bulkhead, rounds)?;
    }
    Ok(())
}

impl Case {
    fn run(&self, server: &Server, bulkhead: &Path, rounds: usize) -> Result<(), String> {
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let layout = Layout::write(folder.path(), &(self.texts)())?;
        let tools: Vec<Tool> = self.tools.iter().copied().filter(|tool| tool.is_here()).collect();
        let mut times: Vec<Vec<Duration>> = vec![Vec::new(); tools.len()];
        for round in 0..=rounds {
            for (index, tool) in tools.iter().enumerate() {
                let took = self.once(*tool, server, &layout, bulkhead)?;
                // The first round warms caches and is not counted.
                if round > 0 {
                    times[index].push(took);
                }
            }
        }
        self.print(&tools, &times);
        Ok(())
    }

    fn once(
        &self,
        tool: Tool,
        server: &Server,
        layout: &Layout,
        bulkhead: &Path,
    ) -> Result<Duration, String> {
        let database = "bench";
        let mut command = layout.command(tool, server, database, bulkhead);
        if !self.applied_before {
            server.fresh(database, None)?;
            return time(&mut command);
        }
        let ready = format!("ready_{}", tool as usize);
        if server.run("postgres", &format!("SELECT 1 FROM pg_database WHERE datname = '{ready}'"))?.is_empty()
        {
            server.fresh(&ready, None)?;
            time(&mut layout.command(tool, server, &ready, bulkhead))?;
        }
        time(&mut layout.command(tool, server, &ready, bulkhead))
    }

    fn print(&self, tools: &[Tool], times: &[Vec<Duration>]) {
        let reference = tools.iter().position(|tool| *tool == self.reference).unwrap_or(0);
        println!(
            "\n{}: {}\n  target: at most {:.2} of {}",
            self.name,
            self.what,
            self.target,
            self.reference.name()
        );
        let names: Vec<&str> = tools.iter().map(|tool| tool.name()).collect();
        print_ratios(&names, times, reference);
    }
}
