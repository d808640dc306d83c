"""What is printed: where and with what it was measured, and a Markdown table for every task."""

import datetime
import importlib.metadata
import platform
import statistics


def heading(turns, packages):
    """Date, processor and versions in one line."""
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in packages)
    return (
        f"{datetime.date.today()}; {processor()}; Python {platform.python_version()}, {versions}; "
        f"processor time of one core, median of turns: {turns}."
    )


def processor():
    """The name that the system gives the processor, with family and model, since some hide the name."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            fields = (line.partition(":") for line in lines)
            facts = {name.strip(): value.strip() for name, _, value in fields}
    except OSError:
        facts = {}
    name = facts.get("model name") or platform.processor() or platform.machine()
    known = [f"{word} {facts[key]}" for word, key in (("family", "cpu family"), ("model", "model")) if key in facts]
    return f"{name} ({', '.join(known)})" if known else name


def table(title, times, yardstick):
    """The median of every side, and its ratio to that of the yardstick."""
    medians = {name: statistics.median(turns) for name, turns in times.items()}
    lines = [f"| {title} | ns | of {yardstick} |", "|---|---:|---:|"]
    for name, median in medians.items():
        ratio = "" if name == yardstick else three_digits(median / medians[yardstick])
        lines.append(f"| {name} | {three_digits(median)} | {ratio} |")
    return "\n".join(lines)


def three_digits(number):
    """Three digits, which is more than a time is worth: 0.68, 7.43, 4,530."""
    rounded = float(f"{number:.3g}")
    return f"{rounded:,.0f}" if rounded >= 100 else f"{rounded:.3g}"
