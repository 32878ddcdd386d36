//! Function words that tell languages apart.

/// One language and its commonest short words.
pub struct Language {
    /// BCP 47.
    pub tag: &'static str,
    /// Lower case, sorted. Words that two languages share may stand in both:
    /// only the sum counts. About twenty words a language keep the sums fair.
    pub words: &'static [&'static str],
}

/// Sorted by tag.
pub const LANGUAGES: &[Language] = &[
    Language {
        tag: "de",
        words: &[
            "auch", "auf", "aus", "bei", "das", "dem", "den", "der", "des", "die", "ein", "eine",
            "einer", "für", "im", "ist", "mit", "nach", "nicht", "sich", "sie", "und", "von",
            "wird", "zu",
        ],
    },
    Language {
        tag: "en",
        words: &[
            "a", "and", "are", "as", "at", "be", "by", "for", "from", "had", "has", "have", "he",
            "in", "is", "it", "its", "not", "of", "on", "said", "that", "the", "their", "they",
            "this", "to", "was", "were", "which", "will", "with", "you",
        ],
    },
    Language {
        tag: "es",
        words: &[
            "al", "como", "con", "de", "del", "el", "en", "entre", "es", "fue", "ha", "la", "las",
            "lo", "los", "más", "no", "para", "por", "que", "se", "según", "su", "un", "una", "y",
        ],
    },
    Language {
        tag: "fr",
        words: &[
            "au", "aux", "avec", "ce", "dans", "de", "des", "du", "elle", "en", "est", "et", "il",
            "la", "le", "les", "ne", "ont", "par", "pas", "pour", "que", "qui", "sur", "un", "une",
        ],
    },
    Language {
        tag: "it",
        words: &[
            "anche", "che", "con", "da", "dal", "degli", "dei", "del", "della", "delle", "di",
            "gli", "ha", "i", "il", "in", "la", "le", "nel", "non", "per", "più", "sono", "un",
            "una",
        ],
    },
    Language {
        tag: "nl",
        words: &[
            "aan", "bij", "dat", "de", "die", "een", "en", "het", "hij", "in", "is", "maar", "met",
            "naar", "niet", "ook", "op", "te", "uit", "van", "voor", "was", "wordt", "ze", "zijn",
        ],
    },
    Language {
        tag: "pl",
        words: &[
            "dla", "do", "i", "jak", "jego", "jest", "już", "która", "który", "na", "nie", "o",
            "od", "oraz", "po", "przez", "przy", "się", "są", "to", "w", "z", "za", "ze", "że",
        ],
    },
    Language {
        tag: "pt",
        words: &[
            "ao", "as", "com", "como", "da", "das", "de", "do", "dos", "e", "em", "foi", "mais",
            "na", "no", "não", "o", "os", "para", "pela", "pelo", "por", "que", "se", "um", "uma",
        ],
    },
    Language {
        tag: "ru",
        words: &[
            "в",
            "во",
            "для",
            "до",
            "его",
            "за",
            "и",
            "из",
            "из-за",
            "к",
            "как",
            "на",
            "не",
            "о",
            "об",
            "он",
            "от",
            "по",
            "при",
            "с",
            "со",
            "также",
            "что",
            "это",
            "этом",
        ],
    },
    Language {
        tag: "tr",
        words: &[
            "ancak",
            "bir",
            "bu",
            "da",
            "daha",
            "de",
            "dedi",
            "değil",
            "eden",
            "en",
            "gibi",
            "göre",
            "ile",
            "ise",
            "için",
            "kadar",
            "olan",
            "olarak",
            "olduğunu",
            "sonra",
            "ve",
            "ya",
            "çok",
        ],
    },
    Language {
        tag: "uk",
        words: &[
            "в",
            "для",
            "до",
            "з",
            "за",
            "й",
            "його",
            "на",
            "не",
            "по",
            "при",
            "про",
            "під",
            "після",
            "та",
            "також",
            "у",
            "це",
            "що",
            "що-небудь",
            "як",
            "яка",
            "який",
            "і",
            "із",
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::LANGUAGES;

    #[test]
    fn languages_and_their_words_are_sorted() {
        assert!(LANGUAGES.is_sorted_by_key(|language| language.tag));
        assert!(LANGUAGES.iter().all(|language| language.words.is_sorted()));
    }
}
