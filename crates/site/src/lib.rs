//! The corpus as plain HTML: a page for each article and each event, lists that
//! link them, a feed, a site map, and a picture of the timeline.
//!
//! For readers without scripts or WebAssembly, for search engines, feed readers
//! and previews. Pure: a corpus in, files out. The corpus is what may be
//! published; nothing here decides that.

mod article;
mod event;
mod feed;
mod front;
mod html;
mod lists;
mod meta;
mod names;
mod page;
mod picture;
mod sitemap;

use dateline_model::Corpus;

pub use front::front;
use names::Names;

/// The style sheet of these pages: the app's colours and sizes, and their own shapes.
const STYLE: &str = concat!(include_str!("../../../style/tokens.css"), include_str!("page.css"));

/// The icon that is drawn where the site has none.
const ICON: &str = "icon.png";

/// What a corpus does not say.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Where the site will stand, ending in `/`. Site map and canonical
    /// addresses need it; everything else is relative.
    pub url: Option<String>,
    /// The site's icon, from its root; without one, one is drawn.
    pub icon: Option<String>,
}

/// One file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// From the site's root, with `/` between the parts; ASCII, unique in any case.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// All files of the site but the app's own. The same corpus gives the same bytes.
pub fn files(corpus: &Corpus, options: &Options) -> Vec<File> {
    let site = Site::new(corpus, options);
    let mut out = vec![
        File { path: "page.css".into(), bytes: STYLE.into() },
        File { path: "timeline.png".into(), bytes: picture::picture(corpus) },
        File { path: "feed.xml".into(), bytes: feed::feed(&site).into() },
    ];
    if options.icon.is_none() {
        out.push(File { path: ICON.into(), bytes: picture::icon() });
    }
    out.extend(lists::articles(&site));
    out.extend(lists::events(&site));
    for (at, path) in site.names.articles.iter().enumerate() {
        out.push(File { path: path.clone(), bytes: article::page(&site, at).into() });
    }
    for (at, path) in site.names.events.iter().enumerate() {
        out.push(File { path: path.clone(), bytes: event::page(&site, at).into() });
    }
    let pages: Vec<&str> =
        out.iter().map(|file| file.path.as_str()).filter(|path| path.ends_with(".html")).collect();
    out.extend(sitemap::sitemap(options, &pages));
    out
}

/// A corpus with what every page asks for.
struct Site<'c> {
    corpus: &'c Corpus,
    options: &'c Options,
    names: Names,
    /// By article: the events it tells, in their order.
    told: Vec<Vec<usize>>,
}

impl<'c> Site<'c> {
    fn new(corpus: &'c Corpus, options: &'c Options) -> Self {
        let mut told = vec![Vec::new(); corpus.articles.len()];
        for (at, event) in corpus.events.iter().enumerate() {
            for telling in &event.tellings {
                let list: Option<&mut Vec<usize>> = told.get_mut(telling.article as usize);
                if let Some(list) = list.filter(|list| list.last() != Some(&at)) {
                    list.push(at);
                }
            }
        }
        Self { corpus, options, names: Names::new(corpus), told }
    }

    /// What heads every page.
    fn title(&self) -> &str {
        match self.corpus.site.title.as_str() {
            "" => "Dateline",
            title => title,
        }
    }

    /// The full address of a file, where the site's own is known.
    fn full(&self, path: &str) -> Option<String> {
        self.options.url.as_ref().map(|url| format!("{url}{path}"))
    }
}
