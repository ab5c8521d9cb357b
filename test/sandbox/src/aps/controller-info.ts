/** What `GET /aps` tells of the controller: its version, and the functions of RQL it knows. */
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
