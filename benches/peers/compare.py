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
# How many standard errors the mean seats of a list may be off in the draws of a peer: with seven means and three peers
# one honest run in 80,000 is further off. Lists that have seats in fewer draws than one in so many are left out, since
# their means are not normal.
MOST_ERRORS, RAREST = 5, 100


def kurultai(*arguments):
    """What our program prints."""
    program = sys.argv[1]
    return subprocess.run([program, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout


def nanoseconds(pieces, work, rounds=1):
    """Processor time of this thread for each piece of some rounds of work."""
    start = time.thread_time_ns()
    for _ in range(rounds):
        work()
    return (time.thread_time_ns() - start) / (pieces * rounds)


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
        allocate = lambda: numpy_allocate(self.method, counts, self.house_size)
        return nanoseconds(batch, allocate, NUMPY_COUNTS // batch)


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
        return nanoseconds(batch, lambda: self.at_once(batch), NUMPY_COUNTS // batch)

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
        seats = np.arange(self.house_size + 1)
        off = dict.fromkeys(self.histograms, 0.0)
        for name, histograms in self.histograms.items():
            for ours, theirs in zip(self.ours, histograms):
                if ours[1:].sum() * RAREST < ours.sum():
                    continue
                mean = np.average(seats, weights=ours)
                variance = np.average((seats - mean) ** 2, weights=ours)
                error = (variance * (1 / ours.sum() + 1 / theirs.sum())) ** 0.5
                off[name] = max(off[name], abs(np.average(seats, weights=theirs) - mean) / error)
        return off


def main():
    turns = 1 if "--quick" in sys.argv else 7
    task = json.loads(kurultai("task"))
    allocations, draws = [Allocation(method, task) for method in METHODS], Draws(task)
    wrong = []
    for allocation in allocations:
        for name, different in allocation.different().items():
            if different:
                wrong.append(f"{METHODS[allocation.method]}: {name} gives other seats for {different} counts")
    for number in range(turns):
        for one in (*allocations, draws):
            one.turn(number)
    for name, off in draws.errors_off().items():
        if off > MOST_ERRORS:
            wrong.append(f"draws: the mean seats of {name} are {off:.1f} standard errors off")

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
