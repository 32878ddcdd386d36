//! Words beside which a number counts or labels something and is no year.
//! Sorted; lower case.

/// Nouns that are counted: a four-digit number before one is no year.
#[rustfmt::skip]
pub const COUNTED: [&str; 88] = [
    "acres", "aircraft", "barrels", "bodies", "books", "calories", "cases", "casualties",
    "children", "civilians", "companies", "copies", "cubic", "deaths", "degrees", "dollars",
    "employees", "euros", "families", "feet", "fighters", "ft", "gallons", "grams",
    "guns", "hectares", "homes", "horses", "hours", "houses", "hp", "hrs",
    "inches", "jobs", "kg", "kilograms", "kilometers", "kilometres", "km", "litres",
    "lives", "m", "members", "men", "meters", "metres", "miles", "million",
    "mm", "murders", "nautical", "officers", "pages", "participants", "passengers", "people",
    "percent", "pieces", "points", "pounds", "prisoners", "refugees", "residents", "rounds",
    "rubles", "rupees", "sailors", "seats", "shares", "ships", "soldiers", "square",
    "students", "tanks", "tonnes", "tons", "troops", "vehicles", "victims", "villages",
    "volts", "voters", "votes", "watts", "women", "words", "workers", "yards",
];

/// Words after which a number is a label, not a year.
#[rustfmt::skip]
pub const LABELS: [&str; 39] = [
    "airbus", "approximately", "article", "bill", "boeing", "box", "bus", "channel",
    "chapter", "clause", "code", "exactly", "extension", "file", "flight", "flights",
    "gate", "highway", "item", "line", "lot", "no", "number", "over",
    "page", "paragraph", "platform", "resolution", "room", "route", "routes", "section",
    "some", "tel", "train", "tram", "unit", "version", "windows",
];

/// Units that a dash joins to a number, "a 1850-metre peak". Sorted.
#[rustfmt::skip]
pub const MEASURES: [&str; 18] = [
    "acre", "bed", "foot", "ft", "hectare", "kg", "kilometer", "kilometre", "km", "member", "meter",
    "metre", "mile", "page", "seat", "strong", "ton", "tonne",
];

/// Nouns of measure before "of" and a number. Sorted.
#[rustfmt::skip]
pub const MEASURED: [&str; 12] = [
    "altitude", "capacity", "depth", "distance", "elevation", "height", "length", "population",
    "speed", "total", "wavelength", "weight",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted() {
        assert!(COUNTED.is_sorted() && LABELS.is_sorted());
        assert!(MEASURED.is_sorted() && MEASURES.is_sorted());
    }
}
