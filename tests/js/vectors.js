// What the generator and the script both work out: tests/guide/test_vectors.py reads the same file.

import { readFileSync } from "node:fs"

export const vectors = JSON.parse(readFileSync(new URL("../vectors/sheet_address.json", import.meta.url), "utf8"))
