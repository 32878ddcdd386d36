//! "3 hours ago" on a saved page, counted back from the day on which it was saved.

use dateline_lang::page::why_of;
use dateline_model::{Basis, Evidence, When};

use super::head::Head;
use super::printing::Printing;
use crate::facts::language;
use crate::sheet::look::Look;

/// The day that a line beside the headline counts back to; inferred, with the days that it may be.
pub(super) fn counted_back(head: &Head, lines: &Printing) -> Option<When> {
    /// Above the headline stand sections and the day of the visit.
    const ABOVE: usize = 3;
    let copied = head.saved.at?.day;
    let Printing { sheet, title, run } = lines;
    let first = title.unwrap_or(run.start).saturating_sub(ABOVE);
    let body: String = sheet.lines[run.clone()].iter().map(|line| line.text.as_str()).collect();
    let tag = language::of(&body).map_or("und", |language| language.tag);
    let times = dateline_lang::of(tag).times();
    (first..run.start).filter(|&index| sheet.looks[index] == Look::Time).find_map(|index| {
        let text = sheet.lines[index].text.as_str();
        let found = dateline_timex::tag(times, text, Some(copied));
        let days = found.iter().find_map(|timex| timex.days.filter(|days| days.end <= copied))?;
        let reason = why_of("copied-ago", &copied.to_string());
        let mut when =
            When::on(days.end, Basis::Inferred, vec![Evidence::new("copied-ago", text, reason)]);
        when.earliest = Some(days.start);
        Some(when)
    })
}
