//! Shapes on a ground, with soft edges.

/// Red, green, blue.
pub(super) type Colour = [u8; 3];

/// Pixels, row by row.
pub(super) struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

impl Canvas {
    pub(super) fn new(width: usize, height: usize, ground: Colour) -> Self {
        Self { width, height, pixels: ground.repeat(width * height) }
    }

    /// The pixels, three bytes each.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.pixels
    }

    /// A rectangle.
    pub(super) fn bar(&mut self, left: f32, top: f32, wide: f32, high: f32, colour: Colour) {
        let share = |from: f32, length: f32, at: usize| {
            let at = at as f32;
            ((from + length).min(at + 1.0) - from.max(at)).clamp(0.0, 1.0)
        };
        self.shape((left, top, left + wide, top + high), colour, |x, y| {
            share(left, wide, x) * share(top, high, y)
        });
    }

    /// A disc.
    pub(super) fn dot(&mut self, x: f32, y: f32, radius: f32, colour: Colour) {
        let r = radius + 1.0;
        self.shape((x - r, y - r, x + r, y + r), colour, |px, py| {
            let (dx, dy) = (px as f32 + 0.5 - x, py as f32 + 0.5 - y);
            (radius + 0.5 - (dx * dx + dy * dy).sqrt()).clamp(0.0, 1.0)
        });
    }

    /// A straight line with round ends.
    pub(super) fn line(&mut self, from: (f32, f32), to: (f32, f32), wide: f32, colour: Colour) {
        let r = wide / 2.0 + 1.0;
        let bounds = (
            from.0.min(to.0) - r,
            from.1.min(to.1) - r,
            from.0.max(to.0) + r,
            from.1.max(to.1) + r,
        );
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let square = (dx * dx + dy * dy).max(f32::EPSILON);
        self.shape(bounds, colour, |px, py| {
            let (x, y) = (px as f32 + 0.5 - from.0, py as f32 + 0.5 - from.1);
            let along = ((x * dx + y * dy) / square).clamp(0.0, 1.0);
            let (x, y) = (x - along * dx, y - along * dy);
            (wide / 2.0 + 0.5 - (x * x + y * y).sqrt()).clamp(0.0, 1.0)
        });
    }

    /// Every pixel inside the bounds, as far as `covers` says that it is covered.
    fn shape(
        &mut self,
        (left, top, right, bottom): (f32, f32, f32, f32),
        colour: Colour,
        covers: impl Fn(usize, usize) -> f32,
    ) {
        let inside = |from: f32, to: f32, most: usize| {
            (from.max(0.0) as usize).min(most)..(to.max(0.0).ceil() as usize).min(most)
        };
        for y in inside(top, bottom, self.height) {
            for x in inside(left, right, self.width) {
                let share = covers(x, y);
                let at = 3 * (y * self.width + x);
                for (pixel, part) in self.pixels[at..at + 3].iter_mut().zip(colour) {
                    let mixed = f32::from(*pixel) * (1.0 - share) + f32::from(part) * share;
                    *pixel = mixed.round() as u8;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(draw: impl Fn(&mut Canvas), expected: &[&str]) {
        let mut canvas = Canvas::new(5, 5, [0; 3]);
        draw(&mut canvas);
        let shade = |pixel: &[u8]| match pixel[0] {
            0 => '.',
            1..=254 => '+',
            255 => '#',
        };
        let rows: Vec<String> =
            canvas.bytes().chunks(15).map(|row| row.chunks(3).map(shade).collect()).collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn a_bar_covers_whole_and_parted_pixels() {
        check(
            |canvas| canvas.bar(1.0, 1.0, 2.5, 2.0, [255; 3]),
            &[".....", ".##+.", ".##+.", ".....", "....."],
        );
    }

    #[test]
    fn a_dot_is_round_and_what_lies_outside_is_not_drawn() {
        check(
            |canvas| canvas.dot(2.5, 2.5, 1.6, [255; 3]),
            &["..+..", ".+#+.", "+###+", ".+#+.", "..+.."],
        );
        check(|canvas| canvas.dot(-20.0, 99.0, 3.0, [255; 3]), &["....."; 5]);
    }
}
