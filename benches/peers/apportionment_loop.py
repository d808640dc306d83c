"""A loop over the PyPI package apportionment: one draw after another through its D'Hondt.

Prints nanoseconds of CPU per draw.
"""
import statistics
import time

import numpy as np
from apportionment import methods

SHARES = np.array([.539, .109, .0859, .0841, .068, .052, .023])
ALPHA = SHARES / SHARES.sum() * 1000
SEATS, TOTAL, DRAWS = 145, 8_000_000, 500


def run(rng):
    counts = np.zeros((len(ALPHA), SEATS + 1), dtype=np.int64)
    for _ in range(DRAWS):
        votes = np.rint(rng.dirichlet(ALPHA) * TOTAL).astype(int)
        votes[votes * 20 < votes.sum()] = 0
        seats = methods.compute("dhondt", [int(v) for v in votes], SEATS, verbose=False)
        for party, won in enumerate(seats):
            counts[party, won] += 1


rng = np.random.default_rng(1)
times = []
for _ in range(7):
    start = time.process_time_ns()
    run(rng)
    times.append((time.process_time_ns() - start) / DRAWS)
print(f"{statistics.median(times):.1f}")
