"""Structures a second of gemmi and pymatgen, for the CIF files of a folder; prints one JSON object by name."""

import json
import pathlib
import sys
import time
import warnings

warnings.simplefilter("ignore")
texts = [path.read_text() for path in sorted(pathlib.Path(sys.argv[1]).glob("*.cif"))]


def rate(work, some, runs):
    """Of several runs over the texts the median."""
    seconds = []
    for _ in range(runs):
        started = time.process_time()
        for text in some:
            try:
                work(text)
            except Exception:
                pass
        seconds.append(time.process_time() - started)
    return len(some) / sorted(seconds)[runs // 2]


rates = {}
try:
    import gemmi

    def small(text):
        return gemmi.make_small_structure_from_block(gemmi.cif.read_string(text)[0])

    rates["gemmi: parse"] = rate(gemmi.cif.read_string, texts, 9)
    rates["gemmi: rows of the sites"] = rate(small, texts, 9)
    rates["gemmi: full cell"] = rate(lambda text: small(text).get_all_unit_cell_sites(), texts, 9)
except ImportError:
    pass
try:
    from pymatgen.io.cif import CifParser

    def full_cell(text):
        return CifParser.from_string(text).get_structures(primitive=False)

    rates["pymatgen: full cell"] = rate(full_cell, texts[::10], 1)
except ImportError:
    pass
print(json.dumps(rates))
