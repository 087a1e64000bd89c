//! `bulkhead explain`.

use crate::Trouble;
use crate::args::Global;
use crate::explain::{page, pages};
use crate::render::Output;

pub(super) fn run(global: &Global, code: Option<&str>, list: bool) -> Result<Output, Trouble> {
    let Some(code) = code.filter(|_| !list) else {
        return Ok(Output::of_answer(global, "explain", &pages(), |pages| {
            let lines = pages.iter().map(|page| format!("{}  {}", page.code, page.title()));
            lines.collect::<Vec<_>>().join("\n")
        }));
    };
    let page = page(code).ok_or_else(|| {
        Trouble::usage(format!("there is no code {code}"), "`bulkhead explain --list` shows them all")
    })?;
    Ok(Output::of_answer(global, "explain", &page, |page| page.text.to_owned()))
}
