"""Fits p(R1,CPE1)-p(R2,CPE2)-CPE3 with scipy.optimize.curve_fit, as impedance.py does within: ohm and hertz, bounds, numerical
derivatives, from values that lie a few per cent off the truth. Prints processor time a fit in milliseconds and chi2 by modulus."""

import json
import sys
import time

import numpy as np
from scipy.optimize import curve_fit

data = json.load(sys.stdin)
f, z = np.array(data["frequencies"]), np.array(data["zRe"]) + 1j * np.array(data["zIm"])
start = np.array(data["start"])


def impedance(p):
    jw = 2j * np.pi * f
    arc = lambda r, q, n: 1 / (1 / r + q * jw**n)
    return arc(*p[0:3]) + arc(*p[3:6]) + 1 / (p[6] * jw ** p[7])


def stacked(_, *p):
    modelled = impedance(p)
    return np.hstack([modelled.real, modelled.imag])


upper = [np.inf, np.inf, 1, np.inf, np.inf, 1, np.inf, 1]
sigma = np.hstack([np.abs(z), np.abs(z)])
begun = time.process_time()
runs = 3
for _ in range(runs):
    p, _covariance = curve_fit(
        stacked, f, np.hstack([z.real, z.imag]), p0=start, bounds=(0, upper), sigma=sigma, max_nfev=20000
    )
milliseconds = (time.process_time() - begun) / runs * 1000
chi2 = float(np.sum(np.abs((impedance(p) - z) / np.abs(z)) ** 2))
json.dump({"milliseconds": milliseconds, "chi2": chi2}, sys.stdout)
