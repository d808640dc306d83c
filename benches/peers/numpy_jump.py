"""Vectorised numpy: Dirichlet by gamma, 5 % threshold, jump-and-step D'Hondt, histograms.

The best of several batch sizes, one thread; prints nanoseconds per draw.
"""
import os
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
import statistics
import sys
import time

import numpy as np

SHARES = np.array([.539, .109, .0859, .0841, .068, .052, .023])
ALPHA = SHARES / SHARES.sum() * 1000
SEATS, TOTAL = 145, 8_000_000


def batch(rng, draws, counts):
    """One batch, lists along the first axis so that every operation runs over whole rows."""
    m = len(ALPHA)
    weights = np.empty((m, draws))
    for i in range(m):
        rng.standard_gamma(ALPHA[i], size=draws, out=weights[i])
    weights *= TOTAL / weights.sum(axis=0)
    votes = np.rint(weights, out=weights)
    base = votes.sum(axis=0)
    votes[votes * 20 < base] = 0
    admitted = (votes > 0).sum(axis=0)
    total = votes.sum(axis=0)
    seats = np.floor(votes * ((SEATS + admitted / 2) / total))
    missing = SEATS - seats.sum(axis=0)
    while True:
        off = np.flatnonzero(missing > 0)
        if off.size == 0:
            break
        best = np.argmax(votes[:, off] / (seats[:, off] + 1), axis=0)
        seats[best, off] += 1
        missing[off] -= 1
    while True:
        off = np.flatnonzero(missing < 0)
        if off.size == 0:
            break
        held = seats[:, off]
        quotient = np.where(held > 0, votes[:, off] / np.maximum(held, 1), np.inf)
        worst = np.argmin(quotient, axis=0)
        seats[worst, off] -= 1
        missing[off] += 1
    seats = seats.astype(np.int64)
    for i in range(m):
        counts[i] += np.bincount(seats[i], minlength=SEATS + 1)
    counts[m] += np.bincount(seats.max(axis=0), minlength=SEATS + 1)


def main():
    rng = np.random.Generator(np.random.SFC64(1))
    results = {}
    for size in (512, 1_024, 2_048, 4_096, 8_192, 16_384, 32_768, 65_536):
        counts = np.zeros((len(ALPHA) + 1, SEATS + 1), dtype=np.int64)
        batch(rng, size, counts)
        times = []
        for _ in range(max(5, 400_000 // size)):
            start = time.thread_time_ns()
            batch(rng, size, counts)
            times.append((time.thread_time_ns() - start) / size)
        results[size] = statistics.median(times)
    if "--all" in sys.argv:
        for size, nanoseconds in results.items():
            print(f"batch {size}: {nanoseconds:.1f} ns/draw", file=sys.stderr)
    print(f"{min(results.values()):.1f}")


main()
