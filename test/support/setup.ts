import { configureGlobal } from "fast-check";

// A usual run tries the same cases every time; a long one tries others and prints the seed of a failure.
if (process.env["APSDIRECT_TEST_LONG"] === undefined) configureGlobal({ seed: 5849 });
