//! Sentences, or groups of them, and what speaks for and against their being one happening.

use dateline_model::EntityIndex;

use super::terms::{Term, Vector};

/// Sentences that may be one happening with others.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// The sum of its sentences' vectors.
    pub vector: Vector,
    /// How many sentences.
    pub size: f32,
    pub time: Time,
    /// The kinds of acts and the names of a single sentence.
    pub acts: Vec<Term>,
    pub names: Vec<Term>,
    /// Who is named first: who acts, in nearly every sentence of news.
    pub actor: Option<EntityIndex>,
    /// The article and the place in it of a single sentence.
    pub sentence: Option<(u32, u32)>,
}

/// When the sentences of a [`Node`] say it was, as numbers of days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Time {
    /// The days that are named, from first to last.
    pub named: Option<(i32, i32)>,
    /// The days on which undated tellings were published.
    pub told: Option<(i32, i32)>,
    /// Named no finer than a week, a month or a year.
    pub coarse: bool,
}

impl Time {
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            named: hull(self.named, other.named),
            told: hull(self.told, other.told),
            coarse: self.coarse && other.coarse,
        }
    }

    /// The first day of all.
    pub(super) fn first(self) -> i32 {
        [self.named, self.told].into_iter().flatten().map(|it| it.0).min().unwrap_or(0)
    }
}

fn hull(one: Option<(i32, i32)>, other: Option<(i32, i32)>) -> Option<(i32, i32)> {
    match (one, other) {
        (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
        (a, b) => a.or(b),
    }
}

/// Days between two stretches of days; none where they meet.
fn gap(one: (i32, i32), other: (i32, i32)) -> i32 {
    (other.0 - one.1).max(one.0 - other.1).max(0)
}

/// Days after which news tells again of what was.
const RETOLD: i32 = 14;

/// How alike two nodes must be to be one happening, by what is known of their days; `None` where they
/// cannot be one.
pub(super) fn wanted(one: Time, other: Time) -> Option<f32> {
    match ((one.named, one.told), (other.named, other.told)) {
        ((Some(a), _), (Some(b), _)) if one.coarse || other.coarse => (a == b).then_some(0.18),
        ((Some(a), _), (Some(b), _)) => match gap(a, b) {
            0 => Some(0.18),
            // Reports differ by a day: midnight, time zones, slips.
            1 => Some(0.75),
            2 => Some(0.9),
            _ => None,
        },
        ((Some(named), _), (None, Some(told))) | ((None, Some(told)), (Some(named), _)) => {
            if one.coarse || other.coarse {
                return None;
            }
            match named.0 - told.1 {
                // News tells of its day, or again of what was …
                ..=0 => (told.0 - named.1 <= RETOLD).then_some(0.18),
                // … or of what is to come.
                1..=7 => Some(0.4),
                _ => None,
            }
        }
        ((None, Some(a)), (None, Some(b))) => match gap(a, b) {
            0..=1 => Some(0.22),
            2..=3 => Some(0.3),
            4..=7 => Some(0.4),
            _ => None,
        },
        _ => None,
    }
}

/// Whether all of what is known of a time lies in some days; news tells of the day before too.
pub(super) fn lies_in(time: Time, days: (i32, i32)) -> bool {
    match (time.named, time.told) {
        (Some(named), _) => days.0 <= named.0 && named.1 <= days.1,
        (None, Some(told)) => days.0 <= told.0 && told.0 <= days.1 + 1,
        _ => false,
    }
}

/// What speaks against one happening: acts of other kinds, and more so on other days; other names.
pub(super) fn against(one: &Node, other: &Node) -> f32 {
    // Who names two days in one sentence tells two things.
    if one.sentence.is_some() && one.sentence == other.sentence {
        return f32::INFINITY;
    }
    // The same writer who begins again with somebody else means another thing.
    let actors = one.actor.is_some() && other.actor.is_some() && one.actor != other.actor;
    let both = one.time.named.is_some() && other.time.named.is_some();
    let article = |node: &Node| node.sentence.map(|sentence| sentence.0);
    let again = actors && both && article(one).is_some() && article(one) == article(other);
    let same = match (one.time.named, other.time.named) {
        (Some(a), Some(b)) => a == b,
        (None, None) => one.time.told == other.time.told,
        _ => false,
    };
    let acts = match (differ(&one.acts, &other.acts), same) {
        (false, _) => 0.0,
        (true, true) => 0.05,
        (true, false) => 0.06,
    };
    acts + if again { 0.5 } else { 0.0 } + if differ(&one.names, &other.names) { 0.02 } else { 0.0 }
}

fn differ(one: &[Term], other: &[Term]) -> bool {
    !one.is_empty() && !other.is_empty() && !one.iter().any(|term| other.contains(term))
}
