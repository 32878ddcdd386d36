//! What was found last, for a corpus in which an editor has put something right: the sentences of articles that are
//! as they were, the groups of sentences that are as they were, and what they tell. See [`crate::known`].

use std::collections::BTreeMap;

use dateline_lang::Language;
use dateline_model::{Article, Entity, Event, Telling};

use super::Made;
use super::gather::{Candidate, Read};
use super::group::Weighed;
use super::reprints::Reprint;
use crate::dates::Edges;

/// What events were found in last, and how.
#[derive(Default)]
pub(crate) struct Known(pub(super) Option<Last>);

pub(super) struct Last {
    pub(super) articles: Vec<Article>,
    pub(super) languages: Vec<&'static Language>,
    pub(super) edges: Vec<Edges>,
    pub(super) entities: Vec<Entity>,
    pub(super) reprints: Vec<Reprint>,
    pub(super) headlines: Vec<bool>,
    /// As they were gathered, before they were compared.
    pub(super) read: Vec<Read>,
    pub(super) weighed: Option<Weighed>,
    pub(super) groups: Vec<Vec<Candidate>>,
    /// Of each group.
    pub(super) made: Vec<Made>,
    pub(super) events: Vec<Event>,
}

impl Last {
    /// Which articles are as they were, with all that is known of them and of whom they name.
    pub(super) fn same(
        &self,
        articles: &[Article],
        languages: &[&'static Language],
        edges: &[Edges],
        entities: &[Entity],
    ) -> Vec<bool> {
        if self.entities != entities {
            return vec![false; articles.len()];
        }
        let is_same = |at: usize| {
            self.articles.get(at) == Some(&articles[at])
                && self.languages[at] == languages[at]
                && self.edges[at] == edges[at]
        };
        (0..articles.len()).map(is_same).collect()
    }

    /// The places of the groups, by the first telling of each.
    pub(super) fn places(&self) -> BTreeMap<Telling, usize> {
        let first = |(at, members): (usize, &Vec<Candidate>)| Some((members.first()?.telling, at));
        self.groups.iter().enumerate().filter_map(first).collect()
    }

    /// What these members made the last time, where they are as they were and so are their articles.
    pub(super) fn made(
        &self,
        places: &BTreeMap<Telling, usize>,
        members: &[Candidate],
        same: &[bool],
        headlines: &[bool],
    ) -> Option<Made> {
        let at = *places.get(&members.first()?.telling)?;
        let stays = |article: u32| {
            let at = article as usize;
            same[at] && self.headlines[at] == headlines[at]
        };
        let all_stay =
            members.iter().all(|it| stays(it.telling.article) && it.repeats.is_none_or(stays));
        (all_stay && self.groups[at] == members).then(|| self.made[at].clone())
    }
}
