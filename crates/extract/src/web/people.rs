//! Who wrote an article and who published it.

use super::authors;
use super::blocks::Block;
use super::facts;
use super::head::Head;
use super::outlet::outlet;
use super::regions::Regions;
use super::title::squeezed;
use crate::facts::address::host;
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
    let outlet = outlet(head, title.map(|index| blocks[index].text.as_str()), file);
    let mut people = People { outlet, ..People::default() };
    let house = house(head, people.outlet.as_deref());
    let line = title.map_or(0, |index| blocks[index].at);
    let candidates = [
        authors::stated(head),
        authors::metas(head),
        authors::marked(tree, regions, line),
        authors::printed(blocks, regions, title),
        authors::alone(blocks, regions, title),
    ];
    // A whole name outranks a first name or a handle, and both the outlet, which programs write in for
    // want of one.
    let rank = |(order, names): (usize, &Vec<String>)| {
        let own = |name: &String| is_house(&house, name);
        match names.as_slice() {
            [] => 0,
            names if names.iter().all(own) => 1,
            // A line that nothing marks is the last to be asked.
            names if order < LAST && names.iter().any(|name| authors::full(name) && !own(name)) => {
                3
            }
            _ => 2,
        }
    };
    let best = candidates.iter().enumerate().map(rank).max().unwrap_or(0);
    let first = candidates.iter().enumerate().find(|row| best > 0 && rank(*row) == best);
    let names = first.map(|row| row.1);
    let names = names.map(|names| -> Vec<String> {
        names.iter().filter(|name| best < 2 || !is_house(&house, name)).cloned().collect()
    });
    if let Some(names) = names {
        let filed = names.iter().find_map(|name| agency(&name.to_lowercase()));
        people.agency =
            filed.map(str::to_owned).filter(|name| people.outlet.as_ref() != Some(name));
        people.author = Some(names.join(", "));
    }
    people
}

/// Place of the last witness.
const LAST: usize = 4;

/// The names under which the outlet may stand as an author, letters alone.
fn house(head: &Head, outlet: Option<&str>) -> Vec<String> {
    let publishers = head.stated("publisher").flat_map(|value| head.names(value));
    let sites = head.all(&["og:site_name"]).map(|row| row.1.to_owned());
    let host = facts::address(head).and_then(|address| host(&address).map(str::to_owned));
    let name = host.as_deref().and_then(|host| host.split('.').next()).map(str::to_owned);
    let all = outlet.map(str::to_owned).into_iter().chain(publishers).chain(sites);
    all.chain(host)
        .chain(name)
        .map(|name| squeezed(&name))
        .filter(|name| !name.is_empty())
        .collect()
}

/// Whether a name is the outlet's, but for a word such as "Ltd" or "Staff".
fn is_house(house: &[String], name: &str) -> bool {
    /// Letters of such a word.
    const MORE: usize = 6;
    let name = squeezed(name);
    let nearly = |long: &str, short: &str| {
        short.len() >= MORE && long.strip_prefix(short).is_some_and(|more| more.len() <= MORE)
    };
    house.iter().any(|known| *known == name || nearly(known, &name) || nearly(&name, known))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::blocks::blocks;
    use crate::web::saved::Saved;

    /// Author and outlet of a page.
    fn check(page: &str, author: Option<&str>, site: Option<&str>) {
        let tree = Tree::read(page);
        let lines = blocks(&tree);
        let title = lines.iter().position(|line| line.text == "Salt");
        let regions = Regions::read(&tree, &lines, title);
        let people =
            find(&tree, &Head::read(&tree, Saved::default()), &lines, &regions, title, "a/b.html");
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
            r#"{"name": {"@type": "Person", "name": "Ada Lind"}}"#,
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
        check(
            &(linked(
                r#"{"@type": "Article", "author": "Port Post", "publisher": "Port Post Ltd"}"#,
            ) + "<h1>Salt</h1><p>By Ada Lind, Tom Ek and Ida Moor</p>"),
            Some("Ada Lind, Tom Ek, Ida Moor"),
            Some("Port Post Ltd"),
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
        check(
            "<title>Salt - News - The Port Post</title><h1>Salt</h1>",
            None,
            Some("The Port Post"),
        );
        check("<title>Salt - after nine years of quiet work</title><h1>Salt</h1>", None, None);
    }
}
