//! Who published a page: by its marks, the ends of its title, its address.

use dateline_lang::page::{SECTIONS, TOPICS, has};
use dateline_lang::shared::names::COMPANY_FORMS;
use dateline_text::fold;

use super::facts;
use super::head::Head;
use super::title::{marks, squeezed};
use crate::facts::address::host;
use crate::facts::names::{is_domain, known_outlet};
use crate::facts::printed;

/// Names of `<meta>` that name the site, most trusted first.
const SITES: [&str; 7] = [
    "og:site_name",
    "application-name",
    "publisher",
    "dc.publisher",
    "citation_journal_title",
    "apple-mobile-web-app-title",
    "cre",
];

/// These are mostly handles.
const HANDLES: [&str; 2] = ["article:publisher", "twitter:site"];

/// The longest name, in characters, and the longest that a title tells.
const LONGEST: usize = 60;
const LONGEST_IN_TITLE: usize = 40;

/// Who published the page.
pub(crate) fn outlet(head: &Head, title: Option<&str>, file: &str) -> Option<String> {
    let address = facts::address(head);
    let host = address.as_deref().and_then(host);
    let site = host.map(Site::of).unwrap_or_default();
    let publishers: Vec<String> =
        head.stated("publisher").flat_map(|value| head.names(value)).collect();
    // On a site of many publications the address names the one that is the article's publisher.
    let place = address.as_deref().and_then(first_part);
    if let Some(hosted) = publishers.iter().find(|name| place.as_deref() == Some(&squeezed(name))) {
        return Some(known(hosted).unwrap_or_else(|| hosted.clone()));
    }
    let told = |names: &'static [&'static str]| head.all(names).map(|row| row.1.to_owned());
    let named = told(&SITES[..1]).chain(publishers).chain(told(&SITES[1..]));
    let named: Vec<String> =
        named.map(|name| site.shortened(&name).to_owned()).filter(|name| is_name(name)).collect();
    let handles = told(&HANDLES).map(|name| name.trim_start_matches('@').to_owned());
    let handles: Vec<String> = handles.filter(|name| is_name(name)).collect();
    let all = || named.iter().chain(&handles);
    if let Some(known) = all().find_map(|name| known(name)) {
        return Some(known);
    }
    let parts = parts(&head.title);
    // The title's ends are the site's name where the address or a handle agrees.
    let ends = [parts.last(), parts.first()].into_iter().flatten().filter(|_| parts.len() > 1);
    let agreed = ends.copied().find(|part| {
        let key = squeezed(part);
        key.len() >= 2 && (all().any(|name| squeezed(name) == key) || site.is(&key))
    });
    // A spelled-out name outranks a domain, and any name a handle. Some scripts have no capitals.
    let own = || handles.iter().filter(|name| host.is_none() || site.has(name));
    let full: Vec<&String> =
        if named.is_empty() { own().collect() } else { named.iter().collect() };
    let spelled = full.into_iter().find(|name| {
        let letter = |c: char| c.is_alphabetic() && !c.is_lowercase();
        name.contains(' ') || name.contains(letter) && !name.contains(['.', '_'])
    });
    // Where nothing else speaks, what stands behind the printed headline is the site.
    let alone = host.is_none() && named.is_empty() && handles.is_empty();
    let behind = title.filter(|_| alone).and_then(|title| behind(&head.title, &parts, title));
    // Publishers that the JSON-LD states may be companies that own the site.
    let sure = head.first(&SITES[..1]).is_some();
    spelled
        .filter(|_| sure || agreed.is_none())
        .cloned()
        .or_else(|| {
            agreed.filter(|part| part.chars().count() <= LONGEST_IN_TITLE).map(str::to_owned)
        })
        .or_else(|| parts.iter().skip(1).find_map(|part| known(part)))
        .or_else(|| behind.map(str::to_owned))
        .or_else(|| named.iter().chain(own()).next().cloned())
        .or_else(|| {
            let parts = file.rsplit(['/', '\\']).map(|part| part.replace(['_', '-'], " "));
            parts
                .map(|part| part.split('.').next().unwrap_or("").to_owned())
                .find_map(|part| known(&part))
        })
        .or_else(|| host.map(|host| known(host).unwrap_or_else(|| host.to_owned())))
}

fn known(name: &str) -> Option<String> {
    known_outlet(name).map(str::to_owned)
}

/// Whether a statement is a name and no address.
fn is_name(name: &str) -> bool {
    let lower = name.to_lowercase();
    let address = lower.contains("http") || lower.contains("facebook") || lower.contains('/');
    !name.is_empty() && !address && name.chars().count() <= LONGEST
}

/// The parts of a title between its marks.
fn parts(title: &str) -> Vec<&str> {
    let mut from = 0;
    let ends = marks(title).into_iter().chain([(title.len(), title.len())]);
    let parts = ends.filter_map(|(start, end)| {
        let part = title.get(from..start)?.trim();
        from = end;
        Some(part)
    });
    parts.collect()
}

/// The last part behind the printed headline that is no section and no day.
fn behind<'t>(whole: &str, parts: &[&'t str], printed: &str) -> Option<&'t str> {
    let after = squeezed(whole).strip_prefix(&squeezed(printed))?.to_owned();
    let last = parts.iter().skip(1).rev().find(|part| {
        let lower = part.to_lowercase();
        !has(&SECTIONS, &lower) && !has(&TOPICS, &lower) && printed::find(part).is_empty()
    })?;
    let key = squeezed(last);
    let short = last.split_whitespace().count() <= 4 && last.chars().count() <= LONGEST_IN_TITLE;
    (short && !key.is_empty() && after.contains(&key)).then_some(last)
}

/// Letters alone of the first part of an address's path.
fn first_part(address: &str) -> Option<String> {
    let path = address.split_once("//").map_or(address, |row| row.1).split_once('/')?.1;
    let part = squeezed(path.split(['/', '?', '#']).next()?);
    (part.len() >= 4).then_some(part)
}

/// The address's host, letters alone: the first part of its name, which mostly is the site's, and all.
#[derive(Default)]
struct Site {
    first: String,
    all: Vec<String>,
}

impl Site {
    fn of(host: &str) -> Self {
        let parts: Vec<String> = host.split('.').map(squeezed).collect();
        let first = parts[0].clone();
        Self { first, all: parts.into_iter().chain([squeezed(host)]).collect() }
    }

    /// Whether a name, letters alone, is the site's but for a part of it.
    fn is(&self, key: &str) -> bool {
        is_part(&self.first, &fold(key))
    }

    /// The same, whichever part of the host says so.
    fn has(&self, name: &str) -> bool {
        let key = fold(&squeezed(name));
        self.all.iter().any(|part| is_part(part, &key))
    }

    /// A statement without the slogan that makes it long beside the site's name, and without the form of its
    /// company behind it.
    fn shortened<'n>(&self, name: &'n str) -> &'n str {
        /// Fewer words more name who is behind it: "Port Talk | Port Radio".
        const SLOGAN: usize = 3;
        let name = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '|' | '-' | '–'));
        let parts = parts(name);
        let words = name.split_whitespace().count();
        let own = |at: usize| {
            let part = parts[at];
            let more = words - part.split_whitespace().count();
            let slogan = more > SLOGAN || name.contains(',') && !part.contains(',');
            let mut others = parts.iter().enumerate().filter(|other| other.0 != at);
            slogan
                && self.is(&squeezed(part))
                && (at == 0 || !is_domain(part))
                && !others.any(|other| self.has(other.1))
        };
        let long = parts.len() > 1 && name.chars().count() > LONGEST_IN_TITLE;
        let ends = [0, parts.len() - 1].into_iter().filter(|_| long);
        let name = ends.into_iter().find(|&at| own(at)).map_or(name, |at| parts[at]);
        let firm = COMPANY_FORMS.iter().find_map(|form| name.strip_suffix(form));
        let firm = firm.map(|firm| firm.trim_end_matches(','));
        firm.filter(|firm| self.is(&squeezed(firm))).unwrap_or(name)
    }
}

/// Whether a part of a host and a name are one but for a part of either.
fn is_part(host: &str, name: &str) -> bool {
    const TELLING: usize = 4;
    !host.is_empty() && host == name
        || name.len() >= TELLING && host.contains(name)
        || host.len() >= TELLING && name.contains(host)
}
