/** Run a Python program inside Pyodide in Node: node run.mjs <program.py> <argument>… The project is at /project. */

import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";
import { ENVIRONMENT } from "../../docs/assets/environment.js";

const [program, ...given] = process.argv.slice(2);
const env = {
  PYTHONHASHSEED: "0", // one order of sets: the same bytes from every build
  PYTHONDONTWRITEBYTECODE: "1",
  PYTHONNODEBUGRANGES: "1", // a traceback names lines; columns would be of use beside the source only
  ...ENVIRONMENT,
};
const pyodide = await loadPyodide({ env });
pyodide.mountNodeFS("/project", process.cwd());
pyodide.pyimport("sys").argv = pyodide.toPy([program, ...given]);
pyodide.runPython(readFileSync(program, "utf8"), { filename: program });
