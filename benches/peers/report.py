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
        ratio = "" if name == yardstick else f"{median / medians[yardstick]:,.2f}"
        lines.append(f"| {name} | {median:,.1f} | {ratio} |")
    return "\n".join(lines)
