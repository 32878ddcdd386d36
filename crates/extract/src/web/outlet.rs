//! Who published a page: by its marks, the ends of its title, its address.

use super::facts;
use super::head::Head;
use super::title::squeezed;
use crate::facts::address::host;
use crate::facts::names::known_outlet;

/// Names of `<meta>` that name the site, most trusted first.
const SITES: [&str; 9] = [
    "og:site_name",
    "application-name",
    "publisher",
    "dc.publisher",
    "citation_journal_title",
    "apple-mobile-web-app-title",
    "cre",
    "article:publisher",
    "twitter:site",
];

/// Who published the page.
pub(crate) fn outlet(head: &Head, title: Option<&str>, file: &str) -> Option<String> {
    let told = |names: &'static [&'static str]| {
        head.all(names).map(|row| row.1.trim_start_matches('@').to_owned())
    };
    let mut named: Vec<String> = told(&SITES[..1]).collect();
    named.extend(head.stated("publisher").flat_map(|value| head.names(value)));
    named.extend(told(&SITES[1..]));
    named.retain(|name| {
        let lower = name.to_lowercase();
        let address = lower.contains("http") || lower.contains("facebook") || lower.contains('/');
        !name.is_empty() && !address && name.chars().count() <= 60
    });
    if let Some(known) = named.iter().find_map(|name| known_outlet(name)) {
        return Some(known.to_owned());
    }
    let address = facts::address(head);
    let host = address.as_deref().and_then(host);
    let site = host.map(|host| squeezed(host.split('.').next().unwrap_or(host)));
    // The title's ends are the site's name where the address or a handle agrees.
    let parts: Vec<&str> = head
        .title
        .split(['|', '–', '—', '»', '«', '·', '•'])
        .flat_map(|part| part.split(" - "))
        .map(str::trim)
        .collect();
    let ends = [parts.last(), parts.first()].into_iter().flatten().filter(|_| parts.len() > 1);
    let agreed = ends.copied().find(|part| {
        let key = squeezed(part);
        key.len() >= 2
            && (named.iter().any(|name| squeezed(name) == key)
                || site.as_ref().is_some_and(|site| {
                    *site == key
                        || key.len() >= 4 && site.contains(&key)
                        || site.len() >= 4 && key.contains(site.as_str())
                }))
    });
    // A spelled-out name outranks a handle or a domain.
    let spelled = named.iter().find(|name| {
        name.contains(' ') || name.chars().any(char::is_uppercase) && !name.contains('.')
    });
    // Where nothing else speaks, what stands behind the printed headline is the site, the last of several.
    let alone = site.is_none() && named.is_empty();
    let behind = title.filter(|_| alone).and_then(|title| {
        let printed = parts.first().is_some_and(|part| squeezed(part) == squeezed(title));
        let last = parts.last().filter(|_| printed && parts.len() > 1)?;
        (last.split_whitespace().count() <= 4 && last.chars().count() <= 40)
            .then(|| last.to_string())
    });
    // Publishers that the JSON-LD states may be companies that own the site.
    let sure = head.first(&["og:site_name"]).is_some();
    spelled
        .filter(|_| sure || agreed.is_none())
        .cloned()
        .or_else(|| agreed.filter(|part| part.chars().count() <= 40).map(str::to_owned))
        .or_else(|| parts.iter().skip(1).find_map(|part| known_outlet(part)).map(str::to_owned))
        .or(behind)
        .or_else(|| named.first().cloned())
        .or_else(|| {
            let parts = file.rsplit(['/', '\\']).map(|part| part.replace(['_', '-'], " "));
            parts
                .map(|part| part.split('.').next().unwrap_or("").to_owned())
                .find_map(|part| known_outlet(&part).map(str::to_owned))
        })
        .or_else(|| {
            host.map(|host| known_outlet(host).map_or_else(|| host.to_owned(), str::to_owned))
        })
}
