"""Checks repairs with OR-tools' CP-SAT, an independent exact solver.

Reads one problem a line (see oracle.rs). For each connected part: every set that was found makes
every equation hold, and no smaller set does. Prints how many reports agree.
"""

import json
import sys

from ortools.sat.python import cp_model


def fewest_changes(part, values, unknown):
    """The size of the smallest set of cells whose change makes the part's equations hold."""
    model = cp_model.CpModel()
    largest = 4 * sum(values) + 100
    cells, changed = {}, []
    for cell in {cell for sides in part["equations"] for side in sides for cell in side}:
        number = model.new_int_var(0, largest, f"cell {cell}")
        if cell not in unknown:
            change = model.new_bool_var(f"change {cell}")
            model.add(number == values[cell]).only_enforce_if(~change)
            changed.append(change)
        cells[cell] = number
    for left, right in part["equations"]:
        model.add(sum(cells[cell] for cell in left) == sum(cells[cell] for cell in right))
    model.minimize(sum(changed))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(model)
    if status != cp_model.OPTIMAL:
        sys.exit(f"CP-SAT came to no optimum: {solver.status_name(status)}")
    return round(solver.objective_value)


def check(part, values, unknown):
    """Complains about a set that does not hold or is larger than the optimum."""
    for changes in part["sets"]:
        after = dict(enumerate(values)) | dict(changes)
        for left, right in part["equations"]:
            if sum(after[cell] for cell in left) != sum(after[cell] for cell in right):
                return f"{changes} does not make {left} = {right} hold"
        if any(number < 0 for _, number in changes):
            return f"{changes} has a number below zero"
        if sum(cell not in unknown for cell, _ in changes) != part["size"]:
            return f"{changes} is not of the size {part['size']}"
    optimum = fewest_changes(part, values, unknown)
    if part["size"] != optimum:
        return f"the optimum is {optimum}, the search found {part['size']}"
    return None


def main():
    reports = sizes = sets = 0
    for line in sys.stdin:
        problem = json.loads(line)
        for part in problem["parts"]:
            complaint = check(part, problem["values"], set(problem["unknown"]))
            if complaint:
                sys.exit(print(f"report {reports}: {complaint}") or 1)
            sizes += part["size"]
            sets += len(part["sets"])
        reports += 1
    print(f"{reports} reports agree: {sizes} cells to change, {sets} sets hold")


main()
