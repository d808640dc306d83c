"""Reads lines of name and nanoseconds per draw, prints the median of each and its ratio to the kernel's."""
import statistics
import sys

times = {}
for line in sys.stdin:
    name, nanoseconds = line.rsplit(maxsplit=1)
    times.setdefault(name, []).append(float(nanoseconds))
medians = {name: statistics.median(values) for name, values in times.items()}
kernels = [name for name in medians if name.startswith("kernel")]
print(f"{'':24}{'ns a draw':>12}" + "".join(f"{'/ ' + name:>18}" for name in kernels))
for name, nanoseconds in medians.items():
    ratios = "".join(f"{nanoseconds / medians[kernel]:18.1f}" for kernel in kernels)
    print(f"{name:24}{nanoseconds:12.1f}{ratios}")
