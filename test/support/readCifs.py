"""Reads CIF files with gemmi, and some with pymatgen, and prints what their unit cells hold as JSON.

usage: readCifs.py LIST, where each line of LIST is a path, with a tab and "pymatgen" behind it where pymatgen is to read it too.

For each path: {"gemmi": cell, "pymatgen": cell}; a cell has "lattice" (a, b, c, alpha, beta, gamma) and "sites", each
[{element: occupancy}, x, y, z].
"""

import json
import sys
import warnings

import gemmi
import numpy
from pymatgen.io.cif import CifParser

warnings.simplefilter("ignore")


def lattice_of(cell):
    return [cell.a, cell.b, cell.c, cell.alpha, cell.beta, cell.gamma]


def by_gemmi(path):
    """Expanded here by the operators that gemmi reads, since its own expansion merges split sites."""
    block = gemmi.cif.read(path).sole_block()
    structure = gemmi.make_small_structure_from_block(block)
    operators = [gemmi.Op(value.strip("'\"")) for value in block.find_values("_space_group_symop_operation_xyz")]
    rotations = numpy.array([operator.rot for operator in operators]) / gemmi.Op.DEN
    shifts = numpy.array([operator.tran for operator in operators]) / gemmi.Op.DEN
    matrix = numpy.array(structure.cell.orthogonalization_matrix.tolist())
    positions, species = numpy.empty((0, 3)), []
    for site in structure.sites:
        images = rotations @ numpy.array(site.fract.tolist()) + shifts
        for image in images:
            near = positions - image
            near = numpy.linalg.norm((near - numpy.round(near)) @ matrix.T, axis=1) < 0.005
            at = int(numpy.argmax(near)) if near.any() else len(species)
            if at == len(species):
                positions = numpy.vstack([positions, image])
                species.append({})
            species[at][site.element.name] = site.occ
    return {"lattice": lattice_of(structure.cell), "sites": sites_of(species, positions)}


def by_pymatgen(path):
    parser = CifParser(path, occupancy_tolerance=100, site_tolerance=1e-4)
    structure = parser.get_structures(primitive=False)[0]
    species = []
    for site in structure:
        amounts = {}
        for specie, amount in site.species.items():
            symbol = getattr(specie, "element", specie).symbol
            amounts[symbol] = amounts.get(symbol, 0) + amount
        species.append(amounts)
    return {"lattice": list(structure.lattice.parameters), "sites": sites_of(species, structure.frac_coords)}


def sites_of(species, positions):
    return [[amounts, *map(float, position)] for amounts, position in zip(species, positions)]


def read(line):
    path, *readers = line.split("\t")
    return {"gemmi": by_gemmi(path), **({"pymatgen": by_pymatgen(path)} if readers else {})}


with open(sys.argv[1], encoding="utf-8") as file:
    lines = file.read().splitlines()
json.dump([read(line) for line in lines], sys.stdout)
