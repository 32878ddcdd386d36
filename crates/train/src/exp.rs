//! The exponential function, the same bits on every machine. The standard
//! library's is the platform's, and platforms differ in the last digit.

/// e to the power of `x`, right to about 13 digits; 0 far below.
pub(crate) fn exp(x: f64) -> f64 {
    if x < -700.0 {
        return 0.0;
    }
    let x = x.min(700.0);
    let power = (x * core::f64::consts::LOG2_E).round();
    let rest = x - power * core::f64::consts::LN_2;
    // The series of e^rest; |rest| is at most 0.35.
    let mut sum = 1.0;
    for divisor in (1..=13).rev() {
        sum = 1.0 + sum * rest / f64::from(divisor);
    }
    sum * f64::from_bits(((power as i64 + 1023) as u64) << 52)
}

#[cfg(test)]
mod tests {
    use super::exp;

    #[test]
    fn it_is_the_exponential() {
        for x in [-650.0, -20.5, -1.0, -1e-9, 0.0, 0.3, 1.0, 7.25, 300.0] {
            assert!((exp(x) / f64::exp(x) - 1.0).abs() < 1e-11, "{x}");
        }
        assert_eq!(exp(-1e9), 0.0);
    }
}
