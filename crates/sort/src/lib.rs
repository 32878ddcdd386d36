//! Sorting for the page. The standard library's takes some 4 KB of wasm for each
//! type that is sorted; these take a few hundred bytes: one heapsort for
//! anything, one radix sort for numbers and for texts.

/// Sorts in place so that no item is `less` than the one before it. Items that
/// are neither keep no order among themselves, so `less` should tell all apart.
/// n log n comparisons, whatever the input.
///
/// ```
/// let mut words = ["ferry", "bridge", "toll"];
/// dateline_sort::sort_by(&mut words, &mut |one, other| one < other);
/// assert_eq!(words, ["bridge", "ferry", "toll"]);
/// ```
pub fn sort_by<T>(items: &mut [T], less: &mut dyn FnMut(&T, &T) -> bool) {
    for root in (0..items.len() / 2).rev() {
        sift_down(items, root, less);
    }
    for end in (1..items.len()).rev() {
        items.swap(0, end);
        sift_down(&mut items[..end], 0, less);
    }
}

/// The texts, sorted and once each.
pub fn distinct<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<&'t str> {
    let mut out: Vec<&str> = texts.into_iter().collect();
    sort_by(&mut out, &mut |one, other| one < other);
    out.dedup();
    out
}

/// Moves an item of a heap down until no child is greater.
fn sift_down<T>(items: &mut [T], mut root: usize, less: &mut dyn FnMut(&T, &T) -> bool) {
    loop {
        let mut child = 2 * root + 1;
        if child >= items.len() {
            return;
        }
        if child + 1 < items.len() && less(&items[child], &items[child + 1]) {
            child += 1;
        }
        if !less(&items[root], &items[child]) {
            return;
        }
        items.swap(root, child);
        root = child;
    }
}

/// Sorts ascending, byte by byte from the lowest; bytes that are the same in
/// all keys cost one look. Linear in the number of keys.
pub fn sort_keys(keys: &mut Vec<u64>) {
    // Under this, moving keys one by one is quicker than counting.
    if keys.len() <= 32 {
        for at in 1..keys.len() {
            let mut to = at;
            while to > 0 && keys[to - 1] > keys[to] {
                keys.swap(to - 1, to);
                to -= 1;
            }
        }
        return;
    }
    let mut other = vec![0; keys.len()];
    for shift in (0..64).step_by(8) {
        let byte = |key: u64| (key >> shift) as usize & 255;
        let mut next = [0usize; 256];
        for &key in keys.iter() {
            next[byte(key)] += 1;
        }
        if next[byte(keys[0])] == keys.len() {
            continue;
        }
        let mut start = 0;
        for next in &mut next {
            start += core::mem::replace(next, start);
        }
        for &key in keys.iter() {
            other[next[byte(key)]] = key;
            next[byte(key)] += 1;
        }
        core::mem::swap(keys, &mut other);
    }
}

/// The numbers from 0 to `count`, in the order of the words that `word` gives
/// them. Words with the byte 0 are not told apart from their beginnings.
pub fn order_of_words<'w>(count: u32, word: &dyn Fn(u32) -> &'w str) -> Vec<u32> {
    let mut out: Vec<u32> = (0..count).collect();
    // Ranges whose words agree in all bytes before the depth.
    let mut open = vec![(0, out.len(), 0)];
    while let Some((from, to, depth)) = open.pop() {
        let head = |id: u32| {
            let bytes = word(id).as_bytes();
            (depth..depth + 4)
                .fold(0, |head, at| head << 8 | bytes.get(at).map_or(0, |&b| b.into()))
        };
        let mut keys: Vec<u64> =
            out[from..to].iter().map(|&id| head(id) << 32 | u64::from(id)).collect();
        sort_keys(&mut keys);
        for (to, &key) in out[from..to].iter_mut().zip(&keys) {
            *to = key as u32;
        }
        let mut start = 0;
        for run in keys.chunk_by(|one, other| one >> 32 == other >> 32) {
            let from = from + start;
            start += run.len();
            // A last byte of 0 means that these words have ended.
            if run.len() > 1 && run[0] >> 32 & 255 != 0 {
                open.push((from, from + run.len(), depth + 4));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{order_of_words, sort_by, sort_keys};

    #[test]
    fn any_order_comes_out_as_the_standard_library_sorts_it() {
        let mut seed = 11u64;
        for length in [0, 1, 2, 3, 10, 1_000] {
            let mut items: Vec<(u32, String)> = Vec::new();
            for _ in 0..length {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                items.push(((seed >> 60) as u32, (seed >> 40).to_string()));
            }
            let mut expected = items.clone();
            expected.sort();
            sort_by(&mut items, &mut |one, other| one < other);
            assert_eq!(items, expected);
        }
    }

    #[test]
    fn keys_come_out_as_the_standard_library_sorts_them() {
        let mut seed = 7u64;
        for length in [0, 1, 2, 32, 33, 500] {
            for mask in [0xFF, 0xFFFF_0000, u64::MAX] {
                let mut keys = Vec::new();
                for _ in 0..length {
                    seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    keys.push(seed.rotate_left(21) & mask);
                }
                let mut expected = keys.clone();
                expected.sort_unstable();
                sort_keys(&mut keys);
                assert_eq!(keys, expected);
            }
        }
    }

    #[test]
    fn words_come_in_the_order_of_their_bytes() {
        let mut words: Vec<String> =
            ["", "a", "abcd", "abcde", "abcdefgh", "\u{44f}\u{5317}"].map(String::from).into();
        words.extend((0..200).map(|at| format!("harbour{}", at * 7 % 200)));
        let order = order_of_words(words.len() as u32, &|at| &words[at as usize]);
        let sorted: Vec<&String> = order.iter().map(|&at| &words[at as usize]).collect();
        let mut expected: Vec<&String> = words.iter().collect();
        expected.sort();
        assert_eq!(sorted, expected);
    }
}
