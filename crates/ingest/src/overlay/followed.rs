//! An overlay whose rows follow their articles: a file may be renamed, and another one may take its name.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::Overlay;

impl Overlay {
    /// With every row under the id that its article has now: the one with the row's
    /// [`fingerprint`](super::ArticleOverlay::fingerprint), or, where there is none, the one that it is named by.
    /// `articles` are the ids and fingerprints of all. Where a row is named by that id already, none takes its place.
    ///
    /// ```
    /// use dateline_ingest::overlay::{ArticleOverlay, Overlay};
    /// let row = ArticleOverlay { id: "bridge".into(), fingerprint: Some(7), ..ArticleOverlay::default() };
    /// let overlay = Overlay { articles: vec![row], ..Overlay::default() };
    /// let articles = [("bridge", 3), ("archive/bridge", 7)];
    /// assert_eq!(overlay.followed(articles.into_iter()).articles[0].id, "archive/bridge");
    /// ```
    pub fn followed<'a>(
        &self,
        articles: impl Iterator<Item = (&'a str, u64)> + Clone,
    ) -> Cow<'_, Self> {
        let wanted: BTreeSet<u64> =
            self.articles.iter().filter_map(|row| row.fingerprint).collect();
        let found: BTreeMap<u64, &str> =
            articles.filter(|one| wanted.contains(&one.1)).map(|(id, text)| (text, id)).collect();
        let goes_to = |at: usize| {
            let row = &self.articles[at];
            let id = *found.get(&row.fingerprint?)?;
            (id != row.id).then_some(id)
        };
        let goes: Vec<Option<&str>> = (0..self.articles.len()).map(goes_to).collect();
        let stays: BTreeSet<&str> = self
            .articles
            .iter()
            .zip(&goes)
            .filter(|row| row.1.is_none())
            .map(|row| row.0.id.as_str())
            .collect();
        let mut moved: BTreeMap<&str, &str> = BTreeMap::new();
        for (row, id) in self.articles.iter().zip(goes) {
            if let Some(id) = id.filter(|id| !stays.contains(id)) {
                moved.insert(&row.id, id);
            }
        }
        if moved.is_empty() {
            return Cow::Borrowed(self);
        }
        let mut out = self.clone();
        let follow = |id: &mut String| {
            if let Some(now) = moved.get(id.as_str()) {
                *id = (*now).to_owned();
            }
        };
        out.articles.iter_mut().for_each(|row| follow(&mut row.id));
        out.publish.articles.iter_mut().for_each(|row| follow(&mut row.0));
        let own = out.events.iter_mut().filter_map(|row| row.own.as_mut());
        own.flat_map(|own| &mut own.told).for_each(|told| follow(&mut told.0));
        Cow::Owned(out)
    }
}
