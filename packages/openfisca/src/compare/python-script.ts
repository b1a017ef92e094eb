/**
 * Calculates columns with the real OpenFisca, through its documented interface only: `python -c SCRIPT PACKAGE FOLDER ROUNDS`.
 * `job.json` in the folder names the inputs and the outputs; numbers lie beside it as doubles, and so do the results.
 */
export const PYTHON_SCRIPT = `
import importlib
import json
import logging
import os
import sys
import time
import warnings

import numpy as np
from openfisca_core.simulation_builder import SimulationBuilder

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)

package, folder, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
with open(os.path.join(folder, "job.json"), encoding="utf-8") as f:
    job = json.load(f)

system = importlib.import_module(package).CountryTaxBenefitSystem()


def fresh():
    builder = SimulationBuilder()
    builder.create_entities(system)
    builder.declare_person_entity(job["person"], np.arange(job["persons"]))
    group = builder.declare_entity(job["group"], np.arange(job["groups"]))
    of = np.fromfile(os.path.join(folder, "of.bin"), dtype="int32")
    builder.join_with_persons(group, of, roles=np.array(job["roles"]))
    simulation = builder.build(system)

    for number, given in enumerate(job["inputs"]):
        variable = system.variables[given["name"]]
        if given.get("texts") is not None:
            values = np.array(given["texts"], dtype=object)
        else:
            values = np.fromfile(os.path.join(folder, f"in{number}.bin"), dtype="float64")
            if given["type"] == "date":
                values = values.astype("int64").astype("datetime64[D]")
            elif given["type"] == "enum":
                names = np.array(given["values"])
                values = variable.possible_values.encode(names[values.astype("int64")])
            else:
                values = values.astype(variable.dtype)
        simulation.set_input(given["name"], given["period"], values)
    return simulation


seconds = []
for _ in range(rounds):
    simulation = fresh()
    failed = {}
    began = time.process_time()
    for number, wanted in enumerate(job["outputs"]):
        try:
            values = simulation.calculate(wanted["name"], wanted["period"])
            if wanted["type"] == "date":
                values = values.astype("datetime64[D]").astype("int64")
            elif wanted["type"] == "text":
                continue
            np.asarray(values).astype("float64").tofile(os.path.join(folder, f"out{number}.bin"))
        except Exception as error:  # a formula that cannot take many households at once
            failed[wanted["name"]] = f"{type(error).__name__}: {error}"[:200]
    seconds.append(time.process_time() - began)
with open(os.path.join(folder, "result.json"), "w", encoding="utf-8") as f:
    json.dump({"failed": failed, "seconds": min(seconds)}, f)
`;
