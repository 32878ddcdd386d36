//! What a file's name says of its article: the day and the outlet, where people name their files by them.
//! It may be the day on which the file was saved, so it counts only where nothing else dates the article,
//! and dates it as no statement does.

use core::ops::Range;

use dateline_lang::page::why;
use dateline_model::{Basis, Day, Evidence, When};

use crate::draft::Draft;
use crate::facts::stated::COPY_MADE;
use crate::facts::{moment, names, printed};

/// Adds what the name of the file says and the article does not.
pub(super) fn add(draft: &mut Draft, path: &str) {
    let file = path.rsplit('/').next().unwrap_or(path);
    let stem = file.rsplit_once('.').map_or(file, |row| row.0);
    let Some((day, place)) = day(stem) else { return };
    if draft.outlet.is_none() {
        draft.outlet = outlet(&stem[..place.start]).or_else(|| outlet(&stem[place.end..]));
    }
    // Neither knows when the text was published; the earlier one is nearer to it.
    let copied = draft.published.as_ref().filter(|when| when.evidence[0].rule == COPY_MADE);
    if draft.published.is_none() || copied.is_some_and(|when| when.date > Some(day)) {
        let rule = "file-name";
        let evidence = vec![Evidence::new(rule, &stem[place], why(rule))];
        let when = When::on(day, Basis::Inferred, evidence);
        draft.published = Some(When { earliest: None, ..when });
    }
}

/// The whole day that a name holds, and where. An order of digits that could be another is none.
fn day(stem: &str) -> Option<(Day, Range<usize>)> {
    if let Some((day, text)) = moment::in_address(stem) {
        let start = stem.find(text)?;
        return Some((day, start..start + text.len()));
    }
    // Words in a name are joined by other signs than in a line.
    let line = stem.replace('_', " ");
    let mut dates = printed::find(&line)
        .into_iter()
        .filter(|date| date.other.is_none() && moment::WEB.contains(&date.day.year()));
    let date = dates.next()?;
    (dates.next().is_none()).then_some((date.day, date.start..date.end))
}

/// The outlet that a part of a name bears: "Port Post", "PortPost", "Port-Post".
fn outlet(part: &str) -> Option<String> {
    let joints = part.replace(" - ", "_").replace(" – ", "_");
    joints.split(['_', '(', ')', '[', ']', ',', '.', '+']).find_map(|piece| {
        let piece = spaced(piece.trim_matches([' ', '-']));
        if piece.is_empty() { None } else { names::outlet_name(&piece) }
    })
}

/// "PortPost" and "Port-Post" as words.
fn spaced(piece: &str) -> String {
    let mut out = String::with_capacity(piece.len() + 4);
    let mut small = false;
    for c in piece.chars() {
        if c == '-' {
            out.push(' ');
        } else {
            if small && c.is_uppercase() {
                out.push(' ');
            }
            out.push(c);
        }
        small = c.is_lowercase();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, day: &str, outlet: &str) {
        let mut draft = Draft::default();
        add(&mut draft, path);
        let when = draft.published.as_ref();
        let found = when.and_then(|when| when.date).map(|day| day.to_string()).unwrap_or_default();
        assert_eq!((&*found, draft.outlet.as_deref().unwrap_or("")), (day, outlet), "{path}");
        assert!(when.is_none_or(|when| when.basis == Basis::Inferred && when.earliest.is_none()));
    }

    #[test]
    fn the_day_and_the_outlet_of_a_name_are_read_in_the_usual_orders() {
        check("in/2024-03-05 Port Post - Harbour opens.txt", "2024-03-05", "Port Post");
        check("20240305_PortPost_harbour.txt", "2024-03-05", "Port Post");
        check("2024_03_05_Daily-Port-Courier_Ada-Lind.html", "2024-03-05", "Daily Port Courier");
        check("Harbour opens (Port Post, 2024-03-05).txt", "2024-03-05", "Port Post");
        check("Port Post 5 March 2024.txt", "2024-03-05", "Port Post");
        check("harbour_05.03.2024.md", "2024-03-05", "");
    }

    #[test]
    fn a_name_without_a_whole_day_says_nothing() {
        for path in [
            "harbour.txt",
            "Port Post.txt",
            "2024-03.txt",
            "001_661dcf13a93670cd.txt",
            "page 20240399.txt",
            "03-04-2024.txt",
            "2024-03-05/harbour.txt",
            "5 March 2024 to 9 March 2024.txt",
            "18240305.txt",
        ] {
            check(path, "", "");
        }
    }

    #[test]
    fn what_the_article_says_stands() {
        let mut draft = Draft { outlet: Some("Alder Times".into()), ..Draft::default() };
        let day = Day::new(2024, 3, 1).expect("a day");
        let evidence = vec![Evidence::new("printed-date/day-month-year", "1 March 2024", "")];
        draft.published = Some(When::on(day, Basis::Stated, evidence));
        let before = draft.clone();
        add(&mut draft, "2024-03-05 Port Post.txt");
        assert_eq!(draft, before);
    }
}
