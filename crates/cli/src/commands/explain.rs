//! `bulkhead explain`.

use crate::Trouble;
use crate::explain::{PAGES, page};
use crate::render::Output;

pub(super) fn run(code: Option<&str>, list: bool) -> Result<Output, Trouble> {
    let Some(code) = code.filter(|_| !list) else {
        let lines = PAGES.iter().map(|page| format!("{}  {}", page.code, page.title()));
        return Ok(Output::of_text(lines.collect::<Vec<_>>().join("\n")));
    };
    let page = page(&code.to_ascii_uppercase()).ok_or_else(|| {
        Trouble::usage(format!("there is no code {code}"), "`bulkhead explain --list` shows them all")
    })?;
    Ok(Output::of_text(page.text.to_owned()))
}
