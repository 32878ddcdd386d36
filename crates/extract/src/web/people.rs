//! Who wrote an article and who published it.

mod features;
mod house;
mod lists;

pub(crate) use self::features::Person;

use self::features::{Page, persons};
use self::house::house;
use super::blocks::Block;
use super::head::Head;
use super::outlet::outlet;
use super::regions::Regions;
use crate::learned::learned;
use crate::markup::tree::Tree;
use crate::trees::several;
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
    choose: impl FnOnce(&[Person]) -> Vec<usize>,
) -> People {
    let outlet = outlet(head, title.map(|index| blocks[index].text.as_str()), file);
    let mut people = People { outlet, ..People::default() };
    let all = all(tree, head, blocks, regions, title);
    let chosen = choose(&all);
    let names: Vec<&str> = chosen.iter().map(|&at| &*all[at].name).collect();
    if !names.is_empty() {
        let filed = names.iter().find_map(|name| agency(&name.to_lowercase()));
        people.agency =
            filed.map(str::to_owned).filter(|name| people.outlet.as_ref() != Some(name));
        people.author = Some(names.join(", "));
    }
    people
}

/// All whom a page names for its authors.
pub(crate) fn all(
    tree: &Tree,
    head: &Head,
    blocks: &[Block],
    regions: &Regions,
    title: Option<usize>,
) -> Vec<Person> {
    let outlet = outlet(head, title.map(|index| blocks[index].text.as_str()), "");
    let house = house(head, outlet.as_deref());
    persons(&Page { tree, head, blocks, regions, title, house: &house })
}

/// Which of the names are the authors'.
pub(crate) fn judged(all: &[Person]) -> Vec<usize> {
    let scores = learned().byline.scores(all.iter().map(|one| &one.numbers[..]));
    chosen(all, &scores)
}

/// The likeliest and others that much speaks for; those that one statement lists stand together.
pub(crate) fn chosen(all: &[Person], scores: &[i32]) -> Vec<usize> {
    let together = |one: usize, other: usize| {
        all[one].lists.iter().any(|list| all[other].lists.contains(list))
    };
    let out = several(scores, |_| true, together);
    // "Ada" and "Ada Lind" are one, as are "Ada Lind" and "Ada LindMay": the likelier stays.
    let within = |at: &usize| {
        out.iter().any(|&other| {
            let (one, two) = (&all[*at].key, &all[other].key);
            let nested = one.len() != two.len() && (two.contains(&**one) || one.contains(&**two));
            nested && (scores[*at], one.len()) < (scores[other], two.len())
        })
    };
    out.iter().copied().filter(|at| !within(at)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::blocks::blocks;
    use crate::web::saved::Saved;
    use crate::web::title::squeezed;

    /// Author and outlet of a page.
    fn check(page: &str, author: Option<&str>, site: Option<&str>) {
        let tree = Tree::read(page);
        let lines = blocks(&tree);
        let title = lines.iter().position(|line| line.text == "Salt");
        let regions = Regions::read(&tree, &lines, title);
        let people = find(
            &tree,
            &Head::read(&tree, Saved::default()),
            &lines,
            &regions,
            title,
            "a/b.html",
            judged,
        );
        assert_eq!((people.author.as_deref(), people.outlet.as_deref()), (author, site), "{page}");
    }

    fn linked(json: &str) -> String {
        format!("<script type='application/ld+json'>{json}</script>")
    }

    #[test]
    fn of_two_forms_of_a_name_the_likelier_stays() {
        let one = |name: &str, lists: &[usize]| Person {
            name: name.to_owned(),
            key: squeezed(name),
            lists: lists.to_vec(),
            numbers: [0; features::WIDTH],
        };
        let check = |names: &[(&str, i32)], expected: &[&str]| {
            let all: Vec<Person> = names.iter().map(|row| one(row.0, &[])).collect();
            let scores: Vec<i32> = names.iter().map(|row| row.1).collect();
            let told = chosen(&all, &scores);
            let told: Vec<&str> = told.iter().map(|&at| &*all[at].name).collect();
            assert_eq!(told, expected, "{names:?}");
        };
        check(&[("Ada", 300), ("Ada Lind", 500)], &["Ada Lind"]);
        check(&[("Ada LindMay", 200), ("Ada Lind", 900)], &["Ada Lind"]);
        check(&[("Ada Lind", 900), ("Tom Ek", 10)], &["Ada Lind"]);
        let all = [one("Ada Lind", &[0, 2]), one("Tom Ek", &[2])];
        assert_eq!(chosen(&all, &[900, 10]), [0, 1], "one statement lists both");
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
        let article = "<p>The boat came into the port on Sunday, and it carried salt and a choir of the old town.</p>".repeat(20);
        check(
            &format!("<h1>Salt</h1>{article}<div class=comments><p>By Tom Ek</p></div>"),
            None,
            None,
        );
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
        let hosted = linked(r#"{"@type": "Article", "publisher": {"name": "Rope & Salt"}}"#)
            + "<meta property=og:site_name content=Harbours>";
        for (place, name) in [("rope-salt", "Rope & Salt"), ("ada", "Harbours")] {
            let address = format!("<link rel=canonical href='https://harbours.example/{place}/a'>");
            check(&(address + &hosted), None, Some(name));
        }
        check(
            "<meta property=og:site_name content=港新聞><meta name=twitter:site content=@Port_News>",
            None,
            Some("港新聞"),
        );
        check("<title>Salt - after nine years of quiet work</title><h1>Salt</h1>", None, None);
        check(
            "<title>Salt - Harbour Letters - News</title><h1>Salt</h1>",
            None,
            Some("Harbour Letters"),
        );
        check("<title>Salt - 3 May 2024</title><h1>Salt</h1>", None, None);
        check("<title>盐_新闻_港口网</title><h1>盐</h1>", None, None);
    }

    #[test]
    fn a_statement_is_freed_of_slogan_and_company_and_a_strange_handle_is_none() {
        let at = |host: &str| format!("<link rel=canonical href='https://{host}/a'>");
        let named = |host: &str, name: &str, expected: &str| {
            let page = at(host) + &format!("<meta property=og:site_name content='{name}'>");
            check(&page, None, Some(expected));
        };
        let slogan = "Port Letters - Salt, rope and all that a harbour needs";
        named("portletters.example", slogan, "Port Letters");
        named("ropes.example", slogan, slogan);
        named(
            "portletters.example",
            "Port Letters | Harbour Radio",
            "Port Letters | Harbour Radio",
        );
        named("portletters.example", "Port Letters, Inc", "Port Letters");
        named("ropes.example", "Port Letters, Inc", "Port Letters, Inc");
        let handle = |name: &str| format!("<meta name=twitter:site content=@{name}>");
        check(&(at("saltport.example") + &handle("SaltPort")), None, Some("SaltPort"));
        check(&(at("saltport.example") + &handle("username")), None, Some("saltport.example"));
    }
}
