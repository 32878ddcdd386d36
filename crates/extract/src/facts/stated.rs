//! What a source says of its article in so many words: front matter, fields of a
//! data file, the head of a message. It outranks what a page lets guess.

use dateline_model::{Basis, Day, Evidence, Granularity, WarningKind, When};

use super::address::host;
use super::moment;
use super::names;
use super::printed::{self, PrintedDate};
use super::told::nearer;
use crate::draft::{Draft, left_out};
pub(crate) use dateline_lang::page::Fact;
use dateline_lang::page::{SENDER_JOINTS, all_of, why, why_of};
use dateline_lang::shared::outlets::agency;

/// Where a source states its facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// "Key: value" lines at the head of a text.
    HeaderBlock,
    /// YAML or TOML above a Markdown text.
    FrontMatter,
    /// A field of a JSON object.
    Field,
    /// The head of an e-mail.
    Mail,
    /// What an archive prints around an article that it exports; without a key where it has no label.
    Export,
}

impl Origin {
    fn rule(self) -> &'static str {
        match self {
            Self::HeaderBlock => "printed-date/header-block",
            Self::FrontMatter => "stated-date/front-matter",
            Self::Field => "stated-date/field",
            Self::Mail => "stated-date/mail-header",
            Self::Export => "stated-date/export",
        }
    }

    fn why(self, key: &str) -> String {
        if self == Self::Export && key.is_empty() {
            return why("stated-date/export/head").to_owned();
        }
        why_of(self.rule(), key)
    }
}

/// One fact as a source states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Statement {
    /// Of what kind.
    pub fact: Fact,
    /// Its words; several for lists of authors and tags. Never empty texts.
    pub values: Vec<String>,
    /// The source's own name for it.
    pub key: String,
    /// Where it stands.
    pub origin: Origin,
}

/// Writes what is stated over what was found, and returns what cannot be used.
pub(crate) fn apply(draft: &mut Draft, statements: Vec<Statement>) -> Vec<(WarningKind, String)> {
    let mut doubts = Vec::new();
    let (mut created, mut address) = (None, None);
    for statement in statements {
        if statement.fact == Fact::Url {
            address = statement.values.first().cloned();
        }
        match statement.fact {
            Fact::Date => date(draft, &statement, &mut doubts),
            Fact::Created => created = created.or(Some(statement)),
            _ => state(draft, statement),
        }
    }
    if let Some(address) = address {
        from_address(draft, &address);
    }
    if let Some(statement) = created
        && draft.published.is_none()
    {
        created_on(draft, &statement);
    }
    if draft.agency == draft.outlet {
        draft.agency = None;
    }
    doubts
}

fn state(draft: &mut Draft, statement: Statement) {
    let Statement { fact, mut values, origin, .. } = statement;
    let Some(value) = values.first().cloned() else { return };
    match fact {
        Fact::Title => draft.title = value,
        Fact::Standfirst => standfirst(draft, value),
        Fact::Outlet => {
            draft.outlet = Some(names::known_outlet(&value).map_or(value, str::to_owned));
        }
        Fact::Agency => draft.agency = Some(value),
        Fact::Author if origin == Origin::HeaderBlock => {
            draft.author = names::byline(&value).or(Some(value));
        }
        Fact::Author => {
            if let Some(name) = agency(&value.to_lowercase()).filter(|_| values.len() == 1) {
                draft.agency = Some(name.to_owned());
            } else {
                draft.author = Some(all_of(&values));
            }
        }
        Fact::Sender => sender(draft, &value),
        Fact::Section => draft.section = Some(value),
        Fact::Url => draft.url = Some(value),
        Fact::Language => draft.language = value,
        Fact::Tags => {
            if let [all] = &values[..] {
                let parts = all.split([',', ';']).map(|tag| tag.trim().to_owned());
                values = parts.filter(|tag| !tag.is_empty()).collect();
            }
            draft.tags = values;
        }
        Fact::Date | Fact::Created => {}
    }
}

fn standfirst(draft: &mut Draft, value: String) {
    if let Some(text) = draft.standfirst.replace(value) {
        draft.furniture.push(left_out(text, "page-head/summary"));
    }
}

/// "Ada Lind from The Port Post", "Ada Lind, The Port Post", "The Port Post".
fn sender(draft: &mut Draft, value: &str) {
    let (name, address) = match value.split_once('<') {
        Some((name, address)) => (name.trim(), address.trim_end_matches(['>', ' '])),
        None if value.contains('@') && !value.contains(' ') => ("", value),
        None => (value, ""),
    };
    let name = name.trim_matches(['"', '\'', ' ']);
    let domain = address.rsplit_once('@').map_or("", |row| row.1);
    if name.is_empty() {
        draft.outlet = names::known_outlet(domain).map_or_else(
            || (!domain.is_empty()).then(|| domain.to_owned()),
            |name| Some(name.to_owned()),
        );
        return;
    }
    let marks = [" | ", ", ", " @ ", " - ", " – ", " — "];
    let joint = SENDER_JOINTS.iter().chain(&marks).find_map(|joint| name.split_once(*joint));
    if let Some((one, other)) = joint {
        let known = |part: &str| names::outlet_name(part);
        let (author, outlet) = match (known(one), known(other)) {
            (Some(outlet), None) => (other, outlet),
            (_, Some(outlet)) => (one, outlet),
            (None, None) => (one, other.to_owned()),
        };
        draft.author = Some(author.to_owned());
        draft.outlet = Some(outlet);
    } else if let Some(outlet) = names::outlet_name(name) {
        draft.outlet = Some(outlet);
    } else if names::person(name) {
        draft.author = Some(name.to_owned());
        draft.outlet =
            draft.outlet.take().or_else(|| names::known_outlet(domain).map(str::to_owned));
    } else {
        draft.outlet = Some(name.to_owned());
    }
}

fn date(draft: &mut Draft, statement: &Statement, doubts: &mut Vec<(WarningKind, String)>) {
    let Some(value) = statement.values.first() else { return };
    let Some(read) = moment::read(value) else {
        let shown: String = value.chars().take(60).collect();
        let key = &statement.key;
        doubts.push((
            WarningKind::Meta,
            format!("{key:?} is {shown:?}; a day such as \"2025-05-28\" was expected"),
        ));
        return;
    };
    let why = format!("{}{}", statement.origin.why(&statement.key), read.note());
    let swap = read.other.and_then(|other| nearer(core::iter::once(&*draft.body), read.day, other));
    let evidence = Evidence::new(statement.origin.rule(), value, why);
    let printed = draft.published.take().filter(|found| found.date != Some(read.day));
    let mut when = When::on(read.day, Basis::Stated, vec![evidence]);
    when.time = read.time();
    if when.time.is_some() {
        when.granularity = Granularity::Minute;
    }
    if let Some(other) = read.other {
        open_order(&mut when, other, swap);
    }
    // What the page itself prints stays visible beside it.
    if let Some(found) = printed.and_then(|found| found.evidence.into_iter().next()) {
        let why = why_of("printed-date/passed-over/stated", &found.why);
        when.evidence.push(Evidence::new("printed-date/passed-over", found.text, why));
    }
    draft.published = Some(when);
}

/// Cuts the dateline off the text; the agency that it names filed the story.
pub(crate) fn filed(draft: &mut Draft) {
    let Some((end, agency)) = names::dateline(&draft.body) else { return };
    let row = left_out(draft.body[..end].trim_end(), "read-as-dateline");
    draft.body.drain(..end);
    draft.furniture.push(row);
    if draft.agency.is_none() && draft.outlet.as_deref() != Some(agency) {
        draft.agency = Some(agency.to_owned());
    }
}

/// Day and month could be exchanged: no statement, unless the file's other rows decide. `swap` where the text
/// says which reading is the nearer one.
fn open_order(when: &mut When, other: Day, swap: Option<bool>) {
    let Some(day) = when.date else { return };
    (when.earliest, when.latest) = (Some(day.min(other)), Some(day.max(other)));
    when.basis = Basis::Inferred;
    if let Some(swap) = swap {
        when.date = Some(if swap { other } else { day });
        let told = &mut when.evidence[0].why;
        *told = told.replace(why(OPEN_ORDER), why("printed-order/told"));
    }
}

/// What [`moment::Moment::note`] says of such a date.
const OPEN_ORDER: &str = "stated-date/open-order";

/// Settles the dates of a file's rows of which day and month could be exchanged, where other rows show which
/// number the file writes first.
pub(crate) fn settle_rows<'d>(drafts: impl Iterator<Item = &'d mut Draft>) {
    let mut whens: Vec<&mut When> = drafts
        .filter_map(|draft| draft.published.as_mut())
        .filter(|when| when.evidence[0].rule == Origin::Field.rule())
        .collect();
    let read = |when: &When| printed::find(&when.evidence[0].text).into_iter().next();
    let sure = |form: &str| {
        let is = |date: PrintedDate| date.form == form && date.other.is_none() && !date.weekday;
        whens.iter().any(|when| read(when).is_some_and(is))
    };
    let (month_first, day_first) = (sure("month-day-year"), sure("day-month-year"));
    if month_first == day_first {
        return;
    }
    for when in &mut whens {
        let Some(date) = read(when) else { continue };
        let Some(other) = date.other else { continue };
        let day = if month_first { other } else { date.day };
        (when.date, when.earliest, when.latest) = (Some(day), Some(day), Some(day));
        when.basis = Basis::Stated;
        let told = &mut when.evidence[0].why;
        for rule in [OPEN_ORDER, "printed-order/told"] {
            *told = told.replace(why(rule), why("stated-date/order-of-rows"));
        }
    }
}

/// The address may hold the day, "/2024/03/05/", and its host is the outlet where
/// nothing else names one.
fn from_address(draft: &mut Draft, address: &str) {
    if draft.outlet.is_none()
        && let Some(host) = host(address)
    {
        let name = host.split('.').next().unwrap_or("");
        let known = names::known_outlet(host).or_else(|| names::known_outlet(name));
        let domain = || names::is_domain(host).then(|| host.to_owned());
        draft.outlet = known.map(str::to_owned).or_else(domain);
    }
    if draft.published.is_some() {
        return;
    }
    if let Some((day, text)) = moment::in_address(address) {
        let rule = "stated-date/address";
        let evidence = Evidence::new(rule, text, why(rule));
        draft.published = Some(When::on(day, Basis::Stated, vec![evidence]));
    }
}

/// The rule by which a copy's own day dates an article.
pub(crate) const COPY_MADE: &str = "stated-date/copy-made";

fn created_on(draft: &mut Draft, statement: &Statement) {
    let Some(value) = statement.values.first() else { return };
    let Some(read) = moment::read(value) else { return };
    let rule = COPY_MADE;
    let evidence = Evidence::new(rule, value, why_of(rule, &statement.key));
    // Nobody copies what is not there yet; how long it had been there is not known.
    let when = When::on(read.day, Basis::Inferred, vec![evidence]);
    draft.published = Some(When { earliest: None, ..when });
}
