"""Seconds that gemmi takes to parse the CIF files of a folder, and one large file; prints one JSON object by name."""

import json
import pathlib
import sys
import time

import gemmi


def seconds(texts, runs):
    """Of the processor; of several runs over the texts the median."""
    measured = []
    for _ in range(runs):
        started = time.process_time()
        for text in texts:
            gemmi.cif.read_string(text)
        measured.append(time.process_time() - started)
    return sorted(measured)[runs // 2]


folder, large = map(pathlib.Path, sys.argv[1:])
small = [path.read_text() for path in sorted(folder.glob("*.cif"))]
print(json.dumps({"small": seconds(small, 15), "large": seconds([large.read_text()], 5)}))
