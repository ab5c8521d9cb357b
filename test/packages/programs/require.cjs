/** Requires what another program would import, and prints whether both have the same classes. */
const required = require("apsdirect");
const aps = require("apsdirect/aps");
const errors = require("apsdirect/runtime");

import("apsdirect").then((imported) => {
  const isSame = imported.ApsClient === required.ApsClient && required.ApsClient === aps.ApsClient;
  console.log(
    JSON.stringify({ isSame, rql: String(required.rql.eq("a", "(b)")), names: Object.keys(errors).length > 10 }),
  );
});
