//! `sitemap.xml`, where the site's address is known: the format wants whole addresses.

use crate::html::escape;
use crate::site::{File, Options};

/// The format's own limit.
const MOST: usize = 50_000;

const OPEN: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const SPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// One map, or an index of several.
pub(crate) fn sitemap(options: &Options, pages: &[&str]) -> Vec<File> {
    let Some(url) = &options.url else { return Vec::new() };
    let all: Vec<&str> = [""].into_iter().chain(pages.iter().copied()).collect();
    if all.len() <= MOST {
        return vec![list("sitemap.xml", "urlset", "url", url, &all)];
    }
    let mut out: Vec<File> = Vec::new();
    for (number, part) in all.chunks(MOST).enumerate() {
        out.push(list(&format!("sitemap-{}.xml", number + 1), "urlset", "url", url, part));
    }
    let names: Vec<&str> = out.iter().map(|file| file.path.as_str()).collect();
    let index = list("sitemap.xml", "sitemapindex", "sitemap", url, &names);
    out.push(index);
    out
}

fn list(path: &str, whole: &str, one: &str, url: &str, names: &[&str]) -> File {
    let mut out = format!("{OPEN}<{whole} xmlns=\"{SPACE}\">\n");
    for name in names {
        out.extend(["<", one, "><loc>"]);
        escape(&mut out, url);
        escape(&mut out, name);
        out.extend(["</loc></", one, ">\n"]);
    }
    out.extend(["</", whole, ">\n"]);
    File { path: path.into(), bytes: out.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(url: Option<&str>, pages: usize, expected: &[&str]) -> Vec<File> {
        let options = Options { url: url.map(str::to_owned), ..Options::default() };
        let files = sitemap(&options, &vec!["a.html"; pages]);
        let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, expected);
        files
    }

    #[test]
    fn without_an_address_there_is_no_map() {
        check(None, 3, &[]);
    }

    #[test]
    fn a_map_names_the_root_and_every_page_in_full() {
        let files = check(Some("https://example.org/a&b/"), 1, &["sitemap.xml"]);
        let text = String::from_utf8(files[0].bytes.clone()).unwrap();
        assert!(text.contains("<loc>https://example.org/a&amp;b/</loc>"), "{text}");
        assert!(text.contains("<loc>https://example.org/a&amp;b/a.html</loc>"), "{text}");
    }

    #[test]
    fn more_pages_than_one_map_may_name_give_an_index() {
        let names = ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"];
        check(Some("https://example.org/"), MOST, &names);
    }
}
