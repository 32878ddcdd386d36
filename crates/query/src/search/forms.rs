//! Words by number: folded, and as the sources spell them.

use dateline_sort::order_of_words;

/// Numbers words in the order in which they come, by a table of open
/// addressing over one string.
#[derive(Default)]
pub(crate) struct Names {
    text: String,
    ends: Vec<u32>,
    /// Number plus one; 0 is free. Its length is a power of two.
    slots: Vec<u32>,
}

impl Names {
    /// The number of a word, of those that `fits`; a new one where there is none.
    fn id(&mut self, word: &str, fits: &dyn Fn(u32) -> bool) -> u32 {
        if self.ends.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let at = self.slot(word, fits);
        if self.slots[at] == 0 {
            self.text.push_str(word);
            self.ends.push(self.text.len() as u32);
            self.slots[at] = self.ends.len() as u32;
        }
        self.slots[at] - 1
    }

    fn get(&self, id: u32) -> &str {
        let start = if id == 0 { 0 } else { self.ends[id as usize - 1] };
        &self.text[start as usize..self.ends[id as usize] as usize]
    }

    /// Where `word` is, or where it belongs.
    fn slot(&self, word: &str, fits: &dyn Fn(u32) -> bool) -> usize {
        let mask = self.slots.len() - 1;
        // The upper bits are the better ones.
        let mut at = (dateline_text::hash(word) >> 32) as usize & mask;
        while let Some(id) = self.slots[at].checked_sub(1) {
            if self.get(id) == word && fits(id) {
                break;
            }
            at = (at + 1) & mask;
        }
        at
    }

    fn grow(&mut self) {
        self.slots = vec![0; (self.slots.len() * 2).max(64)];
        for id in 0..self.ends.len() as u32 {
            let at = self.slot(self.get(id), &|other| other == id);
            self.slots[at] = id + 1;
        }
    }

    /// The words in sorted order, their starts, and the rank of each number.
    pub fn sorted(&self) -> (String, Vec<u32>, Vec<u32>) {
        let ids = order_of_words(self.ends.len() as u32, &|id| self.get(id));
        let mut ranks = vec![0; ids.len()];
        let mut text = String::with_capacity(self.text.len());
        let mut starts = Vec::with_capacity(ids.len() + 1);
        starts.push(0);
        for (rank, &id) in (0u32..).zip(&ids) {
            ranks[id as usize] = rank;
            text.push_str(self.get(id));
            starts.push(text.len() as u32);
        }
        (text, starts, ranks)
    }
}

/// Words as they stand in the sources, each with what it is folded.
#[derive(Default)]
pub(crate) struct Forms {
    printed: Names,
    /// By form: the number of the folded word.
    pub words: Vec<u32>,
}

impl Forms {
    /// The number of a form whose folded word is this.
    pub fn id(&mut self, names: &mut Names, printed: &str, word: &str) -> u32 {
        let words = &self.words;
        // Plain letters and digits are folded in one way only.
        let is_plain = printed.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let fits = |form: u32| is_plain || names.get(words[form as usize]) == word;
        let form = self.printed.id(printed, &fits);
        if form as usize == self.words.len() {
            self.words.push(names.id(word, &|_| true));
        }
        form
    }

    pub fn printed(&self, form: u32) -> &str {
        self.printed.get(form)
    }
}
