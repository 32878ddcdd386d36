//! An event's label: the most telling of its tellings, in the sources' own words.

mod cut;
mod marks;
mod merits;
mod opening;
mod sentence;

use std::collections::{BTreeSet, HashMap, HashSet};

use dateline_lang::Language;
use dateline_model::{Article, Span, Status, Telling};
use dateline_text::key_of;

use cut::{Cut, cut};
use merits::{Common, Merits};
use opening::is_stamped;
use sentence::Sentence;

use super::vocabulary::Vocabulary;

/// So many tellings, the most central, are looked at for a label. Those behind them say less of what the
/// others say; a day's live pages have thousands.
const LOOKED_AT: usize = 60;

/// An event may be called by so many labels, where another event has the first of them, and by none
/// that has so much less merit: half a fault.
const CHOICE: usize = 6;
const WORSE: f32 = 0.6;

/// A headline stands for what its article tells in the sentences before this one.
const LEADS: u32 = 2;

/// One way in which an event is told, from which its label may be cut.
pub(crate) struct Teller<'t> {
    /// Whose sentence it is.
    pub article: &'t Article,
    /// The article's.
    pub language: &'static Language,
    /// The sentence and what dates it.
    pub telling: Telling,
    /// How much of what all tellings say it says: the cosine with their sum, 0 to 1.
    pub centrality: f32,
    /// How many sentences of the article come before it.
    pub place: u32,
    /// Whether the article's title is a headline. See [`headlines`].
    pub headline: bool,
}

impl<'t> Teller<'t> {
    /// One by itself, of which it is not known what others say.
    pub(crate) fn alone(
        article: &'t Article,
        language: &'static Language,
        telling: Telling,
        headline: bool,
    ) -> Self {
        let place = place(article, language, telling);
        Self { article, language, telling, centrality: 0.5, place, headline }
    }
}

/// How many sentences of the article come before a telling's. It is counted at the head of the article;
/// further down it tells little.
pub(crate) fn place(article: &Article, language: &Language, telling: Telling) -> u32 {
    const HEAD: usize = 2000;
    let start = (telling.span.start as usize).min(HEAD);
    let before = &article.body[..dateline_text::floor(&article.body, start)];
    (language.sentences)(before).len() as u32
}

/// Which articles have a headline for a title: their own, not one that was taken from the body's first
/// words, and whole.
pub(crate) fn headlines(articles: &[Article]) -> Vec<bool> {
    let keys: Vec<String> = articles.iter().map(|article| key_of(&article.title)).collect();
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for key in &keys {
        *counts.entry(key).or_default() += 1;
    }
    let own = articles.iter().zip(&keys).map(|(article, key)| {
        let whole = !article.title.trim_end().ends_with('…');
        // Folding changes no text's length by half.
        let start = &article.body[..dateline_text::floor(&article.body, 2 * article.title.len())];
        whole && counts[key.as_str()] == 1 && !key_of(start).starts_with(key.as_str())
    });
    own.collect()
}

/// The label of an event: of all telling sentences, and of the headlines above them, the one with most
/// merits, cut where it must be. Empty where there is no word.
pub(crate) fn label(status: Status, tellers: &[Teller<'_>]) -> String {
    labels(&mut Vocabulary::default(), status, tellers).into_iter().next().unwrap_or_default().text
}

/// What an event may be called.
#[derive(Clone, Debug, Default)]
pub(super) struct Label {
    pub text: String,
    /// Whether it says by itself what happened: it points at no other sentence, asks nothing, is nobody's
    /// turn to speak, and nothing of a page ran into it.
    pub stands: bool,
}

/// The same, and behind it what else the event may be called, in the order of their merits.
pub(super) fn labels(
    vocabulary: &mut Vocabulary,
    status: Status,
    tellers: &[Teller<'_>],
) -> Vec<Label> {
    let mut order: Vec<&Teller<'_>> = tellers.iter().collect();
    // The sort is stable: of equals the first told stays first.
    order.sort_by(|one, other| other.centrality.total_cmp(&one.centrality));
    order.truncate(LOOKED_AT);
    let mut known: HashSet<&str> = HashSet::new();
    order.retain(|teller| known.insert(teller.sentence()));
    let sentences = order.iter().map(|teller| (teller.language, teller.sentence()));
    let mut common = Common::of(vocabulary, status, sentences);
    let mut titles: BTreeSet<u32> = BTreeSet::new();
    let mut all: Vec<(f32, Label)> = Vec::new();
    let mut keep = |merits: &Merits, text: String| {
        if !text.is_empty() {
            all.push((merits.worth(), Label { text, stands: merits.stand() }));
        }
    };
    for teller in order {
        let told = teller.told();
        let merits = Merits::of(teller, &mut common, &told, false);
        keep(&merits, told.text);
        if teller.headline && teller.place < LEADS && titles.insert(teller.telling.article) {
            let title = teller.title();
            let titled = Merits::of(teller, &mut common, &title, true);
            if !titled.tells_another(&merits) {
                keep(&titled, title.text);
            }
        }
    }
    // Of equals the first stays first.
    all.sort_by(|one, other| other.0.total_cmp(&one.0));
    let least = all.first().map_or(0.0, |best| best.0 - WORSE);
    let mut labels: Vec<Label> = Vec::new();
    for (_, label) in all.into_iter().filter(|(worth, _)| *worth >= least) {
        if labels.len() < CHOICE && labels.iter().all(|other| other.text != label.text) {
            labels.push(label);
        }
    }
    labels
}

impl Teller<'_> {
    fn sentence(&self) -> &str {
        self.telling.span.of(&self.article.body)
    }

    fn told(&self) -> Cut {
        let span = self.telling.span;
        let from = self.article.timexes.partition_point(|timex| timex.span.start < span.start);
        let inside = |timex: Span| {
            span.contains(timex)
                .then(|| (timex.start - span.start) as usize..(timex.end - span.start) as usize)
        };
        let times = self.article.timexes[from..].iter().map_while(|timex| inside(timex.span));
        let mentions = &self.article.mentions;
        let first = mentions.partition_point(|mention| mention.span.start < span.start);
        let names = mentions[first..].iter().map_while(|mention| inside(mention.span));
        let date = self.telling.timex.and_then(|at| inside(self.article.timexes[at as usize].span));
        let text = self.sentence();
        let stamped =
            text.starts_with(|c: char| c.is_ascii_digit()) && is_stamped(&self.article.body);
        let (times, names) = (times.collect(), names.collect());
        let title = self.titled(text);
        let body = &self.article.body;
        let sentence = Sentence { text, date, times, names, body, title, stamped };
        cut(&self.language.events.labels, &sentence)
    }

    /// So much of a sentence is the article's title and what stands before it; where the article is called by
    /// the first words of its news, only what stands before them.
    fn titled(&self, text: &str) -> usize {
        let title = self.article.title.as_str();
        let Some(whole) = title.strip_suffix('…') else {
            // One word or two may be a name in the sentence.
            let is_long = title.split(' ').nth(2).is_some();
            let end = text.find(title).filter(|_| is_long).map_or(0, |at| at + title.len());
            return if end < text.len() { end } else { 0 };
        };
        text.find(whole).filter(|_| !whole.is_empty()).unwrap_or(0)
    }

    /// The headline, without the name of its site behind a bar or a dash.
    fn title(&self) -> Cut {
        let title = self.article.title.split(" | ").next().unwrap_or("").trim_end();
        let sites = [&self.article.outlet, &self.article.via].into_iter().flatten();
        let bare = sites
            .filter_map(|site| title.strip_suffix(site.as_str())?.strip_suffix(' '))
            .find_map(|title| title.strip_suffix(['-', '–', '—']));
        let title = bare.unwrap_or(title);
        let sentence = Sentence { text: title, ..Sentence::default() };
        cut(&self.language.events.labels, &sentence)
    }
}

#[cfg(test)]
mod tests;
