//! Laws made of the fuzzer's bytes: the library against the reference.
#![no_main]

#[path = "../../case/mod.rs"]
#[allow(dead_code, reason = "tests use the rest")]
mod case;
#[path = "../../laws/mod.rs"]
#[allow(dead_code, reason = "tests use the rest")]
mod laws;
#[path = "../../random/mod.rs"]
#[allow(dead_code, reason = "tests use the rest")]
mod random;
#[path = "../../reference/mod.rs"]
#[allow(dead_code, reason = "tests use the rest")]
mod reference;

use std::convert::Infallible;

use libfuzzer_sys::fuzz_target;
use rand::TryRng;

/// The bytes as random numbers, zeros after their end.
struct Bytes<'b>(&'b [u8]);

impl Bytes<'_> {
    fn next<const N: usize>(&mut self) -> [u8; N] {
        let mut taken = [0; N];
        let (now, later) = self.0.split_at(N.min(self.0.len()));
        taken[..now.len()].copy_from_slice(now);
        self.0 = later;
        taken
    }
}

impl TryRng for Bytes<'_> {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(u32::from_le_bytes(self.next()))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(u64::from_le_bytes(self.next()))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        bytes.fill_with(|| u8::from_le_bytes(self.next()));
        Ok(())
    }
}

fuzz_target!(|bytes: &[u8]| {
    let numbers = &mut Bytes(bytes);
    let case = random::case_from(numbers);
    if let Err(disagreement) = laws::election_on(case, numbers).compared() {
        panic!("{disagreement}");
    }
});
