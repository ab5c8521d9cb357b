import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { counted } from "../support/counts.js";
import { compilers, project, root, strictFlags, writeFiles } from "../support/generated.js";
import { describeWith } from "../support/needed.js";
import { againWhereBusy } from "../support/time.js";

const QUERIES = 200;
const ROUNDS = counted({ usual: 2, long: 5 });

/** Queries of every kind, each with a number of its own: typed by the operators, and as the text that they print. */
const kinds: readonly ((n: number) => { readonly list: string; readonly typed: string; readonly text: string })[] = [
  (n) => ({
    list: "accounts",
    typed: `(a) => [a.eq("companyName", "x${n}"), a.like("techContact.email", "*x${n}"), a.limit(0, 5)]`,
    text: `eq(companyName,x${n}),like(techContact.email,*x${n}),limit(0,5)`,
  }),
  (n) => ({
    list: "accounts",
    typed: `(a) => [a.eq("id", ${n}), a.select("aps.id", "companyName", "addressPostal.locality", "parent.aps.id")]`,
    text: `eq(id,${n}),select(aps.id,companyName,addressPostal.locality,parent.aps.id)`,
  }),
  (n) => ({
    list: "accounts",
    typed: `(a) => [a.or(a.eq("type", "CLIENT"), a.not(a.gt("aps.revision", ${n}))), a.sort("-aps.modified", "+id")]`,
    text: `or(eq(type,CLIENT),not(gt(aps.revision,${n}))),sort(-aps.modified,+id)`,
  }),
  (n) => ({
    list: "subscriptions",
    typed: `(s) => [s.eq("account.aps.id", "x${n}"), s.ge("subscriptionId", ${n}), s.eq("trial", false)]`,
    text: `eq(account.aps.id,x${n}),ge(subscriptionId,${n}),eq(trial,false)`,
  }),
  (n) => ({
    list: "subscriptions",
    typed: `(s) => s.eq("activationStructure.subscriptionResourceLimits.resourceId", ${n})`,
    text: `eq(activationStructure.subscriptionResourceLimits.resourceId,${n})`,
  }),
  (n) => ({
    list: "bssSubscriptions",
    typed: `(s) => [s.in("status", ["ACTIVE", "GRACE"]), s.lt("subscriptionPeriod.duration", ${n})]`,
    text: `in(status,(ACTIVE,GRACE)),lt(subscriptionPeriod.duration,${n})`,
  }),
  (n) => ({
    list: "bssSubscriptions",
    typed: `(s) => [s.out("subscriptionId", [${n}, 1]), s.ne("vendor.aps.id", null), s.select("aps", "name")]`,
    text: `out(subscriptionId,(${n},1)),ne(vendor.aps.id,null()),select(aps,name)`,
  }),
  (n) => ({
    list: "servicePlans",
    typed: `(p) => [p.eq("planId", ${n}), p.select("aps.id", "subscriptionPeriods.period.unit")]`,
    text: `eq(planId,${n}),select(aps.id,subscriptionPeriods.period.unit)`,
  }),
  (n) => ({
    list: "orders",
    typed: `(o) => [o.like("orderNumber", "SO*${n}"), o.eq("type", "SALES"), o.sort("-orderNumber")]`,
    text: `like(orderNumber,SO*${n}),eq(type,SALES),sort(-orderNumber)`,
  }),
  (n) => ({
    list: "resources",
    typed: `(r) => [r.implementing("http://a.test/${n}"), r.eq("any.thing", ${n})]`,
    text: `implementing(http://a.test/${n}),eq(any.thing,${n})`,
  }),
];

describeWith({ name: "a POSIX shell", isThere: process.platform !== "win32" }, "typed queries", () => {
  test.each(compilers)(
    `${QUERIES} of them cost %s at most twice what the same texts cost`,
    { ...againWhereBusy, timeout: 300_000 },
    async (compiler) => {
      const folder = await project();
      for (const form of forms) await writeFiles(join(folder, form), filesOf(form));
      const best = { typed: Number.POSITIVE_INFINITY, text: Number.POSITIVE_INFINITY };
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const form of forms) best[form] = Math.min(best[form], compilerTime(compiler, join(folder, form)));
      }
      expect(best.typed / best.text).toBeLessThanOrEqual(2);
    },
  );
});

const forms = ["typed", "text"] as const;

/** A project of one file with all the queries, whose items are used. */
function filesOf(form: (typeof forms)[number]): Record<string, string> {
  const queries = Array.from({ length: QUERIES }, (_, n) => {
    const { list, ...query } = (kinds[n % kinds.length] ?? kinds[0])?.(n) ?? { list: "", typed: "", text: "" };
    const given = form === "typed" ? query.typed : JSON.stringify(query.text);
    return `export const query${n} = async () => (await sdk.${list}.list(${given}).all({ max: 5 }))[0]?.${list === "orders" ? "orderNumber" : "aps"};`;
  });
  const compilerOptions = {
    ...strictFlags,
    target: "ES2022",
    module: "NodeNext",
    lib: ["ES2023", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
    types: [],
    noEmit: true,
  };
  return {
    "queries.ts": `import type { ApsClient } from "apsdirect/aps";\ndeclare const sdk: ApsClient;\n${queries.join("\n")}\n`,
    "tsconfig.json": JSON.stringify({ compilerOptions, files: ["queries.ts"] }),
    "package.json": JSON.stringify({ type: "module" }),
  };
}

/** Processor time in seconds, of the compiler and all that it starts. */
function compilerTime(compiler: string, folder: string): number {
  const command = join(root, "node_modules", compiler, "bin/tsc");
  // `times` (POSIX) tells what the shell's children used, in its second line: "0m2.71s 0m0.29s".
  const shell = ["-c", '"$@" || exit; times', "sh", process.execPath, command, "-p", folder];
  const { status, stdout, stderr } = spawnSync("sh", shell, { encoding: "utf8" });
  expect({ status, stderr, stdout }).toMatchObject({ status: 0, stderr: "" });
  const times = [...(stdout.trim().split("\n").at(-1) ?? "").matchAll(/(\d+)m([\d.]+)s/g)];
  return times.reduce((seconds, [, minutes, rest]) => seconds + Number(minutes) * 60 + Number(rest), 0);
}
