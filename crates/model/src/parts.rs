//! A corpus in parts, as far as they are here.

use std::sync::OnceLock;

use dateline_sort::sort_keys;

use crate::{
    Article, ArticleIndex, Contents, Corpus, Entity, EntityIndex, Event, EventIndex, Part,
    PartKind, Whole,
};

/// A corpus with what lies in parts beside it. The core is without names, and of articles and of events that are
/// not key without ids and titles: these *heads* come in parts of their own, the names in one. Parts that came
/// stay.
///
/// ```
/// use dateline_model::{Parts, sample};
///
/// let corpus = sample::corpus();
/// let parts = Parts::new(&corpus, Vec::new());
/// assert!(parts.has_all_heads());
/// let second = parts.article_head(1).map(|article| article.id.as_str());
/// assert_eq!(second.and_then(|id| parts.article_at(id)), Some(1));
/// ```
pub struct Parts<'c> {
    corpus: &'c Corpus,
    list: Vec<Part>,
    /// What came of each.
    here: Vec<OnceLock<Whole>>,
    order: Vec<ArticleIndex>,
    /// By article: its place in the order.
    places: Vec<u32>,
    /// Which part has what, by place in the corpus: texts and reasons first, then heads.
    articles: [Vec<usize>; 2],
    events: [Vec<usize>; 2],
    entities: Vec<usize>,
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
        let none = |length: usize| vec![usize::MAX; if list.is_empty() { 0 } else { length }];
        let (articles, events) = (none(corpus.articles.len()), none(corpus.events.len()));
        let mut articles = [articles.clone(), articles];
        let mut events = [events.clone(), events];
        // The core has none; the first part has all.
        let mut entities = none(list.first().map_or(0, |part| part.contents.entities.1 as usize));
        for (part, Part { contents, .. }) in list.iter().enumerate() {
            if contents.kind == PartKind::Names {
                continue;
            }
            let heads = usize::from(contents.kind == PartKind::Heads);
            for place in contents.articles.0..contents.articles.1 {
                if let Some(at) = order.get(place as usize) {
                    articles[heads][*at as usize] = part;
                }
            }
            let fill = |of: &mut Vec<usize>, (from, to): (u32, u32)| {
                of.iter_mut().take(to as usize).skip(from as usize).for_each(|it| *it = part);
            };
            fill(&mut events[heads], contents.events);
            fill(&mut entities, contents.entities);
        }
        let here = list.iter().map(|_| OnceLock::new()).collect();
        Self { corpus, list, here, order, places, articles, events, entities }
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
            false => self.names().map_or(&[], |names| &names.entities),
        }
    }

    /// Whom the tellings of an event name; nobody while that is not here.
    pub fn named(&self, at: EventIndex) -> &[EntityIndex] {
        let named = match self.list.is_empty() {
            true => self.corpus.events.get(at as usize).map(|event| &event.entities),
            false => self.names().and_then(|names| names.named.get(at as usize)),
        };
        named.map_or(&[], |named| named)
    }

    /// What the part of the names has, which is the first, if that is here.
    pub fn names(&self) -> Option<&Whole> {
        self.here.first()?.get()
    }

    /// An article's id, title and all that lists say of it; the whole article says so too.
    pub fn article_head(&self, at: ArticleIndex) -> Option<&Article> {
        let own = self.corpus.articles.get(at as usize)?;
        match own.id.is_empty() {
            true => self.article_in(true, at).or_else(|| self.article_in(false, at)),
            false => Some(own),
        }
    }

    /// An event's id, title and all that lists say of it; the whole event says so too.
    pub fn event_head(&self, at: EventIndex) -> Option<&Event> {
        let own = self.corpus.events.get(at as usize)?;
        match own.id.is_empty() {
            true => self.event_in(true, at).or_else(|| self.event_in(false, at)),
            false => Some(own),
        }
    }

    /// An article with its text.
    pub fn article(&self, at: ArticleIndex) -> Option<&Article> {
        let is_whole = self.list.is_empty();
        if is_whole { self.corpus.articles.get(at as usize) } else { self.article_in(false, at) }
    }

    /// An event with the places of its tellings and the reasons.
    pub fn event(&self, at: EventIndex) -> Option<&Event> {
        let is_whole = self.list.is_empty();
        if is_whole { self.corpus.events.get(at as usize) } else { self.event_in(false, at) }
    }

    /// An entity with the reasons.
    pub fn entity(&self, at: EntityIndex) -> Option<&Entity> {
        if self.list.is_empty() {
            return self.corpus.entities.get(at as usize);
        }
        self.found(self.part_of_entity(at)?, at, |it| it.entities, |it| &it.entities)
    }

    /// Which part has an article's head, or the whole article.
    pub fn part_of_article(&self, heads: bool, at: ArticleIndex) -> Option<usize> {
        self.articles[usize::from(heads)].get(at as usize).copied()
    }

    /// Which part has an event's head, or the whole event.
    pub fn part_of_event(&self, heads: bool, at: EventIndex) -> Option<usize> {
        self.events[usize::from(heads)].get(at as usize).copied()
    }

    /// Which part has an entity.
    pub fn part_of_entity(&self, at: EntityIndex) -> Option<usize> {
        self.entities.get(at as usize).copied()
    }

    /// Where the article with this id is, if its head is here.
    pub fn article_at(&self, id: &str) -> Option<ArticleIndex> {
        let is = |at: &u32| self.article_head(*at).is_some_and(|it| it.id == id);
        (0..self.corpus.articles.len() as u32).find(is)
    }

    /// Where the event with this id is, if its head is here.
    pub fn event_at(&self, id: &str) -> Option<EventIndex> {
        let is = |at: &u32| self.event_head(*at).is_some_and(|it| it.id == id);
        (0..self.corpus.events.len() as u32).find(is)
    }

    /// The articles of which a part says more than the core does, with all that is here of them.
    pub fn articles_of(&self, part: usize) -> impl Iterator<Item = (ArticleIndex, &Article)> {
        let (from, to) = self.list.get(part).map_or((0, 0), |part| part.contents.articles);
        let order = self.order.iter().take(to as usize).skip(from as usize);
        order.filter_map(|&at| Some((at, self.article(at).or_else(|| self.article_head(at))?)))
    }

    /// The events of which a part says more than the core does, with all that is here of them.
    pub fn events_of(&self, part: usize) -> impl Iterator<Item = (EventIndex, &Event)> {
        let (from, to) = self.list.get(part).map_or((0, 0), |part| part.contents.events);
        (from..to).filter_map(|at| Some((at, self.event(at).or_else(|| self.event_head(at))?)))
    }

    /// Takes what came of a part.
    pub fn put(&self, part: usize, whole: Whole) {
        if let Some(slot) = self.here.get(part) {
            slot.get_or_init(|| whole);
        }
    }

    /// Whether no head lacks.
    pub fn has_all_heads(&self) -> bool {
        let mut parts = self.list.iter().zip(&self.here);
        parts.all(|(part, here)| part.contents.kind != PartKind::Heads || here.get().is_some())
    }

    fn article_in(&self, heads: bool, at: ArticleIndex) -> Option<&Article> {
        let part = self.part_of_article(heads, at)?;
        self.found(part, self.places[at as usize], |it| it.articles, |it| &it.articles)
    }

    fn event_in(&self, heads: bool, at: EventIndex) -> Option<&Event> {
        self.found(self.part_of_event(heads, at)?, at, |it| it.events, |it| &it.events)
    }

    /// What has this place, of what a part has from its first place on, if that is here.
    fn found<T>(
        &self,
        part: usize,
        place: u32,
        range: fn(&Contents) -> (u32, u32),
        items: fn(&Whole) -> &[T],
    ) -> Option<&T> {
        let (first, _) = range(&self.list.get(part)?.contents);
        items(self.here[part].get()?).get(place.checked_sub(first)? as usize)
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
