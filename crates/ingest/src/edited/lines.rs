//! Lines of a page that the editor takes out of its article's text, or into it. They are named by their own
//! words, so that they are found again when the page is read anew.

use dateline_extract::Draft;
use dateline_lang::reasons::editor as reasons;
use dateline_model::{Evidence, Furniture};
use dateline_text::fingerprint;

use super::{short, squeezed};
use crate::overlay::{ArticleOverlay, Behind};

/// Moves the lines. Gives what readers are told of it, and the lines that are not on the page, each with what
/// was expected.
pub(super) fn edit(row: &ArticleOverlay, draft: &mut Draft) -> (Vec<Evidence>, Vec<String>) {
    if row.lines_out.is_empty() && row.lines_in.is_empty() {
        return Default::default();
    }
    let mut idle = Vec::new();
    let paragraphs = draft.body.split("\n\n").filter(|text| !text.is_empty());
    let mut paragraphs: Vec<String> = paragraphs.map(str::to_owned).collect();
    for line in &row.lines_out {
        take_out(line, &mut paragraphs, draft, &mut idle);
    }
    for (line, _) in &row.lines_in {
        let wanted = squeezed(line);
        if row.lines_out.iter().any(|out| squeezed(out) == wanted) {
            let line = short(line);
            idle.push(format!("takes {line:?} out and in; one of them was expected"));
        }
    }
    let said = take_in(&row.lines_in, &mut paragraphs, draft, &mut idle);
    draft.body = paragraphs.join("\n\n");
    (said, idle)
}

fn take_out(line: &str, paragraphs: &mut Vec<String>, draft: &mut Draft, idle: &mut Vec<String>) {
    let wanted = squeezed(line);
    let before = paragraphs.len();
    paragraphs.retain(|text| {
        let stays = squeezed(text) != wanted;
        if !stays {
            let (rule, why) = (Evidence::EDITOR.into(), reasons::LINE_OUT.into());
            draft.furniture.push(Furniture { text: text.clone(), rule, why });
        }
        stays
    });
    // Left out by a rule too, it is where the editor wants it.
    if paragraphs.len() == before && !is_left_out(draft, &wanted) {
        let line = short(line);
        idle.push(format!(
            "takes out {line:?}, which is no line of the page; a paragraph of the text was expected"
        ));
    }
}

fn is_left_out(draft: &Draft, wanted: &str) -> bool {
    draft.furniture.iter().any(|row| squeezed(&row.text) == wanted)
}

/// A line may stand behind another that is taken in.
fn take_in(
    rows: &[(String, Behind)],
    paragraphs: &mut Vec<String>,
    draft: &mut Draft,
    idle: &mut Vec<String>,
) -> Vec<Evidence> {
    let mut said = Vec::new();
    let mut left: Vec<(String, &Behind)> = Vec::new();
    for (line, behind) in rows {
        let wanted = squeezed(line);
        if paragraphs.iter().any(|text| squeezed(text) == wanted) {
            continue;
        }
        if is_left_out(draft, &wanted) {
            left.push((wanted, behind));
        } else {
            let line = short(line);
            idle.push(format!("takes in {line:?}, which is no line of the page; a line that was left out was expected"));
        }
    }
    // From behind, so that of two lines behind one paragraph the first stands first.
    left.reverse();
    while !left.is_empty() {
        let next = left
            .iter()
            .enumerate()
            .find_map(|(at, (line, behind))| Some((at, place(line, behind, paragraphs, draft)?)));
        let (at, place) = next.unwrap_or((left.len() - 1, paragraphs.len()));
        let (wanted, behind) = left.remove(at);
        if let (None, Behind::Paragraph(after)) = (next, behind) {
            let (line, after) = (short(&wanted), short(&squeezed(after)));
            idle.push(format!(
                "takes in {line:?} behind {after:?}, which is no paragraph; it stands at the end"
            ));
        }
        let Some(row) = draft.furniture.iter().position(|row| squeezed(&row.text) == wanted) else {
            continue;
        };
        let text = draft.furniture.remove(row).text;
        said.push(Evidence::new(Evidence::EDITOR, short(&wanted), reasons::LINE_IN));
        paragraphs.insert(place, text);
    }
    said
}

/// The place of a line among the paragraphs, where what it stands behind is there.
fn place(line: &str, behind: &Behind, paragraphs: &[String], draft: &Draft) -> Option<usize> {
    match behind {
        Behind::Page => Some(stood(line, paragraphs, draft)),
        Behind::Paragraph(after) => match squeezed(after).as_str() {
            "" => Some(0),
            after => Some(1 + paragraphs.iter().position(|text| squeezed(text) == after)?),
        },
    }
}

/// Behind the nearest line of the page before it that is in the text; before all where none is. A line whose place
/// in the page is not known stands at the end.
fn stood(line: &str, paragraphs: &[String], draft: &Draft) -> usize {
    let own = fingerprint(line);
    let Some(at) = draft.page.iter().position(|known| *known == own) else {
        return paragraphs.len();
    };
    let letters: Vec<u64> = paragraphs.iter().map(|text| fingerprint(text)).collect();
    let before = draft.page[..at].iter().rev();
    let mut known = before.filter_map(|line| letters.iter().rposition(|it| it == line));
    known.next().map_or(0, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page of three paragraphs and two lines left out, edited: its text, and what fits nothing.
    fn check(out: &[&str], into: &[(&str, &str)], text: &str, idle: usize) -> Draft {
        let behind = |after: &str| match after {
            "<page>" => Behind::Page,
            after => Behind::Paragraph(after.into()),
        };
        let furniture = ["Share", "Read  more"].map(|text| Furniture {
            text: text.into(),
            rule: "counter".into(),
            why: "x".into(),
        });
        let body = "One.\n\nTwo is\nhere.\n\nThree.".into();
        let page = ["Share", "One.", "Read more", "Two is here.", "Three."];
        let page = page.iter().map(|line| fingerprint(line)).collect();
        let mut draft = Draft { body, furniture: furniture.into(), page, ..Draft::default() };
        let row = ArticleOverlay {
            lines_out: out.iter().map(|text| (*text).into()).collect(),
            lines_in: into.iter().map(|(text, after)| ((*text).into(), behind(after))).collect(),
            ..ArticleOverlay::default()
        };
        let lines = draft.furniture.len() + 3;
        let (said, missing) = edit(&row, &mut draft);
        assert_eq!(draft.body.replace("\n\n", "|"), text);
        assert_eq!(missing.len(), idle, "{missing:?}");
        assert!(said.len() <= into.len());
        let paragraphs = draft.body.split("\n\n").filter(|text| !text.is_empty()).count();
        assert_eq!(paragraphs + draft.furniture.len(), lines, "no line is lost");
        draft
    }

    #[test]
    fn a_line_is_taken_out_or_into_its_place_and_none_is_lost() {
        let draft = check(&["Two  is here."], &[], "One.|Three.", 0);
        let out = draft.furniture.last().unwrap();
        assert_eq!((out.text.as_str(), out.rule.as_str()), ("Two is\nhere.", "overlay"));
        check(&[], &[("Read more", "One.")], "One.|Read  more|Two is\nhere.|Three.", 0);
        check(&[], &[("Share", "")], "Share|One.|Two is\nhere.|Three.", 0);
        check(&["Three.", "One.", "Two is here."], &[], "", 0);
    }

    #[test]
    fn lines_may_stand_behind_each_other() {
        let both = "One.|Share|Read  more|Two is\nhere.|Three.";
        check(&[], &[("Read more", "Share"), ("Share", "One.")], both, 0);
        let same = "One.|Read  more|Share|Two is\nhere.|Three.";
        check(&[], &[("Read more", "One."), ("Share", "One.")], same, 0);
    }

    #[test]
    fn a_line_takes_the_place_where_it_stood_in_the_page() {
        check(&[], &[("Read more", "<page>")], "One.|Read  more|Two is\nhere.|Three.", 0);
        check(&[], &[("Share", "<page>")], "Share|One.|Two is\nhere.|Three.", 0);
        // What stood before it may be out of the text, or in it only now.
        check(&["One."], &[("Read more", "<page>")], "Read  more|Two is\nhere.|Three.", 0);
        let all = [("Read more", "<page>"), ("Share", "<page>")];
        check(&["One."], &all, "Share|Read  more|Two is\nhere.|Three.", 0);
        let both = [("Read more", "<page>"), ("Share", "Two is here.")];
        check(&[], &both, "One.|Read  more|Two is\nhere.|Share|Three.", 0);
        check(&[], &[("Nowhere.", "<page>")], "One.|Two is\nhere.|Three.", 1);
    }

    #[test]
    fn what_is_where_it_should_be_is_right_and_what_is_nowhere_is_named() {
        check(&["Share"], &[("Share", "")], "Share|One.|Two is\nhere.|Three.", 1);
        check(&["Share"], &[("Three.", "One.")], "One.|Two is\nhere.|Three.", 0);
        check(&["Four."], &[("Five.", "One.")], "One.|Two is\nhere.|Three.", 2);
        check(&[], &[("Share", "Four.")], "One.|Two is\nhere.|Three.|Share", 1);
        let circle = [("Share", "Read more"), ("Read more", "Share")];
        check(&[], &circle, "One.|Two is\nhere.|Three.|Share|Read  more", 1);
    }
}
