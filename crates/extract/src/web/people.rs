//! Who wrote an article and who published it.

use super::authors;
use super::blocks::Block;
use super::head::Head;
use super::outlet::outlet;
use super::regions::Regions;
use super::title::squeezed;
use crate::markup::tree::Tree;
use dateline_lang::shared::outlets::agency;

/// Authors and outlet.
#[derive(Debug, Default)]
pub(crate) struct People {
    pub author: Option<String>,
    pub outlet: Option<String>,
    pub agency: Option<String>,
}

/// Finds both.
pub(crate) fn find(
    tree: &Tree,
    head: &Head,
    blocks: &[Block],
    regions: &Regions,
    title: Option<usize>,
    file: &str,
) -> People {
    let outlet = outlet(head, file);
    let mut people = People { outlet, ..People::default() };
    let site = people.outlet.as_deref().map(squeezed).unwrap_or_default();
    let candidates = [
        authors::stated(head),
        authors::metas(head),
        authors::marked(tree, regions, title.map_or(0, |index| blocks[index].at)),
        authors::printed(blocks, regions, title),
    ];
    // A person outranks the outlet itself, which programs write in for want of one.
    let person = candidates
        .iter()
        .find(|names| !names.is_empty() && names.iter().all(|name| squeezed(name) != site));
    let names = person.or_else(|| candidates.iter().find(|names| !names.is_empty()));
    if let Some(names) = names {
        let filed = names.iter().find_map(|name| agency(&name.to_lowercase()));
        people.agency =
            filed.map(str::to_owned).filter(|name| people.outlet.as_ref() != Some(name));
        people.author = Some(names.join(", "));
    }
    people
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::blocks::blocks;

    /// Author and outlet of a page.
    fn check(page: &str, author: Option<&str>, site: Option<&str>) {
        let tree = Tree::read(page);
        let lines = blocks(&tree);
        let title = lines.iter().position(|line| line.text == "Salt");
        let regions = Regions::read(&tree, &lines, title);
        let people = find(&tree, &Head::read(&tree), &lines, &regions, title, "a/b.html");
        assert_eq!((people.author.as_deref(), people.outlet.as_deref()), (author, site), "{page}");
    }

    fn linked(json: &str) -> String {
        format!("<script type='application/ld+json'>{json}</script>")
    }

    #[test]
    fn json_ld_states_authors_in_many_shapes() {
        for author in [
            r#"{"@type": "Person", "name": "Ada Lind"}"#,
            r#""Ada Lind""#,
            r#"[{"name": "Ada Lind"}]"#,
            r#"{"name": ["Ada Lind"]}"#,
            r#"[["Ada Lind"]]"#,
        ] {
            let json = format!(
                r#"{{"@type": "NewsArticle", "author": {author}, "publisher": {{"name": "Port Post"}}}}"#
            );
            check(&linked(&json), Some("Ada Lind"), Some("Port Post"));
        }
        let graph = r##"{"@graph": [{"@type": "Article", "author": {"@id": "#a"}}, {"@type": "Person", "@id": "#a", "name": "Ada Lind"}]}"##;
        check(&linked(graph), Some("Ada Lind"), None);
        let two =
            r#"{"@type": ["Article", "X"], "author": [{"name": "Ada Lind"}, {"name": "Tom Ek"}]}"#;
        check(&linked(two), Some("Ada Lind, Tom Ek"), None);
    }

    #[test]
    fn marks_and_lines_name_the_author_where_the_head_does_not() {
        check("<meta name=author content='By Ada Lind'>", Some("Ada Lind"), None);
        check("<h1>Salt</h1><a rel=author href=/x>Ada Lind</a>", Some("Ada Lind"), None);
        check(
            "<h1>Salt</h1><div class=c-byline>By <a href=/staff/lind>Ada Lind</a>, Staff</div>",
            Some("Ada Lind"),
            None,
        );
        check("<h1>Salt</h1><p>By Ada Lind</p><p>The boat came.</p>", Some("Ada Lind"), None);
        check("<h1>Salt</h1><p>By</p><p>Ada Lind</p>", Some("Ada Lind"), None);
    }

    #[test]
    fn a_person_outranks_the_site_and_nobody() {
        check(
            "<meta property=og:site_name content='Port Post'><meta name=author content='Port Post'><h1>Salt</h1><p>By Ada Lind</p>",
            Some("Ada Lind"),
            Some("Port Post"),
        );
        check("<meta name=author content=admin><h1>Salt</h1>", None, None);
        check("<meta property=article:author content='https://port.example/ada'>", None, None);
        check("<h1>Salt</h1><div class=comments><p>By Tom Ek</p></div>", None, None);
    }

    #[test]
    fn the_outlet_is_told_by_marks_title_or_address() {
        check(
            "<meta name=twitter:site content=@portpost><title>Salt | PortPost</title>",
            None,
            Some("PortPost"),
        );
        check(
            "<link rel=canonical href='https://www.portpost.example/a'><title>Salt - The Port Post</title>",
            None,
            Some("The Port Post"),
        );
        check(
            "<link rel=canonical href='https://www.portpost.example/a'><title>Salt</title>",
            None,
            Some("portpost.example"),
        );
    }
}
