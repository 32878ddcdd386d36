//! The corpus as plain HTML: a page for each article, for the weightiest events and for
//! the days of the others, lists that link them, a feed, a site map, and a picture of the
//! timeline. All of them show what is told in one order.
//!
//! For readers without scripts or WebAssembly, for search engines, feed readers
//! and previews. Pure: a corpus in, files out. The corpus is what may be
//! published; nothing here decides that.

mod article;
mod day;
mod event;
mod feed;
mod front;
mod gathered;
mod html;
mod listed;
mod lists;
mod meta;
mod names;
mod page;
mod parts;
mod picture;
mod rows;
mod site;
mod sitemap;
mod story;

use dateline_model::Corpus;
use dateline_workers::Workers;

pub use front::{front, title};
pub use html::escaped;
use page::ICON;
use site::Site;
pub use site::{File, Options};

/// The style sheet of these pages: the app's colours and sizes, and their own shapes.
const STYLE: &str = concat!(include_str!("../../../style/tokens.css"), include_str!("page.css"));

/// All files of the site but the app's own. The same corpus gives the same bytes.
pub fn files(corpus: &Corpus, options: &Options) -> Vec<File> {
    let site = Site::new(corpus, options);
    let mut out = vec![
        File { path: "page.css".into(), bytes: STYLE.into() },
        File { path: "timeline.png".into(), bytes: picture::picture(corpus, &site.story) },
        File { path: "feed.xml".into(), bytes: feed::feed(&site).into() },
    ];
    if options.icon.is_none() {
        out.push(File { path: ICON.into(), bytes: picture::icon() });
    }
    out.extend(lists::articles(&site));
    out.extend(lists::events(&site));
    let pages: Vec<Page> = (0..corpus.articles.len())
        .map(Page::Article)
        .chain((0..corpus.events.len()).filter(|at| site.story.own[*at]).map(Page::Event))
        .chain((0..site.story.pages.len()).map(Page::Days))
        .collect();
    out.extend(Workers::new(None).map(pages.into_iter(), |page| page.file(&site)));
    let pages: Vec<&str> =
        out.iter().map(|file| file.path.as_str()).filter(|path| path.ends_with(".html")).collect();
    out.extend(sitemap::sitemap(options, &pages));
    out
}

/// A page that is made by itself, by its place in the corpus or in the story.
#[derive(Clone, Copy)]
enum Page {
    Article(usize),
    Event(usize),
    Days(usize),
}

impl Page {
    fn file(self, site: &Site<'_>) -> File {
        let (path, text) = match self {
            Self::Article(at) => (&site.names.articles[at], article::page(site, at)),
            Self::Event(at) => (&site.names.events[at], event::page(site, at)),
            Self::Days(at) => (&site.story.pages[at].path, day::page(site, at)),
        };
        File { path: path.clone(), bytes: text.into() }
    }
}
