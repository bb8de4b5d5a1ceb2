// Reads every skill under a root as skills-ref does: node read.mjs PLACE ROOT, one JSON object a line.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [, , place, root] = process.argv;
const module = join(place, "node_modules", "skills-ref", "dist", "index.js");
const { parseFrontmatter, readProperties, validate } = await import(pathToFileURL(module).href);

for (const directory of readdirSync(root)) {
  const path = join(root, directory);
  const problems = await validate(path);
  let read = { name: "", description: "", body: "" };
  try {
    const { name, description } = await readProperties(path);
    read = { name, description, body: parseFrontmatter(readFileSync(join(path, "SKILL.md"), "utf-8"))[1] };
  } catch (e) {
    problems.push(String(e));
  }
  console.log(JSON.stringify({ directory, problems, ...read }));
}
