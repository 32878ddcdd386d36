//! A text's tokens, folded up while other texts are read: a corpus is read several times, and its tokens
//! as they are take three times the room of its texts.

use dateline_model::Span;
use dateline_text::{Token, TokenKind};

use crate::tokenized::Tokenized;

/// What [`Tokenized`] notes of a text, without the text.
pub(crate) enum Kept {
    /// For each token the bytes between it and the one before, its own, and its marks.
    Small(Box<[[u8; 3]]>),
    /// Where some number is too large for that.
    Whole(Vec<Token>, Vec<bool>, Vec<bool>),
}

/// The marks of a token: two bits for its kind, and whether it opens or its line shouts.
const OPENS: u8 = 4;
const SHOUTS: u8 = 8;

impl Kept {
    pub(crate) fn of(text: Tokenized<'_>) -> Self {
        let Tokenized { tokens, opens, shouts, .. } = text;
        let mut end = 0;
        let small = tokens.iter().zip(&opens).zip(&shouts).map(|((token, opens), shouts)| {
            let kind = match token.kind {
                TokenKind::Word => 0,
                TokenKind::Number => 1,
                TokenKind::Mark => 2,
            };
            let gap = u8::try_from(token.span.start - end).ok()?;
            let length = u8::try_from(token.span.end - token.span.start).ok()?;
            end = token.span.end;
            let marks = kind | if *opens { OPENS } else { 0 } | if *shouts { SHOUTS } else { 0 };
            Some([gap, length, marks])
        });
        match small.collect::<Option<_>>() {
            Some(small) => Self::Small(small),
            None => Self::Whole(tokens, opens, shouts),
        }
    }

    /// As it was; `text` is the text that it was made of.
    pub(crate) fn again(self, text: &str) -> Tokenized<'_> {
        let small = match self {
            Self::Small(small) => small,
            Self::Whole(tokens, opens, shouts) => return Tokenized { text, tokens, opens, shouts },
        };
        let mut end = 0;
        let tokens = small.iter().map(|[gap, length, marks]| {
            let start = end + u32::from(*gap);
            end = start + u32::from(*length);
            let kind = match marks & 3 {
                0 => TokenKind::Word,
                1 => TokenKind::Number,
                _ => TokenKind::Mark,
            };
            Token { span: Span { start, end }, kind }
        });
        let tokens = tokens.collect();
        let marked = |bit: u8| small.iter().map(|token| token[2] & bit != 0).collect();
        Tokenized { text, tokens, opens: marked(OPENS), shouts: marked(SHOUTS) }
    }
}

#[cfg(test)]
mod tests {
    use dateline_text::{Stops, sentences};

    use super::*;

    fn check(text: &str, small: bool) {
        let read = || Tokenized::new(text, |text| sentences(text, &Stops::NONE));
        let kept = Kept::of(read());
        assert_eq!(matches!(kept, Kept::Small(_)), small);
        let (again, first) = (kept.again(text), read());
        assert_eq!(again.tokens, first.tokens);
        assert_eq!((again.opens, again.shouts), (first.opens, first.shouts));
    }

    #[test]
    fn tokens_come_back_as_they_were() {
        check("", true);
        check("FLOOD IN PORT VINDREL\n\nThe mayor said: “We saw 12 boats.” It's over", true);
        check(&format!("Salt {} boats", "x".repeat(300)), false);
        check(&format!("Salt{}boats", " ".repeat(300)), false);
    }
}
