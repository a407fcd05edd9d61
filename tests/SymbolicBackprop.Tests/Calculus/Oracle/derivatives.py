"""Differentiates expressions with SymPy and evaluates them with mpmath, all in one process.

Reads a list of problems as JSON: the nodes of an expression in an order in which children come first, the nodes to differentiate by,
and the exact values of the variables. Writes, for each problem, the value and the derivatives.
"""

import json
import sys

import mpmath
import sympy

FUNCTIONS = {
    "abs": lambda x: sympy.Piecewise((x, x > 0), (-x, True)),
    "arctan": sympy.atan,
    "pi": lambda: sympy.pi,
    "max": lambda a, b: sympy.Piecewise((a, a > b), (b, True)),
    "sigmoid": lambda x: 1 / (1 + sympy.exp(-x)),
    "softplus": lambda x: sympy.log(1 + sympy.exp(x)),
    "silu": lambda x: x / (1 + sympy.exp(-x)),
    "gelu": lambda x: x * (1 + sympy.erf(x / sympy.sqrt(2))) / 2,
    "identity": lambda x: x,
    "relu": lambda x: sympy.Piecewise((x, x > 0), (sympy.Integer(0), True)),
    "step": lambda x: sympy.Piecewise((sympy.Integer(1), x > 0), (sympy.Integer(0), True)),
}


def build(nodes, symbols):
    built = []
    for kind, *rest in nodes:
        if kind == "number":
            node = sympy.Rational(rest[0])
        elif kind == "variable":
            node = symbols[rest[0]]
        elif kind == "definition":
            node = built[rest[0]]
        elif kind == "sum":
            node = sympy.Add(*(built[child] for child in rest))
        elif kind == "product":
            node = sympy.Mul(*(built[child] for child in rest))
        elif kind == "power":
            node = sympy.Pow(built[rest[0]], built[rest[1]])
        elif kind == "function":
            apply = FUNCTIONS.get(rest[0]) or getattr(sympy, rest[0])
            node = apply(*(built[child] for child in rest[1:]))
        else:
            raise ValueError(f"unknown kind {kind}")
        built.append(node)
    return built


def solve(problem):
    # Not by their names: those of lambdify's common subexpressions are x0, x1, x2 too.
    symbols = {name: sympy.Dummy(real=True) for name in problem["point"]}
    built = build(problem["nodes"], symbols)
    values = [mpmath.mpf(sympy.Rational(value).p) / sympy.Rational(value).q for value in problem["point"].values()]
    wanted = [built[-1]] + [sympy.diff(built[-1], built[variable]) for variable in problem["by"]]
    results = sympy.lambdify(list(symbols.values()), wanted, modules="mpmath", cse=True)(*values)
    return [float(result) for result in results]


mpmath.mp.dps = 30
json.dump([solve(problem) for problem in json.load(sys.stdin)], sys.stdout)
