//! A table as a Parquet file: every column is optional, lists are in the three levels that the format asks
//! for, days are days since 1970.

use std::sync::Arc;

use parquet::basic::Compression;
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::errors::Result;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::parser::parse_message_type;

use crate::{Column, Kind, Place, Source, Table, Value};

/// So many rows are held beside the file at once; engines read groups of rows by many threads.
const GROUP: usize = 20_000;

const MAKER: &str = concat!("dateline ", env!("CARGO_PKG_VERSION"));

pub(crate) fn file(source: &Source<'_>, table: &Table, places: &[Place]) -> Result<Vec<u8>> {
    let schema = Arc::new(parse_message_type(&message(table))?);
    let settings = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by(MAKER.into())
        .build();
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(settings))?;
    for places in places.chunks(GROUP) {
        let mut group = writer.next_row_group()?;
        for column in table.columns {
            let values = places.iter().map(|place| (column.value)(source, *place));
            let values: Vec<Value<'_>> = values.collect();
            let mut out = group.next_column()?.expect("the schema has all columns");
            write(&mut out, &values)?;
            out.close()?;
        }
        group.close()?;
    }
    writer.into_inner()
}

/// The schema in Parquet's own words.
fn message(table: &Table) -> String {
    let columns: String = table.columns.iter().map(field).collect();
    format!("message {} {{ {columns}}}", table.name)
}

fn field(Column { name, kind, .. }: &Column) -> String {
    match kind {
        Kind::Truth => format!("optional boolean {name}; "),
        Kind::Number => format!("optional int64 {name}; "),
        Kind::Share => format!("optional double {name}; "),
        Kind::Day => format!("optional int32 {name} (DATE); "),
        Kind::Text => format!("optional binary {name} (STRING); "),
        Kind::Texts => format!(
            "required group {name} (LIST) {{ repeated group list {{ required binary element (STRING); }} }} "
        ),
    }
}

/// Writes the values that are there, with a level for each row that says whether its is.
fn write(out: &mut SerializedColumnWriter<'_>, values: &[Value<'_>]) -> Result<()> {
    let levels: Vec<i16> = values.iter().map(|value| i16::from(*value != Value::Missing)).collect();
    let levels = Some(levels.as_slice());
    match out.untyped() {
        ColumnWriter::BoolColumnWriter(out) => {
            let truth = |value: &Value<'_>| match value {
                Value::Truth(truth) => Some(*truth),
                _ => None,
            };
            out.write_batch(&there(values, truth), levels, None)?;
        }
        ColumnWriter::Int64ColumnWriter(out) => {
            let number = |value: &Value<'_>| match value {
                Value::Number(number) => Some(*number),
                _ => None,
            };
            out.write_batch(&there(values, number), levels, None)?;
        }
        ColumnWriter::DoubleColumnWriter(out) => {
            let share = |value: &Value<'_>| match value {
                Value::Share(share) => Some(*share),
                _ => None,
            };
            out.write_batch(&there(values, share), levels, None)?;
        }
        ColumnWriter::Int32ColumnWriter(out) => {
            let day = |value: &Value<'_>| match value {
                Value::Day(day) => Some(day.number()),
                _ => None,
            };
            out.write_batch(&there(values, day), levels, None)?;
        }
        ColumnWriter::ByteArrayColumnWriter(out) => {
            let (texts, levels, repeats) = texts(values);
            out.write_batch(&texts, Some(&levels), repeats.as_deref())?;
        }
        _ => unreachable!("`field` names no other type"),
    }
    Ok(())
}

fn there<T>(values: &[Value<'_>], get: impl Fn(&Value<'_>) -> Option<T>) -> Vec<T> {
    values.iter().filter_map(get).collect()
}

/// The texts of a column; for each whether it is there, and, where the column has lists, whether it goes on
/// the list before it. An empty list is a row with no text.
fn texts(values: &[Value<'_>]) -> (Vec<ByteArray>, Vec<i16>, Option<Vec<i16>>) {
    let (mut texts, mut levels, mut repeats) = (Vec::new(), Vec::new(), Vec::new());
    for value in values {
        let row = levels.len();
        match value {
            Value::Texts(all) => texts.extend(all.iter().map(|text| ByteArray::from(*text))),
            other => texts.extend(other.text().map(ByteArray::from)),
        }
        match value {
            Value::Texts(all) if !all.is_empty() => levels.resize(row + all.len(), 1),
            other => levels.push(i16::from(other.text().is_some())),
        }
        repeats.resize(levels.len(), 1);
        repeats[row] = 0;
    }
    let lists = values.iter().any(|value| matches!(value, Value::Texts(_)));
    (texts, levels, lists.then_some(repeats))
}
