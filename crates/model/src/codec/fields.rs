//! The fields of every type of the corpus, one after the other: numbers in one
//! stream, texts in another, since each compresses better among its like.

use super::ids;
use crate::{
    Anchor, Article, Basis, Clock, Contents, Corpus, Day, DayRange, Entity, EntityKind, Event,
    Evidence, Furniture, Granularity, Link, Mention, Part, PartKind, Quote, Site, Span, Spelling,
    Status, Telling, Tie, Timex, TimexKind, Unread, Warning, WarningKind, When, Withheld,
};

/// A value that can be packed.
pub(super) trait Packed {
    /// Appends it.
    #[cfg(feature = "encode")]
    fn pack(&self, out: &mut FieldWriter);
    /// Reads it back; anything at all once the reader has failed.
    fn unpack(reader: &mut FieldReader<'_>) -> Self;
    /// Appends it to a list in which it comes after `before`.
    #[cfg(feature = "encode")]
    fn pack_after(&self, _before: Option<&Self>, out: &mut FieldWriter) {
        self.pack(out);
    }
    /// Reads it back from there.
    fn unpack_after(_before: Option<&Self>, reader: &mut FieldReader<'_>) -> Self
    where
        Self: Sized,
    {
        Self::unpack(reader)
    }
}

/// Collects fields.
#[cfg(feature = "encode")]
#[derive(Default)]
pub(super) struct FieldWriter {
    numbers: Vec<u8>,
    texts: Vec<u8>,
    /// Each text's place in the order of first use.
    known: std::collections::BTreeMap<String, u32>,
}

#[cfg(feature = "encode")]
impl FieldWriter {
    /// The length of the numbers, the numbers, the texts.
    pub(super) fn finish(self) -> Vec<u8> {
        [&(self.numbers.len() as u32).to_le_bytes(), &self.numbers[..], &self.texts].concat()
    }

    /// The length and the items.
    pub(super) fn list<T: Packed>(&mut self, items: &[T]) {
        self.number(items.len() as u32);
        let mut before = None;
        for item in items {
            item.pack_after(before, self);
            before = Some(item);
        }
    }

    /// A number by its distance from another: what stands together in a list of places is mostly near.
    fn step(&mut self, value: u32, before: u32) {
        let step = value.wrapping_sub(before) as i32;
        self.number((step << 1 ^ step >> 31) as u32);
    }

    fn byte(&mut self, value: u8) {
        self.numbers.push(value);
    }

    pub(super) fn number(&mut self, mut value: u32) {
        while value > 127 {
            self.byte(value as u8 | 128);
            value >>= 7;
        }
        self.byte(value as u8);
    }

    /// 0 and a length for a new text, or the place of a known one plus one.
    fn text(&mut self, text: &str) {
        if let Some(place) = self.known.get(text) {
            return self.number(place + 1);
        }
        self.known.insert(text.to_owned(), self.known.len() as u32);
        self.number(0);
        self.number(text.len() as u32);
        self.texts.extend_from_slice(text.as_bytes());
    }
}

/// Reads fields from bytes. After the first fault it gives zeros and nothing
/// else, so that a fault is asked for once, at the end.
pub(super) struct FieldReader<'b> {
    numbers: &'b [u8],
    texts: &'b [u8],
    /// Texts that stand before these, and where each ends: none where all is read from the beginning.
    before: (&'b [u8], &'b [u32]),
    known: Vec<&'b str>,
    /// Whether texts are only passed over.
    pub(super) skims: bool,
    failed: bool,
}

/// Where something begins in packed bytes: how many bytes of numbers are left there, and how many texts stand before.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    numbers: u32,
    texts: u32,
}

impl<'b> FieldReader<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        let mut reader = Self {
            numbers: &[],
            texts: &[],
            before: (&[], &[]),
            known: Vec::new(),
            skims: false,
            failed: false,
        };
        let streams = bytes.split_first_chunk().and_then(|(length, streams)| {
            streams.split_at_checked(u32::from_le_bytes(*length) as usize)
        });
        match streams {
            Some(streams) => (reader.numbers, reader.texts) = streams,
            None => reader.failed = true,
        }
        reader
    }

    /// Reads from `mark` on, where these are the ends of all texts.
    pub(super) fn at(bytes: &'b [u8], mark: Mark, ends: &'b [u32]) -> Self {
        let mut reader = Self::new(bytes);
        let skipped = reader.numbers.len().saturating_sub(mark.numbers as usize);
        let before = ends.get(..mark.texts as usize).unwrap_or(&[]);
        let end = before.last().map_or(0, |end| *end as usize);
        reader.before = (reader.texts, before);
        reader.numbers = &reader.numbers[skipped..];
        reader.texts = reader.texts.get(end..).unwrap_or(&[]);
        reader
    }

    /// Where the next field begins.
    pub(super) fn mark(&self) -> Mark {
        Mark { numbers: self.numbers.len() as u32, texts: self.known.len() as u32 }
    }

    /// How many items a list has; none once the reader has failed.
    pub(super) fn count(&mut self) -> usize {
        let count = self.number() as usize;
        // The length is a claim, and an item is a byte at least.
        if count > self.numbers.len() {
            self.fail();
        }
        if self.failed { 0 } else { count }
    }

    /// Where each text ends that was read: they stand one after the other.
    pub(super) fn ends(&self) -> Vec<u32> {
        let mut end = 0;
        let mut ends = Vec::with_capacity(self.known.len());
        for text in &self.known {
            end += text.len() as u32;
            ends.push(end);
        }
        ends
    }

    /// Whether all was read without a fault.
    pub(super) fn ended_well(&self) -> bool {
        !self.failed && self.numbers.is_empty() && self.texts.is_empty()
    }

    fn byte(&mut self) -> u8 {
        match self.numbers.split_first() {
            Some((byte, rest)) => {
                self.numbers = rest;
                *byte
            }
            None => self.fail(),
        }
    }

    fn number(&mut self) -> u32 {
        let (mut value, mut shift) = (0u32, 0);
        loop {
            let byte = self.byte();
            value |= u32::from(byte & 127) << shift;
            if byte & 128 == 0 {
                return value;
            }
            shift += 7;
            if shift > 28 {
                return self.fail().into();
            }
        }
    }

    fn step(&mut self, before: u32) -> u32 {
        let step = self.number();
        before.wrapping_add(step >> 1 ^ (step & 1).wrapping_neg())
    }

    fn text(&mut self) -> &'b str {
        let found = match self.number() as usize {
            0 => self.new_text(),
            place => self.known_text(place - 1),
        };
        match found {
            Some(_) if self.skims => "",
            Some(text) => text,
            None => {
                self.fail();
                ""
            }
        }
    }

    fn known_text(&self, at: usize) -> Option<&'b str> {
        let (texts, ends) = self.before;
        let Some(end) = ends.get(at) else { return self.known.get(at - ends.len()).copied() };
        let start = at.checked_sub(1).map_or(0, |before| ends[before]);
        core::str::from_utf8(texts.get(start as usize..*end as usize)?).ok()
    }

    fn new_text(&mut self) -> Option<&'b str> {
        let length = self.number() as usize;
        let (text, rest) = self.texts.split_at_checked(length)?;
        let text = core::str::from_utf8(text).ok()?;
        self.texts = rest;
        self.known.push(text);
        Some(text)
    }

    fn fail(&mut self) -> u8 {
        self.failed = true;
        self.numbers = &[];
        0
    }
}

impl Packed for u32 {
    #[cfg(feature = "encode")]
    fn pack(&self, out: &mut FieldWriter) {
        out.number(*self);
    }
    fn unpack(reader: &mut FieldReader<'_>) -> Self {
        reader.number()
    }
    #[cfg(feature = "encode")]
    fn pack_after(&self, before: Option<&Self>, out: &mut FieldWriter) {
        out.step(*self, before.copied().unwrap_or_default());
    }
    fn unpack_after(before: Option<&Self>, reader: &mut FieldReader<'_>) -> Self {
        reader.step(before.copied().unwrap_or_default())
    }
}

/// Its low half, then its high one.
impl Packed for u64 {
    #[cfg(feature = "encode")]
    fn pack(&self, out: &mut FieldWriter) {
        out.number(*self as u32);
        out.number((*self >> 32) as u32);
    }
    fn unpack(reader: &mut FieldReader<'_>) -> Self {
        u64::from(reader.number()) | u64::from(reader.number()) << 32
    }
}

impl Packed for u8 {
    #[cfg(feature = "encode")]
    fn pack(&self, out: &mut FieldWriter) {
        out.byte(*self);
    }
    fn unpack(reader: &mut FieldReader<'_>) -> Self {
        reader.byte()
    }
}

impl Packed for bool {
    #[cfg(feature = "encode")]
    fn pack(&self, out: &mut FieldWriter) {
        out.byte(u8::from(*self));
    }
    fn unpack(reader: &mut FieldReader<'_>) -> Self {
        reader.byte() != 0
    }
}

impl Packed for Day {
    #[cfg(feature = "encode")]
    fn pack(&self, out: &mut FieldWriter) {
        let number = self.number();
        out.number((number << 1 ^ number >> 31) as u32);
    }
    fn unpack(reader: &mut FieldReader<'_>) -> Self {
        let number = reader.number();
        Day::from_number((number >> 1) as i32 ^ -((number & 1) as i32))
    }
}

impl Packed for String {
    #[cfg(feature = "encode")]
    fn pack(&self, out: &mut FieldWriter) {
        out.text(self);
    }
    fn unpack(reader: &mut FieldReader<'_>) -> Self {
        reader.text().into()
    }
}

impl<T: Packed> Packed for Option<T> {
    #[cfg(feature = "encode")]
    fn pack(&self, out: &mut FieldWriter) {
        out.byte(u8::from(self.is_some()));
        if let Some(value) = self {
            value.pack(out);
        }
    }
    fn unpack(reader: &mut FieldReader<'_>) -> Self {
        (reader.byte() != 0).then(|| T::unpack(reader))
    }
}

impl<T: Packed> Packed for Vec<T> {
    #[cfg(feature = "encode")]
    fn pack(&self, out: &mut FieldWriter) {
        out.list(self);
    }
    fn unpack(reader: &mut FieldReader<'_>) -> Self {
        let count = reader.count();
        let mut out = Vec::with_capacity(count);
        for _ in 0..count {
            if reader.failed {
                break;
            }
            let item = T::unpack_after(out.last(), reader);
            out.push(item);
        }
        out
    }
}

/// The start and the length, which is the smaller number.
impl Packed for Span {
    #[cfg(feature = "encode")]
    fn pack(&self, out: &mut FieldWriter) {
        out.number(self.start);
        out.number(self.end - self.start);
    }
    fn unpack(reader: &mut FieldReader<'_>) -> Self {
        let start = reader.number();
        Self { start, end: start.saturating_add(reader.number()) }
    }
}

impl Packed for (u32, u32) {
    #[cfg(feature = "encode")]
    fn pack(&self, out: &mut FieldWriter) {
        self.0.pack(out);
        self.1.pack(out);
    }
    fn unpack(reader: &mut FieldReader<'_>) -> Self {
        (reader.number(), reader.number())
    }
}

impl<T: Packed, const N: usize> Packed for [T; N] {
    #[cfg(feature = "encode")]
    fn pack(&self, out: &mut FieldWriter) {
        self.iter().for_each(|item| item.pack(out));
    }
    fn unpack(reader: &mut FieldReader<'_>) -> Self {
        [(); N].map(|()| T::unpack(reader))
    }
}

/// A struct, field by field.
macro_rules! packed {
    ($($type:ident { $($field:ident)* })*) => {$(
        impl Packed for $type {
            #[cfg(feature = "encode")]
            fn pack(&self, out: &mut FieldWriter) {
                $(self.$field.pack(out);)*
            }
            fn unpack(reader: &mut FieldReader<'_>) -> Self {
                Self { $($field: Packed::unpack(reader)),* }
            }
        }
    )*};
}

/// A struct whose id is mostly made of a name of its own: see `codec/ids.rs`. The id is packed last.
macro_rules! packed_named {
    ($($type:ident, $name:ident, $words:literal { $($field:ident)* })*) => {$(
        impl Packed for $type {
            #[cfg(feature = "encode")]
            fn pack(&self, out: &mut FieldWriter) {
                $(self.$field.pack(out);)*
                out.text(ids::shortened(&self.id, &self.$name, $words));
            }
            fn unpack(reader: &mut FieldReader<'_>) -> Self {
                let mut made = Self { id: String::new(), $($field: Packed::unpack(reader)),* };
                made.id = ids::lengthened(reader.text(), &made.$name, $words);
                made
            }
        }
    )*};
}

/// An enum of plain variants, by their place in the list.
macro_rules! packed_enum {
    ($($type:ident { $($variant:ident)* })*) => {$(
        impl Packed for $type {
            #[cfg(feature = "encode")]
            fn pack(&self, out: &mut FieldWriter) {
                let all = [$(Self::$variant),*];
                let place = all.iter().position(|one| one == self);
                out.byte(place.expect("every variant is in the list") as u8);
            }
            fn unpack(reader: &mut FieldReader<'_>) -> Self {
                const ALL: &[$type] = &[$($type::$variant),*];
                let place = usize::from(reader.byte());
                if let Some(one) = ALL.get(place) {
                    return *one;
                }
                reader.fail();
                ALL[0]
            }
        }
    )*};
}

packed! {
    Corpus { site articles entities events warnings }
    Site { title description }
    Article {
        id file title standfirst outlet via agency author section url language unread tags published
        body captions furniture timexes mentions quotes version_of version_shared
        withheld fingerprint
    }
    When { date time earliest latest granularity basis evidence }
    Clock { hour minute }
    Evidence { rule text why }
    Furniture { text rule why }
    Timex { span kind value days granularity anchor future rule stretch compared }
    DayRange { start end }
    Mention { span entity }
    Quote { span speaker }
    Spelling { text uses }
    Link { event tie telling }
    Warning { file kind message }
    Contents { kind articles events entities named }
    Part { contents hash length }
}

packed_named! {
    Entity, name, 99 { name kind spellings articles evidence }
    Event, title, 5 {
        days granularity basis bounds clock status title tellings entities weight key links evidence
    }
}

impl Packed for Telling {
    #[cfg(feature = "encode")]
    fn pack(&self, out: &mut FieldWriter) {
        self.pack_after(None, out);
    }
    fn unpack(reader: &mut FieldReader<'_>) -> Self {
        Self::unpack_after(None, reader)
    }
    #[cfg(feature = "encode")]
    fn pack_after(&self, before: Option<&Self>, out: &mut FieldWriter) {
        out.step(self.article, before.map_or(0, |it| it.article));
        self.span.pack(out);
        self.timex.pack(out);
    }
    fn unpack_after(before: Option<&Self>, reader: &mut FieldReader<'_>) -> Self {
        let article = reader.step(before.map_or(0, |it| it.article));
        Self { article, span: Packed::unpack(reader), timex: Packed::unpack(reader) }
    }
}

packed_enum! {
    Granularity { Year Month Week Day Minute }
    Basis { Stated Inferred Corrected }
    TimexKind { Date Time Duration Set }
    Anchor { Itself Published Text }
    EntityKind { Person Place Organisation }
    PartKind { Names Heads Texts }
    Status { Happened Planned Proposed CalledOff }
    Tie { AnnouncedBy Announces CalledOffBy CallsOff }
    Withheld { Nothing Rest All }
    Unread { Nothing Names Times NamesAndTimes }
    WarningKind {
        Empty Binary TooLarge Unreadable UnknownType Duplicate Charset Damaged NoBody NoDate
        Meta Overlay Malformed
    }
}
