//! How wide a text is, without laying it out: the advance of each letter is
//! asked of a canvas once.

use std::sync::{Mutex, PoisonError};

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Advances are kept in this many parts of a pixel.
const PARTS: i32 = 64;

/// The letters of one font.
pub struct Letters {
    canvas: Option<CanvasRenderingContext2d>,
    advances: Mutex<Vec<(char, i32)>>,
}

impl Letters {
    /// Letters of a font in CSS's words: `600 13px sans-serif`.
    pub fn new(font: &str) -> Self {
        let canvas = document()
            .create_element("canvas")
            .ok()
            .and_then(|canvas| {
                canvas.unchecked_into::<HtmlCanvasElement>().get_context("2d").ok()?
            })
            .map(|context| context.unchecked_into::<CanvasRenderingContext2d>());
        if let Some(canvas) = &canvas {
            canvas.set_font(font);
        }
        Self { canvas, advances: Mutex::default() }
    }

    /// Pixels that `text` takes, rounded up. Kerning is left out: it makes text
    /// narrower, hardly ever wider.
    pub fn measure(&self, text: &str) -> i32 {
        let parts: i32 = text.chars().map(|c| self.advance(c)).sum();
        (parts + PARTS - 1) / PARTS
    }

    fn advance(&self, c: char) -> i32 {
        let mut known = self.advances.lock().unwrap_or_else(PoisonError::into_inner);
        // Sorted by letter.
        match known.binary_search_by_key(&c, |(letter, _)| *letter) {
            Ok(at) => known[at].1,
            Err(at) => {
                let advance = self.ask(c);
                known.insert(at, (c, advance));
                advance
            }
        }
    }

    fn ask(&self, c: char) -> i32 {
        self.canvas
            .as_ref()
            .and_then(|canvas| canvas.measure_text(c.encode_utf8(&mut [0; 4])).ok())
            .map_or(8 * PARTS, |size| (size.width() * f64::from(PARTS)) as i32)
    }
}
