//! The scene over the sample, over a corpus like the five seeds', and over a
//! large one.

use dateline_axis::{TickKind, Window};
use dateline_model::{Corpus, Day, DayRange, Granularity, Status, sample};

use super::plan::Plan;
use super::scene::{Look, Measures, Open, ROWS, Scene};

fn measure(text: &str) -> i32 {
    7 * text.chars().count() as i32
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn plan(corpus: &Corpus, width: i32) -> Plan {
    let events: Vec<u32> = (0..corpus.events.len() as u32).collect();
    let articles: Vec<u32> = (0..corpus.articles.len() as u32).collect();
    Plan::new(corpus, &events, &articles, width)
}

fn scene(corpus: &Corpus, plan: &Plan, window: Window, open: Open) -> Scene {
    // Ticks and names are set smaller.
    let small = |text: &str| 11 * text.chars().count() as i32 / 2;
    let text = Measures { label: &measure, small: &small };
    Scene::new(corpus, plan, window, open, &text)
}

/// The sample's events and articles on other days, over and over.
fn on_days(events: &[&str], articles: &[&str]) -> Corpus {
    let mut corpus = sample::corpus();
    let (event, article) = (corpus.events[2].clone(), corpus.articles[0].clone());
    corpus.events = events
        .iter()
        .enumerate()
        .map(|(at, text)| {
            let mut event = event.clone();
            event.id = format!("event-{at}");
            event.title = format!("The {at}th thing that the harbour board said about the bridge");
            (event.days, event.granularity) = match text.parse() {
                Ok(year) => {
                    let edge = |month, day| Day::new(year, month, day).unwrap();
                    (DayRange { start: edge(1, 1), end: edge(12, 31) }, Granularity::Year)
                }
                Err(_) => (DayRange::single(day(text)), Granularity::Day),
            };
            if at % 3 > 0 {
                event.tellings.truncate(1);
            }
            event
        })
        .collect();
    corpus.articles = articles
        .iter()
        .enumerate()
        .map(|(at, text)| {
            let mut article = article.clone();
            article.id = format!("article-{at}");
            article.outlet = Some(["AT", "Alder Post", "Norhaven Times", "Ledger"][at % 4].into());
            article.published.date = Some(day(text));
            article
        })
        .collect();
    corpus
}

fn talks() -> Corpus {
    on_days(
        &[
            "1991",
            "2022",
            "2025-05-16",
            "2025-05-19",
            "2025-05-19",
            "2025-05-23",
            "2025-05-25",
            "2025-05-26",
            "2025-05-27",
            "2025-05-28",
            "2025-06-02",
            "2025-10-16",
            "2025-10-16",
            "2025-10-20",
        ],
        &["2025-05-26", "2025-05-27", "2025-05-28", "2025-05-29", "2025-10-20"],
    )
}

#[test]
fn two_weeks_and_three_old_dates_show_every_event_alone_with_its_label() {
    let corpus = talks();
    let plan = plan(&corpus, 1294);
    let scene = scene(&corpus, &plan, plan.axis.fit(), Open::default());
    assert_eq!(scene.marks.len(), 14);
    assert_eq!(scene.labels.len(), 14);
    assert_eq!(scene.papers.len(), 5);
    assert_eq!(scene.names.len(), 5);
    let gaps: Vec<&str> = scene
        .ticks
        .iter()
        .filter(|tick| tick.kind == TickKind::Break)
        .filter_map(|tick| tick.label.as_deref())
        .collect();
    assert_eq!(gaps, ["31 years", "3 years", "4 months"]);
}

#[test]
fn looks_follow_status_and_basis() {
    let corpus = sample::corpus();
    let plan = plan(&corpus, 1200);
    let scene = scene(&corpus, &plan, plan.axis.fit(), Open { event: Some(2), article: None });
    let look = |index: u32| scene.marks.iter().find(|mark| mark.index == index).unwrap();
    assert_eq!(look(2).look, Look::Solid);
    assert_eq!((look(2).number, look(2).open), (Some(2), true));
    assert_eq!(look(4).look, Look::Crossed);
    assert_eq!(look(5).look, Look::Dashed);
    assert_eq!(corpus.events[5].status, Status::Planned);
    let inferred = scene.papers.iter().find(|mark| mark.index == 2).unwrap();
    assert_eq!(inferred.look, Look::Hollow);
    let (left, right) = inferred.whisker.unwrap();
    assert!(left < inferred.x && inferred.x < right);
}

#[test]
fn the_open_event_keeps_its_label_in_a_crowd() {
    let days: Vec<String> = (0..60).map(|at| (day("2025-05-01") + at / 2).to_string()).collect();
    let days: Vec<&str> = days.iter().map(String::as_str).collect();
    let corpus = on_days(&days, &[]);
    let plan = plan(&corpus, 900);
    let scene = scene(&corpus, &plan, plan.axis.fit(), Open { event: Some(31), article: None });
    let mark = scene.mark_of(31).unwrap();
    assert!(scene.marks[mark].open);
    assert!(scene.labels.iter().any(|label| label.wish == mark));
}

#[test]
fn two_thousand_events_over_ten_years_stay_a_few_hundred_marks_at_any_zoom() {
    let days: Vec<String> = (0..2000)
        .map(|at: i32| (day("2015-01-01") + (at * 3650 / 2000 + (at * 7919) % 29)).to_string())
        .collect();
    let days: Vec<&str> = days.iter().map(String::as_str).collect();
    let corpus = on_days(&days, &days[..500]);
    let plan = plan(&corpus, 1294);
    let mut window = plan.axis.fit();
    for _ in 0..14 {
        let scene = scene(&corpus, &plan, window, Open::default());
        assert!(scene.marks.len() + scene.papers.len() <= 300);
        assert!(scene.labels.len() >= scene.marks.len().min(4), "{}", scene.marks.len());
        assert!(scene.ticks.len() <= 400, "{}", scene.ticks.len());
        for (at, one) in scene.labels.iter().enumerate() {
            assert!(one.row < ROWS);
            for other in &scene.labels[at + 1..] {
                assert!(one.row != other.row || one.right < other.left || other.right < one.left);
            }
        }
        for marks in [&scene.marks, &scene.papers] {
            assert!(
                marks.windows(2).all(|two| two[1].x - two[0].x >= two[0].radius + two[1].radius)
            );
        }
        window = plan.axis.zoom(window, 640, 5, 3);
    }
    let whole = scene(&corpus, &plan, plan.axis.fit(), Open::default());
    let counted: u32 = whole.marks.iter().filter_map(|mark| mark.number).sum();
    assert_eq!(counted, 2000);
}

#[test]
fn nothing_to_show_is_an_empty_scene() {
    let corpus = sample::corpus();
    let plan = Plan::new(&corpus, &[], &[], 900);
    assert_eq!(
        scene(&corpus, &plan, plan.axis.fit(), Open::default()),
        Scene { frame: plan.axis.frame(plan.axis.fit()), ..Scene::default() }
    );
}

#[test]
fn counts_and_tellers_are_said_as_on_the_rest_of_the_page() {
    let days = vec!["2025-05-16"; 1_204];
    let mut corpus = on_days(&days, &days);
    corpus.articles.iter_mut().for_each(|article| article.outlet = None);
    let plan = plan(&corpus, 900);
    let scene = scene(&corpus, &plan, plan.axis.fit(), Open::default());
    assert!(scene.marks[0].words.starts_with("1,204 events, Friday 16 May 2025. "));
    assert!(scene.marks[0].words.ends_with(" Told by 2 articles."), "{}", scene.marks[0].words);
    assert!(scene.labels[0].text.ends_with(" + 1,203"), "{}", scene.labels[0].text);
    assert!(scene.papers[0].words.starts_with("1,204 articles, Friday 16 May 2025. "));
    assert!(scene.papers[0].words.contains("Outlet not named, "));
    assert_eq!(scene.names[0].text, "Outlet not named");
}
