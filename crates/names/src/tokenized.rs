//! A text with what every later step asks of its tokens.

use dateline_model::Span;

use dateline_text::{Token, TokenKind, tokens};

/// A text, its tokens and what was noted about them.
pub(crate) struct Tokenized<'t> {
    pub(crate) text: &'t str,
    pub(crate) tokens: Vec<Token>,
    /// For each token: whether any word there would have a capital.
    pub(crate) opens: Vec<bool>,
    /// For each token: whether its whole line is in capitals.
    pub(crate) shouts: Vec<bool>,
}

impl<'t> Tokenized<'t> {
    pub(crate) fn new(text: &'t str, sentences: fn(&str) -> Vec<Span>) -> Self {
        let tokens = tokens(text);
        let mut opens = vec![false; tokens.len()];
        let mut starts = sentences(text).into_iter().map(|span| span.start).peekable();
        let mut pending = false;
        for (at, token) in tokens.iter().enumerate() {
            while starts.next_if(|&start| start <= token.span.start).is_some() {
                pending = true;
            }
            let gap = at.checked_sub(1).map_or("", |before| {
                text.get(tokens[before].span.end as usize..token.span.start as usize).unwrap_or("")
            });
            if gap.contains('\n') {
                pending = true;
            }
            match token.kind {
                TokenKind::Word => {
                    opens[at] = pending;
                    pending = false;
                }
                TokenKind::Number => pending = false,
                TokenKind::Mark => {
                    pending |= matches!(
                        token.of(text),
                        ":" | "\"" | "\u{201C}" | "\u{2018}" | "'" | "\u{AB}" | "\u{2022}"
                    );
                }
            }
        }
        let shouts = shouting(text, &tokens);
        Self { text, tokens, opens, shouts }
    }

    /// A token's text, `""` beyond the ends.
    pub(crate) fn of(&self, token: usize) -> &'t str {
        self.tokens.get(token).map_or("", |token| token.of(self.text))
    }

    pub(crate) fn slice(&self, span: Span) -> &'t str {
        span.of(self.text)
    }

    pub(crate) fn is_word(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// Whether a token is a word that begins with a capital.
    pub(crate) fn capital(&self, token: usize) -> bool {
        self.is_word(token) && self.of(token).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether any word at a token would have a capital.
    pub(crate) fn opens(&self, token: usize) -> bool {
        self.opens.get(token).copied().unwrap_or(false)
    }

    /// Whether a token's whole line is in capitals.
    pub(crate) fn shouted(&self, token: usize) -> bool {
        self.shouts.get(token).copied().unwrap_or(false)
    }

    /// What stands between a token and the one before it.
    fn gap(&self, token: usize) -> &'t str {
        match (
            token.checked_sub(1).and_then(|before| self.tokens.get(before)),
            self.tokens.get(token),
        ) {
            (Some(before), Some(after)) => {
                self.text.get(before.span.end as usize..after.span.start as usize).unwrap_or("")
            }
            _ => "\n",
        }
    }

    /// Whether a token begins a line.
    pub(crate) fn breaks(&self, token: usize) -> bool {
        self.gap(token).contains('\n')
    }

    /// Whether a token follows the one before without a gap.
    pub(crate) fn touches(&self, token: usize) -> bool {
        self.gap(token).is_empty()
    }

    /// Whether only blanks divide a token from the one before.
    pub(crate) fn follows(&self, token: usize) -> bool {
        let gap = self.gap(token);
        !gap.is_empty() && gap.len() <= 4 && !gap.contains('\n')
    }

    pub(crate) fn hyphen(&self, token: usize) -> bool {
        matches!(self.of(token), "-" | "\u{2010}" | "\u{2011}")
            && self.touches(token)
            && self.touches(token + 1)
    }
}

/// For each token, whether its line is all in capitals: acronyms cannot be told there.
fn shouting(text: &str, tokens: &[Token]) -> Vec<bool> {
    let mut shouts = vec![false; tokens.len()];
    let mut start = 0;
    while start < tokens.len() {
        let mut end = start + 1;
        while end < tokens.len()
            && !text[tokens[end - 1].span.end as usize..tokens[end].span.start as usize]
                .contains('\n')
        {
            end += 1;
        }
        let (mut upper, mut lower) = (0, 0);
        for token in tokens[start..end].iter().filter(|token| token.kind == TokenKind::Word) {
            let word = token.of(text);
            if word.chars().any(char::is_lowercase) {
                lower += 1;
            } else if word.len() > 1 {
                upper += 1;
            }
        }
        if upper >= 3 && upper > 2 * lower {
            shouts[start..end].fill(true);
        }
        start = end;
    }
    shouts
}
