//! `events`: a fixed random draw of a set's events, to be read as a sceptical editor would: is it a
//! happening, is it one, is its day right, does its label say what happened?

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use dateline_text::hash_seeded;
use serde_json::Value;

use crate::Failure;
use crate::arguments::{number, values};
use crate::programs::inspect;
use crate::score::halves::{Half, topic};

/// So many events say enough, and so many tellings of one.
const DRAWN: usize = 50;
const TELLINGS: usize = 12;

/// Of the topics of ecb one in so many is read.
const TOPICS: usize = 3;

/// `dateline-measure events`.
pub fn command(arguments: &[String]) -> Result<(), Failure> {
    let is_flag = |word: &String| word == "--key";
    let key = arguments.iter().any(is_flag);
    let rest: Vec<String> = arguments.iter().filter(|word| !is_flag(word)).cloned().collect();
    let names = ["--data", "--dateline", "--set", "--draw", "--seed"];
    let [data, dateline, set, draw, seed] = values(&rest, names)?;
    let wanted = |value: Option<&str>, option: &str| {
        value.map(PathBuf::from).ok_or_else(|| Failure::Usage(format!("`events` wants `{option}`")))
    };
    let data = wanted(data, "--data DIR")?;
    let dateline = wanted(dateline, "--dateline PROGRAM")?;
    let wish = Wish {
        set: set.unwrap_or("egypt"),
        count: number("--draw", draw, DRAWN)?,
        seed: number("--seed", seed, 7)? as u64,
        key,
    };
    let folder = group(&data.join("events"), wish.set)?;
    let told = inspect(&dateline, &folder, &["--plain".as_ref()])?;
    print!("{}", page(&told, &wish));
    Ok(())
}

/// What is drawn.
struct Wish<'a> {
    set: &'a str,
    count: usize,
    seed: u64,
    /// Only events that belong to the story.
    key: bool,
}

/// The folder of a group, or of the only group of a set.
fn group(events: &Path, name: &str) -> Result<PathBuf, Failure> {
    let mut sets = folders(events);
    let all = sets.iter().flat_map(|set| folders(set)).collect::<Vec<_>>();
    sets.retain(|set| set.ends_with(name));
    if let [set] = &sets[..]
        && let [only] = &folders(set)[..]
    {
        return Ok(only.clone());
    }
    let known =
        |folder: &PathBuf| folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let names: Vec<String> = all.iter().map(known).collect();
    all.into_iter().find(|group| group.ends_with(name)).ok_or_else(|| {
        let names = names.join(", ");
        Failure::Usage(format!(
            "`--set {name}`: one of {names} was expected, or a set of one group"
        ))
    })
}

fn folders(of: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(of).into_iter().flatten().flatten();
    let mut out: Vec<PathBuf> =
        entries.map(|entry| entry.path()).filter(|it| it.is_dir()).collect();
    out.sort();
    out
}

/// The draw as a page to read.
fn page(told: &Value, wish: &Wish<'_>) -> String {
    let topics = topics(told, wish);
    let events: Vec<&Value> = list(&told["events"])
        .iter()
        .filter(|event| !wish.key || event["key"] == true)
        .filter(|event| topics.as_ref().is_none_or(|topics| is_told_in(event, topics)))
        .collect();
    let days: BTreeMap<&str, &str> = list(&told["articles"])
        .iter()
        .map(|article| (text(&article["id"]), text(&article["published"]["date"])))
        .collect();
    let all = events.len();
    let drawn = drawn(events, wish);
    let kind = if wish.key { "key events" } else { "events" };
    let of = match (topics, Half::of_group(wish.set)) {
        (Some(topics), _) => format!(", topics {}", topics.join(" ")),
        (None, Half::Check) => ", which is only scored and not tuned by".to_owned(),
        (None, Half::Work) => String::new(),
    };
    let mut out =
        format!("{}{of}: {} of {all} {kind}, seed {}\n", wish.set, drawn.len(), wish.seed);
    for (number, event) in (1..).zip(drawn) {
        out.push_str(&entry(number, event, &days));
    }
    out
}

/// The first `count` by a hash of the event's id: an event that stays as it is keeps its place in the
/// draw when others come and go, and a shorter draw is the beginning of a longer one.
fn drawn<'v>(mut events: Vec<&'v Value>, wish: &Wish<'_>) -> Vec<&'v Value> {
    events.sort_by_cached_key(|event| {
        let id = text(&event["id"]);
        (mixed(id, wish.seed), id)
    });
    events.truncate(wish.count);
    events
}

/// Of ecb, whose topics have nothing to do with each other, a third of the topics that may be looked into.
fn topics<'v>(told: &'v Value, wish: &Wish<'_>) -> Option<Vec<&'v str>> {
    if !matches!(wish.set, "ecb" | "dev") {
        return None;
    }
    let mut all: Vec<&str> =
        list(&told["articles"]).iter().map(|article| topic(text(&article["id"]))).collect();
    all.sort_unstable();
    all.dedup();
    let count = all.len().div_ceil(TOPICS);
    all.retain(|topic| Half::of(topic) == Half::Work);
    all.sort_by_key(|topic| (mixed(topic, wish.seed), *topic));
    all.truncate(count);
    all.sort_by_key(|topic| (topic.len(), *topic));
    Some(all)
}

fn is_told_in(event: &Value, topics: &[&str]) -> bool {
    let mut tellings = list(&event["mentions"]).iter();
    tellings.any(|telling| topics.contains(&topic(text(&telling["article"]))))
}

/// The hash with its better bits everywhere: ids differ in few letters.
fn mixed(id: &str, seed: u64) -> u64 {
    let hash = hash_seeded(id, seed);
    (hash ^ hash >> 32).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

fn entry(number: usize, event: &Value, days: &BTreeMap<&str, &str>) -> String {
    let (start, end) = (text(&event["start"]), text(&event["end"]));
    let span = if start == end { start.to_owned() } else { format!("{start} to {end}") };
    let mut facts = vec![span, text(&event["status"]).to_owned()];
    facts.extend(event["weight"].as_f64().map(|weight| format!("weight {weight}")));
    facts.extend((event["key"] == true).then(|| "key".to_owned()));
    let mut out = format!("\n{number}. {}\n   {}\n", facts.join(", "), text(&event["title"]));
    let tellings = list(&event["mentions"]);
    for telling in tellings.iter().take(TELLINGS) {
        let article = text(&telling["article"]);
        let day = days.get(article).copied().filter(|day| !day.is_empty()).unwrap_or("no date");
        let sentence = text(&telling["text"]).split_whitespace().collect::<Vec<_>>().join(" ");
        out.push_str(&format!("     {article} ({day}): {sentence}\n"));
    }
    if tellings.len() > TELLINGS {
        out.push_str(&format!("     and {} more tellings\n", tellings.len() - TELLINGS));
    }
    out
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn wish(count: usize, key: bool) -> Wish<'static> {
        Wish { set: "harbour", count, seed: 7, key }
    }

    fn told(count: usize) -> Value {
        let event = |at: usize| {
            json!({"id": format!("2024-03-05-{at}"), "start": "2024-03-05", "end": "2024-03-06",
                "status": "planned", "title": format!("Bridge {at} opens"), "weight": 1.5,
                "key": at.is_multiple_of(2),
                "mentions": vec![json!({"article": "a", "text": "The bridge\nopens."}); 14]})
        };
        let events: Vec<Value> = (0..count).map(event).collect();
        json!({"articles": [{"id": "a", "published": {"date": "2024-03-04"}}], "events": events})
    }

    fn ids(told: &Value, count: usize, seed: u64) -> Vec<String> {
        let events = list(&told["events"]).iter().collect();
        let drawn = drawn(events, &Wish { seed, ..wish(count, false) });
        drawn.iter().map(|event| text(&event["id"]).to_owned()).collect()
    }

    #[test]
    fn a_draw_is_fixed_by_its_seed_whatever_the_order_and_a_shorter_one_begins_a_longer() {
        let told = told(200);
        let mut turned = told.clone();
        turned["events"].as_array_mut().expect("a list").reverse();
        assert_eq!(ids(&told, 50, 7), ids(&turned, 50, 7));
        assert_eq!(ids(&told, 50, 7)[..20], ids(&told, 20, 7));
        assert_ne!(ids(&told, 50, 7), ids(&told, 50, 8));
        assert_eq!(ids(&told, 500, 7).len(), 200);
    }

    #[test]
    fn an_event_that_is_gone_leaves_the_others_in_their_places() {
        let told = told(200);
        let mut fewer = told.clone();
        let before = ids(&told, 50, 7);
        fewer["events"].as_array_mut().expect("a list").retain(|it| it["id"] != before[3].as_str());
        let after = ids(&fewer, 49, 7);
        assert_eq!((&after[..3], &after[3..]), (&before[..3], &before[4..]));
    }

    #[test]
    fn an_entry_shows_days_status_weight_label_and_tellings() {
        let page = page(&told(1), &wish(50, false));
        let mut lines = page.lines();
        assert_eq!(lines.next(), Some("harbour: 1 of 1 events, seed 7"));
        assert_eq!(lines.nth(1), Some("1. 2024-03-05 to 2024-03-06, planned, weight 1.5, key"));
        assert_eq!(lines.next(), Some("   Bridge 0 opens"));
        assert_eq!(lines.next(), Some("     a (2024-03-04): The bridge opens."));
        assert_eq!(lines.last(), Some("     and 2 more tellings"));
    }

    #[test]
    fn only_key_events_are_drawn_where_that_is_asked() {
        let page = page(&told(9), &wish(50, true));
        assert!(page.starts_with("harbour: 5 of 5 key events, seed 7\n"), "{page}");
    }

    #[test]
    fn of_ecb_only_topics_that_may_be_looked_into_are_read() {
        let articles: Vec<Value> = (1..=35).map(|at| json!({"id": format!("{at}_1ecb")})).collect();
        let told = json!({"articles": articles, "events": []});
        let topics = topics(&told, &Wish { set: "ecb", ..wish(50, false) }).expect("topics");
        assert_eq!(topics.len(), 12);
        assert!(topics.iter().all(|topic| Half::of(topic) == Half::Work));
    }
}
