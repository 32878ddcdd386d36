//! What is asked of all heads at once, without unpacking them: which has an id, and how long titles are.

/// Of articles and of events.
pub(super) struct Known {
    pub articles: Heads,
    pub events: Heads,
}

impl Known {
    pub fn new(articles: usize, events: usize) -> Self {
        Self { articles: Heads::new(articles), events: Heads::new(events) }
    }
}

/// By place in the corpus.
pub(super) struct Heads {
    /// A hash of the id; 0 where that is not here.
    ids: Vec<u32>,
    /// The length of the title, up to 255.
    lengths: Vec<u8>,
}

impl Heads {
    fn new(length: usize) -> Self {
        Self { ids: vec![0; length], lengths: vec![0; length] }
    }

    pub fn put(&mut self, at: u32, id: &str, title: &str) {
        if let Some(slot) = self.ids.get_mut(at as usize) {
            *slot = hash(id);
            self.lengths[at as usize] = title.len().min(255) as u8;
        }
    }

    /// Those that may have this id.
    pub fn with_id(&self, id: &str) -> Vec<u32> {
        let hash = hash(id);
        (0..).zip(&self.ids).filter(|(_, other)| **other == hash).map(|(at, _)| at).collect()
    }

    pub fn length(&self, at: u32) -> Option<usize> {
        let is_here = *self.ids.get(at as usize)? != 0;
        is_here.then(|| self.lengths[at as usize].into())
    }
}

/// FNV-1a, never 0.
fn hash(id: &str) -> u32 {
    let all = id
        .bytes()
        .fold(0x811c_9dc5, |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    all.max(1)
}
