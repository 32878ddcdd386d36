//! A corpus in parts, as far as they are here.

use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use dateline_sort::sort_keys;

mod known;
mod recent;

use crate::codec::{Rows, unpack_names};
use crate::{
    Article, ArticleIndex, Contents, Corpus, DecodeError, Entity, EntityIndex, Event, EventIndex,
    Held, Names, Part, PartKind,
};
use known::Known;
use recent::Recent;

/// A corpus with what lies in parts beside it. The core is without names, and of articles and of events that are
/// not key without ids and titles: these *heads* come in parts of their own, the names in one, and both stay. Of
/// the parts with texts and reasons those stay that were looked at last, so that memory is bounded; all parts
/// stay packed, and what is asked for is unpacked by itself.
///
/// ```
/// use dateline_model::{Parts, sample};
///
/// let corpus = sample::corpus();
/// let parts = Parts::new(&corpus, Vec::new());
/// assert!(parts.has_all_heads());
/// let second = parts.article_head(1).map(|article| article.id.clone());
/// assert_eq!(second.and_then(|id| parts.article_at(&id)), Some(1));
/// ```
pub struct Parts<'c> {
    corpus: &'c Corpus,
    list: Vec<Part>,
    names: OnceLock<Names>,
    /// By part: heads that came.
    heads: Vec<OnceLock<Rows>>,
    texts: Mutex<Recent>,
    known: Mutex<Known>,
    order: Vec<ArticleIndex>,
    /// By article: its place in the order.
    places: Vec<u32>,
}

impl<'c> Parts<'c> {
    /// Of what the bundle has.
    pub fn new(corpus: &'c Corpus, list: Vec<Part>) -> Self {
        // What is whole asks for no place in any part.
        let order = if list.is_empty() { Vec::new() } else { publication_order(corpus) };
        let mut places = vec![0; order.len()];
        for (place, at) in (0..).zip(&order) {
            places[*at as usize] = place;
        }
        Self {
            corpus,
            names: OnceLock::new(),
            heads: list.iter().map(|_| OnceLock::new()).collect(),
            texts: Mutex::new(Recent::new(list.len())),
            known: Mutex::new(Known::new(order.len(), corpus.events.len())),
            list,
            order,
            places,
        }
    }

    /// What the bundle has.
    pub fn corpus(&self) -> &'c Corpus {
        self.corpus
    }

    /// What lies beside it.
    pub fn list(&self) -> &[Part] {
        &self.list
    }

    /// The articles in the order in which parts have them: by publication, since what tells of one happening
    /// is mostly published about the same time.
    pub fn order(&self) -> &[ArticleIndex] {
        &self.order
    }

    /// Everybody who is named, without reasons; nobody while that is not here.
    pub fn entities(&self) -> &[Entity] {
        match self.list.is_empty() {
            true => &self.corpus.entities,
            false => self.names.get().map_or(&[], |names| &names.entities),
        }
    }

    /// Whom the tellings of an event name; nobody while that is not here.
    pub fn named(&self, at: EventIndex) -> &[EntityIndex] {
        let named = match self.list.is_empty() {
            true => self.corpus.events.get(at as usize).map(|event| &event.entities),
            false => self.names.get().and_then(|names| names.named.get(at as usize)),
        };
        named.map_or(&[], |named| named)
    }

    /// An article's id, title and all that lists say of it; the whole article says so too.
    pub fn article_head(&self, at: ArticleIndex) -> Option<Held<'c, Article>> {
        let own = self.corpus.articles.get(at as usize)?;
        if !own.id.is_empty() {
            return Some(Held::Own(own));
        }
        self.head(self.place_of_article(PartKind::Heads, at)?, Rows::article)
            .or_else(|| self.article(at))
    }

    /// An event's id, title and all that lists say of it; the whole event says so too.
    pub fn event_head(&self, at: EventIndex) -> Option<Held<'c, Event>> {
        let own = self.corpus.events.get(at as usize)?;
        if !own.id.is_empty() {
            return Some(Held::Own(own));
        }
        self.head(self.place_of_event(PartKind::Heads, at)?, Rows::event).or_else(|| self.event(at))
    }

    /// An article with its text.
    pub fn article(&self, at: ArticleIndex) -> Option<Held<'c, Article>> {
        self.article_in(at, true)
    }

    /// The same for a glance, which keeps nothing from going.
    pub fn article_in_passing(&self, at: ArticleIndex) -> Option<Held<'c, Article>> {
        self.article_in(at, false)
    }

    /// An event with the places of its tellings and the reasons.
    pub fn event(&self, at: EventIndex) -> Option<Held<'c, Event>> {
        self.event_in(at, true)
    }

    /// An entity with the reasons.
    pub fn entity(&self, at: EntityIndex) -> Option<Held<'c, Entity>> {
        let place = self.place_of_entity(at);
        self.whole(&self.corpus.entities, at, place, Rows::entity, true)
    }

    /// Which part has an article's head, or the whole article.
    pub fn part_of_article(&self, kind: PartKind, at: ArticleIndex) -> Option<usize> {
        self.place_of_article(kind, at).map(|(part, _)| part)
    }

    /// Which part has an event's head, or the whole event.
    pub fn part_of_event(&self, kind: PartKind, at: EventIndex) -> Option<usize> {
        self.place_of_event(kind, at).map(|(part, _)| part)
    }

    /// Which part has an entity.
    pub fn part_of_entity(&self, at: EntityIndex) -> Option<usize> {
        self.place_of_entity(at).map(|(part, _)| part)
    }

    /// Where the article with this id is, if its head is here.
    pub fn article_at(&self, id: &str) -> Option<ArticleIndex> {
        let all = &self.corpus.articles;
        let own = all.iter().position(|it| it.id == id && !id.is_empty()).map(|at| at as u32);
        let is = |at: &u32| self.article_head(*at).is_some_and(|it| it.id == id);
        own.or_else(|| self.known().articles.with_id(id).into_iter().find(is))
    }

    /// Where the event with this id is, if its head is here.
    pub fn event_at(&self, id: &str) -> Option<EventIndex> {
        let all = &self.corpus.events;
        let own = all.iter().position(|it| it.id == id && !id.is_empty()).map(|at| at as u32);
        let is = |at: &u32| self.event_head(*at).is_some_and(|it| it.id == id);
        own.or_else(|| self.known().events.with_id(id).into_iter().find(is))
    }

    /// About how many bytes an article's title has, if its head is here.
    pub fn length_of_article_title(&self, at: ArticleIndex) -> Option<usize> {
        let own = self.corpus.articles.get(at as usize)?;
        let is_own = !own.id.is_empty();
        if is_own { Some(own.title.len()) } else { self.known().articles.length(at) }
    }

    /// About how many bytes an event's title has, if its head is here.
    pub fn length_of_event_title(&self, at: EventIndex) -> Option<usize> {
        let own = self.corpus.events.get(at as usize)?;
        let is_own = !own.id.is_empty();
        if is_own { Some(own.title.len()) } else { self.known().events.length(at) }
    }

    /// The articles of which a part says more than what came before it, with all that it says.
    pub fn articles_of(
        &self,
        part: usize,
    ) -> impl Iterator<Item = (ArticleIndex, Held<'c, Article>)> {
        let Contents { kind, articles: (from, to), .. } = self.contents(part);
        let order = self.order.iter().take(to as usize).skip(from as usize).copied();
        let come = move |at| match kind {
            PartKind::Texts => self.article_in_passing(at),
            _ if self.came(self.part_of_article(PartKind::Texts, at)) => None,
            _ => self.article_head(at),
        };
        order.filter_map(move |at| Some((at, come(at)?)))
    }

    /// The events of which a part says more than what came before it, with all that it says.
    pub fn events_of(&self, part: usize) -> impl Iterator<Item = (EventIndex, Held<'c, Event>)> {
        let Contents { kind, events: (from, to), .. } = self.contents(part);
        let come = move |at| match kind {
            PartKind::Texts => self.event_in(at, false),
            _ if self.came(self.part_of_event(PartKind::Texts, at)) => None,
            _ => self.event_head(at),
        };
        (from..to).filter_map(move |at| Some((at, come(at)?)))
    }

    /// Takes what came of the part of the names, and gives it.
    ///
    /// # Errors
    /// Says that the bytes are not the part's.
    pub fn put_names(&self, bytes: &[u8]) -> Result<&Names, DecodeError> {
        let names = unpack_names(bytes, &self.contents(0))?;
        Ok(self.names.get_or_init(|| names))
    }

    /// Takes what came of any other part. `asked` says that somebody looks at it, so that it stays until the next
    /// [`turn`](Self::turn).
    ///
    /// # Errors
    /// Says that the bytes are not the part's.
    pub fn put(&self, part: usize, bytes: Vec<u8>, asked: bool) -> Result<(), DecodeError> {
        let contents = self.contents(part);
        let is_heads = contents.kind == PartKind::Heads;
        let mut known = self.known();
        let Known { articles, events } = &mut *known;
        let rows = Rows::new(
            bytes,
            &contents,
            &mut |row, article| {
                if let Some(at) = self.order.get(contents.articles.0 as usize + row)
                    && is_heads
                {
                    articles.put(*at, &article.id, &article.title);
                }
            },
            &mut |row, event| {
                if is_heads {
                    events.put(contents.events.0 + row as u32, &event.id, &event.title);
                }
            },
        )?;
        drop(known);
        match is_heads {
            true => drop(self.heads[part].set(rows)),
            false => self.texts().put(part, rows, asked),
        }
        Ok(())
    }

    /// Something else is looked at from now on: of what was looked at before only the last parts stay.
    pub fn turn(&self) {
        self.texts().turn();
    }

    /// Whether no head lacks.
    pub fn has_all_heads(&self) -> bool {
        let mut parts = self.list.iter().zip(&self.heads);
        parts.all(|(part, heads)| part.contents.kind != PartKind::Heads || heads.get().is_some())
    }

    fn contents(&self, part: usize) -> Contents {
        self.list.get(part).map_or(Contents::default(), |part| part.contents)
    }

    /// Whether a part with texts came, if it stayed or not.
    fn came(&self, part: Option<usize>) -> bool {
        part.is_some_and(|part| self.texts().came(part))
    }

    fn texts(&self) -> MutexGuard<'_, Recent> {
        self.texts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn article_in(&self, at: ArticleIndex, looked: bool) -> Option<Held<'c, Article>> {
        let place = self.place_of_article(PartKind::Texts, at);
        self.whole(&self.corpus.articles, at, place, Rows::article, looked)
    }

    fn event_in(&self, at: EventIndex, looked: bool) -> Option<Held<'c, Event>> {
        let place = self.place_of_event(PartKind::Texts, at);
        self.whole(&self.corpus.events, at, place, Rows::event, looked)
    }

    /// One of the heads that came.
    fn head<T>(
        &self,
        (part, row): (usize, usize),
        unpack: fn(&Rows, usize) -> Option<T>,
    ) -> Option<Held<'c, T>> {
        unpack(self.heads[part].get()?, row).map(Held::unpacked)
    }

    /// The corpus's `own`, where it is whole; else what a part with texts has in this place.
    fn whole<T>(
        &self,
        own: &'c [T],
        at: u32,
        place: Option<(usize, usize)>,
        unpack: fn(&Rows, usize) -> Option<T>,
        looked: bool,
    ) -> Option<Held<'c, T>> {
        if self.list.is_empty() {
            return own.get(at as usize).map(Held::Own);
        }
        let (part, row) = place?;
        let rows = self.texts().get(part, looked)?;
        unpack(&rows, row).map(Held::unpacked)
    }

    fn place_of_entity(&self, at: EntityIndex) -> Option<(usize, usize)> {
        self.place(PartKind::Texts, at, |it| it.entities)
    }

    fn place_of_article(&self, kind: PartKind, at: ArticleIndex) -> Option<(usize, usize)> {
        self.place(kind, *self.places.get(at as usize)?, |it| it.articles)
    }

    fn place_of_event(&self, kind: PartKind, at: EventIndex) -> Option<(usize, usize)> {
        self.place(kind, at, |it| it.events)
    }

    /// Which part has this place, and in which row.
    fn place(
        &self,
        kind: PartKind,
        place: u32,
        range: fn(&Contents) -> (u32, u32),
    ) -> Option<(usize, usize)> {
        let has = |part: &Part| {
            let (from, to) = range(&part.contents);
            part.contents.kind == kind && from <= place && place < to
        };
        let part = self.list.iter().position(has)?;
        Some((part, (place - range(&self.list[part].contents).0) as usize))
    }
}

/// The articles by the day of their publication, and those without one last.
pub(crate) fn publication_order(corpus: &Corpus) -> Vec<ArticleIndex> {
    let key = |(at, article): (u64, &Article)| {
        let day = article.published.date.map_or(u32::MAX, |day| day.number() as u32 ^ 1 << 31);
        u64::from(day) << 32 | at
    };
    let mut keys: Vec<u64> = (0..).zip(&corpus.articles).map(key).collect();
    sort_keys(&mut keys);
    keys.into_iter().map(|key| key as u32).collect()
}
