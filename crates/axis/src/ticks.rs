//! Ticks and their labels, as fine as there is room.

use dateline_model::{Day, Granularity};
use dateline_words as words;

use crate::scale::{Frame, Stretch, StretchKind};

/// Pixels left free between two labels.
const CLEAR: i32 = 10;

/// How far a label may reach out of the view, in pixels. What draws the axis
/// leaves this margin.
const OVERHANG: i32 = 16;

/// Ticks closer than this are not drawn.
const CLOSEST: i32 = 5;

/// A mark under the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Its middle.
    pub x: i32,
    /// What stands under it; `None` for the small ticks between.
    pub label: Option<String>,
    /// What it stands for.
    pub kind: TickKind,
}

/// What a [`Tick`] stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TickKind {
    /// A day at its place.
    Day,
    /// A whole stretch: its words have no mark on the axis.
    Stretch,
    /// A break: its words are its length.
    Break,
}

/// Steps between ticks, finest first: days, or months counted from January of
/// year 0. What stands under a tick of each is as fine as the last column says.
const STEPS: [(Step, i32, Granularity); 12] = [
    (Step::Days, 1, Granularity::Day),
    (Step::Days, 7, Granularity::Week),
    (Step::Months, 1, Granularity::Month),
    (Step::Months, 3, Granularity::Month),
    (Step::Months, 12, Granularity::Year),
    (Step::Months, 24, Granularity::Year),
    (Step::Months, 60, Granularity::Year),
    (Step::Months, 120, Granularity::Year),
    (Step::Months, 300, Granularity::Year),
    (Step::Months, 600, Granularity::Year),
    (Step::Months, 1200, Granularity::Year),
    (Step::Months, 12_000, Granularity::Year),
];

#[derive(Clone, Copy)]
enum Step {
    Days,
    Months,
}

/// The ticks in view, labels first. Labels never touch, and leave the view by
/// no more than its margin; `measure` gives a label's width.
pub fn ticks(frame: &Frame, measure: &dyn Fn(&str) -> i32) -> Vec<Tick> {
    let mut taken: Vec<(i32, i32)> = Vec::new();
    let mut out: Vec<Tick> = Vec::new();
    let mut put = |x: i32, label: String, kind: TickKind| {
        let half = measure(&label) / 2 + 1;
        let free =
            taken.iter().all(|&(from, to)| x + half + CLEAR <= from || to + CLEAR <= x - half);
        let fits = free && x - half >= -OVERHANG && x + half <= frame.width + OVERHANG;
        if fits {
            taken.push((x - half, x + half));
            out.push(Tick { x, label: Some(label), kind });
        }
        fits
    };
    let seen = |stretch: &&Stretch| stretch.right > 0 && stretch.left < frame.width;
    for stretch in
        frame.stretches.iter().filter(seen).filter(|stretch| stretch.kind == StretchKind::Break)
    {
        let words = stretch.words();
        if measure(&words) <= stretch.right - stretch.left {
            put(middle(stretch), words, TickKind::Break);
        }
    }
    let mut small: Vec<Tick> = Vec::new();
    for stretch in
        frame.stretches.iter().filter(seen).filter(|stretch| stretch.kind == StretchKind::Populated)
    {
        let labelled = step(stretch, measure);
        let granularity = STEPS[labelled].2;
        let rhythm = inside(frame, stretch, labelled);
        if rhythm.len() > 2 {
            for (at, &(x, day)) in rhythm.iter().enumerate() {
                // The first label of a stretch says which year it is, if that fits.
                let year = at == 0 && granularity >= Granularity::Week;
                if !(year && put(x, words::tick(day, granularity, true), TickKind::Day)) {
                    // Of days side by side, the first of each month says which it is.
                    let plain = labelled == 0 && at > 0 && day.day() > 1;
                    let said = if plain {
                        day.day().to_string()
                    } else {
                        words::tick(day, granularity, false)
                    };
                    put(x, said, TickKind::Day);
                }
            }
        } else if granularity <= Granularity::Month && stretch.start != stretch.end {
            whole_stretch(frame, stretch, &mut put);
        } else {
            few(frame, stretch, &rhythm, &mut put);
        }
        let fine = (0..labelled).find(|&at| distance(stretch, at) >= CLOSEST).unwrap_or(labelled);
        let fine = inside(frame, stretch, fine).into_iter();
        small.extend(fine.map(|(x, _)| Tick { x, label: None, kind: TickKind::Day }));
    }
    out.extend(small);
    out
}

/// Puts a label somewhere, if there is room.
type Put<'a> = &'a mut dyn FnMut(i32, String, TickKind) -> bool;

/// A stretch too narrow for labels of days or weeks, and too short for more
/// than two months or years: one label for all of it.
fn whole_stretch(frame: &Frame, stretch: &Stretch, put: Put) {
    let x = middle(stretch);
    let Some(day) = frame.day(x) else { return };
    if !put(
        x,
        words::tick(day, Granularity::Month.min(stretch.granularity), true),
        TickKind::Stretch,
    ) {
        put(x, words::tick(day, Granularity::Year, true), TickKind::Stretch);
    }
}

/// A stretch of one or two labels names these, or its first day, each as
/// finely as fits.
fn few(frame: &Frame, stretch: &Stretch, rhythm: &[(i32, Day)], put: Put) {
    let first = [(frame.x(stretch.start), stretch.start)];
    let ends = frame.stretches.first().zip(frame.stretches.last());
    let years = ends.is_some_and(|(one, other)| one.start.year() != other.end.year());
    let days = if rhythm.is_empty() { &first[..] } else { rhythm };
    for (at, &(x, day)) in days.iter().enumerate() {
        let finest = Granularity::Day;
        let forms = [
            (finest, true),
            (finest, false),
            (Granularity::Month, true),
            (Granularity::Year, true),
        ];
        for (form, year) in forms {
            // Among several years a day without its own says nothing.
            if years && at == 0 && !year {
                continue;
            }
            let too_fine = form > stretch.granularity.min(finest);
            let said = at > 0 && (year || form < Granularity::Week);
            if !too_fine && !said && put(x, words::tick(day, form, year), TickKind::Day) {
                break;
            }
        }
    }
}

fn middle(stretch: &Stretch) -> i32 {
    stretch.left + (stretch.right - stretch.left) / 2
}

/// The finest step whose labels fit side by side in `stretch`.
fn step(stretch: &Stretch, measure: &dyn Fn(&str) -> i32) -> usize {
    let sample = stretch.start;
    (0..STEPS.len())
        .find(|&at| {
            let (_, _, granularity) = STEPS[at];
            // Days side by side are numbers, but for the first of a month.
            let widest = if at == 0 {
                String::from("1 Sept")
            } else {
                words::widest_tick(sample, granularity)
            };
            let widest = measure(&widest);
            distance(stretch, at) >= widest + CLEAR + 4
        })
        .unwrap_or(STEPS.len() - 1)
}

/// Pixels between two ticks of a step.
fn distance(stretch: &Stretch, at: usize) -> i32 {
    let hundredths = match STEPS[at] {
        (Step::Days, count, _) => i64::from(count) * 100,
        (Step::Months, count, _) => i64::from(count) * 3044,
    };
    (i64::from(stretch.hundred_days()) * hundredths / 10_000).min(i64::from(i32::MAX)) as i32
}

/// Pixels and days of a step's ticks in the stretch and in view.
fn inside(frame: &Frame, stretch: &Stretch, at: usize) -> Vec<(i32, Day)> {
    let (Some(from), Some(to)) = (
        frame.day(stretch.left.max(-OVERHANG)),
        frame.day(stretch.right.min(frame.width + OVERHANG) - 1),
    ) else {
        return Vec::new();
    };
    let (from, to) = (from.max(stretch.start), to.min(stretch.end));
    let mut out = Vec::new();
    let (step, count, granularity) = STEPS[at];
    let mut day = match step {
        Step::Days => from - if count == 7 { from.weekday() as i32 } else { 0 },
        Step::Months => month(from, count, 0),
    };
    while day <= to && out.len() < 2000 {
        if day >= from {
            // Marks stand in the middle of days, and so do ticks of days;
            // months and years begin at an edge.
            let x = if granularity >= Granularity::Week { frame.x(day) } else { frame.slot(day).0 };
            if (-OVERHANG..=frame.width + OVERHANG).contains(&x) {
                out.push((x, day));
            }
        }
        let next = match step {
            Step::Days => day + count,
            Step::Months => month(day, count, count),
        };
        if next <= day {
            break;
        }
        day = next;
    }
    out
}

/// The first day of the month that begins `day`'s step of `count` months,
/// `later` months after that.
fn month(day: Day, count: i32, later: i32) -> Day {
    let months = i32::from(day.year()) * 12 + i32::from(day.month()) - 1;
    let months = months.div_euclid(count) * count + later;
    Day::new(months.div_euclid(12) as i16, months.rem_euclid(12) as i8 + 1, 1)
        .unwrap_or_else(|| Day::from_number(if months < 0 { i32::MIN } else { i32::MAX }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scale::Axis;

    fn measure(text: &str) -> i32 {
        7 * text.chars().count() as i32
    }

    fn axis(days: &[&str], width: i32) -> Axis {
        let points: Vec<(Day, Granularity)> = days
            .iter()
            .map(|text| match text.len() {
                4 => (Day::new(text.parse().unwrap(), 1, 1).unwrap(), Granularity::Year),
                _ => (Day::parse(text).unwrap(), Granularity::Day),
            })
            .collect();
        Axis::new(&points, width)
    }

    fn check(days: &[&str], width: i32, expected: &[&str]) {
        let axis = axis(days, width);
        let labels: Vec<String> =
            ticks(&axis.frame(), &measure).into_iter().filter_map(|tick| tick.label).collect();
        assert_eq!(labels, expected, "{days:?}");
    }

    #[test]
    fn years_months_mondays_and_days_are_chosen_by_room() {
        check(
            &["2024-12-31", "2025-06-01", "2026-01-10", "2027-01-01", "2028-02-01"],
            600,
            &["2025", "2026", "2027", "2028"],
        );
        check(
            &["2025-04-12", "2025-05-28", "2025-06-20", "2025-07-18", "2025-08-10", "2025-09-22"],
            600,
            &["May 2025", "June 2025", "July 2025", "Aug 2025", "Sept 2025"],
        );
        check(&["2025-05-16", "2025-06-10"], 600, &["19 May 2025", "26 May", "2 June", "9 June"]);
        check(&["2025-05-16", "2025-05-19"], 600, &["16 May 2025", "17", "18", "19"]);
        check(&["2025-05-30", "2025-06-02"], 400, &["30 May 2025", "31", "1 June", "2"]);
    }

    #[test]
    fn breaks_say_their_length_and_lone_years_their_year() {
        check(
            &["1991", "2022", "2025-05-16", "2025-05-30", "2025-06-02"],
            900,
            &["31 years", "3 years", "1991", "2022", "19 May 2025", "26 May", "2 June"],
        );
    }

    #[test]
    fn a_lone_day_is_named_as_finely_as_fits() {
        check(&["2025-05-16"], 300, &["16 May 2025"]);
        check(&["2025-05-16"], 60, &["16 May 2025"]);
        check(&["2025-05-16"], 40, &["16 May"]);
        check(&["2025-05-16", "2025-05-27", "2025-06-02"], 110, &["May 2025"]);
        check(&["2025-05-16"], 4, &["2025"]);
    }

    #[test]
    fn labels_never_touch_at_any_width_and_span() {
        let days =
            ["1991", "2022", "2024-03-01", "2025-05-16", "2025-06-02", "2025-10-16", "2025-10-20"];
        for from in 0..days.len() {
            for width in (100..2000).step_by(37) {
                let ticks = ticks(&axis(&days[from..], width).frame(), &measure);
                assert!(ticks.len() < 600);
                let mut boxes: Vec<(i32, i32)> = ticks
                    .iter()
                    .filter_map(|tick| {
                        let half = measure(tick.label.as_ref()?) / 2;
                        Some((tick.x - half, tick.x + half))
                    })
                    .collect();
                boxes.sort_unstable();
                assert!(boxes.windows(2).all(|two| two[0].1 < two[1].0), "{boxes:?}");
            }
        }
    }

    #[test]
    fn ten_thousand_years_are_a_few_ticks() {
        let axis = axis(&["0001-01-01", "9999-12-31"], 800);
        assert!(ticks(&axis.frame(), &measure).len() < 200);
    }
}
