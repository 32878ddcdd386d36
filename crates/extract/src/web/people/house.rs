//! The names under which an outlet may stand as an author.

use crate::facts::address::host;
use crate::web::facts;
use crate::web::head::Head;
use crate::web::title::squeezed;

/// The names under which the outlet may stand as an author, letters alone.
pub(super) fn house(head: &Head, outlet: Option<&str>) -> Vec<String> {
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
pub(super) fn is_house(house: &[String], name: &str) -> bool {
    /// Letters of such a word.
    const MORE: usize = 6;
    let name = squeezed(name);
    let nearly = |long: &str, short: &str| {
        short.len() >= MORE && long.strip_prefix(short).is_some_and(|more| more.len() <= MORE)
    };
    house.iter().any(|known| *known == name || nearly(known, &name) || nearly(&name, known))
}
