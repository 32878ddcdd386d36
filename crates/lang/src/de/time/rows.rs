//! The rows. Rules for whole dates come first, vague words last.

use super::Reading::*;
use super::guards::{
    adverb, ahead, at_weekend, bare_day_month, capital, counted, day_month, few_days,
    hour, introduced_part, lasting, letters_apart, measured, month, morning_word, no_day, one_day,
    paper_today, season, some_units, weekday, weekly, year,
};
use super::{Continues, Row, free, row, whole_number};

/// Adjectives and articles in all their endings.
pub static SETS: [(&str, &[&str]); 10] = [
    ("ARTIKEL", &["der", "dem", "den"]),
    (
        "LETZTE",
        &[
            "letzte", "letztem", "letzten", "letzter", "letztes", "vergangene", "vergangenem",
            "vergangenen", "vergangener", "vergangenes", "vorige", "vorigem", "vorigen", "voriger",
            "voriges",
        ],
    ),
    (
        "VORLETZTE",
        &[
            "vorletzte", "vorletztem", "vorletzten", "vorletzter", "vorletztes", "vorvergangene",
            "vorvergangenen", "vorvergangener", "vorvergangenes",
        ],
    ),
    (
        "DIESE",
        &[
            "diese", "diesem", "diesen", "dieser", "dieses", "laufende", "laufenden", "laufender",
            "laufendes",
        ],
    ),
    (
        "KOMMENDE",
        &[
            "kommende", "kommendem", "kommenden", "kommender", "kommendes", "nächste", "nächstem",
            "nächsten", "nächster", "nächstes",
        ],
    ),
    (
        "UEBERNAECHSTE",
        &["übernächste", "übernächstem", "übernächsten", "übernächster", "übernächstes"],
    ),
    (
        "FOLGENDE",
        &[
            "darauffolgende", "darauffolgenden", "darauffolgendes", "folgende", "folgenden",
            "folgendes",
        ],
    ),
    ("SELBE", &["gleichen", "selben", "derselben", "demselben", "desselben"]),
    ("JENE", &["jene", "jenem", "jenen", "jener", "jenes"]),
    ("JEDE", &["jede", "jedem", "jeden", "jeder", "jedes"]),
];

/// All German rules.
#[rustfmt::skip]
pub static ROWS: [Row; 124] = [
    // Whole dates in digits.
    row("date/iso", "YYYY ~DASH ~MM ~DASH ~DD", Date, whole_number, "Eingereicht am [2025-05-16].", "2025-05-16", "Aktenzeichen 2025-05-16-7"),
    row("date/weekday-dots", "WDAY [~.] [,] [ARTIKEL] DD ~. MM ~. YYYY", Date, capital, "Gedruckt am [Freitag, den 16.05.2025].", "2025-05-16", "Freitag, Version 16.05"),
    row("date/weekday-dots-short", "WDAY [~.] [,] [ARTIKEL] DD ~. ~MM ~. ~YY", ShortYear, capital, "Gedruckt am [Fr., 16.5.25].", "2025-05-16", "so 16.5.25"),
    row("date/weekday-dots-day-month", "WDAY [~.] [,] [ARTIKEL] DD ~. ~MM ~.", Date, capital, "Beginn [Montag, 2.6.], in Riga.", "2025-06-02", "Montag, 14.6"),
    row("date/dots", "DD ~. MM ~. YYYY", Date, whole_number, "Unterschrieben am [16.05.2025] in Riga.", "2025-05-16", "Fassung 5.16.05.2025"),
    row("date/dots-short", "DD ~. ~MM ~. ~YY", ShortYear, letters_apart, "Unterschrieben am [16.5.99] in Riga.", "1999-05-16", "Unter 10.1.12.7 meldet sich ein Rechner."),
    row("date/dots-day-month", "DD ~. ~MM [~.]", Date, bare_day_month, "Sie trafen sich am [16.05.] in Riga.", "2025-05-16", "Der Wert stieg um 16.05 Punkte."),
    // Parts of a day with a date.
    row("time/night-to-date", "PART zum|auf|zu [ARTIKEL] DAY|ORD MONTH [,] YEAR", Date, capital, "Es brannte in der [Nacht zum 3. März 2021].", "2021-03-03TNI", "Von Morgen zum 3. Mal."),
    row("time/night-to-day", "PART zum|auf|zu [ARTIKEL] DAY|ORD MONTH", Date, capital, "Es brannte in der [Nacht zum 16. Mai].", "2025-05-16TNI", "In der Nacht zum 3. Mal."),
    row("time/night-to-weekday", "PART zum|auf|zu [ARTIKEL] WEEKDAY", Date, capital, "Es brannte in der [Nacht auf Montag].", "2025-05-26TNI", "Eine Nacht auf See."),
    row("time/part-of-date", "PART des DAY|ORD MONTH [,] YEAR", Date, capital, "Am [Abend des 3. März 2021] brannte es.", "2021-03-03TEV", "Der Abend des Märchens 2021."),
    row("time/part-of-day-month", "PART des DAY|ORD MONTH", Date, capital, "Am [Abend des 16. Mai] brannte es.", "2025-05-16TEV", "Am Abend des Lebens."),
    // Whole dates in words.
    row("date/weekday-day-month-year", "WDAY [~.] [,] [ARTIKEL] DAY|ORD MONTH [,] YEAR", Date, capital, "Gedruckt am [Freitag, 16. Mai 2025].", "2025-05-16", "so 16. Mai 2025"),
    row("date/day-month-year", "DAY|ORD MONTH [,] YEAR", Date, day_month, "Sie trafen sich am [16. Mai 2025].", "2025-05-16", "Das 16. Maifest 2025."),
    row("date/day-month-last-year", "DAY|ORD MONTH [des] LETZTE jahres", InYear(-1), day_month, "Sie trafen sich am [16. Mai vergangenen Jahres].", "2024-05-16", "Der 16. Mai des Jahrhunderts."),
    row("date/day-month-this-year", "DAY|ORD MONTH [des] DIESE jahres", InYear(0), day_month, "Sie trafen sich am [16. Mai dieses Jahres].", "2025-05-16", "Der 16. Mai dieses Bundes."),
    row("date/day-month-next-year", "DAY|ORD MONTH [des] KOMMENDE jahres", InYear(1), day_month, "Sie treffen sich am [16. Mai kommenden Jahres].", "2026-05-16", "Bis zum 16. Mai kommende Gäste."),
    row("date/day-month-that-year", "DAY|ORD MONTH desselben|jenes|des [selben|gleichen] jahres", InThatYear, day_month, "Am 20. Januar 1955 begann es, am [24. Mai desselben Jahres] war es vorbei.", "1955-05-24", "Am 24. Mai desselben Tages."),
    row("date/weekday-day-month", "WDAY [~.] [,] [ARTIKEL] DAY|ORD MONTH", Date, capital, "Eröffnet wird am [Montag, dem 2. Juni].", "2025-06-02", "so 2. Juni"),
    row("date/day-range-month-year", "DAY > DASH|bis|und|oder|/ [zum] DAY MONTH [,] YEAR", Date, day_month, "Sie tagten vom [12.] bis 14. Juli 2021.", "2021-07-12", "Vom 12. bis 14. Platz im Juli 2021."),
    row("date/day-range-month", "DAY > DASH|bis|und|oder|/ [zum] DAY MONTH", Date, day_month, "Sie tagten am [12.] und 13. Mai.", "2025-05-12", "Platz 12 und 13 im Mai."),
    row("date/two-days-one-year", "DAY MONTH > DASH|bis|und [zum] DAY MONTH YEAR", Date, day_month, "Es lief vom [12. Juli] bis 3. August 2021.", "2021-07-12", "Es lief am 12. Juli bis zum Abend."),
    row("date/day-month", "DAY|ORD MONTH", Date, day_month, "Sie trafen sich am [16. Mai].", "2025-05-16", "Die Demo zum 1. Mai-Fest."),
    row("date/day-of-month", "DAY DIESE monats", InThatMonth, free, "Am [5. dieses Monats] kam das Angebot.", "2025-05-05", "Der 5. dieses Namens."),
    // Months.
    row("month/range-year", "[MOD] MONTH > DASH|bis|und|oder|, [MOD] MONTH [,] YEAR", Date, free, "Es fiel von [April] bis Juni 2021.", "2021-04", "April und ihre Schwester kamen 2021."),
    row("month/year", "[MOD] MONTH [,] YEAR", Date, free, "Es stieg seit [Anfang Mai 2021].", "2021-05", "mai 2021"),
    row("month/before-christ", "[MOD] MONTH BCYEAR", Date, free, "Es fiel im [August 480 v. Chr.].", "BC0480-08", "Im August 480 vier Christen."),
    row("month/of-last-year", "[MOD] MONTH [des] LETZTE jahres", InYear(-1), free, "Es fiel [Ende Mai vergangenen Jahres].", "2024-05", "Im Mai des Jahrhunderts."),
    row("month/of-this-year", "[MOD] MONTH [des] DIESE jahres", InYear(0), free, "Es fiel im [Mai dieses Jahres].", "2025-05", "Im Mai dieses Wetter."),
    row("month/of-next-year", "[MOD] MONTH [des] KOMMENDE jahres", InYear(1), free, "Es fällt wohl im [Mai nächsten Jahres].", "2026-05", "Im Mai nächste Woche."),
    row("month/of-that-year", "[MOD] MONTH desselben|jenes jahres", InThatYear, free, "Es fiel 2019 und stieg im [Oktober desselben Jahres].", "2019-10", "Im Oktober desselben Tages."),
    row("month/last", "LETZTE FULLMONTH", Deictic(-1), free, "Es fiel im [vergangenen Mai].", "2024-05", "Am letzten Maifest."),
    row("month/this", "DIESE FULLMONTH", Deictic(0), free, "Es fällt [diesen Juni].", "2025-06", "Diese Junitage."),
    row("month/next", "KOMMENDE FULLMONTH", Deictic(1), free, "Es fällt im [kommenden März].", "2026-03", "Der nächste Märzen."),
    row("month/following", "FOLGENDE FULLMONTH", Story(1), free, "Es fiel im Mai 2019, im [folgenden März] stand es.", "2020-03", "Folgende Märzlieder."),
    row("month/bare", "[MOD] FULLMONTH", Date, month, "Es fiel [Ende April].", "2025-04", "Frau Mai und Thomas Mai schwiegen."),
    // Quarters and halves.
    row("quarter/of-year", "ORD quartal|quartals [des] [jahres] YEAR", Quarter, free, "Der Umsatz fiel im [dritten Quartal 2024].", "2024-Q3", "Das dritte Quartett 2024."),
    row("quarter/of-last-year", "ORD quartal|quartals [des] LETZTE jahres", QuarterNear(-1), free, "Der Umsatz fiel im [dritten Quartal des vergangenen Jahres].", "2024-Q3", "Im dritten Quartal des Spiels."),
    row("quarter/of-this-year", "ORD quartal|quartals [des] DIESE jahres", QuarterNear(0), free, "Der Umsatz fiel im [1. Quartal dieses Jahres].", "2025-Q1", "Im ersten Quartal dieses Spiels."),
    row("quarter/of-next-year", "ORD quartal|quartals [des] KOMMENDE jahres", QuarterNear(1), free, "Der Umsatz fällt im [ersten Quartal nächsten Jahres].", "2026-Q1", "Im ersten Quartal nächste Woche."),
    row("quarter/code", "q ~NUM [/] YEAR", Quarter, free, "Der Umsatz fiel in [Q1 2013].", "2013-Q1", "Der Audi Q7 kam."),
    row("quarter/bare", "ORD quartal|quartals", Quarter, free, "Der Umsatz fiel im [ersten Quartal].", "2025-Q1", "Das erste Quartier."),
    row("half/of-year", "ORD halbjahr|halbjahres [des] [jahres] YEAR", Half, free, "Der Umsatz fiel im [zweiten Halbjahr 2008].", "2008-H2", "Das zweite Halbjahrbuch 2008."),
    row("half/of-last-year", "ORD halbjahr|halbjahres [des] LETZTE jahres", HalfNear(-1), free, "Der Umsatz fiel im [ersten Halbjahr des vergangenen Jahres].", "2024-H1", "Das erste Halbjahr des Lehrgangs."),
    row("half/bare", "ORD halbjahr|halbjahres", Half, free, "Der Umsatz fiel im [ersten Halbjahr].", "2025-H1", "Das erste Halbjahresheft."),
    // Seasons.
    row("season/range-year", "[MOD] SEASON > DASH|bis|und|oder [MOD] SEASON YEAR", Season, free, "Es regnete im [Frühjahr] und Sommer 2021.", "2021-SP", "Der Sommer und 2021."),
    row("season/year", "[MOD] SEASON [des] [jahres] YEAR", Season, free, "Es regnete im [Sommer 2021].", "2021-SU", "Das Sommerfest 2021."),
    row("season/of-last-year", "[MOD] SEASON [des] LETZTE jahres", InYear(-1), free, "Es fiel im [Frühjahr des vergangenen Jahres].", "2024-SP", "Der Sommer des Lebens."),
    row("season/of-this-year", "[MOD] SEASON [des] DIESE jahres", InYear(0), free, "Es fiel im [Frühjahr dieses Jahres].", "2025-SP", "Der Sommer dieses Lebens."),
    row("season/of-next-year", "[MOD] SEASON [des] KOMMENDE jahres", InYear(1), free, "Es fällt wohl im [Frühjahr kommenden Jahres].", "2026-SP", "Der Sommer kommender Stars."),
    row("season/last", "LETZTE SEASON", Deictic(-1), free, "Es regnete im [vergangenen Sommer].", "2024-SU", "Das letzte Sommerfest."),
    row("season/this", "DIESE SEASON", Deictic(0), free, "Es regnet [diesen Sommer].", "2025-SU", "Dieses Sommerfest."),
    row("season/next", "KOMMENDE SEASON", Deictic(1), free, "Es regnet im [nächsten Sommer].", "2026-SU", "Das nächste Sommerfest."),
    row("season/bare", "[MOD] SEASON", Season, season, "Im [Frühjahr] wurde eröffnet.", "2025-SP", "Jens Winter und Frau Sommer schwiegen."),
    // Years, decades, centuries.
    row("year/before-christ", "[MOD] BCYEAR", Date, free, "Die Stadt fiel [480 v. Chr.].", "BC0480", "480 von Christen gebaute Häuser."),
    row("century/ordinal", "[MOD] ORD jahrhundert|jahrhunderts|jahrhunderten", Century, free, "Eine Burg des [19. Jahrhunderts] brannte.", "18", "Das 19. Jahrhundertspiel."),
    row("decade/year", "[MOD] DECADE", Decade, free, "Es schloss [Mitte der 1990er Jahre].", "199", "In der 90er Zone und in ihren Zwanzigern."),
    row("year/the-year", "[MOD] jahr|jahre|jahres YEAR", Date, free, "Es begann im [Jahr 1998].", "1998", "Pro Jahr 1998 Euro."),
    row("year/modified", "MOD YEAR", Date, free, "Es begann [Anfang 1998].", "1998", "Am Ende 19980 Euro."),
    row("year/bare", "YEAR", Date, year, "Er gewann [1998] den Preis.", "1998", "Im Schnitt 2000 Euro, rund 1998 Stück und 2014 Menschen."),
    row("year/tail", "DASH|/ YY", YearTail, counted, "Die Spielzeit 2014/[15] war lang.", "2015", "Die Nummer 2014/15/3.").after(Continues::Year),
    // Weekdays.
    row("weekday/every-adverb", "WEEKDAYS", Every, weekly, "Der Laden ist [montags] zu.", "XXXX-WXX-1", "Im Kino läuft Sonntags nie."),
    row("weekday/last", "LETZTE WEEKDAY [PART]", Deictic(-1), free, "Sie gingen am [vergangenen Dienstag].", "2025-05-27", "Die letzte Dienstagsdemo."),
    row("weekday/last-but-one", "VORLETZTE WEEKDAY [PART]", Deictic(-2), free, "Sie gingen am [vorletzten Montag].", "2025-05-19", "Die vorletzte Montagsdemo."),
    row("weekday/this", "DIESE WEEKDAY [PART]", Deictic(0), free, "Sie gehen [diesen Freitag].", "2025-05-30", "Diese Freitagsdemo."),
    row("weekday/next", "KOMMENDE WEEKDAY [PART]", Deictic(1), free, "Sie gehen am [kommenden Freitagabend].", "2025-05-30TEV", "Die nächste Freitagsdemo."),
    row("weekday/every", "JEDE WEEKDAY [PART]", Every, free, "Sie treffen sich [jeden Montag].", "XXXX-WXX-1", "Jede Montagsdemo."),
    row("weekday/following", "FOLGENDE WEEKDAY [PART]", Story(1), free, "Am 5. Mai 2021 kamen sie, am [folgenden Freitag] gingen sie.", "2021-05-07", "Folgende Freitagskurse."),
    row("weekday/bare", "WEEKDAY [PART]", Date, weekday, "Sie gingen am [Montag].", "2025-05-26", "In der „Welt am Sonntag“ schrieb Peter Freitag."),
    // Days near publication.
    row("reference/to-this-day", "bis heute", Reference("PRESENT_REF"), free, "Das gilt [bis heute].", "PRESENT_REF", "Bis gestern galt es."),
    row("today/today", "heute [PART]", Today(0), paper_today, "Sie gehen [heute Abend].", "2025-05-28TEV", "Das „heute-journal“ und die Zeitung Heute melden es.").or_these_days(),
    row("today/yesterday", "gestern [PART]", Today(-1), adverb, "Sie gingen [gestern].", "2025-05-27", "Das Gestern und der Schnee von gestern."),
    row("today/before-yesterday", "vorgestern [PART]", Today(-2), adverb, "Sie gingen [vorgestern].", "2025-05-26", "Das Vorgestern."),
    row("today/tomorrow", "morgen [PART]", Today(1), morning_word, "Sie gehen [morgen früh].", "2025-05-29TMO", "Guten Morgen! Am Morgen las er die Morgenpost."),
    row("today/after-tomorrow", "übermorgen [PART]", Today(2), adverb, "Sie gehen [übermorgen].", "2025-05-30", "Das Übermorgen."),
    // Units against publication.
    row("deictic/end-of-last", "MOD LETZTE ONEUNIT", Deictic(-1), no_day, "Sie gingen [Ende vergangenen Jahres].", "2024", "Am Ende des letzten Tages."),
    row("deictic/end-of-this", "MOD DIESE ONEUNIT", Deictic(0), no_day, "Sie gehen [Ende dieses Jahres].", "2025", "Am Ende dieses Tages."),
    row("deictic/end-of-next", "MOD KOMMENDE ONEUNIT", Deictic(1), no_day, "Sie gehen [Anfang kommender Woche].", "2025-W23", "Am Anfang des nächsten Tages."),
    row("deictic/end-of-the", "MOD ONEUNIT", OfContext, no_day, "Sie gehen am [Ende des Jahres].", "2025", "Am Ende des Tages zählt das."),
    row("deictic/last", "LETZTE ONEUNIT", Deictic(-1), no_day, "Sie gingen [vergangene Woche].", "2025-W21", "Am letzten Tag und in der letzten Woche des Krieges."),
    row("deictic/last-but-one", "VORLETZTE ONEUNIT", Deictic(-2), no_day, "Sie gingen [vorletzte Woche].", "2025-W20", "Am vorletzten Tag."),
    row("deictic/this", "DIESE ONEUNIT", Deictic(0), no_day, "Sie gehen [diese Woche].", "2025-W22", "An diesem Tag gingen sie."),
    row("deictic/next", "KOMMENDE ONEUNIT", Deictic(1), no_day, "Sie gehen [nächstes Jahr].", "2026", "Am nächsten Tag gingen sie."),
    row("deictic/next-but-one", "UEBERNAECHSTE ONEUNIT", Deictic(2), no_day, "Sie gehen [übernächste Woche].", "2025-W24", "Am übernächsten Tag."),
    row("deictic/the-weekend", "WEEKEND", Deictic(0), at_weekend, "Am [Wochenende] gingen sie.", "2025-W21-WE", "Ein Wochenende in Riga."),
    row("deictic/year-before", "vorjahr|vorjahres", Deictic(-1), free, "Im [Vorjahr] gingen sie.", "2024", "Der Vorjahressieger."),
    row("deictic/this-year-southern", "heuer", Deictic(0), free, "Sie gehen [heuer].", "2025", "Die Heuernte begann."),
    row("deictic/year-ends", "jahresende|jahresanfang|jahresbeginn|jahresmitte", OfContext, free, "Sie gehen bis [Jahresende].", "2025", "Das Jahresendgeschäft."),
    // Units against the text.
    row("story/next-day", "KOMMENDE ONEUNIT", Story(1), one_day, "Am 5. Mai 2019 schloss es; am [nächsten Tag] brannte es.", "2019-05-06", "In der nächsten Woche."),
    row("story/following", "FOLGENDE ONEUNIT", Story(1), free, "Am 5. Mai 2019 schloss es; am [folgenden Tag] brannte es.", "2019-05-06", "Folgende Tagebücher."),
    row("story/after-it", "ONEUNIT darauf|danach", Story(1), free, "Am 5. Mai 2019 schloss es; am [Tag darauf] brannte es.", "2019-05-06", "Der Tag, darauf wartete er."),
    row("story/before-it", "ONEUNIT zuvor|davor", Story(-1), free, "Am 5. Mai 2019 schloss es; am [Tag zuvor] kam Geld.", "2019-05-04", "Der Tag, zuvor verhangen."),
    row("story/same", "SELBE ONEUNIT", Story(0), free, "Am 5. Mai 2019 schloss es; am [selben Tag] brannte es.", "2019-05-05", "Am selben Tagesordnungspunkt."),
    row("story/that", "JENE ONEUNIT", Story(0), free, "Am 5. Mai 2019 schloss es; an [jenem Tag] brannte es.", "2019-05-05", "Jene Tage."),
    row("story/this-day", "DIESE ONEUNIT", Story(0), one_day, "Am 5. Mai 2019 schloss es; an [diesem Tag] brannte es.", "2019-05-05", "In dieser Woche."),
    // So many units before or after.
    row("ago/ago", "vor [ABOUT] ANUM CALUNIT", FromPublished(-1), letters_apart, "Sie sprachen [vor drei Tagen].", "2025-05-25", "Sie standen vor drei Tagungen."),
    row("ago/hours", "vor [ABOUT] ANUM UNIT", FromPublished(-1), letters_apart, "Sie sprachen [vor zwei Stunden].", "2025-05-28TXX", "Sie standen vor zwei Stundenten."),
    row("ago/vague", "vor [vielen] MANYUNITS", Reference("PAST_REF"), free, "Sie trafen sich [vor Jahren].", "PAST_REF", "Sie standen vor Jahrgängen."),
    row("ago/ahead", "in [ABOUT] ANUM CALUNIT", FromPublished(1), ahead, "Sie treffen sich [in zwei Wochen].", "2025-W24", "Es wurde in zwei Wochen gebaut."),
    row("later/later", "[ABOUT] ANUM CALUNIT später|danach|darauf", FromStory(1), letters_apart, "Am 5. Mai 2019 kamen sie, [zwei Tage später] gingen sie.", "2019-05-07", "Zwei Tage spät."),
    row("later/earlier", "[ABOUT] ANUM CALUNIT zuvor|davor|vorher|früher", FromStory(-1), letters_apart, "Am 5. Mai 2019 kamen sie, [zwei Tage zuvor] noch nicht.", "2019-05-03", "Zwei Tage vor dem Fest."),
    // Times of day.
    row("time/clock", "CLOCK", Clock, hour, "Am Montag trafen sie sich um [14.30 Uhr] in Riga.", "2025-05-26T14:30", "Johannes 9:25 und ein 3:2."),
    row("time/part", "PART", Part, introduced_part, "Am 5. Mai 2021 gingen sie am [Abend].", "2021-05-05TEV", "Ein Abend mit Freunden."),
    // Days with a name.
    row("holiday/year", "HOLIDAY YEAR", Date, free, "Sie trafen sich an [Heiligabend 2024].", "2024-12-24", "Der Heilige Abend 2024."),
    row("holiday/bare", "HOLIDAY", Date, few_days, "Sie trafen sich an [Heiligabend].", "2024-12-24", "Silvester Stallone und Frau Neujahr."),
    // Sets.
    row("set/every", "JEDE CALUNIT", Every, free, "Sie treffen sich [jedes Jahr].", "P1Y", "Jedes Jahrbuch."),
    row("set/every-so-many", "alle NUM UNIT", Every, free, "Sie treffen sich [alle zwei Wochen].", "P2W", "Alle zwei Wochenblätter."),
    row("set/per", "pro UNIT", Rate, free, "Es kostet zehn Euro [pro Jahr].", "P1Y", "Pro Jahrgang."),
    row("set/daily", "täglich", Set("P1D"), free, "Sie treffen sich [täglich].", "P1D", "Der alltägliche Streit."),
    row("set/weekly", "wöchentlich", Set("P1W"), free, "Sie treffen sich [wöchentlich].", "P1W", "Der vierwöchentliche Gang."),
    row("set/monthly", "monatlich", Set("P1M"), free, "Sie treffen sich [monatlich].", "P1M", "Ein dreimonatlicher Gang."),
    row("set/yearly", "jährlich|alljährlich", Set("P1Y"), free, "Sie treffen sich [jährlich].", "P1Y", "Die 40-jährliche Feier."),
    // Durations.
    row("duration/of-last", "LETZTE|KOMMENDE [ABOUT] NUM UNIT", Duration, free, "Es wuchs in den [vergangenen drei Monaten].", "P3M", "Die letzten drei Monatsblätter."),
    row("duration/some-of", "LETZTE|KOMMENDE MANYUNITS", SomeOf, some_units, "Es wuchs in den [letzten Jahren].", "PXY", "Die letzten Jahrgänge."),
    row("duration/age", "[ABOUT] NUM UNIT alt", Duration, letters_apart, "Das Haus ist [18 Jahre alt].", "P18Y", "Die 18 Jahre Altstadt."),
    row("duration/long", "[ABOUT] ANUM UNIT lang", Duration, letters_apart, "Sie sprachen [zwei Stunden lang].", "PT2H", "Zwei Stunden langsam."),
    row("duration/amount", "[ABOUT] NUM UNIT", Duration, letters_apart, "Sie sprachen [mehr als drei Jahre].", "P3Y", "Haus 2-3 Jahrbuch."),
    row("duration/half", "[ein|eine|einem|einen|einer] halbe|halben|halbes UNIT", HalfOf, free, "Sie sprachen [eine halbe Stunde].", "PT30M", "Eine halbe Stundung."),
    row("duration/article", "[ABOUT] ANUM UNIT", Duration, measured, "Sie warten seit [einem Jahr].", "P1Y", "Es war ein Jahr der Wahlen."),
    row("duration/plural", "UNIT", SomeOf, lasting, "Sie warten seit [Jahren].", "PXY", "Es waren Jahre der Wahlen."),
    // Vague references.
    row("reference/now", "jetzt|derzeit|zurzeit|momentan|gegenwärtig|heutzutage", Reference("PRESENT_REF"), free, "Sie sind [derzeit] in Riga.", "PRESENT_REF", "Der derzeitige Gast."),
    row("reference/past", "kürzlich|neulich|unlängst|jüngst|damals|einst", Reference("PAST_REF"), free, "Sie trafen sich [kürzlich].", "PAST_REF", "Die jüngste Schwester."),
    row("reference/soon", "bald|demnächst", Soon, free, "Sie werden sich [bald] treffen.", "FUTURE_REF", "Sobald sie kommen werden."),
    row("reference/future", "künftig|zukünftig", Reference("FUTURE_REF"), free, "Sie treffen sich [künftig] in Riga.", "FUTURE_REF", "Der künftige Gast."),
];
