//! What the engine needs to know of a language, as plain data. A pack fills it
//! in; the engine holds no word of any language itself.
//!
//! A list is one text of words in lower case, sorted and divided by white
//! space. The few words that have a grammatical task are slices.

use dateline_model::Span;

/// The words, the names of the world and the weights of one language.
///
/// What a language does not have stays empty, as in [`Data::EMPTY`].
#[derive(Clone, Copy, Debug)]
pub struct Data {
    /// Cuts a text into sentences.
    pub sentences: fn(&str) -> Vec<Span>,
    /// Roles, heads of names, and other words that stand in names or beside them.
    pub lists: Lists,
    /// Words with a task in the grammar of names.
    pub grammar: Grammar,
    /// Names that any news corpus knows.
    pub gazetteer: Gazetteer,
    /// What only the tagger asks for.
    pub tagger: Tagger,
}

/// Word lists. The weights are bound to their order: see [`Lists::in_order`].
#[derive(Clone, Copy, Debug)]
pub struct Lists {
    /// Roles that end in a full stop which is no part of the role: "Dr".
    pub abbreviated_roles: &'static str,
    /// Beginnings that stand before a hyphen and name nothing: "Russo-".
    pub combining_forms: &'static str,
    /// Legal forms of companies.
    pub company_suffixes: &'static str,
    /// Weekdays, months, holidays, zones of time.
    pub date_words: &'static str,
    /// Words that make a part of a place's name: "East".
    pub directions: &'static str,
    /// Endings of internet addresses that make a word a site's name.
    pub domains: &'static str,
    /// Words that end a name wherever they stand.
    pub function_words: &'static str,
    /// Short words after a hyphen that make a phrase of a name: "-era".
    pub hyphen_tails: &'static str,
    /// What a ministry that is spelled small is for.
    pub ministry_topics: &'static str,
    /// Capitals that are no person, place or organisation.
    pub not_names: &'static str,
    /// Words that head an organisation's name.
    pub organisation_heads: &'static str,
    /// Words that end names of other things: an act, a war, a cup.
    pub other_heads: &'static str,
    /// Words that begin names of other things: a storm, a project.
    pub other_starts: &'static str,
    /// Words in lower case inside a person's name: "van", "al".
    pub particles: &'static str,
    /// Words that end the name of a place.
    pub place_heads: &'static str,
    /// Words that begin the name of a place.
    pub place_starts: &'static str,
    /// Words that stand before a role and belong to it: "Deputy".
    pub role_modifiers: &'static str,
    /// Words that follow a role and belong to it: "General".
    pub role_tails: &'static str,
    /// Roles and titles before a name.
    pub roles: &'static str,
    /// Verbs of saying.
    pub saying: &'static str,
    /// Ordinary words that stand with a capital where a sentence begins.
    pub stop_words: &'static str,
    /// What an organisation is for, in names that join two such words by "and".
    pub topics: &'static str,
}

/// How many word lists there are.
pub(crate) const LISTS: usize = 22;

impl Lists {
    /// The lists as the tagger's weights number them: a new one goes last, and
    /// the weights are learned again.
    pub fn in_order(&self) -> [&'static str; LISTS] {
        [
            self.abbreviated_roles,
            self.combining_forms,
            self.company_suffixes,
            self.date_words,
            self.directions,
            self.domains,
            self.function_words,
            self.hyphen_tails,
            self.ministry_topics,
            self.not_names,
            self.organisation_heads,
            self.other_heads,
            self.other_starts,
            self.particles,
            self.place_heads,
            self.place_starts,
            self.role_modifiers,
            self.role_tails,
            self.roles,
            self.saying,
            self.stop_words,
            self.topics,
        ]
    }
}

/// A few words each, in lower case unless said otherwise.
pub type Few = &'static [&'static str];

/// Words with a task in the grammar of names. Where a sentence may give one a
/// capital, the engine looks for that form too.
#[derive(Clone, Copy, Debug)]
pub struct Grammar {
    /// The definite article: before the name of a paper or a company, and after [`Self::genitives`].
    pub articles: Few,
    /// The indefinite article, which ends a name.
    pub indefinite: Few,
    /// The pronoun that is one capital letter and may look like an initial ("I").
    pub letter_pronouns: Few,
    /// What joins a head to what it is of: "Bank of Oslo", "Secretary of State".
    pub genitives: Few,
    /// What joins an organisation to what it is for: "Centre for Health".
    pub purposes: Few,
    /// What joins two words of an organisation's name, or two people.
    pub conjunctions: Few,
    /// What the possessive of a name ends in, as the tokens split it off.
    pub possessives: Few,
    /// Particles that begin a name without a hyphen: "bin Laden".
    pub opening_particles: Few,
    /// Beginnings with a hyphen that make one word with a role: "vice-".
    pub role_prefixes: Few,
    /// Endings with a hyphen that make one word with a role: "-elect".
    pub role_suffixes: Few,
    /// Of the role tails, those that belong to a role after a genitive only.
    pub genitive_tails: Few,
    /// What follows a person's surname: "Jr", "III".
    pub generations: Few,
    /// Company suffixes that a genitive may follow: "Group of Twenty".
    pub open_suffixes: Few,
    /// Company suffixes after which a name may well go on.
    pub weak_suffixes: Few,
    /// What a firm does, as its full name tells and the short one does not: "Motor", "Computer".
    pub trades: Few,
    /// The head of a ministry's name, which news also spells small; empty where none is.
    pub ministry: &'static str,
    /// Adverbs and auxiliaries between a speaker and the verb of saying.
    pub before_saying: Few,
    /// Verbs of saying that may stand before the speaker.
    pub inverted_saying: Few,
    /// Pronouns that stand for a person just named: "who".
    pub personal_relatives: Few,
    /// Prepositions of place, each form as it is printed.
    pub prepositions_of_place: Few,
    /// Endings of nouns that are no name: sciences, faiths.
    pub abstract_endings: Few,
    /// How a plural ends.
    pub plurals: Few,
    /// Titles that a person is not known without: "Pope", "Lady".
    pub kept_titles: Few,
    /// Words that show, after a title, that no name follows: "President of the Board".
    pub after_bare_title: Few,
}

/// Names that any news corpus knows. A row's first spelling is the usual one;
/// the tables are sorted, and a spelling stands in one row only. Rows of two
/// languages with one usual spelling are one.
#[derive(Clone, Copy, Debug)]
pub struct Gazetteer {
    /// `names; capital`, the names divided by commas.
    pub countries: Few,
    /// `country; words for its people and things`, divided by commas.
    pub demonyms: Few,
    /// Spellings divided by commas; the capitals are among them.
    pub cities: Few,
    /// Lands, seas and straits that are no state.
    pub regions: Few,
    /// Organisations; what is in capitals matches capitals only.
    pub organisations: Few,
    /// Given names, divided by white space, sorted, as they are printed.
    pub given_names: &'static str,
    /// Rows of given names that are one in several languages or transcriptions.
    pub given_name_variants: Few,
    /// `short long ...`: the everyday form of given names.
    pub short_given_names: Few,
}

/// What only the tagger asks for. Its weights are bound to all of it.
#[derive(Clone, Copy, Debug)]
pub struct Tagger {
    /// Learned by `cargo xtask train names`; without them the rules decide alone.
    pub weights: &'static [u8],
    /// More given names, one a line.
    pub given_names: &'static str,
    /// Surnames, one a line.
    pub surnames: &'static str,
    /// Cities, one a line.
    pub cities: &'static str,
    /// The most frequent words of the language, one a line, the most frequent first.
    pub common: &'static str,
    /// Pronouns by which a writer speaks of himself.
    pub selves: Few,
    /// The word before a name that makes it a thing's or a company's: "the".
    pub article: &'static str,
    /// The usual preposition of place: "in".
    pub inside: &'static str,
    /// What follows a person: "who".
    pub relative: &'static str,
    /// What names a doer: "by".
    pub agent: &'static str,
    /// What names a receiver or an employer: "for".
    pub recipient: &'static str,
    /// Endings of a possessive, as the tokens split them off.
    pub possessives: Few,
}

impl Data {
    /// A language of which nothing is known.
    pub const EMPTY: Self = Self {
        sentences: |text| dateline_text::sentences(text, &dateline_text::Stops::NONE),
        lists: Lists {
            abbreviated_roles: "",
            combining_forms: "",
            company_suffixes: "",
            date_words: "",
            directions: "",
            domains: "",
            function_words: "",
            hyphen_tails: "",
            ministry_topics: "",
            not_names: "",
            organisation_heads: "",
            other_heads: "",
            other_starts: "",
            particles: "",
            place_heads: "",
            place_starts: "",
            role_modifiers: "",
            role_tails: "",
            roles: "",
            saying: "",
            stop_words: "",
            topics: "",
        },
        grammar: Grammar {
            articles: &[],
            indefinite: &[],
            letter_pronouns: &[],
            genitives: &[],
            purposes: &[],
            conjunctions: &[],
            possessives: &[],
            opening_particles: &[],
            role_prefixes: &[],
            role_suffixes: &[],
            genitive_tails: &[],
            generations: &[],
            open_suffixes: &[],
            weak_suffixes: &[],
            trades: &[],
            ministry: "",
            before_saying: &[],
            inverted_saying: &[],
            personal_relatives: &[],
            prepositions_of_place: &[],
            abstract_endings: &[],
            plurals: &[],
            kept_titles: &[],
            after_bare_title: &[],
        },
        gazetteer: Gazetteer {
            countries: &[],
            demonyms: &[],
            cities: &[],
            regions: &[],
            organisations: &[],
            given_names: "",
            given_name_variants: &[],
            short_given_names: &[],
        },
        tagger: Tagger {
            weights: &[],
            given_names: "",
            surnames: "",
            cities: "",
            common: "",
            selves: &[],
            article: "",
            inside: "",
            relative: "",
            agent: "",
            recipient: "",
            possessives: &[],
        },
    };
}
