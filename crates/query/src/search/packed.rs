//! Numbers of seven bits a byte (LEB128): most of what is kept here is small.

/// Writes a number, byte by byte.
#[inline]
pub(crate) fn put_number(mut value: u32, put: &mut impl FnMut(u8)) {
    while value > 127 {
        put(value as u8 | 128);
        value >>= 7;
    }
    put(value as u8);
}

/// How many bytes a number takes.
pub(crate) fn length(value: u32) -> u32 {
    (32 - (value | 1).leading_zeros()).div_ceil(7)
}

/// Takes the first number off; 0 where there is none.
#[inline]
pub(crate) fn number(bytes: &mut &[u8]) -> u32 {
    let (mut value, mut shift) = (0, 0);
    while let Some((byte, rest)) = bytes.split_first() {
        *bytes = rest;
        value |= u32::from(byte & 127) << shift;
        if *byte < 128 {
            break;
        }
        shift += 7;
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back_and_take_as_many_bytes_as_is_said() {
        let all = [0, 1, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152, 268_435_456, u32::MAX];
        let mut packed = Vec::new();
        for value in all {
            let before = packed.len();
            put_number(value, &mut |byte| packed.push(byte));
            assert_eq!(packed.len() - before, length(value) as usize, "{value}");
        }
        let mut bytes = packed.as_slice();
        assert_eq!(all.map(|_| number(&mut bytes)), all);
        assert_eq!((bytes.len(), number(&mut bytes)), (0, 0));
    }
}
