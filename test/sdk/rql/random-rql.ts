import { type RqlExpression, type RqlLiteral, type RqlNode, rql } from "apsdirect/rql";
import fc from "fast-check";

const anyText = fc.string({ unit: "binary", maxLength: 20 });
const dangerous = fc.string({ unit: fc.constantFrom(..."()%,&|;=*?'\"#+-!$[]{}<>\\^`:/@. aü\n\0"), maxLength: 20 });
/** Combining marks, right-to-left text and marks, joiners, astral characters, and text that normalization changes. */
const foreign = fc.string({
  unit: fc.constantFrom(
    ..."e\u0301éA\u030aÅﬁİıſKשלוםعربى\u202e\u202d\u2066\u2069\u200b\u200d\ufeff\u2028\u2029\u0085😀👩‍👩‍👧𐍈\u{10ffff}\ufffd\u00a0",
  ),
  maxLength: 12,
});
/** Text that looks like RQL, an escape or a keyword. */
const confusing = fc.constantFrom(
  ..."null() empty() true false %28 %2528 eq(a,b) a),eq(b,c ,limit(0,1) &x=1 *)or(* %zz +1 .. // __proto__ 1e3".split(
    " ",
  ),
);

/** Any text that has a UTF-8 form. */
export const text = fc.oneof(anyText, dangerous, foreign, confusing);
const someText = text.filter((value) => value !== "");
/** Property path. */
export const path = fc.stringMatching(/^[a-z_$][\w$-]{0,5}(\.[a-z][\w-]{0,5}){0,2}$/);
const paths = fc.array(path, { minLength: 1, maxLength: 3 });

const literal: fc.Arbitrary<RqlLiteral> = fc.oneof(
  text,
  text,
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true, maxExcluded: true, max: 1e9, min: -1e9 }),
  fc.bigInt(),
  fc.boolean(),
  fc.date({ noInvalidDate: true }),
  fc.constant(null),
  fc.constantFrom(rql.null(), rql.empty(), rql.true(), rql.false()),
);
const pattern = fc
  .array(text, { maxLength: 3 })
  .map((holes) => rql.pattern(["*", "(?)", "%*", "é?"] as unknown as TemplateStringsArray, ...holes));
const typeId = fc.oneof(
  fc.constantFrom("http://parallels.com/aps/types/pa/account/1.2", "http://www.odin.com/billing/ServicePlan"),
  someText,
);

const compared = fc
  .tuple(fc.constantFrom(rql.eq, rql.ne, rql.gt, rql.ge, rql.lt, rql.le), path, literal)
  .map(([operator, property, value]) => operator(property, value));
const oneOfSeveral = fc
  .tuple(fc.constantFrom(rql.in, rql.out), path, fc.array(literal, { minLength: 1, maxLength: 4 }))
  .map(([operator, property, values]) => operator(property, values));
const like = fc.tuple(path, fc.oneof(someText, pattern)).map(([property, wanted]) => rql.like(property, wanted));
const ofType = fc.tuple(fc.constantFrom(rql.implementing, rql.composing), typeId).map(([operator, id]) => operator(id));
const sort = fc
  .tuple(paths, fc.constantFrom("", "+", "-"))
  .map(([properties, sign]) => rql.sort(...properties.map((property) => sign + property)));
const limit = fc.tuple(fc.nat(), fc.nat()).map(([start, count]) => rql.limit(start, count));
const raw = fc.constantFrom("linkedWith(1a-2b)", "a=like=*b%2A*", "(a=1&b=2)|c=3", "f((a,b),g())").map(rql.raw);

const expressions = fc.letrec<{ any: RqlExpression; leaf: RqlExpression; all: RqlExpression[] }>((tie) => ({
  any: fc.oneof(
    { depthSize: "small" },
    tie("leaf"),
    tie("all").map((all) => rql.and(...all)),
    tie("all").map((all) => rql.or(...all)),
    tie("any").map((one) => rql.not(one)),
  ),
  all: fc.array(tie("any"), { minLength: 1, maxLength: 3 }),
  leaf: fc.oneof(
    { arbitrary: compared, weight: 4 },
    { arbitrary: oneOfSeveral, weight: 2 },
    { arbitrary: like, weight: 2 },
    ofType,
    paths.map((properties) => rql.select(...properties)),
    sort,
    limit,
    raw,
  ),
}));
/** Expression nested almost to the maximum depth. */
const deep = fc.tuple(compared, fc.integer({ min: 50, max: 98 })).map(([innermost, levels]) => {
  let expression = innermost;
  for (let level = 0; level < levels; level += 1) expression = rql.not(expression);
  return expression;
});

/** Query with any operators and values, at any depth. */
export const query = fc
  .array(fc.oneof({ arbitrary: expressions.any, weight: 30 }, { arbitrary: deep, weight: 1 }), { maxLength: 4 })
  .map((clauses) => rql.query(...clauses));

/** Returns the structural parentheses and commas of a tree, without those of its values. */
export function structureOf(node: RqlNode): string {
  if (node.kind === "value") return "";
  const inside = (node.kind === "list" ? node.items : node.operands).map(structureOf).join(",");
  return node.kind === "expression" && node.operator === "" ? inside : `(${inside})`;
}

/** Returns the values of a tree, as on the wire. */
export function valuesOf(node: RqlNode): string[] {
  if (node.kind === "value") return [node.text];
  return (node.kind === "list" ? node.items : node.operands).flatMap(valuesOf);
}

/** Converts a tree to plain data for comparison. */
export function plain(node: RqlNode): unknown {
  if (node.kind === "list") return node.items.map(plain);
  if (node.kind === "value") return { text: node.text, value: node.value };
  return { operator: node.operator, operands: node.operands.map(plain) };
}
