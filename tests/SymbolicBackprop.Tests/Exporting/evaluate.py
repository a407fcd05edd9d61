"""Evaluates exported sources at points, all in one process.

Reads a list of sources with points as JSON, each point a mapping of identifiers to numbers. Writes, for each source, its results at
each point.
"""

import json
import math
import re
import sys


def with_sympy(source, points):
    import sympy

    scope = {}
    exec(source, scope)
    evaluate = sympy.lambdify(scope["given"], list(scope["results"].values()), modules="math", cse=True)
    return [dict(zip(scope["results"], evaluate(*(point[str(name)] for name in scope["given"])))) for point in points]


def with_numpy(source, points):
    import numpy as np

    scope = {}
    exec(source, scope)
    found = scope["evaluate"](**{name: np.array([point[name] for point in points]) for name in points[0]})
    columns = {name: np.broadcast_to(value, len(points)) for name, value in found.items()}
    return [{name: float(column[i]) for name, column in columns.items()} for i in range(len(points))]


# A name that Python keeps for itself.
def as_python(text):
    return re.sub(r"\blambda\b", "lambda_", text)


COMMON = {"exp": math.exp, "sin": math.sin, "cos": math.cos, "sqrt": math.sqrt, "tanh": math.tanh, "erf": math.erf, "max": max, "abs": abs}


def like_julia(source, points):
    text = re.sub(r"^using SpecialFunctions: erf$", "", source, flags=re.M)
    text = re.sub(r"^function (.*)$", r"def \1:", text, flags=re.M)
    text = re.sub(r"^end$", "", text, flags=re.M)
    text = text.replace("^", "**").replace("Dict(", "dict([").replace("    )\n", "    ])\n")
    text = re.sub(r'^ *("\w+") => (\w+),$', r"        (\1, \2),", text, flags=re.M)
    scope = COMMON | {"atan": math.atan, "log": math.log, "pi": math.pi, "ifelse": lambda test, yes, no: yes if test else no}
    exec(as_python(text), scope)
    return [scope["evaluate"](**{as_python(name): value for name, value in point.items()}) for point in points]


def like_mathematica(source, points):
    assert "_" not in source, "an underscore is a pattern"
    text = source.replace("[", "(").replace("]", ")").replace("$", "_").replace("^", "**").replace(";\n", "\n")
    text = text.replace("<|", "{").replace("|>", "}").replace(" ->", ":")
    scope = {name.capitalize(): value for name, value in COMMON.items()}
    scope |= {"ArcTan": math.atan, "Log": math.log, "Pi": math.pi, "RealAbs": abs, "If": lambda test, yes, no: yes if test else no}
    code = compile(as_python(text), "source", "exec")
    found = []
    for point in points:
        values = scope | {as_python(name.replace("$", "_")): value for name, value in point.items()}
        exec(code, values)
        found.append({name.replace("_", "$"): value for name, value in values["results"].items()})
    return found


WAYS = {"sympy": with_sympy, "numpy": with_numpy, "julia": like_julia, "mathematica": like_mathematica}
way = WAYS[sys.argv[1]]
json.dump([way(each["source"], each["points"]) for each in json.load(sys.stdin)], sys.stdout)
