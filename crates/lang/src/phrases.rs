//! What pages say around articles in one language, as a value: the types of its lists.

/// What a page, a file's head or a record may state of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// The headline.
    Title,
    /// The summary under it.
    Standfirst,
    /// Who published it.
    Outlet,
    /// The news agency that wrote it.
    Agency,
    /// Who wrote it.
    Author,
    /// A name that may be the author's or the outlet's.
    Sender,
    /// The section of the site.
    Section,
    /// Its address.
    Url,
    /// The day of publication.
    Date,
    /// When a copy was made or changed: dates the article only if nothing else does.
    Created,
    /// The language.
    Language,
    /// Tags.
    Tags,
}

/// What pages say in one language. Lists are in lower case unless they say otherwise; a space at an
/// end stands for the end of a word.
#[derive(Clone, Copy, Debug)]
pub struct Phrases {
    /// The kinds of furniture.
    pub rules: &'static [Rule],
    /// What else lines of a kind say, by its name.
    pub more: &'static [(&'static str, &'static [Pattern])],
    /// What sites say to their readers within an article.
    pub asides: &'static [Aside],
    /// Links to the rest of a story, alone on a line.
    pub bare_links: &'static [&'static str],
    /// Names of sections, alone on a line.
    pub sections: &'static [&'static str],
    /// Words that stand as tags on many sites.
    pub topics: &'static [&'static str],
    /// Words before a list of tags.
    pub tag_labels: &'static [&'static str],
    /// Headings above a list of tags, one a line.
    pub tag_headings: &'static [&'static str],
    /// Words beside names in a caption that say who stands where.
    pub positions: &'static [&'static str],
    /// Units of lists that measure, as recipes do.
    pub units: &'static [&'static str],

    /// Words before a date that say what it dates, with what that is worth.
    pub date_labels: &'static [(&'static str, i32)],
    /// Words that open a line which says when it was written, and whether a name must follow.
    pub date_openings: &'static [(&'static str, bool)],
    /// What follows the date in such a line and goes on about its time.
    pub after_dates: &'static [&'static str],
    /// Words before a date that is not the one of publication.
    pub change_words: &'static [&'static str],
    /// Words before the day of a wiki page's last edit. As printed.
    pub edit_words: &'static [&'static str],
    /// How a line ends that says how long ago.
    pub agos: &'static [&'static str],
    /// Names of near days before a time.
    pub near_days: &'static [&'static str],
    /// What follows the number of a day, "3rd".
    pub ordinals: &'static [&'static str],
    /// What else may stand between a day's number and its month.
    pub before_months: &'static [&'static str],
    /// What may stand between month and year.
    pub before_years: &'static [&'static str],
    /// What may stand between weekday and date.
    pub after_weekdays: &'static [&'static str],
    /// What may stand between date and time. As printed.
    pub before_times: &'static [&'static str],
    /// What may stand between time and date. As printed.
    pub after_times: &'static [&'static str],
    /// The halves of a day on a clock of twelve hours, and whether it is the second.
    pub halves: &'static [(&'static str, bool)],

    /// What announces an author within a line.
    pub by: &'static [&'static str],
    /// The same as it begins a line.
    pub by_titles: &'static [&'static str],
    /// The same as else printed before a name.
    pub by_prefixes: &'static [&'static str],
    /// Labels of authors as printed before a name.
    pub author_prefixes: &'static [&'static str],
    /// What stands before an author's name in one element with it. As printed.
    pub author_words: &'static [&'static str],
    /// Labels of an author.
    pub author_labels: &'static [&'static str],
    /// Words alone on a line, or in a label, above an author's name.
    pub author_headings: &'static [&'static str],
    /// How a line begins that names the author.
    pub bylines: &'static [&'static str],
    /// The same where the words begin other lines as often.
    pub loose_bylines: &'static [&'static str],
    /// What may follow a name and ends in a full stop.
    pub name_suffixes: &'static [&'static str],
    /// Words between two names.
    pub ands: &'static [&'static str],
    /// Words that are no part of a name though they stand capitalised.
    pub no_names: &'static [&'static str],
    /// Words after which a name is over.
    pub name_ends: &'static [&'static str],
    /// Words of credits: who helped with an article or made what is shown beside it.
    pub other_credits: &'static [&'static str],
    /// Words of bylines that name nobody in particular.
    pub desks: &'static [&'static str],
    /// Names that a site's program gives to those who have none.
    pub nobodies: &'static [&'static str],
    /// What follows an author's name in a note about them.
    pub author_verbs: &'static [&'static str],
    /// The same on saved pages alone.
    pub more_author_verbs: &'static [&'static str],
    /// What joins a name to what somebody is. As printed.
    pub is: &'static [&'static str],
    /// Articles before what somebody is.
    pub articles: &'static [&'static str],
    /// Trades of those who write.
    pub trades: &'static [&'static str],
    /// Words of what else somebody is, behind a name.
    pub offices: &'static [&'static str],
    /// What makes a name the owner of what follows.
    pub possessives: &'static [&'static str],
    /// What a writer's own site is called.
    pub own_sites: &'static [&'static str],

    /// Small words within an outlet's name. As printed.
    pub outlet_joints: &'static [&'static str],
    /// What an outlet's name may begin with or lack. As printed.
    pub outlet_articles: &'static [&'static str],
    /// What joins an author to the outlet in a sender's name.
    pub sender_joints: &'static [&'static str],
    /// Words before the outlet that had the report.
    pub reporters: &'static [&'static str],
    /// Words before the outlet that readers shall support.
    pub pleas: &'static [&'static str],
    /// Words before an outlet, known or not.
    pub more_from: &'static [&'static str],
    /// Words of menus and notices that stand right before a site's own name, and right behind it.
    pub before_sites: &'static [&'static str],
    /// See [`Phrases::before_sites`].
    pub after_sites: &'static [&'static str],
    /// What joins an outlet to the service it has a channel on.
    pub channels: &'static [&'static str],
    /// How the site calls itself, which is no name.
    pub us: &'static [&'static str],
    /// Words before the owner of a page.
    pub owner_marks: &'static [&'static str],
    /// Words after the owner.
    pub owner_ends: &'static [&'static str],
    /// What a site says of itself: words after its name, before it, and part of it. As printed.
    pub praises: &'static [(&'static str, &'static str, &'static str)],

    /// Keys of a block of facts at the head of a file.
    pub head_keys: &'static [(&'static str, Fact)],
    /// Names of languages, with their BCP 47 tags.
    pub languages: &'static [(&'static str, &'static str)],
    /// Marks of answers and forwards before a subject.
    pub answers: &'static [&'static str],
}

impl Phrases {
    /// Nothing.
    pub const NONE: Phrases = Phrases {
        rules: &[],
        more: &[],
        asides: &[],
        bare_links: &[],
        sections: &[],
        topics: &[],
        tag_labels: &[],
        tag_headings: &[],
        positions: &[],
        units: &[],
        date_labels: &[],
        date_openings: &[],
        after_dates: &[],
        change_words: &[],
        edit_words: &[],
        agos: &[],
        near_days: &[],
        ordinals: &[],
        before_months: &[],
        before_years: &[],
        after_weekdays: &[],
        before_times: &[],
        after_times: &[],
        halves: &[],
        by: &[],
        by_titles: &[],
        by_prefixes: &[],
        author_prefixes: &[],
        author_words: &[],
        author_labels: &[],
        author_headings: &[],
        bylines: &[],
        loose_bylines: &[],
        name_suffixes: &[],
        ands: &[],
        no_names: &[],
        name_ends: &[],
        other_credits: &[],
        desks: &[],
        nobodies: &[],
        author_verbs: &[],
        more_author_verbs: &[],
        is: &[],
        articles: &[],
        trades: &[],
        offices: &[],
        possessives: &[],
        own_sites: &[],
        outlet_joints: &[],
        outlet_articles: &[],
        sender_joints: &[],
        reporters: &[],
        pleas: &[],
        more_from: &[],
        before_sites: &[],
        after_sites: &[],
        channels: &[],
        us: &[],
        owner_marks: &[],
        owner_ends: &[],
        praises: &[],
        head_keys: &[],
        languages: &[],
        answers: &[],
    };
}

/// How a pattern sits in a line. Patterns are compared with a line's key: lower
/// case, straight quotes, single spaces, no bullet.
#[derive(Clone, Copy, Debug)]
pub enum Pattern {
    /// The whole line.
    Is(&'static str),
    /// How it begins.
    Starts(&'static str),
    /// How it ends.
    Ends(&'static str),
    /// Anywhere in it, at a word's start. Prose about the matter may say it too.
    Has(&'static str),
    /// Anywhere in it, at a word's start; only the page itself speaks so.
    Always(&'static str),
}

/// What a matching line means for the lines around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Stands inside articles too; only the line itself goes.
    Label,
    /// Speaks for the site, mostly at the page's ends.
    Notice,
    /// Heads a part of the page that comes after an article.
    Foot,
    /// A caption of a picture.
    Caption,
}

/// One kind of furniture.
#[derive(Debug)]
pub struct Rule {
    /// Reaches the output.
    pub name: &'static str,
    /// What it means for its neighbours.
    pub effect: Effect,
    /// Lines longer than this, in characters, are never it.
    pub longest: usize,
    /// What the line says.
    pub patterns: &'static [Pattern],
    /// A line that it matches.
    pub example: &'static str,
    /// A line that looks alike and is none.
    pub near_miss: &'static str,
}

/// What sites say to their readers within an article.
#[derive(Debug)]
pub struct Aside {
    /// Reaches the output.
    pub name: &'static str,
    /// Whether only a site says so, wherever in an article it stands.
    pub firm: bool,
    /// Each is a list of parts that a line holds in that order. The first may begin with `^` for the
    /// line's start; one that ends in `*` may end inside a word.
    pub says: &'static [&'static [&'static str]],
    /// A line that it matches.
    pub example: &'static str,
    /// A line that looks alike and is none.
    pub near_miss: &'static str,
}

/// Whether a sorted list has a word.
pub fn has(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

/// What a sorted table says of a word.
pub fn find<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    table.binary_search_by_key(&word, |row| row.0).ok().map(|at| table[at].1)
}
