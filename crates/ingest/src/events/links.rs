//! A sentence that tells two events ties them: who announced what was still to come, what called it off.

use std::collections::BTreeMap;

use dateline_model::{Event, EventIndex, Link, Status, Telling, Tie};

/// Adds to each event those that a sentence ties to it. `events` stand as they stay.
pub(super) fn tie(events: &mut [Event], calls_off: impl Fn(&Telling) -> bool) {
    let mut told: BTreeMap<(u32, u32), Vec<(EventIndex, Telling)>> = BTreeMap::new();
    for (at, event) in events.iter().enumerate() {
        for telling in &event.tellings {
            let sentence = (telling.article, telling.span.start);
            told.entry(sentence).or_default().push((at as EventIndex, *telling));
        }
    }
    let mut links: Vec<(EventIndex, Link)> = Vec::new();
    for both in told.values().filter(|both| both.len() > 1) {
        for (event, telling) in both {
            for (other, _) in both.iter().filter(|other| other.0 != *event) {
                let (one, two) = (&events[*event as usize], &events[*other as usize]);
                if let Some((tie, back)) = relation(one, two, || calls_off(telling)) {
                    links.push((*event, Link { event: *other, tie, telling: *telling }));
                    links.push((*other, Link { event: *event, tie: back, telling: *telling }));
                }
            }
        }
    }
    links.sort_unstable();
    // One sentence is enough for a tie.
    links.dedup_by_key(|(event, link)| (*event, link.event, link.tie));
    for (event, link) in links {
        events[event as usize].links.push(link);
    }
}

/// What `other` is to `event` and `event` to `other`, where `event` was still to come on the other's day.
fn relation(event: &Event, other: &Event, off: impl Fn() -> bool) -> Option<(Tie, Tie)> {
    if other.status != Status::Happened || other.days.end >= event.days.start {
        return None;
    }
    match event.status {
        Status::Happened => None,
        Status::CalledOff if off() => Some((Tie::CalledOffBy, Tie::CallsOff)),
        _ => Some((Tie::AnnouncedBy, Tie::Announces)),
    }
}
