//! What the tagger asks of a token. Each question has a number; the answer and
//! the number make the feature. The weights are bound to the numbers.

use super::document::{Document, SIGNS};
use super::facts::Facts;
use super::hash::{feature, join};
use super::lookup::{GIVEN_BIT, PHRASE_KINDS, WORD_BITS};
use super::opinions::Opinion;

impl Document<'_, '_> {
    /// Appends the features of a token.
    pub(super) fn features(&self, at: usize, out: &mut Vec<u32>) {
        let mut asked = Asked { out };
        self.words(at, &mut asked);
        self.listed(at, &mut asked);
        self.ruled(at, &mut asked);
        self.placed(at, &mut asked);
        self.seen(at, &mut asked);
        self.styled(at, &mut asked);
    }

    fn words(&self, at: usize, asked: &mut Asked) {
        let own = self.at(at);
        let (one, two) = (self.beside(at, -1), self.beside(at, -2));
        let (next, after) = (self.beside(at, 1), self.beside(at, 2));
        asked.is(1, 0);
        asked.is(2, own.form);
        asked.is(3, own.low);
        asked.is(4, own.shape);
        asked.is(5, own.brief);
        for length in 0..4 {
            if own.starts[length] != 0 {
                asked.is(6 + length as u64, own.starts[length]);
                asked.is(10 + length as u64, own.ends[length]);
            }
        }
        asked.is(14, one.low);
        asked.is(15, next.low);
        asked.is(16, two.low);
        asked.is(17, after.low);
        asked.both(18, one.low, own.low);
        asked.both(19, own.low, next.low);
        asked.both(20, one.low, next.low);
        asked.both(21, two.low, one.low);
        asked.both(22, next.low, after.low);
        asked.both(23, one.brief, own.brief);
        asked.both(24, own.brief, next.brief);
        asked.both(25, join(one.brief, own.brief), next.brief);
        asked.is(26, one.shape);
        asked.is(27, next.shape);
        asked.both(28, own.brief, one.low);
        asked.both(29, own.brief, next.low);
        if next.ends[2] != 0 {
            asked.is(86, next.ends[2]);
        }
        if one.ends[2] != 0 {
            asked.is(87, one.ends[2]);
        }
    }

    fn listed(&self, at: usize, asked: &mut Asked) {
        let own = self.at(at);
        let (one, next) = (self.beside(at, -1), self.beside(at, 1));
        asked.bits(30, own.lists);
        asked.bits(31, one.lists);
        asked.bits(32, next.lists);
        asked.bits(33, self.beside(at, -2).lists);
        asked.bits(34, self.beside(at, 2).lists);
        asked.both(35, own.lists, own.look as u64);
        asked.both(36, own.lists, one.lists);
        asked.both(37, own.lists, next.lists);
        let (kinds, part) = self.phrases[at];
        for kind in 0..PHRASE_KINDS {
            if kinds >> kind & 1 == 1 {
                let place = (kind as u64) << 8 | u64::from(part);
                asked.is(40, place);
                asked.both(41, place, own.look as u64);
                asked.both(42, place, one.low);
            }
        }
    }

    fn ruled(&self, at: usize, asked: &mut Asked) {
        let own = self.at(at);
        let (one, next) = (self.beside(at, -1), self.beside(at, 1));
        let opinion = self.settled[at];
        let before = at.checked_sub(1).map_or(0, |one| coarse(self.settled[one]));
        let after = self.settled.get(at + 1).map_or(0, |next| coarse(*next));
        asked.is(50, fine(opinion));
        asked.both(51, coarse(opinion), before);
        asked.both(52, coarse(opinion), after);
        asked.both(53, coarse(opinion), own.low);
        asked.both(54, coarse(opinion), one.low);
        asked.both(55, coarse(opinion), own.brief);
        asked.both(56, fine(self.raw[at]), coarse(opinion));
        asked.both(57, coarse(opinion), next.low);
        asked.is(58, coarse(opinion));
    }

    fn placed(&self, at: usize, asked: &mut Asked) {
        let own = self.at(at);
        let opens = u64::from(self.text.opens(at));
        let loud = u64::from(self.text.shouted(at));
        asked.is(60, opens << 1 | loud);
        asked.both(61, opens << 1 | loud, own.lists);
        asked.both(62, opens << 1 | u64::from(self.ordinary(at)), own.look as u64);
        let chunk = self.chunks[at];
        let (first, after) = (chunk.first as usize, chunk.after as usize);
        if first == after {
            return;
        }
        let length = (after - first).min(5) as u64;
        let place = if at + 1 == after { 7 } else { (at - first).min(3) as u64 };
        let spot = length << 4 | place;
        let (head, start) = (*self.at(after - 1), *self.at(first));
        let (ahead, behind): (&Facts, &Facts) = (self.beside(first, -1), self.beside(after - 1, 1));
        asked.is(70, spot);
        asked.both(71, head.low, place);
        asked.both(72, start.low, place);
        asked.both(73, ahead.low, place);
        asked.both(74, behind.low, place);
        asked.both(75, ahead.low, spot);
        asked.both(76, behind.low, spot);
        asked.bits(77, head.lists);
        asked.bits(78, start.lists);
        asked.bits(79, ahead.lists);
        asked.bits(80, behind.lists);
        asked.both(81, join(ahead.low, behind.low), length);
        asked.both(82, head.lists, spot);
        asked.both(83, start.lists, spot);
        let edge = u64::from(self.breaks[first])
            | u64::from(self.breaks.get(after).copied().unwrap_or(true)) << 1;
        asked.both(84, edge, spot);
        if head.ends[2] != 0 {
            asked.both(85, head.ends[2], place);
        }
    }

    /// What a name looks like depends on who writes: in a review most are shops.
    fn styled(&self, at: usize, asked: &mut Asked) {
        let style = u64::from(self.personal);
        let own = self.at(at);
        let one = self.beside(at, -1);
        asked.both(100, style, fine(self.settled[at]));
        asked.both(101, style, own.brief);
        asked.both(102, style, u64::from(self.text.opens(at)) << 4 | own.look as u64);
        asked.both(103, style, u64::from(self.phrases[at].0) << 2 | u64::from(self.phrases[at].1));
        asked.bits(104 + style, own.lists);
        asked.bits(106 + style, one.lists);
        let chunk = self.chunks[at];
        if chunk.first != chunk.after {
            let (head, ahead) =
                (self.at(chunk.after as usize - 1), self.beside(chunk.first as usize, -1));
            asked.bits(108 + style, head.lists);
            asked.both(110, join(style, head.low), u64::from(at + 1 == chunk.after as usize));
            asked.both(111, style, ahead.low);
        }
    }

    fn seen(&self, at: usize, asked: &mut Asked) {
        let own = self.at(at);
        let elsewhere = self.elsewhere(at);
        let opens = u64::from(self.text.opens(at));
        let some = |count: u32| u64::from(count.min(2));
        let counts =
            some(elsewhere.large) << 4 | some(elsewhere.opening) << 2 | some(elsewhere.small);
        let careless = u64::from(self.careless);
        asked.both(94, careless, own.look as u64);
        let lists = u64::from(self.phrases[at].0) << 1 | own.lists >> GIVEN_BIT & 1;
        asked.both(95, careless, lists << 4 | own.look as u64);
        asked.both(90, counts, opens);
        asked.both(91, counts, own.look as u64);
        for sign in 0..SIGNS {
            if elsewhere.signs >> sign & 1 == 1 {
                asked.is(92, u64::from(sign));
                asked.both(93, u64::from(sign), coarse(self.settled[at]));
            }
        }
    }
}

/// Kind and place in the name.
fn coarse(opinion: Opinion) -> u64 {
    if opinion.kind == 0 { 0 } else { u64::from(opinion.kind) << 2 | u64::from(opinion.part) }
}

/// With the strength.
fn fine(opinion: Opinion) -> u64 {
    coarse(opinion) << 8 | u64::from(opinion.strength)
}

struct Asked<'o> {
    out: &'o mut Vec<u32>,
}

impl Asked<'_> {
    fn is(&mut self, question: u64, answer: u64) {
        self.out.push(feature(question, answer));
    }

    fn both(&mut self, question: u64, one: u64, other: u64) {
        self.is(question, join(one, other));
    }

    fn bits(&mut self, question: u64, lists: u64) {
        let mut rest = lists;
        while rest != 0 {
            self.is(question, u64::from(rest.trailing_zeros()));
            rest &= rest - 1;
        }
        if lists == 0 {
            self.is(question, u64::from(WORD_BITS));
        }
    }
}
