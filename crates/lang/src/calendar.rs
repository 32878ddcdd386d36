//! Names of months and weekdays in the languages that pages print dates in.
//! The English ones stand with the English times.

use dateline_timex::look;

use crate::en::time::words;

/// Month names and abbreviations, lower case, with the month's number. Sorted.
/// Names that English shares ("april") are found there.
/// Slavic names stand in the genitive too, which dates use. Add an
/// abbreviation only where it is no common word of another language: "mar",
/// "mai" and "set" are safe because a date needs a day and a year beside them.
const MONTHS: &[(&str, i8)] = &[
    ("abr", 4),
    ("abril", 4),
    ("ago", 8),
    ("agosto", 8),
    ("août", 8),
    ("aprile", 4),
    ("aralık", 12),
    ("augustus", 8),
    ("avr", 4),
    ("avril", 4),
    ("ağustos", 8),
    ("czerwca", 6),
    ("czerwiec", 6),
    ("dez", 12),
    ("dezember", 12),
    ("dezembro", 12),
    ("dic", 12),
    ("dicembre", 12),
    ("diciembre", 12),
    ("déc", 12),
    ("décembre", 12),
    ("ekim", 10),
    ("ene", 1),
    ("enero", 1),
    ("eylül", 9),
    ("febbraio", 2),
    ("febrero", 2),
    ("februar", 2),
    ("februari", 2),
    ("fev", 2),
    ("fevereiro", 2),
    ("fév", 2),
    ("févr", 2),
    ("février", 2),
    ("gen", 1),
    ("gennaio", 1),
    ("giu", 6),
    ("giugno", 6),
    ("grudnia", 12),
    ("grudzień", 12),
    ("haziran", 6),
    ("janeiro", 1),
    ("januar", 1),
    ("januari", 1),
    ("janv", 1),
    ("janvier", 1),
    ("juil", 7),
    ("juillet", 7),
    ("juin", 6),
    ("julho", 7),
    ("juli", 7),
    ("julio", 7),
    ("junho", 6),
    ("juni", 6),
    ("junio", 6),
    ("jänner", 1),
    ("kasım", 11),
    ("kwiecień", 4),
    ("kwietnia", 4),
    ("lipca", 7),
    ("lipiec", 7),
    ("listopad", 11),
    ("listopada", 11),
    ("lug", 7),
    ("luglio", 7),
    ("lutego", 2),
    ("luty", 2),
    ("maart", 3),
    ("mag", 5),
    ("maggio", 5),
    ("mai", 5),
    ("maio", 5),
    ("maj", 5),
    ("maja", 5),
    ("marca", 3),
    ("mars", 3),
    ("mart", 3),
    ("marzec", 3),
    ("marzo", 3),
    ("março", 3),
    ("mayo", 5),
    ("mayıs", 5),
    ("mei", 5),
    ("mrt", 3),
    ("mär", 3),
    ("märz", 3),
    ("nisan", 4),
    ("novembre", 11),
    ("novembro", 11),
    ("noviembre", 11),
    ("ocak", 1),
    ("octobre", 10),
    ("octubre", 10),
    ("okt", 10),
    ("oktober", 10),
    ("ott", 10),
    ("ottobre", 10),
    ("out", 10),
    ("outubro", 10),
    ("październik", 10),
    ("października", 10),
    ("septembre", 9),
    ("septiembre", 9),
    ("set", 9),
    ("setembro", 9),
    ("setiembre", 9),
    ("settembre", 9),
    ("sierpień", 8),
    ("sierpnia", 8),
    ("styczeń", 1),
    ("stycznia", 1),
    ("temmuz", 7),
    ("wrzesień", 9),
    ("września", 9),
    ("şubat", 2),
    ("авг", 8),
    ("август", 8),
    ("августа", 8),
    ("апр", 4),
    ("апрель", 4),
    ("апреля", 4),
    ("березень", 3),
    ("березня", 3),
    ("вересень", 9),
    ("вересня", 9),
    ("грудень", 12),
    ("грудня", 12),
    ("дек", 12),
    ("декабрь", 12),
    ("декабря", 12),
    ("жовтень", 10),
    ("жовтня", 10),
    ("июль", 7),
    ("июля", 7),
    ("июнь", 6),
    ("июня", 6),
    ("квітень", 4),
    ("квітня", 4),
    ("липень", 7),
    ("липня", 7),
    ("листопад", 11),
    ("листопада", 11),
    ("лютий", 2),
    ("лютого", 2),
    ("май", 5),
    ("март", 3),
    ("марта", 3),
    ("мая", 5),
    ("ноя", 11),
    ("ноябрь", 11),
    ("ноября", 11),
    ("окт", 10),
    ("октябрь", 10),
    ("октября", 10),
    ("сен", 9),
    ("сентябрь", 9),
    ("сентября", 9),
    ("серпень", 8),
    ("серпня", 8),
    ("січень", 1),
    ("січня", 1),
    ("травень", 5),
    ("травня", 5),
    ("фев", 2),
    ("февраль", 2),
    ("февраля", 2),
    ("червень", 6),
    ("червня", 6),
    ("янв", 1),
    ("январь", 1),
    ("января", 1),
    ("آب", 8),
    ("آذار", 3),
    ("أبريل", 4),
    ("أغسطس", 8),
    ("أكتوبر", 10),
    ("أيار", 5),
    ("أيلول", 9),
    ("إبريل", 4),
    ("ابريل", 4),
    ("اغسطس", 8),
    ("اكتوبر", 10),
    ("تشرين الأول", 10),
    ("تشرين الثاني", 11),
    ("تموز", 7),
    ("حزيران", 6),
    ("ديسمبر", 12),
    ("سبتمبر", 9),
    ("شباط", 2),
    ("فبراير", 2),
    ("كانون الأول", 12),
    ("كانون الثاني", 1),
    ("مارس", 3),
    ("مايو", 5),
    ("نوفمبر", 11),
    ("نيسان", 4),
    ("يناير", 1),
    ("يوليه", 7),
    ("يوليو", 7),
    ("يونيه", 6),
    ("يونيو", 6),
    ("ก.ค.", 7),
    ("ก.พ.", 2),
    ("ก.ย.", 9),
    ("กรกฎาคม", 7),
    ("กันยายน", 9),
    ("กุมภาพันธ์", 2),
    ("ต.ค.", 10),
    ("ตุลาคม", 10),
    ("ธ.ค.", 12),
    ("ธันวาคม", 12),
    ("พ.ค.", 5),
    ("พ.ย.", 11),
    ("พฤศจิกายน", 11),
    ("พฤษภาคม", 5),
    ("ม.ค.", 1),
    ("มกราคม", 1),
    ("มิ.ย.", 6),
    ("มิถุนายน", 6),
    ("มี.ค.", 3),
    ("มีนาคม", 3),
    ("ส.ค.", 8),
    ("สิงหาคม", 8),
    ("เม.ย.", 4),
    ("เมษายน", 4),
];

/// Months of Iran's solar calendar, lower case, in both spellings of its last letters and in Latin. Sorted.
/// A year of that calendar beside them makes "دي" and "tir" safe.
const SOLAR_MONTHS: &[(&str, i8)] = &[
    ("aban", 8),
    ("azar", 9),
    ("bahman", 11),
    ("dey", 10),
    ("esfand", 12),
    ("farvardin", 1),
    ("khordad", 3),
    ("mehr", 7),
    ("mordad", 5),
    ("ordibehesht", 2),
    ("shahrivar", 6),
    ("tir", 4),
    ("آبان", 8),
    ("آذر", 9),
    ("ارديبهشت", 2),
    ("اردیبهشت", 2),
    ("اسفند", 12),
    ("بهمن", 11),
    ("تير", 4),
    ("تیر", 4),
    ("خرداد", 3),
    ("دي", 10),
    ("دی", 10),
    ("شهريور", 6),
    ("شهریور", 6),
    ("فروردين", 1),
    ("فروردین", 1),
    ("مرداد", 5),
    ("مهر", 7),
];

/// Weekday names and abbreviations, lower case, Monday is 0. Sorted.
const WEEKDAYS: &[(&str, usize)] = &[
    ("cuma", 4),
    ("cumartesi", 5),
    ("czwartek", 3),
    ("dienstag", 1),
    ("dimanche", 6),
    ("dinsdag", 1),
    ("domenica", 6),
    ("domingo", 6),
    ("donderdag", 3),
    ("donnerstag", 3),
    ("freitag", 4),
    ("giovedì", 3),
    ("jeudi", 3),
    ("jueves", 3),
    ("lundi", 0),
    ("lunedì", 0),
    ("lunes", 0),
    ("maandag", 0),
    ("mardi", 1),
    ("martedì", 1),
    ("martes", 1),
    ("mercoledì", 2),
    ("mercredi", 2),
    ("mittwoch", 2),
    ("miércoles", 2),
    ("montag", 0),
    ("niedziela", 6),
    ("niedzielę", 6),
    ("pazar", 6),
    ("pazartesi", 0),
    ("perşembe", 3),
    ("piątek", 4),
    ("poniedziałek", 0),
    ("sabato", 5),
    ("salı", 1),
    ("samedi", 5),
    ("samstag", 5),
    ("sobota", 5),
    ("sobotę", 5),
    ("sonnabend", 5),
    ("sonntag", 6),
    ("sábado", 5),
    ("vendredi", 4),
    ("venerdì", 4),
    ("viernes", 4),
    ("vrijdag", 4),
    ("woensdag", 2),
    ("wtorek", 1),
    ("zaterdag", 5),
    ("zondag", 6),
    ("çarşamba", 2),
    ("środa", 2),
    ("środę", 2),
    ("воскресенье", 6),
    ("вторник", 1),
    ("вівторок", 1),
    ("неділю", 6),
    ("неділя", 6),
    ("понедельник", 0),
    ("понеділок", 0),
    ("пятница", 4),
    ("пятницу", 4),
    ("середа", 2),
    ("середу", 2),
    ("среда", 2),
    ("среду", 2),
    ("суббота", 5),
    ("субботу", 5),
    ("субота", 5),
    ("суботу", 5),
    ("четвер", 3),
    ("четверг", 3),
    ("الأحد", 6),
    ("الأربعاء", 2),
    ("الإثنين", 0),
    ("الاثنين", 0),
    ("الثلاثاء", 1),
    ("الجمعة", 4),
    ("الخميس", 3),
    ("السبت", 5),
    ("جمعه", 4),
    ("دوشنبه", 0),
    ("شنبه", 5),
    ("پنجشنبه", 3),
    ("چهارشنبه", 2),
    ("یکشنبه", 6),
    ("วันจันทร์", 0),
    ("วันจันทร์ที่", 0),
    ("วันพฤหัสบดี", 3),
    ("วันพฤหัสบดีที่", 3),
    ("วันพุธ", 2),
    ("วันพุธที่", 2),
    ("วันศุกร์", 4),
    ("วันศุกร์ที่", 4),
    ("วันอังคาร", 1),
    ("วันอังคารที่", 1),
    ("วันอาทิตย์", 6),
    ("วันอาทิตย์ที่", 6),
    ("วันเสาร์", 5),
    ("วันเสาร์ที่", 5),
];

/// Zones that pages print between a time and its date.
pub const ZONES: &[&str] = &["BST", "CET", "EDT", "EST", "ET", "GMT", "IST", "UTC"];

/// Zones of which people write the month before the day; others share none of these letters.
pub const AMERICAN_ZONES: &[&str] =
    &["AKST", "CDT", "CT", "EDT", "EST", "ET", "HST", "MDT", "MST", "PDT", "PST", "PT"];

/// How a time ends that is counted in UTC.
pub const UTC_MARKS: &[&str] = &["UTC", "GMT", "+00:00", "+0000", "+00"];

/// What follows year, month and day where dates are written without spaces.
pub const YEAR_MARKS: &[&str] = &["年", "년"];
/// See [`YEAR_MARKS`].
pub const MONTH_MARKS: &[&str] = &["月", "월"];
/// See [`YEAR_MARKS`].
pub const DAY_MARKS: &[&str] = &["日", "일"];

/// Eras of East Asia whose months are the common ones, each with the year before its first.
pub const ERAS: &[(&str, i16)] =
    &[("民國", 1911), ("民国", 1911), ("令和", 2018), ("平成", 1988), ("昭和", 1925)];

/// Letters that abbreviate an era between month and year: "พ.ศ. 2567", "ค.ศ. 2024".
pub const ERA_LETTERS: &[&str] = &["พ", "ค", "ศ"];

/// A month of the calendar that its name belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Month {
    /// January is 1.
    Common(i8),
    /// Farvardin, which begins in March, is 1.
    Solar(i8),
}

/// The month that a name in lower case means: "may", "มี.ค.", "كانون الثاني".
pub fn month(name: &str) -> Option<Month> {
    let row = |rows: &[(&str, i8)]| {
        rows.binary_search_by_key(&name, |row| row.0).ok().map(|at| rows[at].1)
    };
    let english = || look(&words::MONTHS, name).or_else(|| look(&words::SHORT_MONTHS, name));
    let common = row(MONTHS).or_else(|| english().and_then(|month| i8::try_from(month).ok()));
    common.map(Month::Common).or_else(|| row(SOLAR_MONTHS).map(Month::Solar))
}

/// The weekday that a lower-case word names.
pub fn weekday(word: &str) -> Option<usize> {
    let foreign = WEEKDAYS.binary_search_by_key(&word, |row| row.0).ok().map(|at| WEEKDAYS[at].1);
    let english = || look(&words::WEEKDAYS, word).or_else(|| look(&words::SHORT_WEEKDAYS, word));
    foreign.or_else(|| english().map(usize::from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calendar_words_are_sorted_and_within_range() {
        assert!(MONTHS.is_sorted_by_key(|row| row.0));
        assert!(SOLAR_MONTHS.is_sorted_by_key(|row| row.0));
        assert!(WEEKDAYS.is_sorted_by_key(|row| row.0));
        assert!(MONTHS.iter().chain(SOLAR_MONTHS).all(|row| (1..=12).contains(&row.1)));
        assert!(WEEKDAYS.iter().all(|row| row.1 < 7));
    }

    #[test]
    fn every_row_is_found_and_other_words_are_not() {
        assert!(MONTHS.iter().all(|row| month(row.0) == Some(Month::Common(row.1))));
        assert!(SOLAR_MONTHS.iter().all(|row| month(row.0) == Some(Month::Solar(row.1))));
        assert!(WEEKDAYS.iter().all(|row| weekday(row.0) == Some(row.1)));
        assert_eq!((month("maybe"), weekday("sunny")), (None, None));
        assert_eq!((month("october"), weekday("thurs")), (Some(Month::Common(10)), Some(3)));
    }

    #[test]
    fn no_english_name_stands_here_too() {
        let english = |word: &str| {
            let month = look(&words::MONTHS, word).or_else(|| look(&words::SHORT_MONTHS, word));
            let weekday = look(&words::WEEKDAYS, word);
            month.or(weekday).or_else(|| look(&words::SHORT_WEEKDAYS, word)).is_some()
        };
        assert!(!MONTHS.iter().any(|row| english(row.0)));
        assert!(!WEEKDAYS.iter().any(|row| english(row.0)));
    }
}
