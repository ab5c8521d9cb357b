"""
The calls of the platforms' own sample scripts, made with requests and oauthlib: another HTTP client, and another
implementation of OAuth 1.0a, than ours. Takes addresses and credentials from the environment, and from standard input an
order to place and names to find. Prints one JSON object.
"""

import json
import os
import sys
from urllib.parse import quote

from requests_oauthlib import OAuth1Session

certificate = os.environ["CERTIFICATE"]
bus = os.environ["APS_BASE_URL"]
marketplace = os.environ["APPDIRECT_BASE_URL"]
given = json.load(sys.stdin)


def session(platform, secret=None, **options):
    key = os.environ[platform + "_CONSUMER_KEY"]
    return OAuth1Session(key, client_secret=secret or os.environ[platform + "_CONSUMER_SECRET"], **options)


def get(url, signed=session("APS"), **options):
    return outcome(signed.get(url, verify=certificate, **options))


def post(url, body, signed=session("APS")):
    return outcome(signed.post(url, json=body, verify=certificate))


def outcome(response):
    return {"status": response.status_code, "target": response.request.path_url, "body": response.text}


resources = bus + "/aps/2/resources"
implementing = "implementing(http://parallels.com/aps/types/pa/account/1.2)"
orders = bus + "/aps/2/services/order-manager/orders"
event = marketplace + "/api/integration/v1/events/dummyOrder"

placed = post(orders, given["order"])
outcomes = {
    "all resources": get(resources),
    "accounts": get(resources + "?" + implementing),
    "sorted accounts": get(bus + "/aps/2/collections/accounts?select(companyName),sort(-companyName),limit(0,3)"),
    "filter as parameters": get(resources, params={implementing: ""}),
    "order": placed,
    "placed order": get(orders + "/" + json.loads(placed["body"]).get("orderId", "none")),
    "estimate": post(orders + "/estimate?includeTaxes=false", given["order"]),
    "wrong secret": get(resources, session("APS", secret="wrong")),
    "event": get(event, session("APPDIRECT")),
    "event, signed in the query": get(event, session("APPDIRECT", signature_type="query")),
    "result": post(event + "/result", {"success": True}, session("APPDIRECT")),
}
found = {name: get(resources + "?eq(companyName," + quote(name, safe="") + ")") for name in given["names"]}
json.dump({"outcomes": outcomes, "found": found}, sys.stdout)
