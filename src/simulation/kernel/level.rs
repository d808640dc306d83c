//! Which instructions of the processor the kernel uses: asked at run time, in one binary.

use super::vector::Vector;

/// Instructions the processor is known to have.
///
/// A level exists only if the machine can run it; every level computes the same bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level(Instructions);

/// The sets of instructions the kernel is compiled for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Instructions {
    /// One lane at a time, on any architecture.
    Portable,
    /// 128-bit registers: every x86-64 processor.
    Sse2,
    /// 256-bit registers (and POPCNT).
    Avx2,
    /// 512-bit registers (and POPCNT).
    Avx512,
}

impl Instructions {
    /// All sets, from the simplest on.
    pub const ALL: [Self; 4] = [Self::Portable, Self::Sse2, Self::Avx2, Self::Avx512];

    /// Whether this processor (and operating system) has them.
    #[must_use]
    pub fn available(self) -> bool {
        match self {
            Self::Portable => true,
            #[cfg(target_arch = "x86_64")]
            Self::Sse2 => true,
            #[cfg(target_arch = "x86_64")]
            Self::Avx2 => {
                std::arch::is_x86_feature_detected!("avx2")
                    && std::arch::is_x86_feature_detected!("popcnt")
            }
            #[cfg(target_arch = "x86_64")]
            Self::Avx512 => {
                std::arch::is_x86_feature_detected!("avx512f")
                    && std::arch::is_x86_feature_detected!("popcnt")
            }
            #[cfg(not(target_arch = "x86_64"))]
            _ => false,
        }
    }
}

impl Level {
    /// The level of the given instructions, if this processor has them.
    #[must_use]
    pub fn new(instructions: Instructions) -> Option<Self> {
        instructions.available().then_some(Self(instructions))
    }

    /// The widest registers of this processor.
    #[must_use]
    pub fn best() -> Self {
        let mut widest = Self(Instructions::Portable);
        for instructions in Instructions::ALL {
            if instructions.available() {
                widest = Self(instructions);
            }
        }
        widest
    }

    /// The instructions of this level.
    #[must_use]
    pub fn instructions(self) -> Instructions {
        self.0
    }

    /// Runs a job compiled for this level.
    pub(super) fn run<J: Job>(self, job: J) -> J::Output {
        #[cfg(target_arch = "x86_64")]
        return super::x86::run(self, job);
        #[cfg(not(target_arch = "x86_64"))]
        return job.run::<f64>();
    }
}

/// Work that is compiled once for each kind of register.
pub(super) trait Job {
    /// What it returns.
    type Output;
    /// Does the work. Must be `#[inline(always)]`, down to every operation on registers:
    /// what is not inlined into the entry point of its level is compiled without its
    /// instructions.
    fn run<V: Vector>(self) -> Self::Output;
}
