/** The document that the planted changes are made to. */
export const shop = `openapi: 3.1.0
info: { title: Shop, version: "1.0" }
tags: [{ name: Orders }, { name: Accounts }]
paths:
  /orders:
    post:
      operationId: createOrder
      x-sdk-name: orders.create
      x-safety: idempotent
      x-body-name: order
      tags: [Orders]
      summary: Places an order.
      parameters:
        - { name: includeTaxes, in: query, schema: { type: boolean } }
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: "#/components/schemas/OrderRequest" } } }
      responses:
        "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
  /orders/{orderId}/lines/{lineId}:
    get:
      operationId: getLine
      x-sdk-name: orders.getLine
      x-safety: safe
      tags: [Orders]
      parameters:
        - { name: orderId, in: path, required: true, schema: { type: string } }
        - { name: lineId, in: path, required: true, schema: { type: string } }
      responses:
        "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Line" } } } }
  /accounts:
    get:
      operationId: listAccounts
      x-sdk-name: accounts.list
      x-safety: safe
      x-rql: { resource: "#/components/schemas/Account" }
      x-pagination: { limit: rql, total: content-range, pageSize: 100 }
      tags: [Accounts]
      responses:
        "200":
          description: ok
          content:
            application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Account" } } }
components:
  schemas:
    OrderRequest:
      type: object
      required: [type]
      properties:
        type: { type: string, enum: [SALES, RENEWAL] }
        note: { type: string, maxLength: 100 }
        contact: { $ref: "#/components/schemas/Contact" }
    Order:
      type: object
      required: [orderId]
      properties:
        orderId: { type: string }
        status: { type: string, enum: [OPEN, DONE] }
        total: { type: number }
    Line: { type: object, properties: { amount: { type: integer } } }
    Account:
      type: object
      required: [id, contact]
      properties:
        id: { type: string }
        companyName: { type: string, description: Legal name. }
        contact: { $ref: "#/components/schemas/Contact" }
        address: { type: object, properties: { city: { type: string } } }
    Contact: { type: object, required: [email], properties: { email: { type: string }, phone: { type: string } } }
`;
