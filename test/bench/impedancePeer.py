"""Fits p(R1,CPE1)-p(R2,CPE2)-CPE3 with scipy.optimize.curve_fit from values that lie a few per cent off the truth, in two ways. One
stands in for impedance.py 1.7: ohm and hertz, numerical derivatives, its bounds and tolerances, and a text of the circuit with all
frequencies in it, put together and evaluated for each call. The other has a model in plain numpy and units that bring Q near 1.
Prints processor time a fit and chi2 by modulus."""

import json
import sys
import time

import numpy as np
from scipy.optimize import curve_fit

data = json.load(sys.stdin)
f, z = np.array(data["frequencies"]), np.array(data["zRe"]) + 1j * np.array(data["zIm"])
start = np.array(data["start"])
upper = [np.inf, np.inf, 1, np.inf, np.inf, 1, np.inf, 1]
sigma = np.hstack([np.abs(z), np.abs(z)])


def impedance(p, frequencies):
    jw = 2j * np.pi * frequencies
    arc = lambda r, q, n: 1 / (1 / r + q * jw**n)
    return arc(*p[0:3]) + arc(*p[3:6]) + 1 / (p[6] * jw ** p[7])


def as_text(p, frequencies):
    """The same, as a text that is evaluated: elements take lists of parameters and of frequencies."""
    f = frequencies.tolist()
    arc = lambda r, q, n: f"parallel([R([{r}],{f}),CPE([{q},{n}],{f})])"
    text = f"series([{arc(*p[0:3])},{arc(*p[3:6])},CPE([{p[6]},{p[7]}],{f})])"
    return eval(text, elements)


elements = {
    "R": lambda p, f: np.array(len(f) * [p[0]]),
    "CPE": lambda p, f: 1 / (p[0] * (2j * np.pi * np.array(f)) ** p[1]),
    "parallel": lambda parts: 1 / sum(1 / part for part in parts),
    "series": sum,
}


def fit(ohm, hertz, model, **tolerances):
    """With Z in units of `ohm` and f in units of `hertz`."""
    units = np.array([ohm if k in (0, 3) else 1.0 for k in range(8)])
    for q, n in ((1, 2), (4, 5), (6, 7)):
        units[q] = 1 / (ohm * hertz ** start[n])
    scaled = z / ohm

    def stacked(_, *p):
        modelled = model(p, f / hertz)
        return np.hstack([modelled.real, modelled.imag])

    begun = time.process_time()
    runs = 3
    for _ in range(runs):
        p, _covariance = curve_fit(
            stacked,
            f,
            np.hstack([scaled.real, scaled.imag]),
            p0=start / units,
            bounds=(0, upper),
            sigma=sigma / ohm,
            **tolerances,
        )
    milliseconds = (time.process_time() - begun) / runs * 1000
    chi2 = float(np.sum(np.abs((impedance(p, f / hertz) - scaled) / np.abs(scaled)) ** 2))
    return {"milliseconds": milliseconds, "chi2": chi2}


plain = fit(1.0, 1.0, as_text, maxfev=100000, ftol=1e-13)
scaled = fit(float(np.median(np.abs(z))), 1e6, impedance, max_nfev=20000)
json.dump({"plain": plain, "scaled": scaled}, sys.stdout)
