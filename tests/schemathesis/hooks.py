"""What schemathesis is told besides the document."""

import atexit
import collections
import itertools
import json
import os

import schemathesis

TOKENS = json.loads(os.environ["CONVOKE_TOKENS"])

statuses = collections.Counter()


@schemathesis.hook
def after_call(context, case, response):
    statuses[response.status_code] += 1


@atexit.register
def tell():
    """How often each status was answered, for `ask.py`."""
    with open(os.environ["CONVOKE_STATUSES"], "w") as file:
        json.dump(statuses, file)

if TOKENS:
    turns = itertools.cycle(TOKENS)

    @schemathesis.auth(refresh_interval=None)
    class Token:
        """Another one for each request, as each is good for so many a minute only."""

        def get(self, case, context):
            return next(turns)

        def set(self, case, data, context):
            case.headers = {**(case.headers or {}), "Authorization": f"Bearer {data}"}


@schemathesis.serializer("text/csv")
def csv(context, value):
    """A list is sent as the text that it is."""
    return value if isinstance(value, bytes) else str(value).encode()
