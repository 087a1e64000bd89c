//! `bulkhead init`: reads from a database who its tenants are.

use std::path::{Path, PathBuf};

use bulkhead_project::{Manifest, Project, Tenancy};
use bulkhead_prove::infer::{Evidence, Inferred, frequent, infer, read};
use serde::Serialize;

use super::{each, open, read_only};
use crate::Trouble;
use crate::args::{Global, Init};
use crate::exit::Exit;
use crate::render::{Output, initialised};

/// What was read from a database.
#[derive(Serialize)]
pub(crate) struct InitReport {
    /// The project.
    pub project: String,
    /// The manifest that was written; `None` when it has its own section, or nothing was to be written.
    pub written: Option<PathBuf>,
    /// Whether the manifest says already who the tenants are.
    pub has_section: bool,
    /// What was read; `None` when nothing points to tenants.
    pub tenancy: Option<Tenancy>,
    /// Why: the line's key and the reason; without a tenancy, what may be the key.
    pub reasons: Vec<(String, String)>,
    /// The section as TOML.
    #[serde(skip)]
    pub section: String,
}

pub(super) async fn run(global: &Global, arguments: &Init) -> Result<Output, Trouble> {
    let (context, projects) = open(global)?;
    let reports = each(projects.iter(), read_only, async |project| {
        let session = context.runner(project, None)?.connect().await?;
        let evidence = read(session.client()).await;
        session.close().await;
        report(project, &evidence?, arguments.stdout)
    });
    let reports = reports.await?;
    let found = reports.iter().all(|report| report.tenancy.is_some());
    if arguments.stdout && !global.json && found {
        return Ok(Output::of_text(
            reports.iter().map(|report| report.section.as_str()).collect::<Vec<_>>().join("\n"),
        ));
    }
    let exit =
        if reports.iter().all(|report| report.tenancy.is_some()) { Exit::Done } else { Exit::Findings };
    Ok(Output::of_reports(global, "init", exit, &reports, initialised))
}

fn report(project: &Project, evidence: &Evidence, only_print: bool) -> Result<InitReport, Trouble> {
    let has_section = project.manifest.tenancy.is_some();
    let Some(Inferred { tenancy, reasons }) = infer(evidence) else {
        let tables = evidence.tables.len();
        let frequent = frequent(evidence).into_iter();
        let reasons = frequent
            .map(|(column, number)| ("key".to_owned(), format!("{number} of {tables} tables have {column}")));
        let reasons = reasons.collect();
        let project = project.name.clone();
        return Ok(InitReport {
            project,
            written: None,
            has_section,
            tenancy: None,
            reasons,
            section: String::new(),
        });
    };
    let section = section(&tenancy, &reasons);
    let written = match has_section || only_print {
        true => None,
        false => Some(append(&project.folder, &section)?),
    };
    let (project, tenancy) = (project.name.clone(), Some(tenancy));
    Ok(InitReport { project, written, has_section, tenancy, reasons, section })
}

/// Adds the section to the manifest, which is left as it is otherwise.
fn append(folder: &Path, section: &str) -> Result<PathBuf, Trouble> {
    let path = folder.join(Manifest::FILE_NAME);
    let failed = |error: std::io::Error| {
        Trouble::usage(format!("{}: {error}", path.display()), "check that you may write there")
    };
    let before = match std::fs::read_to_string(&path) {
        Ok(text) => format!("{}\n\n", text.trim_end()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(failed(error)),
    };
    std::fs::write(&path, format!("{before}{section}")).map_err(failed)?;
    Ok(path)
}

/// The section as a person would write it, each line with its reason.
fn section(tenancy: &Tenancy, reasons: &[(String, String)]) -> String {
    let mut text = "[tenancy]\n".to_owned();
    let quoted = |value: &str| toml::Value::from(value).to_string();
    let mut line = |key: &str, value: String| {
        if let Some((_, reason)) = reasons.iter().find(|(known, _)| known == key) {
            text.push_str(&format!("# {reason}\n"));
        }
        text.push_str(&format!("{key} = {value}\n"));
    };
    line("level", quoted(tenancy.level.word()));
    tenancy.root.iter().for_each(|root| line("root", quoted(root)));
    tenancy.key.iter().for_each(|key| line("key", quoted(key)));
    line("app_role", toml::Value::from(tenancy.app_role.clone()).to_string());
    let context = &tenancy.context;
    let mut lines: Vec<(&str, String)> = Vec::new();
    lines.extend(context.setting.iter().map(|setting| ("setting", quoted(setting))));
    lines.extend(context.claim.iter().map(|claim| ("claim", quoted(claim))));
    lines.extend(context.membership.iter().map(|membership| {
        let (table, tenant, user) =
            (quoted(&membership.table), quoted(&membership.tenant), quoted(&membership.user));
        ("membership", format!("{{ table = {table}, tenant = {tenant}, user = {user} }}"))
    }));
    if !context.schemas.is_empty() {
        let schemas =
            context.schemas.iter().map(|(tenant, schema)| format!("{} = {}", quoted(tenant), quoted(schema)));
        lines.push(("schemas", format!("{{ {} }}", schemas.collect::<Vec<_>>().join(", "))));
    }
    if !lines.is_empty() {
        text.push_str("\n[tenancy.context]\n");
    }
    for (key, value) in lines {
        if let Some((_, reason)) = reasons.iter().find(|(known, _)| known == key) {
            text.push_str(&format!("# {reason}\n"));
        }
        text.push_str(&format!("{key} = {value}\n"));
    }
    text
}
