"""One count after another through a package, as its documentation says."""

from apportionment import methods
from votelib.evaluate.proportional import HighestAverages, LargestRemainder


def apportionment(method, house_size):
    """A function from votes to seats by the package apportionment."""
    name = {"dhondt": "dhondt", "sainte-lague": "saintelague", "hare": "largest_remainder"}[method]
    return lambda votes: methods.compute(name, votes, house_size, verbose=False)


def votelib(method, house_size):
    """A function from votes to seats by the package votelib, which knows lists by name."""
    evaluator = {
        "dhondt": HighestAverages("d_hondt"),
        "sainte-lague": HighestAverages("sainte_lague"),
        "hare": LargestRemainder("hare"),
    }[method]

    def seats(votes):
        won = evaluator.evaluate({name: number for name, number in enumerate(votes) if number}, house_size)
        return [won.get(name, 0) for name in range(len(votes))]

    return seats


PACKAGES = {"apportionment": apportionment, "votelib": votelib}
