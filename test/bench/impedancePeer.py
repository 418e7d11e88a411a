"""Fits p(R1,CPE1)-p(R2,CPE2)-CPE3 with scipy.optimize.curve_fit, which impedance.py calls: bounds, numerical derivatives, from
values that lie a few per cent off the truth; in ohm and hertz as impedance.py does, and in units that bring Q near 1. The model
is plain numpy, where impedance.py builds and evaluates a text for each call. Prints processor time a fit and chi2 by modulus."""

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


def fit(ohm, hertz):
    """With Z in units of `ohm` and f in units of `hertz`."""
    units = np.array([ohm if k in (0, 3) else 1.0 for k in range(8)])
    for q, n in ((1, 2), (4, 5), (6, 7)):
        units[q] = 1 / (ohm * hertz ** start[n])
    scaled = z / ohm

    def stacked(_, *p):
        modelled = impedance(p, f / hertz)
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
            max_nfev=20000,
        )
    milliseconds = (time.process_time() - begun) / runs * 1000
    chi2 = float(np.sum(np.abs((impedance(p, f / hertz) - scaled) / np.abs(scaled)) ** 2))
    return {"milliseconds": milliseconds, "chi2": chi2}


json.dump({"plain": fit(1.0, 1.0), "scaled": fit(float(np.median(np.abs(z))), 1e6)}, sys.stdout)
