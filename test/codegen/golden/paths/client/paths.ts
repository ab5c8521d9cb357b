// Generated from paths.yaml. To change it, edit the document and generate again.

export interface paths {
    "/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["postDrafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads an order. */
        get: operations["readOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "order-changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["order-record"];
                };
            };
            responses: {
                /** @description Accepted. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        "order-record": {
            /**
             * @example {
             *       "$ref": "https://example.test/never-fetched.json"
             *     }
             */
            readonly id: string;
            /** @default 1 */
            __proto__: number;
            /**
             * @description Ends no comment: *\/
             * @enum {string|null}
             */
            status?: "open" | "*/ closed" | null;
            /** @description Docs beside a reference. */
            note?: components["schemas"]["Note"];
            checked?: WithRequired<components["schemas"]["Note"], "text">;
            nothing?: null;
            /** @enum {unknown} */
            never?: never;
            anything?: unknown;
            parts?: [
                string,
                number
            ];
            /**
             * @default {
             *       "$ref": "https://example.test/never-fetched.json"
             *     }
             */
            hidden?: Record<string, unknown>;
            line?: components["schemas"]["OrderLine"];
        };
        Note: {
            text?: string;
        };
        Thread: unknown[];
        Shape: {
            kind: string;
            area?: number;
        } & (components["schemas"]["Circle"] | components["schemas"]["Square"]);
        Circle: {
            kind: string;
            area?: number;
        } & {
            radius?: number;
        } & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "circle";
        };
        Square: {
            kind: string;
            area?: number;
        } & {
            side?: number;
        } & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "square";
        };
        Order: {
            line: {
                amount?: number;
            };
        };
        Problem: {
            message?: string;
        };
        OrderLine: {
            amount?: number;
        };
    };
    responses: {
        /** @description What went wrong. */
        Missing: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description What went wrong. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        Fields: string[];
    };
    requestBodies: never;
    headers: {
        ETag: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    postOrders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Order"];
            };
        };
        responses: {
            /** @description The order as it was created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
        };
    };
    postDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Order"];
            };
        };
        responses: {
            /** @description The order as it was created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
        };
    };
    readOrder: {
        parameters: {
            query?: {
                fields?: components["parameters"]["Fields"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order. */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["order-record"];
                };
            };
            404: components["responses"]["Missing"];
        };
    };
}
type WithRequired<T, K extends keyof T> = T & {
    [P in K]-?: T[P];
};
