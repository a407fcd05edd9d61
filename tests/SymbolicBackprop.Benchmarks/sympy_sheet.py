"""The yardstick: SymPy differentiates the loss of examples/handwritten.yaml by all 15 parameters and writes LaTeX.

Usage: sympy_sheet.py FILE
"""

import sys

from sympy import Function, Symbol, exp, latex, symbols, tanh


def sigmoid(z):
    return 1 / (1 + exp(-z))


parameters = []
a = list(symbols("a_1 a_2"))
for layer, (units, f) in enumerate([(2, tanh), (2, tanh), (1, sigmoid)], start=1):
    sums = []
    for j in range(1, units + 1):
        w = [Symbol(f"w_{{{i}{j}}}^{{({layer})}}") for i in range(1, len(a) + 1)]
        b = Symbol(f"b_{j}^{{({layer})}}")
        parameters += [*w, b]
        sums.append(sum(wi * ai for wi, ai in zip(w, a)) + b)
    a = [f(z) for z in sums]

loss = (Symbol("y") - a[0]) ** 2
with open(sys.argv[1], "w", encoding="utf-8") as sheet:
    for parameter in parameters:
        name = latex(parameter)
        sheet.write(f"\\[ \\frac{{\\partial \\text{{loss}}}}{{\\partial {name}}} = {latex(loss.diff(parameter))} \\]\n")
