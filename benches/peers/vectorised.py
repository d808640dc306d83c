"""The best that numpy does: thousands of counts at once, lists along the first axis so that every operation runs over
whole rows. Divisor methods jump to the seats of rounded shares and step the few counts whose seats do not add up."""

import numpy as np


def highest_averages(votes, house_size, step):
    """Seats by the divisors 1, 1 + step, 1 + 2·step, …; votes are numbers of float64 with one row a list."""
    admitted = (votes > 0).sum(axis=0)
    total = votes.sum(axis=0)
    # A signpost is the seats so far plus 1/step: the jump rounds there, with the house that adds up on average.
    point = 1 / step
    seats = np.floor(votes * ((house_size + admitted * (point - 0.5)) / total) + (1 - point))
    missing = house_size - seats.sum(axis=0)
    while (off := np.flatnonzero(missing > 0)).size:
        best = np.argmax(votes[:, off] / (step * seats[:, off] + 1), axis=0)
        seats[best, off] += 1
        missing[off] -= 1
    while (off := np.flatnonzero(missing < 0)).size:
        held = seats[:, off]
        quotients = np.where(held > 0, votes[:, off] / np.maximum(step * held - (step - 1), 1), np.inf)
        seats[np.argmin(quotients, axis=0), off] -= 1
        missing[off] += 1
    return seats


def hare(votes, house_size):
    """Seats by the Hare quota and largest remainders; votes are whole numbers with one row a list."""
    seats, remainders = np.divmod(votes * house_size, votes.sum(axis=0))
    places = np.argsort(np.argsort(-remainders, axis=0), axis=0)
    seats += places < house_size - seats.sum(axis=0)
    return seats


def draw(rng, alphas, valid_votes, size):
    """Votes of so many draws: shares of Dirichlet by gamma, whole votes, and none for a list below 5 %."""
    votes = np.empty((len(alphas), size))
    for row, alpha in zip(votes, alphas):
        rng.standard_gamma(alpha, size=size, out=row)
    votes *= valid_votes / votes.sum(axis=0)
    np.rint(votes, out=votes)
    votes[votes * 20 < votes.sum(axis=0)] = 0
    return votes


def count(histograms, seats):
    """Adds seats, one row a list, to the histograms of every list and of the largest."""
    seats = seats.astype(np.int64)
    for histogram, row in zip(histograms, (*seats, seats.max(axis=0))):
        histogram += np.bincount(row, minlength=len(histogram))
