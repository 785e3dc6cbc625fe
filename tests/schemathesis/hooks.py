"""What schemathesis is told besides the document."""

import itertools
import json
import os

import schemathesis

TOKENS = json.loads(os.environ["CONVOKE_TOKENS"])

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
