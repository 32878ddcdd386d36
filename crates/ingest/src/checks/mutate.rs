//! A seeded generator of damaged texts: the poor man's fuzzer, the same on
//! every machine and every run.

/// A small generator of numbers (SplitMix64).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// The same seed throws the same numbers.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Any number.
    pub fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`, which is not 0.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.throw() % limit as u64) as usize
    }

    /// One of these.
    pub fn of<'t, T>(&mut self, items: &'t [T]) -> &'t T {
        &items[self.below(items.len())]
    }
}

/// Pieces that stages look for, and pieces that break what they assume. Add a
/// piece where a stage learns a new cue.
#[rustfmt::skip]
pub const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    " ",
    "\u{A0}",
    "\u{2028}",
    "\0",
    "\u{1E}",
    "\u{FEFF}",
    "\u{FFFD}",
    "\u{200B}",
    "\u{200F}",
    "\u{202E}",
    "\u{2066}",
    "\u{0301}",
    "\u{0130}",
    "\u{1E9E}",
    "\u{FB03}",
    "\u{1F469}\u{200D}\u{1F4BB}",
    "\u{4E2D}\u{6587}",
    "\u{0627}\u{0644}",
    "Şafak",
    "O\u{2019}Brien",
    "\"",
    "'",
    "\u{201C}",
    "\u{201D}",
    "\u{2018}",
    "\u{2019}",
    "\u{AB}",
    "\u{BB}",
    "(",
    ")",
    "[",
    "]",
    ".",
    ",",
    ":",
    ";",
    "-",
    "--",
    "\u{2013}",
    "\u{2014}",
    "\u{2026}",
    "!",
    "?",
    "/",
    "|",
    "#",
    "@",
    "&",
    "•",
    "*",
    "---\n",
    "Title: ",
    "Date: ",
    "By ",
    "Published ",
    "Updated ",
    "Read more\n",
    "Related articles\n",
    "Advertisement\n",
    "(Reuters) - ",
    "https://example.org/2025/05/28/a-b ",
    "1/2/3",
    "2025-05-28",
    "28.05.2025",
    "May 28, 2025",
    "28 May",
    "31 February",
    "May",
    "Monday",
    "on Monday",
    "last ",
    "next ",
    "this ",
    "week",
    "year",
    "two days ago",
    "in 1914–18",
    "1990s",
    "at 3 p.m.",
    "12:30",
    "99:99",
    "0",
    "00",
    "9999999999999999999",
    "-1",
    "the 21st century",
    "BC",
    "today",
    "yesterday",
    "tomorrow",
    "first quarter",
    "summer",
    "Christmas",
    "since",
    "until",
    "Ada Quill",
    "Mr. Quill",
    "Quill",
    "Foreign Minister ",
    "Kyiv",
    "U.S.",
    "NATO",
    "of the ",
    "{", "}", "{\"title\":", "[", "<p>", "</div>", "<script>", "<!--", "&amp;", "&#x0;", "<time datetime=",
    "+++\n", "```\n", "=?utf-8?Q?", "From: a\n", "Content-Type: text/html\n\n", "a: &x [*x, *x]\n",
    "Ministry of ",
    "Ltd",
    "said ",
    "according to ",
    "he said",
    "will ",
    "would ",
    "was held ",
];

/// A damaged copy of `text`.
pub fn mutated(dice: &mut Dice, text: &[u8], other: &[u8]) -> Vec<u8> {
    let mut out = text.to_vec();
    for _ in 0..=dice.below(8) {
        let at = dice.below(out.len() + 1);
        let length = dice.below(64).min(out.len() - at);
        match dice.below(8) {
            0 => drop(out.drain(at..at + length)),
            1 => {
                let piece = out[at..at + length].repeat(1 + dice.below(6));
                out.splice(at..at, piece);
            }
            2 => {
                let from = dice.below(other.len() + 1);
                let to = other.len().min(from + dice.below(400));
                out.splice(at..at, other[from..to].iter().copied());
            }
            3 => {
                let byte = (dice.throw() & 0xFF) as u8;
                out.splice(at..at, [byte]);
            }
            4 => out.truncate(at.max(out.len() / 2)),
            5 => {
                let piece = dice.of(PIECES).repeat(1 + dice.below(12));
                out.splice(at..at, piece.into_bytes());
            }
            _ => drop(out.splice(at..at, dice.of(PIECES).bytes())),
        }
    }
    out
}

/// A text of nothing but pieces.
pub fn pieced(dice: &mut Dice) -> Vec<u8> {
    let mut out = Vec::new();
    for _ in 0..dice.below(120) {
        out.extend_from_slice(dice.of(PIECES).as_bytes());
        if dice.below(3) > 0 {
            out.push(b' ');
        }
    }
    out
}
