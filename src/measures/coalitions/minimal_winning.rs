//! Minimal winning coalitions.

use std::cmp::Reverse;

/// Walks through the minimal winning coalitions: those that win, and lose their majority with any member.
///
/// Each comes with its members by seats, most first; the coalitions come in the order in which a reader
/// would go through the lists from the largest on. At most twice as many steps as lists lie between one
/// coalition and the next, whatever the house, so the first thousand of a house of forty lists are there at
/// once; all of them may be billions, see [`count_minimal_winning`].
///
/// ```
/// use kurultai::measures::coalitions::MinimalWinning;
/// let coalitions: Vec<_> = MinimalWinning::new(&[84, 17, 13, 13, 10, 8], 97).collect();
/// assert_eq!(coalitions, [vec![0, 1], vec![0, 2], vec![0, 3], vec![0, 4, 5]]);
/// ```
///
/// With a quota of 0 the empty coalition wins, and nothing else is minimal.
#[derive(Clone, Debug)]
pub struct MinimalWinning {
    /// The lists with seats, by seats descending, then by index.
    order: Vec<usize>,
    /// Their seats.
    seats: Vec<u64>,
    /// The seats of each list and all after it.
    from: Vec<u64>,
    quota: u64,
    /// The places in `order` of the lists taken so far; together they do not win.
    taken: Vec<usize>,
    /// Their seats.
    sum: u64,
    /// The next place to try.
    next: usize,
    is_empty_to_come: bool,
}

impl MinimalWinning {
    /// The coalitions of lists with these `seats` when a majority needs `quota` of them.
    pub fn new(seats: &[u32], quota: u32) -> Self {
        let order = descending(seats);
        let seats: Vec<u64> = order.iter().map(|&list| seats[list].into()).collect();
        let mut from = vec![0; seats.len() + 1];
        for place in (0..seats.len()).rev() {
            from[place] = from[place + 1] + seats[place];
        }
        Self {
            order,
            seats,
            from,
            quota: quota.into(),
            taken: Vec::new(),
            sum: 0,
            next: 0,
            is_empty_to_come: quota == 0,
        }
    }
}

impl Iterator for MinimalWinning {
    type Item = Vec<usize>;

    fn next(&mut self) -> Option<Vec<usize>> {
        if self.quota == 0 {
            return std::mem::take(&mut self.is_empty_to_come).then(Vec::new);
        }
        loop {
            let place = self.next;
            // Taking all that is left must reach the quota: so every step down leads to a coalition.
            if self.sum + self.from[place] >= self.quota {
                self.next += 1;
                if self.sum + self.seats[place] >= self.quota {
                    // The last one taken is the smallest, and without it the others do not win.
                    let members = self.taken.iter().chain([&place]);
                    return Some(members.map(|&place| self.order[place]).collect());
                }
                self.taken.push(place);
                self.sum += self.seats[place];
            } else {
                let last = self.taken.pop()?;
                self.sum -= self.seats[last];
                self.next = last + 1;
            }
        }
    }
}

/// How many minimal winning coalitions there are, without walking through them; none if they are 2^128 or
/// more, which takes over 128 lists.
///
/// For every list as the smallest member, the sets of larger lists that it takes over the quota: a table of
/// sets by their seats, in lists × quota steps and memory for `quota` numbers.
///
/// ```
/// use kurultai::measures::coalitions::count_minimal_winning;
/// // Any 21 of 40 equal lists.
/// assert_eq!(count_minimal_winning(&[25; 40], 501), Some(131_282_408_400));
/// ```
pub fn count_minimal_winning(seats: &[u32], quota: u32) -> Option<u128> {
    if quota == 0 {
        return Some(1);
    }
    let total: u64 = seats.iter().map(|&seats| u64::from(seats)).sum();
    if total < quota.into() {
        return Some(0);
    }
    let quota = quota as usize;
    // By seats below the quota: the sets of the lists so far.
    let mut below = vec![0_u128; quota];
    below[0] = 1;
    let mut count = 0_u128;
    for list in descending(seats) {
        let own = seats[list] as usize;
        for &lifted in &below[quota.saturating_sub(own)..] {
            count = count.checked_add(lifted)?;
        }
        for sum in (own..quota).rev() {
            below[sum] = below[sum].checked_add(below[sum - own])?;
        }
    }
    Some(count)
}

/// The lists with seats, by seats descending, then by index.
fn descending(seats: &[u32]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..seats.len()).filter(|&list| seats[list] > 0).collect();
    order.sort_by_key(|&list| Reverse(seats[list]));
    order
}
