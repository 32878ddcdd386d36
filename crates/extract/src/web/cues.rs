//! What the marks of a page's builders (element, role, class, id) say of a part.

/// One kind of part that is not the article.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Cue {
    /// Reaches the output.
    pub name: &'static str,
    /// Holds also where the part has much of the page's prose: others' comments
    /// may be longer than the article, but no menu is.
    pub strong: bool,
    /// A part with so much of the page's prose, in percent, is none.
    pub most: usize,
    /// Whether it is never shown.
    pub hidden: bool,
    /// Whether it is a picture's caption, which goes to a field of its own.
    pub caption: bool,
    /// Whether it speaks of other people and other stories.
    pub of_others: bool,
    /// Whether readers wrote it.
    pub of_readers: bool,
    /// Whether it may print the article's date.
    pub dates: Dates,
    /// Elements that always are one.
    elements: &'static [&'static str],
    /// Values of `role`.
    roles: &'static [&'static str],
    /// Words of a class or id, and pairs of them. Sorted.
    words: &'static [&'static str],
    /// What words of a class or id begin with.
    heads: &'static [&'static str],
}

/// Where a part may print the date of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dates {
    /// Anywhere.
    Yes,
    /// Close to the headline.
    Close,
    /// Nowhere.
    No,
}

/// The kinds, most telling first. A word goes to the first kind that has it.
/// Add a word where two builders of sites share it, never one that also names
/// an article's own parts ("content", "story", "text").
pub(crate) const CUES: &[Cue] = &[
    Cue {
        name: "html-hidden",
        strong: true,
        most: 70,
        hidden: true,
        caption: false,
        of_others: false,
        of_readers: false,
        dates: Dates::Yes,
        elements: &["dialog"],
        roles: &[],
        words: &[
            "hidden",
            "hide",
            "invisible",
            "offscreen",
            "print only",
            "screen reader",
            "sr only",
            "visually hidden",
            "visuallyhidden",
        ],
        heads: &[],
    },
    Cue {
        name: "html-comments",
        strong: true,
        most: 95,
        hidden: false,
        caption: false,
        of_others: true,
        of_readers: true,
        dates: Dates::No,
        elements: &[],
        roles: &[],
        words: &[
            "comment",
            "commentform",
            "commenting",
            "commentlist",
            "comments",
            "discuss",
            "disqus",
            "dsq",
            "pingback",
            "reader comments",
            "replies",
            "reply",
            "respond",
            "trackback",
            "trackbacks",
            "webmentions",
        ],
        heads: &["comment", "disqus", "livefyre", "coral"],
    },
    Cue {
        name: "html-related",
        strong: true,
        most: 70,
        hidden: false,
        caption: false,
        of_others: true,
        of_readers: false,
        dates: Dates::No,
        elements: &[],
        roles: &[],
        words: &[
            "also like",
            "also read",
            "around the",
            "crp",
            "essb",
            "further reading",
            "jp relatedposts",
            "just in",
            "latest",
            "latest news",
            "more from",
            "more in",
            "more news",
            "more on",
            "more stories",
            "most popular",
            "most read",
            "most viewed",
            "mostread",
            "next article",
            "next post",
            "next up",
            "outbrain",
            "popular",
            "post navigation",
            "posts navigation",
            "prev next",
            "read also",
            "read more",
            "read next",
            "readmore",
            "recent posts",
            "recirc",
            "recirculation",
            "recommended",
            "see also",
            "seealso",
            "similar",
            "similar posts",
            "taboola",
            "teaser",
            "teasers",
            "top stories",
            "trending",
            "up next",
            "upnext",
            "yarpp",
            "you may",
            "zergnet",
        ],
        heads: &[
            "related",
            "recommend",
            "recirc",
            "outbrain",
            "taboola",
            "yarpp",
            "morestories",
            "trending",
            "relatedposts",
            "crp",
        ],
    },
    Cue {
        name: "html-share",
        strong: false,
        most: 35,
        hidden: false,
        caption: false,
        of_others: false,
        of_readers: false,
        dates: Dates::Yes,
        elements: &[],
        roles: &[],
        words: &[
            "addthis",
            "addtoany",
            "facebook",
            "fb like",
            "follow",
            "follow us",
            "followus",
            "likes",
            "linkedin",
            "pinterest",
            "share",
            "sharebar",
            "sharebuttons",
            "sharedaddy",
            "shares",
            "shariff",
            "sharing",
            "social",
            "socials",
            "ssba",
            "tweet button",
            "whatsapp",
        ],
        heads: &[
            "social",
            "sharing",
            "sharebar",
            "addthis",
            "addtoany",
            "sharethis",
            "shareaholic",
            "jetpack",
        ],
    },
    Cue {
        name: "html-newsletter",
        strong: false,
        most: 35,
        hidden: false,
        caption: false,
        of_others: false,
        of_readers: false,
        dates: Dates::Close,
        elements: &[],
        roles: &[],
        words: &[
            "call to",
            "cta",
            "donate",
            "donation",
            "inline signup",
            "join us",
            "login",
            "mailinglist",
            "mc embed",
            "membership",
            "newsletter",
            "optin",
            "paywall",
            "register",
            "registration",
            "regwall",
            "sign up",
            "signin",
            "signup",
            "subscribe",
            "subscriber",
            "subscription",
            "support us",
        ],
        heads: &["newsletter", "mailchimp", "subscri", "paywall", "piano", "optin", "signup"],
    },
    Cue {
        name: "html-consent",
        strong: false,
        most: 35,
        hidden: false,
        caption: false,
        of_others: false,
        of_readers: false,
        dates: Dates::Close,
        elements: &[],
        roles: &[],
        words: &["ccpa", "consent", "cookie", "cookies", "gdpr", "onetrust"],
        heads: &["cookie", "consent", "gdpr", "onetrust"],
    },
    Cue {
        name: "html-advert",
        strong: false,
        most: 35,
        hidden: false,
        caption: false,
        of_others: false,
        of_readers: false,
        dates: Dates::Yes,
        elements: &["ins-ad"],
        roles: &[],
        words: &[
            "ad",
            "ads",
            "adsbygoogle",
            "adslot",
            "adspot",
            "adunit",
            "adwrap",
            "affiliate disclosure",
            "bannerad",
            "commercial",
            "dfp",
            "disclosure",
            "google ad",
            "house ad",
            "mpu",
            "partner",
            "promo",
            "promobox",
            "promos",
            "promoted",
            "promotion",
            "sponsor",
            "sponsored",
            "sponsors",
        ],
        heads: &["advert", "adsense", "sponsor", "promo", "googlead", "adcontainer"],
    },
    Cue {
        name: "html-navigation",
        strong: false,
        most: 35,
        hidden: false,
        caption: false,
        of_others: true,
        of_readers: false,
        dates: Dates::Close,
        elements: &["nav", "menu"],
        roles: &["navigation", "menu", "menubar", "search", "tablist", "toolbar"],
        words: &[
            "back to",
            "breadcrumb",
            "breadcrumbs",
            "crumbs",
            "dropdown",
            "hamburger",
            "jump to",
            "mainmenu",
            "megamenu",
            "menu",
            "menus",
            "nav",
            "navbar",
            "navbox",
            "navi",
            "navigation",
            "navlinks",
            "pager",
            "pages",
            "pagination",
            "paging",
            "search",
            "searchform",
            "sitemap",
            "skip link",
            "skip to",
            "submenu",
            "subnav",
            "toc",
            "tocify",
            "topbar",
            "topnav",
            "view all",
        ],
        heads: &["breadcrumb", "navbar", "navigation", "pagination", "megamenu", "dropdown"],
    },
    Cue {
        name: "html-footer",
        strong: false,
        most: 35,
        hidden: false,
        caption: false,
        of_others: true,
        of_readers: false,
        dates: Dates::Yes,
        elements: &["footer"],
        roles: &["contentinfo"],
        words: &[
            "about us",
            "bottom bar",
            "catlinks",
            "colophon",
            "copyright",
            "disclaimer",
            "foot",
            "footer",
            "impressum",
            "legal",
            "masthead",
            "printfooter",
            "site info",
            "terms",
        ],
        heads: &["footer", "copyright"],
    },
    Cue {
        name: "html-sidebar",
        strong: false,
        most: 35,
        hidden: false,
        caption: false,
        of_others: true,
        of_readers: false,
        dates: Dates::Close,
        elements: &["aside"],
        roles: &["complementary"],
        words: &[
            "aside",
            "col right",
            "factbox",
            "gadget",
            "left col",
            "left column",
            "leftcol",
            "leftcolumn",
            "rail",
            "right col",
            "right column",
            "right rail",
            "rightcol",
            "rightcolumn",
            "rightrail",
            "rightside",
            "secondary",
            "side",
            "sidebar",
            "sideblock",
            "sidecar",
            "ticker",
            "widget",
            "widgets",
        ],
        heads: &["sidebar", "widget", "rightrail"],
    },
    Cue {
        name: "html-dialog",
        strong: false,
        most: 35,
        hidden: false,
        caption: false,
        of_others: false,
        of_readers: false,
        dates: Dates::Yes,
        elements: &[],
        roles: &["alert", "alertdialog", "banner", "dialog"],
        words: &["alert", "lightbox", "modal", "overlay", "popover", "popup", "toast", "tooltip"],
        heads: &["modal", "popup", "lightbox"],
    },
    Cue {
        name: "html-tags",
        strong: false,
        most: 35,
        hidden: false,
        caption: false,
        of_others: false,
        of_readers: false,
        dates: Dates::Yes,
        elements: &[],
        roles: &[],
        words: &[
            "article tags",
            "cat links",
            "categories",
            "entry tags",
            "filed under",
            "hashtags",
            "keywords",
            "labels",
            "post categories",
            "post tags",
            "tag",
            "tag list",
            "tagcloud",
            "taglist",
            "tags",
            "tags links",
            "taxonomy",
            "topics",
        ],
        heads: &["tagcloud", "taglist"],
    },
    Cue {
        name: "html-author",
        strong: false,
        most: 35,
        hidden: false,
        caption: false,
        of_others: false,
        of_readers: false,
        dates: Dates::Yes,
        elements: &["address"],
        roles: &[],
        words: &[
            "about author",
            "about the",
            "article date",
            "article meta",
            "author",
            "authorbio",
            "authorbox",
            "authors",
            "avatar",
            "bio",
            "biography",
            "byline",
            "bylines",
            "contributor",
            "contributors",
            "date",
            "dateline",
            "datetime",
            "entry date",
            "entry meta",
            "last modified",
            "lastmod",
            "meta",
            "metadata",
            "news date",
            "post author",
            "post date",
            "post info",
            "post meta",
            "posted",
            "posted on",
            "postedon",
            "postinfo",
            "postmeta",
            "postmetadata",
            "publish",
            "published",
            "reading time",
            "submitted",
            "timestamp",
            "updated",
            "vcard",
            "writer",
        ],
        heads: &["author", "byline", "entrymeta", "postmeta"],
    },
    Cue {
        name: "html-tools",
        strong: false,
        most: 35,
        hidden: false,
        caption: false,
        of_others: false,
        of_readers: false,
        dates: Dates::Yes,
        elements: &["button", "form", "fieldset"],
        roles: &["button", "form"],
        words: &[
            "btn",
            "button",
            "buttons",
            "controls",
            "correction form",
            "edit",
            "editsection",
            "email link",
            "feedback",
            "flag",
            "form",
            "hatnote",
            "icon",
            "icons",
            "mbox",
            "noprint",
            "poll",
            "print",
            "printer",
            "printfriendly",
            "rate",
            "rating",
            "ratings",
            "sistersitebox",
            "toolbar",
            "tools",
            "vote",
            "votes",
            "voting",
        ],
        heads: &["editsection", "rating"],
    },
    Cue {
        name: "html-caption",
        strong: false,
        most: 35,
        hidden: false,
        caption: true,
        of_others: false,
        of_readers: false,
        dates: Dates::Yes,
        elements: &["figcaption"],
        roles: &[],
        words: &[
            "caption",
            "captions",
            "credit",
            "credits",
            "figcaption",
            "gallery caption",
            "image credit",
            "img caption",
            "photo credit",
            "photocredit",
            "wp caption",
        ],
        heads: &["caption", "figcaption"],
    },
];

/// What a part's marks are read from.
#[derive(Debug)]
pub(crate) struct Marks<'t> {
    pub element: &'t str,
    pub role: &'t str,
    /// The words of class and id, lower case.
    pub words: Vec<String>,
}

impl Marks<'_> {
    /// The first kind that the marks name.
    pub fn cue(&self) -> Option<&'static Cue> {
        CUES.iter()
            .find(|cue| cue.elements.contains(&self.element) || cue.roles.contains(&self.role))
            .or_else(|| self.named().into_iter().min().map(|index| &CUES[index]))
    }

    fn named(&self) -> Option<usize> {
        let pairs: Vec<String> =
            self.words.windows(2).map(|pair| format!("{} {}", pair[0], pair[1])).collect();
        CUES.iter().position(|cue| {
            self.words
                .iter()
                .chain(&pairs)
                .any(|word| cue.words.binary_search(&word.as_str()).is_ok())
                || self.words.iter().any(|word| cue.heads.iter().any(|head| word.starts_with(head)))
        })
    }
}

/// The words of a class or id: cut at marks and where a capital follows a small
/// letter.
pub(crate) fn words_of(value: &str, out: &mut Vec<String>) {
    /// Generated classes are long and say nothing.
    const WORDS: usize = 40;
    let mut word = String::new();
    let mut small = false;
    for c in value.chars().chain([' ']) {
        if !c.is_alphabetic() || (small && c.is_uppercase()) {
            if word.len() > 1 && word.len() <= 30 && out.len() < WORDS {
                out.push(core::mem::take(&mut word));
            }
            word.clear();
        }
        if c.is_alphabetic() {
            word.extend(c.to_lowercase());
        }
        small = c.is_lowercase();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(element: &str, class: &str, expected: Option<&str>) {
        let mut words = Vec::new();
        words_of(class, &mut words);
        let cue = Marks { element, role: "", words }.cue();
        assert_eq!(cue.map(|cue| cue.name), expected, "<{element} class={class:?}>");
    }

    #[test]
    fn word_tables_are_sorted() {
        for cue in CUES {
            assert!(cue.words.is_sorted(), "{}: {:?}", cue.name, cue.words);
        }
    }

    #[test]
    fn every_word_names_its_kind() {
        for cue in CUES {
            for word in cue.words.iter().chain(cue.heads) {
                let words = word.split(' ').map(str::to_owned).collect();
                let found = Marks { element: "div", role: "", words }.cue();
                assert!(found.is_some(), "{word}");
            }
            for element in cue.elements {
                check(element, "", Some(cue.name));
            }
        }
    }

    #[test]
    fn classes_are_read_as_words() {
        check("div", "post-comments open", Some("html-comments"));
        check("div", "relatedPosts", Some("html-related"));
        check("div", "c-NewsletterForm__wrap", Some("html-newsletter"));
        check("p", "wp-caption-text", Some("html-caption"));
    }

    #[test]
    fn an_articles_own_parts_have_no_cue() {
        for class in [
            "entry-content",
            "shareholder-report",
            "article-body",
            "download",
            "padding",
            "story",
            "adult",
        ] {
            check("div", class, None);
        }
    }
}
