//! How large things are on the band. All follows the width of the page and the reader's own size of text.

/// What the sizes follow from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Pixels from the left of the band to its right.
    pub width: i32,
    /// Pixels of the page's root size of text; 16 unless the reader asks for another.
    pub rem: i32,
}

impl Size {
    /// So many sixteenths of the root size: pixels of a design at 16 pixels.
    pub fn px(self, sixteenths: i32) -> i32 {
        sixteenths * self.rem / 16
    }

    /// Whether there is room for bars only: the list under them says the rest.
    pub fn narrow(self) -> bool {
        self.width < self.px(640)
    }

    /// The width of a sentence: about twenty letters.
    pub fn label(self) -> i32 {
        match self.width {
            wide if wide > self.px(1650) => self.px(166),
            middle if middle > self.px(1100) => self.px(144),
            _ => self.px(150),
        }
    }

    /// Between two sentences.
    pub fn gap(self) -> i32 {
        self.px(8)
    }

    /// The width of what is folded at an end.
    pub fn fold(self) -> i32 {
        self.px(124)
    }

    /// Free at both ends of the spine: half a tick's words.
    pub fn margin(self) -> i32 {
        self.px(16)
    }

    /// The narrowest bar that is still told from the next.
    pub fn narrowest_bar(self) -> i32 {
        self.px(6)
    }

    /// How many sentences stand side by side.
    pub fn columns(self) -> usize {
        ((self.width + self.gap()) / (self.label() + self.gap())).max(1) as usize
    }

    /// The height of a date, which may take two lines, and five lines.
    pub fn sentence(self) -> i32 {
        if self.narrow() { 0 } else { self.px(116) }
    }

    /// The height of the highest bar.
    pub fn bar(self) -> i32 {
        self.px(46)
    }

    /// Where the spine is.
    pub fn spine(self) -> i32 {
        self.sentence() + self.px(if self.narrow() { 4 } else { 18 }) + self.bar()
    }

    /// Where the lower sentences begin.
    pub fn below(self) -> i32 {
        self.spine() + self.px(46)
    }

    /// The height of all of it.
    pub fn height(self) -> i32 {
        if self.narrow() { self.spine() + self.px(24) } else { self.below() + self.sentence() }
    }

    /// About how wide words under the spine are: at eleven pixels, as wide as the widest of usual fonts.
    pub fn words(self, text: &str) -> i32 {
        self.px(13 * text.chars().count() as i32 / 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twice_the_text_is_twice_the_size() {
        let (usual, double) = (Size { width: 1392, rem: 16 }, Size { width: 2784, rem: 32 });
        for size in [Size::label, Size::fold, Size::spine, Size::height, Size::below] {
            assert_eq!(2 * size(usual), size(double));
        }
        assert_eq!(usual.columns(), double.columns());
        assert!(Size { width: 1000, rem: 32 }.narrow());
    }
}
