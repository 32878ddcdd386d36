//! Where sentences stand above and below the spine of days: which of them have room, in which row, and
//! where their leaders meet them.
//!
//! All are of one width, so their places are a matter of order alone: in each row the sentences stand in the
//! order of their days, each as near to its own as the others let it, and the leaders of a row cannot cross.

use dateline_sort::sort_by;

/// Of what lies in one stretch of the spine, a quarter of a sentence wide, only the heaviest so many are
/// looked at: more than have room above and below it.
const CONSIDERED: usize = 12;

/// What would like a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The middle of its day on the spine, in pixels.
    pub x: i32,
    /// Of two, the heavier one has the place; of several at one `x`, each further one weighs less.
    pub weight: u32,
    /// Whether it goes before all that are not.
    pub first: bool,
}

/// The room there is, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// A sentence's width, at least 1.
    pub label: i32,
    /// Between two of a row.
    pub gap: i32,
    /// From where to where the row above the spine reaches.
    pub above: (i32, i32),
    /// From where to where the row below it does.
    pub below: (i32, i32),
    /// How far the middle of a sentence may be from its day, at most.
    pub reach: i32,
}

/// A place that was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which wish.
    pub wish: usize,
    /// Whether it is above the spine.
    pub above: bool,
    /// The sentence's left edge.
    pub left: i32,
    /// Where its leader meets it: between its edges, as near to its day as can be.
    pub lead: i32,
}

/// How many sentences the two rows hold at most.
fn capacity(room: Room) -> (usize, usize) {
    let held = |(from, upto): (i32, i32)| {
        ((upto - from + room.gap) / (room.label + room.gap).max(1)).max(0) as usize
    };
    (held(room.above), held(room.below))
}

/// Gives places, the heaviest first, until the rows are full. `wishes` are in the order of time and so of
/// their `x`, and so is what comes back.
pub fn place(wishes: &[Wish], room: Room) -> Vec<Place> {
    let (most_above, most_below) = capacity(room);
    let mut open = heaviest(wishes, room);
    let mut rows: [Vec<usize>; 2] = [Vec::new(), Vec::new()];
    let most = [most_above, most_below];
    while let Some(next) = heaviest_now(wishes, &open, &rows, room) {
        let wish = open.swap_remove(next);
        let better = (0..2)
            .filter(|&row| rows[row].len() < most[row])
            .filter_map(|row| {
                let with = inserted(&rows[row], wish);
                let cost = cost(wishes, &with, room, row)?;
                let before = self::cost(wishes, &rows[row], room, row).unwrap_or(0);
                // As near in both: the emptier row, so that neighbours take turns.
                Some((cost - before, rows[row].len() * most[1 - row], row, with))
            })
            .min_by_key(|found| (found.0, found.1, found.2));
        if let Some((_, _, row, with)) = better {
            rows[row] = with;
        }
        if rows[0].len() == most[0] && rows[1].len() == most[1] {
            break;
        }
    }
    let mut places: Vec<Place> = (0..2)
        .flat_map(|row| {
            let lefts = lefts(wishes, &rows[row], room, row);
            rows[row].iter().copied().zip(lefts).map(move |(wish, left)| {
                let inset = (room.label / 12).max(1);
                let lead = wishes[wish].x.clamp(left + inset, left + room.label - inset);
                Place { wish, above: row == 0, left, lead }
            })
        })
        .collect();
    sort_by(&mut places, &mut |one, other| one.wish < other.wish);
    places
}

/// Positions of the wishes that are looked at, by place.
fn heaviest(wishes: &[Wish], room: Room) -> Vec<usize> {
    let wide = (room.label / 4).max(1);
    let rank = |at: usize| (wishes[at].first, wishes[at].weight, core::cmp::Reverse(at));
    let mut all = Vec::new();
    // Wishes come in the order of time, and so by place.
    for stretch in (0..wishes.len())
        .collect::<Vec<_>>()
        .chunk_by(|&one, &other| wishes[one].x.div_euclid(wide) == wishes[other].x.div_euclid(wide))
    {
        let mut best: Vec<usize> = Vec::with_capacity(CONSIDERED + 1);
        for &at in stretch {
            let place = best.partition_point(|&other| rank(other) >= rank(at));
            if place < CONSIDERED {
                best.insert(place, at);
                best.truncate(CONSIDERED);
            }
        }
        all.extend(best);
    }
    all
}

/// Which of `open` is next, by its place there. Those that stand on the same day already, and half as much
/// those near by, make it weigh less, so that no one day takes all the places.
fn heaviest_now(
    wishes: &[Wish],
    open: &[usize],
    rows: &[Vec<usize>; 2],
    room: Room,
) -> Option<usize> {
    (0..open.len()).max_by_key(|&at| {
        let wish = wishes[open[at]];
        let near = rows.iter().flatten().map(|&other| (wishes[other].x - wish.x).abs());
        let crowd: u32 =
            near.map(|away| if away == 0 { 2 } else { u32::from(away < room.label / 2) }).sum();
        let weight = u64::from(wish.weight) * 2 / u64::from(2 + crowd);
        (wish.first, weight, core::cmp::Reverse(open[at]))
    })
}

fn inserted(row: &[usize], wish: usize) -> Vec<usize> {
    let mut with = row.to_vec();
    with.insert(with.partition_point(|&other| other < wish), wish);
    with
}

/// How far the sentences of a row stand from their days together; `None` where one is out of reach.
fn cost(wishes: &[Wish], row: &[usize], room: Room, which: usize) -> Option<i64> {
    let mut cost = 0i64;
    for (&wish, left) in row.iter().zip(lefts(wishes, row, room, which)) {
        let away = (left + room.label / 2 - wishes[wish].x).abs();
        // Beside the edge a sentence cannot be nearer than the edge lets it.
        let (from, upto) = bounds(room, which);
        let nearest = wanted(wishes[wish].x, room).clamp(from, (upto - room.label).max(from));
        if away > room.reach.max((nearest + room.label / 2 - wishes[wish].x).abs()) {
            return None;
        }
        cost += i64::from(away);
    }
    Some(cost)
}

fn bounds(room: Room, which: usize) -> (i32, i32) {
    if which == 0 { room.above } else { room.below }
}

/// Where a sentence would stand if it were alone: a little to the right of its day, as one reads on.
fn wanted(x: i32, room: Room) -> i32 {
    x - room.label * 3 / 8
}

/// The left edges of a row.
fn lefts(wishes: &[Wish], row: &[usize], room: Room, which: usize) -> Vec<i32> {
    let wants: Vec<i32> = row.iter().map(|&wish| wanted(wishes[wish].x, room)).collect();
    let (from, upto) = bounds(room, which);
    spread(&wants, room.label + room.gap, from, upto - room.label)
}

/// Places as near to `wants` as can be, by the sum of squares, in the same order, at least `pitch` apart and
/// between `low` and `high`: isotonic regression by pooling adjacent violators.
fn spread(wants: &[i32], pitch: i32, low: i32, high: i32) -> Vec<i32> {
    let last = wants.len() as i32 - 1;
    // Without the distance that each has anyway, the places must only not descend.
    let mut pools: Vec<(i64, i64)> = Vec::new();
    for (at, &want) in (0i32..).zip(wants) {
        let mut pool = (i64::from(want - at * pitch), 1);
        while let Some(&(sum, count)) = pools.last() {
            if sum * pool.1 <= pool.0 * count {
                break;
            }
            pools.pop();
            pool = (pool.0 + sum, pool.1 + count);
        }
        pools.push(pool);
    }
    let upto = i64::from((high - last * pitch).max(low));
    let mut places = Vec::with_capacity(wants.len());
    for (sum, count) in pools {
        let place = sum.div_euclid(count).clamp(i64::from(low), upto) as i32;
        for _ in 0..count {
            places.push(place + places.len() as i32 * pitch);
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room(width: i32) -> Room {
        Room { label: 144, gap: 8, above: (0, width), below: (130, width - 130), reach: 240 }
    }

    fn wish(x: i32, weight: u32) -> Wish {
        Wish { x, weight, first: false }
    }

    /// Days of one width in a row, each with so many wishes of falling weight.
    fn days(width: i32, days: i32, each: u32) -> Vec<Wish> {
        (0..days)
            .flat_map(|day| {
                let x = 140 + (width - 280) * day / days.max(1);
                (0..each).map(move |at| wish(x, 100 + (day as u32 * 7) % 13 - at))
            })
            .collect()
    }

    /// What must be so of any places.
    fn sane(wishes: &[Wish], room: Room) -> Vec<Place> {
        let places = place(wishes, room);
        assert!(places.windows(2).all(|two| two[0].wish < two[1].wish), "in the order of time");
        for above in [true, false] {
            let (from, upto) = if above { room.above } else { room.below };
            let row: Vec<&Place> = places.iter().filter(|one| one.above == above).collect();
            for one in &row {
                assert!(from <= one.left && one.left + room.label <= upto, "within its row");
                assert!(
                    one.left < one.lead && one.lead < one.left + room.label,
                    "its leader meets it"
                );
            }
            for two in row.windows(2) {
                assert!(two[0].left + room.label + room.gap <= two[1].left, "they never touch");
                // Elbows between two heights, with both ends in one order, do not cross.
                assert!(two[0].lead < two[1].lead);
                assert!(wishes[two[0].wish].x <= wishes[two[1].wish].x);
            }
        }
        places
    }

    #[test]
    fn how_many_have_room_follows_the_width() {
        for (width, label, expected) in [(976, 150, 10), (1392, 144, 16), (1872, 166, 19)] {
            let room = Room { label, below: (132, width - 132), ..room(width) };
            let (above, below) = capacity(room);
            assert_eq!(above + below, expected, "{width}");
            assert_eq!(sane(&days(width, 20, 4), room).len(), expected, "{width}");
        }
        assert_eq!(
            place(&days(100, 3, 1), Room { above: (0, 100), below: (0, 0), ..room(100) }),
            []
        );
    }

    #[test]
    fn the_heaviest_have_the_places_and_a_day_does_not_take_them_all() {
        let width = 1392;
        let mut wishes = days(width, 20, 1);
        // One day with twelve that are a little heavier than all others.
        let x = wishes[10].x;
        wishes.splice(10..11, (0..12).map(|_| wish(x, 130)));
        let places = sane(&wishes, room(width));
        let of_the_day = places.iter().filter(|place| wishes[place.wish].x == x).count();
        assert!((1..=3).contains(&of_the_day), "{of_the_day}");
        let mut wishes = days(width, 20, 3);
        wishes[31].weight = 1_000;
        wishes[44].first = true;
        let places = sane(&wishes, room(width));
        assert!(places.iter().any(|place| place.wish == 31));
        assert!(places.iter().any(|place| place.wish == 44));
    }

    #[test]
    fn one_day_alone_has_what_is_in_reach() {
        let wishes: Vec<Wish> = (0..40).map(|at| wish(700, 100 - at)).collect();
        let places = sane(&wishes, room(1392));
        assert!((4..=10).contains(&places.len()), "{}", places.len());
        let heaviest: Vec<usize> = places.iter().map(|place| place.wish).collect();
        assert_eq!(heaviest, (0..places.len()).collect::<Vec<_>>());
    }

    #[test]
    fn drawn_cases_are_sane_and_the_same_again() {
        let mut seed = 11u32;
        let mut next = |below: u32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 8) % below
        };
        for _ in 0..300 {
            let width = 700 + next(1400) as i32;
            let mut wishes: Vec<Wish> = (0..next(60))
                .map(|_| Wish {
                    x: next(width as u32) as i32,
                    weight: next(900),
                    first: next(4) == 0,
                })
                .collect();
            wishes.sort_unstable_by_key(|wish| wish.x);
            let places = sane(&wishes, room(width));
            assert_eq!(places, place(&wishes, room(width)));
            assert!(places.len() >= wishes.len().min(3) || wishes.is_empty());
        }
    }

    #[test]
    fn places_are_as_near_as_order_and_distance_let_them() {
        assert_eq!(spread(&[100, 300], 50, 0, 1000), [100, 300]);
        assert_eq!(spread(&[100, 100], 50, 0, 1000), [75, 125]);
        assert_eq!(spread(&[0, 0, 0], 50, 0, 1000), [0, 50, 100]);
        assert_eq!(spread(&[990, 995], 50, 0, 1000), [950, 1000]);
        assert_eq!(spread(&[100, 500, 90], 50, 0, 1000), [100, 270, 320]);
        assert_eq!(spread(&[], 50, 0, 1000), [0; 0]);
    }

    #[test]
    fn of_a_huge_list_the_heaviest_are_looked_at() {
        let wishes: Vec<Wish> = (0..100_000).map(|at| wish(at / 80, at as u32 % 997)).collect();
        let places = sane(&wishes, room(1392));
        assert!(places.len() > 8);
        assert!(places.iter().all(|place| wishes[place.wish].weight > 980));
    }

    #[test]
    fn what_is_far_from_the_crowd_has_its_place() {
        // A crowd of key events in one corner, and two light ones far away.
        let mut wishes = vec![wish(60, 1), wish(300, 1)];
        wishes.extend((0..40).map(|at| Wish { first: true, ..wish(1100 + at, 500) }));
        let places = sane(&wishes, room(1392));
        assert!(places.iter().any(|place| place.wish == 0));
        assert!(places.iter().any(|place| place.wish == 1));
    }
}
