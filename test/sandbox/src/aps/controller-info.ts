/** Response of `GET /aps`: version of the controller, and the RQL functions it supports. */
export const controllerInfo = {
  versions: {
    "2.3": {
      features: {
        async: { customOperation: true },
        rql: [
          "and()",
          "or()",
          "not()",
          "eq()",
          "ne()",
          "ge()",
          "le()",
          "lt()",
          "gt()",
          "like()",
          "in()",
          "out()",
          "true",
          "false",
          "true()",
          "false()",
          "empty()",
          "null()",
          "select()",
          "limit()",
          "sort()",
          "implementing()",
        ],
      },
      version: "2.3.0",
      href: "/aps/2.3",
    },
  },
} as const;
