"""The reference pipeline in Python, pymatgen and MEGNet in numpy, on the CIF files of a list (one path a line): prints one
JSON object with the processor time of each step in seconds a structure, and what the network predicts for each file."""

import json
import sys
import time
import warnings

import numpy
from pymatgen.io.cif import CifParser

warnings.simplefilter("ignore")


def read_layers(value):
    """Dense layers as pairs of arrays, whatever they lie in."""
    if isinstance(value, list):
        return [read_layers(one) for one in value]
    if isinstance(value, dict) and "kernel" in value:
        return numpy.reshape(value["kernel"], (value["inputs"], value["outputs"])), numpy.array(value["bias"])
    if isinstance(value, dict):
        return {name: read_layers(one) for name, one in value.items()}
    return value


def softplus2(x):
    return numpy.logaddexp(x, 0) - numpy.log(2)


def dense(x, layer):
    return x @ layer[0] + layer[1]


def stack(x, layers):
    for layer in layers:
        x = softplus2(dense(x, layer))
    return x


def message(x, layers):
    return dense(stack(x, layers[:2]), layers[2])


def hard_sigmoid(x):
    return numpy.clip(0.2 * x + 0.5, 0, 1)


def set2set(x, layer):
    memory = dense(x, layer["projection"])
    hidden = memory.shape[1]
    state = numpy.zeros(2 * hidden)
    for _ in range(layer["steps"]):
        gates = dense(state, layer["recurrence"])
        cell = hard_sigmoid(gates[:hidden]) * numpy.tanh(gates[2 * hidden : 3 * hidden])
        question = hard_sigmoid(gates[3 * hidden :]) * numpy.tanh(cell)
        scores = memory @ question
        shares = numpy.exp(scores - scores.max())
        state = numpy.concatenate([question, shares @ memory / shares.sum()])
    return state


def rows_of(vector, count):
    return numpy.repeat(vector[None], count, axis=0)


def graph_of(structure, cutoff):
    starts, ends, _, distances = structure.get_neighbor_list(cutoff)
    return starts, ends, distances


def predict(model, structure, graph):
    starts, ends, distances = graph
    embedding = numpy.reshape(model["embedding"]["values"], (model["embedding"]["elements"], -1))
    atoms = numpy.array(
        [
            sum(occupancy * embedding[element.Z] for element, occupancy in site.species.items())
            for site in structure
        ]
    )
    centres, width = numpy.array(model["gaussians"]["centres"]), model["gaussians"]["width"]
    v = stack(atoms, model["atomLayers"])
    e = stack(numpy.exp(-(((distances[:, None] - centres) / width) ** 2)), model["bondLayers"])
    u = stack(numpy.zeros(model["stateLayers"][0][0].shape[0]), model["stateLayers"])
    for block in model["blocks"]:
        v0, e0, u0 = stack(v, block["atomLayers"]), stack(e, block["bondLayers"]), stack(u, block["stateLayers"])
        networks = block["messages"]
        e1 = message(numpy.hstack([v0[starts], v0[ends], e0, rows_of(u0, len(e0))]), networks["bonds"])
        sums, counts = numpy.zeros((len(v0), e1.shape[1])), numpy.bincount(starts, minlength=len(v0))
        numpy.add.at(sums, starts, e1)
        v1 = message(numpy.hstack([sums / numpy.maximum(counts, 1)[:, None], v0, rows_of(u0, len(v0))]), networks["atoms"])
        u1 = message(numpy.concatenate([e1.mean(0), v1.mean(0), u0]), networks["state"])
        v, e, u = v + v1, e + e1, u + u1
    readout = model["readouts"][0]
    joined = numpy.concatenate([set2set(v, readout["atoms"]), set2set(e, readout["bonds"]), u])
    return float(dense(stack(joined, readout["layers"][:-1]), readout["layers"][-1])[0])


model = read_layers(json.load(open(sys.argv[2])))
seconds = {"parse": 0.0, "graph": 0.0, "network": 0.0}
predictions = {}


def timed(name, work):
    started = time.process_time()
    result = work()
    seconds[name] += time.process_time() - started
    return result


for path in open(sys.argv[1]).read().split("\n"):
    try:
        structure = timed("parse", lambda: CifParser(path).get_structures(primitive=False)[0])
        graph = timed("graph", lambda: graph_of(structure, model["cutoff"]))
        predictions[path] = timed("network", lambda: predict(model, structure, graph))
    except Exception as error:
        print(f"{path}: {error}", file=sys.stderr)
count = max(1, len(predictions))
print(json.dumps({"seconds": {name: total / count for name, total in seconds.items()}, "predictions": predictions}))
