//! TimeML's notation for what no calendar day stands for: placeholders,
//! lengths of time, sets.

use dateline_model::{Anchor, TimexKind};

use crate::parts::{Amount, Parts, Unit};
use crate::valued::Valued;

/// TimeML's placeholder for a stretch that nothing places.
pub(crate) fn unknown(unit: Unit) -> &'static str {
    match unit {
        Unit::Week => "XXXX-WXX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century => "XX",
        Unit::Hour | Unit::Minute | Unit::Second => "XXXX-XX-XXTXX",
        Unit::Day => "XXXX-XX-XX",
    }
}

/// The same for a weekday, month or season.
pub(crate) fn unplaced(parts: &Parts) -> String {
    if let Some(weekday) = parts.weekday {
        let part = parts.part.map(|part| format!("T{part}")).unwrap_or_default();
        format!("XXXX-WXX-{}{part}", weekday + 1)
    } else if let Some(month) = parts.month {
        let day = parts.day.map(|day| format!("-{day:02}")).unwrap_or_default();
        format!("XXXX-{month:02}{day}")
    } else if let Some(season) = parts.season {
        format!("XXXX-{season}")
    } else {
        parts.part.map_or("XXXX-XX-XX".to_owned(), |part| format!("XXXX-XX-XXT{part}"))
    }
}

pub(crate) fn duration(parts: &Parts) -> Option<Valued> {
    let count = match parts.amount {
        Some(Amount::Exact(count, true)) => format!("{count}.5"),
        Some(Amount::Exact(count, false)) => count.to_string(),
        Some(Amount::Vague) => "X".to_owned(),
        None => "1".to_owned(),
    };
    let value = match parts.unit? {
        Unit::Second => format!("PT{count}S"),
        Unit::Minute => format!("PT{count}M"),
        Unit::Hour => format!("PT{count}H"),
        Unit::Day => format!("P{count}D"),
        Unit::Week => format!("P{count}W"),
        Unit::Weekend => format!("P{count}WE"),
        Unit::Month => format!("P{count}M"),
        Unit::Quarter => format!("P{count}Q"),
        Unit::Year => format!("P{count}Y"),
        Unit::Decade => format!("P{count}DE"),
        Unit::Century => format!("P{count}CE"),
    };
    Some(Valued::bare(TimexKind::Duration, value, Anchor::Itself))
}

/// The calendar's pattern for what recurs at every such length.
pub(crate) fn in_calendar(length: &'static str) -> &'static str {
    match length {
        "P1D" => unknown(Unit::Day),
        "P1W" => unknown(Unit::Week),
        "P1M" => unknown(Unit::Month),
        "P1Q" => unknown(Unit::Quarter),
        "P1Y" => unknown(Unit::Year),
        other => other,
    }
}

pub(crate) fn half_of(unit: Unit) -> Option<Valued> {
    let value = match unit {
        Unit::Minute => "PT30S",
        Unit::Hour => "PT30M",
        Unit::Day => "PT12H",
        Unit::Month => "P15D",
        Unit::Year => "P6M",
        Unit::Decade => "P5Y",
        Unit::Century => "P50Y",
        Unit::Second | Unit::Week | Unit::Weekend | Unit::Quarter => return None,
    };
    Some(Valued::bare(TimexKind::Duration, value.to_owned(), Anchor::Itself))
}

/// How often, as TimeML does in news (`P1Y`) or, as in histories, by the
/// calendar's pattern (`XXXX`).
pub(crate) fn every(parts: &Parts, by_calendar: bool) -> Option<Valued> {
    let value = if parts.unit == Some(Unit::Weekend) && parts.amount.is_none() {
        unknown(Unit::Weekend).to_owned()
    } else if let (Some(unit), None, true) = (parts.unit, parts.amount, by_calendar) {
        unknown(unit).to_owned()
    } else if parts.unit.is_some() {
        duration(parts)?.value
    } else {
        unplaced(parts)
    };
    Some(Valued::bare(TimexKind::Set, value, Anchor::Itself))
}
