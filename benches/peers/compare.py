"""Times kurultai and its peers at the same tasks, in turns, on one core, and prints tables with ratios.

`run.sh` starts it with our program. First it holds the peers' seats against ours: a peer that does something else is no
peer. Whole draws are held against ours by their mean seats, since every side has random numbers of its own.
"""

import collections
import json
import subprocess
import sys
import time

import numpy as np

import loops
import report
import vectorised

METHODS = {"dhondt": "D'Hondt", "sainte-lague": "Sainte-Laguë", "hare": "Hare"}
# Counts that numpy takes at once: every size is tried in every turn, and the fastest counts.
BATCHES = [1 << power for power in range(9, 17)]
# Counts that numpy takes in a turn, for every size, and a loop over a package.
NUMPY_COUNTS, LOOP_COUNTS = 1 << 17, 256
# How many standard errors the mean seats of a list may be off in the draws of a peer. With eight means and three peers
# an honest run is stopped once in 70,000.
MOST_ERRORS = 5


def kurultai(*arguments):
    """What our program prints."""
    program = sys.argv[1]
    return subprocess.run([program, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout


def nanoseconds(pieces, work):
    """Processor time of this thread for each of so many pieces of work."""
    start = time.thread_time_ns()
    work()
    return (time.thread_time_ns() - start) / pieces


def numpy_allocate(method, counts, house_size):
    """Seats of all counts, one column each."""
    if method == "hare":
        return vectorised.hare(counts, house_size)
    return vectorised.highest_averages(counts, house_size, {"dhondt": 1, "sainte-lague": 2}[method])


class Allocation:
    """The seats of drawn counts, without a threshold."""

    def __init__(self, method, task):
        self.method, self.house_size = method, task["house_size"]
        self.counts, self.ours = task["counts"], np.array(task["seats"][method])
        # Quotients are real numbers to numpy, remainders whole ones.
        self.columns = np.array(self.counts, dtype=np.int64 if method == "hare" else np.float64).T
        self.loops = {name: package(method, self.house_size) for name, package in loops.PACKAGES.items()}
        self.times = collections.defaultdict(list)

    def different(self):
        """By peer, how many counts get other seats than ours."""
        seats = {"numpy": numpy_allocate(self.method, self.columns, self.house_size).T}
        for name, allocate in self.loops.items():
            seats[name] = np.array([allocate(votes) for votes in self.counts])
        return {name: int((theirs != self.ours).any(axis=1).sum()) for name, theirs in seats.items()}

    def turn(self, number):
        """One turn of every side."""
        self.times["kurultai"].append(float(kurultai("allocate", self.method)))
        self.times["numpy"].append(min(self.numpy(batch) for batch in BATCHES))
        at = number * LOOP_COUNTS % len(self.counts)
        taken = self.counts[at : at + LOOP_COUNTS]
        for name, allocate in self.loops.items():
            self.times[name].append(nanoseconds(len(taken), lambda: [allocate(votes) for votes in taken]))

    def numpy(self, batch):
        repeated = np.tile(self.columns, -(-batch // len(self.counts)))
        counts = np.ascontiguousarray(repeated[:, :batch])
        rounds = range(NUMPY_COUNTS // batch)
        return nanoseconds(
            len(rounds) * batch, lambda: [numpy_allocate(self.method, counts, self.house_size) for _ in rounds]
        )


class Draws:
    """Whole draws: shares, votes, 5 %, seats by D'Hondt, histograms."""

    def __init__(self, task):
        self.alphas, self.valid_votes = task["alphas"], task["valid_votes"]
        self.house_size, self.ours = task["house_size"], np.array(task["histograms"])
        self.loops = {name: package("dhondt", self.house_size) for name, package in loops.PACKAGES.items()}
        self.histograms = {name: np.zeros_like(self.ours) for name in ("numpy", *self.loops)}
        self.rng = np.random.Generator(np.random.SFC64(1))
        self.times = collections.defaultdict(list)

    def turn(self, _):
        """One turn of every side."""
        for line in kurultai("draw").splitlines():
            instructions, time_of_one = line.split()
            self.times[f"kurultai, {instructions}"].append(float(time_of_one))
        self.times["numpy"].append(min(self.numpy(batch) for batch in BATCHES))
        for name, allocate in self.loops.items():
            self.times[name].append(nanoseconds(LOOP_COUNTS, lambda: self.one_by_one(name, allocate)))

    def numpy(self, batch):
        rounds = range(NUMPY_COUNTS // batch)
        return nanoseconds(len(rounds) * batch, lambda: [self.at_once(batch) for _ in rounds])

    def at_once(self, batch):
        votes = vectorised.draw(self.rng, self.alphas, self.valid_votes, batch)
        vectorised.count(self.histograms["numpy"], numpy_allocate("dhondt", votes, self.house_size))

    def one_by_one(self, name, allocate):
        """The seats come one after another; the rest is numpy's, all at once."""
        votes = vectorised.draw(self.rng, self.alphas, self.valid_votes, LOOP_COUNTS)
        seats = [allocate(one) for one in votes.astype(np.int64).T.tolist()]
        vectorised.count(self.histograms[name], np.array(seats).T)

    def errors_off(self):
        """By peer, how far the mean seats of a list, or of the largest, are off at the most, in standard errors."""
        ours = [mean_and_variance(histogram) for histogram in self.ours]
        off = {}
        for name, histograms in self.histograms.items():
            pairs = zip(ours, map(mean_and_variance, histograms))
            off[name] = max(abs(mean - other) / (error + its) ** 0.5 for (mean, error), (other, its) in pairs)
        return off


def mean_and_variance(histogram):
    """The mean seats, and the variance of that mean."""
    seats, draws = np.arange(len(histogram)), histogram.sum()
    mean = (seats * histogram).sum() / draws
    return mean, ((seats - mean) ** 2 * histogram).sum() / draws**2


def main():
    turns = 1 if "--quick" in sys.argv else 7
    task = json.loads(kurultai("task"))
    allocations, draws = [Allocation(method, task) for method in METHODS], Draws(task)
    wrong = []
    for allocation in allocations:
        for name, different in allocation.different().items():
            wrong += [f"{METHODS[allocation.method]}: {name} gives other seats for {different} counts"] * (different > 0)
    for number in range(turns):
        for one in (*allocations, draws):
            one.turn(number)
    for name, off in draws.errors_off().items():
        wrong += [f"draws: mean seats of {name} are {off:.1f} standard errors off"] * (off > MOST_ERRORS)

    lists, counts = len(task["alphas"]), len(task["counts"])
    size = f"{lists} lists, {task['house_size']} seats"
    print(report.heading(turns, ("numpy", *loops.PACKAGES)))
    for allocation in allocations:
        title = f"one count by {METHODS[allocation.method]}, {size}"
        print(f"\n{report.table(title, allocation.times, 'kurultai')}")
    # The last of our levels is the one that the program chooses.
    chosen = [name for name in draws.times if name.startswith("kurultai")][-1]
    print(f"\n{report.table(f'one draw by D’Hondt, {size}', draws.times, chosen)}\n")
    print(f"Seats compared: {counts} counts by {len(METHODS)} methods, and mean seats over draws. ", end="")
    print("All sides agree." if not wrong else "\n* " + "\n* ".join(wrong))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
