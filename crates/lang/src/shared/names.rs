//! What names carry in any language of news.

/// Words that a person's name may hold in small letters. Sorted.
pub const PARTICLES: &[&str] = &[
    "al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "le", "van", "von",
];

/// Forms of companies, as an owner's name prints them at its end; cut in this order.
pub const COMPANY_FORMS: &[&str] = &[" Inc", " LLC", " Ltd", " Limited", " Media", " GmbH"];

#[cfg(test)]
mod tests {
    #[test]
    fn particles_are_sorted() {
        assert!(super::PARTICLES.is_sorted());
    }
}
