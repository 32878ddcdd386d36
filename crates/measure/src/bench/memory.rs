//! The most memory that this process has held, where the system says so.

use std::fs;

/// Begins a new count, so that the next [`peak`] is of what comes after.
pub(super) fn restart() {
    // Only Linux has the file, and some containers forbid it; the peak is then that of the whole run.
    drop(fs::write("/proc/self/clear_refs", "5"));
}

/// Megabytes, or `None` where the system does not say.
pub(super) fn peak() -> Option<u64> {
    peak_in(&fs::read_to_string("/proc/self/status").ok()?)
}

fn peak_in(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix(" kB")?.trim().parse().ok()?;
    Some(kilobytes.div_ceil(1024))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_peak_is_read_from_the_status_page() {
        assert_eq!(peak_in("VmPeak:\t 9 kB\nVmHWM:\t  2049 kB\n"), Some(3));
        assert_eq!(peak_in("VmPeak:\t 9 kB\n"), None);
    }
}
