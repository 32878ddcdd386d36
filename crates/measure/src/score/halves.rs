//! A set in two halves: into the one we look, the other we only score, so that it tells what rules that
//! were made on the first are worth on texts that nobody has seen.

use dateline_text::hash;
use serde_json::Value;

/// One half of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// Its failures may be read.
    Work,
    /// It is only scored.
    Check,
}

/// Timelines are few, and each is a story of its own: told by name.
const CHECKED_GROUPS: &[&str] = &["haiti"];

impl Half {
    /// As the table shows it.
    pub fn name(self) -> &'static str {
        match self {
            Half::Work => "work",
            Half::Check => "check",
        }
    }

    /// Which half a name falls into, today and ever after.
    pub fn of(name: &str) -> Self {
        // All bits count: no single one of FNV's moves much for names of one or two letters.
        if hash(name).count_ones().is_multiple_of(2) { Half::Work } else { Half::Check }
    }

    /// Which half a whole group of articles belongs to.
    pub fn of_group(group: &str) -> Self {
        if CHECKED_GROUPS.contains(&group) { Half::Check } else { Half::Work }
    }

    /// Which half an article of a divided group belongs to: in ecb its topic's, elsewhere its own.
    pub fn of_article(set: &str, article: &str) -> Self {
        match set {
            "ecb" => Half::of(topic(article)),
            _ => Half::of(article),
        }
    }
}

/// The topic of an article of ecb: `12_3ecbplus` is of topic 12.
pub fn topic(article: &str) -> &str {
    article.split('_').next().unwrap_or(article)
}

/// What of a group's gold is of this half; `None` where nothing is. A set of timelines is divided by group,
/// any other by article: the others' articles are left out, and what they mention.
pub fn gold_of(set: &str, mut group: Value, half: Half) -> Option<Value> {
    if !group["timelines"].is_null() {
        return (Half::of_group(group["id"].as_str()?) == half).then_some(group);
    }
    let is_of = |article: &Value| {
        article.as_str().is_some_and(|article| Half::of_article(set, article) == half)
    };
    let keep = |list: &mut Value, key: &str| {
        if let Some(list) = list.as_array_mut() {
            list.retain(|item| is_of(&item[key]));
        }
    };
    keep(&mut group["articles"], "id");
    keep(&mut group["mentions"], "article");
    if let Some(happenings) = group["happenings"].as_array_mut() {
        happenings.iter_mut().for_each(|happening| keep(&mut happening["mentions"], "article"));
        happenings.retain(|happening| happening["mentions"] != Value::Array(Vec::new()));
    }
    let empty = |key: &str| group[key].as_array().is_none_or(Vec::is_empty);
    (!empty("articles") || !empty("mentions")).then_some(group)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_name_falls_into_the_same_half_for_ever() {
        let work: Vec<u32> =
            (1..=45).filter(|topic| Half::of(&topic.to_string()) == Half::Work).collect();
        assert_eq!(work, WORK_TOPICS);
        assert_eq!(Half::of_group("egypt"), Half::Work);
        assert_eq!(Half::of_group("haiti"), Half::Check);
    }

    /// Noted when the halves were first made.
    const WORK_TOPICS: &[u32] =
        &[2, 3, 4, 7, 8, 17, 18, 20, 23, 25, 26, 27, 30, 31, 32, 33, 34, 37, 40, 41, 42, 44, 45];

    #[test]
    fn a_topic_is_never_divided() {
        for topic in 1..=45 {
            let half = Half::of_article("ecb", &format!("{topic}_1ecb"));
            assert_eq!(Half::of_article("ecb", &format!("{topic}_12ecbplus")), half);
        }
    }

    #[test]
    fn gold_is_cut_to_the_articles_and_happenings_of_a_half_and_nothing_is_lost() {
        let article = |topic: u32| format!("{topic}_1ecb");
        let happening = |id: &str, topics: &[u32]| {
            let mentions: Vec<Value> = topics
                .iter()
                .map(|topic| json!({"article": article(*topic), "sentence": 0}))
                .collect();
            json!({"id": id, "mentions": mentions})
        };
        let articles: Vec<Value> = (1..=9).map(|topic| json!({"id": article(topic)})).collect();
        let all: Vec<Value> =
            (1..=9).map(|topic| happening(&topic.to_string(), &[topic])).collect();
        let gold = json!({"id": "dev", "articles": articles, "happenings": all});
        let mut seen = 0;
        for half in [Half::Work, Half::Check] {
            let cut = gold_of("ecb", gold.clone(), half).expect("both halves have topics");
            let ids = |list: &Value| -> Vec<String> {
                let list = list.as_array().expect("a list").iter();
                list.map(|item| topic(item["id"].as_str().expect("an id")).to_owned()).collect()
            };
            assert_eq!(ids(&cut["articles"]), ids(&cut["happenings"]));
            assert!(ids(&cut["articles"]).iter().all(|topic| Half::of(topic) == half));
            seen += ids(&cut["articles"]).len();
        }
        assert_eq!(seen, 9);
    }

    #[test]
    fn a_happening_told_in_both_halves_keeps_the_tellers_of_one() {
        let (a, b) = (
            "a1",
            (2..)
                .map(|number| format!("a{number}"))
                .find(|name| Half::of(name) != Half::of("a1"))
                .expect("one of the other half"),
        );
        let gold = json!({"id": "apple", "articles": [{"id": a}, {"id": b}], "happenings": [{"mentions": [{"article": a}, {"article": b}]}]});
        let cut = gold_of("wikinews", gold, Half::of(a)).expect("an article");
        assert_eq!(cut["articles"], json!([{"id": a}]));
        assert_eq!(cut["happenings"], json!([{"mentions": [{"article": a}]}]));
    }

    #[test]
    fn timelines_stay_whole() {
        let gold = json!({"id": "egypt", "articles": [], "timelines": [[]]});
        assert_eq!(gold_of("t17", gold.clone(), Half::Work), Some(gold.clone()));
        assert_eq!(gold_of("t17", gold, Half::Check), None);
    }
}
