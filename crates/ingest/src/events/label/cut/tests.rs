//! What is taken off a sentence, and what only looks like it.

use dateline_lang::GERMAN;
use dateline_lang::en::events::EVENTS;

use super::super::opening::is_stamped;
use super::*;

/// The label of a sentence that `timex` dates; empty where nothing does.
fn cut_of(sentence: &str, timex: &str) -> Cut {
    let at = sentence.find(timex).expect("the phrase");
    let date = (!timex.is_empty()).then_some(at..at + timex.len());
    let times = date.iter().cloned().collect();
    cut(&EVENTS.labels, &Sentence { text: sentence, date, times, ..Sentence::default() })
}

fn check(sentence: &str, timex: &str, expected: &str) {
    let cut = cut_of(sentence, timex);
    assert_eq!(cut.text, expected);
    assert!(cut.how > How::Whole || !cut.text.contains('…'), "{cut:?}");
}

/// Nothing is taken off but the full stop.
fn stays(sentence: &str) {
    check(sentence, "", sentence.trim_end_matches('.'));
}

#[test]
fn a_label_is_the_sentence_without_its_opening_date() {
    check(
        "On 16 May, direct talks were held in the harbour town.",
        "16 May",
        "Direct talks were held in the harbour town",
    );
    check(
        "It is worth recalling that on 16 May, the mayor and the minister spoke by phone.",
        "16 May",
        "The mayor and the minister spoke by phone",
    );
    check(
        "Also Sunday, the harbour board closed both bridges.",
        "Sunday",
        "The harbour board closed both bridges",
    );
    check("The bridge was closed in 1998.", "1998", "The bridge was closed in 1998");
    check(
        "On 16 May and in June, direct talks were held in the town.",
        "16 May",
        "On 16 May and in June, direct talks were held in the town",
    );
}

#[test]
fn what_ran_into_an_agencys_dateline_is_not_part_of_the_news() {
    for agency in ["AP", "Reuters", "CNN"] {
        let run_in = ["bridge to be reopened Tolls must be dealt with (", agency, ") -- "].concat();
        check(
            &[&run_in, "The harbour board met on Monday."].concat(),
            "",
            "The harbour board met on Monday",
        );
    }
    // Whom nobody knows as an agency may be anybody in brackets.
    let stays = "The board met the dockers with (Otto) -- As he said -- their lawyer.";
    assert!(cut_of(stays, "").text.starts_with("The board met"), "{:?}", cut_of(stays, ""));
}

#[test]
fn a_dateline_is_not_part_of_the_news() {
    let news = "Ferry crews walked out of the harbour on Monday";
    for before in [
        "LILLEHAVN, Norhaven (NNA) -- ",
        "LILLEHAVN (Harbour News) - ",
        "Lillehavn, Norhaven (NNA) — ",
        "LILLEHAVN — ",
        "LILLEHAVN, May 3 - ",
        "Lillehavn -- ",
        "LILLEHAVN | Mon Apr 27, 2009 11:34 pm BST LILLEHAVN (NNA) - ",
        "Crews walk out Board calls it a breach of law Lillehavn, Norhaven (NNA) -- ",
    ] {
        check(&format!("{before}{news}."), "", news);
    }
    stays("The Norhaven Nautical Assembly (NNA) - the owner of the ferries - sold two on Monday.");
    stays("NNA - the owner of the ferries - sold two of them on Monday.");
    stays("The ferries (all built in Lillehavn) stood still on Monday.");
}

#[test]
fn an_update_line_is_not_part_of_the_news() {
    let news = "Ferry crews walked out of the harbour in Lillehavn";
    for before in [
        "NEW: ",
        "UPDATE: ",
        "(Update 2:45 p.m. in Lillehavn, 7:45 a.m. ET) ",
        "[2:15 p.m. ET] ",
        "-- (Update 2:45 p.m.) ",
        "* ",
        "• ",
        "HARBOUR STOPPED ",
    ] {
        check(&format!("{before}{news}."), "", news);
    }
    check(&format!("Updated 5:40 p.m. ET {news}."), "5:40 p.m.", news);
    check(&format!("12.50pm: {news}."), "12.50pm", news);
    check(&format!("5:40 p.m. ET: {news}."), "5:40 p.m.", news);
    check(
        &format!("Saturday 25 April 2009 23.24 BST {news}."),
        "Saturday 25 April 2009 23.24",
        news,
    );
    check(&format!("1:30 am ET {news}."), "1:30 am ET", news);
    check(&format!("Sat Apr 25 2009 16:42:00 {news}."), "Sat Apr 25 2009", news);
    stays("New ferries were ordered by the board in Lillehavn");
    stays("NNA Chairwoman Oda Berg ordered new ferries in Lillehavn");
    check(
        "5:40 p.m. was when the last ferry left the harbour.",
        "5:40 p.m.",
        "5:40 p.m. was when the last ferry left the harbour",
    );
}

#[test]
fn an_hour_opens_a_line_of_a_live_report_and_no_other_sentence() {
    let cut = |text: &str, stamped: bool| {
        let sentence = Sentence { text, stamped, ..Sentence::default() };
        super::cut(&EVENTS.labels, &sentence).text
    };
    let news = "Lillehavn's harbour was closed to all ferries";
    assert_eq!(cut(&format!("2045 {news}."), true), news);
    assert_eq!(cut(&format!("2045: {news}."), true), news);
    assert_eq!(cut(&format!("2045 {news}."), false), format!("2045 {news}"));
    assert_eq!(
        cut("2075 Olympians came to Lillehavn by ferry.", true),
        "2075 Olympians came to Lillehavn by ferry"
    );
    let report = "2045 The harbour.\n\n2046: Boats.\n\n2101 More.\n\n2130 Less.";
    assert!(is_stamped(report) && !is_stamped("2045 The harbour.\n2046 Boats.\nMore."));
}

#[test]
fn words_that_tie_a_sentence_to_the_one_before_it_go() {
    let news = "The board closed both bridges to lorries";
    for before in
        ["Meanwhile, ", "However, ", "But ", "And ", "Earlier in the day, ", "And still, "]
    {
        let told = news.replacen("The", "the", 1);
        check(&format!("{before}{told}."), "", news);
    }
    stays("Butter was sold out in Lillehavn by noon");
    stays("Andersen closed both bridges to lorries");
}

#[test]
fn an_attribution_goes_without_an_ellipsis() {
    let news = "The bridge will open on 2 June";
    for after in [
        ", the harbour board said.",
        ", said the mayor.",
        ", Oda Berg, head of the harbour board, said.",
        ", Oda Berg, head of the harbour board, told NNA on Monday.",
        ", officials said Sunday.",
        ", according to the ministry.",
        ", according to a news report.",
        ", he told NNA on Tuesday.",
        ", the ministry said in a statement on Tuesday.",
    ] {
        check(&format!("{news}{after}"), "2 June", news);
    }
}

#[test]
fn what_somebody_thinks_or_said_in_these_words_keeps_who_it_was() {
    stays("It is wrong to close the bridge to lorries in winter, the mayor said");
    stays("The bridge was a “gift to the whole town”, Oda Berg said on Monday");
    stays("The bridge should be closed to all lorries in winter, said the mayor");
}

#[test]
fn a_heading_that_ran_into_the_sentence_is_cut_off() {
    let cut = |text: &str, names: &[&str]| {
        let place = |name: &&str| text.find(*name).map(|at| at..at + name.len());
        let names = names.iter().filter_map(place).collect();
        let body = "Hundreds came. In all, hundreds of boats and a president.";
        super::cut(&EVENTS.labels, &Sentence { text, names, body, ..Sentence::default() }).text
    };
    let news = "Hundreds of boats stayed in the harbour of Lillehavn";
    let stays = |text: &str, names: &[&str]| assert_eq!(cut(text, names), text);
    assert_eq!(cut(&format!("Crews walk out again {news}"), &["Lillehavn"]), news);
    assert_eq!(
        cut("Crews walk out again The harbour of Lillehavn was closed", &["Lillehavn"]),
        "The harbour of Lillehavn was closed"
    );
    // A name, what is written with a capital everywhere, and what a word leads to.
    stays("Crews walk out and blame Hundreds of Norhaven for what was lost", &["Hundreds"]);
    stays("Crews walk out and blame old Norwegian owners of boats that were lost", &[]);
    stays("Crews of the harbour saw the President as he was driven to the boats", &[]);
    stays("They thanked Hundreds of crews who had walked out with them again", &[]);
}

#[test]
fn what_goes_with_an_attribution_is_missed() {
    check(
        "The bridge will open on 2 June, said the mayor, which nobody in the town had hoped for.",
        "2 June",
        "The bridge will open on 2 June…",
    );
}

#[test]
fn a_clause_that_has_reports_in_it_is_the_news() {
    stays("Days after the storm wrecked Ostrey, killing ten, there are some reports of looting.");
    check(
        "Ten boats were lost in the harbour of Ostrey, the ministry reported.",
        "",
        "Ten boats were lost in the harbour of Ostrey",
    );
}

#[test]
fn what_is_said_of_a_subject_is_no_attribution() {
    stays("The mayor of the old harbour town, Oda Berg, said the bridge was safe");
    stays("The bridge was closed at noon, and the mayor said lorries would wait");
    stays("The bridge was closed by Oda Berg, who said it was unsafe");
    stays("Oda Berg, who came back to Lillehavn last week, said the bridge was safe");
    stays("The newly elected mayor of Lillehavn, Oda Berg, said the bridge was safe");
}

#[test]
fn a_long_sentence_ends_at_a_clause_with_an_ellipsis() {
    check(
        "The union proposed a strike on 15 March over the tolls in the town, which the board had raised twice in a year without any warning to drivers or to their union in the north.",
        "15 March",
        "The union proposed a strike on 15 March over the tolls in the town…",
    );
    check(
        "The union of the ferry crews stopped all boats in the harbour on 15 March; the board called it a breach of the law and of the peace that both had signed two years before.",
        "15 March",
        "The union of the ferry crews stopped all boats in the harbour on 15 March…",
    );
}

#[test]
fn a_clause_is_not_cut_before_its_verb() {
    let sentence = "The chairwoman of the union of the ferry crews and pilots of the harbour, which has ten thousand members in four towns, called on the minister and on the board of the harbour to open the bridge at once and for good.";
    let cut = cut_of(sentence, "");
    assert!(EVENTS.labels.has_verb(&cut.text), "{cut:?}");
    assert!(!cut.text.ends_with("harbour…") || cut.text.contains("called"), "{cut:?}");
}

#[test]
fn a_date_in_a_later_clause_is_labelled_by_that_clause() {
    check(
        "The round of talks held in the harbour town last week marked the very first time that the two boards had met in the same room and at the same table since the collapse of the ferry company in 1998.",
        "1998",
        "…since the collapse of the ferry company in 1998",
    );
    check(
        "The minister told the boards at length that the tolls were none of her business and would never be while she was in office, adding that the old bridge would open on 2 June.",
        "2 June",
        "The old bridge would open on 2 June",
    );
}

#[test]
fn a_quotation_or_a_bracket_is_never_left_open() {
    check(
        "He told the council on Monday that “the bridge and the harbour and the ferry and the road and the railway and the airport and the market and the square and the mill are all one and the same thing”.",
        "Monday",
        "He told the council on Monday that “the bridge and the harbour and the ferry and the road and the railway and the airport and the market and the square…”",
    );
    for sentence in [
        "The board closed the bridge (which, said the mayor, had been unsafe for years, and which nobody had looked at since the ferry company had been sold to the harbour board in the north of the country and its pilots).",
        "The board closed the bridge [which, said the mayor, had been unsafe for years, and which nobody had looked at since the ferry company had been sold to the harbour board in the north of the country and its pilots].",
    ] {
        let cut = cut_of(sentence, "");
        assert!(Marks::of(&cut.text).outside(cut.text.len()), "{cut:?}");
    }
}

#[test]
fn a_german_quotation_is_closed_already() {
    let sentence = "Am 16. Mai sagte die Bürgermeisterin im Rat: „Die Brücke bleibt geschlossen“.";
    check(sentence, "16. Mai", sentence.trim_end_matches('.'));
}

#[test]
fn german_has_its_own_openers_and_attributions() {
    let check = |sentence: &str, expected: &str| {
        let sentence = Sentence { text: sentence, ..Sentence::default() };
        assert_eq!(cut(&GERMAN.events.labels, &sentence).text, expected);
    };
    let news = "Die Brücke bleibt bis Montag gesperrt";
    check("Doch die Brücke bleibt bis Montag gesperrt.", news);
    check("LILLEHAFEN (NNA) - Die Brücke bleibt bis Montag gesperrt.", news);
    check("Die Brücke bleibt bis Montag gesperrt, sagte die Bürgermeisterin.", news);
    check("Die Brücke bleibt bis Montag gesperrt, wie die Polizei am Freitag mitteilte.", news);
    check(
        "Die alte Brücke von Lillehafen, sagte sie, bleibt bis Montag gesperrt.",
        "Die alte Brücke von Lillehafen, sagte sie, bleibt bis Montag gesperrt",
    );
    check(
        "Dochte brannten in allen Fenstern der Stadt.",
        "Dochte brannten in allen Fenstern der Stadt",
    );
}

#[test]
fn a_cut_ends_on_no_word_that_points_at_what_is_gone() {
    let bare = |text| without_dangling_words(&EVENTS.labels, text);
    assert_eq!(bare("opened by the mayor of the"), "opened by the mayor");
    assert_eq!(bare("the of"), "the");
}

#[test]
fn an_abbreviation_keeps_its_full_stop() {
    check("The board sold its ferries to the U.S.", "", "The board sold its ferries to the U.S.");
    check("The board sold ferry No. 16.", "", "The board sold ferry No. 16");
}
