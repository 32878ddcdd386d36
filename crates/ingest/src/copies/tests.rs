//! Which of invented texts are one, and how many steps it takes to see it.

use core::num::NonZeroUsize;

use dateline_workers::Workers;

use super::*;

/// The first of each text's group.
fn check(bodies: &[&str], expected: &[Option<u32>]) {
    let unlike = vec![None; bodies.len()];
    let found = |threads: usize| find(&Workers::new(NonZeroUsize::new(threads)), bodies, &unlike);
    let firsts: Vec<Option<u32>> = found(1).iter().map(|version| version.of).collect();
    assert_eq!(firsts, expected);
    assert_eq!(found(1), found(3), "threads change the result");
}

const REPORT: [&str; 5] = [
    "PORT ALDER (NNA) - A cargo ferry with ninety cars on board ran aground in thick fog off Port Alder early on Tuesday, and all passengers were brought ashore by noon, the harbour office said.",
    "Two tugs from Norhaven tried in vain to pull the Saint Ansgar free at high tide. A diver saw no crack in the hull, but forty tonnes of fuel must be pumped out before a third attempt.",
    "\u{201c}We were having coffee when the floor tilted,\u{201d} said Jonas Reith, a lorry driver who makes the crossing twice a week. \u{201c}Nobody screamed. The crew handed out blankets and told us to wait.\u{201d}",
    "The line carries four hundred thousand people a year between the two towns. Its other ship is in dock until May, so that travellers have to take the long way round by the bridge at Sandsund.",
    "Investigators of the maritime board took the data recorder with them. They will ask why the ferry left although the harbour had been closed to small boats since midnight.",
];

const STRIKE: [&str; 4] = [
    "Teachers in all nineteen schools of Sandsund walked out on Wednesday over a plan to teach in double shifts, and four thousand children stayed at home or in makeshift day rooms.",
    "The council wants to close two buildings whose roofs let in the rain. Repairs would cost eleven million, a sum that the town says it cannot borrow before the election.",
    "Ida Moor of the union called the plan a lottery for parents. The head of the council, Ben Marsh, offered to meet her on Friday and asked for a break of the strike until then.",
    "Whether pupils must make up for lost days is open. The exam board said that it would not move the dates in June for a single town.",
];

fn text(parts: &[&str]) -> String {
    parts.join("\n\n")
}

#[test]
fn a_wire_story_under_another_headline_and_cut_is_one_text() {
    let whole = text(&REPORT);
    let cut = format!("Ferry aground in fog\n\n{}", text(&[REPORT[0], REPORT[1], REPORT[4]]));
    let edited = whole.replace("Jonas Reith", "J. Reith").replace("by noon", "before noon");
    let beginning = text(&REPORT[..2]);
    check(
        &[&cut, &text(&STRIKE), &whole, &edited, &beginning],
        &[None, None, Some(0), Some(0), Some(0)],
    );
}

#[test]
fn how_much_is_shared_is_told_of_the_shorter_text() {
    let (whole, beginning) = (text(&REPORT), text(&REPORT[..3]));
    let found = find(&Workers::alone(), &[&whole, &beginning], &[None; 2]);
    let both = [Version { of: None, shared: 100 }, Version { of: Some(0), shared: 100 }];
    assert_eq!(found, both);
    let changed = whole.replace("forty tonnes", "sixty tonnes");
    let shared = find(&Workers::alone(), &[&whole, &changed], &[None; 2])[1].shared;
    assert!((90..100).contains(&shared), "{shared}");
}

#[test]
fn a_live_page_at_three_times_is_one_text() {
    let at = |parts: &[&str]| text(&[&["Live: ferry aground off Port Alder"], parts].concat());
    let (one, two) = (at(&REPORT[1..3]), at(&REPORT[1..]));
    let three = at(&[&["14:20 A spokeswoman says that the passengers will get their fares back and a bed in Norhaven for the night.", "14:05 The tugs have been sent home; the next high tide is at three in the morning."], &REPORT[..]].concat());
    check(&[&one, &two, &three], &[None, Some(0), Some(0)]);
    check(&[&three, &text(&STRIKE), &one, &two], &[None, None, Some(0), Some(0)]);
}

#[test]
fn articles_that_share_a_paragraph_of_background_stay_two() {
    let later = text(&[
        "The ferry that ran aground last week will be scrapped, its owner said on Monday after a look at the bent keel in the dock of Norhaven.",
        REPORT[3],
        "Sixty of the crew lose their work. A replacement from Greece is to arrive in autumn at the earliest, and the fare for lorries on the bridge is halved until then.",
    ]);
    check(&[&text(&REPORT), &later, &text(&STRIKE)], &[None; 3]);
}

/// About as long as the short reports above it.
const NOTICE: &str = "This site uses small files that your browser keeps to remember who you are and to count visits. By reading on you agree that we and ninety partners may store them on your device for thirteen months. You may change your mind at any time in the settings at the foot of each page, where all partners are listed with the ends for which they use what they learn.";

#[test]
fn a_notice_makes_no_versions_of_the_texts_that_bear_it() {
    let (ferry, strike) = (text(&[REPORT[0], NOTICE]), text(&[STRIKE[0], NOTICE]));
    check(&[&ferry, &strike], &[None; 2]);
    let long = text(&[&REPORT[1..], &[NOTICE]].concat());
    let other = text(&[&STRIKE[1..], &[NOTICE]].concat());
    check(&[&ferry, &strike, &long, &other], &[None; 4]);
    // And copies that bear it are still copies.
    let copy = ferry.replace("early on", "on");
    check(&[&ferry, &strike, &copy, &long, &other], &[None, None, Some(0), None, None]);
}

#[test]
fn a_notice_that_is_most_of_two_texts_is_known_by_the_others_that_bear_it() {
    let short = |line: &str| text(&[line, NOTICE]);
    let fog = short(
        "The bridge at Sandsund was closed for two hours on Sunday because of fog, the police said in the evening.",
    );
    let prize = short(
        "A baker from Norhaven won first prize for her rye bread at the fair in Port Alder, ahead of forty others.",
    );
    let long = text(&[&REPORT[1..], &[NOTICE]].concat());
    let other = text(&[&STRIKE[1..], &[NOTICE]].concat());
    check(&[&fog, &prize, &long, &other], &[None; 4]);
}

#[test]
fn a_roundup_of_two_reports_does_not_make_them_one() {
    let both = text(&[&REPORT[..], &STRIKE[..]].concat());
    check(&[&text(&REPORT), &text(&STRIKE), &both], &[None, None, Some(0)]);
    check(&[&both, &text(&STRIKE), &text(&REPORT)], &[None, None, Some(0)]);
}

#[test]
fn short_texts_are_not_judged() {
    check(&["Ferry aground off Port Alder", "Ferry aground off Port Alder."], &[None; 2]);
    check(&["", " "], &[None; 2]);
}

#[test]
fn a_long_chain_of_small_changes_is_one_text() {
    let lines: Vec<String> = (0..120).map(|line| invented(line, 14)).collect();
    let pages: Vec<String> = (0..100).map(|at| lines[at..at + 20].join("\n\n")).collect();
    let bodies: Vec<&str> = pages.iter().map(String::as_str).collect();
    let expected: Vec<Option<u32>> = (0..100).map(|at| (at > 0).then_some(0)).collect();
    check(&bodies, &expected);
}

/// So many words in an order that `seed` gives.
fn invented(seed: u64, words: usize) -> String {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let word = |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        format!("word{}", state >> 54)
    };
    (0..words).map(word).collect::<Vec<_>>().join(" ")
}

/// Steps for so many copies of one text and ten times as many unlike texts, half of them with a notice.
fn steps(copies: u64) -> usize {
    let text = text(&REPORT);
    let copies_of = (0..copies).map(|at| format!("{text} Ref. {at}."));
    let unlike = (copies..copies * 11).map(|at| match at % 2 {
        0 => invented(at, 60),
        _ => format!("{}\n\n{NOTICE}", invented(at, 80)),
    });
    let all: Vec<String> = copies_of.chain(unlike).collect();
    let bodies: Vec<&str> = all.iter().map(String::as_str).collect();
    let mut steps = 0;
    let found = counted(&Workers::new(None), &bodies, &vec![None; bodies.len()], &mut steps);
    let firsts = |range: core::ops::Range<usize>| {
        found[range].iter().filter(|version| version.of == Some(0)).count()
    };
    let copies = copies as usize;
    assert_eq!(firsts(0..copies), copies - 1);
    assert_eq!(firsts(copies..bodies.len()), 0);
    steps
}

#[test]
fn two_thousand_copies_and_twenty_thousand_unlike_texts_take_linear_steps() {
    let (some, many) = (steps(200), steps(2_000));
    assert!(many < some * 11, "{some} steps for a tenth, {many} for all");
    assert!(many < 22_000 * 400, "{many}");
}

#[test]
fn what_is_the_same_to_the_letter_is_a_version_however_short() {
    let whole = text(&REPORT);
    let found =
        find(&Workers::alone(), &["Salt came.", &whole, "Salt came!"], &[None, None, Some(0)]);
    let same = |of| Version { of, shared: 100 };
    assert_eq!(found, [same(None), Version::default(), same(Some(0))]);
}
