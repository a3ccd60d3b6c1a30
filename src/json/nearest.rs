//! The key that a misspelt one was meant for.

/// The longest key that is compared with those of the record.
const LONGEST_KEY: usize = 48;

/// The key that another one may have been meant for, where one is near enough.
pub(super) fn nearest(
    key: &str,
    names: impl Iterator<Item = &'static str>,
) -> Option<&'static str> {
    if key.len() > LONGEST_KEY {
        return None;
    }
    let key = folded(key);
    let mut letters = key.clone();
    letters.sort_unstable();
    names
        .filter_map(|name| {
            let other = folded(name);
            let limit = (other.len() / 3).min(3);
            if key == other {
                return Some((0, name));
            }
            if key.len().abs_diff(other.len()) > limit {
                return None;
            }
            let distance = distance(&key, &other);
            let mut swapped = other;
            swapped.sort_unstable();
            (distance <= limit || swapped == letters).then_some((distance, name))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// The letters of a key, however it is cased and joined.
fn folded(key: &str) -> Vec<char> {
    key.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// How many letters must be changed, added or left out to make one of the other.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (n, letter) in one.iter().enumerate() {
        let mut corner = n;
        let mut left = n + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (beside, cell) in other.iter().zip(row.iter_mut().skip(1)) {
            let best = (corner + usize::from(letter != beside)).min(left + 1).min(*cell + 1);
            corner = std::mem::replace(cell, best);
            left = best;
        }
    }
    row.last().copied().unwrap_or_default()
}
