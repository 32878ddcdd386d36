//! Small invented pages, one for each difficulty.

use super::separate;
use crate::draft::Draft;
use dateline_model::Basis;

const STORY: [&str; 3] = [
    "The old harbour of the small town opened again on Sunday after nine years of work.",
    "The mayor said that the first boat had carried salt, a choir and a letter from the sea.",
    "Nobody in the town could say when the next boat would come into the harbour.",
];

fn story() -> String {
    STORY.join("\n\n")
}

fn check_body(page: &str) -> Draft {
    let draft = separate(page, "page.txt");
    assert_eq!(draft.body, story(), "{page}\n{:#?}", draft.furniture);
    draft
}

fn date_of(draft: &Draft) -> Option<String> {
    draft.published.as_ref()?.date.map(|day| day.to_string())
}

#[test]
fn a_text_of_prose_alone_comes_through_whole() {
    let draft = check_body(&story());
    assert!(!draft.unseparated && draft.furniture.is_empty());
    assert!(STORY[0].starts_with(draft.title.trim_end_matches('…')));
}

#[test]
fn a_title_above_the_prose_is_taken_and_nothing_else() {
    let draft = check_body(&format!("Old harbour opens again\n\n{}", story()));
    assert_eq!((draft.title.as_str(), draft.unseparated), ("Old harbour opens again", false));
    assert!(draft.furniture.is_empty());
}

#[test]
fn outlet_and_date_may_share_a_line_under_the_title() {
    let draft = check_body(&format!(
        "Old harbour opens again\n\nOakdale Courier, 2024-03-05\n\n{}",
        story()
    ));
    assert_eq!(draft.outlet.as_deref(), Some("Oakdale Courier"));
    assert_eq!((date_of(&draft).as_deref(), draft.author), (Some("2024-03-05"), None));
}

#[test]
fn a_header_block_states_the_facts() {
    let head = "Title: Old harbour opens again\nDate: 5 March 2024\nSource: Oakdale Courier\nURL: https://example.org/harbour";
    let draft = check_body(&format!("{head}\n\n{}", story()));
    assert_eq!(draft.title, "Old harbour opens again");
    assert_eq!(draft.outlet.as_deref(), Some("Oakdale Courier"));
    assert_eq!(draft.url.as_deref(), Some("https://example.org/harbour"));
    assert_eq!(date_of(&draft).as_deref(), Some("2024-03-05"));
}

#[test]
fn lines_inside_the_article_that_point_elsewhere_are_left_out() {
    let page = format!(
        "Old harbour opens again\nBy Ada Lind\nMarch 5, 2024\n\n{}\n\nAdvertisement\n\n{}\n\nREAD MORE: Salt is dear again\n\n{}\n\nRelated Articles\n\nA choir of thirty sang on the quay while the boats of the fleet came home.\n\nSalt is dear again",
        STORY[0], STORY[1], STORY[2]
    );
    let draft = check_body(&page);
    assert_eq!(draft.author.as_deref(), Some("Ada Lind"));
    assert_eq!(date_of(&draft).as_deref(), Some("2024-03-05"));
    let rules: Vec<&str> = draft.furniture.iter().map(|row| row.rule.as_str()).collect();
    assert!(
        rules.contains(&"advert-label")
            && rules.contains(&"read-more")
            && rules.contains(&"related-story"),
        "{rules:?}"
    );
}

#[test]
fn a_published_date_wins_over_an_update_and_a_clock() {
    let page = format!(
        "Tuesday, 12 March 2024\nOld harbour opens again\nUpdated: 7 March 2024\nPublished: 5 March 2024\n\n{}",
        story()
    );
    assert_eq!(date_of(&check_body(&page)).as_deref(), Some("2024-03-05"));
}

#[test]
fn a_byline_with_its_date_counts_before_the_notice_behind_it() {
    let line = "By Ada Lind on 5. March, 2024 | 18 Comments. This post may contain affiliate links, by which the site earns from qualifying purchases.";
    let draft = check_body(&format!("Old harbour opens again\n\n{line}\n\n{}", story()));
    assert_eq!(
        (date_of(&draft).as_deref(), draft.author.as_deref()),
        (Some("2024-03-05"), Some("Ada Lind"))
    );
    let prose = "Published by the town on 5 March 2024, the plan of the harbour was read by all.";
    assert_eq!(date_of(&separate(&format!("Salt\n\n{prose}\n\n{}", story()), "")), None);
}

#[test]
fn dates_below_an_article_of_some_hours_ago_are_those_of_other_stories() {
    let below = "\n\nSalt is dear again\n\nBy Tom Ek | Port Post \u{2022} Feb 18, 2020\n";
    let page = |stamp: &str| {
        format!(
            "Old harbour opens again\n\nBy Ada Lind | Port Post \u{2022} {stamp}\n\n{}{below}",
            story()
        )
    };
    assert_eq!(date_of(&separate(&page("16 hours ago"), "")), None);
    assert_eq!(date_of(&separate(&page("May 3, 2021"), "")).as_deref(), Some("2021-05-03"));
}

#[test]
fn stamps_of_comments_are_no_publication_date() {
    let comment = |day: u32| {
        format!("\n\nTom Ek\n\nMarch {day}, 2024 at 8:28 pm\n\nI saw the boat and the choir.")
    };
    let page = format!(
        "Old harbour opens again\n\n{}\n\nPosted on March 5, 2024 Author Ada Lind{}{}{}",
        story(),
        comment(6),
        comment(8),
        comment(9)
    );
    assert_eq!(date_of(&separate(&page, "")).as_deref(), Some("2024-03-05"));
}

#[test]
fn without_a_date_of_its_own_an_article_is_as_new_as_the_posts_that_it_shows() {
    let page = |foot: &str| {
        format!(
            "Old harbour opens again\n\n{}\n\nWhat a choir!\n\n\u{2014} Tom Ek (@tomek) March 4, 2024\n\n\u{2014} Ada Lind (@adalind) March 5, 2024\n\n{}\n\n{foot}",
            STORY[..2].join("\n\n"),
            STORY[2]
        )
    };
    let when = separate(&page("© 2024 Port Post"), "").published.expect("a date");
    assert_eq!(
        (when.basis, when.evidence[0].rule.as_str()),
        (dateline_model::Basis::Inferred, "newest-post-shown")
    );
    assert_eq!(when.date.map(|day| day.to_string()).as_deref(), Some("2024-03-05"));
    assert_eq!(date_of(&separate(&page("© 2026 Port Post"), "")), None);
}

#[test]
fn authors_are_found_where_nothing_says_by() {
    for (head, foot) in [
        (
            "Old harbour opens again\n\nThe first boat carried salt, a choir and a letter.\n\nElizabeth Lind\n\n",
            "",
        ),
        ("Elizabeth Lind's blog\n\nOld harbour opens again\n\n", ""),
        ("Old harbour opens again\n\n", "\n\nSalt\n\nHarbours\n\nAuthor: Elizabeth Lind"),
        (
            "Old harbour opens again\n\n",
            "\n\nArchive – 2009-2020 by Elizabeth Lind – Powered by salt",
        ),
    ] {
        let draft = separate(&format!("{head}{}{foot}", story()), "");
        assert_eq!(draft.author.as_deref(), Some("Elizabeth Lind"), "{head}{foot}");
    }
    let draft = separate(&format!("Old harbour opens again\n\nOakdale Harbour\n\n{}", story()), "");
    assert_eq!(draft.author, None);
}

#[test]
fn several_names_below_a_lone_by_are_one_byline() {
    let head = "Old harbour opens again\n\nBy\n\nAda Lind\n\n@adalind\n\nThomas Ek\n\n5 March 2024";
    let draft = check_body(&format!("{head}\n\n{}", story()));
    assert_eq!(draft.author.as_deref(), Some("Ada Lind and Thomas Ek"));
}

#[test]
fn program_text_and_lists_that_measure_stay_in_the_article() {
    let code = "$ harbour --open salt\n\nfrom harbour import port\n\nport.open(boats = 3);\n\nreturn port.choir()\n\nif (port == None) {\n\n120g salt\n\n2 cups water";
    let page = format!(
        "Old harbour opens again\n\n{}\n\n{code}\n\n{}\n\n{}",
        STORY[0], STORY[1], STORY[2]
    );
    let draft = separate(&page, "");
    assert_eq!(draft.body.split("\n\n").count(), 10, "{:#?}", draft.furniture);
}

#[test]
fn other_dates_settle_the_order_of_day_and_month() {
    let settled =
        format!("2024-03-05 All sections\nOld harbour opens again\n03/05/2024\n\n{}", story());
    assert_eq!(date_of(&check_body(&settled)).as_deref(), Some("2024-03-05"));
    let open = check_body(&format!("Old harbour opens again\n03/05/2024\n\n{}", story()));
    assert_eq!(date_of(&open).as_deref(), Some("2024-05-03"));
    assert!(open.published.unwrap().evidence[0].why.contains("read first"));
}

#[test]
fn a_date_inside_the_prose_is_no_publication_date() {
    let page = format!(
        "Old harbour opens again\n\n{}\n\nIt had closed on 3 May 2015 after a storm that took the pier away.",
        story()
    );
    assert_eq!(date_of(&separate(&page, "")), None);
}

#[test]
fn prices_in_dollars_and_a_twelve_hour_clock_put_the_month_first() {
    let page = |price: &str| {
        format!(
            "Old harbour opens again for {price}16 million\nBy Ada Lind \u{2022} 03/05/24 5:19pm\n\n{}",
            story()
        )
    };
    assert_eq!(date_of(&check_body(&page("$"))).as_deref(), Some("2024-03-05"));
    assert_eq!(date_of(&check_body(&page("£"))).as_deref(), Some("2024-05-03"));
}

#[test]
fn prose_that_speaks_of_furniture_stays_in_the_article() {
    let about = "The town's own site uses cookies and sells personal information to our partners, the paper wrote.";
    let page = format!(
        "Old harbour opens again\n\n{}\n\n{about}\n\n{}\n\n{}\n\nWe use cookies on this site.",
        STORY[0], STORY[1], STORY[2]
    );
    let draft = separate(&page, "");
    assert_eq!(draft.body.split("\n\n").nth(1), Some(about));
    assert!(draft.body.ends_with(STORY[2]), "{}", draft.body);
}

#[test]
fn an_article_goes_on_below_a_box_where_it_speaks_of_the_same_things() {
    let links: String = (0..12).map(|n| format!("* Salt price of day {n}\n")).collect();
    let more =
        "The boat and the choir would come into the harbour of the town once more, the mayor said.";
    let page = |tail: &str| format!("Old harbour opens again\n\n{}\n\n{links}\n{tail}\n", story());
    assert!(separate(&page(more), "").body.ends_with(more));
}

#[test]
fn a_note_on_the_author_and_links_between_paragraphs_are_left_out() {
    let page = format!(
        "Old harbour opens again\nBy Ada Lind\nMarch 5, 2024\n\n{}\n\n\u{2022} Salt is dear again in town\n\u{2022} Choir looks for a tenor\n\n{}\n\n{}\n\nAda Lind is a reporter who has written about harbours and the sea for many years.",
        STORY[0], STORY[1], STORY[2]
    );
    let draft = check_body(&page);
    let rules: Vec<&str> = draft.furniture.iter().map(|row| row.rule.as_str()).collect();
    assert!(rules.contains(&"author-note") && rules.contains(&"headline-list"), "{rules:?}");
}

#[test]
fn the_dateline_leaves_the_body_and_names_the_agency() {
    let page = format!(
        "Old harbour opens again\nOakdale Courier, 2024-03-05\n\nOAKDALE, March 5 (AFP) \u{2014} {}",
        story()
    );
    let draft = check_body(&page);
    assert_eq!(
        (draft.agency.as_deref(), draft.outlet.as_deref()),
        (Some("AFP"), Some("Oakdale Courier"))
    );
    assert_eq!(
        draft.furniture.last().map(|row| row.text.as_str()),
        Some("OAKDALE, March 5 (AFP) \u{2014}")
    );
}

#[test]
fn a_masthead_under_the_headline_is_the_outlet() {
    let page = format!(
        "Old harbour opens again\nThe Northern Herald\n14 November 2025 | 08:15\nAda Lind\n\n{}\n\nMore from Northern Herald\nSnow closes the pass",
        story()
    );
    let draft = check_body(&page);
    assert_eq!(
        (draft.outlet.as_deref(), draft.author.as_deref()),
        (Some("The Northern Herald"), Some("Ada Lind"))
    );
    assert_eq!(
        draft.published.unwrap().time.map(|time| time.to_string()).as_deref(),
        Some("08:15")
    );
}

#[test]
fn the_shortest_article_has_a_title_and_a_sentence() {
    let draft = separate("Quota agreed\n\nMinisters met in Oslo.", "");
    assert_eq!(
        (draft.title.as_str(), draft.body.as_str()),
        ("Quota agreed", "Ministers met in Oslo.")
    );
}

#[test]
fn pages_in_other_languages_are_read_alike() {
    let draft = separate(
        "Alter Hafen wieder offen\n\nVon Ada Lind, 14. November 2025, 08:15 Uhr\n\nDer alte Hafen der kleinen Stadt ist am Sonntag nach neun Jahren wieder geöffnet worden.\n\nDas erste Boot brachte Salz und einen Chor, der auf dem Kai gesungen hat.\n\nLesen Sie auch\nSchnee sperrt den Pass",
        "",
    );
    assert_eq!((draft.language.as_str(), draft.author.as_deref()), ("de", Some("Ada Lind")));
    assert_eq!(date_of(&draft).as_deref(), Some("2025-11-14"));
    assert_eq!(draft.body.split("\n\n").count(), 2);
    assert!(draft.body.ends_with("gesungen hat."));
}

#[test]
fn a_line_of_tags_is_read_and_leaves_the_body() {
    let draft = check_body(&format!(
        "Old harbour opens again\n\n{}\n\nTags: Harbour, Salt, Choir",
        story()
    ));
    assert_eq!(draft.tags, ["Harbour", "Salt", "Choir"]);
}

#[test]
fn hostile_pages_are_read_in_linear_time_without_a_panic() {
    let long = "salt and choir ".repeat(60_000);
    let pages = [
        String::new(),
        " \n\r\n\t\u{FEFF}\n".into(),
        "\u{202E}\u{200F}gnihton\u{202C}\n".repeat(50),
        long.clone(),
        "a".repeat(600_000),
        "1/".repeat(100_000),
        "12:".repeat(100_000),
        "May 1, 20".repeat(60_000),
        "short\n".repeat(30_000),
        (0..20_000).map(|n| format!("line {n} of 1/2/{n}\n")).collect(),
        "By \n©\n(AP)\n# \n: \n—\n• \n#\u{301}\nİ by İ\nBy İ©C(\n".repeat(3),
        format!("© İİİ 2020 Ⱥ. {long}"),
    ];
    for page in pages {
        let draft = separate(&page, "İ/.txt");
        assert!(draft.body.len() <= page.len() * 2);
    }
}

#[test]
fn a_page_without_prose_is_kept_whole_and_says_so() {
    let draft = separate("Salt\nChoir\nBoats", "");
    assert!(draft.unseparated);
    assert_eq!(draft.body, "Salt\n\nChoir\n\nBoats");
    assert_eq!(draft.title, "Salt");
}

#[test]
fn a_text_of_a_few_sentences_without_spaces_is_an_article_with_its_day() {
    for (day, title) in
        [("2024年3月5日", "舊港口九年後重新開放"), ("民國113年3月5日", "舊港口九年後重新開放")]
    {
        let text = ["市長星期一表示，舊港口在九年後重新開放。", "第一艘船載來了鹽和一封海上的信。"];
        let draft = separate(&format!("{day}\n{title}\n{}\n{}", text[0], text[1]), "");
        assert_eq!((&*draft.title, draft.unseparated), (title, false), "{:?}", draft.furniture);
        assert_eq!(
            (draft.body.as_str(), date_of(&draft).as_deref()),
            (&*text.join("\n\n"), Some("2024-03-05"))
        );
    }
}

#[test]
fn a_headline_leaves_its_outlet() {
    let draft = check_body(&format!("Old harbour opens again | Port Gazette\n\n{}", story()));
    assert_eq!(draft.title, "Old harbour opens again");
    assert_eq!(draft.outlet.as_deref(), Some("Port Gazette"));
    let draft = check_body(&format!("Old harbour opens: mayor is glad\n\n{}", story()));
    assert_eq!((&*draft.title, draft.outlet), ("Old harbour opens: mayor is glad", None));
}

#[test]
fn what_says_published_has_no_rival_in_an_update() {
    let head = "Old harbour opens again\n\nUpdated: 29 March 2024, 14:42\nFirst published: 5 March 2024, 13:45\n\nBy Ada Lind";
    let when = check_body(&format!("{head}\n\n{}", story())).published.expect("a day");
    assert_eq!(when.date.map(|day| day.to_string()).as_deref(), Some("2024-03-05"));
    assert_eq!(when.basis, Basis::Stated);
}

#[test]
fn the_days_that_the_article_names_say_which_number_is_the_month() {
    let told =
        "The ferries will stop on May 9 and sail again on May 20, he told the council on Sunday.";
    let page = format!("Old harbour opens again\n\n04/05/2024\n\n{}\n\n{told}", story());
    let when = separate(&page, "").published.expect("a day");
    let days = [when.earliest, when.date, when.latest].map(|day| day.expect("a bound").to_string());
    assert_eq!(
        (days.join(" "), when.basis),
        ("2024-04-05 2024-05-04 2024-05-04".into(), Basis::Inferred)
    );
}

#[test]
fn bylines_name_agencies_and_no_offices() {
    let check = |line: &str, author: Option<&str>, agency: Option<&str>| {
        let page = format!("Old harbour opens again\n\n{line}\n5 March 2024\n\n{}", story());
        let draft = separate(&page, "");
        assert_eq!((draft.author.as_deref(), draft.agency.as_deref()), (author, agency), "{line}");
    };
    check("By Ada Lind and AFP", Some("Ada Lind"), Some("AFP"));
    check("AFP with agencies", None, Some("AFP"));
    check("By Ada Lind and Tom Baker, Staff Writers", Some("Ada Lind and Tom Baker"), None);
}

#[test]
fn a_folder_may_name_the_outlet_where_the_page_does_not() {
    let page = format!("Old harbour opens again\n\n{}", story());
    assert_eq!(separate(&page, "daily-sabah/1.txt").outlet.as_deref(), Some("Daily Sabah"));
    assert_eq!(separate(&page, "inbox/1.txt").outlet, None);
}
